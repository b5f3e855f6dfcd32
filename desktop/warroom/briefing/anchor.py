"""The anchor of a paper read back from its file, and held against a room."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from desktop.warroom.choices import Choice
from desktop.warroom.faults import RuleBroken
from desktop.warroom.reading import Reading
from desktop.warroom.records import Paper
from desktop.warroom.selection import Selection
from resources import N_, _

SHORT = 12  # digits of the first hash of a room that tell it from others
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.S)
_ANCHOR = re.compile(rb"warroom:([0-9a-f]*):([^:<>\s]+):([0-9]+):([0-9a-f]{64})")
_STREAM = re.compile(rb"stream\r?\n")


class Answer(Choice):
    """How a paper stands to a room."""

    MATCH = "match", N_("match")
    MISMATCH = "mismatch", N_("mismatch")
    OTHER_ROOM = "other_room", N_("printed from another room")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the journal of a room ended when a paper was printed, as the paper says."""

    room: str
    device: str
    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Held:
    """A paper held against a room: the answer, a sentence that says why, and its anchor."""

    answer: Answer
    why: str
    anchor: Anchor


def read_anchor(file: Path) -> Anchor:
    """The anchor in the metadata of a briefing.

    Raises RuleBroken where the file cannot be read, is no PDF, or carries no anchor or several.
    """
    return _anchor(file.name, _bytes(file))


def held_against(room: Reading, file: Path) -> Held:
    """Whether the room still holds the line that a paper was printed at, and the file its bytes.

    Raises what ``read_anchor`` raises.
    """
    data = _bytes(file)
    anchor = _anchor(file.name, data)
    if room.first_line().hash[:SHORT] != anchor.room:
        why = _("The first line of this room is not the one that the paper names.")
        return Held(Answer.OTHER_ROOM, why, anchor)
    if why := _broken(room, anchor) or _altered(room, anchor, data):
        return Held(Answer.MISMATCH, why, anchor)
    return Held(Answer.MATCH, _("The room holds the line that the paper names."), anchor)


def _broken(room: Reading, anchor: Anchor) -> str:
    line = room.line_at(anchor.device, anchor.number)
    if line is None:
        form = _("Line {n} of device {device} is not in this room: its end was cut off.")
    elif anchor.hash != line.hash or line.true_hash != line.hash:
        form = _("Line {n} of device {device} is another one in this room.")
    else:
        return ""
    return form.format(n=anchor.number, device=anchor.device)


def _altered(room: Reading, anchor: Anchor, data: bytes) -> str:
    """Whether the file is other than the numbered briefing that was recorded at this line."""
    for paper in room.records(Selection(kind=Paper, everywhere=True)):
        line = room.line_that_added(paper)
        if paper.sha256 and (line.device, line.number) == (anchor.device, anchor.number):
            if sha256(data).hexdigest() == paper.sha256:
                return ""
            said = _(
                "The file is not as it was written: briefing {n} has the SHA-256 {hash}. It was "
                "changed, or printed again by another version of the program."
            )
            return said.format(n=paper.number, hash=paper.sha256)
    return ""


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        said = _("{file} cannot be read: {why}.")
        raise RuleBroken(said.format(file=file.name, why=error.strerror)) from error


def _anchor(name: str, data: bytes) -> Anchor:
    found = {each for packet in _packets(data) for each in _ANCHOR.findall(packet)}
    if not data.startswith(b"%PDF-") or len(found) != 1:
        said = _("{file} is no briefing of War Room: it carries no seal of a room.")
        if len(found) > 1:
            said = _("{file} carries several seals. A briefing carries one.")
        raise RuleBroken(said.format(file=name))
    room, device, number, line = (part.decode() for part in found.pop())
    return Anchor(room, device, int(number), line)


def _packets(data: bytes) -> Iterator[bytes]:
    """The metadata packets of a PDF, wherever they stand; they may be deflated."""
    plain = _XMP.findall(data)
    yield from plain or (packet for stream in _inflated(data) for packet in _XMP.findall(stream))


def _inflated(data: bytes) -> Iterator[bytes]:
    for start in _STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[start.end() :])
        except zlib.error:
            continue
