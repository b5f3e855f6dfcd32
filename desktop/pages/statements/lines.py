"""The bank of questions with approved lines, found while the phone rings."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.line_columns import line_columns, sheet_of, why_not_said
from desktop.models.listed import ListedThings
from desktop.pages.actions import act, passing_menu
from desktop.pages.beside import Beside
from desktop.pages.deeds import Deeds
from desktop.pages.parts.part import Part
from desktop.pages.statements.desk_facts import FindsFacts
from desktop.pages.statements.line_search import LineSearch
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.answers import bank
from desktop.warroom.answers.finding import Bank
from desktop.warroom.answers.lines import Answer, qa_coverage
from desktop.warroom.drills.marked import marked
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.wording import reference, worded
from resources import _, ngettext
from widgets.line_sheet import LineSheet
from widgets.palette import Palette
from widgets.plain import PlainButton
from widgets.seam import Seam
from widgets.table_view import TableView
from widgets.theme import Token

ALL = 5_000  # lines that are listed at most
KEYS = {"c": "copy_line", "g": "ask_again", "a": "approve", "r": "retire"}
FACTS = 12  # rows of facts in sight at once
FACT_KEY = "Ctrl+Shift+F"  # as in a statement


class LinePart(Part):
    """A search, the best line large below it, and all that was found."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self.deeds, self._bank = room, Deeds(room, self), Bank(room)
        self._main, self._found = QWidget(self), list[Answer]()
        self.search = LineSearch(self._main)
        self.sheet = LineSheet(_("Type a word of the question, in any language."), self._main)
        self.table, self.model = TableView(self), ListedThings(room, line_columns(room), self)
        self.table.set_model(self.model)
        self.table.setAccessibleName(_("Questions and answers"))
        self.table.setObjectName("statements-lines")
        self.beside = Beside(room, self._main, self.search.field, self)
        self.beside.setObjectName("statements-lines-beside")
        self._lay_out()
        self._act()
        self._connect()
        self.setFocusProxy(self.search)
        self.look_again()
        room.on_change(self._follow)

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind is Answer

    def show_record(self, record: Record) -> None:
        if self._row_of(record.id) is None:
            self.search.field.clear()
        if (row := self._row_of(record.id)) is not None:
            self.table.select(row)
            self._show_chosen()

    def selection(self) -> Selection[Answer]:
        return Selection(kind=Answer, order="question")

    def refresh(self) -> None:
        self.look_again()

    def mark(self) -> tuple[str, Token]:
        covered = qa_coverage(self._room)
        if covered.share is None:
            return "", Token.MUTED
        token = Token.GOOD if covered.share == 1 else Token.WARN
        return f"{covered.valid}/{covered.asked}", token

    # deeds

    def copy_line(self) -> None:
        """Put the line on the clipboard, unless it is not to be said."""
        if (answer := self.chosen()) is None:
            return
        if refused := why_not_said(self._room, answer):
            self.failed.emit(refused)
            return
        said = marked(self._room.incident, worded(self._room, answer.line))
        QGuiApplication.clipboard().setText(said)
        self.told.emit(_("The line was copied."))

    def approve(self) -> None:
        """Approve the chosen line as the operator."""
        self._do(bank.approve, _("Approved: {title}"))

    def retire(self) -> None:
        """Let the chosen line no longer be said."""
        self._do(bank.retire, _("No longer said: {title}"))

    def ask_again(self) -> None:
        """Count the chosen question once more."""
        self._do(bank.asked_again, _("Asked once more: {title}"))

    def ask_new(self) -> None:
        """Ask for a new question; what was looked for and not found begins it."""
        words = "" if self._found else self.search.words().strip()
        self.beside.ask_new(Answer, question=words)

    def open_chosen(self) -> None:
        """Open the chosen question to be changed."""
        if answer := self.chosen():
            self.beside.open([self._room.get(Answer, answer.id)])

    def take_back(self) -> None:
        """Take the chosen question out of the bank; Undo brings it back."""
        if answer := self.chosen():
            self.deeds.take_back([answer])

    def ask_fact(self) -> None:
        """Ask for a fact to be named in the line that is being written."""
        if not self.beside.panel.isVisible():
            self.open_chosen()
        if self.beside.panel.isVisible():
            finds = FindsFacts(self._room, self._put_in, self.failed.emit)
            Palette(finds, _("Insert a fact"), self.window(), most=FACTS)

    def chosen(self) -> Answer | None:
        """The answer whose row is chosen."""
        row = next(iter(self.table.rows()), None)
        return None if row is None else self.model.thing(row)

    # inside

    def look_again(self) -> None:
        """Find anew; the row that was chosen stays so where it is still there."""
        held = self.chosen()
        self._found = self._bank.find(self.search.words(), self._room.now().ms, ALL)
        self.model.show(self._found)
        row = self._row_of(held.id) if held else None
        if self._found:
            self.table.select(row or 0)
        self._say_count()
        self._show_chosen()

    def _look_for(self, words: str) -> None:
        self._found = self._bank.find(words, self._room.now().ms, ALL)
        self.model.show(self._found)
        if self._found:
            self.table.select(0)  # the best: what was chosen before was an answer to other words
        self._say_empty()
        self._say_count()
        self._show_chosen()

    def _walk(self, rows: int) -> None:
        if self._found:
            at = next(iter(self.table.rows()), 0) + rows
            self.table.select(min(max(at, 0), len(self._found) - 1))

    def _put_in(self, fact: str) -> None:
        """Name a fact where the line was being written; it is said with its present value."""
        panel = self.beside.panel
        writing = panel.focusWidget()
        if not isinstance(writing, QPlainTextEdit):
            panel.go_to("line")
            writing = panel.focusWidget()
        if isinstance(writing, QPlainTextEdit):
            writing.insertPlainText(reference(fact))

    def _do(self, deed: Callable[[WarRoom, Answer], object], done: str) -> None:
        if answer := self.chosen():
            said = done.format(title=shown.short(answer.question))
            self.deeds.attempt(partial(deed, self._room, answer), said)

    def _show_chosen(self) -> None:
        answer = self.chosen()
        self.sheet.show_sheet(sheet_of(self._room, answer) if answer else None)
        for button in self._buttons:
            button.setEnabled(answer is not None)

    def _say_count(self) -> None:
        n = len(self._found)
        found = ngettext("{n} line", "{n} lines", n).format(n=f"{n:,}")
        self.search.count.setText(found if self.search.words().strip() or n else "")

    def _say_empty(self) -> None:
        if self.search.words().strip():
            self.table.set_empty(
                _("Nothing holds all of these words"), _("New notes the question.")
            )
        else:
            self.table.set_empty(
                _("No question yet"),
                _("N notes the first: the question, the line, what not to say."),
            )

    def _row_of(self, answer: str) -> int | None:
        return next((row for row, each in enumerate(self._found) if each.id == answer), None)

    def _lay_out(self) -> None:
        split = Seam(Qt.Orientation.Vertical, self._main)
        split.setObjectName("statements-lines-seam")
        split.addWidget(self.sheet)
        split.addWidget(self.table)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        inside, column = QVBoxLayout(self._main), QVBoxLayout(self)
        for layout in (inside, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        inside.addWidget(self.search)
        inside.addWidget(split, 1)
        column.addWidget(self.beside)
        self._say_empty()

    def _act(self) -> None:
        deeds = (
            (_("Copy the line"), "c", self.copy_line),
            (_("Asked again"), "g", self.ask_again),
            (_("Approve"), "a", self.approve),
            (_("No longer said"), "r", self.retire),
        )
        self._buttons = [PlainButton(words, self.sheet) for words, _key, _deed in deeds]
        self.new = PlainButton(_("New"), self.sheet)
        self.sheet.add_buttons(*self._buttons, self.new)
        for button, (words, key, deed) in zip(self._buttons, deeds, strict=True):
            button.clicked.connect(deed)
            act(self.table, (f"{words}\t{key.upper()}", "", deed))
        self.new.clicked.connect(self.ask_new)
        self.table.set_keys("".join(KEYS))
        act(
            self.table,
            (_("Open and change"), "F2", self.open_chosen),
            (_("New"), "N", self.ask_new),
            (_("Take back"), "Del", self.take_back),
        )
        fact = QAction(_("Insert a fact"), self)
        fact.setShortcut(QKeySequence(FACT_KEY))
        fact.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        fact.triggered.connect(self.ask_fact)
        self.addAction(fact)

    def _connect(self) -> None:
        self.pass_on(self.deeds, self.beside)
        self.beside.told.connect(self.told)
        self.search.edited.connect(self._look_for)
        self.search.walked.connect(self._walk)
        self.search.copied.connect(self.copy_line)
        self.search.left.connect(self.table.setFocus)
        self.table.pressed.connect(self._pressed)
        self.table.opened.connect(self._opened)
        self.table.menu_asked.connect(self._menu)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)

    def _pressed(self, key: str) -> None:
        getattr(self, KEYS[key])()

    def _opened(self, _index: QModelIndex) -> None:
        self.open_chosen()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in (Answer, Fact) for change in changes):
            self._bank.follow(changes)
            self.look_again()
