"""The book on the disk: one SQLite file, written before a number is shown or printed.

Every change is one transaction that has reached the disk (WAL, ``synchronous=FULL``) when ``keep``
returns. One process owns the file; a second one cannot open it, and so gives no numbers.
"""

import contextlib
import json
import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from kiosk.offline.book import Book, ClockPair, Fate, LedgerFault, Range, Slip

_log = logging.getLogger(__name__)

FILE_NAME: Final = "offline.db"
SCHEMA: Final = 1
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS range (
  place INTEGER PRIMARY KEY AUTOINCREMENT, ask TEXT NOT NULL UNIQUE, day TEXT NOT NULL,
  service TEXT NOT NULL, prefix TEXT NOT NULL, first INTEGER NOT NULL, labels TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS slip (
  place INTEGER PRIMARY KEY AUTOINCREMENT, ticket TEXT NOT NULL UNIQUE, day TEXT NOT NULL,
  service TEXT NOT NULL, number INTEGER NOT NULL, label TEXT NOT NULL, issued_at TEXT NOT NULL,
  priority TEXT NOT NULL, language TEXT NOT NULL, procedure TEXT NOT NULL,
  instead_of TEXT NOT NULL, fate TEXT NOT NULL, code TEXT NOT NULL, retimed INTEGER NOT NULL,
  UNIQUE (day, label)
);
CREATE TABLE IF NOT EXISTS seen (
  one INTEGER PRIMARY KEY CHECK (one = 1), office_at TEXT NOT NULL, machine_at TEXT NOT NULL
);
"""
_PUT_RANGE: Final = (
    "INSERT INTO range (ask, day, service, prefix, first, labels) "
    "VALUES (:ask, :day, :service, :prefix, :first, :labels) "
    "ON CONFLICT (ask) DO UPDATE SET first = excluded.first, labels = excluded.labels"
)
_PUT_SLIP: Final = (
    "INSERT INTO slip (ticket, day, service, number, label, issued_at, priority, language, "
    "procedure, instead_of, fate, code, retimed) VALUES (:ticket, :day, :service, :number, "
    ":label, :issued_at, :priority, :language, :procedure, :instead_of, :fate, :code, :retimed) "
    "ON CONFLICT (ticket) DO UPDATE SET issued_at = excluded.issued_at, fate = excluded.fate, "
    "code = excluded.code, retimed = excluded.retimed"
)
_SEEN: Final = "INSERT OR REPLACE INTO seen (one, office_at, machine_at) VALUES (1, ?, ?)"
_READ_RANGES: Final = "SELECT ask, day, service, prefix, first, labels FROM range ORDER BY place"
_READ_SLIPS: Final = (
    "SELECT ticket, day, service, number, label, issued_at, priority, language, procedure, "
    "instead_of, fate, code, retimed FROM slip ORDER BY place"
)


class Ledger:
    """The ledger in ``folder``; opening never raises, a file that cannot be read is set aside.

    ``book`` is what was kept last. ``has_set_aside``: a broken ledger lies beside this one and may
    hold numbers that the server was never told of; staff must look at it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = Book()
        self._database: sqlite3.Connection | None = None
        try:
            self._open()
        except _Unreadable as error:
            self._set_aside(error)
        except LedgerFault as fault:
            _log.error("no numbers without the server: %s", fault)
        self.has_set_aside = any(folder.glob(f"{FILE_NAME}.broken-*"))

    @property
    def is_open(self) -> bool:
        """Whether anything can be written."""
        return self._database is not None

    def keep(self, book: Book) -> None:
        """Make ``book`` durable. Raises ``LedgerFault``; then the book kept before still holds."""
        if self._database is None:
            raise LedgerFault("there is no ledger")
        old = self.book
        try:
            with _transaction(self._database):
                _write(self._database, _RANGES, old.ranges, book.ranges)
                _write(self._database, _SLIPS, old.slips, book.slips)
                if book.seen is not None and book.seen != old.seen:
                    moments = (book.seen.office_at.isoformat(), book.seen.machine_at.isoformat())
                    self._database.execute(_SEEN, moments)
        except sqlite3.Error as error:
            _log.error("the ledger cannot be written: %s", error)
            raise LedgerFault(str(error)) from error
        self.book = book

    def dismiss(self) -> None:
        """Staff have looked at the broken ledger."""
        try:
            for broken in self.folder.glob(f"{FILE_NAME}.broken-*"):
                broken.replace(broken.with_name(broken.name.replace(".broken-", ".seen-")))
        except OSError as error:
            _log.error("the broken ledger cannot be put away: %s", error)
        else:
            self.has_set_aside = False

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _open(self) -> None:
        path = self.folder / FILE_NAME
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(path, isolation_level=None, timeout=0.5)
            database.row_factory = sqlite3.Row
        except (OSError, sqlite3.Error) as error:
            raise LedgerFault(str(error)) from error
        try:
            _prepare(database)
            self.book = _read(database)
        except (sqlite3.OperationalError, PermissionError) as error:
            database.close()
            raise LedgerFault(str(error)) from error
        except (sqlite3.DatabaseError, ValueError, TypeError) as error:
            database.close()
            raise _Unreadable(str(error)) from error
        self._database = database

    def _set_aside(self, error: Exception) -> None:
        """Go on with an empty one: it holds no range yet, so no number can be given twice."""
        kept = 1 + len(list(self.folder.glob(f"{FILE_NAME}.*-*")))
        path = self.folder / FILE_NAME
        name = f"{FILE_NAME}.broken-{kept}"
        _log.error("the ledger could not be read and was set aside as %s: %s", name, error)
        try:
            path.replace(path.with_name(name))
            for ending in ("-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    path.with_name(FILE_NAME + ending).replace(path.with_name(name + ending))
            self._open()
        except (OSError, _Unreadable, LedgerFault) as again:
            _log.error("no numbers without the server: %s", again)


_Entry = TypeVar("_Entry")


@dataclass(frozen=True)
class _Table(Generic[_Entry]):
    """The statements that put one kind of entry, and delete it by its key."""

    put: str
    forget: str
    row: Callable[[_Entry], dict[str, Any]]


class _Unreadable(Exception):
    """The file is not a ledger, or is damaged."""


def _prepare(database: sqlite3.Connection) -> None:
    # The file lock is taken with the first read and kept: one ledger, one kiosk.
    database.execute("PRAGMA locking_mode=EXCLUSIVE")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    [[verdict]] = database.execute("PRAGMA integrity_check(1)").fetchall()
    if verdict != "ok":
        raise ValueError(verdict)
    [[schema]] = database.execute("PRAGMA user_version").fetchall()
    if schema not in (0, SCHEMA):
        raise ValueError(f"schema {schema}")
    with _transaction(database):
        for statement in _TABLES.split(";"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {SCHEMA}")


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise


def _write(
    database: sqlite3.Connection,
    table: _Table[_Entry],
    old: Mapping[str, _Entry],
    new: Mapping[str, _Entry],
) -> None:
    """Only what differs."""
    gone = [(key,) for key in old if key not in new]
    database.executemany(table.forget, gone)
    changed = (entry for key, entry in new.items() if old.get(key) is not entry)
    database.executemany(table.put, map(table.row, changed))


def _range_row(each: Range) -> dict[str, Any]:
    return asdict(each) | {"labels": json.dumps(each.labels, ensure_ascii=False)}


def _slip_row(each: Slip) -> dict[str, Any]:
    return asdict(each) | {"issued_at": each.issued_at.isoformat(), "fate": each.fate.value}


def _read(database: sqlite3.Connection) -> Book:
    ranges = (dict(row) for row in database.execute(_READ_RANGES))
    slips = (dict(row) for row in database.execute(_READ_SLIPS))
    seen = database.execute("SELECT office_at, machine_at FROM seen").fetchone()
    return Book(
        {each["ask"]: _range(each) for each in ranges},
        {each["ticket"]: _slip(each) for each in slips},
        ClockPair(*map(datetime.fromisoformat, seen)) if seen else None,
    )


def _range(row: dict[str, Any]) -> Range:
    return Range(**row | {"labels": tuple(json.loads(row["labels"]))})


def _slip(row: dict[str, Any]) -> Slip:
    issued_at = datetime.fromisoformat(row["issued_at"])
    fate, retimed = Fate(row["fate"]), bool(row["retimed"])
    return Slip(**row | {"issued_at": issued_at, "fate": fate, "retimed": retimed})


_RANGES: Final = _Table(_PUT_RANGE, "DELETE FROM range WHERE ask = ?", _range_row)
_SLIPS: Final = _Table(_PUT_SLIP, "DELETE FROM slip WHERE ticket = ?", _slip_row)
