"""The incident: what happened, how grave it is, in which phase it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import (
    Classification,
    CrisisType,
    Phase,
    Severity,
    SubType,
)
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Incident(Record):
    """The crisis itself. A room may hold several; one of them is on screen.

    ``t0`` is when we knew, ``began_at`` when it began.
    """

    kind_name = "incident"
    shown_name = N_("Incident")
    company_wide = True
    draws_others, draws_when_new = True, False
    stays = frozenset({"drill"})

    title: str = declare(Shape.TEXT, N_("Title"), "", needed=True)
    type: CrisisType | str = declare(
        Shape.CHOICE, N_("Crisis type"), CrisisType.PRODUCT_QUALITY, choices=CrisisType
    )
    severity: Severity | str = declare(
        Shape.CHOICE, N_("Severity"), Severity.CRITICAL, choices=Severity
    )
    phase: Phase | str = declare(Shape.CHOICE, N_("Phase"), Phase.EMERGENCY, choices=Phase)
    phase_changed_at: Moment | None = declare(Shape.MOMENT, N_("In this phase since"), form=False)
    subtype: SubType | str = declare(Shape.CHOICE, N_("Sub-type"), "", choices=SubType)
    t0: Moment | None = declare(Shape.MOMENT, N_("Incident start (T0)"), needed=True)
    began_at: Moment | None = declare(Shape.MOMENT, N_("Began at"))
    contained_at: Moment | None = declare(Shape.MOMENT, N_("Contained at"))
    normal_at: Moment | None = declare(Shape.MOMENT, N_("Normal operation since"))
    closed_at: Moment | None = declare(Shape.MOMENT, N_("Closed at"), form=False)
    jurisdictions: tuple[str, ...] = declare(Shape.WORDS, N_("Jurisdictions"), ())
    classification: Classification | str = declare(
        Shape.CHOICE, N_("Classification"), Classification.INTERNAL, choices=Classification
    )
    drill: bool = declare(Shape.FLAG, N_("Exercise (not real)"), False)
    wall_shows_internal: bool = declare(Shape.FLAG, N_("Show internal entries on the wall"), True)
    zones: tuple[str, ...] = declare(Shape.WORDS, N_("Further time zones"), ())

    def until(self, at: Moment) -> Moment:
        """Up to when the incident is measured at a moment: no longer than to its end."""
        return min(at, self.closed_at or at, key=lambda each: each.ms)

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """Raises RuleBroken for an earlier phase or a new severity without a reason, or no zone.

        And for opening a closed one without a reason, and an exercise that is called real: what
        was made up in it would be, too.
        """
        phase, unsaid = values.get("phase", self.phase), not saying.why.strip()
        if values.get("severity", self.severity) != self.severity and unsaid:
            raise RuleBroken(_("Say why the severity changes."))
        if phase in list(Phase) and self.would_go_back_to(phase) and unsaid:
            raise RuleBroken(_("Say why the incident goes back to an earlier phase."))
        if self.drill and not values.get("drill", True):
            raise RuleBroken(_("An exercise stays an exercise. Open an incident for what is real."))
        if self.closed_at and values.get("closed_at", self.closed_at) is None and unsaid:
            raise RuleBroken(_("Say why the incident is opened again."))
        more: dict[str, Any] = {} if phase == self.phase else {"phase_changed_at": saying.at}
        if values.get("zones"):
            from desktop.warroom.zones import normal  # reads the names of all zones; seldom needed

            more["zones"] = normal(values["zones"])
        return more

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """Cards of a playbook follow T0 and the severity."""
        if not isinstance(before, Incident):
            return ()
        if (before.t0, before.severity) == (self.t0, self.severity):
            return ()
        from desktop.warroom.playbooks.following import moved  # few acts need it

        return moved(before, self, room)

    def would_go_back_to(self, phase: Phase) -> bool:
        """Whether ``phase`` lies before the one the incident is in."""
        order = list(Phase)
        return self.phase in order[order.index(phase) + 1 :]
