"""What the first paint of a room does without: it is imported after it, or when it is asked for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from tests.rooms import START, new_room

LATER = {
    "desktop.guide": "the guide",
    "desktop.pages.new_room": "forms",
    "desktop.pages.panels.board": "the other panels of the dashboard",
    "desktop.pages.record": "the panel beside a list",
    "desktop.paper": "papers",
    "desktop.warroom.briefing": "what papers say",
    "desktop.warroom.capture.grammar": "the grammar of the log bar",
    "desktop.warroom.demo": "the example",
    "desktop.warroom.exchange": "files of others",
    "desktop.warroom.method": "the method",
    "desktop.warroom.measures": "the figures",
    "hashlib": "the chain, which is checked before the first write",
    "numpy": "the drawing library",
    "pyqtgraph": "the chart",
    "sqlite_utils": "making tables",
    "typst": "typesetting",
    "widgets.table_view": "tables",
}
WATCHED = """
import builtins, sys
from pathlib import Path
from desktop import app
from desktop.warroom.now import WallClock
from widgets.timeline_view import TimelineView
painted, said = TimelineView.paintEvent, []
def paint(self, event):
    painted(self, event)
    if self.count() and not said:
        said.append(True)
        print(builtins.__import__ is builtins.__orig_import__, *sys.modules, sep="\\n")
        app.QApplication.quit()
TimelineView.paintEvent = paint
app.run(Path(sys.argv[1]), WallClock())
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a start says at its first paint: whether imports are Python's own, and the modules."""
    room = new_room(tmp_path_factory.mktemp("start") / "r.warroom")
    room.add(Entry(text="Shops call", happened_at=Moment.of(START)))
    room.close()
    root = str(Path(__file__).resolve().parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(room.path)],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("module", LATER)
def test_the_first_paint_does_without(said: list[str], module: str):
    assert "widgets.timeline_view" in said
    assert module not in said, LATER[module]


def test_python_imports_without_a_detour(said: list[str]):
    assert said[0] == "True"
