"""The records of a room as one JSON file: ids, said times and authors; the journal is not in it.

The file is ``{"format": ..., "version": ..., "records": {kind: [record, ...], ...}}`` in UTF-8,
the incident first, each kind in the order of writing, one record to a line. A field that holds
its default is left out.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop.warroom.exchange.taken_out import (
    Heap,
    TakenOut,
    by_writing,
    refuse_the_room,
    taken_up,
)
from desktop.warroom.exchange.whole_file import whole_file
from desktop.warroom.kinds import KINDS
from desktop.warroom.reading import Reading
from desktop.warroom.records import Evidence, Incident, Record
from desktop.warroom.selection import Selection
from desktop.warroom.slices import SLICE, Steps
from resources import ngettext

FORMAT = "warroom-records"
VERSION = 1
KINDS_HELD = {name: kind for name, kind in KINDS.items() if kind is not Evidence}


def write_json(
    room: Reading,
    target: Path,
    selections: Sequence[Selection[Any]] | None = None,
    *,
    taken_back: bool = False,
) -> Steps[TakenOut]:
    """Write the room, or the incident and some selections, whole or not at all, step by step.

    With ``taken_back`` also what was taken out of the lists. A kept file is no record and stays in
    the room, with the record that names it. Raises RuleBroken and StoreFailed.
    """
    refuse_the_room(room, target)
    heaps = taken_up(room, _chosen(selections))
    if taken_back:
        heaps = [_with_gone(room, heap) for heap in heaps]
    heaps = [heap for heap in heaps if heap.count]
    count, done = sum(heap.count for heap in heaps), 0
    with whole_file(target) as file:
        for line in _lines(heaps):
            file.write(line.encode())
            done += 1
            if done % SLICE == 0:
                yield min(done, count), count
    return TakenOut(target, count, _notes(room, selections))


def _chosen(selections: Sequence[Selection[Any]] | None) -> list[Selection[Any]]:
    if selections is None:
        return [Selection(kind=kind, everywhere=True) for kind in KINDS_HELD.values()]
    order = list(KINDS.values())
    chosen = [by_writing(each) for each in selections if each.kind is not Incident]
    return [Selection(kind=Incident), *sorted(chosen, key=lambda each: order.index(each.kind))]


def _with_gone(room: Reading, heap: Heap) -> Heap:
    records = [*heap.records, *room.taken_back(heap.selection.kind)]
    records.sort(key=_by_writing)
    return Heap(heap.selection, len(records), iter(records))


def _by_writing(record: Record) -> tuple[int, str]:
    return (record.recorded_at.ms if record.recorded_at else -1, record.id)


def _lines(heaps: Iterable[Heap]) -> Iterator[str]:
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "records": {{'
    for number, heap in enumerate(heaps):
        yield f'{"," if number else ""}\n"{heap.selection.kind.kind_name}": ['
        for place, record in enumerate(heap.records):
            values = {"id": record.id, **record.plain()}
            yield f"{',' if place else ''}\n{json.dumps(values, ensure_ascii=False)}"
        yield "\n]"
    yield "\n}}\n"


def _notes(room: Reading, selections: Sequence[Selection[Any]] | None) -> tuple[str, ...]:
    kept = 0 if selections is not None else room.count(Selection(kind=Evidence))
    if not kept:
        return ()
    said = ngettext(
        "{n} kept file is not in it.",
        "{n} kept files are not in it.",
        kept,
    )
    return (said.format(n=f"{kept:,}"),)
