"""What a clerk may take back, and for how long: as the server's view says it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.presenter.keys import take_back
from counter.presenter.presenter import present
from counter.presenter.screen import HeadScreen
from counter.presenter.undo import NAMES, left_s, undo_words, why_not
from counter.situation.situation import Ask, Flight, Seat, Situation
from server.protocol.commands import UndoLast
from server.protocol.views import Undoable
from tests.support.counter_samples import NOW, desk, office, view

ME = Seat("q9", "an")
HERE = Situation(connection="live", seat=ME, pick=ME)
UNTIL = NOW + timedelta(seconds=60)
MISSED = Undoable(kind="ticket_missed", label="6 027", until_at=UNTIL)
DESK = desk().model_copy(update={"undo": MISSED})


def head(situation: Situation = HERE, after_s: int = 0) -> HeadScreen:
    return present(office(), view(DESK), NOW + timedelta(seconds=after_s), situation).head


def test_the_last_action_can_be_taken_back_while_the_server_says_so() -> None:
    """The button is there with its ticket and its time, and goes away by itself."""
    seen = [(head(after_s=age).undo, head(after_s=age).undo_left) for age in (0, 17, 59, 60)]
    assert seen == [
        ("ghi vắng mặt 6 027", "60 giây"),
        ("ghi vắng mặt 6 027", "45 giây"),
        ("ghi vắng mặt 6 027", "5 giây"),
        ("", ""),
    ]


def test_the_time_left_moves_in_calm_steps() -> None:
    """Twelve changes in a minute, not sixty."""
    seen = {left_s(MISSED, NOW + timedelta(seconds=age)) for age in range(60)}
    assert len(seen) == 12


@pytest.mark.parametrize(
    "busy",
    [
        {"connection": "lost"},
        {"flight": Flight("c1", "start")},
        {"ask": Ask("pause")},
    ],
)
def test_the_button_is_away_while_it_could_do_nothing(busy: dict[str, object]) -> None:
    """No server, another command under way, a question over the page."""
    assert head(replace(HERE, **busy)).undo == ""  # type: ignore[arg-type]  # fields of Situation


@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_of_action_has_a_name(kind: str) -> None:
    """What is taken back is said in words, with the number it was about."""
    words = undo_words(MISSED.model_copy(update={"kind": kind}))
    assert words == f"{NAMES[kind]} 6 027"


def test_an_action_of_a_newer_server_is_taken_back_too() -> None:
    """Its name is not known here; the button still is."""
    assert undo_words(MISSED.model_copy(update={"kind": "x", "label": ""})) == "việc vừa làm"


@pytest.mark.parametrize(
    ("situation", "undo", "words"),
    [
        (HERE, None, "Không có việc gì để hoàn tác."),
        (replace(HERE, connection="lost"), MISSED, "Đang mất kết nối máy chủ"),
        (replace(HERE, flight=Flight("c1", "start")), MISSED, "Xin đợi một chút"),
        (HERE, MISSED, "Đã quá thời gian hoàn tác"),
    ],
)
def test_why_nothing_is_taken_back_is_told(
    situation: Situation, undo: Undoable | None, words: str
) -> None:
    """Never a press without an answer."""
    assert words in why_not(desk().model_copy(update={"undo": undo}), situation)


def test_the_command_names_desk_and_clerk() -> None:
    """The server knows what was last."""
    assert take_back(ME) == UndoLast(counter="q9", clerk="an")
