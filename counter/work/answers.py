"""How the local situation changes with what the server says. Pure: one in, a new one out."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from counter.presenter.dialogs import still_stands
from counter.presenter.issue import INSISTABLE, ISSUE
from counter.presenter.keys import LEAVE, OPEN
from counter.presenter.login import seat_of, taken_by
from counter.presenter.pin_entry import refused
from counter.presenter.refusals import refusal_and_advice
from counter.situation.situation import Checks, Note, Seat, SignDraft, Situation, own_desk
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result, SignedIn, Story, WhatIf
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView
from server.words.desks import counter_name
from server.words.refusals import refusal_fact

NOBODY = Seat("", "")
SIGN_IN_AGAIN: Final = "Xin nhập mã PIN để làm việc tiếp. Số đang phục vụ vẫn được giữ."
ENDED: Final = (
    "Phiên làm việc tại máy này đã kết thúc, vì tên này đăng nhập ở máy khác hoặc được cấp "
    "mã PIN mới. Xin đăng nhập lại."
)
NEW_DAY: Final = "Đã sang ngày làm việc mới. Chúc ông/bà một ngày tốt lành."
DAY_ENDED: Final = f"{refusal_fact(ErrorCode.DAY_CLOSED)} Cảm ơn ông/bà."
HANDED_OVER: Final = "Quầy vẫn mở, số đang phục vụ được giữ. Mời người nhận ca chọn tên."


def viewed(
    situation: Situation, office: OfficeInfo, view: CounterView, is_stale: bool
) -> Situation:
    """A view came: a command may be done, the desk may be lost, a question may be void. A view kept
    from an earlier run says nothing about who sits here now.
    """
    after = _landed(situation, view)
    if after.checks.ticket and after.checks.ticket != _in_hand(view):
        after = replace(after, checks=Checks())
    if not is_stale:
        after = replace(_risen(situation, after, office, view), day=view.day)
    ask = after.ask
    if ask is not None and not still_stands(ask, own_desk(view, after)):
        after = replace(after, ask=None)
    return after


def _risen(before: Situation, after: Situation, office: OfficeInfo, view: CounterView) -> Situation:
    """Whether the clerk still sits there, as the server sees it."""
    seat = after.seat
    if seat is not None and not after.may_act_as(seat.clerk):
        risen = _unseated(replace(after, note=None), view, ("", ""))
        return replace(risen, pick=seat, explanation=SIGN_IN_AGAIN)
    if not _lost_desk(after, view):
        return after
    after = _unseated(after, view, _who_has_it(office, view))
    new_day = before.day not in ("", view.day)
    if new_day:
        return replace(after, explanation=NEW_DAY)
    return replace(after, explanation=DAY_ENDED) if view.closed else after


def signed(
    situation: Situation, view: CounterView, request: str, answer: SignedIn | Error, now: datetime
) -> Situation:
    """The server answered a sign-in, or ended one by itself (``request`` is empty then)."""
    draft = situation.sign_in
    if isinstance(answer, Error):
        mine = draft.request != "" and request == draft.request
        return replace(situation, sign_in=refused(draft, answer, now)) if mine else situation
    if answer.clerk:
        after = replace(situation, signed=answer.clerk, sign_in=SignDraft(), explanation="")
        sits = seat_of(view, answer.clerk)
        # A clerk who sits at a desk already need not open it: he sat at this window before.
        back = sits and sits == situation.pick.counter and situation.seat is None
        return replace(after, seat=Seat(sits, answer.clerk)) if back else after
    if request:
        return replace(situation, signed="")
    return _turned_out(situation, view)


def handed_over(situation: Situation) -> Situation:
    """The clerk hands over: the desk stays open, and the next clerk signs in and takes it over."""
    seat = situation.seat or NOBODY
    return replace(
        situation,
        seat=None,
        ask=None,
        page="",
        pick=Seat(seat.counter, ""),
        explanation=HANDED_OVER,
    )


def _turned_out(situation: Situation, view: CounterView) -> Situation:
    """The server ended the sign-in: another machine, another PIN, another day."""
    after = replace(situation, signed="", sign_in=SignDraft(), page="", note=None)
    seat = situation.seat
    if seat is None:
        return after
    return replace(_unseated(after, view, ("", "")), pick=seat, explanation=ENDED)


def answered(
    situation: Situation,
    office: OfficeInfo,
    view: CounterView,
    answer: Result | Error,
) -> Situation:
    """The server answered the command under way."""
    if isinstance(answer, Error):
        return _refused(situation, office, view, answer.code)
    flight = situation.flight
    if flight is None:
        return situation
    after = replace(
        situation,
        flight=replace(flight, version=answer.version),
        note=Note(flight.done) if flight.done else None,
    )
    if flight.action == ISSUE:
        after = replace(after, issue=replace(after.issue, given=answer, refused=None))
    if flight.action == OPEN:
        after = replace(after, seat=situation.pick, explanation="")
    if flight.action == LEAVE.id and situation.seat is not None:
        name = counter_name(office, situation.seat.counter).lower()
        left = replace(after, flight=None, seat=None, ask=None)
        pick = Seat("", situation.seat.clerk)
        return replace(left, pick=pick, explanation=f"Đã rời {name}. Cảm ơn ông/bà.")
    return _landed(after, view)


def settled(situation: Situation) -> Situation:
    """No view with the command's result came in time: go on with the newest view."""
    flight = situation.flight
    if flight is None or flight.version is None:
        return situation
    return replace(situation, flight=None)


