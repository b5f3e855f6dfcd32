"""Done against due: honest sums at every moment, and now just what is overdue."""

from dataclasses import replace
from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import TaskStatus
from desktop.warroom.due_done import HOUR_MS, DueDone, due_and_done
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task

NOW = 1_795_415_520_000  # 2026-11-23 06:32 UTC
DAY_MS = 24 * HOUR_MS


def card(due: int | None, status=TaskStatus.TODO, done: int | None = None) -> Task:
    """A card due and done so many milliseconds from now."""
    moments = (None if each is None else Moment(NOW + each) for each in (due, done))
    return replace(Task(title="x", status=status), **dict(zip(("due", "done_at"), moments)))


near = st.integers(-6, 6).map(lambda n: n * 1_500_000)
far = st.integers(-100 * DAY_MS, 100 * DAY_MS)
moments = st.none() | near | far
cards = st.lists(st.builds(card, moments, st.sampled_from(TaskStatus), moments), max_size=20)


@given(cards)
def test_now_what_is_due_and_not_done_is_what_is_overdue(tasks):
    steps = due_and_done(tasks, NOW, UTC)
    assert bool(steps) == any(task.due for task in tasks)
    for step in steps:
        if step.ms == NOW and step.late is not None:
            of_those = [t for t in tasks if t.due and t.due.ms < NOW]
            assert step.due == len(of_those)
            assert step.due - sum(t.status == TaskStatus.DONE for t in of_those) == step.late
            assert step.late == sum(task.overdue(NOW) for task in tasks)


@given(cards)
def test_sums_never_fall_and_end_with_every_card(tasks):
    steps = due_and_done(tasks, NOW, UTC)
    timed = [task for task in tasks if task.due]
    assert [step.ms for step in steps] == sorted(step.ms for step in steps)
    for name in ("due", "done"):
        counts = [n for step in steps if (n := getattr(step, name)) is not None]
        assert counts == sorted(counts)
    if steps:
        assert steps[-1].due == len(timed)
        at_now = next(step for step in steps if step.ms == NOW and step.done is not None)
        assert at_now.done == sum(task.status == TaskStatus.DONE for task in timed)
        assert all((step.done is None) == (step.late is None) for step in steps)


def test_each_hour_says_what_was_due_and_done_after_its_last_change():
    minute = 60_000
    tasks = [
        card(
            -100 * minute, TaskStatus.DONE, -120 * minute
        ),  # before its time, in the same hour as it was due
        card(-90 * minute, TaskStatus.DONE, -10 * minute),  # late, but done
        card(-20 * minute),
        card(0),
        card(95 * minute),
        card(None, TaskStatus.DONE, -5 * minute),  # had no deadline: is not counted
    ]
    assert due_and_done(tasks, NOW, UTC) == [
        DueDone(NOW - 100 * minute, 1, 1, 0),
        DueDone(NOW - 90 * minute, 2, 1, 1),
        DueDone(NOW - 10 * minute, 3, 2, 1),
        DueDone(NOW, 3, 2, 1),
        DueDone(NOW, 4, None, None),
        DueDone(NOW + 95 * minute, 5, None, None),
    ]


def test_weeks_are_looked_at_by_day():
    tasks = [card(n * DAY_MS // 4) for n in range(-80, 80)]
    assert 40 <= len(due_and_done(tasks, NOW, UTC)) <= 43
