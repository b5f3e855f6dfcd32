"""What a room wrote into a file comes into another room as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.warroom.choices import Certainty, Tone
from desktop.warroom.exchange import parse_mapping
from desktop.warroom.exchange.arrival import arriving
from desktop.warroom.exchange.originals import original_steps
from desktop.warroom.exchange.ours import as_meant
from desktop.warroom.exchange.tables_in import table_steps
from desktop.warroom.exchange.take_out import take_out
from desktop.warroom.moment import Moment
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from tests.rooms import HONG_KONG, new_room

SAID = [Moment.parse(text) for text in (
    "2026-11-23T14:05+08:00", "2026-11-23T14:05:09+05:30~", "2026-11-22+00:00",
    "2026-11-22T09-03:30", "2026-11-22T00:00:00+14:00",
)]  # fmt: skip
RECORDS: list[Record] = [
    *(Entry(text=f"=SUM({n})", happened_at=at, tags=("a b", "c"), key=bool(n % 2))
      for n, at in enumerate(SAID)),
    Entry(text="'=quoted\nover two lines", happened_at=SAID[0], certainty=Certainty.DISPUTED),
    Coverage(outlet="-1", headline="@h", published_at=SAID[1], tone=Tone.MIXED, reach=12_000),
    Person(name="林夏", role="+1"),
]  # fmt: skip


@pytest.fixture
def rooms(tmp_path):
    found = [new_room(tmp_path / name) for name in ("a.warroom", "b.warroom")]
    yield found
    for room in found:
        room.close()


def across(rooms: list[WarRoom], kind: type[Record], file: Path) -> list[Record]:
    """The records that the second room reads from what the first one wrote."""
    here, there = rooms
    finished(take_out(here, file, [Selection(kind=kind)]))
    sheet = as_meant(kind, finished(table_steps(finished(original_steps(file)))))
    mapping = parse_mapping(kind, sheet.header, ())
    came = finished(arriving(there, sheet, kind, mapping, HONG_KONG, author="Lin Xia"))
    assert not came.faults, came.faults.sentences
    assert not came.bare_times
    return came.records


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", [Entry, Coverage, Person])
def test_records_come_back_as_they_were_with_their_ids(
    rooms: list[WarRoom], tmp_path: Path, kind: type[Record], ending: str
) -> None:
    rooms[0].add_all(RECORDS)
    came = across(rooms, kind, tmp_path / f"out.{ending}")
    wrote = rooms[0].all(kind)
    assert [replace(record, recorded_at=None) for record in came] == [
        replace(record, recorded_at=None) for record in wrote
    ]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_reports_find_the_message_and_group_that_came_before_them(
    rooms: list[WarRoom], tmp_path: Path, ending: str
) -> None:
    here, there = rooms
    group, message = here.add(StaffGroup(name="Night")), here.add(StaffMessage(title="Stop"))
    here.add(Delivery(group=group.id, message=message.id, reached=96, reported_at=SAID[0]))
    for kind in (StaffGroup, StaffMessage, Delivery):
        there.add_all(across(rooms, kind, tmp_path / f"{kind.kind_name}.{ending}"))
    (report,) = there.all(Delivery)
    assert (report.group, report.message, report.reached) == (group.id, message.id, 96)
