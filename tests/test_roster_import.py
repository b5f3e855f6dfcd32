"""A roster comes in row by row: what is wrong is named, and left out only when that is wanted."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PySide6.QtCore import Qt

from desktop.cli.commands import cli
from desktop.pages.bring_in import BringIn
from desktop.warroom.exchange.arrival import Arrival, arriving
from desktop.warroom.exchange.mapping import guess_mapping
from desktop.warroom.exchange.notes import notes
from desktop.warroom.exchange.originals import Original
from desktop.warroom.exchange.sheets import read_sheet
from desktop.warroom.exchange.take_out import take_out
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, Evidence, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.staff_support import Pulse
from tests.arrivals import arrival, bring_in
from tests.rooms import HONG_KONG, START, new_room

NOW = "2026-11-23T14:30+08:00"
SENT = Moment.of(START)


@pytest.fixture
def night(room: WarRoom) -> StaffGroup:
    return room.add(StaffGroup(name="Night", headcount=3))


@pytest.fixture
def message(room: WarRoom) -> StaffMessage:
    return room.add(StaffMessage(title="Stop", sent_at=SENT))


def problems(came: Arrival) -> list[str]:
    return [fault.sentence for fault in came.faults]


def test_a_number_that_stands_twice_is_named_with_the_line_of_the_first(room, night) -> None:
    came = arrival(room, StaffMember, "number,name,team\n1,Wu,Night\n1,Lin,Night\n,He,Night\n")
    assert problems(came) == ['Line 3, column "number": staff number "1" stands in line 2 already.']
    assert came.records == []


def test_a_number_of_the_room_is_of_the_same_person_or_a_fault(room, night) -> None:
    other = room.add(StaffGroup(name="Day"))
    room.add(StaffMember(name="Wu", number="1", group=night.id))
    came = arrival(room, StaffMember, "number,name,team\n1,Wu,Night\n2,He,Night\n")
    assert ([row.name for row in came.records], came.twins.in_room) == (["He"], {0})
    came = arrival(room, StaffMember, "number,name,team\n1,Lin,Night\n")
    assert 'staff number "1" is that of Wu in the room.' in problems(came)[0]
    came = arrival(room, StaffMember, f"number,name,team\n1,Wu,{other.id}\n")
    assert "Wu is in another group in the room." in problems(came)[0]


def test_a_team_that_is_not_there_is_a_fault_or_is_made_with_its_heads(room, night) -> None:
    rows = "number,name,team\n1,Wu,Night\n2,Lin,Day\n3,He,day \n"
    came = arrival(room, StaffMember, rows)
    assert len(came.faults.kept) == 2
    assert 'nothing in the room is called "Day"' in problems(came)[0]
    came = arrival(room, StaffMember, rows, makes_groups=True)
    assert notes(came) == ["1 new staff group will be made."]
    assert [(each.name, each.headcount) for each in came.made] == [("Day", 2)]
    file = Original.of("rows.csv", rows.encode())
    finished(room.bring_in(came.incoming, file.evidence(StaffMember), file.data))
    day = room.all(StaffGroup)[-1]
    assert [each.group for each in room.all(StaffMember)] == [night.id, day.id, day.id]
    room.undo()
    assert (len(room.all(StaffGroup)), room.all(StaffMember)) == (1, [])
    assert room.verify().sound


def test_a_headcount_below_zero_is_a_fault_of_its_row(room) -> None:
    came = arrival(room, StaffGroup, "team,headcount\nNight,-3\nDay,5\n")
    assert '"-3" is not a whole number' in problems(came)[0]
    came = arrival(room, StaffGroup, "team,headcount\nNight,-3\nDay,5\n", leaves_faulty=True)
    assert [each.name for each in came.records] == ["Day"]
    assert notes(came) == ["1 row with faults will be left out."]


def test_nobody_confirms_what_was_not_sent_yet(room, night, message) -> None:
    room.add(StaffMember(name="Wu", number="7", group=night.id))
    draft = room.add(StaffMessage(title="Draft"))
    rows = (
        "message,staff number,read,confirmed\n"
        "Stop,7,2026-11-23 14:30,2026-11-23 14:31\n"
        "Stop,Wu,2026-11-23 14:29,\n"
        "Stop,7,2026-11-23 15:00,2026-11-23 14:40\n"
        f"{draft.id},7,2026-11-23 15:00,\n"
        "Stop,7,,\n"
        "Stop,8,2026-11-23 15:00,\n"
    )
    assert [sentence.split(": ", 1)[1] for sentence in problems(arrival(room, Receipt, rows))] == [
        "the time is before the message was sent.",
        "the time is before that of the step ahead of it.",
        "the message was not sent yet.",
        "Say when it was reached, read or confirmed, or why it was not: one of the two.",
        'Staff member: nothing in the room is called "8". Import it first.',
    ]
    came = bring_in_all(room, Receipt, rows)
    assert (len(came.records), came.left_out) == (1, 5)


def test_a_report_of_before_the_message_was_sent_is_a_fault_too(room, night, message) -> None:
    rows = "message,group,reached,reported_at\nStop,Night,3,2026-11-23 14:00\n"
    assert "before the message was sent" in problems(arrival(room, Delivery, rows))[0]


def test_a_night_shift_ends_on_the_next_day(room, night) -> None:
    rows = "team,from,to\nNight,2026-11-23 22:00,2026-11-24 06:00\nNight,2026-11-23 22:00,2026-11-23 06:00\n"
    came = arrival(room, Shift, rows)
    assert problems(came) == [
        "Line 3: The shift ends before it starts. A night shift ends on the next day."
    ]


def test_answers_that_are_too_few_are_not_even_kept_as_a_file(room, night) -> None:
    rows = (
        "team,time,1,2,3,4,5\nNight,2026-11-23 14:00,1,1,1,1,0\nNight,2026-11-23 15:00,1,1,1,1,1\n"
    )
    assert "would show who said what" in problems(arrival(room, Pulse, rows))[0]
    with pytest.raises(RuleBroken, match="kept in the room"):
        arrival(room, Pulse, rows, leaves_faulty=True)
    assert room.all(Evidence) == []


def test_a_message_names_its_groups_by_name_and_keeps_their_ids(room, night, tmp_path) -> None:
    day = room.add(StaffGroup(name="Day"))
    came = bring_in(room, StaffMessage, "subject,groups\nStop,night; Day\n")
    assert room.get(StaffMessage, came.records[0].id).groups == (night.id, day.id)
    finished(take_out(room, tmp_path / "out.csv", [Selection(kind=StaffMessage)]))
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["groups"], row["groups_name"]) == (f"{night.id}, {day.id}", "Night, Day")


def test_a_roster_that_is_stopped_leaves_no_trace(room) -> None:
    rows = "number,name,team\n" + "".join(f"{n},Person {n},Team {n % 40}\n" for n in range(2_000))
    sheet = read_sheet(rows)
    mapping = guess_mapping(StaffMember, sheet.header)
    how = {"author": "Lin", "makes_groups": True}
    came = finished(arriving(room, sheet, StaffMember, mapping, HONG_KONG, **how))
    file = Original.of("rows.csv", rows.encode())
    steps = room.bring_in(came.incoming, file.evidence(StaffMember), file.data)
    assert [next(steps)[0] for _n in range(3)][-1] < len(came.incoming) == 2_040
    steps.close()
    assert [room.all(StaffMember), room.all(StaffGroup), room.all(Evidence)] == [[], [], []]
    assert room.verify().sound


def bring_in_all(room: WarRoom, kind: type, text: str) -> Arrival:
    """Write what can be read of these rows."""
    came = arrival(room, kind, text, leaves_faulty=True)
    file = Original.of("rows.csv", text.encode())
    finished(room.bring_in(came.incoming, file.evidence(kind), file.data))
    return came


# by command, and on the page


ROSTER = "number,name,team,headcount\n1,Wu,Night,\n1,Lin,Night,\n2,He,Noon,\n"


@pytest.fixture
def told(tmp_path: Path):
    room = new_room(tmp_path / "a.warroom")
    room.add(StaffGroup(name="Night"))
    room.close()
    (tmp_path / "rows.csv").write_text(ROSTER, encoding="utf-8")

    def run(*more: str) -> Result:
        paths = [str(tmp_path / "a.warroom"), str(tmp_path / "rows.csv")]
        return CliRunner().invoke(
            cli, ["import", *paths, "--as", "staff_members", *more, "--now", NOW]
        )

    return run


def test_the_command_leaves_faulty_rows_out_only_when_told(told, tmp_path) -> None:
    refused = told()
    assert refused.exit_code == 1
    assert "Line 3" in refused.output
    assert "--skip-faulty" in refused.output
    done = told("--skip-faulty")
    assert done.exit_code == 0, done.output
    assert "1 staff member was imported." in done.output
    assert "2 rows with faults were left out." in done.output
    again = told("--skip-faulty", "--new-groups")
    assert "1 new staff group was made." in again.output


def test_confirmations_of_one_message_need_no_column_for_it(tmp_path) -> None:
    room = new_room(tmp_path / "b.warroom")
    group = room.add(StaffGroup(name="Night"))
    room.add(StaffMember(name="Wu", number="7", group=group.id))
    message = room.add(StaffMessage(title="Stop = now", sent_at=SENT))
    room.close()
    file = tmp_path / "read.csv"
    file.write_text("staff number,read\n7,2026-11-23 14:40\n", encoding="utf-8")
    asked = ["import", str(tmp_path / "b.warroom"), str(file), "--as", "receipts", "--now", NOW]
    assert CliRunner().invoke(cli, [*asked, "--set", "message"]).exit_code == 1
    done = CliRunner().invoke(cli, [*asked, "--set", "message=Stop = now"])
    assert "1 receipt was imported." in done.output
    room = WarRoom.open(tmp_path / "b.warroom")
    assert [each.message for each in room.all(Receipt)] == [message.id]
    room.close()


def test_the_page_offers_to_leave_them_out_and_to_make_groups(qtbot, room, night, tmp_path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(ROSTER, encoding="utf-8")
    page = BringIn(room, file, StaffMember)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, page)
    assert not page.face.foot.go.isEnabled()
    assert page.face.foot.sentence().endswith("choose at the left to leave these rows out.")
    for name in ("groups", "faulty"):
        page.face.choices.box(name).setFocus()
        qtbot.keyClick(page.face.choices.box(name), Qt.Key.Key_Down)
        settle(qtbot, page)
    assert page.face.foot.go.text() == "Import 2 staff members"
    with qtbot.waitSignal(page.done) as done:
        page.face.foot.go.click()
    assert done.args[0].startswith("2 staff members were imported. 1 row with faults was left out.")
    assert [each.name for each in room.all(StaffMember)] == ["Wu", "He"]
    assert [each.name for each in room.all(StaffGroup)] == ["Night", "Noon"]


def settle(qtbot, page: BringIn) -> None:
    qtbot.waitUntil(lambda: not page.reading.running(), timeout=20_000)
