"""The page on which a helper issues a ticket for somebody, for QML."""

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
    """Slots of that page."""

    def __init__(self, session: DeskSession, parent: QObject) -> None:
        """``session`` is the window's own."""
        super().__init__(parent)
        self._session = session

    @Slot(str)
    def type(self, words: str) -> None:
        """Search for what the person has come for."""
        if words != self._draft.typed:
            self._set(replace(self._draft, typed=words))

    @Slot(str)
    def choose(self, work: str) -> None:
        """Choose the service or procedure; a ticket issued before is no longer shown."""
        kiosk = self._draft.kiosk or usual_kiosk(self._session.view)
        self._set(IssueDraft(self._draft.typed, work, self._draft.priority, kiosk))

    @Slot(str)
    def prefer(self, priority: str) -> None:
        """Choose the priority."""
        code = "" if priority == "none" else priority
        self._set(replace(self._draft, priority=code))

    @Slot(str)
    def at(self, kiosk: str) -> None:
        """Choose the kiosk that prints the ticket."""
        self._set(replace(self._draft, kiosk=kiosk))

    @Slot()
    def give(self) -> None:
        """Issue the ticket; after a refusal of the kiosk's rules, insist."""
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
        """Print the ticket just issued at the chosen kiosk."""
        session, draft = self._session, self._draft
        if draft.given is None or not draft.kiosk or not session.situation.is_free:
            return
        label = glued(draft.given.label)
        done = f"Đã yêu cầu in phiếu {label} tại kiosk {draft.kiosk}."
        command = print_command(draft, clerk_of(session.situation))
        session.send(PRINT_FIRST, command, draft.ticket, done)

    @Slot()
    def restart(self) -> None:
        """Begin with the next person; the kiosk stays chosen."""
        self._set(IssueDraft(kiosk=self._draft.kiosk))

    @property
    def _draft(self) -> IssueDraft:
        return self._session.situation.issue

    def _set(self, draft: IssueDraft) -> None:
        self._session.set(replace(self._session.situation, issue=draft))
