"""Paper for the glass: jobs go out, news come in, and nothing here ever waits."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

from PIL import Image
from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from kiosk.printing.escpos_printer import NoPrinter
from kiosk.printing.job import job_bytes
from kiosk.printing.port import PrinterStatus, PrintReason, TicketPrinter
from kiosk.printing.press import Pace, Press, Tells
from kiosk.printing.raster import draw
from kiosk.printing.receipt import Receipt
from kiosk.printing.spool import Job, Spool
from server.protocol.commands import PaperOutcome

MOST_COPIES: Final = 3
"""More copies of one ticket are somebody playing, or a printer nobody should trust."""
RECEIPTS_KEPT: Final = 16
"""Tickets that can still be printed once more from this glass."""


@dataclass(frozen=True)
class PaperNews:
    """What is known of a ticket's paper. ``notice``: the server's wish it was printed for."""

    ticket: str
    copy_number: int
    outcome: PaperOutcome
    reason: PrintReason
    notice: str = ""


def drawn(receipt: Receipt) -> bytes:
    """The printer's bytes for ``receipt``."""
    return job_bytes(draw(receipt))


class PrintQueue(QObject):
    """Prints tickets one after the other and says what became of each.

    ``finished(PaperNews)`` fires once a paper; ``delayed(PaperNews)`` when none came out yet and it
    will be tried again, once a reason. ``untold(Job)`` is what the server should hear (see
    ``PaperReports``). All signals fire in this object's thread.
    """

    finished = Signal(object)
    delayed = Signal(object)
    untold = Signal(object)
    pageFinished = Signal(object)  # noqa: N815 -- QML's spelling
    statusChanged = Signal(str)  # noqa: N815 -- QML's spelling
    spoolChanged = Signal(str)  # noqa: N815 -- QML's spelling
    _heard = Signal(object)

    def __init__(
        self,
        printer: TicketPrinter,
        spool: Spool,
        to_job: Callable[[Receipt], bytes] = drawn,
        parent: QObject | None = None,
        *,
        pace: Pace | None = None,
    ) -> None:
        """Take ``printer`` and ``spool`` over; what a restart left waiting is printed now."""
        super().__init__(parent)
        self.has_printer = not isinstance(printer, NoPrinter)
        self.is_known = False
        self._to_job = to_job
        self._status = PrinterStatus.UNKNOWN
        self._spool_status = "ok"
        self._receipts: OrderedDict[str, tuple[Receipt, int]] = OrderedDict()
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        tells = Tells(
            job=lambda job: self._heard.emit(partial(self._job_told, job)),
            status=lambda status: self._heard.emit(partial(self._set_status, status)),
            untold=lambda jobs: self._heard.emit(partial(self._all_untold, jobs)),
            page=lambda outcome: self._heard.emit(partial(self.pageFinished.emit, outcome)),
            durable=lambda durable: self._heard.emit(partial(self._set_durable, durable)),
        )
        self._press = Press(printer, spool, tells, pace)

    @Property(str, notify=statusChanged)
    def status(self) -> str:
        """How the printer is (``PrinterStatus``); ``unknown`` until it said something."""
        return self._status.value

    @Property(str, notify=spoolChanged)
    def spoolStatus(self) -> str:  # noqa: N802 -- QML's spelling
        """``broken`` when jobs cannot be written down: they print, but a power cut forgets them."""
        return self._spool_status

    def add(
        self,
        ticket: str,
        receipt: Receipt,
        *,
        copy_number: int = 0,
        notice: str = "",
        age_s: float = 0.0,
    ) -> None:
        """Print ``receipt``; the same paper (ticket, copy, notice) is never made twice.

        ``age_s``: how long ago somebody wanted it. Too old, it expires instead.
        """
        self._remember(ticket, receipt, copy_number)
        job = Job(ticket, copy_number, notice)
        self._press.add(job, partial(self._to_job, receipt), age_s)

    def reprint(self, ticket: str, at: datetime) -> bool:
        """Print a marked copy; ``at`` is now in the office's zone.

        False: this glass does not know the ticket any more, or it had its copies.
        """
        receipt, copies = self._receipts.get(ticket, (None, 0))
        if receipt is None or copies >= MOST_COPIES:
            return False
        copy = replace(receipt, reprinted_at=at)
        self.add(ticket, copy, copy_number=copies + 1)
        return True

    def give_up(self, ticket: str) -> None:
        """Its owner has left: what was tried in vain is not tried again."""
        self._press.give_up(ticket)

    def print_page(self, page: Image.Image) -> None:
        """Print a trial page once; ``pageFinished(PrintOutcome)`` tells."""
        self._press.print_page(partial(job_bytes, page))

    def acknowledge(self, job: Job) -> None:
        """The server has heard of ``job`` as it is."""
        self._press.acknowledge(job)

    @Slot()
    def recount(self) -> None:
        """Tell everything the server has not acknowledged: ``untold`` fires for each."""
        self._press.recount()

    @Slot()
    def check(self) -> None:
        """Ask the printer how it is, soon."""
        self._press.check()

    @Slot()
    def stop(self) -> None:
        """Print what was never tried, within a few seconds, and close printer and spool."""
        self._press.stop()

    def _remember(self, ticket: str, receipt: Receipt, copy_number: int) -> None:
        _, copies = self._receipts.pop(ticket, (None, 0))
        self._receipts[ticket] = (receipt, max(copies, copy_number))
        if len(self._receipts) > RECEIPTS_KEPT:
            self._receipts.popitem(last=False)

    @Slot(object)
    def _take(self, told: Callable[[], None]) -> None:
        told()

    def _job_told(self, job: Job) -> None:
        outcome = PaperOutcome(job.state.value)
        news = PaperNews(job.ticket, job.copy_number, outcome, job.reason, job.notice)
        (self.delayed if job.is_waiting else self.finished).emit(news)
        if job.is_untold:
            self.untold.emit(job)

    def _all_untold(self, jobs: list[Job]) -> None:
        for job in jobs:
            self.untold.emit(job)

    def _set_status(self, status: PrinterStatus) -> None:
        self.is_known = True
        self._status = status
        self.statusChanged.emit(status.value)

    def _set_durable(self, durable: bool) -> None:
        status = "ok" if durable else "broken"
        if status != self._spool_status:
            self._spool_status = status
            self.spoolChanged.emit(status)
