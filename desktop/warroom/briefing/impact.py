"""Whom it hurts and what is done for them: the people affected, remedies, and their sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from desktop.warroom import shown
from desktop.warroom.briefing.changed import Changes
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.statements.remedies import AffectedCount, Remedy, latest, sums
from resources import _


@dataclass(frozen=True, slots=True)
class Impact:
    """The newest count of each group of people, and every remedy."""

    counts: Sequence[AffectedCount] = ()
    remedies: Sequence[Remedy] = ()

    @classmethod
    def of(cls, room: Reading) -> Self:
        """What a room holds of it."""
        return cls(latest(room.all(AffectedCount)), room.all(Remedy))

    @property
    def known(self) -> int | None:
        """How many people are known to be affected; None where no count says."""
        found = [each.known for each in self.counts if each.known is not None]
        return sum(found) if found else None


def people(impact: Impact, changes: Changes) -> Plain:
    """The people affected, and how many of them were reached."""
    rows = [
        [each.who, _count(each.known), _count(each.notified), _count(each.helped), said(each.as_of)]
        for each in impact.counts
    ]
    head = [_("Group of people"), _("Known to be affected"), _("Notified"), _("Helped"), _("As of")]
    widths = ["2fr", "1fr", "1fr", "1fr", "auto"]
    return table(_("People affected"), head, widths, rows, marks=changes.marks(impact.counts))


def remedies(impact: Impact, as_of: Moment, changes: Changes) -> Plain:
    """What is given to whom, how much of it is delivered; the note says what it comes to."""
    rows = [
        [
            each.what,
            each.to_whom,
            _delivered(each),
            shown.labelled(each.currency.upper(), each.amount) if each.amount else "",
            shown.aside(said(each.due), _("overdue")) if each.late(as_of.ms) else said(each.due),
            each.owner,
        ]
        for each in impact.remedies
    ]
    head = [_("Remedy"), _("To whom"), _("Delivered"), _("Amount for each"), _("Due"), _("Owner")]
    widths = ["2fr", "1.2fr", "auto", "auto", "auto", "1fr"]
    marks = changes.marks(impact.remedies)
    return table(_("Remedies"), head, widths, rows, shown.sentences(_sums(impact)), marks)


def _sums(impact: Impact) -> list[str]:
    form = _("{currency}: {delivered} of {promised} delivered.")
    return [
        form.format(
            currency=each.currency,
            delivered=_money(each.delivered),
            promised=_money(each.promised),
        )
        for each in sums(impact.remedies)
    ]


def _delivered(remedy: Remedy) -> str:
    if remedy.promised is None:
        return _count(remedy.delivered)
    form = _("{n} of {all}")
    return form.format(n=_count(remedy.delivered), all=f"{remedy.promised:,}")


def _count(number: int | None) -> str:
    return _("unknown") if number is None else f"{number:,}"


def _money(amount: Decimal) -> str:
    return f"{amount:,}"
