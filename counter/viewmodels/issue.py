"""The page on which a helper takes a number for somebody, for QML."""

import uuid
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from counter.presenter.issue import ISSUE, PRINT_FIRST, issue_command, print_command, usual_kiosk
from counter.presenter.presenter import clerk_of
from counter.situation.situation import IssueDraft
from counter.work.desk_session import DeskSession
from server.words.spelling import glued

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class IssueModel(QObject):
    """What can be done on that page."""

    def __init__(self, session: DeskSession, parent: QObject) -> None:
        """``session`` is the window's own."""
        super().__init__(parent)
        self._session = session

    @Slot(str)
    def type(self, words: str) -> None:
        """What the person says he has come for."""
        if words != self._draft.typed:
            self._set(replace(self._draft, typed=words))

    @Slot(str)
    def choose(self, work: str) -> None:
        """It is for this; a number given before is out of the way."""
        kiosk = self._draft.kiosk or usual_kiosk(self._session.view)
        self._set(IssueDraft(self._draft.typed, work, self._draft.priority, kiosk))

    @Slot(str)
    def prefer(self, priority: str) -> None:
        """The priority the person says he has."""
        code = "" if priority == "none" else priority
        self._set(replace(self._draft, priority=code))

    @Slot(str)
    def at(self, kiosk: str) -> None:
        """Where the paper shall come out."""
        self._set(replace(self._draft, kiosk=kiosk))

    @Slot()
    def give(self) -> None:
        """Take the number. After a refusal of the kiosk's rules: take it nevertheless."""
        session, draft = self._session, self._draft
        if session.office is None or not session.situation.is_free or draft.given is not None:
            return
        ticket = draft.ticket or uuid.uuid4().hex
        command = issue_command(session.office, draft, ticket)
        if command is not None:
            self._set(replace(draft, ticket=ticket))
            session.send(ISSUE, command, ticket)

    @Slot()
    def print(self) -> None:
        """Have the number just given printed at the chosen kiosk."""
        session, draft = self._session, self._draft
        if draft.given is None or not draft.kiosk or not session.situation.is_free:
            return
        label = glued(draft.given.label)
        done = f"Đã yêu cầu in phiếu {label} tại kiosk {draft.kiosk}."
        command = print_command(draft, clerk_of(session.situation))
        session.send(PRINT_FIRST, command, draft.ticket, done)

    @Slot()
    def restart(self) -> None:
        """The next person; the kiosk stays chosen."""
        self._set(IssueDraft(kiosk=self._draft.kiosk))

    @property
    def _draft(self) -> IssueDraft:
        return self._session.situation.issue

    def _set(self, draft: IssueDraft) -> None:
        self._session.set(replace(self._session.situation, issue=draft))
