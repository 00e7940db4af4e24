"""The queue of announcements: each call is spoken once, in order, one at a time. Pure.

First calls go before reminders; within each, the order of the calls. A call whose turn comes too
late is not spoken any more (the screen has shown it all along) but handed out by ``unspoken``, so
that nothing disappears without a trace.
"""

from bisect import insort
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from server.protocol.messages import CallNotice

MAX_AGE_S: Final = 90.0
MAX_WAITING: Final = 200
_DAYS_REMEMBERED: Final = 2

Order = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Announcement:
    """One call to speak; ``n`` is the notice's number, ``called_at`` office time."""

    n: str
    called_at: datetime
    label: str
    counter: str
    recall_count: int

    @property
    def order(self) -> Order:
        """Sorts like the day's numbering: ``day/version``, the version as a number."""
        day, _, version = self.n.rpartition("/")
        return day, len(version), version


class Announcer:
    """Waiting announcements and the one being spoken.

    ``max_age_s`` is in seconds of office time. Time comes in with every question.
    """

    def __init__(self, max_age_s: float = MAX_AGE_S, max_waiting: int = MAX_WAITING) -> None:
        self._max_age = timedelta(seconds=max_age_s)
        self._max_waiting = max_waiting
        self._first: list[Announcement] = []
        self._again: list[Announcement] = []
        self._unspoken: list[Announcement] = []
        self._heard: dict[str, set[str]] = {}
        self._current: Announcement | None = None

    @property
    def current(self) -> Announcement | None:
        """The announcement being spoken, if any."""
        return self._current

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        """What is still to be spoken, next one first."""
        return (*self._first, *self._again)

    def heard(self, notice: CallNotice, now: datetime) -> bool:
        """Take in a notice; ``False`` when it was known already (a replay)."""
        if not self._is_new(notice.n):
            return False
        announcement = Announcement(
            n=notice.n,
            called_at=notice.at,
            label=notice.label,
            counter=notice.counter,
            recall_count=notice.recall_count,
        )
        if self._is_late(announcement, now):
            self._unspoken.append(announcement)
        else:
            line = self._again if announcement.recall_count else self._first
            insort(line, announcement, key=lambda each: each.order)
            self._shorten()
        return True

    def next(self, now: datetime) -> Announcement | None:
        """Begin the next announcement; ``None`` while one is spoken or nothing is to be said."""
        if self._current is not None:
            return None
        for line in (self._first, self._again):
            while line:
                announcement = line.pop(0)
                if not self._is_late(announcement, now):
                    self._current = announcement
                    return announcement
                self._unspoken.append(announcement)
        return None

    def finished(self) -> None:
        """The announcement being spoken has ended."""
        self._current = None

    def unspoken(self) -> tuple[Announcement, ...]:
        """Calls that were shown but not spoken since the last time this was asked."""
        taken, self._unspoken = tuple(self._unspoken), []
        return taken

    def _is_new(self, n: str) -> bool:
        """Remember ``n``. Days before the last two are forgotten whole, and count as known."""
        day = n.rpartition("/")[0]
        if day not in self._heard:
            days = sorted({*self._heard, day})[-_DAYS_REMEMBERED:]
            if day not in days:
                return False
            self._heard = {each: self._heard.get(each, set()) for each in days}
        known = self._heard[day]
        if n in known:
            return False
        known.add(n)
        return True

    def _is_late(self, announcement: Announcement, now: datetime) -> bool:
        return now - announcement.called_at > self._max_age

    def _shorten(self) -> None:
        while len(self._first) + len(self._again) > self._max_waiting:
            heads = [line for line in (self._first, self._again) if line]
            oldest = min(heads, key=lambda line: line[0].order)
            self._unspoken.append(oldest.pop(0))
