"""The welcome page: what it offers, in which language and look, with the mouse and with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.records import Entry
from desktop.window import MainWindow
from resources import spoken
from tests.rooms import clock
from widgets import theme

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _dressed():
    application()
    theme.apply("dark")
    yield
    theme.apply("dark")
    theme.set_scale(1.0)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot, settings) -> MainWindow:
    window = MainWindow(clock(), settings, "Lin Xia")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.speak("en")


def words() -> str:
    focus = QApplication.focusWidget()
    return focus.text() if isinstance(focus, QPushButton) else ""


def button(window: MainWindow, text: str) -> QPushButton:
    return next(b for b in window.welcome.findChildren(QPushButton) if b.text() == text)


def test_tab_goes_from_what_to_do_to_language_and_theme(qtbot, window):
    seen = [words()]
    for _each in range(9):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        seen.append(words())
    deeds = ["New room", "Open…", "Try the example", "Guide of five minutes"]
    looks = ["English", "繁體中文", "简体中文", "As the system", "Dark", "Light"]
    assert seen == deeds + looks


def test_a_language_in_its_own_words_changes_everything_and_is_marked(qtbot, window, settings):
    qtbot.mouseClick(button(window, "繁體中文"), Qt.MouseButton.LeftButton)
    assert spoken() == "zh_TW"
    assert settings.text("language") == "zh_TW"
    assert button(window, "繁體中文").isChecked()
    assert not button(window, "English").isChecked()
    assert button(window, "新增作戰室").isVisible()


def test_a_theme_is_chosen_and_marked_also_when_it_is_changed_elsewhere(qtbot, window, settings):
    assert button(window, "Dark").isChecked()
    qtbot.mouseClick(button(window, "Light"), Qt.MouseButton.LeftButton)
    assert (theme.current(), settings.text("theme")) == ("light", "light")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, KEY.Key_L, both)
    assert button(window, "Dark").isChecked()
    assert not button(window, "Light").isChecked()


def test_the_chosen_one_stays_marked_when_it_is_pressed_again(qtbot, window):
    qtbot.mouseClick(button(window, "Dark"), Qt.MouseButton.LeftButton)
    assert button(window, "Dark").isChecked()


@pytest.mark.parametrize(("language", "said"), [("en", "invented"), ("zh_CN", "虚构")])
def test_the_example_speaks_the_language_of_the_screen_and_says_it_is_invented(
    qtbot, window, tmp_path, monkeypatch, language, said
):
    place = (str(tmp_path / "example.warroom"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: place)
    window.speak(language)
    with qtbot.waitSignal(window.room_ready, timeout=10_000):
        window.welcome.example_asked.emit()
    room = window.desk.room
    assert said in room.incident.title
    chinese = [any("\u4e00" <= c <= "\u9fff" for c in entry.text) for entry in room.all(Entry)]
    assert (sum(chinese) > len(chinese) / 2) is (language == "zh_CN")


def test_at_twice_the_size_in_a_small_window_no_button_is_cut(qtbot, window):
    theme.set_scale(2.0)
    window.resize(1_100, 640)
    QApplication.processEvents()
    for each in window.welcome.findChildren(QPushButton):
        assert each.width() >= each.sizeHint().width(), each.text()
