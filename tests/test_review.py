"""The review is built from the record; closing asks for it, and a closed incident rests."""

from dataclasses import replace

import pytest

from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import CommentState, InquiryState
from desktop.warroom.choices import CrisisType, EntryKind, TaskStatus
from desktop.warroom.elements import gauges
from desktop.warroom.exchange.json_out import write_json
from desktop.warroom.exchange.restore import restore
from desktop.warroom.faults import RuleBroken
from desktop.warroom.measures import measure
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.plan import Measure
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks import keeping
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.records import Entry, Incident, StaffGroup, Task
from desktop.warroom.review import ending
from desktop.warroom.review.built import built
from desktop.warroom.review.cases import Case, cases, course_cases
from desktop.warroom.review.closing import before_closing, close, reopen
from desktop.warroom.review.decided import decisions
from desktop.warroom.review.material import review_material
from desktop.warroom.review.questions import unanswered
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import Improvement, Indicator, IndicatorReading
from desktop.warroom.review.response import Took, Topic, response_times
from desktop.warroom.review.words import Ending
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from desktop.warroom.statements.promises import promise
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.watching import holding
from resources import speaking
from tests.rooms import T0

MINUTE = 60_000


def after(minutes: int) -> Moment:
    """A moment so many minutes after T0."""
    return replace(T0, ms=T0.ms + minutes * MINUTE)


def time_of(room: WarRoom, topic: Topic) -> Took:
    """How long one topic took."""
    return next(each for each in response_times(room, room.now()) if each.topic == topic)


# times


def test_the_first_public_word_is_told_against_the_time_its_type_allows(room: WarRoom) -> None:
    running = time_of(room, Topic.WORD)
    assert (running.n, running.of, running.open, running.target) == (0, 1, 1, 60)
    room.add(Entry(kind=EntryKind.STATEMENT, text="We look into it", happened_at=after(48)))
    told = time_of(room, Topic.WORD)
    assert (told.minutes, told.in_time, told.open, told.worst) == (48, True, 0, None)


def test_answers_to_the_press_are_counted_by_the_deadlines_of_the_journalists(
    room: WarRoom,
) -> None:
    room.add_all(
        [
            Inquiry(
                outlet="City TV",
                question="Why so late?",
                received_at=after(10),
                deadline=after(due),
                state=InquiryState.ANSWERED,
                answered_at=after(done),
            )
            for due, done in ((60, 40), (60, 80))
        ]
        + [
            Inquiry(outlet="Post", question="?", received_at=after(0), deadline=after(200)),
            Inquiry(outlet="Wire", question="?", received_at=after(0), deadline=after(9_000)),
            Inquiry(
                outlet="X",
                question="?",
                received_at=after(0),
                state=InquiryState.DECLINED,
                reason="Not ours",
            ),
        ]
    )
    found = time_of(room, Topic.INQUIRIES)
    assert (found.n, found.of, found.open, found.minutes, found.worst) == (1, 3, 1, 50, 100)


def test_comments_promises_and_filings_have_their_times(room: WarRoom) -> None:
    room.add(Comment(platform="Murmur", text="Hot", posted_at=after(0), reach=20_000))
    room.add(
        Comment(
            platform="Murmur",
            text="Why",
            posted_at=after(0),
            reach=20_000,
            state=CommentState.REPLIED,
            replied_at=after(30),
        )
    )
    room.add(Clock(title="Refunds", due=after(60), state=ClockState.KEPT, filed_at=after(50)))
    room.add(
        Clock(
            what=ClockKind.STATUTORY,
            title="Notice",
            starts_at=after(0),
            due=after(100),
            state=ClockState.KEPT,
            filed_at=after(130),
        )
    )
    comments, kept = time_of(room, Topic.COMMENTS), time_of(room, Topic.PROMISES)
    assert (comments.n, comments.of, comments.open, comments.minutes) == (1, 2, 1, 30)
    assert (kept.n, kept.of, kept.in_time) == (1, 1, True)
    filed = time_of(room, Topic.STATUTORY)
    assert (filed.n, filed.of, filed.worst, filed.minutes) == (0, 1, 30, 130)


