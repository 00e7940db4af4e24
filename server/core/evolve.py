"""state, event → state. Total: an event cannot be refused, and the old state stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from server.core import advice, alerts, forecasts, hall, side_facts, undoing
from server.core import events as e
from server.core.discipline import next_turn
from server.core.explain import CHOSEN
from server.core.lifecycle import BIRTH, IN_HAND
from server.core.model import (
    Call,
    DayState,
    Desk,
    DeskStatus,
    Reserve,
    Status,
    Tally,
    Ticket,
    Told,
    desk_line,
)
from server.core.state_changes import (
    credited,
    emptied,
    forgotten,
    line_keys,
    listed,
    moved,
    placed,
    remembered,
    tallied,
    under,
    under_new_rules,
    with_desk,
)

MAX_WAIT_BUCKET: Final = 480


def evolve(state: DayState, event: e.Event) -> DayState:
    """The state after the fact."""
    return _EVOLVE[type(event)](replace(state, version=state.version + 1), event)


def _day_opened(state: DayState, event: e.DayOpened) -> DayState:
    return under(DayState(day=event.day, version=state.version), event.rules)


def _rules_changed(state: DayState, event: e.RulesChanged) -> DayState:
    """Tickets of a removed service wait for the one named in ``moves``."""
    changed = under(state, event.rules)
    moves = dict(event.moves)
    desks = {id_: under_new_rules(desk, event, moves) for id_, desk in changed.desks.items()}
    changed = replace(changed, desks=desks)
    for _, ticket in state.tickets.items():
        route = tuple(moves.get(service, service) for service in ticket.route)
        moved = replace(ticket, service=moves.get(ticket.service, ticket.service), route=route)
        if moved != ticket:
            changed = placed(changed, ticket, moved)
    return replace(
        changed,
        lines={key: line for key, line in changed.lines.items() if key in line_keys(event.rules)},
    )


def _day_closed(state: DayState, _event: e.DayClosed) -> DayState:
    return replace(state, closed=True, priority_counts={})


def _reserved(state: DayState, event: e.NumbersReserved) -> DayState:
    prefix = state.in_force.service_by_id[event.service].prefix
    reserve = Reserve(event.device, prefix, event.first, event.last)
    return replace(state, reserves=(*state.reserves, reserve))


def _issued(state: DayState, event: e.TicketIssued) -> DayState:
    ticket = Ticket(
        id=event.ticket,
        label=event.label,
        sequence=state.version,
        service=event.service,
        priority=event.priority,
        arrived_at=event.at,
        stands_at=event.stands_at or event.at,
        status=BIRTH,
        language=event.language,
        route=event.route,
        leg_at=event.at,
        touched=state.version,
        notes=event.notes,
        procedure=event.procedure,
        kiosk=event.kiosk or event.device,
        told=Told(event.ahead, event.wait_low_s, event.wait_high_s),
    )
    kept = state.kept_appointments
    if event.appointment:
        kept = kept.put(event.appointment, ticket.id)
    numbers, used, issued = state.numbers, state.used_labels, state.issued
    if event.instead_of and event.instead_of not in issued:
        issued = issued.put(event.instead_of, state.version)
    if event.device:
        used = used.put(event.label, state.version)
    else:
        numbers = numbers | {state.in_force.service_by_id[event.service].prefix: event.number}
    changed = replace(
        state,
        tickets=state.tickets.put(ticket.id, ticket),
        issued=issued.put(ticket.id, ticket.sequence),
        lines=state.lines | {ticket.line: state.lines[ticket.line].joined(ticket)},
        numbers=numbers,
        used_labels=used,
        kept_appointments=kept,
    )
    return tallied(_with_priority(changed, event.priority), event.service, Tally(issued=1))


def _with_priority(state: DayState, code: str) -> DayState:
    if not code:
        return state
    counts = state.priority_counts
    return replace(state, priority_counts=counts | {code: counts.get(code, 0) + 1})


def _called(state: DayState, event: e.TicketCalled) -> DayState:
    ticket = state.tickets[event.ticket]
    rules = state.in_force
    desk = state.desks[event.counter]
    changed = moved(
        state,
        event,
        ticket,
        counter=event.counter,
        front_of="",
        called_at=event.at,
        recall_count=0,
        first_called_at=ticket.first_called_at or event.at,
        why=event.why,
        why_params=event.why_params,
        desks=(*ticket.desks, event.counter),
    )
    called = replace(
        changed.desks[desk.id],
        ticket=ticket.id,
        since_at=event.at,
        turn=next_turn(rules, desk.turn, ticket),
        done="",
        done_service="",
        done_at=None,
    )
    counted = Tally(chosen=int(event.why == CHOSEN))
    if ticket.first_called_at is None:
        counted = counted.plus(_first_call((event.at - ticket.arrived_at).total_seconds()))
    call = Call(ticket.id, ticket.label, event.counter, event.at, 0, Status.CALLED)
    changed = with_desk(listed(changed, call), called)
    return remembered(changed, event, ticket, desk, counted)


def _first_call(waited_s: float) -> Tally:
    minute = max(0, min(int(waited_s // 60), MAX_WAIT_BUCKET))
    return Tally(called=1, wait_sum_s=waited_s, waits={minute: 1})


def _recalled(state: DayState, event: e.TicketRecalled) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = moved(state, event, ticket, recall_count=event.recall_count)
    call = Call(ticket.id, ticket.label, event.counter, event.at, event.recall_count, Status.CALLED)
    # A spoken recall cannot be undone, so nothing before it can be undone either.
    return forgotten(listed(changed, call), event.counter)


def _started(state: DayState, event: e.ServiceStarted) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = moved(state, event, ticket, started_at=event.at)
    changed = with_desk(changed, replace(changed.desks[desk.id], since_at=event.at))
    return remembered(changed, event, ticket, desk, Tally())


def _completed(state: DayState, event: e.TicketCompleted) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = emptied(moved(state, event, ticket), event.counter, event.at, served=1)
    served = _served(ticket, event.at)
    changed = credited(changed, event.clerk, served)
    changed = with_desk(
        changed,
        replace(
            changed.desks[desk.id], done=ticket.id, done_service=ticket.service, done_at=event.at
        ),
    )
    return remembered(changed, event, ticket, desk, served.plus(Tally(completed=1)))


def _leg_completed(state: DayState, event: e.LegCompleted) -> DayState:
    """The number goes on to its next stop and keeps its first arrival there."""
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = moved(
        state,
        event,
        ticket,
        service=event.service,
        route=ticket.route[1:],
        leg=ticket.leg + 1,
        leg_at=event.at,
        counter="",
        only_at="",
        started_at=None,
    )
    served = _served(ticket, event.at)
    changed = credited(emptied(changed, event.counter, event.at, served=1), event.clerk, served)
    return remembered(changed, event, ticket, desk, served)


def _served(ticket: Ticket, until: datetime) -> Tally:
    served_s = (until - (ticket.started_at or until)).total_seconds()
    return Tally(service_count=1, service_sum_s=served_s)


def _missed(state: DayState, event: e.TicketMissed) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = moved(state, event, ticket, counter="", missed_at=event.at)
    changed = emptied(changed, event.counter, event.at)
    return remembered(changed, event, ticket, desk, Tally(no_show=1))


def _held(state: DayState, event: e.TicketHeld) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = moved(
        state,
        event,
        ticket,
        counter="",
        held_until=event.until_at,
        front_of=event.counter,
    )
    return remembered(emptied(changed, event.counter, event.at), event, ticket, desk, Tally())


def _returned(state: DayState, event: e.TicketReturned) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = moved(
        state,
        event,
        ticket,
        counter="",
        held_until=None,
        started_at=None,
        front_of=event.counter,
        stands_at=event.stands_at or ticket.stands_at,
    )
    if not event.counter:
        return changed
    desk = changed.desks[event.counter]
    return with_desk(changed, replace(desk, front=(*desk.front, ticket.id)))


def _transferred(state: DayState, event: e.TicketTransferred) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = moved(
        state,
        event,
        ticket,
        service=event.service,
        only_at=event.to_counter,
        counter="",
        front_of="",
        started_at=None,
        transfer_count=ticket.transfer_count + 1,
    )
    changed = emptied(changed, event.counter, event.at)
    return remembered(changed, event, ticket, desk, Tally(transferred=1))


def _routed(state: DayState, event: e.TicketRouted) -> DayState:
    ticket = state.tickets[event.ticket]
    return moved(state, event, ticket, route=event.route)


def _priority_added(state: DayState, event: e.PriorityAdded) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = moved(state, event, ticket, priority=event.priority)
    return _with_priority(changed, event.priority)


def _cancelled(state: DayState, event: e.TicketCancelled) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = moved(state, event, ticket)
    if ticket.status in IN_HAND:
        changed = emptied(changed, ticket.counter, event.at)
        changed = forgotten(changed, ticket.counter)
    return tallied(changed, ticket.service, Tally(cancelled=1))


def _counter_opened(state: DayState, event: e.CounterOpened) -> DayState:
    """A pause ends at a hand-over: the next clerk begins at work."""
    desk = state.desks[event.counter]
    since = desk.since_at if desk.ticket else event.at
    if desk.status is DeskStatus.PAUSED and desk.clerk == event.clerk:
        return state
    opened = replace(
        desk,
        clerk=event.clerk,
        status=DeskStatus.OPEN,
        since_at=since,
        pause_reason="",
        back_at=None,
        memory=desk.memory if desk.clerk == event.clerk else None,
        worked_from_at=desk.worked_from_at if desk.clerk == event.clerk else event.at,
    )
    return with_desk(state, opened)


def _counter_paused(state: DayState, event: e.CounterPaused) -> DayState:
    before = state.desks[event.counter]
    desk = replace(
        before,
        status=DeskStatus.PAUSED,
        pause_reason=event.reason,
        back_at=event.back_at,
        since_at=event.at,
    )
    return remembered(with_desk(state, desk), event, None, before, Tally())


def _counter_resumed(state: DayState, event: e.CounterResumed) -> DayState:
    before = state.desks[event.counter]
    resumed = replace(
        before,
        status=DeskStatus.OPEN,
        pause_reason="",
        back_at=None,
        since_at=event.at,
        worked_from_at=event.at,
    )
    return remembered(with_desk(state, resumed), event, None, before, Tally())


def _counter_closed(state: DayState, event: e.CounterClosed) -> DayState:
    """Tickets that were to come to this very desk wait in their service's line for any other."""
    desk = state.desks[event.counter]
    for _, ticket_id in list(state.lines[desk_line(desk.id)].items()):
        ticket = state.tickets[ticket_id]
        state = placed(state, ticket, replace(ticket, only_at=""))
    tickets = state.tickets
    for ticket_id in desk.front:
        tickets = tickets.put(ticket_id, replace(tickets[ticket_id], front_of=""))
    closed = Desk(desk.id, since_at=event.at, served=desk.served, services=desk.services)
    return with_desk(replace(state, tickets=tickets), closed)


