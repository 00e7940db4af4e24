"""The lobby screen from office, view, time and voice. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from display.head import ConnectionState, head
from display.lobby.screen import CallLine, CurrentCall, DeskCell, LoadLine, LobbyScreen
from display.pauses import pause_told
from display.voice.announcer import Announcement
from display.waits import wait_in_words, wait_words
from server.protocol.office import CounterInfo, OfficeInfo
from server.protocol.views import (
    CallRow,
    CounterState,
    DisplayView,
    ServiceLoad,
    TicketStatus,
)
from server.words.desk_states import desk_state, desk_told
from server.words.desks import desk_name
from server.words.devices import fault_alone

RECENT: Final = 4
LOADS_A_PAGE: Final = 3
MISSED_SHOWN: Final = 4
NEAR_SHOWN: Final = 5
PAPERS_TOLD: Final = 4
PAUSES_SHOWN: Final = 3

_CALL: Final = "Kính mời số {label} đến {counter}"
_RECALL: Final = "Kính mời số {label} đến {counter} (lần {n})"
_PRIORITY: Final = "Quầy đang phục vụ người được ưu tiên. Mong ông/bà thông cảm."
_LATE: Final = "Xin lỗi ông/bà vì phải chờ lâu hơn dự kiến."
_NO_SHOW: Final = "Số {label} tạm để lại. Khi trở lại, ông/bà báo quầy hướng dẫn để được gọi sớm."
_SET_ASIDE: Final = "Tạm để lại"
_HELD: Final = "Giữ chỗ"
_APART: Final = " · "
_LAST_CALL: Final = "Số vừa gọi"
_WELCOME: Final = "Xin chào ông/bà"
_ADVICE: Final = "Mời ông/bà lấy số và ngồi chờ. Số được gọi sẽ hiện ở đây và được đọc trên loa."
_NOT_YET: Final = "Màn hình đang chờ máy chủ. Xin ông/bà nghe cán bộ mời tại quầy."
_CALL_WORDS: Final = {
    TicketStatus.CALLED: "đang mời",
    TicketStatus.NO_SHOW: "tạm để lại",
    TicketStatus.ON_HOLD: "giữ chỗ",
}
"""Words of a call; a ticket that is being served is shown on the board of desks only."""


@dataclass(frozen=True, slots=True)
class VoiceState:
    """What the display's voice is doing.

    ``spoken`` is the call being spoken and ``caption`` what is being said, call or not; ``fault`` a
    ``loudspeaker.Fault``, empty when the voice can be heard.
    """

    spoken: Announcement | None = None
    caption: str = ""
    fault: str = ""


SILENT: Final = VoiceState()


def lobby(
    office: OfficeInfo | None,
    view: DisplayView | None,
    now: datetime,
    connection: ConnectionState,
    voice: VoiceState = SILENT,
    page: int = 0,
) -> LobbyScreen:
    """The screen at ``now``; without an office or a view it is the empty one.

    ``page`` counts up and turns the pages of the waiting times.
    """
    top = head(office, view.at if view else None, now, connection)
    if office is None or view is None:
        return LobbyScreen(head=top, current=CurrentCall(welcome=_WELCOME, advice=_NOT_YET))
    current = replace(_current(office, view, voice.spoken), caption=voice.caption)
    loads, loads_page = _loads(office, view.services, page)
    return LobbyScreen(
        head=top,
        is_ready=True,
        current=current,
        recent=_recent(office, view.calls, current),
        loads=loads,
        loads_page=loads_page,
        desks=tuple(
            _cell(counter, state, now)
            for state in view.counters
            if (counter := office.counter(state.counter)) is not None
        ),
        desk_rows=max(1, -(-len(view.counters) // columns(len(view.counters)))),
        is_dense=columns(len(view.counters)) > 2,
        tall_rows=max(1, -(-len(view.counters) // tall_columns(len(view.counters)))),
        is_tall_dense=tall_columns(len(view.counters)) > 1,
        urgent=tuple(each.text for each in view.notices if each.is_urgent),
        near=_APART.join(view.near[:NEAR_SHOWN]),
        missed=_missed(view),
        pages=tuple(_pages(office, view, now)),
        hotline=office.hotline,
        fault=fault_alone(voice.fault),
    )


def columns(desks: int) -> int:
    """In how many columns the board shows so many desks without crowding."""
    return 1 if desks <= 7 else 2 if desks <= 16 else 3 if desks <= 27 else 4


def tall_columns(desks: int) -> int:
    """The same on a screen that stands upright, where the board lies below the call."""
    return 1 if desks <= 5 else 2 if desks <= 14 else 3


def _current(office: OfficeInfo, view: DisplayView, said: Announcement | None) -> CurrentCall:
    """The call being spoken, else the newest one still awaited, else the newest at all."""
    if said is not None:
        return _call(office, office.counter(said.counter), said.label, said.recall_count)
    awaited = (call for call in view.calls if call.status is TicketStatus.CALLED)
    call = next(awaited, view.calls[0] if view.calls else None)
    if call is None:
        hours = "\n".join(office.hours)
        return CurrentCall(welcome=_WELCOME, advice=_ADVICE, hours=hours)
    shown = _call(office, office.counter(call.counter), call.label, call.recall_count)
    return shown if call.status is TicketStatus.CALLED else _over(shown, office, call)


def _call(
    office: OfficeInfo, counter: CounterInfo | None, label: str, recall_count: int
) -> CurrentCall:
    """The office's own call sentence, split at the label."""
    key, own = ("recall", _RECALL) if recall_count else ("call", _CALL)
    before, _, after = office.phrases.get(key, own).partition("{label}")
    desk = desk_name(counter) if counter else ""
    after = after.replace("{counter}", desk).replace("{n}", str(recall_count + 1))
    return CurrentCall(
        call_id=_call_id(label, recall_count),
        label=label,
        before=before.strip(),
        after=after.strip(),
        desk=counter.name if counter and counter.number > 0 else "",
        is_open=True,
    )


