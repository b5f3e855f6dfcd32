"""A matrix of two scales from 1 to 5: how many stand in each cell, one of which can be chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import set_tip, visible
from widgets.theme import Token

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_CELL, _AROUND = 7, 14  # heights of a cell, and of the words above and below, in spaces
HIGH, MIDDLE = 15, 8  # products of the two places from which a cell is red or amber


@dataclass(frozen=True)
class Axis:
    """A scale: its name, and the key and word of each step from low to high."""

    name: str
    steps: Sequence[tuple[str, str]]


class Matrix(Ground):
    """``chosen`` carries the keys of the chosen cell, up and across; empty when none is."""

    chosen = Signal(str, str)

    def __init__(self, up: Axis, across: Axis, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self._up, self._across = up, across
        self._counts: Mapping[tuple[str, str], int] = {}
        self._at, self._picked = (0, 0), (-1, -1)  # across, up
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._say()

    def show_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show how many stand in each cell, by the keys up and across."""
        self._counts = dict(counts)
        self._say()
        self.update()

    def count(self, up: str, across: str) -> int:
        """How many stand in a cell."""
        return self._counts.get((up, across), 0)

    def measure(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.length("column"), self._tall(theme.space(_CELL)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(_CELL), self._tall(self._least()))

    def cell(self, across: int, up: int) -> QRect:
        """Where a cell stands, by its places from low to high."""
        size, left = self._cell(), self._left()
        top = theme.space(8) + (len(self._up.steps) - 1 - up) * size.height()
        return QRect(QPoint(left + across * size.width(), top), size)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            across, up = STEPS[key]
            last = (len(self._across.steps) - 1, len(self._up.steps) - 1)
            at = (
                min(max(self._at[0] + across, 0), last[0]),
                min(max(self._at[1] + up, 0), last[1]),
            )
            self._at = at
            self._say()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self._at)
        elif key == Qt.Key.Key_Escape and self._picked != (-1, -1):
            self._pick(self._picked)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for across in range(len(self._across.steps)):
            for up in range(len(self._up.steps)):
                if self.cell(across, up).contains(event.position().toPoint()):
                    self._at = (across, up)
                    self._pick(self._at)

    def _pick(self, at: tuple[int, int]) -> None:
        self._picked = (-1, -1) if self._picked == at else at
        self._say()
        self.update()
        if self._picked == (-1, -1):
            self.chosen.emit("", "")
        else:
            self.chosen.emit(self._up.steps[at[1]][0], self._across.steps[at[0]][0])

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme.font(theme.size("label")))
        painter.setPen(theme.color(Token.MUTED))
        self._paint_words(painter)
        for across in range(len(self._across.steps)):
            for up in range(len(self._up.steps)):
                self._paint_cell(painter, across, up)

    def _paint_words(self, painter: QPainter) -> None:
        left, side = theme.space(4), Qt.AlignmentFlag.AlignVCenter
        head = QRect(left, theme.space(2), self.width() - left, theme.space(5))
        said = _("{up} (upwards) by {across} (to the right)").format(
            up=self._up.name, across=self._across.name
        )
        painter.drawText(head, side | Qt.AlignmentFlag.AlignLeft, visible(said))
        for up, (_key, word) in enumerate(self._up.steps):
            cell = self.cell(0, up)
            box = QRect(left, cell.top(), cell.left() - left - theme.space(2), cell.height())
            painter.drawText(box, side | Qt.AlignmentFlag.AlignRight, visible(word))
        for across, (_key, word) in enumerate(self._across.steps):
            cell = self.cell(across, 0)
            box = QRect(cell.left(), cell.bottom() + theme.space(1), cell.width(), theme.space(4))
            painter.drawText(box, side | Qt.AlignmentFlag.AlignHCenter, visible(word))

    def _paint_cell(self, painter: QPainter, across: int, up: int) -> None:
        gap = theme.size("hairline")
        box = self.cell(across, up).adjusted(gap, gap, -gap, -gap)
        token = _token((across + 1) * (up + 1))
        painter.fillRect(box, theme.tint(token))
        if (across, up) == self._picked:
            painter.setPen(QPen(theme.color(Token.ACCENT), 2 * gap))
            painter.drawRect(box)
        elif (across, up) == self._at and self.hasFocus():
            painter.setPen(QPen(theme.color(Token.ACCENT), gap, Qt.PenStyle.DashLine))
            painter.drawRect(box)
        if n := self.count(self._up.steps[up][0], self._across.steps[across][0]):
            painter.setFont(theme.font(theme.size("body"), QFont.Weight.DemiBold, tabular=True))
            painter.setPen(theme.color(token))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{n:,}")

    def _cell(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.size("label")))
        words = max(metrics.horizontalAdvance(word) for _key, word in self._across.steps)
        room = (self.height() - theme.space(_AROUND)) // len(self._up.steps)
        return QSize(words + theme.space(4), max(self._least(), min(room, theme.space(_CELL))))

    def _least(self) -> int:
        """The height of a cell where room is short."""
        return QFontMetrics(theme.font(theme.size("label"))).height() + theme.size("hairline")

    def _tall(self, cell: int) -> int:
        return cell * len(self._up.steps) + theme.space(_AROUND)

    def _left(self) -> int:
        metrics = QFontMetrics(theme.font(theme.size("label")))
        words = max(metrics.horizontalAdvance(word) for _key, word in self._up.steps)
        return theme.space(6) + words

    def _say(self) -> None:
        across, up = self._across.steps[self._at[0]], self._up.steps[self._at[1]]
        said = _("{up}, {across}: {n}").format(
            up=up[1], across=across[1], n=self.count(up[0], across[0])
        )
        self.setAccessibleName(
            _("{up} by {across}").format(up=self._up.name, across=self._across.name)
        )
        set_tip(self, "")
        self.setAccessibleDescription(visible(said))


def _token(product: int) -> Token:
    if product >= HIGH:
        return Token.BAD
    return Token.WARN if product >= MIDDLE else Token.GOOD
