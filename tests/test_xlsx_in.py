"""Workbooks are read by their values; what cannot be read is refused in one sentence."""

import io
import re
import threading
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from desktop.cli.commands import cli
from desktop.warroom.exchange import EncodingUnsure, Sheet
from desktop.warroom.exchange.originals import Original
from desktop.warroom.exchange.tables_in import table_steps
from desktop.warroom.exchange.workbooks import READER, UNPACKED, SheetsUnsure
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from tests.rooms import new_room

AT = datetime(2026, 11, 23, 14, 5)


def workbook(*sheets: Sequence[Sequence[Any]], names: Sequence[str] = ()) -> bytes:
    """The bytes of a workbook; a pair of value and format is a cell of that format."""
    book = Workbook(write_only=True)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"S{number}")
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    cell = WriteOnlyCell(sheet, value[0])
    cell.number_format = value[1]
    return cell


def read(data: bytes, **said: str) -> Sheet:
    return finished(table_steps(Original.of("t.xlsx", data), **said))


def test_values_become_the_texts_that_a_csv_would_have() -> None:
    rows = [
        ["text", "number", "share", "flag", "nothing", "note"],
        ["泵 off", 12.0, 0.25, True, None, "two\nlines"],
        ["=1+1 as text", 1_200, 1e20, False, None, 9],
    ]
    sheet = read(workbook(rows))
    assert sheet.header == ("text", "number", "share", "flag", "nothing", "note")
    assert sheet.rows[0] == (2, ["泵 off", "12", "0.25", "true", "", "two\nlines"])
    assert sheet.rows[1][1][1:5] == ["1200", "1e+20", "false", ""]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (AT, "yyyy-mm-dd hh:mm", "2026-11-23 14:05"),
        (AT, "m/d/yy h:mm", "2026-11-23 14:05"),
        (AT, "yyyy-mm-dd hh:mm:ss", "2026-11-23 14:05:00"),
        (AT, "yyyy-mm-dd hh:mm:ss.000", "2026-11-23 14:05:00.000"),
        (AT, "yyyy-mm-dd", "2026-11-23 14:05"),
        (AT.replace(minute=0), 'yyyy-mm-dd hh"h"', "2026-11-23 14"),
        (datetime(2026, 11, 23), "yyyy-mm-dd hh:mm", "2026-11-23 00:00"),
        (datetime(2026, 11, 23), "[$-409]d. mmmm yyyy", "2026-11-23"),
        (date(2026, 11, 23), "yyyy-mm-dd", "2026-11-23"),
        (AT.replace(second=30), "yyyy-mm-dd hh:mm", "2026-11-23 14:05:30"),
        (time(14, 5), "hh:mm", "14:05:00"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
    ],
)
def test_a_date_is_as_exact_as_it_is_shown_or_as_it_is(value: Any, form: str, text: str) -> None:
    assert read(workbook([["when", "x"], [(value, form), 1]])).rows == [(2, [text, "1"])]


@given(st.datetimes(datetime(1901, 1, 1), datetime(2200, 1, 1)))
def test_a_time_survives_the_fraction_of_a_day_that_a_workbook_keeps(when: datetime) -> None:
    when = when.replace(microsecond=0)
    sheet = read(workbook([["when", "x"], [(when, "yyyy-mm-dd hh:mm:ss"), 1]]))
    assert sheet.rows[0][1][0] == when.isoformat(" ")


def test_rows_keep_their_numbers_and_what_is_empty_is_passed_over() -> None:
    rows = [[], [None, "time", "text"], [], [None, "2026-11-23", "x", None], [None, "", ""]]
    assert read(workbook(rows)) == Sheet(("time", "text"), [(4, ["2026-11-23", "x"])], True)


