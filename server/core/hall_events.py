"""What happened in the hall besides tickets and desks; the root of all facts stands here too.

Part of ``events.py``, where every kind can be had.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked time: ``code`` is on the citizen's paper or screen, and names no person."""

    code: str
    service: str
    booked_at: datetime
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A fact of the day, at a moment in UTC."""

    at: datetime


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
    """Somebody takes care of it; ``cause`` is a code of the office, if it is known."""

    owner: str
    cause: str


@dataclass(frozen=True, slots=True)
class AlertResolved(AlertEvent):
    """It is over: by itself (``over``, no ``clerk``), or somebody says what was done."""

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
    """It is to be shown no longer."""

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
