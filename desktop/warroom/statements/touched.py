"""What a changed fact touches: a mark on every text that uses it, until somebody has seen to it."""

from dataclasses import dataclass

from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Touched(Record):
    """A text that used a fact when it changed. ``about`` is the id of the text, of any kind.

    ``out`` says that the text was released then, so that it asks for a correction. It is open until
    ``settled_at``.
    """

    kind_name = "touched"
    shown_name = N_("Text touched by a fact")

    fact: str = declare(Shape.LINK, N_("Fact"), "", target="fact", needed=True, form=False)
    about: str = declare(Shape.TEXT, N_("Text"), "", needed=True, form=False)
    about_kind: str = declare(Shape.TEXT, N_("Kind of record"), "", form=False)
    title: str = declare(Shape.TEXT, N_("Title"), "", form=False)
    was: str = declare(Shape.TEXT, N_("Before"), "", form=False)
    now: str = declare(Shape.TEXT, N_("Now"), "", form=False)
    out: bool = declare(Shape.FLAG, N_("Released, to be corrected"), False, form=False)
    at: Moment | None = declare(Shape.MOMENT, N_("Changed at"), form=False)
    settled_at: Moment | None = declare(Shape.MOMENT, N_("Seen to at"), form=False)
    settled_how: str = declare(Shape.TEXT, N_("Seen to by"), "")


KINDS = (Touched,)
