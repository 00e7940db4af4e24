"""The small changes of the state of which ``evolve`` is made: places, desks, counts, memories.

A ticket is in exactly one place (a line, a desk, set aside, or gone); every change goes through
``placed``, which takes it out of one and puts it into the other.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from server.core import events as e
from server.core.lifecycle import FINAL, SET_ASIDE, after
from server.core.model import (
    RECENT_CALLS,
    Call,
    DayState,
    Desk,
    DeskStatus,
    Line,
    Memory,
    Served,
    Status,
    Tally,
    Ticket,
    desk_line,
)
from server.core.rules import Rules


def moved(state: DayState, event: e.TicketEvent, ticket: Ticket, **changes: Any) -> DayState:
    """The ticket after the move of the life table, in the place its new status gives it. Raises
    ``Rejected`` for a move the table does not have.
    """
    status = after(ticket.status, type(event))
    moved = reachable(state, replace(ticket, status=status, touched=state.version, **changes))
    changed = placed(state, ticket, moved)
    return replace(changed, calls=with_status(state.calls, moved))


def with_status(calls: tuple[Call, ...], ticket: Ticket) -> tuple[Call, ...]:
    """The lobby's calls with this ticket's new status."""
    return tuple(
        replace(call, status=ticket.status) if call.ticket == ticket.id else call for call in calls
    )


def placed(state: DayState, old: Ticket | None, new: Ticket) -> DayState:
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


def emptied(state: DayState, counter: str, at: datetime, served: int = 0) -> DayState:
    """The desk without its ticket, and ``served`` more people served."""
    desk = state.desks[counter]
    return with_desk(state, replace(desk, ticket="", since_at=at, served=desk.served + served))


def with_desk(state: DayState, desk: Desk) -> DayState:
    """The state with this desk in place of the one of its id."""
    return replace(state, desks=state.desks | {desk.id: desk})


def remembered(
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
    changed = with_desk(state, replace(state.desks[desk.id], memory=memory))
    return tallied(changed, service, counted)


def forgotten(state: DayState, counter: str) -> DayState:
    """The state in which nothing at this desk can be undone any more."""
    return with_desk(state, replace(state.desks[counter], memory=None))


def listed(state: DayState, call: Call) -> DayState:
    """The call at the head of the lobby's list, each ticket once."""
    others = tuple(each for each in state.calls if each.ticket != call.ticket)
    return replace(state, calls=(call, *others)[:RECENT_CALLS])


def credited(state: DayState, clerk: str, counted: Tally, times: int = 1) -> DayState:
    """The state with these services added to the clerk's day; ``times`` -1 removes them."""
    now = state.served_by.get(clerk, Served())
    served = Served(
        now.count + times * counted.service_count, now.sum_s + times * counted.service_sum_s
    )
    return replace(state, served_by=state.served_by | {clerk: served})


def tallied(state: DayState, service: str, counted: Tally, times: int = 1) -> DayState:
    """The service's counts with these added, ``times`` over."""
    if not service:
        return state
    tally = state.tallies[service].plus(counted, times)
    return replace(state, tallies=state.tallies | {service: tally})


def with_front(state: DayState, ticket: Ticket, was: Desk) -> DayState:
    """Put a kept ticket back among the kept ones of its desk, in its former place."""
    if ticket.status is not Status.WAITING or not ticket.front_of:
        return state
    desk = state.desks[ticket.front_of]
    kept = {ticket.id, *desk.front}
    order = dict.fromkeys((*(was.front if was.id == desk.id else ()), ticket.id, *desk.front))
    return with_desk(state, replace(desk, front=tuple(id_ for id_ in order if id_ in kept)))


def reachable(state: DayState, ticket: Ticket) -> Ticket:
    """A ticket that waits for one closed desk waits for any desk of its service."""
    closed = {desk.id for desk in state.desks.values() if desk.status is DeskStatus.CLOSED}
    if ticket.status is not Status.WAITING or not closed & {ticket.only_at, ticket.front_of}:
        return ticket
    only_at = "" if ticket.only_at in closed else ticket.only_at
    front_of = "" if ticket.front_of in closed else ticket.front_of
    return replace(ticket, only_at=only_at, front_of=front_of)


def under_new_rules(desk: Desk, event: e.RulesChanged, moves: dict[str, str]) -> Desk:
    """A supervisor's choice holds as far as its services exist; older actions stay as they are."""
    wanted = dict.fromkeys(moves.get(service, service) for service in desk.services or ())
    services = tuple(service for service in wanted if service in event.rules.service_by_id)
    return replace(desk, services=services or None, memory=None)


def under(state: DayState, rules: Rules) -> DayState:
    """The state with these rules in force: their lines and desks, and every count so far."""
    known = {service.id: state.tallies.get(service.id, Tally()) for service in rules.services}
    return replace(
        state,
        rules=rules,
        lines=state.lines | {key: state.lines.get(key, Line()) for key in line_keys(rules)},
        tallies=state.tallies | known,
        desks={c.id: state.desks.get(c.id, Desk(c.id)) for c in rules.counters},
    )


def line_keys(rules: Rules) -> list[str]:
    """Every line there is: of each service, and of each desk for who is sent there by name."""
    return [s.id for s in rules.services] + [desk_line(c.id) for c in rules.counters]
