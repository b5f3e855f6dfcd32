"""The figures of messages to staff: by the formulas of practice, and the same wherever they stand."""

from dataclasses import replace

import pytest

from desktop.warroom import measures
from desktop.warroom.choices import Channel
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import MessageTold, told
from desktop.warroom.staff_first import staff_first, told_first
from desktop.warroom.staff_forms import ToldHow
from desktop.warroom.staff_measures import Share, cascade, reached, read_by, read_curve
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.words import Form
from tests.rooms import START

SENT = Moment.of(START)


def after(minutes: int) -> Moment:
    return Moment(SENT.ms + minutes * 60_000, SENT.offset)


@pytest.fixture
def message(room: WarRoom) -> StaffMessage:
    """To be confirmed within an hour: ten people by mail, and a team of thirty by count."""
    office, plant, unknown = room.add_all(
        [
            StaffGroup(name="Office", level=1),
            StaffGroup(name="Plant", headcount=30, level=2),
            StaffGroup(name="New"),
        ]
    )
    people = room.add_all(
        [StaffMember(name=f"P{n}", group=office.id, manager=n == 0) for n in range(10)]
    )
    sent = room.add(
        StaffMessage(
            title="Stop",
            sent_at=SENT,
            channel=Channel.EMAIL,
            confirm=True,
            confirm_by=after(60),
        )
    )
    times = [{"reached_at": after(1)}] * 2 + [{"read_at": after(n)} for n in range(2, 8)]
    receipts = [
        Receipt(message=sent.id, member=each.id, **time)
        for each, time in zip(people[1:], times, strict=False)
    ]
    receipts.append(Receipt(message=sent.id, member=people[0].id, confirmed_at=after(10)))
    room.add_all(receipts)
    counts = [{"reached": 12, "read": 10}, {"reached": 30, "read": 29, "confirmed": 20}]
    for counted, minutes in zip(counts, (20, 40), strict=True):
        room.add(Delivery(message=sent.id, group=plant.id, reported_at=after(minutes), **counted))
    room.add(Delivery(message=sent.id, group=unknown.id, reached=5, reported_at=after(5)))
    return sent


def test_coverage_and_rates_are_those_of_practice(room, message) -> None:
    found = reached(room, message, after(59))
    assert found.coverage == Share(39, 40)  # nine of the office, all of the plant; New has no heads
    assert found.read_rate == Share(36, 39)  # 6 who read and 1 who confirmed, 29 counted
    assert found.ack_rate == Share(21, 40)
    assert (found.late, found.reported) == (0, True)
    assert reached(room, message, after(61)).late == 19


def test_who_is_not_asked_to_confirm_has_no_rate(room, message) -> None:
    room.change(message, confirm=False)
    found = reached(room, room.get(StaffMessage, message.id), after(61))
    assert (found.ack_rate.value, found.ack_rate.words, found.late) == (None, "–", 0)


def test_half_and_nine_tenths_are_counted_in_minutes_of_all_targeted(room, message) -> None:
    curve = read_curve(room, message)
    assert curve[0] == (after(2).ms, 1)
    assert curve[-1][1] == 36
    assert read_by(curve, after(30).ms) == 17
    found = reached(room, message, after(61))
    assert (found.t50, found.t90) == (40, 40)  # 17 at 20 minutes, 36 of 40 at 40 minutes
    fewer = replace(message, groups=("Office",))
    assert reached(room, fewer, after(61)).t50 == 6
    assert reached(room, fewer, after(61)).t90 is None


def test_people_and_a_count_of_the_same_team_are_not_added_up(room, message) -> None:
    office = room.all(StaffGroup)[0]
    room.add(Delivery(message=message.id, group=office.id, read=8, reported_at=after(50)))
    assert read_curve(room, message)[-1][1] == 37
    assert {each.group.name: each.read for each in told(room, message)}["Office"] == 8


def test_teams_are_briefed_when_their_manager_confirms_or_counts(room, message) -> None:
    found = cascade(room, message)
    assert found.completion == Share(3, 3)
    assert found.lags == {1: 10, 2: 20, None: 5}
    by_system = room.add(StaffMessage(title="x", sent_at=SENT))
    plant = room.all(StaffGroup)[1]
    room.add(
        Delivery(message=by_system.id, group=plant.id, reached=3, how=ToldHow.SYSTEM,
                 reported_at=after(3))
    )  # fmt: skip
    assert cascade(room, by_system).completion == Share(0, 3)


def test_staff_first_or_with_the_public_and_not_after_it(room, message) -> None:
    first, other, letter = room.add_all(
        [Statement(title="A"), Statement(title="B"), Statement(title="C", form=Form.BREACH)]
    )
    room.add(StaffMessage(title="Goes with A", statement=first.id, sent_at=after(30)))
    said = [(first, 30), (first, 29), (other, 29), (other, -1), (letter, -1)]
    rows = room.add_all(
        [Release(statement=each.id, title="x", at=after(minutes)) for each, minutes in said]
    )
    found = told_first(room)
    assert [found.get(each.id) for each in rows] == [True, False, True, False, None]
    assert staff_first(room) == Share(2, 4)


def test_the_dashboard_the_page_and_the_paper_say_the_same_share(room, message) -> None:
    heads, confirmed = measures.staff_confirmed(room)
    shown = MessageTold(message, tuple(told(room, message)))
    assert confirmed is not None
    assert Share(confirmed, heads) == reached(room, message, after(61)).ack_rate
    assert shown.share("confirmed") == Share(confirmed, heads).value
