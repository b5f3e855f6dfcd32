"""Cases to learn from, searched by type, cause and measure, beside the present incident."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.case_columns import case_columns, pairs
from desktop.models.listed import ListedThings
from desktop.pages.actions import act
from desktop.pages.beside import Beside
from desktop.pages.deeds import Deeds
from desktop.pages.parts.part import Part
from desktop.warroom.acts import Change
from desktop.warroom.record import Record
from desktop.warroom.review.cases import Case, Shown, cases, own_case
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets import theme
from widgets.headed_table import HeadedTable
from widgets.paired import Paired
from widgets.plain import visible
from widgets.seam import Seam

SAID_OF = ("case", "incident", "review", "measure")


class CasePart(Part):
    """The list above, the chosen case beside the present one below."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, Deeds(room, self)
        self.main = QWidget(self)
        self.search = QLineEdit(self.main)
        self.model = ListedThings(room, case_columns(), self)
        self.seam = Seam(Qt.Orientation.Vertical, self.main)
        self.listed = HeadedTable(_("Cases"), "review-cases", self.model, self.seam)
        self.paired = Paired(_("The chosen case beside the present one"), self.seam)
        self.beside = Beside(room, self.main, self.listed.table, self)
        self.beside.setObjectName("review-cases-beside")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.listed.table)
        self.look_again()

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind is Case

    def show_record(self, record: Record) -> None:
        self.search.clear()
        for row in range(self.model.rowCount()):
            behind = self.model.thing(row).behind
            if behind is not None and behind.id == record.id:
                self.listed.table.select(row)
        if isinstance(record, Case):
            self.beside.open([record])

    def selection(self) -> Selection[Case]:
        return Selection(kind=Case, order="company")

    def refresh(self) -> None:
        """Nothing here hangs on the time."""

    def chosen(self) -> Shown | None:
        """The case that is chosen."""
        row = self.listed.row()
        return None if row is None else self.model.thing(row)

    # deeds

    def ask_new(self) -> None:
        """Ask for a case of another company."""
        self.beside.ask_new(Case)

    def open_chosen(self) -> None:
        """Open a case that was noted here, or the incident that is one."""
        found = self.chosen()
        if found is None:
            return
        if isinstance(found.behind, Case):
            self.beside.open([found.behind])
        elif found.behind is not None:
            self.turn_asked.emit(found.behind)
        else:
            self.told.emit(_("The examples of the course are read only. N notes a case of yours."))

    def take_back(self) -> None:
        """Take back a case that was noted here."""
        found = self.chosen()
        if found and isinstance(found.behind, Case):
            self.deeds.take_back([found.behind])

    def look_again(self) -> None:
        """List the cases anew; the chosen one stays."""
        row = self.listed.row() or 0
        self.model.show(cases(self._room, self.search.text()))
        if self.model.rowCount():
            self.listed.table.select(min(row, self.model.rowCount() - 1))
        self._pair()

    # inside

    def _pair(self) -> None:
        found, present = self.chosen(), own_case(self._room, self._room.incident)
        case = found.case if found else Case()
        self.paired.setVisible(found is not None)
        heads = (
            visible(case.company),
            _("{title} (the present one)").format(title=present.company),
        )
        self.paired.show_pairs(heads, pairs(case, present))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Find by type, cause or measure"))
        self.search.setAccessibleName(_("Find by type, cause or measure"))
        self.search.setClearButtonEnabled(True)
        self.listed.table.set_empty(_("No case holds these words"), _("Try fewer words."))
        self.seam.addWidget(self.listed)
        self.seam.addWidget(self.paired)
        self.seam.setSizes([3, 2])
        self.seam.setObjectName("review-cases-seam")
        self._line = QHBoxLayout()
        self._line.addWidget(self.search, 1)
        inside = QVBoxLayout(self.main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._line)
        inside.addWidget(self.seam, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.beside)
        space = theme.space
        self._line.setContentsMargins(space(4), space(2.5), space(4), space(2))

    def _connect(self) -> None:
        self.pass_on(self.deeds, self.beside)
        self.beside.told.connect(self.told)
        self.search.textChanged.connect(self.look_again)
        self.search.returnPressed.connect(self.listed.table.setFocus)
        table = self.listed.table
        table.opened.connect(self._opened)
        table.selectionModel().selectionChanged.connect(self._pair)
        self.listed.add_deeds(((_("New"), self.ask_new),))
        act(
            table,
            (_("Open and change"), "F2", self.open_chosen),
            (_("New"), "N", self.ask_new),
            (_("Take back"), "Del", self.take_back),
        )
        self._room.on_change(self._follow)

    def _opened(self, _index: QModelIndex) -> None:
        self.open_chosen()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind.kind_name in SAID_OF for change in changes):
            self.look_again()
