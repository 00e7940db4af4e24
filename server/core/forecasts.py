"""Forecasts of all who wait, kept in the log to be judged, and what they are calibrated by."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from server.core import commands as c
from server.core import events as e
from server.core.estimate import forecast
from server.core.model import DayState

Events = tuple[e.Event, ...]

EVERY: Final = timedelta(minutes=5)


def make_forecasts(state: DayState, command: c.MakeForecasts) -> Events:
    """Forecasts for all who wait for their first call, if the last are five minutes old."""
    if state.foresight.foretold_at is not None and command.at - state.foresight.foretold_at < EVERY:
        return ()
    told = tuple(_foretold(state, command.at))
    return (e.ForecastsMade(command.at, told),) if told else ()


def learn_calibration(state: DayState, command: c.LearnCalibration) -> Events:
    """Record the calibration, once a day, so that noon is forecast as the morning was."""
    if state.foresight.calibration.factors or not command.calibration.factors:
        return ()
    return (e.CalibrationLearnt(command.at, command.calibration),)


def _foretold(state: DayState, at: datetime) -> Iterator[e.Foretold]:
    for line in state.lines.values():
        for _, ticket_id in line.items():
            ticket = state.tickets[ticket_id]
            if ticket.first_called_at is not None:
                continue
            told = forecast(state, ticket, at)
            if told.wait is not None:
                wait = told.wait
                yield e.Foretold(
                    ticket.id, told.ahead, wait.work_s, wait.low_s, wait.likely_s, wait.high_s
                )


def foretold(state: DayState, event: e.ForecastsMade) -> DayState:
    """When the last forecasts were made; their figures stay in the log, to be judged."""
    return replace(state, foresight=replace(state.foresight, foretold_at=event.at))


def calibrated(state: DayState, event: e.CalibrationLearnt) -> DayState:
    """What forecasts are made with from now on."""
    return replace(state, foresight=replace(state.foresight, calibration=event.calibration))
