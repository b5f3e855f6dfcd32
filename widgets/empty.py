"""What stands in the middle of a view with no rows: a title and a sentence."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from widgets import theme
from widgets.plain import visible
from widgets.theme import Token


def paint_empty(painter: QPainter, rect: QRect, title: str, sentence: str) -> None:
    """Paint ``title`` and below it ``sentence``, wrapped, in the middle of ``rect``."""
    room = rect.adjusted(theme.space(6), 0, -theme.space(6), 0)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    head = theme.font(theme.size("lead"), QFont.Weight.DemiBold)
    body = theme.font(theme.size("body"))
    lines = [(visible(title), head, Token.TEXT), (visible(sentence), body, Token.MUTED)]
    heights = [
        QFontMetrics(face).boundingRect(room, flags, text).height() for text, face, _ in lines
    ]
    top = rect.center().y() - (sum(heights) + theme.space(2)) // 2
    for (text, face, token), height in zip(lines, heights, strict=True):
        painter.setFont(face)
        painter.setPen(theme.color(token))
        painter.drawText(QRect(room.left(), top, room.width(), height), flags, text)
        top += height + theme.space(2)
