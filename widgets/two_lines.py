"""A list whose rows have two lines: a title with a chip, and below it what is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets import theme
from widgets.chip import chip_size, paint_chip
from widgets.empty import paint_empty
from widgets.letters import language_of
from widgets.menu_key import offers_menu
from widgets.plain import visible
from widgets.theme import Token

_Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A row: its id for the program, what it says, the chip, and a note at the lower right.

    A row that is ``inside`` belongs to the one above it; ``faint`` ones may be missed.
    """

    name: str
    title: str
    below: str = ""
    chip: str = ""
    token: Token = Token.MUTED
    note: str = ""
    note_token: Token = Token.MUTED
    inside: bool = False
    faint: bool = False

    @property
    def told(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(filter(None, (self.title, self.chip, self.below, self.note)))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[TwoLines, ...] = ()

    def show_rows(self, rows: Sequence[TwoLines]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if index.isValid() and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return visible(self.rows[index.row()].told)
        return None


class TwoLineList(QListView):
    """Shows rows, one of them chosen; ``chose`` carries its name, ``opened`` that Enter asks for
    it.
    """

    chose = Signal(str)
    opened = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._empty, self._showing = _Rows(self), ("", ""), False
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._chose)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[TwoLines]) -> None:
        """Show these rows; the one that was chosen stays so, and nobody is told."""
        if tuple(rows) == self._rows.rows:
            return
        name, self._showing = self.chosen(), True
        at = self.verticalScrollBar().value()
        self._rows.show_rows(rows)
        self.choose(name)
        self.verticalScrollBar().setValue(at)
        self._showing = False
        self.setAccessibleDescription("" if rows else ". ".join(filter(None, self._empty)))
        self.viewport().update()

    def set_empty(self, title: str, sentence: str) -> None:
        """What stands in the middle when there are no rows."""
        self._empty = (title, sentence)
        self.setAccessibleDescription("" if self._rows.rows else f"{title}. {sentence}")

    def names(self) -> list[str]:
        """The names of the rows, from the top."""
        return [row.name for row in self._rows.rows]

    def rows(self) -> tuple[TwoLines, ...]:
        """The rows that are shown."""
        return self._rows.rows

    def chosen(self) -> str:
        """The name of the chosen row; empty without one."""
        row = self.currentIndex().row()
        return self._rows.rows[row].name if 0 <= row < len(self._rows.rows) else ""

    def choose(self, name: str) -> None:
        """Choose a row by its name and bring it into sight; one that is not there changes
        nothing.
        """
        if name in self.names():
            index = self._rows.index(self.names().index(name))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if offers_menu(self, event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of deeds, and search no row."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen():
            below = self.visualRect(self.currentIndex()).bottomLeft()
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            self.menu_asked.emit(
                self.viewport().mapToGlobal(below) if by_key else event.globalPos()
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self._rows.rows:
            paint_empty(painter, self.viewport().rect(), *self._empty)

    def _chose(self, _current: QModelIndex, _before: QModelIndex) -> None:
        if not self._showing:
            self.chose.emit(self.chosen())

    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit(self.chosen())


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        lines = QFontMetrics(_face()).height() + QFontMetrics(_small()).height()
        return QSize(theme.space(40), lines + theme.space(4.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, _Rows)
        row, box = model.rows[index.row()], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.color(_ground(option)))
        painter.fillRect(
            box.left(), box.bottom(), box.width(), theme.size("hairline"), theme.color(Token.LINE)
        )
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(
                box.left(), box.top(), theme.px(3), box.height() - 1, theme.color(Token.ACCENT)
            )
        inside = box.adjusted(theme.space(6 if row.inside else 3), 0, -theme.space(3), 0)
        self._paint_lines(painter, inside, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color(Token.ACCENT), theme.size("hairline")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()

    def _paint_lines(self, painter: QPainter, inside: QRect, row: TwoLines) -> None:
        high = QFontMetrics(_face()).height()
        upper = QRect(inside.left(), inside.top() + theme.space(2), inside.width(), high)
        low = QFontMetrics(_small()).height()
        lower = QRect(inside.left(), upper.bottom() + theme.space(0.5) + 1, inside.width(), low)
        if row.chip:
            size = chip_size(row.chip)
            top = upper.top() + (upper.height() - size.height()) / 2
            place = QRectF(upper.right() + 1 - size.width(), top, size.width(), size.height())
            paint_chip(painter, place, row.chip, row.token)
            upper.setRight(round(place.left()) - theme.space(2))
        ink = Token.MUTED if row.faint else Token.TEXT
        _paint(painter, upper, row.title, _face(language_of(row.title)), ink)
        note = QRect(lower)
        if row.note:
            note.setLeft(lower.right() + 1 - QFontMetrics(_small()).horizontalAdvance(row.note))
            _paint(painter, note, row.note, _small(), row.note_token)
            lower.setRight(note.left() - theme.space(2))
        _paint(painter, lower, row.below, _small(), Token.MUTED)


def _ground(option: QStyleOptionViewItem) -> Token:
    if option.state & QStyle.StateFlag.State_Selected:
        return Token.SELECTED
    hovered = option.state & QStyle.StateFlag.State_MouseOver
    return Token.RAISED if hovered else Token.BACKGROUND


def _paint(painter: QPainter, room: QRect, text: str, face: QFont, token: Token) -> None:
    metrics = QFontMetrics(face)
    one_line = visible(" ".join(text.split()))
    painter.setFont(face)
    painter.setPen(theme.color(token))
    shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _face(language: str = "") -> QFont:
    return theme.font(theme.size("body"), QFont.Weight.Medium, language=language)


def _small() -> QFont:
    return theme.font(theme.size("label"), tabular=True)
