"""A workbook that others read as we wrote it: text is text, times are dates, nothing is lost."""

import csv
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from desktop.warroom.choices import Tone
from desktop.warroom.exchange.kinds import NAMES
from desktop.warroom.exchange.taken_out import TakenOut, whole
from desktop.warroom.exchange.workbook_cells import LONGEST
from desktop.warroom.exchange.xlsx_out import write_xlsx
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.records import (
    FIRST,
    Coverage,
    Delivery,
    Entry,
    Person,
    StaffGroup,
    StaffMessage,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import Stopped, finished
from resources import speaking
from tests.rooms import T0, new_room
from tests.test_export_csv import FORMULAS

SOFFICE = shutil.which("soffice")


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def written(room: WarRoom, *selections: Selection, **said: bool) -> TakenOut:
    assert room.path
    target = room.path.with_name("out.xlsx")
    return finished(write_xlsx(room, target, selections or None, **said))


def cells(taken: TakenOut, sheet: int = 0) -> list[dict[str, Any]]:
    """The cells below the headings, by heading, as openpyxl reads them."""
    book = load_workbook(taken.file)
    try:
        head, *rows = book.worksheets[sheet].iter_rows()
        return [{h.value: cell for h, cell in zip(head, row, strict=True)} for row in rows]
    finally:
        book.close()


def values(taken: TakenOut) -> list[dict[str, Any]]:
    return [{name: cell.value for name, cell in row.items()} for row in cells(taken)]


def test_each_kind_has_a_sheet_in_the_language_with_its_headings_frozen(room: WarRoom) -> None:
    room.add(Person(name="林夏"))
    with speaking("zh_TW"):
        taken = written(room)
    book = load_workbook(taken.file)
    assert len(book.sheetnames) == sum(kind in FIRST for kind in NAMES.values())
    assert {sheet.freeze_panes for sheet in book.worksheets} == {"A2"}
    assert book.worksheets[-1]["A2"].value == "林夏"
    assert book.properties.title == "Bottles overheat"
    assert all(sheet["A1"].font.bold for sheet in book.worksheets)


def test_one_kind_alone_has_one_sheet(room: WarRoom) -> None:
    book = load_workbook(written(room, whole(StaffGroup)).file)
    assert book.sheetnames == ["Staff groups"]


@pytest.mark.parametrize("text", [*FORMULAS, "#N/A", "12", "2026-11-23", "TRUE", " x "])
def test_a_text_is_a_text_whatever_it_looks_like(room: WarRoom, text: str) -> None:
    room.add(Entry(text=text, happened_at=T0))
    [row] = cells(written(room, whole(Entry)))
    assert (row["Text"].data_type, row["Text"].value) == ("s", text.replace("\r", "\n"))


def test_what_might_run_stays_text_when_somebody_edits_it(room: WarRoom) -> None:
    room.add(Entry(text="=1+1", happened_at=T0, source="=x", reason="calm"))
    [row] = cells(written(room, whole(Entry)))
    quoted = [row[name].quotePrefix for name in ("Text", "Source", "Reason")]
    assert list(map(bool, quoted)) == [True, True, False]


@pytest.mark.parametrize(
    ("said", "local", "shown", "offset"),
    [
        ("2026-11-23+08:00", datetime(2026, 11, 23), "yyyy-mm-dd", "+08:00"),
        ("2026-11-23T14:05-05:30", datetime(2026, 11, 23, 14, 5), "yyyy-mm-dd hh:mm", "-05:30"),
        ("2026-11-23T14:05Z~", datetime(2026, 11, 23, 14, 5), "yyyy-mm-dd hh:mm", "+00:00~"),
        ("2026-11-23T14:05:06+08:00", datetime(2026, 11, 23, 14, 5, 6), "yyyy-mm-dd hh:mm:ss", ""),
        (
            "2026-11-23T14:05:06.789+08:00",
            datetime(2026, 11, 23, 14, 5, 6, 789_000),
            "yyyy-mm-dd hh:mm:ss.000",
            "",
        ),
    ],
)
def test_a_time_is_a_date_as_it_was_on_the_wall_beside_its_offset(
    room: WarRoom, said: str, local: datetime, shown: str, offset: str
) -> None:
    room.add(Entry(text="x", happened_at=Moment.parse(said)))
    [row] = cells(written(room, whole(Entry)))
    time = row["Time of event"]
    assert (time.is_date, time.value, time.number_format) == (True, local, shown)
    assert row["Time of event: offset"].value == (offset or "+08:00")


def test_a_day_that_a_spreadsheet_cannot_count_stands_as_it_was_said(room: WarRoom) -> None:
    room.add(Entry(text="x", happened_at=Moment.parse("1899-12-31T23:59+00:00")))
    [row] = cells(written(room, whole(Entry)))
    assert row["Time of event"].value == "1899-12-31T23:59+00:00"


def test_numbers_are_numbers_and_what_is_unknown_is_empty(room: WarRoom) -> None:
    for reach in (2_100_000, 0, None, 10**17 + 1):
        room.add(Coverage(outlet="x", headline="y", published_at=T0, reach=reach))
    found = [row["Reach"] for row in values(written(room, whole(Coverage)))]
    assert found == [2_100_000, 0, None, str(10**17 + 1)]


def test_choices_are_words_and_links_have_their_names(room: WarRoom) -> None:
    group, message = room.add(StaffGroup(name="Night")), room.add(StaffMessage(title="Stop"))
    room.add(Delivery(message=message.id, group=group.id, reached=1))
    room.add(Coverage(outlet="x", headline="y", published_at=T0, tone=Tone.NOT_RATED))
    [delivery] = values(written(room, whole(Delivery)))
    assert (delivery["Message: name"], delivery["Group: name"]) == ("Stop", "Night")
    assert values(written(room, whole(Coverage)))[0]["Tone"] == "Not rated"
    assert values(written(room, whole(Coverage), words=False))[0]["tone"] == "not_rated"


def test_what_xml_forbids_is_told(room: WarRoom) -> None:
    room.add(Entry(text="a\0b\x1bc\uffffd\x85\u202e", happened_at=T0))
    [row] = values(written(room, whole(Entry)))
    assert row["Text"] == "a⟨U+0000⟩b⟨U+001B⟩c⟨U+FFFF⟩d\x85\u202e"


def test_a_text_that_looks_like_an_escape_is_not_one(room: WarRoom) -> None:
    """Excel reads _x0041_ in a cell as the letter A (ECMA-376, ST_Xstring)."""
    room.add(Entry(text="_x0041_ _x_ _x005F_", happened_at=T0))
    [row] = values(written(room, whole(Entry)))
    assert row["Text"] == "_x005F_x0041_ _x_ _x005F_x005F_"
    assert unescape(row["Text"]) == "_x0041_ _x_ _x005F_"


def test_a_text_that_no_cell_holds_is_cut_with_a_note_and_counted(room: WarRoom) -> None:
    """Excel counts UTF-16 units, so that an emoji takes two."""
    fits, long = "x" * LONGEST, "👩" * (LONGEST // 2 + 1)
    room.add(Entry(text=fits, happened_at=T0))
    room.add(Entry(text=long, happened_at=T0))
    taken = written(room, whole(Entry))
    whole_text, cut = (row["Text"] for row in values(taken))
    assert whole_text == fits
    assert cut.startswith("👩" * 16_000)
    assert cut.endswith("stands in the JSON)")
    assert len(cut.encode("utf-16-le")) // 2 in (LONGEST - 1, LONGEST)
    assert taken.sentence.endswith(
        "1 text was too long for a workbook and is cut; it stands whole in JSON."
    )


@given(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30).filter(
        lambda text: not text.isspace()
    )
)
def test_every_text_reads_back_as_it_was_or_as_what_was_told(room: WarRoom, text: str) -> None:
    entry = room.add(Entry(text=text, happened_at=T0))
    [row] = values(written(room, Selection(kind=Entry, equal=(("id", (entry.id,)),))))
    told = "".join(c if c in "\t\n" or _allowed(c) else f"⟨U+{ord(c):04X}⟩" for c in _lines(text))
    assert unescape(row["Text"]) == told


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _allowed(char: str) -> bool:
    return char >= " " and char not in "\ufffe\uffff"


def test_more_rows_than_a_sheet_holds_are_refused_before_anything_is_written(
    room: WarRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.warroom.exchange.xlsx_out.MOST_ROWS", 2)
    room.add_all([Entry(text="x", happened_at=T0)] * 3)
    with pytest.raises(RuleBroken, match="Timeline: a sheet holds 2 rows"):
        written(room, whole(Entry))
    assert room.path
    assert list(room.path.parent.glob("out*")) == []


# faults of the world


def leavings(folder: Path) -> list[str]:
    temporary = Path(tempfile.gettempdir()).glob("openpyxl.*")
    return [path.name for path in (*folder.glob("out*"), *temporary)]


def test_a_stopped_export_leaves_nothing_behind(room: WarRoom, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    room.add_all([Entry(text="x", happened_at=T0)] * 200)
    steps = write_xlsx(room, tmp_path / "out.xlsx")
    with pytest.raises(Stopped):
        finished(steps, lambda done, _all: done < 100)
    assert leavings(tmp_path) == []


@pytest.mark.parametrize("size", [2_000, 60_000])
def test_a_disk_without_room_leaves_a_sentence_and_nothing_else(tmp_path: Path, size: int) -> None:
    """In a process of its own: here openpyxl may have met a library that users do not have."""
    room = new_room(tmp_path / "r.warroom")
    room.add_all([Entry(text="x" * 1_000, happened_at=T0)] * 100)
    room.close()
    script = """
import sys, tempfile
from pathlib import Path
from desktop.warroom.exchange.xlsx_out import write_xlsx
from desktop.warroom.faults import StoreFailed
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from tests.full_disk import files_no_larger_than
folder = Path(sys.argv[1])
tempfile.tempdir = str(folder)
room = WarRoom.open(folder / "r.warroom", writing=False)
with files_no_larger_than(int(sys.argv[2])):
    try:
        finished(write_xlsx(room, folder / "out.xlsx"))
    except StoreFailed as fault:
        print(fault)
room.close()
"""
    command = [sys.executable, "-W", "error", "-c", script, str(tmp_path), str(size)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("out.xlsx cannot be written: File too large.")
    assert leavings(tmp_path) == []


# another program


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here")
def test_libreoffice_shows_the_same_cells(room: WarRoom, tmp_path: Path) -> None:
    for text in (*FORMULAS, "林夏 👩", 'a "quoted" line\nand another', "_x0041_"):
        room.add(Entry(text=text, happened_at=T0))
    taken = written(room, whole(Entry))
    assert SOFFICE
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
    command = [SOFFICE, home, "--headless", "--convert-to", form, "--outdir", str(tmp_path / "o")]
    subprocess.run([*command, str(taken.file)], check=True, capture_output=True, timeout=120)
    with (tmp_path / "o" / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [row["Text"] for row in csv.DictReader(file)]
    assert found == [_lines(entry.text) for entry in room.all(Entry)]
