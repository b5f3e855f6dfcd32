"""The thirteen steps: every card is counted once, and time alone makes it late."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import Phase, Severity, Step, TaskStatus
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.steps import next_phase, phase_counts, step_states
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from tests.rooms import START, clock, new_room

NOW = Moment.of(START)
EARLIER, LATER = Moment(NOW.ms - 1, NOW.offset), Moment(NOW.ms + 60_000, NOW.offset)


def test_the_phases_have_three_three_three_and_four_steps() -> None:
    states = step_states([], NOW.ms)
    assert [state.step for state in states] == list(Step)
    assert [[s.phase for s in states].count(phase) for phase in Phase] == [3, 3, 3, 4]
    assert all(state.share == 0 for state in states)


def test_what_is_open_stands_in_the_order_of_its_deadlines() -> None:
    cards = [
        Task(title="some day", step=Step.REACT),
        Task(title="soon", step=Step.REACT, due=LATER, critical=True),
        Task(title="late", step=Step.REACT, due=EARLIER),
        Task(title="done", step=Step.REACT, due=EARLIER, status=TaskStatus.DONE, critical=True),
    ]
    state = next(s for s in step_states(cards, NOW.ms) if s.step is Step.REACT)
    assert [task.title for task in state.open] == ["late", "soon", "some day"]
    assert (state.done, state.overdue, state.critical, state.share) == (1, 1, 1, 0.25)


def test_cards_without_a_step_stand_at_the_end_of_their_phase() -> None:
    states = step_states([Task(title="x", phase=Phase.HANDLING)], NOW.ms)
    of_phase = [state.step for state in states if state.phase is Phase.HANDLING]
    assert of_phase == [Step.PLAN, Step.EXECUTE, Step.EVALUATE, None]


cards = st.lists(
    st.builds(
        Task,
        title=st.just("x"),
        phase=st.sampled_from(Phase),
        step=st.sampled_from(["", *Step]),
        status=st.sampled_from(TaskStatus),
        due=st.sampled_from([None, EARLIER, LATER]),
    )
)


@given(cards)
def test_every_card_is_counted_in_one_place(cards: list[Task]) -> None:
    states = step_states(cards, NOW.ms)
    assert sum(state.cards for state in states) == len(cards)
    assert sum(n for _done, n in phase_counts(states).values()) == len(cards)
    assert sum(state.overdue for state in states) == sum(c.overdue(NOW.ms) for c in cards)


def test_after_recovery_comes_no_phase() -> None:
    assert [next_phase(phase) for phase in Phase] == [*list(Phase)[1:], None]


def test_a_change_of_severity_needs_a_reason(tmp_path: Path) -> None:
    room = new_room(tmp_path / "r.warroom")
    with pytest.raises(RuleBroken, match="severity"):
        room.change(room.incident, severity=Severity.MINOR, why=" ")
    room.change(room.incident, severity=room.incident.severity)
    room.change(room.incident, severity=Severity.MINOR, why="Nobody was hurt.")
    assert str(room.incident.severity) == Severity.MINOR.value
    room.undo()
    assert str(room.incident.severity) == Severity.CRITICAL.value
    room.close()


def test_the_time_of_the_last_change_of_phase_is_kept(tmp_path: Path) -> None:
    at = clock()
    room = new_room(tmp_path / "r.warroom", at)
    assert room.incident.phase_changed_at is None
    room.move_phase(Phase.HANDLING)
    assert room.incident.phase_changed_at is not None
    assert room.incident.phase_changed_at.ms == room.now().ms
    with pytest.raises(RuleBroken, match="earlier phase"):
        room.move_phase(Phase.EMERGENCY)
    room.close()
