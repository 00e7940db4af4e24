"""Would our forecasts have come true elsewhere? A ticket log in the Anonymous Bank's columns.

``python -m bench back-test FILE`` (CSV, ``.gz`` or not): the log is lived through again, event by
event, by the real core. The forecasts of its last third of days are judged; each day's are made
with what the thirty days before it taught, as a server does it. Without a file one is generated
from simulated days of the demo ward, in the same columns, which says nothing of reality. Only those
who had to wait are judged, as in reference/wait.md §5.

Columns: ``day``, ``service``, ``priority`` (2: counts as having come 90 s earlier), ``queued`` (1:
he waited), ``arrived_s``, ``wait_ended_s``, ``outcome`` (``served`` or ``left``),
``service_start_s``, ``service_end_s`` (seconds after midnight) and ``server``.
"""

import csv
import gzip
import sys
import tempfile
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import chain, count, groupby
from pathlib import Path
from statistics import fmean
from typing import IO, Final

from rich.console import Console

import assets
from bench.forecast import LAST, Scored, Told, first_calls, table
from server.core import events as e
from server.core.calibration import JOINING, Calibration, Seen, learn
from server.core.estimate import forecast
from server.core.evolve import evolve
from server.core.model import DayState, DeskStatus, Foresight, Ticket
from server.core.rules import CounterRule, OpeningPeriod, PriorityRule, Rules, ServiceRule
from server.profile.load import load_office
from server.simulator.days import Day, simulate_day
from server.store.calibration import DAYS

PRIORITY: Final = "2"
CREDIT_S: Final = 90
CAP_S: Final = 24 * 3600
ACTIVE_S: Final = 900
"""A server without a caller for so long has gone (the log does not say when one sits down)."""
LEARN_SHARE: Final = 2 / 3
COLUMNS: Final = (
    *("day", "service", "priority", "queued", "arrived_s", "wait_ended_s"),
    *("outcome", "service_start_s", "service_end_s", "server"),
)


class WrongLog(ValueError):
    """A file that is no log in these columns."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who came, waited or not, and was served or left; seconds after midnight."""

    day: str
    service: str
    is_priority: bool
    queued: bool
    arrived_s: float
    wait_ended_s: float
    server: str = ""
    served_until_s: float | None = None

    @property
    def wait_s(self) -> float:
        """How long he waited."""
        return self.wait_ended_s - self.arrived_s


def load(path: Path) -> list[Caller]:
    """Everybody of the log in order; rows whose clocks contradict each other are left out.

    Raises ``WrongLog`` when columns are missing or hold something else.
    """
    with _opened(path) as file:
        rows = csv.DictReader(file)
        missing = set(COLUMNS) - set(rows.fieldnames or ())
        if missing:
            raise WrongLog(f"{path.name}: no column {', '.join(sorted(missing))}")
        try:
            callers = [caller for row in rows if (caller := _caller(row))]
        except (TypeError, ValueError) as error:
            raise WrongLog(f"{path.name}, line {rows.line_num}: {error}") from error
    return sorted(callers, key=lambda each: (each.day, each.arrived_s))


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def _caller(row: dict[str, str]) -> Caller | None:
    served = row["outcome"] == "served"
    arrived_s = float(row["arrived_s"])
    ended_s = float(row["service_start_s"] if served else row["wait_ended_s"])
    until_s = float(row["service_end_s"]) if served else None
    if ended_s < arrived_s or (until_s is not None and until_s < ended_s):
        return None
    return Caller(
        day=row["day"],
        service=row["service"],
        is_priority=row["priority"] == PRIORITY,
        queued=row["queued"] == "1",
        arrived_s=arrived_s,
        wait_ended_s=ended_s,
        server=row["server"] if served else "",
        served_until_s=until_s,
    )


def back_test(callers: list[Caller]) -> Scored:
    """The forecasts of the later days, each made with what the thirty days before it taught."""
    days = list(_by_day(callers))
    first_judged = int(len(days) * LEARN_SHARE)
    office = _office(chain.from_iterable(days[:first_judged]))
    taught: deque[list[Seen]] = deque(maxlen=DAYS)
    last: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=LAST))
    told: list[Told] = []
    untold = 0
    for number, of_day in enumerate(days):
        is_judged = number >= first_judged
        calibration = learn(chain.from_iterable(taught)) if is_judged else Calibration()
        day = _Lived(office, calibration, of_day, last)
        day.live()
        taught.append(day.seen)
        if is_judged:
            told += day.told
            untold += day.untold
    return Scored(told, untold, untold + len(told))


