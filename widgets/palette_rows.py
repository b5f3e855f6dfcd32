"""The rows of a palette: titles of groups and the items below them, painted as plain text."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets import theme
from widgets.palette_items import PaletteGroup, PaletteItem
from widgets.plain import visible
from widgets.theme import Token

_Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class PaletteModel(QAbstractListModel):
    """Groups as rows; a title can be neither chosen nor made current."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[str | PaletteItem] = []

    def show_groups(self, groups: Sequence[PaletteGroup]) -> None:
        """Show these groups in place of those before."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            if group.items:
                self._rows += [group.title, *group.items]
        self.endResetModel()

    def add_groups(self, groups: Sequence[PaletteGroup]) -> None:
        """Show these groups below the others."""
        more: list[str | PaletteItem] = []
        for group in groups:
            more += [group.title, *group.items] if group.items else []
        if more:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def row(self, number: int) -> str | PaletteItem:
        """The title or the item of a row."""
        return self._rows[number]

    def item(self, number: int) -> PaletteItem | None:
        """The item of a row; None for a title and for no row."""
        if 0 <= number < len(self._rows):
            row = self._rows[number]
            return row if isinstance(row, PaletteItem) else None
        return None

    def next_item(self, number: int, step: int) -> int:
        """The row of the item ``step`` rows on or beyond, round at the ends; -1 without any."""
        if not any(isinstance(row, PaletteItem) for row in self._rows):
            return -1
        at = (number + step) % len(self._rows)
        while self.item(at) is None:
            at = (at + (1 if step > 0 else -1)) % len(self._rows)
        return at

    def rowCount(self, parent: _Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return visible(row.told if isinstance(row, PaletteItem) else row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.item(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Paints titles small and muted, items with their note, and keys at the end."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(theme.space(40), theme.length("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, PaletteModel)
        row = model.row(index.row())
        room = QRect(option.rect)
        painter.save()
        if isinstance(row, PaletteItem):
            if option.state & QStyle.StateFlag.State_Selected:
                _paint_chosen(painter, room)
            _paint_item(painter, _inside(room), row)
        else:
            _paint_title(painter, _inside(room), row)
        painter.restore()


def _inside(room: QRect) -> QRect:
    return room.adjusted(theme.space(3), 0, -theme.space(3), 0)


def _paint_chosen(painter: QPainter, room: QRect) -> None:
    """A ground, and a bar at its edge: colour alone would say it too softly."""
    painter.fillRect(room, theme.color(Token.SELECTED))
    bar = QRect(room.left(), room.top(), theme.px(3), room.height())
    painter.fillRect(bar, theme.color(Token.ACCENT))


def _paint_title(painter: QPainter, room: QRect, title: str) -> None:
    face = theme.font(theme.size("label"), QFont.Weight.DemiBold)
    _paint(painter, room, title, face, Token.MUTED, at_end=False)


def _paint_item(painter: QPainter, room: QRect, item: PaletteItem) -> None:
    body, small = theme.font(theme.size("body")), theme.font(theme.size("title"))
    end = theme.font(theme.size("title"), tabular=True)
    taken = _paint(painter, room, item.keys, end, Token.MUTED, at_end=True)
    room = room.adjusted(0, 0, -taken - (theme.space(4) if taken else 0), 0)
    note = min(QFontMetrics(small).horizontalAdvance(visible(item.note)), room.width() // 3)
    gap = theme.space(3) if note else 0
    words = room.adjusted(0, 0, -note - gap, 0)
    taken = _paint(painter, words, item.words, body, Token.TEXT, at_end=False)
    left = room.adjusted(taken + gap, 0, 0, 0)
    _paint(painter, left, item.note, small, Token.MUTED, at_end=False)


def _paint(
    painter: QPainter, room: QRect, text: str, face: QFont, token: Token, *, at_end: bool
) -> int:
    """Paint one line, cut where it does not fit; how many pixels it took."""
    metrics = QFontMetrics(face)
    one_line = visible(" ".join(text.split()))
    shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
    painter.setFont(face)
    painter.setPen(theme.color(token))
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
