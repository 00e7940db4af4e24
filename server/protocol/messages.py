"""The messages of the websocket, one tagged union a direction (docs/protocol.md)."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from server.protocol.commands import AnyCommand, Id
from server.protocol.errors import ErrorCode
from server.protocol.office import OfficeInfo, Wire
from server.protocol.views import AnyView, TicketStatus, WaitRange, Why


class Role(StrEnum):
    """What a device is; decides its view and what it may ask for.

    An observer (S0-16) is shown what the wall is shown and may ask for nothing.
    """

    KIOSK = "kiosk"
    COUNTER = "counter"
    DISPLAY = "display"
    WALL = "wall"
    OBSERVER = "observer"


Scope = Annotated[str, Field(max_length=64)]


class Hello(Wire):
    """First message of a client. ``resume_from`` is the last notice it has seen, if any.

    ``session`` continues a clerk's sign-in after a reconnect. ``speaks``: this display has a
    loudspeaker and may be chosen as the voice of its zone.
    """

    type: Literal["hello"] = "hello"
    protocol: int
    role: Role
    device: Annotated[str, Field(min_length=1, max_length=64)]
    token: Annotated[str, Field(max_length=128)] = ""
    scope: Scope = ""
    resume_from: str | None = None
    session: Annotated[str, Field(max_length=128)] = ""
    speaks: bool = False


class Watch(Wire):
    """Ask for this part's views from now on: a counter id for counter apps."""

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


class StandingQuery(Wire):
    """Where a ticket of today stands: for its holder, who has its id in the QR code."""

    kind: Literal["standing"] = "standing"
    ticket: Id


class AppointmentQuery(Wire):
    """What an appointment code stands for."""

    kind: Literal["appointment"] = "appointment"
    code: Id


class WhatIfQuery(Wire):
    """What changing a desk would do to the waits of a service: for supervisors.

    A closed desk would be opened, an open one would serve it too, and one that serves it already
    would be closed.
    """

    kind: Literal["what_if"] = "what_if"
    counter: Id
    service: Id


AnyQuery = Annotated[
    TicketStoryQuery | StandingQuery | AppointmentQuery | WhatIfQuery, Field(discriminator="kind")
]


class Query(Wire):
    """A question that changes nothing; its ``id`` comes back with the answer."""

    type: Literal["query"] = "query"
    id: Id
    query: AnyQuery


Pin = Annotated[str, Field(max_length=12, pattern=r"^[0-9]*$")]


class SignIn(Wire):
    """Sign a clerk in. ``new_pin`` replaces the PIN; a temporary one must be replaced."""

    type: Literal["sign_in"] = "sign_in"
    id: Id
    clerk: Id
    pin: Pin
    new_pin: Pin = ""


class SignOut(Wire):
    """The clerk has left this device; his session ends."""

    type: Literal["sign_out"] = "sign_out"
    id: Id


class Welcome(Wire):
    """The server's greeting. ``clock_rate`` is seconds of office time a real second.

    It is 1 but in a demo. ``last_notice`` is the position from which this client goes on if it
    asked for no replay. ``clerk`` is who is signed in at this device, empty for nobody.
    ``training``: this is the training office.
    """

    type: Literal["welcome"] = "welcome"
    protocol: int
    server: str
    at: AwareDatetime
    clock_rate: float
    office: OfficeInfo
    view: AnyView
    last_notice: str
    clerk: str = ""
    training: bool = False


class NumberRange(Wire):
    """Numbers kept for a device, first to last, and how each is written on paper."""

    first: int
    last: int
    labels: tuple[str, ...] = ()


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


class Standing(Wire):
    """The answer to a ``standing``: what a holder may know of his own ticket."""

    type: Literal["standing"] = "standing"
    id: str
    ticket: str
    label: str
    service: str
    status: TicketStatus
    ahead: int | None = None
    wait: WaitRange | None = None
    counter: str = ""


class Appointment(Wire):
    """The answer to an ``appointment``. ``used``: a number was given for it already."""

    type: Literal["appointment"] = "appointment"
    id: str
    code: str
    service: str
    booked_at: AwareDatetime
    procedure: str = ""
    used: bool = False


class WhatIf(Wire):
    """The answer to a ``what_if``, simulated with the real rules; two seconds are taken for it.

    ``action`` is ``open``, ``assign`` or ``close``. The waits are 90th percentiles of those who
    wait now or come until ``until_at``, as things are and if it is done; ``spread_s`` is the spread
    of the difference over ``runs``. ``erlang_wait_s`` is the mean wait of queueing theory if it is
    done, ``None`` where more come than can be served.
    """

    type: Literal["what_if"] = "what_if"
    id: str
    action: str
    counter: str
    service: str
    until_at: AwareDatetime
    p90_s: int
    p90_then_s: int
    spread_s: int
    runs: int
    erlang_wait_s: int | None = None


class SignedIn(Wire):
    """Who works at this device from now on. ``session`` continues it after a reconnect.

    An empty ``clerk``: signed out. With an empty ``id`` the server ended the sign-in by itself:
    the day is over, or the clerk signed in at another device or was given another PIN.
    """

    type: Literal["signed_in"] = "signed_in"
    id: str
    clerk: str
    session: str = ""


class SpeakerMessage(Wire):
    """Whether this display speaks for its zone from now on. ``others``: another display there
    could; then this one must fall silent when cut off from the server.
    """

    type: Literal["speaker"] = "speaker"
    speaks: bool
    others: bool = False


class Spoken(Wire):
    """Notice ``n`` was spoken to its end; the server passes it on to the displays of the zone."""

    type: Literal["spoken"] = "spoken"
    n: Annotated[str, Field(min_length=1, max_length=64)]


class ViewMessage(Wire):
    """The newest whole view; it replaces older ones."""

    type: Literal["view"] = "view"
    view: AnyView


class OfficeMessage(Wire):
    """The office has changed: this replaces the office of ``welcome``."""

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
    language: str = ""


class PrintNotice(Wire):
    """A ticket this kiosk shall print. ``n`` identifies it like a call.

    ``ahead`` and ``wait`` are what was told when the number was given; ``copy_number`` 0 is its
    first paper, a higher one is marked as a copy.
    """

    type: Literal["print"] = "print"
    n: str
    at: AwareDatetime
    device: str
    ticket: str
    label: str
    service: str
    issued_at: AwareDatetime
    priority: str = ""
    procedure: str = ""
    language: str = ""
    ahead: int | None = None
    wait: WaitRange | None = None
    notes: tuple[str, ...] = ()
    copy_number: int = 0


ClientMessage = Annotated[
    Hello | Watch | CommandMessage | Query | SignIn | SignOut | Spoken, Field(discriminator="type")
]
ServerMessage = Annotated[
    Welcome
    | Result
    | Error
    | Story
    | Standing
    | Appointment
    | WhatIf
    | SignedIn
    | SpeakerMessage
    | Spoken
    | ViewMessage
    | OfficeMessage
    | CallNotice
    | PrintNotice,
    Field(discriminator="type"),
]
