"""The card of the ticket in hand: its times, its story, and what to do next."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.presenter.presenter import present
from counter.situation.situation import Flight, Seat, Situation
from counter.work import answers
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error
from server.protocol.views import CounterStatus, TicketStatus
from tests.support.counter_samples import NOW, desk, office, ticket, view
from tests.support.counter_states import STATES, shown

HERE = Situation(connection="live", seat=Seat("q9", "an"))
SERVING = TicketStatus.SERVING


def test_a_key_pressed_shows_at_once_as_not_answered() -> None:
    """The next one's number with *Đang gọi…*; gone again when the server refuses."""
    flying = replace(HERE, flight=Flight("c1", "call_next"))
    hand = present(office(), view(desk()), NOW, flying).hand
    assert (hand.label, hand.status, hand.pending) == ("6 028", "Đang gọi…", True)
    error = Error(id="c1", code=ErrorCode.NOBODY_WAITING)
    after = answers.answered(flying, office(), view(desk()), error)
    assert present(office(), view(desk()), NOW, after).hand.label == ""


def test_the_time_in_hand_counts_against_the_usual_time_in_calm_words() -> None:
    """Within the usual time calm, over it said in words and not by colour alone."""
    calm, long = shown(STATES["serving"]).hand, shown(STATES["serving long"]).hand
    assert (calm.since, calm.usual, calm.tone) == (
        "Đã phục vụ 6 phút",
        "thường khoảng 15 phút",
        "calm",
    )
    assert calm.share == pytest.approx(6 / 15)
    assert (long.usual, long.tone, long.share) == ("lâu hơn thường lệ 6 phút", "long", 1.0)


def test_the_called_ticket_offers_more_the_longer_nobody_comes() -> None:
    """First start, after two minutes recall, after the last recall the absence."""
    hints = [
        shown(desk(ticket(minutes=minutes, recalls=recalls))).hand.hint
        for minutes, recalls in ((0, 0), (2, 1), (3, 2))
    ]
    assert [next(k for k in ("F2", "F3", "F7") if k in hint) for hint in hints] == [
        "F3",
        "F2",
        "F7",
    ]


def test_the_story_of_the_ticket_is_told_in_one_line() -> None:
    """When it was taken, how long it waited, whether it was sent on or called again."""
    assert (
        shown(STATES["serving"]).hand.story == "Lấy số lúc 8 giờ 52 · chờ 12 phút · đã chuyển 1 lần"
    )
    assert "gọi lại 2/2 lần" in shown(STATES["called too often"]).hand.story


def test_a_resting_desk_says_until_when() -> None:
    """Reason and promised time; a promise that has passed is said as past."""
    hand = shown(STATES["paused"]).hand
    assert (hand.status, hand.service, hand.since) == (
        "Quầy tạm nghỉ",
        "Nghỉ ngắn",
        "Trở lại lúc 9 giờ 17",
    )
    late = shown(STATES["paused"], now=NOW + timedelta(minutes=9)).hand
    assert late.since == "Đã hẹn trở lại lúc 9 giờ 17"


def test_a_day_that_was_closed_and_an_unknown_service_are_still_readable() -> None:
    """Codes the office no longer knows are shown as they are."""
    own = desk(ticket(SERVING, service="da_bo"), status=CounterStatus.CLOSED)
    screen = shown(own)
    assert screen.hand.service == "da_bo"
    assert screen.hand.share == -1.0
