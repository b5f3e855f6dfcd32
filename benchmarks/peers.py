"""The briefing's engine beside others on the same entries: processor time, memory, size, text.

Only those that are installed are run, and the others are named. Ours is the whole briefing of
these entries, tagged and for the archive; the peers set a plain table of them.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from pypdf import PdfReader

from benchmarks.measured import START, entries
from benchmarks.peer_engines import ENGINES
from desktop.paper.issue import content_of, seal_of
from desktop.warroom.choices import CrisisType
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Entry, Incident, Paper
from desktop.warroom.room import WarRoom

SIZES = (30, 5_000)  # entries
LOOK = 0.01  # seconds between two looks at the memory of a process
_MOST = re.compile(r"VmHWM:\s+(\d+) kB")
NAMES = {"PySide6": "QTextDocument, QPdfWriter", "fpdf": "fpdf2"}


@dataclass(frozen=True, slots=True)
class Peer:
    """What one engine took for some entries, and how many of their texts can be read again."""

    name: str
    entries: int
    cpu: float
    wall: float
    megabytes: float
    kilobytes: float
    pages: int
    read: int
    floor: float  # processor seconds of ours

    def line(self) -> str:
        """A row of the table of peers."""
        return (
            f"{self.name:<28} {self.entries:>6,} entries {self.cpu:7.2f} s cpu "
            f"({self.cpu / self.floor:5.2f}x) {self.wall:7.2f} s {self.megabytes:6.0f} MB "
            f"{self.kilobytes:7.0f} kB {self.pages:4} pages {self.read:>6,} texts read"
        )


@dataclass(frozen=True, slots=True)
class Missing:
    """Engines that are not installed here."""

    names: tuple[str, ...]

    def line(self) -> str:
        """A sentence below the table."""
        return f"Not installed, not run: {', '.join(self.names)}."


def measure() -> Iterator[Peer | Missing]:
    """Ours and every engine that is there, by the number of entries; then those that are not."""
    there = [name for name in ENGINES if find_spec(name)]
    for count in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield from _beside(Path(folder), count, there)
    if away := tuple(NAMES.get(name, name) for name in ENGINES if name not in there):
        yield Missing(away)


def _beside(folder: Path, count: int, engines: Sequence[str]) -> Iterator[Peer]:
    said = entries(count)
    target = folder / "ours.pdf"
    ours = _run(["desktop.paper.child", str(target)], _content(folder, said))
    floor = ours[0]
    yield _peer("typst, whole briefing", target, said, ours, floor)
    rows = [[str(each.happened_at), word(each.kind), each.text, each.source] for each in said]
    data = json.dumps(rows).encode()
    for name in engines:
        target = folder / f"{name}.pdf"
        spent = _run(["benchmarks.peer_engines", name, str(target)], data)
        yield _peer(NAMES.get(name, name), target, said, spent, floor)


def _content(folder: Path, said: Sequence[Entry]) -> bytes:
    now = Moment.of(START)
    incident = Incident(title="Measured", type=CrisisType.PRODUCT_QUALITY, t0=now)
    room = WarRoom.create(folder / "r.warroom", incident, operator="Lin", clock=FixedClock(START))
    room.add_all(said)
    asked = replace(Paper(language="en", annexes=("chronology",)), issued_at=now, author="Lin")
    content = content_of(room, seal_of(room, room.tail()), asked)
    room.close()
    return json.dumps(content).encode()


def _run(words: Sequence[str], data: bytes) -> tuple[float, float, float]:
    """Processor and wall seconds of a fresh process, and the megabytes that it had at most."""
    began, most = time.monotonic(), 0.0
    child = subprocess.Popen([sys.executable, "-m", *words], stdin=subprocess.PIPE)
    assert child.stdin
    child.stdin.write(data)
    child.stdin.close()
    ended, status, usage = os.wait4(child.pid, os.WNOHANG)
    while not ended:
        most = max(most, _megabytes(child.pid))
        time.sleep(LOOK)
        ended, status, usage = os.wait4(child.pid, os.WNOHANG)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.SubprocessError(f"{words[0]} {words[1]} failed")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, most


def _megabytes(process: int) -> float:
    """The most memory that a process had since it began; its usage would count ours, too."""
    try:
        said = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    found = _MOST.search(said)
    return int(found[1]) / 1_024 if found else 0.0


def _peer(
    name: str,
    target: Path,
    said: Sequence[Entry],
    spent: tuple[float, float, float],
    floor: float,
) -> Peer:
    pages = PdfReader(target).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    read = sum("".join(each.text.split()) in text for each in said)
    kilobytes = target.stat().st_size / 1_000
    return Peer(name, len(said), *spent, kilobytes, len(pages), read, floor)
