"""What may stand on a wall that people read who do not belong to the room, and whom it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.choices import Classification, EntryKind
from desktop.warroom.method.clocks import Clock
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry, Person, Record, Task
from desktop.warroom.selection import Selection, timeline

INTERNAL = (EntryKind.NOTE, EntryKind.RUMOUR, EntryKind.STAFF)
MAY_BE_SHOWN = (Classification.OPEN, Classification.INTERNAL, Classification.RESTRICTED)

# words in a role that make its holder the lead or the spokesperson, the surest first
LEAD = (
    *("crisis lead", "incident lead", "crisis manager", "incident commander", "crisis team lead"),
    *("總指揮", "总指挥", "危機負責人", "危机负责人", "危機小組組長", "危机小组组长"),
)
SPOKESPERSON = ("spokesperson", "spokesman", "spokeswoman", "發言人", "发言人")
_ALONE = ("lead", "leader", "負責人", "负责人", "指揮", "指挥")  # a lead where it is the whole part
_SECOND = re.compile(r"\b(deputy|vice|former)\b|副|代理|前任")
_PARTS = re.compile(r"[,;/、，；／\n]")


@dataclass(frozen=True, slots=True)
class Showing:
    """What a room lets its wall show.

    ``closed`` is a room of which nothing may be shown, ``internal`` says that notes, rumours and
    what staff are told may be, ``hidden`` are the ids of privileged entries and ``withheld`` their
    wordings, also of those taken back: the card that such a line made says the same, and stays.
    """

    closed: bool
    internal: bool
    hidden: frozenset[str]
    withheld: frozenset[str]

    @classmethod
    def of(cls, room: Reading) -> Self:
        """What this room lets its wall show now."""
        incident = room.incident
        marked = (("privileged", (1,)),)
        privileged = [
            e for gone in (False, True) for e in room.records(timeline(equal=marked, gone=gone))
        ]
        return cls(
            closed=incident.classification not in MAY_BE_SHOWN,
            internal=incident.wall_shows_internal,
            hidden=frozenset(entry.id for entry in privileged),
            withheld=frozenset(text for entry in privileged for text in _wordings(entry)),
        )

    def entries(self, **narrowed: Any) -> Selection[Entry]:
        """The entries that may be shown, the newest first; narrowed as any selection is."""
        kinds = [kind for kind in EntryKind if kind not in INTERNAL]
        public = () if self.internal else (("kind", tuple(kinds)),)
        equal = (("privileged", (0,)), *public, *narrowed.pop("equal", ()))
        return timeline(equal=equal, newest_first=True, **narrowed)

    def admits(self, record: Record) -> bool:
        """Whether a record may be shown."""
        if isinstance(record, Entry):
            public = record.kind in set(EntryKind) - set(INTERNAL)
            return not record.privileged and (self.internal or public)
        if isinstance(record, Task):
            return record.entry not in self.hidden and record.title.strip() not in self.withheld
        return self.internal or not isinstance(record, (Clock, Inquiry))


def _wordings(entry: Entry) -> Iterable[str]:
    yield entry.text.strip()
    for old in entry.earlier:
        yield str(old.get("text", "")).strip()


def lead(people: Iterable[Person]) -> str:
    """Who leads, by the words of their role; empty where nobody is said to."""
    known = list(people)
    alone = (p.name for p in known if any(part in _ALONE for part in _roles(p)))
    return holder(known, LEAD) or next(alone, "")


def holder(people: Iterable[Person], words: Iterable[str]) -> str:
    """The first whose role holds one of some words, tried in their order; empty when none does.

    A deputy holds it only where nobody else does.
    """
    roles = [(person.name, part) for person in people for part in _roles(person)]
    first = [each for each in roles if not _SECOND.search(each[1])]
    second = [each for each in roles if _SECOND.search(each[1])]
    wanted = tuple(words)
    found = (n for some in (first, second) for word in wanted for n, part in some if word in part)
    return next(found, "")


def _roles(person: Person) -> list[str]:
    return [part.strip().casefold() for part in _PARTS.split(person.role)]
