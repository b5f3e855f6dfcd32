"""A palette over a window: one line to type in, and below it what the words may mean."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from resources import _, ngettext
from widgets import theme
from widgets.announce import announce
from widgets.palette_items import Finds
from widgets.palette_rows import PaletteDelegate, PaletteModel
from widgets.plain import PlainLabel
from widgets.theme import Token

_PAUSE = 120  # milliseconds of silence after typing before files are searched
_PAGE = 8  # rows that Page Down goes on
_VEIL = 0.55  # how much of the window the veil hides

KEY = Qt.Key
_STEPS = {
    KEY.Key_Down: 1,
    KEY.Key_Up: -1,
    KEY.Key_Tab: 1,
    KEY.Key_Backtab: -1,
    KEY.Key_PageDown: _PAGE,
    KEY.Key_PageUp: -_PAGE,
}


class Palette(QWidget):
    """Covers its window while it is asked; Enter does the current line, Escape goes back.

    The widget that had the keys gets them back, before anything is done; ``closed`` is emitted
    then. What stands half-typed elsewhere is not touched.
    """

    closed = Signal()

    def __init__(self, finds: Finds, hint: str, parent: QWidget, *, most: int) -> None:
        """``most`` is how many rows are in sight at once where the window has room for them."""
        super().__init__(parent)
        self._over, self._finds, self._looked, self._most = parent, finds, False, most
        self._had_keys = QApplication.focusWidget()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._box = _Box(self)
        self.line = _PaletteLine(hint, self._box)
        self.list = QListView(self._box)
        self._nothing = PlainLabel(_("Nothing is called that"), self._box, token=Token.MUTED)
        self._model = PaletteModel(self)
        self._lay_out()
        self._connect()
        parent.installEventFilter(self)
        self.look()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def look(self) -> None:
        """Show what the words may mean: first what is known at once, after a pause the rest."""
        self._model.show_groups(self._finds.at_once(self.line.text().strip()))
        self._go(self._model.next_item(-1, 1))
        self._looked = False
        self._pause.start()
        self._tell()

    def look_further(self) -> None:
        """Show what takes longer to find as well, now."""
        if self._looked:
            return
        self._pause.stop()
        self._looked = True
        self._model.add_groups(self._finds.later(self.line.text().strip()))
        if self._current() < 0:
            self._go(self._model.next_item(-1, 1))
        self._tell()

    def shown(self) -> list[str]:
        """The rows as they are read, titles among them."""
        rows = range(self._model.rowCount())
        return [str(self._model.index(row).data()) for row in rows]

    def current(self) -> str:
        """The current row as it is read; empty without one."""
        item = self._model.item(self._current())
        return item.told if item else ""

    def choose(self) -> None:
        """Do what the current line says; without one, look into the files first."""
        if self._current() < 0:
            self.look_further()
        item = self._model.item(self._current())
        if item and item.do:
            self.close_palette()
            item.do()

    def close_palette(self) -> None:
        """Go away, and give the keys back to whom they were taken from."""
        self.hide()
        if self._had_keys and self._had_keys.isVisible():
            self._had_keys.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no further, as when the window closes and the room with it."""
        super().hideEvent(event)
        self._pause.stop()

    def measure(self) -> None:
        """Stand in the upper middle of the window, as high as the rows need."""
        over = self._over
        self.setGeometry(over.rect())
        side, pad = theme.space(4), theme.space(2)
        wide = min(theme.space(170), over.width() - 2 * side)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(pad)
        top = min(theme.space(20), over.height() // 8)
        rows = min(self._most, self._model.rowCount()) * theme.length("row")
        free = over.height() - top - side - self.line.sizeHint().height() - 3 * pad
        self.list.setFixedHeight(min(rows, max(theme.length("row"), free)))
        self._nothing.setFixedHeight(theme.length("row"))
        self._box.setFixedWidth(wide)
        self._box.adjustSize()
        self._box.move((over.width() - wide) // 2, top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.measure()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.measure()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box goes back."""
        event.accept()
        self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(_VEIL)
        painter.fillRect(self.rect(), theme.color(Token.FRAME))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._box)
        self._column.addWidget(self.line)
        self._column.addWidget(self.list)
        self._column.addWidget(self._nothing)
        self._nothing.setIndent(theme.space(3))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Found"))

    def _connect(self) -> None:
        self.line.textChanged.connect(self.look)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self.choose)
        self.line.left.connect(self.close_palette)
        self.list.clicked.connect(self.choose)
        self._pause.timeout.connect(self.look_further)

    def _step(self, step: int) -> None:
        self._go(self._model.next_item(self._current(), step))
        if item := self._model.item(self._current()):
            announce(self.line, item.told)

    def _current(self) -> int:
        index = self.list.currentIndex()
        return index.row() if index.isValid() else -1

    def _go(self, row: int) -> None:
        if row < 0:
            return
        self.list.setCurrentIndex(self._model.index(row))
        self._show_title()

    def _show_title(self) -> None:
        """Where the first item is current its title is in sight too."""
        if self._current() <= 1:
            self.list.scrollToTop()

    def _tell(self) -> None:
        rows = self._model.rowCount()
        items = sum(self._model.item(row) is not None for row in range(rows))
        self.list.setVisible(bool(items))
        self._nothing.setVisible(not items)
        found = ngettext("{n} line", "{n} lines", items).format(n=items)
        self.line.setAccessibleDescription(found if items else self._nothing.text())
        self.measure()
        self._show_title()


class _Box(QFrame):
    """The raised ground under the line and the rows."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Token.LINE), theme.size("hairline")))
        painter.setBrush(theme.color(Token.BACKGROUND))
        radius = theme.length("card_radius")
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, radius, radius)


class _PaletteLine(QLineEdit):
    """The line; arrows, Tab, Enter and Escape are for the rows below it."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:  # Tab too, which never reaches keyPressEvent
                self.stepped.emit(_STEPS[key])
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (KEY.Key_Return, KEY.Key_Enter):
            self.entered.emit()
        elif event.key() == KEY.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
