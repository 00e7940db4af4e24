"""The login page: choose the clerk, type the PIN where the office asks for one, choose the desk."""

from datetime import datetime
from typing import Final

from counter.presenter.keys import OPEN
from counter.presenter.pin_entry import is_locked, locked_words
from counter.presenter.screen import LoginScreen, PickRow
from counter.presenter.service_search import fold
from counter.situation.situation import Situation
from server.protocol.office import ClerkInfo, OfficeInfo
from server.protocol.views import CounterState, CounterStatus, CounterView
from server.words.desks import counter_name, counter_work
from server.words.spelling import glued

MANY: Final = 8
"""With more clerks than this the list can be searched."""

_TITLES: Final = {
    "pin": "Mã PIN của tôi",
    "new": "Đặt mã PIN mới",
    "again": "Nhập lại mã PIN mới",
}
_HINTS: Final = {
    "pin": "Nhập mã bằng bàn phím hoặc các nút bên dưới.",
    "new": "Từ 4 đến 12 chữ số, chỉ mình ông/bà biết. Tránh dãy số, ngày sinh, năm sinh.",
    "again": "Để chắc chắn không nhập nhầm.",
}
_ACCEPTS: Final = {"pin": "Đăng nhập", "new": "Tiếp", "again": "Lưu và đăng nhập"}


def login(
    office: OfficeInfo, view: CounterView, situation: Situation, now: datetime
) -> LoginScreen:
    """The lists, the pad for the PIN, and the one button under them."""
    pick, flight, draft = situation.pick, situation.flight, situation.sign_in
    is_free = situation.is_live and flight is None
    known = bool(pick.clerk) and situation.may_act_as(pick.clerk)
    return LoginScreen(
        explanation=situation.explanation,
        clerk=office.clerk_name(pick.clerk) if pick.clerk else "",
        desk=counter_name(office, pick.counter) if pick.counter else "",
        accept=_accept(office, view, situation),
        lit=known and bool(pick.counter) and is_free,
        pending=flight is not None and flight.action == OPEN,
        step=_step(situation),
        many=len(office.clerks) > MANY,
        sought=situation.sought,
        title=_TITLES[draft.stage],
        hint=_HINTS[draft.stage],
        digits=len(draft.pin),
        pad_note=locked_words(draft, now) or draft.note or _away(situation),
        pad_accept="Đang kiểm tra…" if draft.request else _ACCEPTS[draft.stage],
        open=is_free and not draft.request and not is_locked(draft, now),
        can_change=draft.stage == "pin",
        clerks=_clerks(office, view, situation),
        desks=_desks(office, view, pick.counter),
    )


def _step(situation: Situation) -> str:
    if situation.signed is None:
        return "both"
    if not situation.pick.clerk:
        return "name"
    return "desk" if situation.may_act_as(situation.pick.clerk) else "pin"


def _away(situation: Situation) -> str:
    return "" if situation.is_live else "Chờ nối lại máy chủ để đăng nhập."


def taken_by(view: CounterView, counter: str) -> str:
    """The clerk who sits at ``counter`` now, empty when it is closed."""
    state = _state(view, counter)
    if state is None or state.status is CounterStatus.CLOSED:
        return ""
    return state.clerk


def seat_of(view: CounterView, clerk: str) -> str:
    """The counter at which ``clerk`` sits now, empty when nowhere."""
    return next(
        (
            state.counter
            for state in view.counters
            if clerk and state.clerk == clerk and state.status is not CounterStatus.CLOSED
        ),
        "",
    )


def _accept(office: OfficeInfo, view: CounterView, situation: Situation) -> str:
    pick, flight = situation.pick, situation.flight
    if flight is not None and flight.action == OPEN:
        return "Đang vào quầy…"
    if not pick.clerk:
        return "Xin chọn tên của mình"
    if not pick.counter:
        return "Xin chọn quầy"
    name = counter_name(office, pick.counter).lower()
    holder = taken_by(view, pick.counter)
    if holder == pick.clerk:
        return f"Trở lại {name}"
    return f"Nhận bàn giao {name}…" if holder else f"Mở {name}"


def _state(view: CounterView, counter: str) -> CounterState | None:
    return next((state for state in view.counters if state.counter == counter), None)


def _clerks(office: OfficeInfo, view: CounterView, situation: Situation) -> tuple[PickRow, ...]:
    rows = []
    for known in office.clerks:
        if not _is_sought(known, situation.sought):
            continue
        sits = seat_of(view, known.id)
        place = f"đang ở {counter_name(office, sits).lower()}" if sits else ""
        detail = " · ".join(part for part in (place, known.title) if part)
        rows.append(PickRow(known.id, "", known.name, detail, known.id == situation.pick.clerk))
    return tuple(rows)


def _is_sought(clerk: ClerkInfo, sought: str) -> bool:
    """Whether every word typed begins a word of the name or the title, with or without accents."""
    words = fold(f"{clerk.name} {clerk.title}").split()
    return all(any(word.startswith(each) for word in words) for each in fold(sought).split())


def _desks(office: OfficeInfo, view: CounterView, chosen: str) -> tuple[PickRow, ...]:
    return tuple(
        PickRow(
            code=known.id,
            mark=str(known.number),
            name=counter_work(office, known.id),
            detail=_who_sits(office, view, known.id),
            chosen=known.id == chosen,
        )
        for known in office.counters
    )


def _who_sits(office: OfficeInfo, view: CounterView, counter: str) -> str:
    holder = taken_by(view, counter)
    if not holder:
        return "trống"
    state = _state(view, counter)
    ticket = f", đang có số {glued(state.label)}" if state and state.label else ""
    return f"{office.clerk_name(holder)}{ticket}"
