"""The seven figures of a briefing; what the records do not answer says so and is never guessed."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from desktop.warroom import shown
from desktop.warroom.briefing.legal import remaining
from desktop.warroom.briefing.material import Material
from desktop.warroom.choices import EntryKind, TaskStatus, Tone
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from resources import _

Figure = dict[str, Any]
NOTHING = "–"


def figures(material: Material) -> list[Figure]:
    """The figures in their order: always the same seven, so that two papers can be compared."""
    return [
        _elapsed(material),
        _people(material),
        _tasks(material),
        _clock(material),
        _coverage(material),
        _waiting(material),
        _staff(material),
    ]


def _figure(label: str, value: str, note: str = "", tone: str = "ink") -> Figure:
    return {"label": label, "value": value, "note": note, "tone": tone}


def _elapsed(material: Material) -> Figure:
    t0, moment = material.incident.t0, first_response(material)
    if t0 is None:
        return _figure(_("Since T0"), NOTHING, _("T0 is not known"))
    note = (
        shown.labelled(_("First response"), shown.span(moment.ms - t0.ms))
        if moment
        else _("no public word yet")
    )
    return _figure(_("Since T0"), shown.span(material.as_of.ms - t0.ms), note)


def first_response(material: Material) -> Moment | None:
    """When the first statement after T0 was logged as released (practice 2.3)."""
    t0 = material.incident.t0
    found = [
        entry.happened_at
        for entry in material.entries
        if entry.kind == EntryKind.STATEMENT and entry.happened_at and t0
    ]
    return min((m for m in found if t0 and m.ms >= t0.ms), key=lambda m: m.ms, default=None)


def _people(material: Material) -> Figure:
    known = material.impact.known
    if known is None:
        return _figure(_("People affected"), NOTHING, _("no count is recorded"))
    notified = sum(each.notified or 0 for each in material.impact.counts)
    note = _("{n} notified").format(n=f"{notified:,}")
    return _figure(_("People affected"), f"{known:,}", note)


def _tasks(material: Material) -> Figure:
    left = [task for task in material.tasks if task.status != TaskStatus.DONE]
    late = sum(task.overdue(material.as_of.ms) for task in left)
    stuck = sum(task.status == TaskStatus.BLOCKED for task in left)
    note = _("{late} overdue · {stuck} blocked").format(late=late, stuck=stuck)
    if bare := sum(task.unevidenced for task in material.tasks):
        note += " · " + _("{n} done, unevidenced").format(n=bare)
    return _figure(_("Open tasks"), f"{len(left):,}", note, "red" if late else "ink")


def _clock(material: Material) -> Figure:
    """The legal clock that ends first, counted down to the instant of the paper."""
    running = [each for each in material.legal if each.running and each.due]
    if not running:
        return _figure(_("Next legal clock"), NOTHING, _("none runs"))
    first = min(running, key=lambda each: each.due.ms if each.due else 0)
    over = first.due is not None and first.due.ms < material.as_of.ms
    title = shown.short(first.title)
    tone = "red" if over else "amber"
    return _figure(_("Next legal clock"), remaining(first.due, material.as_of), title, tone)


def _coverage(material: Material) -> Figure:
    today = material.as_of.local.date()
    found = [
        item
        for item in material.coverage
        if item.published_at
        and item.published_at.at_offset(material.as_of.offset).local.date() == today
    ]
    note = tones(found) if material.coverage else _("no media item is recorded")
    return _figure(_("Coverage today"), f"{len(found):,}", note)


def tones(items: Sequence[Coverage]) -> str:
    """The counts by tone in words; "not rated" stands apart and never counts as neutral."""
    counted = Counter(str(item.tone) for item in items)
    signs = {Tone.NEGATIVE: "−", Tone.NEUTRAL: "○", Tone.POSITIVE: "+", Tone.MIXED: "±"}
    parts = [f"{sign}{counted[tone]}" for tone, sign in signs.items() if counted[tone]]
    if counted[Tone.NOT_RATED]:
        parts.append(_("{n} not rated").format(n=counted[Tone.NOT_RATED]))
    return " · ".join(parts)


def _waiting(material: Material) -> Figure:
    """The media items that wait for our answer, as the dashboard counts them."""
    found = [item for item in material.coverage if item.answer_due and not item.answered_at]
    if not found:
        return _figure(_("Waiting for our answer"), "0")
    oldest = min(item.answer_due.ms for item in found if item.answer_due)
    late = material.as_of.ms - oldest
    span = shown.span(abs(late))
    note = _("longest {span} over") if late > 0 else _("first in {span}")
    tone = "red" if late > 0 else "ink"
    return _figure(_("Waiting for our answer"), f"{len(found):,}", note.format(span=span), tone)


def _staff(material: Material) -> Figure:
    heads, confirmed = material.heads, material.confirmed
    if not heads or confirmed is None:
        return _figure(_("Staff who confirmed"), NOTHING, _("nothing is reported"))
    note = _("{n} of {all}").format(n=f"{confirmed:,}", all=f"{heads:,}")
    return _figure(_("Staff who confirmed"), shown.percent(confirmed / heads), note)
