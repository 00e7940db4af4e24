"""What the kiosk does with the server while it is there: report slips, ask for ranges.

One request at a time, slips first and in the order of issue. Pure like its neighbours.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.offline.book import Fate, Range, Slip
from kiosk.offline.stock import ClockReading, Stock
from server.protocol.commands import (
    AnyCommand,
    RecordOfflineTicket,
    ReportDevice,
    ReserveNumbers,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result

RETRY_S: Final = 1.0
TRY_LATER: Final = frozenset({ErrorCode.OVERLOADED})
"""Error codes that are no refusal: the server, or the link for it, has decided nothing."""


@dataclass(frozen=True, slots=True)
class SendCommand:
    """Send this command to the server, under this id."""

    command: AnyCommand
    command_id: str


class ServerTasks:
    """The queue of these tasks. ``new_id`` makes unique ids."""

    def __init__(self, stock: Stock, new_id: Callable[[], str]) -> None:
        self._stock = stock
        self._new_id = new_id
        self._live = False
        self._outstanding = ""
        self._confirmed: set[str] = set()
        self._put_off: set[str] = set()
        self._retry_at = 0.0
        self._reported = ""

    @property
    def wake_at(self) -> float | None:
        """The monotonic second at which to call ``work``; ``None`` when there is no need."""
        return self._retry_at if self._live and self._retry_at else None

    def connected(self, live: bool) -> None:
        """The link is up, perhaps to another server than before, or it is down."""
        self._live, self._outstanding = live, ""
        self._confirmed, self._put_off = set(), set()
        self._retry_at, self._reported = 0.0, ""

    def work(self, now_s: float) -> list[SendCommand]:
        """The next command to send, once the one before was answered; empty otherwise."""
        if not self._live:
            return []
        sends = self._report()
        if self._outstanding or now_s < self._retry_at:
            return sends
        self._retry_at = 0.0
        job = self._next_slip() or self._next_range()
        if job is not None:
            self._outstanding = job.command_id
            sends.append(job)
        return sends

    def answered(self, request_id: str, answer: Result | Error, moment: ClockReading) -> None:
        """The server's answer; one to a command of others is ignored."""
        if request_id == self._outstanding:
            self._outstanding = ""
        slip = next((each for each in self._stock.unsent if each.command == request_id), None)
        asked = self._stock.book.ranges.get(request_id)
        if isinstance(answer, Error) and answer.code in TRY_LATER:
            kept = slip is None and asked is None
        elif slip is not None:
            kept = self._told(slip, answer, moment)
        else:
            kept = asked is None or self._reserved(asked, answer)
        if not kept:
            self._retry_at = moment.now_s + RETRY_S

    def _told(self, slip: Slip, answer: Result | Error, moment: ClockReading) -> bool:
        """Record the answer for a slip; whether that is on the disk."""
        book, keep = self._stock.book, self._stock.keep
        if isinstance(answer, Result):
            return keep(book.settled(slip.ticket, Fate.RECORDED))
        if answer.code is ErrorCode.INTERNAL:
            # The server fails on this slip; the others need not wait for it.
            self._put_off.add(slip.command)
            return True
        if answer.code is ErrorCode.CLOCK_TOO_FAR and not slip.retimed:
            return keep(book.retimed(slip.ticket, moment.office_at))
        return keep(book.settled(slip.ticket, Fate.REFUSED, answer.code))

    def _reserved(self, asked: Range, answer: Result | Error) -> bool:
        book, keep = self._stock.book, self._stock.keep
        if isinstance(answer, Error) or answer.numbers is None or not answer.numbers.labels:
            self._put_off |= {asked.ask, asked.service}
            return keep(book.dropped(asked.ask))
        first, labels = answer.numbers.first, answer.numbers.labels
        same = (first, labels) == (asked.first, asked.labels)
        if not same and not keep(book.kept(asked.ask, first, labels)):
            return False
        self._confirmed.add(asked.ask)
        return True

    def _next_slip(self) -> SendCommand | None:
        slip = next((s for s in self._stock.unsent if s.command not in self._put_off), None)
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
        return SendCommand(told, slip.command)

    def _next_range(self) -> SendCommand | None:
        stock = self._stock
        if stock.office is None:
            return None
        done = self._confirmed | self._put_off
        for each in stock.office.services:
            key = (stock.day, each.id, each.prefix)
            ask = next((own.ask for own in stock.book.ranges_of(*key) if own.ask not in done), "")
            if not ask and each.id not in self._put_off and stock.book.wants(*key):
                ask = self._new_range(*key)
            if ask:
                return SendCommand(ReserveNumbers(service=each.id), ask)
        return None

    def _new_range(self, day: str, service: str, prefix: str) -> str:
        """The range is on the disk before it is asked for, so that reserved numbers are not
        lost.
        """
        ask = f"reserve.{self._new_id()}"
        kept = self._stock.keep(self._stock.book.asked(Range(ask, day, service, prefix)))
        if not kept:
            self._put_off.add(service)
        return ask if kept else ""

    def _report(self) -> list[SendCommand]:
        status = self._stock.fault or "ok"
        if status == self._reported:
            return []
        self._reported = status
        return [
            SendCommand(ReportDevice(part="offline", status=status), f"report.{self._new_id()}")
        ]
