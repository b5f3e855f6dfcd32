"""A drill stays apart: while one is on screen nothing real moves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from desktop.warroom.acts import Step
from desktop.warroom.faults import RuleBroken
from desktop.warroom.incident import Incident
from desktop.warroom.record import Record
from resources import _

HELD = frozenset({"exercise", "finding"})  # what a drill leaves behind when it ends
_OURS = frozenset({"sitting", "clock_check", "evidence"})  # what the room notes of itself
DRILL = "drill"

Values = Callable[[type[Record], str], dict[str, Any] | None]


def apart(incidents: Sequence[Incident], shown: Incident) -> bool:
    """Whether a drill is on screen of a room that holds something real besides."""
    return shown.drill and not all(each.drill for each in incidents)


def refuse(steps: Iterable[Step], shown: Incident, held: str, values: Values) -> None:
    """Raises RuleBroken for a step out of the drill; ``held`` is what its records hold as theirs.

    An incident may be opened, and the act that ends the drill leaves an exercise and its findings.
    """
    steps = tuple(steps)
    ends = any(step.kind.kind_name == DRILL and "ended_at" in step.values for step in steps)
    for step in steps:
        if not _inside(step, shown, held, values) and not (ends and _is_left(step)):
            raise RuleBroken(_said(step.kind))


def inside(steps: Iterable[Step], shown: Incident, held: str, values: Values) -> Iterator[Step]:
    """Those of the steps that stay in the drill."""
    return (step for step in steps if _inside(step, shown, held, values))


def refuse_beside(incidents: Sequence[Incident], opened: Incident) -> None:
    """Raises RuleBroken for a real incident in a room in which all was made for an exercise."""
    if not opened.drill and all(each.drill for each in incidents):
        raise RuleBroken(
            _("This room was made for an exercise. Make a new room for the real incident.")
        )


def _inside(step: Step, shown: Incident, held: str, values: Values) -> bool:
    if step.kind is Incident:
        return step.adds or step.record == shown.id
    if step.kind.company_wide:
        return step.kind.kind_name in _OURS
    there = step.values if step.adds else values(step.kind, step.record) or {}
    own: bool = there.get("incident", "") == held
    return own


def _is_left(step: Step) -> bool:
    return step.adds and step.kind.kind_name in HELD


def _said(kind: type[Record]) -> str:
    if kind.company_wide and kind is not Incident:
        sentence = _(
            "An exercise is on screen, and this belongs to the company: {kind}. It stays as it "
            "is. Put the real incident on screen first."
        )
    else:
        sentence = _(
            "An exercise is on screen, and this belongs to another incident: {kind}. It stays as "
            "it is. Put that incident on screen first."
        )
    return sentence.format(kind=_(kind.shown_name))
