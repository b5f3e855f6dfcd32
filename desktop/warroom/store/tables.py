"""The tables that the journal folds into: rows in, rows out, selections read by the window."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from desktop.warroom.fields import Shape
from desktop.warroom.journal import Fold
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import Record
from desktop.warroom.selection import Selection, folded, texts_of
from desktop.warroom.store.driver import Connection
from desktop.warroom.store.rows import Row, put, row_of, values_of
from desktop.warroom.store.schema import columns, ms_column

_NOTHING = "'', '[]'"  # what an empty text and an empty list look like in a cell


def get(connection: Connection, kind: type[Record], record_id: str) -> dict[str, Any] | None:
    """The plain values of one record, or None."""
    row = connection.execute(f'{_select(kind)} WHERE "id" = ?', (record_id,)).fetchone()
    return None if row is None else values_of(kind, row)


def fill(connection: Connection, fold: Fold) -> None:
    """Write every record of a fold into empty tables."""
    for (name, record_id), values in fold.values.items():
        if kind := KINDS.get(name):
            put(connection, kind, [row_of(kind, record_id, values)])


def all_rows(connection: Connection, kind: type[Record]) -> Iterator[Row]:
    """Every row of a kind, those taken back too."""
    yield from connection.execute(_select(kind))


def count(connection: Connection, selection: Selection[Any]) -> int:
    """How many records a selection holds."""
    where, values = _where(selection)
    return _counted(connection, selection, where, values)


def window(
    connection: Connection,
    selection: Selection[Any],
    skip: int,
    limit: int,
    after: Row | None = None,
) -> list[dict[str, Any]]:
    """``limit`` records behind the key ``after`` (see ``key_of``), passing over ``skip`` first."""
    found = rows(connection, selection, skip, limit, after)
    return [values_of(selection.kind, row) for row in found]


def rows(
    connection: Connection,
    selection: Selection[Any],
    skip: int = 0,
    limit: int = -1,
    after: Row | None = None,
) -> list[Row]:
    """The rows of a selection as the table has them; parameters as for ``window``."""
    where, values = _where(selection, after)
    order = ", ".join(f"{c} {'DESC' if selection.newest_first else 'ASC'}" for c in _key(selection))
    sql = f"{_select(selection.kind)} {where} ORDER BY {order} LIMIT ? OFFSET ?"
    found: list[Row] = connection.execute(sql, (*values, limit, skip)).fetchall()
    return found


def position(connection: Connection, selection: Selection[Any], key: Row) -> int:
    """How many records of the selection stand before ``key``."""
    where, values = _where(selection, key, before=True)
    return _counted(connection, selection, where, values)


def cells(connection: Connection, selection: Selection[Any], names: Iterable[str]) -> Iterator[Row]:
    """The id and some fields of each record of a selection, a moment as its UTC milliseconds."""
    fields = {f.name: f for f in selection.kind.declared()}
    moments = {name: ms_column(f) for name, f in fields.items() if f.shape is Shape.MOMENT}
    listed = ", ".join(f'"{name}"' for name in ("id", *(moments.get(n, n) for n in names)))
    where, values = _where(selection)
    yield from connection.execute(
        f'SELECT {listed} FROM "{selection.kind.kind_name}" {where}', values
    )


def word_counts(connection: Connection, kind: type[Record], name: str) -> dict[str, int]:
    """How often the records of a kind hold each word of a list field."""
    found = connection.execute(
        f'SELECT word.value, count(*) FROM "{kind.kind_name}", json_each("{name}") AS word '
        "WHERE gone = 0 GROUP BY word.value"
    )
    return dict(found.fetchall())


def tally(connection: Connection, selection: Selection[Any], name: str) -> dict[Any, int]:
    """How many records of a selection hold each value of a field.

    ``link.field`` is a field of the record that a link points to; there each is counted once.
    """
    where, values = _where(selection)
    table, (link, dot, field) = selection.kind.kind_name, name.partition(".")
    sql = f'SELECT "{name}", count(*) FROM "{table}" {where} GROUP BY 1'
    if dot:
        target = next(f.target for f in selection.kind.declared() if f.name == link)
        sql = (
            f'SELECT "{field}", count(*) FROM "{target}" WHERE gone = 0 '
            f'AND "id" IN (SELECT "{link}" FROM "{table}" {where}) GROUP BY 1'
        )
    return dict(connection.execute(sql, values).fetchall())


def by_hour(
    connection: Connection, selection: Selection[Any], name: str, offset: int
) -> list[tuple[int, Any, int]]:
    """Counts by hour of the order's moment and by value: (start in UTC ms, value, count).

    Hours begin on the full hour at ``offset`` minutes east of UTC.
    """
    where, values = _where(selection)
    start = f"(({_key(selection)[0]} + {offset} * 60000) / 3600000) * 3600000 - {offset} * 60000"
    sql = f'SELECT {start}, "{name}", count(*) FROM "{selection.kind.kind_name}" {where} '
    rows = connection.execute(sql + "GROUP BY 1, 2 ORDER BY 1, 2", values)
    return [(int(at), value, int(found)) for at, value, found in rows]


def _counted(
    connection: Connection, selection: Selection[Any], where: str, values: list[Any]
) -> int:
    table = selection.kind.kind_name
    found: int = connection.execute(f'SELECT count(*) FROM "{table}" {where}', values).fetchone()[0]
    return found


def _where(
    selection: Selection[Any], key: Row | None = None, *, before: bool = False
) -> tuple[str, list[Any]]:
    parts: list[str] = [f"gone = {selection.gone:d}"]
    values: list[Any] = []
    for name, wanted in selection.equal:
        parts.append(f'"{name}" IN ({_marks(wanted)})')
        values += wanted
    for name, wanted in selection.holding:
        inside = f'SELECT 1 FROM json_each("{name}") WHERE value IN ({_marks(wanted)})'
        parts.append(f"EXISTS ({inside})")
        values += wanted
    for name, since, until in selection.within:
        parts.append(f'"{name}_ms" IS NOT NULL')
        for sign, bound in ((">=", since), ("<", until)):
            if bound is not None:
                parts.append(f'"{name}_ms" {sign} ?')
                values.append(bound)
    parts += [f"coalesce(\"{name}\", '') NOT IN ({_NOTHING})" for name in selection.filled]
    parts += [f"coalesce(\"{name}\", '') IN ({_NOTHING})" for name in selection.empty]
    if selection.either:
        said = [f"coalesce(\"{name}\", '') NOT IN ({_NOTHING})" for name in selection.either]
        parts.append(f"({' OR '.join(said)})")
    if selection.unless:
        other, name = selection.unless
        where, its = _where(other)
        parts.append(f'"id" NOT IN (SELECT "{name}" FROM "{other.kind.kind_name}" {where})')
        values += its
    for word in selection.words.split():
        fields = texts_of(selection.kind)
        parts.append("(" + " OR ".join(f'instr(lower("{f}"), ?)' for f in fields) + ")")
        values += [folded(word)] * len(fields)
    if selection.leading:
        parts.append(_leading(selection.kind, *selection.leading, " AND ".join(parts)))
        values += values
    if key is not None:
        sign = "<" if selection.newest_first is not before else ">"
        parts.append(f"({', '.join(_key(selection))}) {sign} (?, ?)")
        values += key
    return "WHERE " + " AND ".join(parts), values


def _leading(kind: type[Record], name: str, moment: str, where: str) -> str:
    """The earliest of the rows that share a value, and those that have none."""
    numbered = (
        f'SELECT "id", "{name}" AS shared, row_number() OVER (PARTITION BY "{name}" '
        f'ORDER BY "{moment}_ms", "id") AS place FROM "{kind.kind_name}" WHERE {where}'
    )
    return (
        f'"id" IN (SELECT "id" FROM ({numbered}) '
        f"WHERE place = 1 OR coalesce(shared, '') IN ({_NOTHING}))"
    )


def _key(selection: Selection[Any]) -> tuple[str, str]:
    fields = {f.name: f for f in selection.kind.declared()}
    field = fields[selection.order]
    column = f'"{ms_column(field) if field.shape is Shape.MOMENT else field.name}"'
    if not field.needed:  # a value that may be missing stands before all others
        nothing = "-1" if field.shape in (Shape.MOMENT, Shape.NUMBER) else "''"
        column = f"ifnull({column}, {nothing})"
    return column, '"id"'


def _marks(values: Iterable[Any]) -> str:
    return ", ".join("?" for _ in values)


def _select(kind: type[Record]) -> str:
    return _selecting(kind.kind_name)


@cache
def _selecting(kind_name: str) -> str:
    names = ", ".join(f'"{name}"' for name in columns(KINDS[kind_name]))
    return f'SELECT {names} FROM "{kind_name}"'
