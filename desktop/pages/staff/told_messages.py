"""The list of messages on the staff page, below its heading."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.table_view import TableView
from widgets.theme import Token

NARROWEST = 80  # steps of space in which all four columns are in sight


class StaffMessages(Ground):
    """The list of messages below its heading."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        bold = QFont.Weight.DemiBold
        self._title = PlainLabel(_("Messages"), self, size="title", weight=bold)
        self._count = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.add = PlainButton(_("New message"), self, "link")
        self.table = TableView(self)
        self.table.setAccessibleName(_("Messages to staff"))
        self.table.setObjectName("staff-messages-table")
        self.table.set_empty(
            _("No message to staff yet"), _("Press N or choose New message to write the first one.")
        )
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        fill(self._head, self._title, self._count, 1, self.add)
        self._column.addLayout(self._head)
        self._column.addWidget(self.table, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.measure()

    def show_count(self, count: int) -> None:
        """Say how many messages there are; headings without rows need no scroll bar."""
        self._count.setText(f"{count:,}" if count else "")
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if count else policy.ScrollBarAlwaysOff
        self.table.setHorizontalScrollBarPolicy(wanted)
        self.measure()

    def measure(self) -> None:
        inset, whole = theme.space(2), theme.space(NARROWEST)
        self._head.setContentsMargins(inset, theme.space(2.5), 0, 0)
        self._head.setSpacing(inset)
        heading = self._head.minimumSize().width() + 2 * inset
        rows = min(whole, round(whole / theme.scale()))  # large texts may scroll
        self.setMinimumWidth(max(heading, rows))
        self._column.setSpacing(theme.space(1))
        self._column.setContentsMargins(inset, 0, inset, 0)
