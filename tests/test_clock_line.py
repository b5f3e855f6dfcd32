"""The clock in the window: asked about at opening, answered with real keys, watched while open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import application
from desktop.pages.desk import Desk
from desktop.settings import Settings
from desktop.warroom.clock_check import CheckKind, ClockCheck
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Entry, Evidence
from desktop.window import MainWindow
from tests.rooms import START, clock, new_room
from widgets import theme
from widgets.plain import PlainButton

KEY = Qt.Key


@pytest.fixture(scope="module", autouse=True)
def _dressed() -> None:
    application()
    theme.apply("dark")


@pytest.fixture
def at() -> FixedClock:
    return FixedClock(START, pretended=False)


def opened(qtbot: QtBot, tmp_path: Path, at: FixedClock, window: MainWindow) -> Desk:
    """The room of ``tmp_path`` in a window, made if it is not there yet."""
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    path = tmp_path / "r.warroom"
    if not path.exists():
        new_room(path, at).close()
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(path)
    assert window.desk
    return window.desk


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: FixedClock) -> MainWindow:
    """A window that lives as long as its test, which Qt alone would not see to."""
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    return MainWindow(at, Settings(), "Lin Xia")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, at: FixedClock, window: MainWindow) -> Desk:
    return opened(qtbot, tmp_path, at, window)


def button(desk: Desk, words: str) -> PlainButton:
    return next(b for b in desk.clock.line.findChildren(PlainButton) if b.text() == words)


def checks(desk: Desk) -> list[ClockCheck]:
    return desk.room.all(ClockCheck)


def test_opening_asks_about_the_clock_and_leaves_the_keys_in_the_log(
    desk: Desk, qtbot: QtBot
) -> None:
    assert desk.clock.line.isVisible()
    assert desk.clock.line._words.text() == "This laptop says 14:30:00 (UTC+08:00). Is that right?"
    assert desk.bar.line.hasFocus()
    qtbot.keyClicks(desk.bar.line, "the line stopped")
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    assert [entry.text for entry in desk.room.all(Entry)] == ["the line stopped"]
    assert desk.clock.line.isVisible()


def test_right_is_kept_and_told_in_the_header(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(desk, "Right"), Qt.MouseButton.LeftButton)
    (check,) = checks(desk)
    assert (check.what, check.seconds, check.author) == (CheckKind.CONFIRMED, 0, "Lin Xia")
    assert not desk.clock.line.isVisible()
    assert desk.bar.line.hasFocus()
    desk._second()
    assert "Clock confirmed at 14:30 by Lin Xia" in desk.header._clock.toolTip()


def test_how_far_off_is_typed_and_read_aloud_before_it_is_kept(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(desk, "It is off by …"), Qt.MouseButton.LeftButton)
    answer, against = desk.clock.line.findChildren(QLineEdit)
    assert answer.hasFocus()
    qtbot.keyClicks(answer, "14:31:35")
    assert desk.clock.line._reading.text() == "the laptop was 95 s behind"
    qtbot.keyClick(answer, KEY.Key_Tab)
    assert against.hasFocus()
    qtbot.keyClicks(against, "phone")
    qtbot.keyClick(against, KEY.Key_Return)
    (check,) = checks(desk)
    assert (check.seconds, check.against) == (95, "phone")
    assert "95 s behind, compared with phone" in desk.notice.sentence()


def test_what_is_no_answer_is_refused_and_stays_typed(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(desk, "It is off by …"), Qt.MouseButton.LeftButton)
    answer, _against = desk.clock.line.findChildren(QLineEdit)
    qtbot.keyClicks(answer, "a bit")
    qtbot.keyClick(answer, KEY.Key_Return)
    assert desk.clock.line._reading.text().startswith("Write the true time, such as 14:33:40")
    assert answer.text() == "a bit"
    assert not checks(desk)
    qtbot.keyClick(answer, KEY.Key_Escape)
    qtbot.keyClick(button(desk, "Right"), KEY.Key_Escape)
    assert not desk.clock.line.isVisible()
    assert desk.clock.known.startswith("Nobody has confirmed")


def test_a_jump_is_recorded_at_the_next_write(desk: Desk, at: FixedClock, qtbot: QtBot) -> None:
    at.set_by(hours=-1)
    qtbot.keyClicks(desk.bar.line, "the line stopped")
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(checks(desk)) == 1)
    assert (checks(desk)[0].what, checks(desk)[0].seconds) == (CheckKind.JUMP, -3_600)
    assert desk.notice.sentence() == "The laptop's clock went back by 1 h 00, to 13:30:00."


def test_a_jump_is_recorded_within_a_minute_without_a_write(desk: Desk, at: FixedClock) -> None:
    at.set_by(minutes=7)
    for _second in range(60):
        desk._second()
    assert [check.seconds for check in checks(desk)] == [420]
    assert [entry.author for entry in desk.room.all(Entry)] == ["War Room"]


def test_a_jump_during_an_import_is_recorded_when_it_is_done(desk: Desk, at: FixedClock) -> None:
    rows = [Entry(text=f"row {n}", happened_at=desk.room.now()) for n in range(3_000)]
    arriving = desk.room.bring_in(rows, Evidence(name="rows.csv", sha256="0" * 64), b"rows")
    next(arriving)
    at.set_by(minutes=7)
    desk.clock.look()
    assert not checks(desk)
    for _done in arriving:
        pass
    desk.clock.look()
    assert [check.seconds for check in checks(desk)] == [420]


def test_a_laptop_that_slept_has_not_jumped(desk: Desk, at: FixedClock) -> None:
    at.move(hours=9)
    desk.clock.look()
    assert not checks(desk)


def test_a_clock_before_the_last_line_is_said_at_opening(
    desk: Desk, qtbot: QtBot, tmp_path: Path, at: FixedClock
) -> None:
    window = desk.window()
    assert isinstance(window, MainWindow)
    window.close_room()
    at.set_by(hours=-2)
    other = MainWindow(at, Settings(), "Zhao Min")
    again = opened(qtbot, tmp_path, at, other)
    assert [check.what for check in checks(again)] == [CheckKind.EARLY]
    assert again.notice.sentence() == (
        "The laptop's clock says 12:30:00, 2 h 00 before the last line of the room."
    )


def test_the_question_goes_on_in_another_language(desk: Desk) -> None:
    window = desk.window()
    assert isinstance(window, MainWindow)
    window.speak("zh_TW")
    try:
        assert window.desk
        assert window.desk is not desk
        assert window.desk.clock.line.isVisible()
    finally:
        window.speak("en")


def test_the_question_can_be_asked_for(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(desk, "Right"), Qt.MouseButton.LeftButton)
    desk.ask_clock()
    assert button(desk, "Right").hasFocus()


def test_a_pretended_clock_is_not_asked_about(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    at = clock()
    pretending = MainWindow(at, Settings(), "Lin Xia")
    desk = opened(qtbot, tmp_path, at, pretending)
    assert not desk.clock.line.isVisible()


def test_a_click_on_the_clock_asks_for_time_zones(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.header._clock, Qt.MouseButton.LeftButton)
    line = desk.window().focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "Further time zones"
    qtbot.keyClicks(line, "London, new york")
    qtbot.keyClick(line, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.room.incident.zones == ("Europe/London", "America/New_York")
    desk._second()
    assert desk.header._near.text() == "06:30 London\n01:30 New York"
