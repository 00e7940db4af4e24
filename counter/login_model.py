"""The login page for QML: who am I, where do I sit."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from counter.login import seat_of, taken_by
from counter.moves import TAKE_OVER
from counter.presenter import present
from counter.sitting import Sitting
from counter.situation import Ask, Seat

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LoginModel(QObject):
    """What can be done on the login page."""

    def __init__(self, sitting: Sitting, parent: QObject) -> None:
        """``sitting`` is the window's own."""
        super().__init__(parent)
        self._sitting = sitting

    @Slot(str)
    def introduce(self, clerk: str) -> None:
        """I am this clerk; the desk where he sits already is chosen with him."""
        situation, view = self._sitting.situation, self._sitting.view
        if situation.flight is None and view is not None:
            counter = seat_of(view, clerk) or situation.pick.counter
            pick = Seat(counter if clerk else "", clerk)
            self._sitting.become(replace(situation, pick=pick))

    @Slot(str)
    def place(self, counter: str) -> None:
        """I want to sit at this desk."""
        situation = self._sitting.situation
        if situation.flight is None:
            self._sitting.become(replace(situation, pick=replace(situation.pick, counter=counter)))

    @Slot()
    def enter(self) -> None:
        """Sit down; a desk where somebody else sits is asked about once."""
        sitting, situation = self._sitting, self._sitting.situation
        if sitting.office is None or sitting.view is None or situation.ask is not None:
            return
        shown = present(sitting.office, sitting.view, sitting.link.now(), situation)
        if not shown.login.lit:
            return
        holder = taken_by(sitting.view, situation.pick.counter)
        if holder and holder != situation.pick.clerk:
            sitting.become(replace(situation, ask=Ask(TAKE_OVER), note=None))
        else:
            sitting.enter()
