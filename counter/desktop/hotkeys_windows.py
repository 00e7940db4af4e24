"""Eight hot keys on Windows by ``RegisterHotKey``; presses arrive as native Qt messages.

Written from the system's documentation and not yet run on a Windows machine.
"""

import ctypes
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

VK_F1: Final = 0x70
MOD_CONTROL, MOD_SHIFT, MOD_NOREPEAT = 2, 4, 0x4000
WM_HOTKEY: Final = 0x0312
COUNT: Final = 8
FIRST_ID: Final = 0x0DE0


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
    )


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, pressed: Callable[[int], None]) -> None:
        super().__init__()
        self._pressed = pressed

    def nativeEventFilter(  # noqa: N802 -- Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Pick ``WM_HOTKEY`` out of the system's messages (Qt calls this)."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name == b"windows_generic_MSG":
            known = _Message.from_address(int(message))
            if known.message == WM_HOTKEY and 0 < known.word - FIRST_ID <= COUNT:
                self._pressed(known.word - FIRST_ID)
                return True, 0
        return False, 0


class WindowsGrabber:
    """``counter.desktop.hotkeys.Grabber`` for Windows."""

    def __init__(self, pressed: Callable[[int], None]) -> None:
        """``pressed`` is called with 1 to 8."""
        self._filter = _Filter(pressed)
        self._mine: list[int] = []

    def grab(self, *, modifiers: bool) -> list[int]:
        """Register the keys; returns those that other software holds. Raises ``OSError``."""
        user32 = _user32()
        held = MOD_NOREPEAT | (MOD_CONTROL | MOD_SHIFT if modifiers else 0)
        for number in range(1, COUNT + 1):
            if user32.RegisterHotKey(None, FIRST_ID + number, held, VK_F1 + number - 1):
                self._mine.append(number)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        return [number for number in range(1, COUNT + 1) if number not in self._mine]

    def release(self) -> None:
        """Release the keys."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        user32 = _user32()
        for number in self._mine:
            user32.UnregisterHotKey(None, FIRST_ID + number)
        self._mine = []


def _user32() -> Any:
    """The system's library. Raises ``OSError`` where there is none."""
    libraries = getattr(ctypes, "windll", None)
    if libraries is None:
        raise OSError("no Windows")
    return libraries.user32
