"""Public texts: written from a template, checked, approved, released."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.models.named import told_gone
from desktop.models.statement_rows import statement_rows
from desktop.pages.actions import act, passing_menu
from desktop.pages.parts.part import Part
from desktop.pages.statements.desk_asking import Ask, AskPanel
from desktop.pages.statements.desk_asks import ask_new, ask_release, ask_seen, ask_withdraw
from desktop.pages.statements.desk_deeds import DeskDeeds
from desktop.pages.statements.desk_head import (
    APPROVE,
    KEYS,
    LANGUAGE,
    NEXT,
    RELEASE,
    SUBMIT,
    WITHDRAW,
)
from desktop.pages.statements.desk_list import DeskList
from desktop.pages.statements.desk_side import DeskSide
from desktop.pages.statements.desk_writing import DeskWriting
from desktop.pages.statements.side_panel import SidePanel
from desktop.warroom.acts import Change
from desktop.warroom.choices import Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.approval import SignOff
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import Touched, all_open
from resources import _
from widgets import theme
from widgets.seam import Seam
from widgets.theme import Token

SHOWN = (Statement, SignOff, Release, Touched, Fact, Incident)  # kinds that this part tells of
NARROW = 900  # pixels at 100 % below which there is no room for list, text and what is beside it
WIDE = 1_100  # pixels at 100 % from which the check stands beside the text unasked
SIDE_KEY = "F6"


class StatementPart(Part):
    """The texts at the left, the chosen one beside them, and beside it what a deed asks."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.seam = Seam(Qt.Orientation.Horizontal, self)
        self.list = DeskList(self.seam)
        self.writing = DeskWriting(room, self.seam)
        self.side = DeskSide(room, self.seam)
        self._aside: bool | None = None
        self.asking = AskPanel(room, self.seam)
        self.deeds = DeskDeeds(room, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list.rows)
        self._show_rows()
        self._choose_first()
        room.on_change(self._follow)

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        texts = {each.about for each in all_open(self._room) if each.about_kind == "statement"}
        return (f"▲ {len(texts)}", Token.WARN) if texts else ("", Token.MUTED)

    def holds(self, kind: type[Record]) -> bool:
        return kind is Statement

    def show_record(self, record: Record) -> None:
        self.list.rows.choose(record.id)
        self._show(record.id)

    def selection(self) -> Selection[Statement]:
        return Selection(kind=Statement)

    def refresh(self) -> None:
        self._show_rows()

    def put_away(self) -> None:
        self.writing.text.put_away()
        self.asking.put_away()

    def statement(self) -> Statement | None:
        """The text that is shown."""
        shown = self.writing.statement
        return shown if isinstance(shown, Statement) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()

    # deeds

    def new(self) -> None:
        """Ask for template and language of a new text."""
        self._ask(ask_new(self._room, self._begun))

    def submit(self) -> None:
        """Give the chosen draft to those who approve it."""
        if statement := self._ready():
            self.deeds.submit(statement)

    def approve(self) -> None:
        """Approve the chosen text; where several roles are missing, ask in which."""
        if statement := self._ready():
            self.deeds.approve(statement, self._below(APPROVE))

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
            self.deeds.in_language(statement, self._below(LANGUAGE))

    def withdraw(self) -> None:
        """Ask why the chosen text is taken down."""
        statement = self._ready()
        if statement and not self.deeds.refuses_withdrawal(statement):
            self._ask(ask_withdraw(self._room, statement))

    def take_back(self) -> None:
        """Take the chosen text out of the list, as long as it is not out."""
        if statement := self._ready():
            self.deeds.take_back(statement, told_gone([statement]))

    def toggle_side(self) -> None:
        """Show the check, the versions and the codes beside the text, or hide them."""
        self._aside = not self._wants_side()
        self._make_room()

    def show_side(self, name: str) -> SidePanel:
        """Show ``check``, ``versions`` or ``codes`` beside the text."""
        self._aside = True
        self._make_room()
        return self.side.show_side(name)

    def go_aside(self) -> None:
        """Go to what stands beside the text, and from there back to the text."""
        if self.side.isAncestorOf(QApplication.focusWidget() or self):
            self._go_back()
        elif self.statement() and self.asking.isHidden():
            self._aside = True
            self._make_room()
            self.side.go_in()

    def see(self, mark: str) -> None:
        """Ask how somebody sees to a fact that has changed."""
        if found := next((each for each in self.writing.marked if each.id == mark), None):
            self._ask(ask_seen(self._room, found, self.writing.marks.told(found)))

    # inside

    def _ready(self) -> Statement | None:
        """The chosen text with all that was typed saved; None where that cannot be."""
        self.writing.head.refuse("")
        if self.writing.save():
            return self.statement()
        self.writing.head.refuse(self.writing.text.fault() or self.writing.head.sentence.text())
        return None

    def _below(self, name: str) -> QPoint:
        return self.writing.head.below(name)

    def _ask(self, ask: Ask) -> None:
        self.asking.ask(ask)
        self.asking.show()
        self._make_room()
        self.asking.setFocus()

    def _asked(self, name: str) -> None:
        {
            SUBMIT: self.submit,
            APPROVE: self.approve,
            RELEASE: self.release,
            NEXT: self.next_version,
            LANGUAGE: self.in_language,
            WITHDRAW: self.withdraw,
        }[name]()

    def _begun(self, statement: Statement) -> None:
        self._show_rows()
        self.list.rows.choose(statement.id)
        self._show(statement.id)

    def _answered(self, sentence: str) -> None:
        self._shut()
        self.did.emit(sentence)

    def _shut(self) -> None:
        self.asking.hide()
        self._make_room()
        self._give_keys()

    def _go_back(self) -> None:
        """Back to the text, which may have given its place away."""
        if self.writing.isHidden():
            self._aside = False
            self._make_room()
        self.writing.setFocus()

    def _seek(self, field: str, words: str) -> None:
        self._go_back()
        self.writing.text.go_to(field, words)

    def _make_room(self) -> None:
        """Where there is no room for three, what is asked stands in place of the text."""
        narrow, asking = self.width() < theme.px(NARROW), not self.asking.isHidden()
        aside = not asking and self._wants_side()
        if aside != self.side.isVisibleTo(self):
            self.side.setHidden(not aside)
            self.side.show_statement(self.statement())
        self.writing.foot.side.setChecked(aside)
        self.writing.setHidden(narrow and (asking or aside))

    def _wants_side(self) -> bool:
        """Whether the panels beside the text are shown: as was asked, else where there is room."""
        if self.statement() is None:
            return False
        return self.width() >= theme.px(WIDE) if self._aside is None else self._aside

    def _give_keys(self) -> None:
        """To the text where it is still written, else to the list."""
        statement = self.statement()
        written = statement is not None and statement.standing == Standing.DRAFT
        (self.writing if written else self.list.rows).setFocus()

    def _open(self, _name: str) -> None:
        self.writing.setFocus()

    def _open_chosen(self) -> None:
        self.writing.setFocus()

    def _show(self, name: str) -> None:
        statement = self._room.find(Statement, name)
        gone = statement is None or statement.gone
        self.writing.show_statement(None if gone else statement)
        self.side.show_statement(self.statement())
        self._make_room()

    def _show_rows(self) -> None:
        marked = {each.about for each in all_open(self._room)}
        self.list.show_rows(statement_rows(self._room, marked))

    def _choose_first(self) -> None:
        if names := self.list.rows.names():
            self.list.rows.choose(names[0])
            self._show(names[0])

    def _saved(self, before: Statement) -> None:
        """What was in review or approved is a draft again: that is worth a word."""
        if before.standing in (Standing.REVIEW, Standing.APPROVED):
            self.did.emit(_("Changed: it is a draft again, and its approvals have ended."))

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.list.rows.actions())
        menu.popup(at)

    def _lay_out(self) -> None:
        self.seam.setObjectName("statements-desk")
        for part, share in ((self.list, 0), (self.writing, 1), (self.side, 0), (self.asking, 0)):
            self.seam.addWidget(part)
            self.seam.setStretchFactor(self.seam.indexOf(part), share)
        self.asking.hide()
        self.side.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.seam)

    def _connect(self) -> None:
        rows, writing = self.list.rows, self.writing
        self.list.new.clicked.connect(self.new)
        rows.chose.connect(self._show)
        rows.opened.connect(self._open)
        rows.menu_asked.connect(self._menu)
        writing.left.connect(rows.setFocus)
        writing.head.asked.connect(self._asked)
        writing.marks.seen.connect(self.see)
        writing.text.saved.connect(self._saved)
        self.asking.done.connect(self._answered)
        self.asking.closed.connect(self._shut)
        self.asking.failed.connect(self.failed)
        self.side.sought.connect(self._seek)
        self.side.did.connect(self.did)
        self.side.failed.connect(self.failed)
        writing.foot.side.clicked.connect(self.toggle_side)
        aside = QShortcut(QKeySequence(SIDE_KEY), self)
        aside.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        aside.setWhatsThis(_("Check, versions, codes; and back"))
        aside.activated.connect(self.go_aside)
        self.deeds.did.connect(self.did)
        self.deeds.refused.connect(writing.head.refuse)
        self.deeds.failed.connect(self.failed)
        self.deeds.made.connect(self._begun)
        act(
            rows,
            (_("Open and change"), "F2", self._open_chosen),
            (_("New"), "N", self.new),
            (_("Submit for review"), KEYS[SUBMIT], self.submit),
            (_("Approve"), KEYS[APPROVE], self.approve),
            (_("Release…"), KEYS[RELEASE], self.release),
            (_("Next version"), KEYS[NEXT], self.next_version),
            (_("In another language…"), KEYS[LANGUAGE], self.in_language),
            (_("Withdraw…"), KEYS[WITHDRAW], self.withdraw),
            (_("Take back"), "Del", self.take_back),
        )

    def _follow(self, changes: tuple[Change, ...]) -> None:
        kinds = {change.kind for change in changes}
        if not kinds & set(SHOWN):
            return
        if Fact in kinds:
            self.writing.follow()
        self._show_rows()
        chosen = self.list.rows.chosen()
        if chosen:
            self._show(chosen)
        else:
            self._show("")
            self._choose_first()
