"""Evaluations (seed 25.3): once a day the measures are looked at, and kept to or changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import Choice, Phase
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Items
from desktop.warroom.selection import Selection
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

EVERY = 24 * 3_600_000  # milliseconds between two evaluations (seed 25.3)


class Course(Choice):
    """What follows from an evaluation."""

    KEEP = "keep", N_("Keep to it")
    CHANGE = "change", N_("Change it")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Evaluation(Record):
    """The measures as they stood at an hour, and whether the course is kept or changed.

    An item of ``snapshot`` is ``{"text": name of a figure, "value": figure or None, "n": count}``.
    """

    kind_name = "evaluation"
    shown_name = N_("Evaluation")

    at: Moment | None = declare(Shape.MOMENT, N_("Evaluated at"), starts=Start.NOW, needed=True)
    verdict: Course | str = declare(
        Shape.CHOICE, N_("Keep or change"), Course.KEEP, choices=Course, needed=True
    )
    change: str = declare(Shape.PROSE, N_("What changes"), "")
    why: str = declare(Shape.PROSE, N_("What the figures say"), "")
    by: str = declare(Shape.TEXT, N_("Evaluated by"), "", starts=Start.ME)
    snapshot: Items = declare(Shape.ITEMS, N_("Figures"), (), form=False)

    def check(self) -> None:
        """Raises RuleBroken for a change that is not said."""
        super().check()
        if self.verdict == Course.CHANGE and not self.change.strip():
            raise RuleBroken(_("Say what changes."))


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of an evaluation beside the same of the one before."""

    name: str
    before: float | None
    value: float | None
    n: int | None

    @property
    def change(self) -> float | None:
        """How much more it is; None where either is not known."""
        return None if self.value is None or self.before is None else self.value - self.before


def evaluations() -> Selection[Evaluation]:
    """The evaluations of the incident on screen, the newest first."""
    return Selection(kind=Evaluation, order="at", newest_first=True)


def due(room: "Reading") -> Moment | None:
    """When the next evaluation is due; None outside the phase of handling.

    That is a day after the last one in this phase, or after the phase began.
    """
    incident = room.incident
    if incident.phase != Phase.HANDLING or incident.closed_at:
        return None
    last = next(iter(room.records(evaluations(), 1)), None)
    times = (incident.phase_changed_at or incident.t0, last.at if last else None)
    since = max((each for each in times if each), key=lambda each: each.ms, default=None)
    return Moment(since.ms + EVERY, since.offset, since.precision) if since else None


def snapshot(room: "Reading", now: Moment) -> Items:
    """The measures of the incident at a moment, as an evaluation keeps them."""
    return tuple(_measured(room, now))


def before(room: "Reading", evaluation: Evaluation) -> Evaluation | None:
    """The evaluation before another one."""
    found = room.records(evaluations())
    at = next((n for n, each in enumerate(found) if each.id == evaluation.id), len(found))
    return next(iter(found[at + 1 :]), None)


def compared(evaluation: Evaluation, earlier: Evaluation | None) -> list[Compared]:
    """The figures of an evaluation in their order, beside those of an earlier one."""
    then = (
        {str(item.get("text")): item.get("value") for item in earlier.snapshot} if earlier else {}
    )
    return [
        Compared(
            str(item.get("text")),
            _number(then.get(str(item.get("text")))),
            _number(item.get("value")),
            item.get("n"),
        )
        for item in evaluation.snapshot
    ]


def _measured(room: "Reading", now: Moment) -> Iterator[dict[str, Any]]:
    from desktop.warroom.coverage_figures import coverage_figures  # only an evaluation needs all
    from desktop.warroom.elements import RAPID, gauges

    for gauge in gauges(room, now):
        yield _item(gauge.element.value, gauge.value, len(gauge.known))
        for part in gauge.parts:
            yield _item(part.name.value, part.value, None if part.name in RAPID else part.of)
    for figure in coverage_figures(room, now):
        yield _item(figure.name.value, figure.value, figure.n)


def _item(name: str, value: float | None, n: int | None) -> dict[str, Any]:
    return {"text": name, "value": None if value is None else round(value, 4), "n": n}


def _number(value: object) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if known else None  # type: ignore[arg-type]


KINDS = (Evaluation,)
