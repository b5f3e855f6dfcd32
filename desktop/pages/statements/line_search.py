"""The search above the question bank: finds while it is typed, and leaves the rows in reach."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel
from widgets.theme import Token

_ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineSearch(Ground):
    """``edited`` carries the words, ``walked`` by how many rows to go on; ``copied`` and ``left``
    come from Ctrl+Enter, and from Enter or Escape in an empty line.
    """

    edited = Signal(str)
    walked = Signal(int)
    copied = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Question, line or what not to say   Ctrl+F"))
        self.field.setAccessibleName(_("Find a line"))
        self.field.textChanged.connect(self.edited)
        self.count = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.hint = PlainLabel(_("↑ ↓ choose · Ctrl+Enter copies"), self, token=Token.FAINT)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.hint)
        self._row.addWidget(self.count)
        self.setFocusProxy(self.field)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setWhatsThis(_("Find"))
        find.activated.connect(self.go)
        self.measure()

    def go(self) -> None:
        """Take the keys, what stands here ready to be replaced."""
        self.field.setFocus()
        self.field.selectAll()

    def words(self) -> str:
        """What is looked for."""
        return self.field.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ROWS:
            self.walked.emit(_ROWS[key])
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copied.emit()
        elif key in _ENTER:
            self.left.emit()
        elif key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(2), space(4), space(2))
        self._row.setSpacing(space(3))
        self.field.setMinimumHeight(theme.length("field"))
