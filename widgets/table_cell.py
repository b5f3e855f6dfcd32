"""The cells of a table: what a model may say of one, and how it is read, measured and painted."""

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPixmap, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from widgets import theme
from widgets.chip import chip_size, paint_chip
from widgets.letters import language_of
from widgets.plain import plain_tooltip, visible
from widgets.theme import Token

TokenRole = Qt.ItemDataRole.UserRole + 11  # Token or None: the colour of the text
ChipRole = Qt.ItemDataRole.UserRole + 12  # CellChip or None: painted in place of the text
TabularRole = Qt.ItemDataRole.UserRole + 13  # True: figures of one width
GrowsRole = Qt.ItemDataRole.UserRole + 14  # of a heading, True: takes the room that is left
BarRole = Qt.ItemDataRole.UserRole + 15  # CellBar or None: painted before the text
StruckRole = Qt.ItemDataRole.UserRole + 16  # True: the text is struck through

LONGEST = 400  # characters of a text that are laid out; the tooltip tells more
TOLD = 2_000  # characters of a tooltip
KEPT = 2_000  # lines in memory

_Index = QModelIndex | QPersistentModelIndex
_Key = TypeVar("_Key")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class CellChip:
    """A chip in a cell; ``text`` brings its sign (``− negative``).

    The cell's DisplayRole says the same in words, for copying and for screen readers.
    """

    text: str
    token: Token = Token.MUTED


@dataclass(frozen=True, slots=True)
class CellBar:
    """How much of something is done, 0 to 1; the text behind it says the same in figures."""

    share: float
    token: Token = Token.ACCENT


def cell_text(model: QAbstractItemModel, index: _Index) -> str:
    """The words of a cell, as they are; empty when it has none."""
    value = model.data(index, Qt.ItemDataRole.DisplayRole)
    return "" if value is None else str(value)


class CellDelegate(QStyledItemDelegate):
    """Paints what stands in a cell: a chip, or one line of plain words on one baseline.

    What was shaped or drawn once is kept, since a frame shows much the same cells as the last.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: dict[tuple[str, int, bool], tuple[QTextLayout, float]] = {}
        self._chips: dict[tuple[CellChip, int, float], QPixmap] = {}
        self._inks: dict[Token, QColor] = {}
        self._height = 0

    def measure(self) -> None:
        """Take faces, colours and lengths of the theme; forget what was made with others."""
        self._lines.clear()
        self._chips.clear()
        self._inks = {token: theme.color(token) for token in Token}
        self._height = QFontMetrics(_face(False)).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        data = index.model().data
        pad = theme.space(2)
        room: QRect = option.rect.adjusted(pad, 0, -pad, -1)
        share = _share(data(index, Qt.ItemDataRole.TextAlignmentRole))
        chip: CellChip | None = data(index, ChipRole)
        if chip is not None:
            self._paint_chip(painter, room, chip, share)
        elif text := data(index, Qt.ItemDataRole.DisplayRole):
            tabular = bool(data(index, TabularRole))
            if bar := data(index, BarRole):
                room = _after_bar(painter, room, bar)
            painter.setPen(self._inks[data(index, TokenRole) or Token.TEXT])
            struck = bool(data(index, StruckRole))
            self._paint_text(painter, room, str(text), tabular, share, struck=struck)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        data = index.model().data
        chip: CellChip | None = data(index, ChipRole)
        if chip is not None:
            width = chip_size(chip.text).width()
        else:
            face = _face(bool(data(index, TabularRole)))
            text = _one_line(cell_text(index.model(), index))
            width = QFontMetrics(face).horizontalAdvance(text)
            width += _bar_room() if data(index, BarRole) else 0
        return QSize(width + 2 * theme.space(2) + 1, theme.length("row"))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Tell what the model says of the cell, else the full text where it is cut."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        told = index.model().data(index, Qt.ItemDataRole.ToolTipRole)
        if told is None and self.sizeHint(option, index).width() > option.rect.width():
            told = cell_text(index.model(), index)
        QToolTip.showText(event.globalPos(), plain_tooltip(str(told or "")[:TOLD]), view)
        return True

    def _paint_text(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        tabular: bool,
        share: float,
        *,
        struck: bool = False,
    ) -> None:
        key = (text, room.width(), tabular)
        if (found := self._lines.get(key)) is None:
            found = _kept(self._lines, key, _laid_out(*key))
        line, width = found
        left = room.left() + share * (room.width() - width)
        line.draw(painter, QPointF(left, room.top() + (room.height() - self._height) // 2))
        if struck:
            middle = room.center().y() + 1
            painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))

    def _paint_chip(self, painter: QPainter, room: QRect, chip: CellChip, share: float) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (chip, room.width(), ratio)
        if (drawn := self._chips.get(key)) is None:
            drawn = _kept(self._chips, key, _drawn(*key))
        size = drawn.deviceIndependentSize()
        left = room.left() + share * (room.width() - size.width())
        top = room.top() + (room.height() - size.height()) / 2
        painter.drawPixmap(round(left), round(top), drawn)


def _bar_room() -> int:
    """What a bar takes of its cell, the gap behind it among that."""
    return theme.space(18)


def _after_bar(painter: QPainter, room: QRect, bar: CellBar) -> QRect:
    """Paint the bar of a cell; the room that is left for its text."""
    thick = theme.space(1.5)
    whole = QRectF(room.left(), room.center().y() - thick / 2, theme.space(16), thick)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(Token.LINE))
    painter.drawRoundedRect(whole, thick / 2, thick / 2)
    if bar.share > 0:
        whole.setWidth(max(thick, whole.width() * min(bar.share, 1.0)))
        painter.setBrush(theme.color(bar.token))
        painter.drawRoundedRect(whole, thick / 2, thick / 2)
    painter.restore()
    return room.adjusted(_bar_room(), 0, 0, 0)


def _kept(memory: dict[_Key, _Made], key: _Key, made: _Made) -> _Made:
    if len(memory) >= KEPT:
        del memory[next(iter(memory))]
    memory[key] = made
    return made


def _laid_out(text: str, width: int, tabular: bool) -> tuple[QTextLayout, float]:
    """The text on one line of ``width`` at most, and what it takes; its baseline is the face's."""
    face = _face(tabular, language_of(text))
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(_one_line(text), Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(shown, face)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(len(shown))
    line.setPosition(QPointF(0, metrics.ascent() - line.ascent()))
    layout.endLayout()
    return layout, line.naturalTextWidth()


def _drawn(chip: CellChip, width: int, ratio: float) -> QPixmap:
    """The chip, at most ``width`` wide, for a screen of this pixel ratio."""
    wished = chip_size(chip.text)
    size = QSize(max(1, min(wished.width(), width)), wished.height())
    canvas = QPixmap(size * ratio)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    paint_chip(painter, QRectF(0, 0, size.width(), size.height()), chip.text, chip.token)
    painter.end()
    return canvas


def _face(tabular: bool, language: str = "") -> QFont:
    return theme.font(theme.size("body"), tabular=tabular, language=language)


def _one_line(text: str) -> str:
    return " ".join(visible(text[:LONGEST]).split())


@cache
def _share(alignment: Qt.AlignmentFlag | int | None) -> float:
    """How much of the free room stands left of the content."""
    said = Qt.AlignmentFlag(alignment or 0)
    if said & Qt.AlignmentFlag.AlignRight:
        return 1.0
    return 0.5 if said & Qt.AlignmentFlag.AlignHCenter else 0.0
