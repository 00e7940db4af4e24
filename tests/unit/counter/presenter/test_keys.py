"""The eight keys: their order, which is lit, and the command each sends."""

import pytest

from counter.presenter.keys import BY_ID, command_of
from counter.situation.situation import Ask, Flight, Seat
from server.protocol.views import Move
from tests.support.counter_states import STATES, shown

ME = Seat("q9", "an")


@pytest.mark.parametrize("name", STATES)
def test_exactly_the_moves_of_the_server_are_lit(name: str) -> None:
    """A key is lit when the server lists its move, and only then."""
    own = STATES[name]
    lit = {row.code for row in shown(own).actions if row.lit}
    assert lit == {move.value for move in own.moves if move is not Move.CLOSE}
    assert shown(own).head.leave == (Move.CLOSE in own.moves)


def test_the_eight_keys_stand_in_their_order() -> None:
    """F1 to F8 as printed in the guide; F8 is *Tiếp tục* while the desk rests."""
    rows = shown(STATES["idle"]).actions
    assert [(row.key, row.name) for row in rows] == [
        ("F1", "Gọi tiếp"),
        ("F2", "Gọi lại"),
        ("F3", "Bắt đầu"),
        ("F4", "Hoàn thành"),
        ("F5", "Giữ chỗ"),
        ("F6", "Chuyển"),
        ("F7", "Vắng mặt"),
        ("F8", "Tạm dừng"),
    ]
    assert shown(STATES["paused"]).actions[7].name == "Tiếp tục"


@pytest.mark.parametrize(
    ("name", "key"),
    [("idle", "F1"), ("called", "F3"), ("serving", "F4"), ("paused", "F8")],
)
def test_the_natural_next_step_is_the_main_key(name: str, key: str) -> None:
    """Call, start, complete, resume: one key stands out at each moment."""
    assert [row.key for row in shown(STATES[name]).actions if row.main] == [key]


def test_a_command_under_way_shows_at_once_and_puts_the_other_keys_out() -> None:
    """The pressed key says what it does; nothing else can be pressed meanwhile."""
    rows = shown(STATES["idle"], flight=Flight("c1", "call_next")).actions
    assert rows[0].name == "Đang gọi…"
    assert rows[0].pending
    assert not any(row.lit for row in rows)


def test_every_key_makes_a_command_the_wire_accepts() -> None:
    """Counter, clerk and, where it is about one, the ticket travel with it."""
    ask = Ask("x", "t-1", reason="r", service="s", minutes=5)
    for action in BY_ID.values():
        command = command_of(action, ME, ask).model_dump()
        assert (command["counter"], command["clerk"]) == ("q9", "an")
        assert command.get("ticket", "t-1") == "t-1"
