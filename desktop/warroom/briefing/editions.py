"""What each edition of a briefing may tell: by classification, by kind of record, by section.

This is the one place that decides it; ``narrowed`` applies it to the material of a paper.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Final

from desktop.warroom.attachments import Attachment
from desktop.warroom.briefing.method import may_be_told
from desktop.warroom.choices import Certainty, Classification, Edition
from desktop.warroom.fields import Shape
from desktop.warroom.incident import Incident
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.subjects import Product, Service
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Entry, Paper, StaffGroup, StaffMessage
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement

Kinds = tuple[type[Record], ...]

WEIGHT: Final = 12  # letters from which a hidden wording is looked for within other texts
_WIDE = 0x2E7F  # a letter beyond it says as much as two
# said already, or marked by a person, one by one
_MARKED: Final[Kinds] = (Incident, Fact, Release, Statement, StaffMessage, Coverage)
_TEXTS = (Shape.TEXT, Shape.PROSE)


@dataclass(frozen=True, slots=True)
class Telling:
    """What an edition tells.

    ``ceiling`` is the most sensitive that it may hold; none: that of the incident. A ``narrow``
    edition tells of ``kinds`` only, in these ``sections`` (numbered as in practice 2.9) and
    ``annexes``. One that goes ``outside`` names nobody of the team and nothing of our judgement.
    """

    ceiling: Classification | None
    kinds: Kinds | None = None
    sections: tuple[int, ...] = tuple(range(3, 13))
    annexes: tuple[str, ...] = ()
    outside: bool = False

    @property
    def narrow(self) -> bool:
        """Whether it tells of some kinds only."""
        return self.kinds is not None

    def classification(self, incident: Incident) -> Classification | str:
        """What is printed on each of its pages."""
        return self.ceiling or incident.classification


_STAFF: Final[Kinds] = (
    *(Fact, Product, Service, Coverage, Rumour),
    *(StaffGroup, StaffMessage, Release, Statement),
)
_MEDIA: Final[Kinds] = (Fact, Release, Statement)
TELLING: Final[dict[Edition, Telling]] = {
    Edition.ROOM: Telling(None),
    Edition.BOARD: Telling(Classification.RESTRICTED),
    Edition.LEGAL: Telling(Classification.PRIVILEGED),
    Edition.STAFF: Telling(
        Classification.INTERNAL,
        _STAFF,
        (3, 4, 6),
        ("coverage", "statements", "told"),
    ),
    Edition.MEDIA: Telling(Classification.OPEN, _MEDIA, (3,), ("statements",), outside=True),
}


def telling(paper: Paper) -> Telling:
    """What a paper tells; an edition of a newer version tells no more than the media may read."""
    known: dict[str, Telling] = {str(each): told for each, told in TELLING.items()}
    return known.get(str(paper.edition), TELLING[Edition.MEDIA])


@dataclass(frozen=True, slots=True)
class Judge:
    """Decides record by record what a paper of one classification may tell.

    ``hidden`` are ids and ``wordings`` texts of what is too sensitive: a card or an alarm that
    came of it says the same words, and stays with it.
    """

    telling: Telling
    paper: str
    hidden: frozenset[str] = frozenset()
    wordings: frozenset[str] = frozenset()
    subjects: frozenset[str] = field(default=frozenset())

    def knowing(self, records: Iterable[Record], before: Iterable[Record] = ()) -> "Judge":
        """The same judge, who has seen the records that the paper is made from.

        ``before`` are earlier states; what a record of today says openly is hidden no more.
        """
        now = [each for each in records if isinstance(each, (Fact, Entry))]
        told = {each.id for each in now if self.open_enough(each)}
        found = [each for each in (*now, *before) if not self.open_enough(each)]
        again = {text for each in now if each.id in told for text in _wordings(each)}
        past = {text for each in found if each.id in told for text in _wordings(each)} - again
        mine = [each for each in found if each.id not in told]
        return replace(
            self,
            hidden=frozenset(each.id for each in mine if each.id),
            wordings=frozenset(past.union(*map(_wordings, mine))),
            subjects=frozenset(each.subject.strip() for each in found if isinstance(each, Fact)),
        )

    def open_enough(self, record: Record) -> bool:
        """Whether its own mark lets this paper tell it."""
        if isinstance(record, Fact):
            return may_be_told(str(record.sensitivity), self.paper)
        if isinstance(record, Entry) and record.privileged:
            return may_be_told(str(Classification.PRIVILEGED), self.paper)
        return True

    def admits(self, record: Record) -> bool:
        """Whether this record may stand on the paper."""
        if not self.open_enough(record) or not self._of_a_kind(record):
            return False
        if isinstance(record, _MARKED) or not (self.hidden or self.wordings):
            return True
        return not self._hangs_on_hidden(record) and not any(map(self.quotes, texts(record)))

    def quotes(self, text: str) -> bool:
        """Whether a text is, or holds, the words of what is hidden."""
        return text.strip() in self.wordings or _any_of(self.wordings).search(text) is not None

    def _of_a_kind(self, record: Record) -> bool:
        if self.telling.kinds is None:
            return True
        if not isinstance(record, self.telling.kinds):
            return False
        if isinstance(record, Rumour):  # what staff have not been told is not told by a paper
            return record.told_at is not None
        if isinstance(record, Fact) and self.telling.outside:
            return record.status == Certainty.CONFIRMED
        return True

    def _hangs_on_hidden(self, record: Record) -> bool:
        if isinstance(record, Attachment):
            return record.record in self.hidden
        links = _names(type(record), (Shape.LINK,))  # type: ignore[arg-type]
        return any(getattr(record, name) in self.hidden for name in links)


def texts(record: Record) -> Iterator[str]:
    """The texts of a record, its earlier wordings among them, whoever wrote it."""
    for name in _names(type(record), _TEXTS):  # type: ignore[arg-type]
        if text := getattr(record, name):
            yield str(text)
    if isinstance(record, Entry):
        yield from (str(each.get("text", "")) for each in record.earlier)


@cache
def _names(kind: type[Record], shapes: tuple[Shape, ...]) -> tuple[str, ...]:
    """The fields of a kind that have one of these shapes; who wrote it and where stay aside."""
    aside = ("author", "incident")
    return tuple(f.name for f in kind.declared() if f.shape in shapes and f.name not in aside)


@lru_cache(maxsize=4)
def _any_of(wordings: frozenset[str]) -> re.Pattern[str]:
    """Finds any of the wordings that say enough to be looked for within other texts."""
    long = sorted((each for each in wordings if weight(each) >= WEIGHT), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, long)) if long else r"(?!)")


def weight(text: str) -> int:
    """How much a text says, in letters; a Chinese one counts for two."""
    return sum(2 if ord(letter) > _WIDE else 1 for letter in text)


def _wordings(record: Record) -> Iterator[str]:
    if isinstance(record, Fact):
        said: list[str] = [record.subject, record.value]
    elif isinstance(record, Entry):
        said = [record.text, record.reason, *(str(each.get("text", "")) for each in record.earlier)]
    else:
        return
    yield from filter(None, map(str.strip, said))
