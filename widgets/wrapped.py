"""Words wrapped to a width on even baselines, the last of some lines ending in … if need be."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from widgets import theme
from widgets.theme import Token

LONGEST = 600  # characters looked at; what is longer does not fit any of the places
PITCH = 1.08  # of a line's height from one baseline to the next

Piece = tuple[str, Token]


class Wrapped:
    """Coloured pieces in one flow of at most ``most`` lines; ``height`` and ``line`` in pixels."""

    def __init__(self, pieces: Sequence[Piece], face: QFont, width: int, most: int) -> None:
        self._metrics = QFontMetrics(face)
        self.line = self._metrics.height()
        text = _one_line("".join(piece for piece, _token in pieces)[:LONGEST])
        self._layout, whole = self._laid_out(text, pieces, face, width, most)
        if not whole:
            text = self._cut(text, width)
            self._layout, _whole = self._laid_out(text, pieces, face, width, most)
        count = self._layout.lineCount() if text else 0
        self.cut = not whole
        self._pieces = pieces
        self.height = round(self.line + max(0, count - 1) * self.line * PITCH) if count else 0

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the words with their top left corner there."""
        self._layout.draw(painter, QPointF(left, top))

    def piece_box(self, number: int) -> QRect:
        """Where a piece stands, as far as it does on the line on which it begins."""
        start = sum(_units(piece) for piece, _token in self._pieces[:number])
        line = self._layout.lineForTextPosition(start)
        if not line.isValid():
            return QRect()
        left = round(line.cursorToX(start)[0])  # type: ignore[index]
        right = round(line.naturalTextWidth())
        return QRect(left, round(line.y()), max(right - left, 0), self.line)

    def _laid_out(
        self, text: str, pieces: Sequence[Piece], face: QFont, width: int, most: int
    ) -> tuple[QTextLayout, bool]:
        """The layout, and whether all of the text stands in it."""
        layout = QTextLayout(text, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(pieces))
        layout.beginLayout()
        end = 0
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            baseline = number * self.line * PITCH + self._metrics.ascent()
            line.setPosition(QPointF(0, baseline - line.ascent()))
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, end >= _units(text)

    def _cut(self, text: str, width: int) -> str:
        """The text with its last line that stands cut to fit."""
        last = self._layout.lineAt(self._layout.lineCount() - 1).textStart()
        head = text.encode("utf-16-le")[: 2 * last].decode("utf-16-le")
        mode = Qt.TextElideMode.ElideRight
        return head + self._metrics.elidedText(text[len(head) :], mode, width)


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())


def _units(text: str) -> int:
    """The length of a text as Qt counts it: letters beyond the first plane are two."""
    return len(text.encode("utf-16-le")) // 2


def _formats(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for text, token in pieces:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, _units(text)
        style = QTextCharFormat()
        style.setForeground(theme.color(token))
        made.format = style
        formats.append(made)
        start += made.length
    return formats
