"""The list of texts with its heading and the button for a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.theme import Token
from widgets.two_lines import TwoLineList, TwoLines

LEAST = 32  # steps of space that the list is wide at least


class DeskList(Ground):
    """Texts as rows of two lines; a count beside the heading."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.title = PlainLabel(_("Statements"), self, size="title", weight=QFont.Weight.DemiBold)
        self.count = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.new = PlainButton(_("New"), self)
        set_tip(self.new, "N")
        self.rows = TwoLineList(self)
        self.rows.setAccessibleName(self.title.text())
        self.rows.set_empty(_("No statement yet"), _("Press N to begin one from a template."))
        self._head = QHBoxLayout()
        fill(self._head, self.title, self.count, 1, self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        self.measure()

    def show_rows(self, rows: Sequence[TwoLines]) -> None:
        """Show these texts."""
        self.rows.show_rows(rows)
        self.count.setText(f"{len(rows):,}" if rows else "")

    def measure(self) -> None:
        space = theme.space
        self._head.setContentsMargins(space(3), space(2), space(3), space(2))
        self._head.setSpacing(space(2))
        self.setMinimumWidth(theme.space(LEAST))

    def sizeHint(self) -> QSize:
        return QSize(theme.length("column") // 2, super().sizeHint().height())
