"""Negative comments: who is answered first, by when, and what a removal leaves behind."""

from dataclasses import replace

import pytest

from desktop.warroom.answers.comment_queue import (
    by_state,
    leave,
    queue,
    remove,
    replied_late,
    reply,
    without_solution,
)
from desktop.warroom.answers.comments import (
    MINUTE,
    Comment,
    Removal,
    ReplyTemplate,
    minutes_allowed,
    reply_due,
)
from desktop.warroom.answers.replies import language_of, offered, shipped
from desktop.warroom.answers.words import CommentState, Fairness
from desktop.warroom.choices import Language
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.clock_lines import Alarm, lines
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from tests.rooms import START

NOW = Moment.of(START)


def comment(minutes_ago: int, reach: int | None = 50, text: str = "Too hot", **more) -> Comment:
    at = replace(NOW, ms=NOW.ms - minutes_ago * MINUTE)
    return Comment(platform="Murmur", text=text, posted_at=at, reach=reach, **more)


@pytest.mark.parametrize(
    ("reach", "minutes"),
    [(10_000, 60), (9_999, 240), (1_000, 240), (999, 1_440), (0, 1_440), (None, 240)],
)
def test_the_first_reply_is_due_by_reach_and_unknown_reach_counts_as_the_middle(reach, minutes):
    assert minutes_allowed(reach) == minutes
    due = reply_due(comment(0, reach))
    assert due is not None
    assert due.ms - NOW.ms == minutes * MINUTE


def test_it_is_late_after_its_time_and_never_once_somebody_has_decided():
    assert comment(61, 20_000).late(NOW)
    assert not comment(60, 20_000).late(NOW)
    assert not comment(61, None).late(NOW)
    for state in set(CommentState) - {CommentState.OPEN}:
        assert not comment(9_000, 20_000, state=state).late(NOW)


def test_the_late_come_first_then_the_widely_read_then_the_old(room: WarRoom):
    room.add_all(
        [
            comment(10, 500, "small"),
            comment(30, 500, "small and older"),
            comment(5, 90_000, "large"),
            comment(20, None, "unknown"),
            comment(1_500, 40, "late and small"),
            comment(300, 2_000, "late and larger"),
            comment(900, 90_000, "answered", state=CommentState.REPLIED, replied_at=NOW),
        ]
    )
    assert [each.text for each in queue(room, NOW)] == [
        "late and larger",
        "late and small",
        "large",
        "unknown",
        "small and older",
        "small",
        "answered",
    ]


def test_a_reply_has_its_words_and_its_time_and_is_one_undo(room: WarRoom):
    both = room.add_all([comment(30, 20_000), comment(90, 20_000)])
    with pytest.raises(RuleBroken, match="Write what was replied"):
        reply(room, both, "  ")
    reply(room, both, "We are sorry.", solution="A refund")
    in_time, late = room.all(Comment)
    assert [each.reply for each in (in_time, late)] == ["We are sorry."] * 2
    assert [replied_late(each) for each in (in_time, late)] == [False, True]
    assert in_time.replied_at == NOW
    room.undo()
    assert {each.state for each in room.all(Comment)} == {CommentState.OPEN}


def test_a_state_and_the_time_of_a_reply_go_together_whichever_is_typed(room: WarRoom):
    first, second = room.add_all([comment(30), comment(30)])
    room.change(first, state=CommentState.REPLIED)
    room.change(second, replied_at=NOW)
    assert [each.state for each in room.all(Comment)] == [CommentState.REPLIED] * 2
    assert all(each.replied_at for each in room.all(Comment))
    room.change(room.get(Comment, first.id), state=CommentState.OPEN)
    assert room.get(Comment, first.id).replied_at is None


def test_nobody_leaves_a_comment_without_a_reason(room: WarRoom):
    left = room.add(comment(30))
    with pytest.raises(RuleBroken, match="Say why nobody replies"):
        leave(room, [left], " ")
    leave(room, [left], "The same person, answered twice")
    assert room.get(Comment, left.id).state == CommentState.NO_REPLY


