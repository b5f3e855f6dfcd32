"""The way back: readings against the level before, improvements, and what closes a lesson."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.words import Progress
from desktop.warroom.moment import Moment
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import (
    Improvement,
    Indicator,
    IndicatorReading,
    Way,
    decimal,
    ways,
)
from desktop.warroom.review.words import Better, Ending
from desktop.warroom.room import WarRoom
from tests.arrivals import bring_in
from tests.rooms import T0

DAY = 24 * 60 * 60_000


def read(room: WarRoom, indicator: Indicator, *values: str) -> Way:
    """The way of an indicator that read these values, a day apart."""
    room.add_all(
        [
            IndicatorReading(
                indicator=indicator.id, at=replace(T0, ms=T0.ms + n * DAY), value=value
            )
            for n, value in enumerate(values)
        ]
    )
    return ways(room)[-1]


def test_an_indicator_is_back_when_its_last_reading_is_as_good_as_before(room: WarRoom) -> None:
    trust = room.add(Indicator(name="Trust", unit="%", baseline="71.5"))
    assert ways(room)[0].back is None
    way = read(room, trust, "70", "48.25", "71.5", "72")
    assert (way.back, way.latest, way.worst) == (True, Decimal(72), Decimal("48.25"))
    assert way.back_since == replace(T0, ms=T0.ms + 2 * DAY)


def test_where_lower_is_better_it_must_come_down_again(room: WarRoom) -> None:
    returns = room.add(Indicator(name="Returns", better=Better.DOWN, baseline="2.1%"))
    way = read(room, returns, "2.0", "9.4", "2.2")
    assert (way.back, way.worst, way.back_since) == (False, Decimal("9.4"), None)


def test_without_a_level_before_nobody_can_say_that_it_is_back(room: WarRoom) -> None:
    way = read(room, room.add(Indicator(name="Orders")), "1,250")
    assert (way.back, way.baseline, way.latest) == (None, None, Decimal(1250))


@pytest.mark.parametrize("said", ["many", "1.250,5", "12 13", "", "1e5", "²"])
def test_what_is_no_figure_is_refused(room: WarRoom, said: str) -> None:
    trust = room.add(Indicator(name="Trust"))
    with pytest.raises(RuleBroken):
        room.add(IndicatorReading(indicator=trust.id, at=T0, value=said))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-9e9, max_value=9e9))
def test_a_figure_is_kept_to_its_last_digit(value: Decimal) -> None:
    assert decimal(f"{value:,.3f}") == value
    assert decimal(f" {value:.3f} %") == value


def test_readings_are_imported_under_the_name_of_their_indicator(room: WarRoom) -> None:
    room.add(Indicator(name="Complaint rate", better=Better.DOWN, baseline="1"))
    rows = "date,indicator,value\n2026-11-24,complaint rate,8.5\n2026-12-01,Complaint rate,0.9\n"
    bring_in(room, IndicatorReading, rows)
    assert ways(room)[0].back is True


def test_an_improvement_that_is_done_has_the_time_of_it(room: WarRoom) -> None:
    seal = room.add(Improvement(action="A second seal"))
    assert seal.open
    room.change(seal, state=Progress.DONE)
    done = room.get(Improvement, seal.id)
    assert (done.open, done.done_at) == (False, room.now())
    room.change(done, state=Progress.RUNNING)
    assert room.get(Improvement, seal.id).done_at is None


def test_a_review_needs_its_time_and_no_more(room: WarRoom) -> None:
    with pytest.raises(RuleBroken):
        room.add(Review())
    room.add(Review(held_at=Moment.of(room.here())))


@pytest.mark.parametrize(
    "values",
    [
        {"ended_by": Ending.ACTION},
        {"ended_by": Ending.ACTION, "owner": "Wu"},
        {"ended_by": Ending.PLAYBOOK},
        {"ended_by": Ending.PLAYBOOK, "playbook": "a", "playbook_before": "a"},
        {"ended_by": Ending.REASON, "reason": "  "},
    ],
)
def test_a_lesson_does_not_close_with_nothing(room: WarRoom, values: dict[str, str]) -> None:
    lesson = room.add(Lesson(text="Test every seal"))
    with pytest.raises(RuleBroken):
        room.change(lesson, **values)
    assert room.get(Lesson, lesson.id).open


def test_a_lesson_that_is_closed_has_the_time_of_it_until_it_is_open_again(room: WarRoom) -> None:
    lesson = room.add(Lesson(text="Test every seal"))
    room.change(lesson, ended_by=Ending.ACTION, owner="Wu", due=T0)
    closed = room.get(Lesson, lesson.id)
    assert (closed.open, closed.closed_at) == (False, room.now())
    room.change(closed, ended_by="")
    assert room.get(Lesson, lesson.id).closed_at is None
