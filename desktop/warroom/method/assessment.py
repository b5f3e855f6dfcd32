"""The assessment: how severe it is by points, whom people blame, and which strategy fits."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.warroom.choices import Severity, SubType, Tier
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import Cluster, Known, Reputation, Strategy
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_, _

AFFECTED = ((1_000_000, 3), (10_000, 2), (100, 1))  # people at least, points (practice 2.11)
LEVELS = (
    (8, Severity.CRITICAL),
    (5, Severity.MAJOR),
    (2, Severity.MODERATE),
)  # from so many points


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Assessment(Record):
    """One look at nature, impact, blame and strategy; the newest is the one in force."""

    kind_name = "assessment"
    shown_name = N_("Assessment")

    assessed_at: Moment | None = declare(
        Shape.MOMENT, N_("Assessed at"), needed=True, starts=Start.NOW
    )
    nature: str = declare(Shape.PROSE, N_("Nature"), "")
    impact: str = declare(Shape.PROSE, N_("Impact"), "")
    death: Known | str = declare(
        Shape.CHOICE, N_("Death or serious injury"), Known.UNKNOWN, choices=Known
    )
    hurt: Known | str = declare(Shape.CHOICE, N_("Anyone hurt"), Known.UNKNOWN, choices=Known)
    affected: int | None = declare(Shape.NUMBER, N_("People affected"))
    stopped: Known | str = declare(
        Shape.CHOICE, N_("Sale or service stopped"), Known.UNKNOWN, choices=Known
    )
    statutory: Known | str = declare(
        Shape.CHOICE, N_("A statutory clock runs"), Known.UNKNOWN, choices=Known
    )
    tier: Tier | str = declare(Shape.CHOICE, N_("Largest outlets"), Tier.UNKNOWN, choices=Tier)
    doubled: Known | str = declare(
        Shape.CHOICE, N_("Volume doubled in an hour"), Known.UNKNOWN, choices=Known
    )
    cluster: Cluster | str = declare(
        Shape.CHOICE, N_("Responsibility cluster"), Cluster.ACCIDENTAL, choices=Cluster
    )
    history: bool = declare(Shape.FLAG, N_("A crisis of this type within 24 months"), False)
    reputation: Reputation | str = declare(
        Shape.CHOICE, N_("Prior reputation"), Reputation.NEUTRAL, choices=Reputation
    )
    strategy: Strategy | str = declare(Shape.CHOICE, N_("Strategy"), "", choices=Strategy)
    instructing: bool = declare(Shape.FLAG, N_("Say how people protect themselves"), False)
    adjusting: bool = declare(Shape.FLAG, N_("Say that we care and what we do"), False)
    deny: bool = declare(Shape.FLAG, N_("Deny"), False)
    diminish: bool = declare(Shape.FLAG, N_("Diminish"), False)
    rebuild: bool = declare(Shape.FLAG, N_("Rebuild"), False)
    bolster: bool = declare(Shape.FLAG, N_("Bolster"), False)
    reason: str = declare(Shape.PROSE, N_("Reason for the strategy"), "")
    next_review: Moment | None = declare(Shape.MOMENT, N_("Next review"), ahead=True)


def points(seen: Assessment) -> int | None:
    """The points of an assessment, unknown counting as the worst plausible; None where somebody
    died or was seriously hurt, which is level 1 whatever else is so (practice 2.11)."""
    if seen.death == Known.YES:
        return None
    found = 0 if seen.hurt == Known.NO else 4
    found += _affected(seen.affected)
    found += sum(2 for each in (seen.stopped, seen.statutory) if each != Known.NO)
    found += {Tier.SECOND: 1, Tier.NONE: 0}.get(Tier(seen.tier), 2) if seen.tier in _TIERS else 2
    return found + (0 if seen.doubled == Known.NO else 1)


def level(seen: Assessment) -> Severity:
    """The severity that the points stand for: level 1 from 8, 2 from 5, 3 from 2, else 4."""
    found = points(seen)
    if found is None:
        return Severity.CRITICAL
    return next((named for least, named in LEVELS if found >= least), Severity.MINOR)


def _affected(people: int | None) -> int:
    if people is None:
        return AFFECTED[0][1]
    return next((worth for least, worth in AFFECTED if people >= least), 0)


_TIERS = frozenset(Tier)


def blame(seen: Assessment) -> int:
    """How responsible people hold us, 0 to 2; history and a poor name raise it (practice 2.1)."""
    base = list(Cluster).index(Cluster(seen.cluster)) if seen.cluster in set(Cluster) else 1
    return min(2, base + (seen.history or seen.reputation == Reputation.POOR))


def mismatches(seen: Assessment, subtype: SubType | str = "") -> list[str]:
    """What the practice's rule says against the chosen strategy, as sentences of advice.

    It never blocks (practice 2.1, Coombs' guidelines). Nothing chosen yet: nothing to say.
    """
    chosen = (seen.deny, seen.diminish, seen.rebuild, seen.bolster)
    if not (any(chosen) or seen.strategy):
        return []
    return list(_advice(seen, blame(seen), subtype))


def _advice(seen: Assessment, blamed: int, subtype: SubType | str) -> Iterable[str]:
    if seen.deny and blamed >= 1:
        yield _("To deny does not fit where people hold us responsible.")
    if seen.deny and blamed == 0 and subtype not in (SubType.RUMOUR, SubType.CLAIM, ""):
        yield _("To deny fits only a rumour or a claim that is untrue.")
    if seen.diminish and blamed == 2:
        yield _("To diminish does not fit a crisis that people think could have been prevented.")
    if blamed == 2 and not seen.rebuild:
        yield _("Apologise and compensate: people think that this could have been prevented.")
    if seen.deny and (seen.diminish or seen.rebuild):
        yield _("To deny cannot stand beside an apology or an excuse.")
    if seen.bolster and not (seen.deny or seen.diminish or seen.rebuild):
        yield _("Good things about us alone are no answer; let them follow one.")
    if not (seen.instructing and seen.adjusting):
        yield _("Say first how people protect themselves, and that we care and what we do.")


KINDS = (Assessment,)
