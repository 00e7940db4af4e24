"""Tells systemd that the window is alive; one that hangs is killed and started again.

The message is sent by a timer in the window's own thread, so it stops when that thread hangs
(``WatchdogSec=`` of the unit in docs/deploy). Without systemd nothing is sent.
"""

import contextlib
import os
import socket
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer

ABSTRACT: Final = "@"


class Watchdog(QObject):
    """Sends ``READY=1`` when made, then ``WATCHDOG=1`` twice in each span that systemd allows."""

    def __init__(
        self, environment: Mapping[str, str] = os.environ, parent: QObject | None = None
    ) -> None:
        """Read ``NOTIFY_SOCKET`` and ``WATCHDOG_USEC`` of ``environment``."""
        super().__init__(parent)
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        if not self._address:
            return
        self._say("READY=1")
        span_us = environment.get("WATCHDOG_USEC", "")
        if span_us.isdigit() and int(span_us):
            self._timer.start(max(1, int(span_us) // 2000))

    def _beat(self) -> None:
        self._say("WATCHDOG=1")

    def _say(self, words: str) -> None:
        address = self._address
        if address.startswith(ABSTRACT):
            address = "\0" + address[1:]
        # systemd may be away or busy for a moment; the next message comes soon.
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as line,
        ):
            line.sendto(words.encode(), address)
