"""Rows of a screen as a list model: QML redraws a row only when that row is another."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()


class Rows(QAbstractListModel):
    """Shows frozen values of one dataclass; every field is a role of the same name."""

    def __init__(self, row_type: type[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(row_type)]
        self._rows: tuple[Any, ...] = ()

    def rowCount(self, parent: Any = _NOWHERE) -> int:  # noqa: ARG002, N802 -- Qt's signature
        """How many rows there are (Qt calls this)."""
        return len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802 -- Qt's name
        """The fields by role number (Qt calls this)."""
        return {
            _FIRST_ROLE + index: QByteArray(name.encode()) for index, name in enumerate(self._names)
        }

    def data(self, index: Any, role: int = _FIRST_ROLE) -> Any:
        """One field of one row (Qt calls this)."""
        place = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[place])

    def show(self, rows: Sequence[Any]) -> None:
        """Become ``rows``; announces new, dropped and changed rows, and nothing else."""
        before, after = len(self._rows), len(rows)
        kept = min(before, after)
        changed = [at for at in range(kept) if self._rows[at] != rows[at]]
        if after < before:
            self.beginRemoveRows(_NOWHERE, after, before - 1)
            self._rows = self._rows[:after]
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(_NOWHERE, before, after - 1)
            self._rows = (*self._rows, *rows[before:])
            self.endInsertRows()
        self._rows = tuple(rows)
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))
