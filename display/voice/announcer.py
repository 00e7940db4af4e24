"""The queue of announcements: each is spoken once, in order. Pure.

More urgent kinds go first; within a kind, the order of the calls. An announcement whose turn comes
too late is not spoken (the screen has shown it) but returned by ``unspoken``, so that it can be
logged.

Of several displays in a hall one speaks. The others go through the same queue at the same pace
silently and keep what no display has confirmed; a display that takes over speaks just that. A
display that loses its connection and knows of others falls silent.
"""

from bisect import insort
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from server.protocol.messages import CallNotice

MAX_WAITING: Final = 200
HANDOVER_S: Final = 3.0
CUT_OFF_S: Final = 3.0
_DAYS_REMEMBERED: Final = 2


class Kind(StrEnum):
    """What an announcement is, the most urgent first."""

    SAFETY = "safety"
    CALL = "call"
    RECALL = "recall"
    LATE = "late"
    CLOSING = "closing"
    WELCOME = "welcome"


MAX_AGE_S: Final = {
    Kind.SAFETY: 300.0,
    Kind.CALL: 90.0,
    Kind.RECALL: 90.0,
    Kind.LATE: 120.0,
    Kind.CLOSING: 300.0,
    Kind.WELCOME: 120.0,
}
"""After this many seconds of office time an announcement is not spoken any more."""

_RANK: Final = {kind: rank for rank, kind in enumerate(Kind)}
Order = tuple[int, str, int, str]


@dataclass(frozen=True, slots=True)
class Announcement:
    """One thing to say; ``n`` identifies it (``day/version``), ``called_at`` is office time.

    A call has label and counter; ``language`` is what its ticket asks for beside Vietnamese.
    Anything else is a whole sentence, ``unit`` (``assets.voicebank.units``).
    """

    n: str
    called_at: datetime
    label: str
    counter: str
    recall_count: int
    kind: Kind = Kind.CALL
    language: str = ""
    unit: str = ""

    @property
    def order(self) -> Order:
        """Sorts by urgency, then like the day's numbering, the version as a number."""
        day, _, version = self.n.partition("/")
        return _RANK[self.kind], day, len(version), version


def of_notice(notice: CallNotice) -> Announcement:
    """The call a notice tells of."""
    return Announcement(
        n=notice.n,
        called_at=notice.at,
        label=notice.label,
        counter=notice.counter,
        recall_count=notice.recall_count,
        kind=Kind.RECALL if notice.recall_count else Kind.CALL,
        language=notice.language,
    )


