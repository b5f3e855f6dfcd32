"""The part of press conferences, and the hall while one is on, with keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.pages.statements.hall_head import face
from desktop.pages.statements.press import PressPart
from desktop.pages.statements.press_hall import Hall
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.press import PressConference, PressQuestion, RunLine, WhatIf
from desktop.warroom.answers.words import LineState
from desktop.warroom.method.clocks import Clock, ClockKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from tests.rooms import START, new_room

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def later(minutes: float) -> Moment:
    return Moment.of(START + timedelta(minutes=minutes))


@pytest.fixture
def host(qtbot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1200, 800)
    return host


@pytest.fixture
def conference(room: WarRoom) -> PressConference:
    conference = room.add(
        PressConference(
            title="Recall",
            starts_at=later(90),
            minutes=45,
            materials=({"text": "Press kit", "done": False}, {"text": "Badges", "done": True}),
        )
    )
    room.add(
        RunLine(conference=conference.id, minute=0, lasts=5, speaker="Lin Xia", content="Welcome")
    )
    room.add(
        RunLine(conference=conference.id, minute=5, lasts=10, speaker="Wu Ke", content="Opening")
    )
    return conference


@pytest.fixture
def part(host: QWidget, room: WarRoom, conference: PressConference) -> PressPart:
    part = PressPart(room, host)
    part.resize(host.size())
    host.show()
    return part


@pytest.fixture
def hall(qtbot, part: PressPart) -> Hall:
    part.lists[0].table.setFocus()
    qtbot.keyClick(part.lists[0].table, Key.Key_L)
    assert part.hall is not None
    return part.hall


def type_line(qtbot, hall: Hall, key: Key, text: str) -> None:
    qtbot.keyClick(hall.table, key)
    qtbot.keyClicks(hall.quick.line, text)
    qtbot.keyClick(hall.quick.line, Key.Key_Return)


def cells(table, row: int) -> list[str]:
    model = table.model
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]


def test_a_conference_shows_its_checks_and_its_run_sheet_by_the_clock(part):
    assert [tile.shown.ok for tile in part.tiles.tiles] == [True, False, False, False]
    assert cells(part.lists[0], 0)[-1] == "1 of 4 checks green"
    assert [cells(part.lists[1], n)[0] for n in range(2)] == ["16:00", "16:05"]
    assert part.mark()[0] == "1/4"


def test_the_times_follow_the_start(part, room, conference):
    room.change(conference, starts_at=later(120))
    assert cells(part.lists[1], 1)[0] == "16:35"


def test_a_tile_leads_to_the_field_that_mends_it(qtbot, part, room):
    venue = part.tiles.tiles[3]
    qtbot.mouseClick(venue.mend, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(part.focusWidget(), "Hall 2")
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    assert room.all(PressConference)[0].venue == "Hall 2"
    assert "Venue" not in venue.shown.said[0]


def test_the_timing_leads_to_the_fact_that_is_open(qtbot, part, room):
    fact = room.add(Fact(subject="Cause"))
    with qtbot.waitSignal(part.door_asked) as asked:
        qtbot.mouseClick(part.tiles.tiles[0].mend, Qt.MouseButton.LeftButton)
    assert asked.args == ["plan", fact]


def test_the_materials_lead_to_the_text_that_is_not_approved(qtbot, part, room, conference):
    text = room.add(Statement(title="Opening"))
    done = tuple({**item, "done": True} for item in conference.materials)
    room.change(conference, statement=text.id, materials=done)
    assert part.tiles.tiles[2].shown.said == ("The opening statement is not approved: Opening.",)
    with qtbot.waitSignal(part.door_asked) as asked:
        qtbot.mouseClick(part.tiles.tiles[2].mend, Qt.MouseButton.LeftButton)
    assert asked.args == ["statements", text]


def test_space_ticks_a_material_and_undo_takes_it_back(qtbot, part, room):
    part.materials.table.select(0)
    qtbot.keyClick(part.materials.table, Key.Key_Space)
    assert part.materials.count.text() == "2 / 2"
    room.undo()
    assert part.materials.count.text() == "1 / 2"


def test_a_new_line_begins_where_the_last_ends(qtbot, part, room):
    part.lists[1].table.setFocus()
    qtbot.keyClick(part.lists[1].table, Key.Key_N)
    assert part.beside.panel.values()["minute"] == "15"
    part.beside.panel.go_to("content")
    qtbot.keyClicks(part.focusWidget(), "Questions")
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    assert cells(part.lists[1], 2)[0] == "16:15"


def test_what_ifs_belong_to_the_conference_that_is_chosen(part, room, conference):
    room.add(WhatIf(conference=conference.id, happens="Power fails", then="Pause"))
    room.add(WhatIf(conference="other", happens="x", then="y"))
    assert part.lists[2].model.rowCount() == 1


def test_f8_goes_live_and_back_and_nothing_ends_by_it(qtbot, part, room):
    part.lists[1].table.setFocus()
    qtbot.keyClick(part.lists[1].table, Key.Key_F8)
    assert part.hall is not None
    assert not part.beside.isVisible()
    qtbot.keyClick(part.hall.table, Key.Key_Escape)
    assert part.hall is None
    assert part.beside.isVisible()
    assert room.all(PressConference)[0].ended_at is None


def test_a_hall_that_was_left_follows_no_more(qtbot, part, hall, room):
    qtbot.keyClick(hall.table, Key.Key_Escape)
    QApplication.sendPostedEvents(hall, QEvent.Type.DeferredDelete)
    room.capture("the doors open")
    assert part.hall is None


def test_b_begins_and_e_ends_and_the_timeline_says_both(qtbot, hall, room):
    assert (hall.head.time.text(), hall.head.note.text()) == ("1:30:00", "until it begins")
    qtbot.keyClick(hall.table, Key.Key_B)
    assert (hall.head.time.text(), hall.head.note.text()) == ("45:00", "left")
    assert hall.head.now.text() == "14:30  Lin Xia: Welcome"
    assert hall.head.next.text() == "Coming: 14:35  Wu Ke: Opening"
    qtbot.keyClick(hall.table, Key.Key_E)
    assert hall.head.note.text() == "14:30"
    assert [entry.text for entry in room.all(Entry)] == [
        "Press conference begins: Recall",
        "Press conference ends: Recall, 0 questions",
    ]


def test_question_answer_and_promise_take_one_key_each(qtbot, hall, room, conference):
    type_line(qtbot, hall, Key.Key_Q, "City TV: which shops?")
    type_line(qtbot, hall, Key.Key_A, "lin xia: We publish them.")
    type_line(qtbot, hall, Key.Key_P, "The list of shops !18:00")
    (question,) = room.all(PressQuestion)
    (clock,) = room.all(Clock)
    assert (question.outlet, question.question, question.answer) == (
        "City TV",
        "which shops?",
        "We publish them.",
    )
    assert question.answered_by == "Lin Xia"
    assert question.promise == clock.id
    assert (clock.what, clock.title, clock.promised_to) == (
        ClockKind.PROMISE,
        "The list of shops",
        "City TV",
    )
    assert cells(hall, 0)[-1] == "by 18:00"
    room.undo()
    assert not room.all(Clock)
    assert cells(hall, 0)[-1] == ""


def test_a_promise_without_a_time_stays_typed_and_says_why(qtbot, hall, room):
    type_line(qtbot, hall, Key.Key_P, "The list of shops")
    assert "by when" in hall.quick.sentence()
    assert hall.quick.line.text() == "The list of shops"
    assert not room.all(Clock)


def test_the_line_stands_large_while_the_question_is_typed(qtbot, hall, room):
    room.add(
        Answer(
            question="Why did the recall come so late?",
            line="We tested first.",
            not_to_say="The supplier's name",
            state=LineState.APPROVED,
        )
    )
    qtbot.keyClick(hall.table, Key.Key_Q)
    qtbot.keyClicks(hall.quick.line, "City TV: why so late, your reca")
    assert hall.line.text() == "We tested first."
    assert hall.line.inside.not_to_say.text() == "✗ Do not say: The supplier's name"
    qtbot.keyClick(hall.quick.line, Key.Key_Return)
    qtbot.keyClick(hall.table, Key.Key_L)
    (question,) = room.all(PressQuestion)
    assert question.line == room.all(Answer)[0].id
    qtbot.keyClick(hall.table, Key.Key_O)
    assert room.all(PressQuestion)[0].off_line


def test_a_line_out_of_force_is_never_shown_as_one_to_say(qtbot, hall, room):
    room.add(Answer(question="Is it safe?", line="Yes.", state=LineState.RETIRED))
    room.add(Answer(question="Is it safe for babies?", line="No doubt."))
    qtbot.keyClick(hall.table, Key.Key_Q)
    qtbot.keyClicks(hall.quick.line, "is it safe")
    assert "No valid line" in hall.line.text()
    assert hall.line.line_id == ""


def test_half_typed_words_are_kept_for_each_key(qtbot, part, hall, room):
    type_line(qtbot, hall, Key.Key_Q, "First?")
    qtbot.keyClick(hall.table, Key.Key_A)
    qtbot.keyClicks(hall.quick.line, "Half an answer")
    qtbot.keyClick(hall.quick.line, Key.Key_Escape)
    qtbot.keyClick(hall.table, Key.Key_Q)
    assert hall.quick.line.text() == ""
    qtbot.keyClicks(hall.quick.line, "And")
    part.leave_hall()
    part.go_live()
    again = part.hall
    assert again is not None
    assert again.quick.line.text() == "And"
    again.write("answer")
    assert again.quick.line.text() == "Half an answer"


def test_an_answer_asks_for_a_question_first(qtbot, hall):
    with qtbot.waitSignal(hall.told) as said:
        qtbot.keyClick(hall.table, Key.Key_A)
    assert said.args == ["Log the question first."]


def test_a_question_can_be_taken_back(qtbot, hall, room):
    type_line(qtbot, hall, Key.Key_Q, "First?")
    qtbot.keyClick(hall.table, Key.Key_Delete)
    assert hall.model.rowCount() == 0
    room.undo()
    assert hall.model.rowCount() == 1


def test_time_over_is_said_in_words_too(tmp_path, qtbot, host):
    clock = FixedClock(START)
    room = new_room(tmp_path / "other.warroom", clock)
    began = later(-50)
    conference = room.add(PressConference(title="Recall", minutes=45, began_at=began))
    hall = Hall(room, conference, host)
    assert (hall.head.time.text(), hall.head.note.text()) == ("−05:00", "over time")
    room.close()


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (0, "00:00"),
        (59_999, "00:59"),
        (2_292_000, "38:12"),
        (5_400_000, "1:30:00"),
        (-1_000, "−00:01"),
    ],
)
def test_time_stands_as_on_a_clock_face(ms: int, said: str) -> None:
    assert face(ms) == said


def test_the_process_leads_to_the_what_ifs_where_they_are_few(qtbot, part):
    qtbot.mouseClick(part.tiles.tiles[1].mend, Qt.MouseButton.LeftButton)
    assert part.beside.panel.isVisible()  # the host is named in the form
    part.beside.shut()
    conference = part.chosen()
    part.deeds.change([conference], "", host="Lin Xia", question_rules="One each.")
    qtbot.mouseClick(part.tiles.tiles[1].mend, Qt.MouseButton.LeftButton)
    assert part.focusWidget() is part.lists[2].table


def test_k_puts_a_question_of_the_hall_into_the_bank_once(qtbot, hall, room):
    type_line(qtbot, hall, Key.Key_Q, "City TV: which shops?")
    qtbot.keyClick(hall.table, Key.Key_K)
    assert [(each.question, each.asked) for each in room.all(Answer)] == [("which shops?", 1)]
    with qtbot.waitSignal(hall.failed) as said:
        qtbot.keyClick(hall.table, Key.Key_K)
    assert "already" in said.args[0]
