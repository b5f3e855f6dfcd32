"""The three elements: every part by figures computed by hand, and a dash where little is known."""

import pytest

from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import LineState
from desktop.warroom.choices import Carried, Channel, EntryKind, Role, TaskStatus, Tone
from desktop.warroom.elements import Element, Part, PartName, activation, gauges
from desktop.warroom.elements_behind import behind
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.plan import Audience
from desktop.warroom.method.words import AudienceKind
from desktop.warroom.records import Delivery, Entry, StaffGroup, StaffMessage, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.staff_words import Spread, Verdict
from tests.test_watch_guidance import items
from tests.test_watch_speaking import out
from tests.watched import at

SINCE_T0 = 300  # minutes from T0 to 14:30


def part(room: WarRoom, name: PartName, minutes: float = 0) -> Part:
    """A part so many minutes after 14:30."""
    found = [p for gauge in gauges(room, at(minutes)) for p in gauge.parts if p.name == name]
    return found[0]


def card(room: WarRoom, plan_id: str, offset: int, done: int | None) -> None:
    """A card of the playbook, done so many minutes after T0."""
    given = {} if done is None else {"status": TaskStatus.DONE, "done_at": at(done - SINCE_T0)}
    room.add(Task(title="Step", plan_id=plan_id, offset=offset, **given))


def test_an_empty_room_has_no_gauge_without_a_reason(room):
    rapid, information, opinion = gauges(room, at())
    assert [p.value for p in (*information.parts, *opinion.parts)] == [None] * 8
    assert (information.value, opinion.value) == (None, None)
    assert rapid.parts[0].value is None  # no card tells of the team


@pytest.mark.parametrize(
    ("done", "score"), [(None, 15 / 300), (60, 0.25), (15, 1.0), (10, 1.0), (-5, 1.0)]
)
def test_a_step_done_late_counts_by_target_over_time_taken(room, done, score):
    card(room, "C02", 15, done)
    assert part(room, PartName.TEAM).value == pytest.approx(score)


def test_a_step_that_is_not_done_and_not_late_is_not_known_yet():
    minute = 60_000
    open_ = activation(PartName.FACTS, 30 * minute, 30 * minute, open=True)
    assert (open_.value, open_.n, open_.of) == (None, 30, 30)
    assert activation(PartName.FACTS, 30 * minute, 40 * minute, open=True).value == 0.75


def test_the_first_public_word_is_measured_against_the_time_of_the_type(room):
    assert part(room, PartName.HOLDING).value == 60 / 300  # product quality: 60 minutes
    room.add(Entry(kind=EntryKind.STATEMENT, text="We know", happened_at=at(80 - SINCE_T0)))
    found = part(room, PartName.HOLDING)
    assert (found.value, found.n, found.of, found.open) == (0.75, 80, 60, False)


def test_harm_is_contained_by_the_card_or_by_the_time_of_the_incident(room):
    room.change(room.incident, contained_at=at(120 - SINCE_T0))
    assert part(room, PartName.CONTAINED).value == 30 / 120
    card(room, "Q01", 30, 50)
    card(room, "C03", 20, 10)  # pausing posts contains nothing where there is a sale to stop
    assert part(room, PartName.CONTAINED).value == 30 / 50


def test_rapid_response_is_the_mean_of_what_is_known(room):
    room.add(Entry(kind=EntryKind.STATEMENT, text="We know", happened_at=at(60 - SINCE_T0)))
    card(room, "C02", 15, 30)
    card(room, "Q01", 30, 40)
    rapid = gauges(room, at())[0]
    assert rapid.element == Element.RAPID
    assert len(rapid.known) == 3
    assert rapid.value == pytest.approx((0.5 + 1 + 0.75) / 3)


def test_audiences_are_contacted_on_time_of_those_due(room):
    given = {"who": AudienceKind.MEDIA, "role": Role.MEDIA_RELATIONS}
    room.add(Audience(**given, first_due=at(-60), first_made=at(-60)))
    room.add(Audience(**given, first_due=at(-60), first_made=at(-50)))
    room.add(Audience(**given, first_due=at(-30)))
    room.add(Audience(**given, first_due=at(30)))
    found = part(room, PartName.CONTACTED)
    assert (found.n, found.of) == (1, 3)
    assert found.value == pytest.approx(1 / 3)


