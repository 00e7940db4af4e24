"""state, event → state for what is told besides moving tickets (``remarks.py``)."""

from dataclasses import replace

from server.core import events as e
from server.core.model import RECENT_ALARMS, Alarm, DayState, Ticket
from server.core.placing import with_desk
from server.core.remarks import WELL


def ping_pong(state: DayState, event: e.PingPongNoticed) -> DayState:
    """Somebody should take charge of this ticket."""
    ticket = state.tickets[event.ticket]
    return _alarmed(state, Alarm(event.at, "ping_pong", ticket.id, ticket.label, event.counter))


def desk_idle(state: DayState, event: e.DeskIdleNoticed) -> DayState:
    """A desk calls nobody."""
    desk = replace(state.desks[event.counter], idle_noticed_at=event.at)
    return _alarmed(with_desk(state, desk), Alarm(event.at, "desk_idle", "", "", event.counter))


def paper(state: DayState, event: e.PaperReported) -> DayState:
    """A report of a copy says nothing of the copies asked for since."""
    ticket = state.tickets.get(event.ticket)
    if ticket is None:
        return state
    count = max(ticket.copy_count, event.copy_number)
    return _with(state, replace(ticket, paper=event.outcome, copy_count=count))


def print_asked(state: DayState, event: e.PrintRequested) -> DayState:
    """How it ended is told by the device."""
    ticket = state.tickets[event.ticket]
    return _with(state, replace(ticket, copy_count=max(ticket.copy_count, event.copy_number)))


def tagged(state: DayState, event: e.TicketTagged) -> DayState:
    """In the order in which they were noted."""
    ticket = state.tickets[event.ticket]
    others = tuple(each for each in ticket.tags if each != event.tag)
    return _with(state, replace(ticket, tags=(*others, event.tag) if event.is_set else others))


def device(state: DayState, event: e.DeviceReported) -> DayState:
    """Only what is not well is kept."""
    faults = {key: code for key, code in state.faults.items() if key != (event.device, event.part)}
    if event.status != WELL:
        faults[event.device, event.part] = event.status
    return replace(state, faults=faults)


def booked(state: DayState, event: e.AppointmentsBooked) -> DayState:
    """The newest word on a code holds."""
    known = {each.code: each for each in event.appointments}
    return replace(state, appointments=state.appointments | known)


def _with(state: DayState, ticket: Ticket) -> DayState:
    return replace(state, tickets=state.tickets.put(ticket.id, ticket))


def _alarmed(state: DayState, alarm: Alarm) -> DayState:
    return replace(state, alarms=(*state.alarms, alarm)[-RECENT_ALARMS:])
