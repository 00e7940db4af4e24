"""A printer on a serial line, through pyserial."""

import contextlib
import time
from typing import TYPE_CHECKING, Final

from kiosk.printing.address import SerialAddress
from kiosk.printing.link import LinkError, Patience
from kiosk.printing.port import PrintReason

if TYPE_CHECKING:
    from serial import Serial

CHUNK: Final = 256
"""A write that times out does not say how much it wrote: small pieces keep the doubt small."""


class SerialLink:
    """See ``PrinterLink``. Eight bits, no parity, handshake by DSR/DTR as printers leave the
    factory.
    """

    two_way = True
    shared = False

    def __init__(self, address: SerialAddress, patience: Patience) -> None:
        """A line to ``address``, not yet open."""
        self._address = address
        self._patience = patience
        self._port: Serial | None = None

    def open(self) -> None:
        """Open the device, with a bound on writing too: pyserial has none of its own."""
        import serial

        try:
            self._port = serial.Serial(
                self._address.device,
                self._address.baud,
                timeout=0,
                write_timeout=self._patience.idle_s,
                dsrdtr=True,
            )
        except (OSError, ValueError) as error:
            raise LinkError(PrintReason.UNREACHABLE, f"{error}") from error

    def write(self, data: bytes) -> int:
        """Write a small piece."""
        import serial

        try:
            return int(self._line().write(data[:CHUNK]) or 0)
        except serial.SerialTimeoutException as error:
            raise LinkError(PrintReason.STALLED, "the printer stopped reading") from error
        except OSError as error:
            raise LinkError(PrintReason.DROPPED, f"while sending: {error}") from error

    def read(self, wait_s: float) -> bytes:
        """What came in."""
        line = self._line()
        try:
            line.timeout = wait_s
            return bytes(line.read(max(1, line.in_waiting)))
        except OSError as error:
            raise LinkError(PrintReason.DROPPED, f"while reading: {error}") from error

    def finish(self) -> None:
        """Wait until the last byte left the machine, as long as some leave."""
        end = time.monotonic() + self._patience.idle_s
        with contextlib.suppress(LinkError, OSError):
            while self._line().out_waiting and time.monotonic() < end:
                time.sleep(0.02)

    def close(self) -> None:
        """Close the device; what never left is dropped, or closing would wait for it."""
        if self._port is not None:
            with contextlib.suppress(OSError):
                self._port.reset_output_buffer()
            with contextlib.suppress(OSError):
                self._port.close()
            self._port = None

    def _line(self) -> "Serial":
        if self._port is None:
            raise LinkError(PrintReason.DROPPED, "the line is not open")
        return self._port
