"""The tables of a room: the journal, which is the truth, and one table for each kind of record."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import Coverage, Entry, Record
from desktop.warroom.store import views
from desktop.warroom.store.driver import Connection
from desktop.warroom.store.header import APPLICATION_ID, VERSION

JOURNAL = """
CREATE TABLE journal(
  n INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  previous TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  record TEXT GENERATED ALWAYS AS (json_extract(body, '$.id')) VIRTUAL,
  UNIQUE(device, number)
) STRICT
"""

KEPT_TABLE = "kept_file"
_KEPT = f"""
CREATE TABLE {KEPT_TABLE}(
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(sha256, part)
) STRICT
"""

_REFUSAL = "RAISE(ABORT, 'the journal is append-only')"
TRIGGERS = {
    "journal_no_update": f"""CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT {_REFUSAL}; END""",
    "journal_no_delete": f"""CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT {_REFUSAL}; END""",
    # REPLACE deletes without firing the trigger above unless recursive_triggers is on
    "journal_no_replace": f"""CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE n = NEW.n OR id = NEW.id
  OR (device = NEW.device AND number = NEW.number))
BEGIN SELECT {_REFUSAL}; END""",
    "journal_in_chain": f"""CREATE TRIGGER journal_in_chain BEFORE INSERT ON journal
WHEN NEW.number IS NOT
    (SELECT coalesce(max(number), 0) + 1 FROM journal WHERE device = NEW.device)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM journal WHERE device = NEW.device
    ORDER BY number DESC LIMIT 1), '')
BEGIN SELECT {_REFUSAL}; END""",
}

INDEXES = (
    "CREATE INDEX journal_record ON journal(record)",
    f"CREATE INDEX entry_order ON {Entry.kind_name}(happened_at_ms, id) WHERE gone = 0",
    f"CREATE INDEX coverage_order ON {Coverage.kind_name}(published_at_ms, id) WHERE gone = 0",
    "CREATE INDEX receipt_of ON receipt(message, member, unreachable_why) WHERE gone = 0",
    "CREATE INDEX comment_order ON comment(posted_at_ms, id) WHERE gone = 0",
    "CREATE INDEX signal_order ON signal(received_at_ms, id) WHERE gone = 0",
)

_TYPES = {Shape.NUMBER: "INTEGER", Shape.FLAG: "INTEGER"}


def columns(kind: type[Record]) -> dict[str, str]:
    """The columns of a kind's table with their types; a moment has its text and its UTC ms."""
    return _columns(kind.kind_name)


@cache
def _columns(kind_name: str) -> dict[str, str]:
    kind = KINDS[kind_name]
    found = {"id": "TEXT"}
    for field in kind.declared():
        found[field.name] = _TYPES.get(field.shape, "TEXT")
        if field.shape is Shape.MOMENT:
            found[ms_column(field)] = "INTEGER"
    return found


def ms_column(field: Field) -> str:
    """The column beside a moment's text that sorts it: UTC milliseconds."""
    return f"{field.name}_ms"


def create(connection: Connection) -> None:
    """Make the tables in an empty file; the caller holds the transaction."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute(JOURNAL)
    create_tables(connection)
    connection.execute("CREATE TABLE draft(place TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT")
    connection.execute(_KEPT)
    for statement in (*TRIGGERS.values(), *INDEXES):
        connection.execute(statement)
    views.create(connection)


def create_tables(connection: Connection, names: Iterable[str] | None = None) -> None:
    """Make the tables of these kinds of record, through sqlite-utils."""
    from sqlite_utils import Database  # takes 0.15 s to import: never before the first paint

    room = Database(connection)
    for name in KINDS if names is None else names:
        kind = KINDS[name]
        defaults = _flags(kind)
        room.table(name).create(
            columns(kind), pk="id", not_null=set(defaults), defaults=defaults, strict=True
        )


def triggers_of(connection: Connection) -> dict[str, str]:
    """The triggers on the journal as the file holds them."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'"
    )
    return dict(found.fetchall())


def has(connection: Connection) -> dict[str, set[str]]:
    """The tables of the file with their columns, and its indexes with none."""
    names = connection.execute("SELECT name FROM main.sqlite_schema").fetchall()
    return {
        name: {row[1] for row in connection.execute(f'PRAGMA main.table_info("{name}")')}
        for (name,) in names
    }


def renew(connection: Connection) -> None:
    """Give an older file the tables, columns and indexes that it lacks.

    The tables are a fold of the journal and an older journal says nothing of newer fields, so
    that empty ones are right, whichever version the file comes from.
    """
    there = has(connection)
    create_tables(connection, [name for name in KINDS if name not in there])
    for name, kind in KINDS.items():
        for column, form in columns(kind).items():
            if name in there and column not in there[name]:
                rule = " NOT NULL" if column in _flags(kind) else ""
                nothing = f"DEFAULT {_nothings(kind)[column]}"
                connection.execute(
                    f'ALTER TABLE "{name}" ADD COLUMN "{column}" {form}{rule} {nothing}'
                )
    if KEPT_TABLE not in there:
        connection.execute(_KEPT)
    for statement in INDEXES:
        if statement.split()[2] not in there:
            connection.execute(statement)
    views.create(connection)


def cover(connection: Connection) -> None:
    """Let a reader, who changes nothing, see an older file as if it had been renewed."""
    there = has(connection)
    for name, kind in KINDS.items():
        missing = [column for column in columns(kind) if column not in there.get(name, ())]
        if missing:
            parts = [f'{_nothings(kind)[c]} AS "{c}"' for c in missing]
            source = f'*, {", ".join(parts)} FROM main."{name}"'
            nothing = f"{', '.join(parts)} WHERE 0"
            chosen = source if name in there else nothing
            connection.execute(f'CREATE TEMP VIEW "{name}" AS SELECT {chosen}')
    if KEPT_TABLE not in there:
        columns_of = "'' AS sha256, 0 AS part, x'' AS bytes"
        connection.execute(f"CREATE TEMP VIEW {KEPT_TABLE} AS SELECT {columns_of} WHERE 0")


def literal(cell: Any) -> str:
    """A default as SQL writes it; the declarations are ours and hold nothing else."""
    if cell is None:
        return "NULL"
    return str(cell) if isinstance(cell, int) else "'" + str(cell).replace("'", "''") + "'"


def _nothings(kind: type[Record]) -> dict[str, str]:
    """What each column holds where nobody has said anything, as SQL writes it."""
    found = {}
    for field in kind.declared():
        default = int(field.default) if field.shape is Shape.FLAG else field.default
        found[field.name] = literal("[]" if default == () else default)
    return {column: found.get(column, "NULL") for column in columns(kind)}


def _flags(kind: type[Record]) -> dict[str, int]:
    """The cell of each flag where nobody has said anything."""
    return {f.name: int(f.default) for f in kind.declared() if f.shape is Shape.FLAG}


Migration = Callable[[Connection], None]
MIGRATIONS: dict[int, Migration] = {
    2: renew,
    3: renew,
    4: renew,
    5: renew,
}  # by the version that each leads to
