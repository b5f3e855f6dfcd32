"""The blast radius of a fact: what changes with it is marked, and no approval outlives it."""

from dataclasses import replace

import pytest

from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import LineState
from desktop.warroom.choices import Certainty, Channel, EntryKind, Severity, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact, FactSource, sources_of
from desktop.warroom.records import Entry, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approval import sign_offs
from desktop.warroom.statements.desk import (
    approve,
    begin,
    missing,
    next_version,
    release,
    submit,
    withdraw,
)
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import Touched, all_open, open_marks, settle, to_correct
from desktop.warroom.statements.touching import touched_texts
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form
from desktop.warroom.written import Written


@pytest.fixture
def fact(room: WarRoom) -> Fact:
    room.change(room.incident, severity=Severity.MODERATE, why="calm")  # one operator may do it all
    return room.add(Fact(subject="Units sold", value="1,200", status=Certainty.CONFIRMED))


def naming(room: WarRoom, fact: Fact, title: str = "Recall") -> Statement:
    text = begin(room, Form.HOLDING, title=title)
    parts = ({"field": "headline", "text": f"We sold {reference(fact.id)} bottles."},)
    room.change(text, parts=parts)
    return room.get(Statement, text.id)


def approved(room: WarRoom, text: Written) -> Written:
    submit(room, text)
    for role in missing(room, room.get(type(text), text.id)):
        approve(room, text, role)
    return room.get(type(text), text.id)


def out(room: WarRoom, text: Written, channel: Channel = Channel.WEBSITE) -> Release:
    assert isinstance(text, Statement)
    return release(room, text, channel, before_staff_why="They are told on the phone")


def three_texts(room: WarRoom, fact: Fact) -> tuple[Written, Written, Written]:
    """A statement that is out, one that is approved, and an approved staff notice."""
    first = approved(room, naming(room, fact, "Out"))
    out(room, first)
    second = approved(room, naming(room, fact, "Waits"))
    said = f"We sold {reference(fact.id)} bottles."
    notice = approved(room, room.add(StaffMessage(title="To staff", text=said)))
    return first, second, notice


def standing(room: WarRoom, text: Written) -> object:
    return room.get(type(text), text.id).standing


def test_a_changed_fact_marks_just_the_texts_that_use_it_and_ends_their_approvals(
    room: WarRoom, fact: Fact
) -> None:
    first, second, notice = three_texts(room, fact)
    room.add(Statement(title="Another", text="1,200 of something else"))
    room.change(fact, value="1,300")
    assert {(mark.about, mark.out) for mark in all_open(room)} == {
        (first.id, True),
        (second.id, False),
        (notice.id, False),
    }
    assert standing(room, first) == Standing.RELEASED
    assert (standing(room, second), standing(room, notice)) == (Standing.DRAFT, Standing.DRAFT)
    assert sign_offs(room, second) == sign_offs(room, notice) == []
    assert len(sign_offs(room, first)) == 2
    assert to_correct(room) == {first.id}


def test_a_mark_says_what_the_fact_was_and_is(room: WarRoom, fact: Fact) -> None:
    text = naming(room, fact)
    room.change(fact, value="1,300", status=Certainty.UNCONFIRMED)
    (mark,) = open_marks(room, text)
    assert (mark.was, mark.now) == ("1,200 (Confirmed)", "1,300 (Unconfirmed)")
    assert (mark.title, mark.about_kind, mark.fact) == ("Recall", "statement", fact.id)


def test_the_timeline_says_once_for_each_text_that_its_approval_ended(
    room: WarRoom, fact: Fact
) -> None:
    three_texts(room, fact)
    room.change(fact, value="1,300")
    said = [each.text for each in room.all(Entry) if each.kind == EntryKind.NOTE]
    assert said == [
        "Waits: a fact in it changed (Units sold), a draft again",
        "To staff: a fact in it changed (Units sold), a draft again",
    ]


def test_one_undo_takes_all_back(room: WarRoom, fact: Fact) -> None:
    texts = three_texts(room, fact)
    before = [standing(room, text) for text in texts]
    room.change(fact, value="1,300")
    room.undo()
    assert all_open(room) == []
    assert [standing(room, text) for text in texts] == before
    assert all(sign_offs(room, text) for text in texts)
    assert [each for each in room.all(Entry) if each.kind == EntryKind.NOTE] == []
    room.redo()
    assert len(all_open(room)) == 3
    assert room.verify().sound


