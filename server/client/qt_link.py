"""The link as Qt signals. Here and in ``qt_reports.py`` is all the Qt of ``server/``."""

import time
import uuid
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, SignalInstance, Slot

from server.client.address import Address, address_of
from server.client.effects import FINAL_STATES, Answer, Deliver, Delivery, LinkState, StateChanged
from server.client.last_view import LastView
from server.client.mailbox import Mailbox
from server.client.server_clock import ServerClock, office_zone
from server.client.session import Request
from server.client.transport import Transport, new_session
from server.protocol.commands import AnyCommand
from server.protocol.messages import (
    AnyQuery,
    CallNotice,
    CommandMessage,
    PrintNotice,
    Query,
    Role,
    SignIn,
    SignOut,
    SpeakerMessage,
    Spoken,
    Welcome,
)
from server.protocol.views import AnyView

SAVE_EVERY_MS: Final = 1000


class ServerLink(QObject):
    """One device's link to the server, used from the window's thread.

    Signals, all in that thread: ``welcomed(Welcome)``, then ``viewed(view)``;
    ``noticed(CallNotice)`` once a call and in order, ``printAsked(PrintNotice)`` likewise for a
    kiosk; ``answered(command id, Result | Error)`` once a command; ``told(query id, Story |
    Standing | Appointment | WhatIf | Error)`` once a query; ``signedIn(request id, SignedIn |
    Error)`` once a sign-in or sign-out, and with an empty id when the server ends a sign-in;
    ``speakerChanged(speaks, others)`` when this display starts or stops speaking for its zone, or
    others that could come or go, ``spokenElsewhere(n)`` when another display has spoken a notice to
    its end; ``connectionChanged(str)``: "connecting" until the first attempt ended, then "live" or
    "lost" ("lost" through all further attempts), or for good "incompatible" or "refused".

    ``where`` is an address, or ``auto`` (``address.py``). With ``state_dir`` the last greeting and
    view are kept there and shown first at the next start.
    Raises ``websockets.exceptions.InvalidURI`` and ``pydantic.ValidationError`` (device, token).
    """

    welcomed = Signal(object)
    viewed = Signal(object)
    noticed = Signal(object)
    answered = Signal(str, object)
    told = Signal(str, object)
    printAsked = Signal(object)  # noqa: N815 -- a Qt signal, seen by QML under this name
    signedIn = Signal(str, object)  # noqa: N815 -- a Qt signal, seen by QML under this name
    speakerChanged = Signal(bool, bool)  # noqa: N815 -- a Qt signal, seen by QML under this name
    spokenElsewhere = Signal(str)  # noqa: N815 -- a Qt signal, seen by QML under this name
    connectionChanged = Signal(str)  # noqa: N815 -- a Qt signal, seen by QML under this name
    _arrived = Signal()

    def __init__(
        self,
        where: str | Address,
        role: Role,
        device: str,
        token: str = "",
        scope: str = "",
        state_dir: Path | None = None,
        parent: QObject | None = None,
        *,
        speaks: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session = new_session(role, device, token, scope, speaks=speaks)
        self._asked: dict[str, SignalInstance] = {}
        place = address_of(where, state_dir) if isinstance(where, str) else where
        self._transport = Transport(place, self._session, self._leave)
        self._mailbox = Mailbox()
        self._last_view = None if state_dir is None else LastView(state_dir, Role(role))
        self._welcome: Welcome | None = None
        self._view: AnyView | None = None
        self._clock: ServerClock | None = None
        self._connection = ""
        self._is_stale = True
        self._stopped = False
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_EVERY_MS)
        self._save_timer.timeout.connect(self._save)
        self._arrived.connect(self._take_all, Qt.ConnectionType.QueuedConnection)

    @property
    def url(self) -> str:
        """The address of the newest attempt, empty before the first."""
        return self._transport.url

    @property
    def is_stale(self) -> bool:
        """Whether what was shown last may be out of date: true whenever the link is not live."""
        return self._is_stale

    def start(self) -> None:
        """Emit the kept greeting and view, then connect. Raises ``RuntimeError`` when started
        before.
        """
        self._show_connection(LinkState.CONNECTING)
        kept = None if self._last_view is None else self._last_view.load()
        if kept is not None:
            self._welcome, self._view = kept, kept.view
            self.welcomed.emit(kept)
            self.viewed.emit(kept.view)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)
        self._transport.start()

    @Slot()
    def stop(self) -> None:
        """Close the connection, join the thread and keep the last view; no signal comes after."""
        if self._stopped:
            return
        self._stopped = True
        self._transport.stop()
        if self._save_timer.isActive():
            self._save_timer.stop()
            self._save()

    def send(self, command: AnyCommand, command_id: str = "") -> str:
        """Have a command carried out; its id comes back in ``answered``.

        With ``command_id`` a command that was left unanswered is repeated, not sent anew. It is
        sent again with the same id after each reconnect; without an answer for 30 s it is answered
        ``overloaded``. Raises ``RuntimeError`` before ``start``.
        """
        message = CommandMessage(id=command_id or uuid.uuid4().hex, command=command)
        return self._request(message, self.answered)

    def ask(self, query: AnyQuery) -> str:
        """Send a query; its id comes back in ``told``. Raises ``RuntimeError`` before ``start``."""
        return self._request(Query(id=uuid.uuid4().hex, query=query), self.told)

    def sign_in(self, clerk: str, pin: str, new_pin: str = "") -> str:
        """Say who works at this device; the id comes back in ``signedIn``.

        The sign-in is continued after every reconnect until ``sign_out``. Raises
        ``pydantic.ValidationError`` when a PIN is no number of at most 12 digits.
        """
        message = SignIn(id=uuid.uuid4().hex, clerk=clerk, pin=pin, new_pin=new_pin)
        return self._request(message, self.signedIn)

    def sign_out(self) -> str:
        """End the sign-in; the id comes back in ``signedIn``. Raises ``RuntimeError`` before
        ``start``.
        """
        return self._request(SignOut(id=uuid.uuid4().hex), self.signedIn)

    @Slot(str)
    def tell_spoken(self, n: str) -> None:
        """Say that notice ``n`` was spoken here to its end; lost when the link is not live. Raises
        ``RuntimeError`` before ``start``.
        """
        self._transport.tell(Spoken(n=n))

    def _request(self, message: Request, signal: SignalInstance) -> str:
        self._asked[message.id] = signal
        self._transport.ask(message)
        return message.id

    def withdraw(self, request_id: str) -> None:
        """Forget a request: it is not sent (again), and its answer no longer awaited.

        An answer already on its way to this thread may still come; whether the server did what
        was asked nobody can say. Raises ``RuntimeError`` before ``start``.
        """
        self._asked.pop(request_id, None)
        self._transport.withdraw(request_id)

    def watch(self, scope: str) -> None:
        """Be shown ``scope`` from now on. Raises ``RuntimeError`` before ``start``."""
        self._transport.watch(scope)

    def now(self) -> datetime:
        """The office's time, aware, in its zone; this machine's own until the first greeting."""
        if self._clock is not None:
            return self._clock.now(time.monotonic())
        zone = None if self._welcome is None else office_zone(self._welcome)
        return datetime.now(zone).astimezone(zone)

    def _leave(self, effect: Deliver | StateChanged) -> None:
        """Runs in the link's thread."""
        if self._mailbox.put(effect):
            self._arrived.emit()

    @Slot()
    def _take_all(self) -> None:
        # One at a time: a slot that opens a nested event loop must not let newer ones overtake.
        while not self._stopped and (effect := self._mailbox.take()) is not None:
            if isinstance(effect, StateChanged):
                self._show_connection(effect.state)
            else:
                self._show(effect.what)

    def _show(self, what: Delivery) -> None:
        match what:
            case Answer(request_id="", outcome=outcome):
                self.signedIn.emit("", outcome)
            case Answer(request_id=request_id, outcome=outcome):
                self._asked.pop(request_id, self.answered).emit(request_id, outcome)
            case CallNotice():
                self.noticed.emit(what)
            case PrintNotice():
                self.printAsked.emit(what)
            case SpeakerMessage(speaks=speaks, others=others):
                self.speakerChanged.emit(speaks, others)
            case Spoken(n=n):
                self.spokenElsewhere.emit(n)
            case Welcome():
                self._welcome, self._clock, self._is_stale = what, self._session.clock, False
                self.welcomed.emit(what)
            case _:
                self._view = what
                self._save_soon()
                self.viewed.emit(what)

    def _show_connection(self, state: LinkState) -> None:
        if state is LinkState.LOST or state in FINAL_STATES:
            self._is_stale = True
        retrying = state is LinkState.CONNECTING and self._connection != ""
        if retrying or state is LinkState.GREETING or state.value == self._connection:
            return
        self._connection = state.value
        self.connectionChanged.emit(state.value)

    def _save_soon(self) -> None:
        if self._last_view is not None and not self._save_timer.isActive():
            self._save_timer.start()

    @Slot()
    def _save(self) -> None:
        if self._last_view is not None and self._welcome is not None and self._view is not None:
            self._last_view.save(self._welcome.model_copy(update={"view": self._view}))
