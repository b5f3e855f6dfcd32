"""A statement: a public text made from one of the ten templates."""

from dataclasses import dataclass

from desktop.warroom.fields import Shape, declare
from desktop.warroom.statements.words import Form
from desktop.warroom.written import Written
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Statement(Written):
    """One version of a public text in one language; ``release.Release`` says where it went."""

    kind_name = "statement"
    shown_name = N_("Public statement")

    approved_parts = (*Written.approved_parts, "form")

    form: Form | str = declare(Shape.CHOICE, N_("Template"), Form.HOLDING, choices=Form)
    audience: str = declare(Shape.LINK, N_("Audience"), "", target="audience")
    still_unknown: str = declare(Shape.PROSE, N_("Still unknown"), "")
    changed_since_last: str = declare(Shape.PROSE, N_("Changed since the last version"), "")


KINDS = (Statement,)
