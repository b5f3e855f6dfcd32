"""A cell that points to another record names it by its id, or by what people call it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from desktop.warroom.exchange.cells import Reader, parts_of
from desktop.warroom.exchange.mapping import folded
from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field, Shape
from desktop.warroom.ids import new_id
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Record, StaffGroup
from desktop.warroom.selection import Selection
from resources import _

_ALSO = {
    "staff_member": ("number",),
    "comment": ("text", "url"),
}  # beside the first field that a kind needs


class NewGroups:
    """Staff groups that rows name and the room does not have, each made once for all rows."""

    def __init__(self, now: Moment, author: str) -> None:
        self._now, self._author = now, author
        self._of: dict[str, StaffGroup] = {}

    def id_of(self, name: str) -> str:
        """The id of the new group of this name."""
        known = self._of.get(folded(name))
        if known is None:
            known = self._of[folded(name)] = StaffGroup(
                id=new_id(self._now.ms),
                name=" ".join(name.split()),
                recorded_at=self._now,
                author=self._author,
            )
        return known.id

    def counted(self, rows: Sequence[Record]) -> tuple[StaffGroup, ...]:
        """The new groups that these rows are of; of staff members it counts the heads."""
        heads = Counter(getattr(row, "group", "") for row in rows)
        people = bool(rows) and rows[0].kind_name == "staff_member"
        made = [each for each in self._of.values() if heads[each.id]]
        return tuple(replace(each, headcount=heads[each.id]) if people else each for each in made)


def link_readers(
    room: Reading, kind: type[Record], new_groups: NewGroups | None = None
) -> dict[str, Reader]:
    """For each field of ``kind`` that points to records of the room, what reads its cells.

    With ``new_groups`` a staff group that is not there is made.
    """
    found: dict[str, Reader] = {}
    for field in kind.declared():
        if field.shape is Shape.LINK:
            found[field.name] = _reader(room, field, new_groups)
        elif field.shape is Shape.WORDS and field.target:
            found[field.name] = _each(_reader(room, field, new_groups))
    return found


def _each(read: Reader) -> Reader:
    """What reads a list of names; a name may hold no comma, its id may."""

    def read_all(cell: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(read(part) for part in parts_of(cell)))

    return read_all


def _reader(room: Reading, field: Field, new_groups: NewGroups | None) -> Reader:
    """Raises RuleBroken for a name that nothing has, or several have."""
    target = KINDS[field.target]
    known: dict[str, list[str]] = {}
    for record, *names in room.cells(Selection(kind=target), called(target)):
        for name in filter(None, map(folded, names)):
            known.setdefault(name, []).append(record)
        known[record] = [record]

    @cache  # many rows of a file name the same
    def read(cell: str) -> str:
        ids = known.get(cell.strip()) or known.get(folded(cell), [])
        if not ids and new_groups and target is StaffGroup:
            return new_groups.id_of(cell)
        if len(ids) == 1:
            return ids[0]
        raise RuleBroken((_none if not ids else _several)(target, cell))

    return read


def called(kind: type[Record]) -> tuple[str, ...]:
    """The fields by whose values people call a record of this kind; some are called by no name."""
    first = next(((f.name,) for f in kind.declared() if f.needed), ())
    return (*first, *_ALSO.get(kind.kind_name, ()))


def _none(target: type[Record], cell: str) -> str:
    return _('{kind}: nothing in the room is called "{name}". Import it first.').format(
        kind=_(target.shown_name), name=clipped(cell)
    )


def _several(target: type[Record], cell: str) -> str:
    return _('{kind}: several in the room are called "{name}". Write its id.').format(
        kind=_(target.shown_name), name=clipped(cell)
    )