def test_updates_are_on_time_of_those_promised(room):
    def update(due: float, state: ClockState, filed: float | None = None) -> None:
        given = {"filed_at": at(filed)} if filed is not None else {"reason": "Double"}
        room.add(Clock(what=ClockKind.UPDATE, title="Next", due=at(due), state=state, **given))

    update(-120, ClockState.KEPT, -130)
    update(-60, ClockState.KEPT, -55)
    update(-10, ClockState.RUNNING)
    update(30, ClockState.KEPT, -5)
    update(60, ClockState.RUNNING)
    update(-90, ClockState.DISMISSED)
    found = part(room, PartName.UPDATES)
    assert (found.n, found.of, found.value) == (2, 4, 0.5)


def test_figures_that_agree_are_a_part_of_those_tracked(room):
    people, batch = room.add_all([Fact(subject="People", value="400"), Fact(subject="Batch")])
    out(room, -60, (people, "400"), (batch, "B2231"))
    assert part(room, PartName.CONSISTENT).value == 1.0
    out(room, -30, (people, "900"), channel=Channel.SOCIAL)
    found = part(room, PartName.CONSISTENT)
    assert (found.n, found.of, found.value) == (1, 2, 0.5)
    assert len(behind(room, "consistent", at())) == 2


def test_the_read_rate_is_that_of_the_latest_message(room):
    group = room.add(StaffGroup(name="Plant", headcount=20))
    message = room.add(StaffMessage(title="Stop", sent_at=at(-60), channel=Channel.EMAIL))
    assert part(room, PartName.READ).value is None  # nobody reports who has read it
    given = {"message": message.id, "group": group.id, "reported_at": at(-30)}
    room.add(Delivery(**given, reached=16, read=12))
    found = part(room, PartName.READ)
    assert (found.n, found.of, found.value) == (12, 16, 0.75)


def test_questions_with_a_line_are_a_part_of_those_asked(room):
    room.add(Answer(question="Is it safe?", line="Yes.", state=LineState.APPROVED))
    room.add(Answer(question="Who pays?"))
    found = part(room, PartName.LINES)
    assert (found.n, found.of, found.value) == (1, 2, 0.5)


def test_rumours_are_closed_within_the_time_of_their_spread(room):
    def rumour(heard: float, judged: float | None = None, spread: Spread = Spread.ONE) -> None:
        given = {"text": "Lay-offs", "heard_at": at(heard), "spread": spread}
        if judged is not None:
            given |= {"verdict": Verdict.FALSE, "verdict_at": at(judged), "evidence": "Roster"}
        room.add(Rumour(**given))

    rumour(-300, -60)  # 240 minutes are just in time
    rumour(-300, -59)
    rumour(-100, -40, Spread.OUTSIDE)  # 60 minutes are just in time
    rumour(-100, -39, Spread.OUTSIDE)
    rumour(-241)
    rumour(-239)  # its time is not over
    found = part(room, PartName.RUMOURS)
    assert (found.n, found.of, found.value) == (2, 5, 0.4)


@pytest.mark.parametrize(("right", "score"), [(0, 0.0), (2, 0.4), (5, 1.0), (9, 1.0)])
def test_messages_that_arrive_count_against_half_of_the_items(room, right, score):
    items(room, right, -60, carried=Carried.RIGHT)
    items(room, 10 - right, -60, carried=Carried.NONE)
    items(room, 3, -60)
    items(room, 3, -60, carried=Carried.RIGHT, company="Rival")
    assert part(room, PartName.PULL).value == pytest.approx(score)


def test_nine_items_are_too_few_for_a_tone(room):
    items(room, 6, -60, tone=Tone.NEGATIVE)
    items(room, 3, -60, tone=Tone.POSITIVE)
    assert part(room, PartName.TONE).value is None
    items(room, 1, -60, tone=Tone.MIXED)
    found = part(room, PartName.TONE)
    assert (found.n, found.of) == (-3, 10)
    assert found.value == pytest.approx((-0.3 + 1) / 2)


def test_the_fact_sheet_is_not_known_without_its_card(room):
    assert part(room, PartName.FACTS) == Part(PartName.FACTS, None)


@pytest.mark.parametrize("name", list(PartName))
def test_every_part_has_the_rows_behind_it(room, name):
    assert behind(room, name.value, at()) == []
