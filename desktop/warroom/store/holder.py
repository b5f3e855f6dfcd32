"""Who has a room open: a note beside the file for people; SQLite's own lock decides."""

import getpass
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Self

from desktop.warroom.faults import StoreFailed
from resources import _


@dataclass
class Holder:
    """This process's hold on one room file.

    A second hold in the same process is refused here, since opening the file again would drop
    the locks of the first.
    """

    path: Path
    _held: ClassVar[set[Path]] = set()

    @classmethod
    def take(cls, path: Path) -> Self:
        """Hold the file. Raises StoreFailed when this process holds it already."""
        holder = cls(path.resolve())
        if holder.path in cls._held:
            raise StoreFailed(_("{file} is already open in this program.").format(file=path.name))
        cls._held.add(holder.path)
        return holder

    def announce(self) -> None:
        """Write the note that tells a second program whom to ask; it is only advice."""
        note = {
            "user": _user(),
            "computer": _computer(),
            "process": os.getpid(),
            "since": time.strftime("%H:%M"),
        }
        try:
            _note(self.path).write_text(json.dumps(note), encoding="utf-8")
        except OSError:
            pass  # a folder that takes no note still takes entries

    def let_go(self) -> None:
        """Let go of a file that could not be opened; a note there is somebody else's."""
        self._held.discard(self.path)

    def release(self) -> None:
        """Let go of the file and take the note away."""
        self.let_go()
        try:
            _note(self.path).unlink(missing_ok=True)
        except OSError:
            pass  # see announce

    @staticmethod
    def named(path: Path, fault: StoreFailed) -> StoreFailed:
        """The same fault, with the holder's name when the file is open elsewhere."""
        cause = fault.__cause__
        if not str(getattr(cause, "sqlite_errorname", "")).startswith("SQLITE_BUSY"):
            return fault
        try:
            note = json.loads(_note(path).read_text(encoding="utf-8"))
            sentence = _(
                "{file} is already open: {user} on {computer}, since {since}. Close it there."
            ).format(file=path.name, **{k: note[k] for k in ("user", "computer", "since")})
        except (OSError, ValueError, KeyError, TypeError):
            return fault
        return StoreFailed(sentence)


def _note(path: Path) -> Path:
    return path.with_name(path.name + ".open")


def _computer() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "?")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
