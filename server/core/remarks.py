"""What devices and clerks tell besides moving tickets: papers, faults, difficulties, bookings.

A report that tells nothing new leaves no fact.
"""

from datetime import datetime, timedelta
from typing import Final

from server.core import checks
from server.core import commands as c
from server.core import events as e
from server.core.discipline import turns_of_idle_desks
from server.core.lifecycle import IN_HAND
from server.core.model import DayState, Desk, DeskStatus, Ticket
from server.core.rejected import Reason, Rejected

Events = tuple[e.Event, ...]

WELL: Final = "ok"
"""The status of a part that has no fault."""
NO_PAPER: Final = frozenset({"not_sent", "expired"})
"""Outcomes after which the citizen certainly holds no paper."""


def report_paper(state: DayState, command: c.ReportPaper) -> Events:
    """Of a ticket that has left already as well: the log is to know how every paper ended."""
    if command.ticket not in state.issued:
        raise Rejected(Reason.UNKNOWN_TICKET, command.ticket)
    return (
        e.PaperReported(
            command.at, command.ticket, command.device, command.outcome, command.copy_number
        ),
    )


def print_ticket(state: DayState, command: c.PrintTicket) -> Events:
    """The first paper of somebody helped by staff; whoever may hold one gets a marked copy."""
    ticket = checks.ticket_of(state, command.ticket)
    if command.clerk not in state.in_force.clerks:
        raise Rejected(Reason.UNKNOWN_CLERK, command.clerk)
    device = command.device or ticket.kiosk
    if not device:
        raise Rejected(Reason.UNKNOWN_DEVICE, ticket.label)
    copy_number = ticket.copy_count + _may_hold_paper(ticket, device)
    return (e.PrintRequested(command.at, ticket.id, device, command.clerk, copy_number),)


def _may_hold_paper(ticket: Ticket, device: str) -> bool:
    if ticket.paper:
        return ticket.paper not in NO_PAPER
    # A kiosk that gave the number is printing it at this moment, or has.
    return ticket.kiosk == device or ticket.copy_count > 0


def tag(state: DayState, command: c.TagTicket) -> Events:
    """A coded difficulty, on or off."""
    desk = checks.own_desk(state, command)
    ticket = checks.ticket_of(state, command.ticket)
    if desk.ticket != ticket.id or ticket.status not in IN_HAND:
        raise Rejected(Reason.NOT_YOUR_TICKET if desk.ticket else Reason.COUNTER_EMPTY, desk.id)
    checks.known(command.tag, state.in_force.tags)
    is_set = command.tag not in ticket.tags
    return (
        e.TicketTagged(command.at, ticket.id, desk.id, command.clerk, command.tag, is_set=is_set),
    )


def report_device(state: DayState, command: c.ReportDevice) -> Events:
    """Only what is other than before."""
    if state.faults.get((command.device, command.part), WELL) == command.status:
        return ()
    return (e.DeviceReported(command.at, command.device, command.part, command.status),)


def book(state: DayState, command: c.BookAppointments) -> Events:
    """Those that are new; a time that was moved is new, until a number was given for it."""
    news = tuple(
        each
        for each in command.appointments
        if each.service in state.in_force.service_by_id
        and each.code not in state.kept_appointments
        and state.appointments.get(each.code) != each
    )
    return (e.AppointmentsBooked(command.at, news),) if news else ()


def notice_idle_desks(state: DayState, command: c.NoticeIdleDesks) -> Events:
    """Once for every time a desk stands idle so long while somebody waits for it."""
    limit_s = state.in_force.limits.idle_alarm_s
    if not limit_s:
        return ()
    return tuple(
        e.DeskIdleNoticed(command.at, counter, desk.clerk, len(state.lines[ticket.line]))
        for counter, ticket_id in turns_of_idle_desks(state, command.at).items()
        for desk, ticket in [(state.desks[counter], state.tickets[ticket_id])]
        if _is_idle_too_long(desk, ticket, command.at, timedelta(seconds=limit_s))
    )


def _is_idle_too_long(desk: Desk, ticket: Ticket, now: datetime, limit: timedelta) -> bool:
    if desk.status is not DeskStatus.OPEN or desk.since_at is None:
        return False
    noticed = desk.idle_noticed_at is not None and desk.idle_noticed_at >= desk.since_at
    waits_since = max(desk.since_at, ticket.leg_at or ticket.arrived_at)
    return not noticed and now - waits_since >= limit
