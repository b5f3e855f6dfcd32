"""The window as people use it: real keys and clicks, a real file, and the sentences they get."""

import json
import os
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QMenu, QPushButton

from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.choices import Certainty, Phase
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Entry, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.window import MainWindow
from tests.rooms import clock, new_room
from widgets import theme
from widgets.chip import Chip
from widgets.form import Form
from widgets.plain import PlainLabel

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEN = (
    "14:05 /media City TV airs at 18:00 @Lin !16:30",
    "/d Recall all of B2231 because the lab cannot rule out other batches",
    "三名顧客回報奶瓶過熱 #B2231",
    "昨天 18:30 /聲明 第一份聲明發布",
    "~13:10 the warehouse stopped the line",
    "/staff told 140 of night shift, 12 not reached",
    "/rumour 夜班會被裁員 @趙敏",
    "/signal returns doubled within the hour #returns",
    "/note <b>not bold</b> & 100 % as typed",
    "the lab confirms 68 °C in 3 of 40 units",
)


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def at() -> FixedClock:
    return clock()


@pytest.fixture
def window(qtbot, home, at) -> MainWindow:
    window = MainWindow(at, Settings(), "Zhao Min")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def file(home, at) -> Path:
    path = home / "r.warroom"
    new_room(path, at).close()
    return path


@pytest.fixture
def desk(qtbot, window, file):
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(file)
    window.desk.show_page("timeline")
    return window.desk


def log(qtbot, desk, line):
    QApplication.clipboard().setText(line)
    desk.bar.line.setFocus()
    if line.isascii():
        qtbot.keyClicks(desk.bar.line, line)
    else:
        desk.bar.line.paste()
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)


def texts(desk):
    return [row.text for row in desk.timeline.view.visible_rows()]


def chips(desk):
    return [chip.text() for chip in desk.bar.findChildren(Chip) if chip.isVisible()]


def press(qtbot, widget, words):
    button = next(b for b in widget.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(monkeypatch, dialog, name, value):
    monkeypatch.setattr(dialog, name, staticmethod(lambda *_a, **_k: value))


# logging


def test_ten_lines_by_keyboard_are_ten_entries_on_screen_and_in_the_file(qtbot, window, desk, file):
    for line in TEN:
        log(qtbot, desk, line)
        assert desk.bar.line.text() == ""
    assert desk.timeline.view.count() == 10
    window.close_room()
    seen = sqlite3.connect(file)
    bodies = [
        json.loads(body) for (body,) in seen.execute("SELECT body FROM journal ORDER BY number")
    ]
    seen.close()
    assert [body["typed"] for body in bodies if body.get("typed")] == list(TEN)
    room = WarRoom.open(file, writing=False)
    assert {entry.author for entry in room.all(Entry)} == {"Zhao Min"}
    assert room.verify().sound
    room.close()


def test_an_entry_is_durable_before_the_bar_is_empty(qtbot, desk, file):
    log(qtbot, desk, "the lab calls")
    seen = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    assert seen.execute("SELECT text FROM entry").fetchall() == [("the lab calls",)]
    seen.close()


def test_the_newest_entry_is_seen_selected_at_the_top(qtbot, desk):
    for number in range(40):
        log(qtbot, desk, f"entry {number}")
    assert texts(desk)[0] == "entry 39"
    assert desk.timeline.view.current_index().row() == 0


def test_chips_say_what_is_understood_while_it_is_typed(qtbot, desk):
    qtbot.keyClicks(desk.bar.line, "14:05 /media City TV airs @Lin !16:30")
    assert {"14:05", "Media", "@Lin"} <= set(chips(desk))
    assert desk.timeline.view.count() == 0


def test_a_refused_line_stays_with_its_reason(qtbot, desk):
    log(qtbot, desk, "/media")
    assert desk.bar.line.text() == "/media"
    assert desk.bar.sentence() == "Say what happened."
    assert desk.timeline.view.count() == 0


def test_text_that_looks_like_markup_is_shown_as_typed(qtbot, desk):
    log(qtbot, desk, "<b>not bold</b> <img src=x>")
    assert texts(desk) == ["<b>not bold</b> <img src=x>"]


def test_ctrl_l_goes_to_the_log_bar_from_anywhere(qtbot, window, desk):
    desk.timeline.view.setFocus()
    qtbot.keyClick(window, KEY.Key_L, CTRL)
    assert desk.bar.line.hasFocus()


# undo


def test_undo_takes_the_entry_back_and_returns_its_line_for_mending(qtbot, desk):
    log(qtbot, desk, "14:05 /media City TV")
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL)
    assert desk.bar.line.text() == "14:05 /media City TV"
    assert desk.timeline.view.count() == 0


