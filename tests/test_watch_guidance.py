"""Poor opinion guidance: the rules PF4 fire at their limits, not before, and clear."""

from typing import Any

import pytest

from desktop.warroom.answers.comments import Comment, Removal
from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.answers.words import Fairness
from desktop.warroom.choices import Carried, Certainty, Role, Tier, Tone
from desktop.warroom.method.assessment import Assessment
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.plan import Measure
from desktop.warroom.method.team import Post
from desktop.warroom.method.words import Cluster, MeasureKind, Progress
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.staff_words import Spread, Verdict
from desktop.warroom.statements.touched import Touched
from tests.test_watch_speaking import out
from tests.watched import at, fires, warned


def items(room: WarRoom, n: int, minutes: float, **more: Any) -> list[Coverage]:
    made = [
        Coverage(outlet="City TV", headline=f"No {k}", published_at=at(minutes), **more)
        for k in range(n)
    ]
    return room.add_all(made)


def test_a_tone_that_is_clearly_worse_after_we_spoke_is_a_warning(room):
    items(room, 10, -60, tone=Tone.NEUTRAL)
    out(room)
    items(room, 9, 60, tone=Tone.NEGATIVE)
    assert not fires(room, "PF4-1", 120)  # nine after are too few
    items(room, 1, 60, tone=Tone.NEGATIVE)
    assert fires(room, "PF4-1", 120)
    out(room, 180)
    assert not fires(room, "PF4-1", 200)


def test_a_tone_that_wavers_is_no_warning(room):
    for tone in (Tone.NEGATIVE, Tone.POSITIVE):
        items(room, 6, -60, tone=tone)
        items(room, 6, 60, tone=tone)
    items(room, 1, 60, tone=Tone.NEGATIVE)
    out(room)
    assert not fires(room, "PF4-1", 120)


def test_messages_arrive_in_a_quarter_of_the_items(room):
    out(room)
    items(room, 2, 10, carried=Carried.RIGHT)
    items(room, 7, 10, carried=Carried.NONE)
    assert not fires(room, "PF4-2", 20)  # nine are too few
    items(room, 1, 10, carried=Carried.WRONG)
    assert fires(room, "PF4-2", 20)
    items(room, 2, 15, carried=Carried.RIGHT)
    assert not fires(room, "PF4-2", 20)


@pytest.mark.parametrize(("spread", "limit"), [(Spread.ONE, 240), (Spread.OUTSIDE, 60)])
def test_a_rumour_is_answered_the_sooner_the_wider_it_has_spread(room, spread, limit):
    rumour = room.add(Rumour(text="Night shift goes", heard_at=at(), spread=spread))
    assert not fires(room, "PF4-3", limit - 1)
    assert fires(room, "PF4-3", limit)
    room.change(rumour, verdict=Verdict.FALSE, evidence="The roster")
    assert fires(room, "PF4-3", limit)
    room.change(rumour, answer="Nobody is laid off")
    assert not fires(room, "PF4-3", limit)


def test_only_spokespeople_are_quoted_for_us(room):
    room.add_all(
        [Post(role=Role.SPOKESPERSON, person="Wu"), Post(role=Role.QUALITY, person="Chen")]
    )
    (item,) = items(room, 1, 0, quoted="Wu")
    items(room, 1, 0, quoted="A customer")
    assert not fires(room, "PF4-4", 0)
    room.change(item, quoted="Chen")
    assert fires(room, "PF4-4", 0)
    room.change(item, quoted="Wu", off_message=True)
    assert fires(room, "PF4-4", 0)
    room.change(item, off_message=False)
    assert not fires(room, "PF4-4", 0)


def test_a_strategy_that_does_not_fit_needs_a_reason(room):
    fitting = {"assessed_at": at(), "cluster": Cluster.PREVENTABLE, "rebuild": True}
    seen = room.add(Assessment(**fitting, instructing=True, adjusting=True))
    assert not fires(room, "PF4-5", 0)
    room.change(seen, deny=True)
    assert fires(room, "PF4-5", 0)
    room.change(seen, reason="The claim is false")
    assert not fires(room, "PF4-5", 0)


def test_good_news_waits_for_an_acknowledgement_and_for_late_promises(room):
    good = room.add(Measure(what=MeasureKind.POSITIVE, text="A donation"))
    assert not fires(room, "PF4-6", 0)
    room.change(good, state=Progress.RUNNING)
    assert fires(room, "PF4-6", 0)
    out(room)
    assert not fires(room, "PF4-6", 1)
    promise = room.add(Clock(what=ClockKind.PROMISE, title="Refunds", due=at(30)))
    assert not fires(room, "PF4-6", 30)
    assert fires(room, "PF4-6", 31)
    room.change(promise, state=ClockState.KEPT)
    assert not fires(room, "PF4-6", 31)


@pytest.mark.parametrize(
    ("fair", "stays"), [(Fairness.NO, False), (Fairness.PARTLY, True), (Fairness.UNKNOWN, True)]
)
def test_criticism_that_is_not_unfair_is_not_removed(room, fair, stays):
    comment = room.add(Comment(platform="Forum", text="Bad", posted_at=at(), fair=fair))
    room.add(Removal(comment=comment.id, reason="House rules", fair=fair))
    assert fires(room, "PF4-7", 0) == stays
    room.change(comment, fair=Fairness.NO)
    assert fires(room, "PF4-7", 9_999) == stays


@pytest.mark.parametrize(("tier", "limit"), [(Tier.FIRST, 60), (Tier.SECOND, 240)])
def test_an_error_is_corrected_in_time(room, tier, limit):
    (item,) = items(room, 1, 0, error=True, tier=tier)
    assert not fires(room, "PF4-8", limit - 1)
    assert fires(room, "PF4-8", limit)
    room.add(Correction(coverage=item.id, outlet="City TV", wrong="The number"))
    assert not fires(room, "PF4-8", limit)


def test_what_we_published_and_was_refuted_is_corrected_within_the_hour(room):
    fact = room.add(Fact(subject="Cause", value="The ring", status=Certainty.REFUTED))
    mark = room.add(Touched(fact=fact.id, about="x", title="Holding", out=True, at=at()))
    assert not fires(room, "PF4-9", 59)
    assert fires(room, "PF4-9", 60)
    room.change(mark, settled_at=at(60))
    assert not fires(room, "PF4-9", 61)
    assert warned(room, "PF4-9", at(61)) == []
