"""state, command → events, or ``Rejected``. Reads the state, changes nothing."""

from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from typing import Any, Final

from server.codes import ErrorCode
from server.core import (
    advice,
    alerts,
    checks,
    explain,
    forecasts,
    hall,
    issuing,
    side_facts,
    undoing,
)
from server.core import commands as c
from server.core import events as e
from server.core.calendar import special_day
from server.core.discipline import next_for
from server.core.lifecycle import IN_HAND, after
from server.core.model import DayState, DeskStatus, Status, Ticket
from server.core.rejected import Rejected

Events = tuple[e.Event, ...]


def decide(state: DayState, command: c.Command) -> Events:
    """The events that follow from the command. Raises ``Rejected`` with a stable reason."""
    if state.closed:
        raise Rejected(ErrorCode.DAY_CLOSED, state.day)
    return _DECIDE[type(command)](state, command)


def _open_day(_state: DayState, command: c.OpenDay) -> Events:
    return (e.DayOpened(command.at, command.day, command.rules),)


def _change_rules(state: DayState, command: c.ChangeRules) -> Events:
    """Refused while a ticket waits for a service, or a clerk sits at a desk, that would be
    removed.
    """
    rules, moves = command.rules, dict(command.moves)
    for _, ticket in state.tickets.items():
        for service in (ticket.service, *ticket.route):
            if moves.get(service, service) not in rules.service_by_id:
                raise Rejected(ErrorCode.WOULD_STRAND, f"{ticket.label} waits for {service}")
        if ticket.priority not in rules.priority_by_code:
            raise Rejected(ErrorCode.UNKNOWN_PRIORITY, f"{ticket.label} has {ticket.priority}")
        if ticket.only_at and ticket.only_at not in rules.counter_by_id:
            raise Rejected(ErrorCode.UNKNOWN_COUNTER, f"{ticket.label} waits for {ticket.only_at}")
    for desk in state.desks.values():
        if desk.status is not DeskStatus.CLOSED and desk.id not in rules.counter_by_id:
            raise Rejected(ErrorCode.UNKNOWN_COUNTER, f"{desk.id} is open")
    return (e.RulesChanged(command.at, rules, command.moves),)


def _close_day(state: DayState, command: c.CloseDay) -> Events:
    """Every ticket still in the building is cancelled by an event of its own."""
    left = (e.TicketCancelled(command.at, id_, "day_closed") for id_, _ in state.tickets.items())
    desks = (
        e.CounterClosed(command.at, desk.id, desk.clerk)
        for desk in state.desks.values()
        if desk.status is not DeskStatus.CLOSED
    )
    priorities = tuple(sorted(state.priority_counts.items()))
    return (*left, *desks, e.DayClosed(command.at, priorities))


def _end_day(state: DayState, command: c.EndDay) -> Events:
    """Closes the day as midnight would; refused while a desk has a ticket in hand."""
    checks.is_supervisor(state, command.supervisor)
    for desk in state.desks.values():
        if desk.ticket:
            raise Rejected(ErrorCode.COUNTER_BUSY, desk.id)
    return _close_day(state, c.CloseDay(command.at))


def _add_priority(state: DayState, command: c.AddPriority) -> Events:
    ticket = checks.ticket_of(state, command.ticket)
    checks.known_clerk(state, command.clerk)
    if command.priority not in state.in_force.priority_by_code:
        raise Rejected(ErrorCode.UNKNOWN_PRIORITY, command.priority)
    if command.priority == ticket.priority:
        raise Rejected(ErrorCode.SAME_PRIORITY, ticket.label)
    after(ticket.status, e.PriorityAdded)
    return (e.PriorityAdded(command.at, ticket.id, command.priority, command.clerk),)


def _cancel(state: DayState, command: c.CancelTicket) -> Events:
    ticket = checks.ticket_of(state, command.ticket)
    if ticket.status in IN_HAND:
        raise Rejected(ErrorCode.ILLEGAL_MOVE, f"{ticket.label} is at counter {ticket.counter}")
    after(ticket.status, e.TicketCancelled)
    return (e.TicketCancelled(command.at, ticket.id, command.reason),)


def _return(state: DayState, command: c.ReturnTicket) -> Events:
    """From a hold to the front of the same desk; from a no-show, in time, after some others."""
    ticket = checks.ticket_of(state, command.ticket)
    after(ticket.status, e.TicketReturned)
    if ticket.status is Status.NO_SHOW:
        return (_return_after_others(state, ticket, command),)
    desk = state.desks.get(ticket.front_of)
    kept = desk is not None and desk.status is not DeskStatus.CLOSED
    return (e.TicketReturned(command.at, ticket.id, ticket.front_of if kept else ""),)


