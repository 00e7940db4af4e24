"""What is learnt of past waits, and who it is for."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.calibration import (
    ANY_BAND,
    ANY_PRIORITY,
    ANYBODY,
    BANDS,
    ENOUGH,
    ENOUGH_OF_CLASS,
    ENOUGH_OF_SERVICE,
    IDLE_BAND,
    JOINING,
    OVER_BREAK,
    WAITING,
    Calibration,
    Seen,
    band_of,
    learn,
)

WORK_S = 600.0


def waits(
    ratios: Iterable[float],
    priority: str = "",
    service: str = "copy",
    stage: str = JOINING,
    ahead: int = 2,
) -> list[Seen]:
    """Waits that lasted so many times the work ahead."""
    return [Seen(stage, service, priority, ahead, WORK_S, each * WORK_S) for each in ratios]


def evenly(least: float, most: float, count: int) -> list[float]:
    """So many between two ends, in a random order."""
    spread = [least + (most - least) * n / (count - 1) for n in range(count)]
    Random(1).shuffle(spread)
    return spread


def test_eight_of_ten_lie_between_low_and_high() -> None:
    """The quantiles of the next one, in thousandths."""
    learnt = learn(waits(evenly(0.5, 1.5, 1001)))
    found = learnt.factors_for(JOINING, "copy", "", 2, WORK_S)
    assert found is not None
    assert (found.low, found.likely, found.high, found.count) == (599, 1000, 1401, 1001)


def test_the_narrowest_kind_with_enough_waits_answers() -> None:
    """Service and class, class, any priority, anybody; too few of anything: nobody can say."""
    learnt = learn(
        [
            *waits(evenly(0.5, 1.5, ENOUGH_OF_SERVICE)),
            *waits(evenly(1, 2, ENOUGH_OF_CLASS - 1), "P1", service="birth"),
            *waits([2.5], "P3"),
        ]
    )
    kinds = {
        (service, priority): found.kind
        for service in ("copy", "birth")
        for priority in ("", "P1", "P3")
        if (found := learnt.factors_for(JOINING, service, priority, 2, WORK_S))
    }
    assert kinds["copy", ""][1:3] == ("copy", "")
    assert kinds["birth", ""][1:3] == ("", "")
    assert kinds["birth", "P1"][1:3] == ("", ANY_PRIORITY)
    assert kinds["copy", "P3"][1:3] == ("", ANY_PRIORITY)
    few = learn(waits(evenly(0.5, 1.5, ENOUGH - 1)))
    assert few == Calibration()
    assert few.factors_for(JOINING, "copy", "", 2, WORK_S) is None


def test_a_priority_is_told_by_others_who_have_one_before_everybody_else() -> None:
    """They overtake: even a line of another length says more than people who are overtaken."""
    learnt = learn([*waits(evenly(0.5, 1.5, 900), ahead=8), *waits(evenly(1, 2, ENOUGH), "P1")])
    found = learnt.factors_for(JOINING, "copy", "P1", 8, WORK_S)
    assert found is not None
    assert found.kind == (JOINING, "", ANY_PRIORITY, ANY_BAND)


def test_a_line_of_a_length_not_seen_yet_is_told_by_lines_of_any_length() -> None:
    """Of the same stage; who joins says nothing of who waits, nor an idle desk of a line."""
    learnt = learn(waits(evenly(0.5, 1.5, ENOUGH), ahead=5))
    longest = learnt.factors_for(JOINING, "copy", "", 50, WORK_S)
    assert longest is not None
    assert longest.kind == (JOINING, "", ANYBODY, ANY_BAND)
    assert learnt.factors_for(WAITING, "copy", "", 5, WORK_S) is None
    assert learnt.factors_for(JOINING, "copy", "", 0, 0) is None


def test_work_that_goes_on_after_a_break_is_a_kind_of_its_own_once_enough_was_seen() -> None:
    """Until then it is told as any other."""
    over = JOINING + OVER_BREAK
    learnt = learn(waits(evenly(0.5, 1.5, ENOUGH)))
    plain = learnt.factors_for(over, "copy", "", 2, WORK_S)
    assert plain is not None
    assert plain.stage == JOINING
    both = learn([*waits(evenly(0.5, 1.5, ENOUGH)), *waits([0.2] * ENOUGH, stage=over)])
    found = both.factors_for(over, "copy", "", 2, WORK_S)
    assert found is not None
    assert (found.stage, found.likely) == (over, 200)


@given(st.integers(0, 500), st.integers(1, 9000))
def test_everybody_has_a_band_and_more_ahead_never_a_lower_one(ahead: int, work_s: int) -> None:
    """No work ahead: a desk is idle."""
    assert band_of(ahead, 0) == IDLE_BAND < 0 <= band_of(ahead, work_s) < len(BANDS)
    assert band_of(ahead, work_s) <= band_of(ahead + 1, work_s)
    assert BANDS[band_of(ahead, work_s)] <= ahead


@pytest.mark.slow
@given(st.lists(st.floats(0, 50), min_size=ENOUGH, max_size=120), st.randoms())
def test_the_same_days_teach_the_same_in_any_order(ratios: list[float], chance: Random) -> None:
    """A restart learns what was learnt before it."""
    mixed = list(ratios)
    chance.shuffle(mixed)
    learnt = learn(waits(ratios))
    assert learnt == learn(waits(mixed))
    for each in learnt.factors:
        assert min(ratios) * 1000 - 1 <= each.low <= each.likely <= each.high
        assert each.high <= max(ratios) * 1000 + 1
