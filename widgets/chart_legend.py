"""The line above a large chart: which look is what, and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from widgets import theme
from widgets.theme import Token

TALL = 180  # pixels at 100 % from which a chart has a legend
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Swatch(Protocol):
    """A look that can be shown small."""

    def paint(self, painter: QPainter, box: QRectF) -> None: ...
    def wide(self) -> float: ...


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A look and the words for it."""

    swatch: Swatch
    text: str


class MarkSwatch:
    """The sign of a mark: of a statement, or of what was decided."""

    def __init__(self, *, decided: bool = False) -> None:
        self._decided = decided

    def wide(self) -> float:
        """The width of a swatch in pixels."""
        return theme.space(2)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint the sign that stands above the line of a mark."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.ACCENT))
        middle, foot = box.center(), QPointF(box.center().x(), box.bottom())
        statement = [box.topLeft(), box.topRight(), foot]
        decision = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            foot,
            QPointF(box.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(decision if self._decided else statement))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def legend_height(height: int) -> int:
    """The pixels a legend takes in a chart of ``height`` pixels; a small one has none."""
    return theme.length("control") if height >= theme.px(TALL) else 0


def paint_legend(painter: QPainter, room: QRect, items: Sequence[LegendItem]) -> None:
    """Paint a swatch and the words of every item, from the left; closer where room is short."""
    painter.setFont(theme.font(theme.size("label"), tabular=True))
    metrics = painter.fontMetrics()
    side, near = theme.space(2.5), theme.space(1.5)
    widths = [metrics.horizontalAdvance(item.text) for item in items]
    taken = sum(item.swatch.wide() + near for item in items) + sum(widths)
    spare = (room.width() - taken) / max(1, len(items) - 1)
    apart = max(theme.space(1.5), min(theme.space(4), spare))
    left = float(room.left())
    for item, width in zip(items, widths, strict=True):
        if left + item.swatch.wide() + near + width > room.right() + 1:
            break  # the tooltip and the table say what has no room
        box = QRectF(round(left), room.center().y() - side / 2, item.swatch.wide(), side)
        item.swatch.paint(painter, box)
        left += item.swatch.wide() + near
        painter.setPen(theme.color(Token.MUTED))
        words = QRect(round(left), room.top(), width + 1, room.height())
        painter.drawText(words, _MIDDLE, item.text)
        left += width + apart
