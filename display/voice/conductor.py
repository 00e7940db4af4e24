"""Puts calls on the screen and then into the loudspeaker, one after the other."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from display.voice.announcer import Announcement, Announcer, Kind
from display.voice.occasions import due
from display.voice.sound import Done
from display.voice.speech import Utterance, say, utter
from display.voice.volume import gain, percent_at
from server.protocol.messages import CallNotice, Welcome
from server.protocol.office import OfficeInfo
from server.protocol.views import DisplayView

SCREEN_FIRST_MS: Final = 250
WATCH_MS: Final = 1000
# Until the caption is in the ticket's language: while that is spoken, or when it is not.
TRANSLATED_SPOKEN_MS: Final = 5000
TRANSLATED_SILENT_MS: Final = 3000

_UNHEARD: Final = ("no_device", "stuck")

_log = logging.getLogger(__name__)


class Loudspeaker(Protocol):
    """What the conductor needs of a loudspeaker."""

    @property
    def fault(self) -> str:
        """Why announcements cannot be heard, empty when they can."""

    def say(self, utterance: Utterance, done: Done, gain: float) -> bool:
        """Speak, then call ``done`` from any thread; ``False`` when that is not possible now."""


class Conductor(QObject):
    """Joins notices, queue, screen and loudspeaker.

    ``began(Announcement, caption)`` comes before a call is heard, and some seconds later
    ``translated(Announcement, caption)`` when its ticket is in another language; ``saying(text)``
    comes before a sentence that is no call;
    ``ended()`` when nothing more is to be said, not between two. ``faultChanged(str)`` fires when
    the loudspeaker failed or works again.

    Several displays: only one with ``speaks`` is heard. ``spoke(n)``: this one has spoken a notice
    to its end, which the others are told by ``settle``; it does not fire for what a broken
    loudspeaker did not speak, so that the next speaker says it. ``yielded()``: told not to speak,
    it is silent now; only then another may be told to.
    """

    began = Signal(object, str)
    translated = Signal(object, str)
    saying = Signal(str)
    ended = Signal()
    spoke = Signal(str)
    yielded = Signal()
    faultChanged = Signal(str)  # noqa: N815 -- a Qt signal like its neighbours of Qt's own
    _spoken = Signal()

    def __init__(
        self,
        announcer: Announcer,
        loudspeaker: Loudspeaker,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._announcer = announcer
        self._loudspeaker = loudspeaker
        self._now = now
        self._office: OfficeInfo | None = None
        self._view: DisplayView | None = None
        self._fault = ""
        self._owes_word = False
        self._spoken.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._go_on)
        watch = QTimer(self, interval=WATCH_MS)
        watch.timeout.connect(self._look_around)
        watch.start()

    @property
    def fault(self) -> str:
        """Why announcements cannot be heard (``loudspeaker.Fault``), empty when they can."""
        return self._fault

    @property
    def speaks(self) -> bool:
        """Whether this display is the one that speaks. May be set at any moment."""
        return self._announcer.speaks

    @speaks.setter
    def speaks(self, speaks: bool) -> None:
        self.take_turns(speaks, others=not speaks)

    @Slot(bool, bool)
    def take_turns(self, speaks: bool, others: bool) -> None:
        """The server has chosen who speaks in the hall; ``others``: some other could as well."""
        self._announcer.speak(speaks, self._now(), others=others)
        self._owes_word = not speaks
        self._give_word()
        self._go_on()

    @Slot(str)
    def connection(self, word: str) -> None:
        """The link's state; while it is lost nobody can tell this display who speaks."""
        if word not in ("connecting", "live"):
            self._announcer.cut_off(self._now())

    @Slot(object)
    def welcome(self, message: Welcome) -> None:
        """Take the office's desks and the unit of each."""
        self._office = message.office
        self.view(message.view)

    @Slot(object)
    def view(self, view: object) -> None:
        """The newest view, which tells when an apology is due."""
        if isinstance(view, DisplayView):
            self._view = view

    @Slot(object)
    def hear(self, notice: CallNotice) -> None:
        """Queue a call for announcement."""
        if self._announcer.heard(notice, self._now()):
            self._go_on()

    @Slot(object)
    def announce(self, announcement: Announcement) -> None:
        """Queue a sentence that is no call; each is said once."""
        if self._announcer.add(announcement, self._now()):
            self._go_on()

    @Slot(str)
    def settle(self, n: str) -> None:
        """Another display has spoken ``n`` to its end."""
        self._announcer.settle(n)
        self._go_on()

    @Slot()
    def _go_on(self) -> bool:
        """Begin the next announcement if none is spoken; whether one was begun."""
        now = self._now()
        announcement = self._announcer.next(now)
        for each in self._announcer.unspoken():
            _log.info("shown but not spoken, too late: %s", each.label or each.kind)
        if announcement is None:
            if (wait_s := self._announcer.retry_after_s(now)) is not None:
                self._retry.start(round(wait_s * 1000) + 1)
            return False
        utterance = self._show(announcement)
        level = self._gain(announcement, now) if self._announcer.is_aloud else 0.0
        QTimer.singleShot(SCREEN_FIRST_MS, self, lambda: self._say(announcement, utterance, level))
        return True

    def _show(self, announcement: Announcement) -> Utterance:
        if announcement.unit:
            utterance = say(announcement.unit)
            self.saying.emit(utterance.caption)
            return utterance
        desk = self._office.counter(announcement.counter) if self._office else None
        clip = desk.clip if desk else ""
        language = announcement.language
        named = desk.names.get(language, "") if desk else ""
        utterance = utter(announcement.label, clip, announcement.recall_count, language, named)
        self.began.emit(announcement, utterance.caption)
        if utterance.translated:
            self._translate_later(announcement, utterance)
        return utterance

    def _translate_later(self, announcement: Announcement, utterance: Utterance) -> None:
        def translate() -> None:
            if self._announcer.current is announcement:
                self.translated.emit(announcement, utterance.translated)

        is_spoken = len(utterance.sentences) > 1
        after_ms = TRANSLATED_SPOKEN_MS if is_spoken else TRANSLATED_SILENT_MS
        QTimer.singleShot(after_ms, self, translate)

    def _gain(self, announcement: Announcement, now: datetime) -> float:
        """The volume as a factor; announcements of safety are always at full volume."""
        if self._office is None or announcement.kind is Kind.SAFETY:
            return 1.0
        return gain(percent_at(self._office.voice.volume, now))

    def _say(self, announcement: Announcement, utterance: Utterance, level: float) -> None:
        if not self._loudspeaker.say(utterance, self._spoken.emit, level):
            name = announcement.label or announcement.kind
            _log.warning("shown but not spoken, the loudspeaker is busy: %s", name)
            self._spoken.emit()

    @Slot()
    def _finish(self) -> None:
        ended = self._announcer.finished(self._now())
        if ended is not None and self._loudspeaker.fault not in _UNHEARD:
            self.spoke.emit(ended.n)
        self._give_word()
        self._tell_fault()
        if not self._go_on():
            self.ended.emit()

    @Slot()
    def _look_around(self) -> None:
        """Every second: announce what is due by the clock, and check the loudspeaker."""
        self._tell_fault()
        if self._office is not None and self._view is not None:
            for announcement in due(self._office, self._view, self._now()):
                self.announce(announcement)

    def _give_word(self) -> None:
        if self._owes_word and not self._announcer.is_aloud:
            self._owes_word = False
            self.yielded.emit()

    def _tell_fault(self) -> None:
        if (fault := str(self._loudspeaker.fault)) != self._fault:
            self._fault = fault
            self.faultChanged.emit(fault)
