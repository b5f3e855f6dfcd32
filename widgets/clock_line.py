"""The line that asks whether the laptop's clock is right; it waits and blocks nothing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.ground import Ground, fill
from widgets.log_line import LONGEST
from widgets.plain import ElidedLabel, PlainButton, PlainLabel
from widgets.theme import Token


class ClockLine(Ground):
    """Asks first for yes or no, then how far off the clock is; the keys are nobody's until asked.

    ``right`` says that the clock is right, ``typed`` what stands in the answer after each key,
    ``off`` the answer and what the laptop was compared with, ``put_off`` that nobody answers now.
    """

    right = Signal()
    typed = Signal(str)
    off = Signal(str, str)
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.RAISED, Qt.Edge.TopEdge, parent)
        self._words = ElidedLabel("", self, tabular=True)
        self._yes = PlainButton(_("Right"), self, "link")
        self._no = PlainButton(_("It is off by …"), self, "link")
        self._answer = _edit(_("14:33:40 or −95"), _("True time or difference"), self)
        self._against = _edit(_("phone, GPS …"), _("Compared with"), self)
        self._reading = PlainLabel("", self, size="label", token=Token.MUTED, wrap=True)
        self._keep = PlainButton(_("Keep"), self, "link")
        self._close = PlainButton("✕", self, "quiet")
        self._close.setAccessibleName(_("Not now"))
        self._row = QHBoxLayout(self)
        fill(self._row, self._words, self._yes, self._no, self._answer, self._against)
        fill(self._row, self._keep)
        self._row.addWidget(self._reading, 1)
        fill(self._row, self._close)
        self._connect()
        self._ask_off(False)
        self.measure()

    def ask(self, question: str, says: str) -> None:
        """Show the question, which may change with every second.

        ``says``, what the clock says, is all there is room for beside an answer.
        """
        if self.isHidden():
            self._ask_off(False)
            self._answer.clear()
            self._against.clear()
            self.show()
            announce(self, question)
        self._words.setText(says if self._answer.isVisible() else question)

    def read_aloud(self, sentence: str, *, faulty: bool = False) -> None:
        """Say how the answer is understood, or why it is not."""
        if sentence and sentence != self._reading.text():
            announce(self, sentence)
        self._reading.setText(sentence)
        self._reading.set_token(Token.BAD if faulty else Token.MUTED)

    def go_to(self) -> None:
        """Give the keys to the first answer."""
        (self._answer if self._answer.isVisible() else self._yes).setFocus()

    def measure(self) -> None:
        side, near = theme.space(4), theme.space(1)
        self._row.setContentsMargins(side, near, side, near)
        self._row.setSpacing(theme.space(2))
        self._row.setAlignment(self._close, Qt.AlignmentFlag.AlignRight)
        self._answer.setFixedWidth(theme.space(32))
        self._against.setFixedWidth(theme.space(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._answer.isVisible():
            self._ask_off(False)
            self._yes.setFocus()
        else:
            self.put_off.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.measure()

    def _connect(self) -> None:
        self._yes.clicked.connect(self.right)
        self._no.clicked.connect(self._say_off)
        self._close.clicked.connect(self.put_off)
        self._keep.clicked.connect(self._submit)
        self._answer.returnPressed.connect(self._submit)
        self._against.returnPressed.connect(self._submit)
        self._answer.textChanged.connect(self.typed)

    def _say_off(self) -> None:
        self._ask_off(True)
        self.typed.emit(self._answer.text())
        self._answer.setFocus()

    def _ask_off(self, off: bool) -> None:
        asked: tuple[QWidget, ...] = (self._yes, self._no)
        answered: tuple[QWidget, ...] = (self._answer, self._against, self._keep)
        for part in (*asked, *answered):
            part.setVisible((part in answered) == off)
        self._reading.clear()

    def _submit(self) -> None:
        self.off.emit(self._answer.text(), self._against.text().strip())


def _edit(example: str, name: str, parent: QWidget) -> QLineEdit:
    edit = QLineEdit(parent)
    edit.setMaxLength(LONGEST)
    edit.setPlaceholderText(example)
    edit.setAccessibleName(name)
    return edit
