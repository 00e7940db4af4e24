"""Checks of this machine: its clock against the server's, and its disk."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from server.protocol.messages import Welcome

LOOK_MS: Final = 30_000
LEAST_FREE: Final = 50 * 2**20
OFFSET_S: Final = 60.0
PROBE: Final = ".probe"


class Health(QObject):
    """Checks every half minute. ``found(part, status)`` fires for each part checked.

    ``offset_s`` is how many seconds this machine's clock is ahead of the server's, ``None`` until a
    server was heard, or while its clock runs at another rate (a demo). The kiosk itself uses the
    server's time.
    """

    found = Signal(str, str)

    def __init__(
        self,
        folder: Path,
        office_now: Callable[[], datetime],
        machine_now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        """``folder`` is where this kiosk keeps what must survive a power cut."""
        super().__init__(parent)
        self.offset_s: float | None = None
        self._folder = folder
        self._office_now = office_now
        self._machine_now = machine_now
        self._keeps_time = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    @Slot(object)
    def welcomed(self, welcome: Welcome) -> None:
        """Take the server's time for comparison, if it keeps real time."""
        self._keeps_time = welcome.clock_rate == 1
        self.look()

    @Slot()
    def look(self) -> None:
        """Check both now."""
        self.found.emit("disk", disk_status(self._folder))
        if not self._keeps_time:
            self.offset_s = None
            return
        self.offset_s = (self._machine_now() - self._office_now()).total_seconds()
        self.found.emit("clock", "ok" if abs(self.offset_s) < OFFSET_S else "offset")


def disk_status(folder: Path, least_free: int = LEAST_FREE) -> str:
    """``ok``, ``low`` (less than ``least_free`` bytes left) or ``unwritable``."""
    probe = folder / PROBE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with probe.open("wb") as file:
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
        probe.unlink()
        free = shutil.disk_usage(folder).free
    except OSError:
        return "unwritable"
    return "ok" if free >= least_free else "low"
