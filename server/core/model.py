"""The state of a business day: who is in the building, which desk does what, and the counts.

Live state holds only tickets still in the building, so its cost follows the people present,
not the history. Everything is immutable; a change is a new value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from heapq import merge

from server.core.calibration import Calibration
from server.core.events import AdviceGiven, Appointment
from server.core.rules import Rules
from server.core.tree import Tree

Place = tuple[datetime, int]
"""A ticket's place in a line: a moment and, between equals, the order of issue."""


class Status(StrEnum):
    """Where a ticket is in its life."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    ON_HOLD = "on_hold"
    NO_SHOW = "no_show"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class DeskStatus(StrEnum):
    """What a desk is doing."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Told:
    """What a citizen was told with the number; ``None`` where nobody could say."""

    ahead: int
    low_s: int | None
    high_s: int | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A number somebody holds.

    ``arrived_at`` never changes, whatever happens to the ticket; ``stands_at`` is what its place
    in the line counts from (the booked time of an appointment, a later moment after a no-show).
    ``sequence`` is the version of its first event: the order of issue. ``counter`` is the desk
    that owns it, empty while the hall does. ``front_of`` is the desk that takes it first after
    a hold, ``only_at`` the one desk it was sent to by name. ``route`` are the services still to
    come; ``leg`` counts the stops from 1, ``leg_at`` is when this one began. ``touched`` is the
    version of the last event of its life. ``kiosk`` gave it, ``told`` is what it said to its owner;
    ``paper`` is the last outcome of printing it, ``copy_count`` how often paper was asked for.
    """

    id: str
    label: str
    sequence: int
    service: str
    priority: str
    arrived_at: datetime
    stands_at: datetime
    status: Status = Status.WAITING
    language: str = ""
    counter: str = ""
    front_of: str = ""
    only_at: str = ""
    route: tuple[str, ...] = ()
    leg: int = 1
    leg_at: datetime | None = None
    called_at: datetime | None = None
    started_at: datetime | None = None
    held_until: datetime | None = None
    missed_at: datetime | None = None
    recall_count: int = 0
    transfer_count: int = 0
    desks: tuple[str, ...] = ()
    why: str = ""
    why_params: tuple[tuple[str, str | int], ...] = ()
    first_called_at: datetime | None = None
    touched: int = 0
    notes: tuple[str, ...] = ()
    procedure: str = ""
    kiosk: str = ""
    told: Told | None = None
    paper: str = ""
    copy_count: int = 0
    tags: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands among its own kind."""
        return self.stands_at, self.sequence

    @property
    def line(self) -> str:
        """The line it waits in: its service's, or that of the one desk it was sent to."""
        return desk_line(self.only_at) if self.only_at else self.service


def desk_line(counter: str) -> str:
    """The key of the line of tickets sent to one desk by name; no service id begins so."""
    return f"@{counter}"


