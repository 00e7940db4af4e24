"""The state of a business day: who is in the building, which desk does what, and the counts.

Live state holds only tickets still in the building, so its cost follows the people present,
not the history. Everything is immutable; a change is a new value.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from server.core.rules import Rules
from server.core.tree import Tree

Place = tuple[datetime, int]
"""Where a ticket stands in a line: a moment and, between equals, the order of issue."""


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
class Ticket:
    """A number somebody holds.

    ``arrived_at`` never changes, whatever happens to the ticket. ``sequence`` is the version of
    its first event: the order of issue. ``counter`` is the desk that owns it, empty while the
    hall does. ``front_of`` is the desk that takes it first after a hold.
    """

    id: str
    label: str
    sequence: int
    service: str
    priority: str
    credit_s: int
    arrived_at: datetime
    status: Status = Status.WAITING
    counter: str = ""
    front_of: str = ""
    called_at: datetime | None = None
    started_at: datetime | None = None
    held_until: datetime | None = None
    recall_count: int = 0
    transfer_count: int = 0
    why: str = ""
    why_params: tuple[tuple[str, str | int], ...] = ()
    was_called: bool = False

    @property
    def arrival_place(self) -> Place:
        """Its place by arrival alone."""
        return self.arrived_at, self.sequence

    @property
    def credit_place(self) -> Place:
        """Its place under the time credit of its priority."""
        return self.arrived_at - timedelta(seconds=self.credit_s), self.sequence


@dataclass(frozen=True, slots=True)
class Line:
    """Who waits for one service, in both orders the discipline asks for."""

    by_credit: Tree[Place, str] = field(default_factory=Tree)
    by_arrival: Tree[Place, str] = field(default_factory=Tree)

    def __len__(self) -> int:
        return len(self.by_credit)

    def joined(self, ticket: Ticket) -> "Line":
        """The line with this ticket in it."""
        return Line(
            self.by_credit.put(ticket.credit_place, ticket.id),
            self.by_arrival.put(ticket.arrival_place, ticket.id),
        )

    def left(self, ticket: Ticket) -> "Line":
        """The line without this ticket."""
        return Line(
            self.by_credit.without(ticket.credit_place),
            self.by_arrival.without(ticket.arrival_place),
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter today. ``front`` are tickets that come back to it before anybody else."""

    id: str
    status: DeskStatus = DeskStatus.CLOSED
    clerk: str = ""
    ticket: str = ""
    since_at: datetime | None = None
    pause_reason: str = ""
    back_at: datetime | None = None
    front: tuple[str, ...] = ()
    served: int = 0


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
class Tally:
    """Counts of one service today.

    A wait is from taking the number to the first call; ``waits`` counts them by whole minutes,
    so that a percentile costs the same on a quiet day and a full one.
    """

    issued: int = 0
    called: int = 0
    completed: int = 0
    no_show: int = 0
    cancelled: int = 0
    wait_sum_s: float = 0.0
    waits: dict[int, int] = field(default_factory=dict)
    service_count: int = 0
    service_sum_s: float = 0.0


RECENT_CALLS = 12


@dataclass(frozen=True, slots=True)
class DayState:
    """One business day of one office, as its events have made it.

    ``version`` is that of the last event. ``issued`` maps every ticket id of the day to its
    sequence, so that no id is used twice. ``set_aside`` holds tickets on hold or missed.
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

    @property
    def in_force(self) -> Rules:
        """The rules of the day. Only a day that was opened has any."""
        if self.rules is None:
            raise LookupError("the day has not been opened")
        return self.rules