def _landed(situation: Situation, view: CounterView) -> Situation:
    flight = situation.flight
    if flight is None or flight.version is None or view.version < flight.version:
        return situation
    if flight.action == OPEN and own_desk(view, situation) is None:
        return situation
    return replace(situation, flight=None)


def foreseen(situation: Situation, query: str, answer: object) -> Situation:
    """The server answered a supervisor's what-if question, or refused it."""
    trial = situation.oversight.trial
    if not query or trial.query != query:
        return situation
    if isinstance(answer, WhatIf):
        trial = replace(trial, answer=answer)
    elif isinstance(answer, Error):
        trial = replace(trial, refused=answer.code)
    return replace(situation, oversight=replace(situation.oversight, trial=trial))


def told(situation: Situation, query: str, answer: object) -> Situation:
    """A ticket's story came, or a refusal; an answer to an older query is ignored."""
    asked = situation.told
    if asked is None or asked.query != query:
        return situation
    if isinstance(answer, Story):
        return replace(situation, told=replace(asked, story=answer, label=answer.label))
    if isinstance(answer, Error):
        return replace(situation, told=replace(asked, error=answer.code))
    return situation


def _refused(
    situation: Situation, office: OfficeInfo, view: CounterView, code: ErrorCode
) -> Situation:
    flight = situation.flight
    after = replace(situation, flight=None, ask=None, eager=False)
    if flight is not None and flight.action == ISSUE:
        after = replace(after, issue=replace(after.issue, refused=code))
        return after if code in INSISTABLE else replace(after, note=_warning(code))
    if code is ErrorCode.NOT_SIGNED_IN:
        pick = situation.seat or situation.pick
        after = _unseated(replace(after, signed=""), view, ("", ""))
        return replace(after, pick=pick, explanation=SIGN_IN_AGAIN)
    if code is ErrorCode.NOT_YOUR_COUNTER and situation.seat is not None:
        return _unseated(after, view, _who_has_it(office, view))
    return replace(after, note=_warning(code))


def _warning(code: ErrorCode) -> Note:
    return Note(refusal_and_advice(code), "warn")


def _in_hand(view: CounterView) -> str:
    return view.desk.ticket.id if view.desk and view.desk.ticket else ""


def _lost_desk(situation: Situation, view: CounterView) -> bool:
    seat, desk, flight = situation.seat, view.desk, situation.flight
    if seat is None or desk is None or desk.counter != seat.counter:
        return False
    # While the desk is being opened or left, the view and the answer may come in either order.
    coming_or_going = flight is not None and flight.action in (OPEN, LEAVE.id)
    return desk.clerk != seat.clerk and not coming_or_going


def _who_has_it(office: OfficeInfo, view: CounterView) -> tuple[str, str]:
    """The desk's name and the name of who sits there now, empty when nobody does."""
    if view.desk is None:
        return "", ""
    holder = view.desk.clerk
    return counter_name(office, view.desk.counter), office.clerk_name(holder) if holder else ""


def _unseated(situation: Situation, view: CounterView, who: tuple[str, str]) -> Situation:
    """Back to the login page with the reason; the name stays chosen, the desk too if it is free."""
    seat = situation.seat or NOBODY
    desk, holder = who
    if holder and view.desk is not None and view.desk.clerk != seat.clerk:
        text = f"{desk} nay do {holder} phụ trách. Xin chọn lại quầy của mình."
    elif holder or not desk:
        text = refusal_and_advice(ErrorCode.NOT_YOUR_COUNTER)
    else:
        text = f"{desk} đang đóng. Xin mở quầy để làm việc."
    free = seat.counter if not taken_by(view, seat.counter) else ""
    return replace(
        situation,
        seat=None,
        flight=None,
        ask=None,
        page="",
        pick=Seat(free, seat.clerk),
        explanation=text,
    )
