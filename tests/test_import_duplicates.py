"""What is in the room already is found before anything is written, and said."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.exchange.notes import notes
from desktop.warroom.records import Entry, Person
from desktop.warroom.room import WarRoom
from tests.arrivals import arrival, bring_in
from tests.rooms import new_room


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


ROWS = "time,source,text\n2026-11-23 14:05,Wire,one\n2026-11-23 14:06,Wire,two\n"


def test_rows_that_are_there_already_are_left_out_and_counted(room: WarRoom) -> None:
    bring_in(room, Entry, ROWS)
    more = ROWS + "2026-11-23 14:07,Wire,three\n2026-11-23 14:05,Post,one\n"
    came = bring_in(room, Entry, more)
    assert [entry.text for entry in came.records] == ["three", "one"]
    assert notes(came) == ["2 are already in the room and will be left out."]
    assert notes(came, done=True) == ["2 are already in the room and were left out."]
    assert len(room.all(Entry)) == 4


def test_the_same_instant_in_another_offset_is_the_same(room: WarRoom) -> None:
    bring_in(room, Entry, ROWS)
    came = arrival(room, Entry, "time,source,text\n2026-11-23T06:05Z,Wire, one \n")
    assert came.twins.in_room == {0}


def test_they_come_in_again_when_that_is_wanted_and_it_is_said(room: WarRoom) -> None:
    bring_in(room, Entry, ROWS)
    came = bring_in(room, Entry, ROWS, skips=False)
    assert len(room.all(Entry)) == 4
    assert notes(came) == ["2 are already in the room and come in again."]
    assert room.verify().sound


def test_a_row_that_stands_twice_in_the_file_is_one(room: WarRoom) -> None:
    came = bring_in(room, Entry, ROWS + "2026-11-23 14:06,Wire,two\n")
    assert len(came.records) == 2
    assert notes(came) == ["1 says the same as a row above it and will be left out."]


def test_what_was_taken_back_is_not_there(room: WarRoom) -> None:
    bring_in(room, Entry, ROWS)
    room.undo()
    assert len(bring_in(room, Entry, ROWS).records) == 2


ONE, TWO = "019ab0f5-1f3e-7000-8000-000000000001", "019ab0f5-1f3e-7000-8000-000000000002"


def test_an_id_of_ours_is_kept_and_known_again(room: WarRoom) -> None:
    bring_in(room, Person, f"id,name\n{ONE},Wu\n{TWO},Lin\n")
    assert {person.id for person in room.all(Person)} >= {ONE, TWO}
    came = bring_in(room, Person, f"id,name\n{ONE},Wu Ke\n{TWO},Lin\n")
    assert came.twins.in_room == {0, 1}


def test_an_id_that_was_taken_back_comes_in_under_a_new_one(room: WarRoom) -> None:
    bring_in(room, Person, f"id,name\n{ONE},Wu\n")
    room.take_back(room.get(Person, ONE))
    bring_in(room, Person, f"id,name\n{ONE},Wu\n")
    assert [p.id != ONE for p in room.all(Person) if p.name == "Wu"] == [True]
    assert room.get(Person, ONE).gone
    assert room.verify().sound


def test_ids_of_another_program_are_no_use_and_named_as_unused(room: WarRoom) -> None:
    came = arrival(room, Person, "id,name\n1,Wu\n2,Lin\n")
    assert came.unused == ("id",)
    assert {len(person.id) for person in came.records} == {36}


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=8), st.integers(0, 8))
def test_a_file_in_two_pieces_is_the_same_as_whole(words: list[str], cut: int) -> None:
    rows = [f"2026-11-23 14:05,{word}\n" for word in words]
    with tempfile.TemporaryDirectory() as folder:
        room = new_room(Path(folder) / "r.warroom")
        for part in (rows[:cut], rows):
            if part:
                bring_in(room, Entry, "time,text\n" + "".join(part))
        assert sorted(e.text for e in room.all(Entry)) == sorted(set(words))
        room.close()
