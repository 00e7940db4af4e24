"""A network printer: raw bytes over TCP, one connection a job."""

import contextlib
import os
import socket
import struct
import time
from typing import Final

from kiosk.printing.address import TcpAddress
from kiosk.printing.link import LinkError, PrinterTimeouts
from kiosk.printing.port import PrintReason

SEND_BUFFER: Final = 16_384
"""Small, so that a printer that stopped reading is noticed during the job."""
AT_ONCE: Final = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""As ``SO_LINGER``: closing throws away what was not sent yet."""


class TcpLink:
    """See ``PrinterLink``."""

    two_way = True
    shared = True

    def __init__(self, address: TcpAddress, timeouts: PrinterTimeouts) -> None:
        """A line to ``address``, not yet open."""
        self._address = address
        self._timeouts = timeouts
        self._socket: socket.socket | None = None
        self._stalled = False

    def open(self) -> None:
        """Connect. Raises ``LinkError`` when nothing answers."""
        where = (self._address.host, self._address.port)
        self._stalled = False
        try:
            self._socket = socket.create_connection(where, self._timeouts.connect_s)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        except OSError as error:
            raise LinkError(PrintReason.UNREACHABLE, f"{where}: {error}") from error

    def write(self, data: bytes) -> int:
        """Write as much as the kernel takes. Raises ``LinkError``."""
        line = self._line()
        line.settimeout(self._timeouts.idle_s)
        try:
            return line.send(data)
        except TimeoutError as error:
            self._stalled = True
            raise LinkError(PrintReason.STALLED, "the printer stopped reading") from error
        except OSError as error:
            raise LinkError(PrintReason.DROPPED, f"while sending: {error}") from error

    def read(self, wait_s: float) -> bytes:
        """What came in within ``wait_s``. Raises ``LinkError``, also when the printer has
        closed.
        """
        line = self._line()
        line.settimeout(wait_s)
        try:
            data = line.recv(4096)
        except (TimeoutError, BlockingIOError):
            return b""
        except OSError as error:
            raise LinkError(PrintReason.DROPPED, f"while reading: {error}") from error
        if not data:
            raise LinkError(PrintReason.DROPPED, "the printer ended the connection")
        return data

    def finish(self) -> None:
        """Close our side, then read until the printer closes too.

        Closing with unread status bytes would send a reset, and a reset throws away what the
        printer has not read yet.
        """
        end = time.monotonic() + self._timeouts.drain_s
        with contextlib.suppress(LinkError, OSError):
            self._line().shutdown(socket.SHUT_WR)
            while (left := end - time.monotonic()) > 0:
                self.read(left)

    def close(self) -> None:
        """Close the connection; after a stall the rest is dropped, or it would be printed much
        later.
        """
        if self._socket is not None:
            if self._stalled:
                with contextlib.suppress(OSError):
                    self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            self._socket.close()
            self._socket = None

    def _line(self) -> socket.socket:
        if self._socket is None:
            raise LinkError(PrintReason.DROPPED, "the line is not open")
        return self._socket
