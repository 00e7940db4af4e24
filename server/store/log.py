"""Reading the log and what is derived from it, all as of one moment, while others write."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Engine, Row, select

from server.store.tables import EVENTS

StoredEvent = Row[Any]
"""A row of ``event``, all columns as attributes."""

_AT_ONCE: Final = 1000


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as of now until the block ends."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # Left to itself the driver begins no transaction for reading.
            connection.exec_driver_sql("BEGIN")
            yield connection
        else:
            yield connection.execution_options(isolation_level="REPEATABLE READ")


@contextmanager
def exclusive(engine: Engine) -> Iterator[Connection]:
    """A transaction during which nobody else can append; committed if the block ends without an
    error.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif engine.dialect.name == "postgresql":
            connection.exec_driver_sql("LOCK TABLE event IN SHARE MODE")
        yield connection


@contextmanager
def days(connection: Connection) -> Iterator[Iterator[tuple[str, Iterator[StoredEvent]]]]:
    """The business days of the log, each with its events, read in portions."""
    query = select(EVENTS).order_by(EVENTS.c.stream, EVENTS.c.version)
    with closing(connection.execute(query, execution_options={"yield_per": _AT_ONCE})) as found:
        yield groupby(found, key=lambda row: str(row.stream))
