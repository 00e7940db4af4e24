"""The wall's view: every figure of the day, what is wrong, and which devices are well. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from server.core import estimate, figures
from server.core.events import AdviceGiven
from server.core.model import DayState
from server.protocol import views as v
from server.protocol.messages import Role
from server.views.parts import (
    alert_rows,
    counters,
    hall_notices,
    past_alert_rows,
    range_for,
)


def wall(state: DayState, now: datetime) -> v.WallView:
    """For the wall, and for whoever may only look."""
    totals = figures.day_figures(state)
    return v.WallView(
        version=state.version,
        at=now,
        day=state.day,
        services=tuple(_figures(state, service.id, now) for service in state.in_force.services),
        counters=counters(state),
        totals=v.Totals(
            issued=totals.issued,
            called=totals.called,
            completed=totals.completed,
            no_show=totals.no_show,
            cancelled=totals.cancelled,
            waiting=totals.waiting,
            in_hand=totals.in_hand,
            mean_wait_s=totals.mean_wait_s,
            p90_wait_s=totals.p90_wait_s,
            transferred=sum(tally.transferred for tally in state.tallies.values()),
            chosen=sum(tally.chosen for tally in state.tallies.values()),
            held=len(figures.held(state)),
            rated=sum(state.ratings.values()),
            content=figures.content(state),
        ),
        devices={},
        alerts=alert_rows(state.alerts.values()),
        past_alerts=past_alert_rows(state),
        notices=hall_notices(state, now),
        advice=tuple(_advice_row(each) for each in state.foresight.advice if each.until_at > now),
    )


def _advice_row(given: AdviceGiven) -> v.AdviceRow:
    return v.AdviceRow(
        id=given.advice,
        at=given.at,
        action=given.action,
        service=given.service,
        counter=given.counter,
        until_at=given.until_at,
        p90_s=given.p90_s,
        p90_then_s=given.p90_then_s,
        spread_s=given.spread_s,
        runs=given.runs,
        clerk=given.clerk,
        from_counter=given.from_counter,
        erlang_wait_s=given.erlang_wait_s,
    )


def _figures(state: DayState, service: str, now: datetime) -> v.ServiceFigures:
    tally = state.tallies[service]
    oldest = state.lines[service].oldest()
    return v.ServiceFigures(
        service=service,
        waiting=len(state.lines[service]),
        oldest_at=oldest[0] if oldest else None,
        mean_wait_s=figures.mean_wait_s(tally),
        issued=tally.issued,
        called=tally.called,
        completed=tally.completed,
        open_counters=len(estimate.open_desks(state, service)),
        wait=range_for(state, service, now),
        p90_wait_s=figures.percentile_wait_s([tally], 0.9),
        transferred=tally.transferred,
        chosen=tally.chosen,
        held=figures.held(state).count(service),
        rated=sum(count for (of, _), count in state.ratings.items() if of == service),
        content=figures.content(state, service),
        paused=state.paused_services.get(service, ""),
    )


def known_devices(
    connected: Iterable[tuple[Role, str]], faults: Mapping[tuple[str, str], str]
) -> tuple[v.DeviceState, ...]:
    """Devices that are here, and those that left with a fault; ``faults`` by device and part."""
    here = dict.fromkeys((device, role.value) for role, device in connected)
    of: dict[str, dict[str, str]] = {}
    for (device, part), code in faults.items():
        of.setdefault(device, {})[part] = code
    there = [
        v.DeviceState(device=device, role=role, connected=True, faults=of.get(device, {}))
        for device, role in here
    ]
    names = {device for device, _ in here}
    gone = [
        v.DeviceState(device=device, role="", connected=False, faults=known)
        for device, known in of.items()
        if device not in names
    ]
    return (*there, *gone)
