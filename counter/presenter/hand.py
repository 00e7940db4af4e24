"""The ticket in hand, or what is shown instead: idle, paused."""

from datetime import datetime
from typing import Final

from counter.presenter.courtesy import motto, phrase
from counter.presenter.keys import BY_ID
from counter.presenter.reminders import break_hint, idle_hint
from counter.presenter.screen import HandScreen
from counter.situation.situation import Flight, Situation
from server.protocol.office import OfficeInfo, code_name
from server.protocol.views import (
    CounterState,
    CounterStatus,
    CounterView,
    DeskView,
    Move,
    NextUp,
    TicketStatus,
    TicketView,
)
from server.words.spelling import capital, glued, small
from server.words.times import clock_words, minutes_words, whole_minutes
from server.words.why import why_sentence

LISTENING_MIN: Final = 3
"""Minutes of service after which the prompt is to listen, no longer to ask for permission."""
PATIENCE_MIN: Final = 2
NO_PAPER: Final = frozenset({"not_sent", "expired", "unknown"})
"""Print outcomes after which the person may have no paper ticket."""


def hand(
    office: OfficeInfo, view: CounterView, desk: DeskView, now: datetime, situation: Situation
) -> HandScreen:
    """The large card. A key just pressed shows at once, marked as not yet answered."""
    flight = situation.flight
    if desk.ticket is not None:
        return _ticket(office, desk, desk.ticket, now, flight)
    if flight is not None and flight.action == Move.CALL_NEXT and desk.next is not None:
        return _coming(office, desk.next, now)
    if desk.status is CounterStatus.PAUSED:
        state = next((known for known in view.counters if known.counter == desk.counter), None)
        return _paused(office, state, now)
    return _idle(office, desk, now, situation)


def _ticket(
    office: OfficeInfo, desk: DeskView, ticket: TicketView, now: datetime, flight: Flight | None
) -> HandScreen:
    serving = ticket.status is TicketStatus.SERVING
    since_at = (ticket.started_at if serving else ticket.called_at) or ticket.issued_at
    minutes = whole_minutes(since_at, now)
    known = office.service(ticket.service)
    usual = round(known.usual_min) if known else 0
    doing = BY_ID[flight.action].doing if flight and flight.action in BY_ID else ""
    return HandScreen(
        stage="serving" if serving else "called",
        status=doing or ("Đang phục vụ" if serving else "Đang mời"),
        pending=bool(doing),
        code=ticket.id,
        label=ticket.label,
        service=office.service_name(ticket.service),
        priority=_priority(office, ticket.priority),
        why=why_sentence(ticket.why, office),
        since=_since(serving, minutes),
        usual=_usual(minutes, usual) if serving and usual else "",
        share=min(1.0, minutes / usual) if serving and usual else -1.0,
        tone="long" if serving and usual and minutes > usual else "calm",
        story=_story(office, ticket, now),
        hint="" if serving else _called_hint(office, desk, ticket, minutes),
        courtesy=_courtesy(office, ticket, serving, minutes),
        paper="Phiếu chưa in được" if ticket.paper in NO_PAPER else "",
    )


def _coming(office: OfficeInfo, each: NextUp, now: datetime) -> HandScreen:
    """The ticket that is about to be in hand, until the server answers."""
    waited = minutes_words(whole_minutes(each.issued_at, now))
    return HandScreen(
        stage="called",
        status=BY_ID[Move.CALL_NEXT].doing,
        pending=True,
        label=each.label,
        service=office.service_name(each.service),
        priority=_priority(office, each.priority),
        why=why_sentence(each.why, office),
        story=f"Lấy số lúc {clock_words(each.issued_at, now.tzinfo)} · chờ {waited}",
    )


def _priority(office: OfficeInfo, code: str) -> str:
    return f"Ưu tiên: {small(office.priority_name(code))}" if code else ""


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
    """Where the ticket comes from: the stops it has made."""
    until = ticket.called_at or now
    parts = [
        f"Lấy số lúc {clock_words(ticket.issued_at, now.tzinfo)}",
        f"chờ {minutes_words(whole_minutes(ticket.issued_at, until))}",
    ]
    if ticket.leg > 1 or ticket.route:
        parts.append(f"chặng {ticket.leg} trên {ticket.leg + len(ticket.route)}")
    if ticket.transfer_count:
        parts.append(f"đã chuyển {ticket.transfer_count} lần")
    if ticket.recall_count:
        parts.append(f"gọi lại {ticket.recall_count}/{office.recall_limit} lần")
    return " · ".join(parts)


def _called_hint(office: OfficeInfo, desk: DeskView, ticket: TicketView, minutes: int) -> str:
    """What to do while the called person has not come; it offers more the longer that takes."""
    if ticket.recall_count >= office.recall_limit and Move.NO_SHOW in desk.moves:
        return "Đã gọi lại đủ số lần. Nếu ông/bà không có mặt, nhấn F7."
    if minutes >= PATIENCE_MIN and Move.RECALL in desk.moves:
        return "Ông/bà chưa đến? Nhấn F2 để gọi lại."
    return "Nhấn F3 khi ông/bà đến quầy."


def _courtesy(office: OfficeInfo, ticket: TicketView, serving: bool, minutes: int) -> str:
    if serving:
        moment = "permission" if minutes < LISTENING_MIN else "listening"
        return phrase(office, moment, ticket.label)
    waited = whole_minutes(ticket.issued_at, ticket.called_at or ticket.issued_at)
    return phrase(office, "apology" if waited > office.promise_min else "greeting", ticket.label)


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


def _idle(office: OfficeInfo, desk: DeskView, now: datetime, situation: Situation) -> HandScreen:
    rest = break_hint(office, desk, now)
    line = rest or motto(office, desk.served)
    if desk.waiting == 0:
        return HandScreen(
            stage="empty",
            status="Chưa có ai chờ",
            hint="Màn hình sẽ báo khi có người lấy số.",
            courtesy=line,
            glyph="clock" if rest else "info",
        )
    nudge = idle_hint(office, desk, now, situation)
    call = f"Nhấn F1 để mời số {glued(desk.next.label)}." if desk.next else "Nhấn F1 để gọi tiếp."
    return HandScreen(
        stage="idle",
        status=f"{desk.waiting} người đang chờ",
        hint=nudge or call,
        nudge=bool(nudge),
        courtesy=line,
        glyph="clock" if rest else "info",
    )
