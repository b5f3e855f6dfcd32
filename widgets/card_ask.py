"""A line that asks for a few words in the place of a card, without a box in front of all else."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets import theme
from widgets.log_line import LONGEST


class CardAsk(QLineEdit):
    """Enter answers, Escape does not; what was typed stays while the focus is elsewhere."""

    answered = Signal(str, str)  # the card, the words
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = ""
        self.setMaxLength(LONGEST)
        self.hide()

    def ask(self, card: str, question: str, text: str) -> None:
        """Ask about a card, starting with ``text``; a question asked already keeps its answer."""
        if card != self.card:
            self.setText(text)
        self.card = card
        self.setPlaceholderText(question)
        self.setAccessibleName(question)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self, box: QRect | None, below: int) -> None:
        """Stand on the card in ``box``, ``below`` its title; without a box out of sight."""
        if not self.card:
            return
        self.setVisible(box is not None)
        if box is not None:
            inset, height = theme.space(1.5), self.sizeHint().height()
            top = box.top() + below + theme.space(1)
            self.setGeometry(box.left() + inset, top, box.width() - 2 * inset, height)

    def put_away(self) -> None:
        """Ask no longer."""
        self.card = ""
        self.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answered.emit(self.card, self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason and not self.text():
            self.put_away()
