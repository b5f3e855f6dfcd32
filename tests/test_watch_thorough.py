"""Communication not thorough: the rules fire at their limits, not before, and clear."""

import pytest

from desktop.warroom.choices import Carried, Channel, Language, Role
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.plan import Audience
from desktop.warroom.method.subjects import Claim
from desktop.warroom.method.words import AudienceKind, Verdict
from desktop.warroom.records import Task
from desktop.warroom.statements.remedies import AffectedCount
from tests.test_watch_guidance import items
from tests.test_watch_speaking import out
from tests.watched import at, fires


def test_an_audience_hears_from_us_by_its_time(room):
    audience = room.add(
        Audience(who=AudienceKind.MEDIA, role=Role.MEDIA_RELATIONS, first_due=at(60))
    )
    assert not fires(room, "PF2-11", 60)
    assert fires(room, "PF2-11", 61)
    room.change(audience, first_made=at(61))
    assert not fires(room, "PF2-11", 61)


def test_two_channels_with_different_values_of_a_fact_disagree(room):
    fact = room.add(Fact(subject="People affected", value="400"))
    out(room, 0, (fact, "400"))
    assert not fires(room, "PF2-14", 1)
    other = out(room, 1, (fact, "900"), channel=Channel.SOCIAL)
    assert fires(room, "PF2-14", 1)
    room.change(other, withdrawn_at=at(2))
    assert not fires(room, "PF2-14", 2)


def test_a_language_may_be_behind_for_an_hour(room):
    first = out(room, version=1)
    out(room, series=first.statement, language=Language.SIMPLIFIED)
    newer = out(room, 10, series=first.statement)
    room.change(newer, version=2)
    assert not fires(room, "PF2-14", 69)
    assert fires(room, "PF2-14", 70)
    caught_up = out(room, 80, series=first.statement, language=Language.SIMPLIFIED)
    room.change(caught_up, version=2)
    assert not fires(room, "PF2-14", 81)


@pytest.mark.parametrize(("wrong", "expected"), [(1, False), (2, True)])
def test_a_fifth_of_the_items_that_carry_it_wrongly_is_a_warning(room, wrong, expected):
    items(room, wrong, 0, carried=Carried.WRONG)
    items(room, 10 - wrong, 0, carried=Carried.RIGHT)
    assert fires(room, "PF2-15", 1) == expected
    assert not fires(room, "PF2-15", 1_441)


@pytest.mark.parametrize(("verdict", "expected"), [(Verdict.FALSE, True), (Verdict.OPEN, False)])
def test_a_refuted_claim_that_goes_on_is_a_warning(room, verdict, expected):
    claim = room.add(Claim(text="It explodes", verdict=verdict))
    items(room, 3, 0, claim=claim.id)
    items(room, 7, 0)
    assert not fires(room, "PF2-15", 1)  # just 30 %
    items(room, 1, 0, claim=claim.id)
    assert fires(room, "PF2-15", 1) == expected


def test_affected_people_are_notified_when_the_playbook_says_so(room):
    room.add(Task(title="Tell every buyer", plan_id="Q12", owner="Wu", due=at(60)))
    count = room.add(AffectedCount(who="Buyers", as_of=at(), known=100, notified=94))
    assert not fires(room, "PF2-16", 60)
    assert fires(room, "PF2-16", 61)
    room.change(count, notified=95)
    assert not fires(room, "PF2-16", 61)


def test_a_promise_past_its_time_is_a_warning_until_it_is_done_with(room):
    promise = room.add(Clock(what=ClockKind.PROMISE, title="Refunds", due=at(30)))
    assert not fires(room, "PF2-16", 30)
    assert fires(room, "PF2-16", 31)
    room.change(promise, state=ClockState.BROKEN, reason="The bank is closed")
    assert not fires(room, "PF2-16", 31)
