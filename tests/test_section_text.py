"""The field of a statement: text as typed, values by their ids, signs for what would hide."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from widgets.inlay import Inlay
from widgets.section_editor import SectionEditor
from widgets.section_text import OWN, SectionText
from widgets.theme import Token

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Values:
    """Named values as a room would tell them."""

    def __init__(self) -> None:
        self.held = {"sold": "1,200", "hurt": "two people"}

    def named(self, text: str) -> list[tuple[int, int, str]]:
        return [(m.start(), m.end(), m[1]) for m in re.finditer("⟦(.*?)⟧", text)]

    def written(self, name: str) -> str:
        return f"⟦{name}⟧"

    def shown(self, name: str) -> Inlay | None:
        value = self.held.get(name)
        return Inlay(value, "✓", Token.GOOD, f"{name}: {value}") if value else None


@pytest.fixture
def values() -> Values:
    return Values()


@pytest.fixture
def field(qtbot, fresh_theme, values: Values) -> SectionText:
    field = SectionText(values)
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    field.setFocus()
    return field


TEXTS = (
    "",
    "plain",
    "two\n\nlines\n",
    "We sold ⟦sold⟧ bottles; ⟦hurt⟧ ⟦sold⟧⟦sold⟧",
    "⟦nobody⟧ knows this",
    "a\u202eb\u200bc\u00a0d\x07e",
    "😀⟦sold⟧😀 \u202e⟦hurt⟧",
    "👩\u200d⚕️ 已售出 ⟦sold⟧ 瓶。\ufffc",
    "<b>bold</b> &amp; \t tab",
    "line\u2028separator",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_back_as_it_was_given(field: SectionText, text: str) -> None:
    field.set_text(text)
    assert field.text() == text
    assert not field.document().isUndoAvailable()


def test_an_unknown_id_is_plain_text(field: SectionText) -> None:
    field.set_text("⟦nobody⟧ and ⟦sold⟧")
    assert field.names() == ("sold",)
    assert "⟦nobody⟧" in field.toPlainText()


def test_a_value_is_one_letter_to_the_cursor(qtbot, field: SectionText) -> None:
    field.set_text("x⟦sold⟧y")
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(field, KEY.Key_Backspace)
    qtbot.keyClick(field, KEY.Key_Backspace)
    assert field.text() == "x"
    qtbot.keyClick(field, KEY.Key_Z, CTRL)
    assert field.text().startswith("x⟦sold⟧")


def test_a_value_is_copied_as_what_it_says_and_moved_as_itself(qtbot, field: SectionText) -> None:
    field.set_text("We sold ⟦sold⟧ bottles")
    qtbot.keyClick(field, KEY.Key_A, CTRL)
    qtbot.keyClick(field, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "We sold 1,200 bottles"
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(field, KEY.Key_V, CTRL)
    assert field.text() == "We sold ⟦sold⟧ bottles" * 2


def test_formatted_text_is_pasted_plain(qtbot, field: SectionText) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold\u202e")
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(field, KEY.Key_V, CTRL)
    assert field.text() == "bold\u202e"
    assert field.textCursor().charFormat().fontWeight() == QFont.Weight.Normal


def test_letters_behind_a_value_are_letters_again(qtbot, field: SectionText) -> None:
    field.put_in("⟦sold⟧")
    qtbot.keyClicks(field, " bottles")
    assert field.text() == "⟦sold⟧ bottles"
    assert "bottles" in field.toPlainText()


def test_a_changed_value_changes_neither_text_nor_typing(
    field: SectionText, values: Values
) -> None:
    field.set_text("sold ⟦sold⟧")
    before = field.grab().toImage()
    values.held["sold"] = "999,999 bottles"
    with pytest.raises(AssertionError):
        _told(field.edited, field.renew)
    assert field.grab().toImage() != before
    assert "999,999" in field.accessibleDescription()
    assert not field.document().isUndoAvailable()


def test_the_field_grows_with_its_text(qtbot, field: SectionText) -> None:
    low = field.height()
    field.set_text("word " * 200)
    assert field.height() > 3 * low
    assert field.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("words", "selected"),
    [
        ("sold", "sold"),
        ("1,200 bottles", "⟦sold⟧ bottles"),
        ("two people.", "⟦hurt⟧."),
        ("⟦sold⟧ b", "⟦sold⟧ b"),
    ],
)
def test_words_are_selected_as_they_are_read(
    field: SectionText, values: Values, words: str, selected: str
) -> None:
    field.set_text("😀 We sold ⟦sold⟧ bottles, and ⟦hurt⟧.")
    field.select(words)
    mime = field.createMimeDataFromSelection()
    assert bytes(mime.data(OWN).data()).decode() == selected


def test_enter_adds_nothing_to_a_field_of_one_line(qtbot, fresh_theme) -> None:
    one = SectionText(None, one_line=True)
    qtbot.addWidget(one)
    qtbot.keyClicks(one, "a")
    qtbot.keyClick(one, KEY.Key_Return)
    one.put_in("b")
    assert one.text() == "ab"


def _told(signal, deed) -> None:
    said: list[int] = []

    def note() -> None:
        said.append(1)

    signal.connect(note)
    deed()
    assert said


def test_a_value_tells_what_it_is_under_the_pointer(field: SectionText) -> None:
    field.set_text("⟦sold⟧ bottles of water")
    assert "sold: 1,200" in field.told_at(QPoint(field.width() // 10, field.height() // 2))
    assert field.told_at(QPoint(field.width() - 2, field.height() // 2)) == ""


def test_a_text_that_is_shown_again_leaves_the_cursor(qtbot, fresh_theme, values: Values) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    editor = SectionEditor("care", "Care", parent, inlays=values)
    editor.show_text("We care\r\nmuch")
    assert not editor.is_typed()
    editor.field.go_to(4)
    editor.show_text("We care\r\nmuch")
    editor.show_text("We care a lot")
    assert editor.field.textCursor().position() == 4
    qtbot.keyClicks(editor.field, "x")
    assert editor.text() == "We cxare a lot"
    editor.saved()
    editor.show_text("We care a lot")
    assert editor.text() == "We care a lot"
