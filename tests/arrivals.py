"""Rows of a text read for a room, and brought into it as a file would be."""

from desktop.warroom.exchange import guess_mapping, read_sheet
from desktop.warroom.exchange.arrival import Arrival, arriving
from desktop.warroom.exchange.originals import Original
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from tests.rooms import HONG_KONG


def arrival(room: WarRoom, kind: type[Record], text: str, **said: bool) -> Arrival:
    """What these rows would bring; nothing is written."""
    sheet = read_sheet(text)
    mapping = guess_mapping(kind, sheet.header)
    return finished(arriving(room, sheet, kind, mapping, HONG_KONG, author="Lin", **said))


def bring_in(room: WarRoom, kind: type[Record], text: str, **said: bool) -> Arrival:
    """Write these rows into the room; there must be no fault in them."""
    came = arrival(room, kind, text, **said)
    assert not came.faults, came.faults.sentences
    if came.records:
        file = Original.of("rows.csv", text.encode())
        finished(room.bring_in(came.records, file.evidence(kind), file.data))
    return came
