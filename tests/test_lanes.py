"""Lanes of the board: who has what in which state, walked, folded and crossed by keys alone."""

import string
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.board import LanesBy
from desktop.models.task_card import SHORT, Clockwork, task_card
from desktop.pages import layouts
from desktop.pages.board import BoardPage
from desktop.pages.desk import Desk
from desktop.pages.panels.board import BoardPanel
from desktop.settings import Settings
from desktop.warroom.choices import Phase, Role, TaskStatus
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from tests.rooms import START, T0, clock, new_room
from tests.test_board_page import carry, choose, fill, in_minutes, named, opened

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier
TODO, DOING, BLOCKED, DONE = TaskStatus

pytestmark = pytest.mark.usefixtures("fresh_theme")


@pytest.fixture
def room(tmp_path: Path):
    room = new_room(tmp_path / "r.warroom", clock())
    yield room
    room.close()


def laned(qtbot, room: WarRoom, by: LanesBy) -> BoardPage:
    page = opened(qtbot, room)
    page.take_look(by)
    return page


def press(page: BoardPage, *keys: Qt.Key, held=NO_KEYS) -> None:
    for key in keys:
        QTest.keyClick(page.view, key, held)


def current(page: BoardPage) -> str:
    card = page.view.current_id()
    return page._room.get(Task, card).title if card else ""


def labels(page: BoardPage) -> list[str]:
    return [lane.label for lane in page._model.lanes()]


