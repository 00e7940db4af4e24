"""Two background threads of the kiosk: one draws tickets and keeps the spool, the other prints.

Callers never wait for them. Results are reported through ``PrintEvents``, from these threads.
"""

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from kiosk.printing.port import (
    PrinterStatus,
    PrintOutcome,
    PrintReason,
    PrintState,
    TicketPrinter,
    status_after,
)
from kiosk.printing.spool import Job, Spool

_log = logging.getLogger(__name__)

TICK_S: Final = 1.0
"""How often waiting jobs are checked for expiry, in seconds."""


@dataclass(frozen=True)
class PrintIntervals:
    """How often things are done, in seconds. ``retry_s`` are the pauses between attempts.

    ``probe_s`` is how often an idle printer's status is asked, ``trouble_s`` the same while it has
    a fault or its status is in doubt; ``stop_s`` bounds the end.
    """

    retry_s: tuple[float, ...] = (2.0, 4.0, 8.0)
    probe_s: float = 15.0
    trouble_s: float = 3.0
    stop_s: float = 5.0


@dataclass(frozen=True)
class PrintEvents:
    """Callbacks, called from the worker's threads.

    ``job``: a job whose state changed in a way people should see; ``status``: the printer's status;
    ``untold``: jobs the server has not acknowledged; ``page``: the outcome of a trial page;
    ``durable``: whether the spool's file can be written.
    """

    job: Callable[[Job], object]
    status: Callable[[PrinterStatus], object]
    untold: Callable[[list[Job]], object]
    page: Callable[[PrintOutcome], object]
    durable: Callable[[bool], object]


