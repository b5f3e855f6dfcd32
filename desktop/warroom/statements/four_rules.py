"""The four rules of a statement as a second person answers them (seed 13)."""

from dataclasses import dataclass

from desktop.warroom.fields import Shape, declare
from desktop.warroom.method.words import Known
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RuleAnswers(Record):
    """Four answers about exactly one wording, by somebody who did not write it."""

    kind_name = "rule_answers"
    shown_name = N_("Check of the four rules")

    statement: str = declare(
        Shape.LINK, N_("Public statement"), "", target="statement", needed=True, form=False
    )
    sha256: str = declare(Shape.TEXT, N_("SHA-256"), "", form=False)
    concise: Known | str = declare(Shape.CHOICE, N_("Concise"), Known.UNKNOWN, choices=Known)
    truthful: Known | str = declare(Shape.CHOICE, N_("Truthful"), Known.UNKNOWN, choices=Known)
    sincere: Known | str = declare(Shape.CHOICE, N_("Sincere"), Known.UNKNOWN, choices=Known)
    proactive: Known | str = declare(Shape.CHOICE, N_("Proactive"), Known.UNKNOWN, choices=Known)
    by: str = declare(Shape.TEXT, N_("Answered by"), "", needed=True, form=False)
    at: Moment | None = declare(Shape.MOMENT, N_("Answered at"), form=False)
    note: str = declare(Shape.PROSE, N_("Note"), "")


KINDS = (RuleAnswers,)
