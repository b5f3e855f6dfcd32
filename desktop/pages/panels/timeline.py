"""The newest entries of the log, on the dashboard."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from desktop.models.timeline import TimelineModel
from desktop.pages.panels.room_panel import RoomPanel
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.timeline_view import TimelineView


class TimelinePanel(RoomPanel):
    """The whole log, newest first; Enter opens an entry on the timeline page."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(_("Timeline"), "timeline", room, parent)
        self.view = TimelineView(self)
        self._model = TimelineModel(room, self)
        self.view.set_model(self._model)
        self.view.setAccessibleName(_("Timeline"))
        self.view.set_empty(
            _("Nothing has been logged yet"),
            _("Press Ctrl+L, type what happened, and press Enter."),
        )
        self.set_body(self.view, beyond=4)
        self.set_note(_("newest first"))
        self.view.opened.connect(self._open)
        for signal in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._count_rows)
        self._count_rows()

    def show_entry(self, entry: Entry) -> bool:
        """Bring an entry into sight."""
        row = self._model.row_of(entry)
        if row >= 0:
            self.view.select(row)
        return row >= 0

    def refresh(self) -> None:
        self.view.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.door_asked.emit("timeline", self._model.entry(index.row()))

    def _count_rows(self, *_changed: object) -> None:
        n = self._model.rowCount()
        self.set_count(ngettext("{n} entry", "{n} entries", n).format(n=f"{n:,}"))
