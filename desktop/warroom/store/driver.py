"""The one SQLite driver of the process, its settings, and its errors as sentences."""

import sys
from pathlib import Path
from typing import Any, TypeAlias

import sqlcipher3
from sqlcipher3 import dbapi2 as driver

from desktop.warroom.faults import StoreFailed
from resources import _

# sqlite-utils takes this driver when it is imported later: two SQLite libraries in one process
# would cancel each other's locks.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", driver)

Connection: TypeAlias = Any  # sqlcipher3 has no types; it is the stdlib's sqlite3.Connection
DriverError: type[Exception] = driver.Error
DENY, ALLOW = int(driver.SQLITE_DENY), int(driver.SQLITE_OK)
CHANGING = frozenset(
    (
        driver.SQLITE_UPDATE,
        driver.SQLITE_DELETE,
        driver.SQLITE_DROP_TABLE,
        driver.SQLITE_ALTER_TABLE,
    )
)
DROP_TRIGGER = int(driver.SQLITE_DROP_TRIGGER)

SETTINGS: dict[str, int | str] = {
    "locking_mode": "exclusive",
    "journal_mode": "persist",
    "synchronous": 3,  # EXTRA
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "mmap_size": 0,
    "temp_store": 2,
    "secure_delete": 1,
}
READING = frozenset(SETTINGS) - {"journal_mode"}  # a reader leaves the journal as it finds it


def connect(path: Path | None, mode: str) -> Connection:
    """A connection with no settings yet; ``mode`` is ro, rw or rwc, no path is memory.

    Raises StoreFailed when SQLite cannot open the file.
    """
    target = "file::memory:" if path is None else f"{path.absolute().as_uri()}?mode={mode}"
    try:
        return driver.connect(target, uri=True, isolation_level=None, timeout=0)
    except DriverError as error:
        raise failed(error, path) from error


def settle(connection: Connection, *, writing: bool) -> None:
    """Apply the settings and read each back.

    Raises StoreFailed when one does not hold: then a commit would promise more than it keeps.
    """
    for name in SETTINGS if writing else sorted(READING):
        connection.execute(f"PRAGMA {name}={SETTINGS[name]}")
    for name, wanted in settings_of(connection).items():
        if (writing or name in READING) and wanted != SETTINGS[name]:
            raise StoreFailed(
                _("This disk does not keep the setting {name}, so nothing is logged here.").format(
                    name=name
                )
            )


def settings_of(connection: Connection) -> dict[str, int | str | None]:
    """Every setting as the connection itself reports it."""
    return {name: _reported(connection, name) for name in SETTINGS}


def _reported(connection: Connection, name: str) -> int | str | None:
    """SQLite answers nothing for settings its build has no code for; those hold by default."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    if row is None:
        return SETTINGS[name]
    answer: int | str = row[0]
    return answer


def failed(error: Exception, path: Path | None) -> StoreFailed:
    """The sentence for an error of the driver, by its primary code."""
    name = getattr(error, "sqlite_errorname", None) or "SQLITE_ERROR"
    file = path.name if path else ":memory:"
    if path is not None and not path.exists():
        return StoreFailed(gone(path))
    for start, sentence in _sentences().items():
        if name.startswith(start):
            return StoreFailed(sentence.format(file=file))
    return StoreFailed(
        _("{file} could not be read or written ({error}).").format(file=file, error=error)
    )


def gone(path: Path) -> str:
    """The sentence for a file that is not there."""
    return _("{file} is not there. Was the stick removed, or the file moved?").format(
        file=path.name
    )


def _sentences() -> dict[str, str]:
    return {
        "SQLITE_BUSY": _("{file} is already open in another window or program. Close it there."),
        "SQLITE_LOCKED": _("{file} is already open in another window or program. Close it there."),
        "SQLITE_FULL": _(
            "The disk is full. NOT saved: your text is still here. Free some space and try again."
        ),
        "SQLITE_IOERR": _(
            "The disk does not answer. NOT saved: your text is still here. Check the disk or stick."
        ),
        "SQLITE_READONLY": _(
            "{file} is read-only: you can read and print, but not log. Copy it to a writable disk."
        ),
        "SQLITE_CORRUPT": _(
            "{file} is damaged. Nothing was changed. Open a backup, or copy the file and check it."
        ),
        "SQLITE_NOTADB": _("{file} is not readable as a room: it may be damaged or encrypted."),
        "SQLITE_CANTOPEN": _("{file} cannot be opened here. Check the folder and its rights."),
    }