def test_a_fault_tells_the_row_of_the_spreadsheet(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(workbook([["time", "text"], [], ["never", "x"]]))
    new_room(tmp_path / "r.warroom").close()
    said = imported(tmp_path)
    assert 'Row 3, column "time": "never" is not a date' in said.output


def test_the_only_sheet_with_rows_is_meant_wherever_it_stands() -> None:
    assert read(workbook([], [["a"], [1]], [])).rows == [(2, ["1"])]


def test_of_several_sheets_with_rows_one_must_be_named() -> None:
    data = workbook([["a"], [1]], [["a"], [2]], names=["Plan", "Log"])
    with pytest.raises(SheetsUnsure, match="Choose one: Plan, Log") as unsure:
        read(data)
    assert unsure.value.names == ("Plan", "Log")
    assert read(data, sheet="log").rows == [(2, ["2"])]
    with pytest.raises(RuleBroken, match=r'no sheet "Lag"\. Its sheets: Plan, Log'):
        read(data, sheet="Lag")


def zipped(parts: dict[str, bytes], size: int = 0) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
        if size:
            file.infolist()[0].file_size = size
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return zipped({part: file.read(part) for part in file.namelist()} | {name: content})


GOOD = workbook([["time", "text"], ["2026-11-23", "x"]])
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
REFUSED = {
    "password": (b"\xd0\xcf\x11\xe0" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
                 "protected with a password"),
    "old": (b"\xd0\xcf\x11\xe0" + bytes(500) + "Workbook".encode("utf-16-le"), r"\(\.xls\)"),
    "bomb": (zipped({"xl/workbook.xml": b"x"}, UNPACKED + 1), "unpacks to more than 400 MB"),
    "parts": (zipped({f"{n}": b"" for n in range(10_001)} | {"xl/workbook.xml": b""}), "unpacks"),
    "document": (zipped({"word/document.xml": b"x"}), "no workbook that can be read"),
    "entities": (with_part(GOOD, "xl/worksheets/sheet1.xml", BOMB), "damaged"),
    "cut": (GOOD[: len(GOOD) // 2], "damaged"),
    "not xml": (with_part(GOOD, "xl/worksheets/sheet1.xml", b"<worksheet"), "damaged"),
    "no styles": (with_part(GOOD, "xl/styles.xml", b""), "damaged"),
    "no rows": (workbook([["time", "text"]]), "column names but no rows"),
    "nothing": (workbook([]), "The workbook is empty"),
    "no name": (workbook([["a", None, "c"], [1, 2, 3]]), "Column 2 has no name"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_sentence(name: str) -> None:
    data, sentence = REFUSED[name]
    with pytest.raises(RuleBroken, match=sentence) as refused:
        read(data)
    assert "\n" not in str(refused.value)


@example(at=GOOD.rindex(b"PK\x01\x02") + 6, byte=64)  # a version that unpacking does not know
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(at: int, byte: int) -> None:
    data = GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]
    with suppress(RuleBroken, SheetsUnsure, EncodingUnsure):
        assert read(data).header


def test_a_workbook_without_styles_of_its_own_is_read_without_a_word() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        styles = re.sub(rb"<cellStyles.*?</cellStyles>", b"", file.read("xl/styles.xml"))
    assert read(with_part(GOOD, "xl/styles.xml", styles)).rows == [(2, ["2026-11-23", "x"])]


def imported(folder: Path, *more: str) -> Any:
    args = ["import", str(folder / "r.warroom"), str(folder / "t.xlsx"), "--as", "timeline"]
    return CliRunner().invoke(cli, [*args, *more])


def test_a_workbook_comes_in_by_the_command_line(tmp_path: Path) -> None:
    new_room(tmp_path / "r.warroom").close()
    rows = [["time", "text"], [(AT, "yyyy-mm-dd hh:mm"), "pump off"]]
    (tmp_path / "t.xlsx").write_bytes(workbook(rows, [["x"], [1]], names=["Log", "Other"]))
    asked = imported(tmp_path)
    assert (asked.exit_code, "Log, Other" in asked.output) == (2, True)
    assert "1 entry was imported" in imported(tmp_path, "--sheet", "Log").output
    room = WarRoom.open(tmp_path / "r.warroom", writing=False)
    assert [str(e.happened_at)[:16] for e in room.all(Entry)] == ["2026-11-23T14:05"]
    room.close()


def test_reading_a_workbook_can_be_stopped_and_its_thread_ends() -> None:
    data = workbook([["a"], *([n] for n in range(5_000))])
    steps = table_steps(Original.of("t.xlsx", data))
    next(steps)
    readers = [each for each in threading.enumerate() if each.name.startswith(READER)]
    steps.close()
    for reader in readers:
        reader.join(timeout=20)
    assert not any(reader.is_alive() for reader in readers)
