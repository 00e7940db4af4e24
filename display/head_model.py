"""The top of a screen for QML, and how long a connection has been broken."""

import time
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from display.head import Connection, Head

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HeadModel(QObject):
    """``head.Head`` for QML; says ``changed`` only when it is another."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Head()

    def show(self, head: Head) -> None:
        """Show this from now on."""
        if head != self.shown:
            self.shown = head
            self.changed.emit()

    _unit = attrgetter("shown.unit")
    unit = Property(str, _unit, notify=changed)
    _name = attrgetter("shown.name")
    name = Property(str, _name, notify=changed)
    _clock = attrgetter("shown.clock")
    clock = Property(str, _clock, notify=changed)
    _date = attrgetter("shown.date")
    date = Property(str, _date, notify=changed)
    _connection = attrgetter("shown.connection")
    connection = Property(str, _connection, notify=changed)
    _note = attrgetter("shown.note")
    note = Property(str, _note, notify=changed)
    _stale = attrgetter("shown.is_stale")
    stale = Property(bool, _stale, notify=changed)


class ConnectionWatch:
    """Remembers since when the link has said the same word."""

    def __init__(self) -> None:
        self._word = "connecting"
        self._since = time.monotonic()

    def say(self, word: str) -> None:
        """The link says this now."""
        if word != self._word:
            self._word, self._since = word, time.monotonic()

    @property
    def state(self) -> Connection:
        """The word and its age."""
        return Connection(self._word, time.monotonic() - self._since)
