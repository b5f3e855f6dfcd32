"""What a changed fact touches: a mark on every text that uses it, until somebody has seen to it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.selection import Selection
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom


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


def all_open(room: "Reading") -> list[Touched]:
    """The marks that nobody has seen to, in the order of writing."""
    return room.records(Selection(kind=Touched, empty=("settled_at",)))


def open_marks(room: "Reading", record: Record) -> list[Touched]:
    """The marks of one text that nobody has seen to."""
    of = (("about", (record.id,)),)
    return room.records(Selection(kind=Touched, equal=of, empty=("settled_at",), everywhere=True))


def marks_of_fact(room: "Reading", fact: Record) -> list[Touched]:
    """The marks of one fact, on any text, that nobody has seen to."""
    of = (("fact", (fact.id,)),)
    return room.records(Selection(kind=Touched, equal=of, empty=("settled_at",), everywhere=True))


def to_correct(room: "Reading") -> set[str]:
    """The ids of the texts that are out and rest on a fact that is no longer so."""
    return {each.about for each in all_open(room) if each.out}


def settle(room: "WarRoom", mark: Touched, how: str) -> None:
    """Say that somebody has seen to a mark, and how. Raises RuleBroken without a word on it."""
    now = room.get(Touched, mark.id)
    if now.settled_at:
        raise RuleBroken(_("Somebody has seen to it already."))
    if not how.strip():
        raise RuleBroken(_("Say how it was seen to."))
    room.change(now, settled_at=room.now(), settled_how=how.strip())


KINDS = (Touched,)
