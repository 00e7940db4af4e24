"""Office, view, time and situation in, one frozen screen out. Pure: no Qt, no clock, no I/O."""

from datetime import datetime
from typing import Final

from counter.presenter import lists
from counter.presenter.dialogs import dialog
from counter.presenter.hand import hand
from counter.presenter.issue import issue, may_issue
from counter.presenter.keys import BY_ID, keys_of, main_move
from counter.presenter.login import login
from counter.presenter.papers import papers
from counter.presenter.screen import ActionRow, DialogScreen, HeadScreen, Screen
from counter.presenter.steer import steer
from counter.presenter.undo import left_s, undo_words, undoable
from counter.situation.situation import CounterPage, Situation, own_desk
from server.protocol.errors import ErrorCode
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterStatus, CounterView, DeskView, Move
from server.words.desks import counter_name, counter_work
from server.words.refusals import refusal_sentence
from server.words.times import clock_words, minutes_words

LOST: Final = "Mất kết nối máy chủ, đang tự nối lại."


def present(
    office: OfficeInfo | None, view: CounterView | None, now: datetime, situation: Situation
) -> Screen:
    """The whole screen at this moment; without an office or a view only the banner."""
    if office is None or view is None:
        banner = _banner(None, now, situation)
        return Screen(head=HeadScreen(banner=banner, training=situation.training))
    desk = own_desk(view, situation)
    head = _head(office, view, desk, now, situation)
    match situation.page:
        case CounterPage.ISSUE:
            return Screen(page=CounterPage.ISSUE, head=head, issue=issue(office, view, situation))
        case CounterPage.STEER:
            return Screen(page=CounterPage.STEER, head=head, steer=steer(office, view, situation))
        case CounterPage.OVERSIGHT if head.steers:
            return Screen(page=CounterPage.OVERSIGHT, head=head)
    asked = dialog(office, view, situation)
    if desk is None:
        shown = login(office, view, situation, now)
        return Screen(page=CounterPage.LOGIN, head=head, login=shown, dialog=asked)
    return _work(office, view, desk, now, situation, head, asked)


def _work(
    office: OfficeInfo,
    view: CounterView,
    desk: DeskView,
    now: datetime,
    situation: Situation,
    head: HeadScreen,
    asked: DialogScreen,
) -> Screen:
    return Screen(
        page=CounterPage.WORK,
        head=head,
        hand=hand(office, view, desk, now, situation),
        papers=papers(office, desk, situation),
        next=lists.next_up(office, desk, now),
        dialog=asked,
        actions=_actions(desk, situation),
        line=lists.line(office, desk, now),
        aside=lists.aside(office, desk, now, situation),
        desks=lists.desks(office, view, desk.counter, now),
        loads=lists.loads(office, view, desk.counter),
    )


def clerk_of(situation: Situation) -> str:
    """Who works here: the clerk at the desk, else the name chosen on the login page. Empty until he
    has signed in, where the office asks for PINs.
    """
    clerk = situation.seat.clerk if situation.seat else situation.pick.clerk
    return clerk if situation.may_act_as(clerk) else ""


def _head(
    office: OfficeInfo,
    view: CounterView,
    desk: DeskView | None,
    now: datetime,
    situation: Situation,
) -> HeadScreen:
    note = situation.note
    clerk = clerk_of(situation)
    known_here = bool(clerk) and situation.may_act_as(clerk)
    known = undoable(desk, now) if desk and situation.is_free and not situation.ask else None
    return HeadScreen(
        office=office.name,
        desk=counter_name(office, desk.counter) if desk else "",
        services=counter_work(office, desk.counter) if desk else "",
        clerk=office.clerk_name(clerk) if clerk else "",
        status=_status_words(desk.status) if desk else "",
        clock=f"{now.hour:02d}:{now.minute:02d}",
        banner=_banner(view, now, situation),
        note=note.text if note else "",
        tone=note.tone if note else "plain",
        waiting=str(desk.waiting) if desk else "",
        served=str(desk.served) if desk else "",
        mean=_mean_words(desk) if desk else "",
        undo=undo_words(known) if known else "",
        undo_left=f"{left_s(known, now)} giây" if known else "",
        leave=desk is not None and Move.CLOSE in desk.moves and situation.is_free,
        training=situation.training,
        issues=known_here and may_issue(office, clerk, desk.counter if desk else ""),
        steers=known_here and clerk in office.supervisors,
    )


def _mean_words(desk: DeskView) -> str:
    """The clerk's mean service time today; empty before the first service."""
    if desk.mean_service_s is None:
        return ""
    return minutes_words(round(desk.mean_service_s / 60))


def _status_words(status: CounterStatus) -> str:
    match status:
        case CounterStatus.OPEN:
            return "Đang làm việc"
        case CounterStatus.PAUSED:
            return "Tạm nghỉ"
        case CounterStatus.CLOSED:
            return "Đóng"


def _banner(view: CounterView | None, now: datetime, situation: Situation) -> str:
    """What the clerk must know of the connection; empty while it is live."""
    match situation.connection:
        case "live":
            return ""
        case "incompatible":
            return refusal_sentence(ErrorCode.INCOMPATIBLE_PROTOCOL)
        case "refused":
            return refusal_sentence(ErrorCode.BAD_TOKEN)
        case _ if view is None:
            return "Đang kết nối máy chủ. Nếu lâu, xin kiểm tra dây mạng."
        case word:
            at = clock_words(view.at, now.tzinfo)
            first = "Đang kết nối máy chủ." if word == "connecting" else LOST
            return f"{first}{_held_back(situation)} Số liệu lúc {at}."


def _held_back(situation: Situation) -> str:
    """That a pressed key is not answered yet, and will be sent again."""
    flight = situation.flight
    if flight is None or flight.version is not None or flight.action not in BY_ID:
        return ""
    return f" “{BY_ID[flight.action].name}” sẽ được gửi lại."


def _actions(desk: DeskView, situation: Situation) -> tuple[ActionRow, ...]:
    flight = situation.flight
    rows = []
    for action in keys_of(desk):
        pending = flight is not None and flight.action == action.id
        if action.move is Move.CALL_NEXT and situation.eager:
            pending = True
        lit = action.move in desk.moves and situation.is_free
        name = action.doing if pending else action.name
        main = action.move is main_move(desk)
        rows.append(ActionRow(action.id, name, action.key, lit, pending, main))
    return tuple(rows)
