"""Before a fact is saved, the texts that rest on it are named; saving marks just these."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from desktop.pages.foreseen import Foreseen
from desktop.pages.parts.register import Register
from desktop.pages.plan.page import PlanPage
from desktop.settings import Settings
from desktop.warroom.choices import Certainty, Channel, Severity, Standing
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approval import sign_offs
from desktop.warroom.statements.desk import approve, begin, missing, release, submit
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import all_open, to_correct
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form
from desktop.warroom.written import Written
from desktop.window import MainWindow
from tests.rooms import clock, new_room
from widgets import theme
from widgets.plain import PlainButton

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def approved(room: WarRoom, text: Written) -> Written:
    submit(room, text)
    for role in missing(room, room.get(type(text), text.id)):
        approve(room, text, role)
    return room.get(type(text), text.id)


def written(room: WarRoom, fact: Fact, title: str) -> Statement:
    text = begin(room, Form.HOLDING, title=title)
    said = f"We sold {reference(fact.id)} bottles."
    room.change(text, parts=({"field": "headline", "text": said},))
    ready = approved(room, room.get(Statement, text.id))
    assert isinstance(ready, Statement)
    return ready


def filled(room: WarRoom) -> tuple[Fact, Statement, Statement, Written]:
    """A fact in a statement that is out, in one that is approved, and in an approved notice."""
    room.change(room.incident, severity=Severity.MODERATE, why="One operator does it all")
    fact = room.add(Fact(subject="Units sold", value="1,200", status=Certainty.CONFIRMED))
    out, waits = written(room, fact, "Out"), written(room, fact, "Waits")
    release(room, out, Channel.WEBSITE, before_staff_why="They are told on the phone")
    said = f"We sold {reference(fact.id)} bottles."
    notice = approved(room, room.add(StaffMessage(title="To staff", text=said)))
    return fact, out, waits, notice


def sheet(page: PlanPage) -> Register:
    part = page.show_part("facts")
    assert isinstance(part, Register)
    return part


def foreseen(part: Register) -> Foreseen:
    return part.beside.panel.findChildren(Foreseen)[-1]


def test_a_fact_changed_with_real_clicks_marks_three_texts_that_were_named_before(
    qtbot, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    theme.apply("dark")
    room = new_room(tmp_path / "r.warroom")
    fact, out, waits, notice = filled(room)
    room.close()
    window = MainWindow(clock(), Settings(), "Zhao Min")
    qtbot.addWidget(window)
    window.resize(1500, 900)
    window.show()
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(tmp_path / "r.warroom")
    room, page = window.desk.room, window.desk.show_page("plan")
    assert isinstance(page, PlanPage)
    part = sheet(page)
    table = part.lists[0].table
    at = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)

    seen = foreseen(part)
    assert not seen.rows.isVisible()
    assert seen.lead.text() == "3 texts rest on this."
    value = next(
        each for each in part.beside.findChildren(QPlainTextEdit) if each.toPlainText() == "1,200"
    )
    qtbot.mouseClick(value.viewport(), LEFT)
    qtbot.keyClick(value, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(value, "1,350")
    assert seen.rows.isVisible()
    assert "3 texts" in seen.lead.text()
    assert [(row.title, row.chip, row.note) for row in seen.rows.rows()] == [
        ("Out", "Released", "asks for a correction"),
        ("Waits", "Approved", "back to draft"),
        ("To staff", "Approved", "back to draft"),
    ]
    assert all_open(room) == []
    save = next(
        each for each in part.beside.findChildren(PlainButton) if each.text() == "Save the change"
    )
    qtbot.mouseClick(save, LEFT)

    assert room.get(Fact, fact.id).value == "1,350"
    assert {mark.about for mark in all_open(room)} == {out.id, waits.id, notice.id}
    assert len(all_open(room)) == 3
    assert sign_offs(room, waits) == sign_offs(room, notice) == []
    assert room.get(Statement, waits.id).standing == Standing.DRAFT
    assert to_correct(room) == {out.id}
    assert room.get(Statement, out.id).standing == Standing.RELEASED
    window.close()


def test_typing_the_old_value_again_names_nothing(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    fact, *_texts = filled(room)
    part = sheet(plan_page)
    part.show_record(fact)
    seen = foreseen(part)
    part.beside.panel.go_to("value")
    value = plan_page.focusWidget()
    assert isinstance(value, QPlainTextEdit)
    qtbot.keyClicks(value, "0")
    assert seen.rows.isVisible()
    qtbot.keyClick(value, KEY.Key_Backspace)
    assert not seen.rows.isVisible()


def test_the_sheet_names_the_texts_that_wait_to_be_looked_at(
    plan_page: PlanPage, room: WarRoom
) -> None:
    fact, *_texts = filled(room)
    part = sheet(plan_page)
    said = "A fact in these texts has changed: Out, Waits, To staff."
    assert said not in part.advice.texts()
    room.change(fact, value="1,350")
    assert said in part.advice.texts()
    room.undo()
    assert said not in part.advice.texts()


def test_another_certainty_is_foreseen_too(qtbot, plan_page: PlanPage, room: WarRoom) -> None:
    fact, *_texts = filled(room)
    part = sheet(plan_page)
    part.show_record(fact)
    part.beside.panel.go_to("status")
    box = plan_page.focusWidget()
    assert isinstance(box, QComboBox)
    qtbot.keyClicks(box, "Refuted")
    assert foreseen(part).isVisible()
    assert len(foreseen(part).rows.names()) == 3


def test_a_source_that_disagrees_is_foreseen_too(qtbot, plan_page: PlanPage, room: WarRoom) -> None:
    fact, *_texts = filled(room)
    room.add(FactSource(fact=fact.id, source="Shop", says="1,200"))
    part = sheet(plan_page)
    part.lists[0].show_record(fact)
    qtbot.mouseClick(part.lists[1].new, LEFT)
    part.beside.panel.go_to("says")
    line = plan_page.focusWidget()
    qtbot.keyClicks(line, "1200")
    assert not foreseen(part).isVisible()
    qtbot.keyClicks(line, "0")
    assert foreseen(part).isVisible()


def test_a_fact_that_texts_rest_on_is_taken_back_only_the_second_time(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    fact, *_texts = filled(room)
    other = room.add(Fact(subject="Cause"))
    part = sheet(plan_page)
    part.show_record(fact)
    table = part.lists[0].table
    table.setFocus()
    with qtbot.waitSignal(plan_page.told) as told:
        qtbot.keyClick(table, KEY.Key_Delete)
    assert "This changes 3 texts: Out, Waits, To staff." in told.args[0]
    assert not room.get(Fact, fact.id).gone
    qtbot.keyClick(table, KEY.Key_Delete)
    assert room.get(Fact, fact.id).gone
    assert len(all_open(room)) == 3
    part.lists[0].show_record(other)
    qtbot.keyClick(table, KEY.Key_Delete)
    assert room.get(Fact, other.id).gone


@pytest.mark.parametrize("with_keys", [True, False])
def test_a_named_text_is_opened(qtbot, plan_page: PlanPage, room: WarRoom, with_keys: bool) -> None:
    fact, out, *_texts = filled(room)
    part = sheet(plan_page)
    part.show_record(fact)
    part.beside.panel.go_to("value")
    qtbot.keyClicks(plan_page.focusWidget(), "0")
    rows = foreseen(part).rows
    with qtbot.waitSignal(plan_page.door_asked) as asked:
        if with_keys:
            rows.choose(out.id)
            qtbot.keyClick(rows, KEY.Key_Return)
        else:
            at = rows.visualRect(rows.model().index(0, 0)).center()
            qtbot.mouseClick(rows.viewport(), LEFT, pos=at)
    page, record = asked.args
    assert (page, record.id) == ("statements", out.id)
