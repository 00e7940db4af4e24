"""The papers, outcomes and difficulties of the ticket in hand."""

from counter.presenter.papers import papers, ticked
from counter.presenter.screen import PapersScreen
from counter.situation.situation import Checks, Situation
from server.protocol.views import DeskView, TicketStatus
from tests.support.counter_samples import desk, held, office, ticket

SERVING = desk(ticket(TicketStatus.SERVING, minutes=3))
IDLE = desk(set_aside=(held(),))


def pane(own: DeskView, checks: Checks | None = None) -> PapersScreen:
    return papers(office(), own, Situation(connection="live", checks=checks or Checks()))


def test_the_papers_of_the_procedure_are_ticked_in_memory() -> None:
    """They belong to one ticket; with the next one all boxes are empty."""
    hand = ticket(TicketStatus.SERVING).model_copy(update={"procedure": "1.001193"})
    own = desk(hand)
    assert pane(own).told == "Giấy tờ cần có: đã xem 0 trên 5"
    checks = ticked(ticked(Checks(), hand.id, 1), hand.id, 4)
    shown = pane(own, checks)
    assert [row.chosen for row in shown.papers] == [False, True, False, False, True]
    assert shown.told == "Giấy tờ cần có: đã xem 2 trên 5"
    assert not any(
        row.chosen for row in pane(desk(hand.model_copy(update={"id": "x"})), checks).papers
    )
    assert ticked(checks, hand.id, 1).ticked == {4}


def test_outcomes_are_one_tap_only_once_service_has_begun() -> None:
    """Before that they would be refused."""
    assert [row.code for row in pane(SERVING).outcomes][:2] == ["tiep_nhan", "bo_sung"]
    assert pane(desk(ticket())).outcomes == ()
    assert pane(IDLE) == PapersScreen()


def test_difficulties_noted_are_marked() -> None:
    """And a second tap takes one back."""
    hand = ticket(TicketStatus.SERVING).model_copy(update={"tags": ("mat_mang",)})
    marked = {row.code: row.chosen for row in pane(desk(hand)).tags}
    assert marked == {"mat_mang": True, "phan_mem": False, "tham_quyen": False, "bieu_mau": False}
