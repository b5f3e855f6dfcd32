"""How each tone looks and what it is called, the same in chart, legend and tooltip.

For and against have the colours of good and bad.  What is neither is grey and told apart by how
full it is, not by its hue: neutral is full, mixed is half of it inside an edge, not rated is an
empty edge, because nobody has judged it yet.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from resources import N_, _
from widgets import theme
from widgets.theme import Token

_NAMES = {
    "positive": N_("Positive"),
    "negative": N_("Negative"),
    "neutral": N_("Neutral"),
    "mixed": N_("Mixed"),
    "not_rated": N_("Not rated"),
    "total": N_("All items"),
}
_SIGNS = {"positive": "+", "negative": "−", "neutral": "○", "mixed": "±", "not_rated": "?"}


@dataclass(frozen=True, slots=True)
class Look:
    """The inside and, where it has one, the edge of a bar."""

    fill: QColor
    edge: QColor | None = None

    def wide(self) -> float:
        """The width of a swatch in pixels."""
        return theme.space(2.5)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint a swatch, as in the line above a chart."""
        painter.setPen(QPen(self.edge, 1) if self.edge else Qt.PenStyle.NoPen)
        painter.setBrush(self.fill)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if self.edge else box)


def looks() -> dict[str, Look]:
    """The looks of all tones in the theme in force."""
    ground, grey = theme.color(Token.BACKGROUND), theme.color(Token.FAINT)
    return {
        "positive": Look(theme.color(Token.GOOD)),
        "negative": Look(theme.color(Token.BAD)),
        "neutral": Look(grey),
        "mixed": Look(theme.color(Token.LINE), grey),
        "not_rated": Look(ground, grey),
        "total": Look(grey),
    }


def named(tone: str, count: int) -> str:
    """``− Negative 3``: sign, name and count of a tone."""
    return " ".join(filter(None, (_SIGNS.get(tone, ""), _(_NAMES[tone]), str(count))))
