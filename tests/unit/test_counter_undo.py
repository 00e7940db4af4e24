"""What a clerk may take back, and for how long."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter import session
from counter.moves import BY_ID, RETURN, UNDO, take_back
from counter.presenter import present
from counter.situation import Deed, Flight, Seat, Situation
from counter.undo import UNDO_S, can_undo, deed_after, why_not
from server.protocol.commands import UndoLast
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from tests.qml.counter_samples import NOW, desk, office, view

ME = Seat("q9", "an")
MISSED = Deed("Vắng mặt", NOW)
HERE = Situation(connection="live", seat=ME, pick=ME, deed=MISSED)
DONE = Result(id="c1", version=41)


def answered(situation: Situation, action: str, answer: Result | Error = DONE) -> Situation:
    flying = replace(situation, flight=Flight("c1", action))
    return session.answered(flying, office(), view(desk(), 41), answer, NOW)


def test_my_last_action_can_be_taken_back_for_a_minute() -> None:
    """The button is there from the answer on and goes away by itself."""
    after = answered(replace(HERE, deed=None), "no_show")
    assert after.deed == MISSED
    for age_s, shown in ((0, "Vắng mặt"), (UNDO_S - 1, "Vắng mặt"), (UNDO_S, "")):
        screen = present(office(), view(desk(), 41), NOW + timedelta(seconds=age_s), after)
        assert screen.head.undo == shown


@pytest.mark.parametrize("action", sorted(set(BY_ID) - {"recall", "close"}))
def test_every_key_but_a_recall_and_leaving_can_be_taken_back(action: str) -> None:
    """What was said over the loudspeaker stays said."""
    assert deed_after(None, action, NOW) == Deed(BY_ID[action].name, NOW)
    for final in ("recall", "close", "open", UNDO):
        assert deed_after(MISSED, final, NOW) is None


def test_bringing_a_ticket_back_leaves_the_last_action_as_it_was() -> None:
    """That is nothing my desk did to the ticket in hand."""
    assert deed_after(MISSED, RETURN, NOW) == MISSED


def test_what_was_taken_back_is_said_and_cannot_be_taken_back_twice() -> None:
    """One step, with its name."""
    after = answered(HERE, UNDO)
    assert after.note is not None
    assert (after.note.text, after.deed) == ("Đã hoàn tác: vắng mặt.", None)


def test_a_refusal_is_told_politely_and_ends_it() -> None:
    """Somebody has built on the action meanwhile: the sentence says what to do instead."""
    after = answered(HERE, UNDO, Error(id="c1", code=ErrorCode.TOO_LATE))
    assert after.note is not None
    assert (after.note.tone, after.deed) == ("warn", None)
    assert after.note.text.endswith("Nếu cần sửa, xin mời số đó trở lại hoặc chuyển lại.")


def test_an_unanswered_wish_may_be_tried_again() -> None:
    """Nobody knows whether it was done; the server will say."""
    assert answered(HERE, UNDO, Error(id="c1", code=ErrorCode.OVERLOADED)).deed == MISSED


@pytest.mark.parametrize(
    ("situation", "words"),
    [
        (replace(HERE, deed=None), "Không có việc gì để hoàn tác."),
        (replace(HERE, connection="lost"), "Đang mất kết nối máy chủ"),
        (replace(HERE, flight=Flight("c1", "start")), "Xin đợi một chút"),
        (HERE, "trong vòng một phút"),
    ],
)
def test_why_nothing_is_taken_back_is_told(situation: Situation, words: str) -> None:
    """Never a press without an answer."""
    assert not can_undo(situation, NOW + timedelta(seconds=UNDO_S))
    assert words in why_not(situation)


def test_who_lost_the_desk_takes_nothing_back() -> None:
    """The action was of another sitting."""
    after = session.viewed(HERE, office(), view(desk(clerk="hai"), 41), is_stale=False)
    assert (after.seat, after.deed) == (None, None)


def test_the_command_names_desk_and_clerk() -> None:
    """The server knows what was last."""
    assert take_back(ME) == UndoLast(counter="q9", clerk="an")
