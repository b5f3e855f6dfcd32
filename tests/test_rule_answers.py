"""The four answers are somebody else's, and about exactly one wording."""

from dataclasses import replace

import pytest

from desktop.warroom.choices import Certainty, Severity, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.words import Known
from desktop.warroom.statements.answering import earlier_answers
from desktop.warroom.statements.four_rules import RuleAnswers
from desktop.warroom.statements.four_rules_check import answer, answers, complete
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import fingerprint, reference

ALL = dict.fromkeys(("concise", "truthful", "sincere", "proactive"), Known.YES)


@pytest.fixture
def statement(room) -> Statement:
    """A text that Lin Xia wrote, at level 1; Wu Hao sits there now."""
    room.change(room.incident, severity=Severity.CRITICAL, why="Worst case")
    made = room.add(Statement(title="T", text="We are sorry.", writers=("Lin Xia",)))
    room.operator = "Wu Hao"
    return made


def test_answers_are_of_a_person_at_a_time_about_one_wording(room, statement):
    given = answer(room, statement, **ALL)
    assert (given.by, given.at) == ("Wu Hao", room.now())
    assert given.sha256 == fingerprint(room, statement)
    assert answers(room, statement) == given
    assert complete(given)


def test_whoever_wrote_the_text_does_not_answer_at_level_1_and_2(room, statement):
    room.operator = "lin  xia"
    for level in (Severity.MAJOR, Severity.CRITICAL):
        room.change(room.incident, severity=level, why="So it is")
        with pytest.raises(RuleBroken, match="somebody else"):
            answer(room, statement, **ALL)
    assert room.all(RuleAnswers) == []


def test_at_level_3_and_4_the_writer_may_answer(room, statement):
    room.operator = "Lin Xia"
    room.change(room.incident, severity=Severity.MODERATE, why="Contained")
    assert answer(room, statement, **ALL).by == "Lin Xia"


def test_nobody_answers_without_a_name(room, statement):
    room.operator = " "
    with pytest.raises(RuleBroken, match="who you are"):
        answer(room, statement, **ALL)


def test_answers_come_one_by_one_and_are_complete_with_the_fourth(room, statement):
    for name in ALL:
        assert not complete(answers(room, statement))
        answer(room, statement, **{name: Known.NO})
    assert complete(answers(room, statement))
    assert len(room.all(RuleAnswers)) == 1


def test_a_changed_character_or_fact_leaves_the_answers_behind(room, statement):
    fact = room.add(Fact(subject="Hurt", value="3", status=Certainty.CONFIRMED))
    room.operator = "Lin Xia"
    room.change(statement, text=f"{reference(fact.id)} were hurt.")
    room.operator = "Wu Hao"
    given = answer(room, statement, **ALL)
    room.change(fact, value="4")
    now = room.get(Statement, statement.id)
    assert answers(room, now) is None
    assert earlier_answers(room, now) == given
    room.undo()
    assert answers(room, now) == given


def test_four_answers_stand_before_one_that_came_later(room, statement):
    whole = answer(room, statement, **ALL)
    room.operator = "Chen Yu"
    answer(room, statement, concise=Known.NO)
    assert answers(room, statement) == whole


def test_undo_takes_an_answer_back(room, statement):
    answer(room, statement, **ALL)
    room.undo()
    assert answers(room, statement) is None


def test_answers_of_other_texts_are_not_mixed_up(room, statement):
    answer(room, statement, **ALL)
    other = room.add(replace(statement, id="", recorded_at=None))
    assert answers(room, other) is None


def test_a_text_that_is_out_is_answered_no_more(room, statement):
    room.change(statement, standing=Standing.RELEASED)
    with pytest.raises(RuleBroken, match="is out"):
        answer(room, statement, **ALL)
