"""How the media speak of us, in figures: what practice 2.5 defines, and nothing that is guessed.

No figure here is money, and none is an advertising value (Barcelona Principles).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol, TypeVar

from desktop.warroom.choices import Carried, Prominence, Tier, Tone
from desktop.warroom.moment import Moment

HOUR = 3_600_000  # milliseconds
LEAST = 10  # items below which a share says too little (practice 2.5)
WINDOW = 4 * HOUR  # on each side of a statement whose effect is asked for
_95 = 1.96  # standard deviations on either side that hold 95 % of a normal distribution
TONES = {Tone.POSITIVE: 1, Tone.NEUTRAL: 0, Tone.MIXED: 0, Tone.NEGATIVE: -1}
TIERS = {Tier.FIRST: 3, Tier.SECOND: 2, Tier.NONE: 1}
PROMINENCE = {
    Prominence.HEADLINE: 1.0,
    Prominence.LEAD: 0.7,
    Prominence.BODY: 0.4,
    Prominence.PASSING: 0.2,
}


class Item(Protocol):
    """What is asked of a media item; a record is one, and so is what was read of it in short."""

    @property
    def outlet(self) -> str: ...
    @property
    def published_at(self) -> Moment | None: ...
    @property
    def tone(self) -> str: ...
    @property
    def reach(self) -> int | None: ...
    @property
    def tier(self) -> str: ...
    @property
    def prominence(self) -> str: ...
    @property
    def carried(self) -> str: ...
    @property
    def quoted(self) -> str: ...
    @property
    def company(self) -> str: ...


Kind = TypeVar("Kind", bound=Item)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of some items; ``value`` is None where they are fewer than ``LEAST``."""

    n: int
    of: int

    @property
    def value(self) -> float | None:
        """The part, 0 to 1."""
        return self.n / self.of if self.of >= LEAST else None


@dataclass(frozen=True, slots=True)
class Net:
    """A tone between -1 and 1 of so many rated items; ``value`` is None where they are too few."""

    total: float
    n: int

    @property
    def value(self) -> float | None:
        """The mean."""
        return self.total / self.n if self.n >= LEAST else None


@dataclass(frozen=True, slots=True)
class Weighted:
    """A tone weighted by tier and prominence: Σ w·p·t / Σ w·p. Items not rated in both are out."""

    total: float
    weight: float
    n: int

    @property
    def value(self) -> float | None:
        """The weighted mean; None where the items are too few."""
        return self.total / self.weight if self.n >= LEAST else None


@dataclass(frozen=True, slots=True)
class Reach:
    """Potential reach, not unique: each of the ``outlets`` counts once a day.

    ``known`` is the sum of those that say how many they reach, ``unknown`` how many say nothing.
    """

    known: int
    unknown: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Effect:
    """How the net tone changed after a statement, with its 95 % interval; None with too few."""

    before: Net
    after: Net
    change: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out nought."""
        return self.low is not None and self.high is not None and self.low * self.high > 0


def ours(items: Iterable[Kind]) -> list[Kind]:
    """The items about us, not those about a competitor."""
    return [each for each in items if not each.company]


def net_tone(items: Iterable[Item]) -> Net:
    """(P − N) / (P + N + U + M) of the rated items."""
    tones = [TONES[each.tone] for each in items if each.tone in TONES]  # type: ignore[index]
    return Net(sum(tones), len(tones))


def weighted_tone(items: Iterable[Item]) -> Weighted:
    """Σ w·p·t / Σ w·p, w by tier (3, 2, 1) and p by prominence (1, 0.7, 0.4, 0.2)."""
    total = weight = 0.0
    n = 0
    for each in items:
        if each.tone in TONES and each.tier in TIERS and each.prominence in PROMINENCE:
            mine = TIERS[each.tier] * PROMINENCE[each.prominence]  # type: ignore[index]
            total, weight, n = total + mine * TONES[each.tone], weight + mine, n + 1  # type: ignore[index]
    return Weighted(total, weight, n)


def reach(items: Iterable[Item]) -> Reach:
    """The sum over distinct outlets of each local day, the largest said figure of each."""
    found: dict[tuple[str, object], int | None] = {}
    for each in items:
        day = each.published_at.local.date() if each.published_at else None
        key = (each.outlet.strip().casefold(), day)
        said = [r for r in (found.get(key), each.reach) if r is not None]
        found[key] = max(said, default=None)
    known = [r for r in found.values() if r is not None]
    return Reach(sum(known), len(found) - len(known), len(found))


def pull_through(items: Sequence[Item]) -> Share:
    """The part of rated items that carry a key message correctly."""
    return _carried(items, Carried.RIGHT)


def distortion(items: Sequence[Item]) -> Share:
    """The part of rated items that carry one wrongly."""
    return _carried(items, Carried.WRONG)


def quote_share(items: Sequence[Item], spokespeople: Iterable[str]) -> Share:
    """The part of items that quote one of our spokespeople."""
    names = {name.strip().casefold() for name in spokespeople if name.strip()}
    quoting = [each for each in items if each.quoted.strip().casefold() in names]
    return Share(len(quoting), len(items))


def share_of_voice(items: Sequence[Item]) -> Share:
    """Items about us among those about us and named competitors."""
    return Share(len(ours(items)), len(items))


def velocity(times: Sequence[int], now: int) -> tuple[int, int]:
    """Items in the 60 minutes up to ``now`` (UTC ms), and how many more than in the 60 before."""
    last = sum(now - HOUR < at <= now for at in times)
    before = sum(now - 2 * HOUR < at <= now - HOUR for at in times)
    return last, last - before


def half_life(times: Iterable[int]) -> int | None:
    """Hours from the fullest hour to the first with at most half as many; None before it comes.

    Hours are counted from the first item, so that the answer hangs on no clock.
    """
    ordered = sorted(times)
    if not ordered:
        return None
    counts: dict[int, int] = {}
    for at in ordered:
        hour = (at - ordered[0]) // HOUR
        counts[hour] = counts.get(hour, 0) + 1
    peak = max(counts, key=lambda hour: (counts[hour], -hour))
    after = range(peak + 1, max(counts) + 1)
    return next((h - peak for h in after if counts.get(h, 0) <= counts[peak] / 2), None)


def effect(items: Iterable[Item], at: int, length: int = WINDOW) -> Effect:
    """How the net tone after ``at`` (UTC ms) differs from before, over windows of equal length.

    The interval is by the normal approximation for the difference of two means.
    """
    rated = [
        (each.published_at.ms, TONES[each.tone])  # type: ignore[index]
        for each in items
        if each.published_at and each.tone in TONES
    ]
    before = [tone for when, tone in rated if at - length <= when < at]
    after = [tone for when, tone in rated if at <= when < at + length]
    nets = Net(sum(before), len(before)), Net(sum(after), len(after))
    if min(len(before), len(after)) < LEAST:
        return Effect(*nets)
    change = sum(after) / len(after) - sum(before) / len(before)
    around = _95 * sqrt(_variance(before) / len(before) + _variance(after) / len(after))
    return Effect(*nets, change, change - around, change + around)


def _variance(values: Sequence[int]) -> float:
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _carried(items: Sequence[Item], wanted: Carried) -> Share:
    return carried([each.carried for each in items], wanted)


def carried(said: Iterable[str], wanted: Carried) -> Share:
    """The part of rated items that carry a message so, of what each is said to do."""
    rated = [each for each in said if each in _RATED]
    return Share(sum(each == wanted for each in rated), len(rated))


_RATED = (Carried.RIGHT, Carried.WRONG, Carried.NONE)
