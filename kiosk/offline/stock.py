"""What may be given without the server at this moment, and the only way to give it.

Holds the book, the day's plan (office and view, of the server or kept from the last time) and what
is known of the clocks. No I/O of its own: the ledger is handed in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from kiosk.offline.book import Book, ClockPair, Fate, LedgerFault, Slip
from kiosk.offline.wishes import NO_LEDGER, NO_NUMBERS, NOT_NOW, WRONG_CLOCK, Declined, Given, Wish
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView

CLOCK_TOLERANCE: Final = timedelta(minutes=10)
"""A clock that went back further does not know what day it is."""


class LedgerPort(Protocol):
    """What the issue machine needs of a ledger; see ``kiosk.offline.ledger.Ledger``."""

    book: Book
    has_set_aside: bool
    """Whether a broken ledger waits for staff to look at it."""

    @property
    def is_open(self) -> bool:
        """Whether anything can be written."""

    def keep(self, book: Book) -> None:
        """Make ``book`` durable. Raises ``LedgerFault``."""


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The present moment on three clocks: monotonic seconds, office time by the link, this
    machine's time (aware).
    """

    now_s: float
    office_at: datetime
    machine_at: datetime


class Stock:
    """The numbers this kiosk may give. ``new_id`` makes unique ticket ids."""

    def __init__(self, ledger: LedgerPort, new_id: Callable[[], str]) -> None:
        self._ledger = ledger
        self._new_id = new_id
        self._was_live = False
        self._clock_wrong = False
        self._write_failed = False
        self.office: OfficeInfo | None = None
        self.view: KioskView | None = None

    @property
    def book(self) -> Book:
        """The book as it is on the disk."""
        return self._ledger.book

    @property
    def day(self) -> str:
        """The business day of the newest view; empty before there was one."""
        return self.view.day if self.view else ""

    @property
    def unsent(self) -> list[Slip]:
        """The slips that the server does not know yet, in the order of issue."""
        return self.book.with_fate(Fate.UNSENT)

    @property
    def fault(self) -> str:
        """See ``OfflineState.fault``."""
        if self._write_failed or not self._ledger.is_open or self._ledger.has_set_aside:
            return "disk"
        if self.book.with_fate(Fate.REFUSED):
            return "refused"
        return "clock" if self._clock_wrong else ""

    def keep(self, book: Book) -> bool:
        """Make the change durable; false when that failed and the old book still holds."""
        try:
            self._ledger.keep(book)
        except LedgerFault:
            self._write_failed = True
        else:
            self._write_failed = False
        return not self._write_failed

    def greeted(self) -> None:
        """The server has greeted: the link's clock is the office's from now on."""
        self._was_live = True

    def look(self, moment: ClockReading, every: timedelta = timedelta(0)) -> None:
        """Take over the server's clock and day; slips and ranges of another day are put away."""
        book, at = self.book, moment.office_at
        if self.view is not None:
            book = book.turned(self.view.day)
        if book.seen is None or not timedelta(0) <= at - book.seen.office_at < every:
            book = book.looked(ClockPair(at, moment.machine_at))
        if book is not self.book and self._ledger.is_open:
            self.keep(book)

    def now(self, moment: ClockReading) -> datetime:
        """Office time; before the first greeting by this machine's clock, corrected by the last
        known offset.
        """
        seen = self.book.seen
        if self._was_live or seen is None:
            return moment.office_at
        passed = moment.machine_at - seen.machine_at
        return (seen.office_at + passed).astimezone(moment.office_at.tzinfo)

    def give(
        self, wish_id: str, wish: Wish, instead_of: str, moment: ClockReading
    ) -> Given | Declined:
        """A number for the wish, on the disk when this returns, or why there is none."""
        at = self.now(moment)
        code = self._obstacle(wish, at)
        free = None if code else self.book.free(self.day, wish.service, self._prefix(wish.service))
        if free is None:
            return Declined(wish_id, code or NO_NUMBERS)
        seen = self.book.seen
        if seen is not None and at <= seen.office_at:
            at = seen.office_at.astimezone(at.tzinfo) + timedelta(microseconds=1)
        slip = Slip(
            ticket=self._new_id(),
            day=self.day,
            service=wish.service,
            number=free.number,
            label=free.label,
            issued_at=at,
            priority=wish.priority,
            language=wish.language,
            procedure=wish.procedure,
            instead_of=instead_of,
        )
        if not self.keep(self.book.given(slip, moment.machine_at)):
            return Declined(wish_id, NO_LEDGER)
        return Given(wish_id, slip.ticket, slip.label, slip.service, at, offline=True)

    def left(self, moment: ClockReading) -> dict[str, int]:
        """How many numbers could be given now, by service; services without any are missing."""
        at = self.now(moment)
        services = self.office.services if self.office else ()
        left = {
            each.id: self.book.left(self.day, each.id, each.prefix)
            for each in services
            if not self._obstacle(Wish(each.id), at)
        }
        return {service: count for service, count in left.items() if count}

    def _obstacle(self, wish: Wish, at: datetime) -> str:
        """Why no number can be given at this moment; empty when one may be."""
        seen, view = self.book.seen, self.view
        self._clock_wrong = seen is not None and seen.office_at - at > CLOCK_TOLERANCE
        if not self._ledger.is_open:
            return NO_LEDGER
        if wish.appointment or view is None or view.day_ends_at is None or at >= view.day_ends_at:
            return NO_NUMBERS
        if self._clock_wrong:
            return WRONG_CLOCK
        return "" if self._gives(view, wish.service, at) else NOT_NOW

    @staticmethod
    def _gives(view: KioskView, service: str, at: datetime) -> bool:
        paused = any(each.service == service and each.paused for each in view.services)
        return not paused and any(
            each.service == service and each.from_at <= at < each.until_at for each in view.hours
        )

    def _prefix(self, service: str) -> str:
        known = self.office.service(service) if self.office else None
        return known.prefix if known else ""
