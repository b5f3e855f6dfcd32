"""A table whose cells are walked one by one: the current one has a ring of its own."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView

from widgets import theme
from widgets.table_view import TableView
from widgets.theme import Token


class CellTable(TableView):
    """Arrows walk the cells; ``opened`` carries the current one."""

    def select_cell(self, row: int, column: int) -> None:
        """Make a cell current and bring it into sight."""
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not index.isValid() or not self.hasFocus():
            return
        painter, thick = QPainter(self.viewport()), 2 * theme.size("hairline")
        painter.setPen(QPen(theme.color(Token.ACCENT), thick))
        painter.drawRect(self.visualRect(index).adjusted(1, 1, -1, -2))
