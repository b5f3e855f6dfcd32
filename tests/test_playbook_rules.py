"""Rules of the playbooks: the full statement is complete, closing says what is open, staff first."""

from dataclasses import replace

import pytest

from desktop.pages.board import BoardPage
from desktop.warroom.choices import Certainty, CrisisType, EntryKind, Role, TaskStatus
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.clocks import Clock, ClockKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.subjects import Claim
from desktop.warroom.method.words import Known
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.ending import (
    plan_tells_public_first,
    public_before_staff,
    still_open,
)
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.records import Entry, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.answering import answer
from desktop.warroom.statements.promises import keep, promise
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.words import Form

AT_18 = Moment.parse("2026-11-23T18:00+08:00")
AT_20 = Moment.parse("2026-11-23T20:00+08:00")
PEOPLE = {Role.COMMS_LEAD: "Wu", Role.LEGAL: "Chen", Role.EXECUTIVE: "Zhao"}


def card(room: WarRoom, plan_id: str, **values) -> Task:
    return room.add(Task(title=f"Task {plan_id}", plan_id=plan_id, **values))


def finish(room: WarRoom, task: Task) -> None:
    room.place(room.get(Task, task.id), status=TaskStatus.DONE)


def is_done(room: WarRoom, task: Task) -> bool:
    return room.get(Task, task.id).status == TaskStatus.DONE


def complete(room: WarRoom, **left_out) -> Statement:
    """A full statement that has everything, as far as nothing is left out."""
    fact = room.add(Fact(subject="Units sold", value="12,400", status=Certainty.CONFIRMED))
    text = f"We sold ⟦{fact.id}⟧ bottles and we are sorry."
    held = {"text": text, "next_update_at": AT_18} | left_out
    said = room.add(Statement(form=Form.FULL, title="We are sorry", **held))
    desk.submit(room, said)
    for role, name in PEOPLE.items():
        room.operator = name
        desk.approve(room, said, role)
    yes = dict.fromkeys(("concise", "truthful", "sincere", "proactive"), Known.YES)
    answer(room, said, **yes)
    room.operator = "Lin Xia"
    return room.get(Statement, said.id)


# rule 5: the full statement


def test_the_full_statement_is_not_done_while_there_is_none(room: WarRoom):
    task = card(room, "C20")
    with pytest.raises(RuleBroken, match="lacks a text"):
        finish(room, task)
    assert not is_done(room, task)


def test_a_complete_full_statement_is_done(room: WarRoom):
    task = card(room, "C20")
    complete(room)
    finish(room, task)
    assert is_done(room, task)


def test_the_refusal_lists_all_that_is_missing(room: WarRoom):
    task = card(room, "C20")
    fact = room.add(Fact(subject="Units sold", value="12,400"))
    room.add(Statement(form=Form.FULL, title="Sorry", text=f"We sold ⟦{fact.id}⟧."))
    with pytest.raises(RuleBroken) as refused:
        finish(room, task)
    assert str(refused.value) == (
        "Not done yet: the full statement lacks confirmation of: Units sold; approval by: "
        "Communications lead, Legal and compliance, Executive sponsor; the time of the next "
        "update; four answers in the check of the four rules."
    )


def test_a_statement_without_the_time_of_its_next_update_is_not_done(room: WarRoom):
    task = card(room, "C20")
    complete(room, next_update_at=None)
    with pytest.raises(RuleBroken, match=r"lacks the time of the next update\."):
        finish(room, task)


def test_one_letter_changed_takes_approvals_and_answers_away(room: WarRoom):
    task = card(room, "C20")
    said = complete(room)
    room.change(said, text=said.text + "!")
    with pytest.raises(RuleBroken, match=r"approval by.*four answers"):
        finish(room, task)
    room.undo()
    finish(room, task)
    assert is_done(room, task)


def test_a_fact_that_is_disputed_later_keeps_it_from_being_done(room: WarRoom):
    task = card(room, "C20")
    complete(room)
    (fact,) = room.all(Fact)
    room.change(fact, status=Certainty.DISPUTED)
    with pytest.raises(RuleBroken, match="confirmation of: Units sold"):
        finish(room, task)


def test_any_way_to_set_it_done_is_refused_and_other_cards_are_free(room: WarRoom):
    task, other = card(room, "C20"), card(room, "C21")
    with pytest.raises(RuleBroken):
        room.change(task, status=TaskStatus.DONE)
    with pytest.raises(RuleBroken):
        room.change_all([other, task], status=TaskStatus.DONE)
    assert not is_done(room, other)
    room.change(room.add(Task(title="C20 by hand")), status=TaskStatus.DONE)
    room.change(other, status=TaskStatus.DONE)
    assert is_done(room, other)


