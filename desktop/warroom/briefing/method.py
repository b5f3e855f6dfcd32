"""The method in a briefing: facts, impact, assessment, plan, audiences, team and risks.

What is more sensitive than the paper is left out of it here, and nowhere else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from desktop.warroom import shown
from desktop.warroom.briefing.changed import Changes
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import Certainty, Classification, Role, SubType
from desktop.warroom.choices import shown as word
from desktop.warroom.method.assessment import Assessment, level, mismatches
from desktop.warroom.method.clocks import Clock
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.method.plan import Audience, Measure, Objective, in_order
from desktop.warroom.method.risks import Risk
from desktop.warroom.method.subjects import Claim, LeakedData, Product, Service
from desktop.warroom.method.team import Post, holder
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.selection import Selection
from desktop.warroom.shown_value import in_words
from resources import _, ngettext

HIGH = 15  # likelihood times severity from which a risk stands on paper
_IMPACT: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (Product, ("name", "batch", "units_sold", "recovered", "hazard", "sale")),
    (LeakedData, ("data", "people", "regions", "since", "cause")),
    (Claim, ("text", "source", "verdict", "proof", "answered_in")),
    (Service, ("name", "state", "since", "impact")),
)


@dataclass(frozen=True, slots=True)
class Method:
    """The records of the method that a briefing tells of, as of one moment."""

    facts: Sequence[Fact] = ()
    sources: Sequence[FactSource] = ()
    subjects: Sequence[Record] = ()
    assessment: Assessment | None = None
    objectives: Sequence[Objective] = ()
    measures: Sequence[Measure] = ()
    audiences: Sequence[Audience] = ()
    posts: Sequence[Post] = ()
    clocks: Sequence[Clock] = ()
    risks: Sequence[Risk] = ()
    left_out: int = 0  # facts that the edition of the paper may not tell

    @classmethod
    def of(cls, room: Reading) -> Self:
        """What a room holds of it."""
        newest = Selection(kind=Assessment, order="assessed_at", newest_first=True)
        return cls(
            facts=room.all(Fact),
            sources=room.all(FactSource),
            subjects=[each for kind, _names in _IMPACT for each in room.all(kind)],
            assessment=next(iter(room.records(newest, 1)), None),
            objectives=room.all(Objective),
            measures=room.all(Measure),
            audiences=room.all(Audience),
            posts=room.all(Post),
            clocks=room.all(Clock),
            risks=room.all(Risk),
        )


def may_be_told(sensitivity: str, paper: str) -> bool:
    """Whether something this sensitive may stand on a paper of this classification.

    What this version does not know is told on no paper, and a paper that it does not know tells
    only what is open.
    """
    order = [str(each) for each in Classification]
    if sensitivity not in order:
        return False
    return order.index(sensitivity) <= (order.index(paper) if paper in order else 0)


def tellable(method: Method, subjects: Iterable[str], paper: str) -> list[str]:
    """Of the subjects of facts those that may stand on a paper of this classification."""
    hidden = {f.subject.strip() for f in method.facts if not may_be_told(f.sensitivity, paper)}
    return [each for each in subjects if each.strip() not in hidden]


def facts(method: Method, paper: str, changes: Changes) -> Iterator[Plain]:
    """What is confirmed, and apart from it what is not; how many facts are left out."""
    told = [fact for fact in method.facts if may_be_told(fact.sensitivity, paper)]
    left, note = method.left_out + len(method.facts) - len(told), ""
    if left:
        said_left = ngettext(
            "{n} more sensitive fact is left out.", "{n} more sensitive facts are left out.", left
        )
        note = said_left.format(n=left)
    sure = [fact for fact in told if fact.status == Certainty.CONFIRMED]
    open_ = [fact for fact in told if fact.status != Certainty.CONFIRMED]
    yield _facts(_("Confirmed"), method, sure, changes)
    yield {**_facts(_("Not confirmed"), method, open_, changes), "note": note}


def _facts(title: str, method: Method, told: Sequence[Fact], changes: Changes) -> Plain:
    rows = [
        [
            fact.subject,
            fact.value,
            word(fact.status),
            word(fact.bucket),
            _("; ").join(_sources(method.sources, fact)),
        ]
        for fact in told
    ]
    head = [_("What it is about"), _("What we hold to be so"), _("Certainty"), _("Kind")]
    widths = ["1.5fr", "2fr", "auto", "1.4fr", "1.5fr"]
    return table(title, [*head, _("Sources")], widths, rows, marks=changes.marks(told))


def _sources(sources: Iterable[FactSource], fact: Fact) -> Iterable[str]:
    for each in sources:
        if each.fact == fact.id:
            yield shown.labelled(each.source, each.says)


def impact(method: Method, now: datetime, changes: Changes) -> Iterator[Plain]:
    """What the crisis is about, by the kind of its subjects."""
    for kind, names in _IMPACT:
        mine = [each for each in method.subjects if type(each) is kind]
        fields = {field.name: field for field in kind.declared()}
        rows = [[in_words(fields[n], getattr(each, n), now) for n in names] for each in mine]
        head = [_(fields[name].label) for name in names]
        widths = ["2fr", *["1fr"] * (len(names) - 1)]
        yield table(_(kind.shown_name), head, widths, rows, marks=changes.marks(mine))


def assessment(method: Method, subtype: SubType | str) -> Plain:
    """The newest assessment, point by point."""
    seen = method.assessment
    rows = []
    if seen:
        rows = [
            [_("Assessed at"), said(seen.assessed_at)],
            [_("Nature"), seen.nature],
            [_("Impact"), seen.impact],
            [_("Level by points"), word(level(seen))],
            [_("Responsibility cluster"), word(seen.cluster)],
            [_("Strategy"), word(seen.strategy)],
            [_("Reason for the strategy"), seen.reason],
            [_("Next review"), said(seen.next_review)],
            *([_("Advice"), each] for each in mismatches(seen, subtype)),
        ]
    head = [_("Point"), _("Assessment")]
    return table(_("Assessment"), head, ["1fr", "4fr"], [row for row in rows if row[1]])


def objectives(method: Method, changes: Changes) -> Plain:
    """What is to be reached."""
    rows = [
        [word(o.aim), o.text, o.measured_by, o.target, said(o.due), said(o.reached_at)]
        for o in method.objectives
    ]
    head = [_("Aim"), _("Objective"), _("Measured by"), _("Target"), _("Due"), _("Reached at")]
    widths = ["1fr", "2fr", "1.5fr", "1fr", "auto", "auto"]
    return table(_("Objectives"), head, widths, rows, marks=changes.marks(method.objectives))


def measures(method: Method, changes: Changes) -> Plain:
    """What we do towards the outside."""
    audiences = {each.id: _audience(each) for each in method.audiences}
    rows = [
        [word(m.what), m.text, audiences.get(m.audience, ""), word(m.state), m.owner, said(m.at)]
        for m in method.measures
    ]
    head = [_("Kind"), _("Measure"), _("Audience"), _("State"), _("Owner"), _("Planned for")]
    widths = ["1fr", "2fr", "1fr", "auto", "1fr", "auto"]
    return table(_("Measures"), head, widths, rows, marks=changes.marks(method.measures))


def audiences(method: Method, as_of: Moment) -> Plain:
    """Who is to be told, when, and by whom."""
    rows = [
        [
            _audience(each),
            each.owner or word(each.role),
            shown.listed(each.channels),
            shown.aside(said(each.first_due), _("late"))
            if each.late(as_of.ms)
            else said(each.first_due),
            said(each.first_made),
        ]
        for each in in_order(method.audiences)
    ]
    head = [
        _("Audience"),
        _("Owner"),
        _("Channels"),
        _("First contact due"),
        _("First contact made"),
    ]
    return table(_("Audiences"), head, ["1.5fr", "1fr", "1.5fr", "auto", "auto"], rows)


def _audience(audience: Audience) -> str:
    kind = word(audience.who)
    return shown.labelled(kind, audience.name) if audience.name else kind


def team(method: Method) -> Plain:
    """Who answers for what."""
    deputies = {post.role: post.deputy for post in method.posts}
    rows = [
        [role.shown, name, deputies.get(role, "")]
        for role in Role
        if (name := holder(method.posts, role))
    ]
    head = [_("Role"), _("Person"), _("Deputy")]
    return table(_("Team"), head, ["1.5fr", "1fr", "1fr"], rows)


def risks(method: Method, changes: Changes) -> Plain:
    """The high risks of the register."""
    high = sorted((r for r in method.risks if r.score >= HIGH), key=lambda risk: -risk.score)
    rows = [[r.title, word(r.type), word(r.likelihood), word(r.harm), r.owner] for r in high]
    head = [_("Risk"), _("Crisis type"), _("Likelihood"), _("Severity"), _("Owner")]
    widths = ["2fr", "1fr", "auto", "auto", "1fr"]
    return table(_("High risks"), head, widths, rows, marks=changes.marks(high))
