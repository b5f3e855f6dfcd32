"""One part of a text: its label, the field that grows with it, and what is wrong with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import fill
from widgets.inlay import Inlays
from widgets.plain import PlainLabel
from widgets.section_text import SectionText
from widgets.theme import Token


class SectionEditor(QWidget):
    """``edited``: something was typed; ``left``: the keys went elsewhere.

    ``is_typed`` says whether the text is another than the one that it was given.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        label: str,
        parent: QWidget,
        *,
        inlays: Inlays | None = None,
        needed: bool = False,
        hint: str = "",
        one_line: bool = False,
        size: str = "body",
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        super().__init__(parent)
        self.name, self._start = name, ""
        self._given: str | None = None
        said = _("{label} · needed").format(label=label) if needed else label
        self.label = PlainLabel(said, self, size="label", token=Token.MUTED)
        self.field = SectionText(inlays, self, one_line=one_line, size=size, weight=weight)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(self.label.text())
        self.label.setBuddy(self.field)
        self._fault = PlainLabel("", self, size="label", token=Token.BAD, wrap=True)
        self._fault.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        fill(self._column, self.label, self.field, self._fault)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self._edited)
        self.field.left.connect(self.left)
        self.measure()

    def text(self) -> str:
        """The text as it is stored."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Hold the text that is saved; the cursor stays as far into it as it was."""
        if text != self._given:
            at = self.field.textCursor().position()
            self.field.set_text(text)
            self.field.go_to(at)
        self._given, self._start = text, self.field.text()  # which has line ends of its own

    def type_in(self, text: str) -> None:
        """Hold a text that was typed and not saved yet."""
        self.field.set_text(text)
        self._given = None

    def is_typed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.text() != self._start

    def saved(self) -> None:
        """What stands here is saved now."""
        self._given = self._start = self.text()
        self.field.forget_typing()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self.field.setProperty("faulty", bool(sentence))
        self.field.style().polish(self.field)

    def fault(self) -> str:
        """The sentence that is shown."""
        return self._fault.text()

    def measure(self) -> None:
        """Take gaps from the theme."""
        self._column.setSpacing(theme.space(1))

    def _edited(self) -> None:
        if self._fault.text():
            self.show_fault("")
        self.edited.emit()
