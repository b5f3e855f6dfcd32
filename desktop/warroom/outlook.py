"""What may come and what must be decided: forecasts in three cases, and decisions needed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.warroom.choices import Choice
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_


class Course(Choice):
    """The three courses that things may take (practice 2.9)."""

    BEST = "best", N_("Best case")
    LIKELY = "likely", N_("Most likely")
    WORST = "worst", N_("Worst case")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Forecast(Record):
    """One course that things may take until a time; the newest of each course is the one in force.

    It is a judgement of people and says so: nothing is worked out.
    """

    kind_name = "forecast"
    shown_name = N_("Forecast")

    course: Course | str = declare(Shape.CHOICE, N_("Course"), Course.LIKELY, choices=Course)
    text: str = declare(Shape.PROSE, N_("What happens then"), "", needed=True)
    sign: str = declare(Shape.TEXT, N_("How we would notice"), "")
    prepared: str = declare(Shape.TEXT, N_("What we prepare"), "")
    as_of: Moment | None = declare(Shape.MOMENT, N_("As of"), needed=True, starts=Start.NOW)
    until: Moment | None = declare(Shape.MOMENT, N_("Looks ahead to"), ahead=True)
    by: str = declare(Shape.TEXT, N_("Judged by"), "", starts=Start.ME)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DecisionNeeded(Record):
    """A question that somebody must decide by a time, with what is proposed.

    ``decided`` says what was decided; then it is no longer needed.
    """

    kind_name = "decision_needed"
    shown_name = N_("Decision needed")

    question: str = declare(Shape.PROSE, N_("Question"), "", needed=True)
    options: str = declare(Shape.PROSE, N_("Options"), "")
    proposal: str = declare(Shape.PROSE, N_("Proposal"), "")
    who: str = declare(Shape.TEXT, N_("Who decides"), "")
    due: Moment | None = declare(Shape.MOMENT, N_("Decide by"), ahead=True)
    decided: str = declare(Shape.PROSE, N_("Decided"), "")
    decided_at: Moment | None = declare(Shape.MOMENT, N_("Decided at"))

    @property
    def open(self) -> bool:
        """Whether nobody has decided it."""
        return not self.decided.strip() and self.decided_at is None

    def late(self, now_ms: int) -> bool:
        """Whether it should be decided at ``now_ms`` (UTC milliseconds)."""
        return self.open and self.due is not None and self.due.ms < now_ms

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """What is decided was decided at a time."""
        said = str(values.get("decided", self.decided)).strip()
        if said and not self.decided.strip() and not values.get("decided_at", self.decided_at):
            return {"decided_at": saying.at}
        return {}


def in_force(forecasts: Iterable[Forecast]) -> list[Forecast]:
    """The newest forecast of each course, from best to worst."""
    newest: dict[str, Forecast] = {}
    for each in sorted(forecasts, key=lambda each: each.as_of.ms if each.as_of else 0):
        newest[str(each.course)] = each
    return [newest[each] for each in map(str, Course) if each in newest]


def needed(decisions: Iterable[DecisionNeeded]) -> list[DecisionNeeded]:
    """The decisions that nobody has made, the soonest first; those without a time last."""
    waiting = [each for each in decisions if each.open]
    return sorted(waiting, key=lambda each: (each.due is None, each.due.ms if each.due else 0))


KINDS = (Forecast, DecisionNeeded)