def test_of_the_playbook_only_cards_that_were_due_are_counted(room: WarRoom) -> None:
    done = {"status": TaskStatus.DONE, "done_at": after(12)}
    room.add_all(
        [
            Task(title="Team", plan_id="C02", due=after(15), **done),
            Task(title="Log", plan_id="C01", due=after(5), **done),
            Task(title="Review", plan_id="C32", due=after(20_000)),
            Task(title="Ours", due=after(5)),
        ]
    )
    found = time_of(room, Topic.TASKS)
    assert (found.n, found.of, found.worst, found.minutes) == (1, 2, 7, 12)


# warnings and decisions


def test_warnings_that_fired_are_told_by_rule_with_how_long_they_held(room: WarRoom) -> None:
    room.note(
        [
            Alarm(rule="PF2-6", severity=1, said="Late", raised_at=after(60), cleared_at=after(75)),
            Alarm(
                rule="PF2-6",
                severity=2,
                said="Late",
                raised_at=after(100),
                acknowledged_at=after(101),
            ),
            Alarm(rule="PF3-1", severity=3, said="Late", raised_at=after(0), cleared_at=after(500)),
        ]
    )
    first, second = built(room, after(130)).fired
    assert (first.rule, first.minutes, first.longest, first.open) == ("PF2-6", 45, 30, 1)
    assert (first.seen_after, second.minutes, second.title) == (None, 500, "No approved plan")


def test_a_decision_is_told_with_what_was_known_when_it_was_written_down(room: WarRoom) -> None:
    units = room.add(Fact(subject="Units", value="9,000"))
    cause = room.add(Fact(subject="Cause", value="the seal"))
    gone = room.add(Fact(subject="Hurt", value="nobody"))
    decided = room.add(Entry(kind=EntryKind.DECISION, text="Recall all", happened_at=T0))
    room.change(units, value="12,400")
    room.take_back(gone)
    room.add(Fact(subject="Supplier", value="Lantern"))
    (found,) = decisions(room)
    assert found.entry == decided
    assert [(each.then.subject, each.then.value) for each in found.known] == [
        ("Units", "9,000"),
        ("Cause", "the seal"),
        ("Hurt", "nobody"),
    ]
    assert [each.same for each in found.known] == [False, True, False]
    assert found.learned == 2
    assert [each.now.value for each in found.known if each.now] == ["12,400"]
    assert found.known[1].then == room.get(Fact, cause.id)


def test_what_was_known_is_what_the_room_itself_held_at_that_line(room: WarRoom) -> None:
    for n in range(4):
        fact = room.add(Fact(subject=f"Fact {n}", value=str(n)))
        room.add(Entry(kind=EntryKind.DECISION, text=f"Decision {n}", happened_at=after(n)))
        room.change(fact, value=f"{n} again")
    for each in decisions(room):
        past = room.up_to(room.line_that_added(each.entry).n)
        assert [known.then for known in each.known] == past.all(Fact)


def test_the_chronology_holds_the_key_entries_and_what_people_wrote(room: WarRoom) -> None:
    room.add_all(
        [
            Entry(text="A pump stops", happened_at=after(1), key=True),
            Entry(text="Small", happened_at=after(2)),
            Review(held_at=after(900), causes="A seal", worked="The recall"),
            Lesson(text="Test the seals"),
        ]
    )
    found = built(room, room.now())
    assert ([each.text for each in found.chronology], found.entries) == (["A pump stops"], 2)
    assert (found.reviews[0].causes, found.lessons[0].open) == ("A seal", True)
    assert [each.topic for each in found.late] == [Topic.WORD, Topic.CONTAINED]


def test_for_paper_the_review_is_told_in_words_and_says_what_is_privileged(room: WarRoom) -> None:
    fact = room.add(Fact(subject="Units", value="9,000"))
    room.add(
        Entry(kind=EntryKind.DECISION, text="Settle", happened_at=T0, key=True, privileged=True)
    )
    room.change(fact, value="12,400")
    room.add(Review(held_at=after(900), causes="A worn seal"))
    trust = room.add(Indicator(name="Trust", unit="%", baseline="70"))
    room.add(IndicatorReading(indicator=trust.id, at=T0, value="68.50"))
    ending.by_reason(room, room.add(Lesson(text="Test")), "No longer made")
    found = review_material(room)
    assert ("Causes", "A worn seal") in found.texts[0]
    assert found.section("times").rows[0][:2] == ("First public word", "▲ late")
    assert found.section("decisions").privileged == (True,)
    assert found.section("known").rows[0][2:] == (
        "Units",
        "9,000 (Unconfirmed)",
        "12,400 (Unconfirmed)",
    )
    assert found.section("lessons").rows == (("Test", "", "", "", "A reason: No longer made"),)
    assert found.section("indicators").rows == (
        ("Trust", "70 %", "68.50 %", "68.50 %", "▼ still below"),
    )
    assert all(len(row) == len(each.head) for each in found.sections for row in each.rows)


