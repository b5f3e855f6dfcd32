"""A form: a column of labelled editors made from a list of fields, faults beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.editors import Editor, FormField, editor
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token


class Form(Ground):
    """Shows fields and hands back what was typed; whoever owns it judges the words.

    Ctrl+S or Ctrl+Enter anywhere, or Enter in a field of one line, submits; Escape cancels.
    Nothing typed is lost by either: the form keeps its text until it is thrown away.
    ``edited``: some field holds something else now.
    """

    submitted = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(
        self,
        fields: Sequence[FormField],
        submit: str = "",
        parent: QWidget | None = None,
        below: QWidget | None = None,
    ) -> None:
        """``submit`` is the word on the button, ``Save`` without one.

        ``below`` stands under the fields and scrolls with them, while the buttons stay in sight.
        """
        super().__init__(Token.BACKGROUND, None, parent)
        self._column = QVBoxLayout()
        self._sought: QWidget | None = None
        self._rows = {field.name: _Row(field, self) for field in fields}
        self._submit = PlainButton(submit or _("Save"), self, "primary")
        self._submit.clicked.connect(self.submitted)
        self._cancel = PlainButton(_("Cancel"), self)
        self._cancel.clicked.connect(self.cancelled)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.setWhatsThis(submit or _("Save"))
        save.activated.connect(self.submitted)
        self._lay_out(below)
        self.measure()
        if self._rows:
            self.setFocusProxy(next(iter(self._rows.values())).editor.widget())

    def values(self) -> dict[str, str]:
        """The text of each field as typed, a choice as its value, a flag as ``yes`` or ``no``."""
        return {name: row.editor.value() for name, row in self._rows.items()}

    def show_fault(self, name: str, sentence: str) -> None:
        """Say beside the field ``name`` what to do, and go there."""
        self._sought = row = self._rows[name]
        row.show_fault(sentence)
        row.editor.widget().setFocus()
        QTimer.singleShot(0, self, self._reveal)

    def go_to(self, name: str) -> None:
        """Give the keys to a field, and bring it into sight once the form is laid out."""
        self._sought = self._rows[name].editor.widget()
        self._sought.setFocus()
        QTimer.singleShot(0, self, self._reveal)

    def put_over_buttons(self, widget: QWidget) -> None:
        """Let a widget stand between the fields and the buttons, always in sight."""
        self._outer.insertWidget(self._outer.count() - 1, widget)

    def clear_faults(self) -> None:
        """Take all sentences away, as before judging the words again."""
        for row in self._rows.values():
            row.show_fault("")

    def measure(self) -> None:
        for row in self._rows.values():
            row.measure()
        self._column.setSpacing(theme.space(3))
        self._column.setContentsMargins(0, 0, theme.space(2), 0)
        self._buttons.setSpacing(theme.space(2))
        self._buttons.setContentsMargins(0, theme.space(2), theme.space(2), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _reveal(self) -> None:
        if self._sought:
            self._scroll.ensureWidgetVisible(self._sought)

    def _lay_out(self, below: QWidget | None) -> None:
        page = QWidget(self)
        for row in self._rows.values():
            self._column.addWidget(row)
            row.editor.entered.connect(self.submitted)
            row.editor.edited.connect(self.edited)
        if below:
            self._column.addWidget(below)
        self._column.addStretch(1)
        page.setLayout(self._column)
        page.setAutoFillBackground(False)
        self._scroll = scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the editor that has the keys
        scroll.setWidget(page)
        scroll.viewport().setAutoFillBackground(False)
        self._buttons = QHBoxLayout()
        fill(self._buttons, 1, self._cancel, self._submit)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(scroll, 1)
        self._outer.addLayout(self._buttons)


class _Row(QWidget):
    """A label, its editor and, when there is one, the fault."""

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        label = _("{label} · needed").format(label=field.label) if field.needed else field.label
        self._label = PlainLabel(label, self, size="label", token=Token.MUTED)
        self.editor: Editor = editor(field, self)
        self._fault = PlainLabel("", self, size="label", token=Token.BAD, wrap=True)
        self._fault.hide()
        self.editor.widget().setAccessibleName(label)
        self._label.setBuddy(self.editor.widget())  # a box of choices has its choice for a name
        self.editor.edited.connect(self._forgive)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        fill(self._column, self._label, self.editor.widget(), self._fault)

    def measure(self) -> None:
        self._column.setSpacing(theme.space(1))
        self.editor.measure()

    def show_fault(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        widget = self.editor.widget()
        widget.setAccessibleDescription(self._fault.text())
        widget.setProperty("faulty", bool(sentence))
        widget.style().polish(widget)

    def _forgive(self) -> None:
        if not self._fault.isHidden():
            self.show_fault("")


__all__ = ["Form", "FormField"]
