"""The situation in a few sentences: counts and what people wrote, and nothing else."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.briefing.material import Material
from desktop.warroom.choices import EntryKind, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from desktop.warroom.shown_value import full
from resources import _

LONGEST = 280  # characters of an entry that a summary quotes


def summary(material: Material) -> list[str]:
    """The sentences: where it stands, what came last, what was decided, what is due."""
    return [*_standing(material), *_last(material), *_decided(material), *_due(material)]


def _standing(material: Material) -> Iterator[str]:
    incident, as_of = material.incident, material.as_of
    t0 = incident.t0
    if t0:
        yield _("{type}, {severity}, in phase {phase}, {span} after T0 ({t0}).").format(
            type=word(incident.type),
            severity=word(incident.severity),
            phase=word(incident.phase),
            span=shown.span(as_of.ms - t0.ms),
            t0=stamp(t0),
        )
    if not material.entries:
        yield _("Nothing has been logged yet.")


def _last(material: Material) -> Iterator[str]:
    key = [entry for entry in material.entries if entry.key]
    for entry in [key or list(material.entries)][0][-1:]:
        form = _("Last key entry, {when}: {text}") if key else _("Last entry, {when}: {text}")
        yield form.format(when=_when(entry), text=_short(entry.text))


def _decided(material: Material) -> Iterator[str]:
    for entry in [e for e in material.entries if e.kind == EntryKind.DECISION][-1:]:
        yield _("Last decision, {when}: {text}").format(when=_when(entry), text=_short(entry.text))


def _due(material: Material) -> Iterator[str]:
    ahead = [
        (task.due, task.title)
        for task in material.tasks
        if task.due and task.status != TaskStatus.DONE and task.due.ms >= material.as_of.ms
    ]
    ahead += [
        (entry.deadline, entry.text)
        for entry in material.entries
        if entry.deadline and entry.deadline.ms >= material.as_of.ms
    ]
    for due, text in sorted(ahead, key=lambda pair: pair[0].ms)[:1]:
        yield _("Next due, {when}: {text}").format(when=stamp(due), text=_short(text))


def stamp(moment: Moment) -> str:
    """A moment in full: day, time as it was said, and its offset."""
    return full(moment, moment.local.tzinfo)


def _when(entry: Entry) -> str:
    return stamp(entry.happened_at) if entry.happened_at else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
