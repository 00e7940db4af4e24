"""F1 to F8 while the clerk types in other software. Optional, and off until chosen.

Only these eight combinations are registered with the system (`RegisterHotKey`, `xcb_grab_key`).
Libraries that listen to every key instead must not be used: personal data is typed beside this
window.
"""

import sys
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from counter.situation.preferences import OFF
from counter.viewmodels.settings import SettingsModel

COUNT: Final = 8
WITH_MODIFIERS: Final = "with_modifiers"
NOT_HERE: Final = (
    "Máy này không cho phím tắt khi đang ở phần mềm khác. "
    "F1–F8 vẫn dùng được khi cửa sổ này đang được chọn."
)
SOME_TAKEN: Final = "Phần mềm khác đang giữ: {keys}. Các phím còn lại đã dùng được."
READY: Final = "Đã bật. Phần mềm khác sẽ không nhận các phím này."


class Grabber(Protocol):
    """A platform's way to register global keys. ``pressed`` is called with 1 to 8."""

    def grab(self, *, modifiers: bool) -> list[int]:
        """Register the eight keys; returns those that other software holds. Raises ``OSError``."""

    def release(self) -> None:
        """Release the keys."""


def grabber_here(pressed: Callable[[int], None]) -> Grabber | None:
    """The grabber of this platform; ``None`` where there is none (Wayland, offscreen)."""
    if sys.platform == "win32":
        from counter.desktop.hotkeys_windows import WindowsGrabber

        return WindowsGrabber(pressed)
    if QGuiApplication.platformName() == "xcb":
        from counter.desktop.hotkeys_x11 import X11Grabber

        return X11Grabber(pressed)
    return None


class Hotkeys(QObject):
    """Registers the keys as the settings say, and reports the result in a sentence."""

    def __init__(
        self,
        settings: SettingsModel,
        press: Callable[[str], None],
        find: Callable[[Callable[[int], None]], Grabber | None] = grabber_here,
    ) -> None:
        """``press`` is called with the key ("F1"); ``find`` makes the platform's grabber."""
        super().__init__()
        self._settings, self._press, self._find = settings, press, find
        self._grabber: Grabber | None = None
        settings.hotkeysChosen.connect(self.choose)
        if settings.shown.hotkeys != OFF:
            self.choose(settings.shown.hotkeys)

    @Slot(str)
    def choose(self, mode: str) -> None:
        """Apply the mode: off, with_modifiers or plain."""
        self.release()
        self._settings.explain("" if mode == OFF else self._take(mode))

    @Slot()
    def release(self) -> None:
        """Release the keys to other software."""
        if self._grabber is not None:
            self._grabber.release()
            self._grabber = None

    def _take(self, mode: str) -> str:
        grabber = self._find(self._pressed)
        if grabber is None:
            return NOT_HERE
        try:
            taken = grabber.grab(modifiers=mode == WITH_MODIFIERS)
        except OSError:
            return NOT_HERE
        self._grabber = grabber
        if len(taken) == COUNT:
            self.release()
            return NOT_HERE
        keys = ", ".join(f"F{each}" for each in taken)
        return SOME_TAKEN.format(keys=keys) if taken else READY

    def _pressed(self, number: int) -> None:
        self._press(f"F{number}")