def _return_after_others(state: DayState, ticket: Ticket, command: c.ReturnTicket) -> e.Event:
    limits = state.in_force.limits
    missed_at = ticket.missed_at or command.at
    if command.at - missed_at > timedelta(seconds=limits.no_show_grace_s):
        raise Rejected(ErrorCode.TOO_LATE, ticket.label)
    others = [place for place, _ in islice(state.lines[ticket.line].items(), limits.no_show_after)]
    if not others:
        return e.TicketReturned(command.at, ticket.id, "")
    behind = others[-1][0] + timedelta(microseconds=1)
    return e.TicketReturned(command.at, ticket.id, "", max(behind, ticket.stands_at))


def _open_counter(state: DayState, command: c.OpenCounter) -> Events:
    desk = checks.desk_of(state, command.counter)
    checks.known_clerk(state, command.clerk)
    for other in state.desks.values():
        if other.clerk == command.clerk and other.id != desk.id:
            raise Rejected(ErrorCode.CLERK_ELSEWHERE, other.id)
    return (e.CounterOpened(command.at, desk.id, command.clerk),)


def _pause(state: DayState, command: c.PauseCounter) -> Events:
    desk = checks.own_desk(state, command)
    if desk.status is DeskStatus.PAUSED:
        raise Rejected(ErrorCode.COUNTER_PAUSED, desk.id)
    if desk.ticket:
        raise Rejected(ErrorCode.COUNTER_BUSY, desk.id)
    checks.known(command.reason, state.in_force.pause_reasons)
    special = special_day(state.in_force, command.at)
    if special is not None and command.reason in special.locked_reasons:
        raise Rejected(ErrorCode.UNKNOWN_REASON, f"{command.reason} on {special.name}")
    back_at = command.at + timedelta(minutes=command.minutes)
    return (e.CounterPaused(command.at, desk.id, command.clerk, command.reason, back_at),)


def _resume(state: DayState, command: c.ResumeCounter) -> Events:
    desk = checks.own_desk(state, command)
    if desk.status is not DeskStatus.PAUSED:
        raise Rejected(ErrorCode.COUNTER_NOT_PAUSED, desk.id)
    return (e.CounterResumed(command.at, desk.id, command.clerk),)


def _close_counter(state: DayState, command: c.CloseCounter) -> Events:
    desk = checks.own_desk(state, command)
    if desk.ticket:
        raise Rejected(ErrorCode.COUNTER_BUSY, desk.id)
    return (e.CounterClosed(command.at, desk.id, command.clerk),)


def _call_next(state: DayState, command: c.CallNext) -> Events:
    desk = checks.free_desk(state, command)
    choice = next_for(state, desk.id, command.at)
    if choice is None:
        raise Rejected(ErrorCode.NOBODY_WAITING, desk.id)
    ticket, why = choice
    return (e.TicketCalled(command.at, ticket.id, desk.id, command.clerk, why.code, why.params),)


def _call_ticket(state: DayState, command: c.CallTicket) -> Events:
    """Out of order, for a reason that is counted; a clerk may help at a line not his own."""
    desk = checks.free_desk(state, command)
    ticket = checks.ticket_of(state, command.ticket)
    after(ticket.status, e.TicketCalled)
    checks.known(command.reason, state.in_force.call_reasons)
    why = explain.chosen(command.reason)
    return (e.TicketCalled(command.at, ticket.id, desk.id, command.clerk, why.code, why.params),)


def _recall(state: DayState, command: c.RecallTicket) -> Events:
    ticket = checks.in_hand(state, command, e.TicketRecalled)
    if ticket.recall_count >= state.in_force.recall_limit:
        raise Rejected(ErrorCode.RECALL_LIMIT, ticket.label)
    count = ticket.recall_count + 1
    return (e.TicketRecalled(command.at, ticket.id, ticket.counter, command.clerk, count),)


def _start(state: DayState, command: c.StartService) -> Events:
    ticket = checks.in_hand(state, command, e.ServiceStarted)
    return (e.ServiceStarted(command.at, ticket.id, ticket.counter, command.clerk),)


def _complete(state: DayState, command: c.CompleteTicket) -> Events:
    """The whole visit, or one stop of its route."""
    ticket = checks.in_hand(state, command, e.TicketCompleted)
    checks.known(command.outcome, state.in_force.outcomes)
    at, desk, clerk, outcome = command.at, ticket.counter, command.clerk, command.outcome
    if ticket.route:
        return (e.LegCompleted(at, ticket.id, desk, clerk, outcome, ticket.route[0]),)
    return (e.TicketCompleted(at, ticket.id, desk, clerk, outcome),)


def _route(state: DayState, command: c.RouteTicket) -> Events:
    ticket = checks.in_hand(state, command, e.TicketRouted)
    checks.known_services(state, command.services)
    return (e.TicketRouted(command.at, ticket.id, ticket.counter, command.clerk, command.services),)


