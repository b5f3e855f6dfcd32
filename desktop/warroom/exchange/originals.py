"""The file that records come from: read whole, within a limit, and known by its hash."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop.warroom.exchange.kinds import name_of
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import Evidence, Record
from desktop.warroom.slices import Steps
from resources import _

LIMIT = 100_000_000  # bytes
_PART = 4_000_000


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came: its name, its bytes and their SHA-256."""

    name: str
    data: bytes
    sha256: str

    @classmethod
    def of(cls, name: str, data: bytes) -> "Original":
        """An original of bytes that are here already. Raises RuleBroken past the limit."""
        _judge(name, len(data))
        return cls(name, data, hashlib.sha256(data).hexdigest())

    def evidence(self, kind: type[Record]) -> Evidence:
        """The record that names this file in the room, from which records of ``kind`` came."""
        return Evidence(
            name=self.name, sha256=self.sha256, size=len(self.data), imported_as=name_of(kind)
        )


def original_steps(path: Path) -> Steps[Original]:
    """Read a file part by part. Raises RuleBroken when it cannot be read or is too large."""
    parts: list[bytes] = []
    digest, done = hashlib.sha256(), 0
    try:
        if path.exists() and not path.is_file():
            raise RuleBroken(_("{file} is not a file.").format(file=path.name))
        with path.open("rb") as file:
            whole = path.stat().st_size
            _judge(path.name, whole)
            while part := file.read(_PART):
                done += len(part)
                _judge(path.name, done)  # a file may grow while it is read
                digest.update(part)
                parts.append(part)
                yield done, max(whole, done)
    except OSError as error:
        raise RuleBroken(
            _("{file} cannot be read: {why}.").format(file=path.name, why=error.strerror)
        ) from error
    return Original(path.name, b"".join(parts), digest.hexdigest())


def _judge(name: str, size: int) -> None:
    if size > LIMIT:
        raise RuleBroken(
            _(
                "{file} is larger than {limit} MB. Split it into smaller files and import them "
                "one after the other."
            ).format(file=name, limit=LIMIT // 1_000_000)
        )
