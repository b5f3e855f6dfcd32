"""Review and recovery in the window: views of the record, closing, lessons, charts, cases."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.pages.plan.page import PlanPage
from desktop.pages.review.cases import CasePart
from desktop.pages.review.improvements import ImprovementPart
from desktop.pages.review.lessons import LessonPart
from desktop.pages.review.page import ReviewPage
from desktop.pages.review.parts import PARTS
from desktop.pages.review.recovery import RecoveryPart
from desktop.pages.review.review import ReviewPart
from desktop.warroom.answers.lines import Answer
from desktop.warroom.choices import CrisisType, EntryKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.words import Progress
from desktop.warroom.playbooks import keeping
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.records import Entry, Task
from desktop.warroom.review import closing
from desktop.warroom.review.cases import Case
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import Improvement, Indicator, IndicatorReading
from desktop.warroom.review.words import Better, Ending
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from desktop.warroom.watch.alarms import Alarm
from tests.rooms import T0
from tests.test_review import after

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, room: WarRoom) -> Iterator[ReviewPage]:
    """Review and recovery of a room, in sight."""
    page = ReviewPage(room)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    page.show()
    yield page
    page.hide()


def review(page: ReviewPage) -> ReviewPart:
    part = page.show_part("review")
    assert isinstance(part, ReviewPart)
    return part


def lessons(page: ReviewPage) -> LessonPart:
    part = page.show_part("lessons")
    assert isinstance(part, LessonPart)
    return part


def column(part: ReviewPart, name: str, at: int) -> list[str]:
    """What a column of a view says."""
    model = part.views.views[name].model
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("name", [each.name for each in PARTS])
def test_every_part_opens_empty(page: ReviewPage, name: str) -> None:
    page.show_part(name)
    assert page.current() == name
    assert not page.grab().isNull()


# the review


def test_the_review_shows_times_warnings_and_decisions_from_the_record(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    part = review(page)
    units = room.add(Fact(subject="Units", value="9,000"))
    room.add(Entry(kind=EntryKind.DECISION, text="Recall all", happened_at=T0, key=True))
    room.change(units, value="12,400")
    room.add(Entry(kind=EntryKind.STATEMENT, text="We look into it", happened_at=after(48)))
    room.note(
        [Alarm(rule="PF2-6", severity=1, said="Late", raised_at=after(60), cleared_at=after(75))]
    )
    part.look_again()
    assert column(part, "times", 0)[0] == "First public word"
    assert column(part, "times", 1)[0] == "✓ in time"
    assert column(part, "chronology", 2) == ["Recall all"]
    assert column(part, "fired", 4) == ["15 min"]
    qtbot.mouseClick(part.choice.buttons["decisions"], Qt.MouseButton.LeftButton)
    view = part.views.currentWidget()
    known = view.known_list
    assert [str(known.index(0, at).data()) for at in range(3)] == [
        "Units",
        "9,000 (Unconfirmed)",
        "12,400 (Unconfirmed)",
    ]
    with qtbot.waitSignal(part.door_asked) as asked:
        qtbot.keyClick(page.focusWidget(), KEY.Key_F2)
    assert asked.args[0] == "timeline"
    with qtbot.waitSignal(part.past_asked) as asked:
        qtbot.keyClick(page.focusWidget(), KEY.Key_W)
    assert asked.args == [room.all(Entry)[0].recorded_at]


def test_the_page_shows_a_room_as_it_was(qtbot, room: WarRoom) -> None:
    room.clock.move(minutes=1)
    room.add(Fact(subject="Units", value="9,000"))
    room.add(Entry(kind=EntryKind.DECISION, text="Recall all", happened_at=T0, key=True))
    room.add_all([Lesson(text="Test"), Indicator(name="Trust"), Case(company="Lantern")])
    past = room.past()
    finished(past.read())
    page = ReviewPage(past)
    qtbot.addWidget(page)
    page.show()
    for each in PARTS:
        page.show_part(each.name)
    found = review(page)
    past.turn(past.begins)
    found.look_again()
    assert column(found, "decisions", 1) == []
    past.turn(past.ends)
    found.look_again()
    assert column(found, "decisions", 1) == ["Recall all"]
    assert not page.grab().isNull()
    page.hide()
    past.close()


def test_a_review_is_written_beside_what_the_record_tells(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    part = review(page)
    room.add(Entry(kind=EntryKind.STATEMENT, text="We look into it", happened_at=after(48)))
    qtbot.mouseClick(part.hold, Qt.MouseButton.LeftButton)
    part.beside.panel.go_to("causes")
    qtbot.keyClicks(page.focusWidget(), "A worn seal")
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    (held,) = room.all(Review)
    assert (held.causes, held.by) == ("A worn seal", "Lin Xia")
    assert held.worked == "In time: First public word (48 min)"
    parts = ["Held at", "Led by", "Summary", "Causes", "What worked"]
    assert column(part, "written", 0) == parts
    assert column(part, "written", 1)[3] == "A worn seal"
    part.beside.shut()
    qtbot.mouseClick(part.choice.buttons["written"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.focusWidget(), KEY.Key_F2)
    assert part.beside.panel.isVisible()
    assert part.hold.text() == "Open the review"


def test_closing_warns_asks_and_turns_the_page_to_reading(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    room.add(Task(title="Tell all", critical=True))
    part = review(page)
    qtbot.mouseClick(part.close_it, Qt.MouseButton.LeftButton)
    assert "Still open: 1 critical task." in part.asking._warning.text()
    assert "No review was held yet." in part.asking._warning.text()
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    assert room.incident.closed_at == room.minute()
    assert part.advice.lead.text().startswith("Closed 14:30")
    assert page.part("review").mark()[0] == "closed"
    qtbot.mouseClick(part.close_it, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    assert room.incident.closed_at is not None
    part.asking.put("why", "A second batch")
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    assert room.incident.closed_at is None


# lessons


def test_a_lesson_is_closed_with_keys_by_an_action(qtbot, page: ReviewPage, room: WarRoom) -> None:
    part = lessons(page)
    lesson = room.add(Lesson(text="Test every seal", owner="Wu", due=after(9_000)))
    part.show_record(lesson)
    part.beside.shut()
    qtbot.keyClick(part.lists[0].table, KEY.Key_A)
    part.asking.put("what", "A test bench")
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    (action,) = room.all(Improvement)
    assert (action.action, action.owner) == ("A test bench", "Wu")
    assert room.get(Lesson, lesson.id).ended_by == Ending.ACTION
    assert not part.buttons[0].isEnabled()


def test_what_is_missing_is_said_beside_its_field(qtbot, page: ReviewPage, room: WarRoom) -> None:
    part = lessons(page)
    part.show_record(room.add(Lesson(text="Test every seal")))
    part.beside.shut()
    qtbot.keyClick(part.lists[0].table, KEY.Key_R)
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    assert room.all(Lesson)[0].open
    assert part.asking.isVisible()


def test_the_change_in_a_playbook_is_shown_as_a_difference(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    plan = shipped(CrisisType.PRODUCT_QUALITY)
    sooner = [replace(each, offset=1) if each.id == "C02" else each for each in plan.tasks]
    keeping.keep(room, [replace(plan, tasks=tuple(sooner))])
    part = lessons(page)
    part.show_record(room.add(Lesson(text="Call the team sooner")))
    part.beside.shut()
    assert not part.difference.isVisible()
    qtbot.keyClick(part.lists[0].table, KEY.Key_P)
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    assert room.all(Lesson)[0].ended_by == Ending.PLAYBOOK
    assert part.difference.isVisible()
    assert part.difference.differences() >= 1
    qtbot.keyClick(part.lists[0].table, KEY.Key_O)
    part.asking.put("why", "Not enough")
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    assert room.all(Lesson)[0].open


# recovery


def test_a_playbook_that_was_not_changed_yet_is_one_press_away(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    room.add(Lesson(text="Call the laboratory first"))
    part = lessons(page)
    part.lists[0].table.select(0)
    qtbot.keyClick(part.lists[0].table, KEY.Key_P)
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.mouseClick(part.asking.tool, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "plan"
    plan = PlanPage(room)
    qtbot.addWidget(plan)
    plan.show_record(asked.args[1])
    assert plan.current() == "playbooks"


def test_charts_show_which_indicators_are_back(qtbot, page: ReviewPage, room: WarRoom) -> None:
    part = page.show_part("recovery")
    assert isinstance(part, RecoveryPart)
    assert not part.charts.isVisible()
    trust = room.add(Indicator(name="Trust", unit="%", baseline="70"))
    returns = room.add(Indicator(name="Returns", better=Better.DOWN, baseline="2"))
    room.add(Indicator(name="Orders"))
    room.add_all(
        [
            IndicatorReading(indicator=trust.id, at=T0, value="72"),
            IndicatorReading(indicator=returns.id, at=T0, value="1,009"),
        ]
    )
    assert [each.state for each in part.charts.charts()] == [
        "✓ back",
        "▲ still above",
        "no reading yet",
    ]
    assert part.charts.charts()[1].said == "Now 1,009  ·  before 2"
    assert "1 of 3 indicators" in part.advice.lead.text()
    assert part.mark()[0] == "1/2"
    part.charts.setFocus()
    qtbot.keyClick(part.charts, KEY.Key_Right)
    assert part.lists[0].chosen() == [returns]
    assert part.lists[1].model.rowCount() == 1
    at = part.charts.place(0).center()
    qtbot.mouseClick(part.charts, Qt.MouseButton.LeftButton, pos=at)
    assert part.lists[0].chosen() == [trust]
    assert not page.grab().isNull()


def test_where_there_is_little_room_every_chart_keeps_its_words(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    part = page.show_part("recovery")
    assert isinstance(part, RecoveryPart)
    room.add_all([Indicator(name=f"Indicator {n}", baseline="1") for n in range(9)])
    page.resize(page.width(), 420)
    qtbot.waitUntil(lambda: part.charts.height() < part.charts.heightForWidth(part.charts.width()))
    last = part.charts.place(8)
    assert last.bottom() <= part.charts.height()
    assert not page.grab().isNull()


def test_open_questions_and_normal_operation_are_noted(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    part = page.show_part("recovery")
    assert isinstance(part, RecoveryPart)
    assert part.above.asked.text().startswith("✓")
    question = room.add(Answer(question="Is it safe?"))
    assert part.above.asked.text() == "▲ 1 question without a line"
    with qtbot.waitSignal(part.door_asked) as asked:
        qtbot.mouseClick(part.above.questions, Qt.MouseButton.LeftButton)
    assert asked.args == ["statements", question]
    qtbot.mouseClick(part.normal, Qt.MouseButton.LeftButton)
    assert room.incident.normal_at == room.minute()
    assert not part.normal.isVisible()


def test_an_improvement_is_done_with_a_key(qtbot, page: ReviewPage, room: WarRoom) -> None:
    part = page.show_part("improvements")
    assert isinstance(part, ImprovementPart)
    part.show_record(room.add(Improvement(action="A second seal")))
    part.beside.shut()
    qtbot.keyClick(part.lists[0].table, KEY.Key_D)
    assert room.all(Improvement)[0].state == Progress.DONE
    assert "1 action is done and nobody has noted its effect." in part.advice.texts()


# cases


def test_a_case_stands_beside_the_present_incident(qtbot, page: ReviewPage, room: WarRoom) -> None:
    part = page.show_part("cases")
    assert isinstance(part, CasePart)
    assert part.model.rowCount() == 5
    room.add(Review(held_at=T0, causes="A worn seal"))
    qtbot.keyClicks(part.search, "rude")
    assert part.model.rowCount() == 1
    shown = part.paired.texts()
    assert shown[:2] == ["JD flash sale (京東閃購)", "Bottles overheat (the present one)"]
    assert "A worn seal" in shown
    with qtbot.waitSignal(part.told):
        part.listed.table.setFocus()
        qtbot.keyClick(part.listed.table, KEY.Key_F2)


def test_our_own_case_is_noted_changed_and_taken_back(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    part = page.show_part("cases")
    assert isinstance(part, CasePart)
    part.listed.table.setFocus()
    qtbot.keyClick(part.listed.table, KEY.Key_N)
    part.beside.panel.go_to("company")
    qtbot.keyClicks(page.focusWidget(), "Lantern")
    qtbot.keyClick(page.focusWidget(), KEY.Key_Return, CTRL)
    (case,) = room.all(Case)
    part.show_record(case)
    part.beside.shut()
    qtbot.keyClick(part.listed.table, KEY.Key_Delete)
    assert (room.all(Case), part.model.rowCount()) == ([], 5)


def test_a_closed_incident_of_ours_is_put_on_screen_from_its_case(
    qtbot, page: ReviewPage, room: WarRoom
) -> None:
    closing.close(room)
    part = page.show_part("cases")
    assert isinstance(part, CasePart)
    part.listed.table.select(0)
    part.listed.table.setFocus()
    with qtbot.waitSignal(part.turn_asked) as asked:
        qtbot.keyClick(part.listed.table, KEY.Key_F2)
    assert asked.args == [room.incident]