def test_redo_brings_the_entry_back_and_empties_the_bar(qtbot, window, desk):
    log(qtbot, desk, "City TV")
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL)
    desk.timeline.view.setFocus()
    qtbot.keyClick(window, KEY.Key_Z, CTRL | SHIFT)
    assert texts(desk) == ["City TV"]
    assert desk.bar.line.text() == ""


def test_ctrl_z_undoes_typing_first_and_the_entry_after_that(qtbot, desk):
    log(qtbot, desk, "first")
    qtbot.keyClicks(desk.bar.line, "half")
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL)
    assert desk.bar.line.text() == ""
    assert desk.timeline.view.count() == 1
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL)
    assert desk.bar.line.text() == "first"
    assert desk.timeline.view.count() == 0


def test_ctrl_z_on_the_timeline_undoes_the_last_act_once(qtbot, desk):
    for line in ("first", "second"):
        log(qtbot, desk, line)
    desk.timeline.view.setFocus()
    qtbot.keyClick(desk.timeline.view, KEY.Key_Z, CTRL)
    assert texts(desk) == ["first"]


def test_the_notice_offers_undo(qtbot, desk):
    log(qtbot, desk, "by mistake")
    press(qtbot, desk.notice, "Undo")
    assert desk.timeline.view.count() == 0
    press(qtbot, desk.notice, "Redo")
    assert texts(desk) == ["by mistake"]


def test_with_nothing_to_undo_it_says_so(qtbot, desk):
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL)
    assert desk.notice.sentence() == "There is nothing to undo since the room was opened."
    assert "✓" not in [label.text() for label in desk.notice.findChildren(QLabel)]


# faults


def test_a_full_disk_keeps_the_text_and_says_not_saved(qtbot, desk):
    connection = desk.room._store._open()
    connection.execute("PRAGMA max_page_count=1")
    line = "y" * 90_000
    while desk.bar.line.text() == "":
        desk.bar.restore(line)
        qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    assert desk.bar.line.text() == line
    assert "● NOT SAVED" in chips(desk)
    connection.execute("PRAGMA max_page_count=1073741823")
    before = desk.timeline.view.count()
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    assert desk.bar.line.text() == ""
    assert desk.timeline.view.count() == before + 1
    assert "● NOT SAVED" not in chips(desk)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_shown_and_says_why(qtbot, window, file):
    file.chmod(0o400)
    with qtbot.waitSignal(window.room_ready):
        window.open_room(file)
    assert "read-only" in window.desk.bar.sentence()
    assert window.desk.bar.line.isReadOnly()


def test_a_room_that_another_window_has_open_is_not_opened_twice(qtbot, window, desk, file):
    second = MainWindow(clock(), Settings(), "Lin Xia")
    qtbot.addWidget(second)
    assert not second.open_room(file)
    assert "already open in this program" in second.fault()
    log(qtbot, desk, "still works")
    assert desk.timeline.view.count() == 1


def test_the_room_that_is_open_is_shown_when_it_is_asked_for_again(qtbot, window, desk, file):
    qtbot.keyClicks(desk.bar.line, "half typed")
    window.ask_new()
    assert window.open_room(file)
    assert window.desk is desk
    assert desk.isVisible()
    assert desk.bar.line.text() == "half typed"


