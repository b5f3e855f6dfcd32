"""Records of any kind as a table: columns of cells made of them, sorted by any column."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt

from desktop.models.celled import CelledRecords
from desktop.models.cells import Cell, Column
from desktop.models.windowed import Windowed
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection


class RecordTable(CelledRecords, Windowed):
    """Records of a room in the order of a selection, or by the column that was asked for."""

    def __init__(
        self,
        room: WarRoom,
        columns: Sequence[Column],
        selection: Selection[Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(room, selection, parent)
        self._columns = tuple(columns)
        self._asked = selection
        self._sorting: tuple[int, bool] | None = None
        self._cells: dict[tuple[str, int], Cell] = {}

    def show(self, selection: Selection[Any]) -> None:
        """Show another selection; the column that was asked for still orders it."""
        self._asked = selection
        self._read(self._ordered())

    def refresh(self) -> None:
        """Say again what time has changed, such as what is late now."""
        self._forget()
        if self.rowCount():
            self._say_changed(0, self.rowCount() - 1)

    # Qt's questions

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 gives the selection its own order back."""
        falling = order is Qt.SortOrder.DescendingOrder
        self._sorting = None if column < 0 else (column, falling)
        self.show(self._asked)

    # inside

    def _ordered(self) -> Selection[Any]:
        if self._sorting is None:
            return self._asked
        column, falling = self._sorting
        return replace(self._asked, order=self._columns[column].field, newest_first=falling)

    def _cell(self, row: int, column: int) -> Cell:
        return self._cell_of(self._window[row], column)

    def _forget(self, record_id: str = "") -> None:
        if not record_id:
            self._cells.clear()
        for column in range(len(self._columns)):
            self._cells.pop((record_id, column), None)
