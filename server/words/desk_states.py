"""The five states a desk is seen in, and their words for citizens and for staff. Pure."""

from datetime import datetime
from typing import Final

from server.protocol.views import CounterState, CounterStatus, TicketStatus
from server.words.times import clock

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
