"""state → the whole small view of a role. Pure: same state, same moment, same view."""

from datetime import datetime, timedelta
from typing import Final

from server.core import discipline, undoing
from server.core.alerts import OVER_PROMISE
from server.core.calendar import day_ends_at, exception_on, giving_hours, kiosk_is_open, resumes_at
from server.core.commands import UndoLast
from server.core.events import (
    ServiceStarted,
    TicketCompleted,
    TicketEvent,
    TicketHeld,
    TicketMissed,
    TicketRecalled,
    TicketTransferred,
)
from server.core.explain import Why as CoreWhy
from server.core.lifecycle import allows
from server.core.model import DayState, Desk, DeskStatus, Served, Status, Ticket
from server.core.rejected import Rejected
from server.protocol import views as v
from server.protocol.messages import Role
from server.views.parts import (
    alert_rows,
    counter_state,
    counters,
    hall_notices,
    loads,
    past_alert_rows,
)
from server.views.wall import wall
from server.wire import snake

NEAR_A_DESK: Final = 2
NEAR_SHOWN: Final = 8
LINE_SHOWN: Final = 30
"""How many waiting tickets a clerk is shown; the count says how many there are."""

MOVE_EVENTS: Final[dict[v.Move, type[TicketEvent]]] = {
    v.Move.RECALL: TicketRecalled,
    v.Move.START: ServiceStarted,
    v.Move.COMPLETE: TicketCompleted,
    v.Move.HOLD: TicketHeld,
    v.Move.TRANSFER: TicketTransferred,
    v.Move.NO_SHOW: TicketMissed,
}
"""Which event each button makes: what is lit follows from the life table."""


def view_for(role: Role, scope: str, state: DayState, now: datetime) -> v.AnyView:
    """What this role is shown; ``scope`` is the watched counter of a counter app."""
    match role:
        case Role.KIOSK:
            return _kiosk(state, now)
        case Role.COUNTER:
            return _counter(scope, state, now)
        case Role.DISPLAY:
            return _display(scope, state, now)
        case Role.WALL | Role.OBSERVER:
            return wall(state, now)


def _kiosk(state: DayState, now: datetime) -> v.KioskView:
    services = loads(state, now)
    exception = exception_on(state.in_force, state.day)
    return v.KioskView(
        version=state.version,
        at=now,
        day=state.day,
        # Out of hours and stopped by a supervisor are two things to tell a citizen.
        open=not state.closed
        and any(kiosk_is_open(state.in_force, now, load.service) for load in services),
        services=services,
        resumes_at=None if state.closed else resumes_at(state.in_force, now),
        hours=() if state.closed else _hours(state),
        day_ends_at=day_ends_at(state.in_force, state.day),
        day_name=exception.name if exception else "",
    )


def _hours(state: DayState) -> tuple[v.ServiceHours, ...]:
    of_day = (
        (service.id, giving_hours(state.in_force, state.day, service.id))
        for service in state.in_force.services
    )
    return tuple(
        v.ServiceHours(service=service, from_at=hours.opens_at, until_at=hours.closes_at)
        for service, hours in of_day
        if hours is not None
    )


def _counter(scope: str, state: DayState, now: datetime) -> v.CounterView:
    desk = state.desks.get(scope)
    return v.CounterView(
        version=state.version,
        at=now,
        day=state.day,
        desk=_desk(state, desk, now) if desk else None,
        counters=counters(state),
        services=loads(state, now),
        alerts=alert_rows(state.alerts.values()),
        past_alerts=past_alert_rows(state),
        notices=hall_notices(state, now),
        closed=state.closed,
    )


def _display(scope: str, state: DayState, now: datetime) -> v.DisplayView:
    desks = _of_zone(state, scope)
    services = _services_at(state, desks)
    away = [state.tickets[id_] for _, id_ in state.set_aside.items()]
    away = [ticket for ticket in away if ticket.service in services]
    here = {desk.id for desk in desks}
    return v.DisplayView(
        version=state.version,
        at=now,
        day=state.day,
        calls=tuple(
            v.CallRow(
                ticket=call.ticket,
                label=call.label,
                counter=call.counter,
                called_at=call.called_at,
                recall_count=call.recall_count,
                status=v.TicketStatus(call.status),
            )
            for call in state.calls
            if call.counter in here
        ),
        counters=tuple(counter_state(state, desk) for desk in desks),
        services=tuple(load for load in loads(state, now) if load.service in services),
        missed=tuple(t.label for t in away if t.status is Status.NO_SHOW),
        serving_priority=tuple(
            desk.id for desk in desks if desk.ticket and state.tickets[desk.ticket].priority
        ),
        held=tuple(t.label for t in away if t.status is Status.ON_HOLD),
        near=_near(state, desks, now),
        notices=hall_notices(state, now),
        apologies=_apologies(state, services),
    )


def _of_zone(state: DayState, zone: str) -> tuple[Desk, ...]:
    """The desks a display of this zone shows; of a zone the office does not know, all."""
    rules = state.in_force.counters
    known = [c for c in rules if c.zone == zone] if zone else []
    return tuple(state.desks[c.id] for c in known or rules)


