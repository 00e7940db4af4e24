"""The event store: append with expected version, load a stream, one transaction a batch.

SQLite by default (WAL, ``synchronous=FULL``: what is answered has reached the disk); any other
database SQLAlchemy speaks by URL. Every method may be called from one thread at a time; the
group committer (``writer.py``) owns the appending one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, insert, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, create_engine

from server.core import events as e
from server.store import serialise
from server.store.chain import GENESIS, link
from server.store.changes import Changes
from server.store.read_models import DayBook, Row
from server.store.rebuild import rebuild, shape_differs
from server.store.statements import ReadModelWriter, Statement
from server.store.tables import BESIDE_THE_LOG
from server.store.tables import EVENTS as _EVENTS
from server.store.tables import TICKETS as _TICKETS

FILE_NAME = "denluot.sqlite3"


class VersionConflict(RuntimeError):
    """Another process wrote this stream: two servers on one database. The process must stop."""


@dataclass(frozen=True, slots=True)
class Append:
    """Events that one command made: ``first_version`` is that of the first of them."""

    stream: str
    first_version: int
    events: tuple[e.Event, ...]
    command_id: str
    device: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the log holds it."""

    version: int
    event: e.Event
    command_id: str
    device: str


def sqlite_url(directory: Path) -> str:
    """The database address of a data directory."""
    return f"sqlite:///{directory / FILE_NAME}"


def open_engine(url: str) -> Engine:
    """An engine whose commits are durable. Creates the tables that are missing.

    Read models that an older program did not have are left to a rebuild: created empty they would
    be wrong.
    """
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _make_durable)
    has_log = inspect(engine).has_table(_EVENTS.name)
    SQLModel.metadata.create_all(engine, tables=BESIDE_THE_LOG if has_log else None)
    return engine


def _make_durable(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.close()


class EventStore:
    """The log and its read models.

    Read models of another shape than this program's are rebuilt before anything is written.
    Raises ``UnreadableEvent`` or ``LookupError`` when the newest day cannot be read.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        if shape_differs(engine):
            rebuild(engine)
        self._insert_event = Statement(insert(_EVENTS), _EVENTS, engine.dialect)
        self._writing = ReadModelWriter(engine.dialect)
        self._head = self._last_hash()
        self._book, self._replayed = self._newest_day()
        self._appending = engine.connect()

    def close(self) -> None:
        """Close the database connections."""
        self._appending.close()
        self.engine.dispose()

    def append(self, batch: Iterable[Append]) -> None:
        """Make a batch durable in one transaction, read models included.

        Raises ``VersionConflict`` when a version is taken, or the database's own error; then
        nothing of the batch is stored and the store must not be used further.
        """
        self._replayed = ()
        head, stored, changes = self._head, list[Row](), Changes()
        for each in batch:
            for offset, fact in enumerate(each.events):
                row = _event_row(each, each.first_version + offset, fact, head)
                head = row["hash"]
                stored.append(row)
                self._book_of(each.stream).apply(fact, changes)
        try:
            with self._appending.begin():
                self._insert_event.run(self._appending, stored)
                self._writing.write(self._appending, changes)
        except IntegrityError as error:
            raise VersionConflict(str(error.orig)) from error
        self._head = head

    def _book_of(self, stream: str) -> DayBook:
        if self._book.stream != stream:
            self._book = DayBook(stream)
        return self._book

    def _newest_day(self) -> tuple[DayBook, tuple[Recorded, ...]]:
        """The newest day's rows, which later events may still change, and its events."""
        book = DayBook(self.last_stream() or "")
        recorded = tuple(self._read(book.stream))
        for each in recorded:
            # The database has these rows already.
            book.apply(each.event, Changes())
        return book, recorded

    def load(self, stream: str) -> Iterator[Recorded]:
        """The events of a stream in order."""
        replayed, self._replayed = self._replayed, ()
        # A starting server loads the newest day, which ``__init__`` has just read.
        if replayed and stream == self._book.stream:
            return iter(replayed)
        return self._read(stream)

    def _read(self, stream: str) -> Iterator[Recorded]:
        query = select(_EVENTS).where(_EVENTS.c.stream == stream).order_by(_EVENTS.c.version)
        with self.engine.connect() as connection:
            for row in connection.execute(query):
                fact = serialise.load(row.kind, row.schema_number, row.body)
                yield Recorded(row.version, fact, row.command_id, row.device)

    def last_stream(self) -> str | None:
        """The newest business day in the log."""
        query = select(_EVENTS.c.stream).order_by(_EVENTS.c.stream.desc()).limit(1)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def stream_before(self, stream: str) -> str | None:
        """The business day in the log before this one."""
        query = select(_EVENTS.c.stream).where(_EVENTS.c.stream < stream)
        query = query.order_by(_EVENTS.c.stream.desc()).limit(1)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def ticket(self, ticket: str) -> Row | None:
        """The read model's row of a ticket of any day, the newest if its id was used again."""
        query = select(_TICKETS).where(_TICKETS.c.ticket == ticket)
        query = query.order_by(_TICKETS.c.stream.desc()).limit(1)
        with self.engine.connect() as connection:
            found = connection.execute(query).mappings().first()
        return dict(found) if found else None

    def _last_hash(self) -> str:
        query = (
            select(_EVENTS.c.hash)
            .order_by(_EVENTS.c.stream.desc(), _EVENTS.c.version.desc())
            .limit(1)
        )
        with self.engine.connect() as connection:
            return connection.execute(query).scalar() or GENESIS


def _event_row(of: Append, version: int, fact: e.Event, previous_hash: str) -> Row:
    kind = type(fact).__name__
    row: Row = {
        "previous_hash": previous_hash,
        "stream": of.stream,
        "version": version,
        "kind": kind,
        "schema_number": serialise.schema_of(kind),
        "at": fact.at.isoformat(),
        "body": serialise.dump(fact),
        "command_id": of.command_id,
        "device": of.device,
    }
    return row | {"hash": link(row)}
