"""Small charts side by side: each shows readings against the level before, and whether it is back.

Painted without the chart library: a line, a dotted level, and a word that says what both mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources import _
from widgets import theme
from widgets.announce import tell
from widgets.ground import Ground
from widgets.plain import visible
from widgets.theme import Token

LEAST, TALL = 52, 27  # steps of space of a chart: its least width, its height
LOW, FLAT = 11, 3  # where there is little room: of the words alone, and of the flattest line
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class SmallChart:
    """One chart. ``points`` are (UTC ms, value) in order; ``level`` is the value before.

    ``said`` is the last value in words, ``state`` what it means, with its sign and ``token``.
    """

    name: str
    title: str
    said: str
    state: str
    token: Token
    points: tuple[tuple[int, float], ...] = ()
    level: float | None = None
    level_said: str = ""

    def in_words(self) -> str:
        """The chart for a screen reader."""
        return visible(_(", ").join(filter(None, (self.title, self.said, self.state))))


class SmallCharts(Ground):
    """``chosen`` carries the name of the chart that was pressed; arrows walk them."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self._charts: tuple[SmallChart, ...] = ()
        self._at = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_charts(self, charts: Sequence[SmallChart]) -> None:
        """Show these; without any the whole is hidden."""
        self._charts = tuple(charts)
        self._at = min(self._at, max(0, len(self._charts) - 1))
        self.setVisible(bool(self._charts))
        self.updateGeometry()
        self.setAccessibleDescription(". ".join(each.in_words() for each in self._charts))
        self.update()

    def charts(self) -> tuple[SmallChart, ...]:
        """What is shown."""
        return self._charts

    def go_to(self, name: str) -> None:
        """Mark a chart without saying so."""
        found = [n for n, each in enumerate(self._charts) if each.name == name]
        if found and found[0] != self._at:
            self._at = found[0]
            self.update()

    def place(self, at: int) -> QRect:
        """Where a chart stands."""
        across = self._across(self.width())
        rows = -(-len(self._charts) // across)
        wide, most = self.width() // across, self.height() // max(1, rows)
        tall = max(theme.space(LOW), min(theme.space(TALL), most))
        return QRect(at % across * wide, at // across * tall, wide, tall)

    def measure(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across = self._across(width)
        rows = -(-len(self._charts) // across)
        return rows * theme.space(TALL) + theme.size("hairline")

    def sizeHint(self) -> QSize:
        return QSize(theme.length("column"), self.heightForWidth(theme.length("column")))

    def minimumSizeHint(self) -> QSize:
        rows = -(-len(self._charts) // self._across(self.width()))
        return QSize(theme.space(LEAST), rows * theme.space(LOW))

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS and self._charts:
            self._pick((self._at + KEYS[key]) % len(self._charts))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for n in range(len(self._charts)):
            if self.place(n).contains(at):
                self._pick(n)

    def _pick(self, at: int) -> None:
        self._at = at
        self.update()
        tell(self, self._charts[at].in_words())
        self.chosen.emit(self._charts[at].name)

    def _across(self, width: int) -> int:
        return max(1, min(len(self._charts) or 1, width // theme.space(LEAST)))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, chart in enumerate(self._charts):
            space = theme.space
            room = self.place(n).adjusted(space(3), space(2), -space(3), -space(2))
            if n == self._at and self.hasFocus():
                edge = self.place(n).adjusted(space(1), space(1), -space(1), -space(1))
                painter.setPen(QPen(theme.color(Token.ACCENT), 1))
                painter.drawRect(edge)
            self._paint_words(painter, room, chart)
            self._paint_lines(painter, room, chart)

    def _paint_words(self, painter: QPainter, room: QRect, chart: SmallChart) -> None:
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        body = theme.font(theme.size("body"), QFont.Weight.DemiBold)
        label = theme.font(theme.size("label"))
        line, below = QFontMetrics(body).height(), QFontMetrics(label).height()
        state = QFontMetrics(label).horizontalAdvance(chart.state) + theme.space(2)
        first = QRect(room.left(), room.top(), room.width() - state, line)
        self._text(painter, first, chart.title, body, Token.TEXT, left)
        top = QRect(room.left(), room.top(), room.width(), line)
        self._text(painter, top, chart.state, label, chart.token, right)
        under = QRect(room.left(), first.bottom() + theme.space(0.5), room.width(), below)
        self._text(painter, under, chart.said, label, Token.MUTED, left)

    def _paint_lines(self, painter: QPainter, room: QRect, chart: SmallChart) -> None:
        box = QRectF(room.adjusted(theme.space(1), theme.space(10), -theme.space(1), 0))
        if box.height() < theme.space(FLAT):
            return
        values = [value for _ms, value in chart.points]
        values += [chart.level] if chart.level is not None else []
        if not values:
            return
        low, high = min(values), max(values)
        if chart.level is not None:
            y = _height(chart.level, low, high, box)
            pen = QPen(theme.color(Token.FAINT), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        places = _places(chart.points, low, high, box)
        painter.setPen(QPen(theme.color(Token.TEXT), theme.px(1.5)))
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(chart.token))
        for place in places[-1:]:
            painter.drawEllipse(place, theme.px(3.5), theme.px(3.5))

    @staticmethod
    def _text(
        painter: QPainter,
        room: QRect,
        text: str,
        face: QFont,
        token: Token,
        align: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(face)
        painter.setPen(theme.color(token))
        cut = QFontMetrics(face).elidedText(
            visible(text), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, cut)


def _height(value: float, low: float, high: float, box: QRectF) -> float:
    """Where a value stands; what is all the same stands in the middle."""
    share = (value - low) / (high - low) if high > low else 0.5
    return box.bottom() - share * box.height()


def _places(
    points: Sequence[tuple[int, float]], low: float, high: float, box: QRectF
) -> list[QPointF]:
    if not points:
        return []
    first, last = points[0][0], points[-1][0]
    wide = max(1, last - first)
    return [
        QPointF(
            box.left() + (ms - first) / wide * box.width() if last > first else box.right(),
            _height(value, low, high, box),
        )
        for ms, value in points
    ]
