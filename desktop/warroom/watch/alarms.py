"""What the watch leaves in the room: alarms that were raised, thresholds that were changed."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.choices import CrisisType, Severity
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_, _

LONGEST_SNOOZE = 120  # minutes (warnings 5.0)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Alarm(Record):
    """A warning as it was raised; it ends when its condition does, never by hand.

    ``rows`` are ``kind:id`` of the records that raised it, an item of ``numbers`` is
    ``{"text": name, "value": figure}``. ``said`` is the sentence in the language of that hour.
    """

    kind_name = "alarm"
    shown_name = N_("Warning")

    rule: str = declare(Shape.TEXT, N_("Rule"), "", form=False)
    subject: str = declare(Shape.TEXT, N_("Subject"), "", form=False)
    severity: int | None = declare(Shape.NUMBER, N_("Severity"), form=False)
    said: str = declare(Shape.PROSE, N_("Why"), "", needed=True, form=False)
    rows: tuple[str, ...] = declare(Shape.WORDS, N_("Raised by"), (), form=False)
    numbers: tuple[dict[str, Any], ...] = declare(Shape.ITEMS, N_("Figures"), (), form=False)
    raised_at: Moment | None = declare(Shape.MOMENT, N_("Raised at"), form=False)
    acknowledged_at: Moment | None = declare(Shape.MOMENT, N_("Acknowledged at"), form=False)
    acknowledged_by: str = declare(Shape.TEXT, N_("Acknowledged by"), "", form=False)
    reason: str = declare(Shape.TEXT, N_("Reason"), "", form=False)
    snoozed_until: Moment | None = declare(Shape.MOMENT, N_("Put off until"), form=False)
    cleared_at: Moment | None = declare(Shape.MOMENT, N_("Cleared at"), form=False)

    @property
    def key(self) -> tuple[str, str]:
        """The same rule and the same subject are one warning."""
        return self.rule, self.subject

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """Raises RuleBroken for one that is put off without a reason or for over two hours."""
        until = values.get("snoozed_until", self.snoozed_until)
        if until != self.snoozed_until and until is not None:
            if not (values.get("reason") or saying.why):
                raise RuleBroken(_("Say why the warning is put off."))
            if until.ms - saying.at.ms > LONGEST_SNOOZE * 60_000:
                raise RuleBroken(_("A warning can be put off for two hours at most."))
        return {}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Threshold(Record):
    """A limit of a rule as this company wants it, for a crisis type and level or for all."""

    kind_name = "threshold"
    shown_name = N_("Threshold")
    company_wide = True

    rule: str = declare(Shape.TEXT, N_("Rule"), "", needed=True)
    key: str = declare(Shape.TEXT, N_("Limit"), "", needed=True)
    type: CrisisType | str = declare(Shape.CHOICE, N_("Crisis type"), "", choices=CrisisType)
    level: Severity | str = declare(Shape.CHOICE, N_("Severity"), "", choices=Severity)
    value: int | None = declare(Shape.NUMBER, N_("Value"))


KINDS = (Alarm, Threshold)
