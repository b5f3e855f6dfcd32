"""A drill is played in an incident of its own and moves nothing outside itself."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.words import InquiryState
from desktop.warroom.choices import Channel, CrisisType, EntryKind, Phase
from desktop.warroom.drills import ending, playing
from desktop.warroom.drills.playing import drill_of
from desktop.warroom.drills.records import Drill
from desktop.warroom.drills.result import findings, fired, responses, took_part
from desktop.warroom.drills.script import Inject, Script, due_injects, shipped
from desktop.warroom.drills.words import Expected, InjectKind
from desktop.warroom.faults import RuleBroken
from desktop.warroom.kinds import KINDS
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.method.readiness import gathered, readiness, score
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.team import Post
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Coverage, Entry, Incident, Person, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.release import Release
from desktop.warroom.watch.keeping import keep
from desktop.warroom.watch.watching import Watching
from resources import LANGUAGES
from tests.rooms import START, T0, clock, new_room

HOUSEKEEPING = {"sitting", "clock_check"}
LEFT = {"exercise", "finding"}


@pytest.fixture
def stand() -> FixedClock:
    """A clock that a test moves."""
    return clock()


@pytest.fixture
def real(tmp_path: Path, stand: FixedClock) -> Iterator[WarRoom]:
    """A room with a real incident and things of the company."""
    room = new_room(tmp_path / "r.warroom", stand)
    room.add_all([Person(name="Lin Xia"), Post(role="crisis_lead", person="Lin Xia")])
    room.add(Signal(text="Complaints rise", source="Shops", received_at=T0))
    room.add(Entry(text="Bottles are hot", happened_at=T0))
    room.add(Task(title="Stop the line", due=T0))
    yield room
    room.close()


def outside(room: WarRoom, drill_incident: str) -> str:
    """A hash of every record that is no part of the drill."""
    told = hashlib.sha256()
    for name, kind in KINDS.items():
        if name in HOUSEKEEPING | LEFT:
            continue
        for each in room.records(Selection(kind=kind, everywhere=True)):
            if drill_incident and drill_incident in (each.incident, each.id):
                continue
            told.update(json.dumps([name, each.id, each.plain()], sort_keys=True).encode())
    return told.hexdigest()


def script(*injects: Inject) -> Script:
    return Script.of("Smoke", CrisisType.PRODUCT_QUALITY, injects)


def asks(key: str, minute: int, within: int = 30) -> Inject:
    return Inject(
        key,
        minute,
        InjectKind.INQUIRY,
        "Why?",
        "City TV, Wu",
        expects=Expected.ANSWER,
        within=within,
    )


# the script


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_script_is_whole_in_each_language(language: str):
    told = shipped("product_quality", language)
    assert (told.type, told.minutes, len(told.injects)) == (CrisisType.PRODUCT_QUALITY, 180, 21)
    assert all(each.text and (each.wanted or not each.expects) for each in told.injects)
    assert {each.kind for each in told.injects} == set(InjectKind)


def test_an_inject_is_due_from_its_minute_on_and_only_once():
    told = script(asks("a", 10), asks("b", 20))
    begun = Moment.of(START)
    at = Moment(begun.ms + 10 * 60_000, begun.offset)
    early = Moment(at.ms - 1, begun.offset)
    assert [i.key for i in due_injects(told, begun, early, 1, ())] == []
    assert [i.key for i in due_injects(told, begun, at, 1, ())] == ["a"]
    assert [i.key for i in due_injects(told, begun, at, 1, ("a",))] == []
    assert [i.key for i in due_injects(told, begun, at, 2, ("a",))] == ["b"]


# playing


def test_a_drill_opens_an_incident_with_t0_now_and_the_cards_of_the_playbook(real: WarRoom):
    drill = playing.start(real, shipped("product_quality", "en"))
    incident = real.incident
    assert (incident.drill, incident.t0, incident.phase) == (True, real.minute(), Phase.EMERGENCY)
    assert incident.title == "Exercise: Rice cookers smoke"
    assert drill.incident == incident.id
    assert real.count(Selection(kind=Task)) > 10
    assert [each.minute for each in playing.play(real, drill)] == [0]


def test_what_a_script_brings_is_an_ordinary_record_by_the_script(real: WarRoom, stand: FixedClock):
    drill = playing.start(real, shipped("product_quality", "en"), speed=30, playbook=False)
    stand.move(minutes=1)
    keys = [each.key for each in playing.play(real, drill)]
    assert keys == ["1", "2", "3", "4", "5", "6"]
    item = real.all(Coverage)[0]
    assert (item.outlet, item.author) == ("Morning Ledger Online", "Script")
    assert item.incident == real.incident.id
    assert playing.play(real, drill) == []
    real.undo()
    assert real.all(Coverage) == [item]


def test_a_pause_stops_the_time_and_a_change_of_speed_loses_none(real: WarRoom, stand: FixedClock):
    drill = playing.start(real, script(asks("a", 100)), playbook=False)
    stand.move(minutes=10)
    playing.set_speed(real, drill, 5)
    stand.move(minutes=2)
    playing.pause(real, drill)
    stand.move(minutes=60)
    assert drill_of(real).minute(real.now()) == 20
    playing.go_on(real, drill, 30)
    stand.move(minutes=2)
    assert drill_of(real).minute(real.now()) == 80
    assert playing.play(real, drill) == []
    stand.move(minutes=1)
    assert [each.key for each in playing.play(real, drill)] == ["a"]


def test_the_speed_of_a_paused_drill_changes_without_its_time(real: WarRoom, stand: FixedClock):
    drill = playing.start(real, script(asks("a", 100)), playbook=False)
    stand.move(minutes=10)
    playing.pause(real, drill)
    playing.set_speed(real, drill, 30)
    stand.move(minutes=10)
    paused = drill_of(real)
    assert (paused.runs, paused.speed, paused.minute(real.now())) == (False, 30, 10)


def test_the_next_event_can_come_at_once_and_the_time_goes_on_from_it(
    real: WarRoom, stand: FixedClock
):
    drill = playing.start(real, script(asks("a", 40), asks("b", 50)), playbook=False)
    assert playing.play_next(real, drill).key == "a"
    assert drill_of(real).minute(real.now()) == 40
    stand.move(minutes=10)
    assert [each.key for each in playing.play(real, drill)] == ["b"]
    assert playing.play_next(real, drill) is None


def test_a_drill_goes_on_after_the_room_was_closed(
    real: WarRoom, stand: FixedClock, tmp_path: Path
):
    drill = playing.start(real, script(asks("a", 5), asks("b", 50)), playbook=False)
    stand.move(minutes=5)
    playing.play(real, drill)
    stand.move(minutes=500)
    real.close()
    again = WarRoom.open(tmp_path / "r.warroom", clock=stand)
    there = drill_of(again)
    playing.recover(again, there)
    assert (drill_of(again).runs, drill_of(again).minute(again.now())) == (False, 5)
    playing.go_on(again, there)
    stand.move(minutes=45)
    assert [each.key for each in playing.play(again, there)] == ["b"]
    again.close()


# nothing outside


def test_a_drill_from_start_to_end_at_high_speed_changes_nothing_outside_itself(
    real: WarRoom, stand: FixedClock
):
    before, first = outside(real, ""), real.incident
    ready = score(readiness(gathered(real), real.now()))
    drill = playing.start(real, shipped("product_quality", "en"), speed=60)
    watching = Watching(real)
    real.on_change(_Following(watching).follow)
    for _minute in range(190):
        stand.move(seconds=1)
        playing.play(real, drill)
        keep(real, watching.look(real.now()))
        real.capture("answered somebody")
    late = findings(responses(real, drill_of(real), real.now()))
    assert len(drill_of(real).played) == 21
    assert outside(real, drill.incident) == before
    ending.end(real, drill, ["Lin Xia"], late[:2])
    assert outside(real, drill.incident) == before
    real.turn_to(first)
    assert outside(real, drill.incident) == before
    assert score(readiness(gathered(real), real.now())) >= ready
    assert real.count(Selection(kind=Entry)) == 1
    assert not fired(real)


class _Following:
    def __init__(self, watching: Watching) -> None:
        self._watching = watching
        _KEPT.append(self)

    def follow(self, changes) -> None:
        self._watching.follow(changes)


_KEPT: list[_Following] = []


def test_what_is_the_companys_is_not_touched_while_a_drill_is_on_screen(real: WarRoom):
    signal, post = real.all(Signal)[0], real.all(Post)[0]
    first = real.incident
    playing.start(real, script(asks("a", 5)), playbook=False)
    for deed in (
        lambda: real.add(Person(name="Wei")),
        lambda: real.change(signal, text="Other"),
        lambda: real.take_back(post),
        lambda: real.add(Exercise(scenario="Made up", held_at=T0)),
        lambda: real.change(first, title="Other"),
    ):
        with pytest.raises(RuleBroken, match="An exercise is on screen"):
            deed()
    assert real.all(Signal) == [signal]
    real.turn_to(first)
    real.change(signal, text="Other")


def test_a_new_operator_in_a_drill_is_no_new_person_of_the_company(real: WarRoom):
    playing.start(real, script(asks("a", 5)), playbook=False)
    real.sit_down("Visitor")
    assert (real.operator, [each.name for each in real.all(Person)]) == ("Visitor", ["Lin Xia"])


def test_a_real_incident_can_open_during_a_drill(real: WarRoom):
    playing.start(real, script(asks("a", 5)), playbook=False)
    opened = real.open_incident(Incident(title="Fire", t0=T0))
    assert real.incident == opened
    assert not opened.drill


def test_an_exercise_never_becomes_real(real: WarRoom):
    playing.start(real, script(asks("a", 5)), playbook=False)
    with pytest.raises(RuleBroken, match="stays an exercise"):
        real.change(real.incident, drill=False)


def test_a_room_made_for_an_exercise_has_its_own_team_and_no_real_incident(tmp_path: Path):
    alone = Incident(title="Exercise", t0=T0, drill=True)
    room = WarRoom.create(tmp_path / "x.warroom", alone, operator="Lin Xia", clock=clock())
    room.add(Post(role="crisis_lead", person="Lin Xia"))
    with pytest.raises(RuleBroken, match="made for an exercise"):
        room.open_incident(Incident(title="Fire", t0=T0))
    with pytest.raises(RuleBroken, match="made for an exercise"):
        room.add(Incident(title="Fire", t0=T0))
    room.close()


# the end


def test_answers_are_timed_by_the_minutes_of_the_script(real: WarRoom, stand: FixedClock):
    drill = playing.start(
        real, script(asks("a", 0), asks("b", 0, 10), asks("c", 0)), speed=5, playbook=False
    )
    playing.play(real, drill)
    a, b, _c = real.all(Inquiry)
    stand.move(minutes=4)
    real.change(a, state=InquiryState.ANSWERED, answer="So")
    real.change(b, state=InquiryState.ANSWERED, answer="So")
    stand.move(minutes=4)
    said = responses(real, drill_of(real), real.now())
    assert [(r.took, r.waited, r.late) for r in said] == [
        (20, 20, False),
        (20, 20, True),
        (None, 40, True),
    ]
    assert findings(said) == [
        "Took 20 min (target 10): It is answered",
        "Nothing came after 40 min (target 30): It is answered",
    ]


def test_statement_and_decision_are_looked_for_behind_their_event(real: WarRoom, stand: FixedClock):
    wants = (("s", Expected.STATEMENT), ("d", Expected.DECISION), ("e", Expected.ENTRY))
    told = [
        Inject(key, 1, InjectKind.ENTRY, "Smoke", expects=expects, within=30)
        for key, expects in wants
    ]
    drill = playing.start(real, script(*told), playbook=False)
    real.add(Entry(kind=EntryKind.DECISION, text="Too early", happened_at=real.minute()))
    stand.move(minutes=1)
    playing.play(real, drill)
    assert [r.took for r in responses(real, drill_of(real), real.now())] == [None, None, None]
    stand.move(minutes=7)
    real.add(Release(statement="x", channel=Channel.WEBSITE, title="We check", at=real.minute()))
    stand.move(minutes=7)
    real.add(Entry(kind=EntryKind.DECISION, text="Recall", happened_at=real.minute()))
    assert [r.took for r in responses(real, drill_of(real), real.now())] == [7, 14, 14]


def test_the_end_writes_an_exercise_with_participants_and_the_findings_chosen(
    real: WarRoom, stand: FixedClock
):
    real.sit_down("Lin Xia")
    drill = playing.start(real, script(asks("a", 0)), playbook=False)
    playing.play(real, drill)
    stand.move(minutes=60)
    late = findings(responses(real, drill_of(real), real.now()))
    exercise = ending.end(real, drill, took_part(real, drill_of(real)), late)
    assert (exercise.participants, exercise.type) == (("Lin Xia",), CrisisType.PRODUCT_QUALITY)
    assert "1 of 1 answer was late or missing." in exercise.note
    assert [(f.exercise, f.text) for f in real.all(Finding)] == [(exercise.id, late[0])]
    ended = drill_of(real)
    assert real.incident.closed_at
    assert (ended.ended_at, ended.exercise, ended.runs) == (real.now(), exercise.id, False)
    with pytest.raises(RuleBroken, match="has ended"):
        ending.end(real, ended)
    with pytest.raises(RuleBroken, match="has ended"):
        playing.go_on(real, ended)


def test_the_end_can_be_undone_whole(real: WarRoom):
    drill = playing.start(real, script(asks("a", 0)), playbook=False)
    ending.end(real, drill, ["Lin Xia"], ["Too slow"])
    real.undo()
    assert (real.all(Exercise), real.all(Finding)) == ([], [])
    assert drill_of(real).runs
    assert real.incident.closed_at is None


def test_a_real_incident_has_no_drill(real: WarRoom):
    assert drill_of(real) is None
    assert real.all(Drill) == []
