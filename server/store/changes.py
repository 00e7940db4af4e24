"""What a batch does to the read models: rows that are new, other than before, or gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Table

from server.store.tables import READ_MODELS
from server.store.ticket_rows import Row

Key = tuple[str | int, ...]
"""The day and what names a row within it."""


@dataclass(slots=True)
class TableChanges:
    """Changes of one table against what the database holds; each key is in one place at most."""

    new: dict[Key, Row] = field(default_factory=dict)
    changed: dict[Key, Row] = field(default_factory=dict)
    gone: dict[Key, Row] = field(default_factory=dict)

    def add(self, key: Key, row: Row) -> None:
        """A row that did not exist a moment ago."""
        if self.gone.pop(key, None) is not None:
            self.changed[key] = row
        else:
            self.new[key] = row

    def change(self, key: Key, row: Row) -> None:
        """Other contents of a row that exists."""
        (self.new if key in self.new else self.changed)[key] = row

    def remove(self, key: Key, row: Row) -> None:
        """A row that exists no longer, as it was."""
        if self.new.pop(key, None) is None:
            self.changed.pop(key, None)
            self.gone[key] = row

    def compare(self, key: Key, old: Sequence[Row], new: Sequence[Row]) -> None:
        """Rows numbered from 1 within ``key``: those that differ, that came, that went."""
        if old is new:
            return
        for number, row in enumerate(new, 1):
            if number > len(old):
                self.add((*key, number), row)
            elif row is not old[number - 1]:
                self.change((*key, number), row)
        for number in range(len(new) + 1, len(old) + 1):
            self.remove((*key, number), old[number - 1])


class Changes:
    """Changes of all read models, by table."""

    __slots__ = ("desk_states", "forecasts", "legs", "tickets")

    def __init__(self) -> None:
        self.tickets = TableChanges()
        self.legs = TableChanges()
        self.desk_states = TableChanges()
        self.forecasts = TableChanges()

    def by_table(self) -> Iterator[tuple[Table, TableChanges]]:
        """Each read model and what happens to it."""
        yield from zip(
            READ_MODELS,
            (self.tickets, self.legs, self.desk_states, self.forecasts),
            strict=True,
        )


Rows = dict[str, dict[Key, Row]]
"""All rows of the read models, by table name."""


def empty_rows() -> Rows:
    """No rows of any read model."""
    return {table.name: {} for table in READ_MODELS}


def apply_changes(changes: Changes, rows: Rows) -> None:
    """Apply to ``rows`` what a commit would write into the tables."""
    for table, of_table in changes.by_table():
        kept = rows[table.name]
        for key in of_table.gone:
            kept.pop(key, None)
        kept.update(of_table.new)
        kept.update(of_table.changed)
