"""Rows that are in the room already, or stand twice in the file: found before any is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from desktop.warroom.exchange.kinds import SAME
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Record
from desktop.warroom.selection import Selection
from desktop.warroom.slices import SLICE, Steps

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The places of rows that are in the room, and of those that an earlier row said already.

    ``taken_back`` are the places of rows whose id is that of a record which was taken back.
    """

    in_room: frozenset[int]
    in_file: frozenset[int]
    taken_back: frozenset[int]


NO_TWINS = Duplicates(frozenset(), frozenset(), frozenset())


def duplicates(
    room: Reading, kind: type[Record], records: Sequence[Record], own: frozenset[str]
) -> Steps[Duplicates]:
    """Compare rows with the room by the ids they brought (``own``) and by what they say."""
    fields = {f.name: f for f in kind.declared()}
    same = [fields[name] for name in SAME[kind]]
    said = attrgetter("gone", *SAME[kind])  # two at least, or it gives no tuple
    there: set[Key] = set()
    asked = room.cells(Selection(kind=kind, within=_span(same, records)), SAME[kind])
    for done, (_id, *cells) in enumerate(asked):
        if done % SLICE == 0:
            yield done, 0
        there.add((False, *map(_plain, cells)))
    in_room, in_file, taken_back, seen = set[int](), set[int](), set[int](), set[Key]()
    for place, record in enumerate(records):
        if place % SLICE == 0:
            yield place, len(records)
        twin = room.find(kind, record.id) if record.id in own else None
        key = tuple(map(_plain, said(record)))
        if key in there or (twin and not twin.gone):
            in_room.add(place)
        elif key in seen:
            in_file.add(place)
        elif twin:
            taken_back.add(place)
        seen.add(key)
    return Duplicates(frozenset(in_room), frozenset(in_file), frozenset(taken_back))


def _span(same: Sequence[Field], records: Sequence[Record]) -> tuple[tuple[str, int, int], ...]:
    """From the first to the last time of the file, where records of the kind all have one."""
    timed = [f for f in same if f.shape is Shape.MOMENT and f.needed and records]
    return tuple((f.name, *_ends(f, records)) for f in timed)


def _ends(field: Field, records: Sequence[Record]) -> tuple[int, int]:
    times = [getattr(record, field.name).ms for record in records]
    return min(times), max(times) + 1


def _plain(value: Any) -> Any:
    """A moment as its instant, a text without the spaces at its ends; an empty one is nothing."""
    if isinstance(value, str):
        return value.strip() or None
    return value.ms if isinstance(value, Moment) else value
