"""A version of a playbook as a record of the room."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.choices import CrisisType
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.checking import checked
from desktop.warroom.playbooks.plan import Playbook
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.record import Record
from resources import N_

Items = tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PlaybookVersion(Record):
    """A version of the playbook of a type; the one in force is what is loaded.

    Without ``approved_at`` it is a draft. ``names`` holds one item: the name by its language.
    """

    kind_name = "playbook"
    shown_name = N_("Playbook")
    company_wide = True
    nested = frozenset(("names", "tasks", "prevention", "audiences"))

    name: str = declare(Shape.TEXT, N_("Name"), "", form=False)
    type: CrisisType | str = declare(
        Shape.CHOICE, N_("Crisis type"), CrisisType.PRODUCT_QUALITY, choices=CrisisType, form=False
    )
    version: int | None = declare(Shape.NUMBER, N_("Version"), form=False)
    in_force: bool = declare(Shape.FLAG, N_("In force"), False, form=False)
    approver: str = declare(Shape.TEXT, N_("Approved by"), "")
    approved_at: Moment | None = declare(Shape.MOMENT, N_("Approved at"), form=False)
    review_due: Moment | None = declare(Shape.MOMENT, N_("Review due"), ahead=True)
    note: str = declare(Shape.PROSE, N_("Note"), "")
    names: Items = declare(Shape.ITEMS, N_("Names"), (), form=False)
    tasks: Items = declare(Shape.ITEMS, N_("Tasks"), (), form=False)
    prevention: Items = declare(Shape.ITEMS, N_("Prevention"), (), form=False)
    audiences: Items = declare(Shape.ITEMS, N_("Audiences"), (), form=False)
    statements: tuple[str, ...] = declare(Shape.WORDS, N_("Statements"), (), form=False)
    messages: tuple[str, ...] = declare(Shape.WORDS, N_("Staff messages"), (), form=False)

    def plan(self) -> Playbook:
        """What it holds. Raises RuleBroken when another program wrote what no playbook holds."""
        if not self.id:
            return shipped(CrisisType(self.type))
        return checked(
            {
                "key": str(self.type),
                "name": self.names[0] if self.names else {"en": self.name},
                "prevention": self.prevention,
                "tasks": self.tasks,
                "audiences": self.audiences,
                "statements": self.statements,
                "employee_messages": self.messages,
            }
        )

    @property
    def draft(self) -> bool:
        """Whether nobody has approved it yet."""
        return bool(self.id) and self.approved_at is None


KINDS: tuple[type[Record], ...] = (PlaybookVersion,)
