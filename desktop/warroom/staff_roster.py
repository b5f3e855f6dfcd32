"""The roster: people of the groups, where a company puts names in, and who is on duty when."""

from dataclasses import dataclass

from desktop.warroom.choices import Language
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_, _

LONGEST_SHIFT = 24  # hours; a longer one is a slip of the keys


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StaffMember(Record):
    """One person of a group. Nothing needs people: headcounts do as well."""

    kind_name = "staff_member"
    shown_name = N_("Staff member")
    company_wide = True

    name: str = declare(Shape.TEXT, N_("Name"), "", needed=True)
    number: str = declare(
        Shape.TEXT,
        N_("Staff number"),
        "",
    )
    group: str = declare(
        Shape.LINK,
        N_("Group"),
        "",
        target="staff_group",
        needed=True,
    )
    manager: bool = declare(Shape.FLAG, N_("Manages the group"), False)
    phone: str = declare(Shape.TEXT, N_("Phone"), "")
    language: Language | str = declare(Shape.CHOICE, N_("Language"), "", choices=Language)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Shift(Record):
    """A group on duty from ``starts_at`` to ``ends_at``, over midnight or not.

    ``headcount`` is how many are on duty, the whole group where nobody says. ``people`` are the
    staff numbers or names of those on duty, if they are known.
    """

    kind_name = "shift"
    shown_name = N_("Shift")
    company_wide = True

    group: str = declare(
        Shape.LINK,
        N_("Group"),
        "",
        target="staff_group",
        needed=True,
    )
    starts_at: Moment | None = declare(Shape.MOMENT, N_("On duty from"), needed=True)
    ends_at: Moment | None = declare(Shape.MOMENT, N_("On duty until"), needed=True)
    headcount: int | None = declare(Shape.NUMBER, N_("Headcount"))
    people: tuple[str, ...] = declare(Shape.WORDS, N_("People on duty"), ())
    note: str = declare(Shape.TEXT, N_("Note"), "")

    def check(self) -> None:
        """Raises RuleBroken for a shift that ends before it starts, or lasts more than a day."""
        super().check()
        assert self.starts_at
        assert self.ends_at
        hours = (self.ends_at.ms - self.starts_at.ms) / 3_600_000
        if hours <= 0:
            raise RuleBroken(
                _("The shift ends before it starts. A night shift ends on the next day.")
            )
        if hours > LONGEST_SHIFT:
            raise RuleBroken(_("The shift lasts more than a day. Correct its start or its end."))


KINDS = (StaffMember, Shift)
