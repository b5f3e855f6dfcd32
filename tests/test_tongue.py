"""One call changes words, letter forms, figures and Qt's own dialogs; the system may choose."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

import resources
from desktop import tongue
from desktop.settings import Settings
from widgets import theme

LANGUAGES = resources.LANGUAGES
ASKED = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def app(qapp):
    before = resources.spoken(), QLocale()
    yield qapp
    tongue.speak(qapp, before[0])
    QLocale.setDefault(before[1])
    theme.set_language("")


@pytest.fixture
def environment(monkeypatch):
    for name in ASKED:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def cancel(qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_words_letters_figures_and_dialogs_change_together(qtbot, app):
    seen = {}
    for language in LANGUAGES:
        tongue.speak(app, language)
        chinese = [name for name in theme.font(13).families() if name.startswith("Noto Sans")]
        seen[language] = (resources._("Cancel"), cancel(qtbot), QLocale().name(), chinese[0])
    assert seen == {
        "en": ("Cancel", "Cancel", "en_US", theme.TRADITIONAL),
        "zh_TW": ("取消", "取消", "zh_TW", theme.TRADITIONAL),
        "zh_CN": ("取消", "取消", "zh_CN", theme.SIMPLIFIED),
    }


def test_a_switch_leaves_one_translator_and_goes_back_whole(qtbot, app):
    for language in (*LANGUAGES, *LANGUAGES, "en"):
        tongue.speak(app, language)
        qtbot.wait(1)  # deferred deletes are delivered
    assert len(app.findChildren(QTranslator, tongue.NAME)) == 1
    assert cancel(qtbot) == "Cancel"


def test_widgets_that_stand_are_told_to_dress_anew(qtbot, app):
    tongue.speak(app, "zh_TW")
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    box.show()
    tongue.speak(app, "zh_CN")
    assert theme.SIMPLIFIED in box.font().families()[:2]


def test_a_language_without_words_is_english(app):
    tongue.speak(app, "fr")
    assert (resources.spoken(), QLocale().name()) == ("en", "en_US")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_TW.UTF-8", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("zh-Hant-MO", "zh_TW"),
        ("zh-Hans-TW", "zh_CN"),
        ("zh_Hant", "zh_TW"),
        ("zh_CN.GB18030", "zh_CN"),
        ("zh_SG.UTF-8", "zh_CN"),
        ("zh", "zh_CN"),
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("POSIX", "en"),
        ("de_TW", "en"),
        ("", "en"),
    ],
)
def test_a_locale_speaks_the_nearest_language(name, language):
    assert resources.nearest(name) == language


def test_the_environment_is_read_in_the_order_of_gettext(environment):
    assert resources.spoken_by_system() == "en"
    asked = ("zh_CN.UTF-8", "zh_TW.UTF-8", "en_GB.UTF-8", "zh_HK:en")
    heard = []
    for name, value in zip(reversed(ASKED), asked):
        environment.setenv(name, value)
        heard.append(resources.spoken_by_system())
    assert heard == ["zh_CN", "zh_TW", "en", "zh_TW"]


@pytest.mark.parametrize(
    ("name", "said"), [("zh_TW.UTF-8", "為事件建立作戰室。"), ("zh_CN.UTF-8", "为事件新建作战室。")]
)
def test_the_command_line_speaks_the_language_of_the_environment(tmp_path, name, said):
    root = Path(__file__).resolve().parent.parent
    told = subprocess.run(
        [sys.executable, "-m", "desktop", "--help"],
        cwd=tmp_path,
        env={**os.environ, "LANGUAGE": name, "PYTHONPATH": str(root), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert said in told.stdout, told.stderr


def test_what_was_chosen_in_the_window_comes_before_the_system(environment, app):
    environment.setenv("LANG", "zh_CN.UTF-8")
    settings = Settings()
    assert tongue.remembered(settings) == "zh_CN"
    settings.remember("language", "zh_TW")
    assert tongue.remembered(settings) == "zh_TW"
    settings.remember("language", "")


def test_another_language_is_spoken_for_a_while_and_left_even_by_a_fault(app):
    resources.speak("zh_TW")
    heard = []
    with pytest.raises(KeyError), resources.speaking("zh_CN"):
        raise KeyError(heard.append(resources.spoken()))
    assert heard == ["zh_CN"]
    assert resources.spoken() == "zh_TW"
