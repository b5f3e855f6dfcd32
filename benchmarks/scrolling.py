"""Frames while scrolling: each is one step and one full repaint of the view, offscreen."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from benchmarks.measured import Figure, p95, room_file
from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.now import WallClock
from desktop.window import MainWindow
from widgets.timeline_view import TimelineView

FRAMES = 400


def measure() -> Iterator[Figure]:
    """Wheel, page and jump in a timeline of 10,000 wrapped entries at 1440 x 900."""
    path = room_file(10_000)
    application()
    window = MainWindow(WallClock(), Settings(), "Lin Xia")
    window.resize(1440, 900)
    window.show()
    window.open_room(path, posing=True)
    assert window.desk is not None
    window.desk.show_page("timeline")
    QApplication.processEvents()
    view = window.desk.timeline.view
    bar = view.verticalScrollBar()
    steps: dict[str, Callable[[int], None]] = {
        "wheel": lambda _n: view.scroll_by(60),
        "page": lambda _n: view.scroll_by(700),
        "jump": lambda n: bar.setValue(n * 7_919 % bar.maximum()),
    }
    for name, step in steps.items():
        yield Figure(f"scroll frame, {name}, 95th percentile", p95(_frames(view, step)), None, 16)
    window.close()


def _frames(view: TimelineView, step: Callable[[int], None]) -> list[float]:
    times = []
    for n in range(FRAMES):
        began = time.perf_counter()
        step(n)
        view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1_000)
    return times
