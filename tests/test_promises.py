"""Promises are clocks with an owner, kept, kept late or broken; texts that are out offer more."""

from datetime import datetime

import pytest

from desktop.warroom.choices import Channel, Language, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.caught import caught, offered
from desktop.warroom.statements.promises import (
    PromiseState,
    break_,
    keep,
    next_updates,
    open_promises,
    promise,
    promises,
    state,
)
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from tests.rooms import START, T0, clock, new_room

AT_18 = Moment.parse("2026-11-23T18:00+08:00")
AT_20 = Moment.parse("2026-11-23T20:00+08:00")


def times(text: str, at: datetime = START) -> list[str]:
    return [str(each.due)[:16] for each in caught(text, at)]


def out(room: WarRoom, text: str, **values) -> Statement:
    """A statement that is out, with its release."""
    held = {"title": "Holding", "text": text, "standing": Standing.RELEASED} | values
    said = room.add(Statement(**held))
    room.add(Release(statement=said.id, at=room.minute(), title=said.title, text=text))
    return said


def test_a_promise_is_a_clock_with_an_owner_and_the_statement_it_was_made_in(room: WarRoom):
    said = room.add(Statement(title="Holding"))
    made = promise(room, "Refund all bottles", AT_18, "Wu Lan", "customers", said)
    assert promises(room) == [made]
    assert (made.what, made.owner, made.promised_to) == (ClockKind.PROMISE, "Wu Lan", "customers")
    assert made.statement == said.id
    assert made.due == AT_18


@pytest.mark.parametrize(("due", "owner"), [(None, "Wu"), (AT_18, " ")])
def test_a_promise_without_a_time_or_an_owner_is_refused(room: WarRoom, due, owner):
    with pytest.raises(RuleBroken):
        promise(room, "Refund", due, owner)
    assert promises(room) == []


def test_a_promise_is_open_then_late_and_kept_late(tmp_path):
    now = clock()
    room = new_room(tmp_path / "r.warroom", now)
    made = promise(room, "Refund", AT_18, "Wu")
    assert state(made, room.now().ms) is PromiseState.OPEN
    now.move(hours=6)
    assert state(made, room.now().ms) is PromiseState.LATE
    keep(room, made, "bank file 22")
    kept = promises(room)[0]
    assert state(kept, room.now().ms) is PromiseState.KEPT_LATE
    assert kept.receipt == "bank file 22"
    assert not open_promises(room)
    room.close()


def test_a_promise_that_is_kept_in_time_is_kept_for_ever(tmp_path):
    now = clock()
    room = new_room(tmp_path / "r.warroom", now)
    keep(room, promise(room, "Refund", AT_18, "Wu"))
    now.move(hours=6)
    assert state(promises(room)[0], room.now().ms) is PromiseState.KEPT
    room.close()


def test_a_promise_is_broken_only_with_a_reason_and_only_once(room: WarRoom):
    made = promise(room, "Refund", AT_18, "Wu")
    with pytest.raises(RuleBroken, match="Say why"):
        break_(room, made, "  ")
    break_(room, made, "The bank refuses")
    broken = promises(room)[0]
    assert state(broken, room.now().ms) is PromiseState.BROKEN
    with pytest.raises(RuleBroken, match="done with"):
        keep(room, broken)
    room.undo()
    assert state(promises(room)[0], room.now().ms) is PromiseState.OPEN


def test_promises_stand_late_first_then_open_then_done(tmp_path):
    now = clock()
    room = new_room(tmp_path / "r.warroom", now)
    promise(room, "open", AT_20, "Wu")
    promise(room, "late", AT_18, "Wu")
    keep(room, promise(room, "kept", AT_18, "Wu"))
    now.move(hours=4, minutes=30)
    assert [each.title for each in promises(room)] == ["late", "open", "kept"]
    room.close()


# the next public update


def updates(room: WarRoom) -> list[Clock]:
    return [each for each in room.all(Clock) if each.what == ClockKind.UPDATE]


def release(room: WarRoom, said: Statement, at: Moment | None = None) -> None:
    new, changed = next_updates(room, said, at or room.minute())
    room.together(new, changed)


def test_the_next_update_of_a_released_statement_is_a_clock(room: WarRoom):
    release(room, room.add(Statement(title="Holding", next_update_at=AT_18, owner="Lin")))
    (made,) = updates(room)
    assert (made.due, made.owner, made.running) == (AT_18, "Lin", True)


def test_a_later_release_keeps_the_update_and_begins_its_own(room: WarRoom):
    release(room, room.add(Statement(title="Holding", next_update_at=AT_18)))
    release(room, room.add(Statement(title="Update", next_update_at=AT_20)))
    first, second = updates(room)
    assert first.state == ClockState.KEPT
    assert first.receipt == "Update"
    assert second.running
    assert second.due == AT_20


def test_any_later_release_keeps_the_update(room: WarRoom):
    release(room, room.add(Statement(title="Holding", next_update_at=AT_18)))
    release(room, room.add(Statement(title="Recall")))
    assert [each.state for each in updates(room)] == [ClockState.KEPT]


def test_another_language_of_the_same_version_neither_keeps_nor_doubles_it(room: WarRoom):
    first = room.add(Statement(title="Holding", next_update_at=AT_18))
    release(room, first)
    for due in (AT_18, AT_20, None):
        text = Statement(title="聲明", series=first.id, language="zh_TW", next_update_at=due)
        release(room, room.add(text))
    assert [each.running for each in updates(room)] == [True]


