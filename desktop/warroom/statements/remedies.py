"""What we do for those who were hurt: remedies, and how many of the affected were reached."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.warroom import shown
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_, _

# 1250, 1,250.50: with groups of three, as money is written; never so that a comma is the point
_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,4})?", re.ASCII)
_CURRENCY = re.compile(r"[A-Za-z]{3}", re.ASCII)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Remedy(Record):
    """What is given to whom, how it is claimed, how many were promised and delivered.

    ``amount`` is for each, as the text of a decimal (``1,250.50``), since money is no binary
    fraction; ``currency`` is its ISO 4217 code.
    """

    kind_name = "remedy"
    shown_name = N_("Remedy")

    what: str = declare(Shape.TEXT, N_("Remedy"), "", needed=True)
    to_whom: str = declare(Shape.TEXT, N_("To whom"), "")
    how: str = declare(Shape.PROSE, N_("How to claim"), "")
    promised: int | None = declare(Shape.NUMBER, N_("Promised"))
    delivered: int | None = declare(Shape.NUMBER, N_("Delivered"))
    amount: str = declare(Shape.TEXT, N_("Amount for each"), "")
    currency: str = declare(Shape.TEXT, N_("Currency"), "")
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    done_at: Moment | None = declare(Shape.MOMENT, N_("Done at"))
    statement: str = declare(Shape.LINK, N_("Public statement"), "", target="statement")
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)

    def check(self) -> None:
        """Raises RuleBroken for an amount that is none, or that is of no currency."""
        super().check()
        _refuse_negative(self.promised, self.delivered)
        if not str(self.amount).strip():
            return
        money(self.amount)
        if not _CURRENCY.fullmatch(_plain(self.currency)):
            sentence = _("Write the currency of the amount as three letters: {codes}.")
            raise RuleBroken(sentence.format(codes=shown.listed(("TWD", "CNY", "USD"))))

    @property
    def share(self) -> float | None:
        """How much of what was promised is delivered, 0 to 1; None where that is not known."""
        if not self.promised or self.delivered is None:
            return None
        return min(self.delivered / self.promised, 1.0)

    def late(self, now_ms: int) -> bool:
        """Whether it is due and not done at ``now_ms`` (UTC milliseconds)."""
        return self.open and self.due is not None and self.due.ms < now_ms

    @property
    def open(self) -> bool:
        """Whether something is still owed: it is not noted as done, and not all is delivered."""
        return self.done_at is None and self.share != 1.0


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AffectedCount(Record):
    """How many people are affected as far as was known at a time, and how many we reached."""

    kind_name = "affected_count"
    shown_name = N_("Count of people affected")

    who: str = declare(Shape.TEXT, N_("Group of people"), "", needed=True)
    as_of: Moment | None = declare(Shape.MOMENT, N_("As of"), needed=True, starts=Start.NOW)
    known: int | None = declare(Shape.NUMBER, N_("Known to be affected"))
    notified: int | None = declare(Shape.NUMBER, N_("Notified"))
    helped: int | None = declare(Shape.NUMBER, N_("Helped"))
    note: str = declare(Shape.PROSE, N_("Note"), "")

    def check(self) -> None:
        """Raises RuleBroken for a count below nought."""
        super().check()
        _refuse_negative(self.known, self.notified, self.helped)


@dataclass(frozen=True, slots=True)
class Sum:
    """What all remedies in one currency come to; ``unknown`` have an amount and no number."""

    currency: str
    promised: Decimal
    delivered: Decimal
    unknown: int


def money(text: str) -> Decimal:
    """The number that an amount says. Raises RuleBroken with how to write it."""
    found = _AMOUNT.fullmatch(_plain(text))
    if found is None:
        raise RuleBroken(_('"{text}" is no amount. Write 1250 or 1,250.50.').format(text=text[:40]))
    return Decimal(found[0].replace(",", ""))


def sums(remedies: Iterable[Remedy]) -> list[Sum]:
    """What remedies come to, currency by currency, which are never added to each other."""
    found = dict[str, Sum]()
    for each in remedies:
        if not each.amount.strip():
            continue
        code, one = _plain(each.currency).upper(), money(each.amount)
        had = found.get(code) or Sum(code, Decimal(0), Decimal(0), 0)
        found[code] = Sum(
            code,
            had.promised + one * (each.promised or 0),
            had.delivered + one * (each.delivered or 0),
            had.unknown + (each.promised is None),
        )
    return sorted(found.values(), key=lambda each: each.currency)


def counts_by_who(counts: Iterable[AffectedCount]) -> dict[str, list[AffectedCount]]:
    """The counts of each group of people, the newest first; the group that grew last leads."""
    ordered = sorted(counts, key=lambda each: each.as_of.ms if each.as_of else 0, reverse=True)
    found = dict[str, list[AffectedCount]]()
    for each in ordered:
        found.setdefault(same_people(each), []).append(each)
    return found


def same_people(count: AffectedCount) -> str:
    """What counts of one group of people have in common: its name, however it was spaced."""
    return " ".join(count.who.split()).casefold()


def latest(counts: Iterable[AffectedCount]) -> list[AffectedCount]:
    """The newest count of each group of people."""
    return [each[0] for each in counts_by_who(counts).values()]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", str(text)).strip()


def _refuse_negative(*counts: int | None) -> None:
    if any(count is not None and count < 0 for count in counts):
        raise RuleBroken(_("A count is nought or more."))


KINDS = (Remedy, AffectedCount)
