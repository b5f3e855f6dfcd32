"""Warning signs ignored: each rule fires at its limit, is silent before it, and clears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.answers.words import CommentState
from desktop.warroom.choices import Severity, Tier, Tone
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.words import SignalKind, Triage
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from desktop.warroom.watch import spread
from desktop.warroom.watch.alarms import Threshold
from desktop.warroom.watch.signs import dangerous
from tests.watched import at, fires, warned

DAY = 1_440


def complaint(room: WarRoom, minutes: float = 0, **more) -> Signal:
    given = {"text": "The bottle leaks", "received_at": at(minutes), **more}
    return room.add(Signal(what=SignalKind.COMPLAINT, **given))


def comment(room: WarRoom, minutes: float = 0, **more) -> Comment:
    given = {"platform": "Forum", "text": "Never again", "posted_at": at(minutes), **more}
    return room.add(Comment(**given))


@pytest.mark.parametrize(("text", "limit"), [("It leaks", DAY), ("My child was burned", 60)])
def test_a_complaint_waits_a_day_and_where_somebody_is_hurt_an_hour(room, text, limit):
    said = complaint(room, text=text)
    assert not fires(room, "PF1-1", limit - 1)
    (found,) = warned(room, "PF1-1", at(limit))
    assert found.raised.rows == (said,)
    room.change(said, replied_at=at(limit))
    assert not fires(room, "PF1-1", limit + 1)


def test_danger_is_a_word_and_not_letters_inside_of_one():
    assert all(map(dangerous, ("ill after it", "孩子吃了中毒", "It exploded")))
    assert not dangerous("still waiting for the skill pack")


def test_a_surge_of_complaints_fires_above_its_base_and_ends_after_two_calm_days(room):
    for day in range(1, 29):
        complaint(room, -day * DAY, topic="Bottle")
    for _each in range(9):
        complaint(room, -1, topic="Bottle")
    assert not fires(room, "PF1-2", 0)
    complaint(room, -1, topic="Bottle")
    assert fires(room, "PF1-2", 0)
    assert fires(room, "PF1-2", 2 * DAY)  # only one whole day is over since
    assert not fires(room, "PF1-2", 3 * DAY)


def test_a_surge_ends_when_an_incident_is_opened_from_it(room):
    signals = [complaint(room, -1, topic="Bottle") for _each in range(10)]
    assert fires(room, "PF1-2", 0)
    room.change(signals[0], opened=room.incident.id)
    assert not fires(room, "PF1-2", 0)


def test_the_same_customer_again_is_an_escalation_until_it_is_solved(room):
    complaint(room, customer="A-1")
    assert not fires(room, "PF1-3", 1)
    again = complaint(room, 1, customer="A-1")
    assert fires(room, "PF1-3", 2)
    room.change(again, solved_at=at(3))
    assert not fires(room, "PF1-3", 4)


def test_a_complaint_that_is_opened_again_is_an_escalation(room):
    said = complaint(room)
    assert not fires(room, "PF1-3", 1)
    room.change(said, reopened=True)
    assert fires(room, "PF1-3", 1)
    room.change(said, solved_at=at(2))
    assert not fires(room, "PF1-3", 3)


def test_too_many_old_complaints_end_lower_than_they_began(room):
    old = [complaint(room, -4 * DAY) for _each in range(2)]
    for _each in range(8):
        complaint(room, -10)
    assert not fires(room, "PF1-3", 0)  # 2 of 10 are just 20 %
    room.change(complaint(room, -4 * DAY), topic="x")
    assert fires(room, "PF1-3", 0)
    room.change(old[0], solved_at=at(0))
    assert not fires(room, "PF1-3", 0)


@pytest.mark.parametrize(
    ("reach", "limit", "severity"),
    [(10_000, 60, 2), (9_999, 240, 3), (1_000, 240, 3), (999, DAY, 4), (None, 240, 3)],
)
def test_a_negative_comment_waits_as_long_as_its_reach_allows(room, reach, limit, severity):
    said = comment(room, reach=reach)
    assert not fires(room, "PF1-4", limit - 1)
    (found,) = warned(room, "PF1-4", at(limit))
    assert found.raised.severity == severity
    room.change(said, replied_at=at(limit), state=CommentState.REPLIED)
    assert not fires(room, "PF1-4", limit + 1)


def test_a_comment_that_is_spam_or_kind_needs_no_reply(room):
    comment(room, state=CommentState.SPAM)
    comment(room, tone=Tone.POSITIVE)
    comment(room, state=CommentState.NO_REPLY, why_no_reply="An insult without a question")
    assert not fires(room, "PF1-4", 9 * DAY)


def test_a_day_with_many_negative_comments_fires_from_twenty_on(room):
    for n in range(19):
        comment(room, -n - 120, tone=Tone.NEGATIVE if n < 8 else Tone.NEUTRAL)
    assert not fires(room, "PF1-5", 0)
    comment(room, -200, tone=Tone.NEUTRAL)
    assert fires(room, "PF1-5", 0)  # 8 of 20 are 40 %
    assert not fires(room, "PF1-5", 2 * DAY)


def test_negative_comments_that_treble_in_an_hour_fire_from_ten_on(room):
    for _each in range(3):
        comment(room, -90)
    for _each in range(9):
        comment(room, -10)
    assert not fires(room, "PF1-5", 0)
    comment(room, -10)
    assert fires(room, "PF1-5", 0)
    assert not fires(room, "PF1-5", 70)


@pytest.mark.parametrize(
    ("tier", "limit", "severity"),
    [(Tier.FIRST, 120, 1), (Tier.UNKNOWN, 120, 2), (Tier.SECOND, 240, 2), (Tier.NONE, DAY, 3)],
)
def test_a_negative_report_waits_as_long_as_its_tier_allows(room, tier, limit, severity):
    item = room.add(
        Coverage(
            outlet="City TV", headline="Late", tone=Tone.NEGATIVE, published_at=at(), tier=tier
        )
    )
    assert not fires(room, "PF1-6", limit - 1)
    (found,) = warned(room, "PF1-6", at(limit))
    assert found.raised.severity == severity
    room.add(Correction(coverage=item.id, outlet="City TV", wrong="The number"))
    assert not fires(room, "PF1-6", limit)


def test_a_report_that_is_left_without_an_answer_for_a_reason_is_no_warning(room):
    said = Coverage(outlet="Blog", headline="Bad", tone=Tone.MIXED, published_at=at())
    item = room.add(said)
    assert fires(room, "PF1-6", DAY)
    room.change(item, no_answer_why="Satire")
    assert not fires(room, "PF1-6", DAY)


def test_a_story_in_three_outlets_needs_an_incident(room):
    for outlet in ("A", "B"):
        report(room, outlet)
    assert not fires(room, "PF1-7", 5)
    third = report(room, "C")
    assert fires(room, "PF1-7", 5)
    assert not fires(room, "PF1-7", 361)
    room.change(third, opened=room.incident.id)
    assert not fires(room, "PF1-7", 5)


def report(room: WarRoom, outlet: str) -> Signal:
    return room.add(
        Signal(
            what=SignalKind.MEDIA, text="Bottles", topic="Bottle", source=outlet, received_at=at()
        )
    )


@pytest.mark.parametrize(
    ("minutes", "text", "limit"),
    [(0, "It leaks", 120), (600, "It leaks", 480), (600, "起火", 30)],
)
def test_a_signal_is_looked_at_in_time(room, minutes, text, limit):
    said = complaint(room, minutes, text=text)
    assert not fires(room, "PF1-8", minutes + limit - 1)
    assert fires(room, "PF1-8", minutes + limit)
    room.change(said, triage=Triage.WATCHED)
    assert not fires(room, "PF1-8", minutes + limit)


def test_a_grave_signal_that_rests_and_comes_back_twice_is_a_warning(room):
    grave = complaint(room, topic="Bottle", severity=Severity.CRITICAL)
    room.change(grave, triage=Triage.NO_ACTION, reason="One case")
    complaint(room, 10, topic="Bottle")
    assert not fires(room, "PF1-9", 20)
    again = complaint(room, 20, topic="Bottle")
    assert fires(room, "PF1-9", 30)
    room.change(again, triage=Triage.WATCHED)
    assert not fires(room, "PF1-9", 30)


def test_a_limit_of_the_company_holds_where_its_type_and_level_fit(room):
    complaint(room)
    general = Threshold(rule="PF1-1", key="minutes", value=300)
    room.add(general)
    assert fires(room, "PF1-1", 300)
    room.add(Threshold(rule="PF1-1", key="minutes", level=Severity.CRITICAL, value=60))
    assert fires(room, "PF1-1", 60)
    room.add(Threshold(rule="PF1-1", key="minutes", level=Severity.MINOR, value=5))
    assert not fires(room, "PF1-1", 59)


@given(base=st.lists(st.integers(0, 500), min_size=28, max_size=28), least=st.integers(1, 50))
def test_an_unusual_day_is_above_the_middle_of_the_others(base, least):
    limit = spread.unusual(base, least)
    assert limit >= least
    assert sum(each >= limit for each in base) <= 14 or max(base) == 0


@given(counts=st.dictionaries(st.integers(0, 56), st.integers(0, 60)), least=st.integers(3, 20))
def test_a_surge_needs_a_day_that_was_unusual(counts, least):
    limit = spread.surging(counts, least)
    if limit is not None:
        assert max(counts.values()) >= limit >= least
