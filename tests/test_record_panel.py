"""The panel beside a list: one form for every kind, nothing typed is lost, history at hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from desktop.app import application
from desktop.pages.record import RecordPanel
from desktop.warroom.choices import Tone
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, StaffGroup, Task
from resources import speaking
from tests.in_front import in_front
from tests.rooms import START, clock, new_room
from widgets import theme
from widgets.plain import PlainLabel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(tmp_path):
    application()
    theme.apply("dark")
    room = new_room(tmp_path / "r.warroom", clock())
    yield room
    room.close()


@pytest.fixture
def panel(qtbot, room):
    panel = RecordPanel(room)
    in_front(qtbot, panel, 420, 900)
    return panel


def editor(panel, label, kind=QLineEdit):
    return next(w for w in panel._form.findChildren(kind) if w.accessibleName().startswith(label))


def save(qtbot, panel):
    qtbot.keyClick(panel._form, Qt.Key.Key_Return, CTRL)


def texts(panel):
    return " ".join(label.text() for label in panel.findChildren(PlainLabel))


def test_a_new_card_begins_with_me_and_its_time_lies_ahead(qtbot, panel, room):
    panel.ask_new(Task, rank="V")
    assert editor(panel, "Owner").text() == "Lin Xia"
    qtbot.keyClicks(editor(panel, "Task"), "Book the hall")
    qtbot.keyClicks(editor(panel, "Due"), "16:30")
    editor(panel, "Checklist", QPlainTextEdit).setPlainText("✓ call\nsign")
    with qtbot.waitSignals([panel.did, panel.added, panel.closed]):
        save(qtbot, panel)
    [task] = room.all(Task)
    assert (task.title, task.owner, str(task.due)) == (
        "Book the hall",
        "Lin Xia",
        "2026-11-23T16:30+08:00",
    )
    assert task.rank == "V"
    assert task.checklist == ({"text": "call", "done": True}, {"text": "sign", "done": False})


def test_what_cannot_be_read_is_said_beside_its_field_and_kept(qtbot, panel, room):
    panel.ask_new(Coverage)
    qtbot.keyClicks(editor(panel, "Outlet"), "Harbour Daily")
    qtbot.keyClicks(editor(panel, "Headline"), "Recall widens")
    qtbot.keyClicks(editor(panel, "Reach"), "many")
    save(qtbot, panel)
    assert "whole number" in editor(panel, "Reach").accessibleDescription()
    assert editor(panel, "Headline").text() == "Recall widens"
    assert not room.all(Coverage)


def test_a_needed_field_that_is_empty_is_asked_for(qtbot, panel, room):
    panel.ask_new(StaffGroup)
    save(qtbot, panel)
    assert editor(panel, "Group").accessibleDescription() == "Group is empty. Fill it in."
    assert not room.all(StaffGroup)


def test_only_what_was_typed_anew_is_changed(qtbot, panel, room):
    said = Moment.parse("2026-11-23T09:00-05:00~")
    item = room.add(Coverage(outlet="Wire", headline="Recall", published_at=said))
    panel.show_record(item)
    qtbot.keyClicks(editor(panel, "Story"), "recall")
    save(qtbot, panel)
    [changed] = room.all(Coverage)
    assert changed.story == "recall"
    assert changed.published_at == said
    assert set(room.history(item)[-1].changed) == {"story"}


def test_several_rows_change_in_one_act_and_keep_what_differs(qtbot, panel, room):
    one = Coverage(outlet="Wire", headline="A", published_at=Moment.of(START), reach=5)
    two = Coverage(outlet="Post", headline="B", published_at=Moment.of(START))
    panel.show_many(room.add_all([one, two]))
    tone = editor(panel, "Tone", QComboBox)
    tone.setCurrentIndex(tone.findData("negative"))
    save(qtbot, panel)
    assert [c.tone for c in room.all(Coverage)] == [Tone.NEGATIVE] * 2
    assert [c.reach for c in room.all(Coverage)] == [5, None]
    assert [c.outlet for c in room.all(Coverage)] == ["Wire", "Post"]
    room.undo()
    assert [c.tone for c in room.all(Coverage)] == [Tone.NOT_RATED] * 2


def test_what_was_typed_and_not_saved_is_there_again(qtbot, panel, room):
    one, two = room.add_all([StaffGroup(name="Night"), StaffGroup(name="Day")])
    panel.show_record(one)
    qtbot.keyClicks(editor(panel, "Headcount"), "140")
    panel.show_record(two)
    assert editor(panel, "Headcount").text() == ""
    panel.show_record(one)
    assert editor(panel, "Headcount").text() == "140"
    assert "not saved" in texts(panel)


def test_the_history_brings_an_earlier_version_back(qtbot, panel, room):
    group = room.add(StaffGroup(name="Night", headcount=120))
    room.change(group, headcount=140, why="two agencies more")
    panel.show_record(room.get(StaffGroup, group.id))
    assert "Headcount: 120 → 140" in texts(panel)
    assert "Why: two agencies more" in texts(panel)
    [back] = [b for b in panel.findChildren(QPushButton) if b.text() == "Bring back"]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert room.get(StaffGroup, group.id).headcount == 120
    assert "Headcount: 140 → 120" in texts(panel)
    assert editor(panel, "Headcount").text() == "120"
    assert panel._form.isAncestorOf(QApplication.focusWidget())


def test_a_word_of_another_version_is_shown_and_kept(qtbot, panel, room):
    card = room.add(Task(title="x", status="waiting_for_moon"))
    panel.show_record(card)
    assert editor(panel, "Status", QComboBox).currentText() == "waiting_for_moon"
    qtbot.keyClicks(editor(panel, "Owner"), "Wu")
    save(qtbot, panel)
    assert room.get(Task, card.id).status == "waiting_for_moon"


@pytest.mark.parametrize("kind", [k for k in KINDS.values() if any(f.form for f in k.declared())])
def test_every_kind_has_a_form_that_fits(qtbot, panel, kind):
    panel.ask_new(kind)
    assert QApplication.focusWidget() is None or panel.isAncestorOf(QApplication.focusWidget())
    assert len(panel.values()) == sum(f.form and not f.only[0] for f in kind.declared())


def test_ctrl_enter_in_a_line_adds_one_record_not_two(qtbot, panel, room):
    panel.ask_new(StaffGroup)
    line = editor(panel, "Group")
    qtbot.keyClicks(line, "Night shift")
    qtbot.keyClick(line, Qt.Key.Key_Return, CTRL)
    assert [group.name for group in room.all(StaffGroup)] == ["Night shift"]


@pytest.mark.parametrize("language", ["zh_TW", "zh_CN"])
def test_the_title_of_a_form_has_the_colon_of_its_language(qtbot, panel, room, language):
    group = room.add(StaffGroup(name="夜班"))
    with speaking(language):
        panel.show_record(group)
    assert panel.accessibleName().endswith("：夜班")
