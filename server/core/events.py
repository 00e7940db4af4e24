"""What happened, in the past tense. An event is a fact: evolve cannot refuse it.

The class name is the stored kind; a change of shape means a new schema number and an upcaster
in ``server/store/serialise.py``. No event holds a name or number of a citizen (domain.md B4).
"""

from dataclasses import dataclass
from datetime import datetime

from server.core.forecast_events import CalibrationLearnt as CalibrationLearnt
from server.core.forecast_events import ForecastsMade as ForecastsMade
from server.core.forecast_events import Foretold as Foretold
from server.core.hall_events import AdviceGiven as AdviceGiven
from server.core.hall_events import AlertAcknowledged as AlertAcknowledged
from server.core.hall_events import AlertEvent as AlertEvent
from server.core.hall_events import AlertRaised as AlertRaised
from server.core.hall_events import AlertResolved as AlertResolved
from server.core.hall_events import Appointment as Appointment
from server.core.hall_events import AppointmentsBooked as AppointmentsBooked
from server.core.hall_events import DeviceReported as DeviceReported
from server.core.hall_events import Event as Event
from server.core.hall_events import NoticePosted as NoticePosted
from server.core.hall_events import NoticeWithdrawn as NoticeWithdrawn
from server.core.hall_events import ServicePaused as ServicePaused
from server.core.hall_events import ServiceResumed as ServiceResumed
from server.core.rules import Rules


@dataclass(frozen=True, slots=True)
class DayOpened(Event):
    """A business day began. ``day`` is the office's own date, ISO."""

    day: str
    rules: Rules


@dataclass(frozen=True, slots=True)
class RulesChanged(Event):
    """The office works under other rules from now on.

    Who waits for the first of a pair in ``moves`` waits for the second from now on.
    """

    rules: Rules
    moves: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DayClosed(Event):
    """The day ended. ``priorities`` counts the reasons, which are kept no longer than the day."""

    priorities: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class NumbersReserved(Event):
    """These numbers are a kiosk's own: given by nobody else today."""

    device: str
    service: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TicketEvent(Event):
    """Something happened to a ticket."""

    ticket: str


@dataclass(frozen=True, slots=True)
class TicketIssued(TicketEvent):
    """A number was given.

    ``at`` is when the number was taken, at a kiosk without server by its own clock (then
    ``device`` is set and ``skew_s`` says how far the clock had to be corrected). ``stands_at``
    is what the place counts from if not ``at``. ``notes`` are codes the ticket tells its owner.
    ``ahead`` and ``wait_low_s``/``wait_high_s`` are what the citizen was told (``None``: the
    wait could not honestly be told), kept to be judged against what happened; ``wait_likely_s``
    parts the waits in halves, ``work_s`` is the bare work ahead it was made from. ``kiosk`` is the
    device that gave the number; ``procedure`` what it is for, if that was said. ``instead_of``
    is a ticket that was asked for and is not to be made any more: this one took its place.
    """

    label: str
    number: int
    service: str
    priority: str
    ahead: int
    wait_low_s: int | None
    wait_high_s: int | None
    stands_at: datetime | None = None
    language: str = ""
    route: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    device: str = ""
    skew_s: float = 0.0
    procedure: str = ""
    appointment: str = ""
    kiosk: str = ""
    instead_of: str = ""
    wait_likely_s: int | None = None
    work_s: int | None = None


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
    """Back in the line; ``counter`` takes it first (empty: any).

    ``stands_at`` is set when it comes back behind others (after a no-show).
    """

    counter: str
    stands_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TicketTransferred(TicketEvent):
    """Sent from a desk to another service or one desk by name, first arrival kept."""

    counter: str
    clerk: str
    service: str
    reason: str
    to_counter: str = ""


@dataclass(frozen=True, slots=True)
class TicketRouted(TicketEvent):
    """Further stops were added after this one."""

    counter: str
    clerk: str
    route: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegCompleted(TicketEvent):
    """One stop of a route is done; the same number waits for the next one."""

    counter: str
    clerk: str
    outcome: str
    service: str


@dataclass(frozen=True, slots=True)
class PriorityAdded(TicketEvent):
    """A clerk gave the ticket a priority."""

    priority: str
    clerk: str


@dataclass(frozen=True, slots=True)
class ActionUndone(TicketEvent):
    """The clerk's last action was taken back: a compensating fact, nothing is deleted.

    ``undone`` is the kind of the event of version ``undone_version``; the rest is how the
    ticket stands again.
    """

    counter: str
    clerk: str
    undone: str
    undone_version: int
    status: str
    service: str
    owner: str
    called_at: datetime | None
    started_at: datetime | None
    first_called_at: datetime | None
    recall_count: int
    transfer_count: int
    leg: int


@dataclass(frozen=True, slots=True)
class TicketRemark(TicketEvent):
    """Something noted about a ticket that does not move it in its life; no undo takes it back."""


@dataclass(frozen=True, slots=True)
class PaperReported(TicketRemark):
    """What became of the ticket's paper at a device; ``copy_number`` 0 is the first print.

    ``outcome`` is confirmed, unconfirmed, unknown, not_sent or expired.
    """

    device: str
    outcome: str
    copy_number: int


@dataclass(frozen=True, slots=True)
class PrintRequested(TicketRemark):
    """Staff had a kiosk print the ticket; a ``copy_number`` above 0 is marked as a copy."""

    device: str
    clerk: str
    copy_number: int


@dataclass(frozen=True, slots=True)
class TicketTagged(TicketRemark):
    """A coded difficulty of the case was noted, or with ``is_set`` false taken back."""

    counter: str
    clerk: str
    tag: str
    is_set: bool


@dataclass(frozen=True, slots=True)
class TicketRated(TicketRemark):
    """Its holder said how it was: 5 very content to 1 not at all, with coded ``reasons``."""

    counter: str
    service: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PingPongNoticed(TicketRemark):
    """Transferred too often, or back to a desk it came from: somebody should take charge."""

    counter: str
    transfer_count: int


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


@dataclass(frozen=True, slots=True)
class PauseUndone(CounterEvent):
    """A pause or a resume was taken back within the minute."""

    undone_version: int


@dataclass(frozen=True, slots=True)
class ServicesAssigned(CounterEvent):
    """A supervisor set what the desk serves (empty: the profile's again); ``clerk`` is he."""

    services: tuple[str, ...]
