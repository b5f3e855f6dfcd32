"""A long transaction kept out of sight: readers of this connection see the room as it was."""

from desktop.warroom.kinds import KINDS
from desktop.warroom.store.driver import Connection
from desktop.warroom.store.schema import KEPT_TABLE


def hide(connection: Connection) -> None:
    """Cover every table with a view that ends at its present last row.

    SQLite resolves a bare name to TEMP first, so only statements that say ``main.`` meet the rows
    that come. The views are made inside the transaction: a rollback takes them away.
    """
    for name in _tables():
        # the plus keeps the planner from walking the table instead of an index
        key = "n" if name == "journal" else "+rowid"
        last = connection.execute(f'SELECT max(rowid) FROM main."{name}"').fetchone()[0] or 0
        connection.execute(
            f'CREATE TEMP VIEW "{name}" AS SELECT * FROM main."{name}" WHERE {key} <= {last:d}'
        )


def show(connection: Connection) -> None:
    """Take the covers off, just before the commit."""
    for name in _tables():
        connection.execute(f'DROP VIEW temp."{name}"')


def _tables() -> tuple[str, ...]:
    return ("journal", KEPT_TABLE, *KINDS)
