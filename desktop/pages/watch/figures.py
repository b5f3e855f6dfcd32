"""Coverage in figures: the tone by hour with our turning points, each figure, each statement."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.coverage import summary, told_hour, tone_hours, turning_points
from desktop.models.coverage_figures import effect_columns, figure_columns
from desktop.models.listed import ListedThings
from desktop.pages.actions import act
from desktop.pages.chart_saving import ChartSaving
from desktop.pages.coverage_chart import CoverageChart
from desktop.pages.door import Door
from desktop.pages.fresh import Fresh
from desktop.pages.parts.part import Part
from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.coverage_figures import Figure, Spoken, coverage_figures, effects
from desktop.warroom.elements_behind import about_us
from desktop.warroom.records import Coverage, Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.tones import ToneCounts
from resources import _
from widgets.headed_table import HeadedTable
from widgets.seam import Seam
from widgets.tone_hours import HOUR_MS


class FiguresPart(Part):
    """Every bar, mark and figure opens the rows behind it."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.chart = CoverageChart(self)
        self.saving = ChartSaving(room, self.chart, self)
        self.figures = ListedThings(room, figure_columns(), self)
        self.effects = ListedThings(room, effect_columns(room), self)
        self.listed = HeadedTable(_("Coverage in figures"), "watch-figures", self.figures, self)
        self.spoken = HeadedTable(_("What our statements did"), "watch-effects", self.effects, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.listed)
        self._fresh = Fresh(room, self)
        self._fresh.due.connect(self.read)
        self.read()

    def refresh(self) -> None:
        self._fresh.soon()

    def read(self) -> None:
        """Count anew; the rows that were chosen stay so."""
        room, now = self._room, self._room.now()
        held = self.listed.row(), self.spoken.row()
        self.figures.show(coverage_figures(room, now))
        self.effects.show(effects(room))
        for table, row in zip((self.listed, self.spoken), held, strict=True):
            if table.model.rowCount():
                table.table.select(min(row or 0, table.model.rowCount() - 1))
        self._draw()

    # deeds

    def open_figure(self) -> None:
        """Show the rows behind the chosen figure."""
        row = self.listed.row()
        if row is None:
            return
        figure: Figure = self.figures.thing(row)
        if figure.rows.kind is Coverage:
            self.door_asked.emit("media", Door(figure.name.shown, figure.rows))
        elif found := self._room.all(Correction):
            self.door_asked.emit("", found[0])
        else:
            self.told.emit(_("No correction was requested yet."))

    def open_spoken(self) -> None:
        """Show the chosen statement as it went out."""
        row = self.spoken.row()
        if row is not None:
            each: Spoken = self.effects.thing(row)
            self.door_asked.emit("", each.release)

    # inside

    def _draw(self) -> None:
        chosen = Selection(kind=Coverage, empty=("company",), order="published_at")
        hours = tone_hours(self._room, chosen)
        marks = turning_points(self._room, hours[0].start_ms if hours else 0)
        counts = ToneCounts(self._room.tally(about_us(), "tone"))
        self.chart.show_coverage(summary(counts), hours, marks)

    def _open_hour(self, start: int) -> None:
        within = (("published_at", start, start + HOUR_MS),)
        door = Door(told_hour(start, self._room.zone), Selection(kind=Coverage, within=within))
        self.door_asked.emit("media", door)

    def _open_mark(self, entry_id: str) -> None:
        self.door_asked.emit("timeline", self._room.get(Entry, entry_id))

    def _figure_opened(self, _index: QModelIndex) -> None:
        self.open_figure()

    def _spoken_opened(self, _index: QModelIndex) -> None:
        self.open_spoken()

    def _connect(self) -> None:
        self.chart.asked.connect(self._open_hour)
        self.chart.chart.mark_asked.connect(self._open_mark)
        self.saving.told.connect(self.told)
        self.saving.failed.connect(self.failed)
        self.listed.table.opened.connect(self._figure_opened)
        self.spoken.table.opened.connect(self._spoken_opened)
        act(self.listed.table, (_("Open the rows"), "F2", self.open_figure))
        act(self.spoken.table, (_("Open the release"), "F2", self.open_spoken))

    def _lay_out(self) -> None:
        self.spoken.table.set_empty(
            _("No statement is out yet"), _("Release one on the page of statements.")
        )
        across, down = Seam(Qt.Orientation.Horizontal, self), Seam(Qt.Orientation.Vertical, self)
        across.setObjectName("watch-figures-across")
        down.setObjectName("watch-figures-down")
        for seam, parts in ((across, (self.listed, self.spoken)), (down, (self.chart, across))):
            seam.setChildrenCollapsible(False)
            for part in parts:
                seam.addWidget(part)
        down.setStretchFactor(0, 1)
        down.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(down)
