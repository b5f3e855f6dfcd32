"""The chosen text with all that is known of it: how it stands, its marks, its parts, its length."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.pages.statements.desk_facts import FactInlays, FindsFacts
from desktop.pages.statements.desk_fields import Text
from desktop.pages.statements.desk_head import DeskHead
from desktop.pages.statements.desk_marks import DeskMarks
from desktop.pages.statements.desk_out import DeskOut
from desktop.pages.statements.desk_page import DeskPage
from desktop.pages.statements.desk_text import DeskText
from desktop.warroom import shown
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.length import length
from desktop.warroom.statements.touched import Touched, open_marks
from desktop.warroom.statements.wording import public_text, reference
from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.palette import Palette
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.theme import Token

LOW = 420  # pixels at 100 % below which the head takes too much of the height
FOUND = 12  # facts in sight at once
FACT_KEY = "Ctrl+Shift+F"


class DeskWriting(Ground):
    """Shows one statement or none; ``left``: Escape gives the keys back to the list."""

    left = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room, self.inlays = room, FactInlays(room)
        self.statement: Text | None = None
        self.marked: list[Touched] = []
        self._over = QWidget(self)
        self.head, self.marks = self.made_head(), DeskMarks(room, self._over)
        self.text, self.out = DeskText(room, self.inlays, self), DeskOut(room, self)
        self._stack, self.foot = QStackedWidget(self), _Foot(self)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.out)
        self._column, over = QVBoxLayout(self), QVBoxLayout(self._over)
        for layout in (self._column, over):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        fill(over, self.head, self.marks)
        self._column.addWidget(self._over)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.foot)
        self.text.edited.connect(self._count)
        self.text.saved.connect(self._say_saved)
        self.text.failed.connect(self.head.refuse)
        self.foot.fact.clicked.connect(self.ask_fact)
        self._add_keys()
        self.show_statement(None)

    def made_head(self) -> DeskHead:
        """What says how the text stands, and offers what comes next."""
        return DeskHead(self._room, self._over)

    def show_statement(self, statement: Text | None) -> None:
        """Show a statement as it is now, or none."""
        other = statement is None or self.statement is None or statement.id != self.statement.id
        self.statement = statement
        parts = (self.head, self._stack, self.foot)
        for part in parts:
            part.setVisible(statement is not None)
        if statement is None:
            self.text.leave()
            self.marks.hide()
            self.marked = []
            return
        if other:
            self.head.refuse("")
            self.foot.saved.setText("")
        self._show(statement)

    def follow(self) -> None:
        """Facts have changed: say their values anew."""
        self.inlays.forget()
        self.text.renew()

    def ask_fact(self) -> None:
        """Let a fact of the room be found and put where the cursor was."""
        if self.statement and self.statement.unreleased:
            finds = FindsFacts(self._room, self._put_in, self.head.refuse)
            Palette(finds, _("Insert a fact"), self.window(), most=FOUND)

    def save(self) -> bool:
        """Save what is typed; whether nothing is left that is not saved."""
        return self.text.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def measure(self) -> None:
        self._make_room()

    # inside

    def _make_room(self) -> None:
        """Where it is low for its text, what stands over the text scrolls with it."""
        if self.height() < theme.px(LOW) and self.statement:
            page = self._stack.currentWidget()
            assert isinstance(page, DeskPage)
            page.carry(self._over)
        elif self._over.parentWidget() is not self:
            self._column.insertWidget(0, self._over)
            self._over.show()

    def _show(self, statement: Text) -> None:
        self.head.show_statement(statement)
        self.marked = open_marks(self._room, statement)
        self.marks.show_marks(self.marked)
        if statement.unreleased:
            self.text.show_statement(statement)
        else:
            self.text.leave()
            self.out.show_statement(statement)
        shown_now = self.text if statement.unreleased else self.out
        self._stack.setCurrentWidget(shown_now)
        self._make_room()
        self.setFocusProxy(shown_now)
        self.foot.fact.setVisible(statement.unreleased)
        self._count()

    def _count(self) -> None:
        text = self.text.as_typed() if self.statement and self.statement.unreleased else None
        if now := text or self.statement:
            self.foot.show_length(now, public_text(self._room, now))
        kept = _("Kept, not saved yet")
        if self.text.is_typed():
            self.foot.saved.setText(kept)
        elif self.foot.saved.text() == kept:
            self.foot.saved.setText("")

    def _say_saved(self, _before: Text) -> None:
        self.head.refuse("")
        self.foot.saved.setText(_("Saved {time}").format(time=f"{self._room.here():%H:%M}"))

    def _put_in(self, fact: str) -> None:
        self.text.put_in(reference(fact))

    def _add_keys(self) -> None:
        for words, key, slot in (
            (_("Insert a fact"), FACT_KEY, self.ask_fact),
            (_("Save"), "Ctrl+S", self._save),
            (_("Back to the list"), "Esc", self._leave),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(words)
            shortcut.activated.connect(slot)

    def _save(self) -> None:
        self.save()

    def _leave(self) -> None:
        self.save()
        self.left.emit()


class _Foot(Ground):
    """The length of the text, whether it is saved, and the way to put a fact in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self.length = PlainLabel("", self, size="label", tabular=True)
        self.saved = PlainLabel("", self, size="label", token=Token.MUTED)
        self.fact = PlainButton(_("Insert a fact"), self)
        set_tip(self.fact, FACT_KEY)
        self.side = PlainButton(_("Check"), self, "quiet")
        self.side.setCheckable(True)
        set_tip(self.side, _("Check, versions and codes beside the text"))
        self._row = QHBoxLayout(self)
        fill(self._row, self.length, self.saved, 1, self.side, self.fact)
        self.measure()

    def show_length(self, statement: Text, text: str) -> None:
        """Say how long the text is; near its limit in amber, over it in red."""
        found = length(text, statement.form, statement.language)
        sign = "▲ " if found.near else ""
        token = Token.BAD if found.over else Token.WARN if found.near else Token.MUTED
        self.length.setText(f"{sign}{found}")
        self.length.set_token(token)
        self.length.setAccessibleName(shown.labelled(_("Length"), str(found)))

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(1.5), space(3), space(1.5))
        self._row.setSpacing(space(4))
