"""The events of the log. An event is a fact: ``evolve`` cannot refuse it.

The class name is the stored kind; a change of shape means a new schema number and an upcaster
in ``server/store/serialise.py``. No event holds a name or number of a citizen (domain.md B4).
"""

from dataclasses import dataclass
from datetime import datetime

from server.core.calibration import Calibration
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
    """The office works under other rules from now on.

    Tickets that wait for the first service of a pair in ``moves`` wait for the second from now on.
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

    ``at`` is when the number was taken, at a kiosk without server by its own clock (then ``device``
    is set and ``skew_s`` says how far the clock had to be corrected). ``stands_at`` is what the
    place counts from if not ``at``. ``notes`` are codes the ticket tells its owner. ``ahead`` and
    ``wait_low_s``/``wait_high_s`` are what the citizen was told (``None``: the wait could not
    honestly be told), kept to be judged against what happened; ``wait_likely_s`` parts the waits in
    halves, ``work_s`` is the bare work ahead it was made from. ``kiosk`` is the device that gave
    the number; ``procedure`` what it is for, if that was said. ``instead_of`` is a ticket that was
    asked for and must not be issued any more: this one took its place.
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


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked time: ``code`` is on the citizen's paper or screen, and names no person."""

    code: str
    service: str
    booked_at: datetime
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class AlertEvent(Event):
    """Something about an alert; its name says what it is about: ``over_promise:chung_thuc``."""

    alert: str


@dataclass(frozen=True, slots=True)
class AlertRaised(AlertEvent):
    """Something a supervisor should see, or it has become worse: ``level`` 1, then 2 (S0-23).

    ``amount`` is what it was measured by: seconds waited or idle.
    """

    level: int
    amount: int


@dataclass(frozen=True, slots=True)
class AlertAcknowledged(AlertEvent):
    """A supervisor takes the alert; ``cause`` is a code of the office, if it is known."""

    owner: str
    cause: str


@dataclass(frozen=True, slots=True)
class AlertResolved(AlertEvent):
    """The alert is over: by itself (``over``, no ``clerk``), or with what a supervisor did."""

    outcome: str
    clerk: str


@dataclass(frozen=True, slots=True)
class ServicePaused(Event):
    """A supervisor stopped giving numbers of a service, for a reason citizens are shown."""

    service: str
    reason: str
    clerk: str


@dataclass(frozen=True, slots=True)
class ServiceResumed(Event):
    """Numbers of the service are given again."""

    service: str
    clerk: str


@dataclass(frozen=True, slots=True)
class NoticePosted(Event):
    """A supervisor tells everybody in the hall something, until ``until_at``."""

    notice: str
    text: str
    until_at: datetime
    is_urgent: bool
    clerk: str


@dataclass(frozen=True, slots=True)
class NoticeWithdrawn(Event):
    """The notice was removed."""

    notice: str
    clerk: str


@dataclass(frozen=True, slots=True)
class AdviceGiven(Event):
    """What the simulation of the rest of the day recommended, to be compared with what came.

    Waits in seconds: the 90th percentile of those who wait now or come until then, as things are
    and if it is done, with the spread of the gain over the runs. ``action`` is ``open`` (one more
    desk, with ``clerk``), ``assign`` (an open desk serves it too) or ``move`` (``clerk`` goes there
    from ``from_counter``). ``erlang_wait_s`` is the mean wait of queueing theory if it is done,
    ``None`` where more come than can be served.
    """

    advice: str
    service: str
    counter: str
    until_at: datetime
    p90_s: int
    p90_then_s: int
    spread_s: int
    runs: int
    action: str = "open"
    clerk: str = ""
    from_counter: str = ""
    erlang_wait_s: int | None = None


@dataclass(frozen=True, slots=True)
class AppointmentsBooked(Event):
    """Appointments of the day became known: they can be turned into numbers from now on."""

    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class DeviceReported(Event):
    """How a part of a device is from now on: ``ok``, or the code of its fault."""

    device: str
    part: str
    status: str


@dataclass(frozen=True, slots=True)
class Foretold:
    """The remaining wait of a waiting ticket, in seconds; ``work_s`` is the bare work ahead."""

    ticket: str
    ahead: int
    work_s: int
    low_s: int
    likely_s: int
    high_s: int


@dataclass(frozen=True, slots=True)
class ForecastsMade(Event):
    """Forecasts made every few minutes for all who wait for a first call and have one."""

    forecasts: tuple[Foretold, ...]


@dataclass(frozen=True, slots=True)
class CalibrationLearnt(Event):
    """What the past days taught: forecasts of this day are made with it from now on."""

    calibration: Calibration
