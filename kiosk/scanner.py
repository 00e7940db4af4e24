"""What the scanner of a kiosk may read. (Placeholder of KIOSK-UI until SPOOL's file is here.)"""

from dataclasses import dataclass


@dataclass(frozen=True)
class AppointmentScan:
    """An appointment's code."""

    code: str


@dataclass(frozen=True)
class TicketScan:
    """A ticket's id."""

    ticket: str


@dataclass(frozen=True)
class CardScan:
    """A citizen card: the age, and a salted mark of today."""

    age: int
    mark: str


@dataclass(frozen=True)
class UnknownScan:
    """Something else."""

    why: str


Scan = AppointmentScan | TicketScan | CardScan | UnknownScan
