"""Puts calls on the screen and then into the loudspeaker, one after the other."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from display.announcer import Announcement, Announcer
from display.sound import Done
from display.speech import Utterance, utter
from server.protocol.messages import CallNotice, Welcome

SCREEN_FIRST_MS: Final = 250

_log = logging.getLogger(__name__)


class Voice(Protocol):
    """What the conductor needs of a speaker."""

    @property
    def fault(self) -> str:
        """Why announcements cannot be heard, empty when they can."""

    def say(self, utterance: Utterance, done: Done) -> bool:
        """Speak, then call ``done`` from any thread; ``False`` when that is not possible now."""


class Conductor(QObject):
    """Joins notices, queue, screen and voice.

    ``began(Announcement, caption)`` comes before anything is heard; ``ended()`` when nothing more
    is to be said, not between two calls; ``faultChanged(str)`` when the voice fell ill or got well.
    """

    began = Signal(object, str)
    ended = Signal()
    faultChanged = Signal(str)  # noqa: N815 -- a Qt signal like its neighbours of Qt's own
    _spoken = Signal()

    def __init__(
        self,
        announcer: Announcer,
        voice: Voice,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._announcer = announcer
        self._voice = voice
        self._now = now
        self._clips: dict[str, str] = {}
        self._fault = ""
        self._spoken.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def welcome(self, message: Welcome) -> None:
        """The office's desks, and how each is said."""
        self._clips = {counter.id: counter.clip for counter in message.office.counters}

    @Slot(object)
    def hear(self, notice: CallNotice) -> None:
        """A call was made."""
        if self._announcer.heard(notice, self._now()):
            self._go_on()

    def _go_on(self) -> bool:
        """Begin the next announcement if none is spoken; whether one was begun."""
        announcement = self._announcer.next(self._now())
        for each in self._announcer.unspoken():
            _log.info("shown but not spoken, too late: %s", each.label)
        if announcement is None:
            return False
        clip = self._clips.get(announcement.counter, "")
        utterance = utter(announcement.label, clip, announcement.recall_count)
        self.began.emit(announcement, utterance.caption)
        QTimer.singleShot(SCREEN_FIRST_MS, self, lambda: self._say(announcement, utterance))
        return True

    def _say(self, announcement: Announcement, utterance: Utterance) -> None:
        if not self._voice.say(utterance, self._spoken.emit):
            _log.warning("shown but not spoken, the voice is busy: %s", announcement.label)
            self._spoken.emit()

    @Slot()
    def _finish(self) -> None:
        self._announcer.finished()
        if (fault := str(self._voice.fault)) != self._fault:
            self._fault = fault
            self.faultChanged.emit(fault)
        if not self._go_on():
            self.ended.emit()
