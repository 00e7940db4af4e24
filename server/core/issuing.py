"""Issuing tickets: at a kiosk, by staff, and after the fact for a kiosk that was offline."""

from datetime import datetime, timedelta

from server.codes import ErrorCode
from server.core import commands as c
from server.core import events as e
from server.core.calendar import (
    is_after_cutoff,
    kiosk_is_open,
    later_session,
    minute_of_day,
    special_day,
    today,
)
from server.core.estimate import Forecast, forecast
from server.core.model import DayState, Status, Ticket
from server.core.numbering import label, next_number, reserve_of, reserve_range
from server.core.rejected import Rejected
from server.core.rules import Rules, ServiceRule

Events = tuple[e.Event, ...]


def issue(state: DayState, command: c.IssueTicket) -> Events:
    """Issue a ticket. Raises ``Rejected``: closed, full, or cannot be served today any more."""
    rules = state.in_force
    service = _checked(state, command.ticket, command.service, command.priority)
    for stop in command.route:
        if stop not in rules.service_by_id:
            raise Rejected(ErrorCode.UNKNOWN_SERVICE, stop)
    if not command.insist:
        _refuse_if_closed_or_full(state, service, command.at)
    number = next_number(state, service)
    booked_at = _booked_at(state, command)
    ticket = Ticket(
        id=command.ticket,
        label=label(service, number),
        sequence=state.version + 1,
        service=service.id,
        priority=command.priority,
        arrived_at=command.at,
        stands_at=standing(rules, command.at, booked_at),
    )
    told = forecast(state, ticket, command.at)
    if told.is_beyond_closing and rules.refuses_beyond_closing and not command.insist:
        raise Rejected(ErrorCode.BEYOND_CLOSING, service.id)
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
            stands_at=ticket.stands_at if ticket.stands_at != command.at else None,
            language=command.language,
            route=command.route,
            notes=notes_for(rules, service.id, command.at, told),
            procedure=command.procedure,
            appointment=command.appointment,
            kiosk=command.device,
            wait_likely_s=told.wait.likely_s if told.wait else None,
            work_s=told.wait.work_s if told.wait else None,
        ),
    )


def _booked_at(state: DayState, command: c.IssueTicket) -> datetime | None:
    """The time of the ticket's appointment; an appointment is good for one ticket."""
    if not command.appointment:
        return command.booked_at
    booked = state.appointments.get(command.appointment)
    if booked is None or booked.service != command.service:
        raise Rejected(ErrorCode.UNKNOWN_APPOINTMENT, command.appointment)
    if command.appointment in state.kept_appointments:
        raise Rejected(ErrorCode.APPOINTMENT_USED, command.appointment)
    return booked.booked_at


def reserve(state: DayState, command: c.ReserveNumbers) -> Events:
    """Reserve a range of numbers for a kiosk until the end of the day. Raises ``Rejected``."""
    service = state.in_force.service_by_id.get(command.service)
    if service is None:
        raise Rejected(ErrorCode.UNKNOWN_SERVICE, command.service)
    first, last = reserve_range(state, service, state.in_force.limits.offline_numbers)
    return (e.NumbersReserved(command.at, command.device, service.id, first, last),)


