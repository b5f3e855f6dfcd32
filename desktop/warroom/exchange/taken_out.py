"""What was taken out of a room into a file, and what the file could not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.warroom import shown
from desktop.warroom.exchange.columns_out import Names
from desktop.warroom.kinds import KINDS
from desktop.warroom.reading import Reading
from desktop.warroom.records import Coverage, Entry, Record, Task
from desktop.warroom.selection import Selection
from desktop.warroom.targets import refuse_rooms
from resources import ngettext

_ORDERS = {Entry: "happened_at", Coverage: "published_at", Task: "rank"}


@dataclass(frozen=True, slots=True)
class TakenOut:
    """How many records stand in a file; ``notes`` are sentences on what does not."""

    file: Path
    records: int
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What was written where, and the notes."""
        said = ngettext(
            "{n} record was written to {file}.", "{n} records were written to {file}.", self.records
        ).format(n=f"{self.records:,}", file=self.file)
        return shown.sentences((said, *self.notes))


@dataclass(frozen=True, slots=True)
class Heap:
    """The records of a selection as they were when it was taken up, made one by one."""

    selection: Selection[Any]
    count: int
    records: Iterator[Record]


def whole(kind: type[Record]) -> Selection[Any]:
    """All records of a kind, in the order in which they are looked at."""
    return Selection(kind=kind, order=_ORDERS.get(kind, "recorded_at"))


def by_writing(selection: Selection[Any]) -> Selection[Any]:
    """The same records in the order of writing, which nothing that happens later changes."""
    return replace(selection, order="recorded_at", newest_first=False)


def taken_up(room: Reading, selections: Sequence[Selection[Any]]) -> list[Heap]:
    """The records of some selections, all as they are at this moment."""
    return [Heap(each, *room.snapshot(each)) for each in selections]


def names_of(room: Reading, kind: type[Record]) -> Names:
    """The names of everything that records of this kind can point to, taken back or not."""
    targets = {f.target for f in kind.declared() if f.named}
    found: dict[str, str] = {}
    for target in map(KINDS.__getitem__, sorted(targets)):
        name = next(f.name for f in target.declared() if f.needed)
        for record in (
            *room.records(Selection(kind=target, everywhere=True)),
            *room.taken_back(target),
        ):
            found[record.id] = getattr(record, name)
    return found


def refuse_the_room(room: Reading, target: Path) -> None:
    """Raises RuleBroken when the file to write is the room itself, or another."""
    refuse_rooms(target, room.path)
