"""How the counter app's own situation follows the server: pure, without a window."""

from dataclasses import replace

from counter.presenter.dialogs import first_ask, still_stands
from counter.presenter.keys import OPEN
from counter.situation.situation import Ask, Flight, Seat, Situation
from counter.work import answers
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from server.protocol.views import CounterStatus, TicketStatus
from tests.support import oversight_pages as pages
from tests.support import oversight_samples as o
from tests.support.counter_samples import desk, office, ticket, view

DONE = Result(id="c1", version=41)
ME = Seat("q9", "an")
HERE = Situation(connection="live", seat=ME, pick=ME)
SERVING = desk(ticket(TicketStatus.SERVING))


def flying(action: str = "call_next") -> Situation:
    return replace(HERE, flight=Flight("c1", action))


def refused(code: ErrorCode) -> Error:
    return Error(id="c1", code=code)


def test_a_command_is_under_way_until_the_view_that_contains_it() -> None:
    """The old picture must not light the keys again between answer and view."""
    answered = answers.answered(flying(), office(), view(desk(), 40), DONE)
    assert answered.flight == Flight("c1", "call_next", version=41)
    landed = answers.viewed(answered, office(), view(desk(ticket()), 41), is_stale=False)
    assert landed.flight is None


def test_a_view_that_came_before_the_answer_ends_the_flight_at_once() -> None:
    """The order of view and answer does not matter."""
    assert answers.answered(flying(), office(), view(desk(), 41), DONE).flight is None


def test_an_answer_without_its_view_settles_in_the_end() -> None:
    """A view that never comes must not lock the keys for ever; an unanswered command still does."""
    answered = answers.answered(flying(), office(), view(desk(), 40), DONE)
    assert answers.settled(answered).flight is None
    assert answers.settled(flying()) == flying()


def test_a_refusal_becomes_a_note_and_closes_the_question() -> None:
    """The clerk reads a sentence with what to do; nothing else changes."""
    asked = replace(flying("complete"), ask=Ask("complete", "t-6027"))
    after = answers.answered(asked, office(), view(desk()), refused(ErrorCode.NOBODY_WAITING))
    assert after.note is not None
    assert after.note.text.startswith("Hiện không có ai chờ ở quầy này.")
    assert (after.note.tone, after.flight, after.ask, after.seat) == ("warn", None, None, ME)


def test_a_counter_taken_over_leads_back_to_the_login_page() -> None:
    """Both by refusal and by the view itself, with the name of who has it now."""
    taken = view(desk(clerk="hai"), 41)
    by_refusal = answers.answered(flying(), office(), taken, refused(ErrorCode.NOT_YOUR_COUNTER))
    by_view = answers.viewed(HERE, office(), taken, is_stale=False)
    for after in (by_refusal, by_view):
        assert after.seat is None
        assert after.flight is None
        assert (
            after.explanation == "Quầy 9 nay do Đỗ Thanh Hải phụ trách. Xin chọn lại quầy của mình."
        )
        assert after.pick == Seat("", "an")


def test_a_refusal_ahead_of_the_view_says_it_without_a_name() -> None:
    """The view may still show my own name on the desk."""
    after = answers.answered(flying(), office(), view(desk()), refused(ErrorCode.NOT_YOUR_COUNTER))
    assert after.seat is None
    assert after.explanation == "Cán bộ khác đã nhận quầy này. Xin chọn lại quầy của mình."


def test_a_desk_closed_overnight_keeps_name_and_desk_chosen() -> None:
    """One press opens it again in the morning."""
    closed = desk(clerk="", status=CounterStatus.CLOSED)
    after = answers.viewed(HERE, office(), view(closed), is_stale=False)
    assert (after.seat, after.pick) == (None, ME)
    assert after.explanation == "Quầy 9 đang đóng. Xin mở quầy để làm việc."


def test_a_saved_view_takes_nobodys_seat_away() -> None:
    """What was kept from an earlier hour says nothing about now."""
    assert answers.viewed(HERE, office(), view(desk(clerk="hai")), is_stale=True) == HERE


def test_sitting_down_takes_the_seat_and_waits_for_the_desk() -> None:
    """The result gives the seat; the page turns with the first view of the own desk."""
    opening = replace(HERE, seat=None, flight=Flight("c1", OPEN), explanation="x")
    after = answers.answered(opening, office(), view(None, 41), DONE)
    assert (after.seat, after.explanation) == (ME, "")
    assert after.flight is not None
    before_me = answers.viewed(after, office(), view(desk(clerk="hai"), 41), is_stale=False)
    assert before_me.seat == ME
    assert answers.viewed(after, office(), view(desk(), 42), is_stale=False).flight is None


def test_leaving_the_desk_ends_on_the_login_page_with_thanks() -> None:
    """The name stays chosen, the desk does not."""
    after = answers.answered(flying("close"), office(), view(desk()), DONE)
    assert (after.seat, after.flight, after.pick) == (None, None, Seat("", "an"))
    assert after.explanation == "Đã rời quầy 9. Cảm ơn ông/bà."


def test_leaving_is_told_the_same_when_the_view_comes_before_the_answer() -> None:
    """The empty desk in the view is my own doing, not somebody else's."""
    closed = view(desk(clerk="", status=CounterStatus.CLOSED), 41)
    leaving = answers.viewed(flying("close"), office(), closed, is_stale=False)
    assert (leaving.seat, leaving.explanation) == (ME, "")
    after = answers.answered(leaving, office(), closed, DONE)
    assert (after.seat, after.explanation) == (None, "Đã rời quầy 9. Cảm ơn ông/bà.")


def test_a_question_falls_when_its_ticket_or_its_move_is_gone() -> None:
    """No outcome for a ticket somebody else has completed meanwhile."""
    ask = first_ask("complete", SERVING, office())
    assert still_stands(ask, SERVING)
    assert not still_stands(ask, desk(ticket(TicketStatus.SERVING, label="6 030")))
    assert not still_stands(ask, desk())
    assert not still_stands(ask, None)
    asked = replace(HERE, ask=ask)
    assert answers.viewed(asked, office(), view(SERVING), is_stale=False).ask == ask
    assert answers.viewed(asked, office(), view(desk()), is_stale=False).ask is None


def test_clerks_whose_desk_was_closed_by_the_end_of_the_day_are_thanked() -> None:
    """Not told that their desk is closed as if it were their fault."""
    gone = o.view(closed=True, desk=desk(status=CounterStatus.CLOSED, clerk="", waiting=0))
    after = answers.viewed(pages.HERE, o.office(), gone, is_stale=False)
    assert (after.seat, after.explanation) == (None, answers.DAY_ENDED)
