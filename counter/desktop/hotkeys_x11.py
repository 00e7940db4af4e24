"""Eight grabbed keys on X11: libxcb by ctypes, on a connection of our own."""

import ctypes
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSocketNotifier

F1_KEYSYM: Final = 0xFFBE
SHIFT, LOCK, CONTROL, NUM_LOCK = 1, 2, 4, 16
KEY_PRESS: Final = 2
ASYNC: Final = 1
COUNT: Final = 8


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (
        ("root", ctypes.POINTER(ctypes.c_uint32)),
        ("rem", ctypes.c_int),
        ("index", ctypes.c_int),
    )


class _KeyPress(ctypes.Structure):
    _fields_ = (("response_type", ctypes.c_uint8), ("detail", ctypes.c_uint8))


def _libraries() -> tuple[Any, Any]:
    """``libxcb`` and ``libxcb-keysyms``, which Qt needs on X11 too. Raises ``OSError``."""
    xcb, keysyms = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-keysyms.so.1")
    for name in ("xcb_connect", "xcb_get_setup", "xcb_poll_for_event", "xcb_request_check"):
        getattr(xcb, name).restype = ctypes.c_void_p
    xcb.xcb_setup_roots_iterator.restype = _Screens
    xcb.xcb_grab_key_checked.restype = _Cookie
    keysyms.xcb_key_symbols_alloc.restype = ctypes.c_void_p
    keysyms.xcb_key_symbols_get_keycode.restype = ctypes.POINTER(ctypes.c_uint8)
    return xcb, keysyms


class X11Grabber:
    """``counter.desktop.hotkeys.Grabber`` for X11."""

    def __init__(self, pressed: Callable[[int], None]) -> None:
        """``pressed`` is called with 1 to 8."""
        self._pressed = pressed
        self._xcb: Any = None
        self._connection: Any = None
        self._notifier: QSocketNotifier | None = None
        self._numbers: dict[int, int] = {}
        self._free: Any = ctypes.CDLL(None).free

    def grab(self, *, modifiers: bool) -> list[int]:
        """Grab the keys; returns those that other software holds. Raises ``OSError``."""
        self._xcb, keysyms = _libraries()
        self._connection = ctypes.c_void_p(self._xcb.xcb_connect(None, None))
        if self._xcb.xcb_connection_has_error(self._connection):
            self.release()
            raise OSError("no X server")
        setup = ctypes.c_void_p(self._xcb.xcb_get_setup(self._connection))
        root = self._xcb.xcb_setup_roots_iterator(setup).root[0]
        symbols = ctypes.c_void_p(keysyms.xcb_key_symbols_alloc(self._connection))
        base = CONTROL | SHIFT if modifiers else 0
        taken = []
        for number in range(1, COUNT + 1):
            codes = keysyms.xcb_key_symbols_get_keycode(symbols, F1_KEYSYM + number - 1)
            if not codes or not self._grab_one(root, codes[0], base):
                taken.append(number)
            else:
                self._numbers[codes[0]] = number
            if codes:
                self._free(codes)
        keysyms.xcb_key_symbols_free(symbols)
        self._listen()
        return taken

    def release(self) -> None:
        """Close the connection to the X server, which frees the keys."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _grab_one(self, root: int, code: int, base: int) -> bool:
        """Grab one key with every combination of Num Lock and Caps Lock."""
        for extra in (0, LOCK, NUM_LOCK, LOCK | NUM_LOCK):
            cookie = self._xcb.xcb_grab_key_checked(
                self._connection, 0, root, base | extra, code, ASYNC, ASYNC
            )
            error = self._xcb.xcb_request_check(self._connection, cookie)
            if error:
                self._free(ctypes.c_void_p(error))
                return False
        return True

    def _listen(self) -> None:
        descriptor = self._xcb.xcb_get_file_descriptor(self._connection)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        while self._connection is not None:
            event = self._xcb.xcb_poll_for_event(self._connection)
            if not event:
                break
            known = ctypes.cast(event, ctypes.POINTER(_KeyPress)).contents
            kind, code = known.response_type & 0x7F, known.detail
            self._free(ctypes.c_void_p(event))
            if kind == KEY_PRESS and code in self._numbers:
                self._pressed(self._numbers[code])
        if self._connection is not None and self._xcb.xcb_connection_has_error(self._connection):
            self.release()
