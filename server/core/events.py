"""What happened, in the past tense. An event is a fact: evolve cannot refuse it.

The class name is the stored kind; a change of shape means a new schema number and an upcaster
in ``server/store/serialise.py``. No event holds a name or number of a citizen (domain.md B4).
"""

from dataclasses import dataclass
from datetime import datetime

from server.core.rules import Rules


@dataclass(frozen=True, slots=True)
class Event:
    """A fact of the day, at a moment in UTC."""

    at: datetime


@dataclass(frozen=True, slots=True)
class DayOpened(Event):
    """A business day began. ``day`` is the office's own date, ISO."""

    day: str
    rules: Rules


@dataclass(frozen=True, slots=True)
class RulesChanged(Event):
    """The office works under other rules from now on."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class DayClosed(Event):
    """The day ended."""


@dataclass(frozen=True, slots=True)
class TicketEvent(Event):
    """Something happened to a ticket."""

    ticket: str


@dataclass(frozen=True, slots=True)
class TicketIssued(TicketEvent):
    """A number was given.

    ``ahead`` and ``wait_low_s``/``wait_high_s`` are what the citizen was told (``None``: the
    wait could not honestly be told), kept to be judged against what happened.
    """

    label: str
    number: int
    service: str
    priority: str
    ahead: int
    wait_low_s: int | None
    wait_high_s: int | None


@dataclass(frozen=True, slots=True)
class TicketCalled(TicketEvent):
    """A desk called the ticket. ``why`` is a code of ``explain.py`` with its parameters."""

    counter: str
    clerk: str
    why: str
    why_params: tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class TicketRecalled(TicketEvent):
    """The desk called again; ``recall_count`` counts from 1."""

    counter: str
    clerk: str
    recall_count: int


@dataclass(frozen=True, slots=True)
class ServiceStarted(TicketEvent):
    """The citizen came to the desk."""

    counter: str
    clerk: str


@dataclass(frozen=True, slots=True)
class TicketCompleted(TicketEvent):
    """Service ended with an outcome code."""

    counter: str
    clerk: str
    outcome: str


@dataclass(frozen=True, slots=True)
class TicketMissed(TicketEvent):
    """Called, and nobody came."""

    counter: str
    clerk: str


@dataclass(frozen=True, slots=True)
class TicketHeld(TicketEvent):
    """Sent away for a while, place kept until ``until_at``."""

    counter: str
    clerk: str
    reason: str
    until_at: datetime


@dataclass(frozen=True, slots=True)
class TicketReturned(TicketEvent):
    """Back in the line; ``counter`` takes it first (empty: any)."""

    counter: str


@dataclass(frozen=True, slots=True)
class TicketTransferred(TicketEvent):
    """Sent from a desk to another service, first arrival kept."""

    counter: str
    clerk: str
    service: str
    reason: str


@dataclass(frozen=True, slots=True)
class TicketCancelled(TicketEvent):
    """Out of the day without service."""

    reason: str


@dataclass(frozen=True, slots=True)
class CounterEvent(Event):
    """Something happened to a desk."""

    counter: str
    clerk: str


@dataclass(frozen=True, slots=True)
class CounterOpened(CounterEvent):
    """The clerk sat down, or took the desk over."""


@dataclass(frozen=True, slots=True)
class CounterPaused(CounterEvent):
    """No calls until about ``back_at``."""

    reason: str
    back_at: datetime


@dataclass(frozen=True, slots=True)
class CounterResumed(CounterEvent):
    """Calls go on."""


@dataclass(frozen=True, slots=True)
class CounterClosed(CounterEvent):
    """The desk is empty."""
