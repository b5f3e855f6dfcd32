"""Groups by messages at a glance; Enter on a cell opens the rows behind it."""

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.message_table import KINDS
from desktop.models.staff_matrix import MatrixRow, matrix, matrix_columns
from desktop.pages.actions import act, passing_menu
from desktop.pages.parts.part import Part
from desktop.pages.staff.briefing_bar import BriefingBar
from desktop.warroom.acts import Change
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from resources import _
from widgets.advice import Advice
from widgets.cell_table import CellTable


class MatrixPart(Part):
    """``asked`` carries the ids of the message and the group of a cell; no message for a group."""

    asked = Signal(str, str)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._stale = room, True
        self._messages: list[StaffMessage] = []
        self.advice, self.bar, self.table = Advice(self), BriefingBar(room, self), CellTable(self)
        self.model = ListedThings(room, matrix_columns(room, []), self)
        self.table.setAccessibleName(_("Groups by messages"))
        self.table.set_empty(
            _("Nothing to compare yet"),
            _("It takes groups, under Staff roster, and a message that was sent."),
        )
        self.table.set_model(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.advice)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.advice.say(
            _("Told of all, ✓ confirmed, ▲ late with confirming. Enter opens a cell, B briefs it.")
        )
        self._connect()
        room.on_change(self._follow)

    def refresh(self) -> None:
        self._look()

    def cell(self) -> tuple[StaffMessage | None, MatrixRow | None]:
        """The message and the group of the current cell."""
        index = self.table.currentIndex()
        if not index.isValid():
            return None, None
        place = index.column() - 1
        return self._messages[place] if place >= 0 else None, self.model.thing(index.row())

    def brief(self) -> None:
        """Ask how many of the group were briefed on the message of the cell."""
        message, row = self.cell()
        wanted = message or self._room.last_message()
        self.bar.ask(wanted, row.group if row else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look()

    # inside

    def _connect(self) -> None:
        self.bar.did.connect(self.did)
        self.bar.told.connect(self.told)
        self.bar.failed.connect(self.failed)
        self.bar.left.connect(self.table.setFocus)
        self.table.opened.connect(self._open)
        self.table.menu_asked.connect(self._menu)
        self.table.set_keys("b")
        self.table.pressed.connect(self._pressed)
        act(
            self.table,
            (_("Open the rows") + f"\t{_('Enter')}", "", self._open_current),
            (_("Whole group briefed") + "\tB", "", self.brief),
            (_("Copy"), "Ctrl+C", self.table.copy),
        )

    def _pressed(self, _key: str) -> None:
        self.brief()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)

    def _open_current(self) -> None:
        self._open(self.table.currentIndex())

    def _open(self, _index: QModelIndex) -> None:
        message, row = self.cell()
        if row:
            self.asked.emit(message.id if message else "", row.group.id)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in KINDS for change in changes):
            self._look()

    def _look(self) -> None:
        """Read it anew where it can be seen; the cell stays current, and its table as it is."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        message, row = self.cell()
        rows, messages = matrix(self._room)
        if [each.id for each in messages] != [each.id for each in self._messages]:
            before, self._messages = self.model, messages
            self.model = ListedThings(self._room, matrix_columns(self._room, messages), self)
            self.model.show(rows if messages else [])
            self.table.set_model(self.model)
            before.deleteLater()
        else:
            self._messages = messages
            self.model.show(rows if messages else [])
        self._come_back(message.id if message else "", row.group.id if row else "")

    def _come_back(self, message: str, group: str) -> None:
        if not self.model.rowCount():
            return
        groups = [self.model.thing(n).group.id for n in range(self.model.rowCount())]
        names = [each.id for each in self._messages]
        row = groups.index(group) if group in groups else 0
        column = names.index(message) + 1 if message in names else 1
        self.table.select_cell(row, column if message or not group else 0)
