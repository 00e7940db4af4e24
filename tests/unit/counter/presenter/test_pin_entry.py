"""Typing a PIN, digit by digit, and what the clerk is told: pure, without a window."""

from datetime import timedelta

import pytest

from counter.presenter import pin_entry
from counter.presenter.login import login
from counter.situation.situation import SignDraft, Situation
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error
from tests.support.counter_samples import NOW, office, view


def typed(digits: str, draft: SignDraft | None = None) -> SignDraft:
    """These keys, one after the other."""
    draft = draft or SignDraft()
    for digit in digits:
        draft = pin_entry.typed(draft, digit)
    return draft


def error(code: ErrorCode, detail: str = "") -> Error:
    return Error(id="s1", code=code, detail=detail)


def test_digits_are_counted_to_twelve_and_nothing_else_is_taken() -> None:
    """Letters and signs are not digits; one too many is dropped; one may be taken back."""
    draft = typed("12a3 45678901234")
    assert draft.pin == "123456789012"
    assert pin_entry.erased(draft).pin == "12345678901"
    assert pin_entry.erased(SignDraft()).pin == ""


def test_a_pin_is_sent_once_it_can_be_one() -> None:
    """Three digits are too few, and while the answer is out nothing more is taken."""
    draft, sent = pin_entry.accepted(typed("123"))
    assert (draft.note, sent) == (pin_entry.TOO_SHORT, None)
    draft, sent = pin_entry.accepted(typed("5083"))
    assert sent == ("5083", "")
    waiting = SignDraft(pin="5083", request="s1")
    assert pin_entry.typed(waiting, "1") == pin_entry.erased(waiting) == waiting
    assert pin_entry.accepted(waiting) == (waiting, None)


def test_a_first_pin_is_chosen_twice_and_sent_with_the_one_it_replaces() -> None:
    """Unlike ones begin again; the old one is no new one."""
    must = pin_entry.refused(typed("804611"), error(ErrorCode.PIN_MUST_CHANGE), NOW)
    assert (must.stage, must.old, must.pin) == ("new", "804611", "")
    same, _ = pin_entry.accepted(typed("804611", must))
    assert (same.stage, same.note) == ("new", pin_entry.SAME_AGAIN)
    again, _ = pin_entry.accepted(typed("6307", must))
    assert (again.stage, again.pin) == ("again", "")
    unlike, sent = pin_entry.accepted(typed("6308", again))
    assert (unlike.stage, unlike.note, unlike.old, sent) == (
        *("new", pin_entry.NOT_ALIKE, "804611"),
        None,
    )
    _, sent = pin_entry.accepted(typed("6307", again))
    assert sent == ("804611", "6307")
    weak = pin_entry.refused(typed("6307", again), error(ErrorCode.PIN_TOO_WEAK), NOW)
    assert (weak.stage, weak.old, weak.note) == ("new", "804611", pin_entry.TOO_WEAK)


def test_a_pin_may_be_changed_any_day() -> None:
    """The one in use is typed first."""
    assert pin_entry.changing(SignDraft()).note
    begun = pin_entry.changing(typed("5083"))
    assert (begun.stage, begun.old, begun.pin) == ("new", "5083", "")
    assert pin_entry.changing(begun) == begun


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (error(ErrorCode.BAD_PIN, "2"), "Mã PIN không đúng. Còn 2 lần thử."),
        (error(ErrorCode.BAD_PIN, "no_pin"), pin_entry.NOT_GIVEN),
        (error(ErrorCode.OVERLOADED), "Máy chủ đang bận. Xin thử lại sau giây lát."),
    ],
)
def test_what_was_wrong_is_said_in_plain_words(said: Error, words: str) -> None:
    """And the digits are gone."""
    after = pin_entry.refused(typed("5083"), said, NOW)
    assert after == SignDraft(note=after.note)
    assert after.note.startswith(words)


@pytest.mark.parametrize(
    ("passed_s", "words"),
    [(0, "2 phút"), (31, "89 giây"), (60, "60 giây"), (119.5, "1 giây"), (120, "")],
)
def test_a_locked_pin_says_how_long_until_it_is_open_again(passed_s: float, words: str) -> None:
    """Counting down on the page, which takes no digits meanwhile."""
    locked = pin_entry.refused(typed("5083"), error(ErrorCode.PIN_LOCKED, "120"), NOW)
    now = NOW + timedelta(seconds=passed_s)
    shown = login(office(), view(), Situation(connection="live", signed="", sign_in=locked), now)
    assert words in shown.pad_note
    assert shown.open is (words == "")
    assert pin_entry.is_locked(locked, now) is (words != "")
