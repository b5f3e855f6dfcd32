"""Receipts: what one person has got, read and confirmed of a message, or why it did not reach."""

from dataclasses import dataclass

from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.staff_forms import ToldHow
from resources import N_, _


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Receipt(Record):
    """That a message came to a person, was read and confirmed; or else why it could not come.

    Who has read it had it, and who has confirmed has read it. Without ``unreachable_why`` a receipt
    says that the person was told.
    """

    kind_name = "receipt"
    shown_name = N_("Receipt")

    message: str = declare(Shape.LINK, N_("Message"), "", target="staff_message", needed=True)
    member: str = declare(
        Shape.LINK,
        N_("Staff member"),
        "",
        target="staff_member",
        needed=True,
    )
    reached_at: Moment | None = declare(Shape.MOMENT, N_("Reached at"))
    read_at: Moment | None = declare(Shape.MOMENT, N_("Read or briefed at"))
    confirmed_at: Moment | None = declare(Shape.MOMENT, N_("Confirmed at"))
    unreachable_why: str = declare(Shape.TEXT, N_("Why not reached"), "")
    how: ToldHow | str = declare(Shape.CHOICE, N_("How we know"), ToldHow.SYSTEM, choices=ToldHow)

    @property
    def times(self) -> tuple[Moment, ...]:
        """The times that it says, in the order in which they should follow."""
        said = (self.reached_at, self.read_at, self.confirmed_at)
        return tuple(each for each in said if each)

    def check(self) -> None:
        """Raises RuleBroken where it says nothing, or that a person was told and was not."""
        super().check()
        if bool(self.times) == bool(self.unreachable_why.strip()):
            raise RuleBroken(
                _("Say when it was reached, read or confirmed, or why it was not: one of the two.")
            )


KINDS = (Receipt,)
