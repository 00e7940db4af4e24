"""What the view models of the three screens share: the link's signals, and a timer every second."""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQml import QmlElement

from assets.shell.panel import Panel, panel_for
from display.head import ConnectionState, Head
from server.protocol.messages import Welcome
from server.protocol.office import OfficeInfo

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS: Final = 1000

TopPanel = panel_for(Head, "TopPanel", QML_IMPORT_NAME)


class ConnectionWatch:
    """Remembers since when the link has been in its state."""

    def __init__(self) -> None:
        self._word = "connecting"
        self._since = time.monotonic()

    def say(self, word: str) -> None:
        """The link is in this state now."""
        if word != self._word:
            self._word, self._since = word, time.monotonic()

    @property
    def state(self) -> ConnectionState:
        """The state and its age."""
        return ConnectionState(self._word, time.monotonic() - self._since)


@QmlElement
class ScreenModel(QObject):
    """Keeps office, view and connection, and shows the screen they make, every second anew.

    A screen of its own says which ``view_type`` it is made from, and in ``present`` how. What
    differs is told by the panel that shows it (`assets.shell.panel`), and by nothing else.
    """

    view_type: type[object] = object
    _view: object = None

    def __init__(
        self, panel: type[Panel], now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        """``panel`` shows the screen; ``now`` is the office's time."""
        super().__init__(parent)
        self._now = now
        self._watch = ConnectionWatch()
        self._office: OfficeInfo | None = None
        self.panel = panel(self)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self.tick)
        tick.start()

    @Slot(object)
    def welcome(self, message: Welcome) -> None:
        """The server greeted, or greeted anew after a change of the office."""
        self._office = message.office
        self.view(message.view)

    @Slot(object)
    def view(self, view: object) -> None:
        """The newest view; a view of another role is not ours."""
        if isinstance(view, self.view_type):
            self._view = view
            self.refresh()

    @Slot(str)
    def connection(self, word: str) -> None:
        """The link is connecting, live, lost, incompatible or refused."""
        self._watch.say(word)
        self.refresh()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the present moment."""
        self.panel.show(self.present())

    def present(self) -> object:
        """The screen of this moment: what ``panel`` is made for. Every screen has its own."""
        raise NotImplementedError
