"""The statement desk in the window: undo between typing and acts, another language, all keys."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import application
from desktop.pages.statements.desk import StatementPart
from desktop.settings import Settings
from desktop.warroom.method.facts import Fact
from desktop.warroom.records import Incident
from desktop.warroom.statements.drafting import begin
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form
from desktop.window import MainWindow
from tests.in_front import in_front
from tests.rooms import T0, clock, new_room
from tests.tab_stops import focusable, named, walked
from widgets import theme

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CARE = "part:care_sentence"


@pytest.fixture(scope="module", autouse=True)
def _dressed() -> None:
    application()
    theme.apply("dark")


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch) -> MainWindow:
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    window = MainWindow(clock(), Settings(), "Zhao Min")
    in_front(qtbot, window, 1440, 900)
    room = new_room(tmp_path / "r.warroom", clock())
    begin(room, Form.HOLDING)
    room.add(Fact(subject="Sold", value="12"))
    room.close()
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(tmp_path / "r.warroom")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_6, CTRL)
    return window


def part(window: MainWindow) -> StatementPart:
    assert window.desk is not None
    found = window.desk.page("statements").findChild(StatementPart)
    assert isinstance(found, StatementPart)
    return found


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def write(qtbot, window: MainWindow, words: str) -> None:
    part(window).writing.text.editors[CARE].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), words)


def saved(window: MainWindow) -> str:
    assert window.desk is not None
    (text,) = window.desk.room.all(Statement)
    return text.text


def test_undo_takes_typing_first_and_then_the_act(qtbot, window: MainWindow) -> None:
    write(qtbot, window, "We care")
    press(qtbot, KEY.Key_S, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), " more")
    press(qtbot, KEY.Key_Z, CTRL)
    assert part(window).writing.text.editors[CARE].text() == "We care"
    assert saved(window) == "We care"
    press(qtbot, KEY.Key_Z, CTRL)
    assert saved(window) == ""
    press(qtbot, KEY.Key_Z, CTRL | SHIFT)
    assert saved(window) == "We care"
    assert part(window).writing.text.editors[CARE].text() == "We care"


def test_a_fact_goes_where_the_keys_are(qtbot, window: MainWindow) -> None:
    editors = part(window).writing.text.editors
    editors["part:headline"].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Stop")
    editors[CARE].setFocus()
    press(qtbot, KEY.Key_F, CTRL | SHIFT)
    qtbot.keyClicks(QApplication.focusWidget(), "Sold")
    press(qtbot, KEY.Key_Return)
    assert editors["part:headline"].text() == "Stop"
    assert editors[CARE].text() == reference(window.desk.room.all(Fact)[0].id)


def test_n_begins_in_a_part_that_was_clicked(qtbot, window: MainWindow) -> None:
    page = window.desk.page("statements")
    named = page.sections.findChildren(QAbstractButton)
    place = next(each for each in named if each.accessibleName() == "Promises and remedies")
    place.setFocus()
    press(qtbot, KEY.Key_Return)
    assert place.hasFocus()  # the list can be walked on
    press(qtbot, KEY.Key_Return)
    assert not place.hasFocus()
    qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
    press(qtbot, KEY.Key_N)
    assert page.part("promises").beside.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget().accessibleName() == "Kind of clock"


def test_what_was_refused_goes_with_who_was_refused(qtbot, window: MainWindow) -> None:
    write(qtbot, window, "We care")
    head = part(window).writing.head
    head.refuse("You wrote this text.")
    window.desk.hand_over("Wu Ke")
    assert head.sentence.text() == ""


def test_what_is_typed_survives_another_language(qtbot, window: MainWindow) -> None:
    write(qtbot, window, "half a sen")
    window.speak("zh_TW")
    try:
        editor = part(window).writing.text.editors[CARE]
        assert editor.text() == "half a sen"
        assert editor.is_typed()
        assert saved(window) == ""
    finally:
        window.speak("en")


def test_what_is_typed_stays_with_its_incident(qtbot, window: MainWindow) -> None:
    assert window.desk is not None
    room, first = window.desk.room, window.desk.room.incident
    room.open_incident(Incident(title="Leak", type="data_leak", t0=T0))
    room.turn_to(first)
    write(qtbot, window, "half")
    press(qtbot, KEY.Key_J, CTRL)
    assert room.incident.id != first.id
    press(qtbot, KEY.Key_J, CTRL)
    assert window.desk.show_page("statements")
    assert part(window).writing.text.editors[CARE].text() == "half"


def test_leaving_for_another_page_saves(qtbot, window: MainWindow) -> None:
    write(qtbot, window, "We care")
    press(qtbot, KEY.Key_1, CTRL)
    assert saved(window) == "We care"


def test_a_palette_over_the_text_saves_nothing(qtbot, window: MainWindow) -> None:
    write(qtbot, window, "We sold ")
    press(qtbot, KEY.Key_F, CTRL | SHIFT)
    assert saved(window) == ""
    press(qtbot, KEY.Key_Return)
    assert part(window).writing.text.editors[CARE].text().startswith("We sold ⟦")


@pytest.mark.parametrize("asking", [False, True])
def test_tab_comes_to_everything_of_the_desk(qtbot, window: MainWindow, asking: bool) -> None:
    if asking:
        part(window).new()
    QApplication.processEvents()
    stops = walked(window)
    assert [named(each) for each in focusable(window) - set(stops)] == []
    assert len(stops) == len(set(stops))
    assert [named(each) for each in stops if not named(each)] == []


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_nothing_lies_over_something_else(qtbot, window: MainWindow, scale: float) -> None:
    theme.set_scale(scale)
    try:
        QApplication.processEvents()
        desk = part(window)
        shown = [each for each in (desk.list, desk.writing) if each.isVisible()]
        boxes = [each.geometry() for each in shown]
        assert all(a.right() < b.left() for a, b in pairwise(boxes))
        assert boxes[-1].right() <= desk.width()
    finally:
        theme.set_scale(1.0)


def test_at_twice_the_size_the_head_makes_room_for_the_text(qtbot, window: MainWindow) -> None:
    theme.set_scale(2.0)
    try:
        QApplication.processEvents()
        write(qtbot, window, "We care")
        writing, field = part(window).writing, part(window).writing.text.editors[CARE].field
        area = writing.text.area.viewport()
        top = field.mapTo(area, field.rect().topLeft()).y()
        assert 0 <= top <= area.height() - field.height()
        theme.set_scale(1.0)
        QApplication.processEvents()
        assert writing.head.mapTo(writing, writing.head.rect().topLeft()).y() == 0
    finally:
        theme.set_scale(1.0)
