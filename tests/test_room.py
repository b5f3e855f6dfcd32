"""The verbs of a room: what they do, what they refuse, how they are undone and remembered."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.warroom.acts import Change
from desktop.warroom.choices import Certainty, EntryKind, Phase, TaskStatus
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import (
    Delivery,
    Entry,
    Incident,
    Person,
    Sitting,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, timeline
from tests.rooms import T0, clock, new_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    made = new_room(tmp_path / "r.warroom")
    yield made
    made.close()


class Witness:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[Change, ...]] = []

    def hear(self, changes: tuple[Change, ...]) -> None:
        self.told.append(changes)


def test_a_line_becomes_an_entry_with_all_it_said(room: WarRoom) -> None:
    room.add(Person(name="Lin Xia"))
    line = "14:05 /media City TV airs at 18:00 @Lin Xia #B2231 !16:30"
    entry = room.capture(line).entry
    assert entry == room.get(Entry, entry.id)
    assert (entry.kind, entry.text) == (
        EntryKind.MEDIA,
        "City TV airs at 18:00 @Lin Xia #B2231",
    )
    assert (entry.people, entry.tags) == (("Lin Xia",), ("B2231",))
    assert str(entry.happened_at) == "2026-11-23T14:05+08:00"
    assert str(entry.deadline) == "2026-11-23T16:30+08:00"
    assert (entry.author, entry.certainty) == ("Lin Xia", Certainty.UNCONFIRMED)


def test_a_line_without_words_is_refused_and_nothing_is_written(room: WarRoom) -> None:
    before = room.tail()
    with pytest.raises(RuleBroken, match="Say what happened"):
        room.capture("14:05 /media")
    assert room.tail() == before


def test_a_decision_keeps_its_reason_or_says_that_it_is_missing(room: WarRoom) -> None:
    reasoned = room.capture("/決定 全部召回，因為實驗室無法排除").entry
    bare = room.capture("/decision stop sales").entry
    assert (reasoned.text, reasoned.reason) == ("全部召回", "實驗室無法排除")
    assert not reasoned.reason_missing
    assert bare.reason_missing


def test_undo_returns_the_line_and_redo_brings_the_entry_back(room: WarRoom) -> None:
    entry = room.capture("14:05 pump off").entry
    act = room.undo()
    assert act is not None
    assert act.typed == "14:05 pump off"
    assert room.all(Entry) == []
    assert room.redo() == act
    assert room.all(Entry) == [entry]
    assert room.undo() is not None
    room.capture("something else")
    assert room.redo() is None


def test_undo_ends_where_the_room_was_opened(room: WarRoom) -> None:
    assert room.undo() is None


def test_undo_restores_the_values_of_before(room: WarRoom) -> None:
    entry = room.capture("pump off").entry
    room.change(entry, certainty=Certainty.CONFIRMED, key=True)
    room.undo()
    assert room.get(Entry, entry.id) == entry


def test_a_correction_keeps_the_old_wording(room: WarRoom) -> None:
    entry = room.capture("refunds start 24 Nov").entry
    room.amend(entry, "refunds start 25 Nov", "finance confirmed")
    corrected = room.get(Entry, entry.id)
    assert corrected.text == "refunds start 25 Nov"
    assert [old["text"] for old in corrected.earlier] == ["refunds start 24 Nov"]
    assert [v.changed["text"] for v in room.history(entry)] == [
        ("", "refunds start 24 Nov"),
        ("refunds start 24 Nov", "refunds start 25 Nov"),
    ]
    assert room.history(entry)[1].why == "finance confirmed"


def test_a_correction_to_nothing_or_the_same_is_refused(room: WarRoom) -> None:
    entry = room.capture("pump off").entry
    for wording in ("", "  ", "pump off"):
        with pytest.raises(RuleBroken):
            room.amend(entry, wording)


def test_the_phase_goes_back_only_with_a_reason(room: WarRoom) -> None:
    room.move_phase(Phase.HANDLING)
    with pytest.raises(RuleBroken, match="Say why"):
        room.move_phase(Phase.EMERGENCY)
    room.move_phase(Phase.EMERGENCY, "a second batch overheats")
    assert room.incident.phase is Phase.EMERGENCY
    assert room.history(room.incident)[-1].why == "a second batch overheats"


def test_listeners_hear_of_a_commit_once_and_of_no_failure(room: WarRoom) -> None:
    witness = Witness()
    room.on_change(witness.hear)
    entry = room.capture("pump off").entry
    with pytest.raises(RuleBroken):
        room.amend(entry, "")
    assert [[(c.before, c.after) for c in told] for told in witness.told] == [[(None, entry)]]
    del witness
    room.capture("nobody listens")


def test_the_room_is_known_as_it_was(room: WarRoom) -> None:
    at = room._clock  # the fixture's fixed clock
    entry = room.capture("three units too hot").entry
    at.move(minutes=10)
    moment = room.now()
    at.move(minutes=10)
    room.amend(entry, "four units too hot")
    room.capture("a later entry")
    then = room.at(moment)
    assert [e.text for e in then.all(Entry)] == ["three units too hot"]
    assert then.incident == room.incident
    with pytest.raises(StoreFailed):
        then.capture("history cannot be written")


def test_the_timeline_is_in_order_of_happening(room: WarRoom) -> None:
    for line in ("14:20 third", "13:00 first", "14:10 second", "14:10 second too"):
        room.capture(line)
    texts = [e.text for e in room.records(timeline())]
    assert texts == ["first", "second", "second too", "third"]
    newest = [e.text for e in room.records(timeline(newest_first=True))]
    assert newest == texts[::-1]


def test_filters_narrow_by_kind_person_tag_and_words(room: WarRoom) -> None:
    room.capture("/media 記者來電 @Wu #recall 100%_sure")
    room.capture("/fact nothing here")
    for narrowed in (
        timeline(equal=(("kind", ("media",)),)),
        timeline(holding=(("people", ("Wu",)),)),
        timeline(holding=(("tags", ("recall",)),)),
        timeline(words="記者 100%_SURE"),
    ):
        found = room.records(narrowed)
        assert [e.text for e in found] == ["記者來電 @Wu #recall 100%_sure"]
        assert all(narrowed.admits(e) for e in found)
    assert room.records(timeline(words="100x")) == []


def test_a_window_reads_any_row_of_a_long_log(room: WarRoom) -> None:
    room.add_all([Entry(text=f"n{i}", happened_at=T0) for i in range(1_000)])
    window = room.window(timeline())
    assert [window[i].text for i in (0, 999, 500, 127, 128)] == [
        "n0",
        "n999",
        "n500",
        "n127",
        "n128",
    ]
    assert [window.place(window[i]) for i in (0, 321, 999)] == [0, 321, 999]
    with pytest.raises(IndexError):
        window[1_000]


def test_the_operator_is_kept_with_every_entry_and_sitting(room: WarRoom) -> None:
    room.sit_down("Wu Ke")
    entry = room.capture("pump off").entry
    room.sit_down("Zhao Min")
    assert entry.author == "Wu Ke"
    assert [(s.operator, s.closed_at is None) for s in room.all(Sitting)] == [
        ("Wu Ke", False),
        ("Zhao Min", True),
    ]
    assert room.people() == ("Wu Ke", "Zhao Min")


def test_needed_fields_are_asked_for(room: WarRoom) -> None:
    with pytest.raises(RuleBroken, match="Group is empty"):
        room.add(StaffGroup())
    with pytest.raises(RuleBroken):
        WarRoom.create(Path("never.warroom"), Incident(), operator="")


def test_a_key_of_another_version_is_kept_as_it_is(room: WarRoom) -> None:
    task = room.add(Task(title="from the future", status="parked"))
    assert room.get(Task, task.id).status == "parked"
    assert room.records(Selection(kind=Task, equal=(("status", ("parked",)),))) == [task]


HOSTILE = [
    "<b>bold</b> & <img src=x>",
    "zero\x00byte and \x1b[31m",
    "invoice\u202efdp.exe",
    "lone \ud800 and pair \ud83d\ude00",
    "x" * 100_000,
    "'; DROP TABLE journal; --",
    "%_\\ [] {} ⟨U+202E⟩",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_kept(room: WarRoom, text: str) -> None:
    entry = room.capture("/note said: " + text).entry
    kept = room.get(Entry, entry.id).text
    wanted = text.replace("\ud83d\ude00", "😀").replace("\ud800", "⟨U+D800⟩")
    assert kept == "said: " + wanted
    assert room.verify().sound


def test_a_clean_close_leaves_exactly_one_file(tmp_path: Path) -> None:
    room = new_room(tmp_path / "r.warroom")
    room.capture("pump off")
    assert len(os.listdir(tmp_path)) > 1
    room.close()
    assert os.listdir(tmp_path) == ["r.warroom"]


def test_half_typed_text_waits_in_the_room(tmp_path: Path) -> None:
    room = new_room(tmp_path / "r.warroom")
    room.keep_draft("14:05 half a li")
    room.close()
    room = WarRoom.open(tmp_path / "r.warroom", clock=clock())
    assert room.draft() == "14:05 half a li"
    room.close()


def test_a_pretended_clock_is_admitted(room: WarRoom) -> None:
    room.capture("pump off")
    assert room.verify().pretended == room.verify().lines == 2


def test_moments_keep_the_way_they_were_said() -> None:
    for text in ("2026-11-23+08:00", "2026-11-23T14+08:00", "2026-11-23T14:05-03:30~"):
        assert str(Moment.parse(text)) == text
    assert Moment.parse("2026-11-23T14:05:06.789Z").precision is Precision.MILLISECOND


# a line that makes more than its entry


def test_a_task_line_also_makes_a_card_and_one_undo_takes_both(room: WarRoom) -> None:
    room.add(Person(name="Lin Xia"))
    room.change(room.incident, phase=Phase.HANDLING)
    room.capture("/task Stop shipping from all warehouses @Lin Xia !16:30")
    room.capture("/task Book the hall")
    first, second = room.all(Task)
    assert (first.title, first.owner, first.phase) == (
        "Stop shipping from all warehouses @Lin Xia",
        "Lin Xia",
        Phase.HANDLING,
    )
    assert first.due is not None
    assert first.rank < second.rank
    assert [first.entry, second.entry] == [entry.id for entry in room.all(Entry)]
    room.undo()
    assert room.all(Task) == [first]
    assert len(room.all(Entry)) == 1
    room.redo()
    assert len(room.all(Task)) == 2


def test_a_line_about_staff_reports_for_the_message_sent_last(room: WarRoom) -> None:
    night = room.add(StaffGroup(name="Warehouse, night", headcount=140))
    room.add(StaffMessage(title="First", sent_at=T0))
    last = room.add(StaffMessage(title="Update", sent_at=room.now()))
    line = "/staff told 128 of night shift, 12 not reached"
    assert any("Warehouse, night: 128 told" in chip.text for chip in room.reading(line).chips)
    room.capture(line)
    [delivery] = room.all(Delivery)
    assert (delivery.message, delivery.group) == (last.id, night.id)
    assert (delivery.reached, delivery.missed, delivery.confirmed) == (128, 12, None)
    assert room.all(Entry)[-1].text == "told 128 of night shift, 12 not reached"
    room.undo()
    assert room.all(Delivery) == []


def test_a_report_can_be_about_an_earlier_message(room: WarRoom) -> None:
    room.add(StaffGroup(name="Warehouse, night", headcount=140))
    first = room.add(StaffMessage(title="First", sent_at=T0))
    room.add(StaffMessage(title="Update", sent_at=room.now()))
    captured = room.capture("12 of night shift not reached", first)
    assert captured.entry.kind is EntryKind.STAFF
    [delivery] = room.all(Delivery)
    assert (delivery.message, delivery.reached, delivery.missed) == (first.id, None, 12)
    room.undo()
    assert room.all(Delivery) == room.all(Entry) == []


def test_a_report_that_was_not_saved_does_not_count_for_another_message(
    room: WarRoom,
) -> None:
    room.add(StaffGroup(name="Warehouse, night", headcount=140))
    first = room.add(StaffMessage(title="First", sent_at=T0))
    last = room.add(StaffMessage(title="Update", sent_at=room.now()))
    line = "night shift: 12 not reached " + "x" * 3_000_000  # more than the reserve holds
    connection = room._store._open()
    connection.execute("PRAGMA max_page_count=1")  # as small as it already is
    with pytest.raises(StoreFailed, match="NOT saved"):
        room.capture(line, first)
    connection.execute("PRAGMA max_page_count=1073741823")
    room.capture(line, last)
    assert [delivery.message for delivery in room.all(Delivery)] == [last.id]


def test_without_a_message_a_report_is_an_entry_alone(room: WarRoom) -> None:
    room.add(StaffGroup(name="Warehouse, night", headcount=140))
    room.capture("/staff told 128 of night shift")
    assert room.all(Delivery) == []
    assert len(room.all(Entry)) == 1


# cards and versions


def titles(room: WarRoom, status: TaskStatus) -> list[str]:
    wanted = Selection(kind=Task, equal=(("status", (status,)),), order="rank")
    return [task.title for task in room.records(wanted)]


def test_a_card_stands_where_it_was_put_and_a_move_is_one_line(room: WarRoom) -> None:
    for title in ("one", "two", "three"):
        room.capture(f"/task {title}")
    one, two, three = room.all(Task)
    before = room.tail().number
    room.place(three, status=TaskStatus.TODO, ahead_of=two)
    assert room.tail().number == before + 1
    assert titles(room, TaskStatus.TODO) == ["one", "three", "two"]
    room.place(one, status=TaskStatus.DONE)
    assert titles(room, TaskStatus.TODO) == ["three", "two"]
    assert room.get(Task, one.id).done_at == room.now()
    room.undo()
    assert titles(room, TaskStatus.TODO) == ["one", "three", "two"]
    assert room.get(Task, one.id).done_at is None


def test_a_card_that_leaves_done_is_no_longer_done_at_a_time(room: WarRoom) -> None:
    room.capture("/task one")
    room.place(room.all(Task)[0], status=TaskStatus.DONE)
    room.place(room.all(Task)[0], status=TaskStatus.DOING)
    assert room.all(Task)[0].done_at is None


def test_cards_without_a_rank_are_given_their_order_when_one_is_put_among_them(
    room: WarRoom,
) -> None:
    room.add_all([Task(title=title) for title in ("one", "two", "three")])
    one, _two, three = room.all(Task)
    room.place(three, status=TaskStatus.TODO, ahead_of=one)
    assert titles(room, TaskStatus.TODO) == ["three", "one", "two"]
    room.undo()
    assert titles(room, TaskStatus.TODO) == ["one", "two", "three"]


def test_an_earlier_version_is_brought_back_whole_and_undone_whole(room: WarRoom) -> None:
    task = room.add(Task(title="Call the lab", owner="Wu Ke"))
    room.change(task, title="Call both labs", note="by noon")
    room.change(room.get(Task, task.id), owner="Lin Xia")
    first = room.history(task)[0]
    room.bring_back(room.get(Task, task.id), first.number)
    back = room.get(Task, task.id)
    assert (back.title, back.owner, back.note) == ("Call the lab", "Wu Ke", "")
    room.undo()
    assert room.get(Task, task.id).title == "Call both labs"


def test_bringing_back_what_stands_is_refused(room: WarRoom) -> None:
    task = room.add(Task(title="Call the lab"))
    with pytest.raises(RuleBroken, match="is already so"):
        room.bring_back(task, room.history(task)[0].number)


def test_several_records_change_in_one_act(room: WarRoom) -> None:
    tasks = room.add_all([Task(title=title) for title in ("one", "two")])
    before = room.tail().number
    room.change_all(tasks, owner="Lin Xia")
    assert {task.owner for task in room.all(Task)} == {"Lin Xia"}
    assert room.tail().number == before + 2
    room.undo()
    assert {task.owner for task in room.all(Task)} == {""}
