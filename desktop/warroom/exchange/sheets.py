"""The text of a CSV file becomes a header and rows that remember their lines."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from itertools import islice

from desktop.warroom.exchange.decoding import joined
from desktop.warroom.exchange.row_faults import Faults, clipped
from desktop.warroom.exchange.said_times import read_time
from desktop.warroom.faults import RuleBroken
from desktop.warroom.slices import SLICE, Steps, finished
from resources import _, ngettext

CELL_LIMIT = 1_000_000  # characters

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_UNLIMITED = 2**31 - 1  # the largest limit the csv module takes on Windows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as the file holds it: each row has a cell for every column of the header.

    With each row stands the line of the file where it begins, counted from 1, or its number in
    a spreadsheet (``in_sheet``).
    """

    header: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    in_sheet: bool = False


def with_said(sheet: Sheet, said: Sequence[str]) -> Sheet:
    """The sheet with columns before all others that hold the same in every row: ``field=value``.

    Raises RuleBroken for what is not said so.
    """
    pairs = [each.partition("=") for each in said]
    for each, (field, _equals, value) in zip(said, pairs, strict=True):
        if not field.strip() or not value.strip():
            raise RuleBroken(
                _('"{text}" says no value. Write it as field=value.').format(text=clipped(each))
            )
    header = tuple(field.strip() for field, _equals, _value in pairs)
    cells = [value.strip() for _field, _equals, value in pairs]
    rows = [(line, [*cells, *row]) for line, row in sheet.rows]
    return Sheet((*header, *sheet.header), rows, sheet.in_sheet)


class SheetFaults(RuleBroken):
    """Rows that are no rows: unclosed quotes, cells too many or too few, NUL, huge cells."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(faults.kept[0].sentence if faults.count == 1 else faults.summary)
        self.faults = faults


def read_sheet(text: str) -> Sheet:
    """The table in ``text``: comma, semicolon or tab, as its first line says; blank rows pass.

    Raises RuleBroken when there is no table or no proper header, SheetFaults for broken rows.
    """
    return finished(sheet_steps(text))


def sheet_steps(text: str) -> Steps[Sheet]:
    """The table in ``text``, slice by slice; nobody knows beforehand how many rows there are."""
    faults = Faults()
    rows: list[tuple[int, list[str]]] = []
    with _unlimited_cells():
        numbered = _numbered(joined(text), faults)
        header = header_of(next(numbered, None), faults)
        while some := list(islice(numbered, SLICE)):
            for line, row in some:
                if len(row) != len(header):
                    faults.add(line, _ragged(len(header), len(row)))
            rows += some
            yield len(rows), 0
    if faults:
        raise SheetFaults(faults)
    if not rows:
        raise RuleBroken(_("The file has column names but no rows. Add a row and read it again."))
    return Sheet(header, rows)


def _numbered(text: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, each with its first line, up to the first broken quote."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    large, has_nul = len(text) > CELL_LIMIT, "\0" in text
    line = 1
    try:
        for row in reader:
            if any(row):
                if large and max(map(len, row)) > CELL_LIMIT:
                    faults.add(line, _too_large())
                if has_nul and any("\0" in cell for cell in row):
                    faults.add(line, _("the row holds a NUL. Save the file again as CSV UTF-8."))
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        faults.add(line, _unpaired())


@contextmanager
def _unlimited_cells() -> Iterator[None]:
    """The csv module's own limit is one number for the whole process, and stops at the cell."""
    before = csv.field_size_limit(_UNLIMITED)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    start = text[:CELL_LIMIT].lstrip("\r\n")
    first = _QUOTED.sub("", io.StringIO(start, newline=None).readline())
    return max(",;\t", key=first.count)


def header_of(first: tuple[int, list[str]] | None, faults: Faults) -> tuple[str, ...]:
    """The names of the columns. Raises RuleBroken or SheetFaults when they cannot be."""
    if first is None:
        if faults:
            raise SheetFaults(faults)
        raise RuleBroken(_("The file is empty. Choose a file with column names and rows."))
    names = tuple(name.strip() for name in first[1])
    if not all(names):
        raise RuleBroken(
            _("Column {number} has no name. Write one in the first line of the file.").format(
                number=names.index("") + 1
            )
        )
    if any(_is_data(name) for name in names):
        raise RuleBroken(
            _("The first line holds data. Put a line with the names of the columns above it.")
        )
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise RuleBroken(
            _('Two columns are called "{name}". Rename one of them.').format(name=clipped(twice[0]))
        )
    return names


def _is_data(name: str) -> bool:
    try:
        read_time(name, UTC)
    except RuleBroken:
        return "://" in name
    return True


def _ragged(width: int, count: int) -> str:
    return _(
        "{cells}, but {columns}. Put a cell that holds a separator or a line break in "
        "quotation marks."
    ).format(
        cells=ngettext("the row has {count} cell", "the row has {count} cells", count).format(
            count=count
        ),
        columns=ngettext(
            "the header has {count} column", "the header has {count} columns", width
        ).format(count=width),
    )


def _too_large() -> str:
    return _(
        "a cell holds more than {limit} characters. Shorten it, or close the quotation mark that "
        "opened it."
    ).format(limit=f"{CELL_LIMIT:,}")


def _unpaired() -> str:
    return _(
        "the quotation marks of the row that begins here do not pair up. Close every cell that "
        'opens with ", and write a " inside of a cell twice.'
    )