# closing


def test_closing_says_what_is_open_and_asks_for_the_review(room: WarRoom) -> None:
    promise(room, "Refunds", after(9_000), "Wu")
    room.add_all([Task(title="Tell all", critical=True), Lesson(text="Test the seals")])
    found = before_closing(room)
    assert found.still_open == ("1 promise", "1 critical task")
    assert found.sentences[:3] == (
        "Still open: 1 promise, 1 critical task.",
        "No review was held yet.",
        "1 lesson is open.",
    )
    close(room, "The board agrees")
    assert room.incident.closed_at == room.minute()
    (line,) = room.all(Entry)
    assert line.text == (
        "The incident is closed. Still open: 1 promise, 1 critical task. The board agrees"
    )
    with pytest.raises(RuleBroken, match="closed already"):
        close(room)


def test_a_closed_incident_takes_only_what_is_learned_until_it_is_opened_again(
    room: WarRoom,
) -> None:
    fact = room.add(Fact(subject="Units", value="9,000"))
    close(room)
    for deed in (
        lambda: room.capture("14:05 pump off"),
        lambda: room.change(fact, value="1"),
        lambda: room.take_back(fact),
        lambda: list(room._bring_in([Fact(subject="x")], {})),
    ):
        with pytest.raises(RuleBroken, match="incident is closed"):
            deed()
    room.add_all([Lesson(text="Test"), Improvement(action="A second seal")])
    trust = room.add(Indicator(name="Trust", baseline="70"))
    room.add(IndicatorReading(indicator=trust.id, at=T0, value="71"))
    room.add(StaffGroup(name="Night shift"))
    room.change(room.incident, normal_at=room.minute())
    with pytest.raises(RuleBroken, match="Say why the incident is opened again"):
        reopen(room, " ")
    reopen(room, "A second batch")
    assert room.incident.closed_at is None
    assert room.all(Entry)[-1].text == "The incident is open again: A second batch"
    room.change(fact, value="1")
    assert room.verify().sound


def test_the_watch_rests_when_the_incident_is_closed_and_the_company_goes_on(
    room: WarRoom,
) -> None:
    lesson = room.add(Lesson(text="Test", due=after(10)))
    before = {each.rule.id for each in holding(room, room.now())}
    close(room)
    rules = {each.rule.id for each in holding(room, room.now())}
    assert "PF2-6" in before - rules
    assert {"PF3-1", "PF3-7"} <= rules
    assert ("PF3-7", lesson.id) in [each.key for each in holding(room, room.now())]
    reopen(room, "A second batch")
    assert {each.rule.id for each in holding(room, room.now())} == before


def test_a_closed_incident_is_measured_up_to_its_end(room: WarRoom) -> None:
    room.add(Task(title="Hall", due=after(310)))
    close(room)
    now, later = room.now(), after(600)
    assert gauges(room, later) == gauges(room, now)
    assert measure(room, later).since_t0 == measure(room, now).since_t0
    assert measure(room, later).late_tasks == 0


def test_undo_takes_the_closing_back(room: WarRoom) -> None:
    close(room)
    room.undo()
    assert (room.incident.closed_at, room.all(Entry)) == (None, [])


def test_a_closed_room_comes_back_from_its_json(room: WarRoom, tmp_path) -> None:
    room.add_all([Entry(text="A pump stops", happened_at=T0), Fact(subject="Units", value="9")])
    close(room)
    room.add(Lesson(text="Test the seals"))
    finished(write_json(room, tmp_path / "out.json"))
    restore(tmp_path / "back.warroom", tmp_path / "out.json", operator="He")
    back = WarRoom.open(tmp_path / "back.warroom", writing=False)
    assert back.incident == room.incident
    for kind in (Entry, Fact, Lesson):
        assert back.all(kind) == room.all(kind)
    back.close()


# lessons


