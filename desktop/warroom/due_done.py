"""Tasks done against tasks due, over time: how the work kept up with its deadlines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import groupby

from desktop.warroom.choices import TaskStatus
from desktop.warroom.records import Task

HOUR_MS = 3_600_000
BY_HOUR = 72  # hours that are looked at one by one; longer spans are looked at by day
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DueDone:
    """What had come due until ``ms`` (UTC milliseconds), and what of all such cards was done.

    ``late`` were due by then and not done; both are None ahead of now, where only ``due`` is known.
    """

    ms: int
    due: int
    done: int | None
    late: int | None


def due_and_done(
    tasks: Iterable[Task], now: int, zone: tzinfo | None, until: int | None = None
) -> list[DueDone]:
    """Cards with a deadline, counted after the last change of each hour, now, and of hours ahead.

    ``now`` is in UTC milliseconds; spans of more than three days are taken by day of ``zone``.
    Deadlines at or after ``until`` (milliseconds, too) are left out of what is ahead. Now, what
    was due and is not done is just what is overdue. Empty without any deadline.
    """
    timed = [(task.due.ms, _done(task, now)) for task in tasks if task.due]
    if not timed:
        return []
    dues = {due for due, _at in timed}
    past = {ms for ms in dues | {at for _due, at in timed if at is not None} if ms < now}
    ahead = {ms for ms in dues if ms >= now and (until is None or ms < until)}
    shown = {now, *past, *ahead}
    span = max(shown) - min(shown)
    bin_of = _hour if span <= BY_HOUR * HOUR_MS else _day(zone)
    steps = [_counted(timed, ms) for ms in _last_of_each(past, bin_of)]
    steps.append(_counted(timed, now, by_now=True))
    for ms in _last_of_each(ahead, bin_of):
        steps.append(DueDone(ms, sum(due <= ms for due, _at in timed), None, None))
    return steps


def _done(task: Task, now: int) -> int | None:
    """When a card was done, by ``now`` at the latest; at its deadline where nobody said when."""
    if task.status != TaskStatus.DONE:
        return None
    at = task.done_at or task.due
    return min(at.ms, now) if at else now


def _counted(timed: list[tuple[int, int | None]], ms: int, *, by_now: bool = False) -> DueDone:
    """The counts at a moment; what falls due this very now is not late yet."""
    due = [done for due, done in timed if due < ms + (not by_now)]
    late = sum(done is None or done > ms for done in due)
    done = sum(done is not None and done <= ms for _due, done in timed)
    return DueDone(ms, len(due), done, late)


def _last_of_each(moments: set[int], bin_of: Callable[[int], object]) -> list[int]:
    return [max(together) for _bin, together in groupby(sorted(moments), key=bin_of)]


def _hour(ms: int) -> object:
    return ms // HOUR_MS


def _day(zone: tzinfo | None) -> Callable[[int], object]:
    def day(ms: int) -> object:
        return (_EPOCH + timedelta(milliseconds=ms)).astimezone(zone).date()

    return day
