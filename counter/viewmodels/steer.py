"""A supervisor's page for QML."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from counter.presenter.presenter import clerk_of
from counter.presenter.steer import (
    ASSIGN,
    MOVE,
    assign_command,
    move_command,
    reset_command,
    served_by,
)
from counter.work.desk_session import DeskSession
from server.protocol.commands import AnyCommand
from server.words.desks import counter_name
from server.words.spelling import small

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SteerModel(QObject):
    """Slots of that page."""

    def __init__(self, session: DeskSession, parent: QObject) -> None:
        """``session`` is the window's own."""
        super().__init__(parent)
        self._session = session

    @Slot(str)
    def choose(self, counter: str) -> None:
        """Choose this desk."""
        self._session.set(replace(self._session.situation, steered=counter, told=None))

    @Slot(str)
    def toggle(self, service: str) -> None:
        """Add the service to the chosen desk, or remove it."""
        session = self._session
        if session.office is None or session.view is None or not self._counter:
            return
        now = served_by(session.office, session.view, self._counter)
        command = assign_command(now, clerk_of(session.situation), self._counter, service)
        if command is None:
            session.say("Mỗi quầy cần ít nhất một việc, nhiều nhất tám việc.")
        else:
            self._send(ASSIGN, command, "Đã đổi việc của quầy.")

    @Slot()
    def reset(self) -> None:
        """Reset the chosen desk to what the office's profile says."""
        if self._counter:
            command = reset_command(clerk_of(self._session.situation), self._counter)
            self._send(ASSIGN, command, "Quầy trở lại việc như thường lệ.")

    @Slot(str)
    def move(self, to_counter: str) -> None:
        """Move the chosen desk's clerk to that empty desk."""
        office = self._session.office
        if office is not None and self._counter:
            command = move_command(clerk_of(self._session.situation), self._counter, to_counter)
            place = small(counter_name(office, to_counter))
            self._send(MOVE, command, f"Đã điều cán bộ sang {place}.")

    @Slot(str)
    def read(self, label: str) -> None:
        """Show the story of this ticket: who was called before it and why."""
        if label.strip() and self._session.situation.is_live:
            self._session.ask_story(" ".join(label.split()))

    @property
    def _counter(self) -> str:
        return self._session.situation.steered

    def _send(self, action: str, command: AnyCommand, done: str) -> None:
        if self._session.situation.is_free:
            self._session.send(action, command, self._counter, done)
