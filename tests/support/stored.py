"""A log in a real database, written as the server writes it."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Engine

from server.store.event_store import Append, EventStore, open_engine, sqlite_url
from tests.support.days import DAY, Done


def appends(done: Iterable[Done], stream: str = DAY) -> list[Append]:
    """What the handler would hand over for these commands."""
    return [
        Append(stream, each.before.version + 1, each.facts, f"c{each.before.version}", "K1")
        for each in done
    ]


def open_store(where: Path | str) -> EventStore:
    """The store of this data directory, or of the database at this URL."""
    return EventStore(open_engine(url_of(where)))


def written(where: Path | str, done: Iterable[Done], stream: str = DAY, batch: int = 3) -> Engine:
    """A closed log of these commands, some to a transaction; its engine, to look at it or spoil it.

    Whoever asks disposes of the engine.
    """
    store = open_store(where)
    waiting = appends(done, stream)
    for first in range(0, len(waiting), batch):
        store.append(waiting[first : first + batch])
    store.close()
    return open_engine(url_of(where))


def url_of(where: Path | str) -> str:
    """The URL of a database, or of the one in a data directory."""
    return sqlite_url(where) if isinstance(where, Path) else where
