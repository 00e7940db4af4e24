"""Event → rows of the ``forecast`` read model: what was told, judged by the first call."""

from typing import Final

from server.core import events as e
from server.store.ticket_rows import Row

AT_ISSUE: Final = "issue"
"""Made with the number: what the citizen was told."""
REVIEW: Final = "review"
"""Made while the ticket waited: nobody is told, it only measures the forecasts."""

Forecasts = tuple[Row, ...]
"""All of one ticket in order."""


def first_forecast(stream: str, event: e.TicketIssued) -> Forecasts:
    """What the citizen was told with the number."""
    return (
        {
            "stream": stream,
            "ticket": event.ticket,
            "number": 1,
            "kind": AT_ISSUE,
            "service": event.service,
            "priority": event.priority,
            "made_at": event.at,
            "ahead": event.ahead,
            "work_s": event.work_s,
            "low_s": event.wait_low_s,
            "likely_s": event.wait_likely_s,
            "high_s": event.wait_high_s,
            "called_after_s": None,
            "inside": None,
        },
    )


def reviewed(
    forecasts: Forecasts, event: e.ForecastsMade, told: e.Foretold, ticket: Row
) -> Forecasts:
    """The forecasts with one more, made for the waiting ticket."""
    review = forecasts[0] | {
        "number": len(forecasts) + 1,
        "kind": REVIEW,
        "service": ticket["service"],
        "priority": ticket["priority"],
        "made_at": event.at,
        "ahead": told.ahead,
        "work_s": told.work_s,
        "low_s": told.low_s,
        "likely_s": told.likely_s,
        "high_s": told.high_s,
    }
    return (*forecasts, review)


def forecasts_after(forecasts: Forecasts, event: e.TicketEvent) -> Forecasts:
    """The forecasts of a ticket after one more event of it; the same value if nothing changed."""
    if isinstance(event, e.TicketCalled) and forecasts[0]["called_after_s"] is None:
        return tuple(
            row | _judged(row, (event.at - row["made_at"]).total_seconds()) for row in forecasts
        )
    if isinstance(event, e.ActionUndone) and event.first_called_at is None:
        return tuple(row | {"called_after_s": None, "inside": None} for row in forecasts)
    return forecasts


def _judged(row: Row, called_after_s: float) -> Row:
    low_s, high_s = row["low_s"], row["high_s"]
    known = low_s is not None and high_s is not None
    inside = low_s <= called_after_s <= high_s if known else None
    return {"called_after_s": called_after_s, "inside": inside}
