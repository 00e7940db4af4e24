"""Eight keys grabbed from a real X server, pressed by its own test extension."""

import ctypes
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter.desktop.hotkeys_x11 import X11Grabber

F1, F2, F8, LETTER_A = 0xFFBE, 0xFFBF, 0xFFC5, ord("a")
CONTROL, SHIFT = 0xFFE3, 0xFFE1


class Keyboard:
    """Fingers on the keyboard of one X server."""

    def __init__(self) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._display: Any = ctypes.c_void_p(self._x.XOpenDisplay(None))

    def press(self, *keys: int) -> None:
        """Down one after the other, up in turn."""
        codes = [self._x.XKeysymToKeycode(self._display, key) for key in keys]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)


@pytest.fixture
def keyboard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyboard]:
    """An X server of our own."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
    fingers = Keyboard()
    yield fingers
    fingers.close()
    server.terminate()
    server.communicate(timeout=10)


def test_only_the_eight_keys_are_heard_and_only_until_they_are_given_back(
    keyboard: Keyboard, qtbot: QtBot
) -> None:
    """A letter typed in other software is nobody's business here."""
    heard: list[int] = []
    grabber = X11Grabber(heard.append)
    assert grabber.grab(modifiers=False) == []
    for key in (LETTER_A, F1, LETTER_A, F8):
        keyboard.press(key)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [1, 8]
    grabber.release()
    keyboard.press(F1)
    again = X11Grabber(heard.append)
    assert again.grab(modifiers=False) == []
    keyboard.press(F2)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard[2:] == [2]
    again.release()


def test_with_modifiers_the_bare_keys_stay_with_other_software(
    keyboard: Keyboard, qtbot: QtBot
) -> None:
    """F5 goes on refreshing the ministry's page."""
    heard: list[int] = []
    grabber = X11Grabber(heard.append)
    assert grabber.grab(modifiers=True) == []
    keyboard.press(F1)
    keyboard.press(CONTROL, SHIFT, F2)
    qtbot.waitUntil(lambda: heard != [])
    assert heard == [2]
    grabber.release()


def test_keys_somebody_else_holds_are_named(keyboard: Keyboard) -> None:
    """They come back by number, and nothing breaks."""
    first, second = X11Grabber(lambda _: None), X11Grabber(lambda _: None)
    assert first.grab(modifiers=False) == []
    assert second.grab(modifiers=False) == list(range(1, 9))
    first.release()
    second.release()


def test_no_x_server_at_all_is_an_error_that_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The menu then says that hot keys cannot be."""
    monkeypatch.setenv("DISPLAY", ":4711")
    with pytest.raises(OSError, match="no X server"):
        X11Grabber(lambda _: None).grab(modifiers=False)
