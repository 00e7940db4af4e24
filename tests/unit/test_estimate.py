"""The forecast: honest, wider with more people, silent when nobody can know."""

from server.core import commands as c
from server.core.estimate import capacity, forecast, service_s, wait_range
from server.core.model import DayState
from tests.builders import after_commands, at, call, issue, opened, seat

DESK = ("6", "an")


def line_of(count: int, desks: tuple[tuple[str, str], ...] = (DESK,)) -> DayState:
    """So many wait for copies, these desks are open."""
    seats = [seat(*desk) for desk in desks]
    return after_commands(opened(), [*seats, *(issue(f"t{n}") for n in range(count))])


def test_without_a_desk_for_the_service_nothing_is_promised() -> None:
    """``None`` rather than a guess."""
    state = line_of(3, desks=())
    assert wait_range(state, "copy", 3) is None
    told = forecast(state, state.tickets["t2"], at(1))
    assert (told.ahead, told.low_s, told.high_s) == (2, None, None)


def test_with_an_idle_desk_and_nobody_ahead_it_is_a_matter_of_two_minutes() -> None:
    """The citizen may as well stay on his feet."""
    assert wait_range(line_of(0), "copy", 0) == (0, 120)


def test_more_people_ahead_mean_a_later_and_wider_range() -> None:
    """The uncertainty grows with the sum of service times."""
    state = after_commands(line_of(1), [call(*DESK, 1)])
    ranges = [wait_range(state, "copy", ahead) for ahead in range(0, 20, 4)]
    told = [each for each in ranges if each]
    assert len(told) == len(ranges)
    assert [low for low, _ in told] == sorted(low for low, _ in told)
    widths = [high - low for low, high in told]
    assert widths == sorted(widths)
    assert all(0 <= low < high for low, high in told)


def test_a_second_desk_makes_the_wait_shorter_and_a_pause_does_not_make_it_endless() -> None:
    """A paused desk comes back: it still counts as capacity."""
    one, two = line_of(8), line_of(8, (DESK, ("8", "binh")))
    assert capacity(two, "copy") > capacity(one, "copy")
    paused = after_commands(one, [c.PauseCounter(at(1), *DESK, "break", 10)])
    assert wait_range(paused, "copy", 8) is not None


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
