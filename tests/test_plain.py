"""Text as it is: nothing hidden, nothing rendered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextDocument

from resources.visible import visible
from widgets.plain import ElidedLabel, PlainLabel, plain_button, plain_tooltip

EVIL = "<font color='#ff0000' size=7>███</font><img src='file:///etc/passwd'>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("invoice\u202efdp.exe", "invoice⟨U+202E⟩fdp.exe"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("joined\u200dletters", "joined⟨U+200D⟩letters"),
        ("\ufeffmark", "⟨U+FEFF⟩mark"),
        ("bell\x07", "bell⟨U+0007⟩"),
        ("private \ue000", "private ⟨U+E000⟩"),
        ("lone \ud800", "lone ⟨U+D800⟩"),
        ("unassigned \U000e0fff", "unassigned ⟨U+E0FFF⟩"),
        ("lone\rreturn", "lone⟨U+000D⟩return"),
    ],
)
def test_what_hides_is_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Recall all of B2231 — “heat” 68 °C",
        "官網、微博、公眾號　同步發布第二份聲明。",
        "two\nlines\tand a tab\r\n",
        "e\u0301 stays decomposed, ﬁ stays a ligature, ＡＢＣ stays wide",
        "doctor 👩\u200d⚕\ufe0f, dark skin 👩🏿\u200d🚒, family 👨\u200d👩\u200d👧, ❤\ufe0e",
        "葛\U000e0100 with a glyph variant",
    ],
)
def test_ordinary_text_is_left_alone(text):
    assert visible(text) == text


@given(st.text(st.characters(codec=None)))
def test_showing_twice_changes_nothing_more(text):
    shown = visible(text)
    assert visible(shown) == shown
    shown.encode("utf-8")


def test_a_label_renders_no_markup(qtbot):
    label = PlainLabel(EVIL)
    qtbot.addWidget(label)
    label.resize(600, 60)
    image = label.grab().toImage()
    red = QColor(255, 0, 0)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    assert label.text() == EVIL
    assert not any(pixel == red for pixel in pixels)


def test_a_short_label_elides_and_tells_the_rest(qtbot):
    label = ElidedLabel("奶瓶批次過熱事件 in three warehouses <b>today</b>")
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 20)
    assert label.elided()
    assert "&lt;b&gt;" in label.toolTip()
    assert label.accessibleName() == label.text()
    label.resize(label.sizeHint())
    assert not label.elided()
    assert label.toolTip() == ""


@pytest.mark.parametrize("text", [EVIL, "a & b", "1 < 2", "&lt;", "two\nlines", "plain"])
def test_a_tooltip_shows_its_text_literally(qapp, text):
    page = QTextDocument()
    page.setHtml(plain_tooltip(text))
    assert page.toPlainText() == text


def test_an_ampersand_in_a_button_is_no_mnemonic():
    assert plain_button("Q&A\u200b") == "Q&&A⟨U+200B⟩"
