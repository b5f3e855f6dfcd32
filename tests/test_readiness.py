"""Readiness: between nothing and all, and mending what is missing never makes it worse."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import CrisisType, Role
from desktop.warroom.method.exercises import Approval, Exercise, Finding, RoutineDone
from desktop.warroom.method.media import MediaContact
from desktop.warroom.method.readiness import (
    Ready,
    Registers,
    gathered,
    readiness,
    score,
    templates,
)
from desktop.warroom.method.risks import Control, Risk
from desktop.warroom.method.routines import routine_states
from desktop.warroom.method.team import Post
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.keeping import approve, in_force
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.shipped import shipped
from resources import LANGUAGES
from tests.rooms import START, new_room

NOW = Moment.of(START)
DAY = 86_400_000


def ago(days: float) -> Moment:
    return Moment(NOW.ms - int(days * DAY), NOW.offset)


def plan(kind: CrisisType, approved: Moment | None, review: Moment | None) -> PlaybookVersion:
    return PlaybookVersion(type=kind, version=1, approved_at=approved, review_due=review)


def named(held: Registers) -> dict[str, Ready]:
    return {part.name: part for part in readiness(held, NOW)}


def all_ready() -> Registers:
    return Registers(
        [plan(kind, ago(5), ago(-300)) for kind in CrisisType],
        [Post(role=role, person="a", deputy="b", verified_at=ago(1)) for role in Role],
        [Approval(template=key, languages=LANGUAGES) for key in templates()],
        [Exercise(scenario="x", type=kind, held_at=ago(30)) for kind in CrisisType],
        [Finding(text="x", closed_at=ago(2))],
        [Risk(id="r", title="x", reviewed_at=ago(1))],
        [Control(risk="r", text="x", tested_at=ago(1))],
        [
            RoutineDone(plan_id=each.id, done_at=ago(1))
            for kind in CrisisType
            for each in shipped(kind).prevention
        ],
        [MediaContact(name="x", last_contact=ago(3))],
    )


def test_a_room_in_which_nothing_is_prepared_scores_nothing(tmp_path: Path) -> None:
    room = new_room(tmp_path / "r.warroom")
    parts = readiness(gathered(room), room.now())
    assert score(parts) == 0
    assert [(part.got, part.of) for part in parts if part.of] == [
        (0, 4),
        (0, 21),
        (0, 21),
        (0, 30),
        (0, 4),
        (0, 16),
    ]
    assert all(part.missing and part.sentence for part in parts)
    approve(room, in_force(room, CrisisType.DATA_LEAK), "Lin Xia")
    assert readiness(gathered(room), room.now())[0].got == 1
    room.close()


def test_a_company_that_has_done_all_of_it_is_ready() -> None:
    parts = readiness(all_ready(), NOW)
    assert score(parts) == 1
    assert {part.sentence for part in parts} == {"All is in order"}


def test_a_plan_past_its_review_or_a_year_old_is_not_in_force() -> None:
    for approved, review in ((ago(5), ago(1)), (ago(366), None), (ago(366), ago(-1))):
        held = replace(all_ready(), plans=[plan(kind, approved, review) for kind in CrisisType])
        assert named(held)["plans"].score == 0


def test_mandatory_roles_come_first_and_count_twice() -> None:
    full = all_ready()
    without = {
        role: named(replace(full, posts=[p for p in full.posts if p.role != role]))["roles"]
        for role in (Role.CRISIS_LEAD, Role.FINANCE)
    }
    assert without[Role.CRISIS_LEAD].score < without[Role.FINANCE].score < 1
    empty = named(replace(full, posts=[]))["roles"]
    assert empty.missing[0] == "Crisis lead: nobody holds it"
    assert empty.sentence == "Crisis lead: nobody holds it · 20 more"


def test_an_overdue_finding_is_worse_than_one_that_is_open() -> None:
    late, due = Finding(text="late", due=ago(1)), Finding(text="open", due=ago(-1))
    found = named(replace(all_ready(), findings=[due, late]))["findings"]
    assert found.missing == ("Overdue: late", "Open: open")
    assert (found.got, found.of, found.score) == (0, 2, 0.25)


def test_a_routine_is_late_when_its_days_are_over_or_it_was_never_done() -> None:
    plans = all_ready().plans[:1]
    first = shipped(CrisisType.PRODUCT_QUALITY).prevention[0]
    for days, late in ((first.every_days - 1, False), (first.every_days + 1, True)):
        done = [RoutineDone(plan_id=first.id, done_at=ago(d)) for d in (days, days + 40)]
        state = routine_states(plans, done, NOW)[0]
        assert (state.late, state.last) == (late, done[0])
    never = routine_states(plans, [], NOW)[0]
    assert (never.late, never.due) == (True, None)


moments = st.sampled_from([None, ago(1), ago(100), ago(400), ago(-10)])
some = st.lists
registers = st.builds(
    Registers,
    st.builds(
        lambda pairs: [plan(k, *pair) for k, pair in zip(CrisisType, pairs, strict=True)],
        some(st.tuples(moments, moments), min_size=4, max_size=4),
    ),
    some(
        st.builds(
            Post,
            role=st.sampled_from(Role),
            person=st.sampled_from(["", "a"]),
            deputy=st.sampled_from(["", "b"]),
            verified_at=moments,
        )
    ),
    some(
        st.builds(
            Approval,
            template=st.sampled_from(["ST-HOLD", "ST-FULL", "of another program"]),
            languages=some(st.sampled_from([*LANGUAGES, "fr"])).map(tuple),
        )
    ),
    some(st.builds(Exercise, type=st.sampled_from(["", *CrisisType]), held_at=moments)),
    some(st.builds(Finding, text=st.just("x"), due=moments, closed_at=moments)),
    some(st.builds(Risk, id=st.sampled_from("rst"), reviewed_at=moments)),
    some(st.builds(Control, risk=st.sampled_from("rs"), tested_at=moments)),
    some(st.builds(RoutineDone, plan_id=st.sampled_from(["QP1", "LP2", "x"]), done_at=moments)),
    some(st.builds(MediaContact, name=st.just("x"), last_contact=moments)),
)


@given(registers)
def test_the_score_lies_between_0_and_1_and_says_what_is_missing(held: Registers) -> None:
    parts = readiness(held, NOW)
    assert len(parts) == 9
    assert 0 <= score(parts) <= 1
    for part in parts:
        assert 0 <= part.score <= 1
        assert 0 <= part.got <= part.of
        assert bool(part.missing) == (part.score < 1)


def mended(held: Registers) -> list[Registers]:
    """The registers with one more thing that was missing, in every way."""
    full = all_ready()
    closed = [replace(each, closed_at=NOW) for each in held.findings]
    more: dict[str, Any] = {
        "posts": [*held.posts, *full.posts[:1]],
        "approvals": [*held.approvals, *full.approvals[:1]],
        "exercises": [*held.exercises, *full.exercises[:1]],
        "findings": [*closed[:1], *held.findings[1:]],
        "risks": [*held.risks, replace(full.risks[0], id="new")],
        "controls": [replace(each, tested_at=NOW) for each in held.controls],
        "routines": [*held.routines, *full.routines[:1]],
        "contacts": [*held.contacts, *full.contacts],
        "plans": [*full.plans[:1], *held.plans[1:]],
    }
    tested = [*held.controls, Control(risk="new", text="x", tested_at=NOW)]
    also: dict[str, Any] = {"risks": {"controls": tested}}
    return [replace(held, **{name: value, **also.get(name, {})}) for name, value in more.items()]


@given(registers)
def test_adding_what_is_missing_never_lowers_the_score(held: Registers) -> None:
    before = {part.name: part.score for part in readiness(held, NOW)}
    for better in mended(held):
        assert all(part.score >= before[part.name] for part in readiness(better, NOW))
