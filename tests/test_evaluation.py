"""Evaluations: a snapshot of the measures with keep or change, asked for once a day."""

import pytest

from desktop.warroom import evaluation
from desktop.warroom.choices import Phase, Tone
from desktop.warroom.evaluation import Course, Evaluation
from desktop.warroom.faults import RuleBroken
from tests.test_export_csv import written
from tests.test_watch_guidance import items
from tests.watched import at

DAY = 1_440  # minutes


def handle(room) -> None:
    room.change(room.incident, phase=Phase.HANDLING)


def test_an_evaluation_is_due_a_day_after_handling_began(room):
    assert evaluation.due(room) is None
    handle(room)
    due = evaluation.due(room)
    assert due is not None
    assert due.ms == at(DAY).ms


def test_the_next_is_due_a_day_after_the_last(room):
    handle(room)
    room.add(Evaluation(at=at(600)))
    assert evaluation.due(room).ms == at(600 + DAY).ms


def test_none_is_due_before_handling_or_once_it_is_over(room):
    handle(room)
    room.change(room.incident, phase=Phase.RECOVERY)
    assert evaluation.due(room) is None


def test_a_change_says_what_changes(room):
    with pytest.raises(RuleBroken):
        room.add(Evaluation(at=at(), verdict=Course.CHANGE))
    room.add(Evaluation(at=at(), verdict=Course.CHANGE, change="Answer on Weibo within the hour"))


def test_a_snapshot_keeps_every_measure_as_it_stood(room):
    items(room, 10, -60, tone=Tone.NEGATIVE)
    kept = room.add(Evaluation(at=at(), snapshot=evaluation.snapshot(room, at())))
    items(room, 10, 60, tone=Tone.POSITIVE)
    again = room.get(Evaluation, kept.id)
    held = {item["text"]: item for item in again.snapshot}
    assert held["net_tone"] == {"text": "net_tone", "value": -1.0, "n": 10}
    assert held["information"] == {"text": "information", "value": None, "n": 0}
    assert {"rapid", "team", "tone", "volume", "correction_rate"} <= set(held)


def test_a_file_has_the_figures_with_their_values(room):
    items(room, 10, -60, tone=Tone.NEGATIVE)
    room.add(Evaluation(at=at(), snapshot=evaluation.snapshot(room, at())))
    told = written(room, evaluation.evaluations()).decode("utf-8-sig").splitlines()
    assert "net_tone: -1.0" in told
    assert "pull_through:" in told


def test_an_evaluation_stands_beside_the_one_before(room):
    def taken(minutes: int) -> Evaluation:
        return room.add(Evaluation(at=at(minutes), snapshot=evaluation.snapshot(room, at(minutes))))

    items(room, 10, -60, tone=Tone.NEGATIVE)
    first = taken(0)
    items(room, 10, 60, tone=Tone.POSITIVE)
    second = taken(DAY)
    assert evaluation.before(room, first) is None
    earlier = evaluation.before(room, second)
    assert earlier is not None
    rows = {each.name: each for each in evaluation.compared(second, earlier)}
    assert (rows["net_tone"].before, rows["net_tone"].value) == (-1.0, 0.0)
    assert rows["net_tone"].change == 1.0
    assert rows["read"].change is None
    assert all(each.before is None for each in evaluation.compared(first, None))
