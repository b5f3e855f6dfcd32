"""A briefing as the template takes it: sections of plain data, every text ready to print."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from desktop.warroom import shown
from desktop.warroom.attachments import Attachment
from desktop.warroom.briefing.annex import annex, files_of
from desktop.warroom.briefing.annex import named as named_files
from desktop.warroom.briefing.desk import sections as desk_sections
from desktop.warroom.briefing.figures import figures
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.method import sections, tellable
from desktop.warroom.briefing.staff import sections as staff_sections
from desktop.warroom.briefing.summary import stamp, summary
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import Certainty, EntryKind, Severity, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.clock_check import told
from desktop.warroom.moment import Moment
from desktop.warroom.printed import named, printed
from desktop.warroom.records import Entry, Task
from resources import _

MOST_ENTRIES = 5_000  # a volume; more takes the typesetter over a gigabyte
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.I)


def content(material: Material) -> Plain:
    """The whole briefing as JSON-able data in the language spoken now."""
    data: Plain = {
        "language": material.language,
        "head": _head(material),
        "summary": summary(material),
        "figures": figures(material),
        "sections": _sections(material),
        "seal": _seal(material),
    }
    ready: Plain = _printed(data)
    codes = sorted(set().union(*map(named, _texts(ready))), key=lambda c: int(c[2:], 16))
    ready["named"] = (
        {
            "title": _("Characters printed by their code"),
            "text": _("These characters hide or have no letter form here: {codes}.").format(
                codes=shown.listed(codes)
            ),
        }
        if codes
        else None
    )
    return ready


def _head(material: Material) -> Plain:
    incident, number = material.incident, material.number
    name = _("Preview") if number is None else _("Briefing {n}").format(n=number)
    elapsed = shown.span(material.as_of.ms - incident.t0.ms) if incident.t0 else ""
    return {
        "title": incident.title,
        "name": name,
        "classification": word(incident.classification),
        "level": word(incident.severity),
        "grave": incident.severity == Severity.CRITICAL,
        "drill": _("EXERCISE – NOT REAL") if incident.drill else "",
        "kind": _("{type} · phase {phase}").format(
            type=word(incident.type), phase=word(incident.phase)
        ),
        "as_of": _("As of {when}").format(when=stamp(material.as_of)),
        "elapsed": f"T+{elapsed}" if elapsed else "",
        "t0": _("T0 {when}").format(when=stamp(incident.t0)) if incident.t0 else "",
        "by": _("Operator: {name}").format(name=material.operator) if material.operator else "",
        "page": _("Page {n} of {all}"),
        "summary": _("Situation"),
        "figures": _("Figures"),
        "reason": _("Reason:"),
    }


def _sections(material: Material) -> list[Plain]:
    found = [
        *_method(material),
        *desk_sections(material.desk, str(material.incident.classification), material.as_of),
        _timeline(material),
        _decisions(material),
        _tasks(material),
        _coverage(material),
        *staff_sections(material.staff),
        annex(material),
    ]
    return [section for section in found if section["rows"]]


def _timeline(material: Material) -> Plain:
    kept = list(material.entries)[-MOST_ENTRIES:]
    left = len(material.entries) - len(kept)
    note = (
        _("The newest {n} entries; {left} older ones are in the room.").format(
            n=f"{len(kept):,}", left=f"{left:,}"
        )
        if left
        else ""
    )
    files = files_of(material)
    rows = [_entry(entry, files.get(entry.id, ())) for entry in kept]
    return {"form": "timeline", "title": _("Timeline"), "note": note, "rows": rows}


def _entry(entry: Entry, files: Sequence[Attachment]) -> Plain:
    when = entry.happened_at
    return {
        "day": shown.long_day(when.local.date()) if when else "",
        "time": shown.time(when) if when else "",
        "zone": shown.zone_name(when.offset) if when else "",
        "kind": word(entry.kind),
        "tone": str(entry.kind),
        "text": entry.text,
        "struck": [str(old.get("text", "")) for old in entry.earlier],
        "reason": entry.reason or (_("reason missing") if entry.reason_missing else ""),
        "bare": entry.reason_missing,
        "key": entry.key,
        "meta": " · ".join((*_meta(entry), *named_files(files))),
        "url": _link(entry.source_url),
    }


def _meta(entry: Entry) -> Iterator[str]:
    if entry.certainty != Certainty.UNCONFIRMED or entry.kind == EntryKind.FACT:
        yield word(entry.certainty)
    if entry.key:
        yield _("key entry")
    if entry.source:
        yield entry.source
    if entry.source_url and not _link(entry.source_url):
        yield entry.source_url
    if entry.deadline:
        yield shown.deadline(stamp(entry.deadline), answer=entry.kind == EntryKind.MEDIA)
    for old in entry.earlier:
        yield _("corrected {at} by {by}").format(
            at=_clock(str(old.get("at", ""))), by=old.get("by", "")
        )
    if entry.author:
        yield _("logged by {name}").format(name=entry.author)


def _method(material: Material) -> list[Plain]:
    """The sections of the method, for the classification of this paper."""
    incident = material.incident
    return sections(
        material.method,
        str(incident.classification),
        incident.subtype,
        material.as_of,
        material.as_of.local,
    )


def _decisions(material: Material) -> Plain:
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


def _tasks(material: Material) -> Plain:
    order: list[str] = list(TaskStatus)
    tasks = sorted(
        material.tasks,
        key=lambda t: (order.index(t.status) if t.status in order else 9, t.due.ms if t.due else 0),
    )
    rows = [
        [
            _("Done, unevidenced") if task.unevidenced else word(task.status),
            task.title,
            task.owner,
            _due(task, material.as_of),
            task.blocked_by if task.status == TaskStatus.BLOCKED else "",
        ]
        for task in tasks
    ]
    head = [_("Status"), _("Task"), _("Owner"), _("Due"), _("Waits for")]
    return table(_("Tasks"), head, ["auto", "3fr", "1fr", "auto", "1.5fr"], rows)


def _due(task: Task, as_of: Moment) -> str:
    due = said(task.due)
    return shown.aside(due, _("overdue")) if task.overdue(as_of.ms) else due


def _coverage(material: Material) -> Plain:
    rows = [
        [
            said(item.published_at),
            item.outlet,
            item.headline,
            word(item.tone),
            f"{item.reach:,}" if item.reach is not None else _("unknown"),
            _link(item.url),
        ]
        for item in sorted(
            material.coverage, key=lambda i: i.published_at.ms if i.published_at else 0
        )
    ]
    head = [_("Published at"), _("Outlet"), _("Headline"), _("Tone"), _("Reach"), ""]
    return table(_("Media coverage"), head, ["auto", "1fr", "3fr", "auto", "auto"], rows)


def _seal(material: Material) -> Plain:
    seal = material.seal
    return {
        "title": _("Seal"),
        "text": _(
            "The journal of this room ends here with the line below. A copy in which this line "
            "cannot be found was changed or cut after this paper was printed."
        ),
        "clock": told(material.clock, material.as_of.local),
        "whole": seal.whole,
        "spoken": seal.spoken,
        "short": f"{seal.device}:{seal.number}:{seal.hash[:12]}",
        "ms": material.as_of.ms,
    }


def _clock(text: str) -> str:
    try:
        return shown.time(Moment.parse(text))
    except ValueError:
        return text


def _link(url: str) -> str:
    """The address if it may be a link on paper; any other scheme stays out."""
    return url if _LINK.fullmatch(url) else ""


def _printed(value: Any) -> Any:
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        return {name: _printed(part) for name, part in value.items()}
    if isinstance(value, Sequence):
        return [_printed(part) for part in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
