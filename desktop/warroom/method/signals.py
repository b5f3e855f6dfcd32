"""Early warning: complaints, comments, reports and industry news, and what was decided on each."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.choices import Severity
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import SignalKind, Triage
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_, _


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Signal(Record):
    """A sign that a crisis may come (seed 8 and 32); it belongs to the company until it opens one.

    ``opened`` is the id of the incident that was opened from it.
    """

    kind_name = "signal"
    shown_name = N_("Signal")
    company_wide = True

    what: SignalKind | str = declare(
        Shape.CHOICE,
        N_("Kind"),
        SignalKind.COMPLAINT,
        choices=SignalKind,
        also=("type", "category"),
    )
    text: str = declare(
        Shape.PROSE,
        N_("Text"),
        "",
        needed=True,
        also=("complaint", "comment", "description", "event", "內容", "内容", "客訴", "投诉"),
    )
    received_at: Moment | None = declare(
        Shape.MOMENT,
        N_("Received at"),
        needed=True,
        starts=Start.NOW,
        also=("time", "date", "when", "timestamp", "時間", "时间", "日期"),
    )
    source: str = declare(Shape.TEXT, N_("Source"), "", also=("platform", "shop", "來源", "来源"))
    url: str = declare(Shape.TEXT, N_("Link"), "", also=("link",))
    topic: str = declare(
        Shape.TEXT, N_("Product or topic"), "", also=("product", "商品", "产品", "話題", "话题")
    )
    severity: Severity | str = declare(Shape.CHOICE, N_("Severity"), "", choices=Severity)
    triage: Triage | str = declare(Shape.CHOICE, N_("Triage"), Triage.NEW, choices=Triage)
    reason: str = declare(Shape.PROSE, N_("Reason"), "")
    could_happen: bool = declare(Shape.FLAG, N_("Could happen to us"), False)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    triaged_at: Moment | None = declare(Shape.MOMENT, N_("Decided at"), form=False)
    customer: str = declare(Shape.TEXT, N_("Customer or order"), "", also=("order", "order_id"))
    replied_at: Moment | None = declare(Shape.MOMENT, N_("First reply at"))
    solved_at: Moment | None = declare(Shape.MOMENT, N_("Solved at"))
    reopened: bool = declare(Shape.FLAG, N_("Opened again"), False)
    reach: int | None = declare(Shape.NUMBER, N_("Reach"))
    opened: str = declare(Shape.LINK, N_("Incident opened"), "", target="incident", form=False)

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A decision has its time; to let a signal rest needs a reason. Raises RuleBroken."""
        triage = values.get("triage", self.triage)
        if triage == self.triage:
            return {}
        if triage == Triage.NO_ACTION and not (values.get("reason", self.reason) or saying.why):
            raise RuleBroken(_("Say why there is nothing to do."))
        return {"triaged_at": None if triage == Triage.NEW else saying.at}

    def check(self) -> None:
        """Raises RuleBroken where what could happen to us has no owner (seed 8.3)."""
        Record.check(self)
        if self.could_happen and not self.owner:
            raise RuleBroken(_("It could happen to us: name an owner."))


KINDS = (Signal,)
