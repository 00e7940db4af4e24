"""Lets one finger touch at a time: two fingers on two buttons must never take two tickets."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtQuick import QQuickWindow

TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd})


class TouchGuard(QObject):
    """An event filter that lets only the first finger through to ``window``, which owns it. Other
    fingers are ignored, and a new touch begins only when all fingers have left the screen.
    """

    def __init__(self, window: QQuickWindow) -> None:
        """Filter the events of ``window`` from now on."""
        super().__init__(window)
        self._window = window
        self._first: int | None = None
        self._passing = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Drop what is not the first finger's (Qt calls this)."""
        if self._passing or event.type() not in TOUCHES or not isinstance(event, QTouchEvent):
            return False
        points = list(event.points())
        if event.type() == QEvent.Type.TouchBegin:
            self._first = points[0].id()
        mine = [point for point in points if point.id() == self._first]
        if mine and mine[0].state() == QEventPoint.State.Released:
            self._first = None
        if len(points) == 1 and mine:
            return False
        if mine:
            self._pass_on(event, mine[0])
        event.accept()
        return True

    def _pass_on(self, event: QTouchEvent, point: QEventPoint) -> None:
        """Give the window the same event with only ``point`` in it."""
        kinds = {
            QEventPoint.State.Pressed: QEvent.Type.TouchBegin,
            QEventPoint.State.Released: QEvent.Type.TouchEnd,
        }
        kind = kinds.get(point.state(), QEvent.Type.TouchUpdate)
        alone = QTouchEvent(kind, event.pointingDevice(), event.modifiers(), [point])
        self._passing = True
        try:
            QCoreApplication.sendEvent(self._window, alone)
        finally:
            self._passing = False
