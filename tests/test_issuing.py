"""A briefing is written beside the work: the room goes on, it can be stopped, its end is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop.app import application
from desktop.pages.briefing import BriefingPage
from desktop.settings import Settings
from desktop.warroom.choices import PaperState
from desktop.warroom.records import Entry, Paper
from desktop.warroom.room import WarRoom
from desktop.window import MainWindow
from tests.rooms import clock, new_room
from widgets import theme
from widgets.running_line import RunningLine

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = 60_000  # milliseconds in which a briefing is surely written


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def target(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "briefing.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: (str(path), ""))
    return path


@pytest.fixture
def window(qtbot, tmp_path) -> MainWindow:
    new_room(tmp_path / "r.warroom").close()
    window = MainWindow(clock(), Settings(tmp_path / "settings.ini"), "Lin Xia")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(tmp_path / "r.warroom")
    return window


def papers(window: MainWindow) -> list[Paper]:
    return window.desk.room.all(Paper)


def line(window: MainWindow) -> RunningLine | None:
    return next((each for each in window.findChildren(RunningLine) if each.isVisible()), None)


def ask(qtbot, window) -> BriefingPage:
    """The page of a briefing, asked for by its key."""
    qtbot.keyClick(window, KEY.Key_P, CTRL)
    return window.findChildren(BriefingPage)[-1]


def submit(qtbot, window) -> None:
    """Ask for a briefing as the form stands, by keys alone."""
    qtbot.keyClick(ask(qtbot, window).form, KEY.Key_Return, CTRL)


def begin(qtbot, window) -> None:
    submit(qtbot, window)
    assert line(window) is not None


def test_the_log_bar_takes_lines_while_it_is_written(qtbot, window, target):
    begin(qtbot, window)
    bar = window.desk.bar.line
    qtbot.keyClicks(bar, "Shops call")
    qtbot.keyClick(bar, KEY.Key_Return)
    assert [entry.text for entry in window.desk.room.all(Entry)] == ["Shops call"]
    assert not target.exists()
    qtbot.waitUntil(lambda: line(window) is None, timeout=LONG)
    [paper] = papers(window)
    assert (paper.number, paper.state) == (1, PaperState.WRITTEN)
    assert window.desk.notice.sentence() == "Briefing 1 was written to briefing.pdf."
    assert target.read_bytes().startswith(b"%PDF")


def test_the_line_names_the_file_and_the_seconds(qtbot, window, target):
    begin(qtbot, window)
    assert line(window).sentence() == "Writing briefing.pdf: 0 seconds so far."


def test_a_second_briefing_waits_for_the_first(qtbot, window, target):
    begin(qtbot, window)
    submit(qtbot, window)
    assert window.fault() == "A briefing is being written. Wait for it, or stop it first."
    assert len(papers(window)) == 1


def test_stopped_it_leaves_its_number_and_no_file(qtbot, window, target):
    begin(qtbot, window)
    qtbot.mouseClick(line(window).findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert line(window) is None
    assert papers(window)[0].state is PaperState.NOT_WRITTEN
    assert window.desk.notice.sentence() == "Stopped. Nothing was written."
    assert [path.name for path in target.parent.iterdir() if "briefing" in path.name] == []


def test_a_room_that_is_closed_meanwhile_says_not_written(qtbot, window, target):
    begin(qtbot, window)
    path = window.desk.room.path
    qtbot.keyClick(window, KEY.Key_W, CTRL)
    assert window.desk is None
    room = WarRoom.open(path, clock=clock(), operator="Lin Xia", writing=False)
    assert [paper.state for paper in room.all(Paper)] == [PaperState.NOT_WRITTEN]
    room.close()
    assert [path.name for path in target.parent.iterdir() if "briefing" in path.name] == []


def test_another_language_does_not_stop_it(qtbot, window, target):
    begin(qtbot, window)
    try:
        window.speak("zh_TW")
        assert line(window) is not None  # no event came between: it cannot have ended yet
        qtbot.waitUntil(lambda: line(window) is None, timeout=LONG)
        assert papers(window)[0].state is PaperState.WRITTEN
    finally:
        window.speak("en")


def test_a_number_is_never_given_twice_even_after_an_undo(qtbot, window, target):
    begin(qtbot, window)
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    qtbot.waitUntil(lambda: line(window) is None, timeout=LONG)
    assert window.desk.notice.sentence() == "Briefing 1 was written to briefing.pdf."
    begin(qtbot, window)
    qtbot.waitUntil(lambda: line(window) is None, timeout=LONG)
    assert window.desk.notice.sentence() == "Briefing 2 was written to briefing.pdf."


def test_a_place_that_takes_no_file_is_said_and_marked(qtbot, window, tmp_path, monkeypatch):
    nowhere = str(tmp_path / "no" / "b.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: (nowhere, ""))
    submit(qtbot, window)
    assert "b.pdf cannot be written" in window.fault()
    assert papers(window)[0].state is PaperState.NOT_WRITTEN
