"""Writes rows in bulk with compiled statements, without the ORM: the hot path of every commit."""

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import (
    Connection,
    Delete,
    Dialect,
    Insert,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    update,
)
from sqlalchemy.engine.default import DefaultDialect

from server.store.changes import Changes, TableChanges
from server.store.tables import READ_MODELS
from server.store.ticket_rows import Row

_KEY = "key_"
"""Prefix of the parameters that find a row, to tell them from those that set a column."""

Convert = Callable[[Any], Any]
Parameters = tuple[Any, ...]


class Statement:
    """One compiled statement and how a row becomes its parameters.

    SQLAlchemy would compute both for every row, which took longer than the insert.
    """

    def __init__(self, statement: Insert | Update | Delete, table: Table, dialect: Dialect) -> None:
        # Positional parameters need no dict for each row.
        kind = cast(type[DefaultDialect], type(dialect))
        by_position = kind(paramstyle="qmark" if dialect.paramstyle == "qmark" else "format")
        compiled = statement.compile(dialect=by_position)
        names = [name.removeprefix(_KEY) for name in compiled.positiontup or ()]
        self._sql = str(compiled)
        self._values: Callable[[Row], Parameters] = itemgetter(*names)
        self._converted = [
            (position, convert)
            for position, name in enumerate(names)
            if (convert := _to_database(table, name, dialect)) is not None
        ]

    def run(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Execute for every row."""
        parameters = [self._parameters(row) for row in rows]
        if parameters:
            connection.exec_driver_sql(self._sql, parameters)

    def _parameters(self, row: Row) -> Parameters:
        values = list(self._values(row))
        for position, convert in self._converted:
            value = values[position]
            if value is not None:
                values[position] = convert(value)
        return tuple(values)


class ReadModelWriter:
    """Writes what a batch changes in the read models."""

    def __init__(self, dialect: Dialect) -> None:
        self._tables = [_TableWriter(table, dialect) for table in READ_MODELS]

    def write(self, connection: Connection, changes: Changes) -> None:
        """Carry the changes out in the connection's transaction."""
        for writing, (_, of_table) in zip(self._tables, changes.by_table(), strict=True):
            writing.write(connection, of_table)


class _TableWriter:
    def __init__(self, table: Table, dialect: Dialect) -> None:
        keys = [column.name for column in table.primary_key]
        wanted = [table.c[name] == bindparam(_KEY + name) for name in keys]
        others: dict[str, Any] = {
            c.name: bindparam(c.name) for c in table.columns if c.name not in keys
        }
        self._insert = Statement(insert(table), table, dialect)
        self._update = Statement(update(table).where(*wanted).values(others), table, dialect)
        self._delete = Statement(delete(table).where(*wanted), table, dialect)

    def write(self, connection: Connection, changes: TableChanges) -> None:
        self._delete.run(connection, changes.gone.values())
        self._insert.run(connection, changes.new.values())
        self._update.run(connection, changes.changed.values())


def _to_database(table: Table, name: str, dialect: Dialect) -> Convert | None:
    return table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
