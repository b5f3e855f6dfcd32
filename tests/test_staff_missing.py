"""Who has not been told version 3: exactly those, group by group, with the person to call."""

import csv
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from desktop.pages.staff.missing import MissingPart
from desktop.pages.staff.page import StaffPage
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.staff_messages import begin_message, next_version, send
from desktop.warroom.staff_not_told import how_many, not_told
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from tests.in_front import in_front
from tests.rooms import START

KEY = Qt.Key
pytestmark = pytest.mark.usefixtures("fresh_theme")


def ago(hours: float) -> Moment:
    return Moment.of(START - timedelta(hours=hours))


@pytest.fixture
def night(room):
    """Forty people of the night, of whom the first manages them."""
    made = room.add(
        StaffGroup(name="Warehouse, night", headcount=40, manager="Old chief", phone="1")
    )
    room.add_all(
        [
            StaffMember(
                name=f"Person {n:02}",
                number=f"E{n:02}",
                phone=f"555 {n:02}",
                group=made.id,
                manager=n == 1,
            )
            for n in range(1, 41)
        ]
    )
    return made


@pytest.fixture
def third(room, night):
    """Version 3 of a message, which all but the first seven have read."""
    message = begin_message(room, title="What has happened", confirm=True, confirm_by=ago(1))
    send(room, message, ago(4))
    for hours in (3, 2):
        message = next_version(room, room.get(StaffMessage, message.id))
        send(room, message, ago(hours))
    people = room.all(StaffMember)
    room.add_all(
        [Receipt(message=message.id, member=each.id, read_at=ago(1.5)) for each in people[7:]]
    )
    return room.get(StaffMessage, message.id)


@pytest.fixture
def part(qtbot, room, third):
    made = MissingPart(room, None)
    in_front(qtbot, made, 1200, 700)
    return made


def people(part):
    return [row.person.name for row in part.rows() if row.person]


def cells(part, row):
    return [part.model.index(row, n).data() for n in range(part.model.columnCount())]


def press(qtbot, part, key, modifier=Qt.KeyboardModifier.NoModifier):
    part.table.setFocus()
    qtbot.keyClick(part.table, key, modifier)


def test_exactly_the_seven_who_have_not_been_told_version_3_are_listed(part, room, third):
    assert people(part) == [f"Person {n:02}" for n in range(1, 8)]
    assert "version 3" in part.head.box.currentText()
    assert part.head.answer.text() == "7 people have not been told version 3 in 1 group"
    assert how_many(not_told(room, third)) == 7


def test_a_group_stands_with_how_many_of_it_and_with_its_manager_to_call(part):
    assert cells(part, 0) == ["Warehouse, night", "7 of 40", "", "", "Person 01", "555 01"]
    assert cells(part, 1) == ["└ Person 01", "not told", "", "E01", "", "555 01"]


def test_who_is_late_with_confirming_is_said_in_red_above_the_list(part):
    assert part.head.late.text() == "▲ 40 people should have confirmed by 13:30, 1 h 00 ago."


def test_t_notes_that_the_chosen_person_has_been_told_and_the_row_goes(qtbot, part, room):
    part.table.select(2)
    press(qtbot, part, KEY.Key_T)
    assert "Person 02" not in people(part)
    assert len(people(part)) == 6
    assert part.table.hasFocus()
    room.undo()
    assert len(people(part)) == 7


def test_u_notes_why_somebody_cannot_be_reached(qtbot, part, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_said: ("phone off", True))
    part.table.select(1)
    press(qtbot, part, KEY.Key_U)
    assert cells(part, 1)[:3] == ["└ Person 01", "not told", "phone off"]
    assert len(people(part)) == 7


def test_b_and_enter_note_a_whole_group_as_briefed_and_reported(qtbot, part, room, third):
    part.table.select(0)
    press(qtbot, part, KEY.Key_B)
    assert part.bar.count.text() == "40"
    qtbot.keyClick(part.bar.count, KEY.Key_Return)
    [report] = room.all(Delivery)
    assert (report.read, report.how, report.message) == (40, "supervisor", third.id)
    assert part.head.answer.text().startswith("✓ Everybody")
    assert part.rows() == []
    assert part.table.hasFocus()


def test_escape_briefs_nobody(qtbot, part, room):
    part.table.select(0)
    press(qtbot, part, KEY.Key_B)
    qtbot.keyClick(part.bar.count, KEY.Key_Escape)
    assert part.bar.isHidden()
    assert room.all(Delivery) == []


def test_an_earlier_version_can_be_asked_for(part, qtbot):
    place = next(
        n for n in range(part.head.box.count()) if "version 1" in part.head.box.itemText(n)
    )
    part.head.box.setCurrentIndex(place)
    part.head.box.activated.emit(place)
    assert part.head.answer.text() == "40 people have not been told version 1 in 1 group"


def test_where_supervisors_counted_more_the_people_are_only_possible(part, room, third, night):
    room.add(Delivery(message=third.id, group=night.id, read=38, reported_at=ago(0.5)))
    assert cells(part, 0)[1] == "2 of 40"
    assert cells(part, 1)[1] == "perhaps"


def test_a_group_of_headcounts_only_stands_with_whom_to_call(part, room):
    room.add(StaffGroup(name="Shops", headcount=30, manager="Mei", phone="222"))
    assert cells(part, 0) == ["Shops", "30 of 30", "not briefed", "", "Mei", "222"]
    assert part.head.answer.text() == "37 people have not been told version 3 in 2 groups"


def test_the_list_is_copied_and_written_as_csv_with_the_same_seven(qtbot, part, tmp_path):
    press(
        qtbot,
        part,
        KEY.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert QGuiApplication.clipboard().text().count("not told\t") == 7
    part.write_to(tmp_path / "n.csv")
    with (tmp_path / "n.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["person"] for row in rows] == [f"Person {n:02}" for n in range(1, 8)]
    assert {row["not_told"] for row in rows} == {"7"}
    assert {row["call"] for row in rows} == {"Person 01"}


def test_a_hidden_list_asks_nothing_and_is_true_when_it_is_seen_again(part, room, third):
    part.hide()
    people_left = room.all(StaffMember)[:1]
    room.add_all([Receipt(message=third.id, member=p.id, read_at=ago(1)) for p in people_left])
    part.show()
    assert len(people(part)) == 6


def test_without_a_message_it_is_said_where_to_write_the_first(qtbot, room):
    part = MissingPart(room, None)
    qtbot.addWidget(part)
    part.show()
    assert part.table.accessibleDescription().startswith("No message to staff yet")
    assert not part.head.csv.isEnabled()


def test_the_mark_of_the_part_says_how_many_are_missing(qtbot, room, third):
    page = StaffPage(room)
    qtbot.addWidget(page)
    page.show()
    part = page.show_part("missing")
    assert part.mark()[0] == "7"
