"""The mood of a team is told from five answers on, and of fewer there is nothing to be told."""

import pytest

from desktop.warroom.exchange.take_out import take_out
from desktop.warroom.faults import RuleBroken
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.records import StaffGroup
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from desktop.warroom.staff_kinds import FOUND
from desktop.warroom.staff_measures import Share
from desktop.warroom.staff_mood import concerns, favourable_of, mean_of, moods
from desktop.warroom.staff_support import Pulse
from tests.rooms import START

AT = Moment.of(START)
SECRET = "stairwell"


@pytest.fixture
def night(room: WarRoom) -> StaffGroup:
    return room.add(StaffGroup(name="Night", headcount=12))


def pulse(group: StaffGroup, *counts: int, minutes: int = 0, **more) -> Pulse:
    at = Moment(AT.ms + minutes * 60_000, AT.offset)
    names = ("ones", "twos", "threes", "fours", "fives")
    return Pulse(group=group.id, at=at, **dict(zip(names, counts, strict=True)), **more)


def test_five_answers_have_a_mean_a_favourable_part_and_a_participation(room, night) -> None:
    room.add(pulse(night, 1, 0, 1, 2, 1, concerns=("pay", "rest")))
    [mood] = moods(room)
    assert (mood.answers, mood.mean, mood.favourable) == (5, 3.4, Share(3, 5))
    assert (mood.participation, mood.trend, mood.hidden) == (Share(5, 12), None, False)
    assert concerns(room) == {"pay": 1, "rest": 1}


def test_the_trend_is_the_change_against_the_first_pulse(room, night) -> None:
    room.add(pulse(night, 0, 0, 0, 5, 0))
    room.add(pulse(night, 0, 5, 0, 0, 0, minutes=60))
    room.add(pulse(night, 0, 0, 5, 0, 0, minutes=120))
    assert [mood.trend for mood in moods(room)] == [-1.0]


def test_four_answers_come_in_by_no_door_and_their_number_tells_nothing(room, night) -> None:
    for said in (
        pulse(night, 1, 1, 1, 1, 0),
        pulse(night, 0, 0, 0, 0, 0, answers=4, concerns=(SECRET,)),
    ):
        with pytest.raises(RuleBroken, match="Fewer than 5 answers would show who said what"):
            room.add(said)
    kept = room.add(pulse(night, 0, 0, 0, 0, 0, answers=4))
    with pytest.raises(RuleBroken, match="Fewer than 5"):
        room.change(kept, ones=4)
    [mood] = moods(room)
    assert (mood.mean, mood.favourable, mood.trend, mood.concerns) == (None, None, None, ())
    assert (mood.hidden, mood.answers, mood.participation) == (True, 4, Share(4, 12))


def test_a_team_of_four_is_nowhere_in_the_file_its_exports_or_the_search(
    room, night, tmp_path
) -> None:
    with pytest.raises(RuleBroken):
        room.add(pulse(night, 0, 0, 4, 0, 0, concerns=(SECRET,)))
    room.add(Pulse(group=night.id, at=AT, answers=4))
    for name in ("all.json", "all.xlsx", "pulses.csv"):
        wanted = [Selection(kind=Pulse)] if name.endswith("csv") else None
        finished(take_out(room, tmp_path / name, wanted))
        assert SECRET.encode() not in (tmp_path / name).read_bytes()
    said = (tmp_path / "pulses.csv").read_text(encoding="utf-8").splitlines()[1]
    assert said.split(",")[3:9] == ['"4"', *['""'] * 5]
    assert room.path is not None
    assert SECRET.encode() not in room.path.read_bytes()
    assert Pulse not in FOUND


def test_what_an_older_file_may_hold_is_hidden_all_the_same(night) -> None:
    few = pulse(night, 0, 0, 4, 0, 0, concerns=(SECRET,))
    assert (few.hidden, mean_of(few), favourable_of(few)) == (True, None, None)


def test_counts_add_up_and_are_not_below_zero(room, night) -> None:
    with pytest.raises(RuleBroken, match="do not add up"):
        room.add(pulse(night, 1, 1, 1, 1, 1, answers=6))
    with pytest.raises(RuleBroken, match="below zero"):
        room.add(pulse(night, -1, 3, 3, 0, 0))


def test_no_record_of_a_mood_names_a_person() -> None:
    for kind in ("pulse", "referral"):
        targets = {field.target for field in KINDS[kind].declared()}
        assert "staff_member" not in targets
