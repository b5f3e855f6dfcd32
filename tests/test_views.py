"""A room opened with plain SQL reads well: views by plain names, in words, names for links."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.warroom.choices import Channel, EntryKind, OutletKind, TaskStatus, Tone
from desktop.warroom.moment import Moment
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Person,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom
from tests.rooms import T0, clock, new_room

VIEWS = ("timeline", "tasks", "coverage", "staff_told", "people")
OLD = Path(__file__).parent / "old" / "version-1.warroom"


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def rows(room: WarRoom, view: str) -> list[dict]:
    """The rows of a view as the standard library's SQLite reads them from the closed file."""
    path = room.path
    room.close()
    file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    file.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in file.execute(f"SELECT * FROM {view}")]
    finally:
        file.close()


def test_the_timeline_reads_in_words_in_the_order_of_events(room: WarRoom) -> None:
    about = Moment.parse("2026-11-23T14:05+08:00~")
    room.add(Entry(text="second", happened_at=about, kind=EntryKind.RUMOUR, tags=("a", "b")))
    room.add(Entry(text="first", happened_at=T0, key=True, people=("Lin Xia",)))
    room.take_back(room.add(Entry(text="gone", happened_at=T0)))
    first, second = rows(room, "timeline")
    assert (first["text"], first["time"], first["key_entry"], first["people"]) == (
        *("first", "2026-11-23T09:30+08:00", "yes", "Lin Xia"),
    )
    assert (second["text"], second["time"], second["kind"], second["tags"]) == (
        *("second", "2026-11-23T14:05+08:00~", "Rumour", "a, b"),
    )
    assert (second["author"], second["people"]) == ("Lin Xia", "")


def test_cards_stand_in_their_order_with_their_steps_one_to_a_line(room: WarRoom) -> None:
    steps = ({"text": "call", "done": True}, {"text": "sign", "done": False})
    room.add(Task(title="later", rank="V"))
    room.add(Task(title="sooner", rank="B", status=TaskStatus.BLOCKED, checklist=steps))
    sooner, later = rows(room, "tasks")
    assert (sooner["task"], sooner["status"], later["status"]) == ("sooner", "Blocked", "To do")
    assert (sooner["checklist"], later["checklist"]) == ("✓ call\n☐ sign", "")


def test_a_step_that_another_program_wrote_in_its_own_way_is_shown(room: WarRoom) -> None:
    room.add(Task(title="odd", checklist=("call", {"done": True}, 7)))  # type: ignore[arg-type]
    [odd] = rows(room, "tasks")
    assert odd["checklist"].split("\n") == ["☐ call", '✓ {"done":true}', "☐ 7"]


def test_coverage_reads_in_words(room: WarRoom) -> None:
    room.add(
        Coverage(
            outlet="Harbour Daily",
            headline="Recall widens",
            outlet_kind=OutletKind.WIRE,
            published_at=T0,
            tone=Tone.NOT_RATED,
        )
    )
    [item] = rows(room, "coverage")
    assert (item["kind_of_outlet"], item["tone"], item["reach"]) == (
        *("News agency", "Not rated", None),
    )


def test_reports_name_their_message_and_group_even_when_those_were_taken_back(
    room: WarRoom,
) -> None:
    group = room.add(StaffGroup(name="Night shift", headcount=140))
    told = room.add(StaffMessage(title="First alert", channel=Channel.SMS, sent_at=T0))
    counts = {"reached": 128, "missed": 12, "read": 120, "why_missed": "on leave"}
    room.add(Delivery(message=told.id, group=group.id, **counts))
    room.add(Delivery(message="nowhere", group=group.id))
    room.take_back(told)
    named, dangling = sorted(rows(room, "staff_told"), key=lambda row: row["message"] or "~")
    assert (named["message"], named["group"], named["headcount"]) == (
        *("First alert", "Night shift", 140),
    )
    assert (named["reached"], named["not_reached"], named["channel"]) == (128, 12, "SMS")
    assert (named["read_or_briefed"], named["why_not_reached"], named["how_we_know"]) == (
        *(120, "on leave", "Reported by a supervisor"),
    )
    assert (dangling["message"], dangling["group"]) == (None, "Night shift")


def test_every_key_has_its_word_and_an_unknown_one_is_shown_as_it_is(room: WarRoom) -> None:
    for tone in (*Tone, "furious"):
        room.add(Coverage(outlet="x", headline=tone, published_at=T0, tone=tone))
    shown = {row["headline"]: row["tone"] for row in rows(room, "coverage")}
    assert shown == {tone.value: tone.word for tone in Tone} | {"furious": "furious"}


def test_sqlite_utils_lists_the_rows_of_each_view(room: WarRoom) -> None:
    room.add(Person(name="林夏", role="Spokesperson"))
    path = str(room.path)
    room.close()
    for view in VIEWS:
        command = [sys.executable, "-m", "sqlite_utils", "rows", path, view]
        run = subprocess.run(command, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
    assert [person["name"] for person in json.loads(run.stdout)] == ["林夏"]


def test_a_room_of_an_older_version_gets_the_views(tmp_path: Path) -> None:
    path = tmp_path / "old.warroom"
    shutil.copy(OLD, path)
    room = WarRoom.open(path, clock=clock())
    texts = [entry.text for entry in room.all(Entry)]
    assert room.verify().sound
    assert texts
    assert sorted(row["text"] for row in rows(room, "timeline")) == sorted(texts)


def test_a_reader_of_an_older_room_changes_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "old.warroom"
    shutil.copy(OLD, path)
    room = WarRoom.open(path, clock=clock(), writing=False)
    assert room.all(Entry)
    room.close()
    assert path.read_bytes() == OLD.read_bytes()
