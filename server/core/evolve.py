"""state, event → state. Total: a fact cannot be refused, and the old state stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from server.core import events as e
from server.core.discipline import next_turn
from server.core.explain import CHOSEN
from server.core.lifecycle import BIRTH, FINAL, IN_HAND, SET_ASIDE, after
from server.core.model import (
    RECENT_ALARMS,
    RECENT_CALLS,
    Alarm,
    Call,
    DayState,
    Desk,
    DeskStatus,
    Line,
    Memory,
    Reserve,
    Status,
    Tally,
    Ticket,
    desk_line,
)
from server.core.rules import Rules

MAX_WAIT_BUCKET: Final = 480


def evolve(state: DayState, event: e.Event) -> DayState:
    """The state after the fact."""
    return _EVOLVE[type(event)](replace(state, version=state.version + 1), event)


def _day_opened(state: DayState, event: e.DayOpened) -> DayState:
    return _under(DayState(day=event.day, version=state.version), event.rules)


def _rules_changed(state: DayState, event: e.RulesChanged) -> DayState:
    """Who waits for a service that vanishes waits for the one named in its stead."""
    changed = _under(state, event.rules)
    moves = dict(event.moves)
    desks = {id_: _under_new_rules(desk, event, moves) for id_, desk in changed.desks.items()}
    changed = replace(changed, desks=desks)
    for _, ticket in state.tickets.items():
        route = tuple(moves.get(service, service) for service in ticket.route)
        moved = replace(ticket, service=moves.get(ticket.service, ticket.service), route=route)
        if moved != ticket:
            changed = _placed(changed, ticket, moved)
    return replace(
        changed,
        lines={key: line for key, line in changed.lines.items() if key in _line_keys(event.rules)},
    )


def _under_new_rules(desk: Desk, event: e.RulesChanged, moves: dict[str, str]) -> Desk:
    """A supervisor's choice holds as far as its services exist; older actions stay as they are."""
    wanted = dict.fromkeys(moves.get(service, service) for service in desk.services or ())
    services = tuple(service for service in wanted if service in event.rules.service_by_id)
    return replace(desk, services=services or None, memory=None)


def _under(state: DayState, rules: Rules) -> DayState:
    known = {service.id: state.tallies.get(service.id, Tally()) for service in rules.services}
    return replace(
        state,
        rules=rules,
        lines=state.lines | {key: state.lines.get(key, Line()) for key in _line_keys(rules)},
        tallies=state.tallies | known,
        desks={c.id: state.desks.get(c.id, Desk(c.id)) for c in rules.counters},
    )


def _line_keys(rules: Rules) -> list[str]:
    return [s.id for s in rules.services] + [desk_line(c.id) for c in rules.counters]


def _day_closed(state: DayState, _event: e.DayClosed) -> DayState:
    return replace(state, closed=True, priority_counts={})


def _reserved(state: DayState, event: e.NumbersReserved) -> DayState:
    prefix = state.in_force.service_by_id[event.service].prefix
    reserve = Reserve(event.device, prefix, event.first, event.last)
    return replace(
        state,
        reserves=(*state.reserves, reserve),
        numbers=state.numbers | {prefix: event.last},
    )


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
    )
    numbers, used = state.numbers, state.used_labels
    if event.device:
        used = used.put(event.label, state.version)
    else:
        numbers = numbers | {state.in_force.service_by_id[event.service].prefix: event.number}
    changed = replace(
        state,
        tickets=state.tickets.put(ticket.id, ticket),
        issued=state.issued.put(ticket.id, ticket.sequence),
        lines=state.lines | {ticket.line: state.lines[ticket.line].joined(ticket)},
        numbers=numbers,
        used_labels=used,
    )
    return _counted(_with_priority(changed, event.priority), event.service, Tally(issued=1))


def _with_priority(state: DayState, code: str) -> DayState:
    if not code:
        return state
    counts = state.priority_counts
    return replace(state, priority_counts=counts | {code: counts.get(code, 0) + 1})


