"""Requests for correction: which media items are held to be wrong, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.answers.words import CorrectionState

HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class CorrectionFigures:
    """How many were requested and corrected; ``hours`` is the median to a correction."""

    requested: int
    corrected: int
    hours: float | None

    @property
    def rate(self) -> float | None:
        """``correction_rate = corrected / requested`` (practice 2.5); None without a request."""
        return self.corrected / self.requested if self.requested else None


def figures(corrections: Sequence[Correction]) -> CorrectionFigures:
    """What came of these requests; those that we dropped are not counted (practice 2.5)."""
    held = [each for each in corrections if each.state != CorrectionState.DROPPED]
    done = [each for each in held if each.state == CorrectionState.CORRECTED]
    hours = [
        (each.corrected_at.ms - each.asked_at.ms) / HOUR
        for each in done
        if each.corrected_at and each.asked_at
    ]
    return CorrectionFigures(len(held), len(done), median(hours) if hours else None)
