"""Do the forecasts come true? On simulated days of the demo ward that taught them nothing.

A coarse bound on few days; ``python -m bench.forecast`` measures the rest.
"""

from statistics import fmean

import pytest

import assets
from bench.forecast import Scored, learnt, scored
from server.core.calibration import Calibration
from server.profile.load import load_office
from server.simulator.days import simulate_day

pytestmark = pytest.mark.slow

LEARN, JUDGE = range(3), range(3, 5)


@pytest.fixture(scope="module")
def judged() -> Scored:
    """Two weeks, told with what three others taught."""
    profile = load_office(assets.OFFICES / "ward-hoa-binh.toml")
    weeks = {
        seed: [simulate_day(profile, seed, day, calibration=Calibration()) for day in range(5)]
        for seed in LEARN
    }
    calibration = learnt(day for week in weeks.values() for day in week)
    return scored(
        simulate_day(profile, seed, day, calibration=calibration)
        for seed in JUDGE
        for day in range(5)
    )


def test_about_eight_of_ten_waits_end_in_the_told_range(judged: Scored) -> None:
    """Of those without priority and of those with one."""
    ordinary = [each.came_true for each in judged.told if not each.priority]
    priority = [each.came_true for each in judged.told if each.priority]
    assert len(ordinary) > 1000
    assert len(priority) > 200
    assert 0.75 < fmean(ordinary) < 0.85
    assert 0.7 < fmean(priority) < 0.9


def test_the_likely_wait_errs_less_than_the_last_ten_waits(judged: Scored) -> None:
    """By a fifth at least: what most products show is the mean of those."""
    both = [each for each in judged.told if each.usual_s is not None]
    ours = fmean(each.error_s for each in both)
    usual = fmean(abs((each.usual_s or 0) - each.wait_s) for each in both)
    assert ours < 0.8 * usual


def test_whoever_can_be_told_is_told(judged: Scored) -> None:
    """Desks are at work whenever numbers are given on these days."""
    assert judged.untold == 0
