"""The window's pages: keys, doors from figures, what is remembered, and another language at once."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QSplitter,
)

import resources
from desktop.app import application, report
from desktop.pages.bring_in import BringIn
from desktop.pages.take_out import TakeOut
from desktop.settings import Settings
from desktop.warroom.choices import EntryKind, TaskStatus, Tone
from desktop.warroom.moment import Moment
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Incident,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.window import MainWindow
from tests.rooms import START, clock, new_room
from widgets import theme
from widgets.filter_bar import FilterBar
from widgets.plain import PlainLabel

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def at(minutes: int) -> Moment:
    return Moment.of(START + timedelta(minutes=minutes))


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    application()
    theme.apply("dark")
    return tmp_path


@pytest.fixture
def file(home) -> Path:
    path = home / "r.warroom"
    room = new_room(path, clock())
    room.add(Entry(kind=EntryKind.STATEMENT, text="We test all", happened_at=at(-280)))
    room.add(Entry(text="Lab called", happened_at=at(-10)))
    room.add(Task(title="Late card", due=at(-30), rank="V"))
    room.add(Task(title="Done card", status=TaskStatus.DONE, rank="W"))
    room.add(Coverage(outlet="TV", headline="asks", published_at=at(-20), answer_due=at(60)))
    room.add(Coverage(outlet="Wire", headline="old", published_at=at(-2000), tone=Tone.NEGATIVE))
    group = room.add(StaffGroup(name="Night shift", headcount=140))
    message = room.add(StaffMessage(title="What to say", sent_at=at(-60)))
    room.add(Delivery(message=message.id, group=group.id, reached=70, confirmed=35))
    room.close()
    return path


@pytest.fixture
def window(qtbot, file):
    return opened(qtbot, file)


def opened(qtbot, file) -> MainWindow:
    window = MainWindow(clock(), Settings(), "Zhao Min")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(file)
    return window


@pytest.mark.parametrize(
    ("key", "name"),
    [("1", "dashboard"), ("2", "timeline"), ("3", "tasks"), ("4", "media"), ("5", "staff")],
)
def test_each_page_has_its_key_and_takes_the_keys(qtbot, window, key, name):
    qtbot.keyClick(window, getattr(KEY, f"Key_{key}"), CTRL)
    assert window.desk.current() == name
    page = window.desk.page(name)
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))


def figures(window) -> dict[str, str]:
    window.desk._show_figures()
    return {figure.name: figure.value for figure in window.desk.strip.figures()}


def test_the_strip_says_what_the_records_answer_and_follows_a_change(qtbot, window):
    assert figures(window) == {
        "response": "00:20",
        "due": "01:00",
        "coverage": "1",
        "waiting": "1",
        "staff": "25 %",
        "tasks": "1",
        "entries": "2",
    }
    bar = window.desk.bar
    qtbot.keyClick(window, KEY.Key_L, CTRL)
    qtbot.keyClicks(bar.line, "something more")
    qtbot.keyClick(bar.line, KEY.Key_Return)
    qtbot.waitUntil(
        lambda: {f.name: f.value for f in window.desk.strip.figures()}["entries"] == "3"
    )


@pytest.mark.parametrize(
    ("figure", "page", "shown"),
    [
        ("response", "timeline", ["We test all"]),
        ("coverage", "media", ["asks"]),
        ("waiting", "media", ["asks"]),
        ("tasks", "tasks", ["Late card"]),
        ("entries", "timeline", ["Lab called", "We test all"]),
    ],
)
def test_a_figure_opens_the_rows_behind_it(qtbot, window, figure, page, shown):
    window.desk.strip.opened.emit(figure)
    assert window.desk.current() == page
    assert rows(window, page) == shown


def rows(window, page) -> list[str]:
    shown = window.desk.page(page)
    if page == "timeline":
        return [shown.view.row_at(n).text for n in range(shown.view.count())]
    if page == "media":
        model = shown.table.model()
        return [model.index(n, 3).data() for n in range(model.rowCount())]
    return [shown.view.card(place).title for place in (c.id for c in shown.view.visible_cards())]


def test_the_next_deadline_opens_its_record(qtbot, window):
    window.desk.strip.opened.emit("due")
    page = window.desk.page("media")
    assert window.desk.current() == "media"
    assert page.beside.panel.isVisible()
    assert page.beside.panel.values()["headline"] == "asks"


def test_the_panels_of_the_dashboard_lead_to_their_rows(qtbot, window):
    page = window.desk.page("dashboard")
    page.board.view.opened.emit(next(iter(window.desk.room.all(Task))).id)
    assert window.desk.current() == "tasks"
    window.desk.show_page("dashboard")
    page.timeline.view.select(0)
    qtbot.keyClick(page.timeline.view, KEY.Key_Return)
    assert window.desk.current() == "timeline"
    assert window.desk.timeline.beside.panel.values()["text"] == "Lab called"
    window.desk.show_page("dashboard")
    page.coverage.table.select(0)
    qtbot.keyClick(page.coverage.table, KEY.Key_Return)
    assert window.desk.current() == "media"


def test_a_card_is_moved_on_the_dashboard_by_keys_and_taken_back(qtbot, window):
    page = window.desk.page("dashboard")
    page.board.view.setFocus()
    page.board.view.select(window.desk.room.all(Task)[0].id)
    qtbot.keyClick(page.board.view, KEY.Key_Right, CTRL)
    assert window.desk.room.all(Task)[0].status == TaskStatus.DOING
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    assert window.desk.room.all(Task)[0].status == TaskStatus.TODO


def share(seam: QSplitter) -> float:
    return seam.sizes()[0] / sum(seam.sizes())


def test_seams_and_columns_are_as_they_were_left(qtbot, window, file):
    page = window.desk.page("dashboard")
    seam = page.findChild(QSplitter, "dashboard")
    seam.setSizes([700, 500])
    left = share(seam)
    media = window.desk.show_page("media")
    media.table.horizontalHeader().resizeSection(1, 333)
    media.table.horizontalHeader().settled = True
    window.close()
    again = opened(qtbot, file)
    seam = again.desk.page("dashboard").findChild(QSplitter, "dashboard")
    assert share(seam) == pytest.approx(left, abs=0.01)
    assert again.desk.show_page("media").table.columnWidth(1) == 333


def test_another_language_is_spoken_at_once_and_nothing_typed_is_lost(qtbot, window):
    try:
        window.desk.show_page("media")
        window.desk.bar.line.setText("half a sent")
        room = window.desk.room
        window.speak("zh_TW")
        assert window.desk.room is room
        assert window.desk.current() == "media"
        assert window.desk.bar.line.text() == "half a sent"
        assert Settings().text("language") == "zh_TW"
        bar = window.desk.bar
        qtbot.keyClicks(bar.line, "ence")
        qtbot.keyClick(bar.line, KEY.Key_Return)
        assert "half a sentence" in [entry.text for entry in room.all(Entry)]
        assert bar.line.text() == ""
        assert bar.line.hasFocus()
        qtbot.keyClick(window, KEY.Key_2, CTRL)
        assert window.desk.current() == "timeline"
        told = window.desk.page("timeline").findChild(FilterBar)
        assert told is not None
    finally:
        window.speak("en")
    assert resources.spoken() == "en"


def test_the_menu_holds_every_command_and_ticks_the_language(qtbot, window):
    menu = window._commands.menu()
    titles = [action.text() for action in menu.actions()]
    for wanted in ("New room", "Write the briefing", "Dashboard", "Larger text", "Quit"):
        assert wanted in titles
    inner = next(a.menu() for a in menu.actions() if a.text() == "Language")
    assert [a.text() for a in inner.actions() if a.isChecked()] == ["English"]
    menu.deleteLater()


def test_the_theme_is_chosen_in_a_menu_that_ticks_it(qtbot, window):
    try:
        chosen = {}
        for name in ("Light", "As the system", "Dark"):
            menu = window._commands.menu()
            inner = next(a.menu() for a in menu.actions() if a.text() == "Theme")
            next(a for a in inner.actions() if a.text() == name).trigger()
            again = window._commands.menu()
            inner = next(a.menu() for a in again.actions() if a.text() == "Theme")
            ticked = [a.text() for a in inner.actions() if a.isChecked()]
            chosen[name] = (ticked, Settings().text("theme"))
    finally:
        theme.apply("dark")
    assert chosen == {
        "Light": (["Light"], "light"),
        "As the system": (["As the system"], "system"),
        "Dark": (["Dark"], "dark"),
    }


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy = QPointF(400, 400), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(at, copy, data, left, none))


def test_a_file_dropped_on_a_page_comes_in_as_what_the_page_shows(qtbot, window, home):
    sheet = home / "cards.csv"
    sheet.write_text("task,owner\nBook the hall,Lin Xia\nCall the lab,Wu Ke\n", encoding="utf-8")
    window.desk.show_page("tasks")
    drop(window, sheet)
    form = window.findChild(BringIn)
    qtbot.waitUntil(form.face.foot.go.isEnabled)
    qtbot.mouseClick(form.face.foot.go, Qt.MouseButton.LeftButton)
    room = window.desk.room
    qtbot.waitUntil(lambda: len(room.all(Task)) == 4)
    qtbot.waitUntil(lambda: window._stack.currentWidget() is window.desk)
    assert {"Book the hall", "Call the lab"} <= {task.title for task in room.all(Task)}
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    assert len(room.all(Task)) == 2


def test_rows_of_a_spreadsheet_are_pasted_and_nothing_else_is(qtbot, window):
    window.desk.show_page("media")
    QApplication.clipboard().setText("no rows here")
    window.paste_rows()
    assert "no rows" in window.fault()
    QApplication.clipboard().setText("outlet\theadline\tdate\nDaily\tWide\t2026-11-23 10:00\n")
    window.paste_rows()
    form = window.findChild(BringIn)
    qtbot.waitUntil(form.face.foot.go.isEnabled)
    qtbot.keyClick(form, KEY.Key_Escape)
    assert window._stack.currentWidget() is window.desk
    assert len(window.desk.room.all(Coverage)) == 2


def test_what_a_page_shows_is_exported_and_nothing_is_offered_to_undo(
    qtbot, window, home, monkeypatch
):
    page = window.desk.show_page("media")
    page.table.setFocus()
    window.desk.strip.opened.emit("waiting")
    out = home / "waiting.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    qtbot.keyClick(window, KEY.Key_E, CTRL)
    form = window.findChild(TakeOut)
    what = next(box for box in form.findChildren(QComboBox) if box.findData("shown") >= 0)
    what.setCurrentIndex(what.findData("shown"))
    kind = next(box for box in form.findChildren(QComboBox) if box.findData(".csv") >= 0)
    kind.setCurrentIndex(kind.findData(".csv"))
    form.form.submitted.emit()
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: window._stack.currentWidget() is window.desk)
    text = out.read_text(encoding="utf-8-sig")
    assert "asks" in text
    assert '"old"' not in text


def test_a_fault_of_our_own_is_said_in_the_window(window, capsys):
    try:
        raise ZeroDivisionError("made up for this test")
    except ZeroDivisionError as fault:
        report(window, type(fault), fault, fault.__traceback__)
    assert "reports" in window.fault()
    assert "A fault of the program" in capsys.readouterr().err


def test_a_panel_shows_its_whole_page_again_after_a_figure_narrowed_it(qtbot, window):
    window.desk.strip.opened.emit("coverage")
    assert rows(window, "media") == ["asks"]
    window.desk.show_page("dashboard").coverage.opened.emit()
    assert rows(window, "media") == ["asks", "old"]


def test_f11_shows_a_wall_that_follows_the_room_and_is_there_again_next_time(qtbot, window, file):
    qtbot.keyClick(window, KEY.Key_F11)
    wall = window.second_screen.wall()
    assert wall.isVisible()
    window.desk.room.add(Entry(text="Everybody sees this", happened_at=at(0), key=True))
    assert "Everybody sees this" in str(wall.state())
    window.close()
    assert not wall.isVisible()
    again = opened(qtbot, file)
    qtbot.waitUntil(lambda: again.second_screen.wall() is not None)
    qtbot.keyClick(again, KEY.Key_F11)
    assert again.second_screen.wall() is None
    again.close()
    last = opened(qtbot, file)
    assert last.second_screen.wall() is None


def test_ctrl_f_on_the_dashboard_searches_the_log(qtbot, window):
    qtbot.keyClick(window, KEY.Key_F, CTRL)
    assert window.desk.current() == "timeline"
    qtbot.keyClicks(QApplication.focusWidget(), "lab")
    qtbot.waitUntil(lambda: rows(window, "timeline") == ["Lab called"])


def test_the_incident_is_changed_beside_the_log_and_going_back_needs_a_reason(qtbot, window):
    qtbot.keyClick(window, KEY.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    panel = window.desk.timeline.beside.panel
    form = panel._form
    level = next(b for b in form.findChildren(QComboBox) if b.findData("restricted") >= 0)
    level.setCurrentIndex(level.findData("restricted"))
    phase = next(b for b in form.findChildren(QComboBox) if b.findData("prevention") >= 0)
    phase.setCurrentIndex(phase.findData("prevention"))
    qtbot.keyClick(form, KEY.Key_Return, CTRL)
    assert panel.isVisible()
    assert window.desk.room.incident.phase == "emergency"
    why = next(e for e in form.findChildren(QLineEdit) if e.accessibleName().startswith("Why"))
    qtbot.keyClicks(why, "a false alarm")
    qtbot.keyClick(form, KEY.Key_Return, CTRL)
    assert not panel.isVisible()
    changed = window.desk.room.incident
    assert (changed.phase, changed.classification) == ("prevention", "restricted")


# several incidents


def test_another_incident_is_shown_at_once_and_each_keeps_its_half_typed_line(
    window: MainWindow, qtbot
) -> None:
    room = window.desk.room
    first = room.incident
    qtbot.keyClicks(window.desk.bar.line, "bottles are")
    window.desk.bar.put_away()
    room.open_incident(Incident(title="Names on a forum", t0=first.t0))
    window.desk.incident_turned.emit()
    assert window.windowTitle().startswith("Names on a forum")
    assert window.desk.bar.line.text() == ""
    qtbot.keyClicks(window.desk.bar.line, "a forum")
    qtbot.keyClick(window.desk.bar.line, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert room.incident.id == first.id
    assert window.desk.bar.line.text() == "bottles are"
    qtbot.keyClick(window.desk.bar.line, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.bar.line.text() == "a forum"


def test_a_room_with_one_incident_says_how_to_open_another(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(window.desk.bar.line, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    said = window.desk.notice.findChildren(PlainLabel)
    assert any("one incident" in each.text() for each in said)


def test_a_half_typed_form_waits_for_its_incident_and_for_the_next_opening(
    window: MainWindow, qtbot, file: Path
) -> None:
    room = window.desk.room
    first = room.incident
    media = window.desk.show_page("media")
    media.beside.ask_new(Coverage)
    media.beside.panel.go_to("headline")
    qtbot.keyClicks(window.focusWidget(), "Bottle melts")
    second = room.open_incident(Incident(title="Leak", t0=first.t0))
    room.turn_to(first)
    window.desk.turn_to(second)
    media = window.desk.show_page("media")
    media.beside.ask_new(Coverage)
    assert media.beside.panel.values()["headline"] == ""
    window.desk.turn_to(first)
    media = window.desk.show_page("media")
    media.beside.ask_new(Coverage)
    assert media.beside.panel.values()["headline"] == "Bottle melts"
    window.speak("zh_TW")
    media = window.desk.show_page("media")
    media.beside.ask_new(Coverage)
    assert media.beside.panel.values()["headline"] == "Bottle melts"
    window.speak("en")
