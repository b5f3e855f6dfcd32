"""Approvals of a text: who, in which role, of exactly which wording, and what ended them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom.choices import EntryKind, Role, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Entry
from desktop.warroom.selection import Selection
from desktop.warroom.statements.wording import fingerprint, public_title
from desktop.warroom.written import Written
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SignOff(Record):
    """The approval of one text by one role. ``about`` is the id of a statement or staff message.

    ``sha256`` is of the wording that was read, see ``wording.fingerprint``. It holds until
    ``lapsed_at``; it is never erased.
    """

    kind_name = "sign_off"
    shown_name = N_("Approval of a text")
    draws_others, draws_when_new = True, False

    about: str = declare(Shape.TEXT, N_("Approval of"), "", form=False, needed=True)
    about_kind: str = declare(Shape.TEXT, N_("Kind of record"), "", form=False)
    role: Role | str = declare(Shape.CHOICE, N_("Role"), Role.COMMS_LEAD, choices=Role, form=False)
    by: str = declare(Shape.TEXT, N_("Approved by"), "", needed=True, form=False)
    at: Moment | None = declare(Shape.MOMENT, N_("Approved at"), form=False)
    sha256: str = declare(Shape.TEXT, N_("SHA-256"), "", form=False)
    lapsed_at: Moment | None = declare(Shape.MOMENT, N_("Ended at"), form=False)
    lapsed_why: str = declare(Shape.TEXT, N_("Why it ended"), "", form=False)
    note: str = declare(Shape.PROSE, N_("Note"), "")

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """Raises RuleBroken where an approval would be erased, or one that ended hold again."""
        if self.gone or (isinstance(before, SignOff) and before.lapsed_at and not self.lapsed_at):
            raise RuleBroken(_("An approval stays as it was given, and as it ended."))
        return ()


def sign_offs(room: "Reading", about: Record) -> list[SignOff]:
    """The approvals of a text that hold, in the order in which they were given."""
    selection = Selection(
        kind=SignOff, equal=(("about", (about.id,)),), empty=("lapsed_at",), everywhere=True
    )
    return room.records(selection)


def counting(room: "Reading", about: Written) -> list[SignOff]:
    """The approvals that hold and are of exactly the wording that would go out now."""
    now = fingerprint(room, about)
    return [each for each in sign_offs(room, about) if each.sha256 == now]


def lapsing(room: "Reading", after: Written, why: str = "", said: str = "") -> "Iterable[Drawn]":
    """What ends when a text goes back to draft: its approvals, said once in the timeline.

    ``why`` is kept with each approval; ``said`` is the line of the timeline.
    """
    held, now = sign_offs(room, after), room.now()
    if after.standing != Standing.DRAFT or not held:
        return
    for each in held:
        yield each, {"lapsed_at": now, "lapsed_why": why or _("The text was changed.")}
    said = said or _("{title}: changed after approval, a draft again").format(
        title=public_title(room, after)
    )
    yield Entry(kind=EntryKind.NOTE, text=said, happened_at=now, incident=after.incident), {}


KINDS = (SignOff,)
