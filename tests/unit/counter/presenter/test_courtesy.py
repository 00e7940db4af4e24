"""The office's polite words at their moments."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.presenter.courtesy import motto, phrase
from counter.presenter.presenter import present
from counter.situation.situation import Ask, Seat, Situation
from server.protocol.views import TicketStatus
from tests.support.counter_samples import NOW, desk, office, ticket, view
from tests.support.counter_states import STATES, shown, situation

HERE = Situation(connection="live", seat=Seat("q9", "an"))
SERVING = TicketStatus.SERVING


def test_the_offices_motto_stands_there_between_two_people() -> None:
    """One saying after the other; a rest that is due comes first."""
    own = desk()
    later = own.model_copy(update={"served": own.served + 1})
    said = [present(office(), view(each), NOW, HERE).hand.courtesy for each in (own, later)]
    assert said == [
        "4 xin, 5 biết: xin chào.",
        "4 xin, 5 biết: biết lắng nghe ý kiến của người dân.",
    ]
    tired = own.model_copy(update={"worked_from_at": NOW - timedelta(hours=2)})
    assert "nghỉ ngắn" in present(office(), view(tired), NOW, HERE).hand.courtesy
    assert motto(office().model_copy(update={"courtesy": {}}), 1) == ""


def test_a_pack_with_several_prompts_gives_each_ticket_one() -> None:
    """Always the same one for the same ticket, and not one for all."""
    pack = office().model_copy(update={"courtesy": {"greeting": ("Chào A.", "Chào B.")}})
    said = {phrase(pack, "greeting", f"6 0{at:02d}") for at in range(20)}
    assert said == {"“Chào A.”", "“Chào B.”"}
    assert phrase(pack, "greeting", "6 001") == phrase(pack, "greeting", "6 001")
    assert phrase(office(), "unheard_of") == ""


@pytest.mark.finding("H4")
def test_before_a_place_is_kept_the_clerk_reads_the_offices_sentence_for_it() -> None:
    """With the number, the minutes chosen and the desk to come back to; else with our own words."""
    holding = replace(HERE, ask=Ask("hold", "t1", "bo_sung", minutes=20))
    world = view(desk(ticket(TicketStatus.SERVING)))
    label = "6\N{NO-BREAK SPACE}027"
    own = {"hold": "Số {label} giữ {minutes} phút, mời trở lại {counter}."}
    told = office().model_copy(update={"phrases": own})
    said = present(told, world, NOW, holding).dialog.courtesy
    assert said == f"“Số {label} giữ 20 phút, mời trở lại quầy 9.”"
    silent = office().model_copy(update={"phrases": {}})
    assert "Xin phép giữ chỗ" in present(silent, world, NOW, holding).dialog.courtesy


def test_the_courtesy_prompt_follows_the_moment() -> None:
    """Greet, apologise after a long wait, ask leave to look at the papers, then listen."""
    waited_long = desk(ticket(waited=40))
    assert "Xin chào" in shown(STATES["called"]).hand.courtesy
    assert "Xin lỗi" in shown(waited_long).hand.courtesy
    assert "Xin phép" in shown(desk(ticket(SERVING, minutes=0))).hand.courtesy
    assert "lắng nghe" in shown(STATES["serving"]).hand.courtesy
    own_words = office().model_copy(update={"courtesy": {"greeting": ("Chào bác ạ.",)}})
    screen = present(own_words, view(STATES["called"]), NOW, situation())
    assert screen.hand.courtesy == "“Chào bác ạ.”"
