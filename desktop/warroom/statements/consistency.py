"""Whether what the public can read now says the same everywhere (seed 29.3)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.method.facts import Fact, plain
from desktop.warroom.reading import Reading
from desktop.warroom.statements.desk import live
from desktop.warroom.statements.figures_in import Figure, FigureKind, figures
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from resources import _

COUNTS = (FigureKind.NUMBER, FigureKind.MONEY)


@dataclass(frozen=True, slots=True)
class Side:
    """A value as it is written, and the releases that hold it."""

    value: str
    releases: tuple[Release, ...]

    @property
    def said(self) -> str:
        """The value with the channels and languages it stands in."""
        return _("{value}: {places}.").format(value=self.value, places=places(self.releases))


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A difference between live releases: values against each other, or one that others lack.

    ``about`` is what the fact is about, or the title of the text; ``fact`` is the id of a fact.
    """

    about: str
    sides: tuple[Side, ...]
    lacking: tuple[Release, ...] = ()
    fact: str = ""

    @property
    def releases(self) -> tuple[Release, ...]:
        """All releases that it is about."""
        return (*(each for side in self.sides for each in side.releases), *self.lacking)

    @property
    def said(self) -> str:
        """The warning: every value with the channels and languages that hold it."""
        about, values = shown.short(self.about), shown.sentences(each.said for each in self.sides)
        if len(self.sides) > 1:
            return _("{about}: the values differ. {values}").format(about=about, values=values)
        side = self.sides[0]
        return _("{about}: {value} stands in {places}, but not in {others}.").format(
            about=about,
            value=side.value,
            places=places(side.releases),
            others=places(self.lacking),
        )


@dataclass(slots=True)
class _Version:
    """One exact text that is live, all its releases, and the figures that are compared."""

    releases: list[Release]
    found: list[Figure] = field(default_factory=list)
    length: int = 1


@dataclass(slots=True)
class _Same:
    """What several versions say alike: for each the figure as it is written there."""

    members: dict[int, Figure]
    at: float

    def takes(self, figure: Figure) -> bool:
        return all(each.agrees(figure) for each in self.members.values())

    @property
    def kind(self) -> FigureKind:
        kind = next(iter(self.members.values())).kind
        return FigureKind.NUMBER if kind in COUNTS else kind

    @property
    def hinted(self) -> bool:
        return all(each.hinted for each in self.members.values())


def inconsistencies(room: Reading) -> list[Inconsistency]:
    """The differences among the live releases, one for each, facts first.

    Of each series, channel, account and language the latest release counts that is not withdrawn.
    """
    out = live(room)
    facts = list(_facts_that_differ(room, out))
    texts = {each.id: each for each in room.all(Statement)}
    series: dict[str, list[Release]] = {}
    for each in out:
        text = texts.get(each.statement)
        series.setdefault(text.of_series if text else each.statement, []).append(each)
    found = list(facts)
    for releases in series.values():
        found += _texts_that_differ(releases, facts)
    return found


def places(releases: Iterable[Release]) -> str:
    """Where releases went and in which language, each said once."""
    said = [shown.aside(each.place, word(each.language)) for each in releases]
    return shown.listed(dict.fromkeys(said))


def _facts_that_differ(room: Reading, out: Sequence[Release]) -> Iterator[Inconsistency]:
    held: dict[str, dict[str, tuple[str, list[Release]]]] = {}
    for each in out:
        for item in each.facts:
            value = str(item.get("value", ""))
            of_fact = held.setdefault(str(item.get("fact", "")), {})
            of_fact.setdefault(plain(value), (value, []))[1].append(each)
    for fact_id, values in held.items():
        if len(values) > 1:
            fact = room.find(Fact, fact_id)
            sides = tuple(Side(said, tuple(releases)) for said, releases in values.values())
            yield Inconsistency(fact.subject if fact else fact_id, sides, fact=fact_id)


def _texts_that_differ(
    releases: Sequence[Release], facts: Sequence[Inconsistency]
) -> Iterator[Inconsistency]:
    versions = _versions(releases, facts)
    if len(versions) < 2:
        return
    left = [each for each in _alike(versions) if len(each.members) < len(versions)]
    for group in _against_each_other(left):
        if _worth_saying(group):
            yield _difference(group, versions)


def _versions(releases: Sequence[Release], facts: Sequence[Inconsistency]) -> list[_Version]:
    """The exact texts of some releases; figures of facts that differ are said with the fact."""
    by_text: dict[tuple[str, str], _Version] = {}
    for each in releases:
        by_text.setdefault((each.title, each.text), _Version([])).releases.append(each)
    for (title, text), version in by_text.items():
        whole = f"{title}\n{text}"
        ids = {each.id for each in version.releases}
        known = [
            figure
            for fact in facts
            if ids & {each.id for each in fact.releases}
            for side in fact.sides
            for figure in _figures(side.value)
        ]
        version.length = len(whole)
        version.found = [f for f in _figures(whole) if not any(f.agrees(k) for k in known)]
    return list(by_text.values())


@lru_cache(maxsize=512)
def _figures(text: str) -> tuple[Figure, ...]:
    return tuple(figures(text))


def _alike(versions: Sequence[_Version]) -> list[_Same]:
    """The figures of all versions, those that agree together; what is sure comes first."""
    found = list[_Same]()
    for hinted in (False, True):
        for number, version in enumerate(versions):
            for figure in version.found:
                if figure.hinted is hinted:
                    _join(found, number, figure, figure.start / version.length)
    return sorted(found, key=_place)


def _join(found: list[_Same], number: int, figure: Figure, at: float) -> None:
    for same in found:
        if same.takes(figure):
            same.members.setdefault(number, figure)
            return
    found.append(_Same({number: figure}, at))


def _place(same: _Same) -> float:
    return same.at


def _against_each_other(left: Sequence[_Same]) -> Iterator[list[_Same]]:
    """What stands in the place of what elsewhere: of one kind, what is sure and near first."""
    waiting = sorted(left, key=lambda same: (same.hinted, same.at))
    while waiting:
        first = waiting.pop(0)
        group, covered = [first], set(first.members)
        for other in sorted(waiting, key=lambda same: (same.hinted, abs(same.at - first.at))):
            if _may_stand_for(other, first) and not covered & set(other.members):
                group.append(other)
                covered |= set(other.members)
                waiting.remove(other)
        yield sorted(group, key=lambda same: min(same.members))


def _may_stand_for(other: _Same, first: _Same) -> bool:
    """An article is no other value of a number."""
    article = other.hinted and _value(other) == "1"
    return other.kind == first.kind and not article


def _worth_saying(group: Sequence[_Same]) -> bool:
    """A hinted figure is a difference only against another, and an article is none."""
    if any(not each.hinted for each in group):
        return True
    return len(group) > 1 and _value(group[0]) != "1"


def _value(same: _Same) -> str:
    return next(iter(same.members.values())).value


def _difference(group: Sequence[_Same], versions: Sequence[_Version]) -> Inconsistency:
    sides = tuple(_side(each, versions) for each in group)
    held = {number for each in group for number in each.members}
    lacking = [r for n, each in enumerate(versions) if n not in held for r in each.releases]
    title = versions[min(held)].releases[0].title
    return Inconsistency(title, sides, tuple(lacking))


def _side(same: _Same, versions: Sequence[_Version]) -> Side:
    said = dict.fromkeys(figure.said for figure in same.members.values())
    value = " / ".join(said)
    return Side(value, tuple(r for n in same.members for r in versions[n].releases))
