"""The tables of a room: the journal, which is the truth, and one table for each kind of record."""

from collections.abc import Callable
from functools import cache

from desktop.warroom.fields import Field, Shape
from desktop.warroom.records import KINDS, Coverage, Entry, Record
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
    for statement in (*TRIGGERS.values(), *INDEXES):
        connection.execute(statement)


def create_tables(connection: Connection) -> None:
    """Make the table of each kind of record, through sqlite-utils."""
    from sqlite_utils import Database  # takes 0.15 s to import: never before the first paint

    room = Database(connection)
    for name, kind in KINDS.items():
        defaults = {f.name: 0 for f in kind.declared() if f.shape is Shape.FLAG}
        room.table(name).create(
            columns(kind), pk="id", not_null=set(defaults), defaults=defaults, strict=True
        )


def triggers_of(connection: Connection) -> dict[str, str]:
    """The triggers on the journal as the file holds them."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'"
    )
    return dict(found.fetchall())


Migration = Callable[[Connection], None]
MIGRATIONS: dict[int, Migration] = {}  # by the version that each leads to
