"""CSV that other programs read, that a spreadsheet cannot run, and that comes back as it went."""

import csv
import io
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import EntryKind, Tone
from desktop.warroom.exchange import guess_mapping, read_sheet, read_text
from desktop.warroom.exchange.arrival import Arrival, arriving
from desktop.warroom.exchange.columns_out import Part, columns_out
from desktop.warroom.exchange.csv_out import write_csv
from desktop.warroom.exchange.defused import as_meant, defused, row_reader, runs
from desktop.warroom.exchange.kinds import NAMES
from desktop.warroom.exchange.mapping import importable
from desktop.warroom.exchange.taken_out import whole
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import Stopped, finished
from resources import LANGUAGES, speaking
from tests.full_disk import files_no_larger_than
from tests.rooms import HONG_KONG, T0, new_room

FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\rx",
    "\tx",
    " =1",
    "\u00a0＝1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\n=1",
)
PLAIN = ("", "1+1", "a=b", "'quoted'", "''", "−1", "林夏", "~14:05", "#奶瓶#")


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def written(room: WarRoom, selection: Selection, **said: bool) -> bytes:
    assert room.path
    target = room.path.with_name("out.csv")
    taken = finished(write_csv(room, selection, target, **said))
    assert taken.records == room.count(selection)
    return target.read_bytes()


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows as the standard library reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def back(room: WarRoom, kind: type[Record], data: bytes) -> Arrival:
    """What our own import reads from the file."""
    sheet = read_sheet(read_text(data))
    mapping = guess_mapping(kind, sheet.header)
    steps = arriving(room, sheet, kind, mapping, HONG_KONG, author="", skips=False)
    return finished(steps)


# what a spreadsheet makes of it


@pytest.mark.parametrize("text", FORMULAS)
def test_what_might_run_gets_a_quote_before_it(text: str) -> None:
    assert runs(text)
    assert defused(text) == "'" + text
    assert as_meant(defused(text)) == text


@pytest.mark.parametrize("text", PLAIN)
def test_what_cannot_run_stays_as_it_is(text: str) -> None:
    assert not runs(text)
    assert defused(text) == as_meant(text) == text


@given(st.text(alphabet="'=+-@ \t\r\n＝a"))
def test_every_text_comes_back_as_it_was_meant_and_none_runs(text: str) -> None:
    assert as_meant(defused(text)) == text
    assert not runs(defused(text))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_file_begins_with_a_formula(room: WarRoom, text: str) -> None:
    room.add(Entry(text=text, happened_at=T0, source=text, tags=(text.strip(),)))
    [row] = rows(written(room, whole(Entry)))
    assert [row[name] for name in ("text", "source")] == ["'" + text] * 2
    assert row["tags"] == defused(text.strip())


def test_the_quote_of_another_programs_file_belongs_to_its_text(room: WarRoom) -> None:
    text = "time,text\n2026-11-23T14:05+08:00,'=1\n"
    [entry] = back(room, Entry, text.encode()).records
    assert isinstance(entry, Entry)
    assert entry.text == "'=1"
    assert row_reader(Entry, ("time", "text"))(["'=1"]) == ["'=1"]


# the form of the file


def test_every_field_is_quoted_lines_end_in_crlf_and_the_mark_is_there(room: WarRoom) -> None:
    room.add(StaffGroup(name="Night", headcount=140))
    data = written(room, whole(StaffGroup))
    head, row, end = data.split(b"\r\n")
    assert (head[:3], end) == (b"\xef\xbb\xbf", b"")
    assert head[3:].startswith(b'"name","headcount","note",')
    assert row.startswith(b'"Night","140","",')


def test_times_keep_their_offset_and_how_exact_they_were_said(room: WarRoom) -> None:
    said = ["2026-11-23+08:00", "2026-11-23T14-05:30", "2026-11-23T14:05Z", "2026-11-23T14:05:06Z~"]
    for moment in map(Moment.parse, said):
        room.add(Entry(text="x", happened_at=moment))
    found = [row["happened_at"] for row in rows(written(room, Selection(kind=Entry)))]
    assert found == [text.replace("Z", "+00:00") for text in said]


