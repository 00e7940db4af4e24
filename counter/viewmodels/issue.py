"""The page on which a helper takes a number for somebody, for QML."""

import uuid
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from counter.presenter.issue import ISSUE, PRINT_FIRST, issue_command, print_command, usual_kiosk
from counter.presenter.presenter import clerk_of
from counter.presenter.words import glued
from counter.situation.situation import IssueDraft
from counter.work.sitting import Sitting

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class IssueModel(QObject):
    """What can be done on that page."""

    def __init__(self, sitting: Sitting, parent: QObject) -> None:
        """``sitting`` is the window's own."""
        super().__init__(parent)
        self._sitting = sitting

    @Slot(str)
    def type(self, words: str) -> None:
        """What the person says he has come for."""
        if words != self._draft.typed:
            self._become(replace(self._draft, typed=words))

    @Slot(str)
    def choose(self, work: str) -> None:
        """It is for this; a number given before is out of the way."""
        kiosk = self._draft.kiosk or usual_kiosk(self._sitting.view)
        self._become(IssueDraft(self._draft.typed, work, self._draft.priority, kiosk))

    @Slot(str)
    def prefer(self, priority: str) -> None:
        """The priority the person says he has."""
        code = "" if priority == "none" else priority
        self._become(replace(self._draft, priority=code))

    @Slot(str)
    def at(self, kiosk: str) -> None:
        """Where the paper shall come out."""
        self._become(replace(self._draft, kiosk=kiosk))

    @Slot()
    def give(self) -> None:
        """Take the number. After a refusal of the kiosk's rules: take it nevertheless."""
        sitting, draft = self._sitting, self._draft
        if sitting.office is None or not sitting.situation.is_free or draft.given is not None:
            return
        ticket = draft.ticket or uuid.uuid4().hex
        command = issue_command(sitting.office, draft, ticket)
        if command is not None:
            self._become(replace(draft, ticket=ticket))
            sitting.fly(ISSUE, command, ticket)

    @Slot()
    def print(self) -> None:
        """Have the number just given printed at the chosen kiosk."""
        sitting, draft = self._sitting, self._draft
        if draft.given is None or not draft.kiosk or not sitting.situation.is_free:
            return
        label = glued(draft.given.label)
        done = f"Đã yêu cầu in phiếu {label} tại kiosk {draft.kiosk}."
        command = print_command(draft, clerk_of(sitting.situation))
        sitting.fly(PRINT_FIRST, command, draft.ticket, done)

    @Slot()
    def restart(self) -> None:
        """The next person; the kiosk stays chosen."""
        self._become(IssueDraft(kiosk=self._draft.kiosk))

    @property
    def _draft(self) -> IssueDraft:
        return self._sitting.situation.issue

    def _become(self, draft: IssueDraft) -> None:
        self._sitting.become(replace(self._sitting.situation, issue=draft))
