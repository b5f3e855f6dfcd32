"""What a paper would reveal, asked before it is written."""

from desktop.paper.issue import as_asked, content_of, material, seal_of
from desktop.warroom.briefing.reveals import Row, left_out, rows
from desktop.warroom.record import Record
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom
from resources import speaking


def revealed(room: WarRoom, wanted: Paper) -> tuple[list[Row], dict[type[Record], int]]:
    """Every row that the paper would tell now, and how many records of each kind it leaves out.

    Nothing is written or recorded.
    """
    paper, seal = as_asked(room, wanted), seal_of(room, room.tail())
    found = [*rows(content_of(room, seal, paper))]
    with speaking(paper.language):
        return found, left_out(material(room, seal, paper))