def test_a_link_is_its_id_and_beside_it_the_name(room: WarRoom) -> None:
    group = room.add(StaffGroup(name="Night, warehouse"))
    message = room.add(StaffMessage(title="First alert"))
    room.add(Delivery(message=message.id, group=group.id, reached=0))
    room.take_back(message)
    [row] = rows(written(room, whole(Delivery)))
    assert (row["message"], row["message_name"]) == (message.id, "First alert")
    assert (row["group"], row["group_name"]) == (group.id, "Night, warehouse")
    assert (row["reached"], row["missed"]) == ("0", "")


def test_only_what_is_selected_stands_in_the_file_in_its_order(room: WarRoom) -> None:
    for text in ("one", "two", "three"):
        room.add(Entry(text=text, happened_at=T0, key=text != "two"))
    shown = Selection(kind=Entry, equal=(("key", (True,)),), newest_first=True)
    assert [row["text"] for row in rows(written(room, shown))] == ["three", "one"]


def test_a_file_holds_what_the_room_held_when_it_was_begun(room: WarRoom) -> None:
    for number in range(600):
        room.add(Entry(text=f"before {number}", happened_at=T0))
    assert room.path
    target = room.path.with_name("out.csv")
    steps = write_csv(room, Selection(kind=Entry), target)
    next(steps)
    room.add(Entry(text="after", happened_at=T0))
    room.change(room.all(Entry)[-2], text="corrected")
    assert finished(steps).records == 600
    texts = [row["text"] for row in rows(target.read_bytes())]
    assert texts == [f"before {number}" for number in range(600)]


# faults of the world


def test_a_stopped_export_leaves_the_old_file_and_nothing_else(room: WarRoom) -> None:
    room.add_all([Entry(text="x", happened_at=T0)] * 600)
    assert room.path
    target = room.path.with_name("out.csv")
    target.write_bytes(b"as it was")
    with pytest.raises(Stopped):
        finished(write_csv(room, whole(Entry), target), lambda done, _all: done < 250)
    assert target.read_bytes() == b"as it was"
    assert list(target.parent.glob("*.part")) == []


def test_a_disk_without_room_leaves_the_old_file_and_a_sentence(room: WarRoom) -> None:
    room.add_all([Entry(text="x" * 1_000, happened_at=T0)] * 300)
    assert room.path
    target = room.path.with_name("out.csv")
    target.write_bytes(b"as it was")
    with (
        files_no_larger_than(100_000),
        pytest.raises(StoreFailed, match=r"out\.csv cannot be written"),
    ):
        finished(write_csv(room, whole(Entry), target))
    assert target.read_bytes() == b"as it was"
    assert list(target.parent.glob("*.part")) == []


def test_the_room_itself_is_never_written_over(tmp_path: Path) -> None:
    room = new_room(tmp_path / "room.csv")
    with pytest.raises(RuleBroken, match="is the room itself"):
        finished(write_csv(room, whole(Entry), tmp_path / "room.csv"))
    assert room.verify().sound
    room.close()


# there and back


def test_of_the_entry_that_made_a_card_only_the_id_is_taken_out():
    parts = [column.part for column in columns_out(Task) if column.field.name == "entry"]
    assert parts == [Part.VALUE]
    named = [column.part for column in columns_out(Delivery) if column.field.name == "group"]
    assert named == [Part.VALUE, Part.NAME]


@pytest.mark.parametrize("kind", NAMES.values())
def test_no_two_columns_of_a_kind_are_called_the_same(kind: type[Record]) -> None:
    for language in LANGUAGES:
        with speaking(language):
            for words in (False, True):
                names = [column.heading for column in columns_out(kind, words=words, offsets=True)]
                assert len(set(names)) == len(names)


