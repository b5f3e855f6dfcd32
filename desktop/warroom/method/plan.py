"""The plan: objectives, measures and audiences of an incident (seed 10 and 11)."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.warroom.choices import Channel, Role
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.method.words import Aim, AudienceKind, MeasureKind, Progress, Stance
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_, _


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Objective(Record):
    """What the plan wants to reach, how that is measured, and by when."""

    kind_name = "objective"
    shown_name = N_("Objective")

    aim: Aim | str = declare(Shape.CHOICE, N_("Aim"), Aim.CONTROL, choices=Aim)
    text: str = declare(Shape.TEXT, N_("Objective"), "", needed=True)
    measured_by: str = declare(Shape.TEXT, N_("Measured by"), "")
    target: str = declare(Shape.TEXT, N_("Target"), "")
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    reached_at: Moment | None = declare(Shape.MOMENT, N_("Reached at"))
    note: str = declare(Shape.PROSE, N_("Note"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Audience(Record):
    """People who must hear from us; none is without somebody who answers for it (seed 4.3)."""

    kind_name = "audience"
    shown_name = N_("Audience")

    who: AudienceKind | str = declare(
        Shape.CHOICE,
        N_("Audience"),
        AudienceKind.CUSTOMERS_AFFECTED,
        choices=AudienceKind,
        needed=True,
    )
    name: str = declare(Shape.TEXT, N_("Which of them"), "")
    interest: str = declare(Shape.TEXT, N_("Interest"), "")
    stance: Stance | str = declare(Shape.CHOICE, N_("Stance"), Stance.UNKNOWN, choices=Stance)
    role: Role | str = declare(Shape.CHOICE, N_("Role"), "", choices=Role)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    channels: tuple[str, ...] = declare(Shape.WORDS, N_("Channels"), ())
    first_due: Moment | None = declare(Shape.MOMENT, N_("First contact due"), ahead=True)
    first_made: Moment | None = declare(Shape.MOMENT, N_("First contact made"))
    plan_id: str = declare(Shape.TEXT, N_("Row of a playbook"), "", form=False)

    def check(self) -> None:
        """Raises RuleBroken for an audience that nobody answers for (seed 4.3)."""
        Record.check(self)
        if not (self.owner or self.role):
            raise RuleBroken(_("Nobody answers for this audience. Name an owner or a role."))

    def late(self, now_ms: int) -> bool:
        """Whether the first contact is late at ``now_ms`` (UTC milliseconds)."""
        return self.first_made is None and self.first_due is not None and self.first_due.ms < now_ms


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Measure(Record):
    """Something we do towards an audience, and what came of it."""

    kind_name = "measure"
    shown_name = N_("Measure")

    what: MeasureKind | str = declare(
        Shape.CHOICE, N_("Kind"), MeasureKind.STATEMENT, choices=MeasureKind
    )
    text: str = declare(Shape.TEXT, N_("Measure"), "", needed=True)
    objective: str = declare(Shape.LINK, N_("Objective"), "", target="objective")
    audience: str = declare(Shape.LINK, N_("Audience"), "", target="audience")
    channel: Channel | str = declare(Shape.CHOICE, N_("Channel"), "", choices=Channel)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    at: Moment | None = declare(Shape.MOMENT, N_("Planned for"), ahead=True)
    state: Progress | str = declare(Shape.CHOICE, N_("State"), Progress.PLANNED, choices=Progress)
    effect: str = declare(Shape.PROSE, N_("Effect"), "")


def in_order(audiences: Iterable[Audience]) -> list[Audience]:
    """Audiences with the affected customers first (seed 6.1), then as the course lists them."""
    places = {str(who): place for place, who in enumerate(AudienceKind)}
    return sorted(audiences, key=lambda each: (places.get(each.who, len(places)), each.id))


KINDS = (Objective, Audience, Measure)
