"""What the kiosk expects of a printer, and what can be known after a print.

That a driver returned without an error does not prove that paper came out. So an outcome always
says how sure we are (``PrintState``) and why (``PrintReason``); the screen and the spool decide by
it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol


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
    SPOOL_FULL = "spool_full"  # too many were waiting already
    TOO_OLD = "too_old"  # nobody waits for it any more
    GIVEN_UP = "given_up"  # its owner has left the kiosk
    POWER_CUT = "power_cut"  # the kiosk stopped while the printer was at it
    NOT_DRAWN = "not_drawn"  # the ticket could not be made into a picture


class PrinterStatus(StrEnum):
    """The printer's status as far as it is known. A code never changes its meaning."""

    OK = "ok"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"
    UNKNOWN = "unknown"  # it does not say

    @property
    def prints(self) -> bool:
        """Whether a ticket sent now will probably come out."""
        return self in (PrinterStatus.OK, PrinterStatus.PAPER_LOW, PrinterStatus.UNKNOWN)


_TELLS: Final = {
    PrintReason.OK: PrinterStatus.OK,
    PrintReason.PAPER_LOW: PrinterStatus.PAPER_LOW,
    PrintReason.PAPER_OUT: PrinterStatus.PAPER_OUT,
    PrintReason.COVER_OPEN: PrinterStatus.COVER_OPEN,
    PrintReason.PRINTER_ERROR: PrinterStatus.ERROR,
    PrintReason.OFFLINE: PrinterStatus.OFFLINE,
    PrintReason.UNREACHABLE: PrinterStatus.OFFLINE,
    PrintReason.DROPPED: PrinterStatus.OFFLINE,
    PrintReason.STALLED: PrinterStatus.OFFLINE,
}


def status_after(reason: PrintReason) -> PrinterStatus:
    """The printer's status that follows from the reason of an outcome."""
    return _TELLS.get(reason, PrinterStatus.UNKNOWN)


@dataclass(frozen=True)
class PrintOutcome:
    """What is known after a print. ``detail`` is for the log, never for citizens."""

    state: PrintState
    reason: PrintReason
    detail: str = ""


class TicketPrinter(Protocol):
    """Prints jobs, one after the other, from one thread.

    Calls block, but every wait inside has a time-out; trouble with the device is an outcome,
    never an exception.
    """

    def send(self, job: bytes) -> PrintOutcome:
        """Print a finished job (``job.job_bytes``) and say what is known about it."""
        ...

    def status(self) -> PrinterStatus:
        """Ask the printer how it is; nothing is printed."""
        ...

    def close(self) -> None:
        """Close the device. Nothing may be printed afterwards."""
        ...