def _by_day(callers: list[Caller]) -> Iterator[list[Caller]]:
    for _, of_day in groupby(callers, key=lambda each: each.day):
        yield list(of_day)


def _office(callers: Iterable[Caller]) -> Rules:
    """Who serves what, and how long it takes: as in the days before."""
    lengths: dict[str, list[float]] = defaultdict(list)
    skills: dict[str, set[str]] = defaultdict(set)
    for each in callers:
        if each.served_until_s is not None:
            lengths[each.service].append(each.served_until_s - each.wait_ended_s)
            skills[each.server].add(each.service)
    return Rules(
        office="log",
        zone="UTC",
        services=tuple(
            ServiceRule(service, "", 1, 10**9, 1, max(1, round(fmean(of))))
            for service, of in sorted(lengths.items())
        ),
        counters=tuple(
            CounterRule(server, tuple(sorted(of))) for server, of in sorted(skills.items())
        ),
        priorities=(PriorityRule(PRIORITY, CREDIT_S),),
        clerks=tuple(sorted(skills)),
        cap_s=CAP_S,
        recall_limit=1,
        sessions=tuple(OpeningPeriod(weekday, 0, 24 * 60) for weekday in range(7)),
        kiosk_lead_min=0,
        pause_reasons=(),
        transfer_reasons=(),
        hold_reasons=(),
        outcomes=(),
    )


class _Lived:
    """One day of the log, lived through by the core; forecasts are made as people come.

    ``seen`` is what it teaches, ``told`` and ``untold`` how its forecasts came out.
    """

    def __init__(
        self,
        office: Rules,
        calibration: Calibration,
        callers: list[Caller],
        last: dict[str, deque[float]],
    ) -> None:
        self._callers = [c for c in callers if c.service in office.service_by_id]
        self._last = last
        self._midnight = datetime.fromisoformat(callers[0].day).replace(tzinfo=UTC)
        opened = e.DayOpened(self._midnight, callers[0].day, office)
        self._state = replace(evolve(DayState(), opened), foresight=Foresight(calibration))
        self._known = office.counter_by_id
        self.seen: list[Seen] = []
        self.told: list[Told] = []
        self.untold = 0

    def live(self) -> None:
        """Let it happen, in the order of time."""
        order, to_come = count(), list[tuple[float, int, str, Caller]]()

        def expect(moment_s: float, what: str, caller: Caller) -> None:
            heappush(to_come, (moment_s, next(order), what, caller))

        for caller in self._callers:
            expect(caller.arrived_s, "comes", caller)
            if caller.served_until_s is None:
                expect(caller.wait_ended_s, "leaves", caller)
            elif caller.server in self._known:
                expect(caller.wait_ended_s, "called", caller)
                expect(caller.served_until_s, "done", caller)
                expect(caller.served_until_s + ACTIVE_S, "idle", caller)
            else:
                # By somebody of whom the days before knew nothing.
                expect(caller.wait_ended_s, "leaves", caller)
        names = {id(caller): f"t{number}" for number, caller in enumerate(self._callers)}
        happens = {
            "comes": self._comes,
            "leaves": self._leaves,
            "called": self._called,
            "done": self._done,
            "idle": self._idle,
        }
        while to_come:
            moment_s, _, what, caller = heappop(to_come)
            happens[what](self._midnight + timedelta(seconds=moment_s), names[id(caller)], caller)

    def _happened(self, fact: e.Event) -> None:
        self._state = evolve(self._state, fact)

    def _comes(self, at: datetime, ticket: str, caller: Caller) -> None:
        priority = PRIORITY if caller.is_priority else ""
        number = len(self._state.issued) + 1
        joining = Ticket(
            ticket, str(number), self._state.version + 1, caller.service, priority, at, at
        )
        if caller.queued and caller.served_until_s is not None:
            self._foretell(joining, at, caller)
        self._happened(
            e.TicketIssued(at, ticket, str(number), number, caller.service, priority, 0, None, None)
        )

    def _foretell(self, joining: Ticket, at: datetime, caller: Caller) -> None:
        told = forecast(self._state, joining, at)
        if told.wait is None:
            self.untold += 1
            return
        wait, waits = told.wait, self._last[caller.service]
        usual_s = fmean(waits) if waits else None
        name = "priority" if caller.is_priority else ""
        self.told.append(Told(name, wait.low_s, wait.likely_s, wait.high_s, usual_s, caller.wait_s))
        self.seen.append(
            Seen(JOINING, caller.service, joining.priority, told.ahead, wait.work_s, caller.wait_s)
        )

    def _leaves(self, at: datetime, ticket: str, _caller: Caller) -> None:
        self._happened(e.TicketCancelled(at, ticket, "left"))

    def _called(self, at: datetime, ticket: str, caller: Caller) -> None:
        server = caller.server
        desk = self._state.desks[server]
        if desk.status is DeskStatus.CLOSED:
            self._happened(e.CounterOpened(at, server, server))
        elif desk.ticket:
            # Clocks a few seconds apart: nobody serves two at once.
            self._happened(e.TicketCompleted(at, desk.ticket, server, server, ""))
        self._happened(e.TicketCalled(at, ticket, server, server, "oldest", ()))
        self._happened(e.ServiceStarted(at, ticket, server, server))
        if caller.queued:
            self._last[caller.service].append(caller.wait_s)

    def _done(self, at: datetime, ticket: str, caller: Caller) -> None:
        if self._state.desks[caller.server].ticket == ticket:
            self._happened(e.TicketCompleted(at, ticket, caller.server, caller.server, ""))

    def _idle(self, at: datetime, _ticket: str, caller: Caller) -> None:
        desk = self._state.desks[caller.server]
        quiet = desk.since_at is None or at - desk.since_at >= timedelta(seconds=ACTIVE_S)
        if desk.status is DeskStatus.OPEN and not desk.ticket and quiet:
            self._happened(e.CounterClosed(at, caller.server, caller.server))


