"""The messages of the websocket, one tagged union a direction (docs/protocol.md)."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from server.protocol.commands import AnyCommand, Id
from server.protocol.errors import ErrorCode
from server.protocol.office import OfficeInfo, Wire
from server.protocol.views import AnyView, WaitRange, Why


class Role(StrEnum):
    """What a device is; decides its view and what it may ask for."""

    KIOSK = "kiosk"
    COUNTER = "counter"
    DISPLAY = "display"
    WALL = "wall"


Scope = Annotated[str, Field(max_length=64)]


class Hello(Wire):
    """First message of a client. ``resume_from`` is the last notice it has seen, if any."""

    type: Literal["hello"] = "hello"
    protocol: int
    role: Role
    device: Annotated[str, Field(min_length=1, max_length=64)]
    token: Annotated[str, Field(max_length=128)] = ""
    scope: Scope = ""
    resume_from: str | None = None


class Watch(Wire):
    """Show me this part from now on: a counter id for counter apps."""

    type: Literal["watch"] = "watch"
    scope: Scope


class CommandMessage(Wire):
    """A command with its idempotency key, made by the client and never used twice."""

    type: Literal["command"] = "command"
    id: Id
    command: AnyCommand


class TicketStoryQuery(Wire):
    """The whole story of a ticket of today; ``label`` may be its id as well."""

    kind: Literal["ticket_story"] = "ticket_story"
    label: Annotated[str, Field(min_length=1, max_length=64)]


class Query(Wire):
    """A question that changes nothing; its ``id`` comes back with the answer."""

    type: Literal["query"] = "query"
    id: Id
    query: TicketStoryQuery


class Welcome(Wire):
    """The server's greeting. ``clock_rate`` is seconds of office time a real second.

    It is 1 but in a demo.
    ``last_notice`` is the position from which this client goes on if it asked for no replay.
    """

    type: Literal["welcome"] = "welcome"
    protocol: int
    server: str
    at: AwareDatetime
    clock_rate: float
    office: OfficeInfo
    view: AnyView
    last_notice: str


class NumberRange(Wire):
    """Numbers kept for a device, first to last."""

    first: int
    last: int


class Result(Wire):
    """The first and only answer to a command that was carried out.

    For an issued ticket ``ahead`` is how many come first, ``wait`` the forecast, and ``notes``
    are codes to tell its owner: ``later_session:MINUTE_OF_DAY``, ``beyond_closing``,
    ``next_working_day``, ``same_day``. ``numbers`` answers a reservation.
    ``version`` is that of the last event the command made.
    """

    type: Literal["result"] = "result"
    id: str
    version: int
    ticket: str = ""
    label: str = ""
    issued_at: AwareDatetime | None = None
    ahead: int | None = None
    wait: WaitRange | None = None
    why: Why | None = None
    notes: tuple[str, ...] = ()
    numbers: NumberRange | None = None


class Error(Wire):
    """A refusal. ``id`` is the command's; ``None`` when the message itself was at fault."""

    type: Literal["error"] = "error"
    id: str | None = None
    code: ErrorCode
    detail: str = ""


class Precedence(Wire):
    """Somebody called while the ticket waited, by a desk that could have served it.

    ``stood_after``: he stood behind it in the line, and ``why`` says why he came first.
    """

    at: AwareDatetime
    label: str
    counter: str
    why: Why
    stood_after: bool


class StoryStep(Wire):
    """One event of a ticket. ``kind`` is its name (``ticket_called``), ``details`` its codes.

    ``before`` are those called before it, when the step is a call. ``taken_back``: it was undone.
    """

    version: int
    at: AwareDatetime
    kind: str
    counter: str = ""
    details: dict[str, str | int] = Field(default_factory=dict)
    why: Why | None = None
    before: tuple[Precedence, ...] = ()
    taken_back: bool = False


class Story(Wire):
    """The answer to a ``ticket_story``; ``before`` belongs to a wait that goes on."""

    type: Literal["story"] = "story"
    id: str
    day: str
    ticket: str
    label: str
    steps: tuple[StoryStep, ...]
    before: tuple[Precedence, ...] = ()


class ViewMessage(Wire):
    """The newest whole view; an older one is worthless once this is there."""

    type: Literal["view"] = "view"
    view: AnyView


class OfficeMessage(Wire):
    """The office has changed while you are here: forget the one of ``welcome``."""

    type: Literal["office"] = "office"
    office: OfficeInfo


class CallNotice(Wire):
    """A call to show and speak once. ``n`` orders and identifies it: ``day/version``."""

    type: Literal["notice"] = "notice"
    n: str
    at: AwareDatetime
    kind: Literal["call"] = "call"
    ticket: str
    label: str
    service: str
    counter: str
    priority: str
    recall_count: int


ClientMessage = Annotated[Hello | Watch | CommandMessage | Query, Field(discriminator="type")]
ServerMessage = Annotated[
    Welcome | Result | Error | Story | ViewMessage | OfficeMessage | CallNotice,
    Field(discriminator="type"),
]
