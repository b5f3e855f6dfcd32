"""What we knew then: the room at any instant equals the room that was stopped there."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.acts import Act, Change, Step
from desktop.warroom.choices import CrisisType
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.fields import Field, Shape
from desktop.warroom.journal import storable
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.past import PastRoom
from desktop.warroom.records import Entry, Incident, Person, Record, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, timeline
from desktop.warroom.slices import finished
from tests.rooms import START, T0, clock, new_room

State = dict[str, list[Record]]


@contextmanager
def a_room() -> Iterator[WarRoom]:
    with tempfile.TemporaryDirectory() as folder:
        room = new_room(Path(folder) / "r.warroom", clock())
        try:
            yield room
        finally:
            room.close()


@contextmanager
def the_past(room: WarRoom) -> Iterator[PastRoom]:
    past = room.past()
    finished(past.read())
    try:
        yield past
    finally:
        past.close()


def state(room: WarRoom) -> State:
    """What a room holds of each kind, in its order, and what was taken back."""
    gone = {f"{name} gone": sorted(room.taken_back(k), key=_id) for name, k in KINDS.items()}
    return {name: room.all(kind) for name, kind in KINDS.items()} | gone


def _id(record: Record) -> str:
    return record.id


class Mirror:
    """What somebody shows who reads once and from then on only hears of changes."""

    def __init__(self, room: WarRoom) -> None:
        self.held = {each.id: each for kind in KINDS.values() for each in room.all(kind)}
        room.on_change(self.follow)

    def follow(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            self.held.pop(change.after.id, None)
            if not change.after.gone:
                self.held[change.after.id] = change.after


# deeds with records of any kind

PLAIN: dict[Shape, st.SearchStrategy[Any]] = {
    Shape.NUMBER: st.none() | st.integers(-9, 9),
    Shape.FLAG: st.booleans(),
    Shape.MOMENT: st.none() | st.integers(0, 2_000_000_000).map(lambda s: str(Moment(s * 1_000))),
    Shape.WORDS: st.lists(st.text(max_size=3), max_size=2),
    Shape.ITEMS: st.lists(st.fixed_dictionaries({"text": st.text(max_size=3)}), max_size=2),
}
SAID = {
    kind: [f for f in kind.declared() if f.form] or kind.declared()[-3:] for kind in KINDS.values()
}


def plain(field: Field) -> st.SearchStrategy[Any]:
    if field.choices:
        return st.sampled_from([str(each) for each in field.choices])
    return PLAIN.get(field.shape, st.text(max_size=4))


@st.composite
def said(draw: st.DrawFn, kind: type[Record]) -> dict[str, Any]:
    fields = draw(st.lists(st.sampled_from(SAID[kind]), min_size=1, max_size=3))
    return storable({field.name: draw(plain(field)) for field in fields})


@st.composite
def deeds(draw: st.DrawFn) -> list[tuple[str, type[Record], int, dict[str, Any], int]]:
    made = []
    for _n in range(draw(st.integers(0, 20))):
        kind = draw(st.sampled_from(sorted(KINDS.values(), key=lambda k: k.kind_name)))
        name = draw(st.sampled_from(["add", "add", "change", "gone", "undo", "redo", "log"]))
        values = draw(said(kind)) if kind is not Incident else {"title": "x"}
        made.append((name, kind, draw(st.integers(0, 9)), values, draw(st.integers(0, 90))))
    return made


def do(room: WarRoom, name: str, kind: type[Record], number: int, values: dict[str, Any]) -> None:
    there = room.all(kind)
    record = there[number % len(there)] if there else None
    match name:
        case "log":
            room.capture("/decision " + str(values))
        case "add" if kind is not Incident:
            commit(room, Step(kind, room._id(), values, adds=True))
        case "change" if record:
            commit(room, Step(kind, record.id, values))
        case "gone" if record and kind is not Incident:
            room.take_back(record)
        case "undo":
            room.undo()
        case "redo":
            room.redo()


def commit(room: WarRoom, step: Step) -> None:
    """Write what no form would take: the past must hold that, too."""
    room._commit(Act(room._id(), (step,), ()))


@settings(max_examples=12)
@given(deeds(), st.randoms(use_true_random=False))
def test_the_state_at_any_time_is_that_of_a_room_stopped_then(history: Any, chance: Any) -> None:
    with a_room() as room:
        stopped: list[tuple[Moment, State]] = []
        for name, kind, number, values, seconds in history:
            stopped.append((room.now(), state(room)))
            room._clock.move(seconds=seconds + 1)  # type: ignore[attr-defined]
            try:
                do(room, name, kind, number, values)
            except RuleBroken:
                pass
        stopped.append((room.now(), state(room)))
        with the_past(room) as past:
            mirror = Mirror(past)
            for moment, then in chance.choices(stopped, k=4) + stopped:
                past.turn(moment)
                assert state(past) == then
                there = [r for k in KINDS.values() for r in past.all(k)]
                assert mirror.held == {each.id: each for each in there}
        assert state(room) == stopped[-1][1]


# what a past room is


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    room = new_room(tmp_path / "r.warroom", clock())
    for text in ("first", "second", "third"):
        room._clock.move(minutes=10)  # type: ignore[attr-defined]
        room.capture(text)
    yield room
    room.close()


def texts(room: WarRoom) -> list[str]:
    return [each.text for each in room.records(timeline())]


def minute(n: int) -> Moment:
    return Moment(Moment.of(START).ms + n * 60_000)


def test_it_begins_with_the_incident_and_ends_now(room: WarRoom) -> None:
    with the_past(room) as past:
        assert (past.begins.ms, past.ends.ms) == (minute(0).ms, minute(30).ms)
        assert texts(past) == ["first", "second", "third"]
        past.turn(minute(-600))
        assert (texts(past), past.now().ms) == ([], minute(0).ms)
        past.turn(minute(900))
        assert (texts(past), past.now().ms) == (["first", "second", "third"], minute(30).ms)


def test_it_steps_from_entry_to_entry(room: WarRoom) -> None:
    with the_past(room) as past:
        past.turn(minute(15))
        for by, n in ((1, 20), (1, 30), (1, 30), (-1, 20), (-1, 10), (-1, 0), (-1, 0), (1, 10)):
            past.turn(past.step(by))
            assert past.now().ms == minute(n).ms


def test_its_clock_stands_at_the_instant(room: WarRoom) -> None:
    with the_past(room) as past:
        past.turn(minute(12))
        assert past.here() == START.replace(minute=42)
        assert past.here().utcoffset() == START.utcoffset()


def test_history_and_seal_are_those_of_then(room: WarRoom) -> None:
    entry = room.all(Entry)[0]
    room._clock.move(minutes=10)  # type: ignore[attr-defined]
    room.amend(entry, "first, corrected")
    with the_past(room) as past:
        assert len(past.history(entry)) == 2
        past.turn(minute(30))
        assert (past.get(Entry, entry.id).text, len(past.history(entry))) == ("first", 1)
        assert past.tail().said().values["text"] == "third"


def test_nothing_can_be_written_and_a_sentence_says_why(room: WarRoom) -> None:
    with the_past(room) as past:
        past.turn(minute(15))
        entry, lines = past.all(Entry)[0], room.tail()
        deeds = (
            lambda: past.capture("late"),
            lambda: past.add(Task(title="late")),
            lambda: past.change(entry, text="late"),
            lambda: past.take_back(entry),
            lambda: past.sit_down("He Shu"),
        )
        for deed in deeds:
            with pytest.raises(StoreFailed, match="as it was at an earlier moment"):
                deed()
        past.keep_draft("late")
        past.keep_form("entry", {"text": "late"})
        assert (past.draft(), past.kept_form("entry")) == ("", {})
        assert room.tail() == lines


def test_the_live_room_goes_on_and_can_be_taken_in(room: WarRoom) -> None:
    with the_past(room) as past:
        past.turn(minute(15))
        room._clock.move(minutes=10)  # type: ignore[attr-defined]
        room.capture("fourth")
        room.change(room.all(Entry)[0], text="first, corrected")
        assert texts(past) == ["first"]
        past.take_in()
        assert (texts(past), past.ends.ms) == (["first"], minute(40).ms)
        past.turn(past.ends)
        assert texts(past) == ["first, corrected", "second", "third", "fourth"]
        past.turn(past.step(-1))
        assert texts(past) == ["first", "second", "third"]


def test_names_and_words_are_those_of_then(room: WarRoom) -> None:
    room.add(Person(name="Wu Ke"))
    room.capture("fourth #late")
    with the_past(room) as past:
        assert ("Wu Ke" in past.people(), past.words_in(Entry, "tags")) == (True, ["late"])
        past.turn(minute(29))
        assert ("Wu Ke" in past.people(), past.words_in(Entry, "tags")) == (False, [])


def test_only_the_incident_on_screen_is_seen_and_told(room: WarRoom) -> None:
    second = Incident(title="Second", type=CrisisType.DATA_LEAK, t0=T0)
    room._clock.move(minutes=10)  # type: ignore[attr-defined]
    room.open_incident(second)
    room._clock.move(minutes=10)  # type: ignore[attr-defined]
    room.capture("of the second")
    with the_past(room) as past:
        assert past.begins.ms == minute(40).ms
        assert texts(past) == ["of the second"]
        heard = Mirror(past)
        past.turn(past.begins)
        assert (past.incident.title, texts(past)) == ("Second", [])
        assert not any(isinstance(each, Entry) for each in heard.held.values())
        past.turn(past.ends)
        assert [e.text for e in heard.held.values() if isinstance(e, Entry)] == ["of the second"]
        with pytest.raises(RuleBroken, match="Go back to now"):
            past.turn_to(room.incidents()[0])


def test_a_record_that_was_not_there_yet_is_told_as_gone(room: WarRoom) -> None:
    with the_past(room) as past:
        told = list[Change]()

        class Listener:
            def hear(self, changes: tuple[Change, ...]) -> None:
                told.extend(changes)

        listener = Listener()
        past.on_change(listener.hear)
        past.turn(minute(25))
        (change,) = told
        assert (change.kind, change.after.gone) == (Entry, True)
        assert change.before
        assert change.before.plain()["text"] == "third"
        told.clear()
        past.turn(minute(30))
        (change,) = told
        assert change.before is None
        assert change.after == past.get(Entry, change.after.id)


def test_counts_and_searches_are_those_of_then(room: WarRoom) -> None:
    with the_past(room) as past:
        past.turn(minute(25))
        assert past.count(Selection(kind=Entry)) == 2
        assert past.tally(Selection(kind=Entry), "kind") == {"fact": 2}
        assert [e.text for e in past.records(timeline(words="third"))] == []


def test_who_rests_is_told_all_at_once_when_it_rests_no_longer(room: WarRoom) -> None:
    with the_past(room) as past:
        resting, awake = Mirror(past), Mirror(past)
        rests = {resting}
        past.let_rest(rests.__contains__)
        seen = dict(resting.held)
        for n in (15, 25, 5):
            past.turn(minute(n))
            assert awake.held == {r.id: r for k in KINDS.values() for r in past.all(k)}
        assert resting.held == seen
        rests.clear()
        past.catch_up()
        assert resting.held == awake.held
        past.turn(minute(30))
        assert resting.held == awake.held == seen
