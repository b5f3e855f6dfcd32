"""A narrow column of labelled choices below headings, such as how a file is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.editors import FormField, editor
from widgets.ground import Ground
from widgets.plain import ElidedLabel, PlainLabel
from widgets.theme import Token


@dataclass(frozen=True, slots=True)
class Heading:
    """Words above a group of choices."""

    text: str


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A choice: ``options`` are (value, label); ``sample`` stands quietly beside the label."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str
    sample: str = ""


class ChoiceColumn(Ground):
    """Shows rows and keeps them while they stay the same; ``changed`` carries name and value."""

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.RightEdge, parent)
        self._said: tuple[Heading | ChoiceRow, ...] = ()
        self._rows: dict[str, _Row] = {}
        self._page = QWidget(self)
        self._column = QVBoxLayout(self._page)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        self._page.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._scroll)
        self.measure()

    def show_rows(self, rows: Sequence[Heading | ChoiceRow]) -> None:
        """Show these rows; one that stays the same keeps its box, and the keys stay where they
        are.
        """
        held = next((n for n, row in self._rows.items() if row.box.hasFocus()), "")
        if [_kept(row) for row in rows] != [_kept(row) for row in self._said]:
            self._build(rows)
        self._said = tuple(rows)
        for row in rows:
            if isinstance(row, ChoiceRow):
                self._rows[row.name].show_value(row.value)
        if held in self._rows:
            self._rows[held].box.setFocus()

    def box(self, name: str) -> QComboBox:
        """The box of a choice."""
        return self._rows[name].box

    def has_keys(self) -> bool:
        """Whether one of the choices is being made by the keys."""
        return any(row.box.hasFocus() for row in self._rows.values())

    def measure(self) -> None:
        self.setFixedWidth(theme.length("column") * 3 // 5)
        hair = theme.size("hairline")
        self._outer.setContentsMargins(0, 0, hair, 0)
        side = theme.space(4)
        self._column.setContentsMargins(side, theme.space(3), side, theme.space(3))
        self._column.setSpacing(theme.space(2.5))
        for row in self._rows.values():
            row.measure()

    def _build(self, rows: Sequence[Heading | ChoiceRow]) -> None:
        stays = {_kept(row) for row in rows} & {_kept(row) for row in self._said}
        before = {row.name: self._rows[row.name] for row in _choices(self._said, stays)}
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget and widget not in before.values():
                widget.hide()
                widget.deleteLater()
        self._rows = {row.name: before.get(row.name) or self._made(row) for row in _choices(rows)}
        for row in rows:
            name = "" if isinstance(row, Heading) else row.name
            self._column.addWidget(self._rows.get(name) or self._headed(row))
        self._column.addStretch(1)
        for first, then in pairwise(row.box for row in self._rows.values()):
            self.setTabOrder(first, then)

    def _made(self, row: ChoiceRow) -> "_Row":
        made = _Row(row, self._page)
        made.changed.connect(self.changed)
        return made

    def _headed(self, row: Heading | ChoiceRow) -> PlainLabel:
        text = row.text if isinstance(row, Heading) else ""
        return PlainLabel(text, self._page, size="title", weight=QFont.Weight.DemiBold)


class _Row(QWidget):
    """A label with its sample, and the box below them."""

    changed = Signal(str, str)

    def __init__(self, row: ChoiceRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = row.name
        label = ElidedLabel(row.label, self, size="label", token=Token.MUTED)
        sample = ElidedLabel(row.sample, self, size="label", token=Token.FAINT)
        sample.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field = FormField(row.name, row.label, "choice", row.options, row.value)
        self._editor = editor(field, self)
        box = self._editor.widget()
        assert isinstance(box, QComboBox)
        self.box = box
        box.setAccessibleName(label.text())
        told = _("{label}: {text}").format(label=label.text(), text=sample.text())
        box.setAccessibleDescription(told)  # a box of choices has its choice for a name
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._head = QHBoxLayout()
        self._head.addWidget(label, 3)
        self._head.addWidget(sample, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(box)
        self._editor.edited.connect(self._tell)
        self.measure()

    def measure(self) -> None:
        self._column.setSpacing(theme.space(1))
        self._head.setSpacing(theme.space(2))
        self.box.ensurePolished()  # or its height is that of another style while rows are laid out
        self.setFixedHeight(self._column.sizeHint().height())

    def show_value(self, value: str) -> None:
        """Choose a value without saying so."""
        self.box.blockSignals(True)
        self.box.setCurrentIndex(self.box.findData(value))
        self.box.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit(self._name, self._editor.value())


def _choices(
    rows: Sequence[Heading | ChoiceRow], among: set[Heading | ChoiceRow] | None = None
) -> list[ChoiceRow]:
    """The choices of some rows; all, or those that are ``among`` others but for their values."""
    return [
        row for row in rows if isinstance(row, ChoiceRow) and (among is None or _kept(row) in among)
    ]


def _kept(row: Heading | ChoiceRow) -> Heading | ChoiceRow:
    """The row without its value, which changes in its place."""
    return row if isinstance(row, Heading) else replace(row, value="")
