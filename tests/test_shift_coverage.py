"""Shift coverage over a week in which clocks go back, beside a table that was worked out by hand."""

from zoneinfo import ZoneInfo

import pytest

from desktop.warroom.choices import Channel
from desktop.warroom.exchange import guess_mapping, read_sheet
from desktop.warroom.exchange.arrival import arriving
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.staff_shifts import shift_coverage, shifts_told

BERLIN = ZoneInfo("Europe/Berlin")  # summer time ends on Sunday 25 October 2026 at 03:00
NIGHTS = range(23, 30)
DAYS = range(24, 31)
ROSTER = "team,from,to\n" + "".join(
    [f"Night,2026-10-{day} 22:00,2026-10-{day + 1} 06:00\n" for day in NIGHTS]
    + [f"Day,2026-10-{day} 06:00,2026-10-{day} 14:00\n" for day in DAYS]
    + ["Relief,2026-10-25T02:30+02:00,2026-10-25 10:00\n"]
    + ["Relief,2026-10-25T02:30+01:00,2026-10-25 10:00\n"]
)
LATER = Moment.parse("2026-10-31T12:00+01:00")

# group, start in local time, on duty, had it 30 minutes later, covered; by hand
TABLE = [
    ("Night", "2026-10-23T22:00+02:00", 10, 8, False),  # eight read it at 22:10
    ("Day", "2026-10-24T06:00+02:00", 20, 17, False),  # 17 counted at 06:10
    ("Night", "2026-10-24T22:00+02:00", 10, 9, True),  # the ninth read it at 22:29
    ("Relief", "2026-10-25T02:30+02:00", 10, 0, False),  # 03:00 summer time is before the reading
    ("Relief", "2026-10-25T02:30+01:00", 10, 9, True),  # nine read it at 02:10 winter time
    ("Day", "2026-10-25T06:00+01:00", 20, 17, False),  # 18 were counted at 06:40 winter time only
    ("Night", "2026-10-25T22:00+01:00", 10, 9, True),
    ("Day", "2026-10-26T06:00+01:00", 20, 18, True),
    ("Night", "2026-10-26T22:00+01:00", 10, 9, True),
    ("Day", "2026-10-27T06:00+01:00", 20, 18, True),
    ("Night", "2026-10-27T22:00+01:00", 10, 9, True),
    ("Day", "2026-10-28T06:00+01:00", 20, 18, True),
    ("Night", "2026-10-28T22:00+01:00", 10, 9, True),
    ("Day", "2026-10-29T06:00+01:00", 20, 18, True),
    ("Night", "2026-10-29T22:00+01:00", 10, 9, True),
    ("Day", "2026-10-30T06:00+01:00", 20, 18, True),
]


def at(text: str) -> Moment:
    return Moment.parse(f"2026-10-{text}")


@pytest.fixture
def message(room: WarRoom) -> StaffMessage:
    """A message of Friday evening; who read it in Night and Relief, and counts of Day."""
    night, day, relief = room.add_all(
        [
            StaffGroup(name="Night", headcount=10),
            StaffGroup(name="Day", headcount=20),
            StaffGroup(name="Relief", headcount=10),
        ]
    )
    sheet = read_sheet(ROSTER)
    mapping = guess_mapping(Shift, sheet.header)
    came = finished(arriving(room, sheet, Shift, mapping, BERLIN, author="Lin"))
    room.add_all(came.records)
    sent = room.add(
        StaffMessage(title="Stop", sent_at=at("23T20:00+02:00"), channel=Channel.HUDDLE)
    )
    reads = [
        *[(night, "23T22:10+02:00")] * 8,
        (night, "24T22:29+02:00"),
        *[(relief, "25T02:10+01:00")] * 9,
    ]
    for n, (group, when) in enumerate(reads):
        member = room.add(StaffMember(name=f"Person {n}", group=group.id))
        room.add(Receipt(message=sent.id, member=member.id, read_at=at(when)))
    for count, when in ((17, "24T06:10+02:00"), (18, "25T06:40+01:00")):
        room.add(Delivery(message=sent.id, group=day.id, reached=count, reported_at=at(when)))
    return sent


def test_a_week_with_night_shifts_and_a_change_of_clocks_is_as_worked_out_by_hand(room, message):
    found = shifts_told(room, message, LATER)
    names = {each.group.id: each.group.name for each in found}
    assert [
        (names[each.group.id], str(each.shift.starts_at), each.on_duty, each.had, each.covered)
        for each in found
    ] == TABLE
    share = shift_coverage(room, message, LATER)
    assert (share.part, share.of) == (12, 16)
    assert share.words == "75 %"


def test_the_night_of_the_change_is_nine_hours_long(room, message):
    [night] = [each for each in room.all(Shift) if str(each.starts_at) == TABLE[2][1]]
    assert str(night.ends_at) == "2026-10-25T06:00+01:00"
    assert (night.ends_at.ms - night.starts_at.ms) / 3_600_000 == 9


def test_a_shift_that_need_not_know_yet_or_was_over_does_not_count(room, message):
    assert shifts_told(room, message, at("23T22:29+02:00")) == []
    assert len(shifts_told(room, message, at("23T22:30+02:00"))) == 1
    late = room.add(StaffMessage(title="Update", sent_at=at("30T14:00+01:00")))
    assert shifts_told(room, late, LATER) == []
    draft = room.add(StaffMessage(title="Draft"))
    assert shift_coverage(room, draft, LATER).words == "–"


def test_who_is_on_duty_when_it_goes_out_has_half_an_hour_from_then(room, message):
    late = room.add(StaffMessage(title="Update", sent_at=at("30T13:00+01:00")))
    [found] = shifts_told(room, late, LATER)
    assert found.by == at("30T13:30+01:00").ms


def test_people_named_for_a_shift_are_those_who_count(room, message):
    group = room.add(StaffGroup(name="Desk", headcount=9))
    one, two = room.add_all(
        [
            StaffMember(name="Wu", number="1", group=group.id),
            StaffMember(name="Lin", group=group.id),
        ]
    )
    shift = room.add(
        Shift(
            group=group.id,
            starts_at=at("30T20:00+01:00"),
            ends_at=at("31T04:00+01:00"),
            people=("1", "lin", "nobody known"),
        )
    )
    room.add(Receipt(message=message.id, member=one.id, read_at=at("30T20:01+01:00")))
    room.add(Receipt(message=message.id, member=two.id, read_at=at("30T20:31+01:00")))
    [found] = [each for each in shifts_told(room, message, LATER) if each.shift == shift]
    assert (found.on_duty, found.had) == (3, 1)
    room.add(
        Delivery(message=message.id, group=group.id, reached=8, reported_at=at("30T20:10+01:00"))
    )
    [found] = [each for each in shifts_told(room, message, LATER) if each.shift == shift]
    assert found.had == 2  # of nine one was not briefed, and may be any of the three
