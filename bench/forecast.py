"""Did the told waits come true? On simulated days of both demo offices, against the usual estimate.

``python -m bench.forecast``. Forecasts are calibrated on some days and judged on others, which the
calibration has never seen. The usual estimate is what most products show: the mean of the last ten
waits of the service (reference/wait.md §5).
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, pairwise
from math import inf
from statistics import fmean
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

import assets
from server.core import events as e
from server.core.calibration import Calibration, Seen, learn
from server.profile.load import load_office
from server.profile.model import OfficeProfile
from server.simulator.days import Day, simulate_day
from server.store.calibration import seen_in
from server.store.changes import Changes, apply_changes, empty_rows
from server.store.read_models import DayBook

OFFICES: Final = {"ward": "ward-hoa-binh", "province": "province-song-lam"}
LEARN_SEEDS: Final = range(100, 106)
"""Six weeks: about what a month before teaches."""
SEEDS: Final = range(4)
WEEKDAYS: Final = range(5)
LAST: Final = 10
BANDS_MIN: Final = (0, 10, 30, 60, inf)


@dataclass(frozen=True, slots=True)
class Told:
    """A forecast and what became of it, in seconds. ``usual_s`` is the usual estimate, if any."""

    priority: str
    low_s: int
    likely_s: int
    high_s: int
    usual_s: float | None
    wait_s: float

    @property
    def came_true(self) -> bool:
        """Whether the call came within the range."""
        return self.low_s <= self.wait_s <= self.high_s

    @property
    def came_true_as_shown(self) -> bool:
        """Whether it did so of whole minutes, which is how the range is told."""
        return self.low_s // 60 * 60 <= self.wait_s <= -(-self.high_s // 60) * 60

    @property
    def error_s(self) -> float:
        """Of the likely wait."""
        return abs(self.likely_s - self.wait_s)


@dataclass(frozen=True, slots=True)
class Scored:
    """What a set of days shows: forecasts that can be judged, and how many got none."""

    told: list[Told]
    untold: int
    issued: int


def learnt(days: Iterable[Day]) -> Calibration:
    """What a server would have learnt from these days."""
    return learn(chain.from_iterable(map(_seen, days)))


def _seen(day: Day) -> Iterator[Seen]:
    book, changes, rows = DayBook(day.day), Changes(), empty_rows()
    for fact in day.facts:
        book.apply(fact, changes)
    apply_changes(changes, rows)
    return seen_in(rows["forecast"].values(), day.rules)


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
            if called_at is not None and fact.wait_low_s is not None:
                waits = last[fact.service]
                judged.append(_told(fact, called_at, fmean(waits) if waits else None))
        elif isinstance(fact, e.TicketCalled) and calls.get(fact.ticket) == fact.at:
            came = issued[fact.ticket]
            last[came.service].append((fact.at - came.at).total_seconds())
    return judged


def _told(fact: e.TicketIssued, called_at: datetime, usual_s: float | None) -> Told:
    return Told(
        fact.priority,
        fact.wait_low_s or 0,
        fact.wait_likely_s or 0,
        fact.wait_high_s or 0,
        usual_s,
        (called_at - fact.at).total_seconds(),
    )


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
    headings = ("n", "in range", "as shown", "sooner", "later", "width", "our error", "last 10")
    shown = Table(title=f"forecasts, {office}: 80 % range; minutes", box=SIMPLE_HEAD, padding=0)
    shown.add_column("class", no_wrap=True)
    for heading in headings:
        shown.add_column(heading, justify="right", no_wrap=True)
    shown.add_row("all", *_row(of.told))
    for priority in sorted({each.priority for each in of.told}):
        shown.add_row(
            priority or "ordinary", *_row([each for each in of.told if each.priority == priority])
        )
    for low, high in pairwise(BANDS_MIN):
        name = f"told {low}–{high}" if high < inf else f"told ≥ {low}"
        shown.add_row(name, *_row([each for each in of.told if low <= each.likely_s / 60 < high]))
    return shown


def _row(told: list[Told]) -> list[str]:
    if not told:
        return ["0"]
    both = [each for each in told if each.usual_s is not None]
    shares = (
        fmean(each.came_true for each in told),
        fmean(each.came_true_as_shown for each in told),
        fmean(each.wait_s < each.low_s for each in told),
        fmean(each.wait_s > each.high_s for each in told),
    )
    minutes = [fmean(each.high_s - each.low_s for each in told) / 60]
    if both:
        minutes.append(fmean(each.error_s for each in both) / 60)
        minutes.append(fmean(_usual_error_s(each) for each in both) / 60)
    return [str(len(told)), *(f"{share:.1%}" for share in shares), *(f"{m:.1f}" for m in minutes)]


def simulated(
    learn_seeds: Iterable[int] = LEARN_SEEDS, seeds: Iterable[int] = SEEDS
) -> dict[str, Scored]:
    """Each demo office: working weeks to learn from, and others to be judged by."""
    by_office = {}
    for name, file in OFFICES.items():
        profile = load_office(assets.OFFICES / f"{file}.toml")
        calibration = learnt(_days(profile, learn_seeds, Calibration()))
        by_office[name] = scored(_days(profile, seeds, calibration))
    return by_office


def _days(profile: OfficeProfile, seeds: Iterable[int], calibration: Calibration) -> Iterator[Day]:
    return (
        simulate_day(profile, seed, weekday, calibration=calibration)
        for seed in seeds
        for weekday in WEEKDAYS
    )


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
