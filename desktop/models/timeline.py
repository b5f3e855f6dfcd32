"""The timeline as an item model: a window over the log that follows each commit."""

from datetime import tzinfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.entry_row import entry_row
from desktop.warroom.acts import Change
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, timeline
from widgets.timeline_row import TimelineRole, TimelineRow

MANY = 50  # changes of one commit from which a fresh reading is cheaper than following each
KEPT = 600  # rows in memory: each frame asks for the same few dozen several times
MINUTE = 60_000  # milliseconds; deadlines are said to the minute
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class TimelineModel(QAbstractListModel):
    """Entries of a room in the order of a selection; ``TimelineRole`` gives rows to show."""

    def __init__(self, room: WarRoom, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._window = room.window(timeline(newest_first=True))
        self._rows: dict[str, tuple[Entry, int, TimelineRow]] = {}
        room.on_change(self._follow)

    def show(self, selection: Selection[Entry]) -> None:
        """Show another selection of entries."""
        self.beginResetModel()
        self._window = self._room.window(selection)
        self._rows.clear()
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._window[row]

    def row_of(self, entry: Entry) -> int:
        """The row of an entry; -1 when the selection leaves it out."""
        return self._window.place(entry) if self._window.selection.admits(entry) else -1

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._window)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if role == TimelineRole:
            return self._row(entry)
        return entry.text if role == Qt.ItemDataRole.DisplayRole else None

    def _row(self, entry: Entry) -> TimelineRow:
        """The row of an entry, made once for each wording and, beside a deadline, each minute."""
        minute = self._room.now().ms // MINUTE if entry.deadline else 0
        kept = self._rows.get(entry.id)
        if kept and kept[0] is entry and kept[1] == minute:
            return kept[2]
        row = entry_row(entry, self._zone(), self._room.now().ms)
        self._rows[entry.id] = (entry, minute, row)
        while len(self._rows) > KEPT:
            del self._rows[next(iter(self._rows))]
        return row

    def _zone(self) -> tzinfo | None:
        return self._room.zone

    def _follow(self, changes: tuple[Change, ...]) -> None:
        mine = [change for change in changes if change.kind is Entry]
        if len(mine) > MANY or any(map(self._moved, mine)):
            self.show(self._window.selection)
            return
        for change in mine:
            self._follow_one(change)

    def _moved(self, change: Change) -> bool:
        before, after = change.before, change.after
        assert isinstance(after, Entry)
        return isinstance(before, Entry) and before.happened_at != after.happened_at

    def _follow_one(self, change: Change) -> None:
        admits, after = self._window.selection.admits, change.after
        assert isinstance(after, Entry)
        was = change.before is not None and admits(change.before)
        row = self._window.place(after)
        if was and admits(after):
            self._window.changed(row, 0, after)
            self.dataChanged.emit(self.index(row), self.index(row))
        elif was:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._window.changed(row, -1)
            self.endRemoveRows()
        elif admits(after):
            self.beginInsertRows(QModelIndex(), row, row)
            self._window.changed(row, 1, after)
            self.endInsertRows()
