"""The ticket in hand, or what stands in its place: idle, paused."""

from datetime import datetime
from typing import Final

from counter.screen import HandScreen
from counter.why import why_sentence
from counter.words import (
    capital,
    clock_words,
    code_name,
    glued,
    minutes_words,
    priority_name,
    service_name,
    service_of,
    small,
    whole_minutes,
)
from server.protocol.office import OfficeInfo
from server.protocol.views import (
    CounterState,
    CounterStatus,
    CounterView,
    Desk,
    Move,
    TicketStatus,
    TicketView,
)

COURTESY: Final = {
    "greeting": "Xin chào ông/bà, tôi có thể giúp gì?",
    "permission": "Xin phép ông/bà cho tôi kiểm tra hồ sơ.",
    "apology": "Xin lỗi vì để ông/bà phải chờ.",
    "listening": "Tôi xin lắng nghe ý kiến của ông/bà.",
}
"""Clerk prompts of domain.md C3; the office's phrase ``courtesy_<moment>`` comes first."""

LISTENING_MIN: Final = 3
"""After the papers have been looked at, the reminder is to listen."""
PATIENCE_MIN: Final = 2


def hand(office: OfficeInfo, view: CounterView, desk: Desk, now: datetime) -> HandScreen:
    """What the big card says."""
    if desk.ticket is not None:
        return _ticket(office, desk, desk.ticket, now)
    if desk.status is CounterStatus.PAUSED:
        state = next((known for known in view.counters if known.counter == desk.counter), None)
        return _paused(office, state, now)
    return _idle(desk)


def _ticket(office: OfficeInfo, desk: Desk, ticket: TicketView, now: datetime) -> HandScreen:
    serving = ticket.status is TicketStatus.SERVING
    since_at = (ticket.started_at if serving else ticket.called_at) or ticket.issued_at
    minutes = whole_minutes(since_at, now)
    known = service_of(office, ticket.service)
    usual = round(known.usual_min) if known else 0
    return HandScreen(
        stage="serving" if serving else "called",
        status="Đang phục vụ" if serving else "Đang mời",
        label=ticket.label,
        service=service_name(office, ticket.service),
        priority=_priority(office, ticket.priority),
        why=why_sentence(ticket.why, office),
        since=_since(serving, minutes),
        usual=_usual(minutes, usual) if serving and usual else "",
        share=min(1.0, minutes / usual) if serving and usual else -1.0,
        tone="long" if serving and usual and minutes > usual else "calm",
        story=_story(office, ticket, now),
        hint="" if serving else _called_hint(office, desk, ticket, minutes),
        courtesy=_courtesy(office, ticket, serving, minutes),
    )


def _priority(office: OfficeInfo, code: str) -> str:
    return f"Ưu tiên: {small(priority_name(office, code))}" if code else ""


def _since(serving: bool, minutes: int) -> str:
    if serving:
        return f"Đã phục vụ {minutes_words(minutes)}" if minutes else "Vừa bắt đầu"
    return f"Đã mời {minutes_words(minutes)}" if minutes else "Vừa mời"


def _usual(minutes: int, usual: int) -> str:
    over = minutes - usual
    if over > 0:
        return f"lâu hơn thường lệ {minutes_words(over)}"
    return f"thường khoảng {minutes_words(usual)}"


def _story(office: OfficeInfo, ticket: TicketView, now: datetime) -> str:
    """Where the ticket comes from, the legs it has gone."""
    until = ticket.called_at or now
    parts = [
        f"Lấy số lúc {clock_words(ticket.issued_at, now.tzinfo)}",
        f"chờ {minutes_words(whole_minutes(ticket.issued_at, until))}",
    ]
    if ticket.transfer_count:
        parts.append(f"đã chuyển {ticket.transfer_count} lần")
    if ticket.recall_count:
        parts.append(f"gọi lại {ticket.recall_count}/{office.recall_limit} lần")
    return " · ".join(parts)


def _called_hint(office: OfficeInfo, desk: Desk, ticket: TicketView, minutes: int) -> str:
    """What to do while nobody has come yet; the longer it takes, the more it offers."""
    if ticket.recall_count >= office.recall_limit and Move.NO_SHOW in desk.moves:
        return "Đã gọi lại đủ số lần. Nếu ông/bà không có mặt, nhấn F7."
    if minutes >= PATIENCE_MIN and Move.RECALL in desk.moves:
        return "Ông/bà chưa đến? Nhấn F2 để gọi lại."
    return "Nhấn F3 khi ông/bà đến quầy."


def _courtesy(office: OfficeInfo, ticket: TicketView, serving: bool, minutes: int) -> str:
    if serving:
        return phrase(office, "permission" if minutes < LISTENING_MIN else "listening")
    waited = whole_minutes(ticket.issued_at, ticket.called_at or ticket.issued_at)
    return phrase(office, "apology" if waited > office.promise_min else "greeting")


def phrase(office: OfficeInfo, moment: str) -> str:
    """What the clerk may say now, in quotation marks: the office's own words before C3's."""
    return f"“{office.phrases.get(f'courtesy_{moment}') or COURTESY[moment]}”"


def _paused(office: OfficeInfo, state: CounterState | None, now: datetime) -> HandScreen:
    reason = code_name(office.pause_reasons, state.pause_reason) if state else ""
    back_at = state.back_at if state else None
    back = ""
    if back_at is not None:
        late = back_at < now
        when = clock_words(back_at, now.tzinfo)
        back = f"Đã hẹn trở lại lúc {when}" if late else f"Trở lại lúc {when}"
    return HandScreen(
        stage="paused",
        status="Quầy tạm nghỉ",
        service=capital(reason),
        since=back,
        hint="Nhấn F8 để tiếp tục làm việc.",
    )


def _idle(desk: Desk) -> HandScreen:
    if desk.waiting == 0:
        return HandScreen(
            stage="empty",
            status="Chưa có ai chờ",
            hint="Màn hình sẽ báo khi có người lấy số.",
        )
    return HandScreen(
        stage="idle",
        status=f"{desk.waiting} người đang chờ",
        hint=f"Nhấn F1 để mời số {glued(desk.next.label)}."
        if desk.next
        else "Nhấn F1 để gọi tiếp.",
    )