def _over(shown: CurrentCall, office: OfficeInfo, call: CallRow) -> CurrentCall:
    """A call that was answered already: told as a fact, not as an invitation."""
    counter = office.counter(call.counter)
    return replace(
        shown, before=_LAST_CALL, after=desk_name(counter) if counter else "", is_open=False
    )


def _call_id(label: str, recall_count: int) -> str:
    return f"{label}/{recall_count}"


def _recent(
    office: OfficeInfo, calls: Iterable[CallRow], current: CurrentCall
) -> tuple[CallLine, ...]:
    """The newest calls but the large one, each ticket once."""
    lines: dict[str, CallLine] = {}
    for call in calls:
        if call.label == current.label or call.label in lines or len(lines) == RECENT:
            continue
        counter = office.counter(call.counter)
        lines[call.label] = CallLine(
            code=call.ticket,
            label=call.label,
            desk=desk_name(counter) if counter else "",
            words=_CALL_WORDS.get(call.status, ""),
            awaited=call.status is TicketStatus.CALLED,
        )
    return tuple(lines.values())


def _loads(
    office: OfficeInfo, loads: Iterable[ServiceLoad], page: int
) -> tuple[tuple[LoadLine, ...], str]:
    """One page of the services people wait for or could go to, and "2/4"."""
    lines = [
        LoadLine(
            code=load.service,
            name=office.service_name(load.service),
            people=f"{load.waiting} người chờ" if load.waiting else "Không ai chờ",
            wait=wait_words(load.wait, load.open_counters),
        )
        for load in loads
        if load.waiting or load.open_counters
    ]
    pages = max(1, -(-len(lines) // LOADS_A_PAGE))
    at = page % pages
    shown = tuple(lines[at * LOADS_A_PAGE : (at + 1) * LOADS_A_PAGE])
    return shown, f"{at + 1}/{pages}" if pages > 1 else ""


def _cell(counter: CounterInfo, state: CounterState, now: datetime) -> DeskCell:
    return DeskCell(
        code=counter.id,
        number=str(counter.number),
        name=counter.name,
        label=state.label,
        doing=desk_state(state),
        words=desk_told(state, now),
    )


def _missed(view: DisplayView) -> str:
    """Missed and held tickets, the newest first; of many only the count."""
    told = []
    if view.missed:
        told.append(f"{_SET_ASIDE}: {_newest(view.missed)}")
    if view.held:
        told.append(f"{_HELD}: {_newest(view.held)}")
    return "   ".join(told)


def _newest(labels: tuple[str, ...]) -> str:
    newest = labels[::-1]
    told = _APART.join(newest[:MISSED_SHOWN])
    more = len(newest) - MISSED_SHOWN
    return f"{told} và {more} số khác" if more > 0 else told


def _pages(office: OfficeInfo, view: DisplayView, now: datetime) -> Iterator[str]:
    """The notices to show in turn; while a priority ticket is served, every second one says so."""
    notices = [
        *(each.text for each in view.notices if not each.is_urgent),
        *_apologies(office, view),
        *_pauses(office, view.counters, now),
        *_come_back(office, view.missed),
        *office.notices,
        *_papers(office),
    ]
    courtesy = office.phrases.get("priority_on", _PRIORITY) if view.serving_priority else ""
    if courtesy and not notices:
        yield courtesy
    for notice in notices:
        if courtesy:
            yield courtesy
        yield notice


def _apologies(office: OfficeInfo, view: DisplayView) -> Iterator[str]:
    """Apologies for services whose waits are over the promise, with the cause if it is known."""
    waits = {load.service: load.wait for load in view.services}
    for late in view.apologies:
        wait, cause = waits.get(late.service), office.cause(late.cause)
        phrase = office.phrases.get("late", _LATE)
        sentences = [each for each in phrase.split(". ") if each]
        known = {
            "{reason}": cause.name if cause else "",
            "{wait}": wait_in_words(wait) if wait else "",
        }
        said = [each for each in sentences if all(known[mark] for mark in known if mark in each)]
        told = ". ".join(said).rstrip(".") + "."
        for mark, word in known.items():
            told = told.replace(mark, word)
        yield f"{office.service_name(late.service)}: {told}"


def _come_back(office: OfficeInfo, missed: tuple[str, ...]) -> Iterator[str]:
    """What missed people can do; shown while there are any."""
    if missed:
        yield office.phrases.get("no_show", _NO_SHOW).replace("{label}", _newest(missed))


def _papers(office: OfficeInfo) -> Iterator[str]:
    """What to bring for the most frequent procedures, so that people can check while they wait."""
    for procedure in office.procedures:
        if procedure.documents:
            papers = "; ".join(_small(each) for each in procedure.documents[:PAPERS_TOLD])
            more = "…" if len(procedure.documents) > PAPERS_TOLD else "."
            yield f"{procedure.label or procedure.name} cần: {papers}{more}"


def _small(document: str) -> str:
    """As a part of a sentence; a form's name or an abbreviation keeps its capitals."""
    head, tail = document[:1], document[1:].rstrip(". ;")
    return head + tail if tail[:1].isupper() else head.lower() + tail


def _pauses(office: OfficeInfo, states: Iterable[CounterState], now: datetime) -> list[str]:
    told = (
        pause_told(office, counter, state, now)
        for state in states
        if (counter := office.counter(state.counter)) is not None
    )
    return [each for each in told if each][:PAUSES_SHOWN]
