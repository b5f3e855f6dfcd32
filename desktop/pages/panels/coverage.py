"""How the media speak of us: the tone by hour and the newest items, on the dashboard."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.models.coverage import drawn, panel_columns, statements, told_hour, tone_hours
from desktop.models.record_table import RecordTable
from desktop.pages.door import Door
from desktop.pages.panels.room_panel import RoomPanel
from desktop.warroom.acts import Change
from desktop.warroom.measures import coverage_of_day
from desktop.warroom.records import Coverage, Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _, ngettext
from widgets import theme
from widgets.seam import Seam
from widgets.table_view import TableView
from widgets.tone_chart import ToneChart
from widgets.tone_hours import HOUR_MS

HOURS = 24  # that the small chart shows


class CoveragePanel(RoomPanel):
    """A chart of the last day of coverage above the newest items."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(_("Media coverage"), "media", room, parent)
        self.chart, self.table = ToneChart(self), TableView(self)
        newest = Selection(kind=Coverage, order="published_at", newest_first=True)
        self._model = RecordTable(room, panel_columns(room), newest, self)
        self.table.set_model(self._model)
        self.table.setAccessibleName(_("Newest media items"))
        self.table.horizontalHeader().hide()
        self.table.set_empty(
            _("No media item has been logged yet"), _("Open the page and press N to add one.")
        )
        self._split = Seam(Qt.Orientation.Vertical, self)
        self._split.setObjectName("dashboard-media")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.chart)
        self._split.addWidget(self.table)
        self._split.setSizes([52, 48])
        self.set_body(self._split, beyond=2)
        self.chart.setMinimumHeight(theme.space(20))
        self.chart.point_asked.connect(self._open_hour)
        self.chart.mark_asked.connect(self._open_statement)
        self.table.opened.connect(self._open)
        room.on_change(self._follow)
        self._draw()

    def refresh(self) -> None:
        self._model.refresh()
        self._draw()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(map(drawn, changes)):
            self._draw()

    def _draw(self) -> None:
        now = self._room.now()
        today = self._room.count(coverage_of_day(now))
        self.set_count(ngettext("{n} today", "{n} today", today).format(n=f"{today:,}"))
        within = (("published_at", now.ms - HOURS * HOUR_MS, now.ms + HOUR_MS),)
        recent = Selection(kind=Coverage, order="published_at", within=within)
        hours = tone_hours(self._room, recent)
        if not hours:
            hours = tone_hours(self._room, Selection(kind=Coverage, order="published_at"))
        self.chart.setVisible(bool(hours))
        self.set_note(_("tone by hour") if hours else "")
        self.chart.show_hours(hours, statements(self._room, hours[0].start_ms) if hours else ())

    def _open_hour(self, start: int) -> None:
        within = (("published_at", start, start + HOUR_MS),)
        label = told_hour(start, self._room.zone)
        self.door_asked.emit("media", Door(label, Selection(kind=Coverage, within=within)))

    def _open_statement(self, entry_id: str) -> None:
        self.door_asked.emit("timeline", self._room.get(Entry, entry_id))

    def _open(self, index: QModelIndex) -> None:
        self.door_asked.emit("media", self._model.record(index.row()))
