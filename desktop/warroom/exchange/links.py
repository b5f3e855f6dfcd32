"""A cell that points to another record names it by its id, or by what people call it."""

from desktop.warroom.exchange.cells import Reader
from desktop.warroom.exchange.mapping import folded
from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.reading import Reading
from desktop.warroom.records import Record
from resources import _


def link_readers(room: Reading, kind: type[Record]) -> dict[str, Reader]:
    """For each field of ``kind`` that points to a record of the room, what reads its cells."""
    return {f.name: _reader(room, f) for f in kind.declared() if f.shape is Shape.LINK}


def _reader(room: Reading, field: Field) -> Reader:
    """Raises RuleBroken for a name that nothing has, or several have."""
    target = KINDS[field.target]
    called = next(f.name for f in target.declared() if f.needed)
    known: dict[str, list[str]] = {}
    for record in room.all(target):
        known.setdefault(folded(getattr(record, called)), []).append(record.id)
        known[record.id] = [record.id]

    def read(cell: str) -> str:
        ids = known.get(cell.strip()) or known.get(folded(cell), [])
        if len(ids) == 1:
            return ids[0]
        raise RuleBroken((_none if not ids else _several)(target, cell))

    return read


def _none(target: type[Record], cell: str) -> str:
    return _('{kind}: nothing in the room is called "{name}". Import it first.').format(
        kind=_(target.shown_name), name=clipped(cell)
    )


def _several(target: type[Record], cell: str) -> str:
    return _('{kind}: several in the room are called "{name}". Write its id.').format(
        kind=_(target.shown_name), name=clipped(cell)
    )
