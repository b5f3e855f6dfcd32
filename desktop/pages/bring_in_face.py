"""What the import page looks like: the file, how it is read, its rows, and what will come in."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.candidates import Candidates
from widgets.choice_column import ChoiceColumn
from widgets.ground import Ground, fill
from widgets.plain import ElidedLabel, PlainLabel, plain_button
from widgets.progress_line import ProgressLine
from widgets.table_view import TableView
from widgets.theme import Token

MOST_FAULTS = 8  # in sight at once above the rows


class BringInFace(Ground):
    """Shows what it is told; the page that owns it reads, judges and writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.file = _FileHead(self)
        self.line = ProgressLine(self)
        self.choices, self.candidates = ChoiceColumn(self), Candidates(self)
        self.tables, self.foot = _Tables(self), _Foot(self)
        self._main = QStackedWidget(self)
        fill_stack(self._main, self.tables, self.candidates)
        column, self._middle = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.choices)
        self._middle.addWidget(self._main, 1)
        fill(column, self.file, self.line)
        column.addLayout(self._middle, 1)
        column.addWidget(self.foot)

    def ask(self, question: str, candidates: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show candidates in place of the rows, and go to the first."""
        self.candidates.ask(question, candidates)
        self._main.setCurrentWidget(self.candidates)
        self.candidates.setFocus()

    def show_tables(self) -> None:
        """Show the rows and what is wrong with them."""
        self._main.setCurrentWidget(self.tables)


class _FileHead(Ground):
    """The title, the file, and the button for another one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        title = PlainLabel(_("Import"), self, size="incident", weight=QFont.Weight.DemiBold)
        self._name = ElidedLabel("", self)
        self._told = ElidedLabel("", self, token=Token.MUTED, tabular=True)
        self.button = QPushButton(self)
        self._row = QHBoxLayout(self)
        fill(self._row, title, self._name, self._told)
        self._row.addStretch(1)
        self._row.addWidget(self.button)
        self.show_file("", "")
        self.measure()

    def show_file(self, name: str, told: str) -> None:
        """The file's name, and how large it is."""
        self._name.setText(name)
        self._told.setText(told)
        self.button.setText(_("Choose another file…") if name else _("Choose a file…"))

    def measure(self) -> None:
        side = theme.space(4)
        self._row.setContentsMargins(side, theme.space(2.5), side, theme.space(2.5))
        self._row.setSpacing(theme.space(3))


class _Tables(QWidget):
    """What is wrong, if anything is, above the rows as they will be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wrong = _TitledTable(_("What is wrong"), Token.BAD, self)
        self._read = _TitledTable(_("As they will be read"), Token.TEXT, self)
        self.rows, self.faults = self._read.table, self._wrong.table
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._wrong, 1)
        column.addWidget(self._read, 1)
        self._wrong.hide()

    def show_rows(self, model: QAbstractItemModel, told: str) -> None:
        """Show these rows; ``told`` counts them."""
        self._read.show_model(model, told)

    def show_faults(self, model: QAbstractItemModel | None, told: str = "") -> None:
        """Show these faults above the rows, or none."""
        if model is not None:
            self._wrong.show_model(model, told)
        self._wrong.setVisible(model is not None)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        """A few faults leave the room to the rows."""
        lines = min(self._wrong.table.count(), MOST_FAULTS) + 2.5
        self._wrong.setMaximumHeight(round(lines * theme.length("row")) + theme.space(4))


class _TitledTable(Ground):
    """A title with a count above a table."""

    def __init__(self, title: str, token: Token, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        bold = QFont.Weight.DemiBold
        name = PlainLabel(title, self, size="title", weight=bold, token=token)
        self._told = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.table = TableView(self)
        self.table.setAccessibleName(title)
        self.table.setSortingEnabled(False)
        self._head = QHBoxLayout()
        fill(self._head, name, self._told, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.table, 1)
        self.measure()

    def show_model(self, model: QAbstractItemModel, told: str) -> None:
        """Show a model that is this table's from now on; the one before is thrown away."""
        before = self.table.model()
        model.setParent(self.table)
        self.table.set_model(model)
        self._told.setText(told)
        if before is not None:
            before.deleteLater()

    def measure(self) -> None:
        side = theme.space(2)
        self._column.setContentsMargins(side, theme.space(3), side, 0)
        self._column.setSpacing(theme.space(1))
        self._head.setContentsMargins(side, 0, side, 0)
        self._head.setSpacing(theme.space(2))


class _Foot(Ground):
    """What a user should know, and the two buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self._said = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self.cancel, self.go = QPushButton(_("Cancel"), self), QPushButton(self)
        self.go.setProperty("kind", "primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._said, 1)
        fill(self._row, self.cancel, self.go)
        self.offer(_("Import"), ready=False)
        self.measure()

    def say(self, sentence: str, token: Token = Token.MUTED, *, aloud: bool = False) -> None:
        """Say a sentence beside the buttons; ``aloud`` also to a screen reader at once."""
        self._said.setText(sentence)
        self._said.set_token(token)
        if aloud and sentence:
            announce(self, sentence)

    def sentence(self) -> str:
        """What stands there."""
        return self._said.text()

    def offer(self, words: str, *, ready: bool) -> None:
        """What the button would do, and whether it can."""
        self.go.setText(plain_button(words))
        self.go.setEnabled(ready)

    def measure(self) -> None:
        side = theme.space(4)
        self._row.setContentsMargins(side, theme.space(3), side, theme.space(3))
        self._row.setSpacing(theme.space(2))


def fill_stack(stack: QStackedWidget, *widgets: QWidget) -> None:
    """Put these widgets on a stack; the first is shown."""
    for widget in widgets:
        stack.addWidget(widget)
