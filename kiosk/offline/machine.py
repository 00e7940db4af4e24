"""Gets every number of this kiosk: from the server, or without it from the kiosk's own book.

No I/O, no thread, no clock: whatever drives it (``issuer.py``) says what happened and when, and
carries out the effects it gets back, in their order. The rules, and why:

- **Online first, never alone with a question.** A wish goes to the server. Is the link lost, or has
  no answer come for 3 s, the number comes from the book; that is on the disk before it is told.
- **Nobody gets two numbers, no number is nobody's.** The unanswered question may have reached the
  server, may reach it yet (packets of a dead connection come late), or never. So the slip carries
  the ticket that was asked for (``instead_of``), and the server does both in one step when it
  records the slip: it cancels that ticket if it was made and still waits, and never makes it if
  the question comes later. The paper in the citizen's hand is what counts, always.
- **Told in order, one at a time, until answered.** Slips keep their command ids in the book, so
  that a repeat after any crash is answered, not done again. One that is refused for good stays in
  the book and is a fault until a person has looked. One whose clock was too far off is told once
  more with the server's own time: its owner comes after all who are there, but he does come.
- **A number is only given from a range of today.** Ranges are asked for when the server greets, and
  confirmed at each greeting by asking once more with the same ids: a server whose log does not
  know of a range (restored, another one) answers otherwise, and the old range is void.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from kiosk.offline.book import Fate
from kiosk.offline.server_tasks import TRY_LATER, SendCommand, ServerTasks
from kiosk.offline.stock import ClockReading, LedgerPort, Stock
from kiosk.offline.wishes import Declined, Given, OfflineState, Wish
from server.protocol.commands import IssueTicket
from server.protocol.messages import Error, Result
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView

SERVER_WAIT_S: Final = 3.0
"""Seconds a citizen waits for the server before the kiosk gives a number by itself."""
REUSE_ID_S: Final = 60.0
"""For this many seconds an unanswered command is repeated, instead of sending a new one."""
LOOK_EVERY: Final = timedelta(minutes=1)
ALONE: Final = frozenset({"lost", "connecting", ""})
"""Connection states in which numbers are given offline; a device the server refused gives none."""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Do not send this command any more."""

    command_id: str


@dataclass(frozen=True, slots=True)
class Tell:
    """The result of a wish, for the pages."""

    what: Given | Declined


Effect = SendCommand | Withdraw | Tell


@dataclass(frozen=True, slots=True)
class _Asked:
    """A wish sent to the server; ``ticket`` is the ticket id of the command."""

    id: str
    wish: Wish
    ticket: str
    wait_until: float | None


