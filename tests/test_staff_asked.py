"""Questions count up and are answered in time; a rumour travels in one row from heard to told."""

import pytest

from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, StaffGroup, StaffMessage
from desktop.warroom.staff_asked import (
    ask,
    hear,
    hear_again,
    minutes_to_close,
    not_taken_up,
    questions,
    rumours,
    take_up,
    tell,
)
from desktop.warroom.staff_measures import Share
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.staff_words import Stage, Verdict
from tests.rooms import START

NOW = Moment.of(START)


def ago(minutes: int) -> Moment:
    return Moment(NOW.ms - minutes * 60_000, NOW.offset)


def test_the_same_question_asked_again_raises_its_count(room) -> None:
    first = ask(room, StaffQuestion(question="Will we be paid?", topic="pay", asked_at=ago(30)))
    again = ask(room, StaffQuestion(question="will we be  PAID"))
    assert (again.id, again.asked, again.topic) == (first.id, 2, "pay")
    room.undo()
    assert room.get(StaffQuestion, first.id).asked == 1


def test_an_answer_notes_when_it_came_and_by_whom(room) -> None:
    asked = ask(room, StaffQuestion(question="Will we be paid?", asked_at=ago(90)))
    room.change(asked, answer="Yes, on the usual day.")
    now = room.get(StaffQuestion, asked.id)
    assert (now.answered, now.answered_by) == (True, "Lin Xia")
    assert questions(room, NOW).minutes == 90


def test_an_anonymous_question_names_nobody(room) -> None:
    with pytest.raises(RuleBroken, match="names nobody"):
        room.add(StaffQuestion(question="x", who="Wu", anonymous=True))
    assert room.add(StaffQuestion(question="x", who="Wu")).who == "Wu"


def test_the_rate_the_median_and_what_waits_too_long(room) -> None:
    for minutes, answered in ((500, 100), (300, 260), (241, None), (240, None)):
        room.add(
            StaffQuestion(
                question=f"{minutes}",
                asked_at=ago(minutes),
                answered_at=None if answered is None else ago(answered),
            )
        )
    found = questions(room, NOW)
    assert (found.answered, found.minutes, found.late) == (Share(2, 4), 220, 1)


def test_one_row_travels_from_heard_to_told(room) -> None:
    night, day = room.add_all([StaffGroup(name="Night"), StaffGroup(name="Day")])
    row = hear(room, Rumour(text="The plant closes", heard_at=ago(60), where="canteen"))
    entry = room.get(Entry, row.entry)
    assert (entry.kind, entry.text, entry.source) == (
        EntryKind.RUMOUR,
        "The plant closes",
        "canteen",
    )
    assert (row.stage, minutes_to_close(row)) == (Stage.HEARD, None)
    row = hear(room, Rumour(text="the plant closes!", heard_at=ago(50)))
    assert (row.heard, row.repeats, len(room.all(Rumour))) == (2, 0, 1)
    with pytest.raises(RuleBroken, match="Judge the rumour first"):
        tell(room, row, [night])
    with pytest.raises(RuleBroken, match="what the verdict rests on"):
        room.change(row, verdict=Verdict.FALSE)
    room.change(row, verdict=Verdict.FALSE, evidence="The board of Monday")
    row = room.get(Rumour, row.id)
    assert (row.stage, minutes_to_close(row)) == (Stage.JUDGED, 60)
    room.change(row, answer="It stays open.")
    assert room.get(Rumour, row.id).stage == Stage.ANSWERED
    message = room.add(StaffMessage(title="It stays open"))
    row = tell(room, row, [night], message)
    row = tell(room, row, [night, day])
    assert (row.stage, row.told, row.message) == (Stage.TOLD, (night.id, day.id), message.id)
    assert row.told_at is not None
    row = hear_again(room, row)
    assert (row.heard, row.repeats) == (3, 1)
    found = rumours(room)
    assert (found.open, found.untold, found.minutes, found.repeats) == (0, 0, 60, 1)
    assert len(room.all(Entry)) == 1


def test_a_rumour_of_the_timeline_is_taken_up_once(room) -> None:
    entry = room.capture("-10m /rumour night shift will be laid off").entry
    assert not_taken_up(room) == [entry]
    row = take_up(room, entry)
    assert (row.text, row.entry, row.owner) == (entry.text, entry.id, "Lin Xia")
    assert not_taken_up(room) == []
    with pytest.raises(RuleBroken, match="already"):
        take_up(room, entry)


def test_undo_takes_a_rumour_back_with_its_line(room) -> None:
    hear(room, Rumour(text="The plant closes", heard_at=ago(60)))
    room.undo()
    assert (room.all(Rumour), room.all(Entry)) == ([], [])
