"""Decisions with what was known when each was written down, from the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.warroom.choices import EntryKind
from desktop.warroom.history import Version
from desktop.warroom.method.facts import Fact
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry
from desktop.warroom.selection import Selection, entries_of


@dataclass(frozen=True, slots=True)
class Known:
    """A fact as it stood at a decision, and as it stands now where that is otherwise.

    ``taken_back`` says that nobody holds it any more.
    """

    then: Fact
    now: Fact | None = None
    taken_back: bool = False

    @property
    def same(self) -> bool:
        """Whether it still stands so."""
        return self.now is None and not self.taken_back


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and the facts that the room held when its line arrived."""

    entry: Entry
    known: tuple[Known, ...]

    @property
    def learned(self) -> int:
        """How many of those facts stand otherwise today."""
        return sum(not each.same for each in self.known)


@dataclass(frozen=True, slots=True)
class _Course:
    """A fact now, and its versions."""

    now: Fact
    versions: tuple[Version, ...]

    def at(self, n: int) -> Fact | None:
        """The fact when line ``n`` had arrived; None where it was not there."""
        values: dict[str, Any] = {"id": self.now.id}
        for version in self.versions:
            if version.n <= n:
                values |= {name: after for name, (_before, after) in version.changed.items()}
        if len(values) == 1:
            return None
        found = Fact.from_plain(values)
        return None if found.gone else found


def decisions(room: Reading) -> list[Decided]:
    """The decisions of the incident on screen, the first first, each with what was known then."""
    courses = [_course(room, each) for each in _every_fact(room)]
    return [
        Decided(each, tuple(_known(courses, room.line_that_added(each).n)))
        for each in room.records(entries_of(EntryKind.DECISION))
    ]


def _known(courses: Iterable[_Course], n: int) -> Iterable[Known]:
    for course in courses:
        if then := course.at(n):
            now = course.now
            other = (then.value, then.status) != (now.value, now.status)
            yield Known(then, now if other and not now.gone else None, taken_back=now.gone)


def _every_fact(room: Reading) -> list[Fact]:
    """The facts that are held, and those that were taken back since."""
    return [*room.all(Fact), *room.records(Selection(kind=Fact, gone=True))]


def _course(room: Reading, fact: Fact) -> _Course:
    return _Course(fact, tuple(room.history(fact)))
