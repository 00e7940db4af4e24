"""Why a ticket was called before others, as a code with parameters, never a sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.core.model import Ticket

OLDEST: Final = "oldest"
CREDIT: Final = "credit"
CAP: Final = "cap"
CLASS: Final = "class"
TURN: Final = "turn"
WEIGHT: Final = "weight"
PREFERRED: Final = "preferred"
LANGUAGE: Final = "language"
RETURNED: Final = "returned"
SENT_HERE: Final = "sent_here"
CHOSEN: Final = "chosen"

CODES: Final = (
    *(OLDEST, CREDIT, CAP, CLASS, TURN, WEIGHT),
    *(PREFERRED, LANGUAGE, RETURNED, SENT_HERE, CHOSEN),
)


@dataclass(frozen=True, slots=True)
class Why:
    """A reason of the queue discipline. Parameters are sorted pairs, minutes are whole."""

    code: str
    params: tuple[tuple[str, str | int], ...] = ()


def oldest() -> Why:
    """He came first of all this desk may serve."""
    return Why(OLDEST)


def credit(ticket: Ticket, credit_s: int) -> Why:
    """His priority counts as having come earlier."""
    return Why(CREDIT, (("credit_min", round(credit_s / 60)), ("priority", ticket.priority)))


def cap(ticket: Ticket, now: datetime, cap_s: int) -> Why:
    """He has waited so long that nobody may overtake him any more."""
    waited = (now - ticket.stands_at).total_seconds()
    return Why(CAP, (("cap_min", round(cap_s / 60)), ("waited_min", int(waited // 60))))


def first_by_class(ticket: Ticket) -> Why:
    """His priority class goes first."""
    return Why(CLASS, (("priority", ticket.priority),))


def by_turn(priority_turns: int, ordinary_turns: int) -> Why:
    """It was the turn of his kind in the office's ratio."""
    return Why(TURN, (("ordinary_turns", ordinary_turns), ("priority_turns", priority_turns)))


def weighted(ticket: Ticket) -> Why:
    """His waiting counts more than that of those who came before."""
    return Why(WEIGHT, (("priority", ticket.priority),))


def preferred(service: str) -> Why:
    """His service comes before those of who came earlier in the desk's list."""
    return Why(PREFERRED, (("service", service),))


def language(spoken: str) -> Why:
    """Who came before him speaks this language, and another desk at work does too."""
    return Why(LANGUAGE, (("language", spoken),))


def returned() -> Why:
    """His place at this desk was kept."""
    return Why(RETURNED)


def sent_here() -> Why:
    """He was sent to this very desk."""
    return Why(SENT_HERE)


def chosen(reason: str) -> Why:
    """A clerk called him out of order, for this coded reason."""
    return Why(CHOSEN, (("reason", reason),))