NEED_NOT_WAIT_S: Final = 20
"""In a generated log: who is called within these seconds did not wait."""


def generate(path: Path, seeds: int) -> None:
    """Write a log in these columns: so many simulated weeks of the demo ward."""
    profile = load_office(assets.OFFICES / "ward-hoa-binh.toml")
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for seed in range(seeds):
            for weekday in range(5):
                day = datetime(2026, 1, 5) + timedelta(weeks=seed, days=weekday)
                rows.writerows(_rows(day.date().isoformat(), simulate_day(profile, seed, weekday)))


def _rows(name: str, day: Day) -> Iterator[tuple[str | int | float, ...]]:
    calls, midnight = first_calls(day), day.facts[0].at
    ends: dict[str, datetime] = {}
    desks: dict[str, str] = {}
    for fact in day.facts:
        if isinstance(fact, e.TicketCalled) and calls.get(fact.ticket) == fact.at:
            desks[fact.ticket] = fact.counter
        elif isinstance(fact, e.TicketCompleted | e.LegCompleted | e.TicketTransferred):
            ends.setdefault(fact.ticket, fact.at)
    for fact in day.facts:
        if isinstance(fact, e.TicketIssued) and fact.ticket in ends:
            came_s, called_s, ended_s = (
                round((moment - midnight).total_seconds())
                for moment in (fact.at, calls[fact.ticket], ends[fact.ticket])
            )
            kind = PRIORITY if fact.priority else "0"
            waited = int(called_s - came_s > NEED_NOT_WAIT_S)
            yield (
                *(name, fact.service, kind, waited, came_s, called_s),
                *("served", called_s, ended_s, desks[fact.ticket]),
            )


def main(named: list[str]) -> None:
    """Of the file that is named, or of a generated one."""
    console = Console()
    if named:
        path = Path(named[0])
        scored = back_test(load(path))
        console.print(table(path.name, scored))
    else:
        with tempfile.TemporaryDirectory(prefix="denluot-bench-") as folder:
            path = Path(folder) / "generated.csv"
            generate(path, 12)
            scored = back_test(load(path))
        console.print(table("a GENERATED log (no real one was named)", scored))
    console.print(f"{scored.untold} of {scored.issued} were told nothing")


if __name__ == "__main__":
    main(sys.argv[1:])
