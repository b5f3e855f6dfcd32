"""A sheet of words and blocks in units of its height, on which nothing is ever cut by an edge.

Sizes of ``tokens.json`` mean pixels on a wall of 1080 lines; a wall has a scale of its own, since
the text scale is that of the laptop. Everything is placed first and painted later, so that it can
be asked what stands where.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QRegion,
    QTextLayout,
    QTextOption,
)

from widgets import theme
from widgets.plain import visible
from widgets.theme import Token

BOLD = QFont.Weight.DemiBold
PITCH = 1.27  # of a face's pixels from one line to the next
_OVER = 8  # pixels by which letters may stand over the ends of their line
_LONGEST = 2_000  # characters looked at: more than any wall holds
_PLAIN = QFont.Weight.Normal


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text in its box, its baseline at ``base`` and its first letter at ``left``."""

    text: str
    face: QFont
    token: Token
    box: QRect
    left: int
    base: int


@dataclass(frozen=True, slots=True)
class Block:
    """A filled box, with an edge or rounded corners where asked for."""

    box: QRect
    fill: QColor
    edge: QColor | None = None
    radius: int = 0
    thick: int = 1  # of the edge


class Sheet:
    """Takes words and blocks until it is painted; ``size`` in pixels."""

    def __init__(self, size: QSize) -> None:
        self.size = size
        self.words: list[Words] = []
        self.blocks: list[Block] = []
        wide = size.width() / theme.size("wall_least")
        self._unit = min(size.height() / theme.size("wall_lines"), wide)

    # lengths and faces

    def length(self, name: str) -> int:
        """A named size in pixels of this sheet."""
        return self.px(theme.size(name))

    def space(self, steps: float) -> int:
        """A gap of so many steps."""
        return self.px(steps * theme.size("step"))

    def px(self, units: float) -> int:
        """Pixels for units of a wall of 1080 lines."""
        return max(1, round(units * self._unit))

    def face(self, size: str, weight: QFont.Weight = _PLAIN, *, tabular: bool = False) -> QFont:
        """The face of a named size."""
        return theme.face(self.length(size), weight, tabular=tabular)

    def line(self, size: str) -> int:
        """The height of a line of a named size."""
        return line_of(self.face(size))

    # words

    def write(
        self,
        text: str,
        face: QFont,
        box: QRect,
        token: Token = Token.TEXT,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Write one line at the top of a box; the pixels it takes.

        What is too long for the box ends in … after a whole word.
        """
        metrics = QFontMetrics(face)
        text = fitted(one_line(text), face, box.width())
        used = metrics.horizontalAdvance(text)
        if not text:
            return 0
        left = box.left()
        if align & Qt.AlignmentFlag.AlignRight:
            left = box.left() + box.width() - used
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left = box.left() + (box.width() - used) // 2
        row = QRect(box.left(), box.top(), box.width(), line_of(face))
        base = row.top() + (row.height() + metrics.capHeight()) // 2
        self.words.append(Words(text, face, token, row, left, base))
        return used

    def flow(self, lines: list[str], face: QFont, box: QRect, token: Token = Token.TEXT) -> int:
        """Write lines below each other from the top of a box; the height they take."""
        pitch = line_of(face)
        for number, line in enumerate(lines):
            row = QRect(box.left(), box.top() + number * pitch, box.width(), pitch)
            self.write(line, face, row, token)
        return pitch * len(lines)

    # blocks

    def fill(self, box: QRect, token: Token) -> None:
        """Fill a box with a colour of the theme."""
        self.blocks.append(Block(box, theme.color(token)))

    def panel(
        self, box: QRect, fill: QColor, edge: QColor | None = None, radius: float = 0
    ) -> None:
        """A box with an edge, its corners rounded by so many steps."""
        thick = 2 * self._hair() if edge else 0
        self.blocks.append(Block(box, fill, edge, self.space(radius) if radius else 0, thick))

    def rule(self, left: int, top: int, width: int) -> None:
        """A hairline to the right."""
        self.fill(QRect(left, top, width, self._hair()), Token.LINE)

    def stroke(self, left: int, top: int, height: int) -> None:
        """A hairline downwards."""
        self.fill(QRect(left, top, self._hair(), height), Token.LINE)

    def mark(self, box: QRect) -> None:
        """The edge of what is new, at the left of a box."""
        self.fill(QRect(box.left(), box.top(), self.space(1.5), box.height()), Token.ACCENT)

    def chip(self, text: str, token: Token, left: int, top: int, room: int) -> int:
        """A word on its soft ground, as high as a line of the body; the width it takes."""
        face, pad = self.face("wall_label", BOLD, tabular=True), self.space(3)
        text = fitted(one_line(text), face, room - 2 * pad)
        width = QFontMetrics(face).horizontalAdvance(text) + 2 * pad
        height = line_of(face)
        drop = (self.line("wall_body") - height) // 2
        box = QRect(left, top + drop, width, height)
        self.panel(box, theme.tint(token), radius=1.5)
        self.write(text, face, box.adjusted(pad, 0, -pad, 0), token)
        return width

    def _hair(self) -> int:
        return self.length("hairline")

    # afterwards

    def texts(self) -> list[str]:
        """The lines that stand on the sheet, as they were written."""
        return [words.text for words in self.words]

    def changed(self, before: "Sheet") -> QRegion:
        """Where this sheet looks otherwise than another did."""
        if before.size != self.size:
            return QRegion(QRect(QPoint(), self.size))
        old, new = before._looks(), self._looks()
        region = QRegion()
        for key in old.keys() ^ new.keys():
            region += (old.get(key) or new[key]).adjusted(-_OVER, 0, _OVER, 0)
        return region

    def _looks(self) -> dict[tuple[object, ...], QRect]:
        """The box of everything by all that it looks like."""
        words: dict[tuple[object, ...], QRect] = {
            (w.text, w.token, w.left, w.base, w.face.pixelSize(), w.face.weight()): w.box
            for w in self.words
        }
        blocks: dict[tuple[object, ...], QRect] = {
            (b.box.x(), b.box.y(), b.box.width(), b.box.height(), b.fill.rgba(), not b.edge): b.box
            for b in self.blocks
        }
        return words | blocks

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint what stands in a region, to which Qt has clipped, on the ground of the theme."""
        painter.fillRect(region.boundingRect(), theme.color(Token.BACKGROUND))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block in self.blocks:
            if region.intersects(block.box):
                _paint_block(painter, block)
        for words in self.words:
            if region.intersects(words.box):
                painter.setFont(words.face)
                painter.setPen(theme.color(words.token))
                painter.drawText(words.left, words.base, words.text)


def _paint_block(painter: QPainter, block: Block) -> None:
    if not block.radius and not block.edge:
        painter.fillRect(block.box, block.fill)
        return
    painter.setPen(QPen(block.edge, block.thick) if block.edge else Qt.PenStyle.NoPen)
    painter.setBrush(block.fill)
    inset = block.thick / 2 if block.edge else 0.0
    box = block.box.toRectF().adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, block.radius, block.radius)


