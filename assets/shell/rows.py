"""A list model of a screen's rows that changes only where the rows differ.

Rows with a ``code`` are identified by it, so that a delegate keeps its focus while its neighbours
come and go. Other rows are identified by their place. In QML a delegate says by ``required
property`` which fields it wants.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel):
    """Shows frozen values of one dataclass; every field is a role of the same name.

    ``changed`` follows what a view is told anyway: for those who only count, or begin anew.
    """

    changed = Signal()

    def __init__(self, row_type: type[Any], parent: QObject | None = None) -> None:
        """An empty list of ``row_type``."""
        super().__init__(parent)
        self._roles = [field.name for field in fields(row_type)]
        self._keyed = "code" in self._roles
        self._rows: list[Any] = []

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

    def show(self, rows: Sequence[Any]) -> None:
        """Become ``rows`` with the fewest signals: changed, removed, moved, inserted."""
        if list(rows) == self._rows:
            return
        if self._rows and rows:
            self._become(rows)
        elif rows:
            self.beginInsertRows(NOWHERE, 0, len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()
        else:
            self.beginRemoveRows(NOWHERE, 0, len(self._rows) - 1)
            self._rows = []
            self.endRemoveRows()
        self.changed.emit()

    def _become(self, rows: Sequence[Any]) -> None:
        wanted = {self._key(at, row) for at, row in enumerate(rows)}
        for at in reversed(range(len(self._rows))):
            if self._key(at, self._rows[at]) not in wanted:
                self._remove(at)
        for at, row in enumerate(rows):
            self._place(at, row)
        for at in reversed(range(len(rows), len(self._rows))):
            self._remove(at)  # a key that was there twice

    def _key(self, at: int, row: Any) -> object:
        return row.code if self._keyed else at

    def _place(self, at: int, row: Any) -> None:
        here = self._find(at, row)
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

    def _find(self, at: int, row: Any) -> int | None:
        """Where from ``at`` on the row of this key stands now."""
        if not self._keyed:
            return at if at < len(self._rows) else None
        return next((i for i in range(at, len(self._rows)) if self._rows[i].code == row.code), None)

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(NOWHERE, at, at)
        del self._rows[at]
        self.endRemoveRows()

    def _count(self) -> int:
        return len(self._rows)

    count = Property(int, _count, notify=changed)
