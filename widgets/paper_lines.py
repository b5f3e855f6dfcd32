"""Lines with columns to type into, as on a sheet of paper; a fault stands below its line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.log_line import LONGEST
from widgets.plain import PlainLabel
from widgets.theme import Token

FIRST = 8  # lines at the beginning; the last one, once begun, brings another


class PaperLines(Ground):
    """Enter goes to the next line, Tab to the next cell; Ctrl+Enter is left to the form around.

    ``edited``: some cell holds something else now.
    """

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.setAccessibleName(name)
        self._columns: Sequence[tuple[str, str, int]] = ()
        self._cells: list[dict[str, _Cell]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._sheet: QWidget | None = None
        self._fault = PlainLabel("", self, size="label", token=Token.BAD, wrap=True)
        self._fault.hide()

    def show_columns(
        self, columns: Sequence[tuple[str, str, int]], lines: Sequence[dict[str, str]] = ()
    ) -> None:
        """Show empty lines, or these, in columns of a name, a heading and a share of the width."""
        self._columns, self._cells = columns, []
        if self._sheet:
            self._fault.setParent(self)
            self._column.removeWidget(self._sheet)
            self._sheet.deleteLater()
        self._sheet = QWidget(self)
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, (_name, heading, share) in enumerate(columns):
            label = PlainLabel(heading, self._sheet, size="label", token=Token.MUTED)
            self._grid.addWidget(label, 0, place)
            self._grid.setColumnStretch(place, share)
        for n in range(max(FIRST, len(lines) + 1)):
            self._add(lines[n] if n < len(lines) else {})
        self._column.insertWidget(0, self._sheet)
        self.show_fault()
        self.measure()

    def lines(self) -> list[dict[str, str]]:
        """What stands in each line, cell by cell; the last ones may be empty."""
        return [{name: cell.text() for name, cell in row.items()} for row in self._cells]

    def show_fault(self, sentence: str = "", line: int = 0, name: str = "") -> None:
        """Say what is wrong with a cell and go there; without a sentence nothing is."""
        for row in self._cells:
            for each in row.values():
                each.set_faulty(False)
        if sentence:
            self._fault.setText(_("Line {n}: {sentence}").format(n=line + 1, sentence=sentence))
            cell = self._cells[line].get(name) or next(iter(self._cells[line].values()))
            cell.set_faulty(True)
            cell.setAccessibleDescription(sentence)
            self._grid.addWidget(self._fault, 2 * line + 2, 0, 1, len(self._columns))
            self._go_to(cell)
        self._fault.setVisible(bool(sentence))

    def _go_to(self, cell: QWidget) -> None:
        """Give the keys to a cell, and bring it into sight where the lines are scrolled."""
        cell.setFocus()
        around: QWidget | None = self
        while around and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(cell, 0, 2 * cell.sizeHint().height())

    def cell(self, line: int, name: str) -> QLineEdit:
        """The cell of a line, from 0, in the column of this name."""
        return self._cells[line][name]

    def measure(self) -> None:
        self._column.setSpacing(theme.space(2))
        if self._sheet:
            self._grid.setHorizontalSpacing(theme.space(1))
            self._grid.setVerticalSpacing(theme.space(0.5))

    def _add(self, texts: dict[str, str]) -> None:
        assert self._sheet
        n, row = len(self._cells), {}
        for place, (name, heading, _share) in enumerate(self._columns):
            row[name] = cell = _Cell(texts.get(name, ""), self._sheet)
            cell.setAccessibleName(_("Line {n}, {column}").format(n=n + 1, column=heading))
            cell.textChanged.connect(self._changed)
            cell.returnPressed.connect(self._next_line)
            self._grid.addWidget(cell, 2 * n + 1, place)
        self._cells.append(row)

    def _changed(self) -> None:
        if any(cell.text() for cell in self._cells[-1].values()):
            self._add({})
        if not self._fault.isHidden():
            self.show_fault()
        self.edited.emit()

    def _next_line(self) -> None:
        sender = self.sender()
        for n, row in enumerate(self._cells):
            if sender in row.values():
                if n + 1 == len(self._cells):
                    self._add({})
                self._go_to(next(iter(self._cells[n + 1].values())))
                return


class _Cell(QLineEdit):
    """One line of text in a cell."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setMaxLength(LONGEST)

    def set_faulty(self, faulty: bool) -> None:
        if bool(self.property("faulty")) != faulty:
            self.setProperty("faulty", faulty)
            self.style().polish(self)
            if not faulty:
                self.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
            if enter:
                event.accept()
