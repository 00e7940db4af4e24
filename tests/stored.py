"""A log on a real SQLite file, written as the server writes it."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Engine

from server.store.event_store import Append, EventStore, open_engine, sqlite_url
from tests.days import DAY, Done


def appends(done: Iterable[Done], stream: str = DAY) -> list[Append]:
    """What the handler would hand over for these commands."""
    return [
        Append(stream, each.before.version + 1, each.facts, f"c{each.before.version}", "K1")
        for each in done
    ]


def open_store(directory: Path) -> EventStore:
    """The store of this data directory."""
    return EventStore(open_engine(sqlite_url(directory)))


def written(directory: Path, done: Iterable[Done], stream: str = DAY, batch: int = 3) -> Engine:
    """A closed log of these commands, some to a transaction; its engine, to look at it or spoil it.

    Whoever asks disposes of the engine.
    """
    store = open_store(directory)
    waiting = appends(done, stream)
    for first in range(0, len(waiting), batch):
        store.append(waiting[first : first + batch])
    store.close()
    return open_engine(sqlite_url(directory))
