"""The state of a part of a device, reported to the server on change and after every reconnect."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from server.client.qt_link import ServerLink
from server.protocol.commands import ReportDevice

WELL: Final = "ok"


class Reports(QObject):
    """Reports the state of one ``part`` (``printer``, ``sound``, ``disk``, ``clock``).

    The server keeps the last report, but it may have been away when something changed.
    """

    def __init__(self, link: ServerLink, part: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._part = part
        self._status = WELL
        self._told = ""
        link.connectionChanged.connect(self._connected)

    @Slot(str)
    def tell(self, fault: str) -> None:
        """Set the part's fault from now on; empty or ``ok`` is no fault."""
        self._status = fault or WELL
        self._send()

    @Slot(str)
    def _connected(self, word: str) -> None:
        if word == "live":
            self._send()
        else:
            self._told = ""

    def _send(self) -> None:
        # While the link is down only the newest status is kept.
        if not self._link.is_stale and self._told != self._status:
            self._told = self._status
            self._link.send(ReportDevice.model_validate({"part": self._part, "status": self._told}))
