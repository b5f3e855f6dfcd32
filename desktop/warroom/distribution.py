"""Whom a briefing was given to, by what way and when: a register that is kept by hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.warroom import shown
from desktop.warroom.choices import Channel
from desktop.warroom.choices import shown as word
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.records import Paper
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Distribution(Record):
    """One briefing given to somebody; the program itself sends nothing."""

    kind_name = "distribution"
    shown_name = N_("Briefing sent")

    paper: str = declare(Shape.LINK, N_("Briefing"), "", target="paper", needed=True, form=False)
    to: str = declare(Shape.TEXT, N_("Sent to"), "", needed=True)
    how: Channel | str = declare(Shape.CHOICE, N_("Sent by"), Channel.EMAIL, choices=Channel)
    at: Moment | None = declare(Shape.MOMENT, N_("Sent at"), needed=True, starts=Start.NOW)


KINDS: tuple[type[Record], ...] = (Distribution,)


@dataclass(frozen=True, slots=True)
class Issued:
    """A numbered briefing, and whom it was given to, the first first."""

    paper: Paper
    sent: tuple[Distribution, ...]

    @property
    def whom(self) -> str:
        """``Board (E-mail), Legal (Paper or notice board)``."""
        return shown.listed(shown.aside(each.to, word(each.how)) for each in self.sent)


def issued(room: Reading) -> list[Issued]:
    """The numbered briefings of the incident on screen, the newest first."""
    sent = room.all(Distribution)
    papers = sorted(room.all(Paper), key=lambda each: -(each.number or 0))
    return [Issued(each, _of(sent, each)) for each in papers]


def _of(sent: Iterable[Distribution], paper: Paper) -> tuple[Distribution, ...]:
    mine = (each for each in sent if each.paper == paper.id)
    return tuple(sorted(mine, key=lambda each: each.at.ms if each.at else 0))
