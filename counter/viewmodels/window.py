"""The one object QML talks to: shows the screen, and turns presses into commands, one at a time."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from counter.presenter.keys import keys_of
from counter.presenter.presenter import present
from counter.presenter.screen import Screen
from counter.situation.preferences import Preferences
from counter.situation.situation import CounterPage, Seat, Situation
from counter.viewmodels.dialog import AskModel
from counter.viewmodels.issue import IssueModel
from counter.viewmodels.login import LoginModel
from counter.viewmodels.oversight import OversightModel
from counter.viewmodels.panels import ScreenPanel
from counter.viewmodels.settings import SettingsModel
from counter.viewmodels.steer import SteerModel
from counter.work import answers
from counter.work.desk_session import CommandLink, DeskSession, remember_nothing
from counter.work.desk_work import DeskWork
from server.protocol.messages import Error, Result, SignedIn, Welcome

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS: Final = 1000
NOTE_MS: Final = 8000
SETTLE_MS: Final = 3000


@QmlElement
class CounterViewModel(QObject):
    """The screen and the models beside it; slots are what a clerk can do at the desk.

    ``raised`` says that a question wants the window in front of other software.
    """

    turned = Signal()
    raised = Signal()

    def __init__(
        self,
        link: CommandLink,
        seat: Seat | None = None,
        remember: Callable[[Seat | None], None] = remember_nothing,
        settings: SettingsModel | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``seat`` is where the clerk sat in the last run; ``remember`` is told of every change."""
        super().__init__(parent)
        self.session = DeskSession(link, seat, remember)
        self._settings = settings or SettingsModel(Preferences(toured=True))
        self._work = DeskWork(self.session)
        self._asking = AskModel(self.session, self._work, self)
        self._entrance = LoginModel(self.session, self)
        self._issuing = IssueModel(self.session, self)
        self._steering = SteerModel(self.session, self)
        self._overseeing = OversightModel(self.session, self)
        self._page = ""
        self._tour_after_ms = 0
        self._screen = ScreenPanel(self)
        self._note_timer = self._timer(NOTE_MS, self._forget_note)
        self._settle_timer = self._timer(SETTLE_MS, self._settle)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self._tick)
        tick.start()
        self.session.listen(self._hear)
        self.refresh()

    def _timer(self, length_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=length_ms, singleShot=True)
        timer.timeout.connect(act)
        return timer

    # ---- what the link tells -----------------------------------------------------------------

    @Slot(object)
    def welcome(self, message: Welcome) -> None:
        """The server greeted, or greeted anew after a change of the office."""
        self.session.on_welcome(message)

    @Slot(object)
    def view(self, view: object) -> None:
        """The newest view; a view of another role is not ours."""
        self.session.on_view(view)

    @Slot(str)
    def connection(self, word: str) -> None:
        """The link is connecting, live, lost, incompatible or refused."""
        self.session.on_connection(word)

    @Slot(str, object)
    def answer(self, command: str, answer: Result | Error) -> None:
        """The server carried out or refused a command of ours."""
        self.session.on_answer(command, answer)

    @Slot(str, object)
    def signed(self, request: str, answer: SignedIn | Error) -> None:
        """The server answered a sign-in, or ended one by itself."""
        self.session.on_signed(request, answer)

    @Slot(str, object)
    def told(self, query: str, answer: object) -> None:
        """The server answered a question of ours."""
        self.session.on_told(query, answer)

    # ---- what the clerk does -----------------------------------------------------------------

    @Slot(str)
    def press(self, code: str) -> None:
        """A big key, by mouse or by F-key: sends, asks, or says why it is not lit."""
        self._work.press(code)

    @Slot(str)
    def pressKey(self, key: str) -> None:
        """The same by the name of its key, from anywhere on this machine."""
        desk = self.session.desk
        action = next((each for each in keys_of(desk) if each.key == key), None) if desk else None
        if action is not None:
            self._work.press(action.id)
            if self._situation.ask is not None:
                self.raised.emit()

    @Slot(str)
    def bring(self, ticket: str) -> None:
        """Bring a held or missed ticket back into the line."""
        self._work.bring(ticket)

    @Slot()
    def takeBack(self) -> None:
        """Ctrl+Z: the last action of mine, or why it cannot be."""
        self._work.take_back()

    @Slot(str)
    def tick(self, place: str) -> None:
        """A paper was looked at; it stays in this window's memory only."""
        if place.isdigit():
            self._work.tick(int(place))

    @Slot(str)
    def tag(self, code: str) -> None:
        """Note a difficulty of the ticket in hand; once more takes it back."""
        self._work.tag(code)

    @Slot(str)
    def finish(self, outcome: str) -> None:
        """Complete with this outcome: one tap beside the papers."""
        if self._situation.ask is None:
            self._work.press("complete")
            self._asking.choose(outcome)

    @Slot(str)
    def visit(self, page: str) -> None:
        """Turn to the page "issue" or "steer", or with "" back to the desk."""
        shown = self.shown.head
        allowed = {"": True, CounterPage.ISSUE: shown.issues, CounterPage.STEER: shown.steers}
        if allowed.get(page, False) and self._situation.ask is None:
            self.session.set(replace(self._situation, page=page, told=None, note=None))

    @Slot()
    def refresh(self) -> None:
        """Show the present moment; the view model does so every second by itself."""
        session = self.session
        screen = present(session.office, session.view, session.link.now(), self._situation)
        self._screen.show(screen)
        self._overseeing.show()
        if screen.page != self._page:
            self._page = screen.page
            self.turned.emit()

    # ---- inside ------------------------------------------------------------------------------

    @property
    def shown(self) -> Screen:
        """What shows now, for Python; QML reads the parts below."""
        shown: Screen = self._screen.shown
        return shown

    @property
    def settings_model(self) -> SettingsModel:
        """The window's own settings."""
        return self._settings

    def offer_tour(self, after_ms: int) -> None:
        """Show the tour by itself, the first time a clerk sits at the desk on this machine."""
        self._tour_after_ms = after_ms
        self.turned.connect(self._begin_tour)

    def _begin_tour(self) -> None:
        if self._page == CounterPage.WORK and not self._settings.shown.toured:
            self.turned.disconnect(self._begin_tour)
            QTimer.singleShot(self._tour_after_ms, self._settings.startTour)

    @property
    def _situation(self) -> Situation:
        return self.session.situation

    def _hear(self, before: Situation, after: Situation) -> None:
        if after.note is not None and after.note is not before.note:
            self._note_timer.start()
        answered = after.flight is not None and after.flight.version is not None
        if answered and after.flight != before.flight:
            self._settle_timer.start()
        self.refresh()
        if after.eager and after.flight is None:
            self._work.follow_up()

    def _tick(self) -> None:
        self.session.watch_time()
        self.refresh()

    def _forget_note(self) -> None:
        self.session.set(replace(self._situation, note=None))

    def _settle(self) -> None:
        self.session.set(answers.settled(self._situation))

    # ---- what QML reads ----------------------------------------------------------------------

    _get_page = attrgetter("_page")
    page = Property(str, _get_page, notify=turned)
    _get_screen = attrgetter("_screen")
    screen = Property(ScreenPanel, _get_screen, constant=True)
    _get_asking = attrgetter("_asking")
    asking = Property(AskModel, _get_asking, constant=True)
    _get_settings = attrgetter("_settings")
    settings = Property(SettingsModel, _get_settings, constant=True)
    _get_entrance = attrgetter("_entrance")
    entrance = Property(LoginModel, _get_entrance, constant=True)
    _get_issuing = attrgetter("_issuing")
    issuing = Property(IssueModel, _get_issuing, constant=True)
    _get_steering = attrgetter("_steering")
    steering = Property(SteerModel, _get_steering, constant=True)
    _get_overseeing = attrgetter("_overseeing")
    overseeing = Property(OversightModel, _get_overseeing, constant=True)
