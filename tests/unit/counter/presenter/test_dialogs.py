"""The questions over the page: how they open, what they offer, when they fall."""

from dataclasses import replace

import pytest

from counter.presenter.dialogs import dialog, directed, first_ask, still_stands
from counter.presenter.keys import BY_ID, TAKE_OVER, command_of
from counter.situation.situation import Ask, Seat, Situation
from server.protocol.views import DeskView, TicketStatus
from tests.support.counter_samples import desk, office, paused_desk, ticket, view

SERVING = desk(ticket(TicketStatus.SERVING))
ME = Seat("q9", "an")
HERE = Situation(connection="live", seat=ME, pick=ME)


@pytest.mark.parametrize(
    ("kind", "own", "reason", "minutes"),
    [
        ("hold", SERVING, "bo_sung", 20),
        ("transfer", SERVING, "sai_quay", 0),
        ("pause", desk(), "nghi_ngan", 5),
        ("complete", SERVING, "", 0),
    ],
)
def test_a_question_opens_with_the_usual_answer(
    kind: str, own: DeskView, reason: str, minutes: int
) -> None:
    """F5 Enter keeps a place for 20 minutes, F8 Enter rests for five."""
    ask = first_ask(kind, own, office())
    assert (ask.reason, ask.minutes) == (reason, minutes)


def test_a_transfer_needs_a_service_and_never_offers_the_present_one() -> None:
    """The answer is unlit until the target is chosen; closed targets say so."""
    ask = first_ask("transfer", SERVING, office())
    shown = dialog(office(), view(SERVING), replace(HERE, ask=ask))
    assert not shown.lit
    assert "khai_sinh" not in {row.code for row in shown.services}
    assert "chưa có quầy mở" in {row.detail for row in shown.services}
    chosen = dialog(office(), view(SERVING), replace(HERE, ask=replace(ask, service="cu_tru")))
    assert chosen.lit
    assert chosen.accept == "Chuyển sang công an: cư trú, căn cước, định danh"


def test_a_transfer_to_a_desk_keeps_the_service() -> None:
    """Only other desks at work for it; a service chosen afterwards forgets the desk."""
    own = desk(ticket(TicketStatus.SERVING, service="dat_dai"))
    ask = directed(first_ask("transfer", own, office()), "@q3", "dat_dai")
    shown = dialog(office(), view(own), replace(HERE, ask=ask))
    assert [row.code for row in shown.services if row.code.startswith("@")] == ["@q2", "@q3"]
    assert [row.code for row in shown.services if row.chosen] == ["@q3"]
    assert (shown.lit, shown.accept) == (True, "Chuyển sang quầy 3")
    sent = command_of(BY_ID["transfer"], ME, ask).model_dump()
    assert (sent["service"], sent["to_counter"]) == ("dat_dai", "q3")
    assert directed(ask, "cu_tru", "dat_dai") == replace(ask, service="cu_tru", to_counter="")


def test_no_question_may_be_answered_while_the_server_is_away() -> None:
    """It stays open with what was chosen, and can be answered once the link is back."""
    ask = first_ask("hold", SERVING, office())
    away = dialog(office(), view(SERVING), replace(HERE, ask=ask, connection="lost"))
    assert (away.kind, away.lit) == ("hold", False)


def test_a_hand_over_names_who_sits_there_and_the_ticket_in_hand() -> None:
    """The clerk knows what he takes before he takes it."""
    pick = Seat("q2", "an")
    shown = dialog(office(), view(None), Situation("live", pick=pick, ask=Ask(TAKE_OVER)))
    assert shown.title == "Nhận bàn giao quầy 2"
    assert "Trần Văn Bình" in shown.text
    assert "044" in shown.text


def test_leaving_a_resting_desk_may_be_asked() -> None:
    """The question of leaving does not need a ticket."""
    assert still_stands(first_ask("close", paused_desk(), office()), paused_desk())
