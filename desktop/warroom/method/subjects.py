"""Facts by the type of crisis: products, data that leaked, claims about us, services."""

from dataclasses import dataclass

from desktop.warroom.choices import CrisisType
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import Running, Sale, Verdict
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Product(Record):
    """A product and batch that the incident is about (seed 5.1)."""

    kind_name = "product"
    shown_name = N_("Product")

    name: str = declare(Shape.TEXT, N_("Product"), "", needed=True)
    batch: str = declare(Shape.TEXT, N_("Batch"), "")
    supplier: str = declare(Shape.TEXT, N_("Supplier"), "")
    units_sold: int | None = declare(Shape.NUMBER, N_("Units sold"))
    in_stock: int | None = declare(Shape.NUMBER, N_("In stock"))
    recovered: int | None = declare(Shape.NUMBER, N_("Units recovered"))
    hazard: str = declare(Shape.TEXT, N_("Hazard"), "")
    sale: Sale | str = declare(Shape.CHOICE, N_("Sale"), Sale.ON_SALE, choices=Sale)
    note: str = declare(Shape.PROSE, N_("Note"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LeakedData(Record):
    """A kind of personal data that got out, and how many people it concerns (seed 5.2).

    The number changes as we learn more; its history says what we knew when.
    """

    kind_name = "leaked_data"
    shown_name = N_("Leaked data")

    data: str = declare(Shape.TEXT, N_("Kind of data"), "", needed=True)
    people: int | None = declare(Shape.NUMBER, N_("People affected"))
    regions: tuple[str, ...] = declare(Shape.WORDS, N_("Regions"), ())
    since: Moment | None = declare(Shape.MOMENT, N_("Exposed since"))
    until: Moment | None = declare(Shape.MOMENT, N_("Exposed until"))
    cause: str = declare(Shape.TEXT, N_("Cause"), "")
    note: str = declare(Shape.PROSE, N_("Note"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Claim(Record):
    """Something that is said of us, and what is true of it (seed 5.3)."""

    kind_name = "claim"
    shown_name = N_("Claim")

    text: str = declare(Shape.PROSE, N_("Claim"), "", needed=True)
    heard_at: Moment | None = declare(Shape.MOMENT, N_("Heard at"), starts=Start.NOW)
    source: str = declare(Shape.TEXT, N_("Source"), "")
    verdict: Verdict | str = declare(Shape.CHOICE, N_("Verdict"), Verdict.OPEN, choices=Verdict)
    proof: str = declare(Shape.TEXT, N_("Proof"), "")
    answered_in: str = declare(Shape.TEXT, N_("Answered in"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Service(Record):
    """A service and the state it is in; its history is that of the outage (seed 5.4)."""

    kind_name = "service"
    shown_name = N_("Service")

    name: str = declare(Shape.TEXT, N_("Service"), "", needed=True)
    state: Running | str = declare(Shape.CHOICE, N_("State"), Running.UP, choices=Running)
    since: Moment | None = declare(Shape.MOMENT, N_("Since"), starts=Start.NOW)
    impact: str = declare(Shape.TEXT, N_("Impact"), "")
    note: str = declare(Shape.PROSE, N_("Note"), "")


KINDS = (Product, LeakedData, Claim, Service)
OF_TYPE: dict[CrisisType, type[Record]] = {
    CrisisType.PRODUCT_QUALITY: Product,
    CrisisType.DATA_LEAK: LeakedData,
    CrisisType.NEGATIVE_OPINION: Claim,
    CrisisType.PLATFORM_SECURITY: Service,
}
