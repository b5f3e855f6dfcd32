"""The rows of a sheet become records: all of them, or none and every reason why."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from desktop.warroom.exchange.cells import Reader, reader, sharpened
from desktop.warroom.exchange.defused import row_reader
from desktop.warroom.exchange.mapping import ID, PRECISION, importable
from desktop.warroom.exchange.row_faults import Faults
from desktop.warroom.exchange.row_rules import Judge, Wrong
from desktop.warroom.exchange.said_times import lacks_offset
from desktop.warroom.exchange.sheets import Sheet
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment
from desktop.warroom.records import Record
from desktop.warroom.slices import SLICE, Progress, Steps, Stopped, finished
from resources import _

_OUR_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)


class Cancelled(WarRoomError):
    """The user stopped the reading; nothing was imported."""

    def __init__(self) -> None:
        super().__init__(_("The import was cancelled. Nothing was imported."))


class ColumnMissing(RuleBroken):
    """No column of the file is mapped to ``field``, which must not be empty."""

    def __init__(self, field: Field) -> None:
        super().__init__(
            _('No column holds "{label}". Name it with --map column={field}.').format(
                label=_(field.label), field=field.name
            )
        )
        self.field = field


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a sheet: ``records`` in the order of its rows, none if there are faults.

    ``readable`` are the rows without a fault, all the same, and ``faulty`` counts those with
    one; ``unused`` names the columns that
    were left out; ``bare_times`` tells whether some time said no offset; ``own`` are the ids
    that came from the sheet.
    """

    records: list[Record]
    faults: Faults
    unused: tuple[str, ...]
    readable: list[Record]
    bare_times: bool
    own: frozenset[str]
    faulty: int = 0


@dataclass(frozen=True, slots=True)
class _Column:
    """A mapped column: where it stands, what it fills, and how its cells are read."""

    index: int
    title: str
    field: Field
    read: Reader | None


