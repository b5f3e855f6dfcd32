"""The question bank: lines approved by a second person, expired, found in any words."""

import pytest

from desktop.warroom.answers.bank import Stand, approve, asked_again, retire, stand
from desktop.warroom.answers.finding import Bank
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.lines import Answer, expired, qa_coverage, valid
from desktop.warroom.answers.words import LineState
from desktop.warroom.choices import Severity
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from tests.rooms import clock, new_room

AT_18 = Moment.parse("2026-11-23T18:00+08:00")


def answer(room: WarRoom, question: str, line: str = "", **values) -> Answer:
    return room.add(Answer(question=question, line=line, **values))


def fresh(room: WarRoom, held: Answer) -> Answer:
    return room.get(Answer, held.id)


def approved(room: WarRoom, question: str, line: str = "Yes.", **values) -> Answer:
    return answer(room, question, line, state=LineState.APPROVED, approved_by="Wu", **values)


def found(room: WarRoom, words: str) -> list[str]:
    return [each.question for each in Bank(room).find(words, room.now().ms)]


# approval


def test_a_second_person_approves_at_level_1(room: WarRoom):
    held = answer(room, "Why?", "We test it.")
    with pytest.raises(RuleBroken, match="somebody else"):
        approve(room, held)
    room.operator = "Wu Lan"
    approve(room, held)
    now = fresh(room, held)
    assert now.approved_by == "Wu Lan"
    assert valid(now, room.now().ms)


def test_whoever_changed_the_words_wrote_them_too(room: WarRoom):
    held = answer(room, "Why?", "We test it.")
    room.operator = "Wu  lan"
    room.change(held, line="We are testing it.")
    room.operator = "Wu Lan"
    with pytest.raises(RuleBroken, match="somebody else"):
        approve(room, fresh(room, held))


@pytest.mark.parametrize("level", [Severity.MODERATE, Severity.MINOR])
def test_at_level_3_and_4_the_writer_may_approve(room: WarRoom, level: Severity):
    room.change(room.incident, severity=level, why="smaller than feared")
    held = answer(room, "Why?", "We test it.")
    approve(room, held)
    assert valid(fresh(room, held), room.now().ms)


def test_nobody_approves_a_question_without_a_line_or_an_expired_one(room: WarRoom):
    room.operator = "Wu Lan"
    with pytest.raises(RuleBroken, match="no line"):
        approve(room, answer(room, "Why?"))
    over = Moment.parse("2026-11-23T14:00+08:00")
    with pytest.raises(RuleBroken, match="time is over"):
        approve(room, answer(room, "How?", "So.", expires_at=over))


def test_a_line_that_is_changed_is_a_draft_again_and_undo_brings_the_approval_back(room: WarRoom):
    held = approved(room, "Why?", "We test it.")
    room.change(held, line="We have tested it.")
    changed = fresh(room, held)
    assert (changed.state, changed.approved_by) == (LineState.DRAFT, "")
    room.undo()
    assert valid(fresh(room, held), room.now().ms)


def test_an_earlier_wording_that_is_brought_back_is_not_approved(room: WarRoom):
    held = answer(room, "Why?", "First.")
    first = room.history(held)[0].number
    room.change(held, line="Second.")
    room.operator = "Wu Lan"
    approve(room, fresh(room, held))
    room.bring_back(fresh(room, held), first)
    assert not valid(fresh(room, held), room.now().ms)


def test_other_fields_leave_the_approval(room: WarRoom):
    held = approved(room, "Why?")
    room.change(held, owner="Chen", asked=4)
    assert valid(fresh(room, held), room.now().ms)


def test_a_line_expires_and_is_not_valid_any_more(tmp_path):
    now = clock()
    room = new_room(tmp_path / "r.warroom", now)
    held = approved(room, "Why?", expires_at=AT_18)
    assert valid(held, room.now().ms)
    now.move(hours=4)
    assert not valid(held, room.now().ms)
    assert expired(held, room.now().ms)
    assert stand(held, room.now().ms) is Stand.EXPIRED
    room.close()


def test_a_retired_line_is_no_longer_said(room: WarRoom):
    held = approved(room, "Why?")
    retire(room, held)
    assert stand(fresh(room, held), room.now().ms) is Stand.RETIRED
    with pytest.raises(RuleBroken):
        retire(room, held)


def test_a_question_that_is_asked_again_is_counted(room: WarRoom):
    held = answer(room, "Why?")
    assert [asked_again(room, held), asked_again(room, held)] == [2, 3]


def test_coverage_is_of_distinct_questions(room: WarRoom):
    assert qa_coverage(room).share is None
    line = approved(room, "Why do they overheat?")
    approved(room, "why do they overheat")
    answer(room, "Who is the supplier?")
    retire(room, approved(room, "Will the CEO resign?"))
    room.add(Inquiry(outlet="City TV", question="Why, please?", line=line.id))
    room.add(Inquiry(outlet="City TV", question="Who is the supplier"))
    room.add(Inquiry(outlet="City TV", question="How many are hurt?"))
    covered = qa_coverage(room)
    assert (covered.valid, covered.asked) == (1, 3)


# search


def test_words_are_found_in_any_order_and_place(room: WarRoom):
    approved(room, "Why do the bottles overheat?", "The seal is tested.", not_to_say="supplier")
    approved(room, "How are refunds paid?", "Within two days.")
    for words in ("overheat bottles", "SEAL why", "supplier bottle", "ｓｅａｌ"):
        assert found(room, words) == ["Why do the bottles overheat?"]
    assert found(room, "bottles refunds") == []


def test_chinese_words_need_no_spaces_and_no_order(room: WarRoom):
    approved(room, "電池為什麼會過熱？", "第三方實驗室正在檢測。")
    approved(room, "如何退款？", "任何門市均可。")
    for words in ("過熱電池", "電池過熱", "實驗室 電池", "檢測"):
        assert found(room, words) == ["電池為什麼會過熱？"]
    assert found(room, "B2231電池") == []


def test_what_may_be_said_comes_first_and_what_is_retired_last(room: WarRoom):
    retire(room, approved(room, "refund one"))
    answer(room, "refund two")
    approved(room, "refund three")
    assert found(room, "refund") == ["refund three", "refund two", "refund one"]


def test_a_question_is_found_before_a_line_that_only_mentions_it(room: WarRoom):
    approved(room, "Where is the shop?", "Refunds are paid there.")
    approved(room, "Refunds?", "Two days.")
    assert found(room, "refunds")[0] == "Refunds?"


def test_a_line_is_found_by_the_present_value_of_its_facts(room: WarRoom):
    fact = room.add(Fact(subject="Units sold", value="12,400"))
    approved(room, "How many?", f"We sold ⟦{fact.id}⟧ bottles.")
    bank = Bank(room)
    assert [each.question for each in bank.find("12,400", room.now().ms)] == ["How many?"]
    room.change(fact, value="12,900")
    bank.read()
    assert bank.find("12,400", room.now().ms) == []
    assert bank.find("12,900", room.now().ms)


def test_one_among_two_thousand_is_found_and_changes_are_followed(room: WarRoom):
    made = room.add_all(
        [Answer(question=f"Question {n} about refunds?", line=f"Line {n}") for n in range(2_000)]
    )
    bank = Bank(room)
    assert [each.id for each in bank.find("1234 refunds", room.now().ms)] == [made[1234].id]
    assert len(bank.find("", room.now().ms)) == 200
