"""The example: the same crisis in three languages, at whatever hour and wherever it is written."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.commands import cli
from desktop.warroom.choices import (
    Certainty,
    EntryKind,
    OutletKind,
    Phase,
    Severity,
    TaskStatus,
    Tone,
)
from desktop.warroom.demo import LANGUAGES, write_demo
from desktop.warroom.demo.story import Story
from desktop.warroom.fields import Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.measures import MINUTE, measure
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.playbooks.kept import PlaybookVersion
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
from desktop.warroom.staff import told
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from tests.scripts import SIMPLIFIED, TRADITIONAL, foreign

HERE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 14, 32, 10, tzinfo=HERE)
CLOCKS = (
    datetime(2026, 11, 23, 9, 0, tzinfo=HERE),
    datetime(2026, 11, 24, 0, 0, tzinfo=HERE),
    datetime(2026, 11, 24, 0, 30, 59, tzinfo=HERE),
    datetime(2026, 11, 23, 23, 50, tzinfo=HERE),
    datetime(2026, 3, 1, 3, 5, tzinfo=timezone(timedelta(hours=-9, minutes=-30))),
    datetime(2026, 3, 29, 12, 0, tzinfo=ZoneInfo("Europe/Paris")),  # clocks went forward at night
    datetime(2026, 10, 25, 12, 0, tzinfo=ZoneInfo("Europe/Paris")),  # and back
)


def quick_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder in memory where there is one: each deed of the story waits for its disk."""
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)


def written(folder: str, now: datetime, language: str = "en") -> WarRoom:
    file = Path(folder) / f"{language}.warroom"
    write_demo(file, FixedClock(now), language)
    return WarRoom.open(file, clock=FixedClock(now), writing=False)


@pytest.fixture(scope="module")
def rooms() -> Iterator[dict[str, WarRoom]]:
    with quick_folder() as folder:
        opened = {language: written(folder, NOW, language) for language in LANGUAGES}
        yield opened
        for room in opened.values():
            room.close()


@pytest.fixture(params=LANGUAGES)
def room(request: pytest.FixtureRequest, rooms: dict[str, WarRoom]) -> WarRoom:
    return rooms[request.param]


def texts(room: WarRoom) -> Iterator[str]:
    """Everything that anybody wrote in a room, corrections and what was taken back too."""
    for line in room._store.lines():
        said = line.said()
        if said.kind == PlaybookVersion.kind_name or in_another_language(room, said.record):
            continue  # the shipped wordings, which stand there in all languages
        yield from filter(None, (said.typed, said.why))
        shapes = {field.name: field.shape for field in KINDS[said.kind].declared()}
        for name, value in said.values.items():
            if name not in WORDED_FOR:
                yield from words(shapes[name], value)


WORDED_FOR = ("text_zh_tw", "text_zh_cn")  # what a message says in one of the languages


def in_another_language(room: WarRoom, record: str) -> bool:
    """Whether a record is a public text for readers of another language, or tells of one."""
    others = [each for each in room.all(Statement) if each.language != room_language(room)]
    found = room.find(Release, record)
    entry = room.find(Entry, record)
    return (
        record in {each.id for each in others}
        or (found is not None and found.language != room_language(room))
        or (entry is not None and any(each.title in entry.text for each in others))
    )


def room_language(room: WarRoom) -> str:
    assert room.path
    return room.path.stem


def words(shape: Shape, value: Any) -> Iterator[str]:
    if shape in (Shape.TEXT, Shape.PROSE):
        yield value
    elif shape is Shape.WORDS:
        yield from value
    elif shape is Shape.ITEMS:
        for item in value:
            yield from filter(None, (item.get("text"), item.get("why")))


# what is in it


def test_it_is_all_there_and_sound(room):
    counts = Counter(type(record) for record in room.everything())
    assert [counts[kind] for kind in (Entry, Task, Coverage)] == [151, 40, 78]
    assert [counts[kind] for kind in (StaffGroup, StaffMessage, Person)] == [8, 8, 8]
    assert counts[Delivery] == 43
    assert room.verify().faults == []


def test_title_and_first_entry_say_that_it_is_invented(rooms):
    words = {"en": "invented", "zh_TW": "虛構", "zh_CN": "虚构"}
    for language, word in words.items():
        first = room_entries(rooms[language])[0]
        assert word in rooms[language].incident.title
        assert word in first.text
        assert first.key


def room_entries(room: WarRoom) -> list[Entry]:
    return room.records(Selection(kind=Entry, order="happened_at"))


@pytest.mark.parametrize(
    ("kind", "name", "choices"),
    [
        (Entry, "kind", EntryKind),
        (Entry, "certainty", Certainty),
        (Task, "status", TaskStatus),
        (Task, "phase", Phase),
        (Coverage, "tone", Tone),
        (Coverage, "outlet_kind", OutletKind),
    ],
)
def test_every_choice_is_seen(room, kind, name, choices):
    assert {getattr(record, name) for record in room.all(kind)} == set(choices)


