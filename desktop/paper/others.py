"""Papers beside the briefing: each volume is typeset apart, and all move into place together."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.paper.issue import as_asked, material, seal_of
from desktop.paper.write import PaperFailed, Writing, no_place
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


class Volumes:
    """A paper on its way to ``target``, or to files with ``-1``, ``-2`` behind that name.

    Ask ``done`` now and then, and ``finish`` when it is; or ``stop``. One volume is typeset after
    the other; they move into place when all are. Raises PaperFailed; then no half file is left.
    """

    def __init__(self, papers: Sequence[Plain], target: Path) -> None:
        self.target, self._papers = target, papers
        self._hashes: list[str] = []
        self._failed: PaperFailed | None = None
        try:
            self._kept = TemporaryDirectory(
                prefix=".papers", dir=target.absolute().parent, ignore_cleanup_errors=True
            )
        except OSError as error:
            raise PaperFailed(no_place(target, error)) from error
        self._writing = self._begin()

    def done(self) -> bool:
        """Whether ``finish`` need not wait; begins the next volume where one is ready."""
        if self._failed or not self._writing.done():
            return self._failed is not None
        if len(self._hashes) + 1 == len(self._papers):
            return True
        try:
            self._go_on()
        except PaperFailed as fault:
            self._failed = fault
        return self._failed is not None

    def finish(self) -> list[Written]:
        """Wait for the last volume and move all into place."""
        try:
            if self._failed:
                raise self._failed
            while len(self._hashes) + 1 < len(self._papers):
                self._go_on()
            self._hashes.append(self._writing.finish())
            return self._moved()
        except OSError as error:
            raise PaperFailed(no_place(self.target, error)) from error
        finally:
            self._kept.cleanup()

    def stop(self) -> None:
        """Stop writing; nothing is left of it."""
        self._writing.stop()
        self._kept.cleanup()

    def _begin(self) -> Writing:
        n = len(self._hashes)
        try:
            return Writing(self._papers[n], self._part(n))
        except PaperFailed:
            self._kept.cleanup()
            raise

    def _go_on(self) -> None:
        self._hashes.append(self._writing.finish())
        self._writing = self._begin()

    def _moved(self) -> list[Written]:
        places = [*_places(self.target, len(self._papers))]
        for n, place in enumerate(places):
            os.replace(self._part(n), place)
        return [Written(*each) for each in zip(places, self._hashes, strict=True)]

    def _part(self, n: int) -> Path:
        return Path(self._kept.name, f"{n}.pdf")


def begin(room: WarRoom, sort: Sort, target: Path, wanted: Paper | None = None) -> Volumes:
    """Begin to write a paper beside the briefing, in volumes where it is long.

    Nothing is recorded; blank forms alone take numbers, which are recorded first, and where the
    room takes none, a line stands to write one on. Raises RuleBroken where ``target`` is a room,
    PaperFailed or StoreFailed.
    """
    refuse_rooms(target, room.path)
    return Volumes(told(room, sort, as_asked(room, wanted)), target)


def write_other(
    room: WarRoom, sort: Sort, target: Path, wanted: Paper | None = None
) -> list[Written]:
    """Write such a paper and wait for it. Raises what ``begin`` raises."""
    return begin(room, sort, target, wanted).finish()


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


def _places(target: Path, count: int) -> Iterator[Path]:
    if count == 1:
        yield target
        return
    for n in range(1, count + 1):
        yield target.with_name(f"{target.stem}-{n}{target.suffix}")
