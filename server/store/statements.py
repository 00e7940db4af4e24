"""Rows into tables, many at a time and past the object layer: the hot path of every commit."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam, delete, insert, update
from sqlalchemy.sql.expression import Executable
from sqlalchemy.sql.elements import ClauseElement

from server.store.changes import Changes, TableChanges
from server.store.tables import READ_MODELS
from server.store.ticket_rows import Row