def test_the_log_shows_what_a_log_can_do(room):
    entries = room_entries(room)
    corrections = [old for entry in entries for old in entry.earlier]
    assert len(corrections) >= 7
    assert all(old["why"] and old["by"] in room.people() for old in corrections)
    assert max(len(entry.earlier) for entry in entries) == 2
    assert sum(entry.key for entry in entries) >= 10
    decisions = [entry for entry in entries if entry.kind is EntryKind.DECISION]
    assert 0 < sum(entry.reason_missing for entry in decisions) < len(decisions) / 3
    ahead = [entry.deadline.ms > room.now().ms for entry in entries if entry.deadline]
    assert set(ahead) == {True, False}
    assert all(set(entry.people) <= set(room.people()) for entry in entries)
    assert "B2231" in room.words_in(Entry, "tags")
    linked = [entry.source_url for entry in entries if entry.source_url]
    assert len(linked) >= 10
    assert all(re.fullmatch(r"https://[a-z]+\.example/\d+", url) for url in linked)
    assert any(entry.happened_at.about for entry in entries)


def test_lines_are_typed_as_people_type_them(room):
    typed = [line.said().typed for line in room._store.lines() if line.said().typed]
    assert len(typed) > 80
    assert all(room.reading(line).kind for line in typed)
    assert any(entry.gone for entry in everything_ever(room))


def everything_ever(room: WarRoom) -> list[Entry]:
    found = {line.said().record for line in room._store.lines() if line.said().kind == "entry"}
    return [room.get(Entry, record) for record in found]


def test_the_board_shows_what_a_board_can_do(room):
    cards = room.all(Task)
    assert Counter(card.status for card in cards) == {
        TaskStatus.TODO: 9,
        TaskStatus.DOING: 6,
        TaskStatus.BLOCKED: 3,
        TaskStatus.DONE: 22,
    }
    blocked = [card for card in cards if card.status is TaskStatus.BLOCKED]
    assert all(card.blocked_by for card in blocked)
    ticked = [{item["done"] for item in card.checklist} for card in cards if card.checklist]
    assert {True, False} in ticked
    assert {True} in ticked
    assert {card.owner for card in cards} == set(room.people())
    assert all((card.done_at is not None) == (card.status is TaskStatus.DONE) for card in cards)
    assert len({card.rank for card in cards if card.status is TaskStatus.TODO}) == 9


def test_coverage_shows_answers_reach_messages_and_copies(room):
    items = room.all(Coverage)
    now = room.now().ms
    answered = [item for item in items if item.answered_at]
    late = [item.answered_at.ms > item.answer_due.ms for item in answered]
    assert set(late) == {True, False}
    waiting = [
        item.answer_due.ms < now for item in items if item.answer_due and item not in answered
    ]
    assert set(waiting) == {True, False}
    assert {item.reach is None for item in items} == {True, False}
    assert len({item.key_message for item in items}) == 4
    stories = Counter(item.story for item in items if item.story)
    assert stories.most_common(1)[0][1] >= 5


def test_coverage_rises_after_what_happens_and_calms_after_the_recall(room):
    chart = Selection(kind=Coverage, order="published_at")
    recall = room.incident.t0.ms + 1366 * MINUTE
    negative = Counter(
        at >= recall
        for at, tone, n in room.by_hour(chart, "tone")
        for _ in range(n)
        if tone == "negative"
    )
    other = Counter(
        at >= recall
        for at, tone, n in room.by_hour(chart, "tone")
        for _ in range(n)
        if tone != "negative"
    )
    assert negative[False] > other[False]
    assert other[True] > 2 * negative[True]
    hours = Counter[int]()
    for at, _tone, n in room.by_hour(chart, "tone"):
        hours[at] += n
    assert max(hours.values()) >= 5
    assert len(hours) > 24


def test_staff_heard_first_and_one_shift_has_not_heard_at_all(room):
    messages = room.records(Selection(kind=StaffMessage, order="sent_at"))
    public = next(e for e in room_entries(room) if e.kind is EntryKind.STATEMENT)
    assert messages[0].sent_at.ms < public.happened_at.ms
    to_all = [message for message in messages if not message.form]
    assert len({message.channel for message in to_all}) == len(to_all) == 5
    first, *others = told(room, messages[-1])
    assert (first.group.headcount, first.reached, first.confirmed) == (140, 0, 0)
    assert all(each.share(each.confirmed) > 0.8 for each in others)
    assert not any(each.doubt for message in messages for each in told(room, message))
    reports = Counter((report.message, report.group) for report in room.all(Delivery))
    assert max(reports.values()) >= 2


def test_the_incident_went_from_phase_to_phase_and_up_in_severity(room):
    steps = [v.changed for v in room.history(room.incident)][1:]
    phases = [step["phase"] for step in steps if "phase" in step]
    assert phases == [("prevention", "emergency"), ("emergency", "handling")]
    assert [step["severity"] for step in steps if "severity" in step] == [("2", "1")]
    assert room.incident.severity is Severity.CRITICAL


