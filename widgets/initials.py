"""The disc that stands for a person: one or two letters of the name on a round ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from widgets import theme
from widgets.theme import Token


def initials(name: str) -> str:
    """One or two letters for a person: ``Lin Xia`` is LX, ``Zhao`` is ZH, 林夏 is 林."""
    words = name.split()
    if not words:
        return ""
    if len(words) == 1:
        return words[0][: 2 if words[0].isascii() else 1].upper()
    return (words[0][0] + words[-1][0]).upper()


def paint_initials(painter: QPainter, disc: QRectF, letters: str, *, faded: bool = False) -> None:
    """Paint ``letters`` on a disc; ``faded`` stands back."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(Token.RAISED if faded else Token.LINE))
    painter.drawEllipse(disc)
    painter.setPen(theme.color(Token.FAINT if faded else Token.TEXT))
    painter.setFont(theme.font(theme.size("initials"), QFont.Weight.DemiBold))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, letters)
