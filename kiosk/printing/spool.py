"""The spool: remembers every ticket to be printed, through power cuts and restarts.

A ticket must not be printed twice by itself, nor long after its owner has left. So each job is a
row in a file, written before anything is sent to the printer, and ends in one of the states of
``JobState``. Without the file (a full disk, an unreadable card) the spool works from memory:
printing now matters more than remembering it. ``is_durable`` tells.
"""

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from kiosk.printing.port import PrintOutcome, PrintReason

_log = logging.getLogger(__name__)

EXPIRE_S: Final = 180.0
"""How old a job may be when it is printed. Seconds. Changing a paper roll takes a minute or two,
and the ticket's owner waits for that; after three minutes he has left with the number on his phone,
and another person would take the slip.
"""
KEPT_S: Final = 2 * 86_400.0
"""How long a job is remembered, in seconds: the server repeats print notices for a day at most."""
TOLD_KEPT_S: Final = 3600.0
"""The same for a job of this kiosk that the server has acknowledged: until no reprint is likely."""
MOST_WAITING: Final = 32
MOST_KEPT: Final = 4000
PRUNE_S: Final = 60.0
CLOCK_SLACK_S: Final = 5.0
"""How far in the future a kept job may lie after a restart; more means that the clock was
set back.
"""
VERSION: Final = 1
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS job (
    id TEXT PRIMARY KEY, ticket TEXT NOT NULL, copy_number INTEGER NOT NULL, notice TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, attempts INTEGER NOT NULL, made_at REAL NOT NULL,
    told TEXT NOT NULL, page BLOB
) WITHOUT ROWID
"""


class JobState(StrEnum):
    """The state of a job. The last five are reported to the server."""

    QUEUED = "queued"
    SENDING = "sending"
    NOT_SENT = "not_sent"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Job:
    """One slip to print. ``copy_number`` 0 is a ticket's first, others are marked copies.

    ``notice`` is the server's print notice it is for, if any. ``page`` are the printer's bytes,
    empty once nothing will be sent any more. ``made_at`` is in seconds of the spool's clock.
    ``told`` is the state the server has last acknowledged.
    """

    ticket: str
    copy_number: int = 0
    notice: str = ""
    page: bytes = field(default=b"", repr=False)
    made_at: float = 0.0
    state: JobState = JobState.QUEUED
    reason: PrintReason = PrintReason.OK
    attempts: int = 0
    told: str = ""

    @property
    def id(self) -> str:
        """The same slip always has the same id, so nothing is spooled twice."""
        return f"{self.ticket}.{self.copy_number}.{self.notice}"

    @property
    def is_waiting(self) -> bool:
        """Whether it may still be printed without being asked for again."""
        return self.state in (JobState.QUEUED, JobState.NOT_SENT) and bool(self.page)

    @property
    def is_untold(self) -> bool:
        """Whether there is something to report to the server."""
        silent = (JobState.QUEUED, JobState.SENDING)
        return self.state not in silent and self.state != self.told


class Spool:
    """The jobs of one kiosk, in the order they came. Thread-safe; a call may take as long as an
    fsync.

    ``now`` is a clock in seconds that means the same after a restart; between two restarts it must
    not jump (``steady_clock``).
    """

    def __init__(self, file: Path, now: Callable[[], float]) -> None:
        """Open ``file``, or create it. Never raises."""
        self._now = now
        self._lock = threading.RLock()
        self._jobs: dict[str, Job] = {}
        self._queue: set[str] = set()
        self._unsaved: set[str] = set()
        self._pruned_at = 0.0
        self._in_memory = False
        self.is_durable = True
        self._base = self._opened(file)
        self._recover()

    @property
    def now(self) -> float:
        """The spool's clock."""
        return self._now()

    def put(self, job: Job) -> Job | None:
        """Add ``job`` and return it; ``None`` when that slip is known already and must not be
        printed again.

        A job too many, or too old, is kept and returned in its final state.
        """
        with self._lock:
            if job.id in self._jobs:
                return None
            if len(self._queue) >= MOST_WAITING:
                job = _ended(job, JobState.NOT_SENT, PrintReason.SPOOL_FULL)
            elif self._is_late(job):
                job = _ended(job, JobState.EXPIRED, PrintReason.TOO_OLD)
            if self._now() - self._pruned_at >= PRUNE_S or len(self._jobs) > MOST_KEPT:
                self._prune()
            return self._keep(job)

    def begin(self, job_id: str) -> Job | None:
        """The job is about to be sent. Returns it; ``None`` when it does not wait any more."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job is None or not job.is_waiting:
                return None
            return self._keep(replace(job, state=JobState.SENDING, attempts=job.attempts + 1))

    def end(self, job_id: str, outcome: PrintOutcome) -> Job:
        """Record the outcome. A job that was not sent goes on waiting where a retry can help."""
        with self._lock:
            job = self._jobs[job_id]
            state = JobState(outcome.state.value)
            again = state is JobState.NOT_SENT and outcome.reason is not PrintReason.NO_PRINTER
            page = job.page if again else b""
            return self._keep(replace(job, state=state, reason=outcome.reason, page=page))

    def give_up(self, ticket: str, *, untried_too: bool = False) -> list[Job]:
        """The ticket's owner has left: jobs that failed are given up, and returned. A job that only
        waits behind another ticket is still printed within ``EXPIRE_S``: the owner may stand beside
        the screen and wait for it.
        """
        with self._lock:
            own = [job for job in self.waiting() if job.ticket == ticket]
            waiting = [job for job in own if job.attempts or untried_too]
            return [
                self._keep(_ended(job, JobState.EXPIRED, PrintReason.GIVEN_UP)) for job in waiting
            ]

    def expire(self) -> list[Job]:
        """End the jobs that have become too old, and return them."""
        with self._lock:
            late = [job for job in self.waiting() if self._is_late(job)]
            return [self._keep(_ended(job, JobState.EXPIRED, PrintReason.TOO_OLD)) for job in late]

    def waiting(self) -> list[Job]:
        """The jobs that may still be printed, oldest first."""
        with self._lock:
            jobs = [self._jobs[job_id] for job_id in self._queue]
            return sorted(jobs, key=lambda job: (job.made_at, job.id))

    def get(self, job_id: str) -> Job | None:
        """The job as it is now; ``None`` when it is unknown."""
        with self._lock:
            return self._jobs.get(job_id)

    def untold(self) -> list[Job]:
        """The jobs the server has not acknowledged, oldest first."""
        with self._lock:
            return [job for job in self._jobs.values() if job.is_untold]

    def tell(self, job_id: str, state: JobState) -> None:
        """The server has acknowledged ``state``."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job is not None and job.told != state:
                self._keep(replace(job, told=state.value))

    def close(self) -> None:
        """Close the file."""
        with self._lock, suppress(sqlite3.Error):
            self._base.close()

    def _is_late(self, job: Job) -> bool:
        return not -CLOCK_SLACK_S <= self._now() - job.made_at <= EXPIRE_S

    def _keep(self, job: Job) -> Job:
        self._jobs[job.id] = job
        (self._queue.add if job.is_waiting else self._queue.discard)(job.id)
        self._unsaved.add(job.id)
        self._save()
        return job

    def _prune(self) -> None:
        """Drop jobs that are not needed any more; of too many the oldest."""
        self._pruned_at = self._now()
        over = len(self._jobs) - MOST_KEPT * 9 // 10 if len(self._jobs) > MOST_KEPT else 0
        for place, job in enumerate(list(self._jobs.values())):
            if job.is_waiting or job.state is JobState.SENDING:
                continue
            brief = job.told == job.state and not job.notice
            old = abs(self._now() - job.made_at) > (TOLD_KEPT_S if brief else KEPT_S)
            if old or place < over:
                del self._jobs[job.id]
                self._unsaved.add(job.id)

    def _save(self) -> None:
        """Write what differs from the file; a failed write is retried with the next change."""
        try:
            with self._base:
                self._base.execute("BEGIN")
                for job_id in self._unsaved:
                    self._write(job_id)
        except sqlite3.Error as error:
            if self.is_durable:
                _log.warning("the print spool cannot be written: %s", error)
            self.is_durable = False
        else:
            self._unsaved.clear()
            self.is_durable = not self._in_memory

    def _write(self, job_id: str) -> None:
        job = self._jobs.get(job_id)
        if job is None:
            self._base.execute("DELETE FROM job WHERE id = ?", (job_id,))
            return
        row = (job.id, job.ticket, job.copy_number, job.notice, job.state.value, job.reason.value)
        more = (job.attempts, job.made_at, job.told, job.page)
        self._base.execute(
            "INSERT OR REPLACE INTO job VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row + more
        )

    def _recover(self) -> None:
        """A job that was being sent when the power failed may be half printed: it is never sent
        again.
        """
        for job in list(self._jobs.values()):
            if job.state is JobState.SENDING:
                self._keep(_ended(job, JobState.UNKNOWN, PrintReason.POWER_CUT))
        self.expire()

    def _opened(self, file: Path) -> sqlite3.Connection:
        for _ in range(2):
            try:
                return self._loaded(file)
            except (sqlite3.OperationalError, OSError) as error:
                _log.warning("the print spool %s cannot be opened: %s", file.name, error)
                break
            except sqlite3.DatabaseError as error:
                _log.warning("the print spool %s cannot be read: %s", file.name, error)
                _set_aside(file)
        self._in_memory, self.is_durable = True, False
        return _connected(":memory:")

    def _loaded(self, file: Path) -> sqlite3.Connection:
        file.parent.mkdir(parents=True, exist_ok=True)
        base = _connected(str(file))
        try:
            rows = base.execute("SELECT * FROM job ORDER BY made_at, id").fetchall()
            jobs = [_read(row) for row in rows]
        except ValueError as error:
            base.close()
            raise sqlite3.DatabaseError(str(error)) from error
        except sqlite3.Error:
            base.close()
            raise
        self._jobs = {job.id: job for job in jobs}
        self._queue = {job.id for job in jobs if job.is_waiting}
        return base