def _called(state: DayState, event: e.TicketCalled) -> DayState:
    ticket = state.tickets[event.ticket]
    rules = state.in_force
    desk = state.desks[event.counter]
    changed = _moved(
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
    )
    counted = Tally(chosen=int(event.why == CHOSEN))
    if ticket.first_called_at is None:
        counted = counted.plus(_first_call((event.at - ticket.arrived_at).total_seconds()))
    call = Call(ticket.id, ticket.label, event.counter, event.at, 0, Status.CALLED)
    changed = _with_desk(_listed(changed, call), called)
    return _remembered(changed, event, ticket, desk, counted)


def _first_call(waited_s: float) -> Tally:
    minute = max(0, min(int(waited_s // 60), MAX_WAIT_BUCKET))
    return Tally(called=1, wait_sum_s=waited_s, waits={minute: 1})


def _recalled(state: DayState, event: e.TicketRecalled) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(state, event, ticket, recall_count=event.recall_count)
    call = Call(ticket.id, ticket.label, event.counter, event.at, event.recall_count, Status.CALLED)
    # What was said over the loudspeaker cannot be taken back: an undo reaches no further.
    return _forgotten(_listed(changed, call), event.counter)


def _started(state: DayState, event: e.ServiceStarted) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = _moved(state, event, ticket, started_at=event.at)
    changed = _with_desk(changed, replace(changed.desks[desk.id], since_at=event.at))
    return _remembered(changed, event, ticket, desk, Tally())


def _completed(state: DayState, event: e.TicketCompleted) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = _emptied(_moved(state, event, ticket), event.counter, event.at, served=1)
    counted = _served(ticket, event.at).plus(Tally(completed=1))
    return _remembered(changed, event, ticket, desk, counted)


def _leg_completed(state: DayState, event: e.LegCompleted) -> DayState:
    """The number goes on to its next stop and keeps its first arrival there."""
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = _moved(
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
    changed = _emptied(changed, event.counter, event.at, served=1)
    return _remembered(changed, event, ticket, desk, _served(ticket, event.at))


def _served(ticket: Ticket, until: datetime) -> Tally:
    served_s = (until - (ticket.started_at or until)).total_seconds()
    return Tally(service_count=1, service_sum_s=served_s)


def _missed(state: DayState, event: e.TicketMissed) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = _moved(state, event, ticket, counter="", missed_at=event.at)
    changed = _emptied(changed, event.counter, event.at)
    return _remembered(changed, event, ticket, desk, Tally(no_show=1))


def _held(state: DayState, event: e.TicketHeld) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = _moved(
        state,
        event,
        ticket,
        counter="",
        held_until=event.until_at,
        front_of=event.counter,
    )
    return _remembered(_emptied(changed, event.counter, event.at), event, ticket, desk, Tally())


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
        stands_at=event.stands_at or ticket.stands_at,
    )
    if not event.counter:
        return changed
    desk = changed.desks[event.counter]
    return _with_desk(changed, replace(desk, front=(*desk.front, ticket.id)))


def _transferred(state: DayState, event: e.TicketTransferred) -> DayState:
    ticket, desk = state.tickets[event.ticket], state.desks[event.counter]
    changed = _moved(
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
    changed = _emptied(changed, event.counter, event.at)
    return _remembered(changed, event, ticket, desk, Tally(transferred=1))


def _routed(state: DayState, event: e.TicketRouted) -> DayState:
    ticket = state.tickets[event.ticket]
    return _moved(state, event, ticket, route=event.route)


def _priority_added(state: DayState, event: e.PriorityAdded) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(state, event, ticket, priority=event.priority)
    return _with_priority(changed, event.priority)


def _ping_pong(state: DayState, event: e.PingPongNoticed) -> DayState:
    ticket = state.tickets[event.ticket]
    alarm = Alarm(event.at, "ping_pong", ticket.id, ticket.label, event.counter)
    return replace(state, alarms=(*state.alarms, alarm)[-RECENT_ALARMS:])


def _cancelled(state: DayState, event: e.TicketCancelled) -> DayState:
    ticket = state.tickets[event.ticket]
    changed = _moved(state, event, ticket)
    if ticket.status in IN_HAND:
        changed = _emptied(changed, ticket.counter, event.at)
        changed = _forgotten(changed, ticket.counter)
    return _counted(changed, ticket.service, Tally(cancelled=1))


def _undone(state: DayState, event: e.ActionUndone) -> DayState:
    """The ticket and the desk as they were before; only the time is not turned back."""
    desk = state.desks[event.counter]
    memory = desk.memory
    if memory is None or memory.ticket is None:
        raise AssertionError("decide found an action to undo where there is none")
    before = _reachable(state, replace(memory.ticket, touched=state.version))
    changed = _with_front(_placed(state, state.tickets.get(before.id), before), before, memory.desk)
    now = changed.desks[desk.id]
    restored = replace(memory.desk, front=now.front, services=now.services, memory=None)
    calls = _with_status(changed.calls, before)
    if before.status is Status.WAITING:
        calls = tuple(call for call in calls if call.ticket != before.id)
    changed = replace(_with_desk(changed, restored), calls=calls)
    return _counted(changed, memory.service, memory.counted, times=-1)


def _with_front(state: DayState, ticket: Ticket, was: Desk) -> DayState:
    """A place that was kept is kept again, where it stood among the kept ones."""
    if ticket.status is not Status.WAITING or not ticket.front_of:
        return state
    desk = state.desks[ticket.front_of]
    kept = {ticket.id, *desk.front}
    order = dict.fromkeys((*(was.front if was.id == desk.id else ()), ticket.id, *desk.front))
    return _with_desk(state, replace(desk, front=tuple(id_ for id_ in order if id_ in kept)))


def _reachable(state: DayState, ticket: Ticket) -> Ticket:
    """Who waits for one desk alone waits for any once that desk has closed."""
    closed = {desk.id for desk in state.desks.values() if desk.status is DeskStatus.CLOSED}
    if ticket.status is not Status.WAITING or not closed & {ticket.only_at, ticket.front_of}:
        return ticket
    only_at = "" if ticket.only_at in closed else ticket.only_at
    front_of = "" if ticket.front_of in closed else ticket.front_of
    return replace(ticket, only_at=only_at, front_of=front_of)


def _pause_undone(state: DayState, event: e.PauseUndone) -> DayState:
    desk = state.desks[event.counter]
    if desk.memory is None:
        raise AssertionError("decide found a pause to undo where there is none")
    before = replace(desk.memory.desk, front=desk.front, services=desk.services, memory=None)
    return _with_desk(state, before)


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
        memory=desk.memory if desk.clerk == event.clerk else None,
    )
    return _with_desk(state, opened)


def _counter_paused(state: DayState, event: e.CounterPaused) -> DayState:
    before = state.desks[event.counter]
    desk = replace(
        before,
        status=DeskStatus.PAUSED,
        pause_reason=event.reason,
        back_at=event.back_at,
        since_at=event.at,
    )
    return _remembered(_with_desk(state, desk), event, None, before, Tally())


def _counter_resumed(state: DayState, event: e.CounterResumed) -> DayState:
    before = state.desks[event.counter]
    resumed = replace(
        before, status=DeskStatus.OPEN, pause_reason="", back_at=None, since_at=event.at
    )
    return _remembered(_with_desk(state, resumed), event, None, before, Tally())


def _counter_closed(state: DayState, event: e.CounterClosed) -> DayState:
    """Tickets that were to come to this very desk wait in their service's line for any other."""
    desk = state.desks[event.counter]
    for _, ticket_id in list(state.lines[desk_line(desk.id)].items()):
        ticket = state.tickets[ticket_id]
        state = _placed(state, ticket, replace(ticket, only_at=""))
    tickets = state.tickets
    for ticket_id in desk.front:
        tickets = tickets.put(ticket_id, replace(tickets[ticket_id], front_of=""))
    closed = Desk(desk.id, since_at=event.at, served=desk.served, services=desk.services)
    return _with_desk(replace(state, tickets=tickets), closed)


def _services_assigned(state: DayState, event: e.ServicesAssigned) -> DayState:
    desk = state.desks[event.counter]
    return _with_desk(state, replace(desk, services=event.services or None))


def _moved(state: DayState, event: e.TicketEvent, ticket: Ticket, **changes: Any) -> DayState:
    """The ticket after the move of the life table, in the place its new status gives it."""
    status = after(ticket.status, type(event))
    moved = _reachable(state, replace(ticket, status=status, touched=state.version, **changes))
    changed = _placed(state, ticket, moved)
    return replace(changed, calls=_with_status(state.calls, moved))


def _with_status(calls: tuple[Call, ...], ticket: Ticket) -> tuple[Call, ...]:
    return tuple(
        replace(call, status=ticket.status) if call.ticket == ticket.id else call for call in calls
    )


def _placed(state: DayState, old: Ticket | None, new: Ticket) -> DayState:
    """Take ``old`` out of wherever its status had put it, and put ``new`` where its own does."""
    lines, set_aside, desks = state.lines, state.set_aside, state.desks
    if old is not None:
        if new.status is not Status.WAITING or new.front_of != old.front_of:
            desks = _without_front(desks, old)
        if old.status is Status.WAITING:
            lines = lines | {old.line: lines[old.line].left(old)}
        if old.status in SET_ASIDE:
            set_aside = set_aside.without(old.sequence)
    tickets = state.tickets
    if new.status in FINAL:
        tickets = tickets.without(new.id)
    else:
        tickets = tickets.put(new.id, new)
    if new.status is Status.WAITING:
        lines = lines | {new.line: lines[new.line].joined(new)}
    if new.status in SET_ASIDE:
        set_aside = set_aside.put(new.sequence, new.id)
    return replace(state, tickets=tickets, lines=lines, set_aside=set_aside, desks=desks)


def _without_front(desks: dict[str, Desk], ticket: Ticket) -> dict[str, Desk]:
    desk = desks.get(ticket.front_of)
    if desk is None or ticket.id not in desk.front:
        return desks
    front = tuple(each for each in desk.front if each != ticket.id)
    return desks | {desk.id: replace(desk, front=front)}


def _emptied(state: DayState, counter: str, at: datetime, served: int = 0) -> DayState:
    desk = state.desks[counter]
    return _with_desk(state, replace(desk, ticket="", since_at=at, served=desk.served + served))


def _with_desk(state: DayState, desk: Desk) -> DayState:
    return replace(state, desks=state.desks | {desk.id: desk})


def _remembered(
    state: DayState,
    event: e.CounterEvent | e.TicketEvent,
    ticket: Ticket | None,
    desk: Desk,
    counted: Tally,
) -> DayState:
    """Count the action, and keep what an undo of it needs; what came before it is forgotten."""
    service = ticket.service if ticket else ""
    memory = Memory(
        version=state.version,
        at=event.at,
        clerk=desk.clerk,
        kind=type(event).__name__,
        ticket=ticket,
        desk=replace(desk, memory=None),
        service=service,
        counted=counted,
    )
    changed = _with_desk(state, replace(state.desks[desk.id], memory=memory))
    return _counted(changed, service, counted)


def _forgotten(state: DayState, counter: str) -> DayState:
    return _with_desk(state, replace(state.desks[counter], memory=None))


def _listed(state: DayState, call: Call) -> DayState:
    others = tuple(each for each in state.calls if each.ticket != call.ticket)
    return replace(state, calls=(call, *others)[:RECENT_CALLS])


def _counted(state: DayState, service: str, counted: Tally, times: int = 1) -> DayState:
    if not service:
        return state
    tally = state.tallies[service].plus(counted, times)
    return replace(state, tallies=state.tallies | {service: tally})


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
    e.PingPongNoticed: _ping_pong,
    e.TicketCancelled: _cancelled,
    e.ActionUndone: _undone,
    e.CounterOpened: _counter_opened,
    e.CounterPaused: _counter_paused,
    e.CounterResumed: _counter_resumed,
    e.CounterClosed: _counter_closed,
    e.PauseUndone: _pause_undone,
    e.ServicesAssigned: _services_assigned,
}
