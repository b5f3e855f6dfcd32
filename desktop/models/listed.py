"""Things that are no records as a table: columns of cells made of them, shown in their order."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.models.cells import Column, of_cell, of_heading
from desktop.models.windowed import NO_INDEX, Index
from desktop.warroom.room import WarRoom


class ListedThings(QAbstractTableModel):
    """A short list, shown anew whenever it is given."""

    def __init__(
        self, room: WarRoom, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._room, self._columns = room, tuple(columns)
        self._things: list[Any] = []

    def show(self, things: Sequence[Any]) -> None:
        """Show these things."""
        self.beginResetModel()
        self._things = list(things)
        self.endResetModel()

    def thing(self, row: int) -> Any:
        """What stands in a row."""
        return self._things[row]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._things)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        return of_cell(column.cell(self._things[index.row()], self._room.now()), column, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return of_heading(self._columns, section, orientation, role)