def head_of(page: BoardPage, key: str) -> QPoint:
    view = page.view
    top, _end = view._board.lane_span(view._board.lane_of(key))
    return QPoint(40, top + view._board.lengths.lane // 2) + view._offset()


# which lanes there are


def test_phases_are_all_there_and_roles_and_people_only_with_cards_nobody_first(qtbot, room):
    fill(
        room,
        Task(title="a", owner="Wu Ke", role=Role.LEGAL),
        Task(title="b", owner="Lin Xia", role=Role.CRISIS_LEAD),
    )
    page = laned(qtbot, room, LanesBy.PHASE)
    assert labels(page) == [phase.shown for phase in Phase]
    page.take_look(LanesBy.ROLE)
    assert labels(page) == ["Crisis lead", "Legal and compliance"]
    page.take_look(LanesBy.OWNER)
    assert labels(page) == ["Lin Xia", "Wu Ke"]
    fill(room, Task(title="c"))
    assert labels(page) == ["Nobody yet", "Lin Xia", "Wu Ke"]
    page.take_look(LanesBy.ROLE)
    assert labels(page) == ["No role yet", "Crisis lead", "Legal and compliance"]


def test_a_role_of_another_version_has_a_lane_that_takes_nothing(qtbot, room):
    fill(room, Task(title="a", role="astrologer"), Task(title="b", role=Role.LEGAL))
    page = laned(qtbot, room, LanesBy.ROLE)
    assert [lane.takes for lane in page._model.lanes()] == [True, False]
    choose(page, "b")
    press(page, KEY.Key_Down, held=CTRL)
    assert named(room, "b").role == Role.LEGAL


def test_l_goes_through_the_lanes_and_says_which(qtbot, room):
    page = opened(qtbot, room)
    said = []
    for _time in range(5):
        said.append(page.lanes.accessibleName().removeprefix("Lanes: "))
        press(page, KEY.Key_L)
    assert said == ["none", "by phase", "by role", "by owner", "none"]
    assert page._model.lanes_by() is LanesBy.PHASE


# crossing lanes


def test_ctrl_down_goes_through_a_lane_and_then_into_the_next_in_one_act(qtbot, room):
    fill(
        room,
        Task(title="a", phase=Phase.EMERGENCY),
        Task(title="b", phase=Phase.EMERGENCY),
        Task(title="c", phase=Phase.HANDLING),
    )
    page = laned(qtbot, room, LanesBy.PHASE)
    choose(page, "a")
    press(page, KEY.Key_Down, held=CTRL)
    assert (named(room, "a").phase, page.said) == (Phase.EMERGENCY, ["The order was changed."])
    before = room.tail().number
    press(page, KEY.Key_Down, held=CTRL)
    assert named(room, "a").phase is Phase.HANDLING
    assert named(room, "a").rank < named(room, "c").rank
    assert page.said[1:] == ["Moved to phase Handling."]
    assert room.tail().number == before + 1
    assert current(page) == "a"
    press(page, KEY.Key_Up, held=CTRL)
    assert named(room, "a").phase is Phase.EMERGENCY
    assert named(room, "a").rank > named(room, "b").rank
    room.undo()
    assert named(room, "a").phase is Phase.HANDLING


def test_a_late_card_crosses_too_though_the_others_below_it_do_not_mix_with_it(qtbot, room):
    fill(
        room,
        Task(title="late", owner="A", due=in_minutes(-5)),
        Task(title="below", owner="A"),
        Task(title="c", owner="B"),
    )
    page = laned(qtbot, room, LanesBy.OWNER)
    choose(page, "late")
    press(page, KEY.Key_Down, held=CTRL)
    assert named(room, "late").owner == "B"
    assert page.said == ["Owner: B"]


def test_at_the_outermost_lane_a_card_stays(qtbot, room):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B"))
    page, before = laned(qtbot, room, LanesBy.OWNER), room.tail().number
    choose(page, "a")
    press(page, KEY.Key_Up, held=CTRL)
    choose(page, "b")
    press(page, KEY.Key_Down, held=CTRL)
    assert room.tail().number == before


def test_a_role_is_given_and_taken_away_by_keys(qtbot, room):
    fill(room, Task(title="a"), Task(title="b", role=Role.LEGAL))
    page = laned(qtbot, room, LanesBy.ROLE)
    choose(page, "b")
    press(page, KEY.Key_Up, held=CTRL)
    assert named(room, "b").role == ""
    room.undo()
    choose(page, "a")
    press(page, KEY.Key_Down, held=CTRL)
    assert named(room, "a").role is Role.LEGAL
    assert page.said == ["Role: none yet", "Role: Legal and compliance"]


def test_a_drag_into_another_lane_and_column_says_both(qtbot, room):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B", status=DOING))
    page = laned(qtbot, room, LanesBy.OWNER)
    to = page.view.box_of(named(room, "b").id).center()
    carry(page, "a", to)
    assert (named(room, "a").owner, named(room, "a").status) == ("B", DOING)
    assert page.said == ["Moved to Doing: a · Owner: B"]


def test_every_card_is_reached_by_arrows_and_its_lane_column_and_place_are_said(qtbot, room):
    fill(
        room,
        *(Task(title=f"{phase}{n}", phase=phase) for phase in Phase for n in range(3)),
        Task(title="x", status=DONE, phase=Phase.RECOVERY),
    )
    page = laned(qtbot, room, LanesBy.PHASE)
    press(page, KEY.Key_Home)
    walked = []
    for _step in range(12):
        walked.append(current(page))
        press(page, KEY.Key_Down)
    assert walked == [f"{phase}{n}" for phase in Phase for n in range(3)]
    assert page.view.accessibleDescription().endswith(". 3 of 3 in To do, Recovery")
    press(page, KEY.Key_Right)
    assert current(page) == "x"
    press(page, KEY.Key_Left, KEY.Key_Home)
    assert current(page) == "prevention0"


def test_no_letter_moves_a_card(qtbot, room):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B", status=DOING))
    page, before = laned(qtbot, room, LanesBy.OWNER), room.tail().number
    for letter in string.ascii_uppercase:
        choose(page, "a")
        QTest.keyClicks(page.view, letter.lower())
        page.view.put_away_question()
    assert room.tail().number == before


# folding


def test_f_folds_the_lane_its_head_takes_the_keys_and_tells_what_is_in_it(qtbot, room):
    fill(
        room,
        Task(title="a", owner="A", due=in_minutes(-5)),
        Task(title="b", owner="A"),
        Task(title="c", owner="B"),
        Task(title="d", owner="C"),
    )
    page = laned(qtbot, room, LanesBy.OWNER)
    choose(page, "b")
    press(page, KEY.Key_F)
    assert current(page) == ""
    assert page.view.folded_lanes() == {"A"}
    told = "A, 2 cards, Overdue 1, folded. Enter unfolds it."
    assert page.view.accessibleDescription() == told
    assert [card.title for card in page.view.visible_cards()] == ["c", "d"]
    press(page, KEY.Key_Down)
    assert current(page) == "c"
    press(page, KEY.Key_Up, KEY.Key_Return)
    assert page.view.folded_lanes() == frozenset()
    assert current(page) == "a"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space, KEY.Key_F])
def test_with_all_lanes_folded_the_keys_still_reach_every_head(qtbot, room, key):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B", status=DOING))
    page = laned(qtbot, room, LanesBy.OWNER)
    for title in ("a", "b"):
        choose(page, title)
        press(page, KEY.Key_F)
    assert page.view.folded_lanes() == {"A", "B"}
    press(page, KEY.Key_Up, key)
    assert page.view.folded_lanes() == {"B"}
    assert current(page) == "a"


