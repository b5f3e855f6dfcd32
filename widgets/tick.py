"""A box with or without a tick, painted in the colours of the theme."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from widgets import theme
from widgets.theme import Token


def paint_tick(painter: QPainter, box: QRectF, *, on: bool, edge: Token) -> None:
    """Paint a box into ``box``; ``on`` fills it with the accent and ticks it."""
    side, radius = box.width(), theme.length("radius") * box.width() / theme.length("tick")
    painter.setPen(QPen(theme.color(edge), theme.size("hairline")))
    painter.setBrush(theme.color(Token.ACCENT if on else Token.SURFACE))
    painter.drawRoundedRect(box, radius, radius)
    if not on:
        return
    painter.setPen(QPen(theme.color(Token.ON_ACCENT), side / 8))
    x, y, fourth = box.left(), box.top(), side / 4
    corner = QPointF(x + 1.7 * fourth, y + 2.6 * fourth)
    painter.drawLine(QPointF(x + 0.9 * fourth, y + 1.8 * fourth), corner)
    painter.drawLine(corner, QPointF(x + 2.9 * fourth, y + 1.2 * fourth))
