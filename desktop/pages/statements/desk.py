"""Public texts: written from a template, checked, approved, released."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.statement_rows import statement_rows
from desktop.pages.actions import act
from desktop.pages.statements.desk_asks import ask_new, ask_release, ask_seen, ask_withdraw
from desktop.pages.statements.desk_head import (
    APPROVE,
    KEYS,
    LANGUAGE,
    NEXT,
    RELEASE,
    SUBMIT,
    WITHDRAW,
)
from desktop.pages.statements.desk_part import NARROW, DeskPart
from desktop.pages.statements.desk_side import DeskSide
from desktop.pages.statements.side_panel import SidePanel
from desktop.warroom.choices import Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approval import SignOff
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import Touched, all_open
from resources import _
from widgets import theme
from widgets.theme import Token

WIDE = 1_100  # pixels at 100 % from which the check stands beside the text unasked
SIDE_KEY = "F6"


class StatementPart(DeskPart):
    """The texts at the left, the chosen one beside them, and beside it what a deed asks."""

    kind = Statement
    follows = (Statement, SignOff, Release, Touched, Fact, Incident)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, parent)
        self.side = DeskSide(room, self.seam)
        self._aside: bool | None = None
        self._connect_side()
        self._act()
        self.begin("statements-desk", self.side)

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        texts = {each.about for each in all_open(self._room) if each.about_kind == "statement"}
        return (f"▲ {len(texts)}", Token.WARN) if texts else ("", Token.MUTED)

    def holds(self, kind: type[Record]) -> bool:
        return kind is Statement

    def statement(self) -> Statement | None:
        """The text that is shown."""
        shown = self.writing.statement
        return shown if isinstance(shown, Statement) else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.make_room()

    # deeds

    def new(self) -> None:
        """Ask for template and language of a new text."""
        self._ask(ask_new(self._room, self._begun))

    def release(self) -> None:
        """Ask where the chosen text goes out."""
        statement = self._ready()
        if statement and not self.deeds.refuses_release(statement):
            self._ask(ask_release(self._room, statement))

    def next_version(self) -> None:
        """Carry the chosen text on in a next version."""
        if statement := self._ready():
            self.deeds.next_version(statement)

    def in_language(self) -> None:
        """Ask for a further language of the chosen text."""
        if statement := self._ready():
            self.deeds.in_language(statement, self.writing.head.below(LANGUAGE))

    def withdraw(self) -> None:
        """Ask why the chosen text is taken down."""
        statement = self._ready()
        if statement and not self.deeds.refuses_withdrawal(statement):
            self._ask(ask_withdraw(self._room, statement))

    def toggle_side(self) -> None:
        """Show the check, the versions and the codes beside the text, or hide them."""
        self._aside = not self._wants_side()
        self.make_room()

    def show_side(self, name: str) -> SidePanel:
        """Show ``check``, ``versions`` or ``codes`` beside the text."""
        self._aside = True
        self.make_room()
        return self.side.show_side(name)

    def go_aside(self) -> None:
        """Go to what stands beside the text, and from there back to the text."""
        if self.side.isAncestorOf(QApplication.focusWidget() or self):
            self._go_back()
        elif self.statement() and self.asking.isHidden():
            self._aside = True
            self.make_room()
            self.side.go_in()

    def see(self, mark: str) -> None:
        """Ask how somebody sees to a fact that has changed."""
        if found := next((each for each in self.writing.marked if each.id == mark), None):
            self._ask(ask_seen(self._room, found, self.writing.marks.told(found)))

    # for every desk

    def deed_of(self) -> Mapping[str, Callable[[], None]]:
        return {
            SUBMIT: self.submit,
            APPROVE: self.approve,
            RELEASE: self.release,
            NEXT: self.next_version,
            LANGUAGE: self.in_language,
            WITHDRAW: self.withdraw,
        }

    def make_room(self) -> None:
        """Where there is no room for three, what is asked stands in place of the text."""
        narrow, asking = self.width() < theme.px(NARROW), not self.asking.isHidden()
        aside = not asking and self._wants_side()
        if aside != self.side.isVisibleTo(self):
            self.side.setHidden(not aside)
            self.side.show_statement(self.statement())
        self.writing.foot.side.setChecked(aside)
        self.writing.setHidden(narrow and (asking or aside))

    # inside

    def _go_back(self) -> None:
        """Back to the text, which may have given its place away."""
        if self.writing.isHidden():
            self._aside = False
            self.make_room()
        self.writing.setFocus()

    def _seek(self, field: str, words: str) -> None:
        self._go_back()
        self.writing.text.go_to(field, words)

    def _wants_side(self) -> bool:
        """Whether the panels beside the text are shown: as was asked, else where there is room."""
        if self.statement() is None:
            return False
        return self.width() >= theme.px(WIDE) if self._aside is None else self._aside

    def _show(self, name: str) -> None:
        super()._show(name)
        self.side.show_statement(self.statement())
        self.make_room()

    def _show_rows(self) -> None:
        marked = {each.about for each in all_open(self._room)}
        self.list.show_rows(statement_rows(self._room, marked))

    def _saved(self, before: Statement) -> None:
        """What was in review or approved is a draft again: that is worth a word."""
        if before.standing in (Standing.REVIEW, Standing.APPROVED):
            self.did.emit(_("Changed: it is a draft again, and its approvals have ended."))

    def _connect_side(self) -> None:
        self.writing.marks.seen.connect(self.see)
        self.writing.text.saved.connect(self._saved)
        self.writing.foot.side.clicked.connect(self.toggle_side)
        self.side.sought.connect(self._seek)
        self.side.did.connect(self.did)
        self.side.failed.connect(self.failed)
        aside = QShortcut(QKeySequence(SIDE_KEY), self)
        aside.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        aside.setWhatsThis(_("Check, versions, codes; and back"))
        aside.activated.connect(self.go_aside)

    def _act(self) -> None:
        act(
            self.list.rows,
            (_("Open and change"), "F2", self._open),
            (_("New"), "N", self.new),
            (_("Submit for review"), KEYS[SUBMIT], self.submit),
            (_("Approve"), KEYS[APPROVE], self.approve),
            (_("Release…"), KEYS[RELEASE], self.release),
            (_("Next version"), KEYS[NEXT], self.next_version),
            (_("In another language…"), KEYS[LANGUAGE], self.in_language),
            (_("Withdraw…"), KEYS[WITHDRAW], self.withdraw),
            (_("Take back"), "Del", self.take_back),
        )
