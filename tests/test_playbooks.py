"""Playbooks on the board: loaded once, following T0 and severity, repeating, and versioned."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.choices import CrisisType, Role, Severity, SubType, TaskStatus
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.method.team import Post
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.playbooks.keeping import approve, edit, in_force, keep, versions
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.loading import load_playbook, loaded
from desktop.warroom.playbooks.new_room import new_room
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.playbooks.timing import due_at
from desktop.warroom.playbooks.written import export_playbooks, import_playbooks, written
from desktop.warroom.records import Incident, Person, Task
from desktop.warroom.room import WarRoom
from resources import LANGUAGES, path, speaking
from tests.rooms import START, T0, clock

LEAK, PLATFORM = CrisisType.DATA_LEAK, CrisisType.PLATFORM_SECURITY
QUALITY = CrisisType.PRODUCT_QUALITY


def made(folder: Path, kind: CrisisType = QUALITY, **said: object) -> WarRoom:
    said = {"title": "Bottles overheat", "type": kind, "t0": T0, **said}
    clock = FixedClock(START)
    return WarRoom.create(folder / "r.warroom", Incident(**said), operator="Lin Xia", clock=clock)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    room = made(tmp_path)
    yield room
    room.close()


def cards(room: WarRoom) -> dict[str, Task]:
    return {task.id: task for task in room.all(Task)}


def card(room: WarRoom, plan_id: str) -> Task:
    return loaded(room)[plan_id]


def rounds(room: WarRoom, plan_id: str) -> list[Task]:
    return [task for task in room.all(Task) if task.plan_id == plan_id]


def minutes(moment: Moment | None, since: Moment | None) -> int:
    assert moment
    assert since
    return (moment.ms - since.ms) // 60_000


# loading


def test_a_playbook_becomes_cards_in_one_act(room):
    before = room.tail().number
    new = load_playbook(room)
    assert len(new) == 49  # 51 without the two for food
    assert room.tail().number == before + 49
    found = card(room, "C05")
    plan = next(task for task in shipped(QUALITY).tasks if task.id == "C05")
    assert found.title == plan.title["en"]
    assert (found.step, found.phase, found.role) == (plan.step, plan.step.phase, plan.owner)
    assert found.due == due_at(T0, plan.offset)
    assert found.critical
    assert found.done_when == plan.done_when["en"]
    assert found.note.startswith(plan.why["en"])
    assert "§9.1" in found.note
    room.undo()
    assert room.all(Task) == []
    room.redo()
    assert len(room.all(Task)) == 49


def test_cards_stand_in_the_order_in_which_they_fall_due(room):
    load_playbook(room)
    ranked = sorted(room.all(Task), key=lambda task: task.rank)
    dues = [task.due.ms for task in ranked if task.due]
    assert dues == sorted(dues)
    assert len({task.rank for task in ranked}) == len(ranked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_speak_the_language_spoken_now(room, language):
    with speaking(language):
        load_playbook(room)
    plan = shipped(QUALITY).tasks[0]
    assert card(room, plan.id).title == plan.title[language]


def test_food_tasks_come_with_food_alone(tmp_path):
    room = made(tmp_path, subtype=SubType.FOOD_SAFETY)
    assert len(load_playbook(room)) == 51
    assert {"QF1", "QF2"} <= loaded(room).keys()
    room.close()


def test_who_holds_a_role_owns_its_cards(room):
    room.add(Person(name="Chen Wei", role="loggist"))
    room.add(Person(name="Wu Min", role="Crisis lead"))
    room.add(Post(role=Role.HR, person="He Jun"))
    room.add(Post(role=Role.LEGAL, deputy="Gu Yan"))
    load_playbook(room)
    assert card(room, "C01").owner == "Chen Wei"
    assert card(room, "C02").owner == "Wu Min"
    assert card(room, "C27").owner == "He Jun"
    assert card(room, "C10").owner == "Gu Yan"
    assert card(room, "C03").owner == ""
    assert card(room, "C03").role is Role.SOCIAL


def test_the_same_playbook_is_not_loaded_twice(room):
    load_playbook(room)
    line = room.tail().number
    with pytest.raises(RuleBroken, match="on the board already"):
        load_playbook(room)
    assert room.tail().number == line


def test_of_two_playbooks_the_earlier_due_holds_and_core_tasks_stand_once(room):
    load_playbook(room, PLATFORM)
    room.change(card(room, "C18"), status=TaskStatus.DONE)
    room.change(card(room, "C19"), due=due_at(T0, 999))
    load_playbook(room, LEAK)
    ids = [task.plan_id for task in room.all(Task)]
    assert len(ids) == len(set(ids)) == 50 + 50 - 34
    for task in shipped(PLATFORM).tasks:
        other = next((t for t in shipped(LEAK).tasks if t.id == task.id), task)
        if task.id not in ("C18", "C19"):
            assert card(room, task.id).due == due_at(T0, min(task.offset, other.offset))
    assert card(room, "C19").due == due_at(T0, 999)


def test_the_later_of_two_playbooks_brings_cards_forward_in_its_one_act(room):
    load_playbook(room, LEAK)
    before = cards(room)
    load_playbook(room, PLATFORM)
    assert card(room, "C12").due == due_at(T0, 30)
    assert card(room, "C12").offset == 30
    room.undo()
    assert cards(room) == before


# following


OFFSETS = st.integers(-3_000, 3_000).filter(bool)


@settings(max_examples=20)
@given(shift=OFFSETS, data=st.data())
def test_moving_t0_moves_untouched_open_cards_and_nothing_else(tmp_path_factory, shift, data):
    room = made(tmp_path_factory.mktemp("room"), PLATFORM)
    load_playbook(room)
    ids = sorted(loaded(room))[:12]
    touched, done = (set(data.draw(st.lists(st.sampled_from(ids)))) for _n in range(2))
    for plan_id in touched:
        room.change(card(room, plan_id), due=due_at(T0, 7_777))
    for plan_id in done:
        room.change(card(room, plan_id), status=TaskStatus.DONE)
    own = room.add(Task(title="Ours", due=due_at(T0, 5)))
    before, incident = cards(room), room.incident
    moved = Moment.of(T0.local + timedelta(minutes=shift))
    room.change(incident, t0=moved)
    after = cards(room)
    assert after.keys() == before.keys()
    for task in before.values():
        if task.offset is None or task.plan_id in touched | done:
            assert after[task.id] == task
        else:
            assert after[task.id] == replace(task, due=due_at(moved, task.offset))
    assert after[own.id] == own
    room.undo()
    assert cards(room) == before
    assert room.incident == incident
    room.redo()
    assert cards(room) == after
    room.close()


def test_moving_t0_of_one_incident_leaves_the_cards_of_another(room):
    load_playbook(room)
    first, before = room.incident, cards(room)
    room.open_incident(Incident(title="Second", type=LEAK, t0=T0))
    load_playbook(room)
    second = cards(room)
    room.change(room.incident, t0=due_at(T0, 60))
    assert card(room, "C01").due == due_at(T0, 65)
    room.turn_to(first)
    assert cards(room) == before
    assert not second.keys() & before.keys()


def test_a_t0_with_seconds_is_followed_too(tmp_path):
    t0 = Moment.parse("2026-11-23T09:30:45+08:00")
    room = made(tmp_path, t0=t0)
    load_playbook(room)
    assert str(card(room, "C01").due) == "2026-11-23T09:35+08:00"
    room.change(room.incident, t0=Moment.parse("2026-11-23T08:00:10+08:00"))
    assert str(card(room, "C01").due) == "2026-11-23T08:05+08:00"
    room.close()


def finish(room: WarRoom, plan_id: str) -> Task:
    """Do the open round of a card; the next one."""
    task = next(each for each in rounds(room, plan_id) if each.status != TaskStatus.DONE)
    room.place(task, status=TaskStatus.DONE)
    return next(each for each in rounds(room, plan_id) if each.status != TaskStatus.DONE)


def test_a_repeating_card_comes_back_for_the_next_round_in_the_same_act(tmp_path):
    room = made(tmp_path, t0=Moment.of(START), severity=Severity.MAJOR)
    load_playbook(room)
    first = card(room, "C25")
    room.change(first, evidence="sent")
    again = finish(room, "C25")
    assert minutes(again.due, first.due) == 240  # done early: from when it was due
    assert (again.status, again.evidence, again.offset) == (TaskStatus.TODO, "", None)
    assert again.title == first.title
    room.undo()
    assert [each.id for each in rounds(room, "C25")] == [first.id]
    room.close()


def test_a_round_done_late_counts_from_when_it_was_done(room):
    load_playbook(room)
    again = finish(room, "C22")  # was due one hour ago
    assert minutes(again.due, room.minute()) == 1_440


def test_a_card_done_anew_does_not_come_back_twice(room):
    load_playbook(room)
    finish(room, "C22")
    first = rounds(room, "C22")[0]
    room.change(first, status=TaskStatus.DOING)
    room.change(first, status=TaskStatus.DONE)
    assert len(rounds(room, "C22")) == 2


def test_a_card_that_no_longer_repeats_does_not_come_back(room):
    load_playbook(room)
    room.change(card(room, "C22"), every=None)
    room.change(card(room, "C22"), status=TaskStatus.DONE)
    room.change(card(room, "C01"), status=TaskStatus.DONE)
    assert len(rounds(room, "C22")) == len(rounds(room, "C01")) == 1


def test_severity_1_halves_the_interval_and_a_lower_one_gives_it_back(tmp_path):
    room = made(tmp_path, t0=Moment.of(START), severity=Severity.MAJOR)
    load_playbook(room)
    before = cards(room)
    room.change(room.incident, severity=Severity.CRITICAL, why="x")
    assert cards(room) == before  # first rounds are due after T0, not after an interval
    room.change(room.incident, severity=Severity.MAJOR, why="x")
    report, sweep = finish(room, "C25"), finish(room, "C22")
    room.change(room.incident, severity=Severity.CRITICAL, why="x")
    after = cards(room)
    assert minutes(after[report.id].due, report.counts_from) == 120
    assert after[sweep.id] == sweep
    assert minutes(finish(room, "C25").due, after[report.id].due) == 120
    room.close()


@settings(max_examples=20)
@given(passed=st.integers(0, 2_000), due=st.integers(1, 1_000), raised=st.booleans())
def test_no_severity_moves_a_due_time_to_before_now(tmp_path_factory, passed, due, raised):
    clock = FixedClock(START)
    incident = Incident(title="T", t0=T0, severity=Severity.MAJOR if raised else Severity.CRITICAL)
    folder = tmp_path_factory.mktemp("room")
    room = WarRoom.create(folder / "r.warroom", incident, operator="Lin", clock=clock)
    start, interval = Moment.of(START), due * 2 if raised else due
    task = room.add(
        Task(
            title="Update",
            plan_id="C21",
            every=due * 2,
            every_level_1=due,
            counts_from=start,
            due=due_at(start, interval),
        )
    )
    clock.move(minutes=passed)
    room.change(room.incident, severity=Severity.CRITICAL if raised else Severity.MAJOR, why="x")
    new, now = room.get(Task, task.id).due, room.now()
    assert new
    assert task.due
    assert new.ms >= min(task.due.ms, now.ms)
    assert (new.ms <= task.due.ms) if raised else (new.ms >= task.due.ms)
    room.undo()
    assert room.get(Task, task.id) == task
    room.close()


def test_a_card_done_without_evidence_is_unevidenced(room):
    load_playbook(room)
    assert not card(room, "C01").unevidenced
    room.change(card(room, "C01"), status=TaskStatus.DONE)
    assert card(room, "C01").unevidenced
    room.change(card(room, "C01"), evidence="Entry 12")
    assert not card(room, "C01").unevidenced
    own = room.add(Task(title="Ours", status=TaskStatus.DONE))
    assert not own.unevidenced


# versions


def test_the_shipped_version_stands_until_an_own_one_is_approved(room):
    assert in_force(room, LEAK).version == 1
    plan = replace(shipped(LEAK), tasks=shipped(LEAK).tasks[:3])
    draft = edit(room, in_force(room, LEAK), plan)
    assert (draft.version, draft.draft) == (2, True)
    assert in_force(room, LEAK).id == ""
    review = due_at(T0, 500_000)
    approve(room, draft, "Chen Wei", review)
    stands = in_force(room, LEAK)
    assert (stands.version, stands.approver, stands.review_due) == (2, "Chen Wei", review)
    assert len(load_playbook(room, LEAK)) == 3
    assert in_force(room, PLATFORM).id == ""


def test_a_draft_is_edited_in_place_and_what_is_approved_is_not(room):
    draft = keep(room, [shipped(LEAK)])[0]
    shorter = replace(shipped(LEAK), tasks=shipped(LEAK).tasks[:5])
    assert edit(room, draft, shorter).id == draft.id
    approved = approve(room, room.get(PlaybookVersion, draft.id), "Chen Wei")
    line = room.tail().number
    later = edit(room, approved, shipped(LEAK))
    assert later.version == 3
    assert room.tail().number == line + 1
    assert room.get(PlaybookVersion, draft.id).plan() == shorter
    approve(room, later, "Wu Min")
    assert [each.in_force for each in versions(room, LEAK)] == [False, False, True]
    room.undo()
    assert [each.in_force for each in versions(room, LEAK)] == [False, True, False]


def test_approving_the_shipped_one_keeps_it_as_our_own(room):
    own = approve(room, in_force(room, LEAK), "Chen Wei")
    assert own.version == 2
    assert own.plan() == shipped(LEAK)
    with pytest.raises(RuleBroken, match="Say who approves"):
        approve(room, own, " ")


def test_versions_belong_to_all_incidents_of_a_room(room):
    own = approve(room, in_force(room, LEAK), "Chen Wei")
    room.open_incident(Incident(title="Second", type=LEAK, t0=T0))
    assert in_force(room, LEAK).id == own.id


def test_a_version_of_another_program_that_holds_nonsense_is_refused_in_a_sentence(room):
    odd = room.add(PlaybookVersion(name="Odd", type=LEAK, version=2, tasks=({"id": "C01"},)))
    with pytest.raises(RuleBroken, match='"step" is missing'):
        odd.plan()


# files


def test_an_exported_playbook_comes_back_exactly(room, tmp_path):
    plans = [shipped(kind) for kind in CrisisType]
    export_playbooks(plans, tmp_path / "p.json")
    line = room.tail().number
    kept = import_playbooks(room, tmp_path / "p.json")
    assert room.tail().number == line + 4
    assert [each.plan() for each in kept] == plans
    assert written([each.plan() for each in kept]) == (tmp_path / "p.json").read_text("utf-8")
    assert not any(each.in_force for each in kept)


def test_the_shipped_file_can_be_imported_as_it_is(room):
    kept = import_playbooks(room, path("method", "playbooks.json"))
    assert [each.plan() for each in kept] == [shipped(kind) for kind in CrisisType]


def test_a_faulty_file_changes_nothing(room, tmp_path):
    file = tmp_path / "p.json"
    good = written([shipped(LEAK)])
    file.write_text(good.replace('"owner": "tech"', '"owner": "wizard"', 1), "utf-8")
    line = room.tail().number
    with pytest.raises(RuleBroken, match=r'Line \d+: .*"wizard" is no role'):
        import_playbooks(room, file)
    with pytest.raises(StoreFailed, match="cannot be read"):
        import_playbooks(room, tmp_path / "none.json")
    assert room.tail().number == line


def test_a_room_whose_playbook_cannot_be_loaded_is_not_left_half_made(tmp_path: Path) -> None:
    path = tmp_path / "r.warroom"
    strange = Incident(title="x", type="of a newer version", t0=T0)
    with pytest.raises(RuleBroken):
        new_room(path, strange, operator="Lin Xia", clock=clock(), playbook=True)
    assert list(tmp_path.iterdir()) == []
    assert new_room(path, strange, operator="Lin Xia", clock=clock(), playbook=False) == 0
    assert path.exists()
