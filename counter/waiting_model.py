"""Rows of the screen as a list model that changes only where the rows differ.

The line of waiting people, the tickets set aside, the other desks and every list one picks from:
a delegate that stays keeps its focus while its neighbours come and go.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt

FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NOWHERE = QModelIndex()


class Row(Protocol):
    """A frozen dataclass whose ``code`` tells it from its neighbours."""

    @property
    def code(self) -> str:
        """What stays the same while the row changes."""


class RowsModel(QAbstractListModel):
    """Shows rows of one dataclass; every field is a role of the same name."""

    def __init__(self, row_type: type[Any], parent: QObject | None = None) -> None:
        """An empty list of ``row_type``."""
        super().__init__(parent)
        self._roles = [field.name for field in fields(row_type)]
        self._rows: list[Row] = []

    def rowCount(self, parent: object = NOWHERE) -> int:  # noqa: ARG002, N802 -- Qt's signature
        """How many rows there are (Qt calls this)."""
        return len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802 -- Qt's name
        """The fields by role number (Qt calls this)."""
        return {
            FIRST_ROLE + index: QByteArray(name.encode()) for index, name in enumerate(self._roles)
        }

    def data(self, index: Any, role: int = FIRST_ROLE) -> Any:
        """One field of one row (Qt calls this)."""
        place = role - FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._roles):
            return None
        return getattr(self._rows[index.row()], self._roles[place])

    def show(self, rows: Sequence[Row]) -> None:
        """Become ``rows`` by the fewest announcements: changed, gone, moved, new."""
        wanted = {row.code for row in rows}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].code not in wanted:
                self._remove(at)
        for at, row in enumerate(rows):
            self._place(at, row)

    def _place(self, at: int, row: Row) -> None:
        here = next((i for i in range(at, len(self._rows)) if self._rows[i].code == row.code), None)
        if here is None:
            self.beginInsertRows(NOWHERE, at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        if here != at:
            self.beginMoveRows(NOWHERE, here, here, NOWHERE, at)
            self._rows.insert(at, self._rows.pop(here))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(NOWHERE, at, at)
        del self._rows[at]
        self.endRemoveRows()
