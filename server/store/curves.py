"""The curve of a day in quarters of an hour: numbers given, people called, and their waits."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from server.store.tables import TICKETS

QUARTER_MIN: Final = 15
WEEKS: Final = 4
"""The usual day is the mean of the same weekday of so many weeks."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of an hour from ``minute`` of the office's day; people a quarter, waits in seconds.

    ``wait_s`` is the mean wait of those called in it for the first time, ``None`` when nobody was.
    """

    minute: int
    issued: float
    called: float
    wait_s: float | None


Curve = tuple[Quarter, ...]


def day_curve(engine: Engine, day: str, zone: str) -> Curve:
    """The quarters of a business day in which anything happened, in order."""
    local = ZoneInfo(zone)
    issued: dict[int, int] = defaultdict(int)
    waits: dict[int, list[float]] = defaultdict(list)
    query = select(TICKETS.c.issued_at, TICKETS.c.first_called_at).where(TICKETS.c.stream == day)
    with engine.connect() as connection:
        for given_at, called_at in connection.execute(query):
            issued[_quarter(given_at, local)] += 1
            if called_at is not None:
                waits[_quarter(called_at, local)].append((called_at - given_at).total_seconds())
    return tuple(
        Quarter(minute, issued[minute], len(waits[minute]), _mean(waits[minute]))
        for minute in sorted(issued.keys() | waits.keys())
    )


def usual_curve(engine: Engine, day: str, zone: str) -> Curve:
    """The mean of the same weekday of the last weeks, of those on which the office worked."""
    past = (date.fromisoformat(day) - timedelta(weeks=week) for week in range(1, WEEKS + 1))
    curves = [curve for each in past if (curve := day_curve(engine, each.isoformat(), zone))]
    return mean_curve(curves)


def mean_curve(curves: list[Curve]) -> Curve:
    """Quarter by quarter; a day on which nothing happened in a quarter counts as none."""
    at: dict[int, list[Quarter]] = defaultdict(list)
    for curve in curves:
        for quarter in curve:
            at[quarter.minute].append(quarter)
    return tuple(_merged(minute, at[minute], len(curves)) for minute in sorted(at))


def _merged(minute: int, quarters: list[Quarter], days: int) -> Quarter:
    called = sum(each.called for each in quarters)
    waited = sum(each.called * each.wait_s for each in quarters if each.wait_s is not None)
    issued = sum(each.issued for each in quarters) / days
    return Quarter(minute, issued, called / days, waited / called if called else None)


def _quarter(at: datetime, zone: ZoneInfo) -> int:
    local = at.astimezone(zone)
    return (local.hour * 60 + local.minute) // QUARTER_MIN * QUARTER_MIN


def _mean(waits: list[float]) -> float | None:
    return sum(waits) / len(waits) if waits else None
