"""The watch: answers are kept until something changes, alarms follow them, undo passes them over."""

from dataclasses import replace

import pytest

from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.words import SignalKind
from desktop.warroom.records import Entry, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.watch import keeping, rules
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.rule import Pitfall
from desktop.warroom.watch.watching import Watching, holding
from tests.rooms import clock
from tests.watched import at


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The ids of the rules that are asked, in order."""
    found = list[str]()
    for rule in rules.rules().values():

        def look(seen, rule=rule, before=rule.look):
            found.append(rule.id)
            return before(seen)

        monkeypatch.setitem(rules.rules(), rule.id, replace(rule, look=look))
    return found


def complaint(room: WarRoom) -> Signal:
    return room.add(Signal(what=SignalKind.COMPLAINT, text="It leaks", received_at=at()))


def test_every_rule_names_its_mistake_its_point_and_its_kinds():
    found = rules.rules()
    assert {rule.pitfall for rule in found.values()} == set(Pitfall)
    assert all(rule.reference and rule.kinds and rule.shown for rule in found.values())
    assert all(len({each.key for each in r.limits}) == len(r.limits) for r in found.values())


def test_a_quiet_minute_asks_no_rule(room, asked):
    watching = Watching(room)
    watching.look(at(0))
    asked.clear()
    watching.look(at(1))
    assert asked == []


def test_a_change_asks_the_rules_that_read_its_kind(room, asked):
    watching = Watching(room)
    room.on_change(watching.follow)
    watching.look(at(0))
    asked.clear()
    room.add(Task(title="Ship", owner="Wu"))
    watching.look(at(0))
    assert "PF3-6" in asked
    assert not any(name.startswith("PF1") for name in asked)


def test_what_time_alone_changes_is_looked_at_just_then(room, asked):
    watching = Watching(room)
    complaint(room)
    watching.look(at(0))
    asked.clear()
    watching.look(at(1_439))
    assert "PF1-1" not in asked
    assert any(each.rule.id == "PF1-1" for each in watching.look(at(1_440)))


def test_a_kept_answer_is_the_one_that_a_fresh_look_gives(room):
    watching = Watching(room)
    room.on_change(watching.follow)
    for minutes in (0, 100, 130, 1_500):
        kept = {each.key for each in watching.look(at(minutes))}
        assert kept == {each.key for each in holding(room, at(minutes))}
        complaint(room)


def test_what_this_incident_lacks_calls_before_what_the_company_lacks(room):
    room.add(Task(title="Stop the sale", critical=True, due=at(-60)))
    grave = [each.rule.id for each in holding(room, room.now()) if each.raised.severity == 1]
    assert grave.index("PF3-6") < grave.index("PF3-1")


def test_an_alarm_is_raised_once_and_cleared_when_its_condition_ends(room):
    said = complaint(room)
    watching = Watching(room)
    room.on_change(watching.follow)
    for _again in range(3):
        keeping.keep(room, watching.look(at(1_440)))
    alarms = [each for each in room.all(Alarm) if each.rule == "PF1-1"]
    assert len(alarms) == 1
    assert alarms[0].rows == (f"signal:{said.id}",)
    room.change(said, replied_at=at(1_440))
    keeping.keep(room, watching.look(at(1_440)))
    assert room.get(Alarm, alarms[0].id).cleared_at is not None


def test_undo_passes_alarms_over(room):
    room.add(Entry(text="Called the plant", happened_at=at()))
    keeping.keep(room, holding(room, at()))
    held = len(room.all(Alarm))
    assert held
    room.undo()
    assert len(room.all(Alarm)) == held
    assert room.all(Entry) == []


def test_an_alarm_that_is_acknowledged_goes_on_holding_and_keeps_its_trace(room):
    keeping.keep(room, holding(room, at()))
    alarm = room.all(Alarm)[0]
    keeping.acknowledge(room, alarm, "Chen sees to it")
    (mine,) = [
        each
        for each in keeping.standing(room, holding(room, at()))
        if each.alarm == alarm or (each.alarm and each.alarm.id == alarm.id)
    ]
    assert mine.rests(at())
    assert (mine.alarm.acknowledged_by, mine.alarm.reason) == ("Lin Xia", "Chen sees to it")


def test_an_alarm_is_put_off_for_a_reason_and_no_longer_than_two_hours(room):
    keeping.keep(room, holding(room, at()))
    alarm = room.all(Alarm)[0]
    with pytest.raises(RuleBroken):
        keeping.put_off(room, alarm, 60, "")
    keeping.put_off(room, alarm, 600, "Counsel is on the way")
    until = room.get(Alarm, alarm.id).snoozed_until
    assert until is not None
    assert until.ms == at(120).ms


def test_reading_the_warnings_of_a_room_writes_nothing(tmp_path, room):
    before = room.tail()
    holding(room, at(9_999))
    assert room.tail() == before
    assert clock().now() == room.clock.now()
