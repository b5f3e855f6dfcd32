"""The material of a paper narrowed to what its edition may tell; what is worked out of it, too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from desktop.warroom.briefing.ahead import Outlook
from desktop.warroom.briefing.annexes import NONE, chosen
from desktop.warroom.briefing.changed import Changed, Changes, Mark
from desktop.warroom.briefing.editions import Judge, Telling, telling
from desktop.warroom.briefing.material import Material
from desktop.warroom.choices import shown as word
from desktop.warroom.clock_check import NOTHING_KNOWN
from desktop.warroom.incident import Incident
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import Entry, Paper
from desktop.warroom.staff_voices import Rumour

_PARTS = ("method", "desk", "staff", "impact", "media")
_LISTS = ("entries", "tasks", "coverage", "groups", "messages", "attachments")


def narrowed(material: Material, gone: Iterable[Record] = ()) -> Material:
    """The same material without what the edition of its paper may not tell.

    ``gone`` are records that were taken back: their words may stand in others.
    """
    tells = telling(material.paper)
    judge = Judge(tells, str(tells.classification(material.incident)))
    judge = judge.knowing([*records_of(material), *gone], _before(material.changes))
    lists = {name: _told(getattr(material, name), (), judge) for name in _LISTS}
    parts = {name: _part(getattr(material, name), judge) for name in _PARTS}
    lists["entries"] = [_without_subjects(each, judge) for each in lists["entries"]]
    facts = material.method.facts
    hidden = 0 if tells.narrow else sum(not judge.open_enough(each) for each in facts)
    parts["method"] = replace(parts["method"], left_out=hidden)
    made = replace(
        material,
        **lists,
        **parts,
        outlook=_outlook(material.outlook, judge),
        changes=_changes(material.changes, judge),
        incident=replace(material.incident, classification=tells.classification(material.incident)),
        paper=_paper(material.paper, tells),
    )
    return _unsaid(made, tells)


def records_of(material: Material) -> Iterator[Record]:
    """Every record that the material holds, those of the last briefing among them."""
    parts = [getattr(material, name) for name in (*_PARTS, "outlook")]
    held = [getattr(part, each.name) for part in parts for each in fields(part)]
    for value in (*(getattr(material, name) for name in _LISTS), *held):
        yield from _within(value)
    yield from (each.now for each in material.changes.found.values())


def _before(changes: Changes) -> Iterator[Record]:
    """The records as the last briefing had them."""
    yield from (each.before for each in changes.found.values() if each.before)


def _within(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, Mapping):
        yield from (each for each in value.values() if isinstance(each, Record))
    elif isinstance(value, Sequence):
        yield from (each for each in value if isinstance(each, Record))


def _part(part: Any, judge: Judge) -> Any:
    """A part of the material, field by field; of a narrow edition nothing that was worked out."""
    blank = type(part)()
    names = [each.name for each in fields(part)]
    found = {name: _told(getattr(part, name), getattr(blank, name), judge) for name in names}
    if judge.telling.outside and "sources" in found:
        found["sources"] = ()
    return replace(part, **found)


def _told(value: Any, blank: Any, judge: Judge) -> Any:
    if isinstance(value, Record):
        return value if judge.admits(value) else blank
    if isinstance(value, Mapping) and any(isinstance(each, Record) for each in value.values()):
        return {key: each for key, each in value.items() if judge.admits(each)}
    if isinstance(value, Sequence) and any(isinstance(each, Record) for each in value):
        return [_trimmed(each, judge) for each in value if judge.admits(each)]
    if judge.telling.narrow:
        return blank
    if isinstance(value, Sequence) and value and isinstance(value[0], str):
        return [each for each in value if not judge.quotes(each)]
    return value


def _trimmed(record: Record, judge: Judge) -> Record:
    """A rumour goes to others without what it rests on, a fact without how we sort it."""
    if isinstance(record, Rumour) and judge.telling.narrow:
        return replace(record, evidence="")
    if isinstance(record, Fact) and judge.telling.outside:
        return replace(record, bucket="")
    return record


def _without_subjects(entry: Entry, judge: Judge) -> Entry:
    """A decision does not name a fact that is left out."""
    kept = tuple(each for each in entry.relied_on if each.strip() not in judge.subjects)
    return entry if kept == entry.relied_on else replace(entry, relied_on=kept)


def _outlook(outlook: Outlook, judge: Judge) -> Outlook:
    alarms = () if judge.telling.narrow else outlook.alarms
    kept = [
        each
        for each in alarms
        if all(map(judge.admits, each.warned.raised.rows))
        and not any(
            map(judge.quotes, (each.warned.raised.said, each.alarm.reason if each.alarm else ""))
        )
    ]
    found: Outlook = _part(replace(outlook, alarms=()), judge)
    return replace(found, alarms=kept)


def _changes(changes: Changes, judge: Judge) -> Changes:
    """The changes that may be told; what could not be told before is new to the reader."""
    if judge.telling.narrow:
        return Changes()
    found = {}
    for key, each in changes.found.items():
        if not judge.admits(each.now):
            continue
        hid = each.before is not None and not judge.admits(each.before)
        found[key] = Changed(Mark.NEW, each.now) if hid else each
    return replace(changes, found=found)


def _paper(paper: Paper, tells: Telling) -> Paper:
    if not tells.narrow:
        return paper
    mine = tuple(str(each) for each in chosen(paper.annexes) if str(each) in tells.annexes)
    return replace(paper, annexes=mine or (NONE,))


def _unsaid(material: Material, tells: Telling) -> Material:
    """For readers outside: no name of the team, and of the incident its type alone."""
    if not tells.outside:
        return material
    incident, out = material.incident, material.desk.releases
    title = out[-1].title if out else word(incident.type)
    public = Incident(
        id=incident.id,
        title=title,
        type=incident.type,
        severity="",
        drill=incident.drill,
        classification=incident.classification,
    )
    paper = replace(material.paper, author="", distribution=())
    return replace(
        material,
        incident=public,
        paper=paper,
        operator="",
        clock=NOTHING_KNOWN,
        heads=0,
        confirmed=None,
    )
