"""What this kiosk may give by itself and what it has given. Pure; the core of working offline.

No number is given twice, because there is one way to give one: ``Book.free`` finds the first number
of a range of today that no slip of today has, and ``Book.given`` is written to the disk before the
number is shown. Labels come from the server with the range; nothing here composes one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Final

MOST_REFUSED: Final = 500
"""Refused slips kept for staff to look at; of more only the newest are kept."""


class LedgerFault(Exception):
    """Nothing can be written now: the disk is full or broken, or another program has the file."""


class Fate(StrEnum):
    """What the server did with a slip; ``dismissed``: refused, and staff have seen to it."""

    UNSENT = "unsent"
    RECORDED = "recorded"
    REFUSED = "refused"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers of a service that the server keeps for this kiosk, for one business day.

    ``ask`` is the id of the command that asked for it: asked again, the same server gives the same
    answer. ``labels`` are those of ``first`` and the following numbers; none: not answered yet.
    ``prefix`` is that of the service when it was asked for.
    """

    ask: str
    day: str
    service: str
    prefix: str
    first: int = 0
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """A number that was given without the server.

    ``instead_of`` is the ticket that was asked for online without an answer (docs: ``desk.py``).
    ``code`` says why it was refused. ``retimed``: the clock was too far off, ``issued_at`` is the
    server's time of the merge instead.
    """

    ticket: str
    day: str
    service: str
    number: int
    label: str
    issued_at: datetime
    priority: str = ""
    language: str = ""
    procedure: str = ""
    instead_of: str = ""
    fate: Fate = Fate.UNSENT
    code: str = ""
    retimed: bool = False

    @property
    def command(self) -> str:
        """The id under which the server is told: the same however often."""
        return f"offline.{self.ticket}{'.late' if self.retimed else ''}"


@dataclass(frozen=True, slots=True)
class ClockPair:
    """Two clocks at one moment: the office's and this machine's. Both aware."""

    office_at: datetime
    machine_at: datetime


@dataclass(frozen=True, slots=True)
class FreeNumber:
    """A number that may be given now."""

    number: int
    label: str


@dataclass(frozen=True)
class Book:
    """Ranges by ``ask`` and slips by ticket, both in the order in which they came."""

    ranges: dict[str, Range] = field(default_factory=dict)
    slips: dict[str, Slip] = field(default_factory=dict)
    seen: ClockPair | None = None

    # -- questions

    def free(self, day: str, service: str, prefix: str) -> FreeNumber | None:
        """The next number of ``service`` on ``day``; ``None`` when there is none (any more)."""
        return next(self._free(day, service, prefix), None)

    def left(self, day: str, service: str, prefix: str) -> int:
        """How many numbers could be given."""
        return sum(1 for _ in self._free(day, service, prefix))

    def ranges_of(self, day: str, service: str, prefix: str) -> list[Range]:
        """The ranges that were asked for, answered or not."""
        wanted = (day, service, prefix)
        ranges = self.ranges.values()
        return [each for each in ranges if (each.day, each.service, each.prefix) == wanted]

    def with_fate(self, fate: Fate) -> list[Slip]:
        """The slips of this fate, in the order in which they were given."""
        return [each for each in self.slips.values() if each.fate is fate]

    def wants(self, day: str, service: str, prefix: str) -> bool:
        """Whether to ask for a range: there is none yet, or half of the usual size is used up."""
        own = [each for each in self.ranges_of(day, service, prefix) if each.labels]
        usual = max((len(each.labels) for each in own), default=1)
        return 2 * self.left(day, service, prefix) < usual or not own

    # -- changes

    def asked(self, wanted: Range) -> "Book":
        """A range is about to be asked for."""
        return replace(self, ranges=self.ranges | {wanted.ask: wanted})

    def kept(self, ask: str, first: int, labels: tuple[str, ...]) -> "Book":
        """The server's answer; if it differs from an earlier one the server has another log, and
        the old range is void.
        """
        return self.asked(replace(self.ranges[ask], first=first, labels=labels))

    def dropped(self, ask: str) -> "Book":
        """A range that the server does not (or no longer) keep for us."""
        return replace(self, ranges={k: each for k, each in self.ranges.items() if k != ask})

    def given(self, slip: Slip, machine_at: datetime) -> "Book":
        """A number was given. Raises ``ValueError`` when it was given before."""
        if slip.ticket in self.slips or slip.label in self._labels(slip.day):
            raise ValueError(f"{slip.label} was given before")
        seen = ClockPair(slip.issued_at, machine_at)
        return replace(self, slips=self.slips | {slip.ticket: slip}, seen=seen)

    def settled(self, ticket: str, fate: Fate, code: str = "") -> "Book":
        """The server has taken a slip, or refused it for good."""
        slip = replace(self.slips[ticket], fate=fate, code=code)
        return replace(self, slips=self.slips | {ticket: slip})

    def retimed(self, ticket: str, at: datetime) -> "Book":
        """The slip's time becomes ``at``, because the clock was too far off: it queues like one
        issued now.
        """
        slip = replace(self.slips[ticket], issued_at=at, retimed=True)
        return replace(self, slips=self.slips | {ticket: slip})

    def looked(self, seen: ClockPair) -> "Book":
        """Remember both clocks at one moment."""
        return replace(self, seen=seen)

    def turned(self, day: str) -> "Book":
        """Another business day: ranges are void, and settled slips are dropped."""
        refused = [each.ticket for each in self.with_fate(Fate.REFUSED)][-MOST_REFUSED:]
        keep = {*refused, *(each.ticket for each in self.with_fate(Fate.UNSENT))}
        slips = {k: each for k, each in self.slips.items() if each.day == day or k in keep}
        ranges = {k: each for k, each in self.ranges.items() if each.day == day}
        if len(slips) == len(self.slips) and len(ranges) == len(self.ranges):
            return self
        return replace(self, ranges=ranges, slips=slips)

    def dismissed(self) -> "Book":
        """Staff have looked at the refused slips."""
        seen_to = {s.ticket: replace(s, fate=Fate.DISMISSED) for s in self.with_fate(Fate.REFUSED)}
        return replace(self, slips=self.slips | seen_to)

    def _free(self, day: str, service: str, prefix: str) -> Iterator[FreeNumber]:
        taken = self._labels(day)
        for each in self.ranges_of(day, service, prefix):
            for place, label in enumerate(each.labels):
                if label not in taken:
                    yield FreeNumber(each.first + place, label)

    def _labels(self, day: str) -> set[str]:
        return self._labels_by_day.get(day, set())

    @cached_property
    def _labels_by_day(self) -> dict[str, set[str]]:
        # Called for every service with every view.
        labels: dict[str, set[str]] = {}
        for slip in self.slips.values():
            labels.setdefault(slip.day, set()).add(slip.label)
        return labels