def _services_at(state: DayState, desks: tuple[Desk, ...]) -> frozenset[str]:
    """The services a display of these desks shows: all that are not served at other desks only.

    One that no desk serves now is shown everywhere: people may wait for it nevertheless.
    """
    here = {service for desk in desks for service in discipline.services_of(state, desk)}
    others = [desk for desk in state.desks.values() if desk not in desks]
    elsewhere = {service for desk in others for service in discipline.services_of(state, desk)}
    every = (service.id for service in state.in_force.services)
    return frozenset(service for service in every if service in here or service not in elsewhere)


def _near(state: DayState, desks: tuple[Desk, ...], now: datetime) -> tuple[str, ...]:
    """Who comes soon: the first of every desk at work, then the second ones."""
    at_work = [desk for desk in desks if desk.status is DeskStatus.OPEN]
    firsts = [discipline.first_few(state, desk.id, now, NEAR_A_DESK) for desk in at_work]
    by_rank = (few[rank][0] for rank in range(NEAR_A_DESK) for few in firsts if rank < len(few))
    return tuple(dict.fromkeys(ticket.label for ticket in by_rank))[:NEAR_SHOWN]


def _apologies(state: DayState, services: frozenset[str]) -> tuple[v.Apology, ...]:
    """Where people wait longer than promised: the rule that raised the alert, and no other."""
    return tuple(
        v.Apology(service=alert.subject, cause=alert.cause, since_at=alert.raised_at)
        for alert in state.alerts.values()
        if alert.kind == OVER_PROMISE and alert.subject in services
    )


def ticket_view(ticket: Ticket) -> v.TicketView:
    """A ticket as staff see it."""
    return v.TicketView(
        id=ticket.id,
        label=ticket.label,
        service=ticket.service,
        priority=ticket.priority,
        status=v.TicketStatus(ticket.status),
        issued_at=ticket.arrived_at,
        called_at=ticket.called_at,
        started_at=ticket.started_at,
        held_until=ticket.held_until,
        recall_count=ticket.recall_count,
        transfer_count=ticket.transfer_count,
        why=v.Why(code=ticket.why, params=dict(ticket.why_params)) if ticket.why else None,
        procedure=ticket.procedure,
        language=ticket.language,
        paper=ticket.paper,
        tags=ticket.tags,
        route=ticket.route,
        leg=ticket.leg,
    )


def _desk(state: DayState, desk: Desk, now: datetime) -> v.DeskView:
    line = discipline.first_few(state, desk.id, now, LINE_SHOWN + 1)
    ticket = state.tickets[desk.ticket] if desk.ticket else None
    services = discipline.services_of(state, desk)
    set_aside = (state.tickets[id_] for _, id_ in state.set_aside.items())
    own = state.served_by.get(desk.clerk, Served())
    return v.DeskView(
        counter=desk.id,
        status=v.CounterStatus(desk.status),
        clerk=desk.clerk,
        ticket=ticket_view(ticket) if ticket else None,
        moves=lit(desk, ticket, anybody=bool(line), recall_limit=state.in_force.recall_limit),
        next=_next_up(*line[0]) if line else None,
        line=tuple(_next_up(*each) for each in line[1:]),
        set_aside=tuple(ticket_view(t) for t in set_aside if t.service in services),
        waiting=sum(len(state.lines[service]) for service in services),
        served=own.count,
        suggested=_is_suggested(state, desk, now),
        undo=_undoable(state, desk, now),
        mean_service_s=own.sum_s / own.count if own.count else None,
        worked_from_at=desk.worked_from_at if desk.status is DeskStatus.OPEN else None,
    )


def _undoable(state: DayState, desk: Desk, now: datetime) -> v.Undoable | None:
    """What an undo would take back at this moment."""
    memory = desk.memory
    if memory is None:
        return None
    try:
        undoing.undo(state, UndoLast(now, desk.id, desk.clerk))
    except Rejected:
        return None
    return v.Undoable(
        kind=snake(memory.kind),
        label=memory.ticket.label if memory.ticket else "",
        until_at=memory.at + timedelta(seconds=state.in_force.limits.undo_s),
    )


def _is_suggested(state: DayState, desk: Desk, now: datetime) -> bool:
    is_idle = desk.status is DeskStatus.OPEN and not desk.ticket
    return is_idle and desk.id in discipline.turns_of_idle_desks(state, now)


def lit(
    desk: Desk, ticket: Ticket | None, *, anybody: bool, recall_limit: int
) -> tuple[v.Move, ...]:
    """The moves that make sense at this desk now; what decide would refuse is not lit."""
    if desk.status is DeskStatus.CLOSED:
        return ()
    if ticket is not None:
        lit_moves = (m for m, event in MOVE_EVENTS.items() if allows(ticket.status, event))
        called_enough = ticket.recall_count >= recall_limit
        return tuple(m for m in lit_moves if not (m is v.Move.RECALL and called_enough))
    if desk.status is DeskStatus.PAUSED:
        return (v.Move.RESUME, v.Move.CLOSE)
    call = (v.Move.CALL_NEXT,) if anybody else ()
    return (*call, v.Move.PAUSE, v.Move.CLOSE)


def _next_up(ticket: Ticket, why: CoreWhy) -> v.NextUp:
    return v.NextUp(
        ticket=ticket.id,
        label=ticket.label,
        service=ticket.service,
        priority=ticket.priority,
        issued_at=ticket.arrived_at,
        why=v.Why(code=why.code, params=dict(why.params)),
    )
