"""The issue machine in Qt: the only way by which the kiosk's pages get a number."""

import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from math import ceil
from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.offline.book import Fate
from kiosk.offline.ledger import Ledger
from kiosk.offline.machine import Effect, IssueMachine, Tell, Withdraw
from kiosk.offline.server_tasks import SendCommand
from kiosk.offline.stock import ClockReading
from kiosk.offline.wishes import Given, OfflineState, Wish
from server.client.qt_link import ServerLink
from server.protocol.messages import Error, Result, Welcome
from server.protocol.views import KioskView

LOOK_MS: Final = 1000


class Issuer(QObject):
    """Gives numbers: the server's, or this kiosk's own while the server is away.

    ``issue`` is answered exactly once, by ``issued(Given)`` or ``refused(Declined)``, never before
    it has returned: within 3 s where the kiosk keeps numbers of the service, within the link's 30 s
    where it does not. A number given alone is on the disk when ``issued`` fires.
    ``stateChanged(OfflineState)`` fires when the state changes. Make it before ``link.start()``.
    """

    issued = Signal(object)
    refused = Signal(object)
    stateChanged = Signal(object)  # noqa: N815 -- Qt's spelling, as everywhere in the apps

    def __init__(
        self,
        link: ServerLink,
        ledger: Ledger,
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Own ``ledger`` from now on. ``new_id`` makes unique ticket ids."""
        super().__init__(parent)
        self._link = link
        self._ledger = ledger
        self._machine = IssueMachine(ledger, new_id)
        self._untold: list[Tell] = []
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(self._tick)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show)
        self._look.start()
        self._state = self._machine.state(self._moment())
        link.welcomed.connect(self._welcomed)
        link.viewed.connect(self._viewed)
        link.answered.connect(self._answered)
        link.connectionChanged.connect(self._connected)

    @property
    def state(self) -> OfflineState:
        """The state of offline issuing."""
        return self._state

    def issue(self, wish: Wish) -> str:
        """Ask for a number; the id under which ``issued`` or ``refused`` will answer."""
        wish_id, effects = self._machine.issue(wish, self._moment())
        self._carry_out(effects)
        return wish_id

    def is_unsent(self, ticket: str) -> bool:
        """Whether the server cannot know this ticket yet: it was given alone."""
        slip = self._ledger.book.slips.get(ticket)
        return slip is not None and slip.fate is Fate.UNSENT

    def dismiss(self) -> None:
        """Staff have looked at the refused numbers and at a ledger that was set aside."""
        self._ledger.dismiss()
        self._carry_out(self._machine.dismiss(self._moment()))

    def stop(self) -> None:
        """Close the ledger; call after the link has stopped. Nothing is given any more."""
        self._alarm.stop()
        self._look.stop()
        self._ledger.close()

    @Slot(object)
    def _welcomed(self, welcome: Welcome) -> None:
        self._machine.welcomed(welcome.office)

    @Slot(object)
    def _viewed(self, view: KioskView) -> None:
        self._carry_out(self._machine.viewed(view, self._moment()))

    @Slot(str, object)
    def _answered(self, request_id: str, answer: Result | Error) -> None:
        self._carry_out(self._machine.answered(request_id, answer, self._moment()))

    @Slot(str)
    def _connected(self, connection: str) -> None:
        self._carry_out(self._machine.connected(connection, self._moment()))

    @Slot()
    def _tick(self) -> None:
        self._carry_out(self._machine.tick(self._moment()))

    def _carry_out(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            match effect:
                case SendCommand(command=command, command_id=command_id):
                    self._link.send(command, command_id)
                case Withdraw(command_id=command_id):
                    self._link.withdraw(command_id)
                case Tell():
                    # Later, so that the caller has the wish's id by then.
                    self._untold.append(effect)
                    QTimer.singleShot(0, self, self._tell)
                case _:
                    assert_never(effect)
        self._arm()
        self._show()

    @Slot()
    def _tell(self) -> None:
        what = self._untold.pop(0).what
        (self.issued if isinstance(what, Given) else self.refused).emit(what)

    def _arm(self) -> None:
        wake_at = self._machine.wake_at
        if wake_at is None:
            self._alarm.stop()
        else:
            self._alarm.start(max(0, ceil((wake_at - time.monotonic()) * 1000)))

    @Slot()
    def _show(self) -> None:
        state = self._machine.state(self._moment())
        if state != self._state:
            self._state = state
            self.stateChanged.emit(state)

    def _moment(self) -> ClockReading:
        return ClockReading(time.monotonic(), self._link.now(), datetime.now(UTC))
