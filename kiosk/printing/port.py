"""What the kiosk expects of a printer, and what may be known after a print.

A return from a printer driver proves nothing about paper. Hence an outcome always says how
sure we are (``PrintState``) and why (``PrintReason``); the screen and the spool decide by it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.printing.receipt import Receipt


class PrintState(StrEnum):
    """How sure we are that the ticket came out."""

    CONFIRMED = "confirmed"  # the printer answered after the last row
    UNCONFIRMED = "unconfirmed"  # everything was handed over, the printer never speaks
    UNKNOWN = "unknown"  # something went wrong on the way: perhaps half a ticket
    NOT_SENT = "not_sent"  # certainly no paper: may be tried again


class PrintReason(StrEnum):
    """Why the outcome is what it is. A code never changes its meaning."""

    OK = "ok"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PRINTER_ERROR = "printer_error"
    OFFLINE = "offline"
    ONE_WAY = "one_way"  # the line cannot carry an answer
    NO_ANSWER = "no_answer"  # the printer could answer and does not
    UNREACHABLE = "unreachable"
    DROPPED = "dropped"
    STALLED = "stalled"
    NO_PRINTER = "no_printer"  # the kiosk is set up without one: do not try again


@dataclass(frozen=True)
class PrintOutcome:
    """What is known after a print. ``detail`` is for the log, never for citizens."""

    state: PrintState
    reason: PrintReason
    detail: str = ""


class TicketPrinter(Protocol):
    """Prints tickets, one after the other, from one thread.

    Calls block, but every wait inside has a time-out; trouble with the device is an outcome,
    never an exception.
    """

    def print(self, receipt: Receipt) -> PrintOutcome:
        """Print one ticket and say what is known about it."""
        ...

    def close(self) -> None:
        """Let go of the device. Printing afterwards is a mistake of the caller."""
        ...
