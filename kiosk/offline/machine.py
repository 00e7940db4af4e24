"""Where every number of this kiosk comes from: the server, or without it the kiosk's own book.

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
from kiosk.offline.errands import TRY_LATER, Errands, Send
from kiosk.offline.stock import Keeps, Moment, Stock
from kiosk.offline.wishes import Declined, Given, OfflineState, Wish
from server.protocol.commands import IssueTicket
from server.protocol.messages import Error, Result
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView

PATIENCE_S: Final = 3.0
"""How long a citizen waits for the server before the kiosk gives a number by itself."""
LOOSE_S: Final = 60.0
"""How long a question that was never answered is asked again, instead of a new one."""
LOOK_EVERY: Final = timedelta(minutes=1)
ALONE: Final = frozenset({"lost", "connecting", ""})
"""Connections in which the server may come back; a device it turned away gives no numbers."""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Do not send this any more."""

    command_id: str


@dataclass(frozen=True, slots=True)
class Tell:
    """What became of a wish."""

    what: Given | Declined


Effect = Send | Withdraw | Tell


@dataclass(frozen=True, slots=True)
class _Asked:
    """A wish the server was asked for; ``ticket`` is the id it was asked under."""

    id: str
    wish: Wish
    ticket: str
    patient_until: float | None


class IssueMachine:
    """The state machine. ``new_id`` makes ids nobody has had."""

    def __init__(self, ledger: Keeps, new_id: Callable[[], str]) -> None:
        self._stock = Stock(ledger, new_id)
        self._errands = Errands(self._stock, new_id)
        self._new_id = new_id
        self._connection = ""
        self._lost_at: datetime | None = None
        self._asked: dict[str, _Asked] = {}
        self._loose: dict[Wish, tuple[str, float]] = {}

    # -- what happens

    def issue(self, wish: Wish, moment: Moment) -> tuple[str, list[Effect]]:
        """Somebody wishes a number: the wish's id, and what to do."""
        wish_id = self._new_id()
        loose, until = self._loose.pop(wish, ("", 0.0))
        if moment.now_s >= until:
            loose = ""
        if self._connection in ALONE:
            return wish_id, [Tell(self._stock.give(wish_id, wish, loose, moment))]
        ticket = loose or wish_id
        command_id = f"issue.{ticket}"
        self._asked[command_id] = _Asked(wish_id, wish, ticket, moment.now_s + PATIENCE_S)
        command = IssueTicket(
            ticket=ticket,
            service=wish.service,
            priority=wish.priority,
            procedure=wish.procedure,
            language=wish.language,
            appointment=wish.appointment,
        )
        return wish_id, [Send(command, command_id)]

    def answered(self, request_id: str, answer: Result | Error, moment: Moment) -> list[Effect]:
        """The server's answer, or the link's that none came; one nobody waits for is ignored."""
        effects: list[Effect] = []
        asked = self._asked.pop(request_id, None)
        if asked is None:
            self._errands.answered(request_id, answer, moment)
        else:
            effects += self._resolve(request_id, asked, answer, moment)
        return effects + self._work(moment)

    def welcomed(self, office: OfficeInfo) -> None:
        """The office, of the server or kept from the last time."""
        self._stock.office = office

    def viewed(self, view: KioskView, moment: Moment) -> list[Effect]:
        """The newest view, of the server or kept from the last time."""
        self._stock.view = view
        if self._connection != "live":
            return []
        self._stock.look(moment, LOOK_EVERY)
        return self._work(moment)

    def connected(self, connection: str, moment: Moment) -> list[Effect]:
        """The link's word for its state (``ServerLink.connectionChanged``)."""
        self._connection = connection
        live = connection == "live"
        self._errands.connected(live)
        if live:
            self._lost_at = None
            self._stock.greeted()
            self._stock.look(moment)
            return self._work(moment)
        if self._lost_at is None and connection != "connecting":
            self._lost_at = self._stock.now(moment)
        return self._impatient(list(self._asked), moment) if connection in ALONE else []

    def tick(self, moment: Moment) -> list[Effect]:
        """Time has passed."""
        late = [
            command_id
            for command_id, asked in self._asked.items()
            if asked.patient_until is not None and moment.now_s >= asked.patient_until
        ]
        return self._impatient(late, moment) + self._work(moment)

    def dismiss(self, moment: Moment) -> list[Effect]:
        """A person has looked at the refused slips."""
        self._stock.keep(self._stock.book.dismissed())
        return self._work(moment)

    # -- what can be seen

    @property
    def wake_at(self) -> float | None:
        """The monotonic second at which ``tick`` is wanted, ``None`` when at no time."""
        times = [self._errands.wake_at, *(each.patient_until for each in self._asked.values())]
        return min((at for at in times if at is not None), default=None)

    def state(self, moment: Moment) -> OfflineState:
        """How things stand."""
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

    def _impatient(self, command_ids: list[str], moment: Moment) -> list[Effect]:
        """Give what can be given; for the rest there is nothing better than to go on waiting."""
        effects: list[Effect] = []
        for command_id in command_ids:
            asked = self._asked[command_id]
            outcome = self._stock.give(asked.id, asked.wish, asked.ticket, moment)
            if isinstance(outcome, Given):
                del self._asked[command_id]
                effects += [Withdraw(command_id), Tell(outcome)]
            else:
                self._asked[command_id] = replace(asked, patient_until=None)
        return effects

    def _resolve(
        self, command_id: str, asked: _Asked, answer: Result | Error, moment: Moment
    ) -> list[Effect]:
        if isinstance(answer, Result):
            return [Tell(_given(asked, answer, moment))]
        if answer.code not in TRY_LATER:
            return [Tell(Declined(asked.id, answer.code))]
        outcome = self._stock.give(asked.id, asked.wish, asked.ticket, moment)
        if isinstance(outcome, Declined):
            self._loose = {asked.wish: (asked.ticket, moment.now_s + LOOSE_S)}
            outcome = Declined(asked.id, answer.code)
        return [Withdraw(command_id), Tell(outcome)]

    def _work(self, moment: Moment) -> list[Effect]:
        return list(self._errands.work(moment.now_s))


def _given(asked: _Asked, result: Result, moment: Moment) -> Given:
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
