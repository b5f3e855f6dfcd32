"""What the media coverage of an incident says in figures, each with its count (practice 2.5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.warroom import opinion
from desktop.warroom.answers.corrections import figures as correction_figures
from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.choices import Choice, Role
from desktop.warroom.method.team import Post
from desktop.warroom.moment import Moment
from desktop.warroom.opinion import HOUR, LEAST, WINDOW, Effect, Item
from desktop.warroom.reading import Reading
from desktop.warroom.records import Coverage
from desktop.warroom.selection import Selection
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from resources import N_

RATED = tuple(opinion.TONES)


class FigureName(Choice):
    """The figures of coverage; none is money, and none an advertising value."""

    VOLUME = "volume", N_("Volume")
    NET = "net_tone", N_("Net tone")
    WEIGHTED = "weighted_tone", N_("Weighted tone")
    REACH = "reach", N_("Potential reach")
    PULL = "pull_through", N_("Pull-through")
    DISTORTION = "distortion", N_("Distortion")
    VOICE = "share_of_voice", N_("Share of voice")
    QUOTES = "quote_share", N_("Quote share")
    VELOCITY = "velocity", N_("Velocity")
    ACCELERATION = "acceleration", N_("Acceleration")
    HALF_LIFE = "half_life", N_("Half-life")
    CORRECTED = "correction_rate", N_("Correction rate")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; ``value`` is None where too little is known.

    ``n`` of ``of`` are the counts behind it; of the reach ``n`` outlets are known and ``of`` minus
    ``n`` are not. ``rows`` are the items that it rests on.
    """

    name: FigureName
    value: float | None
    n: int
    of: int
    rows: Selection[Coverage] | Selection[Correction]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement of ours, by its first release, and how the net tone changed after it."""

    release: Release
    effect: Effect


def coverage_figures(room: Reading, now: Moment) -> list[Figure]:
    """The figures of the incident on screen at a moment."""
    return list(_figures(room, now))


def effects(room: Reading) -> list[Spoken]:
    """The effect of each version of a statement, in whatever languages, the newest first."""
    texts = {each.id: each for each in room.all(Statement)}
    first: dict[tuple[str, int | None], Release] = {}
    for each in sorted(room.all(Release), key=_out_at):
        text = texts.get(each.statement)
        series = text.of_series if text else each.statement
        first.setdefault((series, each.version), each)
    found = [Spoken(each, _effect(room, each.at.ms)) for each in first.values() if each.at]
    return found[::-1]


def spokespeople(room: Reading) -> tuple[str, ...]:
    """Who speaks for us."""
    posts = [post for post in room.all(Post) if post.role == Role.SPOKESPERSON]
    return tuple(name for post in posts for name in (post.person, post.deputy) if name)


def _figures(room: Reading, now: Moment) -> Iterator[Figure]:
    every = _items(room, now)
    items = opinion.ours(every)
    n = len(items)
    yield Figure(FigureName.VOLUME, n, n, n, _rows())
    yield from _tones(items)
    yield _reach(items)
    yield from _messages(items)
    voice = opinion.share_of_voice(every)
    alone = voice.n == voice.of  # without a competitor there is nothing to share
    value = None if alone else voice.value
    yield Figure(FigureName.VOICE, value, voice.n, voice.of, Selection(kind=Coverage))
    yield _quotes(room, items)
    yield from _speed(items, now)
    yield _corrections(room)


def _items(room: Reading, now: Moment) -> list["_Item"]:
    """The media items with what figures ask of them; whole records of a large room take long.

    Their days are those of ``now``: a paper that is printed again elsewhere counts the same.
    """
    offset = now.offset

    def read() -> list[_Item]:
        cells = room.cells(Selection(kind=Coverage), _Item._fields)
        return [_item(values, offset) for _id, *values in cells]

    return room.held(f"coverage/items/{offset}", (Coverage.kind_name,), read)


def _item(values: Sequence[Any], offset: int) -> "_Item":
    outlet, at, *more = values
    return _Item(outlet, None if at is None else Moment(at, offset), *more)


class _Item(NamedTuple):
    outlet: str
    published_at: Moment | None
    tone: str
    reach: int | None
    tier: str
    prominence: str
    carried: str
    quoted: str
    company: str


def _tones(items: Sequence[Item]) -> Iterator[Figure]:
    net, weighted = opinion.net_tone(items), opinion.weighted_tone(items)
    rated = (("tone", RATED),)
    yield Figure(FigureName.NET, net.value, net.n, len(items), _rows(equal=rated))
    both = (*rated, ("tier", tuple(opinion.TIERS)), ("prominence", tuple(opinion.PROMINENCE)))
    yield Figure(FigureName.WEIGHTED, weighted.value, weighted.n, len(items), _rows(equal=both))


def _reach(items: Sequence[Item]) -> Figure:
    found = opinion.reach(items)
    known = found.outlets - found.unknown
    rows = _rows(filled=("reach",))
    return Figure(FigureName.REACH, found.known if known else None, known, found.outlets, rows)


def _messages(items: Sequence[Item]) -> Iterator[Figure]:
    for name, share, held in (
        (FigureName.PULL, opinion.pull_through(items), "right"),
        (FigureName.DISTORTION, opinion.distortion(items), "wrong"),
    ):
        yield Figure(name, share.value, share.n, share.of, _rows(equal=(("carried", (held,)),)))


def _quotes(room: Reading, items: Sequence[Item]) -> Figure:
    names = spokespeople(room)
    share = opinion.quote_share(items, names)
    rows = _rows(equal=(("quoted", names),)) if names else _rows(filled=("quoted",))
    return Figure(FigureName.QUOTES, share.value if names else None, share.n, share.of, rows)


def _speed(items: Sequence[Item], now: Moment) -> Iterator[Figure]:
    times = [each.published_at.ms for each in items if each.published_at]
    last, more = opinion.velocity(times, now.ms)
    hour = _rows(within=(("published_at", now.ms - HOUR + 1, now.ms + 1),))
    two = _rows(within=(("published_at", now.ms - 2 * HOUR + 1, now.ms + 1),))
    yield Figure(FigureName.VELOCITY, last, last, len(items), hour)
    yield Figure(FigureName.ACCELERATION, more, last, last - more, two)
    half = opinion.half_life(times) if len(times) >= LEAST else None
    yield Figure(FigureName.HALF_LIFE, half, len(times), len(items), _rows())


def _corrections(room: Reading) -> Figure:
    found = correction_figures(room.all(Correction))
    rows = Selection(kind=Correction)
    return Figure(FigureName.CORRECTED, found.rate, found.corrected, found.requested, rows)


def _effect(room: Reading, at: int) -> Effect:
    near = _rows(within=(("published_at", at - WINDOW, at + WINDOW),))
    return opinion.effect(room.records(near), at)


def _rows(**narrowed: object) -> Selection[Coverage]:
    return Selection(kind=Coverage, empty=("company",), order="published_at", **narrowed)  # type: ignore[arg-type]


def _out_at(release: Release) -> tuple[int, str]:
    return (release.at.ms if release.at else 0, release.id)
