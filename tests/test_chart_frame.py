"""The frame of a chart: the same numbers as a table, on the clipboard, and as a picture on disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.pages.chart_saving import ChartSaving
from desktop.pages.coverage_chart import CoverageChart
from tests.rooms import new_room
from widgets import theme
from widgets.theme import Token
from widgets.tone_chart import HourTone, Mark
from widgets.tone_hours import HOUR_MS

START = 1_763_913_600_000
HOURS = (
    HourTone(START, "22", negative=1, positive=2, day="23 Nov", told="23 Nov 22:00–23:00"),
    HourTone(START + HOUR_MS, "23", day="23 Nov", told="23 Nov 23:00–00:00"),
    HourTone(START + 2 * HOUR_MS, "00", negative=8, day="24 Nov", told="24 Nov 00:00–01:00"),
)
KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.usefixtures("fresh_theme")


@pytest.fixture
def frame(qtbot) -> CoverageChart:
    made = CoverageChart()
    qtbot.addWidget(made)
    made.show_coverage("− 9 negative", HOURS, [Mark(START, "Statement", "s", "22:00")])
    made.resize(900, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.chart.setFocus()
    return made


@pytest.fixture
def room(tmp_path):
    made = new_room(tmp_path / "r.warroom")
    yield made
    made.close()


def column(frame, number: int) -> list[str]:
    model = frame.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_t_turns_chart_and_table_over_and_the_keys_stay_at_the_same_hour(frame):
    QTest.keyClick(frame.chart, KEY.Key_Home)
    QTest.keyClick(frame.chart, KEY.Key_T)
    assert frame.table.hasFocus()
    assert frame.as_table.isChecked()
    assert column(frame, 0) == ["24 Nov 00:00–01:00", "23 Nov 22:00–23:00"]
    assert frame.table.current_row() == 1
    QTest.keyClick(frame.table, KEY.Key_T)
    assert frame.chart.hasFocus()


def test_enter_on_a_row_asks_for_its_hour_in_any_order(qtbot, frame):
    QTest.keyClick(frame.chart, KEY.Key_T)
    frame.table.sortByColumn(6, Qt.SortOrder.AscendingOrder)
    assert column(frame, 6) == ["3", "8"]
    frame.table.select(0)
    with qtbot.waitSignal(frame.asked) as caught:
        QTest.keyClick(frame.table, KEY.Key_Return)
    assert caught.args == [START]
    frame.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert column(frame, 6) == ["3", "8"]
    frame.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert column(frame, 6) == ["8", "3"]
    assert frame.table.current_row() == 1


def test_all_numbers_are_copied_with_their_headings(frame):
    QTest.keyClick(frame.chart, KEY.Key_C, CTRL | SHIFT)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == [
        "Hour\t− Negative\t○ Neutral\t+ Positive\t± Mixed\tNot rated\tAll",
        "24 Nov 00:00–01:00\t8\t0\t0\t0\t0\t8",
        "23 Nov 22:00–23:00\t1\t0\t2\t0\t0\t3",
    ]
    assert "<th>Hour</th>" in QGuiApplication.clipboard().mimeData().html()


def test_a_table_that_is_shown_follows_the_numbers(frame):
    QTest.keyClick(frame.chart, KEY.Key_T)
    frame.show_coverage("− 1 negative", HOURS[:1], [])
    assert column(frame, 6) == ["3"]


def test_the_whole_chart_is_one_sentence_for_people_who_hear_it(frame):
    assert frame.chart.essence() == "− 9 negative Most in one hour: 8, 24 Nov 00:00–01:00."
    frame.show_coverage("", (), [])
    assert frame.chart.essence() == ""


@pytest.mark.parametrize("table", [False, True])
def test_the_menu_names_every_deed_with_its_key(frame, table):
    view = frame.chart
    if table:
        QTest.keyClick(view, KEY.Key_T)
        view = frame.table
        view.select(0)
    QTest.keyClick(view, KEY.Key_F10, SHIFT)
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu))
    keys = [action.shortcut().toString() for action in menu.actions()]
    assert keys == ["T", "Ctrl+Shift+C", "Ctrl+S", "Ctrl+Shift+S"]
    menu.close()


def test_the_menu_comes_where_the_pointer_is(qtbot, frame):
    at = QPoint(40, 50)
    reason = QContextMenuEvent.Reason.Mouse
    with qtbot.waitSignal(frame.chart.menu_asked) as caught:
        event = QContextMenuEvent(reason, at, frame.chart.mapToGlobal(at))
        QApplication.sendEvent(frame.chart, event)
    assert caught.args == [frame.chart.mapToGlobal(at)]
    next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu)).close()


def saving(room, frame, qtbot, answer: Path | None) -> tuple[list[str], list[str]]:
    parent = QWidget()
    qtbot.addWidget(parent)
    told, failed, asked = [], [], []

    def place(title: str, name: str, kinds: str) -> Path | None:
        asked.append((title, name, kinds))
        return answer

    made = ChartSaving(room, frame, parent, place)
    made.told.connect(told.append)
    made.failed.connect(failed.append)
    frame._kept = made
    return told, failed


def colours(file: Path) -> tuple[QImage, set[str]]:
    image = QImage(str(file))
    wide, high = range(0, image.width(), 3), range(0, image.height(), 3)
    return image, {image.pixelColor(x, y).name() for x in wide for y in high}


def token(name: str, token: Token) -> str:
    with theme.worn(name):
        return theme.color(token).name()


@pytest.mark.parametrize(("modifier", "name"), [(CTRL, "dark"), (CTRL | SHIFT, "light")])
def test_a_picture_is_sharp_and_in_the_theme_that_was_asked_for(
    qtbot, room, frame, tmp_path, modifier, name
):
    told, failed = saving(room, frame, qtbot, tmp_path / "chart.png")
    QTest.keyClick(frame.chart, KEY.Key_S, modifier)
    assert failed == []
    assert told == [f"The chart was written to {tmp_path / 'chart.png'}."]
    image, seen = colours(tmp_path / "chart.png")
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.pixelColor(1, 1).name() == token(name, Token.BACKGROUND)
    assert {token(name, each) for each in (Token.BAD, Token.GOOD, Token.ACCENT)} <= seen
    assert theme.current() == "dark"
    assert [file.name for file in tmp_path.glob("*.part")] == []


def test_a_picture_is_never_written_over_a_room(qtbot, room, frame, tmp_path):
    before = (tmp_path / "r.warroom").stat().st_size
    (tmp_path / "r.png").symlink_to(tmp_path / "r.warroom")
    told, failed = saving(room, frame, qtbot, tmp_path / "r.png")
    QTest.keyClick(frame.chart, KEY.Key_S, CTRL)
    assert told == []
    assert failed == ["r.png is the room itself. Choose another name."]
    assert (tmp_path / "r.warroom").stat().st_size == before


def test_a_name_without_an_ending_gets_one_and_takes_no_other_files_place(
    qtbot, room, frame, tmp_path
):
    told, failed = saving(room, frame, qtbot, tmp_path / "chart")
    QTest.keyClick(frame.chart, KEY.Key_S, CTRL)
    QTest.keyClick(frame.chart, KEY.Key_S, CTRL)
    assert len(told) == 1
    assert failed == ["chart.png is already there. Choose another name."]


def test_a_place_that_cannot_be_written_is_said(qtbot, room, frame, tmp_path):
    told, failed = saving(room, frame, qtbot, tmp_path / "no" / "chart.png")
    QTest.keyClick(frame.chart, KEY.Key_S, CTRL)
    assert told == []
    assert failed[0].startswith("chart.png cannot be written: ")


def test_nothing_is_written_where_nobody_chose_a_place(qtbot, room, frame, tmp_path):
    told, failed = saving(room, frame, qtbot, None)
    QTest.keyClick(frame.chart, KEY.Key_S, CTRL)
    assert (told, failed) == ([], [])
