"""Who has not been told a version: group by group, whom to call, and who cannot be reached."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.staff_missing import (
    MissingRow,
    late_words,
    missing_columns,
    missing_rows,
    missing_words,
    standing_words,
)
from desktop.pages.actions import act, passing_menu
from desktop.pages.deeds import Deeds
from desktop.pages.parts.part import Part
from desktop.pages.staff.briefing_bar import BriefingBar
from desktop.pages.staff.missing_head import MissingHead
from desktop.warroom.acts import Change
from desktop.warroom.exchange.not_told_out import write_not_told
from desktop.warroom.faults import WarRoomError
from desktop.warroom.record import Record
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_forms import ToldHow
from desktop.warroom.staff_measures import reached
from desktop.warroom.staff_not_told import how_many, not_told
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from resources import _, ngettext
from resources.visible import visible
from widgets.table_copy import copied
from widgets.table_view import TableView
from widgets.theme import Token

KINDS = (StaffMessage, StaffGroup, Delivery, Receipt, StaffMember)


class MissingPart(Part):
    """The answer in large letters above the list; while it is hidden nothing is asked."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._stale = room, True
        self.deeds = Deeds(room, self)
        self.head = MissingHead(room, self)
        self.bar = BriefingBar(room, self)
        self.table, self.model = TableView(self), ListedThings(room, missing_columns(), self)
        self.table.set_model(self.model)
        self.table.setAccessibleName(_("Who has not been told"))
        self.table.setObjectName("staff-missing-table")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.head, self.bar):
            column.addWidget(each)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.pass_on(self.deeds)
        self._connect()
        room.on_change(self._follow)

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind is Receipt

    def show_record(self, record: Record) -> None:
        if isinstance(record, Receipt):
            self.show_message(record.message)

    def show_message(self, message_id: str) -> None:
        """Ask for a message."""
        self.head.choose(message_id)
        self._look()

    def refresh(self) -> None:
        self._look()

    def mark(self) -> tuple[str, Token]:
        if self._stale:
            return "", Token.MUTED
        n = how_many([row.of for row in self.rows() if row.person is None])
        return (f"{n:,}", Token.WARN) if n else ("", Token.MUTED)

    def rows(self) -> list[MissingRow]:
        """What is listed: groups, and people below them."""
        return [self.model.thing(row) for row in range(self.model.rowCount())]

    def message(self) -> StaffMessage | None:
        """The message that is asked for."""
        return self.head.message()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look()

    # deeds

    def brief(self) -> None:
        """Ask how many of the chosen group were briefed."""
        row = self._current()
        self.bar.ask(self.message(), row.of.group if row else None)

    def tell(self) -> None:
        """Note that the chosen people have been told now, one by one."""
        message, people = self.message(), self._people()
        if not self._can_note(message, people):
            return
        assert message is not None
        now, n = self._room.minute(), len(people)
        told = [
            Receipt(message=message.id, member=id_, read_at=now, how=ToldHow.SUPERVISOR)
            for id_ in people
        ]
        said = ngettext("{n} person has been told now.", "{n} people have been told now.", n)
        self.deeds.attempt(partial(self._room.add_all, told), said.format(n=n))

    def miss(self) -> None:
        """Note why the chosen people cannot be reached."""
        message, people = self.message(), self._people()
        if not self._can_note(message, people):
            return
        assert message is not None
        why, sure = QInputDialog.getText(self, _("Not reached"), _("Why can they not be reached?"))
        if not sure or not why.strip():
            return
        missed = [
            Receipt(message=message.id, member=id_, unreachable_why=why.strip()) for id_ in people
        ]
        said = ngettext("{n} person is not reached.", "{n} people are not reached.", len(people))
        self.deeds.attempt(partial(self._room.add_all, missed), said.format(n=len(people)))

    def copy_all(self) -> None:
        """Put the whole list on the clipboard, as text and as a table."""
        if rows := list(range(self.model.rowCount())):
            columns = list(range(self.model.columnCount()))
            QGuiApplication.clipboard().setMimeData(copied(self.model, rows, columns))
            self.told.emit(_("The list is on the clipboard."))

    def write(self) -> None:
        """Ask where the list goes as a CSV file, and write it."""
        if (message := self.message()) is None:
            return
        name = _("Not told {message} {version}").format(
            message=message.title[:40], version=message.version or 1
        )
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in name)
        kinds = _("{format} files (*{ending})").format(format="CSV", ending=".csv")
        start = str(Path.home() / f"{name}.csv")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Write the list as"), start, kinds)
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, target: Path) -> None:
        """Write the list to a CSV file."""
        message = self.message()
        assert message is not None
        try:
            write_not_told(self._room, message, target)
        except WarRoomError as fault:
            self.failed.emit(visible(str(fault)))
        else:
            self.told.emit(visible(_("The list was written to {file}.").format(file=target)))

    # inside

    def _connect(self) -> None:
        self.bar.did.connect(self.did)
        self.bar.told.connect(self.told)
        self.bar.failed.connect(self.failed)
        self.bar.left.connect(self.table.setFocus)
        self.head.chose.connect(self._look)
        self.head.copy.clicked.connect(self.copy_all)
        self.head.csv.clicked.connect(self.write)
        self.table.opened.connect(self._open)
        self.table.menu_asked.connect(self._menu)
        self.table.set_keys("btu")
        self.table.pressed.connect(self._pressed)
        act(
            self.table,
            (_("Whole group briefed") + "\tB", "", self.brief),
            (_("Told now") + "\tT", "", self.tell),
            (_("Not reached…") + "\tU", "", self.miss),
            (_("Copy"), "Ctrl+C", self.table.copy),
            (_("Copy the whole list"), "Ctrl+Shift+C", self.copy_all),
            (_("Write as CSV…"), "", self.write),
        )

    def _pressed(self, key: str) -> None:
        {"b": self.brief, "t": self.tell, "u": self.miss}[key]()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)

    def _open(self, index: QModelIndex) -> None:
        row: MissingRow = self.model.thing(index.row())
        of: Any = StaffMember if row.person else StaffGroup
        record_id = row.person.id if row.person else row.of.group.id
        self.door_asked.emit("staff", self._room.get(of, record_id))

    def _current(self) -> MissingRow | None:
        row = self.table.currentIndex().row()
        return self.model.thing(row) if 0 <= row < self.model.rowCount() else None

    def _people(self) -> list[str]:
        rows = [self.model.thing(row) for row in self.table.rows()]
        return [row.person.id for row in rows if row.person]

    def _can_note(self, message: StaffMessage | None, people: list[str]) -> bool:
        if not people:
            self.told.emit(_("Choose people first; B notes a whole group."))
        elif message is None or message.sent_at is None:
            self.told.emit(_("Mark the message as sent first."))
        else:
            return True
        return False

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in KINDS for change in changes):
            self._look()

    def _look(self) -> None:
        """Ask anew where it can be seen; the row that was current stays so, or its place does."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self.head.show_messages()
        message, place = self.message(), self.table.currentIndex().row()
        before = self._current()
        groups = not_told(self._room, message) if message else []
        rows = missing_rows(self._room, message, groups) if message else []
        self.model.show(rows)
        if message:
            found = reached(self._room, message, self._room.now())
            self.head.say(
                missing_words(message, groups),
                standing_words(self._room, message, found),
                late_words(self._room, message, found),
                good=not groups,
            )
        self._say_empty(message)
        again = next((n for n, row in enumerate(rows) if before and row.key == before.key), place)
        if rows:
            self.table.select(min(max(again, 0), len(rows) - 1))
        self.stood.emit()

    def _say_empty(self, message: StaffMessage | None) -> None:
        if message is None:
            self.table.set_empty(
                _("No message to staff yet"), _("Write the first one under Messages.")
            )
        elif not self._room.all(StaffGroup):
            self.table.set_empty(
                _("No staff groups yet"), _("Add them under Staff roster, or import a list.")
            )
        else:
            self.table.set_empty(_("Everybody has been told"), _("Nobody is missing."))
