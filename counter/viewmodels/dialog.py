"""The open question for QML: choose, answer or close it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from counter.presenter import sheets, ticket_actions
from counter.presenter.dialogs import dialog, directed
from counter.presenter.keys import BY_ID, TAKE_OVER
from counter.presenter.screen import DialogScreen
from counter.situation.situation import Ask
from counter.work.desk_session import DeskSession
from counter.work.desk_work import DeskWork

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AskModel(QObject):
    """Slots of an open question."""

    def __init__(self, session: DeskSession, work: DeskWork, parent: QObject) -> None:
        """``session`` and ``work`` are the window's own."""
        super().__init__(parent)
        self._session = session
        self._work = work

    @Slot(str)
    def open(self, ticket: str) -> None:
        """The sheet of a ticket: its story, and what may be done with it."""
        situation = self._session.situation
        if situation.ask is None and not situation.page:
            self._work.open(ticket)

    @Slot(str, str)
    def begin(self, kind: str, ticket: str) -> None:
        """One of the questions about a ticket, without its sheet."""
        if self._session.situation.ask is None and kind in ticket_actions.ASKED_FIRST:
            self._work.open(ticket, kind)

    @Slot(str)
    def choose(self, code: str) -> None:
        """A reason or an outcome; where the choice is the answer, it is sent at once."""
        ask = self._ask
        if ask is None:
            return
        if ask.kind == ticket_actions.SHEET:
            self._take_up(code, ask)
            return
        self._set(replace(ask, reason=code))
        if self._shown.instant:
            self.confirm()

    @Slot(str)
    def direct(self, target: str) -> None:
        """Choose the service or desk to transfer to, or add a further stop."""
        ask, desk = self._ask, self._session.desk
        if ask is None or desk is None or desk.ticket is None:
            return
        if ask.kind == ticket_actions.ROUTE:
            self._set(replace(ask, route=sheets.toggled(ask.route, target)))
        else:
            self._set(directed(ask, target, desk.ticket.service))

    @Slot(str)
    def wait(self, minutes: str) -> None:
        """Choose for how many minutes the place is kept or the desk is paused."""
        if self._ask is not None and minutes.isdigit():
            self._set(replace(self._ask, minutes=int(minutes)))

    @Slot()
    def confirm(self) -> None:
        """Confirm the open question: send its command."""
        ask, seat = self._ask, self._session.situation.seat
        if ask is None or not self._shown.lit:
            return
        if ask.kind == TAKE_OVER:
            self._session.enter()
        elif ask.kind in ticket_actions.ASKED_FIRST and seat is not None:
            command = ticket_actions.action_command(ask, seat)
            self._session.send(ask.kind, command, ask.ticket, ticket_actions.done_words(ask))
        elif ask.kind in BY_ID:
            self._work.do(BY_ID[ask.kind], ask)

    @Slot()
    def dismiss(self) -> None:
        """Close the open question; nothing is sent."""
        self._set(None)

    @property
    def _ask(self) -> Ask | None:
        return self._session.situation.ask

    @property
    def _shown(self) -> DialogScreen:
        session = self._session
        if session.office is None or session.view is None:
            return DialogScreen()
        return dialog(session.office, session.view, session.situation)

    def _take_up(self, code: str, ask: Ask) -> None:
        """An action of a ticket's sheet: carry it out, or ask its question."""
        row = next((row for row in self._shown.choices if row.code == code), None)
        if row is None or not row.lit:
            return
        if code in ticket_actions.ASKED_FIRST:
            self._work.open(ask.ticket, code)
            return
        self.dismiss()
        match code:
            case ticket_actions.BRING:
                self._work.bring(ask.ticket)
            case ticket_actions.TAKE_BACK:
                self._work.take_back()
            case _:
                self._work.press("transfer")

    def _set(self, ask: Ask | None) -> None:
        self._session.set(replace(self._session.situation, ask=ask))
