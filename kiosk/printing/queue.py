"""The print queue in Qt: jobs go to the worker, its results come back as signals; nothing
blocks.
"""

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
from kiosk.printing.print_worker import PrintEvents, PrintIntervals, PrintWorker
from kiosk.printing.raster import draw
from kiosk.printing.receipt import Receipt
from kiosk.printing.spool import Job, Spool
from server.protocol.commands import PaperOutcome

MOST_COPIES: Final = 3
"""Copies of one ticket that may be printed: more are misuse, or a broken printer."""
RECEIPTS_KEPT: Final = 16
"""How many of the last tickets can be printed once more at this kiosk."""


@dataclass(frozen=True)
class PaperNews:
    """What is known of a ticket's print. ``notice``: the server's print notice it was for,
    if any.
    """

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

    ``finished(PaperNews)`` fires once for each print; ``delayed(PaperNews)`` when none came out yet
    and it will be retried, once for each reason. ``untold(Job)`` is what the server should be told
    (see ``PaperReports``). All signals fire in this object's thread.
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
        intervals: PrintIntervals | None = None,
    ) -> None:
        """Own ``printer`` and ``spool`` from now on; print what an earlier run left waiting."""
        super().__init__(parent)
        self.has_printer = not isinstance(printer, NoPrinter)
        self.is_known = False
        self._to_job = to_job
        self._status = PrinterStatus.UNKNOWN
        self._spool_status = "ok"
        self._receipts: OrderedDict[str, tuple[Receipt, int]] = OrderedDict()
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        events = PrintEvents(
            job=lambda job: self._heard.emit(partial(self._job_told, job)),
            status=lambda status: self._heard.emit(partial(self._set_status, status)),
            untold=lambda jobs: self._heard.emit(partial(self._all_untold, jobs)),
            page=lambda outcome: self._heard.emit(partial(self.pageFinished.emit, outcome)),
            durable=lambda durable: self._heard.emit(partial(self._set_durable, durable)),
        )
        self._worker = PrintWorker(printer, spool, events, intervals)

    @Property(str, notify=statusChanged)
    def status(self) -> str:
        """The printer's status (``PrinterStatus``); ``unknown`` until it is known."""
        return self._status.value

    @Property(str, notify=spoolChanged)
    def spoolStatus(self) -> str:  # noqa: N802 -- QML's spelling
        """``broken`` when jobs cannot be written to disk: they print, but a power cut loses
        them.
        """
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

        ``age_s``: seconds since it was asked for; a job that is too old expires instead.
        """
        self._remember(ticket, receipt, copy_number)
        job = Job(ticket, copy_number, notice)
        self._worker.add(job, partial(self._to_job, receipt), age_s)

    def reprint(self, ticket: str, at: datetime) -> bool:
        """Print a marked copy; ``at`` is now in the office's zone.

        False when this kiosk no longer knows the ticket, or when it had all its copies.
        """
        receipt, copies = self._receipts.get(ticket, (None, 0))
        if receipt is None or copies >= MOST_COPIES:
            return False
        copy = replace(receipt, reprinted_at=at)
        self.add(ticket, copy, copy_number=copies + 1)
        return True

    def give_up(self, ticket: str) -> None:
        """The ticket's owner has left: a print that failed is not retried."""
        self._worker.give_up(ticket)

    def print_page(self, page: Image.Image) -> None:
        """Print a trial page once; ``pageFinished(PrintOutcome)`` gives the result."""
        self._worker.print_page(partial(job_bytes, page))

    def acknowledge(self, job: Job) -> None:
        """The server has acknowledged ``job`` in this state."""
        self._worker.acknowledge(job)

    @Slot()
    def report_again(self) -> None:
        """Fire ``untold`` for every job that the server has not acknowledged."""
        self._worker.report_again()

    @Slot()
    def check(self) -> None:
        """Ask the printer's status soon."""
        self._worker.check()

    @Slot()
    def stop(self) -> None:
        """Print what was never tried, for a few seconds at most, then close printer and spool."""
        self._worker.stop()

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
