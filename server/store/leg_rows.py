"""Event → rows of the ``leg`` read model: the stops of one ticket, the last one under way."""

from collections.abc import Callable
from typing import Any, Final

from server.core import events as e
from server.store.ticket_rows import Row

Legs = tuple[Row, ...]
"""All stops of a ticket in order."""

TRANSFERRED: Final = "transferred"
"""The outcome of a stop that ended because the ticket was sent elsewhere."""

_EMPTY: Final[Row] = {
    "called_at": None,
    "started_at": None,
    "ended_at": None,
    "counter": "",
    "clerk": "",
    "outcome": "",
}


def first_leg(stream: str, event: e.TicketIssued) -> Legs:
    """A new ticket queues for its first stop."""
    return (_leg(stream, event, 1, event.service),)


def legs_after(legs: Legs, event: e.TicketEvent) -> Legs:
    """The stops after one more event of the ticket's life; the same value if nothing changed."""
    change = _CHANGES.get(type(event))
    return legs if change is None else change(legs, event)


def legs_restored(before: Legs, event: e.ActionUndone) -> Legs:
    """The stops as they were before the action that was taken back."""
    return with_service(before, event.service)


def with_service(legs: Legs, service: str) -> Legs:
    """The stop under way is one of this service."""
    return legs if legs[-1]["service"] == service else _last(legs, service=service)


def _leg(stream: str, event: e.TicketEvent, number: int, service: str) -> Row:
    return {
        "stream": stream,
        "ticket": event.ticket,
        "number": number,
        "service": service,
        "queued_at": event.at,
        **_EMPTY,
    }


def _last(legs: Legs, **changes: Any) -> Legs:
    return (*legs[:-1], legs[-1] | changes)


def _called(legs: Legs, event: e.TicketCalled) -> Legs:
    called_at = legs[-1]["called_at"] or event.at
    return _last(legs, called_at=called_at, counter=event.counter, clerk=event.clerk)


def _started(legs: Legs, event: e.ServiceStarted) -> Legs:
    return _last(legs, started_at=event.at, clerk=event.clerk)


def _returned(legs: Legs, _event: e.TicketReturned) -> Legs:
    return legs if legs[-1]["started_at"] is None else _last(legs, started_at=None)


def _completed(legs: Legs, event: e.TicketCompleted) -> Legs:
    return _last(legs, ended_at=event.at, outcome=event.outcome, clerk=event.clerk)


def _cancelled(legs: Legs, event: e.TicketCancelled) -> Legs:
    return _last(legs, ended_at=event.at, outcome=event.reason)


def _leg_completed(legs: Legs, event: e.LegCompleted) -> Legs:
    ended = _last(legs, ended_at=event.at, outcome=event.outcome, clerk=event.clerk)
    return _next(ended, event, event.service)


def _transferred(legs: Legs, event: e.TicketTransferred) -> Legs:
    return _next(_last(legs, ended_at=event.at, outcome=TRANSFERRED), event, event.service)


def _next(legs: Legs, event: e.TicketEvent, service: str) -> Legs:
    return (*legs, _leg(legs[-1]["stream"], event, len(legs) + 1, service))


_CHANGES: Final[dict[type[e.TicketEvent], Callable[[Legs, Any], Legs]]] = {
    e.TicketCalled: _called,
    e.ServiceStarted: _started,
    e.TicketReturned: _returned,
    e.TicketCompleted: _completed,
    e.LegCompleted: _leg_completed,
    e.TicketTransferred: _transferred,
    e.TicketCancelled: _cancelled,
}
