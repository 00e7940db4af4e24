"""Office, view, time and situation in, one frozen screen out. Pure: no Qt, no clock, no I/O."""

from datetime import datetime, tzinfo
from typing import Final

from counter.dialogs import dialog
from counter.hand import hand
from counter.login import login
from counter.moves import RETURN, keys_of, main_move
from counter.screen import (
    ActionRow,
    AsideRow,
    DeskRow,
    DialogScreen,
    HeadScreen,
    LineRow,
    NextScreen,
    Screen,
)
from counter.situation import Situation, own_desk
from counter.undo import can_undo
from counter.why import why_sentence
from counter.words import (
    capital,
    clerk_name,
    clock_words,
    counter_name,
    desk_words,
    minutes_words,
    priority_name,
    service_name,
    whole_minutes,
)
from server.protocol.errors import ErrorCode, sentence
from server.protocol.office import OfficeInfo
from server.protocol.views import (
    CounterState,
    CounterStatus,
    CounterView,
    Desk,
    Move,
    NextUp,
    TicketStatus,
    TicketView,
)

LOST: Final = "Mất kết nối máy chủ, đang tự nối lại."


def present(
    office: OfficeInfo | None, view: CounterView | None, now: datetime, situation: Situation
) -> Screen:
    """The whole screen at this moment. Without an office or a view only the banner speaks."""
    if office is None or view is None:
        return Screen(head=HeadScreen(banner=_banner(None, now, situation)))
    desk = own_desk(view, situation)
    head = _head(office, view, desk, now, situation)
    asked = dialog(office, view, situation)
    if desk is None:
        return Screen(page="login", head=head, login=login(office, view, situation), dialog=asked)
    return _work(office, view, desk, now, situation, head, asked)


def _work(
    office: OfficeInfo,
    view: CounterView,
    desk: Desk,
    now: datetime,
    situation: Situation,
    head: HeadScreen,
    asked: DialogScreen,
) -> Screen:
    zone = now.tzinfo
    return Screen(
        page="work",
        head=head,
        hand=hand(office, view, desk, now),
        next=_next(office, desk, now),
        dialog=asked,
        actions=_actions(desk, situation),
        line=tuple(_line_row(office, each, now) for each in _behind(desk)),
        aside=tuple(_aside_row(office, each, now, situation) for each in desk.set_aside),
        desks=tuple(
            _desk_row(office, state, zone)
            for state in sorted(view.counters, key=_is_closed)
            if state.counter != desk.counter
        ),
    )


def _head(
    office: OfficeInfo,
    view: CounterView,
    desk: Desk | None,
    now: datetime,
    situation: Situation,
) -> HeadScreen:
    note = situation.note
    shared = HeadScreen(
        office=office.name,
        clock=f"{now.hour:02d}:{now.minute:02d}",
        banner=_banner(view, now, situation),
        note=note.text if note else "",
        tone=note.tone if note else "plain",
    )
    if desk is None:
        return shared
    return HeadScreen(
        office=shared.office,
        desk=counter_name(office, desk.counter),
        services=desk_words(office, desk.counter),
        clerk=clerk_name(office, desk.clerk),
        status=_status_words(desk.status),
        clock=shared.clock,
        banner=shared.banner,
        note=shared.note,
        tone=shared.tone,
        waiting=str(desk.waiting),
        served=str(desk.served),
        undo=situation.deed.name if situation.deed and can_undo(situation, now) else "",
        leave=Move.CLOSE in desk.moves and situation.is_live and situation.flight is None,
    )


def _status_words(status: CounterStatus) -> str:
    match status:
        case CounterStatus.OPEN:
            return "Đang làm việc"
        case CounterStatus.PAUSED:
            return "Tạm nghỉ"
        case CounterStatus.CLOSED:
            return "Đóng"


def _banner(view: CounterView | None, now: datetime, situation: Situation) -> str:
    """What the clerk must know of the connection; empty while all is well."""
    match situation.connection:
        case "live":
            return ""
        case "incompatible":
            return sentence(ErrorCode.INCOMPATIBLE_PROTOCOL)
        case "refused":
            return sentence(ErrorCode.BAD_TOKEN)
        case _ if view is None:
            return "Đang kết nối máy chủ. Nếu lâu, xin kiểm tra dây mạng."
        case word:
            at = clock_words(view.at, now.tzinfo)
            first = "Đang kết nối máy chủ." if word == "connecting" else LOST
            return f"{first} Số liệu lúc {at}."


def _actions(desk: Desk, situation: Situation) -> tuple[ActionRow, ...]:
    flight = situation.flight
    rows = []
    for action in keys_of(desk):
        pending = flight is not None and flight.action == action.id
        lit = action.move in desk.moves and situation.is_live and flight is None
        name = action.doing if pending else action.name
        main = action.move is main_move(desk)
        rows.append(ActionRow(action.id, name, action.key, lit, pending, main))
    return tuple(rows)


def _next(office: OfficeInfo, desk: Desk, now: datetime) -> NextScreen:
    if desk.next is None:
        return NextScreen()
    row = _line_row(office, desk.next, now)
    shown = 1 + len(_behind(desk))
    unseen = max(0, desk.waiting - shown)
    return NextScreen(
        label=row.label,
        service=row.service,
        priority=row.priority,
        waited=row.waited,
        why=why_sentence(desk.next.why, office),
        more=f"và {unseen} người nữa" if unseen else "",
    )


def _behind(desk: Desk) -> tuple[NextUp, ...]:
    """The line without the one who is next, whether or not the server repeats him in it."""
    if desk.next is None:
        return desk.line
    return tuple(each for each in desk.line if each.ticket != desk.next.ticket)


def _line_row(office: OfficeInfo, each: NextUp, now: datetime) -> LineRow:
    minutes = whole_minutes(each.issued_at, now)
    return LineRow(
        code=each.ticket,
        label=each.label,
        service=service_name(office, each.service),
        priority=capital(priority_name(office, each.priority)),
        waited=f"chờ {minutes_words(minutes)}" if minutes else "vừa đến",
        late=minutes > office.promise_min,
    )


def _aside_row(
    office: OfficeInfo, each: TicketView, now: datetime, situation: Situation
) -> AsideRow:
    flight = situation.flight
    pending = flight is not None and flight.action == RETURN and flight.subject == each.id
    return AsideRow(
        code=each.id,
        label=each.label,
        service=service_name(office, each.service),
        status=_aside_words(each, now),
        lit=situation.is_live and flight is None,
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
    if state.status is CounterStatus.CLOSED:
        return "đóng"
    if state.status is CounterStatus.PAUSED:
        back = f" đến {clock_words(state.back_at, zone)}" if state.back_at else ""
        return f"tạm nghỉ{back}"
    if state.ticket_status is TicketStatus.SERVING:
        return "đang phục vụ"
    return "đang mời" if state.label else "sẵn sàng"
