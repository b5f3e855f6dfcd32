"""How a message stands: its approvals, whom it is for, what it goes with, what comes next."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.models.named import name_of
from desktop.models.reach_chart import reached_when
from desktop.pages.statements.desk_fields import Text
from desktop.pages.statements.desk_head import APPROVE, NEXT, SUBMIT, DeskHead
from desktop.pages.statements.desk_writing import DeskWriting
from desktop.warroom import shown
from desktop.warroom.choices import Role, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_messages import addressed
from desktop.warroom.statements.statement import Statement
from resources import _
from resources.visible import visible

SEND, WHOM, REACH = "send", "whom", "reach"
KEYS = {SUBMIT: "R", APPROVE: "A", SEND: "S", NEXT: "V", WHOM: "G", REACH: "T"}
OFFERED: dict[str, tuple[str, ...]] = {  # by state; the first is what comes next
    Standing.DRAFT: (SUBMIT, SEND, WHOM),
    Standing.REVIEW: (APPROVE, SEND, WHOM),
    Standing.APPROVED: (SEND, WHOM),
    Standing.RELEASED: (NEXT, WHOM, REACH),
    Standing.SUPERSEDED: (NEXT, REACH),
    Standing.WITHDRAWN: (NEXT, REACH),
}


class MessageHead(DeskHead):
    """The head of the desk with the deeds of a message to staff."""

    keys, offered = KEYS, OFFERED

    def went_words(self, statement: Text) -> list[str]:
        """Whom it is for and how, what it goes with, and what became of it."""
        assert isinstance(statement, StaffMessage)
        return list(filter(None, (_for_whom(self._room, statement), _out(self._room, statement))))

    def words(self, statement: Text, lacking: Sequence[Role]) -> dict[str, str]:
        found = super().words(statement, lacking)
        return {
            **found,
            SEND: _("Mark as sent now"),
            WHOM: _("For whom and how…"),
            REACH: _("Who has been told"),
        }


class MessageWriting(DeskWriting):
    """The editor of the desk over a message to staff."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, parent)
        self.foot.side.hide()

    def made_head(self) -> DeskHead:
        return MessageHead(self._room, self._over)


def _for_whom(room: WarRoom, message: StaffMessage) -> str:
    groups = addressed(room, message)
    names = shown.listed(visible(each.name) for each in groups)
    parts = [word(message.channel), names if message.groups else _("all groups")]
    if message.confirm:
        by = message.confirm_by
        time = shown.when(by, room.here()) if by else ""
        parts.append(
            _("to be confirmed by {time}").format(time=time) if time else _("to be confirmed")
        )
    if message.statement and (statement := room.find(Statement, message.statement)):
        parts.append(_("goes with: {title}").format(title=visible(name_of(statement))))
    return " · ".join(parts)


def _out(room: WarRoom, message: StaffMessage) -> str:
    if message.sent_at is None:
        return ""
    sent = _("sent {when}").format(when=shown.when(message.sent_at, room.here()))
    return " · ".join((sent, *(name for _ms, name in reached_when(room, message))))
