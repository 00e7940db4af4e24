"""Commands and events that move no ticket: prints, tags, ratings, device faults, bookings. The
decisions come first, then the evolution of each event. A report without news makes no event.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from server.codes import ErrorCode
from server.core import checks
from server.core import commands as c
from server.core import events as e
from server.core.lifecycle import IN_HAND
from server.core.model import DayState, Ticket
from server.core.rejected import Rejected
from server.core.state_changes import with_desk

Events = tuple[e.Event, ...]

WELL: Final = "ok"
"""The status of a part that has no fault."""
SCORES: Final = ("1", "2", "3", "4", "5")
RATED_WITHIN_S: Final = 180
"""Later than this the rating may come from the next person at the desk."""
NO_PAPER: Final = frozenset({"not_sent", "expired"})
"""Outcomes after which the citizen certainly holds no paper."""


def report_paper(state: DayState, command: c.ReportPaper) -> Events:
    """How a print ended, also of a ticket that has left. Raises ``Rejected`` for an unknown
    ticket.
    """
    if command.ticket not in state.issued:
        raise Rejected(ErrorCode.UNKNOWN_TICKET, command.ticket)
    return (
        e.PaperReported(
            command.at, command.ticket, command.device, command.outcome, command.copy_number
        ),
    )


def print_ticket(state: DayState, command: c.PrintTicket) -> Events:
    """Print a ticket: the first paper where there is none yet, else a marked copy. Raises
    ``Rejected``.
    """
    ticket = checks.ticket_of(state, command.ticket)
    checks.known_clerk(state, command.clerk)
    device = command.device or ticket.kiosk
    if not device:
        raise Rejected(ErrorCode.UNKNOWN_DEVICE, ticket.label)
    copy_number = ticket.copy_count + _may_hold_paper(ticket, device)
    return (e.PrintRequested(command.at, ticket.id, device, command.clerk, copy_number),)


def _may_hold_paper(ticket: Ticket, device: str) -> bool:
    if ticket.paper:
        return ticket.paper not in NO_PAPER
    # A kiosk that gave the number is printing it at this moment, or has.
    return ticket.kiosk == device or ticket.copy_count > 0


def tag(state: DayState, command: c.TagTicket) -> Events:
    """Note a coded difficulty, or remove the note. Raises ``Rejected``."""
    desk = checks.own_desk(state, command)
    ticket = checks.ticket_of(state, command.ticket)
    if desk.ticket != ticket.id or ticket.status not in IN_HAND:
        raise Rejected(
            ErrorCode.NOT_YOUR_TICKET if desk.ticket else ErrorCode.COUNTER_EMPTY, desk.id
        )
    checks.known(command.tag, state.in_force.tags)
    is_set = command.tag not in ticket.tags
    return (
        e.TicketTagged(command.at, ticket.id, desk.id, command.clerk, command.tag, is_set=is_set),
    )


def rate(state: DayState, command: c.RateTicket) -> Events:
    """A rating, once for each ticket and right after its service. Raises ``Rejected`` otherwise."""
    desk = checks.desk_of(state, command.counter)
    if desk.done != command.ticket or desk.done_at is None or command.ticket in state.rated:
        raise Rejected(ErrorCode.TOO_LATE, command.ticket)
    if command.at - desk.done_at > timedelta(seconds=RATED_WITHIN_S):
        raise Rejected(ErrorCode.TOO_LATE, command.ticket)
    checks.known(str(command.score), SCORES)
    service = desk.done_service
    return (
        e.TicketRated(command.at, command.ticket, desk.id, service, command.score, command.reasons),
    )


def report_device(state: DayState, command: c.ReportDevice) -> Events:
    """A device's report; only a change makes an event."""
    if state.faults.get((command.device, command.part), WELL) == command.status:
        return ()
    return (e.DeviceReported(command.at, command.device, command.part, command.status),)


def book(state: DayState, command: c.BookAppointments) -> Events:
    """The appointments that are new or moved; one that a ticket was issued for stays as it was."""
    news = tuple(
        each
        for each in command.appointments
        if each.service in state.in_force.service_by_id
        and each.code not in state.kept_appointments
        and state.appointments.get(each.code) != each
    )
    return (e.AppointmentsBooked(command.at, news),) if news else ()


def paper(state: DayState, event: e.PaperReported) -> DayState:
    """The outcome of a print; a report of a copy does not change how many copies were asked for."""
    ticket = state.tickets.get(event.ticket)
    if ticket is None:
        return state
    count = max(ticket.copy_count, event.copy_number)
    return _with(state, replace(ticket, paper=event.outcome, copy_count=count))


def print_asked(state: DayState, event: e.PrintRequested) -> DayState:
    """Count the requested copy; the device reports how it ends."""
    ticket = state.tickets[event.ticket]
    return _with(state, replace(ticket, copy_count=max(ticket.copy_count, event.copy_number)))


def tagged(state: DayState, event: e.TicketTagged) -> DayState:
    """The tags in the order in which they were noted."""
    ticket = state.tickets[event.ticket]
    others = tuple(each for each in ticket.tags if each != event.tag)
    return _with(state, replace(ticket, tags=(*others, event.tag) if event.is_set else others))


def rated(state: DayState, event: e.TicketRated) -> DayState:
    """Count the score, and do not ask for this ticket again."""
    key = event.service, event.score
    ratings = state.ratings | {key: state.ratings.get(key, 0) + 1}
    desk = replace(state.desks[event.counter], done="", done_service="", done_at=None)
    rated = state.rated.put(event.ticket, event.score)
    return replace(with_desk(state, desk), ratings=ratings, rated=rated)


def device(state: DayState, event: e.DeviceReported) -> DayState:
    """The faults of devices; a part that is well has none."""
    faults = {key: code for key, code in state.faults.items() if key != (event.device, event.part)}
    if event.status != WELL:
        faults[event.device, event.part] = event.status
    return replace(state, faults=faults)


def booked(state: DayState, event: e.AppointmentsBooked) -> DayState:
    """The state with the appointments; the newest of a code holds."""
    known = {each.code: each for each in event.appointments}
    return replace(state, appointments=state.appointments | known)


def _with(state: DayState, ticket: Ticket) -> DayState:
    return replace(state, tickets=state.tickets.put(ticket.id, ticket))
