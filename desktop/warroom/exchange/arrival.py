"""What a file would bring into a room: every row read, placed and compared; nothing written."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from desktop.warroom.exchange.duplicates import NO_TWINS, Duplicates, duplicates
from desktop.warroom.exchange.links import NewGroups, link_readers
from desktop.warroom.exchange.reading import reading_steps
from desktop.warroom.exchange.row_faults import Faults
from desktop.warroom.exchange.row_rules import judge_of
from desktop.warroom.exchange.sheets import Sheet
from desktop.warroom.exchange.stories import stories
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.rank import behind
from desktop.warroom.reading import Reading
from desktop.warroom.records import Coverage, Record, StaffGroup, Task
from desktop.warroom.slices import Steps
from desktop.warroom.staff_support import Pulse
from resources import _


@dataclass(frozen=True, slots=True)
class Arrival:
    """The rows of a file as records, and those of them that would come into the room.

    ``rows`` are all that can be read, ``records`` those to be written: none if there are faults,
    unless the user chose to leave those rows out, of which ``left_out`` counts. ``made`` are staff
    groups that come in with them. ``bare_times``: some time said no offset. ``grouped`` rows are
    copies of ``stories`` headlines.
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
    left_out: int = 0
    made: tuple[StaffGroup, ...] = ()

    @property
    def incoming(self) -> list[Record]:
        """Everything that would be written."""
        return [*self.made, *self.records]


def arriving(
    room: Reading,
    sheet: Sheet,
    kind: type[Record],
    mapping: dict[str, str],
    zone: tzinfo,
    *,
    author: str,
    skips: bool = True,
    leaves_faulty: bool = False,
    makes_groups: bool = False,
) -> Steps[Arrival]:
    """Read a sheet as records of ``kind`` for this room, written down now by ``author``.

    New cards stand behind all others in the order of the rows; copies of a headline get a story;
    rows that are there already are found, and left out if ``skips``. Rows that cannot be read keep
    all others out, unless ``leaves_faulty``; with ``makes_groups`` staff groups that are not in the
    room are made. Times without an offset are read in ``zone``. Raises RuleBroken when no column
    holds a needed field.
    """
    now = room.now()
    new_groups = NewGroups(now, author) if makes_groups else None
    read = yield from reading_steps(
        kind,
        sheet,
        mapping,
        zone=zone,
        now=now,
        author=author,
        new_id=lambda: new_id(now.ms),
        links=link_readers(room, kind, new_groups),
        judge=judge_of(room, kind),
    )
    if read.faults and leaves_faulty and kind is Pulse:
        raise RuleBroken(
            _("The file is kept in the room, with what must not be seen. Take the rows out of it.")
        )
    if read.faults and not leaves_faulty:
        return Arrival(kind, read.readable, [], read.faults, read.unused, read.bare_times)
    rows, shared = read.readable, dict[int, str]()
    if kind is Task:
        rows = _placed(room, rows)
    elif kind is Coverage:
        rows, shared = _shared(rows)
    twins = yield from duplicates(room, kind, rows, read.own)
    for place in twins.taken_back if skips else twins.taken_back | twins.in_room:
        rows[place] = replace(rows[place], id=new_id(now.ms))
    out = twins.in_room | twins.in_file if skips else frozenset[int]()
    records = [row for place, row in enumerate(rows) if place not in out] if out else rows
    return Arrival(
        kind,
        rows,
        records,
        read.faults,
        read.unused,
        read.bare_times,
        twins,
        skips,
        sum(map(bool, shared.values())),
        len(set(filter(None, shared.values()))),
        read.faulty,
        new_groups.counted(records) if new_groups else (),
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
