"""The line being typed in the log bar: input methods, undo of typing, earlier lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from resources import _

LONGEST = 100_000_000  # characters; of its own accord a QLineEdit cuts after 32,767


class LogLine(QLineEdit):
    """One line of text exactly as typed or pasted.

    Line breaks that are pasted stay in the text and look like spaces.  Ctrl+Z undoes typing;
    with none to undo it asks for the last entry back.  Up and Down go through earlier lines,
    the unfinished one being the last.
    """

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._at = 0
        self._unfinished = ""
        self.setProperty("bare", True)
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setAccessibleName(_("Log"))
        self.setPlaceholderText(
            _("What happened?  14:05 /media City TV airs at 18:00 @name !16:30")
        )

    def told_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that the line itself reads, as (words, keys)."""
        return ((_("Save"), "Enter"), (_("Earlier lines"), "↑ ↓"))

    def remember(self, line: str) -> None:
        """Make ``line`` the newest of the earlier lines."""
        if line and line not in self._lines[-1:]:
            self._lines.append(line)
        self._at = len(self._lines)

    def start_over(self, line: str = "") -> None:
        """Hold ``line`` with nothing of it to undo, the cursor at its end."""
        self.setText(line)
        self._at = len(self._lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            self.redo_asked.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isReadOnly():
            self._recall(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _recall(self, step: int) -> None:
        to = self._at + step
        if not 0 <= to <= len(self._lines):
            return
        if self._at == len(self._lines):
            self._unfinished = self.text()
        self._at = to
        self.setText([*self._lines, self._unfinished][to])
