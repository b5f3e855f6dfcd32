"""The thirteen steps of the four phases: what is done in each, and what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.warroom.choices import Phase, Step, TaskStatus
from desktop.warroom.records import Task

_LAST = 1 << 62  # where a card without a deadline stands


@dataclass(frozen=True, slots=True)
class StepState:
    """How a step stands: its cards, the open ones in the order in which they are due.

    ``step`` is None for the cards of a phase that say no step. ``overdue`` and ``critical`` count
    open cards.
    """

    phase: Phase
    step: Step | None
    done: int
    open: tuple[Task, ...]
    overdue: int
    critical: int

    @property
    def cards(self) -> int:
        """How many cards there are."""
        return self.done + len(self.open)

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1; nothing of a step without cards."""
        return self.done / self.cards if self.cards else 0.0


def step_states(tasks: Iterable[Task], now_ms: int) -> list[StepState]:
    """The steps in their order, each phase ending with its cards without a step if it has some.

    ``now_ms`` are UTC milliseconds. A card counts in its step, whatever phase it says besides.
    """
    of_step: dict[Step, list[Task]] = {step: [] for step in Step}
    of_phase: dict[Phase, list[Task]] = {phase: [] for phase in Phase}
    for task in tasks:
        if isinstance(task.step, Step):
            of_step[task.step].append(task)
        elif isinstance(task.phase, Phase):
            of_phase[task.phase].append(task)
    found = []
    for phase, rest in of_phase.items():
        steps = (step for step in Step if step.phase is phase)
        found += [_state(phase, step, of_step[step], now_ms) for step in steps]
        if rest:
            found.append(_state(phase, None, rest, now_ms))
    return found


def phase_counts(states: Iterable[StepState]) -> dict[Phase, tuple[int, int]]:
    """How many cards of each phase are done, and how many there are."""
    found = dict.fromkeys(Phase, (0, 0))
    for state in states:
        done, cards = found[state.phase]
        found[state.phase] = (done + state.done, cards + state.cards)
    return found


def next_phase(phase: Phase | str) -> Phase | None:
    """The phase that follows; None after the last and after what is no phase."""
    order = list(Phase)
    at = order.index(Phase(phase)) + 1 if phase in order else len(order)
    return order[at] if at < len(order) else None


def _state(phase: Phase, step: Step | None, tasks: list[Task], now_ms: int) -> StepState:
    left = [task for task in tasks if task.status != TaskStatus.DONE]
    left.sort(key=lambda task: task.due.ms if task.due else _LAST)
    return StepState(
        phase,
        step,
        len(tasks) - len(left),
        tuple(left),
        sum(task.overdue(now_ms) for task in left),
        sum(task.critical for task in left),
    )
