"""The laptop's clock: what is recorded of it, when it jumps, and what people say of it."""

from collections.abc import Iterator
from datetime import timedelta
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom import ids
from desktop.warroom.choices import EntryKind
from desktop.warroom.clock_check import (
    CheckKind,
    ClockCheck,
    length,
    off_by,
    standing,
    told,
)
from desktop.warroom.clock_said import behind
from desktop.warroom.clock_watch import SLACK, ClockWatch, early_by, kind_of
from desktop.warroom.faults import RuleBroken
from desktop.warroom.now import FixedClock, WallClock
from desktop.warroom.records import Entry, Sitting
from desktop.warroom.room import WarRoom
from tests.rooms import START, clock, new_room

STEPS = st.lists(st.tuples(st.integers(0, 90_000), st.integers(-8_000, 8_000)), max_size=30)


def real_clock() -> FixedClock:
    """A clock that stands still but does not admit to be pretended."""
    return FixedClock(START, pretended=False)


@pytest.fixture
def at() -> FixedClock:
    return real_clock()


@pytest.fixture
def room(tmp_path: Path, at: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[WarRoom]:
    monkeypatch.setattr(ids, "_last", 0)  # as in a process that knows no later time
    room = new_room(tmp_path / "r.warroom", at)
    room.sit_down("Lin Xia")
    yield room
    room.close()


def test_a_clock_that_only_goes_on_does_not_jump() -> None:
    at = real_clock()
    watch = ClockWatch(at)
    at.move(hours=9)  # the laptop was asleep: the counter went on
    assert watch.look() == 0


def test_a_clock_that_is_set_jumps_once() -> None:
    at = real_clock()
    watch = ClockWatch(at)
    at.set_by(hours=-1)
    at.move(seconds=4)
    assert watch.look() == -3_600_000
    assert watch.look() == 0


@given(STEPS)
def test_what_is_told_of_jumps_is_all_but_the_slack(steps: list[tuple[int, int]]) -> None:
    at = real_clock()
    watch, told_in_all = ClockWatch(at), 0
    for passed, moved in steps:
        at.move(milliseconds=passed)
        at.set_by(milliseconds=moved)
        told_in_all += watch.look()
    assert abs(sum(moved for _passed, moved in steps) - told_in_all) <= SLACK


def test_the_clock_of_this_laptop_does_not_jump_while_it_is_tested() -> None:
    watch = ClockWatch(WallClock())
    assert watch.look() == 0


def test_sleep_is_only_guessed_where_the_counter_does_not_tell_it() -> None:
    assert kind_of(60_000, counts_sleep=False) == CheckKind.JUMP_OR_SLEEP
    assert kind_of(60_000, counts_sleep=True) == CheckKind.JUMP
    assert kind_of(-60_000, counts_sleep=False) == CheckKind.JUMP


# what people say


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("14:31:35", 95),
        ("14:30:00", 0),
        ("14:33", 180),
        ("14:30", 0),
        ("-95", 95),
        ("−95 s", 95),
        ("+95", -95),
        ("-1:35", 95),
        ("+1:00:00", -3_600),
        ("１４：３１：３５", 95),
        ("02:30:00", -12 * 3_600),
    ],
)
def test_a_true_time_or_a_difference_is_understood(said: str, seconds: int) -> None:
    assert behind(said, START) == seconds


@pytest.mark.parametrize("said", ["", "soon", "25:00", "14:60", "95", "14:3", "+", "14:31:60"])
def test_anything_else_is_refused_with_an_example(said: str) -> None:
    with pytest.raises(RuleBroken, match="14:33:40"):
        behind(said, START)


@given(st.integers(-11 * 3_600, 11 * 3_600))
def test_the_true_time_says_how_far_the_laptop_is_behind(off: int) -> None:
    true = START + timedelta(seconds=off)
    assert behind(f"{true:%H:%M:%S}", START) == off


@given(st.integers(-99_999, 99_999))
def test_a_difference_says_the_same_as_its_number(off: int) -> None:
    assert behind(f"{off:+d}", START) == -off


def test_how_far_off_is_said_in_words() -> None:
    assert off_by(0) == "the laptop was right"
    assert off_by(95) == "the laptop was 95 s behind"
    assert off_by(-3_600) == "the laptop was 1 h 00 ahead"
    assert length(-30) == "30 s"


# what the room keeps


def known(room: WarRoom) -> str:
    return told(standing(room.all(Sitting), room.all(ClockCheck)), room.here())


def test_a_clock_is_unconfirmed_until_somebody_says_so(room: WarRoom) -> None:
    assert known(room).startswith("Nobody has confirmed the clock")
    room.note_clock(CheckKind.CONFIRMED, 95, "phone")
    assert known(room) == (
        "Clock confirmed at 14:30 by Lin Xia; the laptop was 95 s behind, compared with phone."
    )
    assert not room.all(Entry)


def test_who_takes_over_the_keyboard_takes_over_a_confirmed_clock(
    room: WarRoom, at: FixedClock
) -> None:
    room.note_clock(CheckKind.CONFIRMED, 0)
    at.move(hours=2)
    room.sit_down("Zhao Min")
    assert known(room) == "Clock confirmed at 14:30 by Lin Xia; the laptop was right."


def test_a_room_that_was_closed_is_unconfirmed_again(room: WarRoom, at: FixedClock) -> None:
    room.note_clock(CheckKind.CONFIRMED, 0)
    path = room.path
    assert path
    room.close()
    at.move(hours=9)
    again = WarRoom.open(path, operator="Lin Xia", clock=at)
    again.sit_down("Lin Xia")
    assert known(again).startswith("Nobody has confirmed")
    again.close()


def test_a_clock_set_back_before_the_room_is_opened_again_hides_no_sitting(
    room: WarRoom, at: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.note_clock(CheckKind.CONFIRMED, 0)
    path = room.path
    assert path
    room.close()
    at.set_by(hours=-1)
    monkeypatch.setattr(ids, "_last", 0)
    again = WarRoom.open(path, operator="Zhao Min", clock=at)
    again.sit_down("Zhao Min")
    assert known(again).startswith("Nobody has confirmed")
    again.note_clock(CheckKind.CONFIRMED, 0)
    assert "by Zhao Min" in known(again)
    again.close()


def test_a_jump_stands_in_the_timeline_and_alters_no_time(room: WarRoom, at: FixedClock) -> None:
    before = room.capture("13:00 the line stopped").entry
    at.set_by(hours=-1)
    room.note_clock(CheckKind.JUMP, -3_600)
    note = max(room.all(Entry), key=attrgetter("id"))
    assert note.text == "The laptop's clock went back by 1 h 00, to 13:30:00."
    assert (note.kind, note.author) == (EntryKind.NOTE, "War Room")
    assert room.get(Entry, before.id) == before
    assert known(room).endswith("The clock was found wrong 1 time since the room was opened.")
    assert room.verify().sound


def test_undo_passes_a_finding_over(room: WarRoom) -> None:
    room.note_clock(CheckKind.CONFIRMED, 0)
    assert room.undo() is None


def test_a_clock_before_the_last_line_is_early(room: WarRoom, at: FixedClock) -> None:
    assert early_by(room.tail().said(), room.now()) == 0
    at.move(minutes=-10)
    assert early_by(room.tail().said(), room.now()) == 600


def test_what_a_pretended_clock_wrote_makes_nothing_early(tmp_path: Path) -> None:
    pretended = clock()
    room = new_room(tmp_path / "p.warroom", pretended)
    pretended.move(minutes=-10)
    assert early_by(room.tail().said(), room.now()) == 0
    room.close()
