"""A frame while typing in the log bar over a long log, beside a bare line in an empty window."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.measured import START, Figure, median, p95, room_file
from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.now import FixedClock
from desktop.window import MainWindow

ENTRIES, FRAME, LINES, BARE = 10_000, 16, 6, 12
LINE = "14:05 /media City TV airs at 18:00 @Lin !16:30 and asks about refunds #B2231"


def measure() -> Iterator[Figure]:
    """Each key until all that it sets going is painted, on the dashboard and on the timeline."""
    application()
    window = MainWindow(FixedClock(START), Settings(Path(tempfile.mkdtemp()) / "s.ini"), "Lin Xia")
    window.resize(1440, 900)
    window.show()
    window.open_room(room_file(ENTRIES))
    QTest.qWait(1_500)
    assert window.desk is not None
    floor = _typed(_bare())
    for page in ("dashboard", "timeline"):
        window.desk.show_page(page)
        QTest.qWait(500)
        times = _typed(window.desk.bar.line)
        name = f"a key in the log bar, {ENTRIES:,} entries, {page}"
        yield Figure(f"{name}, 95th percentile", p95(times), None, FRAME)
        yield Figure(f"{name}, median", median(times), median(floor), BARE)
    window.close()


def _bare() -> QLineEdit:
    """A line alone in a window of the same size."""
    window = QWidget()
    window.resize(1440, 900)
    line = QLineEdit(window)
    line.setGeometry(60, 850, 1_300, 34)
    window.show()
    QTest.qWait(100)
    line.window_kept = window  # type: ignore[attr-defined]  # else nothing keeps it
    return line


def _typed(line: QLineEdit) -> list[float]:
    times = []
    line.setFocus()
    for _line in range(LINES):
        line.clear()
        QApplication.processEvents()
        for char in LINE:
            began = time.perf_counter()
            QTest.keyClicks(line, char)
            QApplication.processEvents()
            times.append((time.perf_counter() - began) * 1_000)
    line.clear()
    return times
