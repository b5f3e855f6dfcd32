"""A timeline over any model: only the rows in sight are read, measured and painted.

The scroll bar counts rows, not pixels, so that a log of a million rows opens as fast as one of
ten; the position is a row and the pixels of it that are scrolled away.
"""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.announce import standing, tell
from widgets.empty import paint_empty
from widgets.painted_rows import PaintedRows
from widgets.theme import Token
from widgets.timeline_layout import Columns, RowLayout, paint_day
from widgets.timeline_row import TimelineRole, TimelineRow

STEP = 1_000  # scroll bar units of one row
KEPT = 300  # layouts in memory


@dataclass(frozen=True, slots=True)
class _End:
    """The position at which the last row ends with the viewport, and the bar's value for it."""

    row: int
    skip: int
    value: int

    def moved(self, rows: int) -> "_End":
        return _End(self.row + rows, self.skip, self.value + rows * STEP)


class TimelineView(PaintedRows):
    """Shows a model whose ``TimelineRole`` gives TimelineRow; Enter or a double click opens."""

    opened = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)
    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: QAbstractItemModel | None = None
        self._top, self._skip = 0, 0
        self._layouts: dict[str, RowLayout] = {}
        self._columns = Columns.measured()
        self._end: _End | None = None  # measured when it is asked for
        self._sought = False  # the current row is to come into sight when the view does
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # the model

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show this model; the view follows its changes."""
        self._model = model
        model.modelReset.connect(self._reset)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._reset)
        model.dataChanged.connect(self._changed)
        self._reset()

    def count(self) -> int:
        """How many rows there are."""
        return self._model.rowCount() if self._model else 0

    def row_at(self, number: int) -> TimelineRow:
        """The row of this number."""
        assert self._model is not None
        row: TimelineRow = self._model.index(number, 0).data(TimelineRole)
        return row

    def index_at(self, point: QPoint) -> QModelIndex:
        """The model index of the row at a point of the viewport; invalid where there is none."""
        number = self._under(point)
        return self._model.index(number, 0) if self._model and number >= 0 else QModelIndex()

    def current_index(self) -> QModelIndex:
        """The model index of the current row; invalid when there is none."""
        if self._model is None or not self._has_current():
            return QModelIndex()
        return self._model.index(self._current, 0)

    def select(self, number: int) -> None:
        """Make the row of this number current, or the nearest there is, and bring it into sight."""
        if not self.count():
            return
        self._current = max(0, min(number, self.count() - 1))
        self._show(self._current)
        self._tell()
        self.current_changed.emit(self._current)
        self.viewport().update()

    def set_empty(self, title: str, sentence: str) -> None:
        super().set_empty(title, sentence)
        self._tell()

    def visible_rows(self) -> list[TimelineRow]:
        """The rows in sight, from the top."""
        return [self.row_at(number) for number, _top, _layout in self._in_sight()]

    def _reset(self) -> None:
        self._top = self._skip = 0
        self._current = self._hovered = -1
        self._renew()

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Keep the reader's place when rows come above it, unless the reader is at the top."""
        grown = last - first + 1
        if self._current >= first:
            self._current += grown
        if first <= self._top and (self._top or self._skip):
            self._top += grown
        # rows that come above the end only move it; measuring it would read the oldest rows
        self._renew(self._end.moved(grown) if self._end and first < self._end.row else None)

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        gone = last - first + 1
        if self._current > last:
            self._current -= gone
        elif self._current >= first:
            self._current = min(first, self.count() - 1)  # the one that took its place
        if self._top > last:
            self._top -= gone
        self._renew()

    def _changed(self, *_indexes: object) -> None:
        self._renew()

    def _renew(self, end: _End | None = None) -> None:
        """Rows, width or faces are others now; without an end it is measured anew."""
        self._end = end
        self._measure_bar()
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        current = self._has_current()
        told = self.row_at(self._current).told if current else standing(self.count(), self._empty)
        tell(self, told)

    # measuring

    def _layout(self, number: int) -> RowLayout:
        row = self.row_at(number)
        found = self._layouts.get(row.id)
        if found is None or found.row != row or found.width != self.viewport().width():
            if len(self._layouts) >= KEPT:
                del self._layouts[next(iter(self._layouts))]
            found = RowLayout(row, self._columns, self.viewport().width())
            self._layouts[row.id] = found
        return found

    def _starts_day(self, number: int) -> bool:
        return number == 0 or self.row_at(number).day != self.row_at(number - 1).day

    def _day_height(self) -> int:
        return theme.length("control")

    def _height(self, number: int) -> int:
        day = self._day_height() if self._starts_day(number) else 0
        return self._layout(number).height + day

    def _in_sight(self) -> list[tuple[int, int, RowLayout]]:
        """Number, top and layout of each row in sight; the top is below a day's separator."""
        found, top, number = [], -self._skip, self._top
        while number < self.count() and top < self.viewport().height():
            day = self._day_height() if self._starts_day(number) else 0
            layout = self._layout(number)
            found.append((number, top + day, layout))
            top += day + layout.height
            number += 1
        return found

    def _measured_end(self) -> _End:
        if self._end is None:
            number, skip = self._row_above(self.count())
            self._end = _End(number, skip, self._as_value(number, skip))
        return self._end

    def _row_above(self, bottom: int) -> tuple[int, int]:
        """The position from which the row before ``bottom`` ends with the viewport."""
        left, number = self.viewport().height(), bottom
        while number > 0 and left > 0:
            number -= 1
            left -= self._height(number)
        return number, max(0, -left)

    # scrolling

    def _measure_bar(self) -> None:
        if not self.isVisible():
            return  # behind another page it costs nothing; showEvent measures
        end = self._measured_end()
        if (self._top, self._skip) > (end.row, end.skip):
            self._top, self._skip = end.row, end.skip
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, end.value)
        bar.setSingleStep(STEP)
        bar.setPageStep(STEP * 8)
        bar.setValue(self._as_value(self._top, self._skip))
        bar.blockSignals(False)

    def _as_value(self, row: int, skip: int) -> int:
        if not self.count():
            return 0
        return row * STEP + round(STEP * skip / max(1, self._height(row)))

    def _scrolled(self, value: int) -> None:
        if not self.count():
            return
        self._top = min(value // STEP, self.count() - 1)
        self._skip = value % STEP * self._height(self._top) // STEP
        self.viewport().update()

    def scroll_by(self, pixels: int) -> None:
        """Scroll by pixels, down when positive."""
        self._skip += pixels
        while self._skip < 0 and self._top > 0:
            self._top -= 1
            self._skip += self._height(self._top)
        while self._top < self.count() - 1 and self._skip >= self._height(self._top):
            self._skip -= self._height(self._top)
            self._top += 1
        self._skip = max(0, self._skip)
        self._measure_bar()
        self.viewport().update()

    def _show(self, number: int) -> None:
        """Scroll as little as brings a row into sight, below the pinned day."""
        self._sought = not self.isVisible()
        if self._sought:
            return
        if number <= self._top:
            self._top, self._skip = number, 0
            if number and not self._starts_day(number):
                self.scroll_by(-self._day_height())
        else:
            for _try in range(2):
                below = self._below(number)
                if below > 0:
                    self.scroll_by(below)
        self._measure_bar()

    def _below(self, number: int) -> int:
        """How many pixels of a row lie below the viewport."""
        for at, top, layout in self._in_sight():
            if at == number:
                return top + layout.height - self.viewport().height()
        self._top, self._skip = self._row_above(number + 1)
        return 0

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), theme.color(Token.BACKGROUND))
        if not self.count():
            paint_empty(painter, self.viewport().rect(), *self._empty)
        shown = self._in_sight() if self.count() else []
        for number, top, layout in shown:
            if self._starts_day(number):
                self._paint_day(painter, top - self._day_height(), layout.row.day)
            current = number == self._current
            layout.paint(painter, top, current=current, hovered=number == self._hovered)
        if shown and shown[0][1] - self._day_height() < 0:
            self._paint_day(painter, 0, shown[0][2].row.day)
        if self.hasFocus():
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        """A ring around the current row, or around all of it where none is in sight."""
        box = self.viewport().rect()
        for number, top, layout in self._in_sight() if self.count() else ():
            if number == self._current:
                box = QRect(0, top, box.width(), layout.height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.color(Token.ACCENT), theme.size("hairline")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _paint_day(self, painter: QPainter, top: int, day: str) -> None:
        box = QRect(0, top, self.viewport().width(), self._day_height())
        paint_day(painter, box, self._columns.text, day)

    def copy(self) -> None:
        """Put the current row on the clipboard, as text."""
        if self._has_current():
            QGuiApplication.clipboard().setText(self.row_at(self._current).plain())

    def _go(self, number: int) -> None:
        self.select(number)

    def _open(self) -> None:
        self.opened.emit(self.current_index())

    def _page(self) -> int:
        return max(1, len(self._in_sight()) - 1)

    def _tip(self, number: int) -> str:
        return self.row_at(number).tooltip

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.count():
            return
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.select(max(self._under(event.pos()), 0))
        else:
            self.select(self._current)
            at = self.viewport().mapToGlobal(self._foot(self._current))
        self.menu_asked.emit(self.current_index(), at)

    def _foot(self, number: int) -> QPoint:
        """Where the row of this number ends, at the left."""
        ends = (top + row.height for at, top, row in self._in_sight() if at == number)
        return QPoint(0, min(next(ends, 0), self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()
        if self._sought and self.current_index().isValid():
            self._show(self._current)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._layouts.clear()
            self._columns = Columns.measured()
            self._renew()
        super().changeEvent(event)

    def _under(self, point: QPoint) -> int:
        for number, top, layout in self._in_sight():
            if top <= point.y() < top + layout.height:
                return number
        return -1
