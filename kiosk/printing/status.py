"""Status bytes of ESC/POS printers. Pure.

Three kinds of answer share one line and may come unasked and late: real-time status (``DLE EOT``,
fixed bits 0xx1 xx10), automatic status (four bytes, the first 0xx1 xx00, the others 0xx0 xxxx) and
the in-order answer to ``GS r`` (0xx0 xxxx). Taking any byte for the answer to the last question
would turn noise into "plenty of paper", so each byte is classified first.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from kiosk.printing.port import PrintReason

ASK_PRINTER: Final = b"\x10\x04\x01"
ASK_OFFLINE_CAUSE: Final = b"\x10\x04\x02"
ASK_PAPER: Final = b"\x10\x04\x04"
CONFIRM: Final = b"\x1dr\x01"
"""Asks for the paper sensor in its turn: answered only after everything before it was printed."""

AUTOMATIC_BYTES: Final = 4
FLOW_CONTROL: Final = (0x11, 0x13)


@dataclass(frozen=True)
class PrinterCondition:
    """What is known of the printer; no fault until it reports one."""

    offline: bool = False
    cover_open: bool = False
    paper_out: bool = False
    paper_low: bool = False
    error: bool = False

    @property
    def trouble(self) -> PrintReason | None:
        """Why nothing can be printed now; of several causes the one a person can mend first."""
        if self.cover_open:
            return PrintReason.COVER_OPEN
        if self.paper_out:
            return PrintReason.PAPER_OUT
        if self.error:
            return PrintReason.PRINTER_ERROR
        return PrintReason.OFFLINE if self.offline else None

    @property
    def good(self) -> PrintReason:
        """The reason code of a ticket that came out in this condition."""
        return PrintReason.PAPER_LOW if self.paper_low else PrintReason.OK

    def told(self, question: bytes, answer: int) -> "PrinterCondition":
        """The condition after the real-time ``answer`` to ``question``."""
        if question == ASK_PRINTER:
            return replace(self, offline=bool(answer & 0x08))
        if question == ASK_OFFLINE_CAUSE:
            return replace(
                self,
                cover_open=bool(answer & 0x04),
                paper_out=self.paper_out or bool(answer & 0x20),
                error=bool(answer & 0x40),
            )
        return replace(
            self,
            paper_out=self.paper_out or answer & 0x60 == 0x60,
            paper_low=answer & 0x0C == 0x0C,
        )


@dataclass
class StatusReader:
    """Classifies the bytes that come in. ``live`` are real-time bytes, ``turns`` answers to ``GS
    r``.

    ``told`` is the last automatic status, or ``None``. ``noise`` counts bytes that are none of
    these; then any byte may be noise that looks like an answer.
    """

    live: list[int] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    told: PrinterCondition | None = None
    noise: int = 0
    _automatic: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> None:
        """Take in bytes in the order they came."""
        for byte in data:
            if byte & 0x93 == 0x12:
                self.live.append(byte)
            elif byte & 0x93 == 0x10:
                self._automatic[:] = bytes([byte])
            elif byte & 0x90 == 0 and self._automatic:
                self._automatic.append(byte)
                self._close_automatic()
            elif _is_turn(byte):
                self.turns.append(byte)
            elif byte not in FLOW_CONTROL:
                self.noise += 1

    def _close_automatic(self) -> None:
        if len(self._automatic) < AUTOMATIC_BYTES:
            return
        first, second, third, _ = self._automatic
        self._automatic.clear()
        self.told = PrinterCondition(
            offline=bool(first & 0x08),
            cover_open=bool(first & 0x20),
            paper_out=third & 0x0C == 0x0C,
            paper_low=third & 0x03 == 0x03,
            error=bool(second & 0x68),
        )


def _is_turn(byte: int) -> bool:
    """Both bits of a sensor are always equal in an answer to ``CONFIRM``."""
    return byte & 0x90 == 0 and byte & 0x0F in (0x00, 0x03, 0x0C, 0x0F)


def turn_condition(answer: int) -> PrinterCondition:
    """What the answer to ``CONFIRM`` says of the paper."""
    return PrinterCondition(paper_out=answer & 0x0C == 0x0C, paper_low=answer & 0x03 == 0x03)
