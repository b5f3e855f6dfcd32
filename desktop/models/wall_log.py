"""The log, the deadlines and the figures of a wall in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from desktop.models.coverage import SIGNS, tone_hours
from desktop.models.strip import SOON, strip
from desktop.models.wall_fresh import Fresh
from desktop.models.wall_words import PageWords
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.choices import Certainty, EntryKind
from desktop.warroom.choices import shown as word
from desktop.warroom.measures import Due, Measures, coverage_of_day, next_dues
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.wall import Showing
from resources import N_, _
from resources.visible import visible
from widgets.figures import Figure
from widgets.theme import Token
from widgets.tone_hours import HourTone
from widgets.wall_state import Ahead, Log, Overview, Said, ToneCount, Tones, Value

MOST = 16  # entries that half a wall has room for, if each is one line
FEW = 8  # entries up to which the latest fill the place
MANY = 50  # changes of one commit from which reading anew is no slower
DUES = 3
_NAMES = {"waiting": N_("Unanswered"), "staff": N_("Staff confirmed")}  # short, being large
_LOUD = {EntryKind.DECISION: Token.ACCENT, EntryKind.RUMOUR: Token.VOICE}
_DOUBTS = (Certainty.DISPUTED, Certainty.REFUTED)


class OverviewWords(PageWords):
    """Key entries and those just written, what is due next, the figures and the tone.

    Where those entries are few, the latest fill the place.
    """

    def __init__(self, room: WarRoom, fresh: Fresh) -> None:
        super().__init__(room, fresh)
        self._hours: tuple[HourTone, ...] = ()

    def read(self, showing: Showing) -> None:
        """Read log and deadlines anew."""
        records = self._room.records
        key = records(showing.entries(equal=(("key", (1,)),)), MOST)
        new = (("recorded_at", self._fresh.since(), None),)
        self._called = {e.id: e for e in (*key, *records(showing.entries(within=new), MOST))}
        self._latest = records(showing.entries(), FEW)
        self._read_dues(showing)

    def follow(self, changes: Sequence[Change], showing: Showing) -> None:
        """Follow a commit with no more reading than it needs, since somebody waits for it."""
        entries = [change.after for change in changes if isinstance(change.after, Entry)]
        known = {*self._called, *(entry.id for entry in self._latest)}
        if len(entries) > MANY or any(entry.id in known for entry in entries):
            self.read(showing)
            return
        for entry in filter(showing.admits, entries):
            if not entry.gone and (entry.key or self._fresh.record(entry)):
                self._called[entry.id] = entry
        if any(map(_is_due, changes)):
            self._read_dues(showing)

    def count(self) -> None:
        """Read the tone by hour anew."""
        self._hours = tuple(tone_hours(self._room, coverage_of_day(self._room.now())))

    def said(self, found: Measures) -> Overview:
        """The page in words."""
        here = self._room.here()
        return Overview(
            log=said_all(self._entries(), here, self._fresh),
            ahead=tuple(self._ahead(due, here) for due in self._dues),
            figures=self._figures(found, here),
            tones=tones(found, self._hours),
            empty=_("Nothing has been logged yet"),
            nothing_due=_("No deadline is ahead"),
        )

    def _entries(self) -> list[Entry]:
        fill = max(FEW - len(self._called), 0)
        latest = [entry for entry in self._latest if entry.id not in self._called][:fill]
        return sorted((*self._called.values(), *latest), key=_order, reverse=True)[:MOST]

    def _read_dues(self, showing: Showing) -> None:
        self._dues = next_dues(self._room, self._room.now(), DUES, showing.admits)

    def _ahead(self, due: Due, here: datetime) -> Ahead:
        left = max(due.at.ms - self._room.now().ms, 0)
        return Ahead(
            text=visible(due.text),
            left=shown.elapsed(left),
            note=" ".join(filter(None, (shown.when(due.at, here), visible(_whose(due))))),
            token=Token.WARN if left < SOON else Token.TEXT,
            fresh=self._fresh.record(due.record),
        )

    def _figures(self, found: Measures, here: datetime) -> tuple[Value, ...]:
        """Those of the strip but the next deadline, which stands above them."""
        return tuple(
            Value(_short(figure), self._fresh.figure(figure.name))
            for figure in strip(found, here)
            if figure.name != "due"
        )


class LogWords(PageWords):
    """The latest entries, whether key or not."""

    kinds = frozenset({Entry})

    def read(self, showing: Showing) -> None:
        """Read the log anew."""
        self._entries = self._room.records(showing.entries(), 2 * MOST)

    def said(self, _found: Measures) -> Log:
        """The page in words."""
        said = said_all(self._entries, self._room.here(), self._fresh)
        return Log(said, _("Nothing has been logged yet"))


def said_all(entries: list[Entry], here: datetime, fresh: Fresh) -> tuple[Said, ...]:
    """Entries in words, times in the zone of ``here``."""
    return tuple(_said(entry, here, fresh.record(entry)) for entry in entries)


def _said(entry: Entry, here: datetime, fresh: bool) -> Said:
    lead, token = _lead(entry)
    time, day = time_and_day(entry.happened_at, here)
    return Said(
        time=time,
        text=visible(entry.text),
        day=day,
        lead=lead,
        lead_token=token,
        fresh=fresh,
    )


def time_and_day(at: Moment | None, here: datetime) -> tuple[str, str]:
    """The time of day, and the day where it is another than that of ``here``."""
    if at is None:
        return "", ""
    day = at.local.astimezone(here.tzinfo).date()
    said = shown.short_time(at, here.tzinfo)
    return said, "" if said and day == here.date() else shown.day(day)


def _lead(entry: Entry) -> tuple[str, Token]:
    """A word that must not be missed: a decision, a rumour, or that a thing is not so."""
    if entry.certainty in _DOUBTS:
        kind = word(entry.kind) if entry.kind in _LOUD else ""
        return visible(shown.listed((kind, word(entry.certainty)))), Token.WARN
    if isinstance(entry.kind, EntryKind) and entry.kind in _LOUD:
        return word(entry.kind), _LOUD[entry.kind]
    return "", Token.TEXT


def _is_due(change: Change) -> bool:
    """Whether a change may change which deadlines are next."""
    before, after = change.before, change.after
    if isinstance(after, Entry):
        return bool(after.deadline or (isinstance(before, Entry) and before.deadline))
    return isinstance(after, Task | Coverage)


def _order(entry: Entry) -> tuple[int, str]:
    return (entry.happened_at.ms if entry.happened_at else 0, entry.id)


def _whose(due: Due) -> str:
    match due.record:
        case Task(owner=owner):
            return owner
        case Entry(people=people):
            return shown.listed(people)
    return ""


def _short(figure: Figure) -> Figure:
    return replace(figure, label=_(_NAMES[figure.name])) if figure.name in _NAMES else figure


def tones(found: Measures, hours: tuple[HourTone, ...]) -> Tones:
    """The tone of the day: each tone with its sign and count, and the hours."""
    counts = found.coverage_today
    said = [
        ToneCount(tone.value, counts[tone], f"{sign} {counts[tone]:,}", token)
        for tone, (sign, token) in SIGNS.items()
        if counts.get(tone)
    ]
    rest = sum(counts.values()) - sum(each.count for each in said)
    if rest:
        said.append(ToneCount("not_rated", rest, f"? {rest:,}", Token.MUTED))
    return Tones(_("Tone of coverage today"), tuple(said), hours, _("No coverage yet today"))


def answers(found: Measures) -> dict[str, object]:
    """What figures answer, without what only time changes: a change of these is news."""
    return {
        "response": found.response,
        "coverage": tuple(sorted(found.coverage_today.items())),
        "waiting": found.waiting,
        "staff": (found.confirmed, found.heads),
        "tasks": (found.open_tasks, found.late_tasks, found.blocked_tasks),
        "entries": found.entries,
    }
