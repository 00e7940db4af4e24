"""Event → row of the ``forecast`` read model: what was told, judged by the first call."""

from server.core import events as e
from server.store.ticket_rows import Row


def forecast_made(stream: str, event: e.TicketIssued) -> Row:
    """What the citizen was told with the number."""
    return {
        "stream": stream,
        "ticket": event.ticket,
        "service": event.service,
        "made_at": event.at,
        "ahead": event.ahead,
        "low_s": event.wait_low_s,
        "high_s": event.wait_high_s,
        "called_after_s": None,
        "inside": None,
    }


def forecast_after(row: Row, event: e.TicketEvent) -> Row:
    """The forecast after one more event of its ticket; the same value if nothing changed."""
    if isinstance(event, e.TicketCalled) and row["called_after_s"] is None:
        return row | _judged(row, (event.at - row["made_at"]).total_seconds())
    if isinstance(event, e.ActionUndone) and event.first_called_at is None:
        return row | {"called_after_s": None, "inside": None}
    return row


def _judged(row: Row, called_after_s: float) -> Row:
    low_s, high_s = row["low_s"], row["high_s"]
    known = low_s is not None and high_s is not None
    inside = low_s <= called_after_s <= high_s if known else None
    return {"called_after_s": called_after_s, "inside": inside}
