"""Press conferences: the four checks, the run sheet, and what is logged while one is on."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.answers import press_live
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.press import PressConference, PressQuestion, RunLine, WhatIf
from desktop.warroom.answers.press_checks import all_green, checks
from desktop.warroom.answers.run_sheet import (
    at_minute,
    faults,
    following,
    left,
    minute_of,
    present,
)
from desktop.warroom.choices import Certainty, Role, Standing, Tone
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.clocks import Clock, ClockKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.team import Post
from desktop.warroom.method.words import Information
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from tests.rooms import START

NOW = Moment.of(START)
TIMING, PROCESS, MATERIALS, VENUE = range(4)


def later(minutes: float) -> Moment:
    return Moment.of(START + timedelta(minutes=minutes))


def ready(room: WarRoom) -> PressConference:
    """A conference for which all four checks are green."""
    opening = room.add(Statement(title="Opening", standing=Standing.APPROVED))
    room.add(Post(role=Role.SPOKESPERSON, person="Wu Ke"))
    conference = room.add(
        PressConference(
            title="Recall",
            starts_at=later(90),
            minutes=45,
            host="Lin Xia",
            question_rules="One each.",
            statement=opening.id,
            materials=({"text": "Press kit", "done": True},),
            venue="Hall 2",
            capacity=60,
            access="East gate",
            network="Own line",
            stream="Website",
            security="Two at the door",
        )
    )
    sheet = [(0, 5, "Lin Xia", "Welcome"), (5, 10, "Wu Ke", "Opening"), (15, 30, "Wu Ke", "Q&A")]
    room.add_all(
        [
            RunLine(conference=conference.id, minute=at, lasts=lasts, speaker=who, content=what)
            for at, lasts, who, what in sheet
        ]
    )
    for happens in ("Power fails", "A family comes", "A rumour in the hall"):
        room.add(WhatIf(conference=conference.id, happens=happens, then="Pause"))
    return conference


def said(room: WarRoom, conference: PressConference, place: int) -> tuple[str, ...]:
    found = checks(room, room.get(PressConference, conference.id))[place]
    return found.said if not found.ok else ()


def covered(room: WarRoom, tone: Tone, n: int, minutes: float) -> None:
    room.add_all(
        [
            Coverage(outlet="Radio", headline=str(i), published_at=later(minutes), tone=tone)
            for i in range(n)
        ]
    )


def test_all_four_are_green_when_all_is_there(room: WarRoom) -> None:
    conference = ready(room)
    found = checks(room, conference)
    assert [check.name for check in found] == ["timing", "process", "materials", "venue"]
    assert all(check.ok for check in found)
    assert all_green(room, conference)


@pytest.mark.parametrize(
    ("status", "bucket", "open_"),
    [
        (Certainty.UNCONFIRMED, Information.INCIDENT, True),
        (Certainty.DISPUTED, Information.INCIDENT, True),
        (Certainty.CONFIRMED, Information.INCIDENT, False),
        (Certainty.REFUTED, Information.INCIDENT, False),
        (Certainty.UNCONFIRMED, Information.MEDIA, False),
    ],
)
def test_timing_waits_for_open_facts_about_the_incident(
    room: WarRoom, status: Certainty, bucket: Information, open_: bool
) -> None:
    conference = ready(room)
    room.add(Fact(subject="Cause", status=status, bucket=bucket))
    assert bool(said(room, conference, TIMING)) is open_


def test_timing_that_is_not_green_may_be_explained(room: WarRoom) -> None:
    conference = ready(room)
    room.add(Fact(subject="Cause"))
    assert said(room, conference, TIMING) == (
        "1 critical fact is open: Cause.",
        "Wait, or say why it is held at this time.",
        "Tone: too few items to tell (0 before, 0 in the last 4 h).",
    )
    assert not all_green(room, conference)
    room.change(conference, timing_why="Families wait for us.")
    explained = checks(room, room.get(PressConference, conference.id))[TIMING]
    assert (explained.ok, explained.why) == (False, "Families wait for us.")
    assert all_green(room, room.get(PressConference, conference.id))


def test_timing_is_not_green_without_a_time(room: WarRoom) -> None:
    conference = ready(room)
    room.change(conference, starts_at=None, timing_why="So.")
    found = checks(room, room.get(PressConference, conference.id))[TIMING]
    assert (found.ok, found.why, found.field) == (False, "", "starts_at")


@pytest.mark.parametrize(
    ("before", "now", "falls"),
    [
        ((8, 2), (2, 8), True),
        ((2, 8), (8, 2), False),
        ((5, 5), (5, 5), False),
        ((8, 1), (2, 8), False),
    ],
)
def test_timing_minds_a_falling_tone_where_there_is_enough_to_tell(
    room: WarRoom, before: tuple[int, int], now: tuple[int, int], falls: bool
) -> None:
    conference = ready(room)
    for (good, bad), minutes in ((before, -300), (now, -60)):
        covered(room, Tone.POSITIVE, good, minutes)
        covered(room, Tone.NEGATIVE, bad, minutes)
    assert any("falling" in each for each in said(room, conference, TIMING)) is falls
    told = checks(room, conference)[TIMING].said
    assert any("too few" in each for each in told) is (sum(before) < 10)


@pytest.mark.parametrize(
    ("values", "place", "field"),
    [
        ({"host": ""}, PROCESS, "host"),
        ({"question_rules": " "}, PROCESS, "question_rules"),
        ({"materials": ()}, MATERIALS, "materials"),
        ({"materials": ({"text": "Badges", "done": False},)}, MATERIALS, "materials"),
        ({"statement": ""}, MATERIALS, "statement"),
        ({"stream": ""}, VENUE, "stream"),
        ({"capacity": None}, VENUE, "capacity"),
    ],
)
def test_what_is_missing_is_said_with_the_field_that_mends_it(
    room: WarRoom, values: Any, place: int, field: str
) -> None:
    conference = ready(room)
    room.change(conference, **values)
    found = checks(room, room.get(PressConference, conference.id))
    assert [check.ok for check in found] == [n != place for n in range(4)]
    assert found[place].field == field
    assert found[place].said


def test_the_process_asks_for_speakers_a_spokesperson_and_three_what_ifs(room: WarRoom) -> None:
    conference = ready(room)
    room.take_back(*room.all(Post), *room.all(WhatIf)[:1])
    room.change(room.all(RunLine)[0], speaker="")
    assert said(room, conference, PROCESS) == (
        "1 line has no speaker.",
        "No spokesperson is named in the team.",
        "2 of at least 3 what-ifs are written down.",
    )


def test_an_opening_that_became_a_draft_again_is_not_ready(room: WarRoom) -> None:
    conference = ready(room)
    room.change(room.all(Statement)[0], text="Other words.")
    assert said(room, conference, MATERIALS) == ("The opening statement is not approved: Opening.",)


def sheet(*lines: tuple[int, int | None]) -> list[RunLine]:
    return [RunLine(id=str(n), minute=at, lasts=lasts) for n, (at, lasts) in enumerate(lines)]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (sheet(), ["empty"]),
        (sheet((0, 5), (5, 10)), []),
        (sheet((2, 5)), ["before minute 2"]),
        (sheet((0, 5), (7, 3)), ["from minute 5 to 7"]),
        (sheet((0, 9), (5, 10)), ["overlap from minute 5 to 9"]),
        (sheet((0, 30), (30, 30)), ["15 minutes longer"]),
        (sheet((0, None), (5, 5)), ["Minute 0: say how long"]),
    ],
)
def test_a_run_sheet_has_no_gap_and_no_overlap_and_fits(lines: Any, words: list[str]) -> None:
    found = faults(lines, 45)
    assert len(found) == len(words)
    assert all(word in each for word, each in zip(words, found))


@given(st.lists(st.integers(1, 20), min_size=1, max_size=8))
def test_lines_that_follow_each_other_are_without_fault(lengths: list[int]) -> None:
    starts = [sum(lengths[:n]) for n in range(len(lengths))]
    lines = sheet(*zip(starts, lengths))
    assert faults(lines, sum(lengths)) == []
    for minute in range(sum(lengths)):
        now = present(lines, minute)
        assert now is not None
        assert (now.minute or 0) <= minute < (now.minute or 0) + (now.lasts or 0)
    assert following(lines, sum(lengths)) is None


def test_minutes_have_their_time_by_the_clock() -> None:
    conference = PressConference(starts_at=NOW, minutes=45)
    assert str(at_minute(conference, 20)) == "2026-11-23T14:50+08:00"
    assert left(conference, later(50)) == -5 * 60_000
    assert minute_of(conference, NOW) is None
    on = replace(conference, began_at=later(10))
    assert at_minute(on, 20) == later(30)
    assert minute_of(on, later(12)) == 2
    assert at_minute(PressConference(), 20) is None


def test_beginning_and_ending_stand_in_the_timeline_and_are_undone_as_one(room: WarRoom) -> None:
    conference = ready(room)
    with pytest.raises(RuleBroken, match="not begun"):
        press_live.end(room, conference)
    press_live.begin(room, conference)
    on = room.get(PressConference, conference.id)
    assert on.began_at is not None
    assert [entry.text for entry in room.all(Entry)] == ["Press conference begins: Recall"]
    with pytest.raises(RuleBroken, match="begun already"):
        press_live.begin(room, on)
    press_live.end(room, on)
    assert room.all(Entry)[-1].text == "Press conference ends: Recall, 0 questions"
    room.undo()
    assert room.get(PressConference, conference.id).ended_at is None
    assert len(room.all(Entry)) == 1


def test_questions_and_answers_are_logged_as_they_come(room: WarRoom) -> None:
    conference = ready(room)
    first = press_live.ask(room, conference, "City TV: why so late?")
    assert (first.outlet, first.question) == ("City TV", "why so late?")
    assert press_live.ask(room, conference, "And the children?").outlet == ""
    press_live.answer(room, first, "wu ke: We tested it.")
    found = room.get(PressQuestion, first.id)
    assert (found.answered_by, found.answer) == ("Wu Ke", "We tested it.")
    press_live.answer(room, found, "Two things: first, we stop.", "Lin Xia")
    found = room.get(PressQuestion, first.id)
    assert (found.answered_by, found.answer) == ("Lin Xia", "Two things: first, we stop.")
    with pytest.raises(RuleBroken, match="Write the question"):
        press_live.ask(room, conference, "City TV: ")


def test_a_promise_becomes_a_clock_of_whom_it_names(room: WarRoom) -> None:
    conference = ready(room)
    question = press_live.ask(room, conference, "City TV: which shops?")
    clock = press_live.promise(room, conference, question, "The list of shops @Chen !18:00")
    assert (clock.what, clock.title, clock.owner) == (
        ClockKind.PROMISE,
        "The list of shops",
        "Chen",
    )
    assert str(clock.due) == "2026-11-23T18:00+08:00"
    assert (clock.promised_to, clock.statement) == ("City TV", conference.statement)
    assert room.get(PressQuestion, question.id).promise == clock.id
    room.undo()
    assert not room.all(Clock)
    assert room.get(PressQuestion, question.id).promise == ""


def test_a_promise_without_a_time_is_refused(room: WarRoom) -> None:
    with pytest.raises(RuleBroken, match="by when"):
        press_live.promise(room, ready(room), None, "The list of shops")


def test_a_line_that_was_used_counts_as_asked_again(room: WarRoom) -> None:
    conference = ready(room)
    line = room.add(Answer(question="Why?", line="So."))
    question = press_live.ask(room, conference, "why?")
    press_live.used(room, question, line)
    assert room.get(PressQuestion, question.id).line == line.id
    assert room.get(Answer, line.id).asked == 2
    with pytest.raises(RuleBroken, match="already"):
        press_live.used(room, room.get(PressQuestion, question.id), line)
