"""Words both screens use: times, desks, states. Vietnamese, in office time, pure."""

from datetime import datetime
from typing import Final

from server.protocol.office import CounterInfo, OfficeInfo
from server.protocol.views import CounterState, CounterStatus, TicketStatus, WaitRange
from server.words.alerts import desk_name

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
NOBODY_SERVES: Final = "Chưa có quầy mở"
NO_FORECAST: Final = "Chưa ước được"

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


def clock(moment: datetime) -> str:
    """The time for a clock and columns of times: "09:41"."""
    return f"{moment:%H:%M}"


def time_in_words(moment: datetime) -> str:
    """The time for sentences: "13 giờ 30", "9 giờ"."""
    return f"{moment.hour} giờ {moment.minute:02}" if moment.minute else f"{moment.hour} giờ"


def date(moment: datetime) -> str:
    """The day: "Thứ Hai, 23/11/2026"."""
    return f"{WEEKDAYS[moment.weekday()]}, {moment:%d/%m/%Y}"


def desk(counter: CounterInfo) -> str:
    """A desk in a sentence: "quầy 9", "quầy hướng dẫn"."""
    return desk_name(counter)


def desk_state(state: CounterState) -> str:
    """One of the five states a desk can be seen in (keys of ``STATE_WORDS``)."""
    if state.status is CounterStatus.CLOSED:
        return CLOSED
    if state.label:
        return CALLING if state.ticket_status is TicketStatus.CALLED else SERVING
    return PAUSED if state.status is CounterStatus.PAUSED else READY


def desk_told(state: CounterState, now: datetime) -> str:
    """That state in words; a pause with its end, "tạm nghỉ đến 10:15"."""
    seen = desk_state(state)
    if seen == PAUSED and state.back_at is not None:
        return f"{STATE_WORDS[seen]} đến {clock(state.back_at.astimezone(now.tzinfo))}"
    return STATE_WORDS[seen]


def wait(forecast: WaitRange | None, open_counters: int) -> str:
    """A forecast: "10–18 phút", or the honest reason why there is no forecast."""
    if not open_counters:
        return NOBODY_SERVES
    if forecast is None:
        return NO_FORECAST
    if forecast.low_min == forecast.high_min:
        return f"{forecast.low_min} phút"
    return f"{forecast.low_min}–{forecast.high_min} phút"


def wait_in_words(forecast: WaitRange) -> str:
    """A forecast inside a sentence: "khoảng 10 đến 18 phút"."""
    if forecast.low_min == forecast.high_min:
        return f"khoảng {forecast.low_min} phút"
    return f"khoảng {forecast.low_min} đến {forecast.high_min} phút"


def pause_reason(office: OfficeInfo, code: str) -> str:
    """The office's words for a pause reason, as they stand inside a sentence."""
    name = next((each.name for each in office.pause_reasons if each.code == code), "việc nội bộ")
    return name[:1].lower() + name[1:]


def minutes(length_s: float | None) -> str:
    """A length in whole minutes, "–" where there is none."""
    return "–" if length_s is None else str(max(0, round(length_s / 60)))
