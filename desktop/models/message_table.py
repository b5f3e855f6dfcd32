"""The messages to staff as a table: how much of each was told and confirmed."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from desktop.models.celled import Celled
from desktop.models.cells import Cell, Column
from desktop.models.staff import NOTHING
from desktop.models.windowed import NO_INDEX, Index
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.choices import Channel
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full
from desktop.warroom.staff import MessageTold, all_told
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from resources import _
from resources.visible import visible
from widgets.table_cell import CellChip
from widgets.theme import Token

# what the sums of a message hang on
KINDS = (StaffMessage, StaffGroup, Delivery, Receipt, StaffMember)


class MessageTable(Celled, QAbstractTableModel):
    """Every message with its sums: those not sent yet, then the newest sent first.

    It is read anew after each change of messages, groups and reports, of which there are few;
    ``refreshed`` says so, also where there is no message and only groups changed.
    """

    refreshed = Signal()

    def __init__(self, room: WarRoom, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._sorting: tuple[int, bool] | None = None
        self._columns = message_columns(room)
        self._rows: list[MessageTold] = []
        self._cells: list[tuple[Cell, ...]] = []
        self._take(self._ordered())
        room.on_change(self._follow)

    def told(self, row: int) -> MessageTold:
        """The message in a row, with its groups."""
        return self._rows[row]

    def row_of(self, message_id: str) -> int:
        """The row of a message; -1 when it is not there."""
        return next((n for n, each in enumerate(self._rows) if _id(each) == message_id), -1)

    def refresh(self) -> None:
        """Read everything anew; rows that stand where they stood only change."""
        before = [_id(each) for each in self._rows]
        after = self._ordered()
        if [_id(each) for each in after] != before:
            self._replace(after)
        elif after:
            self._take(after)
            last = self.index(len(after) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.refreshed.emit()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 gives the messages their own order back."""
        falling = order is Qt.SortOrder.DescendingOrder
        self._sorting = None if column < 0 else (column, falling)
        self._replace(self._ordered())

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in KINDS for change in changes):
            self.refresh()

    def _cell(self, row: int, column: int) -> Cell:
        return self._cells[row][column]

    def _replace(self, rows: list[MessageTold]) -> None:
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()

    def _take(self, rows: list[MessageTold]) -> None:
        now = self._room.now()
        cells = [tuple(column.cell(each, now) for column in self._columns) for each in rows]
        self._rows, self._cells = rows, cells

    def _ordered(self) -> list[MessageTold]:
        found = all_told(self._room)
        if self._sorting is not None:
            column, falling = self._sorting
            found.sort(key=_KEYS[column], reverse=falling)
        return found


def _id(told: MessageTold) -> str:
    return told.message.id if told.message else ""


def message_columns(room: WarRoom) -> tuple[Column, ...]:
    """The columns of the messages: title, when it was sent, the parts told and confirmed."""

    def title(told: MessageTold, _now: Moment) -> Cell:
        assert told.message is not None
        text, version = visible(told.message.title), told.message.version or 1
        if version > 1:
            text = shown.listed((text, _("version {n}").format(n=version)))
        return Cell(text, told=f"{text}\n{sent_words(told.message, room.here())}")

    def sent(told: MessageTold, _now: Moment) -> Cell:
        assert told.message is not None
        return _sent_cell(told.message, room.here())

    return (
        Column("title", _("Message"), title, grows=True),
        Column("sent_at", _("Sent"), sent),
        Column("reached", _("Told"), partial(_share_cell, "reached"), figures=True),
        Column("confirmed", _("Confirmed"), partial(_share_cell, "confirmed"), figures=True),
    )


def sent_words(message: StaffMessage, now: datetime) -> str:
    """The channel of a message, as it is where nobody knows it, and when it was sent."""
    known = isinstance(message.channel, Channel)
    channel = visible(word(message.channel))
    parts = [channel if known else f"? {channel}"]
    if message.sent_at:
        parts.append(_("sent {when}").format(when=shown.when(message.sent_at, now)))
    else:
        parts.append(_("not sent"))
    if not known:
        parts.append(_("a channel of another version, kept as it is"))
    return " · ".join(parts)


def _sent_cell(message: StaffMessage, now: datetime) -> Cell:
    """When the message was sent; a draft says that it was not."""
    at = message.sent_at
    if at is None:
        return Cell(_("not sent"), chip=CellChip(_("not sent"), Token.WARN))
    return Cell(shown.when(at, now), Token.MUTED, told=full(at, now.tzinfo))


def _share_cell(name: str, told: MessageTold, _now: Moment) -> Cell:
    found, share = told.count(name), told.share(name)
    if found is None:
        return Cell(NOTHING, Token.FAINT)
    if share is None:
        return Cell(f"{found:,}", told=_("headcount not known"))
    full_ = _("{n} of {total}").format(n=f"{found:,}", total=f"{told.heads:,}")
    return Cell(shown.percent(share), told=full_)


def _title(told: MessageTold) -> str:
    return told.message.title.casefold() if told.message else ""


def _sent(told: MessageTold) -> int:
    at = told.message.sent_at if told.message else None
    return at.ms if at else -1


def _share(name: str, told: MessageTold) -> float:
    share = told.share(name)
    return -1 if share is None else share


_KEYS: tuple[Callable[[MessageTold], str | float], ...] = (
    _title,
    _sent,
    partial(_share, "reached"),
    partial(_share, "confirmed"),
)
