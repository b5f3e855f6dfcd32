"""The figures: what the records answer, from counts that anybody can repeat by hand."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.strip import strip
from desktop.warroom.choices import TaskStatus, Tone
from desktop.warroom.measures import MINUTE, measure
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Delivery, StaffGroup, StaffMessage, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import COUNTS, all_told, standing, told
from tests.rooms import START, clock, new_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    made = new_room(tmp_path / "r.warroom", clock())
    yield made
    made.close()


def at(**step: float) -> Moment:
    return Moment.of(START + timedelta(**step))


def item(tone: Tone = Tone.NOT_RATED, published: Moment | None = None, **values) -> Coverage:
    return Coverage(outlet="O", headline="H", published_at=published or at(), tone=tone, **values)


def test_an_empty_room_answers_nothing_it_does_not_know(room):
    found = measure(room, room.now())
    assert (found.response, found.next_due, found.waiting_since, found.confirmed) == (None,) * 4
    assert (found.entries, found.tasks, found.coverage, found.heads) == (0, 0, 0, 0)
    assert found.since_t0 == 5 * 60 * MINUTE
    assert found.goal == 60 * MINUTE


def test_the_first_response_is_the_first_statement_after_t0(room):
    room.capture("08:00 /statement published before it began")
    room.capture("09:48 /statement holding statement")
    room.capture("11:00 /statement second update")
    assert measure(room, room.now()).response == 18 * MINUTE


def test_entries_and_decisions_are_counted_without_those_taken_back(room):
    room.capture("one")
    room.capture("/decision recall because the lab says so")
    room.capture("/decision stop sales")
    room.take_back(room.capture("by mistake").entry)
    room.change(room.capture("key").entry, key=True)
    found = measure(room, room.now())
    assert (found.entries, found.key_entries) == (4, 1)
    assert (found.decisions, found.without_reason) == (2, 1)


def test_tasks_are_open_late_or_blocked(room):
    room.add_all(
        [
            Task(title="late", due=at(hours=-1)),
            Task(title="late but done", due=at(hours=-1), status=TaskStatus.DONE),
            Task(title="blocked", status=TaskStatus.BLOCKED),
            Task(title="due now", due=at()),
            Task(title="of a newer version", status="waiting_room"),
        ]
    )
    found = measure(room, room.now())
    assert (found.tasks, found.open_tasks, found.late_tasks, found.blocked_tasks) == (5, 4, 1, 1)


def test_what_is_not_rated_never_counts_as_neutral(room):
    room.add_all([item(), item(), item(Tone.NEUTRAL), item(Tone.NEGATIVE)])
    counts = measure(room, room.now()).coverage_today
    assert counts == {"not_rated": 2, "neutral": 1, "negative": 1}


def test_today_begins_at_midnight_of_the_room(room):
    room.add_all([item(published=at(hours=-14, minutes=-29)), item(published=at(hours=-15))])
    found = measure(room, room.now())
    assert sum(found.coverage_today.values()) == 1
    assert found.coverage == 2


def test_what_waits_for_our_answer_waits_since_the_earliest_deadline(room):
    room.add_all(
        [
            item(answer_due=at(minutes=-48)),
            item(answer_due=at(minutes=30)),
            item(answer_due=at(minutes=-90), answered_at=at(minutes=-60)),
            item(),
        ]
    )
    found = measure(room, room.now())
    assert (found.waiting, found.waiting_since) == (2, 48 * MINUTE)


def test_the_next_deadline_is_the_first_ahead_of_cards_answers_and_entries(room):
    room.add(Task(title="in two hours", due=at(hours=2)))
    room.add(Task(title="done", due=at(minutes=1), status=TaskStatus.DONE))
    room.add(item(answer_due=at(hours=1)))
    room.capture("/media City TV calls !15:00")
    found = measure(room, room.now()).next_due
    assert (found.at.ms, found.text) == (at(minutes=30).ms, "City TV calls")


def test_staff_counts_are_of_the_message_sent_last_and_of_the_last_report(room):
    night = room.add(StaffGroup(name="Night", headcount=140))
    care = room.add(StaffGroup(name="Care", headcount=64))
    room.add(StaffGroup(name="Unknown"))
    first = room.add(StaffMessage(title="First", sent_at=at(hours=-3)))
    last = room.add(StaffMessage(title="Last", sent_at=at(hours=-1)))
    for message, group, confirmed, minutes in (
        (first, night, 140, -170),
        (last, care, 20, -50),
        (last, care, 60, -40),
    ):
        room.add(
            Delivery(
                message=message.id,
                group=group.id,
                reached=64,
                confirmed=confirmed,
                reported_at=at(minutes=minutes),
            )
        )
    found = measure(room, room.now())
    assert (found.heads, found.confirmed) == (204, 60)
    groups = told(room, last)
    assert [each.group.name for each in groups] == ["Night", "Unknown", "Care"]
    assert groups[-1].share(groups[-1].confirmed) == 60 / 64


def test_the_strip_never_says_that_all_confirmed_when_one_has_not(room):
    care = room.add(StaffGroup(name="Care", headcount=1_000))
    message = room.add(StaffMessage(title="Recall", sent_at=at(hours=-1)))
    room.add(Delivery(message=message.id, group=care.id, confirmed=999, reported_at=at()))
    figures = {figure.name: figure for figure in strip(measure(room, room.now()), room.here())}
    assert (figures["staff"].value, figures["staff"].note) == ("99 %", "999 of 1,000")


@pytest.mark.parametrize(
    ("heads", "reached", "confirmed", "doubt"),
    [
        (0, 1, 0, "headcount 0"),
        (10, 11, 0, "more reached than there are"),
        (10, 5, 6, "more confirmed than reached"),
        (10, 10, 10, ""),
        (None, 5, 5, ""),
    ],
)
def test_figures_that_cannot_be_right_say_so(room, heads, reached, confirmed, doubt):
    group = room.add(StaffGroup(name="Night", headcount=heads))
    message = room.add(StaffMessage(title="Last", sent_at=at()))
    room.add(Delivery(message=message.id, group=group.id, reached=reached, confirmed=confirmed))
    [found] = told(room, message)
    assert found.doubt == doubt
    if not heads:
        assert found.share(found.reached) is None


def report(room, message, group, minutes, **counts):
    at_ = at(minutes=minutes)
    return room.add(Delivery(message=message.id, group=group.id, reported_at=at_, **counts))


def test_a_later_report_does_not_take_back_what_it_does_not_mention(room):
    night = room.add(StaffGroup(name="Night", headcount=140))
    message = room.add(StaffMessage(title="Last", sent_at=at(hours=-1)))
    report(room, message, night, -30, reached=128, missed=12)
    report(room, message, night, -20, confirmed=90)
    report(room, message, night, -10, missed=0)
    [found] = told(room, message)
    assert (found.reached, found.missed, found.confirmed) == (128, 0, 90)
    assert found.report.reported_at == at(minutes=-10)


def test_who_was_not_reached_says_nothing_of_who_was(room):
    night = room.add(StaffGroup(name="Night", headcount=140))
    message = room.add(StaffMessage(title="Last", sent_at=at(hours=-1)))
    report(room, message, night, -30, missed=12)
    [found] = told(room, message)
    assert (found.reached, found.missed) == (None, 12)
    assert found.untold
    report(room, message, night, -20, reached=140)
    [found] = told(room, message)
    assert found.doubt == "reached and not reached are more than there are"


def test_a_group_that_only_confirmed_does_not_stand_among_those_not_told(room):
    message = room.add(StaffMessage(title="Last", sent_at=at(hours=-1)))
    few, _untold, all_, unknown = room.add_all(
        [
            StaffGroup(name="Few", headcount=100),
            StaffGroup(name="Untold", headcount=10),
            StaffGroup(name="All", headcount=50),
            StaffGroup(name="Unknown"),
        ]
    )
    report(room, message, few, -30, reached=20)
    report(room, message, all_, -30, confirmed=50)
    report(room, message, unknown, -30, reached=9)
    names = [each.group.name for each in told(room, message)]
    assert names == ["Untold", "Unknown", "Few", "All"]


def test_messages_stand_drafts_first_then_the_newest_sent_with_their_sums(room):
    night = room.add(StaffGroup(name="Night", headcount=100))
    room.add(StaffGroup(name="Unknown"))
    old = room.add(StaffMessage(title="Old", sent_at=at(hours=-3)))
    new = room.add(StaffMessage(title="New", sent_at=at(hours=-1)))
    room.add(StaffMessage(title="Draft"))
    report(room, old, night, -170, reached=80, confirmed=60)
    report(room, new, night, -50, missed=4)
    draft, first, second = all_told(room)
    assert [each.message.title for each in (draft, first, second)] == ["Draft", "New", "Old"]
    assert (second.count("reached"), second.share("confirmed"), second.heads) == (80, 0.6, 100)
    assert (first.count("reached"), first.count("missed"), first.untold) == (None, 4, 2)
    assert (draft.count("missed"), draft.last, second.last) == (None, None, at(minutes=-170))


def test_a_share_counts_only_groups_whose_headcount_is_known(room):
    night = room.add(StaffGroup(name="Night", headcount=100))
    unknown = room.add(StaffGroup(name="Unknown"))
    message = room.add(StaffMessage(title="Last", sent_at=at(hours=-1)))
    report(room, message, night, -30, reached=50)
    report(room, message, unknown, -30, reached=500)
    [found] = all_told(room)
    assert (found.count("reached"), found.share("reached")) == (550, 0.5)


def counts():
    return st.none() | st.integers(0, 9)


@given(st.lists(st.tuples(counts(), counts(), counts(), st.integers(0, 5)), max_size=6))
def test_each_count_stands_as_it_was_last_said_in_whatever_order_reports_come(said):
    reports = [
        Delivery(id=str(n), reached=r, missed=m, confirmed=c, reported_at=at(minutes=minutes))
        for n, (r, m, c, minutes) in enumerate(said)
    ]
    in_order = sorted(reports, key=lambda each: (each.reported_at.ms, each.id))
    found = standing(reversed(reports))
    assert (found is None) is (not reports)
    for name in COUNTS if found else ():
        last = [value for each in in_order if (value := getattr(each, name)) is not None]
        assert getattr(found, name) == (last[-1] if last else None)
