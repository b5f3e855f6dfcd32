"""Groups by messages: in each cell how many were told, how many confirmed, and who is late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.models.cells import Cell, Column
from desktop.models.staff import NOTHING
from desktop.models.staff_missing import message_words
from desktop.warroom import shown
from desktop.warroom.choices import Standing
from desktop.warroom.moment import Moment
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import GroupTold, MessageTold, all_told
from desktop.warroom.staff_measures import overdue
from resources import _
from resources.visible import visible
from widgets.table_cell import CellBar
from widgets.theme import Token

MOST = 12  # messages beside each other


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A group, and where each message stands in it, by the id of the message."""

    group: StaffGroup
    told: Mapping[str, GroupTold]


def matrix(room: WarRoom) -> tuple[list[MatrixRow], list[StaffMessage]]:
    """The groups, those with the most missing first, and the messages, the newest first.

    Of a message that was carried on only the version that is out stands here.
    """
    found = [told for told in all_told(room) if told.message and _stands(told.message)][:MOST]
    of = {told.message.id: _by_group(told) for told in found if told.message}
    rows = [
        MatrixRow(group, {name: by[group.id] for name, by in of.items() if group.id in by})
        for group in room.all(StaffGroup)
    ]
    return sorted(rows, key=_missing_first), [told.message for told in found if told.message]


def matrix_columns(room: WarRoom, messages: Sequence[StaffMessage]) -> tuple[Column, ...]:
    """The group, and a column for each message."""
    return (
        Column("", _("Group"), _group, grows=True),
        *(_column(room, message) for message in messages),
    )


def _stands(message: StaffMessage) -> bool:
    return message.sent_at is not None and message.standing != Standing.SUPERSEDED


def _by_group(told: MessageTold) -> dict[str, GroupTold]:
    return {each.group.id: each for each in told.groups}


def _missing_first(row: MatrixRow) -> tuple[int, str]:
    return -sum(each.left or 0 for each in row.told.values()), row.group.name


def _group(row: MatrixRow, _now: Moment) -> Cell:
    place = " · ".join(filter(None, (row.group.department, row.group.site)))
    return Cell(visible(row.group.name), told=visible(place))


def _column(room: WarRoom, message: StaffMessage) -> Column:
    def cell(row: MatrixRow, now: Moment) -> Cell:
        each = row.told.get(message.id)
        if each is None:
            return Cell(_("not for it"), Token.FAINT)
        return _cell(each, message, message_words(room, message), now)

    version = message.version or 1
    name = f"{visible(shown.short(message.title))} v{version}" if version > 1 else message.title
    return Column("", visible(shown.short(name)), cell)


def _cell(each: GroupTold, message: StaffMessage, words: str, now: Moment) -> Cell:
    told, confirmed, heads = each.told, each.confirmed, each.heads
    late = overdue(message, now) and (heads is None or (confirmed or 0) < heads)
    counts = f"{_n(told or 0)} / {_n(heads)}"
    parts = [counts, f"✓ {_n(confirmed)}" if message.confirm else "", "▲" if late else ""]
    share = each.share(told) if told else 0
    token = _token(each, late=late)
    said = [
        _("told {n}").format(n=_n(told or 0)),
        _("headcount {n}").format(n=_n(heads)),
        _("confirmed {n}").format(n=_n(confirmed)) if message.confirm else "",
        _("late with confirming") if late else "",
        _("reported by a supervisor") if each.reported else "",
    ]
    hint = f"{words}\n{shown.labelled(visible(each.group.name), shown.listed(said))}"
    text = " ".join(filter(None, parts))
    return Cell(text, token, told=hint, bar=CellBar(share or 0, token) if heads else None)


def _token(each: GroupTold, *, late: bool) -> Token:
    if each.untold:
        return Token.BAD
    return Token.WARN if late or each.left else Token.GOOD


def _n(count: int | None) -> str:
    return NOTHING if count is None else f"{count:,}"
