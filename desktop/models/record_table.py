"""Records of any kind as a table: a window over a selection that follows each commit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.warroom.acts import Change
from desktop.warroom.moment import Moment
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, key_of
from widgets.table_cell import CellChip, ChipRole, GrowsRole, TabularRole, TokenRole
from widgets.theme import Token

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, or a chip that says them; ``told`` is the tooltip."""

    text: str = ""
    token: Token | None = None
    chip: CellChip | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it sorts by, its heading, and the cell of a record.

    ``cell`` gets the record and the room's present moment. ``figures`` stand at the right in
    widths of one kind; the column that ``grows`` takes the room that is left.
    """

    field: str
    heading: str
    cell: Callable[[Any, Moment], Cell]
    figures: bool = False
    grows: bool = False


class RecordTable(QAbstractTableModel):
    """Records of a room in the order of a selection, or by the column that was asked for."""

    def __init__(
        self,
        room: WarRoom,
        columns: Sequence[Column],
        selection: Selection[Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._columns = room, tuple(columns)
        self._asked = selection
        self._sorting: tuple[int, bool] | None = None
        self._window = room.window(selection)
        self._cells: dict[tuple[str, int], Cell] = {}
        room.on_change(self._follow)

    def show(self, selection: Selection[Any]) -> None:
        """Show another selection; the column that was asked for still orders it."""
        self.beginResetModel()
        self._asked = selection
        self._cells.clear()
        self._window = self._room.window(self._ordered())
        self.endResetModel()

    def refresh(self) -> None:
        """Say again what time has changed, such as what is late now."""
        self._cells.clear()
        if len(self._window):
            self.dataChanged.emit(self.index(0, 0), self._last(len(self._window) - 1))

    def selection(self) -> Selection[Any]:
        """The selection that is shown, in its order."""
        return self._window.selection

    def record(self, row: int) -> Any:
        """The record in a row."""
        return self._window[row]

    def row_of(self, record: Record) -> int:
        """The row of a record; -1 when the selection leaves it out."""
        if not self._window.selection.admits(record):
            return -1
        row = self._window.place(record)
        found = row < len(self._window) and self._window[row].id == record.id
        return row if found else -1

    # Qt's questions

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._window)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == TabularRole:
            return column.figures
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else None
        cell = self._cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.told or None
        return {int(TokenRole): cell.token, int(ChipRole): cell.chip}.get(int(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].figures:
            return _RIGHT
        if role == GrowsRole:
            return self._columns[section].grows
        return None

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
        record = self._window[row]
        found = self._cells.get((record.id, column))
        if found is None:
            found = self._columns[column].cell(record, self._now())
            self._cells[record.id, column] = found
        return found

    def _now(self) -> Moment:
        return self._room.now()

    def _last(self, row: int) -> QModelIndex:
        return self.index(row, len(self._columns) - 1)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        selection = self._window.selection
        mine = [change for change in changes if change.kind is selection.kind]
        if not mine:
            return
        if selection.leading or (len(mine) > 1 and not all(map(self._stays, mine))):
            self.show(self._asked)
            return
        for change in mine:
            self._follow_one(change)

    def _stays(self, change: Change) -> bool:
        """Whether a change leaves its record in its row."""
        selection, before = self._window.selection, change.before
        return (
            before is not None
            and selection.admits(before)
            and selection.admits(change.after)
            and key_of(selection, before) == key_of(selection, change.after)
        )

    def _follow_one(self, change: Change) -> None:
        selection = self._window.selection
        was = change.before is not None and selection.admits(change.before)
        to = self._window.place(change.after) if selection.admits(change.after) else -1
        at = self._row_before(change) if was else -1
        for column in range(len(self._columns)):
            self._cells.pop((change.after.id, column), None)
        if at >= 0 and to >= 0:
            self._moved(at, to)
        elif at >= 0:
            self.beginRemoveRows(QModelIndex(), at, at)
            self._window.changed(at, -1)
            self.endRemoveRows()
        elif to >= 0:
            self.beginInsertRows(QModelIndex(), to, to)
            self._window.changed(to, 1)
            self.endInsertRows()

    def _row_before(self, change: Change) -> int:
        """Where the record stood: the file already has it at its new place, or not at all."""
        selection, before = self._window.selection, change.before
        assert before is not None
        row = self._window.place(before)
        if not selection.admits(change.after):
            return row
        keys = key_of(selection, change.after), key_of(selection, before)
        return row - (keys[0] > keys[1] if selection.newest_first else keys[0] < keys[1])

    def _moved(self, at: int, to: int) -> None:
        if at != to:
            self.beginMoveRows(_NO_INDEX, at, at, _NO_INDEX, to + (to > at))
            self._window.changed(min(at, to))
            self.endMoveRows()
        self._window.changed(to)
        self.dataChanged.emit(self.index(to, 0), self._last(to))
