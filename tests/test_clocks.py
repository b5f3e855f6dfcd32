"""Statutory and other clocks: the table, how time is counted, and what a person says of them."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import CrisisType, EntryKind, SubType
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method import clocks
from desktop.warroom.method.clock_lines import Alarm, Group, Line, alarm, lines, proposals
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState, copied
from desktop.warroom.method.statutory import STARTS, Standing, Unit, templates
from desktop.warroom.method.working_days import Calendar, CalendarDay
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry, Incident
from desktop.warroom.room import WarRoom
from resources import LANGUAGES, path
from tests.rooms import clock

SHARED = Path(__file__).resolve().parents[2] / "shared" / "domain" / "statutory_clocks.csv"
T0 = Moment.parse("2026-11-20T09:30+08:00")  # a Friday
STARTING = st.integers(0, 4_000_000_000_000 // 60_000).map(
    lambda minutes: Moment(minutes * 60_000, 480)
)


@pytest.fixture
def room(tmp_path):
    made = made_room(tmp_path)
    yield made
    made.close()


def made_room(folder: Path, **values: object) -> WarRoom:
    said = {"title": "Leak", "type": CrisisType.DATA_LEAK, "t0": T0, **values}
    return WarRoom.create(folder / "c.warroom", Incident(**said), operator="Lin", clock=clock())


def proposed(room: WarRoom, **asked: bool) -> dict[str, Clock]:
    return {each.template: each for each in proposals(room, **asked)}


def line_of(room: WarRoom, template: str) -> Line:
    return next(
        each
        for each in lines(room, everything=True)
        if each.clock and each.clock.template == template
    )


# the table


def test_the_table_has_46_rows_in_three_languages():
    assert len(templates()) == 46
    for template in templates().values():
        assert template.starts in STARTS
        for language in LANGUAGES:
            texts = template.texts[language]
            assert all(texts[name] for name in ("rule", "trigger", "to_whom"))
            assert "same" not in (texts["rule"], texts["trigger"], texts["to_whom"])


@pytest.mark.skipif(not SHARED.exists(), reason="the source of the table is not here")
def test_the_table_says_what_its_source_says():
    def rows(file: Path) -> list[dict[str, str]]:
        with file.open(encoding="utf-8", newline="") as opened:
            return list(csv.DictReader(opened))

    source = rows(SHARED)
    ours = rows(path("method", "statutory_clocks.csv"))
    assert [{name: row[name] for name in source[0]} for row in ours] == source


def test_only_what_has_no_fixed_length_has_a_target_of_ours():
    fixed = (Unit.HOURS, Unit.WORKED_HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS)
    for template in templates().values():
        assert template.fixed == (template.unit in fixed)
    assert templates()["CN-PIPL-57"].target == 4
    assert templates()["CN-FOOD-ACC"].target == 2


# counting


@given(STARTING, st.sampled_from([t for t in templates().values() if t.fixed]))
def test_a_clock_is_due_after_its_start_in_the_offset_of_the_start(start, template):
    due = template.due(start, Calendar())
    assert due.ms > start.ms
    assert due.offset == start.offset


@given(STARTING, st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_hours_run_through_nights_and_holidays(start, holiday):
    due = templates()["EU-GDPR-33"].due(start, Calendar(free=frozenset({holiday})))
    assert due.ms - start.ms == 72 * 3_600_000


@given(STARTING)
def test_calendar_days_end_at_the_same_time_of_day(start):
    due = templates()["US-CA-30D"].due(start, Calendar()).local
    assert (due.time(), due.date()) == (start.local.time(), start.local.date() + timedelta(days=30))


@given(STARTING, st.sets(st.integers(1, 20)), st.sets(st.integers(1, 20)))
def test_as_many_working_days_lie_behind_the_start_as_the_law_says(start, free, works):
    day = start.local.date()
    calendar = Calendar(
        works=frozenset(day + timedelta(days=n) for n in works - free),
        free=frozenset(day + timedelta(days=n) for n in free),
    )
    due = templates()["US-CPSA-10D"].due(start, calendar).local
    between = [day + timedelta(days=n) for n in range(1, (due.date() - day).days + 1)]
    assert sum(map(calendar.is_worked, between)) == 10
    assert calendar.is_worked(due.date())
    assert due.time() == start.local.time()


def test_working_days_count_from_the_next_working_day():
    due = templates()["CN-RECALL-2WD"].due
    assert str(due(T0, Calendar())) == "2026-11-24T09:30+08:00"
    made_up = Calendar(works=frozenset({date(2026, 11, 21)}))
    assert str(due(T0, made_up)) == "2026-11-23T09:30+08:00"


def test_hours_that_exclude_weekends_stand_still_on_them():
    due = templates()["US-CPSA-24H"].due
    assert str(due(T0, Calendar())) == "2026-11-23T09:30+08:00"
    saturday = Moment.parse("2026-11-21T12:00-05:00")
    assert str(due(saturday, Calendar())) == "2026-11-24T00:00-05:00"


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-01-31T10:00+01:00", "2026-02-28T10:00+01:00"),
        ("2028-01-31T10:00+01:00", "2028-02-29T10:00+01:00"),
        ("2026-12-05T23:59+01:00", "2027-01-05T23:59+01:00"),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(start, due):
    assert str(templates()["EU-NIS2-1M"].due(Moment.parse(start), Calendar())) == due


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(-10, 2 * 10**9))
def test_an_alarm_stands_at_the_share_of_time_that_is_used(start, length, after):
    mark = alarm(start, start + length, start + after)
    assert (mark is Alarm.LATE) == (after > length)
    if mark is not Alarm.LATE:
        assert mark <= max(100 * after / length, 0)
        assert all(100 * after < other * length for other in Alarm if mark < other < Alarm.LATE)


# proposals


def test_clocks_are_proposed_by_type_and_place(tmp_path):
    room = made_room(tmp_path, jurisdictions=("HK", "mainland (CN)"))
    found = proposed(room)
    assert "CN-PIPL-57" in found
    assert "HK-PDPO" in found
    assert not [each for each in found if each.startswith(("TW", "EU", "US"))]
    assert "CN-CAC-1H" not in found  # switched off
    assert "CN-CAC-1H" in proposed(room, everything=True)
    room.close()


def test_without_a_place_the_five_of_the_course_are_proposed(room):
    assert {each.jurisdiction for each in proposed(room, everything=True).values()} == {
        *("CN", "TW", "HK", "EU", "US")
    }


def test_food_rows_are_for_food_alone(tmp_path):
    quality = {"type": CrisisType.PRODUCT_QUALITY}
    room = made_room(tmp_path, **quality)
    assert "CN-FOOD-L1" not in proposed(room, everything=True)
    room.change(room.incident, subtype=SubType.FOOD_SAFETY)
    assert "CN-FOOD-L1" in proposed(room)
    room.close()


def test_a_proposal_is_not_stored_until_a_person_answers_it(room):
    before = room.tail().number
    assert lines(room)
    assert room.tail().number == before
    room.add(proposed(room)["EU-GDPR-33"])
    assert "EU-GDPR-33" not in proposed(room)
    assert str(line_of(room, "EU-GDPR-33").due) == "2026-11-23T09:30+08:00"


def test_what_starts_later_has_no_due_until_somebody_says_its_start(room):
    clock = room.add(proposed(room)["CN-CAC-30D"])
    assert clock.due is None
    room.change(clock, starts_at=Moment.parse("2026-11-22T10:00+08:00"))
    assert str(room.get(Clock, clock.id).due) == "2026-12-22T10:00+08:00"
    room.undo()
    assert room.get(Clock, clock.id).due is None


def test_days_of_a_calendar_move_what_is_started_after_them(tmp_path):
    room = made_room(tmp_path, type=CrisisType.PRODUCT_QUALITY)
    assert str(proposed(room)["CN-RECALL-2WD"].due) == "2026-11-24T09:30+08:00"
    monday = Moment.parse("2026-11-23+08:00")
    room.add(CalendarDay(jurisdiction="cn", day=monday, name="made up"))
    assert str(proposed(room)["CN-RECALL-2WD"].due) == "2026-11-25T09:30+08:00"
    room.close()


def test_a_target_of_ours_says_that_it_is_ours(room):
    clock = proposed(room)["CN-PIPL-57"]
    assert clock.internal
    assert str(clock.due) == "2026-11-20T13:30+08:00"


# what a person says


def test_dismissing_needs_a_reason(room):
    with pytest.raises(RuleBroken, match="why"):
        clocks.dismiss(room, proposed(room)["EU-GDPR-33"], " ")
    clocks.dismiss(room, proposed(room)["EU-GDPR-33"], "No residents of the EU")
    line = line_of(room, "EU-GDPR-33")
    assert line.group is Group.DONE
    assert line.ended == "Dismissed: No residents of the EU"


def test_a_draft_needs_a_note_to_be_confirmed(room):
    draft = proposed(room, everything=True)["TW-PDPA-2025"]
    assert templates()["TW-PDPA-2025"].standing is Standing.DRAFT
    with pytest.raises(RuleBroken, match="not law yet"):
        room.add(draft)
    clocks.dismiss(room, draft, "Not in force")


def test_a_filing_has_its_time_and_is_never_called_met(room):
    stored = room.add(proposed(room)["EU-GDPR-33"])
    clocks.file(room, stored, "No. 17")
    kept = room.get(Clock, stored.id)
    assert kept.state == ClockState.KEPT
    assert kept.filed_at is not None
    assert line_of(room, "EU-GDPR-33").ended == "Filing recorded: No. 17"


def test_putting_an_alarm_off_leaves_a_trace(room):
    stored = room.add(proposed(room)["EU-GDPR-33"])
    assert line_of(room, "EU-GDPR-33").alarm(room.now()) is Alarm.LATE
    until = Moment.parse("2026-11-23T18:00+08:00")
    with pytest.raises(RuleBroken, match="put off"):
        clocks.snooze(room, stored, until, "")
    clocks.snooze(room, stored, until, "Counsel is on it")
    assert room.tail().said().why == "Counsel is on it"
    line = line_of(room, "EU-GDPR-33")
    assert line.alarm(room.now()) is Alarm.NONE
    assert line.alarm(until) is Alarm.LATE


# lines that other records say


def test_the_first_public_word_is_a_line_until_it_is_said(room):
    line = next(each for each in lines(room) if each.what == ClockKind.RESPONSE)
    assert (str(line.due), line.group) == ("2026-11-20T11:00+08:00", Group.RUNNING)
    said = Moment.parse("2026-11-20T10:40+08:00")
    room.add(Entry(kind=EntryKind.STATEMENT, text="We know", happened_at=said))
    line = next(each for each in lines(room) if each.what == ClockKind.RESPONSE)
    assert (line.group, line.ended) == (Group.DONE, "First said 1 h 10 after T0")


def test_answers_and_deadlines_stand_among_the_clocks_in_order_of_due(room):
    later, soon = (Moment.parse(f"2026-11-23T{hour}:00+08:00") for hour in (19, 18))
    room.add(Coverage(outlet="Daily", headline="Asks", published_at=T0, answer_due=later))
    room.add(Entry(text="Bank wants figures", happened_at=T0, deadline=soon))
    room.add(
        Clock(what=ClockKind.UPDATE, title="Update", due=Moment.parse("2026-11-23T20:00+08:00"))
    )
    found = [each.what for each in lines(room) if each.group is Group.RUNNING]
    assert found == ["first_response", "deadline", "media_deadline", "public_update"]


def test_clocks_belong_to_their_incident(room):
    room.add(copied(room, templates()["EU-GDPR-33"], T0))
    second = room.open_incident(Incident(title="Second", type=CrisisType.DATA_LEAK, t0=T0))
    room.turn_to(second)
    assert "EU-GDPR-33" in proposed(room)
