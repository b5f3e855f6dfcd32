"""Where a file may be written: never over a room."""

from pathlib import Path

from desktop.warroom.faults import RuleBroken
from resources import _

_SQLITE = b"SQLite format 3\x00"


def refuse_rooms(target: Path, room: Path | None) -> None:
    """Raises RuleBroken when ``target`` is the open ``room`` itself or looks like any other.

    The open room is told by its place alone: reading it would let go of the locks on it.
    """
    if not target.exists() or target.is_dir():
        return
    if room and room.exists() and target.samefile(room):
        raise RuleBroken(
            _("{file} is the room itself. Choose another name.").format(file=target.name)
        )
    if _is_database(target):
        raise RuleBroken(
            _("{file} is a room or another database. Choose another name.").format(file=target.name)
        )


def _is_database(target: Path) -> bool:
    try:
        with target.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False  # writing will say why it cannot be
