"""A file, a named pipe or a device file: bytes go out, nothing comes back."""

import os
import select
import time

from kiosk.printing.address import FileAddress
from kiosk.printing.link import LinkError, PrinterTimeouts
from kiosk.printing.port import PrintReason


class FileLink:
    """See ``PrinterLink``. A file that is not there is made; jobs are added at its end."""

    two_way = False
    shared = False

    def __init__(self, address: FileAddress, timeouts: PrinterTimeouts) -> None:
        """A line to ``address``, not yet open."""
        self._path = address.path
        self._timeouts = timeouts
        self._file: int | None = None

    def open(self) -> None:
        """Open for appending. Raises ``LinkError``, also for a pipe that nobody reads."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            self._file = os.open(self._path, flags, 0o600)
        except OSError as error:
            raise LinkError(PrintReason.UNREACHABLE, f"{error}") from error

    def write(self, data: bytes) -> int:
        """Write as much as is taken now, waiting while the device is busy. Raises ``LinkError``."""
        if self._file is None:
            raise LinkError(PrintReason.DROPPED, "the file is not open")
        end = time.monotonic() + self._timeouts.idle_s
        while True:
            try:
                return os.write(self._file, data)
            except BlockingIOError:
                left = end - time.monotonic()
            except OSError as error:
                raise LinkError(PrintReason.DROPPED, f"while writing: {error}") from error
            if left <= 0:
                raise LinkError(PrintReason.STALLED, "nobody reads at the other end")
            select.select([], [self._file], [], left)

    def read(self, wait_s: float) -> bytes:  # noqa: ARG002 -- the port asks for it
        """Returns nothing: a file does not answer."""
        return b""

    def finish(self) -> None:
        """Does nothing: what the kernel took is on its way."""

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
