"""The task page: cards are typed, carried, blocked and ticked; each deed is one act and one undo."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from desktop.models.board import BoardModel, LanesBy
from desktop.models.task_card import Clockwork, task_card
from desktop.pages.board import BoardPage
from desktop.pages.door import Door
from desktop.warroom.choices import Phase, TaskStatus
from desktop.warroom.measures import late_tasks
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.rank import between
from desktop.warroom.records import Entry, Person, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from tests.rooms import START, T0, clock, new_room
from widgets.card import PlaceRole
from widgets.chip import Chip
from widgets.filter_bar import Filter
from widgets.theme import Token

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TODO, DOING, BLOCKED, DONE = TaskStatus


pytestmark = pytest.mark.usefixtures("fresh_theme")


@pytest.fixture
def at() -> FixedClock:
    return clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "r.warroom"


@pytest.fixture
def room(file: Path, at: FixedClock):
    room = new_room(file, at)
    yield room
    room.close()


def in_minutes(minutes: float) -> Moment:
    return Moment.of(START + timedelta(minutes=minutes))


def fill(room: WarRoom, *tasks: Task) -> None:
    """Add cards in their order."""
    rank = room.last_rank()
    for task in tasks:
        rank = between(rank, "")
        room.add(Task(**{**_values(task), "rank": rank}))


def _values(task: Task) -> dict:
    return {field.name: getattr(task, field.name) for field in Task.declared()}


def opened(qtbot, room: WarRoom) -> BoardPage:
    page = BoardPage(room)
    qtbot.addWidget(page)
    page.resize(1_200, 640)
    page.show()
    page.activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    page.said, page.faults = [], []
    page.did.connect(page.said.append)
    page.failed.connect(page.faults.append)
    return page


def titles(page: BoardPage) -> list[str]:
    return [card.title for card in page.view.visible_cards()]


def named(room: WarRoom, title: str) -> Task:
    return next(task for task in room.all(Task) if task.title == title)


def column(room: WarRoom, status: str) -> list[str]:
    wanted = Selection(kind=Task, equal=(("status", (status,)),), order="rank")
    return [task.title for task in room.records(wanted)]


def choose(page: BoardPage, title: str) -> None:
    page.view.select(next(t.id for t in page._room.all(Task) if t.title == title))


def carry(page: BoardPage, title: str, to: QPoint) -> None:
    ground, start = page.view.viewport(), page.view.box_of(named(page._room, title).id).center()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(ground, start + QPoint(20, 0))
    QTest.mouseMove(ground, to)
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=to)


def box(page: BoardPage, title: str):
    return page.view.box_of(named(page._room, title).id)


def typed(page: BoardPage, line: str) -> None:
    page.quick.setFocus()
    page.quick.line.insert(line)
    QTest.keyClick(page.quick.line, KEY.Key_Return)


# the line


def test_a_typed_line_is_a_card_at_the_end_of_to_do_in_one_line_of_the_journal(qtbot, room):
    fill(room, Task(title="first"))
    room.add(Person(name="Lin Xia"))
    room.change(room.incident, phase=Phase.HANDLING)
    page, before = opened(qtbot, room), room.tail().number
    typed(page, "Book the hall @Lin Xia !17:00")
    card = named(room, "Book the hall @Lin Xia")
    assert (card.owner, card.phase, card.due) == ("Lin Xia", Phase.HANDLING, in_minutes(150))
    assert column(room, TODO) == ["first", "Book the hall @Lin Xia"]
    assert room.tail().number == before + 1
    assert room.all(Entry) == []
    assert page.quick.line.text() == ""
    assert page.view.current_id() == card.id
    assert page.said == ["The task was added."]
    room.undo()
    assert titles(page) == ["first"]


def test_a_time_or_kind_at_the_start_of_the_line_stays_in_the_title(qtbot, room):
    page = opened(qtbot, room)
    typed(page, "14:00 briefing in hall 2")
    typed(page, "/media desk calls back")
    assert column(room, TODO) == ["14:00 briefing in hall 2", "/media desk calls back"]


def test_chips_show_who_and_when_before_enter(qtbot, room):
    page = opened(qtbot, room)
    page.quick.line.setText("Book the hall @Zhao !17:00")
    shown = [chip.text() for chip in page.quick.findChildren(Chip) if chip.isVisible()]
    assert shown == ["@Zhao", "due 17:00"]


def test_a_line_that_says_nothing_is_refused_and_kept(qtbot, room):
    page = opened(qtbot, room)
    for line in ("", "   ", "!17:00"):
        page.quick.line.clear()
        typed(page, line)
        assert page.quick.sentence() == "Say what is to be done."
        assert page.quick.line.text() == line
    assert room.all(Task) == []
    page.quick.line.setText("x")
    assert page.quick.sentence() == ""


def test_a_full_disk_keeps_the_line_and_a_second_try_saves_one_card(qtbot, room):
    page, connection = opened(qtbot, room), room._store._open()
    connection.execute("PRAGMA max_page_count=1")
    line = "y" * 90_000
    while page.quick.line.text() == "":
        typed(page, line)
    assert page.quick.line.text() == line
    assert "NOT saved" in page.faults[-1]
    before = len(room.all(Task))
    connection.execute("PRAGMA max_page_count=1073741823")
    QTest.keyClick(page.quick.line, KEY.Key_Return)
    assert page.quick.line.text() == ""
    assert len(room.all(Task)) == before + 1


def test_n_goes_to_the_line_and_escape_back_to_the_board(qtbot, room):
    fill(room, Task(title="first"))
    page = opened(qtbot, room)
    QTest.keyClick(page.view, KEY.Key_N)
    assert page.quick.line.hasFocus()
    QTest.keyClick(page.quick.line, KEY.Key_Escape)
    assert page.view.hasFocus()


def test_ctrl_z_in_an_empty_line_asks_for_the_last_act_back(qtbot, room):
    page = opened(qtbot, room)
    typed(page, "Book the hall")
    with qtbot.waitSignal(page.undo_asked):
        QTest.keyClick(page.quick.line, KEY.Key_Z, CTRL)


def test_a_new_card_that_the_filter_hides_is_said_to_be_hidden(qtbot, room):
    fill(room, Task(title="first"))
    page = opened(qtbot, room)
    page.bar.set_filter(Filter(text="first"))
    typed(page, "second")
    assert page.said == ["Added; the filter hides it."]


# moving


def test_a_dragged_card_is_one_line_one_undo_and_stands_there_after_a_restart(qtbot, room, file):
    fill(room, *(Task(title=title) for title in ("one", "two", "three")))
    fill(room, Task(title="four", status=DOING), Task(title="five", status=DOING))
    page, before = opened(qtbot, room), room.tail().number
    carry(page, "one", box(page, "five").topLeft() + QPoint(40, 2))
    assert room.tail().number == before + 1
    assert column(room, DOING) == ["four", "one", "five"]
    assert titles(page) == ["two", "three", "four", "one", "five"]
    assert page.said == ["Moved to Doing: one"]
    room.undo()
    assert titles(page) == ["one", "two", "three", "four", "five"]
    room.redo()
    page.close()
    room.close()
    again = WarRoom.open(file, clock=clock())
    assert column(again, DOING) == ["four", "one", "five"]
    again.close()


def test_ctrl_and_arrows_move_the_card_in_the_room_and_the_keys_go_along(qtbot, room):
    fill(room, *(Task(title=title) for title in ("one", "two", "three")))
    page = opened(qtbot, room)
    choose(page, "one")
    QTest.keyClick(page.view, KEY.Key_Down, CTRL)
    assert column(room, TODO) == ["two", "one", "three"]
    QTest.keyClick(page.view, KEY.Key_Right, CTRL)
    assert column(room, DOING) == ["one"]
    assert page.view.current_id() == named(room, "one").id


def test_a_move_that_the_disk_refuses_is_said_and_the_card_stays(qtbot, room):
    fill(room, Task(title="one"), Task(title="two"))
    page = opened(qtbot, room)
    room._store._open().execute("PRAGMA query_only=1")
    choose(page, "one")
    QTest.keyClick(page.view, KEY.Key_Right, CTRL)
    assert len(page.faults) == 1
    assert page.said == []
    assert titles(page) == ["one", "two"]


def test_space_puts_a_card_on_top_of_done_and_back_at_the_end_of_to_do(qtbot, room, at):
    fill(room, Task(title="one"), Task(title="two"), Task(title="old", status=DONE))
    page = opened(qtbot, room)
    choose(page, "one")
    QTest.keyClick(page.view, KEY.Key_Space)
    assert column(room, DONE) == ["one", "old"]
    assert named(room, "one").done_at == room.now()
    QTest.keyClick(page.view, KEY.Key_Space)
    assert column(room, TODO) == ["two", "one"]


def test_del_takes_the_card_back_and_undo_returns_it_to_its_place(qtbot, room):
    fill(room, *(Task(title=title) for title in ("one", "two", "three")))
    page = opened(qtbot, room)
    choose(page, "two")
    QTest.keyClick(page.view, KEY.Key_Delete)
    assert titles(page) == ["one", "three"]
    assert page.view.current_id() == named(room, "three").id
    room.undo()
    assert titles(page) == ["one", "two", "three"]


# blocking


def test_b_asks_in_the_card_what_it_waits_for_and_blocks_it_in_one_act(qtbot, room):
    fill(room, Task(title="report"))
    page, before = opened(qtbot, room), room.tail().number
    QTest.keyClick(page.view, KEY.Key_B)
    line = page.view.findChild(QLineEdit)
    QTest.keyClicks(line, "lab report")
    QTest.keyClick(line, KEY.Key_Return)
    card = named(room, "report")
    assert (card.status, card.blocked_by) == (BLOCKED, "lab report")
    assert room.tail().number == before + 1
    assert page.view.hasFocus()
    [shown] = page.view.visible_cards()
    assert [(n.text, n.token) for n in shown.notes] == [("waits for lab report", Token.WARN)]
    assert shown.edge is Token.WARN
    room.undo()
    assert (named(room, "report").status, named(room, "report").blocked_by) == (TODO, "")


def test_what_a_blocked_card_waits_for_can_be_said_later(qtbot, room):
    fill(room, Task(title="report"))
    page = opened(qtbot, room)
    for _step in range(2):
        QTest.keyClick(page.view, KEY.Key_Right, CTRL)
    assert page.said[-1] == "Moved to Blocked. Say on the card what it waits for."
    [shown] = page.view.visible_cards()
    assert [note.text for note in shown.notes] == ["waits for?"]
    QTest.keyClick(page.view, KEY.Key_B)
    line = page.view.findChild(QLineEdit)
    QTest.keyClicks(line, "lab")
    QTest.keyClick(line, KEY.Key_Return)
    assert named(room, "report").blocked_by == "lab"


def test_an_answer_that_could_not_be_saved_stays_in_the_card(qtbot, room):
    fill(room, Task(title="report"))
    page = opened(qtbot, room)
    QTest.keyClick(page.view, KEY.Key_B)
    line = page.view.findChild(QLineEdit)
    QTest.keyClicks(line, "lab report")
    room._store._open().execute("PRAGMA query_only=1")
    QTest.keyClick(line, KEY.Key_Return)  # after the fault the file is opened anew
    assert (line.text(), line.isVisible(), len(page.faults)) == ("lab report", True, 1)
    QTest.keyClick(line, KEY.Key_Return)
    assert named(room, "report").blocked_by == "lab report"


# the checklist


def test_ticking_by_click_and_by_key_is_one_line_each(qtbot, room):
    items = ({"text": "call", "done": True}, {"text": "write", "done": False})
    fill(room, Task(title="one", checklist=items))
    page, before = opened(qtbot, room), room.tail().number
    QTest.keyClick(page.view, KEY.Key_C)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Space):
        QTest.keyClick(page.view, key)
    assert [item["done"] for item in named(room, "one").checklist] == [True, True]
    first_line = box(page, "one").topLeft() + QPoint(30, 36)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=first_line)
    assert [item["done"] for item in named(room, "one").checklist] == [False, True]
    assert room.tail().number == before + 2
    room.undo()
    assert [item["done"] for item in named(room, "one").checklist] == [True, True]


def test_a_line_that_another_program_wrote_is_shown_and_can_be_ticked(qtbot, room):
    fill(room, Task(title="one", checklist=("just words", {"done": 1, "who": "Wu Ke"})))
    page = opened(qtbot, room)
    [shown] = page.view.visible_cards()
    assert [(check.text, check.done) for check in shown.checks] == [
        ("just words", False),
        ("", True),
    ]
    page.deeds.tick(named(room, "one").id, 0)
    page.deeds.tick(named(room, "one").id, 1)
    assert named(room, "one").checklist == (
        {"text": "just words", "done": True},
        {"done": False, "who": "Wu Ke"},
    )


# late


def test_overdue_cards_stand_first_keep_their_order_and_join_when_their_time_comes(qtbot, room, at):
    fill(room, Task(title="calm"), Task(title="soon", due=in_minutes(5)))
    fill(room, Task(title="late", due=in_minutes(-5)), Task(title="later", due=in_minutes(-90)))
    page = opened(qtbot, room)
    assert titles(page) == ["late", "later", "calm", "soon"]
    at.move(minutes=6)
    page.refresh()
    assert titles(page) == ["soon", "late", "later", "calm"]
    choose(page, "later")
    QTest.keyClick(page.view, KEY.Key_Up, CTRL)
    assert titles(page) == ["soon", "later", "late", "calm"]
    assert column(room, TODO) == ["calm", "soon", "later", "late"]
    choose(page, "calm")
    QTest.keyClick(page.view, KEY.Key_Up, CTRL)
    assert page.said == ["The order was changed."]


@pytest.mark.parametrize(
    ("task", "words", "edge"),
    [
        (Task(title="t", due=in_minutes(-32)), "overdue 32 min", Token.BAD),
        (Task(title="t", due=in_minutes(-118)), "overdue 1 h 58", Token.BAD),
        (Task(title="t", due=in_minutes(45)), "15:15 · in 45 min", Token.BAD),
        (Task(title="t", due=in_minutes(61)), "15:31", None),
        (Task(title="t", due=in_minutes(1_440)), "24 Nov 14:30", None),
        (Task(title="t", due=in_minutes(-400)), "overdue 6 h 40, due before T0?", Token.BAD),
        (Task(title="t", status=BLOCKED), "waits for?", Token.WARN),
        (Task(title="t", status=BLOCKED, blocked_by="lab"), "waits for lab", Token.WARN),
        (
            Task(title="t", status=BLOCKED, blocked_by="lab", due=in_minutes(-60)),
            "overdue 1 h 00, waits for lab",
            Token.BAD,
        ),
        (Task(title="t", status=DONE, due=in_minutes(-60), done_at=in_minutes(-9)), "14:21", None),
        (Task(title="t", phase="aftermath"), "phase: aftermath?", None),
        (Task(title="t"), "", None),
    ],
)
def test_a_card_says_in_words_what_its_edge_says(task, words, edge):
    now = Moment.of(START)
    card = task_card(task, Clockwork(now.ms, START, T0))
    assert ", ".join(note.text for note in card.notes) == words
    assert card.edge is edge
    assert words in card.told


# what is shown


def test_a_status_and_a_phase_of_another_version_are_shown_and_never_changed(qtbot, room):
    fill(room, Task(title="odd", status="parked", phase="aftermath"), Task(title="one"))
    page, before = opened(qtbot, room), room.tail().number
    page.lanes.changed.emit("phase")
    QApplication.processEvents()
    assert titles(page) == ["one", "odd"]
    page.lanes.changed.emit("nothing")
    strange = page._model.columns()[-1]
    assert (strange.key, strange.hint, strange.takes) == (
        "parked",
        "status from another version",
        False,
    )
    choose(page, "odd")
    for key in (KEY.Key_Up, KEY.Key_Down, KEY.Key_Right):
        QTest.keyClick(page.view, key, CTRL)
    assert room.tail().number == before
    assert (named(room, "odd").status, named(room, "odd").phase) == ("parked", "aftermath")
    page.grab()


def test_a_card_dropped_in_another_lane_changes_phase_and_column_in_one_act(qtbot, room):
    fill(room, Task(title="one", phase=Phase.EMERGENCY), Task(title="two", phase=Phase.HANDLING))
    page, before = opened(qtbot, room), room.tail().number
    next(a for a in page.lanes.menu().actions() if a.text() == "by phase").trigger()
    assert page.lanes.accessibleName() == "Lanes: by phase"
    assert [lane.label for lane in page._model.lanes()] == [phase.shown for phase in Phase]
    at = box(page, "two").center()
    carry(page, "one", QPoint(at.x() + box(page, "two").width() + 20, at.y()))
    assert (named(room, "one").phase, named(room, "one").status) == (Phase.HANDLING, DOING)
    assert room.tail().number == before + 1
    room.undo()
    assert (named(room, "one").phase, named(room, "one").status) == (Phase.EMERGENCY, TODO)


def test_lanes_by_owner_give_a_card_to_somebody_or_to_nobody(qtbot, room):
    fill(room, Task(title="one", owner="Lin Xia"), Task(title="two"))
    page = opened(qtbot, room)
    page.lanes.changed.emit("owner")
    carry(page, "one", box(page, "two").center() + QPoint(0, 24))
    assert named(room, "one").owner == ""
    assert page.said == ["Owner: nobody yet"]


def test_a_filter_narrows_by_words_owner_phase_and_state_and_says_how_much_is_shown(qtbot, room):
    fill(
        room,
        Task(title="recall", owner="Lin Xia", due=in_minutes(-5)),
        Task(title="hall", owner="Wu Ke", phase=Phase.RECOVERY),
        Task(title="calls", status=BLOCKED),
        Task(title="hotline", status=DONE),
    )
    page = opened(qtbot, room)
    for wanted, expected in (
        (Filter(text="HA"), ["hall"]),
        (Filter({"owner": frozenset({"Lin Xia"})}), ["recall"]),
        (Filter({"owner": frozenset({""})}), ["calls", "hotline"]),
        (Filter({"phase": frozenset({"recovery"})}), ["hall"]),
        (Filter({"state": frozenset({"open"})}), ["recall", "hall", "calls"]),
        (Filter({"state": frozenset({"overdue"})}), ["recall"]),
        (Filter({"state": frozenset({"overdue", "blocked"})}), ["recall", "calls"]),
        (Filter(text="nothing such"), []),
    ):
        page.bar.set_filter(wanted)
        assert titles(page) == expected, wanted
    assert page.view.accessibleDescription().startswith("Nothing matches the filter")
    page.bar.clear()
    assert len(titles(page)) == 4


def test_a_card_that_is_late_by_now_joins_the_overdue_ones_that_are_shown(qtbot, room, at):
    fill(room, Task(title="soon", due=in_minutes(5)))
    page = opened(qtbot, room)
    page.bar.set_filter(Filter({"state": frozenset({"overdue"})}))
    assert titles(page) == []
    at.move(minutes=6)
    page.refresh()
    assert titles(page) == ["soon"]


def test_a_door_shows_the_cards_behind_a_figure_until_it_is_shut(qtbot, room):
    fill(room, Task(title="late", due=in_minutes(-5)), Task(title="calm"))
    page = opened(qtbot, room)
    page.narrow(Door("Overdue", late_tasks(room.now())))
    assert titles(page) == ["late"]
    page.bar.clear()
    assert titles(page) == ["late", "calm"]


def test_a_card_is_shown_and_opened_beside_the_board(qtbot, room):
    fill(room, Task(title="one"), Task(title="two"))
    page = opened(qtbot, room)
    page.show_record(named(room, "two"))
    assert page.view.current_id() == named(room, "two").id
    assert page.beside.panel.values()["title"] == "two"
    page.bar.set_filter(Filter(text="one"))
    assert not page.show_card(named(room, "two").id)


def test_enter_opens_the_panel_and_its_change_is_seen_on_the_card(qtbot, room):
    fill(room, Task(title="one"))
    page = opened(qtbot, room)
    QTest.keyClick(page.view, KEY.Key_Return)
    title = next(line for line in page.beside.panel.findChildren(QLineEdit) if line.text() == "one")
    title.setText("one & <b>only</b>")
    QTest.keyClick(title, KEY.Key_Return)
    assert titles(page) == ["one & <b>only</b>"]
    assert page.view.hasFocus()


def test_the_menu_holds_every_deed_and_moves_the_card(qtbot, room):
    fill(room, Task(title="one"))
    page = opened(qtbot, room)
    page.view.menu_asked.emit(page.view.current_id(), QPoint(0, 0))
    menu = page.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "Open and change",
        "Done, or not yet",
        "Blocked: what it waits for",
        "Checklist",
        "Entry that it came from",
        "Lanes by something else",
        "Fold or unfold the lane",
        "Chart of done against due",
        "New task",
        "Take back",
        "Move to To do",
        "Move to Doing",
        "Move to Done",
    ]
    next(a for a in menu.actions() if a.text() == "Move to Doing").trigger()
    assert column(room, DOING) == ["one"]
    menu.close()


def test_e_opens_the_entry_that_made_the_card_or_says_that_there_is_none(qtbot, room):
    entry = room.capture("/task Book the hall").entry
    fill(room, Task(title="typed here"))
    page = opened(qtbot, room)
    asked, told = [], []
    page.door_asked.connect(lambda name, behind: asked.append((name, behind)))
    page.told.connect(told.append)
    choose(page, "Book the hall")
    QTest.keyClick(page.view, KEY.Key_E)
    assert asked == [("timeline", entry)]
    room.take_back(entry)
    QTest.keyClick(page.view, KEY.Key_E)
    choose(page, "typed here")
    QTest.keyClick(page.view, KEY.Key_E)
    assert told == ["Its entry was taken back.", "No line of the log made this card."]
    assert len(asked) == 1


# the model

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "add",
                "place",
                "owner",
                "phase",
                "due",
                "gone",
                "many",
                "undo",
                "redo",
                "clock",
                "odd",
            ]
        ),
        st.integers(0, 30),
        st.sampled_from(list(TaskStatus)),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(deeds=DEEDS, narrowed=st.booleans(), lanes=st.sampled_from(LanesBy))
def test_after_every_deed_the_board_shows_what_a_fresh_reading_would(
    tmp_path_factory, deeds, narrowed, lanes
):
    at = clock()
    room = new_room(tmp_path_factory.mktemp("room") / "r.warroom", at)
    selection = Selection(kind=Task, equal=(("owner", ("", "Wu Ke")),)) if narrowed else None
    try:
        fill(room, *(Task(title=str(n), due=in_minutes(n * 9 - 12)) for n in range(4)))
        model = BoardModel(room)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.set_lanes_by(lanes)
        if selection:
            model.show(selection)
        for deed, number, status in deeds:
            do(room, at, deed, number, status)
            model.tick()
            fresh = BoardModel(room)
            fresh.set_lanes_by(lanes)
            fresh.show(selection or Selection(kind=Task))
            assert seen(model) == seen(fresh)
    finally:
        room.close()


def seen(model: BoardModel) -> list[object]:
    return [model.index(row).data(PlaceRole) for row in range(model.rowCount())]


def do(room: WarRoom, at: FixedClock, deed: str, number: int, status: TaskStatus) -> None:
    tasks = room.all(Task)
    task = tasks[number % len(tasks)] if tasks else None
    match deed:
        case "add":
            fill(room, Task(title="new", status=status, due=in_minutes(number - 15)))
        case "many":
            room.add_all([Task(title=str(n), status=status) for n in range(60)])
        case "undo":
            room.undo()
        case "redo":
            room.redo()
        case "clock":
            at.move(minutes=number)
        case "place" if task:
            ahead = [each for each in tasks if each.status == status and each is not task]
            room.place(task, status=status, ahead_of=ahead[number % len(ahead)] if ahead else None)
        case "owner" if task:
            room.change(task, owner="Wu Ke" if task.owner != "Wu Ke" else "Lin Xia")
        case "phase" if task:
            room.change(task, phase=Phase.RECOVERY)
        case "due" if task:
            room.change(task, due=in_minutes(number - 15))
        case "odd" if task:
            room.change(task, status="parked", rank="")
        case "gone" if task:
            room.take_back(task)


def test_a_card_that_is_done_with_open_checks_says_so(qtbot, room):
    checks = tuple({"text": text, "done": text in "ab"} for text in "abcd")
    fill(room, Task(title="recall", checklist=checks))
    page = opened(qtbot, room)
    QTest.keyClick(page.view, KEY.Key_Space)
    assert page.said == ["Done with 2 of 4 checks open: recall"]