def test_a_line_of_a_hundred_thousand_letters_is_pasted_and_kept_whole(qtbot, desk):
    line = "奶瓶 " * 34_000
    log(qtbot, desk, line)
    assert desk.room.all(Entry)[0].text == line.strip()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_text("shopping list"), "is not a room"),
        (lambda path: path.mkdir(), "folder"),
        (lambda _path: None, "is not there"),
    ],
    ids=["text", "folder", "missing"],
)
def test_what_is_no_room_is_said_and_the_welcome_page_stays(window, home, make, sentence):
    path = home / "x.warroom"
    make(path)
    assert not window.open_room(path)
    assert sentence in window.fault()
    assert window.desk is None
    assert window.welcome.isVisible()


def test_a_second_room_that_fails_leaves_the_first_as_it_was(qtbot, window, desk, home):
    qtbot.keyClicks(desk.bar.line, "half typed")
    assert not window.open_room(home / "nowhere.warroom")
    assert window.desk is desk
    assert desk.bar.line.text() == "half typed"
    assert "is not there" in desk.notice.sentence()


def test_half_typed_text_is_there_when_the_room_is_opened_again(qtbot, window, desk, file):
    qtbot.keyClicks(desk.bar.line, "City TV asks wheth")
    window.close_room()
    with qtbot.waitSignal(window.room_ready):
        window.open_room(file)
    assert window.desk.bar.line.text() == "City TV asks wheth"


# the entry


def test_enter_opens_the_entry_and_a_correction_keeps_the_old_wording(qtbot, desk):
    log(qtbot, desk, "Refunds start 24 Nov.")
    view, panel = desk.timeline.view, desk.timeline.beside.panel
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_Return)
    form = panel.findChild(Form)
    text = QApplication.focusWidget()
    text.selectAll()
    qtbot.keyClicks(text, "Refunds start 25 Nov.")
    qtbot.keyClick(text, KEY.Key_Return, CTRL)
    row = view.row_at(0)
    assert form is not None
    assert not panel.isVisible()
    assert row.text == "Refunds start 25 Nov."
    assert row.struck == ("Refunds start 24 Nov.",)
    qtbot.keyClick(view, KEY.Key_Z, CTRL)
    assert view.row_at(0).text == "Refunds start 24 Nov."
    assert view.row_at(0).struck == ()


def test_the_panel_tells_every_version_of_an_entry(qtbot, desk):
    log(qtbot, desk, "Refunds start 24 Nov.")
    [entry] = desk.room.all(Entry)
    desk.room.amend(entry, "Refunds start 25 Nov.", "the bank is closed")
    desk.timeline.view.setFocus()
    qtbot.keyClick(desk.timeline.view, KEY.Key_F2)
    told = " ".join(label.text() for label in desk.timeline.beside.panel.findChildren(PlainLabel))
    assert "Text: Refunds start 24 Nov. → Refunds start 25 Nov." in told
    assert "Why: the bank is closed" in told


def test_an_empty_correction_is_refused_beside_the_field(qtbot, desk):
    log(qtbot, desk, "something")
    desk.timeline.view.setFocus()
    qtbot.keyClick(desk.timeline.view, KEY.Key_Return)
    text = QApplication.focusWidget()
    text.clear()
    qtbot.keyClick(text, KEY.Key_Return, CTRL)
    assert desk.timeline.beside.panel.isVisible()
    assert text.accessibleDescription() == "Text is empty. Fill it in."
    assert desk.timeline.view.row_at(0).text == "something"


def test_escape_closes_the_panel_and_goes_back_to_the_log(qtbot, desk):
    log(qtbot, desk, "something")
    desk.timeline.view.setFocus()
    qtbot.keyClick(desk.timeline.view, KEY.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not desk.timeline.beside.panel.isVisible()
    assert desk.timeline.view.hasFocus()


def test_one_key_marks_an_entry_and_another_takes_it_back(qtbot, desk):
    log(qtbot, desk, "something")
    view = desk.timeline.view
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_K)
    assert view.row_at(0).key
    qtbot.keyClick(view, KEY.Key_Delete)
    assert view.count() == 0
    qtbot.keyClick(view, KEY.Key_Z, CTRL)
    assert view.count() == 1


