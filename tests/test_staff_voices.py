"""Questions count up and are marked when they wait; one rumour travels from heard to told."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.pages.staff.questions import QuestionPart
from desktop.pages.staff.rumours import RumourPart
from desktop.warroom.answers.lines import Answer
from desktop.warroom.choices import EntryKind
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, StaffGroup
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.staff_words import Stage
from tests.rooms import START
from widgets.theme import Token

KEY = Qt.Key
pytestmark = pytest.mark.usefixtures("fresh_theme")


def ago(hours: float) -> Moment:
    return Moment.of(START - timedelta(hours=hours))


@pytest.fixture
def groups(room):
    return room.add_all([StaffGroup(name="Care", headcount=64), StaffGroup(name="Night shift")])


@pytest.fixture
def shown(qtbot, room):
    def show(kind):
        made = kind(room, None)
        qtbot.addWidget(made)
        made.resize(1200, 700)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return show


def typed(qtbot, part, text):
    part.line.line.setFocus()
    qtbot.keyClicks(part.line.line, text)
    qtbot.keyClick(part.line.line, KEY.Key_Return)


def press(qtbot, part, key):
    part.table.setFocus()
    qtbot.keyClick(part.table, key)


def cell(part, row, column):
    return part.lists[0].model.index(row, column).data()


def fill(part, **texts):
    """Fill fields of the form beside the list, and submit it by Ctrl+Enter."""
    form = part.asking.focusProxy()
    for name, text in texts.items():
        form.go_to(name)
        put(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)


def put(widget, text):
    for name in ("setPlainText", "setText"):
        if hasattr(widget, name):
            getattr(widget, name)(text)
            return
    widget.setCurrentIndex(widget.findData(text))


# questions


def test_the_same_question_typed_again_counts_up_and_makes_no_second_row(qtbot, room, shown):
    part = shown(QuestionPart)
    typed(qtbot, part, "Will there be lay-offs?")
    typed(qtbot, part, "will there be LAY-OFFS")
    [question] = room.all(StaffQuestion)
    assert question.asked == 2
    assert cell(part, 0, 4) == "2"
    assert part.line.line.text() == ""


def test_a_counts_the_chosen_question_once_more(qtbot, room, shown):
    room.add(StaffQuestion(question="Do we ship?", asked_at=ago(1)))
    part = shown(QuestionPart)
    press(qtbot, part, KEY.Key_A)
    assert room.all(StaffQuestion)[0].asked == 2


def test_what_is_open_for_more_than_four_hours_stands_first_in_red(room, shown):
    room.add(StaffQuestion(question="New", asked_at=ago(1)))
    room.add(StaffQuestion(question="Old", asked_at=ago(4.1)))
    room.add(StaffQuestion(question="Just in time", asked_at=ago(4)))
    part = shown(QuestionPart)
    assert [cell(part, n, 1) for n in range(3)] == ["Old", "Just in time", "New"]
    assert cell(part, 0, 0) == "▲ open for 4 h 06"
    assert cell(part, 1, 0) == "open for 4 h 00"
    assert part.advice.texts() == ["1 question is open for more than 4 hours."]
    assert part.mark() == ("▲ 1", Token.BAD)


def test_r_answers_with_a_line_of_the_bank_and_the_mark_goes(qtbot, room, shown):
    line = room.add(Answer(question="Lay-offs?"))
    room.add(StaffQuestion(question="Will there be lay-offs?", asked_at=ago(5)))
    part = shown(QuestionPart)
    press(qtbot, part, KEY.Key_R)
    assert part.asking.isVisible()
    fill(part, line=line.id)
    [question] = room.all(StaffQuestion)
    assert (question.line, question.answered) == (line.id, True)
    assert question.answered_by == "Lin Xia"
    assert cell(part, 0, 0) == "✓ answered 14:30"
    assert part.mark() == ("", Token.MUTED)
    assert part.table.hasFocus()


def test_an_answer_without_words_or_line_is_refused_and_stays(qtbot, room, shown):
    room.add(StaffQuestion(question="Do we ship?", asked_at=ago(1)))
    part = shown(QuestionPart)
    press(qtbot, part, KEY.Key_R)
    fill(part, answered_by="Ada")
    assert not room.all(StaffQuestion)[0].answered
    assert part.asking.isVisible()


def test_without_questions_it_is_said_how_to_note_the_first(shown):
    part = shown(QuestionPart)
    assert part.table.accessibleDescription().startswith("No question yet. Type one above")


# rumours


def test_one_row_travels_from_heard_to_judged_answered_and_told(qtbot, room, shown, groups):
    part = shown(RumourPart)
    typed(qtbot, part, "The plant closes on Friday")
    [rumour] = room.all(Rumour)
    assert rumour.stage == Stage.HEARD
    assert room.get(Entry, rumour.entry).kind == EntryKind.RUMOUR
    assert cell(part, 0, 0) == "1/4 Heard"
    press(qtbot, part, KEY.Key_V)
    fill(part, verdict="false", evidence="The board met at noon")
    assert cell(part, 0, 0) == "2/4 Judged"
    press(qtbot, part, KEY.Key_V)
    fill(part, answer="It stays open.")
    assert cell(part, 0, 0) == "3/4 Answer ready"
    press(qtbot, part, KEY.Key_T)
    fill(part, groups="Night shift")
    [rumour] = room.all(Rumour)
    assert (rumour.stage, rumour.told) == (Stage.TOLD, (groups[1].id,))
    assert cell(part, 0, 0) == "4/4 Groups told"
    assert cell(part, 0, 6) == "1 group"


def test_h_counts_it_and_after_the_groups_were_told_that_it_came_back(qtbot, room, shown, groups):
    room.add(
        Rumour(
            text="Bonuses are cut",
            heard_at=ago(2),
            verdict="false",
            evidence="CFO",
            told=(groups[0].id,),
            told_at=ago(1),
        )
    )
    part = shown(RumourPart)
    press(qtbot, part, KEY.Key_H)
    [rumour] = room.all(Rumour)
    assert (rumour.heard, rumour.repeats) == (2, 1)
    assert cell(part, 0, 2) == "▲ 2"
    assert part.advice.texts() == ["Heard 1 time after the correction."]


def test_nothing_is_told_to_groups_before_there_is_a_verdict(qtbot, room, shown, groups):
    room.add(Rumour(text="Someone was hurt", heard_at=ago(2)))
    part = shown(RumourPart)
    with qtbot.waitSignal(part.told):
        press(qtbot, part, KEY.Key_T)
    assert not part.asking.isVisible()


def test_a_group_that_nobody_knows_is_refused_by_its_name(qtbot, room, shown, groups):
    room.add(Rumour(text="Hurt", heard_at=ago(2), verdict="false", evidence="Clinic"))
    part = shown(RumourPart)
    press(qtbot, part, KEY.Key_T)
    fill(part, groups="Care\nMoon base")
    assert room.all(Rumour)[0].told == ()
    assert part.asking.values()["groups"] == "Care\nMoon base"


def test_rumours_of_the_timeline_are_taken_up_in_one_act(qtbot, room, shown):
    room.add_all([Entry(kind=EntryKind.RUMOUR, text=f"R{n}", happened_at=ago(1)) for n in range(2)])
    part = shown(RumourPart)
    assert part.waiting.text() == "Take up 2 rumours of the timeline"
    qtbot.mouseClick(part.waiting, Qt.MouseButton.LeftButton)
    assert sorted(each.text for each in room.all(Rumour)) == ["R0", "R1"]
    assert part.waiting.isHidden()
    room.undo()
    assert room.all(Rumour) == []
