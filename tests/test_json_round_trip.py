"""A room goes out as JSON and comes back whole: same bytes, or one sentence and nothing."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.choices import CrisisType, EntryKind, TaskStatus
from desktop.warroom.demo import write_demo
from desktop.warroom.exchange.json_in import read_json
from desktop.warroom.exchange.json_out import FORMAT, KINDS_HELD, VERSION, write_json
from desktop.warroom.exchange.restore import Restored, restore
from desktop.warroom.exchange.taken_out import whole
from desktop.warroom.faults import RuleBroken, StoreFailed, WarRoomError
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.now import FixedClock
from desktop.warroom.playbooks import keeping as playbooks
from desktop.warroom.records import (
    Delivery,
    Entry,
    Evidence,
    Incident,
    Person,
    Record,
    StaffGroup,
    Task,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import Stopped, finished
from tests.full_disk import files_no_larger_than
from tests.rooms import START, T0, clock, new_room

LATER = FixedClock(START.replace(day=25))
HOSTILE = "=1 \t\r\n \"'<b>&\0\x1b\u2028\u202e林夏👩\u200d⚕️ ⟨U+D800⟩"


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def out(room: WarRoom, name: str = "out.json", **said: Any) -> Path:
    assert room.path
    target = room.path.with_name(name)
    finished(write_json(room, target, **said))
    return target


def back(file: Path, name: str = "back.warroom", **said: Any) -> Restored:
    return restore(file.with_name(name), file, operator="Wu Ke", clock=LATER, **said)


def opened(file: Path, name: str = "back.warroom") -> WarRoom:
    return WarRoom.open(file.with_name(name), clock=LATER, writing=False)


def fill(room: WarRoom) -> None:
    """Some of each kind, with all that may be odd about them."""
    room.sit_down("He Shu")
    entry = room.capture("14:05 /media City TV airs at 18:00 @Lin Xia !16:30 #奶瓶").entry
    room.amend(entry, "City TV airs at 19:00", "they called back")
    room.add(Entry(text=HOSTILE, happened_at=Moment.parse("2026-11-23T14Z~")))
    room.add(Entry(text="no kind of ours", happened_at=T0, kind="prophecy"))
    room.add(Task(title="Call", checklist=({"text": "ring", "done": True},), rank="V"))
    group = room.add(StaffGroup(name="Night", headcount=0))
    room.add(Delivery(message="nowhere", group=group.id, missed=140))
    room.take_back(room.add(Entry(text="gone", happened_at=T0)))


# there and back


def test_the_same_bytes_come_out_of_the_room_that_was_restored(room: WarRoom) -> None:
    fill(room)
    file = out(room)
    assert back(file).sentence == "9 records were restored."
    again = opened(file)
    assert again.verify().sound
    assert out(again, "again.json").read_bytes() == file.read_bytes()
    again.close()


def test_the_example_comes_back_whole(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo.warroom", clock(), "zh_TW")
    room = WarRoom.open(tmp_path / "demo.warroom", clock=clock(), writing=False)
    file = out(room)
    back(file)
    again = opened(file)
    assert list(again.everything()) == list(room.everything())
    assert again.verify().sound
    again.close()
    room.close()


def test_what_was_taken_back_comes_only_when_asked_for_and_stays_so(room: WarRoom) -> None:
    fill(room)
    assert b'"gone"' not in out(room).read_bytes()
    file = out(room, taken_back=True)
    back(file)
    again = opened(file)
    assert [entry.text for entry in again.taken_back(Entry)] == ["gone"]
    assert [entry.text for entry in again.all(Entry)] == [e.text for e in room.all(Entry)]
    assert out(again, "again.json", taken_back=True).read_bytes() == file.read_bytes()
    again.close()


def test_the_new_journal_says_who_restored_it_and_when(room: WarRoom) -> None:
    fill(room)
    file = out(room)
    back(file)
    again = opened(file)
    entry = again.all(Entry)[0]
    said = again.line_that_added(entry).said()
    assert (said.by, str(said.at)[:10]) == ("Wu Ke", "2026-11-25")
    assert (entry.author, str(entry.recorded_at)[:10]) == ("He Shu", "2026-11-23")
    again.close()


def test_a_record_that_nobody_signed_stays_unsigned(tmp_path: Path) -> None:
    incident = Incident(title="x", t0=T0)
    room = WarRoom.create(tmp_path / "r.warroom", incident, operator="", clock=clock())
    room.add(Entry(text="x", happened_at=T0))
    file = out(room)
    room.close()
    back(file)
    again = opened(file)
    assert [record.author for record in again.everything()] == ["", ""]
    again.close()


def _value(field: Field) -> st.SearchStrategy[Any]:
    """What a room may hold in a field."""
    texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
    items = st.fixed_dictionaries({"text": texts}, optional={"done": st.booleans()})
    shapes: dict[Shape, st.SearchStrategy[Any]] = {
        Shape.NUMBER: st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
        Shape.FLAG: st.booleans(),
        Shape.MOMENT: MOMENTS if field.needed else st.none() | MOMENTS,
        Shape.WORDS: st.lists(texts, max_size=3).map(tuple),
        Shape.ITEMS: st.lists(items, max_size=2).map(tuple),
    }
    if field.shape is Shape.CHOICE:
        assert field.choices is not None
        return st.sampled_from([*field.choices, "of a newer version"])
    return shapes.get(field.shape, texts.filter(bool) if field.needed else texts)


MOMENTS = st.builds(
    Moment.of,
    st.datetimes(min_value=START.replace(year=3, tzinfo=None)).map(
        lambda when: when.replace(year=min(when.year, 9998), tzinfo=START.tzinfo)
    ),
    st.sampled_from(Precision),
    st.booleans(),
)
STAMPED = ("gone", "recorded_at", "incident")
RECORDS = (
    st.sampled_from([k for k in KINDS_HELD.values() if k is not Incident])
    .flatmap(
        lambda kind: st.builds(
            kind,
            **{f.name: _value(f) for f in kind.declared() if f.name not in STAMPED},
        )
    )
    .filter(lambda record: _lawful(record))
)


def _lawful(record: Record) -> bool:
    """Whether a room would hold the record: what its kind refuses never came into one."""
    try:
        record.check()
    except RuleBroken:
        return False
    return True


@settings(max_examples=30)
@given(st.lists(RECORDS, max_size=4))
def test_any_record_comes_back_as_it_was(tmp_path_factory, records: list[Record]) -> None:
    folder = tmp_path_factory.mktemp("any")
    room = new_room(folder / "r.warroom")
    room.add_all(records)
    file = out(room)
    back(file)
    again = opened(file)
    assert list(again.everything()) == list(room.everything())
    assert out(again, "again.json").read_bytes() == file.read_bytes()
    again.close()
    room.close()


# the form of the file


def test_the_incident_comes_first_and_each_record_has_its_line(room: WarRoom) -> None:
    room.add(Person(name="林夏"))
    room.add(Entry(text="two\nlines", happened_at=T0, kind=EntryKind.FACT))
    lines = out(room).read_text(encoding="utf-8").split("\n")
    assert lines[:2] == [
        '{"format": "warroom-records", "version": 1, "records": {',
        '"incident": [',
    ]
    assert lines[3:5] == ["],", '"entry": [']
    assert json.loads(lines[5])["text"] == "two\nlines"
    assert '"林夏"' in lines[8]
    assert lines[-3:] == ["]", "}}", ""]
    assert "kind" not in json.loads(lines[5])  # a default says nothing


def test_a_filter_goes_out_with_the_incident_in_the_order_of_writing(room: WarRoom) -> None:
    room.add(Entry(text="late", happened_at=room.now()))
    room.add(Entry(text="early", happened_at=T0))
    room.add(Task(title="not this"))
    shown = replace(whole(Entry), newest_first=True)
    data = json.loads(out(room, selections=[shown]).read_bytes())
    assert list(data["records"]) == ["incident", "entry"]
    assert [entry["text"] for entry in data["records"]["entry"]] == ["late", "early"]


def test_kept_files_stay_in_the_room_and_that_is_said(room: WarRoom) -> None:
    file = Evidence(name="a.csv", sha256="0" * 64, size=1, imported_as="timeline")
    room.add(file)
    assert room.path
    taken = finished(write_json(room, room.path.with_name("out.json")))
    assert taken.sentence.endswith("1 kept file is not in it.")
    assert b"evidence" not in taken.file.read_bytes()


def test_a_stop_and_a_full_disk_leave_no_half_file(room: WarRoom) -> None:
    room.add_all([Entry(text="x" * 500, happened_at=T0)] * 400)
    file = out(room)
    whole_file = file.read_bytes()
    with pytest.raises(Stopped):
        finished(write_json(room, file), lambda _done, _all: False)
    with files_no_larger_than(60_000), pytest.raises(StoreFailed, match="cannot be written"):
        finished(write_json(room, file))
    assert file.read_bytes() == whole_file
    assert list(file.parent.glob("*.part")) == []


# into a room that is there


def test_a_room_with_its_incident_people_and_sittings_takes_the_records(room: WarRoom) -> None:
    fill(room)
    file = out(room)
    other = new_room(file.with_name("back.warroom"), title="Mine")
    other.sit_down("He Shu")
    other.close()
    assert back(file).sentence == (
        "7 records were restored. The incident of the room stays as it was. "
        "1 person was there already."
    )
    again = opened(file)
    assert again.incident.title == "Mine"
    assert again.all(Entry) == room.all(Entry)
    assert again.people() == ("He Shu",)
    assert again.verify().sound
    again.close()


@pytest.mark.parametrize("gone", [False, True])
def test_a_room_that_holds_more_is_refused_and_stays_as_it_was(room: WarRoom, gone: bool) -> None:
    fill(room)
    file = out(room)
    other = new_room(file.with_name("back.warroom"))
    task = other.add(Task(title="mine", status=TaskStatus.DOING))
    if gone:
        other.take_back(task)
    other.close()
    before = file.with_name("back.warroom").read_bytes()
    with pytest.raises(RuleBroken, match="already holds records"):
        back(file)
    again = opened(file)
    assert again.all(Entry) == []
    again.close()
    assert len(file.with_name("back.warroom").read_bytes()) == len(before)


def test_a_second_restore_of_the_same_file_is_refused(room: WarRoom) -> None:
    fill(room)
    file = out(room)
    back(file)
    with pytest.raises(RuleBroken, match="already holds records"):
        back(file)


def test_a_dry_run_reads_all_and_writes_nothing(room: WarRoom) -> None:
    fill(room)
    file = out(room)
    assert back(file, writing=False).sentence == "9 records can be restored; nothing was written."
    assert not file.with_name("back.warroom").exists()


def test_a_restore_that_is_stopped_leaves_no_room(room: WarRoom) -> None:
    room.add_all([Entry(text="x", happened_at=T0)] * 600)
    file = out(room)
    with pytest.raises(WarRoomError, match="Nothing was written"):
        back(file, progress=lambda _done, _all: False)
    assert list(file.parent.glob("back*")) == []
    assert back(file).records == 601


# what is no room


def said(**changes: Any) -> bytes:
    """A good file with parts of it changed; the value ... takes a part out."""
    incident = {"id": "i", "title": "Bottles", "t0": "2026-11-23T09:30+08:00"}
    entry = {"id": "e", "text": "x", "happened_at": "2026-11-23T09:30+08:00"}
    records = {"incident": [incident], "entry": [entry | changes.pop("entry", {})]}
    file = {"format": FORMAT, "version": VERSION, "records": records | changes.pop("records", {})}
    file |= changes
    return json.dumps({name: part for name, part in file.items() if part is not ...}).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is not JSON: line 1, column 1."),
        (b'{"format":\n "war', "The file is not JSON: line 2, column 2."),
        (b"\xff\xfe{}", "Byte 1 of the file is not UTF-8."),
        (b"[" * 100_000, "The file is JSON that no room writes."),
        (b"[1" + b"0" * 5_000 + b"]", "The file is JSON that no room writes."),
        (b'{"format": NaN}', "The file is not JSON: it says NaN."),
        (b'{"format": 1, "format": 2}', 'The file says "format" twice in one object.'),
        (b"[]", "The file belongs to another program."),
        (b'{"format": "geojson"}', "The file belongs to another program."),
        (said(version=VERSION + 1), "The file comes from a newer version of War Room."),
        (said(version=...), "The file does not say its version."),
        (said(version=True), "The file does not say its version."),
        (said(journal=[]), 'The file says "journal", which no room writes.'),
        (b'{"format": "warroom-records", "version": 1}', "The file holds no records."),
        (said(records={"tweet": []}), '"tweet" is no kind of record.'),
        (said(records={"evidence": []}), '"evidence" is no kind of record.'),
        (said(records={"entry": {}}), '"entry" is no list of records.'),
        (said(records={"entry": ["x"]}), 'Record 1 of "entry": it is no object.'),
        (said(records={"incident": []}), "The file holds no incident"),
        (said(entry={"id": "i"}), "Two records have the id i."),
        (said(entry={"id": 7}), 'Record 1 of "entry": it has no id.'),
        (said(entry={"id": "a\u202e"}), 'Record 1 of "entry": it has no id.'),
        (said(entry={"mood": "x"}), 'Record 1 of "entry": it has no field "mood".'),
        (said(entry={"text": ""}), 'Record 1 of "entry": Text is empty. Fill it in.'),
        (said(entry={"text": 3}), 'the field "text" should be a text.'),
        (said(entry={"text": None}), 'the field "text" should be a text.'),
        (said(entry={"kind": ""}), 'the field "kind" should be the key of a choice.'),
        (said(entry={"key": 1}), 'the field "key" should be true or false.'),
        (said(entry={"deadline": "soon"}), 'the field "deadline" should be a time such as'),
        (said(entry={"deadline": "0001-01-01+08:00"}), 'the field "deadline" should be a time'),
        (said(entry={"tags": "a"}), 'the field "tags" should be a list of texts.'),
        (said(entry={"tags": [1]}), 'the field "tags" should be a list of texts.'),
        (said(entry={"earlier": ["a"]}), 'the field "earlier" should be a list of objects'),
        (said(entry={"earlier": [{"a": []}]}), 'the field "earlier" should be a list of objects'),
        (
            said(records={"staff_group": [{"id": "g", "name": "x", "headcount": 2**63}]}),
            'Record 1 of "staff_group": the field "headcount" should be a whole number.',
        ),
        (
            said(records={"staff_group": [{"id": "g", "name": "x", "headcount": 1.5}]}),
            'Record 1 of "staff_group": the field "headcount" should be a whole number.',
        ),
    ],
)
def test_what_is_no_room_is_refused_in_a_sentence_with_its_place(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(data)
    with pytest.raises(RuleBroken) as refused:
        back(file)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith(" Nothing was imported.")
    assert list(tmp_path.glob("back*")) == []


def test_a_good_file_of_other_hands_is_read(tmp_path: Path) -> None:
    incident, records = read_json(b"\xef\xbb\xbf" + said(entry={"text": "\ud83d", "tags": []}))
    assert (incident.title, len(records)) == ("Bottles", 1)
    (tmp_path / "good.json").write_bytes(said(entry={"text": "a \ud800"}))
    assert back(tmp_path / "good.json").records == 2
    again = opened(tmp_path / "good.json")
    [entry] = again.all(Entry)
    assert (entry.text, entry.author) == ("a ⟨U+D800⟩", "Wu Ke")
    again.close()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match=r"none\.json cannot be read"):
        back(tmp_path / "none.json")


def test_items_that_lie_too_deep_inside_each_other_are_refused(room: WarRoom) -> None:
    playbooks.approve(room, playbooks.in_force(room, CrisisType.DATA_LEAK), "Lin Xia")
    file = out(room)
    told = json.loads(file.read_text("utf-8"))
    deep: Any = "x"
    for _level in range(9):
        deep = [deep]
    told["records"]["playbook"][0]["tasks"][0]["title"] = deep
    file.write_text(json.dumps(told), "utf-8")
    with pytest.raises(RuleBroken, match='"tasks"'):
        back(file)
