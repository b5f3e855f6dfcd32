"""The strip of figures below the header: each one says a value and opens the rows behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import set_tip, visible
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token

NOTHING = "–"  # the value of what nothing answers
_BESIDE = 168  # width of a cell, at 100 %, from which the note stands beside the value
_LOW = 480  # height of the window, at 100 %, below which rows are dearer than words
_CROWDED = 72  # width of a cell, at 100 %, below which a low window has another row
_NARROWEST = 92  # width of a cell, at 100 %, below which the strip takes another row
_FACES = ("figure", "incident", "lead", "body", "label")  # of a value, the first that fits


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the strip, in the words to be shown.

    An empty ``value`` is shown as a dash. ``told`` is the tooltip, and what is read aloud; without
    it both say label, value and note.
    """

    name: str
    label: str
    value: str
    note: str = ""
    token: Token = Token.TEXT
    told: str = ""

    def in_words(self) -> str:
        """The figure for a tooltip and for a screen reader."""
        said = _("{label}: {text}").format(label=self.label, text=self.value or NOTHING)
        return visible(self.told or (_(", ").join((said, self.note)) if self.note else said))


class FigureStrip(Ground):
    """Equal cells side by side; ``opened`` carries the name of the figure that was pressed.

    Tab stops once, arrows walk the cells. Where the cells are narrow the notes go below the
    values; this depends on the width alone, so that a figure which changes each second moves
    nothing.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, expected: int = 0) -> None:
        """``expected`` figures have their height kept until they come."""
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self._cells: list[_Cell] = []
        self._expected = expected
        self._stop = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.measure()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures; those that are as before are not even painted again."""
        if len(figures) != len(self._cells):
            self._make(len(figures))
        for cell, figure in zip(self._cells, figures, strict=True):
            cell.show_figure(figure)

    def figures(self) -> tuple[Figure, ...]:
        """The figures shown, from the left."""
        return tuple(cell.figure for cell in self._cells)

    def measure(self) -> None:
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines where a last row leaves places empty."""
        super().paintEvent(event)
        if self._cells:
            last, thick = self._cells[-1].geometry(), theme.size("hairline")
            painter, line = QPainter(self), theme.color(Token.LINE)
            if last.top() > 0:
                painter.fillRect(0, last.top(), self.width(), thick, line)
            if last.right() + 1 < self.width():
                painter.fillRect(last.right() + 1, last.top(), thick, last.height(), line)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(self._cells, event):
            super().keyPressEvent(event)
            return
        self._stop = next(i for i, cell in enumerate(self._cells) if cell.hasFocus())
        one_stop(self._cells, self._cells[self._stop])

    def _make(self, count: int) -> None:
        while len(self._cells) > count:
            self._cells.pop().deleteLater()
        while len(self._cells) < count:
            cell = _Cell(self)
            cell.clicked.connect(self._open)
            cell.show()
            self._cells.append(cell)
        self._stop = min(self._stop, max(count - 1, 0))
        if self._cells:
            one_stop(self._cells, self._cells[self._stop])
        self._place()

    def _place(self) -> None:
        """Lay the cells out by hand: as many rows as the narrowest cell makes necessary."""
        count, width = len(self._cells) or self._expected, self.width()
        low = self.window().height() < theme.px(_LOW)
        fitting = max(1, min(count, width // theme.px(_CROWDED if low else _NARROWEST)))
        rows = -(-count // fitting)
        across = -(-count // rows) if rows else 1
        stacked = width // across < theme.px(_BESIDE)
        height = cell_height(stacked)
        for number, cell in enumerate(self._cells):
            row, column = divmod(number, across)
            left, right = column * width // across, (column + 1) * width // across
            cell.setGeometry(left, row * height, right - left, height)
            cell.set_place(stacked=stacked, leads=column == 0, below=row > 0)
        self.setFixedHeight(rows * height + theme.size("hairline") if rows else 0)

    def _open(self) -> None:
        cell = self.sender()
        if isinstance(cell, _Cell):
            self.opened.emit(cell.figure.name)


def cell_height(stacked: bool) -> int:
    """The pixels a cell takes, with its note beside the value or ``stacked`` below it."""
    label = QFontMetrics(_label()).height()
    value = QFontMetrics(_value("figure")).height()
    note = label + theme.space(0.5) if stacked else 0
    return theme.space(3) + label + theme.space(1.5) + value + note + theme.space(4.5)


class _Cell(RovingButton):
    """Label, value and note of one figure."""

    def __init__(self, parent: FigureStrip) -> None:
        super().__init__(parent)
        self.figure = Figure("", "", "")
        self._stacked, self._leads, self._below = False, True, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_figure(self, figure: Figure) -> None:
        if figure == self.figure:
            return
        self.figure = figure
        self.setAccessibleName(figure.in_words())
        set_tip(self, figure.in_words())
        self.update()

    def set_place(self, *, stacked: bool, leads: bool, below: bool) -> None:
        """Whether the note goes below, and whether the cell starts a row, and not the first."""
        self._stacked, self._leads, self._below = stacked, leads, below
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_BESIDE), cell_height(self._stacked))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        pad = theme.space(2.5) if self._stacked else theme.space(4.5)
        room = self.width() - pad - theme.space(1.5)
        metrics = QFontMetrics(_label())
        base = theme.space(3) + metrics.ascent()
        _line(painter, _label(), Token.MUTED, pad, base, self.figure.label, room)
        face = self._face(room)
        top = theme.space(3) + metrics.height() + theme.space(1.5)
        base = top + QFontMetrics(_value("figure")).ascent()
        token = self.figure.token if self.figure.value else Token.FAINT
        used = _line(painter, face, token, pad, base, self.figure.value or NOTHING, room)
        if self._stacked:
            base = top + QFontMetrics(_value("figure")).height() + metrics.ascent()
            base += theme.space(0.5)
        else:
            pad, room = pad + used + theme.space(2), room - used - theme.space(2)
        _line(painter, _label(), Token.MUTED, pad, base, self.figure.note, room)

    def _face(self, room: int) -> QFont:
        """The largest face in which the value fits: a figure cut short would be another one."""
        value = visible(self.figure.value or NOTHING)
        for face in map(_value, _FACES):
            if QFontMetrics(face).horizontalAdvance(value) <= room:
                return face
        return _value(_FACES[-1])

    def _paint_ground(self, painter: QPainter) -> None:
        pressed = self.isDown() or self.underMouse()
        ground = Token.RAISED if self.isDown() else Token.SURFACE
        painter.fillRect(self.rect(), theme.color(ground if pressed else Token.BACKGROUND))
        line, thick = theme.color(Token.LINE), theme.size("hairline")
        if not self._leads:
            painter.fillRect(0, 0, thick, self.height(), line)
        if self._below:
            painter.fillRect(0, 0, self.width(), thick, line)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color(Token.ACCENT), thick))
            box = self.rect().toRectF().adjusted(3.5, 3.5, -3.5, -3.5)
            painter.drawRoundedRect(box, theme.length("radius"), theme.length("radius"))


def _line(
    painter: QPainter, face: QFont, token: Token, left: int, base: int, text: str, room: int
) -> int:
    """One line on its baseline, ending in … where room is short; the pixels it took."""
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(visible(text), Qt.TextElideMode.ElideRight, max(room, 0))
    painter.setFont(face)
    painter.setPen(theme.color(token))
    painter.drawText(left, base, shown)
    return metrics.horizontalAdvance(shown)


def _label() -> QFont:
    return theme.font(theme.size("label"), tabular=True)


def _value(size: str) -> QFont:
    return theme.font(theme.size(size), QFont.Weight.DemiBold, tabular=True)
