"""Rows that a view paints itself: keys and pointer walk them, Enter or a double click opens one."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from widgets import theme
from widgets.menu_key import offers_menu
from widgets.plain import plain_tooltip


class PaintedRows(QAbstractScrollArea):
    """Knows the current row and the one below the pointer by their numbers, -1 for none.

    Whoever paints says which rows there are, where they stand and what is done with one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current, self._hovered = -1, -1
        self._empty = ("", "")
        # asked for a widget that Qt made, PySide goes through all kinds of widgets for its type
        self.setViewport(QWidget(self))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # paints all of it
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    def set_empty(self, title: str, sentence: str) -> None:
        """What stands in the middle when there are no rows."""
        self._empty = (title, sentence)
        self.viewport().update()

    # what the painter of the rows says

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def copy(self) -> None:
        """Put the current row on the clipboard, as text."""
        raise NotImplementedError

    def scroll_by(self, pixels: int) -> None:
        """Scroll by pixels, down when positive."""
        raise NotImplementedError

    def _go(self, number: int) -> None:
        """Make the row of this number current, or the nearest there is, and bring it into sight."""
        raise NotImplementedError

    def _open(self) -> None:
        """Say that the current row, of which there is one, was opened."""
        raise NotImplementedError

    def _under(self, point: QPoint) -> int:
        """The row at a point of the viewport; -1 where there is none."""
        raise NotImplementedError

    def _page(self) -> int:
        """How many rows Page Down goes on."""
        raise NotImplementedError

    def _tip(self, number: int) -> str:
        """What a row says in full."""
        raise NotImplementedError

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_PageUp: self._current - self._page(),
            Qt.Key.Key_PageDown: self._current + self._page(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count() - 1,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._go(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._has_current():
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not offers_menu(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (number := self._under(event.position().toPoint())) >= 0:
            self._go(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position().toPoint()) >= 0:
            self._open()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._under(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.verticalScrollBar().maximum():
            event.ignore()  # whoever holds the rows may scroll
            return
        self.scroll_by(-(event.pixelDelta().y() or event.angleDelta().y() * theme.px(60) // 120))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self._under(event.pos())
            tip = plain_tooltip(self._tip(number)) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _has_current(self) -> bool:
        return 0 <= self._current < self.count()

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()