class PrintWorker:
    """Prints the jobs of ``spool`` on ``printer``; it owns both from now on."""

    def __init__(
        self,
        printer: TicketPrinter,
        spool: Spool,
        events: PrintEvents,
        intervals: PrintIntervals | None = None,
    ) -> None:
        """Start both threads, and print what an earlier run left waiting."""
        self._printer = printer
        self._spool = spool
        self._events = events
        self._intervals = intervals or PrintIntervals()
        self._wake = threading.Condition()
        self._stopping = False
        self._due: dict[str, float] = {}
        self._said: dict[str, PrintReason] = {}
        self._pages: deque[bytes] = deque()
        self._probe_at = 0.0
        self._status: PrinterStatus | None = None
        self._doubted = False
        self._tasks: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=work, name=name, daemon=True)
            for name, work in (("paper desk", self._run_spooling), ("printer", self._run_printer))
        ]
        for thread in self._threads:
            thread.start()

    # -- what may be asked, from any thread and without waiting -----------------------------

    def add(self, job: Job, draw: Callable[[], bytes], age_s: float) -> None:
        """Print what ``draw`` makes, unless that paper is known already."""
        self._tasks.put(partial(self._take_in, job, draw, age_s))

    def give_up(self, ticket: str) -> None:
        """The ticket's owner has left: do not retry a print that failed."""
        self._tasks.put(partial(self._give_up, ticket))

    def acknowledge(self, job: Job) -> None:
        """The server has acknowledged the state of ``job``."""
        self._tasks.put(partial(self._spool.tell, job.id, job.state))

    def report_again(self) -> None:
        """Report every job that the server has not acknowledged."""
        self._tasks.put(lambda: self._events.untold(self._spool.untold()))

    def check(self) -> None:
        """Ask the printer's status soon."""
        self._tasks.put(self._probe_soon)

    def print_page(self, draw: Callable[[], bytes]) -> None:
        """Print a page once; it is not kept."""
        self._tasks.put(lambda: self._take_page(draw()))

    def stop(self) -> None:
        """Print what was never tried yet, for at most ``stop_s``, then close printer and spool."""
        self._tasks.put(None)
        end = time.monotonic() + self._intervals.stop_s
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        if not any(thread.is_alive() for thread in self._threads):
            self._spool.close()

    # -- the paper desk ---------------------------------------------------------------------

    def _run_spooling(self) -> None:
        try:
            while (task := self._tasks.get()) is not None:
                task()
                self._events.durable(self._spool.is_durable)
            self._stopping = True
        finally:
            self._end(after_fault=not self._stopping)

    def _end(self, *, after_fault: bool) -> None:
        """A thread ends; after an unexpected exception the maintenance page shows a fault."""
        if after_fault:
            self._events.status(PrinterStatus.ERROR)
        self._nudge()

    def _take_in(self, job: Job, draw: Callable[[], bytes], age_s: float) -> None:
        made_at, fault = self._spool.now - age_s, ""
        try:
            page = draw()
        except (ValueError, OSError) as error:
            page, fault = b"", f"{type(error).__name__}: {error}"
        if job.notice and self._spool.get(job.id) is None:
            # Staff have taken over: no second slip of the same number when there is paper again.
            self._give_up(job.ticket, untried_too=True)
        job = Job(job.ticket, job.copy_number, job.notice, page, made_at)
        taken = self._spool.put(job)
        if taken is not None and fault:
            _log.error("the ticket could not be drawn: %s", fault)
            reason = PrintOutcome(PrintState.NOT_SENT, PrintReason.NOT_DRAWN, fault)
            taken = self._spool.end(job.id, reason)
        if taken is not None and not taken.is_waiting:
            self._events.job(taken)
        self._nudge()

    def _give_up(self, ticket: str, *, untried_too: bool = False) -> None:
        for job in self._spool.give_up(ticket, untried_too=untried_too):
            self._events.job(job)

    def _probe_soon(self) -> None:
        with self._wake:
            self._probe_at = 0.0
            self._wake.notify()

    def _take_page(self, page: bytes) -> None:
        with self._wake:
            self._pages.append(page)
            self._wake.notify()

    def _nudge(self) -> None:
        with self._wake:
            self._wake.notify()

    # -- the printer ------------------------------------------------------------------------

    def _run_printer(self) -> None:
        try:
            while (work := self._next_work()) is not None:
                work()
        finally:
            self._printer.close()
            self._end(after_fault=not self._stopping)

    def _next_work(self) -> Callable[[], None] | None:
        """The next job or page; waits until there is one. ``None`` when the worker is to end."""
        with self._wake:
            while True:
                for job in self._spool.expire():
                    self._events.job(job)
                now, waiting = time.monotonic(), self._spool.waiting()
                if not waiting:
                    self._due.clear()
                    self._said.clear()
                ready = [job for job in waiting if self._due.get(job.id, 0.0) <= now]
                if self._stopping:
                    ready = [job for job in ready if not job.attempts]
                if self._pages:
                    return partial(self._print_page, self._pages.popleft())
                if ready:
                    return partial(self._print, ready[0].id)
                if self._stopping:
                    return None
                if now >= self._probe_at:
                    return self._probe
                self._wake.wait(
                    min(self._probe_at - now, TICK_S if waiting else self._intervals.probe_s)
                )

    def _print(self, job_id: str) -> None:
        job = self._spool.begin(job_id)
        if job is None:
            return
        outcome = self._printer.send(job.page)
        job = self._spool.end(job_id, outcome)
        if outcome.detail:
            _log.info("print %s: %s, %s", outcome.state, outcome.reason, outcome.detail)
        if not job.is_waiting or self._said.get(job_id) is not job.reason:
            self._events.job(job)
        self._said[job_id] = job.reason
        pauses = self._intervals.retry_s
        self._due[job_id] = time.monotonic() + pauses[min(job.attempts, len(pauses)) - 1]
        self._learn(outcome)

    def _print_page(self, page: bytes) -> None:
        outcome = self._printer.send(page)
        self._events.page(outcome)
        self._learn(outcome)

    def _learn(self, outcome: PrintOutcome) -> None:
        """Update the printer's status from an outcome; if that does not tell it, the next probe
        will.
        """
        status = status_after(outcome.reason)
        if status is not PrinterStatus.UNKNOWN:
            self._note(status)
        self._events.durable(self._spool.is_durable)
        with self._wake:
            soon = time.monotonic() + self._intervals.trouble_s
            self._probe_at = min(self._probe_at, soon) if self._probe_at else soon

    def _probe(self) -> None:
        """Ask the printer's status. A single failure to reach it may be another machine
        printing.
        """
        status = self._printer.status()
        sudden = status is PrinterStatus.OFFLINE and self._status is not PrinterStatus.OFFLINE
        if sudden and self._status is not None and not self._doubted:
            self._doubted = True
        else:
            self._doubted = False
            self._note(status)
        well = status.prints and not self._doubted
        pause_s = self._intervals.probe_s if well else self._intervals.trouble_s
        with self._wake:
            self._probe_at = time.monotonic() + pause_s

    def _note(self, status: PrinterStatus) -> None:
        if status is self._status:
            return
        if status.prints:
            self._due.clear()  # whoever still waits need not wait longer
        self._status = status
        self._events.status(status)
