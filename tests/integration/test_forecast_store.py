"""What a database of past days says of its forecasts, against the same days counted by hand."""

from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

import pytest
from sqlalchemy import Engine

import assets
from bench.forecast import learnt, scored
from server.core.calibration import Calibration
from server.profile.load import load_office, rules
from server.simulator.days import Day, simulate_day
from server.store.calibration import forecast_score, learnt_before, score_before
from server.store.event_store import Append, EventStore, open_engine, sqlite_url

PROFILE = load_office(assets.OFFICES / "ward-hoa-binh.toml")
RULES = rules(PROFILE)
MONDAY, TUESDAY, WEDNESDAY = "2026-11-23", "2026-11-24", "2026-11-25"


@pytest.fixture(scope="module")
def days() -> list[Day]:
    """Two simulated days of the demo ward."""
    return [simulate_day(PROFILE, 0, day, calibration=Calibration()) for day in (0, 1)]


@pytest.fixture(scope="module")
def engine(days: list[Day], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Their log, as a server leaves it."""
    where: Path = tmp_path_factory.mktemp("past")
    store = EventStore(open_engine(sqlite_url(where)))
    for day in days:
        store.append([Append(day.day, 1, day.facts, day.day, "K1")])
    store.close()
    engine = open_engine(sqlite_url(where))
    yield engine
    engine.dispose()


def test_a_day_scores_what_its_log_says(days: list[Day], engine: Engine) -> None:
    """Of what was told with the number: how often it came true, and how far off it was."""
    told = scored(days[:1]).told
    score = forecast_score(engine, MONDAY)
    assert score.count == len(told)
    assert score.coverage == pytest.approx(fmean(each.came_true for each in told))
    assert score.mean_error_s == pytest.approx(fmean(each.error_s for each in told), abs=0.1)


def test_a_day_without_forecasts_has_no_score(engine: Engine) -> None:
    """Nothing is not naught."""
    score = forecast_score(engine, WEDNESDAY)
    assert (score.count, score.coverage, score.mean_error_s) == (0, None, None)
    assert score_before(engine, MONDAY) is None


def test_yesterday_is_the_last_day_the_office_worked(engine: Engine) -> None:
    """On Monday that is Friday."""
    last = score_before(engine, "2026-11-30")
    assert last == forecast_score(engine, TUESDAY)
    assert last == score_before(engine, WEDNESDAY)


def test_the_days_before_teach_what_they_teach_without_a_database(
    days: list[Day], engine: Engine
) -> None:
    """Neither does the day itself teach, nor those to come, nor those long past."""
    assert learnt_before(engine, WEDNESDAY, RULES) == learnt(days)
    assert learnt_before(engine, TUESDAY, RULES) == learnt(days[:1])
    assert learnt_before(engine, MONDAY, RULES) == Calibration()
    assert learnt_before(engine, "2027-01-23", RULES) == Calibration()
    stages = {each.stage for each in learnt(days).factors}
    assert {"joining", "waiting"} <= stages
