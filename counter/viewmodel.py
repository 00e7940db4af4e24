"""The one object QML talks to: keeps the screen, sends commands, one at a time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from counter import session, undo
from counter.dialogs import directed, first_ask
from counter.login import seat_of, taken_by
from counter.moves import (
    BY_ID,
    OPEN,
    RETURN,
    TAKE_OVER,
    UNDO,
    Action,
    bring_back,
    command_of,
    sit_down,
    take_back,
)
from counter.panels import DialogPanel, HandPanel, HeadPanel, LoginPanel, NextPanel
from counter.presenter import present
from counter.refusals import why_unlit
from counter.screen import ActionRow, AsideRow, DeskRow, LineRow, PickRow, Screen
from counter.situation import Ask, Flight, Note, Seat, Situation, own_desk
from counter.waiting_model import RowsModel
from server.protocol.commands import AnyCommand
from server.protocol.messages import Error, Result, Welcome
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView, Desk

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS: Final = 1000
NOTE_MS: Final = 8000
SETTLE_MS: Final = 3000


class Link(Protocol):
    """What the view model needs of the server link."""

    def send(self, command: AnyCommand) -> str:
        """Send, and return the command's id."""

    def watch(self, scope: str) -> None:
        """Show me this counter from now on."""

    def now(self) -> datetime:
        """The office's time, aware."""

    @property
    def is_stale(self) -> bool:
        """Whether what is shown was saved in an earlier hour."""


def forget(_: Seat | None) -> None:
    """Remember no seat (tests and machines without a state folder)."""


