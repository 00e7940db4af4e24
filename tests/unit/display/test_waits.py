"""Forecasts and lengths of waiting as the hall reads them."""

import pytest

from display.waits import minutes, wait_in_words, wait_words
from server.protocol.views import WaitRange


@pytest.mark.parametrize(
    ("forecast", "open_counters", "told"),
    [
        (WaitRange(low_min=5, high_min=9), 1, "5–9 phút"),
        (WaitRange(low_min=5, high_min=5), 1, "5 phút"),
        (None, 1, "Chưa ước được"),
        (WaitRange(low_min=5, high_min=9), 0, "Chưa có quầy mở"),
    ],
)
def test_a_forecast_is_a_range_or_an_honest_no(
    forecast: WaitRange | None, open_counters: int, told: str
) -> None:
    """Never a guess."""
    assert wait_words(forecast, open_counters) == told


def test_a_forecast_inside_a_sentence_says_that_it_is_about_so_long() -> None:
    """A range, or one length."""
    assert wait_in_words(WaitRange(low_min=10, high_min=18)) == "khoảng 10 đến 18 phút"
    assert wait_in_words(WaitRange(low_min=5, high_min=5)) == "khoảng 5 phút"


def test_a_length_is_whole_minutes_and_never_less_than_none() -> None:
    """A dash where nothing is known."""
    assert [minutes(length_s) for length_s in (None, -4.0, 29.0, 742.0)] == ["–", "0", "0", "12"]
