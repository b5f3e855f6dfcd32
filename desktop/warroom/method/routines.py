"""The recurring tasks of prevention: when each was last done, and when it is due again."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.warroom.choices import CrisisType
from desktop.warroom.method.exercises import RoutineDone
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.plan import Routine, said

DAY = 86_400_000  # milliseconds


@dataclass(frozen=True, slots=True)
class RoutineState:
    """A routine with its last time; ``late`` when it is overdue or was never done."""

    type: CrisisType
    routine: Routine
    last: RoutineDone | None
    late: bool

    @property
    def title(self) -> str:
        """What is to be done, in the language spoken now."""
        return said(self.routine.title)

    @property
    def due(self) -> Moment | None:
        """When it is due again, in the offset in which it was last done."""
        if self.last is None or self.last.done_at is None:
            return None
        done = self.last.done_at
        return Moment(done.ms + self.routine.every_days * DAY, done.offset, done.precision)

    @property
    def due_ms(self) -> int | None:
        """The same in UTC milliseconds."""
        return self.due.ms if self.due else None


def routine_states(
    plans: Iterable[PlaybookVersion], done: Iterable[RoutineDone], now: Moment
) -> list[RoutineState]:
    """The routines of the playbooks in force, in their order."""
    last: dict[str, RoutineDone] = {}
    for each in done:
        before = last.get(each.plan_id)
        if before is None or _ms(each) > _ms(before):
            last[each.plan_id] = each
    return [
        _state(CrisisType(plan.type), routine, last.get(routine.id), now)
        for plan in plans
        for routine in plan.plan().prevention
    ]


def _state(
    kind: CrisisType, routine: Routine, last: RoutineDone | None, now: Moment
) -> RoutineState:
    due = RoutineState(kind, routine, last, late=False).due_ms
    return RoutineState(kind, routine, last, late=due is None or due < now.ms)


def _ms(done: RoutineDone) -> int:
    return done.done_at.ms if done.done_at else -1
