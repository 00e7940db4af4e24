"""A decision costs the same however many wait and however many have been here.

``bench/cost.py`` measures microseconds; here the function calls are counted, which depend on no
machine, so that nobody brings a walk through the whole line back unnoticed.
"""

import sys
from typing import Any

import pytest

from bench.cost import COUNTER, crowd, done, lived, moment, opened, past, someone
from server.core import commands as c
from server.core.model import DayState

pytestmark = pytest.mark.slow

FEW, MANY = 20, 4000


def calls_made(state: DayState, command: c.Command) -> int:
    """Python and C functions called until the command is decided and its facts are state."""
    made = 0

    def count(_frame: Any, happening: str, _arg: Any) -> None:
        nonlocal made
        made += happening in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        done(state, command)
    finally:
        sys.setprofile(before)
    return made


def issue(state: DayState) -> c.Command:
    return someone(state)


def call(state: DayState) -> c.Command:
    return c.CallNext(moment(state), COUNTER, state.desks[COUNTER].clerk)


@pytest.mark.parametrize("asked", [issue, call])
def test_two_hundred_times_the_people_waiting_cost_hardly_more(asked: Any) -> None:
    """The trees are a few levels deeper, that is all."""
    few, many = crowd(opened(), FEW), crowd(opened(), MANY)
    assert calls_made(many, asked(many)) <= 1.15 * calls_made(few, asked(few))


@pytest.mark.parametrize("asked", [issue, call])
def test_the_history_of_the_day_costs_nothing(asked: Any) -> None:
    """Thousands who came and went are as good as none."""
    quiet, busy = crowd(past(1), FEW), crowd(past(50 * MANY), FEW)
    assert calls_made(busy, asked(busy)) <= 1.05 * calls_made(quiet, asked(quiet))


def test_the_short_way_to_a_long_history_ends_where_the_long_way_does() -> None:
    """The bench may put a day of half a million tickets together instead of living it."""
    assert past(50) == lived(50)
