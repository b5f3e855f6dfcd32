"""From the start of the process to the first data on screen, beside an empty window."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measured import Figure, median, room_file

ROUNDS = 9
COMPILED = tempfile.mkdtemp()  # a shell may forbid bytecode; a laptop has it from the first start
LATER = ("sqlite_utils", "numpy", "pyqtgraph", "typst")
FLOOR = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
        QApplication.quit()
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
import sys, time
from pathlib import Path
from desktop import app as put_together
from desktop.warroom.now import WallClock
from widgets import timeline_view
said = []
def say(name):
    said.append(f"{time.clock_gettime(time.CLOCK_MONOTONIC)}")
painted = timeline_view.TimelineView.paintEvent
def paint(self, event):
    painted(self, event)
    if self.count() and not said:
        say("painted")
        print(said[0], ",".join(n for n in sys.argv[2].split() if n in sys.modules), flush=True)
timeline_view.TimelineView.paintEvent = paint
from desktop.window import MainWindow
class Window(MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.resize(1440, 900)
        self.room_ready.connect(self.tell)
    def tell(self):
        say("ready")
        print(said[-1], flush=True)
        put_together.QApplication.quit()
put_together.MainWindow = Window
put_together.run(Path(sys.argv[1]), WallClock())
"""


def measure() -> Iterator[Figure]:
    """First data painted, and the moment from which Enter saves, for a room of 10,000 entries."""
    path = room_file(10_000)
    run_timed(
        OURS, str(path), ""
    )  # the first start compiles, as any first start after setting up does
    floors, painted, ready, loaded = [], [], [], set()
    for _round in range(ROUNDS):
        [empty] = run_timed(FLOOR)
        first, then = run_timed(OURS, str(path), " ".join(LATER))
        floors.append(empty[0])
        painted.append(first[0])
        ready.append(then[0])
        loaded |= set(first[1])
    floor = median(floors)
    yield Figure(
        "first data of 10,000 entries, beside an empty window", median(painted), floor, 2.2
    )
    yield Figure("Enter saves, beside an empty window", median(ready), floor, 4)
    print("loaded before the first paint:", ", ".join(sorted(loaded)) or "none of the heavy ones")


def run_timed(code: str, *args: str) -> list[tuple[float, list[str]]]:
    """Milliseconds from the fork to each line that the program prints, with its words."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
        "PYTHONPYCACHEPREFIX": COMPILED,
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, "-c", code, *args], env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    lines = [line.split() for line in done.stdout.splitlines()]
    return [
        ((float(when) - began) * 1_000, "".join(words).split(",") if words else [])
        for when, *words in lines
    ]