def test_a_clock_that_was_set_by_hand_for_the_same_time_is_not_doubled(room: WarRoom):
    room.add(Clock(what=ClockKind.UPDATE, title="Next public update", due=AT_18, internal=True))
    release(room, room.add(Statement(title="Holding", next_update_at=AT_18)))
    assert [each.running for each in updates(room)] == [True]


def test_a_release_that_is_recorded_afterwards_keeps_no_later_promise(room: WarRoom):
    release(room, room.add(Statement(title="Holding", next_update_at=AT_18)))
    release(room, room.add(Statement(title="Earlier")), T0)
    assert [each.running for each in updates(room)] == [True]


# what texts promise


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We will refund all bottles by 18:00.", "2026-11-23T18:00"),
        ("We'll publish the test result before 6 p.m. tomorrow.", "2026-11-24T18:00"),
        ("Refunds are paid within 24 hours.", "2026-11-24T14:30"),
        ("Every caller gets an answer within two working days.", "2026-11-25T23:59"),
        ("We will have the report by Friday.", "2026-11-27T23:59"),
        ("We will report on 30 November at noon.", "2026-11-30T12:00"),
        ("The hotline will open on December 1, 2026.", "2026-12-01T23:59"),
        ("We will report again by 09:00.", "2026-11-24T09:00"),
        ("本公司將於 11 月 24 日上午 10:00 公布檢測結果。", "2026-11-24T10:00"),
        ("退款將在今晚 8 點前完成。", "2026-11-23T20:00"),
        ("我們將在二十四小時內回覆每一位顧客。", "2026-11-24T14:30"),
        ("3 個工作日內完成退款。", "2026-11-26T23:59"),
        ("最迟于明天下午3点半之前答复。", "2026-11-24T15:30"),
        ("我们会在本周五前公布调查结果。", "2026-11-27T23:59"),
        ("將於２０２６年１２月１日公布。", "2026-12-01T23:59"),
    ],
)
def test_a_sentence_with_a_time_ahead_is_caught(text: str, due: str):
    assert times(text) == [due]


@pytest.mark.parametrize(
    "text",
    [
        "The fire was out by 09:00.",
        "We will look after everybody who was hurt.",
        "The bottles were sold until 20 November.",
        "11 月 20 日記者會已經召開。",
        "We sold 12,400 bottles.",
        "We will pay 18:99.",
        "",
    ],
)
def test_what_promises_nothing_by_a_time_is_not_caught(text: str):
    assert times(text) == []


def test_each_sentence_of_a_text_is_taken_by_itself():
    text = "It broke at 09:00 a.m. today. We will refund by 18:00. We will report by Friday; thanks"
    assert [each.text for each in caught(text, START)] == [
        "We will refund by 18:00.",
        "We will report by Friday;",
    ]


def test_what_is_out_is_offered_and_not_made(room: WarRoom):
    said = out(room, "We will refund all bottles by 18:00.")
    (offer,) = offered(room)
    assert (offer.text, offer.due) == ("We will refund all bottles by 18:00.", AT_18)
    assert offer.statement.id == said.id
    assert promises(room) == []


def test_a_draft_and_a_withdrawn_text_offer_nothing(room: WarRoom):
    room.add(Statement(title="Draft", text="We will refund by 18:00."))
    out(room, "We will refund all bottles by 18:00.")
    (release,) = room.all(Release)
    room.change(release, withdrawn_at=room.minute(), withdrawn_why="wrong")
    assert offered(room) == []


def test_what_is_noted_or_waved_away_is_not_offered_again(room: WarRoom):
    said = out(room, "We will refund by 18:00. We will report by 20:00.")
    first, second = offered(room)
    promise(room, "Refund", first.due, "Wu", statement=said, said=first.text)
    assert [each.text for each in offered(room)] == [second.text]
    room.add(
        Clock(title=second.text, due=second.due, statement=said.id, state="dismissed", reason="no")
    )
    assert offered(room) == []


def test_another_language_of_a_text_offers_the_same_promise_once(room: WarRoom):
    said = out(room, "We will refund all bottles by 18:00.")
    zh = out(room, "退款將在 18:00 前完成。", series=said.id, language=Language.TRADITIONAL)
    (offer,) = offered(room)
    assert offer.statement.id == said.id
    assert [each.text for each in offered(room, zh)] == ["退款將在 18:00 前完成。"]
    promise(room, "Refund", offer.due, "Wu", statement=said, said=offer.text)
    assert offered(room) == [] == offered(room, zh)


def test_the_time_of_the_next_update_is_a_clock_of_its_own_and_no_offer(room: WarRoom):
    out(room, "We will say more by 18:00.", next_update_at=AT_18)
    assert offered(room) == []


def test_the_hour_is_of_the_zone_that_the_text_was_released_in():
    other = FixedClock(datetime.fromisoformat("2026-11-23T14:30+09:30"))
    assert [str(each.due) for each in caught("We will report by 18:00.", other.now())] == [
        "2026-11-23T18:00+09:30"
    ]


def test_releasing_a_statement_sets_its_update_clock_in_one_act(room: WarRoom):
    said = room.add(Statement(title="Holding", text="We know.", next_update_at=AT_18))
    why = {"unapproved_why": "urgent", "before_staff_why": "urgent"}
    desk.release(room, said, Channel.WEBSITE, **why)
    assert [each.due for each in updates(room)] == [AT_18]
    desk.release(room, said, Channel.SOCIAL, **why)
    assert len(updates(room)) == 1
    room.undo()
    room.undo()
    assert updates(room) == []