def test_a_second_change_updates_the_open_mark(room: WarRoom, fact: Fact) -> None:
    naming(room, fact)
    room.change(fact, value="1,300")
    room.change(room.get(Fact, fact.id), value="1,400")
    (mark,) = room.all(Touched)
    assert (mark.was, mark.now) == ("1,200 (Confirmed)", "1,400 (Confirmed)")


def test_a_fact_that_is_as_it_was_ends_its_mark(room: WarRoom, fact: Fact) -> None:
    naming(room, fact)
    room.change(fact, value="1,300")
    room.change(room.get(Fact, fact.id), value="1,200")
    assert all_open(room) == []
    assert [mark.settled_how for mark in room.all(Touched)] == ["The fact is as it was before."]


def test_a_fact_that_is_confirmed_again_ends_its_mark(room: WarRoom, fact: Fact) -> None:
    text = approved(room, naming(room, fact))
    for status, marks in (
        (Certainty.DISPUTED, ["1,200 (Disputed)"]),
        (Certainty.UNCONFIRMED, ["1,200 (Unconfirmed)"]),
        (Certainty.CONFIRMED, []),
    ):
        room.change(room.get(Fact, fact.id), status=status)
        assert [mark.now for mark in all_open(room)] == marks
    assert standing(room, text) == Standing.DRAFT


def test_a_mark_says_also_that_a_new_value_is_confirmed(room: WarRoom, fact: Fact) -> None:
    naming(room, fact)
    room.change(fact, value="1,300", status=Certainty.UNCONFIRMED)
    room.change(room.get(Fact, fact.id), status=Certainty.CONFIRMED)
    assert [mark.now for mark in all_open(room)] == ["1,300 (Confirmed)"]


def test_after_a_mark_was_seen_to_a_change_makes_a_new_one(room: WarRoom, fact: Fact) -> None:
    text = naming(room, fact)
    room.change(fact, value="1,300")
    settle(room, open_marks(room, text)[0], "Read again")
    room.change(room.get(Fact, fact.id), value="1,400")
    assert [mark.was for mark in all_open(room)] == ["1,300 (Confirmed)"]
    assert len(room.all(Touched)) == 2


@pytest.mark.parametrize("status", [Certainty.DISPUTED, Certainty.REFUTED, Certainty.UNCONFIRMED])
def test_a_fact_that_is_less_sure_touches_and_surer_again_too(
    room: WarRoom, fact: Fact, status: Certainty
) -> None:
    text = naming(room, fact)
    room.change(fact, status=status)
    assert len(open_marks(room, text)) == 1


def test_confirming_what_was_unconfirmed_touches_nothing(room: WarRoom, fact: Fact) -> None:
    other = room.add(Fact(subject="Hurt", value="3"))
    text = approved(room, naming(room, other))
    room.change(other, status=Certainty.CONFIRMED)
    room.change(room.get(Fact, other.id), note="from the hospital")
    assert all_open(room) == []
    assert standing(room, text) == Standing.APPROVED


def test_a_fact_that_is_taken_back_touches(room: WarRoom, fact: Fact) -> None:
    text = naming(room, fact)
    room.take_back(fact)
    assert [mark.now for mark in open_marks(room, text)] == ["taken back"]


def test_sources_that_come_to_disagree_touch_too_in_the_same_act(room: WarRoom, fact: Fact) -> None:
    text = approved(room, naming(room, fact))
    room.add(FactSource(fact=fact.id, source="Shop", says="1,200"))
    assert all_open(room) == []
    room.add(FactSource(fact=fact.id, source="Warehouse", says="1,350"))
    assert [mark.now for mark in open_marks(room, text)] == ["1,200 (Disputed)"]
    assert standing(room, text) == Standing.DRAFT
    room.undo()
    assert all_open(room) == []
    assert standing(room, text) == Standing.APPROVED
    assert len(sources_of(room, fact)) == 1


