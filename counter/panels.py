"""The parts of the screen as QML sees them: read-only words that tell only when they change.

Each panel holds one frozen value of ``counter.screen``; the meaning of a property is told there.
The getters have names of their own because PySide's type dump wants to read them.
"""

from operator import attrgetter
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, SignalInstance
from PySide6.QtQml import QmlElement

from counter.screen import DialogScreen, HandScreen, HeadScreen, LoginScreen, NextScreen

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


class Panel(QObject):
    """Holds one value and says ``changed`` only when it is another."""

    changed: SignalInstance

    def __init__(self, shown: Any, parent: QObject) -> None:
        """Begin with ``shown``."""
        super().__init__(parent)
        self.shown = shown

    def show(self, shown: Any) -> None:
        """Show this from now on."""
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


@QmlElement
class HeadPanel(Panel):
    """``HeadScreen`` for QML."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Empty."""
        super().__init__(HeadScreen(), parent)

    _office = attrgetter("shown.office")
    office = Property(str, _office, notify=changed)
    _desk = attrgetter("shown.desk")
    desk = Property(str, _desk, notify=changed)
    _services = attrgetter("shown.services")
    services = Property(str, _services, notify=changed)
    _clerk = attrgetter("shown.clerk")
    clerk = Property(str, _clerk, notify=changed)
    _status = attrgetter("shown.status")
    status = Property(str, _status, notify=changed)
    _clock = attrgetter("shown.clock")
    clock = Property(str, _clock, notify=changed)
    _banner = attrgetter("shown.banner")
    banner = Property(str, _banner, notify=changed)
    _note = attrgetter("shown.note")
    note = Property(str, _note, notify=changed)
    _tone = attrgetter("shown.tone")
    tone = Property(str, _tone, notify=changed)
    _waiting = attrgetter("shown.waiting")
    waiting = Property(str, _waiting, notify=changed)
    _served = attrgetter("shown.served")
    served = Property(str, _served, notify=changed)
    _leave = attrgetter("shown.leave")
    leave = Property(bool, _leave, notify=changed)
    _undo = attrgetter("shown.undo")
    undo = Property(str, _undo, notify=changed)


@QmlElement
class HandPanel(Panel):
    """``HandScreen`` for QML."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Empty."""
        super().__init__(HandScreen(), parent)

    _stage = attrgetter("shown.stage")
    stage = Property(str, _stage, notify=changed)
    _status = attrgetter("shown.status")
    status = Property(str, _status, notify=changed)
    _label = attrgetter("shown.label")
    label = Property(str, _label, notify=changed)
    _service = attrgetter("shown.service")
    service = Property(str, _service, notify=changed)
    _priority = attrgetter("shown.priority")
    priority = Property(str, _priority, notify=changed)
    _why = attrgetter("shown.why")
    why = Property(str, _why, notify=changed)
    _since = attrgetter("shown.since")
    since = Property(str, _since, notify=changed)
    _usual = attrgetter("shown.usual")
    usual = Property(str, _usual, notify=changed)
    _share = attrgetter("shown.share")
    share = Property(float, _share, notify=changed)
    _tone = attrgetter("shown.tone")
    tone = Property(str, _tone, notify=changed)
    _story = attrgetter("shown.story")
    story = Property(str, _story, notify=changed)
    _hint = attrgetter("shown.hint")
    hint = Property(str, _hint, notify=changed)
    _courtesy = attrgetter("shown.courtesy")
    courtesy = Property(str, _courtesy, notify=changed)


@QmlElement
class NextPanel(Panel):
    """``NextScreen`` for QML."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Empty."""
        super().__init__(NextScreen(), parent)

    _label = attrgetter("shown.label")
    label = Property(str, _label, notify=changed)
    _service = attrgetter("shown.service")
    service = Property(str, _service, notify=changed)
    _priority = attrgetter("shown.priority")
    priority = Property(str, _priority, notify=changed)
    _waited = attrgetter("shown.waited")
    waited = Property(str, _waited, notify=changed)
    _why = attrgetter("shown.why")
    why = Property(str, _why, notify=changed)
    _more = attrgetter("shown.more")
    more = Property(str, _more, notify=changed)


@QmlElement
class LoginPanel(Panel):
    """``LoginScreen`` for QML; its lists are list models of the view model."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Empty."""
        super().__init__(LoginScreen(), parent)

    _explanation = attrgetter("shown.explanation")
    explanation = Property(str, _explanation, notify=changed)
    _clerk = attrgetter("shown.clerk")
    clerk = Property(str, _clerk, notify=changed)
    _desk = attrgetter("shown.desk")
    desk = Property(str, _desk, notify=changed)
    _accept = attrgetter("shown.accept")
    accept = Property(str, _accept, notify=changed)
    _lit = attrgetter("shown.lit")
    lit = Property(bool, _lit, notify=changed)
    _pending = attrgetter("shown.pending")
    pending = Property(bool, _pending, notify=changed)


@QmlElement
class DialogPanel(Panel):
    """``DialogScreen`` for QML; its lists are list models of the view model."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """No question."""
        super().__init__(DialogScreen(), parent)

    _kind = attrgetter("shown.kind")
    kind = Property(str, _kind, notify=changed)
    _title = attrgetter("shown.title")
    title = Property(str, _title, notify=changed)
    _text = attrgetter("shown.text")
    text = Property(str, _text, notify=changed)
    _accept = attrgetter("shown.accept")
    accept = Property(str, _accept, notify=changed)
    _lit = attrgetter("shown.lit")
    lit = Property(bool, _lit, notify=changed)
    _instant = attrgetter("shown.instant")
    instant = Property(bool, _instant, notify=changed)
