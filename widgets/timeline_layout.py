"""The measured and painted form of one timeline row at one width."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from resources import _
from widgets import theme
from widgets.letters import language_of
from widgets.theme import Token
from widgets.timeline_row import TimelineRow

WIDE_COLON = "："
LONGEST = 2_000  # characters laid out of one text; the rest is a keystroke away
_Piece = tuple[str, Token, bool, bool]  # text, colour, bold, struck


@dataclass(frozen=True, slots=True)
class Columns:
    """Where time, thread and text stand, in pixels from the left."""

    time_end: int
    thread: int
    text: int

    @classmethod
    def measured(cls) -> "Columns":
        """The columns at the present text scale."""
        width = QFontMetrics(theme.font(theme.size("body"), tabular=True)).horizontalAdvance
        time_end = theme.space(3) + width("~00:00") + theme.space(2)
        return cls(time_end, time_end + theme.space(3.5), time_end + theme.space(7))


class RowLayout:
    """A row laid out for a width; ``height`` in pixels, without the day's separator."""

    def __init__(self, row: TimelineRow, columns: Columns, width: int) -> None:
        self.row, self.columns, self.width = row, columns, width
        room = max(width - columns.text - theme.space(4), theme.space(20))
        self._text = _laid_out(_toned(row, _pieces(row)), theme.size("body"), room, row.language)
        meta = list(_toned(row, _meta_pieces(row)))
        self._meta = _laid_out(meta, theme.size("label"), room, row.language) if meta else None
        self._pad = theme.space(1.5)
        self._meta_top = self._pad + _height(self._text) + theme.space(0.5)
        bottom = self._meta_top + (_height(self._meta) if self._meta else 0)
        self.height = round(bottom + self._pad)

    def paint(self, painter: QPainter, top: int, *, current: bool, hovered: bool) -> None:
        """Paint the row with its top at ``top``."""
        self._ground(painter, top, current=current, hovered=hovered)
        self._thread(painter, top)
        self._time(painter, top)
        left = self.columns.text
        self._text.draw(painter, QPointF(left, top + self._pad))
        if self._meta:
            self._meta.draw(painter, QPointF(left, top + self._meta_top))

    def _ground(self, painter: QPainter, top: int, *, current: bool, hovered: bool) -> None:
        ground = QRectF(0, top, self.width, self.height)
        if current:
            painter.fillRect(ground, theme.color(Token.SELECTED))
            painter.fillRect(QRectF(0, top, theme.px(2), self.height), theme.color(Token.ACCENT))
        elif self.row.key:
            from PySide6.QtGui import QLinearGradient  # builds 200 named gradients; rare in a log

            shade = QLinearGradient(ground.topLeft(), ground.topRight())
            shade.setColorAt(0, theme.color(Token.SELECTED))
            shade.setColorAt(1, theme.color(Token.BACKGROUND))
            painter.fillRect(ground, QBrush(shade))
        elif hovered:
            painter.fillRect(ground, theme.color(Token.SURFACE))

    def _thread(self, painter: QPainter, top: int) -> None:
        at = self.columns.thread
        painter.setPen(QPen(theme.color(Token.LINE), 1))
        painter.drawLine(at, top, at, top + self.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self.row.dot))
        line = QFontMetrics(theme.font(theme.size("body"))).height()
        radius = theme.px(4.5)
        painter.drawEllipse(QPointF(at + 0.5, top + self._pad + line / 2), radius, radius)

    def _time(self, painter: QPainter, top: int) -> None:
        painter.setFont(theme.font(theme.size("body"), tabular=True))
        painter.setPen(theme.color(Token.MUTED))
        line = QFontMetrics(painter.font()).height()
        box = QRectF(0, top + self._pad, self.columns.time_end, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self.row.time)


def paint_day(painter: QPainter, box: QRect, left: int, day: str) -> None:
    """Paint the separator of a day into ``box``, its words from ``left`` on."""
    painter.fillRect(box, theme.color(Token.BACKGROUND))
    painter.setFont(theme.font(theme.size("label"), QFont.Weight.DemiBold))
    painter.setPen(theme.color(Token.MUTED))
    inner = box.adjusted(left, 0, 0, 0)
    day = painter.fontMetrics().elidedText(day, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, day)
    painter.setPen(QPen(theme.color(Token.LINE), 1))
    end = inner.left() + painter.fontMetrics().horizontalAdvance(day) + theme.space(2)
    middle = box.center().y()
    if end < box.right() - theme.space(4):
        painter.drawLine(end, middle, box.right() - theme.space(4), middle)


def _pieces(row: TimelineRow) -> Iterator[_Piece]:
    if row.lead:
        yield row.lead, Token.TEXT, True, False
    for old in row.struck:
        yield _cut(old), Token.FAINT, False, True
    if row.corrected:
        yield row.corrected, Token.TEXT, False, False
    yield _cut(row.text), Token.TEXT, False, False
    if row.reason:
        yield "\n" + _cut(row.reason), Token.MUTED, False, False


def _toned(row: TimelineRow, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """The pieces as they are, or all faint; half transparent they would be illegible."""
    for text, token, bold, struck in pieces:
        yield text, Token.FAINT if row.faded else token, bold, struck


def _meta_pieces(row: TimelineRow) -> Iterator[_Piece]:
    for part in row.meta:
        yield part.text + "\u2002", part.token, False, False


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return _("{text} … (Enter shows the whole text)").format(text=text[:LONGEST])


def _laid_out(
    pieces: Iterator[_Piece] | list[_Piece], pixels: int, width: int, language: str
) -> QTextLayout:
    """The pieces, a space between them, wrapped to a width in one flow and on one baseline.

    A full-width colon brings its own room.
    """
    text, formats = "", []
    for piece, token, bold, struck in pieces:
        formats.append(_format(len(text), len(piece), token, bold=bold, struck=struck))
        text += piece if piece.endswith(WIDE_COLON) else piece + " "
    shown = text.rstrip(" ").replace("\r\n", " \u2028").replace("\n", "\u2028")
    layout = QTextLayout(shown, theme.font(pixels, language=language or language_of(shown)))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    _break_lines(layout, width, QFontMetrics(layout.font()))
    return layout


def _format(
    start: int, length: int, token: Token, *, bold: bool, struck: bool
) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    style = QTextCharFormat()
    style.setForeground(theme.color(token))
    if bold:
        style.setFontWeight(QFont.Weight.DemiBold)
    style.setFontStrikeOut(struck)
    made.format = style
    return made


def _break_lines(layout: QTextLayout, width: int, metrics: QFontMetrics) -> None:
    """Lines of one height on one baseline, whatever taller faces stand in them."""
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * _pitch(metrics) + metrics.ascent() - line.ascent()))
        number += 1
    layout.endLayout()


def _pitch(metrics: QFontMetrics) -> float:
    return metrics.height() * 1.12


def _height(layout: QTextLayout) -> float:
    return layout.lineCount() * _pitch(QFontMetrics(layout.font()))
