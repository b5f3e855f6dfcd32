"""What a file would bring into a room: every row read, placed and compared; nothing written."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from desktop.warroom.exchange.duplicates import NO_TWINS, Duplicates, duplicates
from desktop.warroom.exchange.links import link_readers
from desktop.warroom.exchange.reading import reading_steps
from desktop.warroom.exchange.row_faults import Faults
from desktop.warroom.exchange.sheets import Sheet
from desktop.warroom.exchange.stories import stories
from desktop.warroom.ids import new_id
from desktop.warroom.rank import behind
from desktop.warroom.reading import Reading
from desktop.warroom.records import Coverage, Record, Task
from desktop.warroom.slices import Steps


@dataclass(frozen=True, slots=True)
class Arrival:
    """The rows of a file as records, and those of them that would come into the room.

    ``rows`` are all that can be read, ``records`` those to be written: none if there are faults.
    ``bare_times``: some time said no offset. ``grouped`` rows are copies of ``stories`` headlines.
    """

    kind: type[Record]
    rows: list[Record]
    records: list[Record]
    faults: Faults
    unused: tuple[str, ...]
    bare_times: bool
    twins: Duplicates = NO_TWINS
    skips: bool = True
    grouped: int = 0
    stories: int = 0


def arriving(
    room: Reading,
    sheet: Sheet,
    kind: type[Record],
    mapping: dict[str, str],
    zone: tzinfo,
    *,
    author: str,
    skips: bool = True,
) -> Steps[Arrival]:
    """Read a sheet as records of ``kind`` for this room, written down now by ``author``.

    New cards stand behind all others in the order of the rows; copies of a headline get a story;
    rows that are there already are found, and left out if ``skips``. Times without an offset are
    read in ``zone``. Raises RuleBroken when no column holds a needed field.
    """
    now = room.now()
    read = yield from reading_steps(
        kind,
        sheet,
        mapping,
        zone=zone,
        now=now,
        author=author,
        new_id=lambda: new_id(now.ms),
        links=link_readers(room, kind),
    )
    if read.faults:
        return Arrival(kind, read.readable, [], read.faults, read.unused, read.bare_times)
    rows, shared = read.records, dict[int, str]()
    if kind is Task:
        rows = _placed(room, rows)
    elif kind is Coverage:
        rows, shared = _shared(rows)
    twins = yield from duplicates(room, kind, rows, read.own)
    for place in twins.taken_back if skips else twins.taken_back | twins.in_room:
        rows[place] = replace(rows[place], id=new_id(now.ms))
    out = twins.in_room | twins.in_file if skips else frozenset[int]()
    return Arrival(
        kind,
        rows,
        [row for place, row in enumerate(rows) if place not in out] if out else rows,
        read.faults,
        read.unused,
        read.bare_times,
        twins,
        skips,
        sum(map(bool, shared.values())),
        len(set(filter(None, shared.values()))),
    )


def _placed(room: Reading, rows: list[Record]) -> list[Record]:
    """The same cards with their ranks, all in one pass."""
    cards = [row for row in rows if isinstance(row, Task)]
    ranks = behind(room.last_rank(), len(cards))
    return [replace(card, rank=rank) for card, rank in zip(cards, ranks, strict=True)]


def _shared(rows: list[Record]) -> tuple[list[Record], dict[int, str]]:
    """The same items with the stories they share, and those by the places of the items."""
    items = [row for row in rows if isinstance(row, Coverage)]
    shared = stories(items)
    told = [
        replace(item, story=shared.get(place, item.story)) if shared else item
        for place, item in enumerate(items)
    ]
    return list(told), shared
