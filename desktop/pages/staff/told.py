"""Who has been told: each message, how far it reached in every group, what is missing first."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.message_table import MessageTable
from desktop.pages.actions import act, passing_menu
from desktop.pages.beside import Beside
from desktop.pages.chart_saving import ChartSaving
from desktop.pages.door import Door
from desktop.pages.parts.part import Part
from desktop.pages.reach_chart import ReachChart
from desktop.pages.staff.told_deeds import StaffDeeds
from desktop.pages.staff.told_groups import StaffGroups
from desktop.pages.staff.told_messages import StaffMessages
from desktop.warroom.records import Delivery, Record, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import MessageTold, told
from resources import _
from widgets.seam import Seam


class ToldPart(Part):
    """Messages at the left, the groups of the chosen one at the right, a record beside them."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._chosen = room, ""
        self._model, self.deeds = MessageTable(room, self), StaffDeeds(room, self)
        self._split = Seam(Qt.Orientation.Horizontal, self)
        self._left = Seam(Qt.Orientation.Vertical, self._split)
        self.messages = StaffMessages(self._left)
        self.table = self.messages.table
        self.reach = ReachChart(room, self)
        self.saving = ChartSaving(room, self.reach, self)
        self.groups = StaffGroups(room, self._split)
        self.beside = Beside(room, self._split, self.table, self)
        self._lay_out()
        self.table.set_model(self._model)
        self._connect()
        self._act_on_messages()
        self._act_on_groups()
        self.setFocusProxy(self.table)
        self._choose_first()
        self._show()
        self._model.modelReset.connect(self._choose_again)
        self._model.refreshed.connect(self._show)

    # doors

    def show_message(self, message_id: str) -> bool:
        """Choose a message; False when it is not there."""
        row = self._model.row_of(message_id)
        if row >= 0:
            self.table.select(row)
        return row >= 0

    def holds(self, kind: type[Record]) -> bool:
        return kind in (StaffMessage, StaffGroup, Delivery)

    def narrow(self, _door: Door) -> None:
        """Show the message sent last, which the figure of the strip counts."""
        if message := self._room.last_message():
            self.show_message(message.id)
        self.table.setFocus()

    def show_record(self, record: Record) -> None:
        """Bring a message, a group or a report into sight; a report is opened too.

        A group is shown with the message sent last, as the dashboard shows it.
        """
        if isinstance(record, StaffMessage):
            self.show_message(record.id)
        elif isinstance(record, StaffGroup):
            self.narrow(Door())
            self.groups.bars.select(record.id)
            self.groups.bars.setFocus()
        elif isinstance(record, Delivery):
            self.show_message(record.message)
            self.groups.select_report(record)
            self.beside.open([record])
        else:
            self.beside.open([record])

    def refresh(self) -> None:
        """Say the days of times anew."""
        self._model.refresh()

    def message(self) -> StaffMessage | None:
        """The message that is chosen."""
        return self._told().message

    def add_message(self) -> None:
        """Ask for a new message."""
        self.beside.ask_new(StaffMessage)

    def add_group(self) -> None:
        """Ask for a new group."""
        self.beside.ask_new(StaffGroup)

    # building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.beside)
        self._left.addWidget(self.messages)
        self._left.addWidget(self.reach)
        self._left.setCollapsible(0, False)
        self._left.setStretchFactor(0, 1)
        self._left.setObjectName("staff-reach")
        self._split.addWidget(self._left)
        self._split.addWidget(self.groups)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._split.setObjectName("staff-messages")
        self.beside.setObjectName("staff")

    def _connect(self) -> None:
        self.pass_on(self.beside, self.deeds)
        self.beside.told.connect(self.told)
        self.reach.asked.connect(self._open_reported)
        self.saving.failed.connect(self.failed)
        for speaker in (self.deeds, self.saving):
            speaker.told.connect(self.told)
        self.beside.panel.added.connect(self._choose_added)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.opened.connect(self.open_message)
        self.messages.add.clicked.connect(self.add_message)
        self.groups.sent.connect(self.send)
        self.groups.group_wanted.connect(self.add_group)
        self.groups.bars.opened.connect(self.open_group)
        self.groups.reports.opened.connect(self.open_report)
        self.groups.bar.did.connect(self.did)
        self.groups.bar.told.connect(self.told)
        self.groups.bar.failed.connect(self.failed)
        self.groups.bar.left.connect(self.groups.bars.setFocus)
        self.groups.line.edited.connect(self._read_aloud)
        self.groups.line.submitted.connect(self._report)
        self.groups.line.left.connect(self.groups.bars.setFocus)
        self.groups.line.undo_asked.connect(self.undo_asked)

    def _act_on_messages(self) -> None:
        self.table.menu_asked.connect(self._menu_of_messages)
        act(
            self.table,
            (_("Open and change"), "F2", self.open_message),
            (_("New message"), "N", self.add_message),
            (_("Mark as sent now"), "S", self.send),
            (_("Report"), "R", self.begin_report),
            (_("Copy"), "Ctrl+C", self.table.copy),
            (_("Take back"), "Del", self.take_back_message),
        )

    def _act_on_groups(self) -> None:
        self.groups.bars.menu_asked.connect(self._menu_of_groups)
        self.groups.reports.menu_asked.connect(self._menu_of_reports)
        act(
            self.groups.bars,
            (_("Report"), "R", self.begin_report),
            (_("Whole group briefed"), "B", self.brief),
            (_("Open and change"), "F2", self.open_group),
            (_("New group"), "N", self.add_group),
            (_("Copy"), "Ctrl+C", self.groups.copy),
            (_("Copy all groups"), "Ctrl+Shift+C", self.groups.copy_all),
            (_("Take back"), "Del", self.take_back_group),
        )
        act(
            self.groups.reports,
            (_("Open, with every version"), "F2", self.open_report),
            (_("Copy"), "Ctrl+C", self.groups.reports.copy),
            (_("Take back"), "Del", self.take_back_report),
        )

    def _menu_of_messages(self, at: QPoint) -> None:
        self._pop_up(self.table, at)

    def _menu_of_groups(self, _group: str, at: QPoint) -> None:
        self._pop_up(self.groups.bars, at)

    def _menu_of_reports(self, at: QPoint) -> None:
        self._pop_up(self.groups.reports, at)

    def _pop_up(self, view: QWidget, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(view.actions())
        menu.popup(at)

    # deeds

    def open_message(self, *_where: Any) -> None:
        """Open the chosen message beside the lists."""
        self._open(self.message())

    def open_group(self, *_where: Any) -> None:
        """Open the current group beside the lists."""
        self._open(self.groups.group())

    def open_report(self, *_where: Any) -> None:
        """Open the current report beside the lists, with every version of it."""
        self._open(self.groups.report())

    def _open_reported(self, report_id: str) -> None:
        if report := self._room.find(Delivery, report_id):  # a reading is of one person
            self.show_record(report)

    def brief(self) -> None:
        """Ask how many of the current group were briefed; Enter notes it."""
        self.groups.bar.ask(self.message(), self.groups.group())

    def send(self) -> None:
        """Note that the chosen message was sent now, unless it was."""
        if message := self.message():
            self.deeds.send(message)

    def take_back_message(self) -> None:
        """Take the chosen message out of the list; Undo brings it back."""
        row = self.table.current_row()
        self._take_back(self.message())
        if row >= 0 and self.table.count():
            self.table.select(row)

    def take_back_group(self) -> None:
        """Take the current group out of the list; Undo brings it back."""
        self._take_back(self.groups.group())

    def take_back_report(self) -> None:
        """Take the current report out of the list; Undo brings it back."""
        self._take_back(self.groups.report())

    def begin_report(self) -> None:
        """Go to the line for reports, with the name of the current group where it is empty."""
        line, group = self.groups.line, self.groups.group()
        if group and not line.line.text():
            line.line.setText(_("{group}: ").format(group=group.name))
        line.setFocus()

    def _take_back(self, record: Record | None) -> None:
        if record:
            self.deeds.take_back([record])

    def _open(self, record: Record | None) -> None:
        if record:
            self.beside.open([record])

    def _read_aloud(self, text: str) -> None:
        self.groups.line.show_chips(self.deeds.read_aloud(text))

    def _report(self, text: str) -> None:
        message = self.message()
        if message and (fault := self.deeds.report(text, message)):
            self.groups.line.refuse(fault)
        elif message:
            self.groups.line.accepted()

    # what is shown

    def _told(self) -> MessageTold:
        row = self._model.row_of(self._chosen)
        if row >= 0:
            return self._model.told(row)
        return MessageTold(None, tuple(told(self._room, None)))

    def _choose(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        if current.isValid():
            message = self._model.told(current.row()).message
            self._chosen = message.id if message else ""
            self._show()

    def _choose_added(self, record_id: str) -> None:
        self.show_message(record_id)

    def _choose_first(self) -> None:
        """The message sent last, else the first there is."""
        last = self._room.last_message()
        if not (last and self.show_message(last.id)) and self._model.rowCount():
            self.table.select(0)

    def _choose_again(self) -> None:
        """Rows that were read anew keep the chosen one; if it is gone another one is chosen."""
        if not self.show_message(self._chosen):
            self._chosen = ""
            self._choose_first()

    def _show(self) -> None:
        told_now = self._told()
        self.groups.show_told(told_now)
        self.reach.show_told(told_now)
        self.messages.show_count(self._model.rowCount())
