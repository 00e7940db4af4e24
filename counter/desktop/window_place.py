"""The window's shape and place: a narrow strip where the clerk left it, or the full window."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from assets.shell.launch import Options
from counter.situation.preferences import Preferences
from counter.viewmodels.settings import SettingsModel

STRIP_WIDTH: Final = 420
STRIP_HEIGHT: Final = 860
WHOLE: Final = QSize(1366, 768)
KEEP_AFTER_MS: Final = 500
SETTLE_MS: Final = 200
FRAME: Final = 48
"""Room for the title bar of the window and the bar of the desktop."""


def strip_place(preferences: Preferences, screen: QRect) -> QRect:
    """The strip's place on this screen: where it was last, else at the right edge; never
    outside.
    """
    height = min(STRIP_HEIGHT, screen.height() - FRAME)
    x = preferences.x if preferences.x >= 0 else screen.right() - STRIP_WIDTH + 1
    y = preferences.y if preferences.y >= 0 else screen.top() + FRAME // 2
    x = max(screen.left(), min(x, screen.right() - STRIP_WIDTH + 1))
    y = max(screen.top(), min(y, screen.bottom() - height + 1))
    return QRect(x, y, STRIP_WIDTH, height)


class WindowPlace(QObject):
    """Places the window, and remembers where the clerk moves it."""

    def __init__(self, window: QQuickWindow, settings: SettingsModel) -> None:
        """Connect to the signals of both."""
        super().__init__(window)
        self._window, self._settings = window, settings
        self._timer = QTimer(self, interval=KEEP_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self._keep)
        # Some desktops make a new window to stay on top and place it themselves.
        self._settling = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._settle)
        window.xChanged.connect(self._moved)
        window.yChanged.connect(self._moved)
        settings.shapeAsked.connect(self.take)

    def begin(self, options: Options) -> Options:
        """The options with the last size, where none was given."""
        if options.size is not None:
            return options
        if not self._settings.shown.strip:
            return replace(options, size=WHOLE)
        place = self._strip()
        self._window.setPosition(place.topLeft())
        return replace(options, size=place.size())

    @Slot(bool)
    def take(self, strip: bool) -> None:
        """Become the strip, or the full window."""
        self._window.showNormal()
        if strip:
            place = self._strip()
            self._settling.start()
            self._window.resize(place.size())
            self._window.setFramePosition(place.topLeft())
            return
        screen = self._screen()
        size = WHOLE.boundedTo(screen.size())
        corner = QPoint(
            screen.left() + (screen.width() - size.width()) // 2,
            screen.top() + (screen.height() - size.height()) // 2,
        )
        self._window.setGeometry(QRect(corner, size))

    @Slot()
    def _moved(self) -> None:
        if self._is_strip() and not self._settling.isActive():
            self._timer.start()

    def _keep(self) -> None:
        if self._is_strip():
            at = self._window.framePosition()
            self._settings.prefer(x=max(0, at.x()), y=max(0, at.y()))

    def _settle(self) -> None:
        if self._is_strip():
            self._window.setFramePosition(self._strip().topLeft())

    def _is_strip(self) -> bool:
        return self._settings.shown.strip and self._window.width() <= STRIP_WIDTH

    def _strip(self) -> QRect:
        return strip_place(self._settings.shown, self._screen())

    def _screen(self) -> QRect:
        screen = self._window.screen() or QGuiApplication.primaryScreen()
        return screen.availableGeometry()
