"""state, command → events, or ``Rejected``. Reads the state, changes nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from server.core import commands as c
from server.core import events as e
from server.core.discipline import next_for
from server.core.estimate import forecast
from server.core.lifecycle import IN_HAND, after
from server.core.model import DayState, Desk, DeskStatus, Status, Ticket
from server.core.numbering import label, next_number
from server.core.rejected import Reason, Rejected

Events = tuple[e.Event, ...]


def decide(state: DayState, command: c.Command) -> Events:
    """The facts that follow from the command. Raises ``Rejected`` with a stable reason."""
    if state.closed:
        raise Rejected(Reason.DAY_CLOSED, state.day)
    return _DECIDE[type(command)](state, command)


def _open_day(_state: DayState, command: c.OpenDay) -> Events:
    return (e.DayOpened(command.at, command.day, command.rules),)


def _change_rules(state: DayState, command: c.ChangeRules) -> Events:
    """Refused while somebody waits for a service, or sits at a desk, that would vanish."""
    rules = command.rules
    for _, ticket in state.tickets.items():
        if ticket.service not in rules.service_by_id:
            raise Rejected(Reason.UNKNOWN_SERVICE, f"{ticket.label} is in {ticket.service}")
        if ticket.priority not in rules.credit_by_priority:
            raise Rejected(Reason.UNKNOWN_PRIORITY, f"{ticket.label} has {ticket.priority}")
    for desk in state.desks.values():
        if desk.status is not DeskStatus.CLOSED and desk.id not in rules.counter_by_id:
            raise Rejected(Reason.UNKNOWN_COUNTER, f"{desk.id} is open")
    return (e.RulesChanged(command.at, rules),)


def _close_day(state: DayState, command: c.CloseDay) -> Events:
    """Everybody still in the building is let go by an event of his own: nobody is in limbo."""
    left = (e.TicketCancelled(command.at, id_, "day_closed") for id_, _ in state.tickets.items())
    desks = (
        e.CounterClosed(command.at, desk.id, desk.clerk)
        for desk in state.desks.values()
        if desk.status is not DeskStatus.CLOSED
    )
    return (*left, *desks, e.DayClosed(command.at))


def _issue(state: DayState, command: c.IssueTicket) -> Events:
    rules = state.in_force
    service = rules.service_by_id.get(command.service)
    if service is None:
        raise Rejected(Reason.UNKNOWN_SERVICE, command.service)
    if command.priority not in rules.credit_by_priority:
        raise Rejected(Reason.UNKNOWN_PRIORITY, command.priority)
    if command.ticket in state.issued:
        raise Rejected(Reason.TICKET_ID_TAKEN, command.ticket)
    number = next_number(state, service)
    credit_s = rules.credit_by_priority[command.priority]
    ticket = Ticket(
        id=command.ticket,
        label=label(service, number),
        sequence=state.version + 1,
        service=service.id,
        priority=command.priority,
        credit_s=credit_s,
        arrived_at=command.at,
    )
    told = forecast(state, ticket, command.at)
    return (
        e.TicketIssued(
            command.at,
            ticket.id,
            ticket.label,
            number,
            service.id,
            command.priority,
            told.ahead,
            told.low_s,
            told.high_s,
        ),
    )


def _cancel(state: DayState, command: c.CancelTicket) -> Events:
    ticket = _ticket(state, command.ticket)
    if ticket.status in IN_HAND:
        raise Rejected(Reason.ILLEGAL_MOVE, f"{ticket.label} is at counter {ticket.counter}")
    after(ticket.status, e.TicketCancelled)
    return (e.TicketCancelled(command.at, ticket.id, command.reason),)


def _return(state: DayState, command: c.ReturnTicket) -> Events:
    ticket = _ticket(state, command.ticket)
    after(ticket.status, e.TicketReturned)
    desk = state.desks.get(ticket.front_of) if ticket.status is Status.ON_HOLD else None
    kept = desk is not None and desk.status is not DeskStatus.CLOSED
    return (e.TicketReturned(command.at, ticket.id, ticket.front_of if kept else ""),)


def _open_counter(state: DayState, command: c.OpenCounter) -> Events:
    desk = _desk(state, command.counter)
    if command.clerk not in state.in_force.clerks:
        raise Rejected(Reason.UNKNOWN_CLERK, command.clerk)
    for other in state.desks.values():
        if other.clerk == command.clerk and other.id != desk.id:
            raise Rejected(Reason.CLERK_ELSEWHERE, other.id)
    return (e.CounterOpened(command.at, desk.id, command.clerk),)


def _pause(state: DayState, command: c.PauseCounter) -> Events:
    desk = _own_desk(state, command)
    if desk.status is DeskStatus.PAUSED:
        raise Rejected(Reason.COUNTER_PAUSED, desk.id)
    if desk.ticket:
        raise Rejected(Reason.COUNTER_BUSY, desk.id)
    _known(command.reason, state.in_force.pause_reasons)
    back_at = command.at + timedelta(minutes=command.minutes)
    return (e.CounterPaused(command.at, desk.id, command.clerk, command.reason, back_at),)


def _resume(state: DayState, command: c.ResumeCounter) -> Events:
    desk = _own_desk(state, command)
    if desk.status is not DeskStatus.PAUSED:
        raise Rejected(Reason.COUNTER_NOT_PAUSED, desk.id)
    return (e.CounterResumed(command.at, desk.id, command.clerk),)


def _close_counter(state: DayState, command: c.CloseCounter) -> Events:
    desk = _own_desk(state, command)
    if desk.ticket:
        raise Rejected(Reason.COUNTER_BUSY, desk.id)
    return (e.CounterClosed(command.at, desk.id, command.clerk),)


def _call_next(state: DayState, command: c.CallNext) -> Events:
    desk = _own_desk(state, command)
    if desk.status is DeskStatus.PAUSED:
        raise Rejected(Reason.COUNTER_PAUSED, desk.id)
    if desk.ticket:
        raise Rejected(Reason.COUNTER_BUSY, desk.id)
    choice = next_for(state, desk.id, command.at)
    if choice is None:
        raise Rejected(Reason.NOBODY_WAITING, desk.id)
    ticket, why = choice
    return (e.TicketCalled(command.at, ticket.id, desk.id, command.clerk, why.code, why.params),)


def _recall(state: DayState, command: c.RecallTicket) -> Events:
    ticket = _in_hand(state, command, e.TicketRecalled)
    if ticket.recall_count >= state.in_force.recall_limit:
        raise Rejected(Reason.RECALL_LIMIT, ticket.label)
    count = ticket.recall_count + 1
    return (e.TicketRecalled(command.at, ticket.id, ticket.counter, command.clerk, count),)


def _start(state: DayState, command: c.StartService) -> Events:
    ticket = _in_hand(state, command, e.ServiceStarted)
    return (e.ServiceStarted(command.at, ticket.id, ticket.counter, command.clerk),)


def _complete(state: DayState, command: c.CompleteTicket) -> Events:
    ticket = _in_hand(state, command, e.TicketCompleted)
    _known(command.outcome, state.in_force.outcomes)
    return (
        e.TicketCompleted(command.at, ticket.id, ticket.counter, command.clerk, command.outcome),
    )


def _miss(state: DayState, command: c.MarkNoShow) -> Events:
    ticket = _in_hand(state, command, e.TicketMissed)
    return (e.TicketMissed(command.at, ticket.id, ticket.counter, command.clerk),)


def _hold(state: DayState, command: c.HoldTicket) -> Events:
    ticket = _in_hand(state, command, e.TicketHeld)
    _known(command.reason, state.in_force.hold_reasons)
    until = command.at + timedelta(minutes=command.minutes)
    return (
        e.TicketHeld(command.at, ticket.id, ticket.counter, command.clerk, command.reason, until),
    )


def _transfer(state: DayState, command: c.TransferTicket) -> Events:
    ticket = _in_hand(state, command, e.TicketTransferred)
    if command.service not in state.in_force.service_by_id:
        raise Rejected(Reason.UNKNOWN_SERVICE, command.service)
    if command.service == ticket.service:
        raise Rejected(Reason.SAME_SERVICE, command.service)
    _known(command.reason, state.in_force.transfer_reasons)
    return (
        e.TicketTransferred(
            command.at,
            ticket.id,
            ticket.counter,
            command.clerk,
            command.service,
            command.reason,
        ),
    )


def _ticket(state: DayState, ticket_id: str) -> Ticket:
    """A ticket in the building; one that has left it can no longer be moved."""
    ticket = state.tickets.get(ticket_id)
    if ticket is not None:
        return ticket
    if ticket_id in state.issued:
        raise Rejected(Reason.ILLEGAL_MOVE, f"{ticket_id} has left")
    raise Rejected(Reason.UNKNOWN_TICKET, ticket_id)


def _desk(state: DayState, counter: str) -> Desk:
    desk = state.desks.get(counter)
    if desk is None or counter not in state.in_force.counter_by_id:
        raise Rejected(Reason.UNKNOWN_COUNTER, counter)
    return desk


def _own_desk(state: DayState, command: c.DeskCommand) -> Desk:
    desk = _desk(state, command.counter)
    if desk.status is DeskStatus.CLOSED:
        raise Rejected(Reason.COUNTER_CLOSED, desk.id)
    if desk.clerk != command.clerk:
        raise Rejected(Reason.NOT_YOUR_COUNTER, desk.id)
    return desk


def _in_hand(state: DayState, command: c.TicketCommand, event: type[e.TicketEvent]) -> Ticket:
    """The ticket this desk holds, if its life allows the event now."""
    desk = _own_desk(state, command)
    ticket = _ticket(state, command.ticket)
    if desk.ticket != ticket.id:
        raise Rejected(Reason.NOT_YOUR_TICKET if desk.ticket else Reason.COUNTER_EMPTY, desk.id)
    after(ticket.status, event)
    return ticket


def _known(code: str, codes: tuple[str, ...]) -> None:
    if code not in codes:
        raise Rejected(Reason.UNKNOWN_REASON, code)


_DECIDE: Final[dict[type[c.Command], Callable[[DayState, Any], Events]]] = {
    c.OpenDay: _open_day,
    c.ChangeRules: _change_rules,
    c.CloseDay: _close_day,
    c.IssueTicket: _issue,
    c.CancelTicket: _cancel,
    c.ReturnTicket: _return,
    c.OpenCounter: _open_counter,
    c.PauseCounter: _pause,
    c.ResumeCounter: _resume,
    c.CloseCounter: _close_counter,
    c.CallNext: _call_next,
    c.RecallTicket: _recall,
    c.StartService: _start,
    c.CompleteTicket: _complete,
    c.MarkNoShow: _miss,
    c.HoldTicket: _hold,
    c.TransferTicket: _transfer,
}
