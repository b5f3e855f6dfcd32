"""Staff not reached: each rule fires at its limit, is silent before it, and clears."""

import pytest

from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_forms import ToldHow
from desktop.warroom.staff_messages import next_version, send
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.watch.alarms import Threshold
from desktop.warroom.watch.watching import Warned, Watching
from tests.watched import MINUTE, at, fires, warned

DAY = 1_440


@pytest.fixture
def teams(room: WarRoom) -> list[StaffGroup]:
    return room.add_all([StaffGroup(name=f"Team {n}", headcount=10) for n in range(10)])


@pytest.fixture
def message(room: WarRoom, teams) -> StaffMessage:
    return room.add(StaffMessage(title="Stop the sale", confirm=True, sent_at=at()))


def report(room, message, group, read: int, minutes: float, how=ToldHow.SUPERVISOR) -> None:
    room.add(
        Delivery(message=message.id, group=group.id, read=read, how=how, reported_at=at(minutes))
    )


def about(room: WarRoom, rule: str, subject: str, minutes: float) -> list[Warned]:
    return [each for each in warned(room, rule, at(minutes)) if each.raised.subject == subject]


def test_nine_managers_in_ten_are_briefed_within_an_hour(room, teams, message):
    subject = f"managers {message.id}"
    for team in teams[:8]:
        report(room, message, team, 10, 50)
    assert not about(room, "PF2-12", subject, 59)
    [found] = about(room, "PF2-12", subject, 60)
    assert (found.raised.severity, found.raised.numbers[0]) == (3, ("briefed", 8))
    assert found.raised.rows == (message, *teams[8:])
    report(room, message, teams[8], 10, 70)
    assert about(room, "PF2-12", subject, 69)
    assert not about(room, "PF2-12", subject, 70)


@pytest.mark.parametrize(("minutes", "wanted"), [(240, 80), (DAY, 95)])
def test_so_many_have_read_it_in_four_hours_and_in_a_day(room, teams, message, minutes, wanted):
    """Of a hundred people one too few fires, and the next one clears."""
    full, rest = divmod(wanted - 1, 10)
    for team in teams[:full]:
        report(room, message, team, 10, 30)
    report(room, message, teams[full], rest, 30)
    before = minutes - 1 if wanted == 80 else 239
    assert not about(room, "PF2-12", message.id, before)
    [found] = about(room, "PF2-12", message.id, minutes)
    assert dict(found.raised.numbers) == {"read": wanted - 1, "people": 100, "limit": wanted}
    assert teams[-1] in found.raised.rows
    assert teams[0] not in found.raised.rows
    report(room, message, teams[full], rest + 1, minutes + 5)
    assert about(room, "PF2-12", message.id, minutes + 4)
    assert not about(room, "PF2-12", message.id, minutes + 5)


def test_people_count_as_well_as_reports(room):
    group = room.add(StaffGroup(name="Office"))
    people = room.add_all([StaffMember(name=f"P{n}", group=group.id) for n in range(5)])
    message = room.add(StaffMessage(title="Stop", confirm=True, sent_at=at()))
    read = [Receipt(message=message.id, member=each.id, read_at=at(9)) for each in people]
    room.add_all(read[:3])
    assert about(room, "PF2-12", message.id, 240)[0].raised.said.startswith("60 %")
    room.add(read[3])
    assert not about(room, "PF2-12", message.id, 240)


def test_a_message_that_nobody_has_to_confirm_or_that_was_replaced_is_silent(room, teams, message):
    assert fires(room, "PF2-12", 240)
    second = next_version(room, message)
    send(room, second, at(200))
    assert not fires(room, "PF2-12", 240)
    assert fires(room, "PF2-12", 260)
    room.change(room.get(StaffMessage, second.id), confirm=False)
    assert not fires(room, "PF2-12", DAY)


def test_without_a_headcount_nothing_can_be_below_a_share(room):
    room.add(StaffGroup(name="New"))
    message = room.add(StaffMessage(title="Stop", confirm=True, sent_at=at()))
    assert not about(room, "PF2-12", message.id, DAY)


def test_the_company_sets_another_share(room, teams, message):
    for team in teams[:6]:
        report(room, message, team, 10, 30)
    assert about(room, "PF2-12", message.id, 240)
    room.add(Threshold(rule="PF2-12", key="some_share", value=60))
    assert not about(room, "PF2-12", message.id, 240)


# shifts


def on_duty(room: WarRoom, group: StaffGroup, start: float, **said) -> Shift:
    times = {"starts_at": at(start), "ends_at": at(start + 480)}
    return room.add(Shift(group=group.id, **times, **said))


def test_nine_in_ten_of_a_shift_have_it_half_an_hour_after_its_start(room, teams, message):
    on_duty(room, teams[0], 400)
    report(room, message, teams[0], 8, 410)
    assert not fires(room, "PF2-13", 429)
    [found] = warned(room, "PF2-13", at(430))
    assert (found.raised.severity, found.raised.rows[:2]) == (2, (teams[0], message))
    assert found.raised.numbers[:2] == (("had", 8), ("on duty", 10))
    report(room, message, teams[0], 9, 450)
    assert fires(room, "PF2-13", 449)
    assert not fires(room, "PF2-13", 450)


def test_a_shift_that_was_on_when_it_was_sent_is_no_gap(room, teams, message):
    on_duty(room, teams[0], 0)
    on_duty(room, teams[1], -600)
    assert not fires(room, "PF2-13", 60)
    on_duty(room, teams[0], 1)
    assert not fires(room, "PF2-13", 30)
    assert fires(room, "PF2-13", 31)


def test_several_messages_and_shifts_of_a_group_are_one_warning(room, teams, message):
    second = room.add(StaffMessage(title="Recall", sent_at=at(100)))
    for start in (400, 400 + DAY):
        on_duty(room, teams[0], start, headcount=4)
    on_duty(room, teams[1], 400)
    report(room, message, teams[1], 10, 300)
    found = {each.raised.subject: each.raised for each in warned(room, "PF2-13", at(2 * DAY))}
    both, one = found[teams[0].id], found[teams[1].id]
    assert both.rows[:3] == (teams[0], message, second)
    assert "2 messages are missing in Team 0" in both.said
    assert "newest: Recall" in both.said
    assert one.rows[1:-1] == (second,)
    assert one.said == "0 of 10 on duty have it in Team 1: Recall"
    report(room, second, teams[1], 10, 300)
    assert len(warned(room, "PF2-13", at(2 * DAY))) == 1


def test_the_watch_looks_again_when_the_half_hour_of_a_shift_is_over(room, teams, message):
    on_duty(room, teams[0], 400)
    watching = Watching(room)
    names = [{each.rule.id for each in watching.look(at(minutes))} for minutes in (399, 429, 430)]
    assert ["PF2-13" in each for each in names] == [False, False, True]


def test_people_of_a_night_shift_are_counted_by_name(room, message):
    night = room.add(StaffGroup(name="Night"))
    people = room.add_all([StaffMember(name=f"N{n}", group=night.id) for n in range(20)])
    on_duty(room, night, 480, people=tuple(f"N{n}" for n in range(10)))
    rows = [Receipt(message=message.id, member=p.id, confirmed_at=at(485)) for p in people[1:]]
    room.add_all(rows[:8])
    [found] = warned(room, "PF2-13", at(510))
    assert dict(found.raised.numbers)["had"] == 8
    assert found.raised.rows[-1].starts_at.ms == at().ms + 480 * MINUTE
    room.add(rows[8])
    assert not fires(room, "PF2-13", 510)
