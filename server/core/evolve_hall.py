"""state, event → state for what is told besides moving tickets (``decide_hall.py``)."""

from dataclasses import replace

from server.core import events as e
from server.core.decide_hall import WELL
from server.core.model import RECENT_ALERTS, Alert, DayState, HallNotice, Ticket
from server.core.placing import with_desk


def ping_pong(state: DayState, event: e.PingPongNoticed) -> DayState:
    """Somebody should take charge of this ticket."""
    ticket = state.tickets[event.ticket]
    alert = Alert(f"ping_pong:{ticket.id}", event.at, 1, event.transfer_count, label=ticket.label)
    known = state.alerts.get(alert.id)
    if known is not None:
        alert = replace(known, amount=event.transfer_count)
    return replace(state, alerts=state.alerts | {alert.id: alert})


def raised(state: DayState, event: e.AlertRaised) -> DayState:
    """A worse level of one that is known keeps its owner and its beginning."""
    known = state.alerts.get(event.alert) or Alert(event.alert, event.at, 0, 0)
    alert = replace(known, level=event.level, amount=event.amount)
    return replace(state, alerts=state.alerts | {alert.id: alert})


def acknowledged(state: DayState, event: e.AlertAcknowledged) -> DayState:
    """The first acknowledgement is the one that counts for the time it took."""
    alert = state.alerts[event.alert]
    owned = replace(
        alert,
        owner=event.owner,
        cause=event.cause,
        acknowledged_at=alert.acknowledged_at or event.at,
    )
    return replace(state, alerts=state.alerts | {alert.id: owned})


def resolved(state: DayState, event: e.AlertResolved) -> DayState:
    """Out of sight, but for a while."""
    over = replace(state.alerts[event.alert], resolved_at=event.at, outcome=event.outcome)
    left = {id_: alert for id_, alert in state.alerts.items() if id_ != event.alert}
    past = (*state.past_alerts, over)[-RECENT_ALERTS:]
    return replace(state, alerts=left, past_alerts=past)


def service_paused(state: DayState, event: e.ServicePaused) -> DayState:
    """Its numbers are not given."""
    return replace(state, paused_services=state.paused_services | {event.service: event.reason})


def service_resumed(state: DayState, event: e.ServiceResumed) -> DayState:
    """Its numbers are given."""
    left = {id_: reason for id_, reason in state.paused_services.items() if id_ != event.service}
    return replace(state, paused_services=left)


def notice_posted(state: DayState, event: e.NoticePosted) -> DayState:
    """Those that have run out are forgotten on the way."""
    others = (n for n in state.hall_notices if n.id != event.notice and n.until_at > event.at)
    notice = HallNotice(event.notice, event.text, event.until_at, event.is_urgent)
    return replace(state, hall_notices=(*others, notice))


def notice_withdrawn(state: DayState, event: e.NoticeWithdrawn) -> DayState:
    """Gone before its time."""
    others = tuple(each for each in state.hall_notices if each.id != event.notice)
    return replace(state, hall_notices=others)


def rated(state: DayState, event: e.TicketRated) -> DayState:
    """Counted once; the question is not asked again."""
    key = event.service, event.score
    ratings = state.ratings | {key: state.ratings.get(key, 0) + 1}
    desk = replace(state.desks[event.counter], done="", done_service="", done_at=None)
    rated = state.rated.put(event.ticket, event.score)
    return replace(with_desk(state, desk), ratings=ratings, rated=rated)


def advised(state: DayState, event: e.AdviceGiven) -> DayState:
    """Advice changes nothing by itself; it stands until its time has run out."""
    standing = (each for each in state.foresight.advice if each.until_at > event.at)
    return replace(state, foresight=replace(state.foresight, advice=(*standing, event)))


def foretold(state: DayState, event: e.ForecastsMade) -> DayState:
    """Kept to be judged."""
    return replace(state, foresight=replace(state.foresight, foretold_at=event.at))


def calibrated(state: DayState, event: e.CalibrationLearnt) -> DayState:
    """Forecasts are made with it from now on."""
    return replace(state, foresight=replace(state.foresight, calibration=event.calibration))


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
