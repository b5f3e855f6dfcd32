"""Questions of journalists, and requests that a medium correct itself (seed 12.3 and 17.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.warroom.answers.words import CorrectionState, InquiryState
from desktop.warroom.choices import Tier
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.record import Record, Saying
from desktop.warroom.records import Coverage
from desktop.warroom.selection import Selection
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn

MINUTE = 60_000
SOON = 60 * MINUTE  # a deadline within it raises the priority (practice 2.4)
_FIRST = (3, 60)  # the weight of the first tier, and minutes where no deadline was given (PF2-10)
_OTHERS: dict[str, tuple[int, int]] = {Tier.SECOND: (2, 120), Tier.NONE: (1, 480)}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Inquiry(Record):
    """A journalist's question with its deadline, and what we answered.

    ``line`` is the question of the bank that it is, and so the line that answers it. A contact
    that is linked gives outlet and tier, and name and phone where none stand yet.
    """

    kind_name = "inquiry"
    shown_name = N_("Media inquiry")
    draws_others, draws_when_new = True, False

    journalist: str = declare(Shape.TEXT, N_("Journalist"), "", also=("reporter", "caller"))
    outlet: str = declare(
        Shape.TEXT, N_("Outlet"), "", needed=True, also=("media", "publication", "媒體", "媒体")
    )
    contact: str = declare(Shape.LINK, N_("Media contact"), "", target="media_contact")
    tier: Tier | str = declare(Shape.CHOICE, N_("Tier of the outlet"), Tier.UNKNOWN, choices=Tier)
    question: str = declare(Shape.PROSE, N_("Question"), "", needed=True)
    phone: str = declare(Shape.TEXT, N_("Phone"), "")
    received_at: Moment | None = declare(
        Shape.MOMENT, N_("Received at"), starts=Start.NOW, also=("received", "time", "date")
    )
    deadline: Moment | None = declare(Shape.MOMENT, N_("Deadline"), ahead=True)
    published: bool = declare(Shape.FLAG, N_("Has published already"), False)
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    state: InquiryState | str = declare(
        Shape.CHOICE, N_("State"), InquiryState.OPEN, choices=InquiryState
    )
    line: str = declare(Shape.LINK, N_("Line used"), "", target="answer")
    answer: str = declare(Shape.PROSE, N_("What we said"), "")
    answered_at: Moment | None = declare(Shape.MOMENT, N_("Answered at"))
    reason: str = declare(Shape.TEXT, N_("Reason"), "")
    outcome: str = declare(Shape.TEXT, N_("Outcome"), "")

    @property
    def open(self) -> bool:
        """Whether it still waits for us."""
        return self.state not in (InquiryState.ANSWERED, InquiryState.DECLINED)

    @property
    def tier_assumed(self) -> bool:
        """Whether the tier is not known, so that it counts as the first."""
        return self.tier not in (Tier.FIRST, Tier.SECOND, Tier.NONE)

    @property
    def due(self) -> Moment | None:
        """The journalist's deadline or, where none was given, ours by the tier (PF2-10)."""
        began = self.received_at or self.recorded_at
        if self.deadline or began is None:
            return self.deadline
        minutes = _OTHERS.get(self.tier, _FIRST)[1]
        return Moment(began.ms + minutes * MINUTE, began.offset, Precision.MINUTE)

    def check(self) -> None:
        """Raises RuleBroken for an inquiry that is declined without a reason."""
        super().check()
        if self.state == InquiryState.DECLINED and not self.reason.strip():
            raise RuleBroken(_("Say why the inquiry is declined."))

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """An answer has its time; an inquiry that is open again has none."""
        state = values.get("state", self.state)
        if state == self.state or "answered_at" in values:
            return {}
        if state == InquiryState.ANSWERED and self.answered_at is None:
            return {"answered_at": saying.at}
        return {"answered_at": None} if state == InquiryState.OPEN and self.answered_at else {}

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """What the contact that was linked just now knows better."""
        if isinstance(before, Inquiry) and self.contact and before.contact != self.contact:
            from desktop.warroom.answers.called import known_of  # few acts need it

            if more := known_of(room, self, before):
                yield self, more


def open_inquiries() -> Selection[Inquiry]:
    """The inquiries that wait for us."""
    return Selection(kind=Inquiry, equal=(("state", (InquiryState.OPEN,)),))


def priority(inquiry: Inquiry, now: Moment) -> int:
    """How urgent it is, 1 to 5 (practice 2.4): ``tier + deadline within 60 min + published``.

    The first tier weighs 3, the second 2, others 1; a tier that is not known weighs as the first.
    A deadline that is past, or that is ours, counts as one within 60 minutes of its moment.
    """
    weight = _OTHERS.get(inquiry.tier, _FIRST)[0]
    soon = inquiry.due is not None and inquiry.due.ms - now.ms <= SOON
    return weight + int(soon) + int(inquiry.published)


def late(inquiry: Inquiry, now: Moment) -> bool:
    """Whether it is still open behind its deadline."""
    return inquiry.open and inquiry.due is not None and inquiry.due.ms < now.ms


def place(inquiry: Inquiry, now: Moment) -> tuple[bool, int, int]:
    """Where it stands: open ones first, the most urgent, then what is due first; then the rest."""
    if inquiry.open:
        return (False, -priority(inquiry, now), inquiry.due.ms if inquiry.due else 0)
    closed = inquiry.answered_at or inquiry.received_at
    return (True, 0, -closed.ms if closed else 0)


def in_order(inquiries: Iterable[Inquiry], now: Moment) -> list[Inquiry]:
    """Inquiries by their place at a moment."""
    return sorted(inquiries, key=lambda each: (place(each, now), each.id))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Correction(Record):
    """A request that an outlet correct what it reported; the media item holds an error then."""

    kind_name = "correction"
    shown_name = N_("Correction request")
    draws_others = True

    coverage: str = declare(Shape.LINK, N_("Media item"), "", target="coverage_item")
    outlet: str = declare(Shape.TEXT, N_("Outlet"), "", needed=True)
    wrong: str = declare(Shape.PROSE, N_("What is wrong"), "", needed=True)
    right: str = declare(Shape.PROSE, N_("What is right"), "")
    asked_at: Moment | None = declare(
        Shape.MOMENT, N_("Requested at"), starts=Start.NOW, also=("requested", "date")
    )
    asked_of: str = declare(Shape.TEXT, N_("Requested of"), "")
    state: CorrectionState | str = declare(
        Shape.CHOICE, N_("State"), CorrectionState.REQUESTED, choices=CorrectionState
    )
    corrected_at: Moment | None = declare(Shape.MOMENT, N_("Corrected at"))
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A correction has its time."""
        made = values.get("state", self.state) == CorrectionState.CORRECTED != self.state
        wanted = made and not values.get("corrected_at", self.corrected_at)
        return {"corrected_at": saying.at} if wanted else {}

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """The media item is marked as one that holds an error."""
        item = room.find(Coverage, self.coverage) if self.coverage else None
        if item and not item.error and not self.gone and self.state != CorrectionState.DROPPED:
            yield item, {"error": True}


KINDS = (Inquiry, Correction)
