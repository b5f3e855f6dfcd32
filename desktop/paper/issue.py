"""Issuing a briefing: the number is recorded first, and the paper shows the room at that record."""

from pathlib import Path

from desktop.paper.write import PaperFailed, write_pdf
from desktop.warroom.briefing import Material, Seal, content
from desktop.warroom.choices import PaperState
from desktop.warroom.measures import staff_confirmed
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Paper,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import timeline
from desktop.warroom.targets import refuse_rooms
from resources import speaking, spoken


def issue(room: WarRoom, target: Path, language: str | None = None) -> Paper:
    """Record a numbered briefing, write it, and record what became of it.

    Without a ``language`` it is the one spoken now.
    Raises RuleBroken where ``target`` is a room, PaperFailed or StoreFailed; after these the
    number stays, marked "not written".
    """
    refuse_rooms(target, room.path)
    numbers = [paper.number or 0 for paper in room.all(Paper)]
    number = max(numbers, default=0) + 1
    paper = room.add(Paper(number=number, language=language or spoken(), issued_at=room.now()))
    try:
        sha256 = write_again(room, paper, target)
    except PaperFailed:
        room.change(paper, state=PaperState.NOT_WRITTEN)
        raise
    room.change(paper, state=PaperState.WRITTEN, sha256=sha256)
    return room.get(Paper, paper.id)


def write_again(room: WarRoom, paper: Paper, target: Path) -> str:
    """Write a recorded briefing from the state at its record: the same bytes each time."""
    line = room.line_that_added(paper)
    seal = Seal(line.device, line.number, line.hash)
    return write_pdf(_content(room.up_to(line.n), seal, paper), target)


def preview(room: WarRoom, target: Path, language: str | None = None) -> None:
    """Write a briefing without number or record; the room stays untouched."""
    refuse_rooms(target, room.path)
    tail = room.tail()
    paper = Paper(language=language or spoken(), issued_at=room.now(), author=room.operator)
    write_pdf(_content(room, Seal(tail.device, tail.number, tail.hash), paper), target)


def material(room: WarRoom, seal: Seal, paper: Paper) -> Material:
    """What a paper tells of, read from the room."""
    heads, confirmed = staff_confirmed(room)
    return Material(
        incident=room.incident,
        entries=room.records(timeline()),
        tasks=room.all(Task),
        coverage=room.all(Coverage),
        groups=room.all(StaffGroup),
        messages=room.all(StaffMessage),
        deliveries=room.all(Delivery),
        heads=heads,
        confirmed=confirmed,
        seal=seal,
        as_of=paper.issued_at or room.now(),
        operator=paper.author,
        language=paper.language,
        number=paper.number,
    )


def _content(room: WarRoom, seal: Seal, paper: Paper) -> dict[str, object]:
    with speaking(paper.language):
        return content(material(room, seal, paper))
