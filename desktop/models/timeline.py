"""The timeline as an item model: entries as the rows to show of them."""

from PySide6.QtCore import QObject, Qt

from desktop.models.entry_row import entry_row
from desktop.models.windowed import NO_INDEX, Index, Windowed
from desktop.warroom.acts import Change
from desktop.warroom.records import Entry, Incident
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import timeline
from widgets.timeline_row import TimelineRole, TimelineRow

KEPT = 600  # rows in memory: each frame asks for the same few dozen several times
MINUTE = 60_000  # milliseconds; deadlines are said to the minute


class TimelineModel(Windowed):
    """Entries of a room in the order of a selection; ``TimelineRole`` gives rows to show."""

    def __init__(self, room: WarRoom, parent: QObject | None = None) -> None:
        super().__init__(room, timeline(newest_first=True), parent)
        self._rows: dict[str, tuple[Entry, int, TimelineRow]] = {}
        self._places = room.incident.zones

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        found: Entry = self.record(row)
        return found

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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
        row = entry_row(entry, self._room.zone, self._room.now().ms, self._places)
        row = self.clips.on_row(row)
        self._rows[entry.id] = (entry, minute, row)
        while len(self._rows) > KEPT:
            del self._rows[next(iter(self._rows))]
        return row

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind is Incident for change in changes):
            self._places = self._room.incident.zones
            self._forget()
        super()._follow(changes)

    def _forget(self, record_id: str = "") -> None:
        if record_id:
            self._rows.pop(record_id, None)
        else:
            self._rows.clear()
