"""A printer on a serial line, through pyserial."""

import contextlib
import time
from typing import TYPE_CHECKING, Final

from kiosk.printing.address import SerialAddress
from kiosk.printing.link import LinkError, PrinterTimeouts
from kiosk.printing.port import PrintReason

if TYPE_CHECKING:
    from serial import Serial

CHUNK: Final = 256
"""A write that times out does not say how much it wrote, so pieces are small."""


class SerialLink:
    """See ``PrinterLink``. Eight bits, no parity, DSR/DTR handshake: the factory setting of
    printers.
    """

    two_way = True
    shared = False

    def __init__(self, address: SerialAddress, timeouts: PrinterTimeouts) -> None:
        """A line to ``address``, not yet open."""
        self._address = address
        self._timeouts = timeouts
        self._port: Serial | None = None

    def open(self) -> None:
        """Open the device with a write time-out, which pyserial lacks by default. Raises
        ``LinkError``.
        """
        import serial

        try:
            self._port = serial.Serial(
                self._address.device,
                self._address.baud,
                timeout=0,
                write_timeout=self._timeouts.idle_s,
                dsrdtr=True,
            )
        except (OSError, ValueError) as error:
            raise LinkError(PrintReason.UNREACHABLE, f"{error}") from error

    def write(self, data: bytes) -> int:
        """Write a small piece. Raises ``LinkError``."""
        import serial

        try:
            return int(self._line().write(data[:CHUNK]) or 0)
        except serial.SerialTimeoutException as error:
            raise LinkError(PrintReason.STALLED, "the printer stopped reading") from error
        except OSError as error:
            raise LinkError(PrintReason.DROPPED, f"while sending: {error}") from error

    def read(self, wait_s: float) -> bytes:
        """What came in within ``wait_s``. Raises ``LinkError``."""
        line = self._line()
        try:
            line.timeout = wait_s
            return bytes(line.read(max(1, line.in_waiting)))
        except OSError as error:
            raise LinkError(PrintReason.DROPPED, f"while reading: {error}") from error

    def finish(self) -> None:
        """Wait until the last byte has left the machine, as long as bytes go out."""
        end = time.monotonic() + self._timeouts.idle_s
        with contextlib.suppress(LinkError, OSError):
            while self._line().out_waiting and time.monotonic() < end:
                time.sleep(0.02)

    def close(self) -> None:
        """Close the device; unsent bytes are dropped, or closing would wait for them."""
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
