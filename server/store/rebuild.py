"""The read models made anew from the log, in one transaction."""

from sqlalchemy import Engine, inspect

from server.store import serialise
from server.store.changes import Changes
from server.store.log import days, exclusive
from server.store.read_models import DayBook
from server.store.statements import ReadModelWriter
from server.store.tables import READ_MODELS


def shape_differs(engine: Engine) -> bool:
    """Whether a read model is missing, lacks a column, or has one this program does not know."""
    inspector = inspect(engine)
    return any(
        not inspector.has_table(table.name)
        or {column["name"] for column in inspector.get_columns(table.name)} != set(table.c.keys())
        for table in READ_MODELS
    )


def rebuild(engine: Engine) -> int:
    """Drop all read models and fill them from the log; the number of business days.

    Raises ``UnreadableEvent`` or ``LookupError`` for a damaged log; then all stays as it was.
    """
    writing = ReadModelWriter(engine.dialect)
    count = 0
    with exclusive(engine) as connection:
        for table in READ_MODELS:
            table.drop(connection, checkfirst=True)
            table.create(connection)
        with days(connection) as every_day:
            for stream, rows in every_day:
                book, changes = DayBook(stream), Changes()
                for row in rows:
                    book.apply(serialise.load(row.kind, row.schema_number, row.body), changes)
                writing.write(connection, changes)
                count += 1
    return count