class IssueMachine:
    """The state machine. ``new_id`` makes unique ids."""

    def __init__(self, ledger: LedgerPort, new_id: Callable[[], str]) -> None:
        self._stock = Stock(ledger, new_id)
        self._tasks = ServerTasks(self._stock, new_id)
        self._new_id = new_id
        self._connection = ""
        self._lost_at: datetime | None = None
        self._asked: dict[str, _Asked] = {}
        self._loose: dict[Wish, tuple[str, float]] = {}

    # -- what happens

    def issue(self, wish: Wish, moment: ClockReading) -> tuple[str, list[Effect]]:
        """A citizen asks for a number: returns the wish's id, and what to do."""
        wish_id = self._new_id()
        loose, until = self._loose.pop(wish, ("", 0.0))
        if moment.now_s >= until:
            loose = ""
        if self._connection in ALONE:
            return wish_id, [Tell(self._stock.give(wish_id, wish, loose, moment))]
        ticket = loose or wish_id
        command_id = f"issue.{ticket}"
        self._asked[command_id] = _Asked(wish_id, wish, ticket, moment.now_s + SERVER_WAIT_S)
        command = IssueTicket(
            ticket=ticket,
            service=wish.service,
            priority=wish.priority,
            procedure=wish.procedure,
            language=wish.language,
            appointment=wish.appointment,
        )
        return wish_id, [SendCommand(command, command_id)]

    def answered(
        self, request_id: str, answer: Result | Error, moment: ClockReading
    ) -> list[Effect]:
        """The server's answer, or the link's that none came; an unexpected one is ignored."""
        effects: list[Effect] = []
        asked = self._asked.pop(request_id, None)
        if asked is None:
            self._tasks.answered(request_id, answer, moment)
        else:
            effects += self._resolve(request_id, asked, answer, moment)
        return effects + self._work(moment)

    def welcomed(self, office: OfficeInfo) -> None:
        """The office, from the server or kept from the last run."""
        self._stock.office = office

    def viewed(self, view: KioskView, moment: ClockReading) -> list[Effect]:
        """The newest view, from the server or kept from the last run."""
        self._stock.view = view
        if self._connection != "live":
            return []
        self._stock.look(moment, LOOK_EVERY)
        return self._work(moment)

    def connected(self, connection: str, moment: ClockReading) -> list[Effect]:
        """The link's state (``ServerLink.connectionChanged``)."""
        self._connection = connection
        live = connection == "live"
        self._tasks.connected(live)
        if live:
            self._lost_at = None
            self._stock.greeted()
            self._stock.look(moment)
            return self._work(moment)
        if self._lost_at is None and connection != "connecting":
            self._lost_at = self._stock.now(moment)
        return self._timed_out(list(self._asked), moment) if connection in ALONE else []

    def tick(self, moment: ClockReading) -> list[Effect]:
        """Time has passed."""
        late = [
            command_id
            for command_id, asked in self._asked.items()
            if asked.wait_until is not None and moment.now_s >= asked.wait_until
        ]
        return self._timed_out(late, moment) + self._work(moment)

    def dismiss(self, moment: ClockReading) -> list[Effect]:
        """Staff have looked at the refused slips."""
        self._stock.keep(self._stock.book.dismissed())
        return self._work(moment)

    # -- what can be seen

    @property
    def wake_at(self) -> float | None:
        """The monotonic second at which to call ``tick``; ``None`` when there is no need."""
        times = [self._tasks.wake_at, *(each.wait_until for each in self._asked.values())]
        return min((at for at in times if at is not None), default=None)

    def state(self, moment: ClockReading) -> OfflineState:
        """The state of offline issuing."""
        may_give = self._connection == "live" or self._connection in ALONE
        return OfflineState(
            is_offline=self._connection not in ("live", "connecting", ""),
            since=self._lost_at,
            left=self._stock.left(moment) if may_give else {},
            unsent_count=len(self._stock.unsent),
            refused=tuple(each.label for each in self._stock.book.with_fate(Fate.REFUSED)),
            fault=self._stock.fault,
        )

    # -- the steps

    def _timed_out(self, command_ids: list[str], moment: ClockReading) -> list[Effect]:
        """The server took too long: give numbers from the book where possible; the others go on
        waiting.
        """
        effects: list[Effect] = []
        for command_id in command_ids:
            asked = self._asked[command_id]
            outcome = self._stock.give(asked.id, asked.wish, asked.ticket, moment)
            if isinstance(outcome, Given):
                del self._asked[command_id]
                effects += [Withdraw(command_id), Tell(outcome)]
            else:
                self._asked[command_id] = replace(asked, wait_until=None)
        return effects

    def _resolve(
        self, command_id: str, asked: _Asked, answer: Result | Error, moment: ClockReading
    ) -> list[Effect]:
        if isinstance(answer, Result):
            return [Tell(_given(asked, answer, moment))]
        if answer.code not in TRY_LATER:
            return [Tell(Declined(asked.id, answer.code))]
        outcome = self._stock.give(asked.id, asked.wish, asked.ticket, moment)
        if isinstance(outcome, Declined):
            self._loose = {asked.wish: (asked.ticket, moment.now_s + REUSE_ID_S)}
            outcome = Declined(asked.id, answer.code)
        return [Withdraw(command_id), Tell(outcome)]

    def _work(self, moment: ClockReading) -> list[Effect]:
        return list(self._tasks.work(moment.now_s))


def _given(asked: _Asked, result: Result, moment: ClockReading) -> Given:
    at = result.issued_at or moment.office_at
    return Given(
        wish=asked.id,
        ticket=result.ticket,
        label=result.label,
        service=asked.wish.service,
        issued_at=at.astimezone(moment.office_at.tzinfo),
        ahead=result.ahead,
        wait=result.wait,
        notes=result.notes,
    )
