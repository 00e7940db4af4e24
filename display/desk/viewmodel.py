"""The screen over one desk for QML, with the rating question."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.shell.panel import panel_for
from display.desk.presenter import desk
from display.desk.rating import NOTHING_ASKED, Move, explained, looked, scored, skipped
from display.desk.screen import DeskScreen
from display.screen_model import ScreenModel
from server.protocol.views import DisplayView

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1

DeskPanel = panel_for(DeskScreen, "DeskPanel", QML_IMPORT_NAME)


@QmlElement
class DeskViewModel(ScreenModel):
    """The panel of one desk, and ``called``: somebody is called here, enlarge the number once.

    With ``asks`` (a touch screen) a rating is asked for after each service, and ``rated`` emits a
    ``rating.Rated``.
    """

    view_type = DisplayView
    _view: DisplayView | None
    called = Signal()
    rated = Signal(object)

    def __init__(
        self,
        counter: str,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        asks: bool = False,
    ) -> None:
        """``counter`` is the desk's id; ``now`` is the office's time."""
        super().__init__(DeskPanel, now, parent)
        self._counter = counter
        self._asks = asks
        self._question = NOTHING_ASKED
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the present moment."""
        if self._asks:
            self._take(looked(self._question, self._to_rate(), self._now()))
        before: DeskScreen = self.panel.shown
        super().refresh()
        call_id = self.panel.shown.call_id
        if call_id and call_id != before.call_id:
            self.called.emit()

    def present(self) -> DeskScreen:
        """The panel of this moment."""
        return desk(
            self._office,
            self._view,
            self._now(),
            self._watch.state,
            self._counter,
            self._question,
        )

    @Slot(str)
    def choose(self, code: str) -> None:
        """A level or a reason was touched."""
        if self._question.step == "ask":
            self._take(scored(self._question, int(code), self._now()))
        else:
            self._take(explained(self._question, code, self._now()))
        self.refresh()

    @Slot()
    def skip(self) -> None:
        """The question was skipped."""
        self._take(skipped(self._question, self._now()))
        self.refresh()

    def _take(self, move: Move) -> None:
        self._question, said = move
        if said is not None:
            self.rated.emit(said)

    def _to_rate(self) -> str:
        """The ticket whose service has just ended here; empty when the view may be out of date."""
        if self._view is None or self._watch.state.word != "live":
            return ""
        states = (each for each in self._view.counters if each.counter == self._counter)
        return next((each.to_rate for each in states), "")

    _get_screen = attrgetter("panel")
    screen = Property(DeskPanel, _get_screen, constant=True)
