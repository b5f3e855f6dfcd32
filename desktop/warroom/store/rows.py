"""Rows of the tables: a record's plain values become the cells of a row, and values again."""

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.records import Record
from desktop.warroom.store.driver import Connection
from desktop.warroom.store.schema import columns, literal

Row = tuple[Any, ...]
_LISTS = (Shape.WORDS, Shape.ITEMS)
_AS_IT_IS = frozenset(Shape) - {*_LISTS, Shape.MOMENT, Shape.FLAG}


def row_of(kind: type[Record], record_id: str, values: Mapping[str, Any]) -> Row:
    """The table row for a record's plain values; fields this version does not know stay out."""
    row: list[Any] = [record_id]
    for name, shape, nothing in _plan(kind.kind_name):
        if name not in values:
            row += nothing
        elif shape in _AS_IT_IS:
            row.append(values[name])
        else:
            row += _cells(shape, values[name])
    return tuple(row)


def values_of(kind: type[Record], row: Row) -> dict[str, Any]:
    """The plain values of a row, with its ``id``; fields at their default are left out."""
    known = {"id": row[0]}
    for place, field in _places(kind.kind_name):
        cell = row[place]
        if cell is not None and cell != field.default:
            value = _plain(field, cell)
            if value != field.default:
                known[field.name] = value
    return known


def put(connection: Connection, kind: type[Record], rows: Sequence[Row]) -> None:
    """Write whole rows, new or not.

    Columns that hold their default in every row are written as that, since handing values over
    one by one takes longer than writing them.
    """
    nothing = _nothing(kind.kind_name)
    told = tuple(
        place
        for place, cells in enumerate(zip(*rows, strict=True))
        if cells.count(nothing[place]) < len(cells)
    )
    pick = itemgetter(*told) if len(told) > 1 else _only
    connection.executemany(_put_sql(kind.kind_name, told), map(pick, rows))


@cache
def _plan(kind_name: str) -> tuple[tuple[str, Shape, tuple[Any, ...]], ...]:
    """For each field its name, its shape, and the cells that stand for its default."""
    declared = KINDS[kind_name].declared()
    return tuple((f.name, f.shape, _cells(f.shape, f.default)) for f in declared)


def _cells(shape: Shape, value: Any) -> tuple[Any, ...]:
    """The cell of a value; a moment has a second one, its UTC milliseconds."""
    if shape is Shape.MOMENT:
        return value, _ms(value)
    if shape in _LISTS:
        return (_listed(value),)
    return (int(value),) if shape is Shape.FLAG else (value,)


def _listed(value: Any) -> str:
    """A list as JSON, with keys in the order that a line of the journal has them."""
    return json.dumps(list(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def _places(kind_name: str) -> tuple[tuple[int, Field], ...]:
    """The fields with the places of their cells in a row."""
    places = {name: place for place, name in enumerate(columns(KINDS[kind_name]))}
    return tuple((places[field.name], field) for field in KINDS[kind_name].declared())


def _plain(field: Field, cell: Any) -> Any:
    if field.shape in _LISTS:
        return field.default if cell == "[]" else json.loads(cell)
    return bool(cell) if field.shape is Shape.FLAG else cell


def _ms(value: Any) -> int | None:
    try:
        return _instant(value)
    except (ValueError, TypeError):
        return None


@lru_cache(maxsize=4_096)
def _instant(text: str) -> int:
    return Moment.parse(text).ms


def _only(row: Row) -> Row:
    return row[:1]


@cache
def _nothing(kind_name: str) -> Row:
    """The row of a record that holds its defaults; its id is none."""
    return (None, *(cell for _name, _shape, cells in _plan(kind_name) for cell in cells))


@lru_cache(maxsize=256)
def _put_sql(kind_name: str, told: tuple[int, ...]) -> str:
    names = list(columns(KINDS[kind_name]))
    cells = map(literal, _nothing(kind_name))
    values = ["?" if place in told else cell for place, cell in enumerate(cells)]
    listed = ", ".join(f'"{name}"' for name in names)
    fresh = ", ".join(f'"{name}" = excluded."{name}"' for name in names[1:])
    return (
        f'INSERT INTO main."{kind_name}"({listed}) VALUES ({", ".join(values)}) '
        f'ON CONFLICT("id") DO UPDATE SET {fresh}'
    )
