"""Opaque or late: the rules PF2-1 to PF2-10 fire at their limits, not before, and clear."""

from typing import Any

import pytest

from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import InquiryState, LineState
from desktop.warroom.choices import (
    Certainty,
    Channel,
    CrisisType,
    EntryKind,
    Severity,
    Standing,
    Tier,
)
from desktop.warroom.method.facts import Fact
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_records import StaffMessage
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from tests.rooms import T0
from tests.watched import MINUTE, at, fires, warned


def after_t0(minutes: float) -> float:
    """Minutes after 14:30 for an instant so many minutes after T0."""
    return minutes - (at().ms - T0.ms) / MINUTE


def out(room: WarRoom, minutes: float = 0, *facts: tuple[Fact, str], **more: Any) -> Release:
    """A text that went out so many minutes after 14:30, resting on facts with these values."""
    text = {name: more.pop(name) for name in list(more) if name not in _OF_RELEASE}
    statement = room.add(Statement(**{"title": "Holding", "standing": Standing.RELEASED, **text}))
    used = tuple({"fact": fact.id, "value": value} for fact, value in facts)
    given = {"channel": Channel.WEBSITE, "at": at(minutes), "title": statement.title, **more}
    release = Release(statement=statement.id, facts=used, **given)
    return room.get(Release, room.together([release, release.entry()])[0])


_OF_RELEASE = {"channel", "url", "language"}


@pytest.mark.parametrize(("flags", "limit"), [({}, 240), ({"safety": True}, 60)])
def test_a_confirmed_fact_that_matters_to_the_public_is_told_in_time(room, flags, limit):
    fact = room.add(Fact(subject="Batch", value="B2231", public_interest=True, **flags))
    assert not fires(room, "PF2-1", 9_999)
    room.change(fact, status=Certainty.CONFIRMED)
    assert not fires(room, "PF2-1", limit - 1)
    assert fires(room, "PF2-1", limit)
    out(room, limit, (fact, "B2231"))
    assert not fires(room, "PF2-1", limit)


def test_a_fact_that_is_held_back_for_a_reason_is_no_warning(room):
    fact = room.add(Fact(subject="Name", value="X", public_interest=True))
    room.change(fact, status=Certainty.CONFIRMED)
    room.change(fact, held_why="The family asks for it")
    assert not fires(room, "PF2-1", 999)


def test_a_statement_says_what_is_not_known(room):
    out(room)
    assert not fires(room, "PF2-2", 0)
    fact = room.add(Fact(subject="Cause"))
    assert fires(room, "PF2-2", 0)
    room.change(fact, value="A loose ring", status=Certainty.CONFIRMED)
    assert not fires(room, "PF2-2", 0)


def test_the_next_version_that_says_what_is_unknown_ends_the_warning(room):
    room.add(Fact(subject="Cause"))
    first = out(room)
    assert fires(room, "PF2-2", 0)
    out(room, 5, series=first.statement, version=2, still_unknown="The cause")
    assert not fires(room, "PF2-2", 5)


def test_a_figure_that_changes_in_silence_fires_until_an_update_says_so(room):
    fact = room.add(Fact(subject="People affected", value="400"))
    out(room, 0, (fact, "400"))
    assert not fires(room, "PF2-3", 1)
    out(room, 1, (fact, "900"))
    (found,) = warned(room, "PF2-3", at(1))
    assert found.raised.numbers == (("before", "400"), ("after", "900"))
    out(room, 2, (fact, "900"), changed_since_last="900 instead of 400, all shops counted")
    assert not fires(room, "PF2-3", 2)


def test_a_question_asked_three_times_needs_a_line(room):
    answer = room.add(Answer(question="Is it safe?", asked=2))
    assert not fires(room, "PF2-4", 0)
    room.change(answer, asked=3)
    assert fires(room, "PF2-4", 0)
    room.change(answer, line="Stop using it", expires_at=at(60))
    room.change(room.get(Answer, answer.id), state=LineState.APPROVED)
    assert not fires(room, "PF2-4", 59)
    assert fires(room, "PF2-4", 60)