def test_an_outdated_full_statement_does_not_count(room: WarRoom):
    task = card(room, "C20")
    said = complete(room)
    room.add(Statement(form=Form.FULL, title="Another draft"))
    finish(room, task)
    room.change(room.get(Task, task.id), status=TaskStatus.DOING)
    room.change(said, standing="withdrawn")
    with pytest.raises(RuleBroken):
        finish(room, task)


# rule 6: closing


def notes(room: WarRoom) -> list[str]:
    return [each.text for each in room.all(Entry) if each.kind == EntryKind.NOTE]


def test_closing_with_nothing_open_says_nothing(room: WarRoom):
    finish(room, card(room, "C28", critical=True))
    assert notes(room) == []


def test_closing_says_in_the_timeline_what_is_still_open_and_goes_on(room: WarRoom):
    task = card(room, "C28", critical=True)
    promise(room, "Refund", AT_18, "Wu")
    keep(room, promise(room, "Report", AT_18, "Wu"))
    room.add(Clock(what=ClockKind.STATUTORY, title="Report to the authority"))
    room.add(Claim(text="It burns"))
    room.add(Entry(kind=EntryKind.RUMOUR, text="A child is dead", happened_at=room.minute()))
    room.add_all([Task(title="Recall", critical=True), Task(title="Tidy up")])
    finish(room, task)
    assert is_done(room, task)
    assert notes(room) == [
        "Closing while still open: 1 promise, 1 clock, 2 rumours, 1 critical task."
    ]
    room.undo()
    assert notes(room) == []
    assert not is_done(room, task)


def test_what_is_open_is_counted_by_kind(room: WarRoom):
    promise(room, "Refund", AT_18, "Wu")
    promise(room, "Report", AT_20, "Wu")
    assert still_open(room) == ["2 promises"]


# rule 4: staff before the public


@pytest.mark.parametrize(("staff", "warned"), [(AT_18, False), (AT_20, True)])
def test_staff_due_after_the_public_is_warned_of(room: WarRoom, staff: Moment, warned: bool):
    card(room, "C12", due=AT_18)
    card(room, "C11", due=staff)
    assert bool(public_before_staff(room)) is warned


def test_the_warning_names_both_times_and_ends_when_staff_have_heard(room: WarRoom):
    card(room, "C12", due=AT_18)
    told = card(room, "C11", due=AT_20)
    assert public_before_staff(room) == (
        "Employees are due to hear at 20:00, after the public at 18:00. Let them hear first."
    )
    finish(room, told)
    assert public_before_staff(room) == ""


def test_a_holding_statement_before_the_staff_message_asks_for_a_reason(room: WarRoom):
    said = room.add(Statement(form=Form.HOLDING, title="Holding", text="We know."))
    with pytest.raises(RuleBroken, match="staff"):
        desk.release(room, said, "website", unapproved_why="urgent")
    out = desk.release(
        room, said, "website", unapproved_why="urgent", before_staff_why="a leak forces us"
    )
    assert out.before_staff_why == "a leak forces us"


def test_a_playbook_that_tells_the_public_first_is_warned_of():
    plan = shipped(CrisisType.DATA_LEAK)
    assert plan_tells_public_first(plan) == ""
    late = tuple(replace(t, offset=120) if t.id == "C11" else t for t in plan.tasks)
    assert "120 min after T0" in plan_tells_public_first(replace(plan, tasks=late))


def test_the_board_warns_when_staff_are_due_after_the_public(qtbot, fresh_theme, room: WarRoom):
    page = BoardPage(room)
    qtbot.addWidget(page)
    card(room, "C12", due=AT_18)
    told = card(room, "C11", due=AT_20)
    assert page.order.texts() == [public_before_staff(room)]
    room.change(told, due=AT_18)
    assert page.order.isHidden()


def test_the_board_says_why_a_full_statement_is_not_done(qtbot, fresh_theme, room: WarRoom):
    page, task = BoardPage(room), card(room, "C20")
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.failed) as failed:
        page.deeds.toggle(task.id)
    assert "lacks a text" in failed.args[0]
    assert not is_done(room, task)


def test_the_board_says_what_a_closing_report_leaves_open(qtbot, fresh_theme, room: WarRoom):
    page, task = BoardPage(room), card(room, "C28")
    qtbot.addWidget(page)
    promise(room, "Refund", AT_18, "Wu")
    with qtbot.waitSignal(page.did) as did:
        page.deeds.toggle(task.id)
    assert did.args[0].endswith("Closing while still open: 1 promise.")
