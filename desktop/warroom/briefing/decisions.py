"""Decisions in a briefing: what was decided, why, and in which circumstances."""

from collections.abc import Sequence

from desktop.warroom import shown
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.method import tellable
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import EntryKind
from desktop.warroom.records import Entry
from resources import _


def decisions(material: Material) -> Plain:
    """Every decision with its reason."""
    paper = str(material.incident.classification)
    rows = [
        [
            said(e.happened_at),
            _decided(e),
            e.reason or _("reason missing"),
            _circumstances(e, tellable(material.method, e.relied_on, paper)),
        ]
        for e in material.entries
        if e.kind == EntryKind.DECISION
    ]
    head = [_("Time"), _("Decision"), _("Reason"), _("Circumstances")]
    return table(_("Decisions"), head, ["auto", "3fr", "3fr", "2fr"], rows)


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
