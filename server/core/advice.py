"""Advice of the simulation in the log. It changes nothing by itself; ``advice_score.py``
judges it.
"""

from dataclasses import replace

from server.core import commands as c
from server.core import events as e
from server.core.model import DayState

Events = tuple[e.Event, ...]


def record_advice(state: DayState, command: c.RecordAdvice) -> Events:
    """Record advice, to be compared later with what came; the same advice only once while it is
    valid.
    """
    asked = command.action, command.counter, command.service
    standing = (each for each in state.foresight.advice if each.until_at > command.at)
    if any((each.action, each.counter, each.service) == asked for each in standing):
        return ()
    return (
        e.AdviceGiven(
            command.at,
            command.advice,
            command.service,
            command.counter,
            command.until_at,
            command.p90_s,
            command.p90_then_s,
            command.spread_s,
            command.runs,
            command.action,
            command.clerk,
            command.from_counter,
            command.erlang_wait_s,
        ),
    )


def advised(state: DayState, event: e.AdviceGiven) -> DayState:
    """The state with the advice, which is shown until its time has run out."""
    standing = (each for each in state.foresight.advice if each.until_at > event.at)
    return replace(state, foresight=replace(state.foresight, advice=(*standing, event)))
