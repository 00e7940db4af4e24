"""Opening discipline (S2-18): when each desk opened, paused and last called, against its hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server.core import events as e
from server.core.calendar import Stretch, stretches
from server.core.rules import Rules


@dataclass(frozen=True, slots=True)
class DeskDay:
    """One desk's day. Lengths in seconds; ``None`` where it never happened.

    ``late_s`` is how long after the beginning of the first session it was ready, 0 when it was in
    time; ``open_s`` how long it was ready or serving within the sessions of the day, ``hours_s``
    how long those were.
    """

    counter: str
    first_ready_at: datetime | None
    late_s: float | None
    last_call_at: datetime | None
    closed_at: datetime | None
    pauses: int
    paused_s: float
    open_s: float
    hours_s: float
    calls: int
    completed: int
    clerks: tuple[str, ...]


@dataclass(slots=True)
class _Desk:
    first_ready_at: datetime | None = None
    open_since: datetime | None = None
    paused_since: datetime | None = None
    last_call_at: datetime | None = None
    closed_at: datetime | None = None
    pauses: int = 0
    paused_s: float = 0.0
    calls: int = 0
    completed: int = 0
    clerks: tuple[str, ...] = ()
    open_spans: tuple[tuple[datetime, datetime], ...] = ()


def desk_days(day: str, stood: Iterable[e.Event], rules: Rules) -> tuple[DeskDay, ...]:
    """Every desk of the office, in its order; ``stood`` are events without what was undone."""
    desks = {counter.id: _Desk() for counter in rules.counters}
    last_at: datetime | None = None
    for fact in stood:
        last_at = fact.at
        counter = getattr(fact, "counter", "")
        if counter in desks:
            _happened(desks[counter], fact)
    for desk in desks.values():
        if last_at is not None:
            _ended(desk, last_at)
    hours = stretches(rules, day)
    return tuple(_told(counter, desk, hours) for counter, desk in desks.items())


def _happened(desk: _Desk, fact: e.Event) -> None:
    match fact:
        case e.CounterOpened():
            desk.first_ready_at = desk.first_ready_at or fact.at
            _end_pause(desk, fact.at)
            desk.open_since = desk.open_since or fact.at
            desk.closed_at = None
            if fact.clerk not in desk.clerks:
                desk.clerks = (*desk.clerks, fact.clerk)
        case e.CounterPaused():
            _end_open(desk, fact.at)
            desk.paused_since = fact.at
            desk.pauses += 1
        case e.CounterResumed():
            _end_pause(desk, fact.at)
            desk.open_since = fact.at
        case e.CounterClosed():
            _ended(desk, fact.at)
            desk.closed_at = fact.at
        case e.TicketCalled():
            desk.calls += 1
            desk.last_call_at = fact.at
        case e.TicketCompleted() | e.LegCompleted():
            desk.completed += 1


def _ended(desk: _Desk, at: datetime) -> None:
    _end_open(desk, at)
    _end_pause(desk, at)


def _end_open(desk: _Desk, at: datetime) -> None:
    if desk.open_since is not None:
        desk.open_spans = (*desk.open_spans, (desk.open_since, at))
        desk.open_since = None


def _end_pause(desk: _Desk, at: datetime) -> None:
    if desk.paused_since is not None:
        desk.paused_s += (at - desk.paused_since).total_seconds()
        desk.paused_since = None


def _told(counter: str, desk: _Desk, hours: tuple[Stretch, ...]) -> DeskDay:
    late_s = None
    if desk.first_ready_at is not None and hours:
        late_s = max(0.0, (desk.first_ready_at - hours[0].opens_at).total_seconds())
    return DeskDay(
        counter=counter,
        first_ready_at=desk.first_ready_at,
        late_s=late_s,
        last_call_at=desk.last_call_at,
        closed_at=desk.closed_at,
        pauses=desk.pauses,
        paused_s=desk.paused_s,
        open_s=sum(_within(span, hours) for span in desk.open_spans),
        hours_s=sum((each.closes_at - each.opens_at).total_seconds() for each in hours),
        calls=desk.calls,
        completed=desk.completed,
        clerks=desk.clerks,
    )


def _within(span: tuple[datetime, datetime], hours: tuple[Stretch, ...]) -> float:
    begin, end = span
    return sum(
        max(0.0, (min(end, each.closes_at) - max(begin, each.opens_at)).total_seconds())
        for each in hours
    )
