"""The counts of a day again, from its log alone: every event by hand, undo by its version."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from server.core import events as e

UNDOABLE = (
    e.TicketCalled,
    e.ServiceStarted,
    e.TicketCompleted,
    e.LegCompleted,
    e.TicketMissed,
    e.TicketHeld,
    e.TicketTransferred,
    e.CounterPaused,
    e.CounterResumed,
)
"""What a clerk may take back; a call over the loudspeaker and further stops are not among it."""


@dataclass(frozen=True)
class Life:
    """What the counts need to know of a ticket."""

    arrived_at: datetime
    service: str
    first_called_at: datetime | None = None
    started_at: datetime | None = None


@dataclass
class Recount:
    """``counts`` by (service, what); ``waits`` by (service, whole minutes); sums in seconds."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    waits: Counter[tuple[str, int]] = field(default_factory=Counter)
    wait_s: dict[str, float] = field(default_factory=dict)
    service_s: dict[str, float] = field(default_factory=dict)
    served: Counter[str] = field(default_factory=Counter)
    served_by: Counter[str] = field(default_factory=Counter)
    served_by_s: dict[str, float] = field(default_factory=dict)
    priorities: Counter[str] = field(default_factory=Counter)
    lives: dict[str, Life] = field(default_factory=dict)
    _before: dict[int, Life] = field(default_factory=dict)
    _facts: dict[int, e.TicketEvent] = field(default_factory=dict)

    @classmethod
    def of(cls, log: Iterable[e.Event]) -> "Recount":
        """The counts this log makes."""
        counted = cls()
        for version, fact in enumerate(log, start=1):
            if isinstance(fact, e.TicketEvent):
                counted.take(version, fact)
        return counted

    def take(self, version: int, fact: e.TicketEvent) -> None:
        """One more event of some ticket."""
        if isinstance(fact, e.TicketIssued):
            self.lives[fact.ticket] = Life(fact.at, fact.service)
            self.counts[fact.service, "issued"] += 1
            self.priorities[fact.priority] += bool(fact.priority)
            return
        if isinstance(fact, e.ActionUndone):
            before = self._before[fact.undone_version]
            self._count(self._facts[fact.undone_version], before, -1)
            self.lives[fact.ticket] = before
            return
        if isinstance(fact, e.TicketRemark):
            return
        if isinstance(fact, e.PriorityAdded):
            self.priorities[fact.priority] += bool(fact.priority)
        life = self.lives[fact.ticket]
        self._before[version], self._facts[version] = life, fact
        self._count(fact, life, 1)
        self.lives[fact.ticket] = self._lived(fact, life)

    def _lived(self, fact: e.TicketEvent, life: Life) -> Life:
        if isinstance(fact, e.TicketCalled):
            return replace(life, first_called_at=life.first_called_at or fact.at)
        if isinstance(fact, e.ServiceStarted):
            return replace(life, started_at=fact.at)
        if isinstance(fact, e.TicketTransferred | e.LegCompleted):
            return replace(life, service=fact.service, started_at=None)
        return replace(life, started_at=None) if isinstance(fact, e.TicketReturned) else life

    def _count(self, fact: e.TicketEvent, life: Life, times: int) -> None:
        of = life.service
        if isinstance(fact, e.TicketCalled):
            self.counts[of, "chosen"] += times * (fact.why == "chosen")
            if life.first_called_at is None:
                waited_s = (fact.at - life.arrived_at).total_seconds()
                self.counts[of, "called"] += times
                self.waits[of, min(max(0, int(waited_s // 60)), 480)] += times
                self.wait_s[of] = self.wait_s.get(of, 0) + times * waited_s
        elif isinstance(fact, e.TicketCompleted | e.LegCompleted):
            self.counts[of, "completed"] += times * isinstance(fact, e.TicketCompleted)
            self.counts[of, "service_count"] += times
            served_s = (fact.at - (life.started_at or fact.at)).total_seconds()
            self.service_s[of] = self.service_s.get(of, 0) + times * served_s
            self.served[fact.counter] += times
            self.served_by[fact.clerk] += times
            before_s = self.served_by_s.get(fact.clerk, 0)
            self.served_by_s[fact.clerk] = before_s + times * served_s
        elif isinstance(fact, e.TicketMissed):
            self.counts[of, "no_show"] += times
        elif isinstance(fact, e.TicketTransferred):
            self.counts[of, "transferred"] += times
        elif isinstance(fact, e.TicketCancelled):
            self.counts[of, "cancelled"] += times


def may_undo(log: list[e.Event], counter: str, clerk: str, at: datetime, undo_s: float) -> int:
    """The version an undo at this desk takes back now, by the log alone; 0: none."""
    for version in range(len(log), 0, -1):
        fact = log[version - 1]
        if isinstance(fact, e.RulesChanged):
            return 0
        if isinstance(fact, e.CounterOpened) and (fact.counter, fact.clerk) == (counter, clerk):
            continue  # who sits down where he sits already has changed nothing
        if isinstance(fact, e.TicketReturned | e.TicketRemark | e.ServicesAssigned):
            continue
        if getattr(fact, "counter", "") != counter:
            continue
        ours = isinstance(fact, UNDOABLE) and fact.clerk == clerk
        in_time = (at - fact.at).total_seconds() <= undo_s
        return version if ours and in_time and _is_the_last(log, version) else 0
    return 0


def _is_the_last(log: list[e.Event], version: int) -> bool:
    """Whether nothing was built on this event of a ticket."""
    fact = log[version - 1]
    later = [each for each in log[version:] if not isinstance(each, e.TicketRemark)]
    return not isinstance(fact, e.TicketEvent) or all(
        not isinstance(each, e.TicketEvent) or each.ticket != fact.ticket for each in later
    )
