"""The theme: legible in both grounds, one file of tokens, every widget told."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QWidget

from resources import path
from widgets import theme
from widgets.theme import Token

GROUNDS = (Token.BACKGROUND, Token.SURFACE, Token.RAISED, Token.FRAME, Token.SELECTED)
SIGNALS = (Token.ACCENT, Token.GOOD, Token.WARN, Token.BAD, Token.VOICE)
TEXTS = (Token.TEXT, Token.MUTED, Token.FAINT, *SIGNALS)


@pytest.fixture(autouse=True)
def fresh_theme(qapp):
    yield
    theme.set_scale(1.0)
    theme.apply("dark")


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2.1."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio after WCAG 2.1, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, GROUNDS)])
def test_text_is_legible_on_every_ground(qapp, name, text, ground):
    theme.apply(name)
    assert contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("token", [*SIGNALS, Token.MUTED])
def test_chip_text_is_legible_on_its_own_tint(qapp, name, token):
    theme.apply(name)
    assert contrast(theme.color(token), theme.tint(token)) >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
def test_text_is_legible_on_the_accent_and_its_tint(qapp, name):
    theme.apply(name)
    assert contrast(theme.color(Token.ON_ACCENT), theme.color(Token.ACCENT)) >= 4.5
    assert contrast(theme.color(Token.TEXT), theme.tint(Token.ACCENT)) >= 4.5
    assert contrast(theme.color(Token.TEXT), theme.color(Token.LINE)) >= 4.5  # initials


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("token", SIGNALS)
def test_a_full_chip_is_legible(qapp, name, token):
    theme.apply(name)
    assert contrast(theme.color(Token.ON_ACCENT), theme.color(token)) >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("tinted", SIGNALS)
@pytest.mark.parametrize("text", [Token.TEXT, Token.MUTED])
def test_words_are_legible_on_every_tint(qapp, name, tinted, text):
    theme.apply(name)
    assert contrast(theme.color(text), theme.tint(tinted)) >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_focus_ring_stands_out_from_every_ground(qapp, name):
    theme.apply(name)
    for ground in (*GROUNDS, Token.LINE):
        assert contrast(theme.color(Token.ACCENT), theme.color(ground)) >= 3


def test_no_words_are_painted_half_transparent():
    """Whatever is paler than its token would escape the tests above."""
    pale = {
        file.name
        for file in path().parent.joinpath("widgets").glob("*.py")
        if "setOpacity(" in file.read_text("utf-8")
    }
    carried, bars, veil = {"board_heads.py", "board_view.py"}, {"group_row.py"}, {"palette.py"}
    assert pale <= carried | bars | veil


def test_an_unknown_theme_is_refused(qapp):
    with pytest.raises(ValueError, match="sepia"):
        theme.apply("sepia")


def test_the_theme_follows_the_system_until_one_is_chosen(qapp):
    hints = QGuiApplication.styleHints()
    theme.apply(theme.SYSTEM)
    for scheme, name in ((Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Dark, "dark")):
        hints.colorSchemeChanged.emit(scheme)
        assert theme.current() == name
        assert qapp.palette().window().color() == theme.color(Token.BACKGROUND)
    assert theme.chosen() == theme.SYSTEM
    theme.apply("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current() == theme.chosen() == "dark"


def test_every_widget_is_told_of_a_change(qtbot):
    class Listener(QWidget):
        told = 0

        def changeEvent(self, event):
            self.told += event.type() is QEvent.Type.StyleChange

    outer = QWidget()
    inner = Listener(outer)
    qtbot.addWidget(outer)
    outer.show()
    for change in (lambda: theme.apply("light"), lambda: theme.set_scale(1.5)):
        inner.told = 0
        change()
        assert inner.told


def test_the_text_scale_reaches_fonts_and_lengths_and_keeps_its_bounds(qapp):
    theme.set_scale(2.0)
    assert theme.font(13).pixelSize() == 26
    assert theme.px(4) == 8
    theme.set_scale(9)
    assert theme.px(10) == 20
    theme.set_scale(0.1)
    assert theme.px(10) == 8


def test_chinese_takes_the_glyphs_of_its_own_writing(qapp):
    families = theme.font(13, language="zh_CN").families()
    if theme.SIMPLIFIED in families:
        assert families.index(theme.SIMPLIFIED) < families.index(theme.TRADITIONAL)
        families = theme.font(13, language="zh_TW").families()
        assert families.index(theme.TRADITIONAL) < families.index(theme.SIMPLIFIED)


def test_tabular_figures_are_asked_of_the_face(qapp):
    tags = theme.font(13, QFont.Weight.Bold, tabular=True).featureTags()
    assert [tag.toString() for tag in tags] == [b"tnum"]


def test_no_widget_writes_a_colour_of_its_own():
    for file in path().parent.joinpath("widgets").glob("*.py"):
        assert not re.search(r"#[0-9a-fA-F]{6}\b", file.read_text("utf-8")), file.name
