"""The groups of the staff page: where a message stands in each, a line for reports, and reports."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.message_table import sent_words
from desktop.models.reach_chart import reached_when
from desktop.models.record_table import RecordTable
from desktop.models.staff import group_heads, group_rows, group_table, report_columns, summed
from desktop.pages.staff.briefing_bar import BriefingBar
from desktop.warroom.records import Delivery, StaffGroup
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import MessageTold, reports_of
from resources import _, ngettext
from resources.visible import visible
from widgets import theme
from widgets.ground import Ground, fill
from widgets.group_bars import GroupBars
from widgets.plain import ElidedLabel, PlainButton, PlainLabel
from widgets.quick_line import QuickLine
from widgets.seam import Seam
from widgets.table_copy import copied
from widgets.table_view import TableView
from widgets.theme import Token

FEW = 3  # rows of reports that are in sight at first


class StaffGroups(Ground):
    """Shows one message: its sums, the line for reports, a bar for each group, their reports."""

    sent = Signal()
    group_wanted = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self._told = MessageTold(None, ())
        self._title = ElidedLabel("", self, size="lead", weight=QFont.Weight.DemiBold)
        self._about = ElidedLabel("", self, size="label", token=Token.MUTED)
        self._sum = ElidedLabel("", self, token=Token.MUTED, tabular=True)
        self.send = PlainButton(_("Mark as sent now"), self, "primary")
        self.add = PlainButton(_("New group"), self, "link")
        self.line = QuickLine(_("Report"), "", self)
        self.bars, self.reports = GroupBars(self), _Reports(self)
        self._of = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold)
        self.bar = BriefingBar(room, self)
        self._split = Seam(Qt.Orientation.Vertical, self)
        self._model = RecordTable(room, report_columns(room), reports_of("", ""), self)
        self._lay_out()
        self._name()
        self.send.clicked.connect(self.sent)
        self.add.clicked.connect(self.group_wanted)
        self.bars.current_changed.connect(self._show_reports)
        for changed in (self._model.rowsInserted, self._model.rowsRemoved, self._model.modelReset):
            changed.connect(self._count_reports)
        self.measure()

    def show_told(self, told: MessageTold) -> None:
        """Show a message with its groups, or the groups alone when there is none."""
        self._told = told
        now = self._room.here()
        message = told.message
        self._title.setText(message.title if message else _("No message yet"))
        when = [name for _ms, name in reached_when(self._room, message)]
        about = [sent_words(message, now), *when] if message else []
        self._about.setText(" · ".join(about))
        self._about.setVisible(message is not None)
        self._sum.setText(summed(told, now) if told.groups else "")
        self._sum.setVisible(bool(told.groups))
        self.send.setVisible(message is not None and message.sent_at is None)
        self._ask()
        self.bars.show_rows(group_rows(told.groups, now))
        self._show_reports()

    def _ask(self) -> None:
        """Say in the line what a report looks like, or what must be there before the first."""
        if self._told.message is None:
            example = _("Reports need a message; add the first one at the left.")
        elif not self._told.groups:
            example = _("Reports need a group; add the first one.")
        else:
            example = _("Report: told 140 of night shift, 12 not reached")
        self.line.line.setPlaceholderText(example)
        self.line.line.setReadOnly(self._told.message is None or not self._told.groups)

    def group(self) -> StaffGroup | None:
        """The group that is current."""
        wanted = self.bars.current_id()
        return next((t.group for t in self._told.groups if t.group.id == wanted), None)

    def report(self) -> Delivery | None:
        """The report that is current in the list below the bars."""
        row = self.reports.current_row()
        found: Delivery | None = self._model.record(row) if row >= 0 else None
        return found

    def select_report(self, report: Delivery) -> None:
        """Bring a report of the message that is shown into sight, with its group."""
        if self.bars.select(report.group) and (row := self._model.row_of(report)) >= 0:
            self.reports.select(row)

    def copy(self) -> None:
        """Put the current group and the headings on the clipboard, as text and as a table."""
        self._copy(
            [n for n, row in enumerate(self.bars.rows()) if row.id == self.bars.current_id()]
        )

    def copy_all(self) -> None:
        """Put all groups on the clipboard, as text and as a table."""
        self._copy(list(range(len(self._told.groups))))

    def measure(self) -> None:
        side, inset = theme.space(4), theme.space(2)
        self._head.setContentsMargins(side, theme.space(2.5), theme.space(2), 0)
        self._head.setSpacing(theme.space(2))
        self._words.setContentsMargins(side, theme.space(0.5), side, 0)
        self._words.setSpacing(theme.space(1))
        self._listed.setContentsMargins(inset, theme.space(2), inset, theme.space(2))
        self._below.setContentsMargins(inset, theme.space(1), inset, 0)
        self._below.setSpacing(theme.space(0.5))
        self._of.setContentsMargins(inset, 0, 0, 0)
        self.reports.setMinimumHeight(theme.length("field"))  # large texts may scroll

    def _copy(self, rows: list[int]) -> None:
        if not rows:
            return
        table = group_table(self._told.groups, self._room.here(), self)
        data = copied(table, rows, range(table.columnCount()))
        table.deleteLater()
        QGuiApplication.clipboard().setMimeData(data)

    def _lay_out(self) -> None:
        self._head, self._words = QHBoxLayout(), QVBoxLayout()
        self._head.addWidget(self._title, 1)
        fill(self._head, self.send, self.add)
        fill(self._words, self._about, self._sum)
        above, below = QWidget(self), QWidget(self)
        self._listed, self._below = QVBoxLayout(above), QVBoxLayout(below)
        self._listed.addWidget(self.bars)
        fill(self._below, self._of, self.reports)
        self._reports = below
        self._split.addWidget(above)
        self._split.addWidget(below)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._words)
        column.addWidget(self.line)
        column.addWidget(self.bar)
        column.addWidget(self._split, 1)

    def _name(self) -> None:
        self.bars.setAccessibleName(_("Groups"))
        self.bars.set_heads(_("Group"), group_heads())
        self.bars.set_empty(
            _("No staff groups yet"), _("Press N or choose New group to add the first one.")
        )
        self.reports.set_model(self._model)
        self.reports.setAccessibleName(_("Reports of the group"))
        self.reports.setObjectName("staff-reports-table")
        self.reports.set_empty(
            _("No report yet"), _("Type one above, such as told 140, 12 not reached.")
        )
        self._split.setObjectName("staff-reports")

    def _show_reports(self, _group: str = "") -> None:
        """Every report of the current group on this message; hidden while no group is current."""
        group, message = self.group(), self._told.message
        self._reports.setVisible(group is not None and message is not None)
        if group is None or message is None:
            return
        wanted = reports_of(message.id, group.id)
        if self._model.selection().equal != wanted.equal:
            self._model.show(wanted)
        self._count_reports()

    def _count_reports(self, *_rows: object) -> None:
        if group := self.group():
            n = self._model.rowCount()
            form = ngettext("{group}: {n} report", "{group}: {n} reports", n)
            self._of.setText(form.format(group=visible(group.name), n=n))


class _Reports(TableView):
    """Begins with a few rows, so that a low window keeps its groups in sight."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), FEW * theme.length("row"))
