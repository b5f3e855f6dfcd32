"""The numbers behind a chart as a table model: a time, then a count in every column."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.table_cell import TabularRole

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A point of a chart: what it is called, and its counts; None is not known."""

    key: object
    told: str
    counts: tuple[int | None, ...]


class ChartTable(QAbstractTableModel):
    """Rows in the order they are given, or by a column; the first column is the time's order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._given: tuple[ChartRow, ...] = ()
        self._rows: list[ChartRow] = []
        self._sorting: tuple[int, bool] = (-1, False)

    def show(self, heads: Sequence[str], rows: Sequence[ChartRow]) -> None:
        """Show these rows below these headings."""
        self.beginResetModel()
        self._heads, self._given = tuple(heads), tuple(rows)
        self._order()
        self.endResetModel()

    def key_of(self, row: int) -> object:
        """The key of a row."""
        return self._rows[row].key

    def row_of(self, key: object) -> int:
        """The row of a key; -1 when it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _RIGHT
        return True if role == TabularRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 gives the rows their own order back."""
        self.layoutAboutToBeChanged.emit()
        self._sorting = column, order is Qt.SortOrder.DescendingOrder
        before = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in before]
        self._order()
        after = [self.index(self.row_of(k), i.column()) for k, i in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, falling = self._sorting
        self._rows = list(self._given)
        if column == 0:
            self._rows.sort(key=self._time, reverse=falling)
        elif 0 < column < len(self._heads):
            self._rows.sort(key=lambda row: _count(row, column), reverse=falling)

    def _time(self, row: ChartRow) -> int:
        """Rows are given with the newest first."""
        return -self._given.index(row)

    @staticmethod
    def _said(row: ChartRow, column: int) -> str:
        if not column:
            return row.told
        count = row.counts[column - 1]
        return NOTHING if count is None else f"{count:,}"


def _count(row: ChartRow, column: int) -> int:
    count = row.counts[column - 1]
    return -1 if count is None else count
