"""Issuing a briefing: the number is recorded first, and the paper shows the room at that record."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.paper.write import PaperFailed, Writing, write_pdf
from desktop.warroom.attachments import Attachment
from desktop.warroom.briefing import Material, Seal, content, drafted
from desktop.warroom.briefing.ahead import Outlook
from desktop.warroom.briefing.changed import Changes
from desktop.warroom.briefing.desk import Desk
from desktop.warroom.briefing.impact import Impact
from desktop.warroom.briefing.media import Media
from desktop.warroom.briefing.method import Method
from desktop.warroom.briefing.narrowed import narrowed
from desktop.warroom.briefing.staff import Staff
from desktop.warroom.choices import PaperState
from desktop.warroom.clock_check import ClockCheck, standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.journal import Line
from desktop.warroom.measures import staff_confirmed
from desktop.warroom.records import (
    Coverage,
    Entry,
    Paper,
    Sitting,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import timeline
from desktop.warroom.targets import refuse_rooms
from resources import _, speaking, spoken


class Issuing:
    """A briefing on its way to ``target``: its number is recorded, the child typesets it.

    ``wanted`` says what is asked for, or just the language; nothing: the one spoken now, whole.
    Of a ``preview`` nothing is recorded.
    Raises RuleBroken where ``target`` is a room, PaperFailed or StoreFailed; after these the
    number stays, marked "not written".
    """

    def __init__(
        self,
        room: WarRoom,
        target: Path,
        wanted: Paper | str | None = None,
        *,
        preview: bool = False,
    ) -> None:
        refuse_rooms(target, room.path)
        self._room, self.target = room, target
        paper = as_asked(room, wanted)
        self._paper = None if preview else room.add(replace(paper, number=_next_number(room)))
        line = room.line_that_added(self._paper) if self._paper else room.tail()
        try:  # the room is as it was at its line: folding it again would take a second
            shown = content_of(room, seal_of(room, line), self._paper or paper)
            self._writing = Writing(shown, target)
        except PaperFailed:
            self._keep(PaperState.NOT_WRITTEN)
            raise

    @property
    def number(self) -> int | None:
        """The number on the paper; a preview has none."""
        return self._paper.number if self._paper else None

    def done(self) -> bool:
        """Whether ``finish`` need not wait."""
        return self._writing.done()

    def finish(self) -> Paper | None:
        """Wait for the paper, move it into place and record what became of it."""
        try:
            sha256 = self._writing.finish()
        except PaperFailed:
            self._keep(PaperState.NOT_WRITTEN)
            raise
        if self._paper:
            drafted.used(self._room, self._paper)
        self._keep(PaperState.WRITTEN, sha256)
        return self._room.find(Paper, self._paper.id) if self._paper else None

    def stop(self) -> None:
        """Stop writing: no file is left, and the record says "not written"."""
        self._writing.stop()
        self._keep(PaperState.NOT_WRITTEN)

    def _keep(self, state: PaperState, sha256: str = "") -> None:
        if self._paper:
            self._room.change(self._paper, state=state, sha256=sha256)


def issue(room: WarRoom, target: Path, wanted: Paper | str | None = None) -> Paper:
    """Record a numbered briefing, write it, wait for it, and record what became of it.

    Raises what Issuing raises.
    """
    paper = Issuing(room, target, wanted).finish()
    assert paper is not None
    return paper


def as_asked(room: WarRoom, wanted: Paper | str | None) -> Paper:
    """What is asked for, as of now and by who is at the keyboard; a bottom line may be drafted."""
    asked = wanted if isinstance(wanted, Paper) else Paper(language=wanted or spoken())
    said = drafted.of_paper(room, asked)
    return replace(asked, issued_at=room.now(), author=room.operator, bottom_line=said)


def numbered(room: WarRoom, number: int) -> Paper:
    """The briefing of this number. Raises RuleBroken when none has it."""
    for each in room.all(Paper):
        if each.number == number:
            return each
    raise RuleBroken(_("There is no briefing {n} in this room.").format(n=number))


def _next_number(room: WarRoom) -> int:
    """One more than the highest; a number that was taken back is on paper and never given again."""
    given = (*room.all(Paper), *room.taken_back(Paper))
    return max((paper.number or 0 for paper in given), default=0) + 1


def write_again(room: WarRoom, paper: Paper, target: Path) -> str:
    """Write a recorded briefing from the state at its record: the same bytes each time.

    Raises RuleBroken where ``target`` is a room, PaperFailed or StoreFailed.
    """
    refuse_rooms(target, room.path)
    line = room.line_that_added(paper)
    shown = content_of(room.up_to(line.n), seal_of(room, line), paper, room)
    return write_pdf(shown, target)


def preview(room: WarRoom, target: Path, wanted: Paper | str | None = None) -> None:
    """Write a briefing without number or record; the room stays untouched."""
    Issuing(room, target, wanted, preview=True).finish()


def material(room: WarRoom, seal: Seal, paper: Paper, whole: WarRoom | None = None) -> Material:
    """What a paper tells of, read from the room; ``whole`` is the room that it is a past of."""
    heads, confirmed = staff_confirmed(room)
    as_of = paper.issued_at or room.now()
    return Material(
        incident=room.incident,
        entries=room.records(timeline()),
        tasks=room.all(Task),
        coverage=room.all(Coverage),
        groups=room.all(StaffGroup),
        messages=room.all(StaffMessage),
        heads=heads,
        confirmed=confirmed,
        seal=seal,
        as_of=as_of,
        operator=paper.author,
        clock=standing(room.all(Sitting), room.all(ClockCheck)),
        attachments=room.all(Attachment),
        method=Method.of(room),
        desk=Desk.of(room, as_of),
        staff=Staff.of(room, as_of),
        impact=Impact.of(room),
        media=Media.of(room, as_of),
        outlook=Outlook.of(room, as_of),
        changes=Changes.of(room, paper, whole or room),
        paper=paper,
    )


def content_of(
    room: WarRoom, seal: Seal, paper: Paper, whole: WarRoom | None = None
) -> dict[str, Any]:
    """All that stands on a paper, and no more than its edition may tell; as ``material``."""
    with speaking(paper.language):
        return content(narrowed(material(room, seal, paper, whole), room.taken_back(Entry)))


def seal_of(room: WarRoom, line: Line) -> Seal:
    """The seal that a paper carries which is made at a line of the journal."""
    return Seal(line.device, line.number, line.hash, room.first_line().hash[:12])
