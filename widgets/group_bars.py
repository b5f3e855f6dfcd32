"""Rows of groups with a thin bar each: how many were reached, and how many of them confirmed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.announce import standing, tell
from widgets.empty import paint_empty
from widgets.group_columns import Columns, GroupRow
from widgets.group_row import paint_heads, paint_row
from widgets.painted_rows import PaintedRows
from widgets.plain import visible
from widgets.theme import Token

__all__ = ["GroupBars", "GroupRow"]


class GroupBars(PaintedRows):
    """Shows ``GroupRow``; Enter or a double click opens one, ``opened`` carrying its id.

    Arrows, Page Up and Down, Home and End walk the rows; only the rows in sight are painted.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    menu_asked = Signal(str, QPoint)  # a row, and where on the screen its menu belongs

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[GroupRow, ...] = ()
        self._name = ""
        self._heads: tuple[str, ...] = ()
        self._columns = Columns(())
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)

    # the rows

    def show_rows(self, rows: Sequence[GroupRow]) -> None:
        """Show these rows; the current one stays current, or the one in its place does."""
        if tuple(rows) == self._rows:
            return
        current, self._rows = self.current_id(), tuple(rows)
        if (number := self._number(current)) >= 0 or not current:
            self._current = number
        self._current = min(self._current, len(self._rows) - 1)  # else the one in its place
        self._hovered = -1
        self._measure()
        self._tell()

    def set_heads(self, name: str, heads: Sequence[str]) -> None:
        """The headings of the names and of the ``cells`` of the rows; seen where there is room."""
        self._name, self._heads = visible(name), tuple(map(visible, heads))
        self._measure()

    def set_empty(self, title: str, sentence: str) -> None:
        super().set_empty(title, sentence)
        self._tell()

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def rows(self) -> tuple[GroupRow, ...]:
        """The rows shown, from the top."""
        return self._rows

    def rows_in_sight(self) -> tuple[GroupRow, ...]:
        """The rows that are at least partly in sight, from the top."""
        return tuple(self._rows[number] for number in self._in_sight())

    def current_id(self) -> str:
        """The id of the current row; empty when there is none."""
        return self._rows[self._current].id if self._has_current() else ""

    def select(self, row_id: str) -> bool:
        """Make a row current and bring it into sight; False when it is not shown."""
        if (number := self._number(row_id)) < 0:
            return False
        self._go(number)
        return True

    def copy(self) -> None:
        """Put the current row on the clipboard, as text."""
        if self.current_id():
            QGuiApplication.clipboard().setText(self._rows[self._current].in_words())

    def scroll_by(self, pixels: int) -> None:
        """Scroll by pixels, down when positive."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + pixels)

    def sizeHint(self) -> QSize:
        rows = max(len(self._rows), 1) * self._columns.height
        return QSize(theme.space(80), self._columns.head + rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._columns.height)

    # inside

    def _number(self, row_id: str) -> int:
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)

    def _go(self, number: int) -> None:
        """Make the row of this number current, or the nearest there is, and bring it into sight."""
        if not self._rows:
            return
        self._current = max(0, min(number, len(self._rows) - 1))
        bar, height = self.verticalScrollBar(), self._columns.height
        top = self._current * height
        bar.setValue(min(top, max(bar.value(), top + height - self._room())))
        self._tell()
        self.current_changed.emit(self.current_id())
        self.viewport().update()

    def _measure(self) -> None:
        """Share the width among the columns and give the scroll bar its range."""
        self._columns = Columns(self._rows, self.viewport().width(), self._heads)
        bar, height = self.verticalScrollBar(), self._columns.height
        bar.setRange(0, max(0, len(self._rows) * height - self._room()))
        bar.setSingleStep(height)
        bar.setPageStep(self._room())
        self.updateGeometry()
        self.viewport().update()

    def _tell(self) -> None:
        """Say the current row to a screen reader, or what is missing when there are none."""
        current = self._has_current()
        row = self._rows[self._current].in_words() if current else ""
        tell(self, row or standing(self.count(), self._empty))

    def _room(self) -> int:
        """The pixels below the headings."""
        return max(0, self.viewport().height() - self._columns.head)

    def _in_sight(self) -> range:
        top, height = self.verticalScrollBar().value(), self._columns.height
        last = -(-(top + self._room()) // height)
        return range(top // height, min(last, len(self._rows)))

    def _box(self, number: int) -> QRect:
        height = self._columns.height
        top = self._columns.head + number * height - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), height)

    def _under(self, point: QPoint) -> int:
        below = point.y() - self._columns.head
        if below < 0:
            return -1
        number = (below + self.verticalScrollBar().value()) // self._columns.height
        return number if 0 <= number < len(self._rows) else -1

    def _open(self) -> None:
        self.opened.emit(self.current_id())

    def _page(self) -> int:
        return max(1, self._room() // self._columns.height - 1)

    def _tip(self, number: int) -> str:
        return self._rows[number].in_words()

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), theme.color(Token.BACKGROUND))
        if not self._rows:
            paint_empty(painter, self.viewport().rect(), *self._empty)
        for number in self._in_sight():
            self._paint_ground(painter, number)
            paint_row(painter, self._box(number), self._rows[number], self._columns)
        if self._columns.cells:
            width = self.viewport().width()
            paint_heads(painter, width, self._columns, self._name, self._heads)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_ground(self, painter: QPainter, number: int) -> None:
        box = self._box(number)
        if number == self._current:
            painter.fillRect(box, theme.color(Token.SELECTED))
        elif number == self._hovered:
            painter.fillRect(box, theme.color(Token.SURFACE))
        if number < len(self._rows) - 1:
            thick, left = theme.size("hairline"), self._columns.left
            across = self._columns.right - left
            painter.fillRect(left, box.bottom() + 1 - thick, across, thick, theme.color(Token.LINE))

    def _paint_focus(self, painter: QPainter) -> None:
        box = self._box(self._current) if self.current_id() else self.viewport().rect()
        painter.setPen(QPen(theme.color(Token.ACCENT), theme.size("hairline")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self._box(max(self._current, 0)).bottomLeft())
        elif (number := self._under(event.pos())) >= 0:
            self._go(number)
        self.menu_asked.emit(self.current_id(), at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()
