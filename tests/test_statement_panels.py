"""Beside a text: the check of the four rules, its versions, and its codes for a phone."""

import hashlib

import pytest
from PySide6.QtCore import Qt

from desktop.pages.statements.check import CheckPanel
from desktop.pages.statements.codes import CodePanel
from desktop.pages.statements.versions import VersionPanel
from desktop.warroom.choices import Certainty, Channel, Severity, Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.words import Known
from desktop.warroom.statements import desk
from desktop.warroom.statements.answering import answers
from desktop.warroom.statements.differences import differences
from desktop.warroom.statements.four_rules import RuleAnswers
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import public_text, reference
from desktop.warroom.statements.words import Form
from tests.qr_reader import read
from widgets.side_by_side import SideBySide

KEY = Qt.Key
CHINESE = ("我們在 2026 年 11 月 23 日 09:30 得知，「晨露」保溫瓶可能過熱，請立即停用。\n" * 40)[
    :1500
]


def shown(qtbot, panel, size=(420, 700)):
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    panel.setFocus()
    return panel


def statement(room, text="We are always sorry.", **more) -> Statement:
    values = {"form": Form.UPDATE, "writers": ("Lin Xia",), **more}
    return room.add(Statement(title="Bottles", text=text, **values))


def approved(room, made: Statement) -> Statement:
    room.change(room.incident, severity=Severity.MINOR, why="Small")
    desk.submit(room, made)
    for role in desk.missing(room, made):
        desk.approve(room, now(room, made), role)
    return now(room, made)


def now(room, made: Statement) -> Statement:
    return room.get(Statement, made.id)


# the check


@pytest.fixture
def check(qtbot, room) -> CheckPanel:
    return shown(qtbot, CheckPanel(room))


def told(check: CheckPanel) -> list[str]:
    return [row.said for group in check.rows.groups() for row in group.rows]


def test_advice_stands_below_its_rule_with_the_words_it_means(room, check):
    check.show_statement(statement(room))
    group = next(each for each in check.rows.groups() if each.name == "truthful")
    assert "“always”" in group.rows[0].said
    assert group.rows[0].quote == "“We are always sorry.”"


def test_a_piece_of_advice_leads_to_its_sentence(qtbot, room, check):
    parts = ({"field": "done", "text": "We stopped. It is always so."},)
    check.show_statement(statement(room, parts=parts))
    with qtbot.waitSignal(check.sought) as sought:
        row = next(
            n for n, each in check.rows.buttons().items() if each.accessibleName()[1:7] == "always"
        )
        qtbot.keyClick(check.rows.buttons()[row], KEY.Key_Return)
    assert sought.args == ["done", "It is always so."]


def at(check: CheckPanel):
    """What has the keys."""
    return next(each for each in check.rows.buttons().values() if each.hasFocus())


def test_keys_answer_one_rule_after_the_other(qtbot, room, check):
    room.change(room.incident, severity=Severity.MINOR, why="Small")
    made = statement(room)
    check.show_statement(made)
    check.setFocus()
    for key in (KEY.Key_Y, KEY.Key_Y, KEY.Key_N, KEY.Key_Y):
        qtbot.keyClick(at(check), key)
    given = answers(room, made)
    assert (given.concise, given.truthful) == (Known.YES, Known.YES)
    assert (given.sincere, given.proactive) == (Known.NO, Known.YES)


def test_arrows_walk_rules_and_advice_and_a_key_answers_the_rule_of_the_advice(qtbot, room, check):
    made = statement(room)
    room.operator = "Wu Hao"
    check.show_statement(made)
    check.setFocus()
    qtbot.keyClick(at(check), KEY.Key_Down)
    qtbot.keyClick(at(check), KEY.Key_Down)
    assert "always" in at(check).accessibleName()
    qtbot.keyClick(at(check), KEY.Key_N)
    assert answers(room, made).truthful == Known.NO
    assert at(check).name == "sincere"


def test_an_answer_is_marked_and_said_with_its_name(qtbot, room, check):
    made = statement(room)
    room.operator = "Wu Hao"
    check.show_statement(made)
    qtbot.mouseClick(check.rows.answer_button("sincere", "no"), Qt.MouseButton.LeftButton)
    assert check.rows.answer_button("sincere", "no").isChecked()
    assert not check.rows.answer_button("sincere", "yes").isChecked()
    assert "Answered by Wu Hao, 14:30" in check.told()


def test_the_writer_is_told_that_somebody_else_answers(qtbot, room, check):
    check.show_statement(statement(room))
    assert "somebody else answers" in check.told()
    assert not check.rows.answer_button("concise", "yes").isEnabled()
    qtbot.keyClick(check.rows.buttons()["concise"], KEY.Key_Y)
    assert room.all(RuleAnswers) == []


def test_the_check_follows_the_text_and_its_facts(room, check):
    fact = room.add(Fact(subject="Hurt", value="3", status=Certainty.UNCONFIRMED))
    made = statement(room, f"{reference(fact.id)} hurt.")
    check.show_statement(made)
    assert any("not confirmed: Hurt" in each for each in told(check))
    room.change(fact, status=Certainty.CONFIRMED)
    assert not any("Hurt" in each for each in told(check))


def test_answers_about_an_earlier_wording_are_said_to_be_so(room, check):
    made = statement(room)
    room.operator = "Wu Hao"
    check.show_statement(made)
    check.rows.answered.emit("concise", "yes")
    room.operator = "Lin Xia"
    room.change(now(room, made), text="We are sorry.")
    assert "an earlier wording" in check.told()
    assert not check.rows.answer_button("concise", "yes").isChecked()


