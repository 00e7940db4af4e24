"""The states of a desk as shown to citizens, and their words on every screen. Pure."""

from datetime import datetime
from typing import Final

from server.protocol.office import CounterInfo, OfficeInfo, code_info
from server.protocol.views import CounterState, CounterStatus, TicketStatus
from server.words.desks import desk_name
from server.words.times import clock, clock_words

CLOSED: Final = "closed"
READY: Final = "ready"
CALLING: Final = "calling"
SERVING: Final = "serving"
PAUSED: Final = "paused"

STATE_WORDS: Final = {
    CLOSED: "đóng",
    READY: "sẵn sàng",
    CALLING: "đang gọi",
    SERVING: "đang phục vụ",
    PAUSED: "tạm nghỉ",
}

_PAUSE: Final = "{counter} tạm nghỉ đến {time}. Xin lỗi ông/bà vì sự bất tiện."


def desk_state(state: CounterState) -> str:
    """Which of the five shown states a desk is in (keys of ``STATE_WORDS``)."""
    if state.status is CounterStatus.CLOSED:
        return CLOSED
    if state.label:
        return CALLING if state.ticket_status is TicketStatus.CALLED else SERVING
    return PAUSED if state.status is CounterStatus.PAUSED else READY


def desk_told(state: CounterState, now: datetime) -> str:
    """That state in words; a pause with its end, "tạm nghỉ đến 10:15"."""
    seen = desk_state(state)
    if seen == PAUSED and state.back_at is not None:
        return f"{STATE_WORDS[seen]} đến {clock(state.back_at, now.tzinfo)}"
    return STATE_WORDS[seen]


def pause_told(office: OfficeInfo, counter: CounterInfo, state: CounterState, now: datetime) -> str:
    """The office's own sentence for a desk that rests; empty while it does not, or for no end."""
    if desk_state(state) != PAUSED or state.back_at is None:
        return ""
    told = (
        office.phrases.get("pause", _PAUSE)
        .replace("{counter}", desk_name(counter))
        .replace("{time}", clock_words(state.back_at, now.tzinfo))
        .replace("{reason}", _pause_reason(office, state.pause_reason))
    )
    return told[:1].upper() + told[1:]


def _pause_reason(office: OfficeInfo, code: str) -> str:
    """The office's words for a pause reason, as they stand inside a sentence."""
    known = code_info(office.pause_reasons, code)
    name = known.name if known else "việc nội bộ"
    return name[:1].lower() + name[1:]
