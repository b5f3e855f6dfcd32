"""Texts are begun from templates, rest on facts by reference, and are approved word for word."""

import hashlib
from dataclasses import replace

import pytest

from desktop.warroom.answers.lines import Answer
from desktop.warroom.choices import Certainty, EntryKind, Language, Role, Severity, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import Entry, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.approval import SignOff, sign_offs
from desktop.warroom.statements.templates import template
from desktop.warroom.statements.wording import (
    fingerprint,
    public_text,
    reference,
    references,
    uses,
    worded,
)
from desktop.warroom.statements.words import Form
from tests.rooms import START
from tests.statement_texts import approve_all, fresh, written


def notes(room: WarRoom) -> list[str]:
    """The lines of the timeline."""
    return [entry.text for entry in room.all(Entry)]


def test_a_text_names_a_fact_and_says_its_present_value(room: WarRoom) -> None:
    fact = room.add(Fact(subject="Units sold", value="12,400"))
    text = f"We sold {reference(fact.id)} bottles, not ⟦1⟧."
    assert references(text) == (fact.id, "1")
    assert worded(room, text) == "We sold 12,400 bottles, not ⟦1⟧."
    room.change(fact, value="12,900")
    assert worded(room, text) == "We sold 12,900 bottles, not ⟦1⟧."
    room.change(fresh(room, fact), value="")
    assert worded(room, text) == "We sold ⟦Units sold⟧ bottles, not ⟦1⟧."
    room.take_back(fact)
    assert worded(room, text) == text


def test_what_a_fact_says_is_not_read_as_a_reference_again(room: WarRoom) -> None:
    other = room.add(Fact(subject="Secret", value="42"))
    fact = room.add(Fact(subject="Odd", value=f"see {reference(other.id)}"))
    assert worded(room, reference(fact.id)) == f"see {reference(other.id)}"


def test_the_public_text_ends_with_the_next_update_in_the_language_of_the_text(
    room: WarRoom,
) -> None:
    at = Moment.of(START.replace(hour=18, minute=0))
    text = written(room, next_update_at=at)
    said = "Next update at Mon 23 Nov 2026, 18:00 (UTC+08:00)"
    assert public_text(room, text) == f"We stopped the line.\n\n{said}"
    chinese = replace(text, language=Language.TRADITIONAL)
    said = "下次更新時間：2026年11月23日 週一 18:00（UTC+08:00）"
    assert public_text(room, chinese) == f"We stopped the line.\n\n{said}"
    day = replace(text, text="", next_update_at=replace(at, precision=Precision.DAY))
    assert public_text(room, day) == "Next update at Mon 23 Nov 2026"


def test_a_text_is_its_parts_in_order_without_the_empty_ones(room: WarRoom) -> None:
    draft = desk.begin(room, Form.HOLDING)
    assert [each["field"] for each in draft.parts] == [f.key for f in template(draft.form).fields]
    parts = [dict(each) for each in draft.parts]
    parts[0]["text"], parts[5]["text"] = "Bottles overheat", "We are sorry for the burns."
    room.change(draft, parts=tuple(parts))
    assert (
        public_text(room, fresh(room, draft)) == "Bottles overheat\n\nWe are sorry for the burns."
    )


def test_the_texts_that_use_a_fact_are_found_whatever_their_kind(room: WarRoom) -> None:
    fact, other = room.add_all([Fact(subject="Units"), Fact(subject="Dates")])
    named = f"We sold {reference(fact.id)}."
    text = written(room, text=named)
    answer = room.add(Answer(question="How many?", line=named))
    message = room.add(StaffMessage(title="Stop", text=named))
    room.add(Answer(question=f"Plain {fact.id}?", line="No reference"))
    gone = written(room, text=named)
    room.change(gone, standing=Standing.WITHDRAWN)
    assert [each.id for each in uses(room, fact)] == [text.id, answer.id, message.id]
    assert uses(room, other) == []


def test_text_of_control_bidi_and_zero_width_characters_is_kept_and_hashed_as_typed(
    room: WarRoom,
) -> None:
    odd = "a\u202eb\u200bc\x07\ufeff<b>&amp;\r\n\u2028z "
    text = written(room, text=odd)
    assert text.text == odd
    whole = f"First word\n{odd}".encode()
    assert fingerprint(room, text) == hashlib.sha256(whole).hexdigest()


@pytest.mark.parametrize("form", list(Form))
def test_every_template_has_parts_and_approvers(form: Form) -> None:
    found = template(form)
    keys = [each.key for each in found.fields]
    assert found.form is form
    assert len(set(keys)) == len(keys) > 5
    assert found.approvers
    assert any(each.needed for each in found.fields)


