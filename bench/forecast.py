"""Did the told waits come true? On simulated days of both demo offices, against the usual estimate.

``python -m bench.forecast``. Nothing is calibrated yet: the figures say how honest the range is as
it stands. The usual estimate is what most products show: the mean of the last ten waits of the
service (reference/wait.md §5).
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import inf
from statistics import fmean
from typing import Final

from rich.console import Console
from rich.table import Table

import assets
from server.core import events as e
from server.profile.load import load_office
from server.simulator.days import Day, simulate_day

OFFICES: Final = {"ward": "ward-hoa-binh", "province": "province-song-lam"}
SEEDS: Final = range(4)
WEEKDAYS: Final = range(5)
LAST: Final = 10
BANDS_MIN: Final = (0, 10, 30, 60, inf)


@dataclass(frozen=True, slots=True)
class Told:
    """A forecast and what became of it, in seconds. ``usual_s`` is the usual estimate, if any."""

    priority: str
    low_s: int
    high_s: int
    usual_s: float | None
    wait_s: float

    @property
    def came_true(self) -> bool:
        """Whether the call came within the range."""
        return self.low_s <= self.wait_s <= self.high_s

    @property
    def error_s(self) -> float:
        """Of the middle of the range."""
        return abs((self.low_s + self.high_s) / 2 - self.wait_s)


@dataclass(frozen=True, slots=True)
class Scored:
    """What a set of days shows: forecasts that can be judged, and how many got none."""

    told: list[Told]
    untold: int
    issued: int


def scored(days: Iterable[Day]) -> Scored:
    """Every forecast of these days whose ticket was called."""
    told: list[Told] = []
    untold = issued = 0
    for day in days:
        came = [fact for fact in day.facts if isinstance(fact, e.TicketIssued)]
        issued += len(came)
        untold += sum(1 for fact in came if fact.wait_low_s is None)
        told += _judged(day, first_calls(day))
    return Scored(told, untold, issued)


def first_calls(day: Day) -> dict[str, datetime]:
    """When each ticket was first called, calls taken back left out."""
    calls: dict[str, datetime] = {}
    for fact in day.facts:
        if isinstance(fact, e.TicketCalled):
            calls.setdefault(fact.ticket, fact.at)
        elif isinstance(fact, e.ActionUndone) and fact.first_called_at is None:
            del calls[fact.ticket]
    return calls


def _judged(day: Day, calls: dict[str, datetime]) -> list[Told]:
    last: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=LAST))
    issued: dict[str, e.TicketIssued] = {}
    judged = []
    for fact in day.facts:
        if isinstance(fact, e.TicketIssued):
            issued[fact.ticket] = fact
            called_at = calls.get(fact.ticket)
            if fact.wait_low_s is None or fact.wait_high_s is None or called_at is None:
                continue
            waits = last[fact.service]
            usual_s = fmean(waits) if waits else None
            wait_s = (called_at - fact.at).total_seconds()
            judged.append(Told(fact.priority, fact.wait_low_s, fact.wait_high_s, usual_s, wait_s))
        elif isinstance(fact, e.TicketCalled) and calls.get(fact.ticket) == fact.at:
            came = issued[fact.ticket]
            last[came.service].append((fact.at - came.at).total_seconds())
    return judged


def figures(by_office: dict[str, Scored]) -> dict[str, float]:
    """The overall ones, by the keys of ``latest.json``."""
    kept: dict[str, float] = {}
    for office, of in by_office.items():
        both = [each for each in of.told if each.usual_s is not None]
        kept |= {
            f"forecast_{office}_coverage": fmean(each.came_true for each in of.told),
            f"forecast_{office}_mae_s": fmean(each.error_s for each in both),
            f"forecast_{office}_last_10_mae_s": fmean(_usual_error_s(each) for each in both),
            f"forecast_{office}_untold_share": of.untold / of.issued,
        }
    return kept


def _usual_error_s(told: Told) -> float:
    return abs((told.usual_s or 0.0) - told.wait_s)


def table(office: str, of: Scored) -> Table:
    """By priority class and by how long a wait was told."""
    headings = ("n", "in range", "sooner", "later", "width", "our error", "last 10")
    shown = Table("class", title=f"forecasts, {office}: 80 % range; minutes")
    for heading in headings:
        shown.add_column(heading, justify="right", no_wrap=True)
    shown.add_row("all", *_row(of.told))
    for priority in sorted({each.priority for each in of.told}):
        shown.add_row(
            priority or "ordinary", *_row([each for each in of.told if each.priority == priority])
        )
    for low, high in pairwise(BANDS_MIN):
        name = f"told {low}–{high}" if high < inf else f"told ≥ {low}"
        shown.add_row(name, *_row([each for each in of.told if low <= _middle_min(each) < high]))
    return shown


def _middle_min(told: Told) -> float:
    return (told.low_s + told.high_s) / 120


def _row(told: list[Told]) -> list[str]:
    if not told:
        return ["0"]
    both = [each for each in told if each.usual_s is not None]
    shares = (
        fmean(each.came_true for each in told),
        fmean(each.wait_s < each.low_s for each in told),
        fmean(each.wait_s > each.high_s for each in told),
    )
    minutes = [fmean(each.high_s - each.low_s for each in told) / 60]
    if both:
        minutes.append(fmean(each.error_s for each in both) / 60)
        minutes.append(fmean(_usual_error_s(each) for each in both) / 60)
    return [str(len(told)), *(f"{share:.0%}" for share in shares), *(f"{m:.1f}" for m in minutes)]


def simulated() -> dict[str, Scored]:
    """Four working weeks of each demo office."""
    return {name: scored(_days(file)) for name, file in OFFICES.items()}


def _days(file: str) -> Iterator[Day]:
    profile = load_office(assets.OFFICES / f"{file}.toml")
    return (simulate_day(profile, seed, weekday) for seed in SEEDS for weekday in WEEKDAYS)


def tables(by_office: dict[str, Scored]) -> list[Table]:
    """One for each office."""
    return [table(office, of) for office, of in by_office.items()]


def main() -> None:
    """Simulate, judge, print."""
    by_office = simulated()
    console = Console()
    console.print(*tables(by_office))
    for office, of in by_office.items():
        console.print(f"{office}: {of.untold} of {of.issued} were told nothing")


if __name__ == "__main__":
    main()