def test_the_menu_rates_how_certain_an_entry_is(qtbot, desk):
    log(qtbot, desk, "something")
    qtbot.keyClick(desk.timeline.view, KEY.Key_F10, SHIFT)
    menu = next(m for m in desk.timeline.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text() == Certainty.CONFIRMED.shown).trigger()
    menu.close()
    assert desk.room.all(Entry)[0].certainty == Certainty.CONFIRMED


# the filter


def test_searching_shows_only_what_holds_the_words_and_escape_shows_all(qtbot, window, desk):
    for line in ("City TV calls", "the lab calls", "奶瓶過熱"):
        log(qtbot, desk, line)
    qtbot.keyClick(window, KEY.Key_F, CTRL)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "calls")
    qtbot.waitUntil(lambda: desk.timeline.view.count() == 2)
    assert texts(desk) == ["the lab calls", "City TV calls"]
    qtbot.keyClick(field, KEY.Key_Escape)
    qtbot.waitUntil(lambda: desk.timeline.view.count() == 3)


def test_an_entry_outside_the_filter_is_saved_and_the_notice_says_so(qtbot, window, desk):
    log(qtbot, desk, "City TV calls")
    qtbot.keyClick(window, KEY.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "City")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    log(qtbot, desk, "the lab calls")
    assert texts(desk) == ["City TV calls"]
    assert "is saved; the filter hides it." in desk.notice.sentence()


# the incident


def test_the_phase_moves_by_a_click_and_back_only_with_a_reason(qtbot, monkeypatch, desk):
    desk.header.phase_asked.emit(Phase.HANDLING.value)
    assert desk.room.incident.phase == Phase.HANDLING
    answer(monkeypatch, QInputDialog, "getText", ("", True))
    desk.header.phase_asked.emit(Phase.EMERGENCY.value)
    assert desk.room.incident.phase == Phase.HANDLING
    assert "Say why" in desk.notice.sentence()
    answer(monkeypatch, QInputDialog, "getText", ("a second batch is reported", True))
    desk.header.phase_asked.emit(Phase.EMERGENCY.value)
    assert desk.room.incident.phase == Phase.EMERGENCY
    desk.undo()
    assert desk.room.incident.phase == Phase.HANDLING


def test_the_keyboard_is_handed_over_and_the_next_entry_is_theirs(qtbot, monkeypatch, window, desk):
    log(qtbot, desk, "mine")
    answer(monkeypatch, QInputDialog, "getText", ("Wu Ke", True))
    window.ask_operator()
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    menu.actions()[-1].trigger()
    menu.close()
    assert desk.notice.sentence() == "Wu Ke is at the keyboard."
    shown = [each.text() for each in desk.notice.findChildren(QPushButton) if each.isVisible()]
    assert "Undo" not in shown  # it would take back what was logged before
    log(qtbot, desk, "theirs")
    assert [e.author for e in desk.room.all(Entry)] == ["Zhao Min", "Wu Ke"]
    assert "Wu Ke" in desk.room.people()
    assert Settings().text("operator") == "Wu Ke"


# rooms


def test_a_new_room_is_asked_for_made_and_opened(qtbot, monkeypatch, window, home):
    answer(monkeypatch, QFileDialog, "getSaveFileName", (str(home / "made.warroom"), ""))
    press(qtbot, window.welcome, "New room")
    form = window.findChild(Form)
    qtbot.keyClicks(QApplication.focusWidget(), "Database outage")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert QApplication.focusWidget().accessibleDescription() == "Choose the type of crisis."
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
    with qtbot.waitSignal(window.room_ready):
        press(qtbot, form, "Choose where to keep it…")
    assert window.desk.room.incident.title == "Database outage"
    assert window.windowTitle() == "Database outage – War Room"
    assert (home / "made.warroom").exists()


def test_a_new_room_without_a_title_is_asked_again(qtbot, window):
    window.ask_new()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    field = QApplication.focusWidget()
    assert field.accessibleDescription() == "Say what the incident is called."
    qtbot.keyClick(field, KEY.Key_Escape)
    assert window.welcome.isVisible()


def test_the_example_opens_and_says_that_it_is_invented(qtbot, monkeypatch, window, home):
    answer(monkeypatch, QFileDialog, "getSaveFileName", (str(home / "e.warroom"), ""))
    with qtbot.waitSignal(window.room_ready):
        press(qtbot, window.welcome, "Try the example")
    assert "invented" in window.desk.room.incident.title
    assert window.desk.timeline.view.count() > 10


