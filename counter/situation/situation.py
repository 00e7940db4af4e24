"""The local state of the window: who sits here, the open question, the command under way."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from counter.situation.oversight_draft import OversightDraft
from server.protocol.errors import ErrorCode
from server.protocol.messages import Result, Story
from server.protocol.views import CounterView, DeskView

LIVE = "live"


class CounterPage(StrEnum):
    """The pages of the window; one that is not the desk's is turned to (``Situation.page``)."""

    BLANK = "blank"
    LOGIN = "login"
    WORK = "work"
    ISSUE = "issue"
    STEER = "steer"
    OVERSIGHT = "oversight"


@dataclass(frozen=True, slots=True)
class Seat:
    """A clerk at a counter, both by id."""

    counter: str
    clerk: str


@dataclass(frozen=True, slots=True)
class Flight:
    """A command under way. ``version`` is set by the server's answer: views of at least this
    version contain its result. ``subject`` is the ticket or desk it is about; ``done`` is the
    sentence shown once it is carried out.
    """

    id: str
    action: str
    subject: str = ""
    done: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """An open question and what was chosen so far; ``ticket`` is the one it was opened for.

    ``to_counter`` is the desk a transfer goes to within its own service, mostly empty. ``place``
    is where the ticket was when the question was asked: hand, line or aside. ``route`` are the
    further stops chosen so far.
    """

    kind: str
    ticket: str = ""
    reason: str = ""
    service: str = ""
    minutes: int = 0
    to_counter: str = ""
    label: str = ""
    place: str = "hand"
    route: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the clerk; ``tone`` is ``plain``, or ``warn`` for a refusal."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class StoryAnswer:
    """A ticket's story: asked for as ``query``, and the answer once it has come."""

    query: str
    label: str
    story: Story | None = None
    error: ErrorCode | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """The papers ticked off for one ticket, as places in the procedure's list. It never leaves this
    window.
    """

    ticket: str = ""
    ticked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class IssueDraft:
    """A number being taken for somebody: words typed, what was chosen, and what came of it.

    ``work`` is a service id or a procedure code; ``kiosk`` the device that shall print it.
    ``refused`` is why the kiosk's rules would not give it: staff may insist.
    """

    typed: str = ""
    work: str = ""
    priority: str = ""
    kiosk: str = ""
    ticket: str = ""
    given: Result | None = None
    refused: ErrorCode | None = None


@dataclass(frozen=True, slots=True)
class SignDraft:
    """A PIN being typed. ``stage`` is pin, new (choose another) or again (type it once more).

    ``old`` is the PIN to be replaced, ``new`` what was chosen; ``request`` the sign-in under way;
    ``note`` what was wrong. It is dropped when the sign-in ends.
    """

    stage: str = "pin"
    pin: str = ""
    old: str = ""
    new: str = ""
    request: str = ""
    note: str = ""
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """The local part of the screen. ``connection`` is a word of the server link.

    ``page`` is "" for the desk, else issue, steer or oversight. ``idle_from`` is since when the
    desk could have called somebody; ``eager``: F1 was pressed while the last ticket's command was
    still under way. ``steered`` is the desk a supervisor looks at. ``signed`` is who is signed in
    here: empty for nobody, ``None`` where the office asks for no PINs. ``sought`` are the letters
    by which a name is looked for; ``day`` the business day last shown.
    """

    connection: str = "connecting"
    seat: Seat | None = None
    pick: Seat = field(default_factory=lambda: Seat("", ""))
    flight: Flight | None = None
    ask: Ask | None = None
    note: Note | None = None
    explanation: str = ""
    page: str = ""
    training: bool = False
    checks: Checks = field(default_factory=Checks)
    told: StoryAnswer | None = None
    issue: IssueDraft = field(default_factory=IssueDraft)
    steered: str = ""
    eager: bool = False
    idle_from: datetime | None = None
    signed: str | None = None
    sign_in: SignDraft = field(default_factory=SignDraft)
    sought: str = ""
    day: str = ""
    oversight: OversightDraft = field(default_factory=OversightDraft)

    @property
    def is_live(self) -> bool:
        """Whether commands reach the server now."""
        return self.connection == LIVE

    @property
    def is_free(self) -> bool:
        """Whether a command may be sent now: the server is there and nothing is under way."""
        return self.is_live and self.flight is None

    def may_act_as(self, clerk: str) -> bool:
        """Whether this clerk is signed in, where the office asks for PINs."""
        return self.signed is None or self.signed == clerk


def own_desk(view: CounterView | None, situation: Situation) -> DeskView | None:
    """The desk of the work page; ``None`` when the login page is to be shown. A view saved before a
    hand-over counts only if it has this clerk's name.
    """
    desk = view.desk if view else None
    seat = situation.seat
    if desk is None or seat is None or desk.counter != seat.counter:
        return None
    if not situation.may_act_as(seat.clerk):
        return None
    return desk if desk.clerk == seat.clerk else None