def steady_clock() -> Callable[[], float]:
    """A clock: seconds since 1970 by this machine's clock at the start, then monotonic."""
    begun = time.time() - time.monotonic()
    return lambda: begun + time.monotonic()


def _connected(name: str) -> sqlite3.Connection:
    """A connection whose every statement is on the disk when it returns. Raises
    ``sqlite3.Error``.
    """
    base = sqlite3.connect(name, isolation_level=None, check_same_thread=False, timeout=1.0)
    try:
        # Exclusive: a second kiosk on the same file would print the same jobs.
        base.execute("PRAGMA locking_mode = EXCLUSIVE")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")
        base.execute("PRAGMA secure_delete = ON")
        base.execute(SCHEMA)
        base.execute(f"PRAGMA user_version = {VERSION}")
    except sqlite3.Error:
        base.close()
        raise
    return base


def _read(row: tuple[str, str, int, str, str, str, int, float, str, bytes]) -> Job:
    _, ticket, copy_number, notice, state, reason, attempts, made_at, told, page = row
    return Job(
        ticket=ticket,
        copy_number=copy_number,
        notice=notice,
        page=page or b"",
        made_at=made_at,
        state=JobState(state),
        reason=PrintReason(reason),
        attempts=attempts,
        told=told,
    )


def _ended(job: Job, state: JobState, reason: PrintReason) -> Job:
    return replace(job, state=state, reason=reason, page=b"")


def _set_aside(file: Path) -> None:
    """Rename the unreadable file, to be looked into; only the newest is kept."""
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            old = file.with_name(file.name + end)
            old.replace(file.with_name(f"{file.name}{end}.broken"))
