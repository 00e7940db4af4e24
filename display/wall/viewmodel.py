"""The wall screen for QML: keeps view and connection, and tells what differs."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.shell.rows import RowsModel
from display.head_model import ConnectionWatch, HeadModel
from display.wall.chart_model import ChartModel
from display.wall.presenter import wall
from display.wall.screen import AlertLine, Figure, ServiceRow, WallDesk, WallScreen
from server.protocol.messages import Welcome
from server.protocol.office import OfficeInfo
from server.protocol.views import WallView

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS: Final = 1000


@QmlElement
class WallViewModel(QObject):
    """Everything the wall shows. ``now`` is the office's time; ``turned`` tells a difference."""

    turned = Signal()
    notesChanged = Signal()  # noqa: N815 -- a Qt signal, seen by QML under this name

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._watch = ConnectionWatch()
        self._office: OfficeInfo | None = None
        self._view: WallView | None = None
        self._screen = WallScreen()
        self._head = HeadModel(self)
        self._figures, self._services = RowsModel(Figure, self), RowsModel(ServiceRow, self)
        self._desks = RowsModel(WallDesk, self)
        self._alerts = RowsModel(AlertLine, self)
        self._flow, self._waits = ChartModel(self), ChartModel(self)
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
        if isinstance(view, WallView):
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
        screen = wall(self._office, self._view, self._now(), self._watch.state)
        if screen == self._screen:
            return
        before, self._screen = self._screen, screen
        self._head.show(screen.head)
        self._figures.show(screen.figures)
        self._services.show(screen.services)
        self._desks.show(screen.desks)
        self._alerts.show(screen.alerts)
        self._flow.show(screen.flow)
        self._waits.show(screen.waits)
        if screen.notes != before.notes:
            self.notesChanged.emit()
        self.turned.emit()

    @Property(HeadModel, notify=turned)
    def head(self) -> HeadModel:
        """Whose office, what time, which connection."""
        return self._head

    @Property(QObject, notify=turned)
    def figures(self) -> QObject:
        """Today's totals."""
        return self._figures

    @Property(QObject, notify=turned)
    def services(self) -> QObject:
        """One row a service."""
        return self._services

    @Property(QObject, notify=turned)
    def desks(self) -> QObject:
        """One cell a desk."""
        return self._desks

    @Property(int, notify=turned)
    def deskRows(self) -> int:  # noqa: N802 -- QML's name
        """How many desks stand in one column."""
        return self._screen.desk_rows

    @Property(bool, notify=turned)
    def ready(self) -> bool:
        """Whether there is an office and a view to show."""
        return self._screen.is_ready

    @Property(bool, notify=turned)
    def wide(self) -> bool:
        """Whether the desks need two columns."""
        return self._screen.is_wide

    @Property(str, notify=turned)
    def headline(self) -> str:
        """The sentence to read first."""
        return self._screen.headline

    @Property(str, notify=turned)
    def headlineTone(self) -> str:  # noqa: N802 -- QML's name
        """Its tone: good, caution or alarm; empty when there is none."""
        return self._screen.headline_tone

    @Property(QObject, notify=turned)
    def alerts(self) -> QObject:
        """The alerts there is room for."""
        return self._alerts

    @Property(str, notify=turned)
    def moreAlerts(self) -> str:  # noqa: N802 -- QML's name
        """How many more there are."""
        return self._screen.more_alerts

    @Property(str, notify=turned)
    def advice(self) -> str:
        """What would help most."""
        return self._screen.advice

    @Property(ChartModel, notify=turned)
    def flow(self) -> ChartModel:
        """Numbers given and people called."""
        return self._flow

    @Property(ChartModel, notify=turned)
    def waits(self) -> ChartModel:
        """Mean waits against the promise."""
        return self._waits

    @Property("QVariantList", notify=notesChanged)  # type: ignore[arg-type]  # the stub forgets type names
    def notes(self) -> list[str]:
        """Devices, and where the promise comes from, one after the other."""
        return list(self._screen.notes)