def test_a_hidden_check_is_made_when_it_comes_into_sight(room, check):
    check.hide()
    check.show_statement(statement(room))
    assert told(check) == []
    check.show()
    assert told(check) != []


def test_without_a_text_the_check_asks_for_one(room, check):
    check.show_statement(statement(room))
    check.show_statement(None)
    assert check.rows.isHidden()
    assert check.rows.groups() == ()


# versions


def test_the_present_wording_is_compared_with_the_approved_one(qtbot, room):
    panel = shown(qtbot, VersionPanel(room))
    made = approved(room, statement(room, "We stopped the sale."))
    panel.show_statement(made)
    assert panel.count.text() == "Both are the same."
    room.change(made, text="We stop the sale.")
    assert panel.count.text() == "1 difference"
    assert panel.compared()[1] == "present"
    assert "Approved" in panel.before.currentText()
    qtbot.keyClick(panel.view, KEY.Key_F7)
    assert panel.view.accessibleDescription() == "Difference 1 of 1. Removed: stopped Added: stop"
    assert panel.count.text() == "1 of 1"


def test_two_wordings_that_were_chosen_stay_chosen_while_the_text_changes(qtbot, room):
    panel = shown(qtbot, VersionPanel(room))
    made = approved(room, statement(room, "One."))
    room.change(made, text="Two.")
    panel.show_statement(made)
    panel.before.setCurrentIndex(0)
    panel.before.activated.emit(0)
    room.change(now(room, made), text="Three.")
    assert panel.compared() == ("present", "present")
    other = statement(room, "Other.")
    panel.show_statement(other)
    panel.show_statement(made)
    assert panel.compared()[0] != "present"


def test_differences_are_walked_round_and_told(qtbot):
    view = shown(qtbot, SideBySide("Differences"), (500, 120))
    before = "\n".join(f"Same line of text {n}." for n in range(20))
    after = before.replace("Same", "Other", 1) + "\nAnything more."
    view.show_rows(differences(before, after), ("Before", "Now"))
    assert view.told() == "2 differences"
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_F7)
    qtbot.keyClick(view, KEY.Key_F7)
    assert view.told() == "Difference 2 of 2. Added: Anything more."
    assert view.verticalScrollBar().value() > 0
    qtbot.keyClick(view, KEY.Key_F7)
    assert view.told().startswith("Difference 1 of 2. Removed: Same")
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, KEY.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert "2 of 2" in view.told()


# codes


@pytest.fixture
def phone(qtbot, room) -> CodePanel:
    return shown(qtbot, CodePanel(room), (640, 760))


def test_a_draft_does_not_leave_the_room(room, phone):
    phone.show_statement(statement(room))
    assert phone.code() is None
    assert "Only an approved text" in phone.said.text()
    assert phone.view.isHidden()


def test_an_approved_chinese_text_is_carried_whole_and_proved(qtbot, room, phone):
    made = approved(room, statement(room, CHINESE, language="zh_TW"))
    phone.show_statement(made)
    found = []
    for _each in range(phone.code().of):
        found += read(phone.view.grab().toImage())
        qtbot.keyClick(phone.view, KEY.Key_Right)
    assert "".join(found[:-1]) == CHINESE == public_text(room, made)
    assert found[-1] == hashlib.sha256(CHINESE.encode("utf-8")).hexdigest()
    assert phone.place.text().startswith("1 of ")  # round again


def test_what_went_out_is_carried_as_it_went_out(room, phone):
    fact = room.add(Fact(subject="Hurt", value="3", status=Certainty.CONFIRMED))
    made = approved(room, statement(room, f"{reference(fact.id)} were hurt."))
    out = desk.release(room, made, Channel.WEBSITE, before_staff_why="Urgent")
    room.change(room.get(Fact, fact.id), value="4")
    phone.show_statement(made)
    assert phone.code().text == "3 were hurt."
    phone.turn(-1)
    assert phone.code().text == out.sha256


def test_an_edited_text_has_no_codes_any_more(room, phone):
    made = approved(room, statement(room))
    phone.show_statement(made)
    assert phone.code() is not None
    room.change(made, text="We are sorry.")
    assert now(room, made).standing == Standing.DRAFT
    assert phone.code() is None


def test_codes_turn_by_themselves_until_the_panel_is_hidden(qtbot, room, phone):
    phone.show_statement(approved(room, statement(room)))
    phone.timer.setInterval(1)
    qtbot.keyClick(phone.view, KEY.Key_Space)
    qtbot.waitUntil(lambda: phone.code().number == 2)
    phone.hide()
    assert not phone.timer.isActive()


def test_enter_lets_the_code_fill_the_window_and_escape_goes_back(qtbot, room, phone):
    phone.show_statement(approved(room, statement(room, "We are sorry.")))
    qtbot.keyClick(phone.view, KEY.Key_Return)
    sheet = phone.sheet
    assert sheet.geometry() == phone.window().rect()
    assert read(sheet.view.grab().toImage()) == ["We are sorry."]
    qtbot.keyClick(sheet.view, KEY.Key_Right)
    assert sheet.place.text() == "2 of 2"
    qtbot.keyClick(sheet.view, KEY.Key_Escape)
    assert phone.sheet is None
    assert phone.view.hasFocus()
