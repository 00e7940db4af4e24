"""The forecast: honest, wider with more people, silent when nobody can know, taught by the past."""

import pytest

from server.core import commands as c
from server.core.calibration import ANYBODY, Calibration, Factors
from server.core.estimate import Forecast, capacity, for_newcomer, forecast, service_s
from server.core.model import DayState
from tests.support.builders import after_commands, at, call, issue, opened, seat

DESK = ("6", "an")


def line_of(count: int, desks: tuple[tuple[str, str], ...] = (DESK,)) -> DayState:
    """So many wait for copies, these desks are open."""
    seats = [seat(*desk) for desk in desks]
    return after_commands(opened(), [*seats, *(issue(f"t{n}") for n in range(count))])


def told(state: DayState) -> Forecast:
    """What somebody who comes for a copy now is told."""
    return for_newcomer(state, "copy", at(1))


def taught(state: DayState, *factors: Factors) -> DayState:
    """The day, made with what was learnt."""
    return after_commands(state, [c.LearnCalibration(at(1), Calibration(factors))])


def test_without_a_desk_for_the_service_nothing_is_promised() -> None:
    """``None`` rather than a guess."""
    state = line_of(3, desks=())
    assert told(state) == Forecast(3, None)
    waiting = forecast(state, state.tickets["t2"], at(1))
    assert (waiting.ahead, waiting.low_s, waiting.high_s) == (2, None, None)


def test_with_an_idle_desk_and_nobody_ahead_it_is_a_matter_of_two_minutes() -> None:
    """The citizen may as well stay on his feet."""
    idle = told(line_of(0))
    assert (idle.low_s, idle.high_s) == (0, 120)


def test_more_people_ahead_mean_a_later_and_wider_range() -> None:
    """The uncertainty grows with the sum of service times."""
    waits = [told(after_commands(line_of(n), [call(*DESK, 1)])).wait for n in range(1, 21, 4)]
    known = [each for each in waits if each]
    assert len(known) == len(waits)
    for ends in ("low_s", "likely_s", "high_s"):
        assert [getattr(w, ends) for w in known] == sorted(getattr(w, ends) for w in known)
    widths = [wait.high_s - wait.low_s for wait in known]
    assert widths == sorted(widths)
    assert all(0 <= wait.low_s < wait.likely_s < wait.high_s for wait in known)


def test_a_second_desk_makes_the_wait_shorter_and_a_pause_does_not_make_it_endless() -> None:
    """A paused desk comes back: it still counts as capacity."""
    one, two = line_of(8), line_of(8, (DESK, ("8", "binh")))
    assert capacity(two, "copy") > capacity(one, "copy")
    assert told(after_commands(one, [c.PauseCounter(at(1), *DESK, "break", 10)])).wait is not None


def test_a_desk_of_two_services_counts_by_its_share_of_the_work() -> None:
    """Capacity is neither lost nor counted twice."""
    state = line_of(4, (("8", "binh"),))
    assert abs(capacity(state, "copy") + capacity(state, "birth") - 1) < 1e-9


def test_the_usual_time_counts_until_enough_was_observed() -> None:
    """One odd service does not overturn the forecast; a whole morning does."""
    state = line_of(0)
    assert service_s(state, "copy") == 240
    for n in range(40):
        state = after_commands(
            state,
            [
                issue(f"t{n}", minutes=n * 10),
                call(*DESK, n * 10),
                c.StartService(at(n * 10), *DESK, f"t{n}"),
                c.CompleteTicket(at(n * 10 + 8), *DESK, f"t{n}", "accepted"),
            ],
        )
        if n == 0:
            assert 240 < service_s(state, "copy") < 300
    assert 430 < service_s(state, "copy") < 480


def test_what_past_days_taught_sets_the_range_and_the_likely_wait() -> None:
    """Two ahead at one desk are twelve minutes of work; waits lay at half to twice of it."""
    state = after_commands(line_of(3), [call(*DESK, 1)])
    wait = told(taught(state, Factors("joining", "", ANYBODY, 2, 500, 1100, 2000, 60))).wait
    assert wait is not None
    assert wait.work_s == 720
    assert (wait.low_s, wait.likely_s, wait.high_s) == (360, 792, 1440)
    assert told(state).wait != wait, "without a past the width is assumed"


def test_who_waits_already_is_judged_by_those_who_waited_already() -> None:
    """Half of an uncertain wait behind one, the rest of it is another matter."""
    state = after_commands(line_of(3), [call(*DESK, 1)])
    state = taught(state, Factors("joining", "", ANYBODY, 1, 500, 1100, 2000, 60))
    waiting = forecast(state, state.tickets["t2"], at(1))
    assert waiting.wait is not None
    assert (waiting.ahead, waiting.wait.likely_s) == (1, waiting.wait.work_s)


@pytest.mark.parametrize("minutes", [4.99, 5.0])
def test_every_five_minutes_everybody_who_waits_is_foretold_anew(minutes: float) -> None:
    """Those of whom it can be said, and not those who were called once."""
    state = line_of(3)
    state = after_commands(state, [call(*DESK, 1), c.MakeForecasts(at(1))])
    made_at = state.foresight.foretold_at
    later = after_commands(state, [c.MakeForecasts(at(1 + minutes))])
    assert made_at == at(1)
    assert later.foresight.foretold_at == (at(1 + minutes) if minutes >= 5 else made_at)
    alone = after_commands(line_of(1), [call(*DESK, 1), c.MakeForecasts(at(1))])
    assert alone.foresight.foretold_at is None, "nobody waits"
    back = [call(*DESK, 1), c.MarkNoShow(at(2), *DESK, "t0"), c.ReturnTicket(at(3), "t0")]
    again = after_commands(line_of(1), [*back, c.MakeForecasts(at(4))])
    assert again.foresight.foretold_at is None, "he waits, but was called before"


def test_a_day_is_calibrated_once() -> None:
    """What was told in the morning is told in the same way at noon, and by a replay."""
    first, second = (Factors("joining", "", ANYBODY, 0, n, 500, 900, 60) for n in (100, 200))
    state = taught(taught(opened(), first), second)
    assert state.foresight.calibration.factors == (first,)
    assert after_commands(opened(), [c.LearnCalibration(at(0), Calibration())]).version == 1
