"""The lists of the work page: who is next, the line, what is set aside, desks, services. Pure."""

from datetime import datetime, tzinfo

from counter.presenter.hand import NO_PAPER
from counter.presenter.keys import RETURN
from counter.presenter.screen import AsideRow, DeskRow, LineRow, LoadRow, NextScreen
from counter.presenter.steer import served_by
from counter.situation.situation import Situation
from server.protocol.office import OfficeInfo
from server.protocol.views import (
    CounterState,
    CounterStatus,
    CounterView,
    DeskView,
    NextUp,
    ServiceLoad,
    TicketStatus,
    TicketView,
)
from server.words.desk_states import PAUSED, STATE_WORDS, desk_state
from server.words.desks import counter_name
from server.words.spelling import capital
from server.words.times import clock_words, minutes_words, whole_minutes
from server.words.why import why_sentence


def next_up(office: OfficeInfo, desk: DeskView, now: datetime) -> NextScreen:
    """Who is called when F1 is pressed, and why."""
    if desk.next is None:
        return NextScreen()
    row = _line_row(office, desk.next, now)
    shown = 1 + len(_behind(desk))
    unseen = max(0, desk.waiting - shown)
    return NextScreen(
        code=row.code,
        label=row.label,
        service=row.service,
        priority=row.priority,
        waited=row.waited,
        why=why_sentence(desk.next.why, office),
        more=f"và {unseen} người nữa" if unseen else "",
    )


def line(office: OfficeInfo, desk: DeskView, now: datetime) -> tuple[LineRow, ...]:
    """Those behind the next one, in the order in which they would be called."""
    return tuple(_line_row(office, each, now) for each in _behind(desk))


def aside(
    office: OfficeInfo, desk: DeskView, now: datetime, situation: Situation
) -> tuple[AsideRow, ...]:
    """Held and missed tickets, each with the way back."""
    return tuple(_aside_row(office, each, now, situation) for each in desk.set_aside)


def desks(office: OfficeInfo, view: CounterView, own: str, now: datetime) -> tuple[DeskRow, ...]:
    """The other desks, those at work first."""
    return tuple(
        _desk_row(office, state, now.tzinfo)
        for state in sorted(view.counters, key=_is_closed)
        if state.counter != own
    )


def loads(office: OfficeInfo, view: CounterView, own: str) -> tuple[LoadRow, ...]:
    """The services of this desk, each with its line and its wait; empty for a single service."""
    served = served_by(office, view, own)
    known = {load.service: load for load in view.services}
    rows = [_load_row(office, known[each]) for each in served if each in known]
    return tuple(rows) if len(rows) > 1 else ()


def _load_row(office: OfficeInfo, load: ServiceLoad) -> LoadRow:
    waiting = f"{load.waiting} người" if load.waiting else "không ai chờ"
    wait = ""
    if load.wait is not None and load.waiting:
        wait = f"{load.wait.low_min}–{load.wait.high_min} phút"
    return LoadRow(load.service, office.service_name(load.service), waiting, wait)


def _behind(desk: DeskView) -> tuple[NextUp, ...]:
    """The line without the next ticket, whether or not the server lists it there."""
    if desk.next is None:
        return desk.line
    return tuple(each for each in desk.line if each.ticket != desk.next.ticket)


def _line_row(office: OfficeInfo, each: NextUp, now: datetime) -> LineRow:
    minutes = whole_minutes(each.issued_at, now)
    return LineRow(
        code=each.ticket,
        label=each.label,
        service=office.service_name(each.service),
        priority=capital(office.priority_name(each.priority)),
        waited=f"chờ {minutes_words(minutes)}" if minutes else "vừa đến",
        late=minutes > office.promise_min,
    )


def _aside_row(
    office: OfficeInfo, each: TicketView, now: datetime, situation: Situation
) -> AsideRow:
    flight = situation.flight
    pending = flight is not None and flight.action == RETURN and flight.subject == each.id
    words = _aside_words(each, now)
    return AsideRow(
        code=each.id,
        label=each.label,
        service=office.service_name(each.service),
        status=f"{words} · phiếu chưa in được" if each.paper in NO_PAPER else words,
        lit=situation.is_free,
        pending=pending,
    )


def _aside_words(each: TicketView, now: datetime) -> str:
    if each.status is not TicketStatus.ON_HOLD:
        return "Vắng mặt khi được gọi"
    if each.held_until is None:
        return "Giữ chỗ"
    until = clock_words(each.held_until, now.tzinfo)
    return f"Giữ chỗ đến {until}" + (", đã quá giờ" if each.held_until < now else "")


def _is_closed(state: CounterState) -> bool:
    return state.status is CounterStatus.CLOSED


def _desk_row(office: OfficeInfo, state: CounterState, zone: tzinfo | None) -> DeskRow:
    return DeskRow(
        code=state.counter,
        desk=counter_name(office, state.counter),
        label=state.label,
        status=_desk_words(state, zone),
        open=state.status is CounterStatus.OPEN,
    )


def _desk_words(state: CounterState, zone: tzinfo | None) -> str:
    seen = desk_state(state)
    if seen == PAUSED and state.back_at is not None:
        return f"{STATE_WORDS[seen]} đến {clock_words(state.back_at, zone)}"
    return STATE_WORDS[seen]
