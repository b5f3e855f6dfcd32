"""Chinese letters take the forms of the side that their text was written on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from widgets import theme
from widgets.letters import language_of
from widgets.theme import Token
from widgets.timeline_layout import Columns, RowLayout
from widgets.timeline_row import TimelineRow


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("夜班未通知", ""),  # written alike
        ("員工尚未收到說明", "zh_TW"),
        ("员工尚未收到说明", "zh_CN"),
        ("客服回覆：员工说明与说法", "zh_CN"),  # more of one side than of the other
        ("Recall", ""),
        ("", ""),
    ],
)
def test_the_side_is_told_by_letters_that_only_one_has(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.text(max_size=40))
def test_any_text_has_an_answer_that_its_latin_letters_do_not_change(text: str) -> None:
    assert language_of(text) in ("", "zh_TW", "zh_CN")
    assert language_of(f"B2231 {text} @Lin Xia") == language_of(text)


@pytest.fixture(autouse=True)
def faces(qapp) -> None:
    theme.load_fonts()


def drawn(screen: str, text: str) -> QImage:
    """A row of the timeline with this text, in the language of a screen."""
    theme.set_language(screen)
    try:
        row = TimelineRow("1", "", "14:05", Token.MUTED, text)
        layout = RowLayout(row, Columns.measured(), 400)
        picture = QImage(400, layout.height, QImage.Format.Format_RGB32)
        picture.fill(theme.color(Token.BACKGROUND))
        painter = QPainter(picture)
        layout.paint(painter, 0, current=False, hovered=False)
        painter.end()
        return picture
    finally:
        theme.set_language("en")


@pytest.mark.parametrize("text", ["骨角说明", "骨角說明"])
def test_a_text_of_one_side_looks_alike_on_every_screen(qapp, text: str) -> None:
    assert drawn("zh_TW", text) == drawn("zh_CN", text) == drawn("en", text)


def test_letters_of_both_sides_take_the_forms_of_the_screen(qapp) -> None:
    assert drawn("zh_TW", "骨角") != drawn("zh_CN", "骨角")


def test_the_lines_above_have_letters_whose_forms_differ(qapp) -> None:
    assert drawn("en", "骨角说明") != drawn("en", "骨角說明")
