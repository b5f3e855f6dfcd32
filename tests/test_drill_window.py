"""A drill in the window: marked on every screen, played inside the real pages, and ended there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from desktop.app import application
from desktop.pages.plan.drill import DrillPart
from desktop.settings import Settings
from desktop.warroom.drills.playing import drill_of
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.method.team import Post
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Coverage, Entry
from desktop.warroom.statements.release import Release
from desktop.window import MainWindow
from tests.rooms import clock, new_room
from widgets import theme
from widgets.watermark import Watermark


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def stand() -> FixedClock:
    return clock()


@pytest.fixture
def window(qtbot, tmp_path: Path, stand: FixedClock) -> Iterator[MainWindow]:
    path = tmp_path / "r.warroom"
    new_room(path, stand).close()
    window = MainWindow(stand, Settings(tmp_path / "settings.ini"), "Lin Xia")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.room_ready):
        window.open_room(path)
    yield window
    window.close()


def part(window: MainWindow) -> DrillPart:
    window.desk.show_part("plan", "drill")
    found = window.desk.page("plan").part("drill")
    assert isinstance(found, DrillPart)
    return found


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def started(qtbot, window: MainWindow) -> MainWindow:
    press(qtbot, part(window).opening.start)
    return window


def marks(window: MainWindow) -> list[Watermark]:
    return [each for each in window.findChildren(Watermark) if each.isVisible()]


def test_a_drill_is_started_from_the_exercises(qtbot, window):
    exercises = window.desk.page("plan").part("exercises")
    window.desk.show_part("plan", "exercises")
    press(qtbot, exercises.start)
    assert window.desk.page("plan").current() == "drill"
    press(qtbot, part(window).opening.start)
    room = window.desk.room
    assert room.incident.drill
    assert window.drill.bar.time.text() == "00:00 of 03:00"
    assert drill_of(room).runs


def test_every_screen_is_marked_and_only_while_the_drill_is_on_it(qtbot, started):
    (mark,) = marks(started)
    assert mark.geometry() == started.centralWidget().rect()
    started.resize(1300, 800)
    assert mark.geometry() == started.centralWidget().rect()
    started.ask_export()
    assert marks(started) == [mark]
    first = started.desk.room.incidents()[0]
    started.desk.turn_to(first)
    assert marks(started) == []
    assert started.drill is None


def test_what_is_due_comes_by_itself_and_is_said(qtbot, started, stand):
    started.drill.tick()
    room = started.desk.room
    assert [each.author for each in room.all(Entry)] == ["Script"]
    for _five in range(3):
        stand.move(minutes=5)
        started.drill.tick()
    assert [each.outlet for each in room.all(Coverage)] == ["Morning Ledger Online"]
    assert started.desk.notice.sentence().startswith("Media item: Smoke from the rice cooker")
    assert started.drill.bar.coming.text() == "next 00:20: Fact"


def test_the_bar_pauses_plays_on_jumps_and_changes_the_speed(qtbot, started, stand):
    bar, room = started.drill.bar, started.desk.room
    press(qtbot, bar.pause)
    assert (bar.pause.text(), drill_of(room).runs) == ("Play on", False)
    press(qtbot, bar.next)
    assert len(drill_of(room).played) == 1
    press(qtbot, bar.speeds[30])
    press(qtbot, bar.pause)
    stand.move(minutes=1)
    started.drill.tick()
    assert bar.time.text() == "00:30 of 03:00"
    assert [n for n, each in bar.speeds.items() if each.isChecked()] == [30]


def test_a_drill_rests_while_another_incident_is_on_screen(qtbot, started, stand):
    drill_incident = started.desk.room.incident
    stand.move(minutes=7)
    started.desk.turn_to(started.desk.room.incidents()[0])
    stand.move(minutes=60)
    started.desk.turn_to(drill_incident)
    assert started.drill.bar.time.text() == "00:07 of 03:00"
    assert started.drill.bar.pause.text() == "Play on"


def test_another_language_does_not_stop_it(qtbot, started, stand):
    stand.move(minutes=7)
    started.speak("zh_TW")
    try:
        assert drill_of(started.desk.room).runs
        assert marks(started)[0].words() == "演練"
    finally:
        started.speak("en")


def test_a_room_that_was_closed_is_taken_up_where_it_was(qtbot, started, stand):
    path = started.desk.room.path
    stand.move(minutes=9)
    started.close_room()
    assert marks(started) == []
    stand.move(minutes=500)
    with qtbot.waitSignal(started.room_ready):
        started.open_room(path)
    assert started.drill.bar.time.text() == "00:09 of 03:00"
    press(qtbot, started.drill.bar.pause)
    assert drill_of(started.desk.room).runs


def test_the_end_writes_down_the_findings_that_a_person_chose(qtbot, started, stand):
    for _ten_minutes in range(17):
        started.drill.tick()
        stand.move(minutes=10)
    shown = part(started)
    assert shown.closing.people.text() == "Lin Xia"
    proposed = [shown.is_finding(shown.model.thing(n)) for n in range(shown.model.rowCount())]
    assert proposed.count(True) > 5
    for row in range(2, shown.model.rowCount()):
        if shown.is_finding(shown.model.thing(row)):
            shown.table.select(row)
            qtbot.keyClick(shown.table, Qt.Key.Key_F)
    shown.closing.people.clear()
    qtbot.keyClicks(shown.closing.people, "Lin Xia, Wei, Wei")
    press(qtbot, shown.closing.end)
    room = started.desk.room
    assert room.all(Exercise)[0].participants == ("Lin Xia", "Wei")
    chosen = [each.text for each in room.all(Finding)]
    assert len(chosen) == proposed[:2].count(True)
    kept = [shown.is_finding(shown.model.thing(n)) for n in range(shown.model.rowCount())]
    assert kept == [*proposed[:2], *[False] * (len(kept) - 2)]
    assert started.drill.bar.coming.text() == "This exercise has ended."
    assert shown.closing.open.isVisible()
    press(qtbot, shown.closing.open)
    assert started.desk.page("plan").current() == "exercises"


def test_the_bar_tells_how_long_ago_the_script_came_to_its_end(qtbot, started, stand):
    started.drill.set_speed(30)
    for _minute in range(9):
        stand.move(minutes=1)
        started.drill.tick()
    assert started.drill.bar.time.text() == "04:30, 01:30 after the script"


def test_what_has_ended_takes_no_line_and_leads_back_to_the_real_incident(qtbot, started):
    bar, room = started.drill.bar, started.desk.room
    assert not bar.back.isVisible()
    press(qtbot, part(started).closing.end)
    line = started.desk.bar.line
    line.setText("Smoke again")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    said = "This exercise has ended. Ctrl+J goes on to the next incident of the room."
    assert (line.text(), started.desk.bar.sentence()) == ("Smoke again", said)
    press(qtbot, bar.back)
    assert not room.incident.drill


def test_a_script_from_a_file_is_read_and_its_faults_are_shown(
    qtbot, window, tmp_path, monkeypatch
):
    file = tmp_path / "ours.csv"
    file.write_text("minute,kind,text\nsoon,media,A\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))
    answer = ("Personal-data leak", True)
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_a, **_k: answer)
    shown = part(window)
    press(qtbot, shown.opening.file)
    assert shown.advice.texts()[0].startswith('Line 2, column "minute"')
    file.write_text("minute,kind,text\n0,media,A\n", "utf-8")
    press(qtbot, shown.opening.file)
    assert window.desk.room.incident.title == "Exercise: ours"
    assert window.desk.room.incident.type == "data_leak"


def test_a_laptop_that_slept_does_not_let_everything_come_at_once(qtbot, started, stand):
    started.drill.tick()
    stand.move(hours=3)
    started.drill.tick()
    room = started.desk.room
    assert (len(drill_of(room).played), drill_of(room).runs) == (1, False)
    assert started.desk.notice.sentence() == "The exercise rests: the laptop has slept. Play on."
    press(qtbot, started.drill.bar.pause)
    started.drill.tick()
    assert len(drill_of(room).played) == 1


def test_the_company_is_not_changed_from_a_page_of_the_drill(qtbot, started):
    team = started.desk.page("plan").part("team")
    started.desk.show_part("plan", "team")
    post = Post(role="crisis_lead", person="Lin Xia")
    team.deeds.attempt(lambda: started.desk.room.add(post), "")
    assert "belongs to the company: Role in the team" in started.desk.notice.sentence()
    assert started.desk.room.all(Post) == []


def test_text_that_is_copied_in_a_drill_says_so_itself(qtbot, started):
    room = started.desk.room
    released = Release(statement="x", title="We check", text="We check every unit.")
    room.add(released)
    started.desk.show_part("statements", "releases")
    releases = started.desk.page("statements").part("releases")
    releases.lists[0].table.select(0)
    releases.copy_text()
    assert QApplication.clipboard().text() == "EXERCISE – NOT REAL\n\nWe check every unit."


def test_the_watch_strip_says_that_its_warnings_are_of_an_exercise(qtbot, started):
    started.desk.watch.look()
    assert started.desk.watch.strip.count.text().startswith("Exercise: ")
    started.desk.turn_to(started.desk.room.incidents()[0])
    started.desk.watch.look()
    assert not started.desk.watch.strip.count.text().startswith("Exercise")
