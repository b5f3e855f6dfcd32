"""A line above a list that adds to it: what is typed is read aloud as chips before Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets import theme
from widgets.announce import announce
from widgets.ground import Ground
from widgets.log_field import ChipText, LogField
from widgets.plain import PlainLabel
from widgets.theme import Token


class QuickLine(Ground):
    """Takes a line and keeps it until it is ``accepted``; Escape goes back to the list.

    ``submitted`` carries the text as typed, ``edited`` the same after each change of it;
    ``undo_asked`` comes from Ctrl+Z when there is no typing to undo.
    """

    submitted = Signal(str)
    edited = Signal(str)
    left = Signal()
    undo_asked = Signal()

    def __init__(self, name: str, example: str, parent: QWidget | None = None) -> None:
        """``name`` says what the line is for, ``example`` stands in it while it is empty."""
        super().__init__(Token.BACKGROUND, None, parent)
        self._field = LogField(self)
        self.line = self._field.line
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(example)
        self._sentence = PlainLabel("", self, size="title", token=Token.BAD, wrap=True)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._row.addWidget(self._field, 1)
        self._column.addWidget(self._sentence)
        self._column.addLayout(self._row)
        self.line.textChanged.connect(self._changed)
        self.line.returnPressed.connect(self._submit)
        self.line.undo_asked.connect(self.undo_asked)
        self.setFocusProxy(self.line)
        self.refuse("")
        self.measure()

    def add_trailing(self, widget: QWidget) -> None:
        """Put something at the right of the line."""
        self._row.addWidget(widget)

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        """Show what was recognised in the line; the line itself stays as typed."""
        self._field.show_chips(chips)

    def refuse(self, sentence: str) -> None:
        """Say why the line was not taken; it stays until it is changed."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._field.set_faulty(bool(sentence))
        if sentence:
            announce(self.line, sentence)

    def sentence(self) -> str:
        """The sentence shown above the line, or nothing."""
        return self._sentence.text()

    def accepted(self) -> None:
        """The line was taken: be empty for the next one."""
        self.line.remember(self.line.text())
        self.line.start_over()
        self.show_chips(())

    def measure(self) -> None:
        self._column.setContentsMargins(theme.space(4), theme.space(2.5), theme.space(4), 0)
        self._column.setSpacing(theme.space(1.5))
        self._row.setSpacing(theme.space(2))
        self._field.measure()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _submit(self) -> None:
        self.submitted.emit(self.line.text())

    def _changed(self, text: str) -> None:
        self.refuse("")
        self._field.fit()
        self.edited.emit(text)
