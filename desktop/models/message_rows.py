"""The messages to staff as rows, the versions of each together, the newest first."""

from desktop.models.statement_rows import OVER, standing_token
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_measures import overdue
from desktop.warroom.statements.wording import public_title
from resources import _
from widgets.theme import Token
from widgets.two_lines import TwoLines


def message_rows(room: WarRoom) -> list[TwoLines]:
    """A row for each version: what was begun last first, in it the newest versions first."""
    series: dict[str, list[StaffMessage]] = {}
    for each in room.all(StaffMessage):
        series.setdefault(each.of_series, []).append(each)
    ordered = [sorted(found, key=_place) for found in reversed(list(series.values()))]
    return [
        _row(room, message, inside=message is not messages[0])
        for messages in ordered
        for message in messages
    ]


def _place(message: StaffMessage) -> tuple[bool, int, str]:
    return message.standing in OVER, -(message.version or 0), str(message.language)


def _row(room: WarRoom, message: StaffMessage, *, inside: bool) -> TwoLines:
    late = overdue(message, room.now()) and message.standing not in OVER
    version = _("version {n}").format(n=message.version or 1)
    form = word(message.form) if message.form else ""
    form = "" if form == message.title else form
    return TwoLines(
        message.id,
        public_title(room, message),
        shown.listed((version, word(message.language), form)),
        word(message.standing),
        standing_token(message.standing),
        _note(room, message),
        Token.BAD if late else Token.MUTED,
        inside=inside,
        faint=message.standing in OVER,
    )


def _note(room: WarRoom, message: StaffMessage) -> str:
    if message.sent_at is None:
        return ""
    return _("sent {when}").format(when=shown.when(message.sent_at, room.here()))