def test_a_lesson_is_closed_by_an_action_that_it_begins_in_one_act(room: WarRoom) -> None:
    lesson = room.add(Lesson(text="Test every seal"))
    for what, owner, due in (("", "Wu", T0), ("Test", "", T0), ("Test", "Wu", None)):
        with pytest.raises(RuleBroken):
            ending.by_new_action(room, lesson, what, owner, due)
    ending.by_new_action(room, lesson, "A test bench", "Wu", after(9_000))
    (action,) = room.all(Improvement)
    closed = room.get(Lesson, lesson.id)
    assert (closed.ended_by, closed.improvement) == (Ending.ACTION, action.id)
    room.undo()
    assert (room.all(Improvement), room.get(Lesson, lesson.id).open) == ([], True)


def test_a_lesson_is_closed_by_a_card_that_is_there(room: WarRoom) -> None:
    lesson, card = room.add(Lesson(text="Test")), room.add(Task(title="A test bench"))
    ending.by_action(room, lesson, card)
    assert room.get(Lesson, lesson.id).task == card.id


def test_a_change_in_a_playbook_closes_a_lesson_and_is_shown_as_a_difference(
    room: WarRoom,
) -> None:
    lesson = room.add(Lesson(text="Call the lab first"))
    plan = shipped(CrisisType.PRODUCT_QUALITY)
    (same,) = keeping.keep(room, [plan])
    with pytest.raises(RuleBroken, match="changes nothing"):
        ending.by_playbook(room, lesson, same)
    sooner = [replace(each, offset=1) if each.id == "C02" else each for each in plan.tasks]
    (other,) = keeping.keep(room, [replace(plan, tasks=tuple(sooner))])
    ending.by_playbook(room, lesson, other)
    closed = room.get(Lesson, lesson.id)
    assert (closed.playbook, closed.playbook_before) == (other.id, same.id)
    heads, rows = ending.playbook_rows(room, closed)
    assert heads == ("Product quality, version 2 (Draft)", "Product quality, version 3 (Draft)")
    marked = [row for row in rows if row.differs]
    assert any("C02" in piece.text for row in marked for piece in row.after or ())


def test_a_reason_closes_a_lesson_and_one_opens_it_again(room: WarRoom) -> None:
    lesson = room.add(Lesson(text="Test"))
    ending.by_reason(room, lesson, "The product is no longer made")
    with pytest.raises(RuleBroken):
        ending.open_again(room, room.get(Lesson, lesson.id), "")
    ending.open_again(room, room.get(Lesson, lesson.id), "It is made again")
    assert room.get(Lesson, lesson.id).open


# questions and cases


def test_open_questions_go_down_to_none(room: WarRoom) -> None:
    room.add(Answer(question="Is it safe?"))
    twice = room.add(Answer(question="Is it  safe?"))
    call = room.add(Inquiry(outlet="City TV", question="Why?", received_at=after(5)))
    assert unanswered(room, room.now()).count == 2
    room.change(call, state=InquiryState.ANSWERED)
    room.operator = "He"
    room.change(twice, state="retired")
    assert unanswered(room, room.now()).count == 1
    room.take_back(*room.all(Answer))
    assert unanswered(room, room.now()).count == 0


@pytest.mark.parametrize("language", ["en", "zh_TW", "zh_CN"])
def test_the_five_cases_of_the_course_are_examples_that_nobody_verified(language: str) -> None:
    with speaking(language):
        found = course_cases()
    assert len(found) == 5
    assert not any(each.verified for each in found)
    assert all(each.company and each.cause and each.measures and each.result for each in found)
    assert found[0].year == "2014"


def test_cases_are_found_by_type_cause_and_measure(room: WarRoom) -> None:
    room.add(Case(company="Lantern", cause="A leak", measures="Told all at once"))
    named = [each.case.company for each in cases(room, "leak told")]
    assert named == ["Lantern"]
    assert len(cases(room, "product quality")) == 4
    assert [each.origin for each in cases(room, "rude")] == ["Course example, not verified"]


def test_our_own_closed_incidents_are_cases_beside_the_present_one(room: WarRoom) -> None:
    room.add(Measure(text="Recall all bottles"))
    room.add(Review(held_at=after(900), causes="A worn seal", summary="Calm in two days"))
    close(room)
    room.open_incident(Incident(title="Site down", type=CrisisType.PLATFORM_SECURITY, t0=T0))
    room.add(Measure(text="Not of the other"))
    (own,) = [each for each in cases(room) if each.behind]
    assert (own.case.company, own.case.year, own.origin) == ("Bottles overheat", "2026", "Our own")
    assert (own.case.cause, own.case.measures) == ("A worn seal", "Recall all bottles")
    assert own.case.result == "Calm in two days"
    assert room.count(Selection(kind=Review)) == 0
