"""The outlook: the newest forecast of each course is in force, and decisions wait for somebody."""

from desktop.warroom.moment import Moment
from desktop.warroom.outlook import Course, DecisionNeeded, Forecast, in_force, needed
from desktop.warroom.room import WarRoom
from tests.rooms import START, T0

NOW = Moment.of(START)


def test_the_newest_forecast_of_each_course_is_in_force_from_best_to_worst(room: WarRoom) -> None:
    room.add_all(
        [
            Forecast(course=Course.WORST, text="Sales stop", as_of=T0),
            Forecast(course=Course.BEST, text="Over by night", as_of=T0),
            Forecast(course=Course.WORST, text="All shops close", as_of=NOW),
        ]
    )
    found = in_force(room.all(Forecast))
    assert [each.text for each in found] == ["Over by night", "All shops close"]


def test_a_decision_is_needed_until_it_is_made(room: WarRoom) -> None:
    later = room.add(DecisionNeeded(question="Recall abroad, too", who="Wu Ke"))
    sooner = room.add(DecisionNeeded(question="Recall all", due=T0))
    assert [each.id for each in needed(room.all(DecisionNeeded))] == [sooner.id, later.id]
    assert sooner.late(NOW.ms)
    room.change(sooner, decided="Yes, all of them")
    made = room.get(DecisionNeeded, sooner.id)
    assert made.decided_at == room.now()
    assert not made.late(NOW.ms)
    assert [each.id for each in needed(room.all(DecisionNeeded))] == [later.id]