def test_many_hands_write_and_time_only_goes_forward(room):
    lines = [line.said() for line in room._store.lines()]
    assert {said.by for said in lines} == set(room.people())
    assert all(before.at.ms <= after.at.ms for before, after in pairwise(lines))
    assert lines[-1].at.ms <= room.now().ms


# the three languages


def shape_of(record: Record) -> dict[str, Any]:
    """A record without its words, their language, and ids, which are new in every room."""
    shapes = {field.name: field.shape for field in record.declared()}
    told = {name: v for name, v in asdict(record).items() if name not in ("id", "language")}
    for name, shape in ((n, shape) for n, shape in shapes.items() if n in told):
        if shape in (Shape.TEXT, Shape.PROSE, Shape.LINK):
            told[name] = bool(told[name])
        if shape in (Shape.WORDS, Shape.ITEMS):
            told[name] = len(told[name])
    return told


def test_the_three_rooms_differ_in_words_alone(rooms):
    english, *others = ([shape_of(r) for r in rooms[lang].everything()] for lang in LANGUAGES)
    for other in others:
        assert other == english


def test_no_letter_of_the_other_script_stands_in_a_room(rooms):
    assert len(TRADITIONAL) == len(SIMPLIFIED) > 300
    for language in ("zh_TW", "zh_CN"):
        found = {text: foreign(text, language) for text in texts(rooms[language])}
        assert {text: letters for text, letters in found.items() if letters} == {}


def test_chinese_is_punctuated_as_chinese(rooms):
    half_width = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")
    for language, quotes in (("zh_TW", r"“[^ -~]"), ("zh_CN", r"[「」『』]")):
        wrong = [t for t in texts(rooms[language]) if half_width.search(t) or re.search(quotes, t)]
        assert wrong == []


def test_every_room_has_entries_in_another_script_as_in_life(rooms):
    def count(language: str, script: str) -> int:
        return sum(bool(re.search(script, entry.text)) for entry in room_entries(rooms[language]))

    assert count("en", r"[\u4e00-\u9fff]{3}") >= 4
    assert count("zh_TW", r"(?:[A-Za-z]+ ){3}") >= 3
    assert count("zh_CN", r"(?:[A-Za-z]+ ){3}") >= 3


def test_nothing_is_left_to_fill_in_and_no_text_names_the_day_it_was_written_for(room):
    days = re.compile(
        r"[{}]|\b(?:today|tonight|tomorrow|yesterday|morning|this evening)\b|今[天晚早日]|明[天早日]|昨[天晚日]",
        re.I,
    )
    assert [text for text in texts(room) if days.search(text)] == []


# the clock


@pytest.mark.parametrize("now", CLOCKS, ids=str)
def test_the_figures_come_out_alike_at_any_hour(now):
    with quick_folder() as folder:
        room = written(folder, now)
        found = measure(room, room.now())
        last = room_entries(room)[-1]
        faults = room.verify().faults
        room.close()
    assert faults == []
    assert found.response == 18 * MINUTE < found.goal
    assert (found.late_tasks, found.waiting, found.blocked_tasks) == (3, 6, 3)
    assert found.waiting_since // MINUTE == 48
    assert (found.entries, found.heads, found.confirmed) == (151, 1468, 1204)
    assert sum(found.coverage_today.values()) >= 1
    assert 0 < found.next_due.at.ms - found.at.ms < 60 * MINUTE
    assert 3 * MINUTE < found.at.ms - last.happened_at.ms < 5 * MINUTE
    assert found.since_t0 // MINUTE == 2868


@given(
    now=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),
    offset=st.integers(-14 * 60, 14 * 60),
    minute=st.integers(0, 20_000),
)
def test_times_that_people_name_are_quarters_of_an_hour_not_before_their_minute(
    now, offset, minute
):
    story = Story("en", now.replace(tzinfo=timezone(timedelta(minutes=offset))))
    named, meant = story.due(minute), story.at(minute)
    assert named.local.minute % 15 == 0
    assert 0 <= named.ms - meant.ms < 15 * MINUTE
    assert story.at(story.room["end"]).ms == Moment.of(now.replace(tzinfo=UTC)).ms - offset * MINUTE


def test_the_command_writes_it_in_the_language_asked_for(tmp_path):
    file = tmp_path / "r.warroom"
    asked = ["demo", str(file), "--language", "zh_TW", "--now", NOW.isoformat()]
    said = CliRunner().invoke(cli, asked)
    assert said.exit_code == 0, said.output
    room = WarRoom.open(file, writing=False)
    assert room.incident.title == "範例（虛構）：恆溫奶瓶 B2231 批次過熱"
    room.close()


def test_a_language_without_wordings_is_refused(tmp_path):
    with pytest.raises(ValueError, match="fr"):
        write_demo(tmp_path / "r.warroom", FixedClock(NOW), "fr")
    assert list(tmp_path.iterdir()) == []
