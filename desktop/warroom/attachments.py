"""Files that belong to a record: what is known of each, its bytes being kept once in the room."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Evidence
from desktop.warroom.selection import Selection
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

LIMIT = 100_000_000  # bytes of one file
SHORT = 12  # digits of a SHA-256 that a person compares
_PART = 4_000_000
_MEGABYTE = 1_000_000
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Attachment(Record):
    """A kept file as it belongs to the record of an id; ``source`` is who or where it came from.

    ``media_type`` was told from the bytes where they tell it, else from the name.
    """

    kind_name = "attachment"
    shown_name = N_("Attachment")

    record: str = declare(Shape.TEXT, N_("Attached to"), "", form=False)
    record_kind: str = declare(Shape.TEXT, N_("Kind of record"), "", form=False)
    name: str = declare(Shape.TEXT, N_("File"), "", needed=True, form=False)
    caption: str = declare(Shape.TEXT, N_("Caption"), "")
    taken_at: Moment | None = declare(Shape.MOMENT, N_("Taken or received at"))
    source: str = declare(Shape.TEXT, N_("Source"), "")
    media_type: str = declare(Shape.TEXT, N_("Media type"), UNKNOWN, form=False)
    size: int | None = declare(Shape.NUMBER, N_("Size in bytes"), form=False)
    sha256: str = declare(Shape.TEXT, N_("SHA-256"), "", form=False)

    @property
    def short_hash(self) -> str:
        """The first digits of the SHA-256, as papers print them beside the record."""
        return self.sha256[:SHORT]

    @property
    def file(self) -> Evidence:
        """The kept file."""
        return Evidence(name=self.name, sha256=self.sha256, size=self.size)

    @property
    def picture(self) -> bool:
        """Whether it is a picture of a kind that can be shown small."""
        return self.media_type in PICTURES


KINDS: tuple[type[Record], ...] = (Attachment,)
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was handed over: its name, its bytes and their SHA-256."""

    name: str
    data: bytes
    sha256: str

    @classmethod
    def of(cls, name: str, data: bytes) -> "Given":
        """A file of bytes that are here already. Raises RuleBroken past the limit."""
        from hashlib import sha256  # OpenSSL takes 2 ms to load: not before the first paint

        _judge(name, len(data))
        return cls(name, data, sha256(data).hexdigest())

    @classmethod
    def read(cls, path: Path) -> "Given":
        """A file of the disk, whole and as it was at one moment.

        Raises RuleBroken when it is no file, cannot be read, is too large, or changes meanwhile.
        """
        try:
            return cls.of(path.name, b"".join(_parts(path)))
        except FileNotFoundError as error:
            said = _("{file} is not there any more. Nothing was attached.")
            raise RuleBroken(said.format(file=path.name)) from error
        except OSError as error:
            raise RuleBroken(
                _("{file} cannot be read: {why}.").format(file=path.name, why=error.strerror)
            ) from error

    def attached_to(self, record: Record, caption: str = "") -> Attachment:
        """What is known of this file as one that belongs to ``record``."""
        return Attachment(
            record=record.id,
            record_kind=record.kind_name,
            name=self.name,
            caption=caption,
            media_type=media_type(self.name, self.data),
            size=len(self.data),
            sha256=self.sha256,
            incident=record.incident,
        )

    def evidence(self) -> Evidence:
        """The record that names this file among those that the room keeps."""
        return Evidence(name=self.name, sha256=self.sha256, size=len(self.data))


def media_type(name: str, data: bytes) -> str:
    """The media type of a file: by its first bytes where they tell, else by its name.

    A name that claims to be a picture or a PDF, over bytes that are none, is not believed.
    """
    for beginning, found in _BEGINNINGS:
        if data.startswith(beginning):
            return found
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    import mimetypes  # only when something is attached

    guessed = mimetypes.guess_type(name)[0] or UNKNOWN
    return UNKNOWN if guessed in (*PICTURES, "application/pdf") else guessed


def new_evidence(room: "Reading", files: Sequence[Given]) -> Iterator[Evidence]:
    """The records of those files that no record of the room names yet, each once."""
    hashes = tuple(dict.fromkeys(file.sha256 for file in files))
    known = Selection(kind=Evidence, equal=(("sha256", hashes),))
    there = {evidence.sha256 for evidence in room.records(known)}
    for file in files:
        if file.sha256 not in there:
            there.add(file.sha256)
            yield file.evidence()


def attachments_of(room: "Reading", record: Record) -> list[Attachment]:
    """What belongs to a record, first attached first."""
    wanted = (("record", (record.id,)),)
    return room.records(Selection(kind=Attachment, equal=wanted, everywhere=True))


def counts(room: "Reading") -> dict[str, int]:
    """How many attachments each record has that has any, by its id."""
    found: dict[str, int] = room.tally(Selection(kind=Attachment, everywhere=True), "record")
    return found


def _parts(path: Path) -> Iterator[bytes]:
    if path.exists() and not path.is_file():
        said = _("{file} is a folder or no file. Attach the files in it one by one.")
        raise RuleBroken(said.format(file=path.name))
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        _judge(path.name, before.st_size)
        done = 0
        while part := file.read(_PART):
            done += len(part)
            _judge(path.name, done)
            yield part
        after = os.fstat(file.fileno())
    if done != before.st_size or _state(before) != _state(after):
        said = _("{file} was changed while it was read. Attach it again when it is done.")
        raise RuleBroken(said.format(file=path.name))


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _judge(name: str, size: int) -> None:
    if size > LIMIT:
        said = _("{file} is larger than {limit} MB and cannot be attached.")
        raise RuleBroken(said.format(file=name, limit=LIMIT // _MEGABYTE))