def _miss(state: DayState, command: c.MarkNoShow) -> Events:
    ticket = checks.in_hand(state, command, e.TicketMissed)
    return (e.TicketMissed(command.at, ticket.id, ticket.counter, command.clerk),)


def _hold(state: DayState, command: c.HoldTicket) -> Events:
    ticket = checks.in_hand(state, command, e.TicketHeld)
    checks.known(command.reason, state.in_force.hold_reasons)
    until = command.at + timedelta(minutes=command.minutes)
    return (
        e.TicketHeld(command.at, ticket.id, ticket.counter, command.clerk, command.reason, until),
    )


def _transfer(state: DayState, command: c.TransferTicket) -> Events:
    ticket = checks.in_hand(state, command, e.TicketTransferred)
    checks.known_services(state, (command.service,))
    to_desk = checks.desk_of(state, command.to_counter) if command.to_counter else None
    if to_desk is not None and to_desk.status is DeskStatus.CLOSED:
        raise Rejected(ErrorCode.COUNTER_CLOSED, to_desk.id)
    if command.service == ticket.service and command.to_counter in ("", ticket.counter):
        raise Rejected(ErrorCode.SAME_SERVICE, command.service)
    checks.known(command.reason, state.in_force.transfer_reasons)
    transferred = e.TicketTransferred(
        command.at,
        ticket.id,
        ticket.counter,
        command.clerk,
        command.service,
        command.reason,
        command.to_counter,
    )
    return (transferred, *alerts.of_transfer(state, ticket, command))


def _assign(state: DayState, command: c.AssignServices) -> Events:
    desk = checks.desk_of(state, command.counter)
    checks.is_supervisor(state, command.supervisor)
    checks.known_services(state, command.services)
    return (e.ServicesAssigned(command.at, desk.id, command.supervisor, command.services),)


def _move_clerk(state: DayState, command: c.MoveClerk) -> Events:
    """Moves the clerk; refused while he has a ticket in hand."""
    checks.is_supervisor(state, command.supervisor)
    origin, goal = checks.desk_of(state, command.counter), checks.desk_of(state, command.to_counter)
    if origin.status is DeskStatus.CLOSED:
        raise Rejected(ErrorCode.COUNTER_CLOSED, origin.id)
    if goal.status is not DeskStatus.CLOSED:
        raise Rejected(ErrorCode.COUNTER_OCCUPIED, goal.id)
    if origin.ticket:
        raise Rejected(ErrorCode.COUNTER_BUSY, origin.id)
    return (
        e.CounterClosed(command.at, origin.id, origin.clerk),
        e.CounterOpened(command.at, goal.id, origin.clerk),
    )


_DECIDE: Final[dict[type[c.Command], Callable[[DayState, Any], Events]]] = {
    c.OpenDay: _open_day,
    c.ChangeRules: _change_rules,
    c.CloseDay: _close_day,
    c.IssueTicket: issuing.issue,
    c.ReserveNumbers: issuing.reserve,
    c.RecordOfflineTicket: issuing.record_offline,
    c.CancelTicket: _cancel,
    c.ReturnTicket: _return,
    c.AddPriority: _add_priority,
    c.OpenCounter: _open_counter,
    c.PauseCounter: _pause,
    c.ResumeCounter: _resume,
    c.CloseCounter: _close_counter,
    c.CallNext: _call_next,
    c.CallTicket: _call_ticket,
    c.RecallTicket: _recall,
    c.StartService: _start,
    c.CompleteTicket: _complete,
    c.MarkNoShow: _miss,
    c.HoldTicket: _hold,
    c.TransferTicket: _transfer,
    c.RouteTicket: _route,
    c.UndoLast: undoing.undo,
    c.TagTicket: side_facts.tag,
    c.ReportPaper: side_facts.report_paper,
    c.PrintTicket: side_facts.print_ticket,
    c.ReportDevice: side_facts.report_device,
    c.BookAppointments: side_facts.book,
    c.RateTicket: side_facts.rate,
    c.LookAround: alerts.look_around,
    c.AcknowledgeAlert: alerts.acknowledge,
    c.ResolveAlert: alerts.resolve,
    c.PauseService: hall.pause_service,
    c.ResumeService: hall.resume_service,
    c.PostNotice: hall.post_notice,
    c.WithdrawNotice: hall.withdraw_notice,
    c.RecordAdvice: advice.record_advice,
    c.MakeForecasts: forecasts.make_forecasts,
    c.LearnCalibration: forecasts.learn_calibration,
    c.EndDay: _end_day,
    c.AssignServices: _assign,
    c.MoveClerk: _move_clerk,
}
