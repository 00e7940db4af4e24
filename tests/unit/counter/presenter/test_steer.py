"""The supervisor's page of desks: who sits where, who is moved, which services a desk takes."""

from dataclasses import replace

from counter.presenter import steer
from counter.situation.situation import Seat, Situation
from server.protocol.commands import AssignServices, MoveClerk
from tests.support.counter_samples import desk, office, view

HERE = Situation(connection="live", seat=Seat("q9", "an"))


def test_a_supervisor_sees_who_sits_where() -> None:
    """And may move only somebody whose hands are empty, to an empty desk."""
    idle = steer.steer(office(), view(desk()), replace(HERE, steered="q6"))
    assert (idle.can_move, idle.move) == (True, "Điều Phạm Hương Giang sang:")
    assert [row.code for row in idle.places][:3] == ["q0", "q1", "q5"]
    busy = steer.steer(office(), view(desk()), replace(HERE, steered="q2"))
    assert (busy.can_move, busy.move.endswith("khi xong số này.")) == (False, True)
    empty = steer.steer(office(), view(desk()), replace(HERE, steered="q0"))
    assert not empty.can_move
    assert steer.move_command("khanh", "q6", "q0") == MoveClerk(
        supervisor="khanh", counter="q6", to_counter="q0"
    )


def test_a_desk_gets_one_service_more_or_less() -> None:
    """From what it serves now; the last one stays, and nine are too many."""
    more = steer.assign_command(("a",), "khanh", "q6", "b")
    assert more == AssignServices(supervisor="khanh", counter="q6", services=("a", "b"))
    less = steer.assign_command(("a", "b"), "khanh", "q6", "a")
    assert less == AssignServices(supervisor="khanh", counter="q6", services=("b",))
    assert steer.assign_command(("a",), "khanh", "q6", "a") is None
    assert steer.assign_command(tuple("abcdefgh"), "khanh", "q6", "x") is None


def test_what_a_supervisor_has_set_today_is_what_is_ticked() -> None:
    """And the way back to the usual is lit only then."""
    seen = view(desk())
    states = tuple(
        state.model_copy(update={"assigned": ("dat_dai",)}) if state.counter == "q6" else state
        for state in seen.counters
    )
    changed = seen.model_copy(update={"counters": states})
    usual = steer.steer(office(), seen, replace(HERE, steered="q6"))
    other = steer.steer(office(), changed, replace(HERE, steered="q6"))
    assert [row.code for row in usual.services if row.chosen] == ["chung_thuc"]
    assert [row.code for row in other.services if row.chosen] == ["dat_dai"]
    assert (usual.reset, other.reset) == (False, True)
