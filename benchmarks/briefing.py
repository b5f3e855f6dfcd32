"""A numbered briefing beside the engine alone: the same template, its data ready as JSON.

Both are fresh processes on the same content, run in turn; what is told is processor time of this
process and of its children, since the cores are shared. A briefing went before, so that the state
at its record is folded and compared, too.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.measured import START, Figure, entries, median
from desktop import paper
from desktop.paper.issue import content_of, seal_of
from desktop.warroom.choices import CrisisType, TaskStatus, Tone
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Coverage, Incident, Paper, Task
from desktop.warroom.room import WarRoom

SMALL, LARGE = 12, 5_000  # entries: some three pages, and a whole volume
LIMITS = {SMALL: 1.3, LARGE: 1.5}
ROUNDS = {SMALL: 7, LARGE: 3}


def measure() -> Iterator[Figure]:
    """A small and a large briefing, each beside the engine alone."""
    for count in (SMALL, LARGE):
        with tempfile.TemporaryDirectory() as folder:
            yield _beside(Path(folder), count)


def _beside(folder: Path, count: int) -> Figure:
    room = _room(folder / "r.warroom", count)
    wanted = Paper(language="en", annexes=("none",) if count == SMALL else ())
    paper.issue(room, folder / "first.pdf", wanted)
    asked = replace(wanted, issued_at=room.now(), author=room.operator, number=2)
    ready = json.dumps(content_of(room, seal_of(room, room.tail()), asked)).encode()
    whole, engine = list[float](), list[float]()
    for _round in range(ROUNDS[count]):
        engine.append(_spent(lambda: _engine(ready, folder / "engine.pdf")))
        whole.append(_spent(lambda: paper.issue(room, folder / "b.pdf", wanted)))
    room.close()
    name = f"a numbered briefing of {count:,} entries, processor time"
    return Figure(name, median(whole), median(engine), LIMITS[count])


def _engine(ready: bytes, target: Path) -> None:
    command = [sys.executable, "-m", "desktop.paper.child", str(target)]
    subprocess.run(command, input=ready, check=True)


def _spent(work: Callable[[], object]) -> float:
    """The milliseconds of processor time that some work takes, children included."""
    before = os.times()
    work()
    return 1_000 * sum(after - then for after, then in zip(os.times()[:4], before[:4], strict=True))


def _room(path: Path, count: int) -> WarRoom:
    now = Moment.of(START)
    incident = Incident(title="Measured", type=CrisisType.PRODUCT_QUALITY, t0=now)
    room = WarRoom.create(path, incident, operator="Lin Xia", clock=FixedClock(START))
    room.add_all(entries(count))
    room.add_all(
        [Task(title=f"Task {n}", owner="Wu Ke", status=list(TaskStatus)[n % 4]) for n in range(8)]
    )
    room.add_all(
        [
            Coverage(outlet="Post", headline=f"{n}", tone=list(Tone)[n % 5], published_at=now)
            for n in range(8)
        ]
    )
    return room
