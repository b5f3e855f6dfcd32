"""Hours of coverage by tone and how they become bars; numbers only, no drawing."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

HOUR_MS = 3_600_000
VISIBLE = 72  # hours at most
TONES = ("positive", "negative", "neutral", "mixed", "not_rated")
CALM = ("neutral", "mixed", "not_rated")  # from their own line upwards


@dataclass(frozen=True, slots=True)
class HourTone:
    """How many items of each tone appeared in the hour from ``start_ms`` (milliseconds UTC).

    ``label`` is the hour of the day as the axis shows it, two digits; ``day`` stands once where
    it changes; ``told`` is the hour in full, for the tooltip and for screen readers.
    """

    start_ms: int
    label: str
    negative: int = 0
    neutral: int = 0
    positive: int = 0
    mixed: int = 0
    not_rated: int = 0
    day: str = ""
    told: str = ""

    @property
    def total(self) -> int:
        """All items of the hour."""
        return self.positive + self.negative + self.calm

    @property
    def calm(self) -> int:
        """The items that speak neither for nor against."""
        return self.neutral + self.mixed + self.not_rated

    def count(self, tone: str) -> int:
        """The items of one of ``TONES``."""
        found: int = getattr(self, tone)
        return found


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one tone: the bottom and the top of each hour's, in items."""

    tone: str
    bottoms: tuple[float, ...]
    tops: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights of a chart, in items on one scale, zero between for and against.

    What is neither for nor against stands on a line of its own, ``base``, so that it neither
    lifts the one nor deepens the other and every tone next to a line can be compared.
    """

    top: int  # most above zero
    bottom: int  # most below zero
    calm: int  # most on the line of its own
    item: float  # pixels of one item
    gap: float  # items between the lowest bar and the highest calm one
    head: float  # items of free room at the top

    @classmethod
    def measured(
        cls, hours: Sequence[HourTone], pixels: float, head: float, gap: float, *, volume: bool
    ) -> "Heights":
        """The heights that fill ``pixels``, ``head`` and ``gap`` being pixels too."""
        top = max((h.total if volume else h.positive for h in hours), default=0)
        bottom = 0 if volume else max((h.negative for h in hours), default=0)
        calm = 0 if volume else max((h.calm for h in hours), default=0)
        room = pixels - head - (gap if calm else 0)
        item = max(room, 1.0) / max(top + bottom + calm, 1)
        return cls(top, bottom, calm, item, gap / item if calm else 0.0, head / item)

    @property
    def base(self) -> float:
        """Where the calm bars stand."""
        return -(self.bottom + self.gap + self.calm)

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest value in sight."""
        return self.base, max(self.top + self.head, self.base + 1)

    def ticks(self, apart: float) -> tuple[int, ...]:
        """Whole counts to be labelled, zero among them, at least ``apart`` pixels from another."""
        step = whole_step(apart / self.item)
        return tuple(range(-(self.bottom // step) * step, self.top + 1, step))


def whole_step(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that is not below ``least``."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step >= least:
                return step
        power *= 10


def stacked(hours: Sequence[HourTone], heights: Heights, *, volume: bool) -> list[Bars]:
    """The bars of the chart; with ``volume`` one for all items."""
    zero = (0.0,) * len(hours)
    if volume:
        return [Bars("total", zero, tuple(float(h.total) for h in hours))]
    bars = [
        Bars("positive", zero, tuple(float(h.positive) for h in hours)),
        Bars("negative", tuple(-float(h.negative) for h in hours), zero),
    ]
    floor = tuple(heights.base for _hour in hours)
    for tone in CALM:
        raised = tuple(low + h.count(tone) for low, h in zip(floor, hours, strict=True))
        bars.append(Bars(tone, floor, raised))
        floor = raised
    return bars


def place(hours: Sequence[HourTone], ms: int) -> float | None:
    """Where a moment stands, in hours from the left; None when it is not among them."""
    at = bisect_right([hour.start_ms for hour in hours], ms) - 1
    if at < 0 or ms - hours[at].start_ms >= HOUR_MS:
        return None
    return at + (ms - hours[at].start_ms) / HOUR_MS