def test_at_the_upper_levels_the_website_is_the_single_source(room):
    out(room, channel=Channel.SOCIAL)
    assert not fires(room, "PF2-5", 29)
    assert fires(room, "PF2-5", 30)
    room.change(room.incident, severity=Severity.MINOR, why="Small")
    assert not fires(room, "PF2-5", 30)
    room.undo()
    out(room, 31, url="https://example.com/notice")
    assert not fires(room, "PF2-5", 31)


@pytest.mark.parametrize(
    ("kind", "limit"),
    [
        (CrisisType.PRODUCT_QUALITY, 60),
        (CrisisType.DATA_LEAK, 90),
        (CrisisType.NEGATIVE_OPINION, 60),
        (CrisisType.PLATFORM_SECURITY, 15),
    ],
)
def test_the_first_word_is_due_by_the_type_and_graver_after_four_hours(room, kind, limit):
    room.change(room.incident, type=kind)
    assert not fires(room, "PF2-6", after_t0(limit - 1))
    (found,) = warned(room, "PF2-6", at(after_t0(limit)))
    assert found.raised.severity == 2
    assert warned(room, "PF2-6", at(after_t0(240)))[0].raised.severity == 1
    room.add(Entry(kind=EntryKind.STATEMENT, text="We know", happened_at=at()))
    assert not fires(room, "PF2-6", 10)


def test_a_word_that_is_to_come_has_not_been_said(room):
    room.add(Entry(kind=EntryKind.STATEMENT, text="We know", happened_at=at(90)))
    assert fires(room, "PF2-6", 89)
    assert not fires(room, "PF2-6", 90)


def test_an_update_that_was_promised_may_be_ten_minutes_late(room):
    out(room, next_update_at=at(60))
    assert not fires(room, "PF2-7", 69)
    assert fires(room, "PF2-7", 70)
    out(room, 75)
    assert not fires(room, "PF2-7", 76)


@pytest.mark.parametrize(
    ("kind", "limit"), [(CrisisType.DATA_LEAK, 240), (CrisisType.PLATFORM_SECURITY, 60)]
)
def test_a_grave_incident_has_no_long_gap_between_updates(room, kind, limit):
    room.change(room.incident, type=kind)
    assert not fires(room, "PF2-8", 9_999)
    out(room)
    assert not fires(room, "PF2-8", limit - 1)
    assert fires(room, "PF2-8", limit)
    out(room, limit)
    assert not fires(room, "PF2-8", limit)


def test_in_the_first_two_hours_a_platform_updates_every_half_hour(room):
    room.change(room.incident, type=CrisisType.PLATFORM_SECURITY, t0=at())
    out(room)
    assert not fires(room, "PF2-8", 29)
    assert fires(room, "PF2-8", 30)


def test_once_it_is_contained_a_day_may_pass_between_updates(room):
    out(room)
    room.change(room.incident, contained_at=at(10))
    assert not fires(room, "PF2-8", 1_439)
    assert fires(room, "PF2-8", 1_440)


def test_that_the_public_heard_first_stays_on_record(room):
    out(room)
    assert fires(room, "PF2-9", 0)
    room.add(StaffMessage(title="To all", text="We know", sent_at=at(1)))
    assert fires(room, "PF2-9", 9_999)


def test_staff_who_were_told_first_are_no_warning(room):
    room.add(StaffMessage(title="To all", text="We know", sent_at=at(-1)))
    out(room)
    assert not fires(room, "PF2-9", 0)


@pytest.mark.parametrize(
    ("given", "limit"),
    [({"deadline": at(45)}, 45), ({"tier": Tier.FIRST}, 60), ({"tier": Tier.SECOND}, 120)],
)
def test_an_inquiry_waits_no_longer_than_its_deadline(room, given, limit):
    asked = Inquiry(outlet="City TV", question="Why so late?", received_at=at(), **given)
    inquiry = room.add(asked)
    assert not fires(room, "PF2-10", limit)
    assert fires(room, "PF2-10", limit + 1)
    room.change(inquiry, state=InquiryState.ANSWERED, answer="We are sorry", answered_at=at(limit))
    assert not fires(room, "PF2-10", limit + 1)
