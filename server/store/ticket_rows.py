"""Event → row of the ``ticket`` read model: pure, so that a rebuild and a check are one fold."""

from collections.abc import Callable
from typing import Any, Final

from server.core import events as e
from server.core.lifecycle import BIRTH, FINAL, TABLE
from server.core.model import Status

Row = dict[str, Any]
"""Columns of ``TicketRow`` by name."""

EMPTY: Final[Row] = {
    "first_called_at": None,
    "called_at": None,
    "started_at": None,
    "ended_at": None,
    "counter": "",
    "clerk": "",
    "outcome": "",
    "recall_count": 0,
    "transfer_count": 0,
    "procedure": "",
    "paper": "",
    "copy_count": 0,
    "rating": None,
}


def is_final(row: Row) -> bool:
    """Whether no event can change this row any more."""
    return Status(row["status"]) in FINAL


def issued(stream: str, event: e.TicketIssued) -> Row:
    """The row of a new ticket."""
    return EMPTY | {
        "ticket": event.ticket,
        "stream": stream,
        "label": event.label,
        "service": event.service,
        "priority": event.priority,
        "status": BIRTH.value,
        "issued_at": event.at,
        "ahead": event.ahead,
        "wait_low_s": event.wait_low_s,
        "wait_high_s": event.wait_high_s,
        "procedure": event.procedure,
    }


def project(row: Row, event: e.TicketEvent) -> Row:
    """The ticket's row after one more event of its life."""
    if isinstance(event, e.TicketRemark):
        return row | _remarked(row, event)
    if isinstance(event, e.ActionUndone):
        return row | _undone(event)
    status = TABLE[Status(row["status"])][type(event)]
    return row | {"status": status.value} | _CHANGES[type(event)](row, event)


def _remarked(row: Row, event: e.TicketRemark) -> Row:
    if isinstance(event, e.PaperReported):
        return {
            "paper": event.outcome,
            "copy_count": max(row["copy_count"], event.copy_number),
        }
    if isinstance(event, e.TicketRated):
        return {"rating": event.score}
    if isinstance(event, e.PrintRequested):
        return {"copy_count": max(row["copy_count"], event.copy_number)}
    return {}


def _called(row: Row, event: e.TicketCalled) -> Row:
    return {
        "first_called_at": row["first_called_at"] or event.at,
        "called_at": event.at,
        "counter": event.counter,
        "clerk": event.clerk,
        "recall_count": 0,
    }


def _nothing(_row: Row, _event: e.TicketEvent) -> Row:
    return {}


def _back_in_the_hall(_row: Row, _event: e.TicketEvent) -> Row:
    return {"counter": "", "started_at": None}


def _transferred(row: Row, event: e.TicketTransferred) -> Row:
    count = row["transfer_count"] + 1
    return _back_in_the_hall(row, event) | {"service": event.service, "transfer_count": count}


def _undone(event: e.ActionUndone) -> Row:
    return {
        "status": event.status,
        "service": event.service,
        "counter": event.owner,
        "called_at": event.called_at,
        "started_at": event.started_at,
        "first_called_at": event.first_called_at,
        "recall_count": event.recall_count,
        "transfer_count": event.transfer_count,
        "ended_at": None,
        "outcome": "",
    }


def _leg_completed(row: Row, event: e.LegCompleted) -> Row:
    return _back_in_the_hall(row, event) | {"service": event.service, "outcome": event.outcome}


_CHANGES: Final[dict[type[e.TicketEvent], Callable[[Row, Any], Row]]] = {
    e.TicketCalled: _called,
    e.TicketRecalled: lambda _, event: {"recall_count": event.recall_count},
    e.ServiceStarted: lambda _, event: {"started_at": event.at, "clerk": event.clerk},
    e.TicketCompleted: lambda _, event: {
        "ended_at": event.at,
        "outcome": event.outcome,
        "clerk": event.clerk,
    },
    e.LegCompleted: _leg_completed,
    e.TicketRouted: _nothing,
    e.PriorityAdded: lambda _, event: {"priority": event.priority},
    e.TicketMissed: _back_in_the_hall,
    e.TicketHeld: lambda _, __: {"counter": ""},
    e.TicketReturned: _back_in_the_hall,
    e.TicketTransferred: _transferred,
    e.TicketCancelled: lambda _, event: {"ended_at": event.at, "outcome": event.reason},
}
