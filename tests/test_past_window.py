"""What we knew then, in the window: the slider, its keys, and that nothing can be changed there."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.app import application
from desktop.pages.past import PastDesk
from desktop.pages.places import PLACES
from desktop.settings import Settings
from desktop.warroom.choices import EntryKind
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Task
from desktop.warroom.selection import timeline
from desktop.window import MainWindow
from tests.open_pages import window_of
from tests.rooms import START, clock, new_room
from widgets import theme
from widgets.form import Form
from widgets.log_bar import BarState

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def at(minutes: int) -> Moment:
    return Moment.of(START + timedelta(minutes=minutes))


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch) -> MainWindow:
    """A room in which something came at 14:40, 15:40, 16:40 and 17:40; it is 18:30 now."""
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    application()
    theme.apply("dark")
    now = clock()
    room = new_room(tmp_path / "r.warroom", now)
    now.move(minutes=10)
    room.capture("first")
    now.move(hours=1)
    said = {"kind": EntryKind.DECISION, "reason": "because", "happened_at": at(70)}
    room.add(Entry(text="recall", **said))
    now.move(hours=1)
    room.add(Task(title="Card"))
    now.move(hours=1)
    room.capture("last")
    room.close()
    now.move(minutes=50)
    window = MainWindow(now, Settings(), "Zhao Min")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.room_ready):
        window.open_room(tmp_path / "r.warroom")
    return window


@pytest.fixture
def past(qtbot, window: MainWindow) -> PastDesk:
    qtbot.keyClick(window, KEY.Key_T, CTRL)
    qtbot.waitUntil(lambda: isinstance(window.desk, PastDesk))
    assert isinstance(window.desk, PastDesk)
    return window.desk


def hour(desk: PastDesk) -> str:
    return f"{desk.room.here():%H:%M}"


def texts(desk: PastDesk) -> list[str]:
    return [each.text for each in desk.room.records(timeline())]


def test_it_begins_now_and_says_so_in_a_band_and_in_the_log_bar(past, window):
    assert (hour(past), texts(past)) == ("18:30", ["first", "recall", "last"])
    assert "23 Nov 2026 18:30" in past.band.time.text()
    assert past.bar.sentence().startswith("This is the room as it was.")
    assert window.present is not None
    assert window.present.isHidden()


def test_left_and_right_go_by_entry_ctrl_by_hour_home_and_end_to_the_ends(past, qtbot):
    keys = past.times.slider
    for key, modifier, said in (
        (KEY.Key_Left, None, "17:40"),
        (KEY.Key_Left, None, "16:40"),
        (KEY.Key_Right, None, "17:40"),
        (KEY.Key_Left, CTRL, "16:40"),
        (KEY.Key_Right, CTRL, "17:40"),
        (KEY.Key_Home, None, "14:30"),
        (KEY.Key_Left, None, "14:30"),
        (KEY.Key_End, None, "18:30"),
    ):
        qtbot.keyClick(keys, key, modifier or Qt.KeyboardModifier.NoModifier)
        assert hour(past) == said
        assert f"23 Nov 2026 {said}" in past.band.time.text()
        assert past.times.time.text().endswith(f"{said}:00")


def test_the_page_and_the_header_are_those_of_then(past, qtbot):
    page = past.show_page("timeline")
    past.turn(at(100))
    assert (hour(past), past.header._clock.text()) == ("16:10", "16:10")
    model = past.timeline._model
    assert [model.entry(n).text for n in range(model.rowCount())] == ["recall", "first"]
    past.turn(at(500))
    assert model.rowCount() == 3
    assert page.isVisible()


def test_the_slider_is_moved_by_the_pointer(past, qtbot):
    slider = past.times.slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, slider.height() // 2))
    assert hour(past) == "14:30"
    end = QPoint(slider.width() - 1, slider.height() // 2)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=end)
    assert hour(past) == "18:30"


def test_a_time_can_be_typed_and_what_is_none_is_refused(past, qtbot):
    field = past.times.time
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "15:45")
    qtbot.keyClick(field, KEY.Key_Return)
    assert (hour(past), texts(past)) == ("15:45", ["first", "recall"])
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    qtbot.keyClick(field, KEY.Key_Return)
    assert "is no time" in past.times._fault.text()
    assert (hour(past), field.text()) == ("15:45", "soon")


def test_escape_and_the_button_and_the_command_go_back_to_the_page_that_was_seen(
    past, window, qtbot
):
    live = window.present
    past.show_page("tasks")
    qtbot.keyClick(past.times.slider, KEY.Key_Escape)
    assert (window.desk, window.present) == (live, None)
    assert (live.current(), live.isVisible()) == ("tasks", True)
    for way in ("button", "command"):
        qtbot.keyClick(window, KEY.Key_T, CTRL)
        qtbot.waitUntil(lambda: isinstance(window.desk, PastDesk))
        if way == "button":
            qtbot.mouseClick(window.desk.times.now, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(window, KEY.Key_T, CTRL)
        assert window.desk is live


def test_every_way_to_write_is_refused_with_a_sentence_and_nothing_is_written(past, window, qtbot):
    live = window.present.room
    before = live.tail()
    past.turn(at(200))
    qtbot.keyClick(past.bar.line, KEY.Key_A)
    qtbot.keyClick(past.bar.line, KEY.Key_Return)
    assert (past.bar.line.text(), past.bar._mode) == ("", BarState.READ_ONLY)
    QGuiApplication.clipboard().setText("time\ttext\n14:00\tlate")
    for way in (past.undo, past.redo, past.ask_clock, window.ask_import, window.paste_rows):
        past.notice.hide()
        way()
        assert "as it was" in window.fault()
    past.notice.hide()
    past.open_record(past.room.all(Entry)[0])
    form = past.timeline.findChildren(Form)[0]
    form.go_to("source")
    qtbot.keyClicks(QApplication.focusWidget(), "late")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    assert "as it was at an earlier moment" in window.fault()
    past.notice.hide()
    past._deeds.take_back(past.room.all(Entry))
    assert "as it was at an earlier moment" in window.fault()
    assert live.tail() == before


def test_the_live_room_goes_on_behind_and_the_slider_reaches_up_to_it(past, window, qtbot):
    live = window.present.room
    past.turn(at(200))
    live._clock.move(minutes=10)
    live.capture("while you looked")
    assert "while you looked" not in texts(past)
    qtbot.keyClick(past.times.slider, KEY.Key_End)
    assert (texts(past)[-1], hour(past)) == ("while you looked", "18:40")


def test_what_is_written_after_the_past_is_saved_and_can_be_undone(past, window, qtbot):
    with qtbot.waitSignal(past.destroyed):
        qtbot.keyClick(past.times, KEY.Key_Escape)
    live = window.desk
    live.bar.line.setText("after the past")
    qtbot.keyClick(live.bar.line, KEY.Key_Return)
    assert live.bar.line.text() == ""
    assert len(live.room.all(Entry)) == 4
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    assert len(live.room.all(Entry)) == 3


def test_a_warning_of_now_is_said_over_the_past(past, window):
    window.present.watch.told.emit("▲ It burns.")
    assert past.notice.sentence() == "Now: ▲ It burns."


def test_w_on_a_decision_shows_what_was_known_when_it_was_taken(window, qtbot):
    window.desk.show_part("plan", "decisions")
    part = window.desk.page("plan").part("decisions")
    table = part.lists[0].table
    table.setFocus()
    table.select(0)
    qtbot.keyClick(table, KEY.Key_W)
    qtbot.waitUntil(lambda: isinstance(window.desk, PastDesk))
    assert (hour(window.desk), texts(window.desk)) == ("15:40", ["first", "recall"])
    assert window.desk.page("plan").current() == "decisions"


def test_another_language_and_closing_go_back_to_now_first(past, window):
    window.speak("en")
    assert (window.present, type(window.desk).__name__) == (None, "Desk")
    window.show_past()
    window.close_room()
    assert (window.present, window.desk) == (None, None)


def test_figures_and_warnings_are_judged_at_the_time_of_the_slider(past, qtbot):
    past.turn(at(1))
    qtbot.waitUntil(lambda: not past._rest.isActive())
    now = past.room.now()
    assert all(each.warned.raised.said for each in past.watch.standing)
    assert now.ms == at(1).ms
    assert not any(each.alarm for each in past.watch.standing)


def test_every_page_and_part_can_be_taken_back_and_on(qtbot):
    with window_of("en") as window:
        window.show_past()
        qtbot.waitUntil(lambda: isinstance(window.desk, PastDesk))
        desk = window.desk
        begins, ends = desk.room.begins.ms, desk.room.ends.ms
        for place in PLACES:
            page = desk.show_page(place.name)
            for part in getattr(page, "_places", ()):
                page.show_part(part.name)
            for share in (0.0, 0.3, 0.9, 0.1, 1.0):
                desk.turn(Moment(begins + round((ends - begins) * share)))
                desk.grab()
        desk._settle()
        window.back_to_now()


def test_a_page_out_of_sight_is_right_when_it_is_seen_again(past, qtbot):
    past.show_page("timeline")
    model = past.timeline._model
    past.show_page("tasks")
    past.turn(at(15))
    assert model.rowCount() == 3  # it rests
    past.show_page("timeline")
    assert model.rowCount() == 1


def test_the_list_of_warnings_and_its_mark_are_those_of_the_strip(past, qtbot):
    past.show_part("clocks", "warnings")
    page = past.page("clocks")
    for minutes in (1, 230):
        past.turn(at(minutes))
        past._settle()
        n = len(past.watch.standing)
        assert page.part("warnings").mark()[0] == (f"▲ {n}" if n else "")
        assert page.part("warnings").model.rowCount() == n
