"""Records of a selection in an order that the room's clock changes, such as who is late first."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.models.celled import CelledRecords
from desktop.models.cells import Cell, Column
from desktop.models.windowed import NO_INDEX, Index
from desktop.warroom.acts import Change
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection

MANY = 60  # rows that come or go at once, from which everything is read anew
Key = Callable[[Any, Moment], Any]


class OrderedTable(CelledRecords, QAbstractTableModel):
    """Few enough records to be held and sorted; what is selected stays so while they move.

    ``key`` places a record by itself and the present moment.
    """

    def __init__(
        self,
        room: WarRoom,
        columns: Sequence[Column],
        selection: Selection[Any],
        key: Key,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._columns, self._key = room, tuple(columns), key
        self._selection = selection
        self._sorting: tuple[int, bool] | None = None
        self._cells: dict[tuple[str, int], Cell] = {}
        self._rows: list[Any] = []
        self.show(selection)
        room.on_change(self._follow)

    def show(self, selection: Selection[Any]) -> None:
        """Show the records of another selection."""
        self.beginResetModel()
        self._selection = selection
        self._cells.clear()
        self._rows = self._placed(self._room.records(selection))
        self.endResetModel()

    def selection(self) -> Selection[Any]:
        """The selection that is shown."""
        return self._selection

    def record(self, row: int) -> Any:
        """The record in a row."""
        return self._rows[row]

    def records(self) -> Sequence[Any]:
        """All records in their order."""
        return self._rows

    def row_of(self, record: Record) -> int:
        """The row of a record; -1 when it is not there."""
        return next((n for n, each in enumerate(self._rows) if each.id == record.id), -1)

    def refresh(self) -> None:
        """Place everything anew and say again what time has changed."""
        self._cells.clear()
        self._arrange(self._rows)

    # Qt's questions

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 gives the records their own order back."""
        falling = order is Qt.SortOrder.DescendingOrder
        self._sorting = None if column < 0 else (column, falling)
        self._arrange(self._rows)

    # inside

    def _placed(self, records: Sequence[Any]) -> list[Any]:
        now = self._room.now()
        own = sorted(records, key=lambda each: (self._key(each, now), each.id))
        if self._sorting is None or not self._columns[self._sorting[0]].field:
            return own
        column, falling = self._sorting
        name = self._columns[column].field
        return sorted(own, key=lambda each: _plain(getattr(each, name)), reverse=falling)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        kind, held = self._selection.kind, {each.id: each for each in self._rows}
        mine = [change for change in changes if change.kind is kind]
        if not mine:
            return
        if len(mine) > MANY:
            self.show(self._selection)
            return
        for change in mine:
            after = change.after
            held.pop(after.id, None)
            if self._selection.admits(after):
                held[after.id] = after
        self._cells.clear()
        self._arrange(list(held.values()))

    def _arrange(self, records: Sequence[Any]) -> None:
        """Take rows out, put rows in, and move the rest; views keep what they have selected."""
        wanted = {each.id: each for each in records}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].id not in wanted:
                self.beginRemoveRows(NO_INDEX, row, row)
                del self._rows[row]
                self.endRemoveRows()
        there = {each.id for each in self._rows}
        self._rows = [wanted[each.id] for each in self._rows]
        for each in (each for each in records if each.id not in there):
            self.beginInsertRows(NO_INDEX, len(self._rows), len(self._rows))
            self._rows.append(each)
            self.endInsertRows()
        self._move(self._placed(self._rows))
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _move(self, placed: list[Any]) -> None:
        if [each.id for each in placed] == [each.id for each in self._rows]:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows = placed
        row_of = {each.id: row for row, each in enumerate(placed)}
        after = [self.index(row_of[id_], index.column()) for id_, index in zip(ids, before)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _cell(self, row: int, column: int) -> Cell:
        return self._cell_of(self._rows[row], column)


def _plain(value: Any) -> tuple[bool, Any]:
    """A value as it is compared; what is not known comes first."""
    if value is None:
        return (False, 0)
    known = getattr(value, "ms", value)
    return (True, known if isinstance(known, int) else str(known).casefold())
