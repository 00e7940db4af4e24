"""The lobby screen for QML: keeps view, voice and connection, and tells what differs."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.shell.rows import RowsModel
from display.head_model import ConnectionWatch, HeadModel
from display.lobby.presenter import Moment, lobby
from display.lobby.screen import CallLine, DeskCell, LoadLine, LobbyScreen
from display.voice.announcer import Announcement
from server.protocol.messages import Welcome
from server.protocol.office import OfficeInfo
from server.protocol.views import DisplayView

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS: Final = 1000
TICKS_A_PAGE: Final = 9


@QmlElement
class LobbyViewModel(QObject):
    """Everything the lobby shows. ``now`` is the office's time.

    ``turned`` says that something differs, ``pagesChanged`` and ``urgentChanged`` that the notices
    do, and ``called`` that another call stands in the large place: the sign to enlarge it once.
    """

    turned = Signal()
    pagesChanged = Signal()  # noqa: N815 -- a Qt signal, seen by QML under this name
    urgentChanged = Signal()  # noqa: N815 -- a Qt signal, seen by QML under this name
    called = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._watch = ConnectionWatch()
        self._office: OfficeInfo | None = None
        self._view: DisplayView | None = None
        self._spoken: Announcement | None = None
        self._caption = ""
        self._fault = ""
        self._ticks = 0
        self._screen = LobbyScreen()
        self._head = HeadModel(self)
        self._recent, self._loads = RowsModel(CallLine, self), RowsModel(LoadLine, self)
        self._desks = RowsModel(DeskCell, self)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self._tick)
        tick.start()
        self.refresh()

    # ---- what the link and the voice tell ----------------------------------------------------

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

    @Slot(object, str)
    def speak(self, announcement: Announcement, caption: str) -> None:
        """The call being spoken from now on, and its sentence."""
        self._spoken, self._caption = announcement, caption
        self.refresh()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """A sentence that is no call is being spoken from now on."""
        self._spoken, self._caption = None, sentence
        self.refresh()

    @Slot()
    def hush(self) -> None:
        """The voice has nothing more to say."""
        self._spoken, self._caption = None, ""
        self.refresh()

    @Slot(str)
    def blame(self, fault: str) -> None:
        """Why the voice cannot be heard (``loudspeaker.Fault``), empty when it can."""
        self._fault = fault
        self.refresh()

    def refresh(self) -> None:
        """Show the present moment; the view model does so every second by itself."""
        moment = Moment(
            now=self._now(),
            connection=self._watch.state,
            spoken=self._spoken,
            caption=self._caption,
            fault=self._fault,
            page=self._ticks // TICKS_A_PAGE,
        )
        self._become(lobby(self._office, self._view, moment))

    # ---- inside ------------------------------------------------------------------------------

    def _tick(self) -> None:
        self._ticks += 1
        self.refresh()

    def _become(self, screen: LobbyScreen) -> None:
        before, self._screen = self._screen, screen
        if screen == before:
            return
        self._head.show(screen.head)
        self._recent.show(screen.recent)
        self._loads.show(screen.loads)
        self._desks.show(screen.desks)
        if screen.pages != before.pages:
            self.pagesChanged.emit()
        if screen.urgent != before.urgent:
            self.urgentChanged.emit()
        self.turned.emit()
        if screen.current.is_open and screen.current.call_id != before.current.call_id:
            self.called.emit()

    # ---- what QML reads ----------------------------------------------------------------------

    @Property(HeadModel, notify=turned)
    def head(self) -> HeadModel:
        """Whose office, what time, which connection."""
        return self._head

    @Property(QObject, notify=turned)
    def recent(self) -> QObject:
        """The calls before the large one."""
        return self._recent

    @Property(QObject, notify=turned)
    def loads(self) -> QObject:
        """One page of waiting times."""
        return self._loads

    @Property(QObject, notify=turned)
    def desks(self) -> QObject:
        """The board of desks."""
        return self._desks

    @Property(str, notify=turned)
    def loadsPage(self) -> str:  # noqa: N802 -- QML's name
        """Which page of the waiting times, "2/4"."""
        return self._screen.loads_page

    @Property(int, notify=turned)
    def deskRows(self) -> int:  # noqa: N802 -- QML's name
        """How many desks stand in one column."""
        return self._screen.desk_rows

    @Property(bool, notify=turned)
    def dense(self) -> bool:
        """Whether the board needs its small type."""
        return self._screen.is_dense

    @Property(int, notify=turned)
    def tallRows(self) -> int:  # noqa: N802 -- QML's name
        """The same on a screen that stands upright."""
        return self._screen.tall_rows

    @Property(bool, notify=turned)
    def tallDense(self) -> bool:  # noqa: N802 -- QML's name
        """Whether the board of an upright screen needs its small type."""
        return self._screen.is_tall_dense

    @Property("QVariantList", notify=urgentChanged)  # type: ignore[arg-type]  # the stub forgets type names
    def urgent(self) -> list[str]:
        """What everybody must read now, sentence by sentence."""
        return list(self._screen.urgent)

    @Property(str, notify=turned)
    def near(self) -> str:
        """The numbers that come soon."""
        return self._screen.near

    @Property(str, notify=turned)
    def label(self) -> str:
        """The label called, empty before the first call of the day."""
        return self._screen.current.label

    @Property(str, notify=turned)
    def before(self) -> str:
        """The words above the label."""
        return self._screen.current.before

    @Property(str, notify=turned)
    def after(self) -> str:
        """The words below the label."""
        return self._screen.current.after

    @Property(str, notify=turned)
    def desk(self) -> str:
        """The name of the desk called to."""
        return self._screen.current.desk

    @Property(str, notify=turned)
    def caption(self) -> str:
        """The sentence being spoken."""
        return self._screen.current.caption

    @Property(bool, notify=turned)
    def open(self) -> bool:
        """Whether the person called is still awaited."""
        return self._screen.current.is_open

    @Property(str, notify=turned)
    def greeting(self) -> str:
        """What stands in the large place before the first call."""
        return self._screen.current.welcome

    @Property(str, notify=turned)
    def advice(self) -> str:
        """What to do, below the greeting."""
        return self._screen.current.advice

    @Property(str, notify=turned)
    def hours(self) -> str:
        """Opening hours, one line each, with the greeting."""
        return self._screen.current.hours

    @Property(bool, notify=turned)
    def ready(self) -> bool:
        """Whether there is an office and a view to show."""
        return self._screen.is_ready

    @Property(str, notify=turned)
    def missed(self) -> str:
        """Numbers set aside, and what their holders may do."""
        return self._screen.missed

    @Property("QVariantList", notify=pagesChanged)  # type: ignore[arg-type]  # the stub forgets type names
    def pages(self) -> list[str]:
        """Notices, one after the other."""
        return list(self._screen.pages)

    @Property(str, notify=turned)
    def hotline(self) -> str:
        """The office's telephone number."""
        return self._screen.hotline

    @Property(str, notify=turned)
    def fault(self) -> str:
        """Why announcements cannot be heard."""
        return self._screen.fault
