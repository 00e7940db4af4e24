"""The day's curves as shapes on a unit square: x from left to right, y upward. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

from server.protocol.views import CurvePoint, Curves

QUARTER_MIN: Final = 15
OPENS_MIN: Final = 7 * 60
CLOSES_MIN: Final = 17 * 60
"""What is shown at least, so that the morning's first quarter does not fill the screen."""

Point = tuple[float, float]
Amount = Callable[[CurvePoint], float | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """A quarter of an hour of today; amounts of the whole height, of
    the ``usual`` day behind it too.
    """

    begins: float
    share: float
    amount: float
    usual: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis: where, and what it says."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Hour:
    """A mark of the time below."""

    at: float
    hour: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture. ``limit`` is where the promise lies, below 0 when it has none."""

    bars: tuple[Bar, ...] = ()
    today: tuple[Point, ...] = ()
    yesterday: tuple[Point, ...] = ()
    usual: tuple[Point, ...] = ()
    hours: tuple[Hour, ...] = ()
    amounts: tuple[Tick, ...] = ()
    limit: float = -1.0
    now: float = -1.0


def flow(curves: Curves, now_min: int) -> Chart:
    """Numbers given as bars, people called as a line; the usual day and yesterday behind."""
    span = _span(curves)
    top = _round_up(
        max(
            (
                max(point.issued, point.called)
                for curve in (curves.today, curves.yesterday, curves.usual)
                for point in curve
            ),
            default=0,
        )
    )
    usual = {point.minute: point.issued / top for point in curves.usual}
    issued = {point.minute: point.issued / top for point in curves.today}
    width = QUARTER_MIN / (span[1] - span[0])
    return Chart(
        bars=tuple(
            Bar(_x(minute, span), width, issued.get(minute, 0), usual.get(minute, 0))
            for minute in sorted(usual.keys() | issued.keys())
        ),
        today=_line(curves.today, lambda point: point.called, top, span),
        yesterday=_line(curves.yesterday, lambda point: point.issued, top, span),
        hours=_hours(span),
        amounts=_amounts(top),
        now=_within(_x(now_min, span)),
    )


def waits(curves: Curves, now_min: int, promise_min: int) -> Chart:
    """Mean wait of those called in each quarter, in minutes, against the promise."""
    span = _span(curves)
    longest_s = max(
        (
            point.wait_s
            for curve in (curves.today, curves.yesterday, curves.usual)
            for point in curve
            if point.wait_s is not None
        ),
        default=0,
    )
    top_min = _round_up(max(longest_s / 60, promise_min * 1.2))
    top_s = top_min * 60
    return Chart(
        today=_line(curves.today, _wait, top_s, span),
        yesterday=_line(curves.yesterday, _wait, top_s, span),
        usual=_line(curves.usual, _wait, top_s, span),
        hours=_hours(span),
        amounts=_amounts(top_min),
        limit=promise_min / top_min,
        now=_within(_x(now_min, span)),
    )


def _wait(point: CurvePoint) -> float | None:
    return point.wait_s


def _span(curves: Curves) -> tuple[int, int]:
    """From which minute to which, whole hours."""
    known = [p.minute for c in (curves.today, curves.yesterday, curves.usual) for p in c]
    first, last = min([OPENS_MIN, *known]), max([CLOSES_MIN - 1, *known])
    return first // 60 * 60, (last // 60 + 1) * 60


def _x(minute: float, span: tuple[int, int]) -> float:
    return (minute - span[0]) / (span[1] - span[0])


def _within(x: float) -> float:
    return x if 0 <= x <= 1 else -1.0


def _line(
    curve: Iterable[CurvePoint], amount: Amount, top: float, span: tuple[int, int]
) -> tuple[Point, ...]:
    """Through the middle of each quarter for which there is something to tell."""
    middle = QUARTER_MIN / 2
    return tuple(
        (_x(point.minute + middle, span), told / top)
        for point in curve
        if (told := amount(point)) is not None
    )


def _hours(span: tuple[int, int]) -> tuple[Hour, ...]:
    return tuple(
        Hour(_x(minute, span), f"{minute // 60}") for minute in range(span[0], span[1] + 1, 120)
    )


def _amounts(top: int) -> tuple[Tick, ...]:
    return tuple(Tick(part / 2, f"{top * part // 2}") for part in (1, 2))


def _round_up(value: float) -> int:
    """An even number that is easy to halve and to read: 4, 10, 20, 40, 60…"""
    for step in (4, 10, 20, 40, 60, 80, 100):
        if value <= step:
            return step
    return ceil(value / 100) * 100
