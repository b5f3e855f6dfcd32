"""The line above a large tone chart: which look is which tone, and how many there are."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets import theme
from widgets.theme import Token
from widgets.tone_hours import TONES, HourTone
from widgets.tone_look import looks, named

TALL = 180  # pixels at 100 % from which a chart has a legend


def legend_height(height: int) -> int:
    """The pixels a legend takes in a chart of ``height`` pixels; a small one has none."""
    return theme.length("control") if height >= theme.px(TALL) else 0


def paint_legend(
    painter: QPainter, room: QRect, hours: Sequence[HourTone], *, volume: bool
) -> None:
    """Paint a swatch and the count of every tone, from the left."""
    sums = {tone: sum(hour.count(tone) for hour in hours) for tone in TONES}
    shown = {"total": sum(sums.values())} if volume else sums
    painter.setFont(theme.font(theme.size("label"), tabular=True))
    left, side = room.left(), theme.space(2.5)
    for tone, count in shown.items():
        _paint_swatch(painter, tone, QRectF(left, room.center().y() - side / 2, side, side))
        left += side + theme.space(1.5)
        text = named(tone, count)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(theme.color(Token.MUTED))
        painter.drawText(QRect(left, room.top(), width + 1, room.height()), _MIDDLE, text)
        left += width + theme.space(4)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def _paint_swatch(painter: QPainter, tone: str, box: QRectF) -> None:
    look = looks()[tone]
    painter.setPen(QPen(look.edge, 1) if look.edge else Qt.PenStyle.NoPen)
    painter.setBrush(look.fill)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if look.edge else box)
