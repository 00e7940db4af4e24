"""The questions before a command: which choices they offer and when they may be answered."""

from dataclasses import replace
from typing import Final

from counter.presenter import sheets
from counter.presenter.courtesy import hold_phrase, phrase
from counter.presenter.keys import BY_ID, TAKE_OVER
from counter.presenter.screen import DialogScreen, PickRow
from counter.situation.situation import Ask, Seat, Situation
from counter.situation.ticket_in_view import find_ticket
from server.protocol.office import CodeInfo, OfficeInfo
from server.protocol.views import CounterStatus, CounterView, DeskView, Move, ServiceLoad
from server.words.desks import counter_name
from server.words.spelling import capital, glued, small
from server.words.times import minutes_words

HOLD_MINUTES: Final = (10, 15, 20, 30, 60)
PAUSE_MINUTES: Final = (5, 10, 15, 30, 60)
USUAL_HOLD_MIN: Final = 20
USUAL_PAUSE_MIN: Final = 5
REASON: Final = "Lý do"
HOW_LONG: Final = "Trong bao lâu"
TO_DESK: Final = "@"
"""Marks a desk's id in the list of targets; no id begins with it."""


def first_ask(kind: str, desk: DeskView, office: OfficeInfo) -> Ask:
    """The question as it opens: the first reason and the usual minutes are chosen already."""
    ticket = desk.ticket.id if desk.ticket else ""
    match kind:
        case Move.HOLD:
            return Ask(kind, ticket, _first(office.hold_reasons), minutes=USUAL_HOLD_MIN)
        case Move.TRANSFER:
            return Ask(kind, ticket, _first(office.transfer_reasons))
        case Move.PAUSE:
            return Ask(kind, ticket, _first(office.pause_reasons), minutes=USUAL_PAUSE_MIN)
        case _:
            return Ask(kind, ticket)


def directed(ask: Ask, target: str, service: str) -> Ask:
    """The question with its target: a service or, after ``TO_DESK``, a desk of the same service."""
    if target.startswith(TO_DESK):
        return replace(ask, service=service, to_counter=target.removeprefix(TO_DESK))
    return replace(ask, service=target, to_counter="")


def still_stands(ask: Ask, desk: DeskView | None) -> bool:
    """Whether the question is still about the ticket in hand, and its command still possible."""
    if ask.kind == TAKE_OVER:
        return desk is None
    if ask.kind in sheets.KINDS:
        subject = find_ticket(desk, ask.ticket)
        return subject is not None and subject.place == ask.place
    if desk is None or BY_ID[ask.kind].move not in desk.moves:
        return False
    return ask.ticket == (desk.ticket.id if desk.ticket else "")


def dialog(office: OfficeInfo, view: CounterView, situation: Situation) -> DialogScreen:
    """The open question, or none."""
    ask = situation.ask
    if ask is None:
        return DialogScreen()
    if ask.kind == TAKE_OVER:
        return _take_over(office, view, situation)
    if ask.kind in sheets.KINDS:
        return sheets.sheet(office, view, situation, ask)
    free = situation.is_free
    return _about_the_desk(office, view, ask, free)


def _about_the_desk(office: OfficeInfo, view: CounterView, ask: Ask, free: bool) -> DialogScreen:
    label = glued(view.desk.ticket.label) if view.desk and view.desk.ticket else ""
    match ask.kind:
        case Move.COMPLETE:
            return _outcome(office, label, ask, free)
        case Move.HOLD:
            return _hold(office, view, label, ask, free)
        case Move.TRANSFER:
            return _transfer(office, view, label, ask, free)
        case Move.PAUSE:
            return _pause(office, ask, free)
        case _:
            return _leave(office, view, free)


def _outcome(office: OfficeInfo, label: str, ask: Ask, free: bool) -> DialogScreen:
    return DialogScreen(
        kind=ask.kind,
        title=f"Hoàn thành số {label}",
        text="Kết quả của lần phục vụ này là gì?",
        courtesy=phrase(office, "thanks"),
        lit=free,
        instant=True,
        choices=_picks(office.outcomes, ask.reason, numbered=True),
    )


def _hold(office: OfficeInfo, view: CounterView, label: str, ask: Ask, free: bool) -> DialogScreen:
    desk = small(counter_name(office, view.desk.counter)) if view.desk else ""
    return DialogScreen(
        kind=ask.kind,
        title=f"Giữ chỗ cho số {label}",
        text="Ông/bà trở lại đúng quầy này, không phải lấy số mới.",
        courtesy=hold_phrase(office, label, desk, ask.minutes),
        choices_title=REASON,
        minutes_title=HOW_LONG,
        accept=f"Giữ chỗ {minutes_words(ask.minutes)}",
        lit=free and bool(ask.reason),
        choices=_picks(office.hold_reasons, ask.reason),
        minutes=_minutes(HOLD_MINUTES, ask.minutes),
    )


