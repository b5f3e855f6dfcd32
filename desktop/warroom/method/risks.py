"""The risk register: likelihood and severity from 1 to 5, and the controls of each risk."""

from dataclasses import dataclass

from desktop.warroom.choices import Choice, CrisisType
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_


class Likelihood(Choice):
    """How likely a risk is, 1 to 5 (seed 23.2)."""

    RARE = "1", N_("1 – Rare")
    UNLIKELY = "2", N_("2 – Unlikely")
    POSSIBLE = "3", N_("3 – Possible")
    LIKELY = "4", N_("4 – Likely")
    CERTAIN = "5", N_("5 – Almost certain")


class Harm(Choice):
    """How severe a risk is, 1 to 5 (seed 23.2)."""

    SLIGHT = "1", N_("1 – Slight")
    LIMITED = "2", N_("2 – Limited")
    SERIOUS = "3", N_("3 – Serious")
    GRAVE = "4", N_("4 – Grave")
    RUINOUS = "5", N_("5 – Ruinous")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Risk(Record):
    """Something that could become a crisis (seed 23)."""

    kind_name = "risk"
    shown_name = N_("Risk")
    company_wide = True

    title: str = declare(Shape.TEXT, N_("Risk"), "", needed=True)
    type: CrisisType | str = declare(
        Shape.CHOICE, N_("Crisis type"), CrisisType.PRODUCT_QUALITY, choices=CrisisType
    )
    likelihood: Likelihood | str = declare(
        Shape.CHOICE, N_("Likelihood"), Likelihood.POSSIBLE, choices=Likelihood
    )
    harm: Harm | str = declare(Shape.CHOICE, N_("Severity"), Harm.SERIOUS, choices=Harm)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    indicator: str = declare(Shape.TEXT, N_("Indicator"), "")
    reviewed_at: Moment | None = declare(Shape.MOMENT, N_("Reviewed at"))
    note: str = declare(Shape.PROSE, N_("Note"), "")

    @property
    def score(self) -> int:
        """Likelihood times severity, 1 to 25."""
        return _figure(self.likelihood) * _figure(self.harm)


def _figure(value: str) -> int:
    return int(value) if value in ("1", "2", "3", "4", "5") else 5  # unknown is the worst


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Control(Record):
    """What keeps a risk small, who answers for it, and when it was last tried (seed 23.3)."""

    kind_name = "control"
    shown_name = N_("Control")
    company_wide = True

    risk: str = declare(Shape.LINK, N_("Risk"), "", target="risk", needed=True)
    text: str = declare(Shape.TEXT, N_("Control"), "", needed=True)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    done_at: Moment | None = declare(Shape.MOMENT, N_("In place since"))
    tested_at: Moment | None = declare(Shape.MOMENT, N_("Last test"))
    effect: str = declare(Shape.TEXT, N_("Effect"), "")


KINDS = (Risk, Control)
