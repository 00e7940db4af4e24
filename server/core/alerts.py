"""Alerts (S0-23): what raises them, when their level rises, who takes them, how they end.

Nothing here moves a ticket. An alert's id is made of its kind and subject, so the same thing is
raised once, and again only at a higher level.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from server.codes import ErrorCode
from server.core import checks
from server.core import commands as c
from server.core import events as e
from server.core.calendar import stretches, today
from server.core.discipline import services_of, turns_of_idle_desks
from server.core.model import RECENT_ALERTS, Alert, DayState, DeskStatus, Ticket
from server.core.rejected import Rejected

Events = tuple[e.Event, ...]
Found = dict[str, tuple[int, int]]
"""By alert: its level and what it was measured by."""

OVER_PROMISE: Final = "over_promise"
UNMANNED: Final = "unmanned"
DESK_IDLE: Final = "desk_idle"
PING_PONG: Final = "ping_pong"
DEVICE: Final = "device"
KINDS: Final = (OVER_PROMISE, UNMANNED, DESK_IDLE, PING_PONG, DEVICE)
"""What can be raised."""
OVER: Final = "over"
OUTCOMES: Final = ("desk_opened", "clerk_moved", "explained", "repaired", "nothing")
"""How a supervisor may end an alert: what was done."""


def look_around(state: DayState, command: c.LookAround) -> Events:
    """Raise, escalate and end alerts by the state at this moment."""
    found = dict(_found(state, command.at))
    return (*_raised(state, command.at, found), *_over(state, command.at, found))


def acknowledge(state: DayState, command: c.AcknowledgeAlert) -> Events:
    """A supervisor takes the alert; another one may take it over later. Raises ``Rejected``."""
    alert = _alert(state, command.alert)
    checks.known_clerk(state, command.clerk)
    if command.cause:
        checks.known(command.cause, state.in_force.causes)
    return (e.AlertAcknowledged(command.at, alert.id, command.clerk, command.cause or alert.cause),)


def resolve(state: DayState, command: c.ResolveAlert) -> Events:
    """A supervisor ends the alert; while its cause lasts the next look around raises it again.
    Raises ``Rejected``.
    """
    alert = _alert(state, command.alert)
    checks.known_clerk(state, command.clerk)
    checks.known(command.outcome, OUTCOMES)
    return (e.AlertResolved(command.at, alert.id, command.outcome, command.clerk),)


def of_transfer(state: DayState, ticket: Ticket, command: c.TransferTicket) -> Events:
    """Notice that somebody is sent to and fro: one transfer too many, or back where he has been.

    ``ticket`` is as before the transfer.
    """
    count = ticket.transfer_count + 1
    goes_back = command.to_counter in ticket.desks or _was_served_in(state, ticket, command.service)
    if count > state.in_force.limits.transfers or (goes_back and count > 1):
        return (e.PingPongNoticed(command.at, ticket.id, ticket.counter, count),)
    return ()


def _was_served_in(state: DayState, ticket: Ticket, service: str) -> bool:
    """Whether an earlier desk of this ticket, not the present one, serves that service alone."""
    known = [desk for desk in ticket.desks if desk in state.desks]
    earlier = (state.desks[desk] for desk in known if desk != ticket.counter)
    return any(services_of(state, desk) == (service,) for desk in earlier)


def _alert(state: DayState, alert: str) -> Alert:
    known = state.alerts.get(alert)
    if known is None:
        raise Rejected(ErrorCode.UNKNOWN_ALERT, alert)
    return known


def _raised(state: DayState, at: datetime, found: Found) -> Iterator[e.Event]:
    for alert, (level, amount) in found.items():
        known = state.alerts.get(alert)
        if known is None or known.level < level:
            yield e.AlertRaised(at, alert, level, amount)


def _over(state: DayState, at: datetime, found: Found) -> Iterator[e.Event]:
    for alert in state.alerts.values():
        if alert.kind == PING_PONG:
            # An alert about a ticket ends when the ticket has left, or when somebody has taken it.
            goes_on = alert.subject in state.tickets
        else:
            goes_on = alert.id in found
        if not goes_on:
            yield e.AlertResolved(at, alert.id, OVER, "")


def _found(state: DayState, at: datetime) -> Iterator[tuple[str, tuple[int, int]]]:
    for (device, part), _ in state.faults.items():
        yield f"{DEVICE}:{device}:{part}", (1, 0)
    if not _is_working(state, at):
        return
    yield from _long_waits(state, at)
    yield from _idle_desks(state, at)


def _is_working(state: DayState, at: datetime) -> bool:
    """Whether the office is in session: outside of sessions there are no alerts of idle desks or
    waits.
    """
    now = stretches(state.in_force, today(state.in_force, at))
    return any(each.opens_at <= at < each.closes_at for each in now)


def _long_waits(state: DayState, at: datetime) -> Iterator[tuple[str, tuple[int, int]]]:
    rules = state.in_force
    served = {
        service
        for desk in state.desks.values()
        if desk.status is not DeskStatus.CLOSED
        for service in services_of(state, desk)
    }
    for service in rules.services:
        oldest = state.lines[service.id].oldest()
        if oldest is None:
            continue
        waited_s = int((at - oldest[0]).total_seconds())
        if waited_s > rules.promise_s:
            level = 2 if waited_s > rules.alert_s else 1
            yield f"{OVER_PROMISE}:{service.id}", (level, waited_s)
        patience_s = rules.limits.idle_alarm_s
        if service.id not in served and patience_s and waited_s >= patience_s:
            yield f"{UNMANNED}:{service.id}", (1, waited_s)


def _idle_desks(state: DayState, at: datetime) -> Iterator[tuple[str, tuple[int, int]]]:
    limit = timedelta(seconds=state.in_force.limits.idle_alarm_s)
    if not limit:
        return
    for counter, ticket_id in turns_of_idle_desks(state, at).items():
        desk, ticket = state.desks[counter], state.tickets[ticket_id]
        if desk.status is not DeskStatus.OPEN or desk.since_at is None:
            continue
        idle = at - max(desk.since_at, ticket.leg_at or ticket.arrived_at)
        if idle >= limit:
            yield f"{DESK_IDLE}:{counter}", (1, int(idle.total_seconds()))


def ping_pong(state: DayState, event: e.PingPongNoticed) -> DayState:
    """The alert that somebody should take charge of this ticket."""
    ticket = state.tickets[event.ticket]
    alert = Alert(f"{PING_PONG}:{ticket.id}", event.at, 1, event.transfer_count, label=ticket.label)
    known = state.alerts.get(alert.id)
    if known is not None:
        alert = replace(known, amount=event.transfer_count)
    return replace(state, alerts=state.alerts | {alert.id: alert})


def raised(state: DayState, event: e.AlertRaised) -> DayState:
    """The alert, or its new level: a worse one keeps its owner and its beginning."""
    known = state.alerts.get(event.alert) or Alert(event.alert, event.at, 0, 0)
    alert = replace(known, level=event.level, amount=event.amount)
    return replace(state, alerts=state.alerts | {alert.id: alert})


def acknowledged(state: DayState, event: e.AlertAcknowledged) -> DayState:
    """The owner and the cause; the first acknowledgement counts for the time it took."""
    alert = state.alerts[event.alert]
    owned = replace(
        alert,
        owner=event.owner,
        cause=event.cause,
        acknowledged_at=alert.acknowledged_at or event.at,
    )
    return replace(state, alerts=state.alerts | {alert.id: owned})


def resolved(state: DayState, event: e.AlertResolved) -> DayState:
    """The alert goes to those that are over, of which the latest are kept."""
    over = replace(state.alerts[event.alert], resolved_at=event.at, outcome=event.outcome)
    left = {id_: alert for id_, alert in state.alerts.items() if id_ != event.alert}
    past = (*state.past_alerts, over)[-RECENT_ALERTS:]
    return replace(state, alerts=left, past_alerts=past)