@dataclass(frozen=True, slots=True)
class Line:
    """The tickets of one line: a queue for each priority class, in the order of arrival.

    Every discipline chooses among the heads of such queues, so within a class nobody is ever
    overtaken, and a choice costs the same however many wait.
    """

    classes: dict[str, Tree[Place, str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(len(queue) for queue in self.classes.values())

    def joined(self, ticket: Ticket) -> "Line":
        """The line with this ticket in it."""
        queue = self.classes.get(ticket.priority) or Tree()
        return Line(self.classes | {ticket.priority: queue.put(ticket.place, ticket.id)})

    def left(self, ticket: Ticket) -> "Line":
        """The line without this ticket."""
        queue = self.classes[ticket.priority].without(ticket.place)
        return Line(self.classes | {ticket.priority: queue})

    def oldest(self) -> Place | None:
        """The first place of all classes."""
        heads = (queue.first() for queue in self.classes.values())
        return min((head[0] for head in heads if head), default=None)

    def items(self) -> Iterator[tuple[Place, str]]:
        """Everybody by place."""
        return merge(*(queue.items() for queue in self.classes.values()))


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one service today; as a vector they can be added and taken back.

    A wait is from taking the number to the first call; ``waits`` counts them by whole minutes,
    so that a percentile costs the same on a quiet day and a full one. ``legs`` and
    ``leg_wait_s`` count every stop of a route, ``chosen`` calls out of order.
    """

    issued: int = 0
    called: int = 0
    completed: int = 0
    no_show: int = 0
    cancelled: int = 0
    transferred: int = 0
    chosen: int = 0
    wait_sum_s: float = 0.0
    waits: dict[int, int] = field(default_factory=dict)
    service_count: int = 0
    service_sum_s: float = 0.0

    def plus(self, other: "Tally", times: int = 1) -> "Tally":
        """The sum; ``times`` -1 takes ``other`` back."""
        waits = dict(self.waits)
        for minute, count in other.waits.items():
            waits[minute] = waits.get(minute, 0) + times * count
            if not waits[minute]:
                del waits[minute]
        return Tally(
            issued=self.issued + times * other.issued,
            called=self.called + times * other.called,
            completed=self.completed + times * other.completed,
            no_show=self.no_show + times * other.no_show,
            cancelled=self.cancelled + times * other.cancelled,
            transferred=self.transferred + times * other.transferred,
            chosen=self.chosen + times * other.chosen,
            wait_sum_s=self.wait_sum_s + times * other.wait_sum_s,
            waits=waits,
            service_count=self.service_count + times * other.service_count,
            service_sum_s=self.service_sum_s + times * other.service_sum_s,
        )


@dataclass(frozen=True, slots=True)
class Memory:
    """What an undo needs: ticket and desk before the clerk's last action, and its counts."""

    version: int
    at: datetime
    clerk: str
    kind: str
    ticket: Ticket | None
    desk: "Desk"
    service: str = ""
    counted: Tally = Tally()


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter today. ``front`` are tickets that come back to it before anybody else.

    ``services`` is what a supervisor has set for today, ``None`` while the profile's hold.
    ``turn`` counts through the cycle of a ratio discipline. ``worked_from_at`` is when its clerk
    sat down or came back from a pause. ``done`` is the last number finished here, until its holder
    has rated it or another one is called.
    """

    id: str
    status: DeskStatus = DeskStatus.CLOSED
    clerk: str = ""
    ticket: str = ""
    since_at: datetime | None = None
    pause_reason: str = ""
    back_at: datetime | None = None
    front: tuple[str, ...] = ()
    served: int = 0
    services: tuple[str, ...] | None = None
    turn: int = 0
    memory: Memory | None = None
    worked_from_at: datetime | None = None
    done: str = ""
    done_service: str = ""
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Served:
    """How many people a clerk has served today, and for how long together."""

    count: int = 0
    sum_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Alert:
    """Something a supervisor should see. ``kind`` and ``subject`` are the two halves of ``id``.

    ``label`` is that of a ticket it is about, which may have left since.
    """

    id: str
    raised_at: datetime
    level: int
    amount: int
    owner: str = ""
    cause: str = ""
    acknowledged_at: datetime | None = None
    resolved_at: datetime | None = None
    outcome: str = ""
    label: str = ""

    @property
    def kind(self) -> str:
        """What it is: ``over_promise``, ``unmanned``, ``desk_idle``, ``ping_pong``, ``device``."""
        return self.id.partition(":")[0]

    @property
    def subject(self) -> str:
        """What it is about: a service, a desk, a ticket, a device and its part."""
        return self.id.partition(":")[2]


@dataclass(frozen=True, slots=True)
class HallNotice:
    """What a supervisor tells everybody."""

    id: str
    text: str
    until_at: datetime
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A call as the lobby remembers it."""

    ticket: str
    label: str
    counter: str
    called_at: datetime
    recall_count: int
    status: Status


@dataclass(frozen=True, slots=True)
class Reserve:
    """Numbers a kiosk may give while the server is away: first to last, and those it has used."""

    device: str
    prefix: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Foresight:
    """The calibration of forecasts, when forecasts were last reviewed, and the advice given.

    ``advice`` had not run out when the last of it was given.
    """

    calibration: Calibration = field(default_factory=Calibration)
    foretold_at: datetime | None = None
    advice: tuple[AdviceGiven, ...] = ()


RECENT_CALLS = 12
RECENT_ALERTS = 50


@dataclass(frozen=True, slots=True)
class DayState:
    """One business day of one office, as its events have made it.

    ``version`` is that of the last event. ``issued`` maps every ticket id of the day to its
    sequence, so that no id is used twice. ``set_aside`` holds tickets on hold or missed.
    ``served_by`` counts by clerk; ``faults`` are codes by (device, part), those that are well not
    among them; ``kept_appointments`` maps codes to the tickets given for them. ``alerts`` are those
    that go on, by id, ``past_alerts`` the latest that are over; ``paused_services`` has the reason
    of each; ``ratings`` counts by service and score, ``rated`` are tickets that were.
    """

    rules: Rules | None = None
    day: str = ""
    version: int = 0
    closed: bool = False
    tickets: Tree[str, Ticket] = field(default_factory=Tree)
    issued: Tree[str, int] = field(default_factory=Tree)
    lines: dict[str, Line] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    set_aside: Tree[int, str] = field(default_factory=Tree)
    calls: tuple[Call, ...] = ()
    alerts: dict[str, Alert] = field(default_factory=dict)
    past_alerts: tuple[Alert, ...] = ()
    reserves: tuple[Reserve, ...] = ()
    used_labels: Tree[str, int] = field(default_factory=Tree)
    priority_counts: dict[str, int] = field(default_factory=dict)
    served_by: dict[str, Served] = field(default_factory=dict)
    faults: dict[tuple[str, str], str] = field(default_factory=dict)
    appointments: dict[str, Appointment] = field(default_factory=dict)
    kept_appointments: Tree[str, str] = field(default_factory=Tree)
    paused_services: dict[str, str] = field(default_factory=dict)
    hall_notices: tuple[HallNotice, ...] = ()
    ratings: dict[tuple[str, int], int] = field(default_factory=dict)
    rated: Tree[str, int] = field(default_factory=Tree)
    foresight: Foresight = Foresight()

    @property
    def in_force(self) -> Rules:
        """The rules of the day. Raises ``LookupError`` for a day that was not opened."""
        if self.rules is None:
            raise LookupError("the day has not been opened")
        return self.rules
