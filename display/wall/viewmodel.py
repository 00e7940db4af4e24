"""The wall screen for QML."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from assets.shell.panel import panel_for
from display.screen_model import ScreenModel
from display.wall.charts import Chart
from display.wall.presenter import wall
from display.wall.screen import WallScreen
from server.protocol.views import WallView

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1

ChartPanel = panel_for(Chart, "ChartPanel", QML_IMPORT_NAME)
WallPanel = panel_for(WallScreen, "WallPanel", QML_IMPORT_NAME)


@QmlElement
class WallViewModel(ScreenModel):
    """The wall screen, which has no slots."""

    view_type = WallView
    _view: WallView | None

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` is the office's time."""
        super().__init__(WallPanel, now, parent)
        self.refresh()

    def present(self) -> WallScreen:
        """The wall of this moment."""
        return wall(self._office, self._view, self._now(), self._watch.state)

    _get_screen = attrgetter("panel")
    screen = Property(WallPanel, _get_screen, constant=True)
