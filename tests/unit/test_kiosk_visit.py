"""One citizen's visit: pages, patience, and never two tickets."""

from dataclasses import replace

from kiosk import visit as moves
from kiosk.visit import (
    LEAVE_AFTER_S,
    TICKET_NO_PAPER_S,
    TICKET_S,
    WARN_AFTER_S,
    Attempt,
    Page,
    Paper,
    Visit,
)
from server.protocol.messages import Result
from tests.qml.kiosk_samples import MORNING

ATTEMPT = Attempt("t1", "issue.t1", "ho_tich", "")
RESULT = Result(id="issue.t1", version=3, ticket="t1", label="9 027", ahead=2)


def wait(visit: Visit, seconds: int) -> Visit:
    for _ in range(seconds):
        visit = moves.ticked(visit)
    return visit


def asking() -> Visit:
    return moves.asked(moves.chose(Visit(), "ho_tich"), ATTEMPT)


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
    visit = moves.spoke(moves.chose(Visit(), "a"), "en")
    assert wait(visit, WARN_AFTER_S - 1).warning_s == 0
    assert wait(visit, WARN_AFTER_S).warning_s == LEAVE_AFTER_S - WARN_AFTER_S
    assert wait(visit, LEAVE_AFTER_S) == Visit()


def test_a_touch_begins_the_patience_anew() -> None:
    """A touch under the warning takes the warning away."""
    visit = moves.touched(wait(moves.chose(Visit(), "a"), WARN_AFTER_S + 5))
    assert (visit.warning_s, visit.page) == (0, Page.DETAIL)


def test_the_start_page_never_warns() -> None:
    """Nobody is asked whether he needs more time when nobody is there."""
    assert wait(Visit(), WARN_AFTER_S + 1).warning_s == 0


def test_the_ticket_stays_longer_when_the_screen_is_all_there_is() -> None:
    """Twenty seconds with paper in hand, a minute to photograph the number without."""
    visit = moves.received(asking(), RESULT, MORNING, Paper.PRINTED)
    assert wait(visit, TICKET_S - 1).page is Page.TICKET
    assert wait(visit, TICKET_S) == Visit()
    failed = moves.papered(visit, "t1", Paper.FAILED)
    assert wait(failed, TICKET_S).page is Page.TICKET
    assert wait(failed, TICKET_NO_PAPER_S) == Visit()


def test_news_of_another_ticket_s_paper_is_no_news() -> None:
    """The last citizen's jammed paper must not frighten this one."""
    visit = moves.received(asking(), RESULT, MORNING, Paper.PRINTING)
    assert moves.papered(visit, "t0", Paper.FAILED) == visit
    assert moves.papered(Visit(), "t0", Paper.FAILED) == Visit()


def test_only_an_unanswered_wish_is_kept_for_the_next_try() -> None:
    """A refusal is an answer: the next try is a new wish."""
    assert moves.refused(asking(), "overloaded", may_repeat=True).attempt == ATTEMPT
    assert moves.refused(asking(), "unknown_service", may_repeat=False).attempt is None


def test_a_query_ends_somewhere() -> None:
    """A child leaning on a key does no harm."""
    visit = moves.typed(Visit(), "a" * 500)
    assert len(visit.query) == moves.LONGEST_QUERY
    assert moves.erased(moves.erased(visit), everything=True).query == ""
    assert moves.erased(replace(visit, query="")).query == ""
