"""The line to a printer: what every kind of line can do, and how it fails."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.printing.port import PrintReason


@dataclass(frozen=True)
class PrinterTimeouts:
    """How long to wait for a printer, in seconds.

    ``idle_s`` is how long the printer may take nothing at all; ``total_s`` bounds a whole job.
    ``confirm_s`` is the wait for a printer that has answered before, ``mute_confirm_s`` for one
    that has not.
    """

    connect_s: float = 3.0
    answer_s: float = 0.8
    idle_s: float = 5.0
    confirm_s: float = 15.0
    mute_confirm_s: float = 1.5
    poll_s: float = 1.0
    drain_s: float = 1.0
    total_s: float = 120.0


class LinkError(Exception):
    """The line failed; ``reason`` says how, ``str()`` is for the log."""

    def __init__(self, reason: PrintReason, detail: str) -> None:
        """Keep the reason code and the words for the log."""
        super().__init__(detail)
        self.reason = reason


class PrinterLink(Protocol):
    """A line to one printer, opened for one job at a time.

    ``two_way``: answers can come back. ``shared``: other machines may print between two jobs of
    ours, so the printer may always be in the middle of something.
    """

    two_way: bool
    shared: bool

    def open(self) -> None:
        """Reach the printer.

        Raises:
            LinkError: it cannot be reached; nothing was sent.

        """
        ...

    def write(self, data: bytes) -> int:
        """Hand over some of ``data``, at least one byte, and say how many.

        Raises:
            LinkError: nothing was taken for ``idle_s``, or the line is gone.

        """
        ...

    def read(self, wait_s: float) -> bytes:
        """What the printer sent within ``wait_s`` seconds; empty when it sent nothing.

        Raises:
            LinkError: the line is gone.

        """
        ...

    def finish(self) -> None:
        """End a job without losing what was written: the printer may still be reading. Never
        raises.
        """
        ...

    def close(self) -> None:
        """Close the line at once. Never raises, may be called twice."""
        ...
