"""The employees of the example: who is told by name, what they ask, and what nobody may see."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.warroom.demo import LANGUAGES, write_demo
from desktop.warroom.measures import MINUTE
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_asked import questions, rumours
from desktop.warroom.staff_measures import Share, reached
from desktop.warroom.staff_messages import versions
from desktop.warroom.staff_mood import moods
from desktop.warroom.staff_not_told import how_many, not_told
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.staff_support import Training
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.staff_words import Stage
from tests.rooms import clock

MISSING = {"R-109", "R-118", "R-204", "R-207", "R-211", "R-215", "R-219"}


@pytest.fixture(scope="module", params=LANGUAGES)
def room(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[WarRoom]:
    file: Path = tmp_path_factory.mktemp("demo") / "r.warroom"
    write_demo(file, clock(), request.param)
    opened = WarRoom.open(file, clock=clock(), writing=False)
    yield opened
    opened.close()


def third(room: WarRoom) -> StaffMessage:
    return next(each for each in room.all(StaffMessage) if each.version == 3)


def test_exactly_seven_people_have_not_been_told_the_third_version(room):
    found = not_told(room, third(room))
    assert {person.number for each in found for person in each.people} == MISSING
    assert how_many(found) == 7
    assert all(each.exact and each.call.name and each.call.phone for each in found)
    assert sum(bool(person.why) for each in found for person in each.people) == 2


def test_the_third_version_has_replaced_two_and_is_the_one_that_counts(room):
    standings = [str(each.standing) for each in versions(room, third(room))]
    assert standings == ["superseded", "superseded", "released"]
    done = reached(room, third(room), room.now())
    assert (done.coverage, done.reported) == (Share(35, 42), False)
    assert third(room).part("eligibility")


def test_the_roster_has_sites_managers_people_and_three_days_of_shifts(room):
    groups, people, shifts = (room.all(kind) for kind in (StaffGroup, StaffMember, Shift))
    assert all(each.department and each.site and each.level for each in groups)
    managed = {each.group for each in people if each.manager and each.phone}
    assert all(each.id in managed or (each.manager and each.phone) for each in groups)
    assert len({each.name for each in people}) == len(people) == 42
    assert len({each.starts_at.ms for each in shifts}) >= 6
    assert {(each.ends_at.ms - each.starts_at.ms) // MINUTE for each in shifts} == {720}


def test_employees_ask_again_wait_and_hear_rumours(room):
    asked = questions(room, room.now())
    assert (asked.answered, asked.late) == (Share(3, 5), 1)
    assert max(each.asked for each in room.all(StaffQuestion)) == 3
    stages = [each.stage for each in room.all(Rumour)]
    assert sorted(stages) == sorted([Stage.HEARD, Stage.JUDGED, Stage.TOLD])
    assert all(each.entry for each in room.all(Rumour))
    assert rumours(room).repeats == 1


def test_of_one_group_four_answered_and_its_mood_is_hidden(room):
    found = moods(room)
    assert [each.answers for each in found if each.hidden] == [4]
    assert sum(each.trend is not None for each in found) == 1
    now = room.now().ms
    assert {each.valid(now) for each in room.all(Training)} == {True, False}
