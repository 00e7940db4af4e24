"""The lobby screen for QML, from the link's and the voice's signals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.shell.panel import panel_for
from display.lobby.presenter import SILENT, VoiceState, lobby
from display.lobby.screen import CurrentCall, LobbyScreen
from display.screen_model import ScreenModel
from display.voice.announcer import Announcement
from server.protocol.views import DisplayView

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1

TICKS_A_PAGE: Final = 9

CallPanel = panel_for(CurrentCall, "CallPanel", QML_IMPORT_NAME)
LobbyPanel = panel_for(LobbyScreen, "LobbyPanel", QML_IMPORT_NAME)


@QmlElement
class LobbyViewModel(ScreenModel):
    """The lobby. ``called`` fires when another call takes the large place: enlarge it once."""

    view_type = DisplayView
    _view: DisplayView | None
    called = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """``now`` is the office's time."""
        super().__init__(LobbyPanel, now, parent)
        self._voice = SILENT
        self._ticks = 0
        self.refresh()

    @Slot(object, str)
    def speak(self, announcement: Announcement, caption: str) -> None:
        """A call is being spoken from now on, with this sentence."""
        self._hear(replace(self._voice, spoken=announcement, caption=caption))

    @Slot(str)
    def say(self, sentence: str) -> None:
        """A sentence that is no call is being spoken from now on."""
        self._hear(replace(self._voice, spoken=None, caption=sentence))

    @Slot()
    def speech_ended(self) -> None:
        """The voice has stopped speaking."""
        self._hear(replace(self._voice, spoken=None, caption=""))

    @Slot(str)
    def set_fault(self, fault: str) -> None:
        """Why the voice cannot be heard (``loudspeaker.Fault``), empty when it can."""
        self._hear(replace(self._voice, fault=fault))

    @Slot()
    def tick(self) -> None:
        """A second has passed: some of them turn the page of the waiting times."""
        self._ticks += 1
        super().tick()

    @Slot()
    def refresh(self) -> None:
        """Show the present moment."""
        before: LobbyScreen = self.panel.shown
        super().refresh()
        call = self.panel.shown.current
        if call.is_open and call.call_id != before.current.call_id:
            self.called.emit()

    def present(self) -> LobbyScreen:
        """The lobby of this moment."""
        return lobby(
            self._office,
            self._view,
            self._now(),
            self._watch.state,
            self._voice,
            page=self._ticks // TICKS_A_PAGE,
        )

    def _hear(self, voice: VoiceState) -> None:
        self._voice = voice
        self.refresh()

    _get_screen = attrgetter("panel")
    screen = Property(LobbyPanel, _get_screen, constant=True)
