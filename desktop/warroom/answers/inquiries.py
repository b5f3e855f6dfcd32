"""Questions of journalists, and requests that a medium correct itself (seed 12.3 and 17.3)."""

from dataclasses import dataclass

from desktop.warroom.answers.words import CorrectionState, InquiryState
from desktop.warroom.choices import Tier
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Inquiry(Record):
    """A journalist's question with its deadline, and what we answered."""

    kind_name = "inquiry"
    shown_name = N_("Media inquiry")

    journalist: str = declare(Shape.TEXT, N_("Journalist"), "")
    outlet: str = declare(Shape.TEXT, N_("Outlet"), "", needed=True)
    contact: str = declare(Shape.LINK, N_("Media contact"), "", target="media_contact")
    tier: Tier | str = declare(Shape.CHOICE, N_("Tier of the outlet"), Tier.UNKNOWN, choices=Tier)
    question: str = declare(Shape.PROSE, N_("Question"), "", needed=True)
    phone: str = declare(Shape.TEXT, N_("Phone"), "")
    received_at: Moment | None = declare(Shape.MOMENT, N_("Received at"), starts=Start.NOW)
    deadline: Moment | None = declare(Shape.MOMENT, N_("Deadline"), ahead=True)
    published: bool = declare(Shape.FLAG, N_("Has published already"), False)
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    state: InquiryState | str = declare(
        Shape.CHOICE, N_("State"), InquiryState.OPEN, choices=InquiryState
    )
    line: str = declare(Shape.LINK, N_("Line used"), "", target="answer")
    answer: str = declare(Shape.PROSE, N_("What we said"), "")
    answered_at: Moment | None = declare(Shape.MOMENT, N_("Answered at"))
    outcome: str = declare(Shape.TEXT, N_("Outcome"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Correction(Record):
    """A request that an outlet correct what it reported."""

    kind_name = "correction"
    shown_name = N_("Correction request")

    coverage: str = declare(Shape.LINK, N_("Media item"), "", target="coverage_item")
    outlet: str = declare(Shape.TEXT, N_("Outlet"), "", needed=True)
    wrong: str = declare(Shape.PROSE, N_("What is wrong"), "", needed=True)
    right: str = declare(Shape.PROSE, N_("What is right"), "")
    asked_at: Moment | None = declare(Shape.MOMENT, N_("Requested at"), starts=Start.NOW)
    asked_of: str = declare(Shape.TEXT, N_("Requested of"), "")
    state: CorrectionState | str = declare(
        Shape.CHOICE, N_("State"), CorrectionState.REQUESTED, choices=CorrectionState
    )
    corrected_at: Moment | None = declare(Shape.MOMENT, N_("Corrected at"))
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)


KINDS = (Inquiry, Correction)