@QmlElement
class CounterViewModel(QObject):
    """Screen, panels and lists; slots are what a clerk can do."""

    turned = Signal()

    def __init__(
        self,
        link: Link,
        seat: Seat | None = None,
        remember: Callable[[Seat | None], None] = forget,
        parent: QObject | None = None,
    ) -> None:
        """``seat`` is where the clerk sat in the last run; ``remember`` is told of every change."""
        super().__init__(parent)
        self._link = link
        self._remember = remember
        self._office: OfficeInfo | None = None
        self._view: CounterView | None = None
        self._situation = Situation(seat=seat)
        self._page = ""
        self._make_panels()
        self._note_timer = self._timer(NOTE_MS, self._forget_note)
        self._settle_timer = self._timer(SETTLE_MS, self._settle)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self.refresh)
        tick.start()
        self.refresh()

    def _make_panels(self) -> None:
        self._head, self._hand, self._next = HeadPanel(self), HandPanel(self), NextPanel(self)
        self._login, self._dialog = LoginPanel(self), DialogPanel(self)
        self._actions, self._line = RowsModel(ActionRow, self), RowsModel(LineRow, self)
        self._aside, self._desks = RowsModel(AsideRow, self), RowsModel(DeskRow, self)
        self._clerks, self._places = RowsModel(PickRow, self), RowsModel(PickRow, self)
        self._choices, self._services = RowsModel(PickRow, self), RowsModel(PickRow, self)
        self._minutes = RowsModel(PickRow, self)

    def _timer(self, length_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=length_ms, singleShot=True)
        timer.timeout.connect(act)
        return timer

    # ---- what the link tells -----------------------------------------------------------------

    @Slot(object)
    def welcome(self, message: Welcome) -> None:
        """The server greeted, or greeted anew after a change of the office."""
        self._office = message.office
        self.view(message.view)

    @Slot(object)
    def view(self, view: object) -> None:
        """The newest view; a view of another role is not ours."""
        if not isinstance(view, CounterView):
            return
        self._view = view
        if self._office is not None:
            self._become(session.viewed(self._situation, self._office, view, self._link.is_stale))

    @Slot(str)
    def connection(self, word: str) -> None:
        """The link is connecting, live, lost, incompatible or refused."""
        after = replace(self._situation, connection=word)
        if after.is_live and self._office is not None and self._view is not None:
            # The link greets with the view first and only then says that it is live.
            after = session.viewed(after, self._office, self._view, self._link.is_stale)
        self._become(after)

    @Slot(str, object)
    def answer(self, command: str, answer: Result | Error) -> None:
        """The server carried out or refused a command of ours."""
        flight = self._situation.flight
        if flight is None or flight.id != command or self._office is None or self._view is None:
            return
        after = session.answered(
            self._situation, self._office, self._view, answer, self._link.now()
        )
        if after.seat != self._situation.seat:
            self._link.watch(after.seat.counter if after.seat else "")
        if after.flight is not None:
            self._settle_timer.start()
        self._become(after)

    # ---- what the clerk does -----------------------------------------------------------------

    @Slot(str)
    def press(self, code: str) -> None:
        """A big key, by mouse or by F-key: sends, asks, or says why it is not lit."""
        desk, office = self._own_desk(), self._office
        if desk is None or office is None or self._situation.ask is not None:
            return
        action = BY_ID[code]
        if not self._lit(action, desk):
            self._say(why_unlit(action, desk, self._situation, office))
        elif action.asks:
            self._become(replace(self._situation, ask=first_ask(code, desk, office), note=None))
        else:
            self._do(action, Ask(code, desk.ticket.id if desk.ticket else ""))

    @Slot(str)
    def choose(self, code: str) -> None:
        """A reason or an outcome; where the choice is the answer, it is sent at once."""
        ask = self._situation.ask
        if ask is None:
            return
        self._become(replace(self._situation, ask=replace(ask, reason=code)))
        if self._dialog.shown.instant:
            self.confirm()

    @Slot(str)
    def direct(self, target: str) -> None:
        """The service, or the desk of its own service, to which the ticket shall go."""
        desk = self._own_desk()
        if self._situation.ask is not None and desk is not None and desk.ticket is not None:
            ask = directed(self._situation.ask, target, desk.ticket.service)
            self._become(replace(self._situation, ask=ask))

    @Slot(str)
    def wait(self, minutes: str) -> None:
        """For how many minutes the place is kept or the desk rests."""
        if self._situation.ask is not None and minutes.isdigit():
            ask = replace(self._situation.ask, minutes=int(minutes))
            self._become(replace(self._situation, ask=ask))

    @Slot()
    def confirm(self) -> None:
        """Answer the open question with yes."""
        ask = self._situation.ask
        if ask is None or not self._dialog.shown.lit:
            return
        if ask.kind == TAKE_OVER:
            self._sit_down()
        elif ask.kind in BY_ID:
            self._do(BY_ID[ask.kind], ask)

    @Slot()
    def dismiss(self) -> None:
        """Close the open question; nothing is sent."""
        self._become(replace(self._situation, ask=None))

    @Slot(str)
    def bring(self, ticket: str) -> None:
        """Bring a held or missed ticket back into the line."""
        if self._own_desk() is None or not self._situation.is_live or self._situation.flight:
            return
        self._fly(RETURN, bring_back(ticket), ticket)

    @Slot()
    def takeBack(self) -> None:  # noqa: N802 -- QML's own spelling
        """Ctrl+Z: the last action of mine, or why it cannot be."""
        seat = self._situation.seat
        if self._own_desk() is None or seat is None or self._situation.ask is not None:
            return
        if undo.can_undo(self._situation, self._link.now()):
            self._fly(UNDO, take_back(seat))
        else:
            self._say(undo.why_not(self._situation))

    @Slot(str)
    def introduce(self, clerk: str) -> None:
        """I am this clerk; the desk where he sits already is chosen with him."""
        if self._situation.flight is None and self._view is not None:
            counter = seat_of(self._view, clerk) or self._situation.pick.counter
            pick = Seat(counter if clerk else "", clerk)
            self._become(replace(self._situation, pick=pick))

    @Slot(str)
    def place(self, counter: str) -> None:
        """I want to sit at this desk."""
        if self._situation.flight is None:
            pick = replace(self._situation.pick, counter=counter)
            self._become(replace(self._situation, pick=pick))

    @Slot()
    def enter(self) -> None:
        """Sit down; a desk where somebody else sits is asked about once."""
        if not self._login.shown.lit or self._view is None or self._situation.ask is not None:
            return
        holder = taken_by(self._view, self._situation.pick.counter)
        if holder and holder != self._situation.pick.clerk:
            self._become(replace(self._situation, ask=Ask(TAKE_OVER), note=None))
        else:
            self._sit_down()

    @Slot()
    def refresh(self) -> None:
        """Show the present moment; the view model does so every second by itself."""
        screen = present(self._office, self._view, self._link.now(), self._situation)
        self._show_lists(screen)
        panels = (
            (self._head, screen.head),
            (self._hand, screen.hand),
            (self._next, screen.next),
            (self._login, screen.login),
            (self._dialog, screen.dialog),
        )
        for panel, shown in panels:
            panel.show(shown)
        if screen.page != self._page:
            self._page = screen.page
            self.turned.emit()

    # ---- inside ------------------------------------------------------------------------------

    def _show_lists(self, screen: Screen) -> None:
        lists = (
            (self._actions, screen.actions),
            (self._line, screen.line),
            (self._aside, screen.aside),
            (self._desks, screen.desks),
            (self._clerks, screen.login.clerks),
            (self._places, screen.login.desks),
            (self._choices, screen.dialog.choices),
            (self._services, screen.dialog.services),
            (self._minutes, screen.dialog.minutes),
        )
        for model, rows in lists:
            model.show(rows)

    def _own_desk(self) -> Desk | None:
        return own_desk(self._view, self._situation)

    def _lit(self, action: Action, desk: Desk) -> bool:
        free = self._situation.is_live and self._situation.flight is None
        return free and action.move in desk.moves

    def _do(self, action: Action, ask: Ask) -> None:
        if self._situation.seat is not None:
            self._fly(action.id, command_of(action, self._situation.seat, ask))

    def _sit_down(self) -> None:
        self._fly(OPEN, sit_down(self._situation.pick))

    def _fly(self, action: str, command: AnyCommand, subject: str = "") -> None:
        flight = Flight(self._link.send(command), action, subject)
        self._become(replace(self._situation, flight=flight, ask=None, note=None))

    def _say(self, text: str) -> None:
        self._become(replace(self._situation, note=Note(text)))

    def _become(self, situation: Situation) -> None:
        before, self._situation = self._situation, situation
        if situation.note is not None and situation.note is not before.note:
            self._note_timer.start()
        if situation.seat != before.seat:
            self._remember(situation.seat)
        self.refresh()

    def _forget_note(self) -> None:
        self._become(replace(self._situation, note=None))

    def _settle(self) -> None:
        self._become(session.settled(self._situation))

    # ---- what QML reads ----------------------------------------------------------------------

    @Property(str, notify=turned)
    def page(self) -> str:
        """blank, login or work."""
        return self._page

    @Property(HeadPanel, notify=turned)
    def head(self) -> HeadPanel:
        """The head of the window."""
        return self._head

    @Property(HandPanel, notify=turned)
    def hand(self) -> HandPanel:
        """The ticket in hand."""
        return self._hand

    @Property(NextPanel, notify=turned)
    def next(self) -> NextPanel:
        """Who comes next."""
        return self._next

    @Property(LoginPanel, notify=turned)
    def login(self) -> LoginPanel:
        """The login page."""
        return self._login

    @Property(DialogPanel, notify=turned)
    def dialog(self) -> DialogPanel:
        """The open question."""
        return self._dialog

    @Property(QObject, notify=turned)
    def actions(self) -> QObject:
        """The eight keys."""
        return self._actions

    @Property(QObject, notify=turned)
    def line(self) -> QObject:
        """Those behind the next one."""
        return self._line

    @Property(QObject, notify=turned)
    def aside(self) -> QObject:
        """Tickets set aside."""
        return self._aside

    @Property(QObject, notify=turned)
    def desks(self) -> QObject:
        """The other desks."""
        return self._desks

    @Property(QObject, notify=turned)
    def clerks(self) -> QObject:
        """Names on the login page."""
        return self._clerks

    @Property(QObject, notify=turned)
    def places(self) -> QObject:
        """Desks on the login page."""
        return self._places

    @Property(QObject, notify=turned)
    def choices(self) -> QObject:
        """Reasons or outcomes of the open question."""
        return self._choices

    @Property(QObject, notify=turned)
    def services(self) -> QObject:
        """Services to which a ticket may go."""
        return self._services

    @Property(QObject, notify=turned)
    def minutes(self) -> QObject:
        """Lengths of a rest or a kept place."""
        return self._minutes
