"""Exercises and what they found, templates that are approved, and routine work done."""

from dataclasses import dataclass

from desktop.warroom.choices import CrisisType
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Exercise(Record):
    """A crisis exercise that was held (seed 7.3)."""

    kind_name = "exercise"
    shown_name = N_("Crisis exercise")
    company_wide = True

    scenario: str = declare(Shape.TEXT, N_("Scenario"), "", needed=True)
    type: CrisisType | str = declare(Shape.CHOICE, N_("Crisis type"), "", choices=CrisisType)
    held_at: Moment | None = declare(Shape.MOMENT, N_("Held at"), needed=True, starts=Start.NOW)
    participants: tuple[str, ...] = declare(Shape.WORDS, N_("Participants"), ())
    note: str = declare(Shape.PROSE, N_("Note"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Finding(Record):
    """Something an exercise showed that must be mended."""

    kind_name = "finding"
    shown_name = N_("Exercise finding")
    company_wide = True

    exercise: str = declare(Shape.LINK, N_("Crisis exercise"), "", target="exercise")
    text: str = declare(Shape.TEXT, N_("Finding"), "", needed=True)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    closed_at: Moment | None = declare(Shape.MOMENT, N_("Closed at"))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Approval(Record):
    """A template of a statement that somebody has approved for use, by its key."""

    kind_name = "template_approval"
    shown_name = N_("Approved template")
    company_wide = True

    template: str = declare(Shape.TEXT, N_("Template"), "", needed=True)
    approver: str = declare(Shape.TEXT, N_("Approved by"), "", needed=True, starts=Start.ME)
    approved_at: Moment | None = declare(Shape.MOMENT, N_("Approved at"), starts=Start.NOW)
    languages: tuple[str, ...] = declare(Shape.WORDS, N_("Languages"), ())


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RoutineDone(Record):
    """A recurring prevention task of a playbook that was done once more."""

    kind_name = "routine_done"
    shown_name = N_("Routine done")
    company_wide = True

    plan_id: str = declare(Shape.TEXT, N_("Task of a playbook"), "", needed=True)
    done_at: Moment | None = declare(Shape.MOMENT, N_("Done at"), starts=Start.NOW)
    by: str = declare(Shape.TEXT, N_("Done by"), "", starts=Start.ME)
    note: str = declare(Shape.PROSE, N_("Note"), "")


KINDS = (Exercise, Finding, Approval, RoutineDone)
