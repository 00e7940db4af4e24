"""Read models folded in memory, as a rebuild and the check fold them."""

from collections.abc import Iterable

from server.core import events as e
from server.store.changes import Changes, Rows, apply_changes, empty_rows
from server.store.read_models import DayBook, Row
from tests.support.days import DAY


class Folded:
    """The rows of a day after the facts it was told, and the book that made them."""

    def __init__(self, facts: Iterable[e.Event] = ()) -> None:
        self.book = DayBook(DAY)
        self.rows: Rows = empty_rows()
        self.tell(facts)

    def tell(self, facts: Iterable[e.Event]) -> None:
        """Facts of one command, or of many: they are one batch."""
        changes = Changes()
        for fact in facts:
            self.book.apply(fact, changes)
        apply_changes(changes, self.rows)

    def of(self, table: str, *name: str) -> list[Row]:
        """Rows of a ticket or a desk in order."""
        return [row for key, row in sorted(self.rows[table].items()) if key[1:2] == name]

    def copied(self) -> Rows:
        """The rows as they are now: rows are replaced, never changed in place."""
        return {table: dict(rows) for table, rows in self.rows.items()}
