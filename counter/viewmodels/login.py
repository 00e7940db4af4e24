"""The login page for QML: who am I, my PIN, where do I sit."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from counter.presenter import pin_entry
from counter.presenter.keys import TAKE_OVER
from counter.presenter.login import taken_by
from counter.presenter.presenter import present
from counter.situation.situation import Ask, SignDraft
from counter.work.sitting import Sitting

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
        """I am this clerk, or with an empty name nobody yet."""
        situation = self._sitting.situation
        if not clerk and situation.signed:
            self._sitting.sign_out()
        self._sitting.introduce(clerk)

    @Slot(str)
    def seek(self, letters: str) -> None:
        """Show only names that begin so."""
        self._sitting.become(replace(self._sitting.situation, sought=letters))

    @Slot(str)
    def type(self, digit: str) -> None:
        """One digit of the PIN."""
        self._draft(pin_entry.typed(self._sitting.situation.door, digit))

    @Slot()
    def erase(self) -> None:
        """The last digit was wrong."""
        self._draft(pin_entry.erased(self._sitting.situation.door))

    @Slot()
    def change(self) -> None:
        """I want another PIN."""
        self._draft(pin_entry.changing(self._sitting.situation.door))

    @Slot()
    def submit(self) -> None:
        """The PIN is typed."""
        sitting, situation = self._sitting, self._sitting.situation
        if not situation.is_free or pin_entry.is_locked(situation.door, sitting.link.now()):
            return
        draft, send = pin_entry.accepted(situation.door)
        if send is not None:
            draft = replace(draft, request=sitting.link.sign_in(situation.pick.clerk, *send))
        self._draft(draft)

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

    @Slot()
    def handOver(self) -> None:  # noqa: N802 -- QML's own spelling
        """I rise; the next clerk signs in at this desk, which stays open."""
        if self._sitting.desk is not None and self._sitting.situation.is_free:
            self._sitting.hand_over()

    def _draft(self, draft: SignDraft) -> None:
        self._sitting.become(replace(self._sitting.situation, door=draft))
