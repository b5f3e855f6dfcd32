"""Every version of every record beside the lines it lasted for, so that any past is one number.

The tables of the kinds are views here: they show what held when line ``n`` had arrived.
"""

import re
from collections.abc import Sequence
from typing import Any

from desktop.warroom.kinds import KINDS
from desktop.warroom.record import Record
from desktop.warroom.store.driver import Connection
from desktop.warroom.store.rows import Row, values_of
from desktop.warroom.store.schema import INDEXES, JOURNAL, columns

ENDLESS = 2**62  # a line that never comes
Version = tuple[int, int, Row]  # the line that made it, the line that ended it, and its row
_NOW = "(SELECT n FROM shown)"


def create(connection: Connection) -> None:
    """Make tables and views in an empty connection; they show nothing yet."""
    connection.execute("CREATE TABLE shown(n INTEGER NOT NULL) STRICT")
    connection.execute("INSERT INTO shown VALUES (0)")
    connection.execute(JOURNAL)
    for name, kind in KINDS.items():
        listed = _listed(kind)
        typed = ", ".join(f'"{column}" {form}' for column, form in columns(kind).items())
        connection.execute(
            f'CREATE TABLE "{name}_versions"({typed}, from_n INTEGER, until_n INTEGER)'
        )
        connection.execute(f'CREATE INDEX "{name}_id" ON "{name}_versions"("id", until_n)')
        connection.execute(
            f'CREATE VIEW "{name}" AS SELECT {listed} FROM "{name}_versions" '
            f"WHERE from_n <= {_NOW} AND until_n > {_NOW}"
        )
    for statement in INDEXES:
        if " ON journal(" not in statement:
            connection.execute(re.sub(r" ON (\w+)\(", r" ON \1_versions(", statement))


def show(connection: Connection, n: int) -> None:
    """Let the views show what held when line ``n`` had arrived."""
    connection.execute("UPDATE shown SET n = ?", (n,))


def put(connection: Connection, kind: type[Record], fresh: Sequence[Version]) -> None:
    """Add versions of a kind; where a record had an earlier one, that ends with the first of it."""
    name, width = kind.kind_name, len(columns(kind)) + 2
    ends = f'UPDATE "{name}_versions" SET until_n = ? WHERE "id" = ? AND until_n = {ENDLESS}'
    first = {row[0]: since for since, _until, row in reversed(fresh)}
    connection.executemany(ends, ((since, record) for record, since in first.items()))
    marks = ", ".join("?" * width)
    connection.executemany(
        f'INSERT INTO "{name}_versions" VALUES ({marks})',
        ((*row, since, until) for since, until, row in fresh),
    )


def get(connection: Connection, kind: type[Record], record: str, n: int) -> dict[str, Any] | None:
    """The plain values of a record when line ``n`` had arrived, or None."""
    found = connection.execute(
        f'SELECT {_listed(kind)} FROM "{kind.kind_name}_versions" '
        'WHERE "id" = ? AND from_n <= ? AND until_n > ?',
        (record, n, n),
    ).fetchone()
    return None if found is None else values_of(kind, found)


def _listed(kind: type[Record]) -> str:
    return ", ".join(f'"{column}"' for column in columns(kind))
