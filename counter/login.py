"""The login page: who am I, where do I sit."""

from counter.moves import OPEN
from counter.screen import LoginScreen, PickRow
from counter.situation import Situation
from counter.words import clerk_name, counter_name, desk_words, glued
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterState, CounterStatus, CounterView


def login(office: OfficeInfo, view: CounterView, situation: Situation) -> LoginScreen:
    """The two lists and the one button under them."""
    pick = situation.pick
    flight = situation.flight
    return LoginScreen(
        explanation=situation.explanation,
        clerk=clerk_name(office, pick.clerk) if pick.clerk else "",
        desk=counter_name(office, pick.counter) if pick.counter else "",
        accept=_accept(office, view, situation),
        lit=bool(pick.clerk and pick.counter) and situation.is_live and flight is None,
        pending=flight is not None and flight.action == OPEN,
        clerks=_clerks(office, view, pick.clerk),
        desks=_desks(office, view, pick.counter),
    )


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


def _clerks(office: OfficeInfo, view: CounterView, chosen: str) -> tuple[PickRow, ...]:
    rows = []
    for known in office.clerks:
        sits = seat_of(view, known.id)
        place = f"đang ở {counter_name(office, sits).lower()}" if sits else ""
        detail = " · ".join(part for part in (place, known.title) if part)
        rows.append(PickRow(known.id, "", known.name, detail, known.id == chosen))
    return tuple(rows)


def _desks(office: OfficeInfo, view: CounterView, chosen: str) -> tuple[PickRow, ...]:
    return tuple(
        PickRow(
            code=known.id,
            mark=str(known.number),
            name=desk_words(office, known.id),
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
    return f"{clerk_name(office, holder)}{ticket}"
