"""A slider over a stretch of time, with a mark wherever something happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from widgets import theme
from widgets.theme import Token

KEY = Qt.Key
HOUR = 3_600_000  # milliseconds
PARTS = 1_000_000  # positions of the slider


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when in UTC milliseconds, and the instants that are marked, rising."""

    begins: int
    ends: int
    marks: Sequence[int] = ()

    def share(self, ms: int) -> float:
        """How far into the stretch an instant lies, from 0 to 1."""
        return min(max((ms - self.begins) / max(self.ends - self.begins, 1), 0.0), 1.0)

    def at(self, share: float) -> int:
        """The instant at a share of the stretch."""
        return self.begins + round(min(max(share, 0.0), 1.0) * (self.ends - self.begins))


class TimeSlider(QSlider):
    """``picked`` carries an instant in UTC milliseconds, ``stepped`` 1 or -1: a mark on or back.

    Left and Right step, with Ctrl they go by the hour; Home and End go to the ends.
    """

    picked = Signal(object)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, PARTS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stretch, self._at = Stretch(0, 1), 0
        self._columns: tuple[int, frozenset[int]] = (-1, frozenset())

    def show_stretch(self, stretch: Stretch) -> None:
        """Show another stretch of time."""
        self._stretch, self._columns = stretch, (-1, frozenset())
        self.update()

    def stand_at(self, ms: int) -> None:
        """Stand at an instant; nobody is told."""
        self._at = ms
        self.blockSignals(True)
        self.setValue(round(self._stretch.share(ms) * PARTS))
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.space(60), theme.length("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(30), theme.length("control"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by_hour = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        sign = {KEY.Key_Left: -1, KEY.Key_Right: 1}.get(KEY(event.key()), 0)
        sign = sign or {KEY.Key_PageUp: -1, KEY.Key_PageDown: 1}.get(KEY(event.key()), 0) * 2
        if event.key() == KEY.Key_Home:
            self.picked.emit(self._stretch.begins)
        elif event.key() == KEY.Key_End:
            self.picked.emit(self._stretch.ends)
        elif sign and (by_hour or abs(sign) == 2):
            self.picked.emit(self._at + (HOUR if sign > 0 else -HOUR))
        elif sign:
            self.stepped.emit(sign)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.stepped.emit(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pick(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pick(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _pick(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            groove = self._groove()
            share = (event.position().x() - groove.left()) / max(groove.width(), 1)
            self.picked.emit(self._stretch.at(share))

    def _groove(self) -> QRect:
        knob = theme.space(2)
        return self.rect().adjusted(knob, 0, -knob, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, groove = QPainter(self), self._groove()
        middle, thick = groove.center().y(), theme.space(0.5)
        at = groove.left() + round(self._stretch.share(self._at) * groove.width())
        self._paint_marks(painter, groove, at)
        painter.fillRect(groove.left(), middle, groove.width(), thick, theme.color(Token.LINE))
        painter.fillRect(groove.left(), middle, at - groove.left(), thick, theme.color(Token.VOICE))
        self._paint_knob(painter, at, middle)

    def _paint_marks(self, painter: QPainter, groove: QRect, at: int) -> None:
        tall, top = theme.space(2), groove.center().y() - theme.space(2.5)
        for column in self._marked(groove.width()):
            x = groove.left() + column
            token = Token.VOICE if x <= at else Token.FAINT
            painter.fillRect(x, top, theme.size("hairline"), tall, theme.color(token))

    def _marked(self, width: int) -> frozenset[int]:
        """The columns of pixels in which something happened."""
        if self._columns[0] != width:
            share, marks = self._stretch.share, self._stretch.marks
            self._columns = width, frozenset(round(share(ms) * width) for ms in marks)
        return self._columns[1]

    def _paint_knob(self, painter: QPainter, at: int, middle: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = QPen(theme.color(Token.TEXT), 2 * theme.size("hairline"))
        painter.setPen(focused if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.VOICE))
        radius = theme.space(1.75)
        painter.drawEllipse(QRect(at - radius, middle - radius, 2 * radius, 2 * radius))