def _services_assigned(state: DayState, event: e.ServicesAssigned) -> DayState:
    desk = state.desks[event.counter]
    return with_desk(state, replace(desk, services=event.services or None))


_EVOLVE: Final[dict[type[e.Event], Callable[[DayState, Any], DayState]]] = {
    e.DayOpened: _day_opened,
    e.RulesChanged: _rules_changed,
    e.DayClosed: _day_closed,
    e.NumbersReserved: _reserved,
    e.TicketIssued: _issued,
    e.TicketCalled: _called,
    e.TicketRecalled: _recalled,
    e.ServiceStarted: _started,
    e.TicketCompleted: _completed,
    e.LegCompleted: _leg_completed,
    e.TicketMissed: _missed,
    e.TicketHeld: _held,
    e.TicketReturned: _returned,
    e.TicketTransferred: _transferred,
    e.TicketRouted: _routed,
    e.PriorityAdded: _priority_added,
    e.PingPongNoticed: alerts.ping_pong,
    e.PaperReported: side_facts.paper,
    e.PrintRequested: side_facts.print_asked,
    e.TicketTagged: side_facts.tagged,
    e.DeviceReported: side_facts.device,
    e.AppointmentsBooked: side_facts.booked,
    e.AlertRaised: alerts.raised,
    e.AlertAcknowledged: alerts.acknowledged,
    e.AlertResolved: alerts.resolved,
    e.ServicePaused: hall.service_paused,
    e.ServiceResumed: hall.service_resumed,
    e.NoticePosted: hall.notice_posted,
    e.NoticeWithdrawn: hall.notice_withdrawn,
    e.TicketRated: side_facts.rated,
    e.AdviceGiven: advice.advised,
    e.ForecastsMade: forecasts.foretold,
    e.CalibrationLearnt: forecasts.calibrated,
    e.TicketCancelled: _cancelled,
    e.ActionUndone: undoing.undone,
    e.CounterOpened: _counter_opened,
    e.CounterPaused: _counter_paused,
    e.CounterResumed: _counter_resumed,
    e.CounterClosed: _counter_closed,
    e.PauseUndone: undoing.pause_undone,
    e.ServicesAssigned: _services_assigned,
}
