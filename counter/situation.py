"""What only this window knows: who sits here, what is asked, what is under way."""

from dataclasses import dataclass, field
from datetime import datetime

from server.protocol.views import CounterView, Desk

LIVE = "live"


@dataclass(frozen=True, slots=True)
class Seat:
    """A clerk at a counter, both by id."""

    counter: str
    clerk: str


@dataclass(frozen=True, slots=True)
class Flight:
    """A command on its way.

    ``version`` is known once the server has answered: views that contain it are not older.
    """

    id: str
    action: str
    subject: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """My last answered action that can be taken back; ``name`` is its key's, ``at`` office time."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ask:
    """An open question and what was chosen so far; ``ticket`` is the one it was opened for.

    ``to_counter`` is the desk a transfer goes to within its own service, mostly empty.
    """

    kind: str
    ticket: str = ""
    reason: str = ""
    service: str = ""
    minutes: int = 0
    to_counter: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the clerk; ``tone`` is plain, or warn for a refusal."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Situation:
    """The local part of the screen. ``connection`` is a word of the server link."""

    connection: str = "connecting"
    seat: Seat | None = None
    pick: Seat = field(default_factory=lambda: Seat("", ""))
    flight: Flight | None = None
    ask: Ask | None = None
    note: Note | None = None
    deed: Deed | None = None
    explanation: str = ""

    @property
    def is_live(self) -> bool:
        """Whether commands reach the server now."""
        return self.connection == LIVE


def own_desk(view: CounterView | None, situation: Situation) -> Desk | None:
    """The desk of the work page; ``None`` while the login page is right.

    A saved view of before the hand-over is not mine: it is believed only with my name on it.
    """
    desk = view.desk if view else None
    seat = situation.seat
    if desk is None or seat is None or desk.counter != seat.counter:
        return None
    return desk if desk.clerk == seat.clerk else None
