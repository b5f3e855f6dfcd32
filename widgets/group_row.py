"""One row of a group: its name, what was counted, its bar, and a chip for what must be known."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath

from resources import _
from widgets import theme
from widgets.chip import chip_size, paint_chip
from widgets.plain import visible
from widgets.theme import Token

DASH = "–"
INSET = 2  # steps between the edge and the words
_NAMED = 110  # pixels at 100 % that a name has at least where a row is one line
_BAR, _WIDEST = 48, 360  # the same for a bar, and its most
_SHORTEST = 12  # a bar shorter than this is left out
_PALE = 0.42  # opacity of those reached who have not confirmed
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in the words to be shown, ``reached`` and ``confirmed`` as parts of its headcount.

    A part of None is not known; with neither there is a dash and no bar, or with ``track`` an
    empty one. ``token`` colours the bar, and the chip unless ``chip_token`` does. ``hint`` is a
    doubt about the figures and is shown in place of the chip; ``told`` is the tooltip, and what is
    read aloud and copied.
    """

    id: str
    name: str
    counts: str
    reached: float | None
    confirmed: float | None
    token: Token = Token.GOOD
    chip: str = ""
    hint: str = ""
    told: str = ""
    chip_token: Token | None = None
    track: bool = False

    @property
    def doubt(self) -> str:
        """What cannot be right: the hint, or that the parts are more than the whole."""
        if self.hint:
            return self.hint
        return _("over 100 %") if max(self.reached or 0, self.confirmed or 0) > 1 else ""

    def badge(self) -> tuple[str, Token]:
        """The chip at the right and its colour; its text is empty where there is none."""
        if self.doubt:
            return f"▲ {self.doubt}", Token.WARN
        return self.chip, self.chip_token or self.token

    def in_words(self) -> str:
        """The row for a tooltip, a screen reader and the clipboard."""
        said = filter(None, (self.name, self.counts, self.chip, self.doubt))
        return visible(self.told or ", ".join(said))


class Columns:
    """Where the parts of all rows stand, in pixels, for a width; ``height`` is that of a row."""

    def __init__(self, rows: Sequence[GroupRow], width: int = 0) -> None:
        metrics, gap = QFontMetrics(text_face()), theme.space(3)
        self.left, self.right = theme.space(INSET), width - theme.space(INSET)
        room = max(0, self.right - self.left)
        name = max((metrics.horizontalAdvance(visible(row.name)) for row in rows), default=0)
        counts = max((metrics.horizontalAdvance(visible(row.counts)) for row in rows), default=0)
        chips = [chip_size(text).width() for row in rows if (text := row.badge()[0])]
        chip = min(max(chips, default=0), room * 2 // 5)
        least = min(name, theme.px(_NAMED)) + counts + chip + theme.px(_BAR) + 3 * gap
        self.stacked = room < least
        self.chip = room * 3 // 5 if self.stacked else chip
        free = room - chip - counts - theme.px(_BAR) - 3 * gap
        self.name = 0 if self.stacked else min(name + theme.space(6), free)
        self.counts = self.left + (0 if self.stacked else self.name + gap)
        self.bar = self.counts + counts + gap
        end = self.right if self.stacked else self.right - chip - gap
        self.bar_end = max(self.bar, min(end, self.bar + theme.px(_WIDEST)))
        self.height = round(theme.length("row") * (1.7 if self.stacked else 1))


def text_face() -> QFont:
    """The face of names and counts."""
    return theme.font(theme.size("body"), tabular=True)


def paint_row(painter: QPainter, box: QRect, row: GroupRow, columns: Columns) -> None:
    """Paint a row into ``box``, its ground left as it is."""
    upper, lower = box, box
    if columns.stacked:
        inset = box.height() // 12
        upper = QRect(box.left(), box.top() + inset, box.width(), box.height() // 2 - inset)
        lower = upper.translated(0, upper.height())
    metrics = QFontMetrics(text_face())
    chip = _paint_badge(painter, upper, row, columns)
    most = columns.right - columns.left - chip if columns.stacked else columns.name
    name = metrics.elidedText(visible(row.name), Qt.TextElideMode.ElideRight, most)
    painter.setFont(text_face())
    painter.setPen(theme.color(Token.TEXT))
    painter.drawText(upper.adjusted(columns.left, 0, 0, 0), _MIDDLE, name)
    painter.setPen(theme.color(Token.MUTED))
    painter.drawText(lower.adjusted(columns.counts, 0, 0, 0), _MIDDLE, visible(row.counts))
    width = columns.bar_end - columns.bar
    if width >= theme.px(_SHORTEST):
        left = box.left() + columns.bar
        _paint_bar(painter, QRect(left, lower.top(), width, lower.height()), row)


def _paint_bar(painter: QPainter, room: QRect, row: GroupRow) -> None:
    if row.reached is None and row.confirmed is None and not row.track:
        painter.setPen(theme.color(Token.FAINT))
        painter.drawText(room, _MIDDLE, DASH)
        return
    height = theme.space(1.5)
    box = QRectF(room.left(), room.center().y() - height // 2 + 1, room.width(), height)
    painter.save()
    painter.setClipPath(_rounded(box))
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
