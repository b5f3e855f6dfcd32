"""The figures of a briefing: only what the records answer, counts always beside rates."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from desktop.warroom import shown
from desktop.warroom.briefing.material import Material
from desktop.warroom.choices import EntryKind, TaskStatus, Tone
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from resources import _, ngettext

Figure = dict[str, Any]


def figures(material: Material) -> list[Figure]:
    """The figures in their order; one that the records do not answer is absent."""
    return [
        *_elapsed(material),
        *_first_response(material),
        *_entries(material),
        *_decisions(material),
        *_tasks(material),
        *_coverage(material),
        *_waiting(material),
        *_staff(material),
    ]


def _figure(label: str, value: str, note: str = "", tone: str = "ink") -> Figure:
    return {"label": label, "value": value, "note": note, "tone": tone}


def _elapsed(material: Material) -> Iterator[Figure]:
    if t0 := material.incident.t0:
        yield _figure(_("Since T0"), shown.span(material.as_of.ms - t0.ms), _("hours:minutes"))


def first_response(material: Material) -> Moment | None:
    """When the first statement after T0 was logged as released (practice 2.3)."""
    t0 = material.incident.t0
    found = [
        entry.happened_at
        for entry in material.entries
        if entry.kind == EntryKind.STATEMENT and entry.happened_at and t0
    ]
    return min((m for m in found if t0 and m.ms >= t0.ms), key=lambda m: m.ms, default=None)


def _first_response(material: Material) -> Iterator[Figure]:
    moment, t0 = first_response(material), material.incident.t0
    if moment and t0:
        yield _figure(_("First response"), shown.span(moment.ms - t0.ms), _("after T0"))


def _entries(material: Material) -> Iterator[Figure]:
    if material.entries:
        key = sum(entry.key for entry in material.entries)
        note = ngettext("{n} key entry", "{n} key entries", key).format(n=key) if key else ""
        yield _figure(_("Timeline entries"), f"{len(material.entries):,}", note)


def _decisions(material: Material) -> Iterator[Figure]:
    found = [entry for entry in material.entries if entry.kind == EntryKind.DECISION]
    if found:
        bare = sum(entry.reason_missing for entry in found)
        note = _("{n} without a reason").format(n=bare) if bare else _("all with a reason")
        yield _figure(_("Decisions"), f"{len(found):,}", note, "amber" if bare else "ink")


def _tasks(material: Material) -> Iterator[Figure]:
    if material.tasks:
        left = [task for task in material.tasks if task.status != TaskStatus.DONE]
        late = sum(task.overdue(material.as_of.ms) for task in left)
        stuck = sum(task.status == TaskStatus.BLOCKED for task in left)
        note = _("{late} overdue · {stuck} blocked").format(late=late, stuck=stuck)
        if bare := sum(task.unevidenced for task in material.tasks):
            note += " · " + _("{n} done, unevidenced").format(n=bare)
        yield _figure(_("Open tasks"), f"{len(left):,}", note, "red" if late else "ink")


def _coverage(material: Material) -> Iterator[Figure]:
    today = material.as_of.local.date()
    found = [
        item
        for item in material.coverage
        if item.published_at
        and item.published_at.at_offset(material.as_of.offset).local.date() == today
    ]
    if material.coverage:
        yield _figure(_("Coverage today"), f"{len(found):,}", tones(found))


def tones(items: list[Coverage]) -> str:
    """The counts by tone in words; "not rated" stands apart and never counts as neutral."""
    counted = Counter(str(item.tone) for item in items)
    signs = {Tone.NEGATIVE: "−", Tone.NEUTRAL: "○", Tone.POSITIVE: "+", Tone.MIXED: "±"}
    parts = [f"{sign}{counted[tone]}" for tone, sign in signs.items() if counted[tone]]
    if counted[Tone.NOT_RATED]:
        parts.append(_("{n} not rated").format(n=counted[Tone.NOT_RATED]))
    return " · ".join(parts)


def _waiting(material: Material) -> Iterator[Figure]:
    found = [item for item in material.coverage if item.answer_due and not item.answered_at]
    if found:
        oldest = min(item.answer_due.ms for item in found if item.answer_due)
        late = material.as_of.ms - oldest
        note = (
            _("longest {span} over").format(span=shown.span(late))
            if late > 0
            else _("first in {span}").format(span=shown.span(-late))
        )
        yield _figure(_("Waiting for our answer"), f"{len(found):,}", note, "red")


def _staff(material: Material) -> Iterator[Figure]:
    heads, confirmed = material.heads, material.confirmed
    if heads and confirmed is not None:
        note = _("{n} of {all}").format(n=f"{confirmed:,}", all=f"{heads:,}")
        yield _figure(_("Staff who confirmed"), shown.percent(confirmed / heads), note)
