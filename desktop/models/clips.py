"""The sign of attachments beside records: how many each has, kept up with the room."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.warroom.acts import Change
from desktop.warroom.attachments import Attachment, counts
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.card import Card, Note
from widgets.timeline_row import Meta, TimelineRow

SIGN = "📎"


class Clips(QObject):
    """How many attachments each record of a room has, counted once until that changes.

    Made before a model that asks it, it hears of a change before the model does.
    """

    def __init__(self, room: WarRoom, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._counts: dict[str, int] | None = None
        room.on_change(self._follow)

    def of(self, record_id: str) -> int:
        """The number for the record of an id."""
        if self._counts is None:
            self._counts = counts(self._room)
        return self._counts.get(record_id, 0)

    def on_row(self, row: TimelineRow) -> TimelineRow:
        """A row of the timeline with its sign, if it has any."""
        if not (n := self.of(row.id)):
            return row
        said = _(", ").join((row.told, told(n)))
        return replace(row, meta=(*row.meta, Meta(sign(n))), told=said)

    def on_card(self, card: Card) -> Card:
        """A card of the board with its sign, if it has any."""
        if not (n := self.of(card.id)):
            return card
        said = _(", ").join((card.told, told(n)))
        return replace(card, notes=(*card.notes, Note(sign(n))), told=said)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if touched(changes):
            self._counts = None


def touched(changes: Sequence[Change]) -> set[str]:
    """The ids of the records to which something was attached, or from which it was taken."""
    mine = (change.after for change in changes if change.kind is Attachment)
    return {after.record for after in mine if isinstance(after, Attachment)}


def sign(n: int) -> str:
    """The sign with the number."""
    return f"{SIGN}\u00a0{n:,}"  # never apart at the end of a line


def told(n: int) -> str:
    """The same in words."""
    return ngettext("{n} attachment", "{n} attachments", n).format(n=f"{n:,}")
