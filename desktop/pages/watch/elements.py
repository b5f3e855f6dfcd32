"""The three elements: gauges above, every part with its figure, and the rows behind the chosen."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.behind_columns import behind_columns
from desktop.models.elements import gauge_states, loud, part_rows, score
from desktop.models.listed import ListedThings
from desktop.pages.actions import act
from desktop.pages.fresh import Fresh
from desktop.pages.parts.part import Part
from desktop.warroom.elements import Gauge, PartName, gauges
from desktop.warroom.elements_behind import behind
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _
from widgets.gauge_row import GaugeRow
from widgets.headed_table import HeadedTable
from widgets.score_rows import ScoreRows
from widgets.seam import Seam
from widgets.theme import Token


class ElementsPart(Part):
    """A gauge leads to its parts, a part to the records behind it, and a record to its page."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self._gauges: tuple[Gauge, ...] = ()
        self._chosen = ""
        self.row = GaugeRow(_("The three elements"), self)
        self.parts = ScoreRows(_("Parts of the three elements"), self, choosing=True)
        self.model = ListedThings(room, behind_columns(room), self)
        self.behind = HeadedTable(_("Rows behind it"), "watch-behind", self.model, self)
        self._lay_out()
        self.setFocusProxy(self.parts)
        self.row.opened.connect(self.open_gauge)
        self.parts.opened.connect(self.choose)
        self.behind.table.opened.connect(self._opened)
        act(self.behind.table, (_("Open its page"), "F2", self.open_row))
        self._fresh = Fresh(room, self)
        self._fresh.due.connect(self.read)
        self.read()

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        known = [each.value for each in self._gauges if each.value is not None]
        least = min(known, default=None)
        return (score(least) if known else ""), loud(least)

    def refresh(self) -> None:
        self._fresh.soon()

    # deeds

    def read(self) -> None:
        """Measure anew."""
        self._gauges = gauges(self._room, self._room.now())
        self.row.show_gauges(gauge_states(self._gauges))
        self.parts.show_rows(part_rows(self._gauges))
        self.choose(self._chosen or self._weakest())
        self.stood.emit()

    def open_gauge(self, name: str) -> None:
        """Go to the parts of a gauge."""
        gauge = next(each for each in self._gauges if each.element == name)
        self.choose(gauge.parts[0].name.value)
        self.parts.button(gauge.parts[0].name.value).setFocus()

    def choose(self, name: str) -> None:
        """Show the records behind a part."""
        self._chosen = name
        self.parts.choose(name)
        held = self.behind.row()
        self.behind.title.setText(PartName(name).shown)
        self.model.show(behind(self._room, name, self._room.now()))
        if held is not None and held < self.model.rowCount():
            self.behind.table.select(held)

    def open_row(self) -> None:
        """Open the chosen record on its page."""
        row = self.behind.row()
        if row is not None:
            record: Record = self.model.thing(row)
            self.door_asked.emit("", record)

    def _weakest(self) -> str:
        """The part that is looked at first."""
        parts = [part for gauge in self._gauges for part in gauge.parts]
        known = [part for part in parts if part.value is not None] or parts
        return min(known, key=lambda part: part.value or 0.0).name.value

    def _opened(self, _index: QModelIndex) -> None:
        self.open_row()

    def _lay_out(self) -> None:
        self.behind.table.set_empty(
            _("Nothing stands behind it yet"), _("What is written down appears here by itself.")
        )
        seam = Seam(Qt.Orientation.Horizontal, self)
        seam.setObjectName("watch-elements")
        seam.setChildrenCollapsible(False)
        seam.addWidget(self.parts)
        seam.addWidget(self.behind)
        seam.setSizes([640, 480])
        seam.setStretchFactor(0, 4)
        seam.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(seam, 1)