def test_a_full_statement_needs_three_roles_a_holding_statement_is_short() -> None:
    assert template(Form.FULL).approvers == (Role.COMMS_LEAD, Role.LEGAL, Role.EXECUTIVE)
    holding = template(Form.HOLDING)
    assert (holding.most_words, holding.most_characters) == (200, 300)


def test_a_form_of_a_later_program_has_a_template_without_parts() -> None:
    assert template("ST-NEW").fields == ()
    assert template("ST-NEW").approvers


def test_the_last_approval_makes_a_text_approved(room: WarRoom) -> None:
    text = written(room)
    desk.submit(room, text)
    assert fresh(room, text).standing is Standing.REVIEW
    room.operator = "Wu Ke"
    given = desk.approve(room, text, Role.LEGAL, note="Read twice")
    assert (given.by, given.role, given.note) == ("Wu Ke", Role.LEGAL, "Read twice")
    assert given.sha256 == fingerprint(room, text)
    assert desk.missing(room, text) == [Role.COMMS_LEAD]
    assert fresh(room, text).standing is Standing.REVIEW
    room.operator = "Chen Mo"
    desk.approve(room, text, Role.COMMS_LEAD)
    assert fresh(room, text).standing is Standing.APPROVED
    assert desk.missing(room, text) == []


def test_one_changed_character_after_approval_makes_a_draft_and_one_line(room: WarRoom) -> None:
    text = written(room)
    approve_all(room, text)
    before = notes(room)
    room.change(fresh(room, text), text="We stopped the line!")
    assert fresh(room, text).standing is Standing.DRAFT
    assert sign_offs(room, text) == []
    assert notes(room)[len(before) :] == ["First word: changed after approval, a draft again"]
    room.undo()
    assert fresh(room, text).standing is Standing.APPROVED
    assert desk.missing(room, text) == []
    assert notes(room) == before
    room.redo()
    assert [each.lapsed_why for each in room.all(SignOff)] == ["The text was changed."] * 2


@pytest.mark.parametrize(
    "values",
    [
        {"title": "First words"},
        {"language": Language.SIMPLIFIED},
        {"form": Form.FULL},
        {"next_update_at": Moment.of(START)},
        {"parts": ({"field": "headline", "text": "Other"},)},
    ],
)
def test_whatever_an_approval_is_of_ends_it_when_it_changes(room: WarRoom, values) -> None:
    text = written(room)
    approve_all(room, text)
    room.change(fresh(room, text), **values)
    assert fresh(room, text).standing is Standing.DRAFT
    assert sign_offs(room, text) == []


def test_what_no_approval_is_of_ends_none(room: WarRoom) -> None:
    text = written(room)
    approve_all(room, text)
    room.change(fresh(room, text), owner="Wu Ke", still_unknown="The cause")
    assert fresh(room, text).standing is Standing.APPROVED
    assert desk.missing(room, text) == []


def test_an_approval_of_another_value_of_a_fact_does_not_count(room: WarRoom) -> None:
    fact = room.add(Fact(subject="Units", value="12,400", status=Certainty.CONFIRMED))
    text = written(room, text=f"We sold {reference(fact.id)}.")
    desk.submit(room, text)
    room.operator = "Wu Ke"
    desk.approve(room, text, Role.LEGAL)
    other = replace(fact, value="12,900")
    room.change(fact, value=other.value)
    assert Role.LEGAL in desk.missing(room, text)


def test_at_level_1_nobody_approves_what_they_wrote_or_in_two_roles(room: WarRoom) -> None:
    text = written(room)
    desk.submit(room, text)
    for name in ("Lin Xia", " lin  xia ", "ＬＩＮ Xia"):
        room.operator = name
        with pytest.raises(RuleBroken, match="You wrote this text"):
            desk.approve(room, text, Role.LEGAL)
    room.operator = "Wu Ke"
    desk.approve(room, text, Role.LEGAL)
    with pytest.raises(RuleBroken, match="approved already by: Legal and compliance"):
        desk.approve(room, text, Role.LEGAL)
    with pytest.raises(RuleBroken, match="each role is another person"):
        desk.approve(room, text, Role.COMMS_LEAD)


def test_whoever_changes_a_text_wrote_it(room: WarRoom) -> None:
    text = written(room)
    room.operator = "Wu Ke"
    room.change(text, text="We stopped both lines.")
    desk.submit(room, text)
    with pytest.raises(RuleBroken, match="You wrote this text"):
        desk.approve(room, text, Role.LEGAL)


def test_at_level_3_one_person_may_write_and_approve_in_several_roles(room: WarRoom) -> None:
    room.change(room.incident, severity=Severity.MODERATE, why="Nobody hurt")
    text = written(room)
    desk.submit(room, text)
    for role in desk.approvers(text):
        desk.approve(room, text, role)
    assert fresh(room, text).standing is Standing.APPROVED


