"""A cell that points to another record names it by its id, or by what people call it."""

from desktop.warroom.exchange.cells import Reader
from desktop.warroom.exchange.mapping import folded
from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.reading import Reading
from desktop.warroom.records import Record
from desktop.warroom.selection import Selection
from resources import _

_ALSO = {"staff_member": ("number",)}  # beside the first field that a kind needs


def link_readers(room: Reading, kind: type[Record]) -> dict[str, Reader]:
    """For each field of ``kind`` that points to a record of the room, what reads its cells."""
    return {f.name: _reader(room, f) for f in kind.declared() if f.shape is Shape.LINK}


def _reader(room: Reading, field: Field) -> Reader:
    """Raises RuleBroken for a name that nothing has, or several have."""
    target = KINDS[field.target]
    known: dict[str, list[str]] = {}
    for record, *names in room.cells(Selection(kind=target), called(target)):
        for name in filter(None, map(folded, names)):
            known.setdefault(name, []).append(record)
        known[record] = [record]

    def read(cell: str) -> str:
        ids = known.get(cell.strip()) or known.get(folded(cell), [])
        if len(ids) == 1:
            return ids[0]
        raise RuleBroken((_none if not ids else _several)(target, cell))

    return read


def called(kind: type[Record]) -> tuple[str, ...]:
    """The fields by whose values people call a record of this kind."""
    first = next(f.name for f in kind.declared() if f.needed)
    return (first, *_ALSO.get(kind.kind_name, ()))


def _none(target: type[Record], cell: str) -> str:
    return _('{kind}: nothing in the room is called "{name}". Import it first.').format(
        kind=_(target.shown_name), name=clipped(cell)
    )


def _several(target: type[Record], cell: str) -> str:
    return _('{kind}: several in the room are called "{name}". Write its id.').format(
        kind=_(target.shown_name), name=clipped(cell)
    )
