"""What a session tells its driver to do, in order."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    Appointment,
    CallNotice,
    Error,
    PrintNotice,
    Result,
    SignedIn,
    SpeakerMessage,
    Spoken,
    Standing,
    Story,
    Welcome,
    WhatIf,
)
from server.protocol.views import CounterView, DisplayView, KioskView, WallView

Outcome = Result | Error | Story | Standing | Appointment | WhatIf | SignedIn
"""Everything that may answer a request; each request gets one."""


class LinkState(StrEnum):
    """The state of the conversation. The last two are final: only a new session leaves them."""

    CONNECTING = "connecting"
    GREETING = "greeting"
    LIVE = "live"
    LOST = "lost"
    INCOMPATIBLE = "incompatible"
    REFUSED = "refused"


FINAL_STATES: Final = frozenset({LinkState.INCOMPATIBLE, LinkState.REFUSED})


@dataclass(frozen=True, slots=True)
class Answer:
    """The one answer to whatever was asked."""

    request_id: str
    outcome: Outcome


Notice = CallNotice | PrintNotice
Views = KioskView | CounterView | DisplayView | WallView
Delivery = Welcome | Views | Notice | SpeakerMessage | Spoken | Answer


@dataclass(frozen=True, slots=True)
class Send:
    """Put this text on the open connection."""

    text: str


@dataclass(frozen=True, slots=True)
class Deliver:
    """Hand this to the application."""

    what: Delivery


@dataclass(frozen=True, slots=True)
class StateChanged:
    """The conversation entered ``state``; ``why`` is for the log."""

    state: LinkState
    why: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """The server found fault with a message that was no command; for the log."""

    code: ErrorCode
    detail: str


@dataclass(frozen=True, slots=True)
class Close:
    """Close the connection; ``why`` is for the log."""

    why: str


Effect = Send | Deliver | StateChanged | Complaint | Close
