"""Records of a selection as the rows of a model: a window over them that follows each commit."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from desktop.models.clips import Clips, touched
from desktop.warroom.acts import Change
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, key_of

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Windowed(QAbstractTableModel):
    """One record to a row, in the order of a selection; what stands in the columns is not said.

    One record that comes, goes, moves or changes is followed in its row, and so are several that
    stay where they are. After any other act everything is read anew: the file has all of its
    changes already, so that the rows between two of them could not be told.
    """

    def __init__(
        self, room: WarRoom, selection: Selection[Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._room = room
        self.clips = Clips(room, self)
        self._window = room.window(selection)
        room.on_change(self._follow)

    def show(self, selection: Selection[Any]) -> None:
        """Show another selection of records."""
        self._read(selection)

    def selection(self) -> Selection[Any]:
        """The selection that is shown, in its order."""
        return self._window.selection

    def record(self, row: int) -> Any:
        """The record in a row."""
        return self._window[row]

    def row_of(self, record: Record) -> int:
        """The row of a record; -1 when the selection leaves it out."""
        if not self.selection().admits(record):
            return -1
        row = self._window.place(record)
        found = row < len(self._window) and self._window[row].id == record.id
        return row if found else -1

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._window)

    def _forget(self, record_id: str = "") -> None:
        """What was made of this record, or of any, is out of date."""

    def _say_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _read(self, selection: Selection[Any]) -> None:
        self.beginResetModel()
        self._window = self._room.window(selection)
        self._forget()
        self.endResetModel()

    # following the room

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if ids := touched(changes):
            for record_id in ids:
                self._forget(record_id)
            if rows := self.rowCount():
                self._say_changed(0, rows - 1)
        selection = self.selection()
        mine = [change for change in changes if change.kind is selection.kind]
        if not mine:
            return
        if selection.leading or (len(mine) > 1 and not all(map(self._stays, mine))):
            self._read(selection)
            return
        for change in mine:
            self._follow_one(change)

    def _stays(self, change: Change) -> bool:
        """Whether a change leaves its record in its row."""
        selection, before = self.selection(), change.before
        return (
            before is not None
            and selection.admits(before)
            and selection.admits(change.after)
            and key_of(selection, before) == key_of(selection, change.after)
        )

    def _follow_one(self, change: Change) -> None:
        selection, after = self.selection(), change.after
        was = change.before is not None and selection.admits(change.before)
        to = self._window.place(after) if selection.admits(after) else -1
        at = self._row_before(change) if was else -1
        self._forget(after.id)
        if at >= 0 and to >= 0:
            self._moved(at, to, after)
        elif at >= 0:
            self.beginRemoveRows(NO_INDEX, at, at)
            self._window.changed(at, -1)
            self.endRemoveRows()
        elif to >= 0:
            self.beginInsertRows(NO_INDEX, to, to)
            self._window.changed(to, 1, after)
            self.endInsertRows()

    def _row_before(self, change: Change) -> int:
        """Where the record stood: the file already has it at its new place, or not at all."""
        selection, before = self.selection(), change.before
        assert before is not None
        row = self._window.place(before)
        if not selection.admits(change.after):
            return row
        keys = key_of(selection, change.after), key_of(selection, before)
        return row - (keys[0] > keys[1] if selection.newest_first else keys[0] < keys[1])

    def _moved(self, at: int, to: int, record: Record) -> None:
        if at != to:
            self.beginMoveRows(NO_INDEX, at, at, NO_INDEX, to + (to > at))
            self._window.changed(min(at, to))
            self.endMoveRows()
        self._window.changed(to, 0, record)
        self._say_changed(to, to)
