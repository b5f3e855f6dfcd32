"""What a transaction writes: lines chained into the journal, rows folded from them, kept bytes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from desktop.warroom.faults import StoreFailed
from desktop.warroom.journal import Draft, Line, Said, chain_hash
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import Record
from desktop.warroom.store import aside, kept
from desktop.warroom.store.driver import Connection
from desktop.warroom.store.rows import Row, put, row_of
from desktop.warroom.store.tables import get
from resources import _

SLICE = 250  # lines written between two chances to draw a frame
LINE = "n, device, number, id, previous, body, hash"


def transaction(
    connection: Connection,
    drafts: Iterable[Draft],
    files: Mapping[str, bytes],
    last: Line,
    *,
    hidden: bool,
) -> Iterator[list[Line]]:
    """Write drafts behind ``last`` and files by their SHA-256, and commit, all or nothing.

    Yields the lines of each slice, none for a part of a file; closed before its end it rolls
    back. ``hidden``: other readers of the connection see nothing of it before the commit.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        if hidden:
            aside.hide(connection)
        for sha256, data in files.items():
            for _bytes in kept.put(connection, sha256, data):
                yield []
        left, n = iter(drafts), _arrived(connection)
        while some := list(islice(left, SLICE)):
            lines = list(chained(some, n, last))
            write(connection, lines, some)
            n, last = n + len(lines), lines[-1]
            yield lines
        if hidden:
            aside.show(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def chained(drafts: Sequence[Draft], n: int, last: Line) -> Iterator[Line]:
    """The lines of these drafts behind ``last`` of this device and ``n`` of all."""
    number, previous = last.number, last.hash
    for draft in drafts:
        number, n = number + 1, n + 1
        digest = chain_hash(last.device, number, previous, draft.body)
        yield Line(n, last.device, number, draft.id, previous, draft.body, digest)
        previous = digest


def write(connection: Connection, lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Append lines, read them back, and fold what their drafts say into the tables.

    Raises StoreFailed when a line does not read back as it was meant.
    """
    connection.executemany(f"INSERT INTO main.journal({LINE}) VALUES (?, ?, ?, ?, ?, ?, ?)", lines)
    _read_back(connection, lines)
    waiting: dict[type[Record], dict[str, Row]] = {}
    for draft in drafts:
        if kind := KINDS.get(draft.said.kind):
            rows = waiting.setdefault(kind, {})
            if draft.said.record in rows:  # a second line about it builds on the first
                put(connection, kind, list(rows.values()))
                rows.clear()
            rows[draft.said.record] = _row(connection, kind, draft.said)
    for kind, rows in waiting.items():
        put(connection, kind, list(rows.values()))


def _arrived(connection: Connection) -> int:
    found = connection.execute("SELECT coalesce(max(n), 0) FROM main.journal").fetchone()
    n: int = found[0]
    return n


def _row(connection: Connection, kind: type[Record], said: Said) -> Row:
    old = {} if said.adds else get(connection, kind, said.record) or {}
    return row_of(kind, said.record, {**old, **said.values})


def _read_back(connection: Connection, lines: Sequence[Line]) -> None:
    """Fossil's rule: nothing commits that does not read back as it was meant."""
    written = connection.execute(
        f"SELECT {LINE} FROM main.journal WHERE n >= ? ORDER BY n", (lines[0].n,)
    )
    if written.fetchall() != lines:  # their hashes were made of these very words a moment ago
        raise StoreFailed(_("The file did not take the entry as it was. NOT saved."))
