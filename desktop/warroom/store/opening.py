"""The steps of opening a room file, looking it over, and letting it go."""

from pathlib import Path
from types import TracebackType

from desktop.warroom.faults import StoreFailed
from desktop.warroom.store import schema
from desktop.warroom.store.backup import back_up
from desktop.warroom.store.driver import (
    ALLOW,
    CHANGING,
    DENY,
    DROP_TRIGGER,
    Connection,
    DriverError,
    connect,
    failed,
    settle,
)
from desktop.warroom.store.header import VERSION
from resources import _

RESERVE_BYTES = 2_000_000  # free pages that keep some thousand entries saving on a full disk


class SortedErrors:
    """Turns the driver's errors inside a ``with`` into StoreFailed."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, DriverError):
            raise failed(error, self._path) from error


def create(path: Path) -> Connection:
    """Make the file with its empty tables. Raises StoreFailed, also when it exists already."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise StoreFailed(
            _("{file} is already there. Choose another name.").format(file=path.name)
        ) from None
    except OSError as error:
        raise StoreFailed(
            _("{file} cannot be made here: {why}.").format(file=path.name, why=error.strerror)
        ) from error
    try:
        with SortedErrors(path):
            return _create_inside(connect(path, "rw"))
    except StoreFailed:
        path.unlink(missing_ok=True)
        raise


def _create_inside(connection: Connection) -> Connection:
    settle(connection, writing=True)
    connection.execute("BEGIN EXCLUSIVE")
    schema.create(connection)
    connection.execute("COMMIT")
    guard(connection)
    top_up_reserve(connection)
    return connection


def open_file(path: Path, *, writing: bool) -> Connection:
    """Connect, settle and take the lock; an older room is backed up and brought up first."""
    connection = _connect_for(path, writing=writing)
    try:
        with SortedErrors(path):
            settle(connection, writing=writing)
            connection.execute("BEGIN EXCLUSIVE" if writing else "BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            connection.execute("COMMIT")
            if writing:
                bring_up(connection, path)
            elif connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
                schema.cover(connection)
            guard(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_for(path: Path, *, writing: bool) -> Connection:
    """A reader of a file it may not write opens it as such, so that nothing is even tried."""
    if writing:
        return connect(path, "rw")
    try:
        with path.open("rb+"):
            return connect(path, "rw")
    except OSError:
        return connect(path, "ro")


def bring_up(
    connection: Connection,
    path: Path,
    migrations: dict[int, schema.Migration] | None = None,
    wanted: int = VERSION,
) -> None:
    """Bring an older room up to ``wanted``, after a verified backup beside it."""
    steps = schema.MIGRATIONS if migrations is None else migrations
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= wanted:
        return
    back_up(connection, path.with_name(f"{path.stem}-version-{version}{path.suffix}"))
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for step in range(version + 1, wanted + 1):
            steps[step](connection)
            connection.execute(f"PRAGMA user_version={step}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def guard(connection: Connection) -> None:
    """Forbid our own connection to change or drop what is append-only: a guard against our bugs."""

    def allow(
        action: int, first: str | None, second: str | None, base: str | None, *_rest: object
    ) -> int:
        wrong = action in CHANGING and "journal" in (first, second) and base != "temp"
        return DENY if wrong or action == DROP_TRIGGER else ALLOW

    connection.set_authorizer(allow)


def check_pages(connection: Connection, path: Path | None) -> None:
    """SQLite's quick check. Raises StoreFailed with what to do."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreFailed(
            _(
                "{file} is damaged. Nothing was changed. Open a backup, "
                "or copy the file and check it."
            ).format(file=path.name if path else "")
        )


def check_triggers(connection: Connection) -> None:
    """Raises StoreFailed when the guard over the journal is not as it was made."""
    found = schema.triggers_of(connection)
    if found != schema.TRIGGERS:
        raise StoreFailed(
            _(
                "The guard that keeps entries from being changed is missing from this file. "
                "Do not log in it; check it with verify and open a backup."
            )
        )


def probe(connection: Connection) -> None:
    """Write the version again: the only sure way to learn whether the file can be written."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version={version}")


def top_up_reserve(connection: Connection) -> None:
    """Keep free pages in the file, so that entries still save when the disk is full."""
    page = connection.execute("PRAGMA page_size").fetchone()[0]
    free = connection.execute("PRAGMA freelist_count").fetchone()[0]
    if free * page >= RESERVE_BYTES // 2:
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE reserve(bytes BLOB)")
        connection.execute("INSERT INTO reserve VALUES (zeroblob(?))", (RESERVE_BYTES,))
        connection.execute("DROP TABLE reserve")
        connection.execute("COMMIT")
    except DriverError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")  # a full disk has no room for a reserve; entries may fit


def let_go(connection: Connection, *, tidy: bool) -> None:
    """Close; a tidy close takes the journal file away, so that one file remains to be copied."""
    try:
        if tidy:
            connection.execute("PRAGMA journal_mode=delete")
    except DriverError:
        pass  # the file may be gone or read-only: closing is all that is left to do
    finally:
        connection.close()
