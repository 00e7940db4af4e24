"""One citizen's visit: pages, patience, and never two tickets."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk import visit as moves
from kiosk.offline.wishes import Given
from kiosk.visit import (
    ATTRACT_AFTER_S,
    TICKET_NO_PAPER_S,
    TICKET_S,
    WARN_AFTER_S,
    WARNING_S,
    Booking,
    Page,
    Paper,
    Visit,
)
from tests.support.kiosk_samples import MORNING

LEAVE_AFTER_S = WARN_AFTER_S + WARNING_S
GIVEN = Given(wish="w1", ticket="t1", label="9 027", service="ho_tich", issued_at=MORNING, ahead=2)


def wait(visit: Visit, seconds: int) -> Visit:
    for _ in range(seconds):
        visit = moves.ticked(visit)
    return visit


def asking() -> Visit:
    return moves.asked(moves.chose(Visit(), "ho_tich"), "w1")


def test_back_leads_the_way_that_was_come() -> None:
    """From a procedure back to the field, to all fields, to the start."""
    visit = moves.went_to(Visit(), Page.FIELDS)
    visit = moves.chose(moves.opened_field(visit, "ho_tich"), "1.001193")
    pages = []
    for _ in range(4):
        pages.append(visit.page)
        visit = moves.went_back(visit)
    assert pages == [Page.DETAIL, Page.FIELD, Page.FIELDS, Page.START]


def test_a_query_survives_a_look_at_a_result() -> None:
    """Who goes back from a procedure finds his search as it was."""
    visit = moves.typed(moves.went_to(Visit(), Page.SEARCH), "khai")
    visit = moves.went_back(moves.chose(visit, "1.001193"))
    assert (visit.page, visit.query) == (Page.SEARCH, "khai")


def test_a_declared_priority_does_not_stick_to_the_next_choice() -> None:
    """Another procedure begins without a priority."""
    visit = moves.prioritised(moves.chose(Visit(), "a"), "P1")
    assert moves.chose(moves.went_back(visit), "b").priority == ""


def test_nothing_moves_while_a_ticket_is_on_its_way() -> None:
    """Neither home, back, another choice nor an hour of waiting leaves a pending wish."""
    visit = asking()
    for move in (moves.home, moves.restart, moves.went_back):
        assert move(visit) == visit
    assert moves.chose(visit, "other") == visit
    assert moves.opened_field(visit, "dat_dai") == visit
    assert moves.prioritised(visit, "P1") == visit
    assert wait(visit, 3600) == visit


def test_an_abandoned_page_warns_and_then_goes_home() -> None:
    """A minute of silence warns, twenty seconds later the start page is there for the next."""
    visit = moves.language_chosen(moves.chose(Visit(), "a"), "en")
    assert wait(visit, WARN_AFTER_S - 1).warning_s == 0
    assert wait(visit, WARN_AFTER_S).warning_s == LEAVE_AFTER_S - WARN_AFTER_S
    assert wait(visit, LEAVE_AFTER_S) == Visit()


def test_a_touch_begins_the_patience_anew() -> None:
    """A touch under the warning takes the warning away."""
    visit = moves.touched(wait(moves.chose(Visit(), "a"), WARN_AFTER_S + 5))
    assert (visit.warning_s, visit.page) == (0, Page.DETAIL)


def test_the_first_page_goes_to_rest_without_a_question() -> None:
    """Nobody is asked whether he needs more time when nobody is there."""
    assert wait(Visit(), ATTRACT_AFTER_S - 1).warning_s == 0
    resting = wait(Visit(), ATTRACT_AFTER_S)
    assert resting.page is Page.ATTRACT
    assert wait(resting, 3600) == resting


@pytest.mark.parametrize(
    "made_mine", [moves.easy_mode_toggled, lambda visit: moves.language_chosen(visit, "km")]
)
def test_who_has_made_the_first_page_his_own_is_asked(
    made_mine: Callable[[Visit], Visit],
) -> None:
    """His language and his large words are not taken away without the question."""
    visit = made_mine(Visit())
    asked_at = visit.leave_after_s - WARNING_S
    assert wait(visit, asked_at).warning_s == WARNING_S
    assert wait(visit, visit.leave_after_s) == Visit()


def test_every_question_stays_twenty_seconds() -> None:
    """Whatever the mode, nobody is sent away sooner than that after he was asked."""
    for visit in (moves.chose(Visit(), "a"), moves.easy_mode_toggled(moves.chose(Visit(), "a"))):
        first = next(seconds for seconds in range(200) if wait(visit, seconds).warning_s > 0)
        last = next(seconds for seconds in range(200) if wait(visit, seconds) == Visit())
        assert last - first >= 20


def test_a_slow_reader_has_twice_the_time() -> None:
    """In the easy mode the question comes after two minutes, and the ticket stays longer."""
    visit = moves.easy_mode_toggled(moves.chose(Visit(), "a"))
    assert wait(visit, 2 * WARN_AFTER_S - 1).warning_s == 0
    ticket = moves.received(moves.easy_mode_toggled(asking()), GIVEN, Paper.PRINTED)
    assert ticket.ticket_left_s == 2 * TICKET_S


def test_the_easy_mode_ends_with_the_visit_and_not_before() -> None:
    """Home keeps it, the end of the visit does not."""
    visit = moves.easy_mode_toggled(moves.chose(Visit(), "a"))
    assert moves.restart(visit).easy
    assert not moves.home(visit).easy
    assert not wait(visit, visit.leave_after_s).easy


def test_a_touch_at_rest_wakes_in_the_language_that_was_touched() -> None:
    """The language costs no touch of its own."""
    resting = Visit(page=Page.ATTRACT)
    assert moves.woken(resting) == Visit()
    assert moves.woken(resting, "km") == Visit(language="km")
    assert moves.easy_mode_toggled(resting) == Visit(easy=True)


def test_a_question_scanned_at_rest_leads_back_to_the_first_page() -> None:
    """Back never leads to the resting screen."""
    visit = moves.inquired(Visit(page=Page.ATTRACT), "q", Page.STANDING)
    assert moves.went_back(visit).page is Page.START


def test_an_appointment_belongs_to_its_page_only() -> None:
    """Who goes back and chooses something else does not take its place along."""
    visit = moves.inquired(Visit(), "q", Page.APPOINTMENT, "HB1")
    visit = moves.booked(visit, Booking("HB1", "1.001193", MORNING))
    assert (visit.page, visit.target, visit.question) == (Page.DETAIL, "1.001193", "")
    back = moves.went_back(visit)
    assert (back.page, back.code, back.booking) == (Page.APPOINTMENT, "HB1", None)
    assert moves.chose(back, "other").booking is None


def test_what_was_wrong_with_a_code_is_forgotten_by_the_next_letter() -> None:
    """And a code ends somewhere."""
    visit = moves.inquired(Visit(), "q", Page.APPOINTMENT, "HB1")
    visit = moves.unanswerable(visit, "unknown_appointment")
    assert moves.erased_code(visit).refusal == ""
    assert moves.erased_code(visit).code == "HB"
    assert len(moves.typed_code(visit, "X" * 99).code) == moves.LONGEST_CODE


def test_nothing_of_a_card_outlives_the_visit() -> None:
    """Neither the mark nor what it said."""
    visit = moves.card_scanned(moves.chose(Visit(), "a"), "mark", old_enough=True)
    for after in (moves.home(visit), moves.restart(visit), wait(visit, LEAVE_AFTER_S)):
        assert (after.mark, after.old_enough) == ("", False)


def test_news_of_the_paper_begin_the_stay_anew() -> None:
    """Who is asked to photograph the number has the whole time for it."""
    visit = wait(moves.received(asking(), GIVEN, Paper.PRINTING), TICKET_S - 1)
    assert moves.paper_reported(visit, "t1", Paper.FAILED).ticket_left_s == TICKET_NO_PAPER_S


def test_the_ticket_stays_longer_when_the_screen_is_all_there_is() -> None:
    """Twenty seconds with paper in hand, a minute to photograph the number without."""
    visit = moves.received(asking(), GIVEN, Paper.PRINTED)
    assert wait(visit, TICKET_S - 1).page is Page.TICKET
    assert wait(visit, TICKET_S) == Visit()
    failed = moves.paper_reported(visit, "t1", Paper.FAILED)
    assert wait(failed, TICKET_S).page is Page.TICKET
    assert wait(failed, TICKET_NO_PAPER_S) == Visit()


def test_news_of_another_ticket_s_paper_is_no_news() -> None:
    """The last citizen's jammed paper must not frighten this one."""
    visit = moves.received(asking(), GIVEN, Paper.PRINTING)
    assert moves.paper_reported(visit, "t0", Paper.FAILED) == visit
    assert moves.paper_reported(Visit(), "t0", Paper.FAILED) == Visit()


def test_a_query_ends_somewhere() -> None:
    """A child leaning on a key does no harm."""
    visit = moves.typed(Visit(), "a" * 500)
    assert len(visit.query) == moves.LONGEST_QUERY
    assert moves.erased(moves.erased(visit), everything=True).query == ""
    assert moves.erased(replace(visit, query="")).query == ""
