"""Readiness and phases on the plan page: what is shown, where it leads, and what is done there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QInputDialog

from desktop.models.step_rows import phase_told
from desktop.pages.desk import Desk
from desktop.pages.door import Door
from desktop.pages.plan.page import PlanPage
from desktop.pages.plan.phases import PhasesPart
from desktop.pages.plan.readiness import ReadinessPart
from desktop.settings import Settings
from desktop.warroom.choices import Phase, Step, TaskStatus
from desktop.warroom.method.exercises import Approval, RoutineDone
from desktop.warroom.method.media import MediaContact
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from resources import LANGUAGES
from tests.rooms import START

LATE = Moment(Moment.of(START).ms - 60_000, 480)


@pytest.fixture
def ready(plan_page: PlanPage) -> ReadinessPart:
    part = plan_page.show_part("readiness")
    assert isinstance(part, ReadinessPart)
    return part


@pytest.fixture
def phases(plan_page: PlanPage) -> PhasesPart:
    part = plan_page.show_part("phases")
    assert isinstance(part, PhasesPart)
    return part


def test_readiness_comes_first_while_nothing_has_happened(qtbot, room: WarRoom) -> None:
    room.move_phase(Phase.PREVENTION, "It was an exercise.")
    page = PlanPage(room)
    qtbot.addWidget(page)
    assert page.current() == "readiness"


def test_the_score_stands_with_its_nine_parts(ready: ReadinessPart, room: WarRoom) -> None:
    assert ready.top.score.text() == "0 %"
    assert len(ready.rows.rows()) == 9
    assert all(row.figure and row.told for row in ready.rows.rows())
    room.add(MediaContact(name="Journalist", last_contact=room.minute()))
    contacts = ready.rows.rows()[-1]
    assert (contacts.figure, contacts.share, contacts.told) == ("1 of 1", 1, "All is in order")
    assert ready.top.score.text() == "11 %"
    assert ready.mark()[0] == "11 %"


def test_a_part_leads_to_where_it_is_mended(
    qtbot, plan_page: PlanPage, ready: ReadinessPart
) -> None:
    ready.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert plan_page.current() == "team"
    plan_page.show_part("readiness")
    qtbot.mouseClick(ready.rows.button("templates"), Qt.MouseButton.LeftButton)
    assert ready.templates.table.hasFocus()


def test_a_recurring_task_is_done_with_a_key_and_undone(
    qtbot, ready: ReadinessPart, room: WarRoom
) -> None:
    table = ready.routines.table
    table.setFocus()
    table.select(1)
    qtbot.keyClick(table, Qt.Key.Key_D)
    (done,) = room.all(RoutineDone)
    assert (done.plan_id, done.by) == ("QP2", room.operator)
    assert table.rows() == [1]
    late = [state.routine.id for state in ready._routines if state.late]
    assert "QP2" not in late
    assert len(late) == 15
    room.undo()
    assert room.all(RoutineDone) == []


def test_a_template_is_approved_with_the_button(
    qtbot, plan_page: PlanPage, ready: ReadinessPart, room: WarRoom
) -> None:
    ready.templates.table.select(0)
    qtbot.mouseClick(ready.templates.do, Qt.MouseButton.LeftButton)
    (approval,) = room.all(Approval)
    assert (approval.template, approval.languages) == ("ST-HOLD", LANGUAGES)
    plan_page.show_part("facts")
    plan_page.show_record(approval)
    assert plan_page.current() == "readiness"
    assert ready.templates.table.rows() == [0]


def cards(room: WarRoom) -> None:
    room.add_all(
        [
            Task(title="done", step=Step.REACT, status=TaskStatus.DONE),
            Task(title="late", step=Step.REACT, due=LATE, critical=True),
            Task(title="plan", step=Step.PLAN),
            Task(title="loose", phase=Phase.EMERGENCY),
        ]
    )


def test_each_step_says_what_is_done_open_and_overdue(phases: PhasesPart, room: WarRoom) -> None:
    cards(room)
    rows = {row.name: row for row in phases.steps.rows()}
    assert len(rows) == 14
    react = rows[Step.REACT]
    assert (react.figure, react.told) == ("1/2", "1 open, 1 critical, ▲ 1 overdue")
    assert "present phase" in react.group
    assert rows[Phase.EMERGENCY].label == "Without a step"
    assert phases.mark()[0] == "▲ 1"


def test_what_is_open_in_a_step_stands_beside_it_and_leads_to_the_board(
    qtbot, phases: PhasesPart, room: WarRoom
) -> None:
    cards(room)
    qtbot.mouseClick(phases.steps.button(Step.REACT), Qt.MouseButton.LeftButton)
    assert [phases.open.list.thing(n).title for n in range(phases.open.list.rowCount())] == ["late"]
    with qtbot.waitSignal(phases.door_asked) as asked:
        qtbot.mouseClick(phases.open.board, Qt.MouseButton.LeftButton)
    name, door = asked.args
    assert name == "tasks"
    assert isinstance(door, Door)
    assert {card.title for card in room.records(door.selection)} == {"done", "late"}
    phases.show_step(Phase.EMERGENCY)
    with qtbot.waitSignal(phases.door_asked) as asked:
        phases.open_board()
    assert [card.title for card in room.records(asked.args[1].selection)] == ["loose"]


def test_one_click_goes_on_and_going_back_asks_why(
    qtbot, phases: PhasesPart, room: WarRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.mouseClick(phases.top.on, Qt.MouseButton.LeftButton)
    assert room.incident.phase is Phase.HANDLING
    assert phases.top.since.text() == "since 14:30"
    asked = []

    def answer(*words: object) -> tuple[str, bool]:
        asked.append(words)
        return "Another child was hurt.", True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    qtbot.mouseClick(phases.top.back, Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    assert str(room.incident.phase) == Phase.EMERGENCY.value
    assert room.history(room.incident)[-1].why == "Another child was hurt."


def test_the_last_phase_goes_on_to_nothing(phases: PhasesPart, room: WarRoom) -> None:
    room.move_phase(Phase.RECOVERY)
    assert phases.top.on.isHidden()
    assert not phases.top.back.isHidden()


def test_the_tooltip_of_a_phase_says_how_its_steps_stand(
    qtbot, room: WarRoom, tmp_path: Path
) -> None:
    cards(room)
    desk = Desk(room, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(desk)
    desk.show()
    segment = desk.header._phases._segments[1]
    at = QPoint(4, 4)
    QApplication.sendEvent(segment, QHelpEvent(QEvent.Type.ToolTip, at, segment.mapToGlobal(at)))
    assert "Rapid response: 1 done, 1 open, 1 critical, ▲ 1 overdue" in segment.toolTip()
    assert phase_told(room, Phase.RECOVERY).count("no card") == 4
    desk.leave()


def test_rows_put_their_sentences_below_where_room_is_short(
    qtbot, plan_page: PlanPage, ready: ReadinessPart
) -> None:
    high = ready.rows.wished()
    plan_page.resize(700, 700)
    qtbot.waitUntil(lambda: ready.rows.wished() > high)