def test_several_facts_of_one_text_changed_together_end_its_approvals_once(
    room: WarRoom, fact: Fact
) -> None:
    other = room.add(Fact(subject="Hurt", value="3", status=Certainty.CONFIRMED))
    text = room.add(
        StaffMessage(title="To staff", text=f"{reference(fact.id)}, {reference(other.id)}")
    )
    approved(room, text)
    room.change_all([fact, other], status=Certainty.REFUTED)
    assert len(open_marks(room, text)) == 2
    notes = [each for each in room.all(Entry) if each.kind == EntryKind.NOTE]
    assert len(notes) == 1


def test_a_line_of_the_bank_waits_to_be_approved_anew(room: WarRoom, fact: Fact) -> None:
    line = room.add(
        Answer(
            question="How many?",
            line=f"About {reference(fact.id)}",
            state=LineState.APPROVED,
            approved_by="Wu",
            approved_at=room.now(),
        )
    )
    retired = room.add(Answer(question="When?", line=reference(fact.id), state=LineState.RETIRED))
    room.change(fact, value="1,300")
    now = room.get(Answer, line.id)
    assert (now.state, now.approved_by, now.approved_at) == (LineState.DRAFT, "", None)
    assert open_marks(room, retired) == []
    assert [mark.title for mark in open_marks(room, line)] == ["How many?"]
    room.change(now, state=LineState.APPROVED)
    assert all_open(room) == []


def test_a_later_version_ends_the_mark_of_the_one_before(room: WarRoom, fact: Fact) -> None:
    first = approved(room, naming(room, fact))
    out(room, first)
    room.change(fact, value="1,300")
    assert isinstance(first, Statement)
    later = next_version(room, room.get(Statement, first.id))
    assert to_correct(room) == {first.id}
    out(room, approved(room, later))
    assert standing(room, first) == Standing.SUPERSEDED
    assert all_open(room) == []
    room.undo()
    assert to_correct(room) == {first.id}


def test_a_text_that_is_withdrawn_ends_its_mark(room: WarRoom, fact: Fact) -> None:
    first = approved(room, naming(room, fact))
    released = out(room, first)
    room.change(fact, value="1,300")
    withdraw(room, released, "It is wrong")
    assert [mark.settled_how for mark in room.all(Touched)] == ["The text was withdrawn."]


def test_approving_a_text_anew_ends_its_mark(room: WarRoom, fact: Fact) -> None:
    text = approved(room, naming(room, fact))
    room.change(fact, value="1,300")
    approved(room, room.get(Statement, text.id))
    assert all_open(room) == []
    assert standing(room, text) == Standing.APPROVED


def test_a_draft_that_names_the_fact_no_more_has_no_mark(room: WarRoom, fact: Fact) -> None:
    text = naming(room, fact)
    room.change(fact, value="1,300")
    room.change(
        room.get(Statement, text.id), parts=({"field": "headline", "text": "We sold some"},)
    )
    assert all_open(room) == []


def test_a_notice_that_was_sent_stays_as_it_is_and_is_to_be_corrected(
    room: WarRoom, fact: Fact
) -> None:
    said = f"{reference(fact.id)} bottles"
    notice = room.add(StaffMessage(title="To staff", text=said, sent_at=room.now()))
    room.change(fact, value="1,300")
    assert to_correct(room) == {notice.id}


def test_what_a_change_would_touch_is_known_before(room: WarRoom, fact: Fact) -> None:
    texts = three_texts(room, fact)
    would = touched_texts(room, [(fact, replace(fact, value="1,300"))])
    assert {each.id for each in would} == {each.id for each in texts}
    assert touched_texts(room, [(fact, replace(fact, note="more"))]) == []
    assert all_open(room) == []


def test_a_mark_is_seen_to_once_and_with_a_word_on_how(room: WarRoom, fact: Fact) -> None:
    text = naming(room, fact)
    room.change(fact, value="1,300")
    (mark,) = open_marks(room, text)
    with pytest.raises(RuleBroken, match="how"):
        settle(room, mark, " ")
    settle(room, mark, "The shop was called")
    assert open_marks(room, text) == []
    with pytest.raises(RuleBroken, match="already"):
        settle(room, mark, "Again")
