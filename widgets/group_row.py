"""The painting of one row of a group: its name, what was counted, its bar and its chip."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath

from widgets import theme
from widgets.chip import chip_size, paint_chip
from widgets.group_columns import Columns, GroupRow, head_face, text_face
from widgets.plain import visible
from widgets.theme import Token

DASH = "–"
_SHORTEST = 12  # a bar shorter than this, at 100 %, is left out
_PALE = 0.42  # opacity of those reached who have not confirmed
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight


def paint_heads(
    painter: QPainter, width: int, columns: Columns, name: str, heads: Sequence[str]
) -> None:
    """Paint the headings over the figures, on a ground of their own with a hairline below."""
    box, thick = QRect(0, 0, width, columns.head), theme.size("hairline")
    painter.fillRect(box, theme.color(Token.BACKGROUND))
    line = box.adjusted(columns.left, box.height() - thick, columns.right - width, 0)
    painter.fillRect(line, theme.color(Token.LINE))
    painter.setFont(head_face())
    painter.setPen(theme.color(Token.MUTED))
    painter.drawText(box.adjusted(columns.left, 0, 0, 0), _MIDDLE, name)
    for edge, head in zip(columns.cells, heads, strict=True):
        painter.drawText(QRect(0, 0, edge, box.height()), _RIGHT, head)


def paint_row(painter: QPainter, box: QRect, row: GroupRow, columns: Columns) -> None:
    """Paint a row into ``box``, its ground left as it is."""
    upper, lower = box, box
    if columns.stacked:
        inset = box.height() // 12
        upper = QRect(box.left(), box.top() + inset, box.width(), box.height() // 2 - inset)
        lower = upper.translated(0, upper.height())
    chip = _paint_badge(painter, upper, row, columns)
    most = columns.right - columns.left - chip if columns.stacked else columns.name
    metrics = QFontMetrics(text_face())
    name = metrics.elidedText(visible(row.name), Qt.TextElideMode.ElideRight, most)
    painter.setFont(text_face())
    painter.setPen(theme.color(Token.TEXT))
    painter.drawText(upper.adjusted(columns.left, 0, 0, 0), _MIDDLE, name)
    painter.setPen(theme.color(Token.MUTED))
    _paint_counts(painter, lower, row, columns)
    width = columns.bar_end - columns.bar
    if width >= theme.px(_SHORTEST):
        left = box.left() + columns.bar
        _paint_bar(painter, QRect(left, lower.top(), width, lower.height()), row)


def _paint_counts(painter: QPainter, room: QRect, row: GroupRow, columns: Columns) -> None:
    if not columns.cells:
        painter.drawText(room.adjusted(columns.counts, 0, 0, 0), _MIDDLE, visible(row.counts))
    for edge, cell in zip(columns.cells, row.cells, strict=False):
        painter.drawText(QRect(0, room.top(), edge, room.height()), _RIGHT, visible(cell))


def _paint_bar(painter: QPainter, room: QRect, row: GroupRow) -> None:
    if row.reached is None and row.confirmed is None and not row.track:
        painter.setPen(theme.color(Token.FAINT))
        painter.drawText(room, _MIDDLE, DASH)
        return
    height = theme.space(1.5)
    box = QRectF(room.left(), room.center().y() - height // 2 + 1, room.width(), height)
    painter.save()
    painter.setClipPath(_rounded(box), Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, theme.color(Token.LINE))
    ink = theme.color(row.token)
    painter.setOpacity(_PALE)
    painter.fillRect(_part(box, row.reached), ink)
    painter.setOpacity(1.0)
    painter.fillRect(_part(box, row.confirmed), ink)
    if not row.confirmed and row.reached == 0:
        painter.fillRect(_sliver(box), ink)
    painter.restore()


def _part(box: QRectF, share: float | None) -> QRectF:
    return QRectF(box.left(), box.top(), box.width() * min(max(share or 0, 0), 1), box.height())


def _sliver(box: QRectF) -> QRectF:
    """What says that nobody at all was reached."""
    return QRectF(box.left(), box.top(), theme.space(0.5), box.height())


def _rounded(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, box.height() / 2, box.height() / 2)
    return path


def _paint_badge(painter: QPainter, room: QRect, row: GroupRow, columns: Columns) -> int:
    """Paint the chip at the right; the pixels it takes with the gap before it."""
    text, token = row.badge()
    if not text:
        return 0
    size = chip_size(text)
    width = min(size.width(), columns.chip)
    left, top = room.left() + columns.right - width, room.center().y() - size.height() // 2
    paint_chip(painter, QRectF(left, top, width, size.height()), text, token)
    return width + theme.space(2)
