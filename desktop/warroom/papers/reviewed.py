"""The review report: what happened, how fast we were, what was known then, what is learned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.warroom import shown
from desktop.warroom.briefing.chronology import line
from desktop.warroom.briefing.editions import Judge, telling
from desktop.warroom.briefing.tables import Plain, at_home, filled, said, sentences, table
from desktop.warroom.choices import shown as word
from desktop.warroom.method.facts import Fact
from desktop.warroom.papers.front import Front, printed
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry
from desktop.warroom.review import told
from desktop.warroom.review.built import Built, built
from desktop.warroom.review.decided import Decided
from desktop.warroom.review.fired import Fired
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import Improvement, ways
from desktop.warroom.review.response import Took
from resources import _, ngettext


def report(front: Front) -> Plain:
    """The report of the incident on screen at the instant of the paper, or at its closing.

    What is more sensitive than the incident's classification stays out of it.
    """
    material = front.material
    with at_home(material.as_of.offset):
        found = built(front.room, material.as_of)
        paper = front.paper("sheet", _("Review report"))
        parts = filled([*_parts(found, front.room, judge_of(front))])
        if not parts:
            parts = [sentences("", [_("There is nothing to review yet.")])]
        return printed(paper, parts=parts, lines=None, tight=False)


def judge_of(front: Front) -> Judge:
    """Who decides what the report may tell: what is too sensitive stays out, and its words, too."""
    room, incident = front.room, front.room.incident
    judge = Judge(telling(front.asked), str(incident.classification))
    gone = [*room.taken_back(Entry), *room.taken_back(Fact)]
    return judge.knowing([*room.all(Entry), *room.all(Fact), *gone])


def _told_by(found: Built, judge: Judge) -> Built:
    """What was built, without what the report may not tell."""
    return replace(
        found,
        chronology=tuple(filter(judge.admits, found.chronology)),
        decisions=tuple(
            replace(each, known=tuple(k for k in each.known if judge.open_enough(k.then)))
            for each in found.decisions
            if judge.admits(each.entry)
        ),
        reviews=tuple(filter(judge.admits, found.reviews)),
        lessons=tuple(filter(judge.admits, found.lessons)),
        fired=tuple(
            replace(each, alarms=alarms)
            for each in found.fired
            if (alarms := tuple(a for a in each.alarms if not judge.quotes(a.said)))
        ),
    )


def _parts(whole: Built, room: Reading, judge: Judge) -> Iterator[Plain]:
    found = _told_by(whole, judge)
    left = len(whole.chronology) - len(found.chronology)
    left += len(whole.decisions) - len(found.decisions)
    yield _course(found, left)
    for review in found.reviews:
        yield _review(review)
    yield _chronology(found.chronology)
    yield _times(found.times)
    yield _fired(found.fired)
    yield _warned(found.fired, room)
    if found.decisions:
        yield sentences(_("Decisions and what was known then"), [_held(found.decisions)])
    for each in found.decisions:
        yield {**_decision(each), "level": 2}
    yield _lessons(found.lessons, room)
    yield _improvements(room, judge)
    yield _recovery(room)


def _course(found: Built, left: int) -> Plain:
    """The incident in its dates, and how much of the log is told."""
    incident = found.incident
    dates = (
        (_("Began at"), incident.began_at),
        (_("Incident start (T0)"), incident.t0),
        (_("Contained at"), incident.contained_at),
        (_("Normal operation since"), incident.normal_at),
        (_("Closed at"), incident.closed_at),
    )
    rows = [[label, said(at)] for label, at in dates if at]
    rows.append([_("Lines of the log"), f"{found.entries:,}"])
    rows.append(
        [_("Done in time"), f"{len(found.in_time)} / {len(found.in_time) + len(found.late)}"]
    )
    part = table(_("The incident"), [_("What"), _("When, or how many")], ["1fr", "2fr"], rows)
    note = ""
    if left:
        form = ngettext(
            "{n} more sensitive entry is left out.",
            "{n} more sensitive entries are left out.",
            left,
        )
        note = form.format(n=left)
    return {**part, "note": note}


def _review(review: Review) -> Plain:
    title = _("Review of {when}").format(when=said(review.held_at))
    texts = (
        (_("Led by"), review.by),
        (_("Present"), shown.listed(review.present)),
        (_("Causes"), review.causes),
        (_("What worked"), review.worked),
        (_("Summary"), review.summary),
        (_("Approved by"), review.approved_by),
    )
    rows = [[label, text] for label, text in texts if text]
    return table(title, [_("What"), _("Told")], ["1fr", "4fr"], rows)


def _chronology(entries: Sequence[Entry]) -> Plain:
    rows = [{**line(each), "mark": ""} for each in entries]
    return {"form": "timeline", "title": _("Key entries"), "note": "", "rows": rows}


def _times(times: Sequence[Took]) -> Plain:
    rows = [
        [
            each.topic.shown,
            told.in_time(each),
            told.lasting(each.minutes),
            told.allowed(each),
            told.lasting(each.worst),
            f"{each.open:,}" if each.open else "",
        ]
        for each in times
    ]
    head = [_("What"), _("In time"), _("Took"), _("Allowed"), _("Late by at most"), _("Not done")]
    widths = ["2fr", "auto", "auto", "auto", "auto", "auto"]
    return table(_("Response times against targets"), head, widths, rows)


def _fired(rules: Sequence[Fired]) -> Plain:
    rows = [
        [
            f"{each.severity}",
            told.rule(each),
            f"{len(each.alarms):,}",
            said(each.first),
            told.lasting(each.minutes),
            told.lasting(each.seen_after),
        ]
        for each in rules
    ]
    head = [_("Grave"), _("Rule"), _("Times"), _("First at"), _("Held in all"), _("Seen after")]
    widths = ["auto", "3fr", "auto", "auto", "auto", "auto"]
    return table(_("Warnings that fired"), head, widths, rows)


def _warned(rules: Sequence[Fired], room: Reading) -> Plain:
    rows = [[told.rule(each), "\n".join(told.alarms(each, room))] for each in rules]
    return table(_("What each warned of"), [_("Rule"), _("Warnings")], ["1fr", "3fr"], rows)


def _held(decided: Sequence[Decided]) -> str:
    changed = sum(each.learned > 0 for each in decided)
    return _(
        "{n} decisions; at {changed} of them something was known that stands otherwise today."
    ).format(n=len(decided), changed=changed)


def _decision(each: Decided) -> Plain:
    """A decision: the facts that stand otherwise today in a table, all others in a line."""
    entry = each.entry
    title = f"{said(entry.happened_at)}  {entry.text}"
    other = [known for known in each.known if not known.same]
    rows = [[known.then.subject, told.fact(known.then), told.today(known)] for known in other]
    same = [
        shown.labelled(known.then.subject, told.fact(known.then))
        for known in each.known
        if known.same
    ]
    notes = [shown.labelled(_("Reason"), entry.reason or _("reason missing"))]
    if same:
        notes.append(shown.labelled(_("Known then, and the same today"), _("; ").join(same)))
    if not each.known:
        notes.append(_("No fact was held then."))
    head = [_("Fact"), _("At that time"), _("Today")]
    found = table(title, head, ["1fr", "1.5fr", "1.5fr"], rows)
    return {**found, "note": "\n".join(notes)}


def _lessons(lessons: Sequence[Lesson], room: Reading) -> Plain:
    rows = [
        [
            each.text,
            each.cause,
            each.owner,
            said(each.due),
            told.ended_with(room, each) or _("open"),
        ]
        for each in lessons
    ]
    head = [_("Lesson"), _("Cause"), _("Owner"), _("Due"), _("Closed with")]
    return table(_("Lessons"), head, ["2fr", "1.2fr", "auto", "auto", "1.6fr"], rows)


def _improvements(room: Reading, judge: Judge) -> Plain:
    rows = [
        [word(each.area), each.action, each.owner, said(each.due), word(each.state), each.effect]
        for each in filter(judge.admits, room.all(Improvement))
    ]
    head = [_("Area"), _("Action"), _("Owner"), _("Due"), _("State"), _("Effect")]
    widths = ["auto", "2.4fr", "auto", "auto", "auto", "1.2fr"]
    return table(_("Improvement actions"), head, widths, rows)


def _recovery(room: Reading) -> Plain:
    found = ways(room)
    rows = [
        [
            each.indicator.name,
            told.figure(each.baseline, each.indicator.unit),
            told.figure(each.worst, each.indicator.unit),
            told.figure(each.latest, each.indicator.unit),
            told.stands(each),
            said(each.back_since),
        ]
        for each in found
    ]
    head = [_("Indicator"), _("Before"), _("Worst"), _("Latest"), _("Stands"), _("Back since")]
    widths = ["2fr", "auto", "auto", "auto", "auto", "auto"]
    return {**table(_("Recovery"), head, widths, rows), "note": told.way_back(found)}
