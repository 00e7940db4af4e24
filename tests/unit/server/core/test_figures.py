"""The day's figures, as a supervisor reads them."""

from server.core import commands as c
from server.core.figures import day_figures, mean_wait_s, percentile_wait_s
from server.core.model import Tally
from tests.support.builders import after_commands, at, call, issue, opened, seat

DESK = ("6", "an")


def test_before_anybody_is_called_there_is_no_mean_and_no_percentile() -> None:
    """Zero would be a lie."""
    figures = day_figures(after_commands(opened(), [issue("t")]))
    assert (figures.issued, figures.waiting, figures.called) == (1, 1, 0)
    assert (figures.mean_wait_s, figures.p90_wait_s) == (None, None)
    assert mean_wait_s(Tally()) is None


def test_waits_count_from_the_number_to_the_first_call() -> None:
    """A recall and a second call after absence change nothing."""
    commands: list[c.Command] = [seat(*DESK), issue("a", minutes=0)]
    commands += [call(*DESK, 2), c.RecallTicket(at(5), *DESK, "a")]
    commands += [c.MarkNoShow(at(6), *DESK, "a"), c.ReturnTicket(at(7), "a"), call(*DESK, 8)]
    figures = day_figures(after_commands(opened(), commands))
    assert (figures.called, figures.no_show, figures.in_hand) == (1, 1, 1)
    assert figures.mean_wait_s == 120


def test_a_percentile_is_told_to_the_end_of_its_minute() -> None:
    """Ten waits of 0 to 9 whole minutes: nine of them were over by the ninth minute."""
    tally = Tally(called=10, waits=dict.fromkeys(range(10), 1))
    assert percentile_wait_s([tally], 0.9) == 9 * 60
    assert percentile_wait_s([tally], 0.91) == 10 * 60
    assert percentile_wait_s([tally], 0.0001) == 60


def test_services_are_counted_together() -> None:
    """The wall's totals are those of all services."""
    quick, slow = Tally(called=1, waits={0: 1}), Tally(called=1, waits={30: 1})
    assert percentile_wait_s([quick, slow], 0.9) == 31 * 60
