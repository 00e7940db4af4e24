"""Reports to the server how each ticket's print ended, and prints what it asks for.

The spool remembers what was acknowledged, so after a reconnect or restart only the rest is sent,
under the same ids; and a repeated print notice is not printed again.
"""

import hashlib
import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance, Slot

from kiosk.printing.queue import PrintQueue
from kiosk.printing.receipt import Receipt
from kiosk.printing.spool import Job
from server.protocol.commands import AnyCommand, PaperOutcome, ReportDevice, ReportPaper
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, PrintNotice, Result, Welcome

_log = logging.getLogger(__name__)

AGAIN_MS: Final = 30_000
"""Milliseconds until an unanswered or refused report is sent again."""
MOST_REFUSALS: Final = 3
"""After this many refusals the report is dropped: the ticket is of another day, or another log."""
PASSING: Final = (ErrorCode.OVERLOADED, ErrorCode.INTERNAL)


class ReportLink(Protocol):
    """The part of ``ServerLink`` that is used here."""

    @property
    def is_stale(self) -> bool:
        """Whether the link is down."""
        ...

    @property
    def welcomed(self) -> SignalInstance:
        """A greeting, kept ones included."""
        ...

    @property
    def answered(self) -> SignalInstance:
        """Command id, ``Result | Error``."""
        ...

    @property
    def printAsked(self) -> SignalInstance:  # noqa: N802 -- the link's own spelling
        """A ``PrintNotice``."""
        ...

    def send(self, command: AnyCommand, command_id: str = "") -> str:
        """Have a command carried out."""
        ...

    def now(self) -> datetime:
        """The office's time."""
        ...


class PaperReports(QObject):
    """Connects a print queue with the server; keep a reference to it.

    ``receipt_of`` makes the ticket the server asks for, ``None`` while the office is not known.
    ``may_report`` says whether the server can know a ticket yet; call ``retry`` when that may have
    changed.
    """

    def __init__(
        self,
        queue: PrintQueue,
        link: ReportLink,
        receipt_of: Callable[[PrintNotice], Receipt | None],
        may_report: Callable[[str], bool] = lambda _ticket: True,
        parent: QObject | None = None,
    ) -> None:
        """Connect to the signals of both."""
        super().__init__(parent)
        self._queue = queue
        self._link = link
        self._receipt_of = receipt_of
        self._may_report = may_report
        self._clock_rate = 1.0
        self._asked: dict[str, Job] = {}
        self._refusals: Counter[str] = Counter()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.retry)
        queue.untold.connect(self._report)
        queue.statusChanged.connect(self._tell_printer)
        queue.spoolChanged.connect(self._tell_spool)
        link.welcomed.connect(self._welcomed)
        link.answered.connect(self._answered)
        link.printAsked.connect(self._print)

    @Slot()
    def retry(self) -> None:
        """Send every report that the server has not acknowledged, if the link is up."""
        if not self._link.is_stale:
            self._queue.report_again()

    def _welcomed(self, welcome: Welcome) -> None:
        self._clock_rate = welcome.clock_rate
        if self._link.is_stale:
            return
        self._tell_printer()
        self._tell_spool()
        self._queue.report_again()

    def _tell_printer(self) -> None:
        if self._queue.has_printer and self._queue.is_known and not self._link.is_stale:
            status = str(self._queue.property("status"))
            self._link.send(ReportDevice(part="printer", status=status))

    def _tell_spool(self) -> None:
        if not self._link.is_stale:
            status = str(self._queue.property("spoolStatus"))
            self._link.send(ReportDevice(part="spool", status=status))

    def _report(self, job: Job) -> None:
        if self._link.is_stale or not self._may_report(job.ticket):
            return
        command_id = self._command_id(job)
        if command_id in self._asked:
            return
        self._asked[command_id] = job
        outcome = PaperOutcome(job.state.value)
        report = ReportPaper(ticket=job.ticket, outcome=outcome, copy_number=job.copy_number)
        self._link.send(report, command_id)

    def _command_id(self, job: Job) -> str:
        """The same id for the same report; another one after a refusal, because the server repeats
        its answers.
        """
        news = f"{job.id} {job.state} {self._refusals[job.id]}"
        return f"paper.{hashlib.sha256(news.encode()).hexdigest()[:32]}"

    def _answered(self, command_id: str, answer: Result | Error) -> None:
        job = self._asked.pop(command_id, None)
        if job is None:
            return
        if isinstance(answer, Error) and not self._is_final(job, answer):
            self._again.start()
            return
        self._refusals.pop(job.id, None)
        self._queue.acknowledge(job)

    def _is_final(self, job: Job, error: Error) -> bool:
        """Whether repeating the report is of no use."""
        if error.code in PASSING:
            return False
        self._refusals[job.id] += 1
        over = self._refusals[job.id] >= MOST_REFUSALS
        final = over or error.code is not ErrorCode.UNKNOWN_TICKET
        if final:
            _log.warning("the server does not take a paper report: %s", error.code.value)
        return final

    def _print(self, notice: PrintNotice) -> None:
        receipt = self._receipt_of(notice)
        if receipt is None:
            _log.warning("a ticket was asked for before the office was known")
            return
        age_s = (self._link.now() - notice.at).total_seconds() / self._clock_rate
        self._queue.add(
            notice.ticket,
            receipt,
            copy_number=notice.copy_number,
            notice=notice.n,
            age_s=max(0.0, age_s),
        )
