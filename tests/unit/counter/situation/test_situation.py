"""What the counter app knows, and whether the desk shown is the clerk's own."""

from dataclasses import replace

from counter.situation.situation import Ask, Flight, Seat, Situation, own_desk
from tests.support.counter_samples import desk, view

HERE = Situation(connection="live", seat=Seat("q9", "an"))


def test_the_desk_is_mine_with_my_name_on_it_at_my_counter() -> None:
    """Another counter, another clerk, no seat or no view: the login page."""
    assert own_desk(view(desk()), HERE) == desk()
    assert own_desk(view(desk(counter="q8")), HERE) is None
    assert own_desk(view(desk(clerk="hai")), HERE) is None
    assert own_desk(view(desk()), replace(HERE, seat=None)) is None
    assert own_desk(view(None), HERE) is None
    assert own_desk(None, HERE) is None


def test_where_pins_are_asked_for_only_who_signed_in_has_a_desk() -> None:
    """``None`` is an office without PINs; empty is nobody yet."""
    assert own_desk(view(desk()), replace(HERE, signed="an")) == desk()
    for signed in ("", "hai"):
        assert own_desk(view(desk()), replace(HERE, signed=signed)) is None
    assert HERE.may_act_as("hai")


def test_the_hands_are_free_with_a_server_and_nothing_under_way() -> None:
    """A command in flight and a lost link lock the keys."""
    assert HERE.is_free
    assert not replace(HERE, connection="lost").is_free
    assert not replace(HERE, flight=Flight("c1", "start")).is_free
    assert HERE.is_live
    assert replace(HERE, ask=Ask("hold")).is_live
