"""A file that is whole or not there: written beside its place, synced, then moved into it."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.warroom.faults import StoreFailed
from resources import _

_NAMED = 40  # letters of the name that a part is called by; more may be too long for the disk


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write ``target`` into; when the block fails or is left, ``target`` is as it was.

    Raises StoreFailed for every fault of the disk inside the block.
    """
    part = target.with_name(f"{target.name[:_NAMED]}.{secrets.token_hex(4)}.part")
    try:
        try:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except OSError as error:
        raise StoreFailed(
            _("{file} cannot be written: {why}. Choose another place.").format(
                file=target.name, why=error.strerror or error
            )
        ) from error


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk; Windows has no handle for folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
