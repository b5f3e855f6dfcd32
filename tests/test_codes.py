"""A text goes through QR codes to an independent reader and is the same there."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from desktop.warroom.statements.codes import BYTES, codes
from tests.qr_reader import read
from widgets import theme
from widgets.qr_view import QrView

SENTENCE = (
    "致各位顧客：我們在 2026 年 11 月 23 日 09:30 得知，「晨露」保溫瓶可能過熱，請立即停用。\n"
)
CHINESE = (SENTENCE * 40)[:1500]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300)


@pytest.fixture
def view(qtbot, fresh_theme) -> QrView:
    made = QrView()
    qtbot.addWidget(made)
    made.resize(620, 560)
    return made


def scanned(view: QrView, text: str) -> list[str]:
    """What a reader gets from the painted widget, code after code."""
    found = []
    for code in codes(text):
        view.show_code(code.text, "")
        found += read(view.grab().toImage())
    return found


@given(TEXTS, st.integers(12, 200))
def test_the_parts_of_a_text_joined_are_the_text_and_the_last_is_its_hash(text, most):
    *parts, last = codes(text, most)
    assert "".join(each.text for each in parts) == text
    assert all(0 < len(each.text.encode("utf-8")) <= most for each in parts)
    assert last.proof
    assert last.text == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert [each.number for each in (*parts, last)] == list(range(1, last.of + 1))


def test_a_short_text_has_two_codes_and_none_has_none():
    assert [each.proof for each in codes("x")] == [False, True]
    assert codes("") == []


def test_no_part_begins_or_ends_with_white_space_that_a_phone_would_trim():
    words = "We stopped the sale on Monday. " * 200
    for each in codes(words.strip())[:-1]:
        assert each.text == each.text.strip()


def test_parts_are_of_about_the_same_length():
    sizes = [len(each.text.encode("utf-8")) for each in codes(CHINESE)[:-1]]
    assert max(sizes) <= BYTES
    assert max(sizes) - min(sizes) < 60


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_long_chinese_statement_read_off_the_screen_is_the_same(view, name):
    theme.apply(name)
    assert len(CHINESE) == 1500
    *parts, last = scanned(view, CHINESE)
    assert "".join(parts) == CHINESE
    assert last == hashlib.sha256(CHINESE.encode("utf-8")).hexdigest()


@pytest.mark.parametrize(
    "text",
    [
        "We stop the sale.",
        "Ünïcode – «quoted»",
        "a\u202eb\u200bc",
        "<b>&amp;</b>\n\tend",
        "简体，繁體 👩‍⚕️",
    ],
)
def test_each_character_arrives_as_it_was_typed(view, text):
    assert scanned(view, text)[0] == text


def test_a_code_stands_dark_on_white_with_a_quiet_zone_in_the_dark_theme(view):
    theme.apply("dark")
    view.show_code("x", "")
    image = view.grab().toImage()
    side = view.module() * (21 + 8)
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    for at in range(view.module() * 4):
        assert image.pixelColor(left + at, image.height() // 2) == QColor("white")
        assert image.pixelColor(image.width() // 2, top + at) == QColor("white")
    corner = view.module() * 4 + 1
    assert image.pixelColor(left + corner, top + corner).lightness() < 60


def test_every_module_is_a_whole_number_of_pixels(view):
    view.show_code(CHINESE[:250], "")
    shades = {view.grab().toImage().pixelColor(x, 280).name() for x in range(40, 580)}
    assert len(shades) <= 3  # dark, white, the ground around