def test_a_removal_is_logged_and_sets_the_state_in_one_act(room: WarRoom):
    spam = room.add(comment(30, fair=Fairness.NO))
    with pytest.raises(RuleBroken, match="Say why the comment is removed"):
        remove(room, [spam], "")
    remove(room, [spam], "Sells watches")
    log = room.all(Removal)[0]
    assert (log.comment, log.reason, log.by, log.at) == (spam.id, "Sells watches", "Lin Xia", NOW)
    assert not log.flagged
    assert room.get(Comment, spam.id).state == CommentState.REMOVED
    with pytest.raises(RuleBroken, match="removed already"):
        remove(room, [room.get(Comment, spam.id)], "Again")
    room.undo()
    assert room.all(Removal) == []
    assert room.get(Comment, spam.id).state == CommentState.OPEN


@pytest.mark.parametrize("fair", [Fairness.YES, Fairness.PARTLY, Fairness.UNKNOWN])
def test_criticism_that_nobody_judged_unfair_stays_flagged_for_ever(room: WarRoom, fair):
    told = room.add(comment(30, fair=fair))
    remove(room, [told], "It hurts")
    room.change(room.get(Comment, told.id), fair=Fairness.NO)
    assert room.all(Removal)[0].flagged
    assert by_state(room, NOW).flagged == 1


def test_no_comment_becomes_removed_by_its_state_alone(room: WarRoom):
    told = room.add(comment(30))
    with pytest.raises(RuleBroken, match="needs its reason"):
        room.change(told, state=CommentState.REMOVED)
    assert room.get(Comment, told.id).state == CommentState.OPEN


def test_a_removal_that_is_taken_back_gives_the_comment_its_state_again(room: WarRoom):
    told = room.add(comment(30))
    reply(room, [told], "Sorry")
    remove(room, [room.get(Comment, told.id)], "A mistake")
    room.take_back(room.all(Removal)[0])
    assert room.get(Comment, told.id).state == CommentState.REPLIED


def test_the_figures_are_counts_and_the_median_of_the_first_replies(room: WarRoom):
    assert by_state(room, NOW).first_reply is None
    room.add_all(
        [
            comment(10, 20_000),
            comment(400, None),
            comment(90, state=CommentState.REPLIED, replied_at=NOW),
            comment(30, state=CommentState.REPLIED, replied_at=NOW),
            comment(30, state=CommentState.NO_REPLY, why_no_reply="Not about us"),
            comment(30, state=CommentState.SPAM),
        ]
    )
    found = by_state(room, NOW)
    assert (found.all, found.open, found.late, found.unknown_reach) == (6, 2, 1, 1)
    assert (found.replied, found.without_reply, found.removed) == (2, 1, 0)
    assert found.first_reply == 60


def test_a_fair_comment_that_was_offered_nothing_is_known():
    answered = comment(30, fair=Fairness.PARTLY, state=CommentState.REPLIED, replied_at=NOW)
    assert without_solution(answered)
    assert not without_solution(replace(answered, solution="A refund"))
    assert not without_solution(replace(answered, fair=Fairness.NO))


def test_six_replies_ship_in_three_languages_and_the_companys_own_come_first(room: WarRoom):
    assert len(shipped()) == 6 * 3
    assert len({(each.title, each.language) for each in shipped()}) == 18
    assert all(each.text.strip() for each in shipped())
    room.add(ReplyTemplate(title="Ours", text="您好", language=Language.TRADITIONAL))
    found = offered(room, "溫度太高了，他們都不回電話")
    assert found[0].title == "Ours"
    assert [each.language for each in found[:7]] == [Language.TRADITIONAL] * 7
    assert offered(room, "Too hot")[0].language == Language.ENGLISH


def test_the_language_of_a_comment_is_read_from_its_letters():
    assert language_of("Too hot to hold") == Language.ENGLISH
    assert language_of("燙到手，你們都不接電話") == Language.TRADITIONAL
    assert language_of("烫到手，你们都不接电话") == Language.SIMPLIFIED


def test_comments_past_their_time_are_one_line_among_the_clocks(room: WarRoom):
    room.add_all([comment(10, 20_000)])
    assert not [each for each in lines(room) if isinstance(each.record, Comment)]
    room.add_all([comment(90, 20_000, "first"), comment(300, 2_000, "older")])
    (line,) = (each for each in lines(room) if isinstance(each.record, Comment))
    assert line.title == "2 comments past their time"
    assert line.record.text == "first"
    assert line.left(NOW) == -60 * MINUTE
    assert line.alarm(NOW) is Alarm.LATE
