"""The verb ``capture``, journal and tables to COMMIT, beside a raw insert of the same bytes."""

import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.measured import Figure, median, p95, room_file
from desktop.app import application
from desktop.pages.dashboard import DashboardPage
from desktop.settings import Settings
from desktop.warroom.now import WallClock
from desktop.warroom.room import WarRoom
from desktop.warroom.store.driver import connect
from desktop.window import MainWindow

COUNT = 200
LINE = "14:05 /media City TV airs at 18:00 @Lin !16:30 and asks about refunds #B2231 {n}"


def measure() -> Iterator[Figure]:
    """The verb alone, then from Enter to the row on screen."""
    path = room_file(10_000)
    ours, floor = _verb(path)
    yield Figure("log a line, to COMMIT, beside a raw insert", median(ours), median(floor), 3)
    shown = _enter(path)
    yield Figure(
        "Enter to repainted row on the dashboard, 95th percentile",
        p95(shown),
        None,
        p95(floor) * 3 + 16,
    )


def _verb(path: Path) -> tuple[list[float], list[float]]:
    room = WarRoom.open(path, operator="Lin Xia")
    raw = connect(path.with_suffix(".raw"), "rwc")
    raw.execute("CREATE TABLE line(n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    ours, floor = [], []
    for n in range(COUNT):
        began = time.perf_counter()
        room.capture(LINE.format(n=n))
        ours.append((time.perf_counter() - began) * 1_000)
        body = room.tail().body
        began = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO line(body) VALUES (?)", (body,))
        raw.execute("COMMIT")
        floor.append((time.perf_counter() - began) * 1_000)
    raw.close()
    room.close()
    return ours, floor


def _enter(path: Path) -> list[float]:
    application()
    window = MainWindow(WallClock(), Settings(), "Lin Xia")
    window.resize(1440, 900)
    window.show()
    window.open_room(path)
    QTest.qWait(500)
    assert window.desk is not None
    page = window.desk.page(window.desk.current())
    assert isinstance(page, DashboardPage)
    bar, view = window.desk.bar, page.timeline.view
    times = []
    for n in range(COUNT):
        bar.line.setText(f"entry {n} asks about refunds")
        began = time.perf_counter()
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1_000)
        QApplication.processEvents()
    window.close()
    return times
