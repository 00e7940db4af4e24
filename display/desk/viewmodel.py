"""The panel over one desk for QML."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.shell.rows import RowsModel
from display.desk.presenter import panel
from display.desk.rating import NOTHING_ASKED, Move, explained, looked, scored, skipped
from display.desk.screen import DeskPanel, RatingChoice
from display.head_model import ConnectionWatch, HeadModel
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
    enlarge the number once. With ``asks`` (a screen that can be touched) the question of how it
    was is put after each service, and ``rated`` tells a ``rating.Rated``.
    """

    turned = Signal()
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
        super().__init__(parent)
        self._counter = counter
        self._now = now
        self._watch = ConnectionWatch()
        self._office: OfficeInfo | None = None
        self._view: DisplayView | None = None
        self._screen = DeskPanel()
        self._head = HeadModel(self)
        self._asks = asks
        self._question = NOTHING_ASKED
        self._choices = RowsModel(RatingChoice, self)
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
        if self._asks:
            self._take(looked(self._question, self._to_rate(), self._now()))
        self._screen = panel(
            self._office,
            self._view,
            self._counter,
            self._now(),
            self._watch.state,
            self._question,
        )
        if self._screen == before:
            return
        self._head.show(self._screen.head)
        self._choices.show(self._screen.choices)
        self.turned.emit()
        if self._screen.call_id and self._screen.call_id != before.call_id:
            self.called.emit()

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
        """The question was waved away."""
        self._take(skipped(self._question, self._now()))
        self.refresh()

    def _take(self, move: Move) -> None:
        self._question, said = move
        if said is not None:
            self.rated.emit(said)

    def _to_rate(self) -> str:
        """Whose service has just ended here; nothing is asked on old news."""
        if self._view is None or self._watch.state.word != "live":
            return ""
        states = (each for each in self._view.counters if each.counter == self._counter)
        return next((each.to_rate for each in states), "")

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
    _step = attrgetter("_screen.step")
    step = Property(str, _step, notify=turned)
    _asked = attrgetter("_screen.question")
    question = Property(str, _asked, notify=turned)
    _choice_rows = attrgetter("_choices")
    choices = Property(QObject, _choice_rows, notify=turned)
