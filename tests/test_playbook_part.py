"""Playbooks on the plan page: load, change in a draft, approve, write out and bring in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.pages.plan.page import PlanPage
from desktop.pages.plan.plan import AudiencePart
from desktop.pages.plan.playbooks import PlaybookPart
from desktop.warroom.choices import CrisisType, Role
from desktop.warroom.method.plan import Audience
from desktop.warroom.method.team import Post
from desktop.warroom.playbooks.keeping import in_force, versions
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from resources import speaking

KIND = CrisisType.PRODUCT_QUALITY


@pytest.fixture
def part(plan_page: PlanPage) -> PlaybookPart:
    part = plan_page.show_part("playbooks")
    assert isinstance(part, PlaybookPart)
    return part


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_playbook_of_the_incidents_type_is_chosen_and_its_tasks_stand_below(
    part: PlaybookPart,
) -> None:
    assert part.version_list.rowCount() == 4
    assert part.version().type == KIND
    assert part.task_list.rowCount() == 51
    assert part.task_list.thing(0).id == "C01"


def test_loading_puts_the_tasks_onto_the_board_with_the_people_of_the_team(
    qtbot, part: PlaybookPart, room: WarRoom
) -> None:
    room.add(Post(role=Role.LOGGIST, person="Wu Ke"))
    click(qtbot, part.load_button)
    cards = {card.plan_id: card for card in room.all(Task)}
    assert len(cards) == 49  # without the two for food
    assert cards["C01"].owner == "Wu Ke"
    room.undo()
    assert room.all(Task) == []


def test_a_changed_task_makes_a_draft_and_approval_puts_it_in_force(
    qtbot, part: PlaybookPart, room: WarRoom
) -> None:
    part.tasks.select(0)
    part.tasks.setFocus()
    qtbot.keyClick(part.tasks, Qt.Key.Key_F2)
    part.form.go_to("offset")
    editor = part.focusWidget()
    editor.selectAll()
    qtbot.keyClicks(editor, "7")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert part.form is None
    shipped, draft = versions(room, KIND)
    assert (shipped.in_force, draft.draft, draft.plan().tasks[0].offset) == (True, True, 7)
    assert part.version().id == draft.id
    click(qtbot, part.approve_button)
    assert in_force(room, KIND).id == draft.id
    assert in_force(room, KIND).review_due.ms > room.now().ms


def test_minutes_that_are_no_number_are_refused_beside_the_field(
    qtbot, part: PlaybookPart, room: WarRoom
) -> None:
    part.tasks.select(0)
    part.ask_task()
    part.form.go_to("offset")
    part.focusWidget().selectAll()
    qtbot.keyClicks(part.focusWidget(), "soon")
    qtbot.keyClick(part.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert part.form is not None
    assert len(versions(room, KIND)) == 1


def test_a_text_changed_in_one_language_keeps_the_others(part: PlaybookPart, room: WarRoom) -> None:
    with speaking("zh_TW"):
        part.tasks.select(0)
        part.ask_task()
        part.form.go_to("title")
        part.focusWidget().setText("開始記錄")
        part.form.submitted.emit()
    title = versions(room, KIND)[1].plan().tasks[0].title
    assert title["zh_TW"] == "開始記錄"
    assert title["en"].startswith("Open the incident")


def test_a_task_is_taken_out_in_a_draft(qtbot, part: PlaybookPart, room: WarRoom) -> None:
    part.tasks.select(0)
    part.tasks.setFocus()
    qtbot.keyClick(part.tasks, Qt.Key.Key_Delete)
    assert len(versions(room, KIND)[1].plan().tasks) == 50


def test_a_playbook_goes_out_and_comes_back_the_same(
    part: PlaybookPart, room: WarRoom, tmp_path: Path
) -> None:
    part.export(part.version(), tmp_path / "p.json")
    part.bring_in(tmp_path / "p.json")
    shipped, draft = versions(room, KIND)
    assert draft.plan() == shipped.plan()


def test_a_file_with_a_fault_is_refused_and_a_room_is_not_written_over(
    qtbot, part: PlaybookPart, room: WarRoom, tmp_path: Path
) -> None:
    (tmp_path / "bad.json").write_text('{"version": 1,\n "playbooks": [}')
    with qtbot.waitSignal(part.failed) as said:
        part.bring_in(tmp_path / "bad.json")
    assert "2" in said.args[0]
    assert len(versions(room, KIND)) == 1
    with qtbot.waitSignal(part.failed):
        part.export(part.version(), room.path)


def test_audiences_are_taken_from_the_playbook_once(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    part = plan_page.show_part("audiences")
    assert isinstance(part, AudiencePart)
    click(qtbot, part.take)
    found = room.all(Audience)
    assert len(found) == 11
    assert found[0].who == "customers_affected"
    assert all(each.role and each.first_due for each in found)
    with qtbot.waitSignal(part.failed):
        click(qtbot, part.take)
    assert len(room.all(Audience)) == 11
