"""state, event → state. Total: a fact cannot be refused, and the old state stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from server.core import events as e
from server.core.lifecycle import BIRTH, FINAL, IN_HAND, SET_ASIDE, after
from server.core.model import (
    RECENT_CALLS,
    Call,
    DayState,
    Desk,
    DeskStatus,
    Line,
    Status,
    Tally,
    Ticket,
)
from server.core.rules import Rules

MAX_WAIT_BUCKET: Final = 480


def evolve(state: DayState, event: e.Event) -> DayState:
    """The state after the fact."""
    return _EVOLVE[type(event)](replace(state, version=state.version + 1), event)


def _day_opened(state: DayState, event: e.DayOpened) -> DayState:
    return _under(DayState(day=event.day, version=state.version), event.rules)


def _rules_changed(state: DayState, event: e.RulesChanged) -> DayState:
    return _under(state, event.rules)


def _under(state: DayState, rules: Rules) -> DayState:
    return replace(
        state,
        rules=rules,
        lines={s.id: state.lines.get(s.id, Line()) for s in rules.services},
        tallies={s.id: state.tallies.get(s.id, Tally()) for s in rules.services},
        desks={c.id: state.desks.get(c.id, Desk(c.id)) for c in rules.counters},
    )


def _day_closed(state: DayState, _event: e.DayClosed) -> DayState:
    return replace(state, closed=True)


def _issued(state: DayState, event: e.TicketIssued) -> DayState:
    rules = state.in_force
    ticket = Ticket(
        id=event.ticket,
        label=event.label,
        sequence=state.version,
        service=event.service,
        priority=event.priority,
        credit_s=rules.credit_by_priority[event.priority],
        arrived_at=event.at,
        status=BIRTH,
    )
    tally = state.tallies[event.service]
    return replace(
        state,
        tickets=state.tickets.put(ticket.id, ticket),
        issued=state.issued.put(ticket.id, ticket.sequence),
        lines=state.lines | {ticket.service: state.lines[ticket.service].joined(ticket)},
        numbers=state.numbers | {rules.service_by_id[event.service].prefix: event.number},
        tallies=state.tallies | {ticket.service: replace(tally, issued=tally.issued + 1)},
    )


def _called(state: DayState, event: e.TicketCalled) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(
        state,
        event,
        ticket,
        counter=event.counter,
        front_of="",
        called_at=event.at,
        recall_count=0,
        was_called=True,
        why=event.why,
        why_params=event.why_params,
    )
    if not ticket.was_called:
        waited_s = (event.at - ticket.arrived_at).total_seconds()
        changed = _tallied(changed, ticket.service, lambda tally: _with_wait(tally, waited_s))
    call = Call(ticket.id, ticket.label, event.counter, event.at, 0, Status.CALLED)
    return _in_hand(_listed(changed, call), event.counter, ticket.id, event.at)


def _with_wait(tally: Tally, waited_s: float) -> Tally:
    bucket = min(int(waited_s // 60), MAX_WAIT_BUCKET)
    return replace(
        tally,
        called=tally.called + 1,
        wait_sum_s=tally.wait_sum_s + waited_s,
        waits=tally.waits | {bucket: tally.waits.get(bucket, 0) + 1},
    )


def _recalled(state: DayState, event: e.TicketRecalled) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(state, event, ticket, recall_count=event.recall_count)
    call = Call(ticket.id, ticket.label, event.counter, event.at, event.recall_count, Status.CALLED)
    return _listed(changed, call)


def _started(state: DayState, event: e.ServiceStarted) -> DayState:
    changed = _moved(state, event, state.tickets[event.ticket], started_at=event.at)
    return _in_hand(changed, event.counter, event.ticket, event.at)


def _completed(state: DayState, event: e.TicketCompleted) -> DayState:
    ticket = state.tickets[event.ticket]
    served_s = (event.at - (ticket.started_at or event.at)).total_seconds()
    changed = _emptied(_moved(state, event, ticket), event.counter, event.at, served=1)
    return _tallied(
        changed,
        ticket.service,
        lambda tally: replace(
            tally,
            completed=tally.completed + 1,
            service_count=tally.service_count + 1,
            service_sum_s=tally.service_sum_s + served_s,
        ),
    )


def _missed(state: DayState, event: e.TicketMissed) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _emptied(_moved(state, event, ticket, counter=""), event.counter, event.at)
    return _tallied(
        changed, ticket.service, lambda tally: replace(tally, no_show=tally.no_show + 1)
    )


def _held(state: DayState, event: e.TicketHeld) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(state, event, ticket, held_until=event.until_at, front_of=event.counter)
    return _emptied(changed, event.counter, event.at)


def _returned(state: DayState, event: e.TicketReturned) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(
        state,
        event,
        ticket,
        counter="",
        held_until=None,
        started_at=None,
        front_of=event.counter,
    )
    if not event.counter:
        return changed
    desk = changed.desks[event.counter]
    front = replace(desk, front=(*desk.front, ticket.id))
    return replace(changed, desks=changed.desks | {desk.id: front})


def _transferred(state: DayState, event: e.TicketTransferred) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(
        state,
        event,
        ticket,
        service=event.service,
        counter="",
        front_of="",
        started_at=None,
        transfer_count=ticket.transfer_count + 1,
    )
    return _emptied(changed, event.counter, event.at)


def _cancelled(state: DayState, event: e.TicketCancelled) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(state, event, ticket)
    if ticket.status in IN_HAND:
        changed = _emptied(changed, ticket.counter, event.at)
    return _tallied(
        changed, ticket.service, lambda tally: replace(tally, cancelled=tally.cancelled + 1)
    )


def _counter_opened(state: DayState, event: e.CounterOpened) -> DayState:
    """A pause belongs to the clerk who took it: who takes the desk over begins at work."""
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
    )
    return _with_desk(state, opened)


def _counter_paused(state: DayState, event: e.CounterPaused) -> DayState:
    desk = replace(
        state.desks[event.counter],
        status=DeskStatus.PAUSED,
        pause_reason=event.reason,
        back_at=event.back_at,
        since_at=event.at,
    )
    return _with_desk(state, desk)


def _counter_resumed(state: DayState, event: e.CounterResumed) -> DayState:
    desk = state.desks[event.counter]
    resumed = replace(
        desk, status=DeskStatus.OPEN, pause_reason="", back_at=None, since_at=event.at
    )
    return _with_desk(state, resumed)


def _counter_closed(state: DayState, event: e.CounterClosed) -> DayState:
    """Tickets that would have come back to this desk first stay in the line for any other."""
    desk = state.desks[event.counter]
    tickets = state.tickets
    for ticket_id in desk.front:
        tickets = tickets.put(ticket_id, replace(tickets[ticket_id], front_of=""))
    closed = Desk(desk.id, since_at=event.at, served=desk.served)
    return _with_desk(replace(state, tickets=tickets), closed)


def _moved(state: DayState, event: e.TicketEvent, ticket: Ticket, **changes: Any) -> DayState:
    """The ticket after the move of the life table, in the place its new status gives it."""
    status = after(ticket.status, type(event))
    moved = replace(ticket, status=status, **changes)
    lines, set_aside = state.lines, state.set_aside
    if ticket.status is Status.WAITING:
        lines = lines | {ticket.service: lines[ticket.service].left(ticket)}
    if status is Status.WAITING:
        lines = lines | {moved.service: lines[moved.service].joined(moved)}
    if ticket.status in SET_ASIDE:
        set_aside = set_aside.without(ticket.sequence)
    if status in SET_ASIDE:
        set_aside = set_aside.put(ticket.sequence, ticket.id)
    gone = status in FINAL
    return replace(
        state,
        tickets=state.tickets.without(ticket.id) if gone else state.tickets.put(ticket.id, moved),
        lines=lines,
        set_aside=set_aside,
        desks=_without_front(state.desks, ticket),
        calls=tuple(
            replace(call, status=status) if call.ticket == ticket.id else call
            for call in state.calls
        ),
    )


def _without_front(desks: dict[str, Desk], ticket: Ticket) -> dict[str, Desk]:
    desk = desks.get(ticket.front_of)
    if desk is None or ticket.id not in desk.front:
        return desks
    front = tuple(each for each in desk.front if each != ticket.id)
    return desks | {desk.id: replace(desk, front=front)}


def _in_hand(state: DayState, counter: str, ticket: str, at: datetime) -> DayState:
    return _with_desk(state, replace(state.desks[counter], ticket=ticket, since_at=at))


def _emptied(state: DayState, counter: str, at: datetime, served: int = 0) -> DayState:
    desk = state.desks[counter]
    return _with_desk(state, replace(desk, ticket="", since_at=at, served=desk.served + served))


def _with_desk(state: DayState, desk: Desk) -> DayState:
    return replace(state, desks=state.desks | {desk.id: desk})


def _listed(state: DayState, call: Call) -> DayState:
    others = tuple(each for each in state.calls if each.ticket != call.ticket)
    return replace(state, calls=(call, *others)[:RECENT_CALLS])


def _tallied(state: DayState, service: str, change: Callable[[Tally], Tally]) -> DayState:
    return replace(state, tallies=state.tallies | {service: change(state.tallies[service])})


_EVOLVE: Final[dict[type[e.Event], Callable[[DayState, Any], DayState]]] = {
    e.DayOpened: _day_opened,
    e.RulesChanged: _rules_changed,
    e.DayClosed: _day_closed,
    e.TicketIssued: _issued,
    e.TicketCalled: _called,
    e.TicketRecalled: _recalled,
    e.ServiceStarted: _started,
    e.TicketCompleted: _completed,
    e.TicketMissed: _missed,
    e.TicketHeld: _held,
    e.TicketReturned: _returned,
    e.TicketTransferred: _transferred,
    e.TicketCancelled: _cancelled,
    e.CounterOpened: _counter_opened,
    e.CounterPaused: _counter_paused,
    e.CounterResumed: _counter_resumed,
    e.CounterClosed: _counter_closed,
}
