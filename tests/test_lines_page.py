"""The question bank on its part: found while typing, read large, copied only while it holds."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QMainWindow

from desktop.pages.statements.lines import LinePart
from desktop.pages.statements.page import StatementsPage
from desktop.warroom.answers.lines import Answer, valid
from desktop.warroom.answers.words import LineState
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from widgets.palette import Palette
from widgets.table_cell import StruckRole
from widgets.theme import Token

OVER = Moment.parse("2026-11-23T14:00+08:00")
Key = Qt.Key


@pytest.fixture
def part(qtbot, fresh_theme, room: WarRoom) -> Iterator[LinePart]:
    window = QMainWindow()
    qtbot.addWidget(window)
    part = LinePart(room, window)
    window.setCentralWidget(part)
    window.resize(1100, 700)
    window.show()
    yield part
    window.close()


def approved(room: WarRoom, question: str, line: str = "Yes.", **values) -> Answer:
    held = {"state": LineState.APPROVED, "approved_by": "Wu Lan"} | values
    return room.add(Answer(question=question, line=line, **held))


def questions(part: LinePart) -> list[str]:
    model = part.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_empty_bank_says_how_to_begin(part: LinePart):
    assert "No question yet" in part.table.accessibleDescription()
    assert part.chosen() is None
    assert part.mark() == ("", Token.MUTED)


def test_typing_finds_and_shows_the_best_line_large(qtbot, room: WarRoom, part: LinePart):
    approved(room, "Why do the bottles overheat?", "We test the seal.", not_to_say="supplier")
    approved(room, "How are refunds paid?", "Within two days.")
    part.search.go()
    qtbot.keyClicks(part.search.field, "overheat bottles")
    assert questions(part) == ["Why do the bottles overheat?"]
    assert part.sheet.line.text() == "We test the seal."
    assert part.sheet.bad.text() == "supplier"
    assert (
        part.sheet.bad._label.palette().windowText().color()
        == part.sheet.bad_title.palette().windowText().color()
    )
    assert part.search.count.text() == "1 line"
    part.search.field.setText("中文")
    assert questions(part) == []
    assert "Nothing holds" in part.table.accessibleDescription()


def test_arrows_walk_the_rows_while_the_search_keeps_the_keys(qtbot, room, part: LinePart):
    for name in ("one", "two", "three"):
        approved(room, f"refund {name}", f"Line {name}")
    part.search.go()
    qtbot.keyClicks(part.search.field, "refund")
    qtbot.keyClick(part.search.field, Key.Key_Down)
    qtbot.keyClick(part.search.field, Key.Key_Down)
    assert part.search.field.hasFocus()
    assert part.chosen().question == "refund three"
    assert part.sheet.line.text() == "Line three"
    qtbot.keyClick(part.search.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Line three"


def test_escape_empties_the_search_and_then_goes_to_the_rows(qtbot, room, part: LinePart):
    approved(room, "refund")
    part.search.go()
    qtbot.keyClicks(part.search.field, "zzz")
    qtbot.keyClick(part.search.field, Key.Key_Escape)
    assert part.search.words() == ""
    qtbot.keyClick(part.search.field, Key.Key_Escape)
    assert part.table.hasFocus()


def test_a_line_says_the_present_value_of_its_facts_and_warns_of_what_is_unsure(room, part):
    fact = room.add(Fact(subject="Units sold", value="12,400"))
    approved(room, "How many?", f"We sold ⟦{fact.id}⟧ bottles.")
    assert part.sheet.line.text() == "We sold 12,400 bottles."
    assert "not confirmed: Units sold" in part.sheet.warning.text()
    part.copy_line()
    assert QGuiApplication.clipboard().text() == "We sold 12,400 bottles."


def test_an_expired_line_is_struck_and_not_copied(qtbot, room: WarRoom, part: LinePart):
    QGuiApplication.clipboard().setText("before")
    approved(room, "Was anybody hurt?", "Nobody.", expires_at=OVER)
    assert part.sheet.line.struck()
    assert part.sheet.state.text() == "✕ Expired"
    assert part.model.index(0, 1).data(StruckRole)
    with qtbot.waitSignal(part.failed) as failed:
        qtbot.keyClick(part.table, Key.Key_C)
    assert "expired" in failed.args[0]
    assert QGuiApplication.clipboard().text() == "before"


def test_a_valid_line_after_an_expired_one_is_not_struck(room: WarRoom, part: LinePart):
    approved(room, "a", "Old.", expires_at=OVER)
    approved(room, "b", "New.")
    part.search.field.setText("b")
    assert not part.sheet.line.struck()


def test_a_draft_is_approved_by_somebody_else_with_a(qtbot, room: WarRoom, part: LinePart):
    held = room.add(Answer(question="Why?", line="We test it."))
    with qtbot.waitSignal(part.failed):
        qtbot.keyClick(part.table, Key.Key_A)
    room.operator = "Wu Lan"
    with qtbot.waitSignal(part.did):
        qtbot.keyClick(part.table, Key.Key_A)
    assert valid(room.get(Answer, held.id), room.now().ms)
    assert part.mark() == ("1/1", Token.GOOD)


def test_g_counts_a_question_and_r_retires_its_line(qtbot, room: WarRoom, part: LinePart):
    held = approved(room, "Why?")
    qtbot.keyClick(part.table, Key.Key_G)
    assert room.get(Answer, held.id).asked == 2
    qtbot.keyClick(part.table, Key.Key_R)
    assert room.get(Answer, held.id).state == LineState.RETIRED
    room.undo()
    assert part.sheet.state.text() == "✓ Approved"


def test_what_was_not_found_begins_a_new_question(qtbot, room: WarRoom, part: LinePart):
    approved(room, "Why?")
    part.search.field.setText("Will you pay?")
    part.new.click()
    assert part.beside.panel.values()["question"] == "Will you pay?"


def test_the_chosen_line_stays_when_another_is_added(room: WarRoom, part: LinePart):
    approved(room, "one", asked=3)
    approved(room, "two", asked=2)
    part.table.select(1)
    approved(room, "three", asked=9)
    assert part.chosen().question == "two"


def test_a_record_is_shown_though_the_search_hides_it(qtbot, fresh_theme, room: WarRoom):
    held = approved(room, "Why?")
    page = StatementsPage(room)
    qtbot.addWidget(page)
    lines = page.show_part("lines")
    lines.search.field.setText("zzz")
    page.show_record(held)
    assert page.current() == "lines"
    assert lines.chosen().id == held.id


def test_a_fact_is_named_in_the_line_that_is_written(qtbot, room: WarRoom, part: LinePart):
    fact = room.add(Fact(subject="Units sold", value="12,400"))
    held = room.add(Answer(question="How many?", line="We sold "))
    part.open_chosen()
    part.beside.panel.go_to("line")
    part.beside.panel.focusWidget().moveCursor(QTextCursor.MoveOperation.End)
    part.ask_fact()
    palette = part.window().findChild(Palette)
    qtbot.keyClicks(palette.line, "units")
    qtbot.keyClick(palette.line, Key.Key_Return)
    assert part.beside.panel.values()["line"] == f"We sold ⟦{fact.id}⟧"
    part.beside.panel._form.submitted.emit()
    assert part.sheet.line.text() == "We sold 12,400"
    assert room.get(Answer, held.id).line == f"We sold ⟦{fact.id}⟧"
