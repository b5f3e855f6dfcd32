"""A look at a file before SQLite touches it: is this a room, whole, and of a version we know?

Nothing here may run while a connection to the file is open in this process: closing any other
handle would drop SQLite's locks (sqlite.org/howtocorrupt.html, section 2.2).
"""

from dataclasses import dataclass
from pathlib import Path

from desktop.warroom.faults import StoreFailed
from desktop.warroom.store.driver import gone
from resources import _

APPLICATION_ID = 0x57524F4D  # "WROM"
# 2 keeps files, 3 says what may stand on the wall, 4 holds the method, 5 desk, roster and watch
VERSION = 5
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes say (sqlite.org/fileformat.html)."""

    version: int
    size: int
    pages: int
    page_size: int

    @property
    def whole(self) -> int:
        """How many bytes the file should have."""
        return self.pages * self.page_size


def look(path: Path) -> Header:
    """The header of a room. Raises StoreFailed with the sentence for anything else."""
    head, size = _first_bytes(path)
    if size == 0:
        raise StoreFailed(_("{file} is empty (0 bytes). Open a backup.").format(file=path.name))
    if head[:16] != _MAGIC:
        raise StoreFailed(
            _("{file} is not a room of this program, or it is damaged or encrypted.").format(
                file=path.name
            )
        )
    if len(head) < 100:
        raise _cut(path, size, len(_MAGIC) * 32)
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise StoreFailed(
            _("{file} belongs to another program. It was not changed.").format(file=path.name)
        )
    return _checked(path, _read(head, size))


def _first_bytes(path: Path) -> tuple[bytes, int]:
    if path.is_dir():
        raise StoreFailed(
            _("{file} is a folder. Choose a .warroom file in it.").format(file=path.name)
        )
    try:
        with path.open("rb") as file:
            return file.read(100), path.stat().st_size
    except FileNotFoundError:
        raise StoreFailed(gone(path)) from None
    except OSError as error:
        raise StoreFailed(
            _("{file} cannot be read: {why}.").format(file=path.name, why=error.strerror)
        ) from error


def _read(head: bytes, size: int) -> Header:
    page_size = int.from_bytes(head[16:18])
    return Header(
        version=int.from_bytes(head[60:64]),
        size=size,
        pages=int.from_bytes(head[28:32]),
        page_size=65536 if page_size == 1 else page_size,
    )


def _checked(path: Path, header: Header) -> Header:
    if header.version > VERSION:
        raise StoreFailed(
            _(
                "{file} was last used with a newer version of War Room. Install the newer version."
            ).format(file=path.name)
        )
    unfinished = path.with_name(path.name + "-journal")
    hot = unfinished.exists() and unfinished.stat().st_size > 0
    if header.size < header.whole and not hot:
        raise _cut(path, header.size, header.whole)
    return header


def _cut(path: Path, size: int, whole: int) -> StoreFailed:
    return StoreFailed(
        _(
            "The end of {file} is missing ({size} of {whole} bytes). Open a backup, "
            "or copy the file again from where it came."
        ).format(file=path.name, size=f"{size:,}", whole=f"{whole:,}")
    )
