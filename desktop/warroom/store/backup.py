"""A copy of a room that is whole or not there: copied, checked, synced, then moved into place."""

import os
from pathlib import Path

from desktop.warroom.faults import StoreFailed
from desktop.warroom.journal import Line
from desktop.warroom.store.driver import Connection, DriverError, connect, failed
from resources import _


def back_up(source: Connection, target: Path) -> None:
    """Copy the room at ``source`` to ``target``, which is replaced only by a verified copy.

    Raises StoreFailed; then ``target`` is as it was.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        _copy(source, part)
        _sync(part)
        os.replace(part, target)
        _sync(target.parent)
    except DriverError as error:
        raise failed(error, None) from error
    except OSError as error:
        raise StoreFailed(
            _("The backup {file} could not be written: {why}.").format(
                file=target.name, why=error.strerror
            )
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _copy(source: Connection, part: Path) -> None:
    copy = connect(part, "rwc")
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=delete")
        _check(copy)
    finally:
        copy.close()


def _check(copy: Connection) -> None:
    found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    lines = copy.execute("SELECT n, device, number, id, previous, body, hash FROM journal")
    if found != "ok" or any(line.true_hash != line.hash for line in (Line(*r) for r in lines)):
        raise StoreFailed(_("The copy does not read back as the room. No backup was made."))


def _sync(path: Path) -> None:
    """Bring a file's bytes, or a folder's names, to the disk; Windows has no handle for folders."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
