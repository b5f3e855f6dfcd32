"""What changed since the last numbered briefing: the room at its record beside the room now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from desktop.warroom import shown
from desktop.warroom.answers.inquiries import Correction, Inquiry
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import Choice, TaskStatus
from desktop.warroom.fields import Field, Shape
from desktop.warroom.incident import Incident
from desktop.warroom.method.assessment import Assessment
from desktop.warroom.method.clocks import Clock
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.plan import Measure, Objective
from desktop.warroom.method.risks import Risk
from desktop.warroom.method.subjects import Claim, LeakedData, Product, Service
from desktop.warroom.moment import Moment
from desktop.warroom.outlook import DecisionNeeded, Forecast
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Entry, Paper, StaffMessage, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import in_words
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.remedies import AffectedCount, Remedy
from resources import N_, _, ngettext

LONGEST = 140  # characters of a text in the list
_COUNTED: tuple[type[Record], ...] = (Entry, Coverage)  # many: their number is told, not each
KINDS: tuple[type[Record], ...] = (
    *(Incident, Assessment, Fact, AffectedCount, Product, LeakedData, Claim, Service, Remedy),
    *(Task, Measure, Objective, Clock, Inquiry, Correction, Release, Rumour),
    *(StaffMessage, StaffQuestion, DecisionNeeded, Forecast, Risk, *_COUNTED),
)
_NO_DAY = datetime.min  # no value but a moment hangs on it
_OURS = frozenset({"recorded_at", "author", "incident", "rank", "status_at", "counts_from"})


class Mark(Choice):
    """How a record stands against the last briefing."""

    NEW = "new", N_("Added")
    CHANGED = "changed", N_("Changed")
    CLOSED = "closed", N_("Closed")


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that is new, changed or closed; ``before`` is how the last briefing had it."""

    mark: Mark
    now: Record
    before: Record | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed since briefing ``number`` of ``since``; of the first briefing nothing."""

    number: int | None = None
    since: Moment | None = None
    found: Mapping[str, Changed] = field(default_factory=dict)

    @classmethod
    def of(cls, room: WarRoom, paper: Paper, whole: WarRoom) -> Self:
        """The changes from the last numbered paper before this one to the room as it is.

        ``whole`` is the room with its journal, where ``room`` is a past of it.
        """
        last = _last(room, paper)
        if last is None:
            return cls()
        then = whole.up_to(whole.line_that_added(last).n)
        found = {each.now.id: each for kind in KINDS for each in _compared(kind, then, room)}
        return cls(last.number, last.issued_at, found)

    def mark(self, record: Record | None) -> str:
        """How a record is marked: ``new``, ``changed``, ``closed`` or not at all."""
        found = self.found.get(record.id) if record else None
        return str(found.mark) if found else ""

    def marks(self, records: Sequence[Record]) -> list[str]:
        """The marks of records in their order."""
        return [self.mark(each) for each in records]


def changed(changes: Changes, listed: Callable[[Record], bool]) -> Plain:
    """The list of the changes; of many kinds of rows only the number. ``listed`` may leave out."""
    mine = [each for each in changes.found.values() if listed(each.now)]
    rows = [_row(each) for each in mine if not isinstance(each.now, _COUNTED)]
    marks = [str(each.mark) for each in mine if not isinstance(each.now, _COUNTED)]
    head = [_("Kind"), _("What"), _("Change")]
    title = _("Changed since briefing {n}").format(n=changes.number or "")
    note = shown.sentences(_counts(mine))
    return table(title, head, ["1fr", "2.4fr", "3fr"], rows, note, marks)


def _last(room: WarRoom, paper: Paper) -> Paper | None:
    given = [each for each in room.all(Paper) if each.number and each.id != paper.id]
    if paper.number:
        given = [each for each in given if (each.number or 0) < paper.number]
    return max(given, key=lambda each: each.number or 0, default=None)


def _compared(kind: type[Record], then: WarRoom, now: WarRoom) -> Iterator[Changed]:
    had = {each.id: each for each in _all(kind, then)}
    for each in _all(kind, now):
        old = had.pop(each.id, None)
        if old is None:
            yield Changed(Mark.NEW, each)
        elif _closed(each) and not _closed(old):
            yield Changed(Mark.CLOSED, each, old)
        elif old != each and _fields(old, each):
            yield Changed(Mark.CHANGED, each, old)
    yield from (Changed(Mark.CLOSED, each, each) for each in had.values())  # taken back since


def _all(kind: type[Record], room: WarRoom) -> list[Record]:
    """The records of a kind; of the incidents the one on screen."""
    return [room.incident] if kind is Incident else [*room.all(kind)]


def _closed(record: Record) -> bool:
    match record:
        case Task():
            return record.status == TaskStatus.DONE
        case Clock():
            return not record.running
        case Inquiry() | Remedy() | DecisionNeeded():
            return not record.open
        case StaffQuestion():
            return record.answered
        case Release():
            return record.withdrawn_at is not None
        case Correction():
            return record.corrected_at is not None
        case Rumour():
            return record.told_at is not None
    return False


def _fields(old: Record, new: Record) -> list[Field]:
    """The fields that a reader sees and that are other than before."""
    return [
        each
        for each in new.declared()
        if each.name not in _OURS
        and each.shape not in (Shape.ITEMS, Shape.LINK)
        and getattr(old, each.name) != getattr(new, each.name)
    ]


def _row(each: Changed) -> list[str]:
    return [_(each.now.shown_name), _short(name(each.now)), _told(each)]


def _told(each: Changed) -> str:
    if each.before is None:
        return ""
    if each.before is each.now:
        return _("taken back")
    fields = [f for f in _fields(each.before, each.now) if f.form or each.mark is Mark.CLOSED]
    return "\n".join(_field(f, each.before, each.now) for f in fields)


def _field(field: Field, old: Record, new: Record) -> str:
    before, after = (_value(field, each) for each in (old, new))
    return shown.labelled(_(field.label), f"{before or '–'} → {after or '–'}")


def _value(field: Field, record: Record) -> str:
    value = getattr(record, field.name)
    return _short(said(value) if isinstance(value, Moment) else in_words(field, value, _NO_DAY))


def _counts(changes: Sequence[Changed]) -> Iterator[str]:
    new = sum(isinstance(each.now, Entry) and each.mark is Mark.NEW for each in changes)
    if new:
        form = ngettext("{n} new entry in the log.", "{n} new entries in the log.", new)
        yield form.format(n=f"{new:,}")
    amended = sum(isinstance(each.now, Entry) and each.mark is Mark.CHANGED for each in changes)
    if amended:
        form = ngettext("{n} entry was corrected.", "{n} entries were corrected.", amended)
        yield form.format(n=f"{amended:,}")
    items = sum(isinstance(each.now, Coverage) and each.mark is Mark.NEW for each in changes)
    if items:
        form = ngettext("{n} new media item.", "{n} new media items.", items)
        yield form.format(n=f"{items:,}")


def name(record: Record) -> str:
    """What a record is called in the list: its needed texts, one after the other."""
    texts = [
        str(getattr(record, f.name))
        for f in record.declared()
        if f.needed and f.shape in (Shape.TEXT, Shape.PROSE) and getattr(record, f.name)
    ]
    return shown.listed(texts) or _(record.shown_name)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
