"""The panel over one desk for QML."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from display.desk_presenter import panel
from display.head_model import ConnectionWatch, HeadModel
from display.screen import DeskPanel
from server.protocol.messages import Welcome
from server.protocol.office import OfficeInfo
from server.protocol.views import DisplayView

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS: Final = 1000


@QmlElement
class DeskViewModel(QObject):
    """Everything the panel of desk ``counter`` shows; ``now`` is the office's time.

    ``turned`` says that something differs, ``called`` that somebody is called here: the sign to
    enlarge the number once.
    """

    turned = Signal()
    called = Signal()

    def __init__(
        self, counter: str, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._now = now
        self._watch = ConnectionWatch()
        self._office: OfficeInfo | None = None
        self._view: DisplayView | None = None
        self._screen = DeskPanel()
        self._head = HeadModel(self)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self.refresh)
        tick.start()
        self.refresh()

    @Slot(object)
    def welcome(self, message: Welcome) -> None:
        """The server greeted, or greeted anew after a change of the office."""
        self._office = message.office
        self.view(message.view)

    @Slot(object)
    def view(self, view: object) -> None:
        """The newest view; a view of another role is not ours."""
        if isinstance(view, DisplayView):
            self._view = view
            self.refresh()

    @Slot(str)
    def connection(self, word: str) -> None:
        """The link is connecting, live, lost, incompatible or refused."""
        self._watch.say(word)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the present moment; the view model does so every second by itself."""
        before = self._screen
        self._screen = panel(
            self._office, self._view, self._counter, self._now(), self._watch.state
        )
        if self._screen == before:
            return
        self._head.show(self._screen.head)
        self.turned.emit()
        if self._screen.call_id and self._screen.call_id != before.call_id:
            self.called.emit()

    _head_of = attrgetter("_head")
    head = Property(HeadModel, _head_of, notify=turned)
    _number = attrgetter("_screen.number")
    number = Property(str, _number, notify=turned)
    _name = attrgetter("_screen.name")
    name = Property(str, _name, notify=turned)
    _title = attrgetter("_screen.title")
    title = Property(str, _title, notify=turned)
    _label = attrgetter("_screen.label")
    label = Property(str, _label, notify=turned)
    _doing = attrgetter("_screen.doing")
    doing = Property(str, _doing, notify=turned)
    _before = attrgetter("_screen.before")
    before = Property(str, _before, notify=turned)
    _told = attrgetter("_screen.told")
    told = Property(str, _told, notify=turned)