def line_of(face: QFont) -> int:
    """The height of a line of a face in pixels."""
    return round(face.pixelSize() * PITCH)


def one_line(text: str) -> str:
    """A text as one line, hidden characters made visible."""
    return visible(" ".join(text.split()))


def wrapped(text: str, face: QFont, width: int, indent: int = 0) -> list[str]:
    """The lines of a text in a width, the first ``indent`` pixels shorter."""
    text = one_line(text[:_LONGEST])
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width - (0 if lines else indent)))
        line.setPosition(QPointF(0, 0))
        start = line.textStart() * 2
        lines.append(units[start : start + line.textLength() * 2].decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines


def fitted(text: str, face: QFont, room: int) -> str:
    """The text, or as many of its whole words as leave room for the … behind them."""
    if QFontMetrics(face).horizontalAdvance(text) <= room:
        return text
    return _ended(text, face, room) if room > 0 else ""


def shortened(lines: list[str], most: int, face: QFont, width: int) -> list[str]:
    """At most so many of the lines, the last ending in … where there are more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _ended(lines[most - 1], face, width)]


def _ended(text: str, face: QFont, room: int) -> str:
    left = room - QFontMetrics(face).horizontalAdvance("…")
    return f"{wrapped(text, face, left)[0].rstrip()}…" if left > 0 else ""
