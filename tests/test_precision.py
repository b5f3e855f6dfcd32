"""Times as exact as they were said, from the log bar through every page to paper and back."""

import csv
import io
import json
from datetime import datetime, timedelta, timezone
from operator import attrgetter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.models.entry_row import entry_row
from desktop.paper.issue import material
from desktop.warroom import shown
from desktop.warroom.briefing import Seal, content
from desktop.warroom.exchange.csv_out import write_csv
from desktop.warroom.exchange.json_out import write_json
from desktop.warroom.exchange.xlsx_out import write_xlsx
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import Entry, Paper
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import timeline
from desktop.warroom.shown_value import full
from desktop.warroom.slices import finished
from desktop.warroom.typed import as_typed, as_value
from tests.rooms import HONG_KONG, START, new_room

LINES = (  # as typed, as the row shows it, and how exact it is
    ("2026-11-22 night shift begins", "", Precision.DAY, False),
    ("~2026-11-22 about that day", "~", Precision.DAY, True),
    ("yesterday 18:30 first call", "18:30", Precision.MINUTE, False),
    ("~13:10 the line stopped", "~13:10", Precision.MINUTE, True),
    ("13:11:09 the alarm rang", "13:11", Precision.SECOND, False),
)
FIELD = next(field for field in Entry.declared() if field.name == "happened_at")
MOMENTS = st.builds(
    Moment.of,
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(HONG_KONG)),
    st.sampled_from(Precision),
    st.booleans(),
)


@pytest.fixture
def room(tmp_path: Path):
    room = new_room(tmp_path / "r.warroom")
    for line, *_said in LINES:
        room.capture(line)
    yield room
    room.close()


def entries(room: WarRoom) -> list[Entry]:
    return sorted(room.all(Entry), key=attrgetter("id"))


def test_the_log_bar_keeps_how_exactly_a_time_was_said(room: WarRoom) -> None:
    said = [(e.happened_at.precision, e.happened_at.about) for e in entries(room) if e.happened_at]
    assert said == [(precision, about) for _line, _shown, precision, about in LINES]


def test_rows_show_no_more_than_was_said(room: WarRoom) -> None:
    rows = [entry_row(entry, HONG_KONG, room.now().ms) for entry in entries(room)]
    assert [row.time for row in rows] == [shown for _line, shown, _precision, _about in LINES]


def test_a_day_alone_stands_at_the_start_of_its_day_under_one_separator(room: WarRoom) -> None:
    rows = [entry_row(e, HONG_KONG, room.now().ms) for e in room.records(timeline())]
    assert [row.day for row in rows] == ["Sun 22 Nov 2026"] * 3 + ["Mon 23 Nov 2026"] * 2
    assert {row.time for row in rows[:2]} == {"", "~"}


def test_tooltips_tell_a_day_without_a_time(room: WarRoom) -> None:
    day, about = entries(room)[:2]
    assert entry_row(day, HONG_KONG, 0).tooltip.startswith("Happened Sun 22 Nov 2026 UTC+8\n")
    assert entry_row(about, HONG_KONG, 0).tooltip.startswith("Happened ~Sun 22 Nov 2026 UTC+8\n")


def test_a_day_said_far_away_is_told_as_the_day_that_was_said() -> None:
    day = Moment.of(START, Precision.DAY)
    new_york = ZoneInfo("America/New_York")
    row = entry_row(Entry(text="x", happened_at=day), new_york, day.ms)
    assert row.time == "23 Nov"
    assert full(day, new_york) == "Mon 23 Nov 2026 UTC+8"
    assert shown.when(day, START.astimezone(new_york)) == "23 Nov"


def test_about_a_day_is_said_with_its_day() -> None:
    about = Moment.of(START, Precision.DAY, about=True)
    assert shown.day_and_time(about, START) == "~23 Nov"


@given(MOMENTS)
def test_a_form_gives_back_what_it_shows(moment: Moment) -> None:
    assert as_value(FIELD, as_typed(FIELD, moment, START), START) == moment


@given(MOMENTS, st.sampled_from([-11, -5, 0, 8, 13]))
def test_no_time_of_day_is_told_of_a_day(moment: Moment, hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    said = full(moment, zone)
    assert (":" in said.rpartition(" ")[0]) == (
        moment.precision not in (Precision.DAY, Precision.HOUR)
    )


def test_csv_and_json_keep_how_exactly_a_time_was_said(room: WarRoom, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    finished(write_csv(room, timeline(), target))
    text = target.read_text("utf-8-sig")
    rows = {row["text"]: row["happened_at"] for row in csv.DictReader(io.StringIO(text))}
    assert rows["night shift begins"] == "2026-11-22+08:00"
    assert rows["about that day"] == "2026-11-22+08:00~"
    assert rows["the line stopped"] == "2026-11-23T13:10+08:00~"
    assert rows["the alarm rang"] == "2026-11-23T13:11:09+08:00"
    finished(write_json(room, tmp_path / "out.json"))
    assert {"2026-11-22+08:00~", "2026-11-23T13:11:09+08:00"} <= set(
        _texts(json.loads((tmp_path / "out.json").read_text("utf-8")))
    )


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def test_a_workbook_shows_a_day_as_a_day_and_about_beside_it(room: WarRoom, tmp_path: Path) -> None:
    finished(write_xlsx(room, tmp_path / "out.xlsx", (timeline(),)))
    book = load_workbook(tmp_path / "out.xlsx")
    head, *rows = book.worksheets[0].iter_rows()
    titles = [cell.value for cell in head]
    when, offset, text = (
        titles.index(name) for name in ("Time of event", "Time of event: offset", "Text")
    )
    forms = {row[text].value: (row[when].number_format, row[offset].value) for row in rows}
    assert forms["about that day"] == ("yyyy-mm-dd", "+08:00~")
    assert forms["the alarm rang"] == ("yyyy-mm-dd hh:mm:ss", "+08:00")
    book.close()


def test_paper_tells_the_same(room: WarRoom) -> None:
    paper = Paper(issued_at=room.now(), author="Lin Xia")
    tail = room.tail()
    made = content(material(room, Seal(tail.device, tail.number, tail.hash), paper))
    rows = {
        row["text"]: (row["day"], row["time"]) for row in made["annexes"][0]["parts"][0]["rows"]
    }
    assert rows["night shift begins"] == ("Sun 22 Nov 2026", "")
    assert rows["about that day"] == ("Sun 22 Nov 2026", "~")
    assert rows["the alarm rang"] == ("Mon 23 Nov 2026", "13:11:09")
    assert made["seal"]["clock"].startswith("Nobody has confirmed the clock of this laptop")
