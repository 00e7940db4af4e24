"""The life table: its shape, and that nobody can move outside it."""

from itertools import product

import pytest

from server.codes import ErrorCode
from server.core import events as e
from server.core.lifecycle import (
    BIRTH,
    FINAL,
    IN_HAND,
    SET_ASIDE,
    TABLE,
    after,
    allows,
    diagram,
)
from server.core.model import Status
from server.core.rejected import Rejected

MOVES = sorted({move for exits in TABLE.values() for move in exits}, key=lambda move: move.__name__)
PAIRS = [pytest.param(s, m, id=f"{s}-{m.__name__}") for s, m in product(Status, MOVES)]


@pytest.mark.parametrize(("status", "move"), PAIRS)
def test_every_pair_of_status_and_event_is_either_in_the_table_or_refused(
    status: Status, move: type[e.TicketEvent]
) -> None:
    """There is no third possibility, and the refusal always has the same code."""
    if allows(status, move):
        assert after(status, move) is TABLE[status][move]
        return
    with pytest.raises(Rejected) as refusal:
        after(status, move)
    assert refusal.value.reason is ErrorCode.ILLEGAL_MOVE


def test_every_status_is_in_the_table_and_only_two_end_a_life() -> None:
    """A ticket ends served or cancelled; nothing else is an end."""
    assert set(TABLE) == set(Status)
    assert frozenset({Status.COMPLETED, Status.CANCELLED}) == FINAL


def test_every_status_can_be_reached_from_birth() -> None:
    """No room without a door."""
    reached, wave = {BIRTH}, {BIRTH}
    while wave:
        wave = {to for status in wave for to in TABLE[status].values()} - reached
        reached |= wave
    assert reached == set(Status)


def test_whoever_is_in_the_building_can_still_be_served_and_can_always_leave() -> None:
    """Nobody gets stuck: from every living status there is a way to both ends."""
    for status in set(Status) - FINAL:
        assert TABLE[status][e.TicketCancelled] is Status.CANCELLED
        reached, wave = {status}, {status}
        while wave:
            wave = {to for each in wave for to in TABLE[each].values()} - reached
            reached |= wave
        assert Status.COMPLETED in reached


def test_a_ticket_is_in_hand_or_set_aside_or_in_the_hall_and_never_two_of_them() -> None:
    """The groups that screens and counts are made of do not overlap."""
    assert not IN_HAND & SET_ASIDE
    assert not (IN_HAND | SET_ASIDE) & FINAL
    assert set(Status) - IN_HAND - SET_ASIDE - FINAL == {Status.WAITING}


def test_the_diagram_draws_every_move_once_and_nothing_else() -> None:
    """It is made from the table, so it cannot lie; this guards the making."""
    lines = diagram().splitlines()
    arrows = [line.strip() for line in lines if "-->" in line]
    expected = {f"[*] --> {BIRTH}: TicketIssued"}
    for status, exits in TABLE.items():
        expected |= {f"{status} --> {to}: {move.__name__}" for move, to in exits.items()}
    expected |= {f"{status} --> [*]" for status in FINAL}
    assert set(arrows) == expected
    assert len(arrows) == len(expected)