def read_records(
    kind: type[Record],
    sheet: Sheet,
    mapping: dict[str, str],
    *,
    zone: tzinfo,
    now: Moment,
    author: str,
    new_id: Callable[[], str],
    links: Mapping[str, Reader] | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read every row at once, as ``reading_steps`` does it.

    ``progress(rows done, rows in all)`` is called between slices; its False raises Cancelled.
    """
    steps = reading_steps(
        kind, sheet, mapping, zone=zone, now=now, author=author, new_id=new_id, links=links
    )
    try:
        return finished(steps, progress)
    except Stopped:
        raise Cancelled from None


def reading_steps(
    kind: type[Record],
    sheet: Sheet,
    mapping: dict[str, str],
    *,
    zone: tzinfo,
    now: Moment,
    author: str,
    new_id: Callable[[], str],
    links: Mapping[str, Reader] | None = None,
    judge: Judge | None = None,
) -> Steps[Reading]:
    """Read every row as a record of ``kind``, recorded ``now`` by ``author``.

    Ids come from ``new_id`` in the order of the rows, so that rows of one time keep their order;
    a column ``id`` goes before where it holds one of ours. An empty cell leaves the default.
    Times without an offset are read in ``zone``; ``links`` reads the cells of fields that point
    to other records, and ``judge`` says what a whole row may not say. Raises RuleBroken when no
    column holds a needed field; faults of rows are returned.
    """
    asked = _Asked(zone)
    columns = _columns(kind, sheet, mapping, asked, links or {})
    precision = _precision(sheet, mapping, columns)
    ids = _Ids(sheet, mapping)
    faults = Faults(in_sheet=sheet.in_sheet)
    as_meant = list if sheet.in_sheet else row_reader(kind, sheet.header)
    readable: list[Record] = []
    for done, (line, cells) in enumerate(sheet.rows):
        if done % SLICE == 0:
            yield done, len(sheet.rows)
        row = as_meant(cells)
        before = faults.count
        values = _values(line, row, columns, faults)
        if precision is not None:
            _sharpen(values, line, row, precision, faults)
        if faults.count == before:
            own = ids.of(row) or new_id()
            record = kind(id=own, recorded_at=now, author=author, **values)
            if judge and (wrong := judge(record, line)):
                _accuse(faults, line, row, columns, wrong)
            else:
                readable.append(record)
    used = {column.title for column in (*columns, precision) if column} | ids.used
    unused = tuple(title for title in sheet.header if title not in used)
    records = [] if faults else readable
    faulty = len(sheet.rows) - len(readable)
    return Reading(records, faults, unused, readable, asked.was, ids.taken, faulty)


class _Asked(tzinfo):
    """A zone that remembers whether anybody needed it."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone, self.was = zone, False

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        self.was = True
        return when.replace(tzinfo=self._zone).utcoffset() if when else None

    def dst(self, when: datetime | None) -> timedelta | None:
        return when.replace(tzinfo=self._zone).dst() if when else None

    def tzname(self, when: datetime | None) -> str | None:
        return when.replace(tzinfo=self._zone).tzname() if when else None


class _Ids:
    """The column of the records' own ids, each taken once; ids of other programs are no use."""

    def __init__(self, sheet: Sheet, mapping: dict[str, str]) -> None:
        self._title = next((title for title, field in mapping.items() if field == ID), "")
        self._index = sheet.header.index(self._title) if self._title else -1
        self._taken: set[str] = set()

    @property
    def taken(self) -> frozenset[str]:
        """The ids that were taken."""
        return frozenset(self._taken)

    @property
    def used(self) -> set[str]:
        """The title of the column if any of its ids was taken."""
        return {self._title} if self._taken else set()

    def of(self, row: Sequence[str]) -> str:
        """The row's id, or nothing."""
        found = row[self._index].strip().lower() if self._index >= 0 else ""
        if found in self._taken or not _OUR_ID.fullmatch(found):
            return ""
        self._taken.add(found)
        return found


def zone_matters(kind: type[Record], sheet: Sheet, mapping: dict[str, str]) -> bool:
    """Whether some time of the sheet says no offset, so that its zone must be asked for."""
    moments = {field.name for field in importable(kind) if field.shape is Shape.MOMENT}
    indices = [i for i, title in enumerate(sheet.header) if mapping.get(title) in moments]
    return any(lacks_offset(row[i]) for _line, row in sheet.rows for i in indices if row[i])


def _columns(
    kind: type[Record],
    sheet: Sheet,
    mapping: dict[str, str],
    zone: tzinfo,
    links: Mapping[str, Reader],
) -> list[_Column]:
    fields = [f for f in importable(kind) if f.name in links or not f.target]
    if not fields or any(f.needed and f not in fields for f in kind.declared()):
        raise RuleBroken(
            _("{kind}: not read from files. Enter it in the window.").format(
                kind=_(kind.shown_name)
            )
        )
    titles = {field: title for title, field in mapping.items()}
    columns = []
    for field in fields:
        title = titles.get(field.name)
        if title is not None:
            index = sheet.header.index(title)
            read = links.get(field.name) or reader(field, zone)
            columns.append(_Column(index, title, field, read))
        elif field.needed:
            raise ColumnMissing(field)
    return columns


def _values(
    line: int, row: Sequence[str], columns: Sequence[_Column], faults: Faults
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in columns:
        cell = row[column.index]
        if not cell or cell.isspace():
            if column.field.needed:
                faults.add(line, _("the cell is empty. Fill it in."), column.title)
        elif column.read is None:
            values[column.field.name] = cell
        else:
            try:
                values[column.field.name] = column.read(cell)
            except RuleBroken as broken:
                faults.add(line, str(broken), column.title, cell)
    return values


def _accuse(
    faults: Faults, line: int, row: Sequence[str], columns: Sequence[_Column], wrong: Wrong
) -> None:
    """Note what is wrong with a row at the column of its field, if the file has one."""
    found = next((each for each in columns if each.field.name == wrong.field), None)
    cell = row[found.index] if found else ""
    faults.add(line, wrong.problem, found.title if found else "", cell)


def _precision(sheet: Sheet, mapping: dict[str, str], columns: Sequence[_Column]) -> _Column | None:
    """The column that says how exact the record's own time is: the needed one, or the first."""
    moments = [c for c in columns if c.field.shape is Shape.MOMENT]
    moments.sort(key=_is_optional)
    for title, field in mapping.items():
        if field == PRECISION and moments:
            return _Column(sheet.header.index(title), title, moments[0].field, None)
    return None


def _is_optional(column: _Column) -> bool:
    return not column.field.needed


def _sharpen(
    values: dict[str, Any], line: int, row: Sequence[str], column: _Column, faults: Faults
) -> None:
    moment = values.get(column.field.name)
    if moment is not None:
        cell = row[column.index]
        try:
            values[column.field.name] = sharpened(moment, cell)
        except RuleBroken as broken:
            faults.add(line, str(broken), column.title, cell)
