"""From rows to records: mapping, values, faults, all or nothing."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import EntryKind, Severity, Tone
from desktop.warroom.exchange import (
    Cancelled,
    Reading,
    guess_mapping,
    parse_mapping,
    read_records,
    read_sheet,
    read_text,
    zone_matters,
)
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Incident,
    Paper,
    Record,
    StaffGroup,
    Task,
)
from desktop.warroom.slices import SLICE, Progress

NOW = Moment.parse("2026-11-23T15:00+08:00")
TAIPEI = ZoneInfo("Asia/Taipei")


def read(kind: type[Record], text: str, *said: str, progress: Progress | None = None) -> Reading:
    sheet = read_sheet(text)
    numbers = count(1)
    return read_records(
        kind,
        sheet,
        parse_mapping(kind, sheet.header, said),
        zone=TAIPEI,
        now=NOW,
        author="Lin",
        new_id=lambda: f"id-{next(numbers):06}",
        progress=progress,
    )


def sentences(kind: type[Record], text: str) -> list[str]:
    reading = read(kind, text)
    assert reading.records == []
    return [fault.sentence for fault in reading.faults]


def test_columns_are_known_by_name_by_label_and_by_what_others_call_them() -> None:
    header = ["First_Seen_At", "PLATFORM", "Topic", "Key entry", "URL", "case"]
    assert guess_mapping(Entry, header) == {
        "First_Seen_At": "happened_at",
        "PLATFORM": "source",
        "Topic": "text",
        "Key entry": "key",
        "URL": "source_url",
    }
    assert guess_mapping(Entry, ["时间", "内容", "来源"]) == {
        "时间": "happened_at",
        "内容": "text",
        "来源": "source",
    }


def test_a_field_name_goes_before_a_label_and_a_label_before_the_rest() -> None:
    assert guess_mapping(Entry, ["topic", "text"])["text"] == "text"
    assert "topic" not in guess_mapping(Entry, ["topic", "text"])
    assert guess_mapping(Entry, ["date", "Time of event"]) == {"Time of event": "happened_at"}


def test_what_no_user_edits_is_no_target() -> None:
    assert guess_mapping(Entry, ["author", "recorded_at", "earlier", "gone"]) == {}


def test_a_said_mapping_goes_before_the_guess() -> None:
    header = ["time", "text", "remark"]
    assert parse_mapping(Entry, header, ["remark=text", "time=Time of event"]) == {
        "remark": "text",
        "time": "happened_at",
    }
    assert parse_mapping(Entry, header, ["text="]) == {"time": "happened_at"}
    assert parse_mapping(Entry, ["a=b"], ["a=b=text"]) == {"a=b": "text"}


def test_a_mapping_that_cannot_be_names_what_exists() -> None:
    header = ["time", "text"]
    wrong = {
        "tme=text": 'no column "tme". Its columns: time, text.',
        "time=txt": '"txt" is not a field of this log. Its fields: kind, text, reason',
        "time": "Write it as column=field",
    }
    for said, sentence in wrong.items():
        with pytest.raises(RuleBroken, match=sentence):
            parse_mapping(Entry, header, [said])
    with pytest.raises(RuleBroken, match="Two columns are mapped to"):
        parse_mapping(Entry, header, ["time=text", "text=text"])


def test_rows_become_records_in_their_order_written_now_by_the_author() -> None:
    text = "time,text\n2026-11-23 14:05,first\n2026-11-23 14:05,second\n"
    assert read(Entry, text).records == [
        Entry(
            id=f"id-00000{number}",
            recorded_at=NOW,
            author="Lin",
            happened_at=Moment.parse("2026-11-23T14:05+08:00"),
            text=said,
        )
        for number, said in enumerate(("first", "second"), 1)
    ]


def test_columns_that_mean_nothing_are_named() -> None:
    reading = read(Entry, "time,text,snapshot,case\n2026-11-23,x,1,2\n")
    assert reading.unused == ("snapshot", "case")


def test_a_needed_column_must_exist() -> None:
    with pytest.raises(RuleBroken) as missing:
        read(Entry, "time,story\n2026-11-23,x\n")
    assert str(missing.value) == 'No column holds "Text". Name it with --map column=text.'


@pytest.mark.parametrize("kind", [Delivery, Paper])
def test_records_that_no_cell_can_hold_are_not_read(kind: type[Record]) -> None:
    with pytest.raises(RuleBroken, match="not read from files"):
        read(kind, "reached,number\n1,2\n")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("approx", "2026-11-23T14:05+00:00~"),
        ("hour", "2026-11-23T14+00:00"),
        ("Minute", "2026-11-23T14:05+00:00"),
        ("second (from tweet id)", "2026-11-23T14:05:09+00:00"),
        ("day", "2026-11-23+00:00"),
        ("exact", "2026-11-23T14:05:09+00:00"),
        ("millisecond", "2026-11-23T14:05:09+00:00"),
        ("", "2026-11-23T14:05:09+00:00"),
    ],
)
def test_a_precision_column_says_how_exact_the_time_is(said: str, shown: str) -> None:
    reading = read(Entry, f"time,text,precision\n2026-11-23T14:05:09Z,x,{said}\n")
    assert reading.unused == ()
    assert str(reading.records[0].happened_at) == shown


def test_a_day_ends_where_it_was_said() -> None:
    reading = read(Entry, "time,text,accuracy\n1969-12-31T23:30+08:00,x,day\n")
    assert str(reading.records[0].happened_at) == "1969-12-31+08:00"


def test_a_precision_is_left_out_when_the_user_says_so_and_refused_when_unknown() -> None:
    text = "time,text,precision\n2026-11-23T14:05Z,x,rough\n"
    assert read(Entry, text, "precision=").unused == ("precision",)
    (only,) = sentences(Entry, text)
    assert only.startswith('Line 2, column "precision": "rough" is not a precision. Write one of:')


def test_choices_are_read_by_key_and_by_word() -> None:
    rows = "".join(f"2026-11-23,o,h,{tone}\n" for tone in ("not_rated", "Not rated", "MIXED", ""))
    records = read(Coverage, "published_at,outlet,headline,tone\n" + rows).records
    tones = [record.tone for record in records]
    assert tones == [Tone.NOT_RATED, Tone.NOT_RATED, Tone.MIXED, Tone.NOT_RATED]
    text = "title,t0,severity\nFire,2026-11-23,2\nFire,2026-11-23,Level 3 – Moderate\n"
    levels = [record.severity for record in read(Incident, text).records]
    assert levels == [Severity.MAJOR, Severity.MODERATE]


def test_an_unknown_choice_names_the_allowed_ones() -> None:
    text = "published_at,outlet,headline,tone\n2026-11-23,o,h,angry\n"
    assert sentences(Coverage, text) == [
        'Line 2, column "tone": "angry" is not known here. '
        "Write one of: Not rated, Negative, Neutral, Positive, Mixed."
    ]


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1200", 1200), ("1,234,567", 1234567), ("1 200", 1200), ("1'200", 1200), ("12.0", 12),
     ("\uff11\uff12", 12), ("0", 0), ("", None)],
)  # fmt: skip
def test_whole_numbers_are_read_with_separators(cell: str, number: int | None) -> None:
    records = read(StaffGroup, f'name,headcount\nPlant,"{cell}"\n').records
    assert records[0].headcount == number


@pytest.mark.parametrize("cell", ["many", "12,34", "1.5", "1.000", "-3", "1e3", "9" * 16, "²"])
def test_what_is_no_whole_number_is_refused(cell: str) -> None:
    (only,) = sentences(StaffGroup, f'name,headcount\nPlant,"{cell}"\n')
    assert only == (
        f'Line 2, column "headcount": "{cell}" is not a whole number. Write it as 12000 or 12,000.'
    )


def test_flags_and_lists_of_words_are_read() -> None:
    rows = "".join(
        f'2026-11-23,x,{flag},"fire; plant、people,fire"\n'
        for flag in ("yes", "TRUE", "1", "是", "no", "false", "0", "否", "")
    )
    records = read(Entry, "time,text,key,tags\n" + rows).records
    assert [r.key for r in records] == [True] * 4 + [False] * 5
    assert records[0].tags == ("fire", "plant", "people")
    (only,) = sentences(Entry, "time,text,key\n2026-11-23,x,maybe\n")
    assert only.endswith('"maybe" is neither yes nor no. Write yes or no.')


def test_every_fault_is_reported_and_nothing_is_read() -> None:
    text = (
        "time,text,kind\n"
        "2026-11-23,fine,decision\n"
        "31/31/2020,x,fact\n"
        '2026-11-23,"two\nlines",gossip\n'
        "03/04/2026,  ,fact\n"
    )
    reading = read(Entry, text)
    assert reading.records == []
    assert [(f.line, f.column, f.value) for f in reading.faults] == [
        (3, "time", "31/31/2020"),
        (4, "kind", "gossip"),
        (6, "text", ""),
        (6, "time", "03/04/2026"),
    ]
    assert reading.faults.kept[0].sentence.startswith(
        'Line 3, column "time": "31/31/2020" is not a date and time this program reads. Write it'
    )
    assert reading.faults.kept[2].sentence == (
        'Line 6, column "text": the cell is empty. Fill it in.'
    )


def test_faults_past_a_thousand_are_counted() -> None:
    reading = read(Entry, "time,text\n" + "never,x\n" * 1_200)
    assert (len(reading.faults.kept), reading.faults.more) == (1_000, 200)


def test_a_decision_may_come_without_a_reason() -> None:
    (record,) = read(Entry, "time,text,kind\n2026-11-23,Recall,Decision\n").records
    assert isinstance(record, Entry)
    assert record.kind is EntryKind.DECISION
    assert record.reason_missing


def test_the_precision_of_a_task_is_that_of_its_due_time() -> None:
    (record,) = read(Task, "title,due,precision\nRecall,2026-11-23 14:05,approx\n").records
    assert str(record.due) == "2026-11-23T14:05+08:00~"
    assert read(Task, "title,precision\nRecall,hour\n").unused == ("precision",)


def test_the_zone_matters_as_soon_as_one_time_says_no_offset() -> None:
    head = "time,text\n2026-11-23T14:05Z,x\n"
    for row, matters in (("2026-11-23 14:05,x", True), ("2026-11-23T14:05+08:00,x", False)):
        sheet = read_sheet(head + row)
        assert zone_matters(Entry, sheet, guess_mapping(Entry, sheet.header)) is matters


def test_reading_tells_how_far_it_is_and_can_be_stopped() -> None:
    text = "time,text\n" + "2026-11-23,x\n" * 2_500
    told: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert len(read(Entry, text, progress=go_on).records) == 2_500
    assert told == [(done, 2_500) for done in range(0, 2_500, SLICE)]

    def stop(done: int, total: int) -> bool:
        return done < total / 2

    with pytest.raises(Cancelled, match="Nothing was imported"):
        read(Entry, text, progress=stop)
    assert issubclass(Cancelled, WarRoomError)


OFFSETS = st.integers(-14 * 60, 14 * 60)
TIMES = st.builds(
    lambda when, offset: when.replace(tzinfo=timezone(timedelta(minutes=offset))),
    st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 31)),
    OFFSETS,
)
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.tuples(TIMES, TEXTS.filter(str.strip)), min_size=1, max_size=20))
def test_what_any_program_writes_is_read_back(rows: Sequence[tuple[datetime, str]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(["time", "text"])
    writer.writerows((when.isoformat(), text) for when, text in rows)
    reading = read(Entry, read_text(out.getvalue().encode()))
    assert [fault.sentence for fault in reading.faults] == []
    for record, (when, text) in zip(reading.records, rows, strict=True):
        assert isinstance(record, Entry)
        precision = Precision.MILLISECOND if when.microsecond else Precision.SECOND
        assert record.text == text
        assert record.happened_at == Moment.of(when, precision)
