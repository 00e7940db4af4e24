"""Why a ticket was called before others: a code and its parameters, never a sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.core.model import Ticket

OLDEST: Final = "oldest"
CREDIT: Final = "credit"
CAP: Final = "cap"
RETURNED: Final = "returned"

CODES: Final = (OLDEST, CREDIT, CAP, RETURNED)


@dataclass(frozen=True, slots=True)
class Why:
    """A reason of the queue discipline. Parameters are sorted pairs, minutes are whole."""

    code: str
    params: tuple[tuple[str, str | int], ...] = ()


def oldest() -> Why:
    """He came first of all this desk may serve."""
    return Why(OLDEST)


def credit(ticket: Ticket) -> Why:
    """His priority counts as having come earlier."""
    return Why(CREDIT, (("credit_min", round(ticket.credit_s / 60)), ("priority", ticket.priority)))


def cap(ticket: Ticket, now: datetime, cap_s: int) -> Why:
    """He has waited so long that nobody may overtake him any more."""
    waited = (now - ticket.arrived_at).total_seconds()
    return Why(CAP, (("cap_min", round(cap_s / 60)), ("waited_min", int(waited // 60))))


def returned() -> Why:
    """His place at this desk was kept."""
    return Why(RETURNED)
