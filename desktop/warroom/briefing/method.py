"""The method in a briefing: facts, impact, assessment, plan, audiences, team, clocks and risks.

What is more sensitive than the paper is left out of it here, and nowhere else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from desktop.warroom import shown
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import Classification, Role, SubType
from desktop.warroom.choices import shown as word
from desktop.warroom.method.assessment import Assessment, level, mismatches
from desktop.warroom.method.clocks import Clock, ClockKind
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


def sections(
    method: Method, paper: str, subtype: SubType | str, as_of: Moment, now: datetime
) -> list[Plain]:
    """The sections of the method; one without rows says nothing."""
    return [
        _facts(method, paper),
        *_impact(method, now),
        _assessment(method, subtype),
        _objectives(method),
        _measures(method),
        _audiences(method, as_of),
        _team(method),
        _clocks(method),
        _risks(method),
    ]


def _facts(method: Method, paper: str) -> Plain:
    told = [fact for fact in method.facts if may_be_told(fact.sensitivity, paper)]
    left = len(method.facts) - len(told)
    note = ""
    if left:
        said_left = ngettext(
            "{n} more sensitive fact is left out.", "{n} more sensitive facts are left out.", left
        )
        note = said_left.format(n=left)
    rows = [
        [
            word(fact.bucket),
            fact.subject,
            fact.value,
            word(fact.status),
            _("; ").join(_sources(method.sources, fact)),
        ]
        for fact in told
    ]
    head = [
        _("Kind"),
        _("What it is about"),
        _("What we hold to be so"),
        _("Certainty"),
        _("Sources"),
    ]
    return table(_("Facts"), head, ["1fr", "1.5fr", "2fr", "auto", "2fr"], rows, note)


def _sources(sources: Iterable[FactSource], fact: Fact) -> Iterable[str]:
    for each in sources:
        if each.fact == fact.id:
            yield shown.labelled(each.source, each.says)


def _impact(method: Method, now: datetime) -> Iterable[Plain]:
    for kind, names in _IMPACT:
        mine = [each for each in method.subjects if type(each) is kind]
        fields = {field.name: field for field in kind.declared()}
        rows = [[in_words(fields[n], getattr(each, n), now) for n in names] for each in mine]
        head = [_(fields[name].label) for name in names]
        yield table(_(kind.shown_name), head, ["2fr", *["1fr"] * (len(names) - 1)], rows)


def _assessment(method: Method, subtype: SubType | str) -> Plain:
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


def _objectives(method: Method) -> Plain:
    rows = [
        [word(o.aim), o.text, o.measured_by, o.target, said(o.due), said(o.reached_at)]
        for o in method.objectives
    ]
    head = [_("Aim"), _("Objective"), _("Measured by"), _("Target"), _("Due"), _("Reached at")]
    return table(_("Objectives"), head, ["1fr", "2fr", "1.5fr", "1fr", "auto", "auto"], rows)


def _measures(method: Method) -> Plain:
    audiences = {each.id: _audience(each) for each in method.audiences}
    rows = [
        [word(m.what), m.text, audiences.get(m.audience, ""), word(m.state), m.owner, said(m.at)]
        for m in method.measures
    ]
    head = [_("Kind"), _("Measure"), _("Audience"), _("State"), _("Owner"), _("Planned for")]
    return table(_("Measures"), head, ["1fr", "2fr", "1fr", "auto", "1fr", "auto"], rows)


def _audiences(method: Method, as_of: Moment) -> Plain:
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


def _team(method: Method) -> Plain:
    deputies = {post.role: post.deputy for post in method.posts}
    rows = [
        [role.shown, name, deputies.get(role, "")]
        for role in Role
        if (name := holder(method.posts, role))
    ]
    head = [_("Role"), _("Person"), _("Deputy")]
    return table(_("Team"), head, ["1.5fr", "1fr", "1fr"], rows)


def _clocks(method: Method) -> Plain:
    """The clocks but promises, which stand with what the desk owes."""
    rows = [
        [
            clock.title,
            clock.authority,
            said(clock.due),
            word(clock.state),
            clock.owner or word(clock.role),
        ]
        for clock in method.clocks
        if clock.what != ClockKind.PROMISE
    ]
    head = [_("Clock"), _("Authority to notify"), _("Due"), _("State"), _("Owner")]
    note = _("Verify with counsel") if rows else ""
    return table(_("Clocks"), head, ["2fr", "1.5fr", "auto", "auto", "1fr"], rows, note)


def _risks(method: Method) -> Plain:
    high = sorted((r for r in method.risks if r.score >= HIGH), key=lambda risk: -risk.score)
    rows = [[r.title, word(r.type), word(r.likelihood), word(r.harm), r.owner] for r in high]
    head = [_("Risk"), _("Crisis type"), _("Likelihood"), _("Severity"), _("Owner")]
    return table(_("High risks"), head, ["2fr", "1fr", "auto", "auto", "1fr"], rows)
