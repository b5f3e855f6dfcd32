"""What is drawn under and over the cells of a table, across its whole width."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from widgets import theme
from widgets.theme import Token


def row_box(view: QTableView, row: int) -> QRect:
    """Where a row stands in the viewport, over its whole width."""
    return QRect(0, view.rowViewportPosition(row), view.viewport().width(), view.rowHeight(row))


def paint_grounds(painter: QPainter, view: QTableView, hovered: int) -> None:
    """The ground of each row in sight: selected with its accent edge, or below the pointer."""
    selected, surface = theme.color(Token.SELECTED), theme.color(Token.SURFACE)
    chosen = view.selectionModel().selection()
    for row in _in_sight(view):
        if chosen.contains(view.model().index(row, 0)):
            painter.fillRect(row_box(view, row), selected)
        elif row == hovered:
            painter.fillRect(row_box(view, row), surface)


def paint_lines(painter: QPainter, view: QTableView) -> None:
    """A hairline below each row in sight and the accent edge of those that are selected."""
    line, accent = theme.color(Token.LINE), theme.color(Token.ACCENT)
    chosen, thick, edge = view.selectionModel().selection(), theme.size("hairline"), theme.px(2)
    for row in _in_sight(view):
        box = row_box(view, row)
        painter.fillRect(0, box.bottom() + 1 - thick, box.width(), thick, line)
        if chosen.contains(view.model().index(row, 0)):
            painter.fillRect(0, box.top(), edge, box.height(), accent)


def _in_sight(view: QTableView) -> Iterator[int]:
    first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
    yield from range(max(first, 0), (last if last >= 0 else view.model().rowCount() - 1) + 1)


def paint_focus(painter: QPainter, view: QTableView) -> None:
    """A ring around the current row, or around an empty table, while it has the keys."""
    if not view.hasFocus():
        return
    row = view.currentIndex().row()
    box = row_box(view, row) if row >= 0 else view.viewport().rect()
    painter.setPen(QPen(theme.color(Token.ACCENT), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))
