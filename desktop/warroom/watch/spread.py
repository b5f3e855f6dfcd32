"""The arithmetic of surges: daily counts, shares, hours. Pure, so that it can be tested alone."""

from collections.abc import Mapping, Sequence
from statistics import median

from desktop.warroom.measures import day_of
from desktop.warroom.moment import Moment

DAY, HOUR = 86_400_000, 3_600_000  # milliseconds
BASE = 28  # days (warnings 5.1, PF1-2)
TO_SIGMA = 1.4826  # from the median absolute deviation of a normal distribution


def midnights(now: Moment) -> tuple[int, int]:
    """Midnight before and after ``now`` in its own offset, in UTC milliseconds."""
    return day_of(now)


def unusual(base: Sequence[int], least: int) -> int:
    """From how many on a day is a surge: max(m, 2·median, median + 3·1.4826·MAD), rounded up.

    ``base`` are the counts of the 28 days before (warnings 5.1, PF1-2).
    """
    middle = median(base)
    mad = median([abs(each - middle) for each in base])
    wanted = max(least, 2 * middle, middle + 3 * TO_SIGMA * mad)
    return int(-(-wanted // 1))


def surging(counts: Mapping[int, int], least: int) -> int | None:
    """The limit that was reached, if a surge of the last 28 days still holds today; else None.

    ``counts`` are by days before today (0 is today, whose hours are not over). It ends after two
    whole days under half of the limit.
    """
    limit, calm = None, 0
    for day in range(BASE, -1, -1):
        n = counts.get(day, 0)
        mine = _limit(counts, day, least) if n >= least else n + 1  # never less than the least
        if n >= mine:
            limit, calm = mine, 0
        elif limit is not None and day > 0:
            calm = calm + 1 if n < limit / 2 else 0
            if calm == 2:
                limit = None
    return limit


def _limit(counts: Mapping[int, int], day: int, least: int) -> int:
    return unusual([counts.get(day + 1 + back, 0) for back in range(BASE)], least)


def share(told: Sequence[tuple[int, bool]], at: int) -> tuple[int, float]:
    """How many there were in the 24 hours up to ``at`` (UTC ms), and the percentage of bad ones."""
    mine = [bad for when, bad in told if at - DAY < when <= at]
    return len(mine), 100 * sum(mine) / len(mine) if mine else 0.0


def hours(told: Sequence[tuple[int, bool]], at: int) -> tuple[int, int]:
    """How many bad ones there were in the 60 minutes up to ``at``, and in the 60 before."""
    last = sum(bad for when, bad in told if at - HOUR < when <= at)
    before = sum(bad for when, bad in told if at - 2 * HOUR < when <= at - HOUR)
    return last, before
