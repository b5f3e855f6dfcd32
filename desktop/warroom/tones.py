"""Tones of coverage counted: percentages stand beside counts, and only where they say something."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.warroom.choices import Tone

FEWEST = 10  # rated items below which a percentage says nothing (practice 2.5)
RATED = (Tone.NEGATIVE, Tone.NEUTRAL, Tone.POSITIVE, Tone.MIXED)


@dataclass(frozen=True, slots=True)
class ToneCounts:
    """How many items there are of each tone; what is not rated, or not known here, is neither."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All items, rated or not."""
        return sum(self.counts.values())

    @property
    def rated(self) -> int:
        """Items that somebody has rated."""
        return sum(self.counts.get(tone, 0) for tone in RATED)

    @property
    def too_few(self) -> bool:
        """Whether there are too few rated items for a percentage."""
        return self.rated < FEWEST

    def of(self, tone: Tone) -> int:
        """Items of one tone."""
        return self.counts.get(tone, 0)

    def percent(self, tone: Tone) -> int | None:
        """The part of the rated items, in whole percent; None where there are too few."""
        return None if self.too_few else round(100 * self.of(tone) / self.rated)
