"""The editors of a form, one for each shape of value."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from resources import N_, _
from widgets import icons, theme
from widgets.log_line import LONGEST
from widgets.plain import visible
from widgets.theme import Token
from widgets.tick import paint_tick

YES, NO = "yes", "no"
LINES = 4  # lines of prose seen at once


@dataclass(frozen=True)
class FormField:
    """A field of a form.

    ``shape`` is ``text``, ``prose``, ``choice``, ``number``, ``flag``, ``moment`` or
    ``words``; ``choices`` are (value, label); ``value`` is the text to start with, for a flag
    ``yes`` or ``no``.  ``known`` are texts that a line completes to, ``hint`` stands in an empty
    editor.
    """

    name: str
    label: str
    shape: str = "text"
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""
    needed: bool = False
    known: tuple[str, ...] = ()
    hint: str = ""


class Editor(QObject):
    """What a form asks of an editor; ``entered``: Enter was pressed in a field of one line."""

    edited = Signal()
    entered = Signal()

    def widget(self) -> QWidget:
        """The widget to lay out and to focus."""
        raise NotImplementedError

    def value(self) -> str:
        """The text as typed."""
        raise NotImplementedError

    def measure(self) -> None:
        """Set fixed lengths from the theme; called again after every change."""


def editor(field: FormField, parent: QWidget) -> Editor:
    """The editor for the shape of ``field``."""
    match field.shape:
        case "prose":
            return Prose(field, parent)
        case "choice":
            return Choice(field, parent)
        case "flag":
            return Flag(field, parent)
        case "text" | "number" | "moment" | "words":
            return Line(field, parent)
    raise ValueError(f"no editor for the shape {field.shape!r}")


class _OneLine(QLineEdit):
    """Leaves Ctrl+Enter to the form, which would else be told twice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Line(Editor):
    """One line: text, a number, a moment or words, as typed."""

    EXAMPLES: ClassVar[dict[str, str]] = {
        "moment": N_("14:05, yesterday 18:30 or 2026-11-01 09:30"),
        "words": N_("separate with commas"),
    }

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = _OneLine(parent)
        self._line.setMaxLength(LONGEST)
        self._line.setText(field.value)
        example = self.EXAMPLES.get(field.shape)
        self._line.setPlaceholderText(field.hint or (_(example) if example else ""))
        if field.known:
            self._line.setCompleter(_completer(field.known, self._line))
        self._line.textChanged.connect(self.edited)
        self._line.returnPressed.connect(self.entered)

    def widget(self) -> QWidget:
        return self._line

    def value(self) -> str:
        return self._line.text()


def _completer(known: tuple[str, ...], line: QLineEdit) -> QCompleter:
    completer = QCompleter(known, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


class Prose(Editor):
    """Several lines; Tab leaves the field."""

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit(field.value, parent)
        self._text.setPlaceholderText(field.hint)
        self._text.setTabChangesFocus(True)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.textChanged.connect(self.edited)

    def measure(self) -> None:
        line = self._text.fontMetrics().lineSpacing()
        self._text.setMinimumHeight(LINES * line + theme.space(5))
        self._text.setMaximumHeight(2 * LINES * line + theme.space(5))

    def widget(self) -> QWidget:
        return self._text

    def value(self) -> str:
        return self._text.toPlainText()


class Choice(Editor):
    """One of some values."""

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = Box(parent)
        sized = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._box.setSizeAdjustPolicy(sized)  # a long choice is cut, and widens no form
        for value, label in field.choices:
            self._box.addItem(visible(label), value)
        self._box.setPlaceholderText(field.hint)
        self._box.setCurrentIndex(self._box.findData(field.value))
        self._box.currentIndexChanged.connect(self.edited)

    def widget(self) -> QWidget:
        return self._box

    def value(self) -> str:
        data = self._box.currentData()
        return "" if data is None else str(data)


class Flag(Editor):
    """Yes or no."""

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = _Tick(_("Yes"), parent)
        self._box.setChecked(field.value == YES)
        self._box.toggled.connect(self.edited)

    def widget(self) -> QWidget:
        return self._box

    def value(self) -> str:
        return YES if self._box.isChecked() else NO


class _Tick(QCheckBox):
    """A check box drawn in the colours of the theme."""

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(theme.length("tick") + theme.space(3) + text, theme.length("control"))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.length("tick")
        box = QRectF(0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        on = self.isChecked()
        edge = Token.ACCENT if on or self.hasFocus() else Token.FAINT
        paint_tick(painter, box, on=on, edge=edge)
        painter.setPen(theme.color(Token.ACCENT if self.hasFocus() else Token.TEXT))
        words = self.rect().adjusted(side + theme.space(2), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class Box(QComboBox):
    """A combo box with an arrow of the theme, which a passing wheel does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.length("body")
        at = QPoint(self.width() - side - theme.space(2), (self.height() - side) // 2)
        drawn = icons.pixmap("chevron-down", Token.MUTED, side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(at, drawn)
