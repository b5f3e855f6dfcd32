"""The guide points at the real window, goes on by real acts, and never takes typing away."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from desktop.app import application
from desktop.guide import SEEN, STEPS
from desktop.settings import Settings
from desktop.warroom.records import Entry, Task
from desktop.window import MainWindow
from tests.rooms import clock, new_room
from widgets import theme
from widgets.coach import CoachCard, Outline

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot, tmp_path, settings) -> MainWindow:
    room = new_room(tmp_path / "r.warroom", title="Bottles <b>overheat</b>")
    room.add(Task(title="Stop the line"))
    room.close()
    window = MainWindow(clock(), settings, "Lin Xia")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(tmp_path / "r.warroom")
    return window


@pytest.fixture
def card(qtbot, window) -> CoachCard:
    qtbot.keyClick(window, KEY.Key_F1)
    assert window.guide.card.isVisible()
    return window.guide.card


def at(card: CoachCard) -> str:
    return card.accessibleName().split(" ")[1]


def to(card: CoachCard, qtbot, number: int) -> None:
    while at(card) != str(number):
        card.next_asked.emit()
        QApplication.processEvents()


def outline(window: MainWindow) -> QRect:
    return window.findChild(Outline).geometry()


def test_it_begins_by_f1_and_remembers_that_it_was_seen(window, card, settings):
    assert at(card) == "1"
    assert settings.text(SEEN) == "yes"
    assert "F1" in [action.shortcut().toString() for action in window.findChildren(QAction)]


def test_enter_goes_on_left_goes_back_and_escape_stops(qtbot, window, card):
    assert card.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert at(card) == "2"
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Left)
    assert at(card) == "1"
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Left)
    assert at(card) == "1"
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not card.isVisible()
    assert not window.findChild(Outline).isVisible()
    assert window.desk.bar.line.hasFocus()


def test_every_step_points_at_something_in_sight_and_hides_nothing_small(qtbot, window, card):
    for number in range(1, len(STEPS) + 1):
        to(card, qtbot, number)
        QApplication.processEvents()
        part = outline(window)
        assert window.rect().contains(part)
        assert window.rect().contains(card.geometry())
        if part.height() < window.height() // 3:
            assert not card.geometry().intersects(part.adjusted(4, 4, -4, -4))
    card.next_asked.emit()
    assert not window.guide.running()


def test_a_logged_line_goes_on_and_typing_is_not_taken(qtbot, window, card):
    to(card, qtbot, 3)
    bar = window.desk.bar.line
    assert bar.hasFocus()
    qtbot.keyClicks(bar, "Shops call")
    qtbot.keyClick(bar, KEY.Key_Left)
    assert at(card) == "3"
    qtbot.keyClick(bar, KEY.Key_Return)
    qtbot.waitUntil(lambda: at(card) == "4")
    assert [entry.text for entry in window.desk.room.all(Entry)] == ["Shops call"]
    assert bar.hasFocus()


def test_what_is_typed_is_said_to_be_kept_in_this_room(qtbot, window, card):
    to(card, qtbot, 3)
    assert "It is kept in this room: Bottles <b>overheat</b>." in card.words()


def test_a_moved_card_goes_on(qtbot, window, card):
    to(card, qtbot, 5)
    assert window.desk.current() == "tasks"
    board = QApplication.focusWidget()
    qtbot.keyClick(board, KEY.Key_Down)
    qtbot.keyClick(board, KEY.Key_Right, CTRL)
    qtbot.waitUntil(lambda: at(card) == "6")
    assert window.desk.current() == "media"


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_it_follows_the_window_through_sizes_and_looks(qtbot, window, card, scale):
    to(card, qtbot, 3)
    try:
        theme.set_scale(scale)
        theme.apply("light")
        window.resize(QSize(1_100, 640))
        bar = window.desk.bar

        def beside() -> bool:
            place = bar.mapTo(window, bar.rect().topLeft())
            return abs(outline(window).top() - place.y()) <= theme.space(1)

        qtbot.waitUntil(beside)
        assert window.rect().contains(card.geometry())
        assert all(
            button.width() >= button.sizeHint().width() for button in card.findChildren(QPushButton)
        )
    finally:
        theme.set_scale(1.0)
        theme.apply("dark")


def test_it_speaks_another_language_at_once_and_goes_on_over_the_new_desk(qtbot, window, card):
    to(card, qtbot, 3)
    english = card.words()
    try:
        window.speak("zh_TW")
        qtbot.waitUntil(lambda: card.words() != english)
        log = window.desk.bar.line
        qtbot.keyClicks(log, "Shops call")
        qtbot.keyClick(log, KEY.Key_Return)
        qtbot.waitUntil(lambda: window.guide._at == 3)
    finally:
        window.speak("en")


def test_it_stops_with_the_room(qtbot, window, card):
    qtbot.keyClick(window, KEY.Key_W, CTRL)
    qtbot.waitUntil(lambda: not card.isVisible())
    assert not window.guide.running()


def test_f1_again_gives_the_card_the_keys(qtbot, window, card):
    to(card, qtbot, 3)
    qtbot.keyClick(window.desk.bar.line, KEY.Key_F1)
    assert card.isAncestorOf(QApplication.focusWidget())
    assert at(card) == "3"


def test_without_a_room_it_leads_through_the_example(qtbot, tmp_path, settings, monkeypatch):
    place = (str(tmp_path / "example.warroom"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: place)
    window = MainWindow(clock(), settings, "Lin Xia")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.room_ready, timeout=10_000):
        window.ask_guide()
    assert window.guide.running()
    assert "invented" in window.desk.room.incident.title


def test_the_guide_throws_no_half_typed_form_away(qtbot) -> None:
    window = MainWindow(clock(), Settings(), "Zhao Min")
    qtbot.addWidget(window)
    window.show()
    window.ask_new()
    form = window._form
    window.ask_guide()
    assert window._form is form
    assert form.isVisible()