def test_an_approval_asks_for_a_text_in_review_a_name_and_a_role_of_the_template(
    room: WarRoom,
) -> None:
    text = written(room)
    with pytest.raises(RuleBroken, match="Only a text in review"):
        desk.approve(room, text, Role.LEGAL)
    desk.submit(room, text)
    room.operator = "Wu Ke"
    with pytest.raises(RuleBroken, match="needs no approval by: Finance"):
        desk.approve(room, text, Role.FINANCE)
    room.operator = " "
    with pytest.raises(RuleBroken, match="an approval needs a name"):
        desk.approve(room, text, Role.LEGAL)


def test_only_a_draft_that_says_something_is_submitted(room: WarRoom) -> None:
    draft = desk.begin(room, Form.HOLDING)
    with pytest.raises(RuleBroken, match="This text is empty"):
        desk.submit(room, draft)
    text = written(room)
    desk.submit(room, text)
    with pytest.raises(RuleBroken, match="Only a draft is submitted; this text is: In review"):
        desk.submit(room, text)


def test_a_staff_message_is_submitted_and_approved_like_a_statement(room: WarRoom) -> None:
    message = room.add(StaffMessage(title="Stop", text="All lines stop."))
    approve_all(room, message)
    assert fresh(room, message).standing is Standing.APPROVED
    room.change(fresh(room, message), text="All lines stop now.")
    assert fresh(room, message).standing is Standing.DRAFT
    assert sign_offs(room, message) == []
    room.change(fresh(room, message), sent_at=room.minute())
    with pytest.raises(RuleBroken, match="This text is out"):
        room.change(fresh(room, message), text="Start again.")
    with pytest.raises(RuleBroken, match="Only a draft is submitted"):
        desk.submit(room, message)


def test_versions_count_within_a_language(room: WarRoom) -> None:
    first = written(room)
    with pytest.raises(RuleBroken, match="A version in English is being written"):
        desk.next_version(room, first)
    chinese = desk.in_language(room, first, Language.TRADITIONAL)
    assert (chinese.version, chinese.of_series, chinese.text) == (1, first.id, first.text)
    with pytest.raises(RuleBroken, match="It is in English already"):
        desk.in_language(room, first, Language.ENGLISH)
    approve_all(room, first)
    desk.release(room, first, "website", before_staff_why="Nobody on shift")
    second = desk.next_version(room, first)
    assert (second.version, second.of_series, second.standing) == (2, first.id, Standing.DRAFT)
    assert "Lin Xia" in second.writers


@pytest.mark.parametrize(("hour", "kept"), [(14, False), (18, True)])
def test_a_next_version_names_no_next_update_that_is_past(room, hour: int, kept: bool) -> None:
    at = Moment.of(START.replace(hour=hour, minute=0))
    text = written(room, next_update_at=at)
    desk.release(room, text, "website", unapproved_why="Fire", before_staff_why="Fire")
    assert desk.next_version(room, text).next_update_at == (at if kept else None)


def test_an_earlier_wording_is_brought_back_as_a_draft_and_never_into_what_is_out(
    room: WarRoom,
) -> None:
    text = written(room)
    room.change(text, text="Second wording.")
    approve_all(room, text)
    second = room.history(text)[1].number
    room.bring_back(fresh(room, text), second)
    back = fresh(room, text)
    assert (back.text, back.standing) == ("We stopped the line.", Standing.DRAFT)
    assert sign_offs(room, text) == []
    desk.release(room, text, "website", unapproved_why="Fire", before_staff_why="Fire")
    with pytest.raises(RuleBroken, match="This text is out"):
        room.bring_back(fresh(room, text), room.history(text)[-2].number - 5)


def test_a_text_that_is_out_is_neither_changed_nor_taken_back(room: WarRoom) -> None:
    text = written(room)
    desk.release(room, text, "website", unapproved_why="Fire", before_staff_why="Fire")
    for name, value in (("text", "x"), ("title", "x"), ("form", Form.FULL), ("parts", ({},))):
        with pytest.raises(RuleBroken, match="This text is out"):
            room.change(fresh(room, text), **{name: value})
    with pytest.raises(RuleBroken, match="This text is out"):
        room.take_back(fresh(room, text))


def test_the_timeline_says_what_the_texts_did(room: WarRoom) -> None:
    text = written(room)
    approve_all(room, text)
    out = desk.release(room, text, "website", before_staff_why="Nobody on shift")
    entry = room.all(Entry)[-1]
    assert (entry.kind, entry.text) == (EntryKind.STATEMENT, out.entry().text)
