"""The charts of the staff page and of the board: what they count, and where their points lead."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.pages.board import BoardPage
from desktop.pages.staff.told import ToldPart
from desktop.warroom.choices import TaskStatus
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage, Task
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from tests.rooms import START, new_room
from widgets.filter_bar import Filter

KEY = Qt.Key

pytestmark = pytest.mark.usefixtures("fresh_theme")


@pytest.fixture
def room(tmp_path):
    made = new_room(tmp_path / "r.warroom")
    yield made
    made.close()


def ago(minutes: int) -> Moment:
    return Moment.of(START - timedelta(minutes=minutes))


@pytest.fixture
def shown(qtbot):
    """Shows a page and holds it to the end: one that nobody holds may go in the middle of paint."""
    held = []

    def show(page):
        held.append(page)
        qtbot.addWidget(page)
        page.resize(1380, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show


def cells(frame) -> list[list[str]]:
    if not frame.as_table.isChecked():
        frame.as_table.click()
    model = frame.table.model()
    columns = range(model.columnCount())
    return [[model.index(row, c).data() for c in columns] for row in range(model.rowCount())]


# staff


@pytest.fixture
def reports(room):
    care, office = room.add_all(
        [StaffGroup(name="Care", headcount=64), StaffGroup(name="Office", headcount=400)]
    )
    sent, _draft = room.add_all(
        [StaffMessage(title="Update", sent_at=ago(90)), StaffMessage(title="Draft")]
    )
    counts = ((care, 80, 60, 10), (office, 50, 300, None), (care, 20, 64, 64))
    return [
        room.add(
            Delivery(
                message=sent.id,
                group=group.id,
                reported_at=ago(minutes),
                reached=reached,
                confirmed=confirmed,
            )
        )
        for group, minutes, reached, confirmed in counts
    ]


def test_the_reach_of_the_chosen_message_grows_with_its_reports(shown, room, reports):
    page = shown(ToldPart(room))
    assert cells(page.reach) == [
        ["23 Nov 14:10", "364", "64"],
        ["23 Nov 13:40", "360", "10"],
        ["23 Nov 13:10", "60", "10"],
    ]
    told = page.reach.chart.essence()
    assert told.startswith("Update: ")
    assert "364 told (78 %)" in told
    room.change(reports[2], reached=60)
    assert cells(page.reach)[0] == ["23 Nov 14:10", "360", "64"]


def test_enter_on_a_step_opens_its_report(shown, room, reports):
    page = shown(ToldPart(room))
    page.reach.chart.setFocus()
    QTest.keyClick(page.reach.chart, KEY.Key_Home)
    QTest.keyClick(page.reach.chart, KEY.Key_Return)
    assert page.beside.panel.isVisible()
    assert page.groups.report().id == reports[0].id


def test_a_message_without_reports_says_so(shown, room, reports):
    page = shown(ToldPart(room))
    page.table.select(0)
    assert page.message().title == "Draft"
    assert page.reach.chart.count() == 0
    said = page.reach.chart.accessibleDescription()
    assert said == "No report yet. The message has not been sent."
    assert cells(page.reach) == []


def test_reports_that_nobody_timed_are_in_the_table_alone(shown, room):
    group = room.add(StaffGroup(name="Care", headcount=64))
    sent = room.add(StaffMessage(title="Update", sent_at=ago(90)))
    room.add(Delivery(message=sent.id, group=group.id, reached=3, reported_at=None))
    page = shown(ToldPart(room))
    assert page.reach.chart.accessibleDescription().endswith(
        "No report says when it came. Open one and give it its time."
    )
    assert cells(page.reach) == [["no time said", "3", "–"]]


def test_without_any_message_there_is_no_chart(shown, room):
    page = shown(ToldPart(room))
    assert not page.reach.isVisible()
    room.add(StaffMessage(title="Update"))
    assert page.reach.isVisible()


def test_people_one_by_one_are_a_line_with_when_half_and_nine_tenths_had_read_it(shown, room):
    group = room.add(StaffGroup(name="Night", headcount=10))
    people = room.add_all([StaffMember(name=f"P{n}", group=group.id) for n in range(10)])
    sent = room.add(StaffMessage(title="Update", sent_at=ago(90)))
    room.add_all(
        [
            Receipt(message=sent.id, member=person.id, read_at=ago(80 - 5 * n))
            for n, person in enumerate(people)
        ]
    )
    page = shown(ToldPart(room))
    assert cells(page.reach)[0] == ["23 Nov 13:55", "–", "–", "10"]
    legend = [item.text for item in page.reach.chart.legend()]
    assert legend[3:5] == ["t50 30 min", "t90 50 min"]
    page.reach.chart.setFocus()
    QTest.keyClick(page.reach.chart, KEY.Key_Return)
    assert not page.beside.panel.isVisible()  # a reading is of one person, and opens no report


# board


@pytest.fixture
def tasks(room):
    return room.add_all(
        [
            Task(title="A", due=ago(200), status=TaskStatus.DONE, done_at=ago(220), owner="Mei"),
            Task(title="B", due=ago(70), owner="Mei"),
            Task(title="C", due=ago(-30), owner="Li"),
            Task(title="D", due=ago(-3000)),
            Task(title="E"),
        ]
    )


@pytest.fixture
def board(shown, room):
    """Makes the page when its cards are there."""

    def make() -> BoardPage:
        page = shown(BoardPage(room))
        page.view.setFocus()
        return page

    return make


def test_a_key_shows_the_chart_and_hides_it_again(board, room, tasks):
    page = board()
    assert not page.chart.isVisible()
    QTest.keyClick(page.view, KEY.Key_G)
    assert page.chart.isVisible()
    assert page.chart.chart.hasFocus()
    assert page.chart.summary() == "2 due so far · 1 done · 1 overdue · 1 more due within a day"
    page.charted.click()
    assert not page.chart.isVisible()
    assert page.view.hasFocus()


def test_due_and_done_are_counted_until_each_change_and_now(board, room, tasks):
    page = board()
    page.charted.click()
    assert cells(page.chart) == [
        ["23 Nov 15:00", "3", "–", "–"],
        ["23 Nov 14:30", "2", "1", "1"],
        ["23 Nov 13:20", "2", "1", "1"],
        ["23 Nov 11:10", "1", "1", "0"],
        ["23 Nov 10:50", "0", "1", "0"],
    ]
    room.place(tasks[1], status=TaskStatus.DONE)
    assert cells(page.chart)[1] == ["23 Nov 14:30", "2", "2", "0"]


def test_a_step_opens_the_cards_that_were_due_by_then(board, room, tasks):
    page = board()
    page.charted.click()
    chart = page.chart.chart
    for key in (KEY.Key_Home, KEY.Key_Right, KEY.Key_Right, KEY.Key_Return):
        QTest.keyClick(chart, key)
    assert page.bar.filter().door == "Due by 23 Nov 13:20"
    assert page._model.rowCount() == 2
    assert chart.count() == 5
    QTest.keyClick(chart, KEY.Key_Home)
    QTest.keyClick(chart, KEY.Key_Return)
    assert page.bar.filter().door == "Done by 23 Nov 10:50"
    assert page._model.rowCount() == 1


def test_the_chart_counts_what_the_filter_leaves(board, room, tasks):
    page = board()
    page.charted.click()
    page.bar.set_filter(Filter(chosen={"owner": frozenset({"Li"})}))
    assert page.chart.summary() == "0 due so far · 0 done · 1 more due within a day"


def test_cards_without_a_deadline_make_no_chart(board, room):
    room.add(Task(title="E"))
    page = board()
    page.charted.click()
    assert page.chart.chart.accessibleDescription().startswith("No task has a deadline.")
    assert page.chart.chart.count() == 0
