"""Forecasts and lengths of waiting as the screens of the hall write them. Pure."""

from typing import Final

from server.protocol.views import WaitRange

NOBODY_SERVES: Final = "Chưa có quầy mở"
NO_FORECAST: Final = "Chưa ước được"


def wait_words(forecast: WaitRange | None, open_counters: int) -> str:
    """A forecast: "10–18 phút", or the honest reason why there is no forecast."""
    if not open_counters:
        return NOBODY_SERVES
    if forecast is None:
        return NO_FORECAST
    if forecast.low_min == forecast.high_min:
        return f"{forecast.low_min} phút"
    return f"{forecast.low_min}–{forecast.high_min} phút"


def wait_in_words(forecast: WaitRange) -> str:
    """A forecast inside a sentence: "khoảng 10 đến 18 phút"."""
    if forecast.low_min == forecast.high_min:
        return f"khoảng {forecast.low_min} phút"
    return f"khoảng {forecast.low_min} đến {forecast.high_min} phút"


def minutes(length_s: float | None) -> str:
    """A length in whole minutes, "–" where there is none."""
    return "–" if length_s is None else str(max(0, round(length_s / 60)))
