"""What Qt asks of a table whose columns are made of cells: the same of every such model."""

from PySide6.QtCore import Qt

from desktop.models.cells import Cell, Column, of_cell, of_heading
from desktop.models.windowed import NO_INDEX, Index
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom


class Celled:
    """Stands before Qt's model among the bases; a model has its columns and says its cells."""

    _room: WarRoom
    _columns: tuple[Column, ...]

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._cell(index.row(), index.column())
        return of_cell(cell, self._columns[index.column()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return of_heading(self._columns, section, orientation, role)

    def _cell(self, row: int, column: int) -> Cell:
        raise NotImplementedError


class CelledRecords(Celled):
    """The cells of a record are made once, until they are out of date."""

    _cells: dict[tuple[str, int], Cell]

    def _cell_of(self, record: Record, column: int) -> Cell:
        found = self._cells.get((record.id, column))
        if found is None:
            found = self._columns[column].cell(record, self._room.now())
            self._cells[record.id, column] = found
        return found
