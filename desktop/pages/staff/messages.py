"""Messages to staff: written from a template in versions, approved, and marked as sent."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.models.message_rows import message_rows
from desktop.pages.actions import act
from desktop.pages.staff.message_asks import ask_new, ask_whom
from desktop.pages.staff.message_deeds import MessageDeeds
from desktop.pages.staff.message_head import KEYS, REACH, SEND, WHOM, MessageWriting
from desktop.pages.statements.desk_head import APPROVE, NEXT, SUBMIT
from desktop.pages.statements.desk_part import DeskPart
from desktop.warroom.choices import Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approval import SignOff
from desktop.warroom.statements.touched import Touched
from resources import _
from widgets.theme import Token


class MessagePart(DeskPart):
    """The messages at the left, the chosen one in the editor of the statement desk."""

    kind, writes, does = StaffMessage, MessageWriting, MessageDeeds
    follows = (StaffMessage, StaffGroup, SignOff, Touched, Fact)
    deeds: MessageDeeds

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, parent)
        self.list.title.setText(_("Messages"))
        self.list.rows.setAccessibleName(_("Messages to staff"))
        self.list.rows.set_empty(
            _("No message to staff yet"), _("Press N to begin one from a template.")
        )
        self._act()
        self.begin("staff-desk")

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        waiting = [m for m in self._room.all(StaffMessage) if m.standing == Standing.REVIEW]
        return (f"{len(waiting):,}", Token.WARN) if waiting else ("", Token.MUTED)

    def message(self) -> StaffMessage | None:
        """The message that is shown."""
        found = self.writing.statement
        return found if isinstance(found, StaffMessage) else None

    # deeds

    def new(self) -> None:
        """Ask for template and language of a new message."""
        self._ask(ask_new(self._room, self._begun))

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

    def deed_of(self) -> Mapping[str, Callable[[], None]]:
        return {
            SUBMIT: self.submit,
            APPROVE: self.approve,
            SEND: self.send,
            NEXT: self.next_version,
            WHOM: self.whom,
            REACH: self.show_reach,
        }

    # inside

    def _show_rows(self) -> None:
        self.list.show_rows(message_rows(self._room))

    def _act(self) -> None:
        act(
            self.list.rows,
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
