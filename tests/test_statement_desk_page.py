"""The statement desk on the screen: a text written, approved and released with real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.pages.statements.check import CheckPanel
from desktop.pages.statements.desk import StatementPart
from desktop.pages.statements.page import StatementsPage
from desktop.warroom.choices import Certainty, Role, Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Incident
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approval import sign_offs
from desktop.warroom.statements.approving import approve, missing, submit
from desktop.warroom.statements.drafting import begin
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.releasing import release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import open_marks
from desktop.warroom.statements.wording import public_text, reference
from desktop.warroom.statements.words import Form
from tests.in_front import in_front
from tests.rooms import T0
from widgets.chip import Chip
from widgets.palette import Palette
from widgets.theme import Token

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CARE = "part:care_sentence"


@pytest.fixture
def page(qtbot, fresh_theme, room: WarRoom) -> StatementsPage:
    return shown(qtbot, room)


@pytest.fixture
def part(page: StatementsPage) -> StatementPart:
    return of(page)


def shown(qtbot, room: WarRoom) -> StatementsPage:
    page = StatementsPage(room)
    in_front(qtbot, page, 1300, 800)
    page.setFocus()
    return page


def of(page: StatementsPage) -> StatementPart:
    part = page.part("texts")
    assert isinstance(part, StatementPart)
    return part


def keys() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def draft(room: WarRoom, care: str = "We are sorry.", form: Form = Form.STATUS) -> Statement:
    text = begin(room, form, title="Bottles")
    room.change(text, parts=({"field": "state", "text": care},))
    return room.get(Statement, text.id)


def approved(room: WarRoom, text: Statement) -> Statement:
    submit(room, text)
    for role, name in ((Role.TECH, "Wu Ke"), (Role.COMMS_LEAD, "Zhao Min")):
        room.operator = name
        approve(room, text, role)
    room.operator = "Lin Xia"
    return room.get(Statement, text.id)


def test_an_empty_desk_says_how_to_begin(part: StatementPart) -> None:
    assert "Press N" in part.list.rows.accessibleDescription()
    assert part.statement() is None


def test_a_text_is_begun_and_written_with_keys(qtbot, part: StatementPart, room: WarRoom) -> None:
    qtbot.keyClick(keys(), KEY.Key_N)
    qtbot.keyClick(keys(), KEY.Key_Return, CTRL)
    (text,) = room.all(Statement)
    assert (text.form, text.title, text.language) == (Form.HOLDING, "Holding statement", "en")
    editor = part.writing.text.editors[CARE]
    editor.setFocus()
    qtbot.keyClicks(keys(), "We are sorry")
    assert room.get(Statement, text.id).part("care_sentence") == ""
    qtbot.keyClick(keys(), KEY.Key_S, CTRL)
    assert room.get(Statement, text.id).part("care_sentence") == "We are sorry"
    assert not editor.is_typed()


def test_leaving_a_field_saves_it_in_one_act(qtbot, part: StatementPart, room: WarRoom) -> None:
    text = begin(room, Form.HOLDING)
    first = part.writing.text.editors[CARE]
    first.setFocus()
    qtbot.keyClicks(keys(), "We care")
    qtbot.keyClick(keys(), KEY.Key_Tab)
    assert keys() is not first.field
    assert room.get(Statement, text.id).text == "We care"
    room.undo()
    assert room.get(Statement, text.id).text == ""
    assert first.text() == ""


def test_what_is_typed_is_kept_and_comes_back(qtbot, part: StatementPart, room: WarRoom) -> None:
    text = begin(room, Form.HOLDING)
    part.writing.text.editors[CARE].setFocus()
    qtbot.keyClicks(keys(), "half a sen")
    qtbot.waitUntil(lambda: bool(room.kept_form(f"statement,{text.id}")))
    page = shown(qtbot, room)
    editor = of(page).writing.text.editors[CARE]
    assert editor.text() == "half a sen"
    assert editor.is_typed()
    assert room.get(Statement, text.id).text == ""


def test_a_fact_that_is_not_there_yet_is_typed_where_it_is_put_in(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    text = begin(room, Form.HOLDING)
    editor = part.writing.text.editors[CARE]
    editor.setFocus()
    qtbot.keyClick(keys(), KEY.Key_F, CTRL | SHIFT)
    palette = next(each for each in part.window().findChildren(Palette) if each.isVisible())
    assert "such as People hurt: 3" in palette.current()
    qtbot.keyClicks(palette.line, "Hurt: 3 people")
    qtbot.keyClick(palette.line, KEY.Key_Return)
    (fact,) = room.all(Fact)
    assert (fact.subject, fact.value, fact.status) == ("Hurt", "3 people", Certainty.UNCONFIRMED)
    qtbot.keyClick(keys(), KEY.Key_S, CTRL)
    assert room.get(Statement, text.id).part("care_sentence") == reference(fact.id)


def test_a_fact_is_found_and_stands_with_its_value(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    fact = room.add(Fact(subject="Bottles sold", value="1,200", status=Certainty.CONFIRMED))
    room.add(Fact(subject="Cause"))
    text = begin(room, Form.HOLDING)
    editor = part.writing.text.editors[CARE]
    editor.setFocus()
    qtbot.keyClicks(keys(), "We sold ")
    qtbot.keyClick(keys(), KEY.Key_F, CTRL | SHIFT)
    palette = next(each for each in part.window().findChildren(Palette) if each.isVisible())
    qtbot.keyClicks(palette.line, "sold")
    qtbot.keyClick(palette.line, KEY.Key_Return)
    qtbot.keyClicks(keys(), " bottles")
    qtbot.keyClick(keys(), KEY.Key_S, CTRL)
    now = room.get(Statement, text.id)
    assert now.part("care_sentence") == f"We sold {reference(fact.id)} bottles"
    assert public_text(room, now) == "We sold 1,200 bottles"
    assert "1,200 (Confirmed)" in editor.field.accessibleDescription()
    room.change(fact, value="1,500")
    assert "1,500 (Confirmed)" in editor.field.accessibleDescription()
    assert not editor.is_typed()


def test_a_letter_changed_after_approval_makes_a_draft_and_undo_restores(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    text = draft(room)
    qtbot.keyClick(part.list.rows, KEY.Key_R)
    assert room.get(Statement, text.id).standing == Standing.REVIEW
    qtbot.keyClick(part.list.rows, KEY.Key_Escape)
    for name in ("Wu Ke", "Zhao Min"):
        room.operator = name
        qtbot.keyClick(part.list.rows, KEY.Key_A)
        pick_first(qtbot, part)
    room.operator = "Lin Xia"
    assert room.get(Statement, text.id).standing == Standing.APPROVED
    part.writing.text.editors["part:state"].setFocus()
    with qtbot.waitSignal(part.did) as said:
        qtbot.keyClick(keys(), KEY.Key_End, CTRL)
        qtbot.keyClicks(keys(), "x")
        qtbot.keyClick(keys(), KEY.Key_S, CTRL)
    assert "a draft again" in said.args[0]
    now = room.get(Statement, text.id)
    assert (now.standing, sign_offs(room, now)) == (Standing.DRAFT, [])
    assert len(room.all(Entry)) == 1
    room.undo()
    now = room.get(Statement, text.id)
    assert (now.standing, missing(room, now)) == (Standing.APPROVED, [])
    assert part.writing.text.editors["part:state"].text() == "We are sorry."
    assert approvals(part) == [
        "✓ Technology lead: Wu Ke, 14:30",
        "✓ Communications lead: Zhao Min, 14:30",
    ]


def approvals(part: StatementPart) -> list[str]:
    return [
        each.text() for each in part.writing.head.approvals.findChildren(Chip) if each.isVisible()
    ]


def pick_first(qtbot, part: StatementPart) -> None:
    for menu in part.findChildren(QMenu):
        if menu.isVisible():
            qtbot.keyClick(menu, KEY.Key_Return)


def test_what_the_rules_refuse_is_said_beside_the_text(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    text = draft(room)
    submit(room, text)
    room.operator = text.author
    part.deeds._approve(room.get(Statement, text.id), Role.TECH)
    assert "You wrote this text" in part.writing.head.sentence.text()
    assert part.writing.head.sentence.isVisible()


def test_releasing_asks_for_reasons_and_says_why(qtbot, part: StatementPart, room: WarRoom) -> None:
    text = draft(room)
    qtbot.keyClick(part.list.rows, KEY.Key_P)
    form = part.asking.form
    assert form is not None
    assert {"unapproved_why", "before_staff_why"} <= set(form.values())
    form.submitted.emit()
    assert room.all(Release) == []
    for name in ("unapproved_why", "before_staff_why"):
        form.go_to(name)
        qtbot.keyClicks(keys(), "Hurry")
    qtbot.keyClick(keys(), KEY.Key_Return, CTRL)
    (out,) = room.all(Release)
    assert (out.unapproved_why, out.before_staff_why) == ("Hurry", "Hurry")
    assert room.get(Statement, text.id).standing == Standing.RELEASED
    assert part.writing.out.text.isVisible()
    assert part.writing.out.text.isReadOnly()
    assert "Status page" in part.writing.head.went.text()


def test_no_reason_is_asked_for_where_none_is_needed(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    from desktop.warroom.records import StaffMessage

    room.add(StaffMessage(title="What we say", sent_at=room.minute()))
    approved(room, draft(room))
    qtbot.keyClick(part.list.rows, KEY.Key_P)
    assert part.asking.form is not None
    assert set(part.asking.form.values()) == {"channel", "where", "url", "at"}


def test_a_text_that_is_out_is_carried_on_in_its_next_version(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    text = draft(room)
    release(room, text, "website", unapproved_why="x", before_staff_why="y")
    qtbot.keyClick(part.list.rows, KEY.Key_V)
    now = part.statement()
    assert now is not None
    assert (now.version, now.standing, now.text) == (2, Standing.DRAFT, "We are sorry.")
    assert part.list.rows.chosen() == now.id


def test_a_text_is_withdrawn_with_a_reason(qtbot, part: StatementPart, room: WarRoom) -> None:
    text = draft(room)
    release(room, text, "website", unapproved_why="x", before_staff_why="y")
    qtbot.keyClick(part.list.rows, KEY.Key_W)
    assert part.asking.form is not None
    part.asking.form.go_to("why")
    qtbot.keyClicks(keys(), "Wrong batch")
    qtbot.keyClick(keys(), KEY.Key_Return, CTRL)
    assert room.get(Statement, text.id).standing == Standing.WITHDRAWN


def test_a_time_that_cannot_be_read_is_kept_and_said(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    text = begin(room, Form.HOLDING)
    editor = part.writing.text.editors["next_update_at"]
    editor.setFocus()
    qtbot.keyClicks(keys(), "soonish")
    qtbot.keyClick(keys(), KEY.Key_S, CTRL)
    assert "soonish" in editor.fault()
    assert editor.text() == "soonish"
    qtbot.keyClick(keys(), KEY.Key_A, CTRL)
    qtbot.keyClicks(keys(), "16:30")
    qtbot.keyClick(keys(), KEY.Key_S, CTRL)
    at = room.get(Statement, text.id).next_update_at
    assert at is not None
    assert f"{at.local:%H:%M}" == "16:30"


def test_the_length_turns_amber_and_red_in_words(qtbot, part: StatementPart, room: WarRoom) -> None:
    text = begin(room, Form.HOLDING)
    foot = part.writing.foot
    for words, said in ((150, "150 of 200 words"), (190, "▲ 190 of"), (210, "10 too many")):
        room.change(room.get(Statement, text.id), parts=({"field": "x", "text": "a " * words},))
        assert said in foot.length.text()


def test_escape_leaves_the_text_for_the_list(qtbot, part: StatementPart, room: WarRoom) -> None:
    begin(room, Form.HOLDING)
    part.writing.text.editors[CARE].setFocus()
    qtbot.keyClick(keys(), KEY.Key_Escape)
    assert keys() is part.list.rows


def test_what_was_typed_waits_in_its_incident(qtbot, part: StatementPart, room: WarRoom) -> None:
    text, first = begin(room, Form.HOLDING), room.incident
    part.writing.text.editors[CARE].setFocus()
    qtbot.keyClicks(keys(), "half")
    part.put_away()
    room.open_incident(Incident(title="Leak", type="data_leak", t0=T0))
    assert room.kept_form(f"statement,{text.id}") == {}
    room.turn_to(first)
    assert room.kept_form(f"statement,{text.id}") == {CARE: "half"}


def test_the_check_stands_beside_and_leads_to_the_words(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    begin(room, Form.HOLDING)
    editor = part.writing.text.editors[CARE]
    editor.setFocus()
    qtbot.keyClicks(keys(), "We absolutely regret any inconvenience.")
    qtbot.keyClick(keys(), KEY.Key_F6)
    assert part.side.isAncestorOf(keys())
    assert not editor.is_typed()
    panel = part.show_side("check")
    assert isinstance(panel, CheckPanel)
    panel.sought.emit("care_sentence", "absolutely")
    assert keys() is editor.field
    assert editor.field.textCursor().selectedText() == "absolutely"
    qtbot.keyClick(keys(), KEY.Key_F6)
    qtbot.keyClick(keys(), KEY.Key_F6)
    assert keys() is part.writing.text.editors["title"].field


def test_versions_and_codes_follow_the_chosen_text(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    first, second = draft(room, "One."), draft(room, "Two.")
    for name in ("versions", "codes"):
        panel = part.show_side(name)
        for text in (first, second):
            part.list.rows.choose(text.id)
            assert panel.statement == room.get(Statement, text.id)


def test_what_is_asked_or_beside_takes_the_place_of_the_text_where_it_is_narrow(
    qtbot, page: StatementsPage, part: StatementPart, room: WarRoom
) -> None:
    begin(room, Form.HOLDING)
    page.resize(900, 700)
    QApplication.processEvents()
    assert part.side.isHidden()
    part.go_aside()
    assert (part.side.isHidden(), part.writing.isHidden()) == (False, True)
    part.go_aside()
    assert (part.side.isHidden(), part.writing.isHidden()) == (True, False)
    part.new()
    assert (part.asking.isHidden(), part.writing.isHidden()) == (False, True)
    qtbot.keyClick(keys(), KEY.Key_Escape)
    assert (part.asking.isHidden(), part.writing.isHidden()) == (True, False)


def test_a_changed_fact_is_said_over_the_text_until_seen_to(
    qtbot, part: StatementPart, room: WarRoom
) -> None:
    fact = room.add(Fact(subject="Sold", value="12", status=Certainty.CONFIRMED))
    text = draft(room, f"We sold {reference(fact.id)}.")
    room.change(fact, value="15")
    (button,) = part.writing.marks.buttons
    assert "Sold has changed: it was 12" in button.accessibleDescription()
    assert part.list.rows.rows()[0].chip == "▲ Draft"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(keys(), "Read again")
    qtbot.keyClick(keys(), KEY.Key_Return, CTRL)
    assert open_marks(room, text) == []
    assert not part.writing.marks.isVisible()
    room.undo()
    assert part.writing.marks.isVisible()


def test_a_next_update_is_late_until_something_was_said_later(
    part: StatementPart, room: WarRoom
) -> None:
    text = draft(room)
    soon = Moment(room.now().ms - 60_000, 480)
    room.change(text, next_update_at=soon)
    earlier = Moment(soon.ms - 3_600_000, 480)
    why = {"unapproved_why": "x", "before_staff_why": "y"}
    release(room, room.get(Statement, text.id), "website", at=earlier, **why)
    assert (part.list.rows.rows()[0].note, part.list.rows.rows()[0].note_token) == (
        "next 14:29",
        Token.BAD,
    )
    release(room, draft(room, "We know more."), "website", **why)
    assert [row.note for row in part.list.rows.rows()] == ["", ""]
