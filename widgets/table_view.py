"""A table over any model in our look: rows of one height, hairlines, plain words and chips.

The model brings texts, roles (``widgets.table_cell``) and the order: a click on a heading calls
its ``sort``, with column -1 for the model's own order.  Only the rows in sight are read.
"""

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QEvent,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from widgets import theme
from widgets.empty import paint_empty
from widgets.menu_key import offers_menu
from widgets.row_table import RowTable
from widgets.table_cell import CellChip, CellDelegate, ChipRole, TabularRole, TokenRole
from widgets.table_copy import copied
from widgets.table_header import TableHeader
from widgets.table_marks import paint_focus, paint_grounds, paint_lines, row_box
from widgets.theme import Token

__all__ = ["CellChip", "ChipRole", "TableView", "TabularRole", "TokenRole"]

MEASURED = 30  # rows that give the columns their first widths
_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_AS_IT_WAS = (
    Qt.FocusReason.MouseFocusReason,  # a click chooses by itself
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
_TYPING = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


class TableView(RowTable):
    """Rows to read, select and act on; Enter or a double click opens one."""

    opened = Signal(QModelIndex)
    menu_asked = Signal(QPoint)  # where on the screen the menu of the selected rows belongs
    pressed = Signal(str)  # a key of ``set_keys``; hides Qt's signal of that name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self._empty = ("", "")
        self._wishes: dict[int, int] = {}
        self._hovered = -1
        self._header = TableHeader(self)
        self._cells = CellDelegate(self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._cells)
        self.setSortingEnabled(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # scrolling may copy
        self.doubleClicked.connect(self.opened)
        self._measure()

    # the model

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show this model in its own order; the view follows its changes."""
        before = self.selectionModel()
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        self.selectionModel().currentRowChanged.connect(self._refocused)
        model.modelReset.connect(self._renewed)
        model.rowsInserted.connect(self._counted)
        model.rowsRemoved.connect(self._counted)
        self._header.settled = False
        self._wishes = {}
        self._counted()

    def set_empty(self, title: str, sentence: str) -> None:
        """What stands in the middle when there are no rows."""
        self._empty = (title, sentence)
        self._counted()

    def copy(self) -> None:
        """Put the selected rows and the headings on the clipboard, as text and as a table."""
        if rows := self.rows():
            data = copied(self.model(), rows, self._header.order())
            QGuiApplication.clipboard().setMimeData(data)

    # columns and keys

    def state(self) -> QByteArray:  # type: ignore[override]  # Qt's own is of no use to callers
        """Order, widths and sorting of the columns, for ``restore`` at any text scale."""
        return self._header.saved()

    def arranged(self) -> bool:
        """Whether someone has chosen widths or a sorting, so that ``state`` is worth keeping."""
        return self._header.settled or self._header.sortIndicatorSection() >= 0

    def restore(self, state: QByteArray) -> bool:
        """Take up a ``state`` after ``set_model``; False if it is not one of these columns."""
        return self._header.restored(state)

    def set_keys(self, keys: str) -> None:
        """The single printable keys that ``pressed`` emits instead of Qt's search for a row."""
        self._keys = keys

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif offers_menu(self, event):
            pass
        elif wanted := self._wanted(event):
            self.pressed.emit(wanted)
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
            if event.key() in _STEPS:  # in the only row there is nowhere to go
                self._choose_one()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys that come to rows find one chosen; a click chooses by itself."""
        super().focusInEvent(event)
        if event.reason() not in _AS_IT_WAS:
            self._choose_one()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.rows():
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(below))
        else:
            self.menu_asked.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color(Token.BACKGROUND))
        if self.count():
            paint_grounds(painter, self, self._hovered)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.count():
            paint_lines(painter, self)
        else:
            paint_empty(painter, self.viewport().rect(), *self._empty)
        paint_focus(painter, self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:  # edges and focus stay at the sides and must not be carried along
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()

    # inside

    def _measure(self) -> None:
        self._cells.measure()
        self._header.measure()
        self.verticalHeader().setDefaultSectionSize(theme.length("row"))
        self._wishes = {}
        self._fit()
        self.viewport().update()

    def _counted(self, *_indexes: object) -> None:
        """Say what is missing when there is nothing, and widen the columns for the first rows."""
        self.setAccessibleDescription("" if self.count() else ". ".join(filter(None, self._empty)))
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self.count() else _NO_BAR
        self.setHorizontalScrollBarPolicy(bar)
        self._fit()
        self.viewport().update()

    def _renewed(self) -> None:
        """Widen the columns where what is shown now wishes more than what was there before."""
        if self._wishes and self.count() and self.isVisible():
            new = {column: self._wished(column) for column in self._wishes}
            self._wishes = {each: max(new[each], self._wishes[each]) for each in new}
        self._counted()

    def _fit(self) -> None:
        """Share the width among the columns as their first rows wish, until someone else does."""
        if not self.count() or not self.isVisible():
            return
        if not self._wishes:
            self._wishes = {column: self._wished(column) for column in self._header.order()}
        self._header.fit(self._wishes, self.viewport().width())

    def _wished(self, column: int) -> int:
        option, model = QStyleOptionViewItem(), self.model()
        indexes = (model.index(row, column) for row in range(min(self.count(), MEASURED)))
        return max(self._cells.sizeHint(option, index).width() for index in indexes)

    def _refocused(self, current: QModelIndex, before: QModelIndex) -> None:
        """The ring goes round whole rows, of which Qt would repaint some cells."""
        for index in (current, before):
            if index.isValid():
                self.viewport().update(row_box(self, index.row()))

    def _choose_one(self) -> None:
        """Choose the row of the keys where none is chosen."""
        if self.current_row() >= 0 and not self.rows():
            self.select(self.current_row())

    def _hover(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        for each in {before, row} - {-1} if before != row else ():
            self.viewport().update(row_box(self, each))

    def _wanted(self, event: QKeyEvent) -> str:
        """The wished-for key of this event; Caps Lock changes nothing."""
        typed = event.text()
        if len(typed) != 1 or event.modifiers() & _TYPING:
            return ""
        return next((key for key in (typed, typed.lower()) if key in self._keys), "")
