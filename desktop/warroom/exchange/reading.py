"""The rows of a sheet become records: all of them, or none and every reason why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from desktop.warroom.exchange.cells import Reader, reader, sharpened
from desktop.warroom.exchange.mapping import PRECISION, importable
from desktop.warroom.exchange.row_faults import Faults
from desktop.warroom.exchange.said_times import lacks_offset
from desktop.warroom.exchange.sheets import Sheet
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment
from desktop.warroom.records import Record
from resources import _

SLICE = 1_000  # rows between two reports of progress

Progress = Callable[[int, int], bool]


class Cancelled(WarRoomError):
    """The user stopped the reading; nothing was imported."""

    def __init__(self) -> None:
        super().__init__(_("The import was cancelled. Nothing was imported."))


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a sheet: ``records`` in the order of its rows, none if there are faults.

    ``unused`` names the columns that were left out.
    """

    records: list[Record]
    faults: Faults
    unused: tuple[str, ...]


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
    progress: Progress | None = None,
) -> Reading:
    """Read every row as a record of ``kind``, recorded ``now`` by ``author``.

    Ids come from ``new_id`` in the order of the rows, so that rows of one time keep their order.
    An empty cell leaves the default. Times without an offset are read in ``zone``.
    ``progress(rows done, rows in all)`` is called every thousand rows; its False raises
    Cancelled. Raises RuleBroken when no column holds a needed field; faults of rows are returned.
    """
    columns = _columns(kind, sheet, mapping, zone)
    precision = _precision(sheet, mapping, columns)
    faults = Faults()
    records: list[Record] = []
    for done, (line, row) in enumerate(sheet.rows):
        if progress and done % SLICE == 0 and not progress(done, len(sheet.rows)):
            raise Cancelled
        values = _values(line, row, columns, faults)
        if precision is not None:
            _sharpen(values, line, row, precision, faults)
        if not faults:
            records.append(kind(id=new_id(), recorded_at=now, author=author, **values))
    used = {column.title for column in (*columns, precision) if column}
    unused = tuple(title for title in sheet.header if title not in used)
    return Reading([] if faults else records, faults, unused)


def zone_matters(kind: type[Record], sheet: Sheet, mapping: dict[str, str]) -> bool:
    """Whether some time of the sheet says no offset, so that its zone must be asked for."""
    moments = {field.name for field in importable(kind) if field.shape is Shape.MOMENT}
    indices = [i for i, title in enumerate(sheet.header) if mapping.get(title) in moments]
    return any(lacks_offset(row[i]) for _line, row in sheet.rows for i in indices if row[i])


def _columns(
    kind: type[Record], sheet: Sheet, mapping: dict[str, str], zone: tzinfo
) -> list[_Column]:
    fields = importable(kind)
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
            columns.append(_Column(index, title, field, reader(field, zone)))
        elif field.needed:
            raise RuleBroken(
                _('No column holds "{label}". Name it with --map column={field}.').format(
                    label=_(field.label), field=field.name
                )
            )
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
