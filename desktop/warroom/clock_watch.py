"""Watching the clock of the laptop: it jumps when it goes another way than a steady counter."""

from desktop.warroom.clock_check import CheckKind
from desktop.warroom.journal import Said
from desktop.warroom.moment import Moment
from desktop.warroom.now import COUNTS_SLEEP, Clock

SLACK = 5_000  # milliseconds by which clock and counter may come to differ


class ClockWatch:
    """Compares the clock with the counter that no one can set, from when it is made.

    What is too little to be told is not forgotten: small steps add up until they are told.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._apart = self._difference()

    def look(self) -> int:
        """How many milliseconds the clock went forward (negative: back) by itself; mostly 0."""
        apart = self._difference()
        moved = apart - self._apart
        if abs(moved) <= SLACK:
            return 0
        self._apart = apart
        return moved

    def _difference(self) -> int:
        return round(self._clock.now().timestamp() * 1_000) - self._clock.steady_ms()


def early_by(at_last: Said, now: Moment) -> int:
    """Seconds by which ``now`` lies before the last line of a room; 0 when it does not.

    A line that was written under a pretended clock says nothing.
    """
    early = at_last.at.ms - now.ms
    return round(early / 1_000) if early > SLACK and not at_last.pretended else 0


def kind_of(moved: int, counts_sleep: bool = COUNTS_SLEEP) -> CheckKind:
    """What a movement of the clock means where the counter does, or does not, go on in sleep."""
    return CheckKind.JUMP if moved < 0 or counts_sleep else CheckKind.JUMP_OR_SLEEP