def test_a_click_on_a_head_folds_and_one_more_unfolds(qtbot, room):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B"))
    page = laned(qtbot, room, LanesBy.OWNER)
    choose(page, "b")
    ground = page.view.viewport()
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=head_of(page, "A"))
    assert page.view.folded_lanes() == {"A"}
    assert current(page) == "b"
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=head_of(page, "A"))
    assert page.view.folded_lanes() == frozenset()


def test_a_folded_lane_opens_for_a_card_that_goes_into_it_or_is_looked_for(qtbot, room):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B"), Task(title="c", owner="B"))
    page = laned(qtbot, room, LanesBy.OWNER)
    page.view.fold_lane("B")
    assert page.show_card(named(room, "c").id)
    assert page.view.folded_lanes() == frozenset()
    page.view.fold_lane("B")
    choose(page, "a")
    press(page, KEY.Key_Down, held=CTRL)
    assert named(room, "a").owner == "B"
    assert current(page) == "a"
    assert page.view.box_of(page.view.current_id()) is not None


def test_a_card_dropped_on_a_folded_lane_comes_last_in_it(qtbot, room):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B"), Task(title="c", owner="B"))
    page = laned(qtbot, room, LanesBy.OWNER)
    page.view.fold_lane("B")
    carry(page, "a", head_of(page, "B"))
    assert named(room, "a").owner == "B"
    assert named(room, "a").rank > named(room, "c").rank


def test_a_folded_lane_that_loses_its_last_card_leaves_the_keys_free(qtbot, room):
    fill(room, Task(title="a", owner="A"), Task(title="b", owner="B"))
    page = laned(qtbot, room, LanesBy.OWNER)
    choose(page, "a")
    press(page, KEY.Key_F)
    room.change(named(room, "a"), owner="B")
    press(page, KEY.Key_Down)
    assert current(page) in ("a", "b")


def test_the_head_of_a_lane_says_what_is_late_in_place_of_heads_in_its_columns(qtbot, room):
    fill(room, Task(title="a", owner="A", due=in_minutes(-5)), Task(title="b", owner="A"))
    page = opened(qtbot, room)
    assert [count for _spot, count, _box in page.view._board.marks()] == [1]
    page.take_look(LanesBy.OWNER)
    assert list(page.view._board.marks()) == []
    assert page.view._board.lane_first(0) == 1


# what is remembered, and what a card shows


def test_the_lanes_are_remembered_for_each_room_and_folds_with_names_in_them_are_not(
    qtbot, room, tmp_path
):
    fill(room, Task(title="a", owner="Lin Xia"))
    file = tmp_path / "settings.ini"
    desk = Desk(room, Settings(file))
    qtbot.addWidget(desk)
    page = desk.show_page("tasks")
    page.lanes.changed.emit("owner")
    page.lanes.choose("owner")
    page.view.fold_lane("Lin Xia")
    desk.put_away()
    QApplication.processEvents()
    again, other = BoardPage(room), BoardPage(room)
    qtbot.addWidget(again)
    qtbot.addWidget(other)
    layouts.restore_look(again, "tasks", Settings(file), room.incident.id)
    layouts.restore_look(other, "tasks", Settings(file), "another room")
    assert (again.look(), other.look()) == ("owner", "nothing")
    assert [lane.label for lane in again._model.lanes()] == ["Lin Xia"]
    assert "Lin Xia" not in file.read_text("utf-8")


def test_the_narrow_cards_of_the_dashboard_leave_the_role_out(qtbot, room):
    fill(room, Task(title="a", role=Role.LEGAL))
    panel = BoardPanel(room, None)
    qtbot.addWidget(panel)
    page = opened(qtbot, room)
    card = named(room, "a").id
    assert [len(view.card(card).notes) for view in (panel.view, page.view)] == [0, 1]


def test_a_look_that_this_version_does_not_know_changes_nothing(qtbot, room):
    page = opened(qtbot, room)
    page.take_look("by horoscope")
    assert page.look() == "nothing"


def test_a_card_says_its_role_short_and_that_it_is_critical():
    at = Clockwork(START.timestamp() * 1_000, START, T0)
    card = task_card(Task(title="Stop", role=Role.LEGAL, critical=True), at)
    assert [note.text for note in card.notes] == ["Legal"]
    assert card.sign == "▲"
    assert "▲ Critical" in card.tooltip.split("\n")
    assert "Role: Legal and compliance" in card.tooltip
    assert "Critical" in card.told
    assert task_card(Task(title="Stop", role=Role.LEGAL), at, role=False).notes == ()
    assert task_card(Task(title="Stop", role="astrologer"), at).notes[0].text == "astrologer"
    assert set(SHORT) == set(Role)
