"""The staff code and the maintenance page for QML."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.shell.rows import RowsModel
from kiosk.maintenance import staff_code
from kiosk.maintenance.condition import Condition, ConditionLine, lines

QML_IMPORT_NAME = "KioskModel"
QML_IMPORT_MAJOR_VERSION = 1

PIN: Final = "pin"
DESK: Final = "desk"


@QmlElement
class StaffViewModel(QObject):
    """Hidden until the corner is held; the staff code opens the maintenance page."""

    placeChanged = Signal()
    pinChanged = Signal()
    linesChanged = Signal()
    noteChanged = Signal()
    printAsked = Signal()
    restartAsked = Signal()
    dismissAsked = Signal()
    quitAsked = Signal()
    made = Signal()  # never sent: the list stays, and tells its own changes

    def __init__(
        self,
        is_right: Callable[[str, str], bool] = staff_code.is_right,
        condition: Condition | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``is_right`` checks a code against the office's hash."""
        super().__init__(parent)
        self._is_right = is_right
        self._condition = condition or Condition()
        self._hash = ""
        self._lock = staff_code.CodeLock()
        self._place = ""
        self._code = ""
        self._note = ""
        self._idle_s = 0
        self._lines = RowsModel(ConditionLine, self)

    @property
    def condition(self) -> Condition:
        """What the maintenance page shows, for Python."""
        return self._condition

    def set_hash(self, code_hash: str) -> None:
        """Set the hash of the office's staff code; empty: the page cannot be opened."""
        self._hash = code_hash

    def learn(self, **news: Any) -> None:
        """Set fields of ``Condition``."""
        self._condition = replace(self._condition, **news)
        if self._place == DESK:
            self._show_lines()

    def say(self, note: str) -> None:
        """Show the result of something done here."""
        self._note = note
        self.noteChanged.emit()

    def tick(self) -> None:
        """A second has passed: waits get shorter, and a page left open closes."""
        if self._lock.wait_s:
            self._lock = staff_code.second_passed(self._lock)
            self.pinChanged.emit()
        if not self._place:
            return
        self._idle_s += 1
        if self._idle_s >= (
            staff_code.PIN_IDLE_S if self._place == PIN else staff_code.DESK_IDLE_S
        ):
            self.leave()

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._idle_s = 0

    @Slot()
    def ask(self) -> None:
        """The corner was held: ask for the code, where the office has one."""
        if self._hash and not self._place:
            self._go(PIN)

    @Slot(str)
    def type(self, sign: str) -> None:
        """A figure of the code."""
        self._code = (self._code + sign)[: staff_code.LONGEST_CODE]
        self.pinChanged.emit()

    @Slot()
    def erase(self) -> None:
        """The last figure away."""
        self._code = self._code[:-1]
        self.pinChanged.emit()

    @Slot()
    def enter(self) -> None:
        """Try the code."""
        code, self._code = self._code, ""
        if self._place != PIN or self._lock.wait_s or not code:
            return
        if self._is_right(self._hash, code):
            self._lock = staff_code.CodeLock()
            self._note = ""
            self._go(DESK)
        else:
            self._lock = staff_code.wrong_code(self._lock)
        self.pinChanged.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the citizens."""
        self._code = ""
        self._go("")

    @Slot()
    def printPage(self) -> None:
        """Print the test page."""
        if self._place == DESK:
            self.printAsked.emit()

    @Slot()
    def dismiss(self) -> None:
        """Somebody has seen to the numbers the server would not take."""
        if self._place == DESK:
            self.dismissAsked.emit()

    @Slot()
    def restart(self) -> None:
        """Start the program anew."""
        if self._place == DESK:
            self.restartAsked.emit()

    @Slot()
    def quit(self) -> None:
        """Leave the program."""
        if self._place == DESK:
            self.quitAsked.emit()

    def _go(self, place: str) -> None:
        self._idle_s = 0
        if place != self._place:
            self._place = place
            self._show_lines()
            self.pinChanged.emit()
            self.noteChanged.emit()
            self.placeChanged.emit()

    def _show_lines(self) -> None:
        self._lines.show(lines(self._condition))
        self.linesChanged.emit()

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        """Empty, ``pin`` or ``desk``."""
        return self._place

    @Property(int, notify=pinChanged)
    def typed(self) -> int:
        """How many figures were typed."""
        return len(self._code)

    @Property(bool, notify=pinChanged)
    def wrong(self) -> bool:
        """Whether the last code was wrong."""
        return self._lock.wrong_count > 0

    @Property(int, notify=pinChanged)
    def waitS(self) -> int:
        """Seconds before the next try."""
        return self._lock.wait_s

    @Property(bool, notify=linesChanged)
    def refused(self) -> bool:
        """Whether the server would not take some numbers, and nobody has seen to them yet."""
        return bool(self._condition.offline.refused)

    @Property(bool, notify=linesChanged)
    def waits(self) -> bool:
        """Whether a fault of the numbers in reserve stays until somebody says he has seen it."""
        return bool(self._condition.offline.refused) or self._condition.offline.fault in (
            "refused",
            "disk",
        )

    @Property(str, notify=noteChanged)
    def note(self) -> str:
        """What came of the last thing done."""
        return self._note

    # As QObject: under its own name a list model would reach no view.
    _get_lines = attrgetter("_lines")
    lines = Property(QObject, _get_lines, notify=made)
