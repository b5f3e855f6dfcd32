"""The records about staff that every start needs: groups, messages, and reports on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import Channel, Standing
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from desktop.warroom.staff_forms import StaffForm, ToldHow
from desktop.warroom.written import Written
from resources import N_

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StaffGroup(Record):
    """A group of employees with its headcount: the smallest that is told together, a team.

    ``manager`` is whom to call, unless people of the group are known and one of them manages it.
    ``level`` is its place in the cascade: groups of level 1 are briefed first.
    """

    kind_name = "staff_group"
    shown_name = N_("Staff group")
    company_wide = True

    name: str = declare(Shape.TEXT, N_("Group"), "", needed=True)
    headcount: int | None = declare(Shape.NUMBER, N_("Headcount"))
    note: str = declare(Shape.PROSE, N_("Note"), "")
    department: str = declare(Shape.TEXT, N_("Department"), "")
    site: str = declare(Shape.TEXT, N_("Site"), "")
    shift: str = declare(Shape.TEXT, N_("Shift pattern"), "")
    manager: str = declare(Shape.TEXT, N_("Manager"), "")
    phone: str = declare(Shape.TEXT, N_("Phone of the manager"), "")
    level: int | None = declare(Shape.NUMBER, N_("Cascade level"))
    frontline: bool = declare(Shape.FLAG, N_("Frontline"), False)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StaffMessage(Written):
    """Something employees are told: a version of a text, which is out from when it was sent.

    ``statement`` is the public statement that it goes with, ``groups`` the ids of the groups that
    it is meant for, all of them where there is none.
    """

    kind_name = "staff_message"
    shown_name = N_("Staff message")
    approved_parts = ("text", "parts")

    channel: Channel | str = declare(Shape.CHOICE, N_("Channel"), Channel.HUDDLE, choices=Channel)
    sent_at: Moment | None = declare(Shape.MOMENT, N_("Sent at"))
    statement: str = declare(Shape.LINK, N_("Goes with the statement"), "", target="statement")
    form: StaffForm | str = declare(Shape.CHOICE, N_("Template"), "", choices=StaffForm)
    groups: tuple[str, ...] = declare(
        Shape.WORDS, N_("For the groups"), (), target="staff_group", form=False
    )
    confirm: bool = declare(Shape.FLAG, N_("To be confirmed"), False)
    confirm_by: Moment | None = declare(Shape.MOMENT, N_("To be confirmed by"), ahead=True)

    @property
    def unreleased(self) -> bool:
        """Whether it was not sent yet."""
        return self.sent_at is None

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A message that is sent is out; one that was not sent after all is not."""
        more = super().entails(values, saying)
        sent = values.get("sent_at", self.sent_at)
        if bool(sent) != bool(self.sent_at) and "standing" not in values:
            more["standing"] = Standing.RELEASED if sent else Standing.DRAFT
        return more

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """A version that is sent supersedes those before it in its language."""
        if self.gone:
            return
        yield from super().draws(before, room)
        if isinstance(before, StaffMessage) and self.sent_at and not before.sent_at:
            from desktop.warroom.staff_messages import superseded_by  # few acts need it

            for earlier in superseded_by(room, self):
                yield earlier, {"standing": Standing.SUPERSEDED}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Delivery(Record):
    """A report on a message: how many of a group were reached, were not, and have confirmed.

    ``read`` counts who has read it or was briefed. A count that the report does not say is None;
    see ``staff.standing`` for what then counts.
    """

    kind_name = "delivery"
    shown_name = N_("Delivery")

    message: str = declare(Shape.LINK, N_("Message"), "", target="staff_message", needed=True)
    group: str = declare(Shape.LINK, N_("Group"), "", target="staff_group", needed=True)
    reached: int | None = declare(Shape.NUMBER, N_("Reached"))
    missed: int | None = declare(Shape.NUMBER, N_("Not reached"))
    confirmed: int | None = declare(Shape.NUMBER, N_("Confirmed"))
    reported_at: Moment | None = declare(Shape.MOMENT, N_("Reported at"), starts=Start.NOW)
    read: int | None = declare(Shape.NUMBER, N_("Read or briefed"))
    how: ToldHow | str = declare(
        Shape.CHOICE, N_("How we know"), ToldHow.SUPERVISOR, choices=ToldHow
    )
    why_missed: str = declare(Shape.TEXT, N_("Why not reached"), "")
