"""The roster, the matrix of groups by messages, and the registers of training and support."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.pages.staff.page import StaffPage
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.staff_support import Referral, Thanks, Training
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from tests.in_front import in_front
from tests.rooms import START

KEY = Qt.Key
pytestmark = pytest.mark.usefixtures("fresh_theme")


def ago(hours: float) -> Moment:
    return Moment.of(START - timedelta(hours=hours))


@pytest.fixture
def groups(room):
    return room.add_all(
        [
            StaffGroup(name="Care", headcount=64, manager="Mei", level=1),
            StaffGroup(name="Night", headcount=40, level=2),
        ]
    )


@pytest.fixture
def messages(room):
    return room.add_all(
        [
            StaffMessage(title="First", sent_at=ago(4)),
            StaffMessage(title="Update", sent_at=ago(2), confirm=True, confirm_by=ago(1)),
        ]
    )


@pytest.fixture
def page(qtbot, room, groups, messages):
    made = StaffPage(room)
    in_front(qtbot, made, 1300, 800)
    return made


def row(model, n):
    return [model.index(n, column).data() for column in range(model.columnCount())]


def press(qtbot, view, key):
    view.setFocus()
    qtbot.keyClick(view, key)


# roster


def test_people_and_shifts_are_those_of_the_chosen_group(page, room, groups):
    care, night = groups
    room.add(StaffMember(name="Ada", group=care.id))
    room.add(StaffMember(name="Bo", group=night.id))
    room.add(Shift(group=night.id, starts_at=ago(16), ends_at=ago(8)))
    part = page.show_part("roster")
    lead, people, shifts = part.lists
    lead.show_record(night)
    assert [people.model.record(n).name for n in range(people.model.rowCount())] == ["Bo"]
    assert shifts.model.rowCount() == 1
    lead.show_record(care)
    assert [people.model.record(n).name for n in range(people.model.rowCount())] == ["Ada"]
    assert shifts.model.rowCount() == 0
    assert part.advice.lead.text() == "2 groups, 104 people, 2 known by name"


def test_b_and_enter_on_a_group_note_all_of_it_as_briefed_on_the_last_message(
    qtbot, page, room, groups, messages
):
    part = page.show_part("roster")
    part.lists[0].show_record(groups[1])
    press(qtbot, part.lists[0].table, KEY.Key_B)
    qtbot.keyClick(part.bar.count, KEY.Key_Return)
    [report] = room.all(Delivery)
    assert (report.group, report.message) == (groups[1].id, messages[1].id)
    assert (report.read, report.how) == (40, "supervisor")
    assert part.lists[0].table.hasFocus()


def test_b_on_a_shift_adds_those_on_duty_to_those_told_before(qtbot, page, room, groups, messages):
    night = groups[1]
    room.add(Delivery(message=messages[1].id, group=night.id, read=12, reported_at=ago(1)))
    room.add(Shift(group=night.id, starts_at=ago(2), ends_at=ago(-6), headcount=20))
    part = page.show_part("roster")
    part.lists[0].show_record(night)
    part.lists[2].table.select(0)
    press(qtbot, part.lists[2].table, KEY.Key_B)
    assert part.bar.count.text() == "32"
    qtbot.keyClick(part.bar.count, KEY.Key_Return)
    assert [each.read for each in room.all(Delivery)] == [12, 32]


def test_nobody_is_briefed_before_a_message_is_out(qtbot, room, groups):
    page = StaffPage(room)
    qtbot.addWidget(page)
    page.show()
    part = page.show_part("roster")
    with qtbot.waitSignal(page.told):
        part.brief_group()
    assert part.bar.isHidden()


def test_a_person_that_is_opened_is_shown_with_the_group(page, room, groups):
    bo = room.add(StaffMember(name="Bo", group=groups[1].id))
    page.show_record(bo)
    assert page.current() == "roster"
    part = page.part("roster")
    assert part.lists[0].chosen()[0].id == groups[1].id
    assert part.beside.panel.values()["name"] == "Bo"


# matrix


def test_each_cell_says_told_confirmed_and_late(page, room, groups, messages):
    care, _night = groups
    room.add(
        Delivery(
            message=messages[1].id, group=care.id, reached=60, confirmed=50, reported_at=ago(1)
        )
    )
    part = page.show_part("matrix")
    heads = [part.model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads == ["Group", "Update", "First"]
    by_name = {row(part.model, n)[0]: row(part.model, n)[1:] for n in range(2)}
    assert by_name == {
        "Care": ["60 / 64 ✓ 50 ▲", "0 / 64"],
        "Night": ["0 / 40 ✓ – ▲", "0 / 40"],
    }


def test_enter_on_a_cell_opens_the_rows_behind_it(qtbot, page, room, groups, messages):
    part = page.show_part("matrix")
    part.table.select_cell(0, 1)
    part.table.setFocus()
    qtbot.keyClick(part.table, KEY.Key_Right)
    qtbot.keyClick(part.table, KEY.Key_Return)
    assert page.current() == "told"
    assert page.reach.message().title == "First"
    assert page.reach.groups.group().name == "Care"


def test_b_on_a_cell_briefs_the_group_on_that_message(qtbot, page, room, groups, messages):
    part = page.show_part("matrix")
    part.table.select_cell(0, 2)
    press(qtbot, part.table, KEY.Key_B)
    qtbot.keyClick(part.bar.count, KEY.Key_Return)
    [report] = room.all(Delivery)
    assert report.message == messages[0].id
    message, group = part.cell()
    assert (message.title, group.group.id) == ("First", report.group)


def test_a_version_that_was_carried_on_gives_its_column_away(page, room, messages):
    from desktop.warroom.staff_messages import next_version, send

    part = page.show_part("matrix")
    send(room, next_version(room, messages[1]))
    heads = [part.model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads == ["Group", "Update v2", "First"]


def test_an_empty_matrix_says_what_it_takes(qtbot, room):
    page = StaffPage(room)
    qtbot.addWidget(page)
    page.show()
    part = page.show_part("matrix")
    assert part.table.accessibleDescription().startswith("Nothing to compare yet")


# training and support


def test_a_training_that_has_run_out_is_said_above_the_registers(page, room, groups):
    room.add(Training(what="Recall desk", people=20, held_at=ago(900), valid_until=ago(2)))
    room.add(Referral(to_whom="Counsellor", group=groups[0].id, people=3))
    part = page.show_part("support")
    assert part.advice.lead.text() == "20 people trained, 3 people referred to support"
    assert part.advice.texts() == ["1 training has run out."]


# doors


def test_each_kind_of_record_leads_to_its_part(page, room, groups):
    found = {
        "questions": room.add(StaffQuestion(question="Do we ship?")),
        "rumours": room.add(Rumour(text="It burns", heard_at=ago(1))),
        "support": room.add(Thanks(to_whom="Night", what_for="all")),
        "told": groups[0],
    }
    for part, record in found.items():
        page.show_record(record)
        assert page.current() == part


def test_every_part_says_its_name_and_shows_itself(page):
    for name in ("told", "missing", "matrix", "questions", "rumours", "mood", "roster", "support"):
        assert page.show_part(name).isVisible()
        assert page.current() == name
