"""Journalists' questions: how urgent they are, what is done with them, and corrections."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.answers.called import log, read
from desktop.warroom.answers.corrections import figures
from desktop.warroom.answers.inquiries import Correction, Inquiry, in_order, late, priority
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.matching import matching
from desktop.warroom.answers.replying import decline, into_bank, link, reply, use_line
from desktop.warroom.answers.words import CorrectionState, InquiryState, LineState
from desktop.warroom.choices import Tier
from desktop.warroom.faults import RuleBroken
from desktop.warroom.measures import next_dues
from desktop.warroom.method.clock_lines import Group, lines
from desktop.warroom.method.clocks import ClockKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.media import MediaContact
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from desktop.warroom.wall import Showing
from tests.rooms import START

NOW = Moment.of(START)


def later(minutes: float) -> Moment:
    return Moment.of(START + timedelta(minutes=minutes))


def asked(**values: Any) -> Inquiry:
    return Inquiry(**{"outlet": "City TV", "question": "Why so late?", "received_at": NOW} | values)


@pytest.mark.parametrize(
    ("values", "urgent"),
    [
        ({"tier": Tier.FIRST, "deadline": later(200)}, 3),
        ({"tier": Tier.SECOND, "deadline": later(200)}, 2),
        ({"tier": Tier.NONE, "deadline": later(200)}, 1),
        ({"tier": Tier.UNKNOWN, "deadline": later(200)}, 3),
        ({"tier": Tier.NONE, "deadline": later(60)}, 2),
        ({"tier": Tier.NONE, "deadline": later(61)}, 1),
        ({"tier": Tier.NONE, "deadline": later(-5)}, 2),
        ({"tier": Tier.FIRST, "deadline": later(30), "published": True}, 5),
    ],
)
def test_urgency_is_tier_and_deadline_and_what_is_out(values: Any, urgent: int) -> None:
    assert priority(asked(**values), NOW) == urgent


@pytest.mark.parametrize(
    ("tier", "minutes"),
    [(Tier.FIRST, 60), (Tier.UNKNOWN, 60), (Tier.SECOND, 120), (Tier.NONE, 480)],
)
def test_without_a_deadline_ours_counts_by_the_tier(tier: Tier, minutes: int) -> None:
    inquiry = asked(tier=tier)
    assert inquiry.due == later(minutes)
    assert inquiry.tier_assumed is (tier is Tier.UNKNOWN)
    assert late(inquiry, later(minutes + 1))
    assert not late(inquiry, later(minutes))


@given(st.lists(st.tuples(st.sampled_from(Tier), st.integers(-300, 300), st.booleans())))
def test_the_most_urgent_stand_first_and_then_what_is_due_first(given_: Any) -> None:
    found = [
        asked(id=f"{n:03}", tier=tier, deadline=later(minutes), published=out)
        for n, (tier, minutes, out) in enumerate(given_)
    ]
    closed = asked(id="z", state=InquiryState.ANSWERED, answered_at=NOW)
    *ordered, last = in_order([closed, *found], NOW)
    keys = [(-priority(each, NOW), each.due.ms) for each in ordered if each.due]
    assert keys == sorted(keys)
    assert last == closed


def test_a_call_is_logged_in_one_line(room: WarRoom) -> None:
    inquiry = log(room, "City TV, Wu: why so late? !16:30")
    assert (inquiry.outlet, inquiry.journalist) == ("City TV", "Wu")
    assert inquiry.question == "why so late?"
    assert str(inquiry.deadline) == "2026-11-23T16:30+08:00"
    assert inquiry.received_at == NOW
    assert inquiry.owner == "Lin Xia"


def test_a_call_in_chinese_reads_the_same(room: WarRoom) -> None:
    inquiry = log(room, "14:10 城市電視，吳記者：為什麼這麼晚？ !下午5點")
    assert (inquiry.outlet, inquiry.journalist) == ("城市電視", "吳記者")
    assert inquiry.question == "為什麼這麼晚？"
    assert str(inquiry.deadline) == "2026-11-23T17:00+08:00"
    assert str(inquiry.received_at) == "2026-11-23T14:10+08:00"


def test_a_time_in_the_question_parts_nothing(room: WarRoom) -> None:
    call = read(room, "City TV: did you know at 14:05 or at https://x.example?")
    assert call.question == "did you know at 14:05 or at https://x.example?"


@pytest.mark.parametrize("line", ["why so late?", "City TV:", "City TV, Wu", ""])
def test_a_call_without_outlet_or_question_is_refused(room: WarRoom, line: str) -> None:
    with pytest.raises(RuleBroken, match="colon"):
        log(room, line)
    assert not room.all(Inquiry)


@given(st.text())
def test_any_line_is_read_without_a_fault_and_nothing_is_lost(room: WarRoom, text: str) -> None:
    call = read(room, text)
    assert call.question in text
    assert call.outlet in text


def test_a_known_journalist_brings_outlet_tier_and_phone(room: WarRoom) -> None:
    he = room.add(
        MediaContact(name="He Yu", outlet="Harbour Daily", tier=Tier.SECOND, phone="555 0101")
    )
    inquiry = log(room, "he yu: is it true?")
    assert inquiry.contact == he.id
    assert (inquiry.outlet, inquiry.tier, inquiry.phone) == (
        "Harbour Daily",
        Tier.SECOND,
        "555 0101",
    )


def test_an_outlet_keeps_the_tier_that_it_had(room: WarRoom) -> None:
    room.add(asked(tier=Tier.NONE))
    assert log(room, "City TV: again?").tier == Tier.NONE


def test_linking_a_contact_fills_outlet_and_tier_in_one_act(room: WarRoom) -> None:
    he = room.add(MediaContact(name="He Yu", outlet="Harbour Daily", tier=Tier.FIRST))
    inquiry = room.add(asked(outlet="Harbour"))
    link(room, inquiry, he)
    found = room.get(Inquiry, inquiry.id)
    assert (found.outlet, found.tier, found.journalist) == ("Harbour Daily", Tier.FIRST, "He Yu")
    room.undo()
    assert room.get(Inquiry, inquiry.id) == inquiry


def test_what_is_typed_with_the_contact_stays(room: WarRoom) -> None:
    he = room.add(MediaContact(name="He Yu", outlet="Harbour Daily", tier=Tier.FIRST))
    inquiry = room.add(asked())
    room.change(inquiry, contact=he.id, outlet="Harbour Weekend", journalist="Mei")
    found = room.get(Inquiry, inquiry.id)
    assert (found.outlet, found.journalist) == ("Harbour Weekend", "Mei")


def test_an_answer_has_its_time_and_its_words(room: WarRoom) -> None:
    inquiry = room.add(asked())
    with pytest.raises(RuleBroken, match="Say what was answered"):
        reply(room, inquiry, " ")
    reply(room, inquiry, "We told the shops at noon.")
    found = room.get(Inquiry, inquiry.id)
    assert (found.state, found.answered_at) == (InquiryState.ANSWERED, NOW)
    assert found.answer == "We told the shops at noon."
    room.change(found, state=InquiryState.OPEN)
    assert room.get(Inquiry, inquiry.id).answered_at is None


def test_declining_needs_a_reason(room: WarRoom) -> None:
    inquiry = room.add(asked())
    with pytest.raises(RuleBroken, match="why the inquiry is declined"):
        decline(room, inquiry, "  ")
    decline(room, inquiry, "A court forbids it.")
    found = room.get(Inquiry, inquiry.id)
    assert (found.state, found.reason) == (InquiryState.DECLINED, "A court forbids it.")


def approved(room: WarRoom, line: str, **values: Any) -> Answer:
    return room.add(Answer(question="Why so late?", line=line, state=LineState.APPROVED, **values))


def test_a_line_is_said_with_the_present_value_of_its_facts(room: WarRoom) -> None:
    fact = room.add(Fact(subject="Units", value="12,400"))
    line = approved(room, f"We call back ⟦{fact.id}⟧ units.")
    inquiry = room.add(asked())
    use_line(room, inquiry, line)
    found = room.get(Inquiry, inquiry.id)
    assert (found.answer, found.line) == ("We call back 12,400 units.", line.id)
    assert room.get(Answer, line.id).asked == 2
    reply(room, found, "", room.get(Answer, line.id))
    assert room.get(Inquiry, inquiry.id).state == InquiryState.ANSWERED
    assert room.get(Answer, line.id).asked == 2


@pytest.mark.parametrize(
    "line",
    [
        {"state": LineState.DRAFT},
        {"state": LineState.RETIRED},
        {"state": LineState.APPROVED, "expires_at": later(-1)},
    ],
)
def test_a_line_that_is_not_in_force_is_refused(room: WarRoom, line: Any) -> None:
    answer = room.add(Answer(question="Why?", line="So.", **line))
    with pytest.raises(RuleBroken, match="not valid"):
        use_line(room, room.add(asked()), answer)


def test_a_new_question_goes_into_the_bank_and_a_known_one_is_counted(room: WarRoom) -> None:
    first, second = room.add(asked()), room.add(asked(question="  WHY so late"))
    put = into_bank(room, first)
    assert (put.question, put.state, put.asked) == ("Why so late?", LineState.OPEN, 1)
    assert into_bank(room, second).asked == 2
    (only,) = room.all(Answer)
    assert room.get(Inquiry, second.id).line == only.id
    with pytest.raises(RuleBroken, match="already"):
        into_bank(room, room.get(Inquiry, first.id))
    room.undo()
    assert room.get(Answer, only.id).asked == 1


def test_lines_are_found_by_some_of_the_words_in_both_scripts() -> None:
    bank = [
        Answer(id="1", question="Why did the recall come so late?"),
        Answer(id="2", question="Is the water safe to drink?"),
        Answer(id="3", question="召回為什麼這麼晚？"),
    ]
    assert [each.id for each in matching(bank, "so why is the recall that late")] == ["1"]
    assert [each.id for each in matching(bank, "為什麼召回晚了")] == ["3"]
    assert [each.id for each in matching(bank, "is it safe to dri")] == ["2"]
    assert matching(bank, "  ") == []


def test_inquiries_stand_among_the_clocks(room: WarRoom) -> None:
    said, ours = room.add(asked(deadline=later(20))), room.add(asked(tier=Tier.NONE))
    found = {each.record.id: each for each in lines(room) if isinstance(each.record, Inquiry)}
    assert found[said.id].what == ClockKind.MEDIA
    assert (found[said.id].internal, found[ours.id].internal) == (False, True)
    assert found[said.id].group is Group.RUNNING
    reply(room, said, "Because.")
    assert said.id not in {each.record.id for each in lines(room) if each.record}


def test_the_next_deadline_may_be_a_journalists(room: WarRoom) -> None:
    room.add_all([asked(deadline=later(-20)), asked(outlet="Radio", deadline=later(20))])
    (due, *_more) = next_dues(room, NOW, 3)
    assert (due.text, due.at) == ("Radio: Why so late?", later(20))
    assert Showing.of(room).admits(due.record)
    room.change(room.incident, wall_shows_internal=False)
    assert not Showing.of(room).admits(due.record)


def test_a_request_marks_the_media_item_and_figures_say_what_came_of_them(room: WarRoom) -> None:
    item = room.add(Coverage(outlet="Radio", headline="Ten hurt", published_at=NOW))
    asking = Correction(coverage=item.id, outlet="Radio", wrong="ten", asked_at=later(-120))
    request = room.add(asking)
    assert room.get(Coverage, item.id).error
    room.add(Correction(outlet="City TV", wrong="x", asked_at=later(-60)))
    room.add(Correction(outlet="Blog", wrong="y", state=CorrectionState.DROPPED))
    room.change(request, state=CorrectionState.CORRECTED)
    found = figures(room.all(Correction))
    assert (found.requested, found.corrected, found.hours) == (2, 1, 2.0)
    assert found.rate == 0.5
    assert figures([]).rate is None