class Announcer:
    """The waiting announcements and the current one. Time is passed in with every call."""

    def __init__(self, max_waiting: int = MAX_WAITING) -> None:
        self._max_waiting = max_waiting
        self._waiting: list[Announcement] = []
        self._unspoken: list[Announcement] = []
        self._heard = _Memory()
        self._settled = _Memory()
        self._current: Announcement | None = None
        self._is_aloud = False
        # When the turn of each announcement ended that passed silently and is not confirmed.
        self._passed: dict[Announcement, datetime] = {}
        self._speaks = True
        self._speaks_from: datetime | None = None
        self._has_company = False
        self._cut_off_at: datetime | None = None

    @property
    def current(self) -> Announcement | None:
        """The announcement whose turn it is, if any."""
        return self._current

    @property
    def is_aloud(self) -> bool:
        """Whether this display speaks the current announcement, or another one does."""
        return self._current is not None and self._is_aloud

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        """What is still to come, next one first."""
        return tuple(self._waiting)

    @property
    def unsettled(self) -> tuple[Announcement, ...]:
        """Announcements that passed silently here and were not confirmed by another display."""
        return tuple(self._passed)

    def heard(self, notice: CallNotice, now: datetime) -> bool:
        """Take in a notice; ``False`` when it was known already (a replay)."""
        return self.add(of_notice(notice), now)

    def add(self, announcement: Announcement, now: datetime) -> bool:
        """Take in an announcement; ``False`` when it was known or spoken elsewhere already."""
        if not self._heard.is_new(announcement.n) or announcement.n in self._settled:
            return False
        if _is_late(announcement, now):
            self._unspoken.append(announcement)
        else:
            self._line_up(announcement)
        return True

    def next(self, now: datetime) -> Announcement | None:
        """Begin the next turn; ``None`` while one lasts, or nothing is to be said yet."""
        if self._current is not None:
            return None
        if self._cut_off_at is not None and _after(self._cut_off_at, CUT_OFF_S) <= now:
            self._cut_off_at, self._speaks = None, False
        self._let_go(now)
        if self.retry_after_s(now) is not None:
            return None
        if self._may_speak(now):
            for announcement in list(self._passed):
                del self._passed[announcement]
                self._line_up(announcement)
        if not self._waiting:
            return None
        self._current, self._is_aloud = self._waiting.pop(0), self._may_speak(now)
        return self._current

    def finished(self, now: datetime) -> Announcement | None:
        """The turn has ended. Returns the announcement if it was spoken here, so that the others
        are told.
        """
        ended, aloud = self._current, self.is_aloud
        self._current = None
        if ended is None:
            return None
        if aloud:
            self._settled.is_new(ended.n)
            return ended
        if ended.n not in self._settled:
            self._passed[ended] = now
        return None

    @property
    def speaks(self) -> bool:
        """Whether this display is the one that is heard."""
        return self._speaks

    def speak(self, speaks: bool, now: datetime, *, others: bool = False) -> None:
        """Whether this display is to speak from now on; ``others``: some other could as well.

        What it is saying it says to its end. A new speaker begins ``HANDOVER_S`` later, when the
        old one has fallen silent and confirmed its last announcement.
        """
        self._cut_off_at, self._has_company = None, others or not speaks
        if speaks and not self._speaks:
            self._speaks_from = _after(now, HANDOVER_S)
        self._speaks = speaks

    def cut_off(self, now: datetime) -> None:
        """The link is lost: where there are other displays, one of them may take over.

        A display that knows of others begins nothing more, and is silent for good ``CUT_OFF_S``
        later, until it is told to ``speak``; one that knows of none goes on.
        """
        if self._has_company and self._speaks:
            self._cut_off_at = now

    def settle(self, n: str) -> None:
        """Another display has spoken ``n`` to its end."""
        self._has_company = True
        self._settled.is_new(n)
        self._waiting = [each for each in self._waiting if each.n != n]
        self._passed = {each: at for each, at in self._passed.items() if each.n != n}

    def retry_after_s(self, now: datetime) -> float | None:
        """Seconds until ``next`` should be called again although nothing happens; ``None`` for no
        need. The queue waits for the speaker's confirmation of the last announcement, at most
        ``HANDOVER_S``: so all displays keep step, and a new speaker interrupts nobody.
        """
        ends = [_after(at, HANDOVER_S) for at in self._passed.values()]
        if self._cut_off_at is not None:
            ends.append(_after(self._cut_off_at, CUT_OFF_S))
        if self._passed and self._speaks and self._speaks_from is not None:
            ends.append(self._speaks_from)
        last = max(ends, default=now)
        return (last - now).total_seconds() if last > now else None

    def unspoken(self) -> tuple[Announcement, ...]:
        """What was shown but not spoken since the last time this was asked."""
        taken, self._unspoken = tuple(self._unspoken), []
        return taken

    def _may_speak(self, now: datetime) -> bool:
        return self._speaks and (self._speaks_from is None or now >= self._speaks_from)

    def _let_go(self, now: datetime) -> None:
        """Drop announcements that are too old; those this display should have spoken go to
        ``unspoken``.
        """
        late = [each for each in self._waiting if _is_late(each, now)]
        stale = [each for each in self._passed if _is_late(each, now)]
        self._waiting = [each for each in self._waiting if each not in late]
        for each in stale:
            del self._passed[each]
        self._unspoken += late + (stale if self._speaks else [])

    def _line_up(self, announcement: Announcement) -> None:
        insort(self._waiting, announcement, key=lambda each: each.order)
        while len(self._waiting) > self._max_waiting:
            least = self._waiting[-1].kind
            oldest = next(each for each in self._waiting if each.kind is least)
            self._waiting.remove(oldest)
            self._unspoken.append(oldest)


class _Memory:
    """Numbers of the last two days; a day before those counts as known."""

    def __init__(self) -> None:
        self._days: dict[str, set[str]] = {}

    def __contains__(self, n: str) -> bool:
        return n in self._days.get(n.partition("/")[0], ())

    def is_new(self, n: str) -> bool:
        """Remember ``n``; whether it was not known."""
        day = n.partition("/")[0]
        if day not in self._days:
            days = sorted({*self._days, day})[-_DAYS_REMEMBERED:]
            if day not in days:
                return False
            self._days = {each: self._days.get(each, set()) for each in days}
        known = self._days[day]
        if n in known:
            return False
        known.add(n)
        return True


def _after(moment: datetime, seconds: float) -> datetime:
    return moment + timedelta(seconds=seconds)


def _is_late(announcement: Announcement, now: datetime) -> bool:
    return (now - announcement.called_at).total_seconds() > MAX_AGE_S[announcement.kind]
