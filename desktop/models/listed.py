"""Things that are no records as a table: columns of cells made of them, shown in their order."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject

from desktop.models.celled import Celled
from desktop.models.cells import Cell, Column
from desktop.models.windowed import NO_INDEX, Index
from desktop.warroom.room import WarRoom


class ListedThings(Celled, QAbstractTableModel):
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

    # inside

    def _cell(self, row: int, column: int) -> Cell:
        return self._columns[column].cell(self._things[row], self._room.now())
