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
- **Told in order, one at a time, until answered.** Slips keep their command ids in the book, so that
  a repeat after any crash is answered, not done again. One that is refused for good stays in the
  book and is a fault until a person has looked. One whose clock was too far off is told once more
  with the server's own time: its owner comes after everybody who is there, but he does come.
- **A number is only given from a range of today.** Ranges are asked for when the server greets, and
  confirmed at each greeting by asking once more with the same ids: a server whose log does not
  know of a range (restored, another one) answers otherwise, and the old range is void.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from kiosk.offline.book import Book, Fate, Range, Seen, Slip
from kiosk.offline.ledger import LedgerFault
from kiosk.offline.words import (
    NO_LEDGER,
    NO_NUMBERS,
    NOT_NOW,
    WRONG_CLOCK,
    Declined,
    Given,
    OfflineState,
    Wish,
)
from server.protocol.commands import (
    AnyCommand,
    IssueTicket,
    RecordOfflineTicket,
    ReportDevice,
    ReserveNumbers,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView

PATIENCE_S: Final = 3.0
"""How long a citizen waits for the server before the kiosk gives a number by itself."""
RETRY_S: Final = 1.0
LOOSE_S: Final = 60.0
"""How long a question that was never answered is asked again, instead of a new one."""
LOOK_EVERY: Final = timedelta(minutes=1)
CLOCK_TOLERANCE: Final = timedelta(minutes=10)
"""A clock that went back further does not know what day it is."""
TRY_LATER: Final = frozenset({ErrorCode.OVERLOADED})
ALONE: Final = frozenset({"lost", "connecting", ""})


class Keeps(Protocol):
    """What the desk needs of a ledger; see ``kiosk.offline.ledger.Ledger``."""

    book: Book

    @property
    def is_open(self) -> bool:
        """Whether anything can be written down."""

    @property
    def has_set_aside(self) -> bool:
        """Whether a broken ledger waits for a person."""

    def keep(self, book: Book) -> None:
        """Make ``book`` durable. Raises ``LedgerFault``."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, on three clocks: monotonic seconds, the link's office time, this machine's (aware)."""

    now_s: float
    office_at: datetime
    machine_at: datetime


@dataclass(frozen=True, slots=True)
class Send:
    """Have the server carry this out, under this id."""

    command: AnyCommand
    command_id: str


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


class Desk:
    """The state machine. ``new_id`` makes ids nobody has had (ticket ids)."""

    def __init__(self, ledger: Keeps, new_id: Callable[[], str]) -> None:
        self._ledger = ledger
        self._new_id = new_id
        self._office: OfficeInfo | None = None
        self._view: KioskView | None = None
        self._connection = ""
        self._was_live = False
        self._lost_at: datetime | None = None
        self._asked: dict[str, _Asked] = {}
        self._loose: dict[Wish, tuple[str, float]] = {}
        self._outstanding = ""
        self._confirmed: set[str] = set()
        self._put_off: set[str] = set()
        self._retry_at = 0.0
        self._reported = ""
        self._clock_wrong = False
        self._write_failed = False

    # -- what happens

    def issue(self, wish: Wish, moment: Moment) -> tuple[str, list[Effect]]:
        """Somebody wishes a number: the wish's id, and what to do."""
        wish_id = self._new_id()
        loose, until = self._loose.pop(wish, ("", 0.0))
        if moment.now_s >= until:
            loose = ""
        if self._connection in ALONE:
            outcome = self._give(wish_id, wish, loose, moment)
            return wish_id, [Tell(outcome)]
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

    def answered(self, command_id: str, answer: Result | Error, moment: Moment) -> list[Effect]:
        """The server's answer, or the link's that none came; one nobody waits for is ignored."""
        if command_id == self._outstanding:
            self._outstanding = ""
        asked = self._asked.pop(command_id, None)
        if asked is not None:
            return self._resolve(command_id, asked, answer, moment)
        slip = next((s for s in self._unsent() if s.command == command_id), None)
        if slip is not None:
            self._told(slip, answer, moment)
        elif command_id in self._book.ranges:
            self._reserved(self._book.ranges[command_id], answer, moment)
        return self._work(moment)

    def welcomed(self, office: OfficeInfo) -> None:
        """The office, of the server or kept from the last time."""
        self._office = office

    def viewed(self, view: KioskView, moment: Moment) -> list[Effect]:
        """The newest view, of the server or kept from the last time."""
        self._view = view
        if self._connection != "live":
            return []
        self._look(moment, LOOK_EVERY)
        return self._work(moment)

    def connected(self, connection: str, moment: Moment) -> list[Effect]:
        """The link's word for its state (``ServerLink.connectionChanged``)."""
        self._connection = connection
        self._outstanding = ""
        if connection == "live":
            self._was_live, self._lost_at = True, None
            self._confirmed, self._put_off = set(), set()
            self._retry_at, self._reported = 0.0, ""
            self._look(moment, timedelta(0))
            return self._work(moment)
        if self._lost_at is None and connection != "connecting":
            self._lost_at = self._now(moment)
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
        self._keep(self._book.dismissed())
        return self._work(moment)

    # -- what can be seen

    @property
    def wake_at(self) -> float | None:
        """The monotonic second at which ``tick`` is wanted, ``None`` when at no time."""
        times = [each.patient_until for each in self._asked.values() if each.patient_until]
        if self._connection == "live" and self._retry_at:
            times.append(self._retry_at)
        return min(times, default=None)

    def state(self, moment: Moment) -> OfflineState:
        """How things stand."""
        return OfflineState(
            is_offline=self._connection not in ("live", "connecting", ""),
            since=self._lost_at,
            left=self._left(moment),
            unsent_count=len(self._unsent()),
            refused_count=len(self._book.with_fate(Fate.REFUSED)),
            fault=self._fault(),
        )

    # -- giving without the server

    def _impatient(self, command_ids: list[str], moment: Moment) -> list[Effect]:
        """Give what can be given; for the rest there is nothing better than to go on waiting."""
        effects: list[Effect] = []
        for command_id in command_ids:
            asked = self._asked[command_id]
            outcome = self._give(asked.id, asked.wish, asked.ticket, moment)
            if isinstance(outcome, Given):
                del self._asked[command_id]
                effects += [Withdraw(command_id), Tell(outcome)]
            else:
                self._asked[command_id] = _Asked(asked.id, asked.wish, asked.ticket, None)
        return effects

    def _give(self, wish_id: str, wish: Wish, instead_of: str, moment: Moment) -> Given | Declined:
        at = self._now(moment)
        code = self._obstacle(wish, at)
        free = (
            None if code else self._book.free(self._day, wish.service, self._prefix(wish.service))
        )
        if free is None:
            return Declined(wish_id, code or NO_NUMBERS)
        seen = self._book.seen
        if seen is not None and at <= seen.office_at:
            at = seen.office_at.astimezone(at.tzinfo) + timedelta(microseconds=1)
        slip = Slip(
            ticket=self._new_id(),
            day=self._day,
            service=wish.service,
            number=free.number,
            label=free.label,
            issued_at=at,
            priority=wish.priority,
            language=wish.language,
            procedure=wish.procedure,
            instead_of=instead_of,
        )
        if not self._keep(self._book.given(slip, moment.machine_at)):
            return Declined(wish_id, NO_LEDGER)
        return Given(wish_id, slip.ticket, slip.label, slip.service, at, offline=True)

    def _obstacle(self, wish: Wish, at: datetime) -> str:
        """Why no number can be given at this moment; empty when one may be."""
        seen, view = self._book.seen, self._view
        self._clock_wrong = seen is not None and seen.office_at - at > CLOCK_TOLERANCE
        if not self._ledger.is_open:
            return NO_LEDGER
        if wish.appointment or view is None or view.day_ends_at is None or at >= view.day_ends_at:
            return NO_NUMBERS
        if self._clock_wrong:
            return WRONG_CLOCK
        return "" if self._gives(wish.service, at) else NOT_NOW

    def _gives(self, service: str, at: datetime) -> bool:
        hours = self._view.hours if self._view else ()
        return any(each.service == service and each.from_at <= at < each.until_at for each in hours)

    def _left(self, moment: Moment) -> dict[str, int]:
        at = self._now(moment)
        services = self._office.services if self._office else ()
        left = {
            each.id: self._book.left(self._day, each.id, each.prefix)
            for each in services
            if not self._obstacle(Wish(each.id), at)
        }
        return {service: count for service, count in left.items() if count}

    def _now(self, moment: Moment) -> datetime:
        """Office time; before the first greeting by this machine's clock, as far off as it was."""
        seen = self._book.seen
        if self._was_live or seen is None:
            return moment.office_at
        passed = moment.machine_at - seen.machine_at
        return (seen.office_at + passed).astimezone(moment.office_at.tzinfo)

    # -- working things off with the server

    def _work(self, moment: Moment) -> list[Effect]:
        """The next thing to tell or to ask, when the one before was answered."""
        if self._connection != "live":
            return []
        effects: list[Effect] = list(self._report())
        if self._outstanding or moment.now_s < self._retry_at:
            return effects
        self._retry_at = 0.0
        job = self._next_slip() or self._next_range()
        if job is not None:
            self._outstanding = job.command_id
            effects.append(job)
        return effects

    def _next_slip(self) -> Send | None:
        slip = next((s for s in self._unsent() if s.command not in self._put_off), None)
        if slip is None:
            return None
        told = RecordOfflineTicket(
            ticket=slip.ticket,
            service=slip.service,
            priority=slip.priority,
            number=slip.number,
            issued_at=slip.issued_at,
            language=slip.language,
            procedure=slip.procedure,
            instead_of=slip.instead_of,
        )
        return Send(told, slip.command)

    def _next_range(self) -> Send | None:
        if self._office is None or not self._ledger.is_open:
            return None
        done = self._confirmed | self._put_off
        for each in self._office.services:
            own = self._book.of_service(self._day, each.id, each.prefix)
            ask = next((range_.ask for range_ in own if range_.ask not in done), "")
            if not ask and self._book.wants(self._day, each.id, each.prefix):
                ask = "" if each.id in self._put_off else self._new_range(each.id, each.prefix)
            if ask:
                return Send(ReserveNumbers(service=each.id), ask)
        return None

    def _new_range(self, service: str, prefix: str) -> str:
        """On the disk before it is asked for: what the server keeps for us is not to be lost."""
        ask = f"reserve.{self._new_id()}"
        kept = self._keep(self._book.asked(Range(ask, self._day, service, prefix)))
        return ask if kept else ""

    def _told(self, slip: Slip, answer: Result | Error, moment: Moment) -> None:
        if isinstance(answer, Result):
            self._keep(self._book.settled(slip.ticket, Fate.RECORDED))
        elif answer.code in TRY_LATER:
            self._retry_at = moment.now_s + RETRY_S
        elif answer.code is ErrorCode.INTERNAL:
            self._put_off.add(slip.command)
        elif answer.code is ErrorCode.CLOCK_TOO_FAR and not slip.retimed:
            self._keep(self._book.retimed(slip.ticket, moment.office_at))
        else:
            self._keep(self._book.settled(slip.ticket, Fate.REFUSED, answer.code))

    def _reserved(self, asked: Range, answer: Result | Error, moment: Moment) -> None:
        if isinstance(answer, Result) and answer.numbers is not None:
            first, labels = answer.numbers.first, answer.numbers.labels
            if (first, labels) != (asked.first, asked.labels):
                self._keep(self._book.kept(asked.ask, first, labels))
            self._confirmed.add(asked.ask)
        elif isinstance(answer, Error) and answer.code in TRY_LATER:
            self._retry_at = moment.now_s + RETRY_S
        else:
            self._put_off |= {asked.ask, asked.service}
            self._keep(self._book.dropped(asked.ask))

    def _resolve(
        self, command_id: str, asked: _Asked, answer: Result | Error, moment: Moment
    ) -> list[Effect]:
        if isinstance(answer, Result):
            return [Tell(_given(asked, answer, moment)), *self._work(moment)]
        if answer.code not in TRY_LATER:
            return [Tell(Declined(asked.id, answer.code)), *self._work(moment)]
        outcome = self._give(asked.id, asked.wish, asked.ticket, moment)
        if isinstance(outcome, Declined):
            self._loose = {asked.wish: (asked.ticket, moment.now_s + LOOSE_S)}
            outcome = Declined(asked.id, answer.code)
        return [Withdraw(command_id), Tell(outcome), *self._work(moment)]

    def _report(self) -> list[Send]:
        status = self._fault() or "ok"
        if status == self._reported:
            return []
        self._reported = status
        report = ReportDevice(part="offline", status=status)
        return [Send(report, f"report.{self._new_id()}")]

    def _look(self, moment: Moment, every: timedelta) -> None:
        """The server's clock and day are the truth; what is of another day is put away."""
        book, at = self._book, moment.office_at
        if self._view is not None:
            book = book.turned(self._view.day)
        if book.seen is None or not timedelta(0) <= at - book.seen.office_at < every:
            book = book.looked(Seen(at, moment.machine_at))
        if book is not self._book:
            self._keep(book)

    # -- small things

    @property
    def _book(self) -> Book:
        return self._ledger.book

    @property
    def _day(self) -> str:
        return self._view.day if self._view else ""

    def _prefix(self, service: str) -> str:
        services = self._office.services if self._office else ()
        return next((each.prefix for each in services if each.id == service), "")

    def _unsent(self) -> list[Slip]:
        return self._book.with_fate(Fate.UNSENT)

    def _keep(self, book: Book) -> bool:
        """Whether it is on the disk."""
        try:
            self._ledger.keep(book)
        except LedgerFault:
            self._write_failed = True
        else:
            self._write_failed = False
        return not self._write_failed

    def _fault(self) -> str:
        if self._write_failed or not self._ledger.is_open or self._ledger.has_set_aside:
            return "disk"
        if self._book.with_fate(Fate.REFUSED):
            return "refused"
        return "clock" if self._clock_wrong else ""


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
