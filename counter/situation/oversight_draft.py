"""What a supervisor has chosen on the page "Điều hành" and not yet sent."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from server.protocol.errors import ErrorCode
from server.protocol.messages import WhatIf

ALERTS: Final = "alerts"
SERVICES: Final = "services"
NOTICES: Final = "notices"
TRIAL: Final = "trial"
END: Final = "end"
TABS: Final = (ALERTS, SERVICES, NOTICES, TRIAL, END)

USUAL_NOTICE_MIN: Final = 30


@dataclass(frozen=True, slots=True)
class Trial:
    """A what-if question about one more service at a desk, and its answer.

    ``query`` is the id of the question under way, asked at ``asked_at``; ``refused`` is the code of
    the server's refusal.
    """

    counter: str = ""
    service: str = ""
    query: str = ""
    asked_at: datetime | None = None
    answer: WhatIf | None = None
    refused: ErrorCode | None = None


@dataclass(frozen=True, slots=True)
class OversightDraft:
    """``alert`` and ``service`` are those looked at; ``seen`` the alerts the banner need not tell.

    ``cause`` and ``outcome`` are for the alert, ``reason`` is for pausing the service; ``text``,
    ``minutes`` and ``urgent`` make a notice; ``ending``: the first of the two steps to end the day
    is done.
    """

    tab: str = ALERTS
    alert: str = ""
    cause: str = ""
    outcome: str = ""
    service: str = ""
    reason: str = ""
    text: str = ""
    minutes: int = USUAL_NOTICE_MIN
    urgent: bool = False
    ending: bool = False
    trial: Trial = field(default_factory=Trial)
    seen: frozenset[str] = frozenset()