TEXT = st.text(
    st.one_of(
        st.sampled_from("'\"=+-@＝,;\t\r\n |&<✓☐林夏奶瓶👩\u200d⚕️\u202e\u200b\x1b\u2028"),
        st.characters(exclude_categories=("Cs",), exclude_characters="\0"),
    ),
    max_size=40,
)
FILLED = TEXT.filter(lambda text: text and not text.isspace())
OPTIONAL = TEXT.filter(lambda text: text == "" or not text.isspace())
WORD = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Z"), exclude_characters="\0;,、；，"),
    min_size=1,
    max_size=8,
)
WORDS = st.lists(WORD, unique=True, max_size=3).map(tuple)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Times as an import reads them: of the years 1000 to 2999, in zones of this earth."""
    when = draw(st.datetimes(datetime(1001, 1, 1), datetime(2999, 1, 1)))
    zone = timezone(timedelta(minutes=draw(st.integers(-14 * 60, 14 * 60))))
    precision = draw(st.sampled_from(Precision))
    return Moment.of(when.replace(tzinfo=zone), precision, draw(st.booleans()))


NUMBER = st.none() | st.integers(0, 10**15 - 1)
ENTRIES = st.builds(
    Entry,
    kind=st.sampled_from(EntryKind),
    text=FILLED,
    reason=OPTIONAL,
    happened_at=moments(),
    source=OPTIONAL,
    key=st.booleans(),
    tags=WORDS,
    people=WORDS,
    deadline=st.none() | moments(),
)
ITEMS = st.builds(
    Coverage,
    outlet=FILLED,
    headline=FILLED,
    url=OPTIONAL,
    published_at=moments(),
    tone=st.sampled_from(Tone),
    reach=NUMBER,
    story=OPTIONAL,
)
CARDS = st.builds(Task, title=FILLED, owner=OPTIONAL, due=st.none() | moments(), note=OPTIONAL)
GROUPS = st.builds(StaffGroup, name=FILLED, headcount=NUMBER, note=OPTIONAL)
MESSAGES = st.builds(StaffMessage, title=FILLED, text=OPTIONAL, sent_at=st.none() | moments())
PEOPLE = st.builds(Person, name=FILLED, role=OPTIONAL, phone=OPTIONAL)


@pytest.mark.parametrize("words", [False, True])
@given(record=st.one_of(ENTRIES, ITEMS, CARDS, GROUPS, MESSAGES, PEOPLE))
def test_what_we_export_our_import_reads_back(room: WarRoom, words: bool, record: Record) -> None:
    record = room.add(record)
    kind = type(record)
    data = written(room, Selection(kind=kind, equal=(("id", (record.id,)),)), words=words)
    came = back(room, kind, data)
    assert came.faults.sentences[1:] == []
    [read] = came.rows
    for field in importable(kind):
        assert getattr(read, field.name) == getattr(record, field.name), field.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_in_words_are_read_by_people_of_another_language(
    room: WarRoom, language: str
) -> None:
    room.add(Coverage(outlet="晨報", headline="=擴大", published_at=T0, tone=Tone.MIXED, reach=7))
    with speaking(language):
        data = written(room, whole(Coverage), words=True)
        assert Tone.MIXED.shown in rows(data)[0].values()
        [read] = back(room, Coverage, data).rows
        assert isinstance(read, Coverage)
        assert (read.headline, read.tone, read.reach) == ("=擴大", Tone.MIXED, 7)
    [foreign] = back(room, Coverage, data).rows
    assert isinstance(foreign, Coverage)
    assert (foreign.outlet, foreign.tone) == ("晨報", Tone.MIXED)


def test_ids_and_links_come_back_into_another_room(room: WarRoom, tmp_path: Path) -> None:
    group = room.add(StaffGroup(name="=Night"))
    message = room.add(StaffMessage(title="First alert", sent_at=T0))
    room.add(Delivery(message=message.id, group=group.id, reached=128, reported_at=T0))
    other = new_room(tmp_path / "other.warroom")
    for kind in (StaffGroup, StaffMessage, Delivery):
        other.add_all(back(other, kind, written(room, whole(kind))).records)
    assert other.all(StaffGroup)[0].name == "=Night"
    for kind in (StaffGroup, StaffMessage, Delivery):
        assert [r.id for r in other.all(kind)] == [r.id for r in room.all(kind)]
    assert other.all(Delivery)[0].group == group.id
    other.close()


def test_words_that_hold_a_separator_come_back_as_several(room: WarRoom) -> None:
    """A cell has no way to tell them apart; JSON has."""
    room.add(Entry(text="x", happened_at=T0, tags=("a, b",)))
    [entry] = back(room, Entry, written(room, whole(Entry))).rows
    assert isinstance(entry, Entry)
    assert entry.tags == ("a", "b")


def test_a_nul_is_told_since_no_reader_of_csv_takes_one(room: WarRoom) -> None:
    room.add(Entry(text="a\0b", happened_at=T0))
    [entry] = back(room, Entry, written(room, whole(Entry))).rows
    assert isinstance(entry, Entry)
    assert entry.text == "a⟨U+0000⟩b"
