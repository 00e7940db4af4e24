"""The day by quarters of an hour: counted in the office's zone, averaged over its working days."""

from hypothesis import given
from hypothesis import strategies as st

from server.store.curves import Quarter, mean_curve

_QUARTERS = st.builds(
    Quarter,
    minute=st.sampled_from((450, 465, 480)),
    issued=st.integers(0, 9).map(float),
    called=st.just(0.0),
    wait_s=st.none(),
)
_CURVES = st.lists(
    st.lists(_QUARTERS, max_size=3, unique_by=lambda q: q.minute).map(tuple), min_size=1, max_size=4
)


def test_a_quarter_in_which_one_day_had_nobody_counts_that_day_as_none() -> None:
    """Else a rare rush would look like the usual day."""
    busy = (Quarter(450, 8, 4, 600.0),)
    quiet = (Quarter(465, 2, 1, 60.0),)
    assert mean_curve([busy, quiet]) == (
        Quarter(450, 4, 2, 600.0),
        Quarter(465, 1, 0.5, 60.0),
    )


def test_a_mean_wait_is_one_of_people_not_of_days() -> None:
    """Nine people who waited a minute outweigh one who waited an hour."""
    many, one = (Quarter(450, 9, 9, 60.0),), (Quarter(450, 1, 1, 3600.0),)
    assert mean_curve([many, one])[0].wait_s == (9 * 60 + 3600) / 10


@given(_CURVES)
def test_the_people_of_all_days_are_those_of_the_mean_day_times_the_days(
    curves: list[tuple[Quarter, ...]],
) -> None:
    """Nobody is lost in the averaging."""
    told = sum(quarter.issued for quarter in mean_curve(list(curves))) * len(curves)
    assert abs(told - sum(q.issued for curve in curves for q in curve)) < 1e-9
