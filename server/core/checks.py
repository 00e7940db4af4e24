"""Checks that ``decide`` makes first: does it exist, is it the clerk's, may he do it."""

from server.codes import ErrorCode
from server.core import commands as c
from server.core import events as e
from server.core.lifecycle import after
from server.core.model import DayState, Desk, DeskStatus, Ticket
from server.core.rejected import Rejected


def is_supervisor(state: DayState, clerk: str) -> None:
    """Raises ``Rejected`` unless the clerk is a supervisor."""
    if clerk not in state.in_force.supervisors:
        raise Rejected(ErrorCode.NOT_A_SUPERVISOR, clerk)


def known_clerk(state: DayState, clerk: str) -> None:
    """Raises ``Rejected`` unless the office has this clerk."""
    if clerk not in state.in_force.clerks:
        raise Rejected(ErrorCode.UNKNOWN_CLERK, clerk)


def known_services(state: DayState, services: tuple[str, ...]) -> None:
    """Raises ``Rejected`` unless the office has all of these services."""
    for service in services:
        if service not in state.in_force.service_by_id:
            raise Rejected(ErrorCode.UNKNOWN_SERVICE, service)


def ticket_of(state: DayState, ticket_id: str) -> Ticket:
    """The ticket of this id. Raises ``Rejected`` when it is unknown or has left the building."""
    ticket = state.tickets.get(ticket_id)
    if ticket is not None:
        return ticket
    if ticket_id in state.issued:
        raise Rejected(ErrorCode.ILLEGAL_MOVE, f"{ticket_id} has left")
    raise Rejected(ErrorCode.UNKNOWN_TICKET, ticket_id)


def desk_of(state: DayState, counter: str) -> Desk:
    """The desk as it is now. Raises ``Rejected`` when the office has no such desk."""
    desk = state.desks.get(counter)
    if desk is None or counter not in state.in_force.counter_by_id:
        raise Rejected(ErrorCode.UNKNOWN_COUNTER, counter)
    return desk


def own_desk(state: DayState, command: c.DeskCommand) -> Desk:
    """The desk of the command. Raises ``Rejected`` unless the command's clerk sits there."""
    desk = desk_of(state, command.counter)
    if desk.status is DeskStatus.CLOSED:
        raise Rejected(ErrorCode.COUNTER_CLOSED, desk.id)
    if desk.clerk != command.clerk:
        raise Rejected(ErrorCode.NOT_YOUR_COUNTER, desk.id)
    return desk


def free_desk(state: DayState, command: c.DeskCommand) -> Desk:
    """The clerk's own desk. Raises ``Rejected`` unless it is open and without a ticket."""
    desk = own_desk(state, command)
    if desk.status is DeskStatus.PAUSED:
        raise Rejected(ErrorCode.COUNTER_PAUSED, desk.id)
    if desk.ticket:
        raise Rejected(ErrorCode.COUNTER_BUSY, desk.id)
    return desk


def in_hand(state: DayState, command: c.TicketCommand, event: type[e.TicketEvent]) -> Ticket:
    """The ticket this desk holds. Raises ``Rejected`` unless the life table allows the
    event now.
    """
    desk = own_desk(state, command)
    ticket = ticket_of(state, command.ticket)
    if desk.ticket != ticket.id:
        raise Rejected(
            ErrorCode.NOT_YOUR_TICKET if desk.ticket else ErrorCode.COUNTER_EMPTY, desk.id
        )
    after(ticket.status, event)
    return ticket


def known(code: str, codes: tuple[str, ...]) -> None:
    """Raises ``Rejected`` unless the office has this reason or outcome."""
    if code not in codes:
        raise Rejected(ErrorCode.UNKNOWN_REASON, code)
