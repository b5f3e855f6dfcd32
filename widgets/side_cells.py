"""The two cells of a line that stands beside its later wording: laid out, then painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from widgets import theme
from widgets.plain import visible
from widgets.theme import Token

REMOVED, ADDED = "removed", "added"
SIGNS = {REMOVED: "−", ADDED: "+"}
TOKENS = {REMOVED: Token.BAD, ADDED: Token.GOOD}


class Piece(Protocol):
    """Some characters that share a mark: ``same``, ``removed`` or ``added``."""

    @property
    def mark(self) -> str: ...

    @property
    def text(self) -> str: ...


class Row(Protocol):
    """A line before and after; a side is None where it has no such line."""

    @property
    def before(self) -> Sequence[Piece] | None: ...

    @property
    def after(self) -> Sequence[Piece] | None: ...

    @property
    def differs(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row, laid out for a width."""

    layout: QTextLayout | None
    mark: str  # removed or added when something in it is, else empty
    whole: bool  # the other side has no such line

    def height(self) -> int:
        """How tall the text is."""
        return round(self.layout.boundingRect().height()) if self.layout else 0

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint the ground, the sign in the gutter and the text."""
        if self.layout is None:
            painter.fillRect(box, theme.color(Token.FRAME))
            return
        if self.whole:
            painter.fillRect(box, _ground(self.mark))
        if self.mark:
            painter.setPen(theme.color(TOKENS[self.mark]))
            painter.setFont(theme.font(theme.size("body"), QFont.Weight.DemiBold))
            gutter = QRect(box.left() + theme.space(2), box.top(), theme.space(4), box.height())
            gutter.adjust(0, pad(), 0, 0)
            painter.drawText(gutter, Qt.AlignmentFlag.AlignTop, SIGNS[self.mark])
        painter.setPen(theme.color(Token.TEXT))
        self.layout.draw(painter, QPointF(box.left() + gutter_width(), box.top() + pad()))


def cell(pieces: Sequence[Piece] | None, width: int, language: str, alone: bool) -> Cell:
    """A side of a row for a width of the column; ``alone``: the other side has no such line."""
    if pieces is None:
        return Cell(None, "", False)
    mark = next((str(each.mark) for each in pieces if each.mark in SIGNS), "")
    layout = _laid_out(pieces, width - gutter_width() - theme.space(3), language, not alone)
    return Cell(layout, mark, alone and bool(mark))


def gutter_width() -> int:
    """What the signs take at the left of a column."""
    return theme.space(6)


def pad() -> int:
    """The gap over and under a line."""
    return theme.space(1)


def _laid_out(pieces: Sequence[Piece], width: int, language: str, marked: bool) -> QTextLayout:
    layout = QTextLayout(
        "".join(visible(each.text) for each in pieces),
        theme.font(theme.size("body"), language=language),
    )
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(pieces) if marked else [])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _formats(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for each in pieces:
        length = _units(visible(each.text))
        if each.mark in SIGNS:
            ranged = QTextLayout.FormatRange()
            ranged.start, ranged.length = start, length
            ranged.format = _format(str(each.mark))
            found.append(ranged)
        start += length
    return found


def _format(mark: str) -> QTextCharFormat:
    """Colour, ground and line: struck out or underlined, so that colour is never alone."""
    format_ = QTextCharFormat()
    format_.setBackground(_ground(mark))
    format_.setForeground(theme.color(TOKENS[mark]))
    format_.setFontStrikeOut(mark == REMOVED)
    format_.setFontUnderline(mark == ADDED)
    return format_


def _ground(mark: str) -> QColor:
    return theme.tint(TOKENS.get(mark, Token.MUTED))


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
