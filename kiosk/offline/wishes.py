"""What is said at the ticket desk: a wish, what became of it, and how things stand.

Pure; the seam between the kiosk's pages and the giving of numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from server.protocol.views import WaitRange

NO_NUMBERS: Final = "offline_no_numbers"
"""Refused: the server is away and this kiosk keeps no number of the service (any more)."""
NOT_NOW: Final = "offline_closed"
"""Refused: the server is away and by the day's plan no numbers are given at this hour."""
NO_LEDGER: Final = "offline_no_ledger"
"""Refused: the server is away and nothing can be written down, so nothing may be promised."""
WRONG_CLOCK: Final = "offline_clock"
"""Refused: the server is away and this machine's clock went back; the day is not known."""


@dataclass(frozen=True)
class Wish:
    """What a citizen asks for. Codes are the office's, or empty.

    ``appointment`` needs the server: such a wish is never given without it.
    """

    service: str
    priority: str = ""
    procedure: str = ""
    language: str = ""
    appointment: str = ""


@dataclass(frozen=True)
class Given:
    """A number for ``wish`` (the id ``Issuer.issue`` returned).

    ``ticket`` is its id for paper and status page: not the wish's id. ``issued_at`` is in the
    office's zone. Without the server (``offline``) nobody can honestly say how many come first:
    ``ahead`` and ``wait`` are then ``None``. ``notes`` are the codes of ``Result.notes``.
    """

    wish: str
    ticket: str
    label: str
    service: str
    issued_at: datetime
    ahead: int | None = None
    wait: WaitRange | None = None
    notes: tuple[str, ...] = ()
    offline: bool = False


@dataclass(frozen=True)
class Declined:
    """No number for ``wish``. ``code`` is an ``ErrorCode`` of the server or one of the above.

    The citizen may simply ask again: nothing he asked for before can come of it twice.
    """

    wish: str
    code: str


@dataclass(frozen=True)
class OfflineState:
    """How things stand, for pages and the maintenance screen.

    ``since`` is when the server was lost (office time, ``None`` while it is there); ``left`` how
    many numbers are kept a service (one that is missing has none); ``unsent_count`` numbers given
    that the server does not know yet; ``refused`` the labels of those it would not take, which
    need a person (``Issuer.dismiss`` when he has seen to them); ``fault`` is empty, ``disk``
    (nothing can be written down), ``clock`` or ``refused``.
    """

    is_offline: bool = False
    since: datetime | None = None
    left: Mapping[str, int] = field(default_factory=dict)
    unsent_count: int = 0
    refused: tuple[str, ...] = ()
    fault: str = ""

    def can_give(self, service: str) -> bool:
        """Whether a number of ``service`` could be given without the server."""
        return self.left.get(service, 0) > 0
