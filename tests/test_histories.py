"""Over random histories: replay equals the tables, any past can be read, and all is sound."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.choices import Certainty, Phase
from desktop.warroom.faults import RuleBroken
from desktop.warroom.journal import Fold, Line, Said, chain_hash
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Person, Record, Task
from desktop.warroom.room import WarRoom
from tests.rooms import clock, new_room

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["log", "amend", "change", "task", "gone", "undo", "redo", "phase", "sit"]),
        st.integers(0, 20),
        st.text(max_size=12),
        st.integers(0, 90),
    ),
    max_size=25,
)


@contextmanager
def a_room() -> Iterator[WarRoom]:
    with tempfile.TemporaryDirectory() as folder:
        room = new_room(Path(folder) / "r.warroom", clock())
        try:
            yield room
        finally:
            room.close()


def do(room: WarRoom, deed: str, number: int, text: str) -> None:
    entries = room.all(Entry)
    entry = entries[number % len(entries)] if entries else None
    match deed:
        case "log":
            room.capture("/decision " + text)
        case "amend" if entry:
            room.amend(entry, text)
        case "change" if entry:
            room.change(entry, certainty=list(Certainty)[number % 4], key=bool(number % 2))
        case "gone" if entry:
            room.take_back(entry)
        case "task":
            room.add_all([Task(title=f"{text}!"), Person(name=f"p{number}")])
        case "undo":
            room.undo()
        case "redo":
            room.redo()
        case "phase":
            room.move_phase(list(Phase)[number % 4], text)
        case "sit":
            room.sit_down(text)


def state(room: WarRoom) -> dict[str, list[Record]]:
    return {name: room.all(kind) for name, kind in KINDS.items()}


@settings(max_examples=20)
@given(DEEDS)
def test_replay_equals_the_tables_and_every_past_can_be_read(
    deeds: list[tuple[str, int, str, int]],
) -> None:
    with a_room() as room:
        pasts = []
        for deed, number, text, seconds in deeds:
            pasts.append((room.now(), state(room)))
            room._clock.move(seconds=seconds + 1)
            try:
                do(room, deed, number, text)
            except RuleBroken:
                pass
        assert room.verify().faults == []
        assert state(room.up_to(room.tail().n)) == state(room)
        for moment, then in pasts:
            assert state(room.at(moment)) == then


@settings(max_examples=20)
@given(DEEDS)
def test_undoing_everything_leaves_the_room_as_it_began(
    deeds: list[tuple[str, int, str, int]],
) -> None:
    with a_room() as room:
        before = {**state(room), "sitting": [], "person": []}
        for deed, number, text, _seconds in deeds:
            if deed != "sit":
                try:
                    do(room, deed, number, text)
                except RuleBroken:
                    pass
        while room.undo():
            pass
        after = {**state(room), "sitting": [], "person": []}
        assert after == before
        assert room.verify().sound


LINES = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.integers(0, 3),
        st.integers(0, 2),
        st.dictionaries(st.sampled_from(["text", "reason", "key"]), st.integers(0, 9), max_size=2),
    ),
    max_size=12,
)


@given(LINES, st.randoms())
def test_the_order_in_which_lines_arrive_does_not_matter(lines: list, random) -> None:  # type: ignore[no-untyped-def,type-arg]
    made, numbers = [], {"a": 0, "b": 0}
    for device, ms, count, values in lines:
        numbers[device] += 1
        said = Said("entry", "x", values, "act", Moment(ms), "Lin", (ms, count))
        body = said.body()
        digest = chain_hash(device, numbers[device], "", body)
        made.append(Line(0, device, numbers[device], "id", "", body, digest))
    shuffled = list(made)
    random.shuffle(shuffled)
    assert Fold.of(shuffled).values == Fold.of(made).values
