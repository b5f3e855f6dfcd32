"""What we do for those who were hurt: remedies, and how many of the affected were reached."""

from dataclasses import dataclass

from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Remedy(Record):
    """What is given to whom, how it is claimed, how many were promised and delivered.

    ``amount`` is for each, in whole units of ``currency`` (ISO 4217).
    """

    kind_name = "remedy"
    shown_name = N_("Remedy")

    what: str = declare(Shape.TEXT, N_("Remedy"), "", needed=True)
    to_whom: str = declare(Shape.TEXT, N_("To whom"), "")
    how: str = declare(Shape.PROSE, N_("How to claim"), "")
    promised: int | None = declare(Shape.NUMBER, N_("Promised"))
    delivered: int | None = declare(Shape.NUMBER, N_("Delivered"))
    amount: int | None = declare(Shape.NUMBER, N_("Amount for each"))
    currency: str = declare(Shape.TEXT, N_("Currency"), "")
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    done_at: Moment | None = declare(Shape.MOMENT, N_("Done at"))
    statement: str = declare(Shape.LINK, N_("Public statement"), "", target="statement")
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AffectedCount(Record):
    """How many people are affected as far as was known at a time, and how many we reached."""

    kind_name = "affected_count"
    shown_name = N_("Count of people affected")

    who: str = declare(Shape.TEXT, N_("Who"), "", needed=True)
    as_of: Moment | None = declare(Shape.MOMENT, N_("As of"), needed=True, starts=Start.NOW)
    known: int | None = declare(Shape.NUMBER, N_("Known to be affected"))
    notified: int | None = declare(Shape.NUMBER, N_("Notified"))
    helped: int | None = declare(Shape.NUMBER, N_("Helped"))
    note: str = declare(Shape.PROSE, N_("Note"), "")


KINDS = (Remedy, AffectedCount)