def test_rooms_opened_before_are_a_keystroke_away(qtbot, window, desk, file):
    window.close_room()
    assert [room.path for room in Settings().recent()] == [str(file.absolute())]
    with qtbot.waitSignal(window.room_ready):
        window.welcome.room_chosen.emit(str(file))
    assert window.desk is not None


def test_the_briefing_is_written_from_the_window(qtbot, monkeypatch, window, desk, home):
    log(qtbot, desk, "something")
    target = home / "briefing.pdf"
    answer(monkeypatch, QFileDialog, "getSaveFileName", (str(target), ""))
    qtbot.keyClick(window, KEY.Key_P, CTRL)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_S, CTRL)
    qtbot.waitUntil(target.exists, timeout=60_000)
    said = "Briefing 1 was written to briefing.pdf."
    qtbot.waitUntil(lambda: desk.notice.sentence() == said)
    assert target.read_bytes().startswith(b"%PDF")


def test_theme_and_text_size_are_remembered(qtbot, window, home):
    qtbot.keyClick(window, KEY.Key_L, CTRL | SHIFT)
    qtbot.keyClick(window, KEY.Key_Plus, CTRL)
    try:
        assert Settings().text("theme") == "light"
        assert Settings().text("scale") == "1.1"
    finally:
        theme.apply("dark")
        theme.set_scale(1.0)


def test_the_clock_in_the_header_goes_on(qtbot, desk, at):
    before = desk.header._clock.text()
    at.move(minutes=7)
    qtbot.waitUntil(lambda: desk.header._clock.text() != before, timeout=3_000)
    assert desk.header._clock.text() == "14:37"


def test_redo_is_a_key_in_the_log_bar_too(qtbot, desk):
    log(qtbot, desk, "something")
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL)
    assert desk.bar.line.text() == "something"
    assert desk.room.all(Entry) == []
    desk.bar.line.start_over()
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL | SHIFT)
    assert [entry.text for entry in desk.room.all(Entry)] == ["something"]


def test_after_a_row_is_taken_back_the_next_one_is_current(qtbot, desk):
    for text in ("one", "two", "three", "four"):
        log(qtbot, desk, text)
    view = desk.timeline.view
    view.setFocus()
    view.select(1)
    gone = view.row_at(1).text
    after = view.row_at(2).text
    qtbot.keyClick(view, KEY.Key_Delete)
    assert gone not in [entry.text for entry in desk.room.all(Entry)]
    assert view.row_at(view.current_index().row()).text == after


def test_undo_names_what_it_undid_and_taking_back_what_it_took(qtbot, desk):
    log(qtbot, desk, "the warehouse stopped")
    desk.timeline.view.setFocus()
    desk.timeline.view.select(0)
    qtbot.keyClick(desk.timeline.view, KEY.Key_Delete)
    assert desk.notice.sentence() == "Taken back: the warehouse stopped"
    desk.undo()
    assert desk.notice.sentence() == "Undone: the warehouse stopped"


def test_a_message_that_was_sent_says_so_with_nothing_to_undo(qtbot, desk):
    desk.room.add(StaffMessage(title="First", sent_at=desk.room.minute()))
    page = desk.show_page("staff").part("told")
    page.table.setFocus()
    qtbot.keyClick(page.table, KEY.Key_S)
    assert desk.notice.sentence() == "This message is marked as sent already."
    undo = [b for b in desk.notice.findChildren(QPushButton) if b.text() == "Undo"]
    assert not any(button.isVisible() for button in undo)


def test_a_notice_stays_above_the_page_that_is_shown_next(qtbot, desk):
    desk.say("Something was done.")
    for name in ("media", "staff", "timeline"):
        page = desk.show_page(name)
        siblings = page.parentWidget().children()
        assert siblings.index(desk.notice) > siblings.index(page)


def test_the_first_window_is_no_higher_than_the_screen(window):
    assert window.height() < window.screen().availableGeometry().height()
