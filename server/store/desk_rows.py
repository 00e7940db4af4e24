"""Event → rows of the ``desk_state`` read model: the stretches of one desk's day."""

from datetime import datetime
from typing import Any

from server.core import events as e
from server.core.model import DeskStatus
from server.store.ticket_rows import Row

Stretches = tuple[Row, ...]
"""All stretches of a desk today in order; the last one lasts. None before its first opening."""


def stretches_after(stream: str, rows: Stretches, event: e.CounterEvent) -> Stretches:
    """The stretches after the event; the same value if the desk goes on as it was."""
    if isinstance(event, e.CounterOpened):
        goes_on = rows and rows[-1]["status"] != DeskStatus.CLOSED
        if goes_on and rows[-1]["clerk"] == event.clerk:
            return rows
        return _begun(stream, rows, event, DeskStatus.OPEN)
    if isinstance(event, e.CounterPaused):
        return _begun(stream, rows, event, DeskStatus.PAUSED, reason=event.reason)
    if isinstance(event, e.CounterResumed):
        return _begun(stream, rows, event, DeskStatus.OPEN)
    if isinstance(event, e.CounterClosed):
        return _begun(stream, rows, event, DeskStatus.CLOSED, clerk="")
    if isinstance(event, e.PauseUndone):
        return ended(rows[:-1], None)
    return rows


def ended(rows: Stretches, at: datetime | None) -> Stretches:
    """The last stretch ends ``at``; with ``None`` it is open again."""
    return (*rows[:-1], rows[-1] | {"to_at": at})


def _begun(
    stream: str, rows: Stretches, event: e.CounterEvent, status: DeskStatus, **more: Any
) -> Stretches:
    row: Row = {
        "stream": stream,
        "counter": event.counter,
        "number": len(rows) + 1,
        "status": status.value,
        "from_at": event.at,
        "to_at": None,
        "clerk": event.clerk,
        "reason": "",
    }
    return (*(ended(rows, event.at) if rows else ()), row | more)
