"""Several incidents in one room: one is on screen, and nothing of another stands beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.acts import Change
from desktop.warroom.choices import CrisisType
from desktop.warroom.exchange.json_out import write_json
from desktop.warroom.exchange.restore import restore
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import Entry, Incident, Person, StaffGroup, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from tests.rooms import T0, clock, new_room

LEAK = Incident(title="Names on a forum", type=CrisisType.DATA_LEAK, t0=T0)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def texts(room: WarRoom) -> list[str]:
    return [entry.text for entry in room.all(Entry)]


def test_a_further_incident_begins_with_an_empty_log_and_is_on_screen(room: WarRoom) -> None:
    room.capture("bottles are hot")
    opened = room.open_incident(LEAK)
    assert room.incident == opened
    assert texts(room) == []
    assert room.count(Selection(kind=Entry)) == 0
    assert [each.title for each in room.incidents()] == ["Bottles overheat", "Names on a forum"]


def test_what_is_logged_belongs_to_the_incident_on_screen(room: WarRoom) -> None:
    first = room.incident
    room.capture("bottles are hot")
    second = room.open_incident(LEAK)
    room.capture("/task call the forum @Lin Xia")
    assert texts(room) == ["call the forum @Lin Xia"]
    assert [task.title for task in room.all(Task)] == ["call the forum @Lin Xia"]
    room.turn_to(first)
    assert texts(room) == ["bottles are hot"]
    assert room.all(Task) == []
    room.turn_to(second)
    assert len(room.all(Task)) == 1


def test_people_and_groups_belong_to_the_company(room: WarRoom) -> None:
    room.add_all([Person(name="Wu Ke"), StaffGroup(name="Night shift")])
    room.open_incident(LEAK)
    assert "Wu Ke" in room.people()
    assert [group.name for group in room.all(StaffGroup)] == ["Night shift"]


def test_undo_takes_nothing_back_in_an_incident_that_is_not_on_screen(room: WarRoom) -> None:
    first = room.incident
    room.capture("bottles are hot")
    room.open_incident(LEAK)
    assert room.undo() is None
    room.capture("a forum")
    room.turn_to(first)
    assert room.undo() is not None
    assert texts(room) == []
    assert [e.text for e in room.records(Selection(kind=Entry, everywhere=True))] == ["a forum"]


class Ear:
    def __init__(self) -> None:
        self.heard: list[Change] = []

    def hear(self, changes: tuple[Change, ...]) -> None:
        self.heard += changes


def test_listeners_hear_nothing_of_another_incident(room: WarRoom) -> None:
    entry = room.capture("bottles are hot").entry
    room.open_incident(LEAK)
    ear = Ear()
    room.on_change(ear.hear)
    room.change(entry, key=True)
    assert ear.heard == []
    room.capture("a forum")
    assert [change.after.incident for change in ear.heard] == [room.incident.id]


def test_the_room_remembers_which_incident_was_on_screen(room: WarRoom) -> None:
    opened = room.open_incident(LEAK)
    room.close()
    assert room.path
    again = WarRoom.open(room.path, clock=clock(), writing=False)
    assert again.incident.id == opened.id
    again.close()


def test_a_half_typed_line_waits_in_its_own_incident(room: WarRoom) -> None:
    first = room.incident
    room.keep_draft("bottles")
    room.open_incident(LEAK)
    assert room.draft() == ""
    room.turn_to(first)
    assert room.draft() == "bottles"


def test_the_past_is_that_of_the_incident_on_screen(room: WarRoom) -> None:
    room.capture("bottles are hot")
    room.open_incident(LEAK)
    room.capture("a forum")
    then = room.up_to(room.tail().n)
    assert texts(then) == ["a forum"]


def test_all_incidents_go_out_as_json_and_come_back(room: WarRoom, tmp_path: Path) -> None:
    room.capture("bottles are hot")
    room.open_incident(LEAK)
    room.capture("a forum")
    file, again = tmp_path / "out.json", tmp_path / "again.json"
    finished(write_json(room, file))
    restore(tmp_path / "back.warroom", file, operator="Wu Ke", clock=clock())
    back = WarRoom.open(tmp_path / "back.warroom", clock=clock(), writing=False)
    finished(write_json(back, again))
    assert file.read_bytes() == again.read_bytes()
    assert texts(back) == ["bottles are hot"]
    back.turn_to(back.incidents()[1])
    assert texts(back) == ["a forum"]
    back.close()


def test_a_record_of_an_incident_that_is_not_in_the_file_is_refused(
    room: WarRoom, tmp_path: Path
) -> None:
    room.open_incident(LEAK)
    room.capture("a forum")
    file = tmp_path / "out.json"
    finished(write_json(room, file))
    file.write_text(
        file.read_text().replace(f'"incident": "{room.incident.id}"', '"incident": "x"')
    )
    with pytest.raises(RuleBroken, match="incident that is not in the file"):
        restore(tmp_path / "back.warroom", file, operator="Wu Ke", clock=clock())
    assert not (tmp_path / "back.warroom").exists()


@contextmanager
def fresh() -> Iterator[WarRoom]:
    with TemporaryDirectory() as folder:
        room = new_room(Path(folder) / "r.warroom")
        yield room
        room.close()


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=12))
def test_each_incident_holds_what_was_logged_in_it(deeds: list[tuple[int, bool]]) -> None:
    with fresh() as room:
        room.open_incident(LEAK)
        room.open_incident(Incident(title="Drill", t0=T0, drill=True))
        wanted: list[list[str]] = [[], [], []]
        for number, (at, taken_back) in enumerate(deeds):
            room.turn_to(room.incidents()[at])
            room.capture(f"line {number}")
            wanted[at].append(f"line {number}")
            if taken_back:
                room.undo()
                wanted[at].pop()
        for at, incident in enumerate(room.incidents()):
            room.turn_to(incident)
            assert texts(room) == wanted[at]
            assert room.count(Selection(kind=Entry)) == len(wanted[at])
        assert room.verify().sound


def test_an_incident_is_taken_back_by_nothing(room: WarRoom) -> None:
    room.add(LEAK)  # as a form does
    assert room.undo() is None
    with pytest.raises(RuleBroken, match="not taken back"):
        room.take_back(room.incidents()[1])
    assert len(room.incidents()) == 2
