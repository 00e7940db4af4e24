"""An event filter that takes the scanner's keys; a person's keys reach the window."""

import time
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from shiboken6 import isValid

from kiosk.scanner.scans import Marks, UnknownScan, classify
from kiosk.scanner.wedge import ENDS, GAP_MS, KeySource, Wedge

SILENT_KEYS: Final = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
END_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ScannerFilter(QObject):
    """``scanned(Scan)`` fires once for each code. A person's keys reach the window at most
    ``GAP_MS`` late. The letters of a code are kept until it has ended, then only what ``classify``
    made of them.
    """

    scanned = Signal(object)

    def __init__(
        self,
        window: QWindow,
        marks: Marks,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        """Listen to ``window``; ``today`` is the office's day. Keep it until ``stop``."""
        super().__init__(parent)
        self._window = window
        self._marks = marks
        self._today = today
        self._wedge = Wedge()
        self._held: list[QKeyEvent] = []
        self._is_giving_back = False
        self._sure = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._paused)
        window.installEventFilter(self)

    def stop(self) -> None:
        """Stop filtering the window's keys, if it still exists."""
        self._pause.stop()
        if isValid(self._window):
            self._window.removeEventFilter(self)

    @property
    def is_holding(self) -> bool:
        """Whether keys are held back that may be the scanner's or a person's."""
        return self._wedge.is_holding

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 -- Qt's own
        """Hold keys back until it is known who pressed them (Qt calls this)."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        if self._is_giving_back or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyPress:
            return self._pressed(event)
        if self._wedge.is_holding:
            self._hold(event)
            return True
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        at_ms = float(event.timestamp()) or time.monotonic() * 1000
        if self._wedge.is_over(at_ms):
            self._end()
        if event.key() in SILENT_KEYS:
            return False
        commands = bool(event.modifiers() & COMMANDS)
        if commands and self._wedge.is_holding:
            self._wedge.dead_key(at_ms)
            self._wait()
            return True
        letter = ENDS[0] if event.key() in END_KEYS else event.text()
        is_end = letter != "" and letter in ENDS
        starts_nothing = is_end and not self._wedge.is_holding
        writes = is_end or (letter != "" and letter.isprintable())
        if not writes or commands or starts_nothing or event.isAutoRepeat():
            self._end()
            return False
        self._hold(event)
        self._wait()
        self._judged(self._wedge.press(letter, at_ms))
        return True

    def _hold(self, event: QKeyEvent) -> None:
        if self._wedge.is_overflowing:
            self._held.clear()
        else:
            self._held.append(_copy(event))

    def _wait(self) -> None:
        self._sure = False
        self._pause.start(GAP_MS)

    def _paused(self) -> None:
        """After the window was busy, keys may be queued behind the timer: they come first."""
        if self._sure:
            self._end()
        else:
            self._sure = True
            self._pause.start(0)

    def _end(self) -> None:
        self._pause.stop()
        self._judged(self._wedge.paused())

    def _judged(self, judged: tuple[KeySource, str] | None) -> None:
        if judged is None:
            return
        verdict, code = judged
        held, self._held = self._held, []
        match verdict:
            case KeySource.TYPED:
                self._give_back(held)
            case KeySource.SCANNED:
                self.scanned.emit(classify(code, self._today(), self._marks))
            case KeySource.TOO_LONG:
                self.scanned.emit(UnknownScan("too_long"))

    def _give_back(self, held: list[QKeyEvent]) -> None:
        self._is_giving_back = True
        try:
            for event in held:
                QCoreApplication.sendEvent(self._window, event)
        finally:
            self._is_giving_back = False


def _copy(event: QKeyEvent) -> QKeyEvent:
    """A copy of the event: Qt deletes its own once the filter returns."""
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
