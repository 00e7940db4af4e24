"""How a part of a device is, told to the server when it changes and after every reconnect."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from server.client.qt_link import ServerLink
from server.protocol.commands import ReportDevice

WELL: Final = "ok"


class Reports(QObject):
    """Tells the server of one ``part`` (``printer``, ``sound``, ``disk``, ``clock``).

    The server forgets nothing of it, but it may have been away when something changed.
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
        """The part is so from now on; an empty fault, or ``ok``, is none."""
        self._status = fault or WELL
        self._send()

    @Slot(str)
    def _connected(self, word: str) -> None:
        if word == "live":
            self._send()
        else:
            self._told = ""

    def _send(self) -> None:
        # While the link is away the newest status is kept here, not every one on the way.
        if not self._link.is_stale and self._told != self._status:
            self._told = self._status
            self._link.send(ReportDevice.model_validate({"part": self._part, "status": self._told}))
