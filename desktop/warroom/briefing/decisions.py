"""Decisions in a briefing: what was decided and why, and what somebody must decide by when."""

from collections.abc import Iterator, Sequence

from desktop.warroom import shown
from desktop.warroom.briefing.legal import remaining
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.method import tellable
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import EntryKind
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from resources import _


def made(material: Material) -> Plain:
    """Every decision with its reason."""
    paper = str(material.incident.classification)
    found = [e for e in material.entries if e.kind == EntryKind.DECISION]
    rows = [
        [
            said(e.happened_at),
            _decided(e),
            e.reason or _("reason missing"),
            _circumstances(e, tellable(material.method, e.relied_on, paper)),
        ]
        for e in found
    ]
    head = [_("Time"), _("Decision"), _("Reason"), _("Circumstances")]
    marks = material.changes.marks(found)
    return table(_("Decisions made"), head, ["auto", "3fr", "3fr", "2fr"], rows, marks=marks)


def needed(material: Material) -> Plain:
    """What waits for somebody: questions put, texts in review, decisions to be looked at again."""
    rows = [[text, proposal, who, when] for text, proposal, who, when, _mark in _needed(material)]
    marks = [mark for *_row, mark in _needed(material)]
    head = [_("Question"), _("Proposal"), _("Who decides"), _("Decide by")]
    widths = ["2.4fr", "2fr", "1.2fr", "auto"]
    return table(_("Decisions needed"), head, widths, rows, marks=marks)


Needed = tuple[str, str, str, str, str]


def _needed(material: Material) -> Iterator[Needed]:
    as_of, mark = material.as_of, material.changes.mark
    for each in material.outlook.needed:
        options = shown.listed(filter(None, map(str.strip, each.options.splitlines())))
        proposal = each.proposal or (shown.labelled(_("Options"), options) if options else "")
        yield each.question, proposal, each.who or _("nobody"), _by(each.due, as_of), mark(each)
    for text in material.outlook.in_review:
        said_title = shown.labelled(_("Approve the statement"), text.title)
        yield said_title, "", text.owner, _by(text.next_update_at, as_of), mark(text)
    for entry in material.entries:
        if entry.kind == EntryKind.DECISION and entry.review_at and entry.review_at.ms <= as_of.ms:
            again = shown.labelled(_("Look again at the decision"), entry.text)
            yield again, "", entry.author, _by(entry.review_at, as_of), ""


def _by(due: Moment | None, as_of: Moment) -> str:
    return f"{said(due)}\n{remaining(due, as_of)}" if due else ""


def _decided(entry: Entry) -> str:
    """What was decided, with the question and the options that were weighed."""
    options = shown.listed(filter(None, map(str.strip, entry.options.splitlines())))
    lines = [
        shown.labelled(_("Question"), entry.question) if entry.question else "",
        entry.text,
        shown.labelled(_("Options considered"), options) if options else "",
    ]
    return "\n".join(filter(None, lines))


def _circumstances(entry: Entry, facts: Sequence[str]) -> str:
    """Who logged it, who was present, what it rests on, when it is looked at again."""
    lines = [
        entry.author,
        shown.labelled(_("Present"), shown.listed(entry.present)) if entry.present else "",
        shown.labelled(_("Facts relied on"), shown.listed(facts)) if facts else "",
        shown.labelled(_("Review at"), said(entry.review_at)) if entry.review_at else "",
    ]
    return "\n".join(filter(None, lines))
