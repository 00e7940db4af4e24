"""The office's own sentence for a desk that rests, on the screens of the hall. Pure."""

from datetime import datetime
from typing import Final

from server.protocol.office import CounterInfo, OfficeInfo, code_info
from server.protocol.views import CounterState
from server.words.desk_states import PAUSED, desk_state
from server.words.desks import desk_name
from server.words.times import clock_words

_PAUSE: Final = "{counter} tạm nghỉ đến {time}. Xin lỗi ông/bà vì sự bất tiện."


def pause_told(office: OfficeInfo, counter: CounterInfo, state: CounterState, now: datetime) -> str:
    """The office's own sentence for a paused desk; empty while it is not paused, or without
    an end.
    """
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
