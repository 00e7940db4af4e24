"""Drives an app like a person: JSON lines in, real touches and keys on the window, JSON lines out.

Commands (assets/README.md lists them with examples) are carried out one after the other; each
gets exactly one answer, ``{"ok": true, …}`` or ``{"ok": false, "error": …}``.
"""

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import IO, Any

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

POLL_MS = 30
DEFAULT_WAIT_S = 10.0
DEFAULT_TAP_S = 2.0


class PilotError(RuntimeError):
    """A command could not be carried out; the text says why."""


def visible_items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every visible item of ``window``, parents first."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if not item.isVisible() or item.opacity() == 0:
            continue
        yield item
        waiting.extend(reversed(item.childItems()))


def name_of(item: QQuickItem) -> str:
    """The accessible name of ``item``, else its object name, else empty."""
    face = QAccessible.queryAccessibleInterface(item)
    spoken = face.text(QAccessible.Text.Name) if face is not None else ""
    return str(spoken or item.objectName())


def text_of(item: QQuickItem) -> str:
    """The text of a text item; empty for other items."""
    if not item.inherits("QQuickText") and not item.inherits("QQuickTextInput"):
        return ""
    return str(item.property("text") or "")


def centre_of(item: QQuickItem) -> QPoint:
    """The middle of the item, in window coordinates."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def scroll_to(item: QQuickItem) -> None:
    """Scroll every list around ``item`` so that it is in view."""
    around = item.parentItem()
    while around is not None:
        if around.inherits("QQuickFlickable"):
            top = item.mapToItem(around, QPointF(0, 0)).y()
            below = top + item.height() - around.height()
            if top < 0 or below > 0:
                shift = top if top < 0 else below
                around.setProperty("contentY", around.property("contentY") + shift)
        around = around.parentItem()


def find(window: QQuickWindow, name: str) -> QQuickItem:
    """The visible, enabled item called ``name``, scrolled into view. Raises ``PilotError``."""
    if window.property("settling"):
        raise PilotError("the page has only just changed")
    off_screen = False
    for item in visible_items(window):
        if item.isEnabled() and name_of(item) == name:
            scroll_to(item)
            if window.contentItem().contains(QPointF(centre_of(item))):
                return item
            off_screen = True
    raise PilotError(f"{name!r} is {'outside the screen' if off_screen else 'not there'}")


class Pilot(QObject):
    """Reads commands from ``source`` in a thread and answers on ``sink``."""

    _heard = Signal(str)
    _ended = Signal()

    def __init__(
        self, window: QQuickWindow, source: IO[str], sink: IO[str], *, ends_app: bool = True
    ) -> None:
        """Start reading; with ``ends_app`` the end of ``source`` ends the app."""
        super().__init__(window)
        # Qt computes accessible names only once accessibility is active.
        QAccessible.setActive(True)
        self._window = window
        self._source = source
        self._sink = sink
        self._finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
        self._queue: deque[dict[str, Any]] = deque()
        self._patience_ms = 0
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._step)
        self._heard.connect(self._enqueue)
        if ends_app:
            self._ended.connect(QGuiApplication.quit)
        self._does: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "tap": self._tap,
            "key": self._key,
            "type": self._type,
            "shot": self._shot,
            "names": self._names,
            "texts": self._texts,
            "wait": self._wait,
            "quit": self._quit,
        }
        threading.Thread(target=self._listen, name="pilot", daemon=True).start()

    def _listen(self) -> None:
        for line in self._source:
            if line.strip():
                self._heard.emit(line)
        self._ended.emit()

    def _enqueue(self, line: str) -> None:
        try:
            command = json.loads(line)
        except ValueError as error:
            command = {"do": "", "error": str(error)}
        self._queue.append(command if isinstance(command, dict) else {"do": ""})
        if not self._poll.isActive():
            self._poll.start()

    def _step(self) -> None:
        if not self._queue:
            self._poll.stop()
            return
        command = self._queue[0]
        try:
            answer = self._obey(command)
        except (PilotError, KeyError) as error:
            if self._patience_ms < float(command.get("timeout_s", 0)) * 1000:
                self._patience_ms += POLL_MS
                return
            answer = {"ok": False, "error": str(error)}
        self._queue.popleft()
        self._patience_ms = 0
        self._sink.write(json.dumps(answer, ensure_ascii=False) + "\n")
        self._sink.flush()

    def _obey(self, command: dict[str, Any]) -> dict[str, Any]:
        act = self._does.get(str(command.get("do")))
        if act is None:
            raise PilotError(f"no such command: {json.dumps(command, ensure_ascii=False)}")
        return {"ok": True, **act(command)}

    def _tap(self, command: dict[str, Any]) -> dict[str, Any]:
        command.setdefault("timeout_s", DEFAULT_TAP_S)
        point = centre_of(find(self._window, str(command["name"])))
        if command.get("by") == "mouse":
            QTest.mouseClick(
                self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
            )
        else:
            QTest.touchEvent(self._window, self._finger).press(0, point).commit()
            held_ms = round(float(command.get("hold_s", 0)) * 1000)
            if held_ms:
                QTimer.singleShot(held_ms, lambda: self._lift(point))
            else:
                self._lift(point)
        return {"x": point.x(), "y": point.y()}

    def _lift(self, point: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).release(0, point).commit()

    def _key(self, command: dict[str, Any]) -> dict[str, Any]:
        keys = QKeySequence(str(command["key"]))
        if keys.isEmpty():
            raise PilotError(f"no such key: {command['key']}")
        QTest.keySequence(self._window, keys)
        return {}

    def _type(self, command: dict[str, Any]) -> dict[str, Any]:
        for letter in str(command["text"]):
            QTest.sendKeyEvent(
                QTest.KeyAction.Click,
                self._window,
                Qt.Key.Key_unknown,
                letter,
                Qt.KeyboardModifier.NoModifier,
            )
        return {}

    def _shot(self, command: dict[str, Any]) -> dict[str, Any]:
        picture = self._window.grabWindow()
        if not picture.save(str(command["file"])):
            raise PilotError(f"could not save {command['file']}")
        return {"width": picture.width(), "height": picture.height()}

    def _names(self, _: dict[str, Any]) -> dict[str, Any]:
        names = (name_of(item) for item in visible_items(self._window))
        return {"names": [name for name in names if name]}

    def _texts(self, _: dict[str, Any]) -> dict[str, Any]:
        texts = (text_of(item) for item in visible_items(self._window))
        return {"texts": [text for text in texts if text]}

    def _wait(self, command: dict[str, Any]) -> dict[str, Any]:
        command.setdefault("timeout_s", DEFAULT_WAIT_S)
        if "name" in command:
            find(self._window, str(command["name"]))
        elif not any(str(command["text"]) in text_of(item) for item in visible_items(self._window)):
            raise PilotError(f"nobody wrote {command['text']!r}")
        return {}

    def _quit(self, _: dict[str, Any]) -> dict[str, Any]:
        QTimer.singleShot(0, QGuiApplication.quit)
        return {}