def record_offline(state: DayState, command: c.RecordOfflineTicket) -> Events:
    """A ticket that a kiosk issued offline; it is not refused for being late in the day. It joins
    the line by the kiosk's time. A time ahead of ours becomes now; one that is further off than the
    office allows would let people overtake and is refused. The ticket that the kiosk had asked for
    before is withdrawn: nobody holds it. Raises ``Rejected``.
    """
    rules = state.in_force
    service = _checked(state, command.ticket, command.service, command.priority)
    name = label(service, command.number)
    if reserve_of(state, command.device, service, command.number) is None:
        raise Rejected(ErrorCode.NUMBER_NOT_RESERVED, name)
    if name in state.used_labels:
        raise Rejected(ErrorCode.NUMBER_NOT_RESERVED, f"{name} is recorded already")
    if today(rules, command.issued_at) != state.day:
        raise Rejected(ErrorCode.TOO_LATE, f"{name} is of another day")
    issued_at = _bounded(rules, command)
    skew_s = (issued_at - command.issued_at).total_seconds()
    ticket = Ticket(
        id=command.ticket,
        label=name,
        sequence=state.version + 1,
        service=service.id,
        priority=command.priority,
        arrived_at=issued_at,
        stands_at=issued_at,
    )
    told = forecast(state, ticket, command.at)
    return (
        *_withdrawn(state, command),
        e.TicketIssued(
            issued_at,
            ticket.id,
            name,
            command.number,
            service.id,
            command.priority,
            told.ahead,
            None,
            None,
            device=command.device,
            skew_s=skew_s,
            language=command.language,
            procedure=command.procedure,
            kiosk=command.device,
            instead_of=command.instead_of,
        ),
    )


def _withdrawn(state: DayState, command: c.RecordOfflineTicket) -> Events:
    """Cancel the ticket whose answer this kiosk never got, unless a desk has called it."""
    ticket = state.tickets.get(command.instead_of)
    if ticket is None or ticket.kiosk != command.device or ticket.status is not Status.WAITING:
        return ()
    return (e.TicketCancelled(command.at, ticket.id, "given_offline"),)


def standing(rules: Rules, at: datetime, booked_at: datetime | None) -> datetime:
    """The moment a place in line counts from: the booked time for an arrival within the window
    around it.
    """
    if booked_at is None:
        return at
    early = timedelta(seconds=rules.limits.appointment_early_s)
    late = timedelta(seconds=rules.limits.appointment_late_s)
    return booked_at if booked_at - early <= at <= booked_at + late else at


def notes_for(rules: Rules, service: str, at: datetime, told: Forecast) -> tuple[str, ...]:
    """Codes of what the ticket must tell its owner about the day."""
    notes = []
    if told.is_beyond_closing:
        notes.append("beyond_closing")
    elif told.called_at is not None:
        session = later_session(rules, service, at, told.called_at)
        if session is not None:
            notes.append(f"later_session:{minute_of_day(session.opens_at, rules.zone)}")
    if is_after_cutoff(rules, service, at):
        notes.append("next_working_day")
    special = special_day(rules, at)
    if special is not None and service in special.services:
        notes.append("same_day")
    return tuple(notes)


def _checked(state: DayState, ticket: str, service_id: str, priority: str) -> ServiceRule:
    rules = state.in_force
    service = rules.service_by_id.get(service_id)
    if service is None:
        raise Rejected(ErrorCode.UNKNOWN_SERVICE, service_id)
    if priority not in rules.priority_by_code:
        raise Rejected(ErrorCode.UNKNOWN_PRIORITY, priority)
    if ticket in state.issued:
        raise Rejected(ErrorCode.TICKET_ID_TAKEN, ticket)
    return service


def _refuse_if_closed_or_full(state: DayState, service: ServiceRule, at: datetime) -> None:
    if not kiosk_is_open(state.in_force, at, service.id):
        raise Rejected(ErrorCode.KIOSK_CLOSED, service.id)
    if service.id in state.paused_services:
        raise Rejected(ErrorCode.SERVICE_PAUSED, service.id)
    if service.daily_capacity and state.tallies[service.id].issued >= service.daily_capacity:
        raise Rejected(ErrorCode.DAY_FULL, service.id)


def _bounded(rules: Rules, command: c.RecordOfflineTicket) -> datetime:
    ahead = command.issued_at - command.at
    if ahead > timedelta(seconds=rules.limits.offline_skew_s):
        raise Rejected(ErrorCode.CLOCK_TOO_FAR, f"{ahead} ahead")
    return min(command.issued_at, command.at)
