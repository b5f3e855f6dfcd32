"""The wall beside a long log: from the commit to the repainted wall, beyond the verb itself."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measured import CHINESE, ENGLISH, START, Figure, median, p95, room_file
from desktop.app import application
from desktop.settings import Settings
from desktop.wall import Wall
from desktop.warroom.acts import Change
from desktop.warroom.now import FixedClock
from desktop.warroom.room import WarRoom

ENTRIES, ROUNDS, FRAME = 10_000, 200, 16
SIZES = ((1_366, 768), (1_920, 1_080), (3_840, 2_160))


class Stopwatch(QWidget):
    """Notes when the first listener was told of a commit: the verb itself is done by then."""

    def __init__(self, room: WarRoom) -> None:
        super().__init__()
        self.told = 0.0
        room.on_change(self._told)

    def _told(self, _changes: tuple[Change, ...]) -> None:
        self.told = time.perf_counter()


def measure() -> Iterator[Figure]:
    """Entries logged one by one while the wall is in sight, at three sizes; then the figures."""
    application()
    for size in SIZES:
        room = WarRoom.open(room_file(ENTRIES), clock=FixedClock(START), operator="Lin Xia")
        watch = Stopwatch(room)
        wall = Wall(room, Settings(Path(tempfile.mkdtemp()) / "settings.ini"))
        wall.show_on_its_screen()
        wall.resize(*size)
        QApplication.processEvents()
        entries, figures = _logged(room, wall, watch)
        name = f"wall of {size[0]}x{size[1]}, {ENTRIES:,} entries"
        yield Figure(f"{name}, an entry, 95th percentile", p95(entries), None, FRAME)
        yield Figure(f"{name}, an entry, median", median(entries), None, FRAME)
        yield Figure(f"{name}, its figures, median", median(figures), None, 3 * FRAME)
        wall.put_away()
        wall.deleteLater()
        room.close()


def _logged(room: WarRoom, wall: Wall, watch: Stopwatch) -> tuple[list[float], list[float]]:
    entries, figures = [], []
    for number in range(ROUNDS):
        text = f"{number} {(ENGLISH, CHINESE)[number % 2]}"
        room.capture(text)
        entries.append((time.perf_counter() - watch.told) * 1_000)
        assert any(str(number) in words.text for words in wall.view().words())
        began = time.perf_counter()
        wall.refresh()
        figures.append((time.perf_counter() - began) * 1_000)
    return entries, figures
