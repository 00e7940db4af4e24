"""The login page for QML: clerk, PIN, desk."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from counter.presenter import pin_entry
from counter.presenter.keys import TAKE_OVER
from counter.presenter.login import taken_by
from counter.presenter.presenter import present
from counter.situation.situation import Ask, SignDraft
from counter.work.desk_session import DeskSession

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LoginModel(QObject):
    """Slots of the login page."""

    def __init__(self, session: DeskSession, parent: QObject) -> None:
        """``session`` is the window's own."""
        super().__init__(parent)
        self._session = session

    @Slot(str)
    def introduce(self, clerk: str) -> None:
        """Choose this clerk; an empty name chooses none."""
        situation = self._session.situation
        if not clerk and situation.signed:
            self._session.sign_out()
        self._session.introduce(clerk)

    @Slot(str)
    def seek(self, letters: str) -> None:
        """Show only names that begin so."""
        self._session.set(replace(self._session.situation, sought=letters))

    @Slot(str)
    def type(self, digit: str) -> None:
        """Type a digit of the PIN."""
        self._draft(pin_entry.typed(self._session.situation.sign_in, digit))

    @Slot()
    def erase(self) -> None:
        """Remove the last digit."""
        self._draft(pin_entry.erased(self._session.situation.sign_in))

    @Slot()
    def change(self) -> None:
        """Begin to change the PIN."""
        self._draft(pin_entry.changing(self._session.situation.sign_in))

    @Slot()
    def submit(self) -> None:
        """Confirm the typed PIN."""
        session, situation = self._session, self._session.situation
        if not situation.is_free or pin_entry.is_locked(situation.sign_in, session.link.now()):
            return
        draft, send = pin_entry.accepted(situation.sign_in)
        if send is not None:
            draft = replace(draft, request=session.link.sign_in(situation.pick.clerk, *send))
        self._draft(draft)

    @Slot(str)
    def place(self, counter: str) -> None:
        """Choose this desk."""
        situation = self._session.situation
        if situation.flight is None:
            self._session.set(replace(situation, pick=replace(situation.pick, counter=counter)))

    @Slot()
    def enter(self) -> None:
        """Open the chosen desk; where another clerk sits, ask once before taking it over."""
        session, situation = self._session, self._session.situation
        if session.office is None or session.view is None or situation.ask is not None:
            return
        shown = present(session.office, session.view, session.link.now(), situation)
        if not shown.login.lit:
            return
        holder = taken_by(session.view, situation.pick.counter)
        if holder and holder != situation.pick.clerk:
            session.set(replace(situation, ask=Ask(TAKE_OVER), note=None))
        else:
            session.enter()

    @Slot()
    def handOver(self) -> None:
        """Hand over: the desk stays open and the next clerk signs in there."""
        if self._session.desk is not None and self._session.situation.is_free:
            self._session.hand_over()

    def _draft(self, draft: SignDraft) -> None:
        self._session.set(replace(self._session.situation, sign_in=draft))