def _pause(office: OfficeInfo, ask: Ask, free: bool) -> DialogScreen:
    return DialogScreen(
        kind=ask.kind,
        title="Tạm dừng quầy",
        text="Người chờ thấy lý do và giờ quầy trở lại trên màn hình.",
        choices_title=REASON,
        minutes_title=HOW_LONG,
        accept=f"Tạm dừng {minutes_words(ask.minutes)}",
        lit=free and bool(ask.reason),
        choices=_picks(office.pause_reasons, ask.reason),
        minutes=_minutes(PAUSE_MINUTES, ask.minutes),
    )


def _transfer(
    office: OfficeInfo, view: CounterView, label: str, ask: Ask, free: bool
) -> DialogScreen:
    goal = office.service_name(ask.service)
    if ask.to_counter:
        goal = counter_name(office, ask.to_counter)
    return DialogScreen(
        kind=ask.kind,
        title=f"Chuyển số {label}",
        text="Số giữ nguyên giờ đến, không phải chờ lại từ đầu.",
        courtesy=phrase(office, "transfer"),
        choices_title=REASON,
        services_title="Chuyển sang",
        accept=f"Chuyển sang {small(goal)}" if ask.service else "Xin chọn dịch vụ",
        lit=free and bool(ask.service and ask.reason),
        choices=_picks(office.transfer_reasons, ask.reason),
        services=(
            *_services(office, view, "" if ask.to_counter else ask.service),
            *_desks(office, view, ask.to_counter),
        ),
    )


def _leave(office: OfficeInfo, view: CounterView, free: bool) -> DialogScreen:
    desk = view.desk
    name = counter_name(office, desk.counter) if desk else ""
    waiting = desk.waiting if desk else 0
    return DialogScreen(
        kind=Move.CLOSE,
        title=f"Rời {small(name)}",
        text=f"Còn {waiting} người đang chờ quầy này." if waiting else "Không còn ai chờ quầy này.",
        accept="Đóng quầy và rời đi",
        lit=free,
    )


def _take_over(office: OfficeInfo, view: CounterView, situation: Situation) -> DialogScreen:
    pick = situation.pick
    name = counter_name(office, pick.counter)
    return DialogScreen(
        kind=TAKE_OVER,
        title=f"Nhận bàn giao {small(name)}",
        text=_hand_over_text(office, view, pick),
        accept="Nhận bàn giao",
        lit=situation.is_free,
    )


def _hand_over_text(office: OfficeInfo, view: CounterView, pick: Seat) -> str:
    state = next((known for known in view.counters if known.counter == pick.counter), None)
    if state is None or not state.clerk:
        return "Quầy này vừa trống."
    who = office.clerk_name(state.clerk)
    name = counter_name(office, pick.counter)
    if state.label:
        return (
            f"{name} đang do {who} phụ trách, có số {glued(state.label)} trên tay. Nhận cả số này?"
        )
    return f"{name} đang do {who} phụ trách. Nhận bàn giao quầy này?"


def _first(codes: tuple[CodeInfo, ...]) -> str:
    return codes[0].code if codes else ""


def _picks(codes: tuple[CodeInfo, ...], chosen: str, numbered: bool = False) -> tuple[PickRow, ...]:
    return tuple(
        PickRow(
            code=known.code,
            mark=str(index) if numbered and index < 10 else "",
            name=capital(known.name),
            detail="",
            chosen=known.code == chosen,
        )
        for index, known in enumerate(codes, start=1)
    )


def _minutes(offered: tuple[int, ...], chosen: int) -> tuple[PickRow, ...]:
    return tuple(
        PickRow(str(each), "", minutes_words(each), "", each == chosen) for each in offered
    )


def _services(office: OfficeInfo, view: CounterView, chosen: str) -> tuple[PickRow, ...]:
    here = view.desk.ticket.service if view.desk and view.desk.ticket else ""
    load = {known.service: known for known in view.services}
    rows = []
    for known in office.services:
        if known.id == here:
            continue
        detail = _busy_words(load.get(known.id))
        rows.append(PickRow(known.id, known.prefix, known.name, detail, known.id == chosen))
    return tuple(rows)


def _desks(office: OfficeInfo, view: CounterView, chosen: str) -> tuple[PickRow, ...]:
    """Other desks at work for the service of the ticket: it then waits for that one alone."""
    own = view.desk
    here = own.ticket.service if own and own.ticket else ""
    able = {known.id: known.number for known in office.counters if here in known.services}
    return tuple(
        PickRow(
            code=TO_DESK + state.counter,
            mark=f"Q{able[state.counter]}",
            name=f"Đúng {small(counter_name(office, state.counter))}",
            detail=f"cùng dịch vụ, {office.clerk_name(state.clerk)}",
            chosen=state.counter == chosen,
        )
        for state in view.counters
        if state.counter in able
        and state.status is not CounterStatus.CLOSED
        and (own is None or state.counter != own.counter)
    )


def _busy_words(load: ServiceLoad | None) -> str:
    if load is None or not load.open_counters:
        return "chưa có quầy mở"
    return f"{load.waiting} người chờ" if load.waiting else "không có người chờ"
