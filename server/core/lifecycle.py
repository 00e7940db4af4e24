"""The one life table of a ticket: status, event, next status. An absent entry is an illegal move.

An undo is no move of a ticket's life: it puts back what was (``ActionUndone``).

decide asks it whether, evolve asks it whereto, the counter's lit buttons, the tests that walk
every pair and the diagram in ARCHITECTURE.md all read it.
"""

from typing import Final

from server.codes import ErrorCode
from server.core.events import (
    LegCompleted,
    PriorityAdded,
    ServiceStarted,
    TicketCalled,
    TicketCancelled,
    TicketCompleted,
    TicketEvent,
    TicketHeld,
    TicketMissed,
    TicketRecalled,
    TicketReturned,
    TicketRouted,
    TicketTransferred,
)
from server.core.model import Status
from server.core.rejected import Rejected

BIRTH: Final = Status.WAITING
"""The status in which ``TicketIssued`` puts a ticket."""

TABLE: Final[dict[Status, dict[type[TicketEvent], Status]]] = {
    Status.WAITING: {
        TicketCalled: Status.CALLED,
        PriorityAdded: Status.WAITING,
        TicketCancelled: Status.CANCELLED,
    },
    Status.CALLED: {
        TicketRecalled: Status.CALLED,
        ServiceStarted: Status.SERVING,
        TicketMissed: Status.NO_SHOW,
        TicketHeld: Status.ON_HOLD,
        TicketTransferred: Status.WAITING,
        TicketRouted: Status.CALLED,
        TicketCancelled: Status.CANCELLED,
    },
    Status.SERVING: {
        TicketCompleted: Status.COMPLETED,
        LegCompleted: Status.WAITING,
        TicketRouted: Status.SERVING,
        TicketHeld: Status.ON_HOLD,
        TicketTransferred: Status.WAITING,
        TicketCancelled: Status.CANCELLED,
    },
    Status.ON_HOLD: {
        PriorityAdded: Status.ON_HOLD,
        TicketReturned: Status.WAITING,
        TicketCancelled: Status.CANCELLED,
    },
    Status.NO_SHOW: {
        PriorityAdded: Status.NO_SHOW,
        TicketReturned: Status.WAITING,
        TicketCancelled: Status.CANCELLED,
    },
    Status.COMPLETED: {},
    Status.CANCELLED: {},
}

FINAL: Final = frozenset(status for status, exits in TABLE.items() if not exits)
IN_HAND: Final = frozenset({Status.CALLED, Status.SERVING})
"""The statuses in which a desk holds the ticket."""
SET_ASIDE: Final = frozenset({Status.ON_HOLD, Status.NO_SHOW})


def allows(status: Status, event: type[TicketEvent]) -> bool:
    """Whether the life of a ticket knows this move."""
    return event in TABLE[status]


def after(status: Status, event: type[TicketEvent]) -> Status:
    """The status after the move. Raises ``Rejected(ILLEGAL_MOVE)`` when there is none."""
    try:
        return TABLE[status][event]
    except KeyError:
        raise Rejected(ErrorCode.ILLEGAL_MOVE, f"{event.__name__} while {status}") from None


def diagram() -> str:
    """The table as a Mermaid state diagram, for ARCHITECTURE.md."""
    lines = ["stateDiagram-v2", f"    [*] --> {BIRTH}: TicketIssued"]
    for status, exits in TABLE.items():
        lines += [f"    {status} --> {to}: {event.__name__}" for event, to in exits.items()]
        if not exits:
            lines.append(f"    {status} --> [*]")
    return "\n".join(lines)
