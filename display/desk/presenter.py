"""The small screen over one desk: its number, whom it calls, who sits there. Pure."""

from datetime import datetime
from typing import Final

from display.desk.rating import LOW, NOTHING_ASKED, RatingQuestion
from display.desk.screen import DeskScreen, RatingChoice
from display.head import ConnectionState, head
from display.pauses import pause_told
from server.protocol.office import CounterInfo, OfficeInfo
from server.protocol.views import CallRow, CounterState, DisplayView
from server.words.desk_states import CALLING, CLOSED, READY, SERVING, desk_state

_GREETING: Final = "Xin chào ông/bà"
_CALLED: Final = "Kính mời ông/bà số"
_SERVING: Final = "Đang phục vụ"
_READY: Final = "Sẵn sàng phục vụ ông/bà."
_CLOSED: Final = "Quầy chưa làm việc. Mời ông/bà theo dõi màn hình sảnh."
_AWAY: Final = "Mất kết nối với máy chủ. Mời ông/bà nghe cán bộ gọi tại quầy."
_QUESTIONS: Final = {
    "ask": "Ông/bà có hài lòng với lần phục vụ này không?",
    "why": "Điều gì làm ông/bà chưa hài lòng?",
}
_THANKS: Final = "Xin cảm ơn ông/bà."
_SORRY: Final = "Xin lỗi ông/bà. Chúng tôi sẽ xem lại."
LEVELS: Final = (
    RatingChoice("5", "Rất hài lòng", 5),
    RatingChoice("4", "Hài lòng", 4),
    RatingChoice("3", "Bình thường", 3),
    RatingChoice("2", "Không hài lòng", 2),
    RatingChoice("1", "Rất không hài lòng", 1),
)
_NO_DESK: Final = "Văn phòng không có quầy này. Xin kiểm tra thiết đặt của màn hình."


def desk(
    office: OfficeInfo | None,
    view: DisplayView | None,
    now: datetime,
    connection: ConnectionState,
    counter: str,
    asked: RatingQuestion = NOTHING_ASKED,
) -> DeskScreen:
    """What stands over desk ``counter`` now; without a view its bare frame."""
    top = head(office, view.at if view else None, now, connection)
    if office is None or view is None:
        return DeskScreen(head=top, told=_GREETING)
    here = office.counter(counter)
    state = next((each for each in view.counters if each.counter == counter), None)
    if here is None or state is None:
        return DeskScreen(head=top, number="–", name=counter, told=_NO_DESK)
    doing = desk_state(state)
    call = next((each for each in view.calls if each.label and each.label == state.label), None)
    return DeskScreen(
        head=top,
        number=str(here.number),
        name=here.name,
        title=_title(office, state),
        label=state.label,
        doing=doing,
        before=_before(doing),
        told=_AWAY if top.is_stale else _told(office, here, state, doing, now),
        call_id=_call_id(doing, call),
        step=asked.step,
        question=_question(office, asked),
        choices=_choices(office, asked),
    )


def _question(office: OfficeInfo, asked: RatingQuestion) -> str:
    if asked.step != "thanks":
        return _QUESTIONS.get(asked.step, "")
    return office.phrases.get("low_rating", _SORRY) if asked.score <= LOW else _THANKS


def _choices(office: OfficeInfo, asked: RatingQuestion) -> tuple[RatingChoice, ...]:
    if asked.step == "ask":
        return LEVELS
    if asked.step == "why":
        return tuple(RatingChoice(each.code, each.name) for each in office.rating_reasons)
    return ()


def _title(office: OfficeInfo, state: CounterState) -> str:
    """The position of the clerk; his name is not shown."""
    clerk = office.clerk(state.clerk)
    return clerk.title if clerk else ""


def _before(doing: str) -> str:
    return {CALLING: _CALLED, SERVING: _SERVING}.get(doing, "")


def _told(
    office: OfficeInfo, desk: CounterInfo, state: CounterState, doing: str, now: datetime
) -> str:
    if pause := pause_told(office, desk, state, now):
        return pause
    if doing == CLOSED:
        return _CLOSED
    if doing == READY:
        return _READY
    return office.phrases.get("courtesy_greeting", _GREETING)


def _call_id(doing: str, call: CallRow | None) -> str:
    if doing != CALLING or call is None:
        return ""
    return f"{call.label}/{call.recall_count}"
