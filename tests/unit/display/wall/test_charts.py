"""The day's curves as shapes: inside their square, in step with the clock, none made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display.wall.charts import flow, waits
from server.protocol.views import CurvePoint, Curves

_POINTS = st.lists(
    st.builds(
        CurvePoint,
        minute=st.integers(0, 95).map(lambda quarter: quarter * 15),
        issued=st.floats(0, 60),
        called=st.floats(0, 60),
        wait_s=st.none() | st.floats(0, 4 * 3600),
    ),
    max_size=12,
    unique_by=lambda point: point.minute,
).map(lambda points: tuple(sorted(points, key=lambda point: point.minute)))
_CURVES = st.builds(Curves, today=_POINTS, yesterday=_POINTS, usual=_POINTS)


@pytest.mark.slow
@given(_CURVES, st.integers(0, 1439), st.integers(1, 60))
def test_nothing_is_drawn_outside_the_picture_and_no_point_is_lost(
    curves: Curves, now_min: int, promise_min: int
) -> None:
    """Whatever the day brought."""
    people, minutes = flow(curves, now_min), waits(curves, now_min, promise_min)
    for chart in (people, minutes):
        for line in (chart.today, chart.yesterday, chart.usual):
            assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in line)
            assert [x for x, _ in line] == sorted(x for x, _ in line)
        assert all(0 <= hour.at <= 1 for hour in chart.hours)
        assert chart.now == -1 or 0 <= chart.now <= 1
    for bar in people.bars:
        assert 0 <= bar.begins <= bar.begins + bar.share <= 1 + 1e-9
        assert 0 <= bar.amount <= 1
        assert 0 <= bar.usual <= 1
    assert len(people.today) == len(curves.today)
    assert len(minutes.today) == sum(point.wait_s is not None for point in curves.today)
    assert 0 < minutes.limit < 1, "the promise is always in the picture"


def test_amounts_and_hours_stand_where_they_belong() -> None:
    """8:00 is an eighth of the way from 7:00 to 15:00; ten people a quarter are the top."""
    today = (CurvePoint(minute=480, issued=10, called=5, wait_s=600),)
    chart = flow(Curves(today=today), 480)
    assert [hour.hour for hour in chart.hours] == ["7", "9", "11", "13", "15", "17"]
    assert [tick.text for tick in chart.amounts] == ["5", "10"]
    assert chart.bars[0].amount == 1
    assert chart.today[0][1] == 0.5
    assert chart.now == chart.bars[0].begins == 0.1


def test_a_quarter_without_a_call_has_no_point_among_the_waits() -> None:
    """Nobody waited zero minutes there."""
    today = (
        CurvePoint(minute=480, issued=3, called=0, wait_s=None),
        CurvePoint(minute=495, issued=0, called=2, wait_s=900),
    )
    chart = waits(Curves(today=today), 500, 15)
    assert len(chart.today) == 1
    assert chart.today[0][1] == chart.limit
