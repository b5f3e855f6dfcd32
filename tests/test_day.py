"""A day's work through the window with real keys, taken back and done again, and then checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop import paper
from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.choices import TaskStatus, Tone
from desktop.warroom.journal import Fold
from desktop.warroom.moment import Moment
from desktop.warroom.rank import between
from desktop.warroom.records import Coverage, Delivery, Entry, StaffGroup, StaffMessage, Task
from desktop.warroom.room import WarRoom
from desktop.window import MainWindow
from tests.in_front import in_front
from tests.rooms import START, clock, new_room
from widgets import theme

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TONES = "-0+m"


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    application()
    theme.apply("dark")
    path = tmp_path / "day.warroom"
    room = new_room(path, clock())
    rank, cards = "", []
    for n in range(10):
        rank = between(rank, "")
        cards.append(Task(title=f"Card {n}", rank=rank))
    room.add_all(cards)
    room.add_all(
        [StaffGroup(name="Night shift", headcount=152), StaffGroup(name="Shops", headcount=80)]
    )
    room.add(StaffMessage(title="What to say", sent_at=Moment.of(START)))
    room.close()
    window = MainWindow(clock(), Settings(), "Zhao Min")
    in_front(qtbot, window, 1440, 900)
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(path)
    return window


def add_coverage(qtbot, window) -> None:
    qtbot.keyClick(window, KEY.Key_4, CTRL)
    page = window.desk.page("media")
    for n in range(20):
        qtbot.keyClick(page.table, KEY.Key_N)
        qtbot.keyClicks(QApplication.focusWidget(), f"Outlet {n}")
        fields = page.beside.panel.findChildren(QLineEdit)
        headline = next(f for f in fields if f.isVisible() and "Headline" in f.accessibleName())
        qtbot.keyClicks(headline, f"Story {n}")
        qtbot.keyClick(headline, KEY.Key_Return)
    qtbot.keyClick(page.table, KEY.Key_Home)
    for n in range(20):
        qtbot.keyClicks(page.table, TONES[n % 4])
        qtbot.keyClick(page.table, KEY.Key_Down)


def move_cards(qtbot, window) -> None:
    qtbot.keyClick(window, KEY.Key_3, CTRL)
    view = window.desk.page("tasks").view
    for _n in range(10):
        qtbot.keyClick(view, KEY.Key_Home)
        first = next(t for t in by_rank(window.desk.room) if t.status == TaskStatus.TODO)
        view.select(first.id)
        qtbot.keyClick(view, KEY.Key_Right, CTRL)


def by_rank(room) -> list[Task]:
    return sorted(room.all(Task), key=lambda task: task.rank)


def report(qtbot, window) -> None:
    qtbot.keyClick(window, KEY.Key_5, CTRL)
    page = window.desk.page("staff").part("told")
    line = page.groups.line.findChild(QLineEdit)
    line.setFocus()
    for said in ("told 140 of night shift, 12 not reached, 131 confirmed", "told 80 of shops"):
        qtbot.keyClicks(line, said)
        qtbot.keyClick(line, KEY.Key_Return)


def correct_an_entry(qtbot, window) -> None:
    qtbot.keyClick(window, KEY.Key_2, CTRL)
    desk = window.desk
    qtbot.keyClick(window, KEY.Key_L, CTRL)
    qtbot.keyClicks(desk.bar.line, "Refunds start 24 Nov.")
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    view = desk.timeline.view
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_F2)
    text = QApplication.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    text.selectAll()
    qtbot.keyClicks(text, "Refunds start 25 Nov.")
    qtbot.keyClick(text, KEY.Key_Return, CTRL)


def everything(room) -> list[object]:
    return list(room.everything())


def replay_equals_tables(room: WarRoom) -> bool:
    fold = Fold.of(room._store.lines())
    again = {key for key, values in fold.values.items() if not values.get("gone")}
    return again == {(r.kind_name, r.id) for r in room.everything()}


def test_a_day_is_worked_undone_redone_checked_and_printed(qtbot, window, tmp_path):
    room = window.desk.room
    before = everything(room)
    add_coverage(qtbot, window)
    move_cards(qtbot, window)
    report(qtbot, window)
    correct_an_entry(qtbot, window)
    after = everything(room)

    assert len(room.all(Coverage)) == 20
    assert {tone: sum(c.tone == tone for c in room.all(Coverage)) for tone in Tone} == {
        Tone.NOT_RATED: 0, Tone.NEGATIVE: 5, Tone.NEUTRAL: 5, Tone.POSITIVE: 5, Tone.MIXED: 5,
    }  # fmt: skip
    assert [t.status for t in by_rank(room)].count(TaskStatus.DOING) == 10
    told = {(d.reached, d.missed, d.confirmed) for d in room.all(Delivery)}
    assert told == {(140, 12, 131), (80, None, None)}
    [corrected] = [e for e in room.all(Entry) if e.text == "Refunds start 25 Nov."]
    assert [old["text"] for old in corrected.earlier] == ["Refunds start 24 Nov."]

    acts = len(room._deeds.done)
    assert acts == 20 + 20 + 10 + 2 + 1 + 1
    view = window.desk.timeline.view
    view.setFocus()
    for _n in range(acts):
        qtbot.keyClick(view, KEY.Key_Z, CTRL)
    assert everything(room) == before
    for _n in range(acts):
        qtbot.keyClick(view, KEY.Key_Z, CTRL | SHIFT)
    assert everything(room) == after

    assert replay_equals_tables(room)
    assert room.verify().sound
    out = tmp_path / "day.pdf"
    paper.issue(room, out)
    assert out.read_bytes().startswith(b"%PDF")
    assert out.stat().st_size > 20_000
