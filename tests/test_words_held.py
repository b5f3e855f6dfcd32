"""The words that a room offers in its filters are those that its records hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.words_held import WordsHeld
from tests.rooms import START, new_room

TAGS = st.lists(st.sampled_from(["recall", "B2231", "召回", "refund"]), max_size=4).map(tuple)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "change", "take back", "undo", "redo"]), TAGS, st.integers(0)
    ),
    min_size=1,
    max_size=10,
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def _entry(tags: tuple[str, ...]) -> Entry:
    return Entry(text="Shops call", happened_at=Moment.of(START), tags=tags)


@settings(max_examples=40)
@given(deeds=DEEDS)
def test_the_words_offered_are_those_a_fresh_count_finds(room: WarRoom, deeds):
    room.words_in(Entry, "tags")
    for deed, tags, number in deeds:
        entries = room.all(Entry)
        match deed:
            case "add":
                room.add(_entry(tags))
            case "change" if entries:
                room.change(entries[number % len(entries)], tags=tags)
            case "take back" if entries:
                room.take_back(entries[number % len(entries)])
            case "undo":
                room.undo()
            case "redo":
                room.redo()
        found = room.words_in(Entry, "tags")
        assert found == WordsHeld().most_used(Entry, "tags", room._store.word_counts)


def test_words_used_most_come_first_and_others_by_their_letters(room: WarRoom):
    room.add_all([_entry(tags) for tags in (("b", "c"), ("b",), ("a", "c"), ("b", "召回"))])
    assert room.words_in(Entry, "tags") == ["b", "c", "a", "召回"]


class Reader:
    """Somebody who reads the words whenever the room says that something changed."""

    def __init__(self, room: WarRoom) -> None:
        self.room, self.read = room, [room.words_in(Entry, "tags")]

    def follow(self, _changes: object) -> None:
        self.read.append(self.room.words_in(Entry, "tags"))


def test_whoever_is_told_of_a_commit_reads_its_words(room: WarRoom):
    reader = Reader(room)
    room.on_change(reader.follow)
    room.add(_entry(("recall",)))
    room.add(Task(title="Call the shops"))
    room.undo()
    room.undo()
    assert reader.read == [[], ["recall"], ["recall"], ["recall"], []]
