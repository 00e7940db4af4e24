"""The window's own settings for QML: shape, hot keys, training, the tour."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter.situation.preferences import Preferences

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


def keep_nothing(_: Preferences) -> None:
    """Remember nothing (tests)."""


@QmlElement
class SettingsModel(QObject):
    """Holds the preferences and signals every change."""

    changed = Signal()
    hotkeysChosen = Signal(str)
    trainingAsked = Signal(bool)
    shapeAsked = Signal(bool)

    def __init__(
        self,
        preferences: Preferences,
        keep: Callable[[Preferences], None] = keep_nothing,
        parent: QObject | None = None,
    ) -> None:
        """``keep`` is called with every change."""
        super().__init__(parent)
        self.shown = preferences
        self._keep = keep
        self._words = ""
        self._touring = False

    def prefer(self, **changes: object) -> None:
        """Change these fields of the preferences, and keep them."""
        shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # fields of Preferences
        if shown != self.shown:
            self.shown = shown
            self._keep(shown)
            self.changed.emit()

    def explain(self, words: str) -> None:
        """Show the result of registering the hot keys."""
        self._words = words
        self.changed.emit()

    @Slot(str)
    def useHotkeys(self, mode: str) -> None:
        """off, with_modifiers or plain."""
        self.prefer(hotkeys=mode)
        self.hotkeysChosen.emit(mode)

    @Slot(bool)
    def train(self, training: bool) -> None:
        """Go to the training office, or come back."""
        self.trainingAsked.emit(training)

    @Slot(bool)
    def reshape(self, strip: bool) -> None:
        """Become the strip, or the full window."""
        self.prefer(strip=strip)
        self.shapeAsked.emit(strip)

    @Slot()
    def startTour(self) -> None:
        """Show the tour, now."""
        self._tour(touring=True)

    @Slot()
    def endTour(self) -> None:
        """End the tour, seen or skipped; it does not start by itself again."""
        self.prefer(toured=True)
        self._tour(touring=False)

    def _tour(self, *, touring: bool) -> None:
        if touring != self._touring:
            self._touring = touring
            self.changed.emit()

    _hotkeys = attrgetter("shown.hotkeys")
    hotkeys = Property(str, _hotkeys, notify=changed)
    _explained = attrgetter("_words")
    words = Property(str, _explained, notify=changed)
    _open = attrgetter("_touring")
    touring = Property(bool, _open, notify=changed)
