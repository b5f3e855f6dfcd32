"""Messages to staff: written from a template in versions, approved, and marked as sent."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.message_rows import message_rows
from desktop.models.named import told_gone
from desktop.pages.actions import act, passing_menu
from desktop.pages.parts.part import Part
from desktop.pages.staff.message_asks import ask_new, ask_whom
from desktop.pages.staff.message_deeds import MessageDeeds
from desktop.pages.staff.message_head import KEYS, REACH, SEND, WHOM, MessageWriting
from desktop.pages.statements.desk_asking import Ask, AskPanel
from desktop.pages.statements.desk_head import APPROVE, NEXT, SUBMIT
from desktop.pages.statements.desk_list import DeskList
from desktop.warroom.acts import Change
from desktop.warroom.choices import Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.approval import SignOff
from desktop.warroom.statements.touched import Touched
from resources import _
from widgets import theme
from widgets.seam import Seam
from widgets.theme import Token

SHOWN = (StaffMessage, StaffGroup, SignOff, Touched, Fact)
NARROW = 900  # pixels at 100 % below which what is asked stands in place of the text


class MessagePart(Part):
    """The messages at the left, the chosen one in the editor of the statement desk."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.seam = Seam(Qt.Orientation.Horizontal, self)
        self.list = DeskList(self.seam)
        self.list.title.setText(_("Messages"))
        self.list.rows.setAccessibleName(_("Messages to staff"))
        self.list.rows.set_empty(
            _("No message to staff yet"), _("Press N to begin one from a template.")
        )
        self.writing, self.asking = MessageWriting(room, self.seam), AskPanel(room, self.seam)
        self.deeds = MessageDeeds(room, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list.rows)
        self._show_rows()
        self._choose_first()
        room.on_change(self._follow)

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        waiting = [m for m in self._room.all(StaffMessage) if m.standing == Standing.REVIEW]
        return (f"{len(waiting):,}", Token.WARN) if waiting else ("", Token.MUTED)

    def show_record(self, record: Record) -> None:
        self.list.rows.choose(record.id)
        self._show(record.id)

    def selection(self) -> Selection[StaffMessage]:
        return Selection(kind=StaffMessage)

    def refresh(self) -> None:
        self._show_rows()

    def put_away(self) -> None:
        self.writing.text.put_away()
        self.asking.put_away()

    def message(self) -> StaffMessage | None:
        """The message that is shown."""
        found = self.writing.statement
        return found if isinstance(found, StaffMessage) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # deeds

    def new(self) -> None:
        """Ask for template and language of a new message."""
        self._ask(ask_new(self._room, self._begun))

    def submit(self) -> None:
        """Give the chosen draft to those who approve it."""
        if message := self._ready():
            self.deeds.submit(message)

    def approve(self) -> None:
        """Approve the chosen message; where several roles are missing, ask in which."""
        if message := self._ready():
            self.deeds.approve(message, self.writing.head.below(APPROVE))

    def send(self) -> None:
        """Note that the chosen message went out now."""
        if message := self._ready():
            self.deeds.send(message)

    def next_version(self) -> None:
        """Carry the chosen message on in a next version."""
        if message := self._ready():
            self.deeds.carry_on(message)

    def whom(self) -> None:
        """Ask for whom the chosen message is, and how it goes."""
        if message := self._ready():
            self._ask(ask_whom(self._room, message))

    def show_reach(self) -> None:
        """Show who has been told the chosen message."""
        if message := self.message():
            self.door_asked.emit("staff", message)

    def take_back(self) -> None:
        """Take the chosen message out of the list, as long as it is not out."""
        if message := self._ready():
            self.deeds.take_back(message, told_gone([message]))

    # inside

    def _ready(self) -> StaffMessage | None:
        """The chosen message with all that was typed saved; None where that cannot be."""
        self.writing.head.refuse("")
        if self.writing.save():
            return self.message()
        self.writing.head.refuse(self.writing.text.fault() or self.writing.head.sentence.text())
        return None

    def _ask(self, ask: Ask) -> None:
        self.asking.ask(ask)
        self.asking.show()
        self._make_room()
        self.asking.setFocus()

    def _asked(self, name: str) -> None:
        {
            SUBMIT: self.submit,
            APPROVE: self.approve,
            SEND: self.send,
            NEXT: self.next_version,
            WHOM: self.whom,
            REACH: self.show_reach,
        }[name]()

    def _begun(self, message: object) -> None:
        assert isinstance(message, StaffMessage)
        self._show_rows()
        self.show_record(message)

    def _answered(self, sentence: str) -> None:
        self._shut()
        self.did.emit(sentence)

    def _shut(self) -> None:
        self.asking.hide()
        self._make_room()
        message = self.message()
        written = message is not None and message.standing == Standing.DRAFT
        (self.writing if written else self.list.rows).setFocus()

    def _make_room(self) -> None:
        narrow = self.width() < theme.px(NARROW)
        self.writing.setHidden(narrow and not self.asking.isHidden())

    def _open(self, *_name: str) -> None:
        self.writing.setFocus()

    def _show(self, name: str) -> None:
        message = self._room.find(StaffMessage, name) if name else None
        self.writing.show_statement(None if message is None or message.gone else message)

    def _show_rows(self) -> None:
        self.list.show_rows(message_rows(self._room))

    def _choose_first(self) -> None:
        if names := self.list.rows.names():
            self.list.rows.choose(names[0])
            self._show(names[0])

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.list.rows.actions())
        menu.popup(at)

    def _lay_out(self) -> None:
        self.seam.setObjectName("staff-desk")
        for part, share in ((self.list, 0), (self.writing, 1), (self.asking, 0)):
            self.seam.addWidget(part)
            self.seam.setStretchFactor(self.seam.indexOf(part), share)
        self.asking.hide()
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
        self.asking.done.connect(self._answered)
        self.asking.closed.connect(self._shut)
        self.asking.failed.connect(self.failed)
        self.deeds.did.connect(self.did)
        self.deeds.refused.connect(writing.head.refuse)
        self.deeds.failed.connect(self.failed)
        self.deeds.made.connect(self._begun)
        act(
            rows,
            (_("Open and change"), "F2", self._open),
            (_("New message"), "N", self.new),
            (_("Submit for review"), KEYS[SUBMIT], self.submit),
            (_("Approve"), KEYS[APPROVE], self.approve),
            (_("Mark as sent now"), KEYS[SEND], self.send),
            (_("Next version"), KEYS[NEXT], self.next_version),
            (_("For whom and how…"), KEYS[WHOM], self.whom),
            (_("Who has been told"), KEYS[REACH], self.show_reach),
            (_("Take back"), "Del", self.take_back),
        )

    def _follow(self, changes: tuple[Change, ...]) -> None:
        kinds = {change.kind for change in changes}
        if not kinds & set(SHOWN):
            return
        if Fact in kinds:
            self.writing.follow()
        self._show_rows()
        if chosen := self.list.rows.chosen():
            self._show(chosen)
        else:
            self._show("")
            self._choose_first()
