"""The dashboard of the example painted whole, its memory, and 10,000 media items scrolled."""

import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.measured import START, Figure, median, p95
from benchmarks.opening import FLOOR, run_timed
from desktop.app import application
from desktop.pages.coverage import CoveragePage
from desktop.warroom.choices import CrisisType, OutletKind, Tone
from desktop.warroom.demo import write_demo
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Coverage, Incident
from desktop.warroom.room import WarRoom

ROUNDS, ITEMS, FRAMES = 9, 10_000, 300
OURS = """
import sys, time
from pathlib import Path
from desktop import app as put_together
from desktop.warroom.now import WallClock
from widgets import board_view, group_bars, table_view, timeline_view
missing = {"timeline", "board", "table", "bars"}
def watch(kind, name):
    painted = kind.paintEvent
    def paint(self, event):
        painted(self, event)
        if self.count_rows() and name in missing:
            missing.discard(name)
            if not missing:
                print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
                put_together.QApplication.quit()
    kind.paintEvent = paint
for kind, name in ((timeline_view.TimelineView, "timeline"), (table_view.TableView, "table"),
                   (board_view.BoardView, "board"), (group_bars.GroupBars, "bars")):
    kind.count_rows = lambda self: len(self.rows()) if isinstance(self, group_bars.GroupBars) \\
        else self.count()
    watch(kind, name)
class Window(put_together.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.resize(1440, 900)
put_together.MainWindow = Window
put_together.run(Path(sys.argv[1]), WallClock())
"""


def measure() -> Iterator[Figure]:
    """All four panels painted beside an empty window; memory; frames of the media table."""
    path = Path(tempfile.mkdtemp()) / "example.warroom"
    write_demo(path, FixedClock(START))
    run_timed(OURS, str(path))
    floors, painted = [], []
    for _round in range(ROUNDS):
        floors.append(run_timed(FLOOR)[0][0])
        painted.append(run_timed(OURS, str(path))[0][0])
    name = "dashboard of the example, four panels painted"
    yield Figure(name, median(painted), median(floors), 2.5)
    yield from _scrolled()


def _scrolled() -> Iterator[Figure]:
    application()
    room = _room()
    before = _megabytes()
    page = CoveragePage(room)
    page.resize(1380, 740)
    page.show()
    QApplication.processEvents()
    bar, viewport = page.table.verticalScrollBar(), page.table.viewport()
    for name, step in (("wheel", 3), ("page", 20), ("jump", 7_919)):
        times = []
        for n in range(FRAMES):
            began = time.perf_counter()
            bar.setValue((n + 1) * step % max(bar.maximum(), 1))
            viewport.repaint()
            times.append((time.perf_counter() - began) * 1_000)
        yield Figure(f"media table of {ITEMS:,}, {name}, 95th percentile", p95(times), None, 16)
    print(
        f"memory: {before:.0f} MB before the page of {ITEMS:,} items, {_megabytes():.0f} MB after"
    )
    page.deleteLater()
    room.close()


def _room() -> WarRoom:
    path = Path(tempfile.mkdtemp()) / "media.warroom"
    incident = Incident(
        title="Measured", type=CrisisType.PRODUCT_QUALITY, t0=Moment.of(START - timedelta(days=9))
    )
    room = WarRoom.create(path, incident, operator="Lin Xia", clock=FixedClock(START))
    kinds, tones = list(OutletKind), list(Tone)
    room.add_all(
        [
            Coverage(
                outlet=f"Harbour Daily {n % 40}",
                outlet_kind=kinds[n % len(kinds)],
                headline=f"{n} 退款說明清楚，實驗室回報 and the recall widens to other batches",
                published_at=Moment.of(START - timedelta(minutes=n)),
                tone=tones[n % len(tones)],
                reach=n * 37 if n % 3 else None,
                story=f"Story {n % 50}" if n % 4 == 0 else "",
                answer_due=Moment.of(START + timedelta(hours=n % 9)) if n % 10 == 0 else None,
            )
            for n in range(ITEMS)
        ]
    )
    return room


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
