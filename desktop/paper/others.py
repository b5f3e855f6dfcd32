"""Papers beside the briefing: each volume is typeset apart, and all move into place together."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.paper.issue import as_asked, material, seal_of
from desktop.paper.write import PaperFailed, no_place, write_pdf
from desktop.warroom.briefing.narrowed import narrowed
from desktop.warroom.briefing.tables import Plain
from desktop.warroom.papers import forms, handover, log, reviewed
from desktop.warroom.papers.front import Front
from desktop.warroom.papers.sort import Sort
from desktop.warroom.records import Entry, Paper
from desktop.warroom.room import WarRoom
from desktop.warroom.targets import refuse_rooms
from resources import speaking


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, with the SHA-256 of its bytes."""

    file: Path
    sha256: str


def write_other(
    room: WarRoom, sort: Sort, target: Path, wanted: Paper | None = None
) -> list[Written]:
    """Write a paper beside the briefing, in volumes where it is long; nothing is recorded.

    Blank forms take numbers, which are recorded first; where the room takes none, a line stands
    to write one on. Raises RuleBroken where ``target`` is a room, PaperFailed or StoreFailed; then
    no half file is left.
    """
    refuse_rooms(target, room.path)
    return written(told(room, sort, as_asked(room, wanted)), target)


def told(room: WarRoom, sort: Sort, asked: Paper) -> list[Plain]:
    """All that stands on the paper, a piece for each file."""
    if sort is Sort.FORMS:
        printed = forms.numbered(room)
        with speaking(asked.language):
            return [forms.blank(Front(room, seal_of(room, room.tail()), asked), printed)]
    front = Front(room, seal_of(room, room.tail()), asked)
    with speaking(asked.language):
        if sort is Sort.LOG:
            return list(log.volumes(front))
        if sort is Sort.REVIEW:
            return [reviewed.report(front)]
        whole = narrowed(material(room, front.seal, asked), room.taken_back(Entry))
        return [handover.sheet(front, whole)]


def written(papers: Sequence[Plain], target: Path) -> list[Written]:
    """The files at ``target``, or with ``-1``, ``-2`` behind it: all typeset, then moved."""
    places = [*_places(target, len(papers))]
    try:
        with tempfile.TemporaryDirectory(prefix=".papers", dir=target.absolute().parent) as kept:
            parts = [Path(kept, f"{n}.pdf") for n in range(len(papers))]
            hashes = [write_pdf(each, part) for each, part in zip(papers, parts, strict=True)]
            for part, place in zip(parts, places, strict=True):
                os.replace(part, place)
    except OSError as error:
        raise PaperFailed(no_place(target, error)) from error
    return [Written(*each) for each in zip(places, hashes, strict=True)]


def _places(target: Path, count: int) -> Iterator[Path]:
    if count == 1:
        yield target
        return
    for n in range(1, count + 1):
        yield target.with_name(f"{target.stem}-{n}{target.suffix}")
