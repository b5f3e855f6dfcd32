"""What can be asked of a room: its records, their history, its clock, and whether it is sound."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.warroom.faults import RuleBroken
from desktop.warroom.journal import Line
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.now import Clock
from desktop.warroom.records import (
    Evidence,
    Incident,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.scope import ON_SCREEN, Scope
from desktop.warroom.selection import Kind, Selection
from desktop.warroom.store.rows import values_of
from desktop.warroom.store.store import Store
from desktop.warroom.window import Window
from desktop.warroom.words_held import WordsHeld
from resources import _

if TYPE_CHECKING:  # asked for after the first paint
    from desktop.warroom.capture import Group
    from desktop.warroom.history import Version
    from desktop.warroom.verify import Verdict

Result = TypeVar("Result")
Progress = Callable[[int, int], bool]  # done, of all; answers False to stop


class Reading:
    """The questions that a room answers; none of them changes anything."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._people: tuple[str, ...] | None = None
        self._groups: tuple[Group, ...] | None = None
        self._words = WordsHeld()
        self._scope: Scope | None = None
        self._held: dict[str, tuple[frozenset[str], Any]] = {}

    @property
    def path(self) -> Path | None:
        """The room file; None for a room as it was."""
        return self._store.path

    @property
    def why_read_only(self) -> str:
        """Why nothing can be logged here, as a sentence; empty when it can."""
        return self._store.why_read_only

    @property
    def clock(self) -> Clock:
        """The clock that this room was opened with."""
        return self._clock

    def now(self) -> Moment:
        """The room's clock, to the millisecond."""
        return Moment.of(self._clock.now(), Precision.MILLISECOND)

    def here(self) -> datetime:
        """The time now, aware, in the zone of ``zone``: what times are told by on the screen."""
        return self._clock.now()

    def minute(self) -> Moment:
        """The room's clock to the minute, for what people note as done now."""
        return Moment.of(self._clock.now())

    @property
    def zone(self) -> tzinfo | None:
        """The zone that bare times are read in and times are shown in."""
        return self.here().tzinfo

    @property
    def incident(self) -> Incident:
        """The incident on screen."""
        return self.get(Incident, self._on_screen().incident)

    def incidents(self) -> list[Incident]:
        """The incidents of this room, first opened first."""
        return self.all(Incident)

    def _on_screen(self) -> Scope:
        return self._scope or self._look_at(self._store.draft(ON_SCREEN))

    def _look_at(self, incident: str) -> Scope:
        self._held = {}
        self._scope = Scope.of(self.incidents(), incident)
        return self._scope

    def get(self, kind: type[Kind], record_id: str) -> Kind:
        """One record. Raises RuleBroken when there is none of this id."""
        values = self._store.get(kind, record_id)
        if values is None:
            raise RuleBroken(_("This record is not in the room."))
        return kind.from_plain(values)

    def find(self, kind: type[Kind], record_id: str) -> Kind | None:
        """One record, or None when there is none of this id."""
        values = self._store.get(kind, record_id)
        return None if values is None else kind.from_plain(values)

    def all(self, kind: type[Kind]) -> list[Kind]:
        """All records of a kind in the order of writing, without those taken back."""
        return self.records(Selection(kind=kind))

    def records(self, selection: Selection[Kind], limit: int = -1) -> list[Kind]:
        """The records of a selection, in its order; the first ``limit`` of them, or all."""
        found = self._store.window(self._narrowed(selection), 0, limit)
        return [selection.kind.from_plain(values) for values in found]

    def snapshot(self, selection: Selection[Kind]) -> tuple[int, Iterator[Kind]]:
        """How many records a selection holds, and they as they are now, made one by one.

        What changes while they are made changes nothing in them.
        """
        rows = self._store.snapshot(self._narrowed(selection))
        kind = selection.kind
        return len(rows), (kind.from_plain(values_of(kind, row)) for row in rows)

    def _narrowed(self, selection: Selection[Kind]) -> Selection[Kind]:
        """The same of the incident on screen; where there is but one, that is all."""
        if selection.everywhere or selection.kind.company_wide:
            return selection
        return self._on_screen().narrowed(selection)

    def taken_back(self, kind: type[Kind]) -> list[Kind]:
        """The records of a kind, of any incident, that were taken back."""
        rows = (values_of(kind, row) for row in self._store.rows(kind))
        return [kind.from_plain(values) for values in rows if values.get("gone")]

    def everything(self) -> Iterator[Record]:
        """Every record of every incident that is not taken back, kind by kind."""
        for kind in KINDS.values():
            yield from self.records(Selection(kind=kind, everywhere=True))

    def window(self, selection: Selection[Kind]) -> Window[Kind]:
        """A selection to be read piece by piece."""
        return Window(self._store, self._narrowed(selection))

    def count(self, selection: Selection[Any]) -> int:
        """How many records a selection holds."""
        return self._store.count(self._narrowed(selection))

    def tally(self, selection: Selection[Any], name: str) -> dict[Any, int]:
        """How many records of a selection hold each plain value of a field.

        ``link.field`` is a field of the record that a link points to; there each counts once.
        """
        return self._store.tally(self._narrowed(selection), name)

    def by_hour(self, selection: Selection[Any], name: str) -> list[tuple[int, Any, int]]:
        """Counts of a selection ordered by a moment, by local hour and by plain value of a field.

        Each is (start of the hour in UTC ms, value, count); hours without any are left out.
        """
        return self._store.by_hour(self._narrowed(selection), name, self.now().offset)

    def people(self) -> tuple[str, ...]:
        """The names of the people this room knows."""
        if self._people is None:
            self._people = tuple(person.name for person in self.all(Person))
        return self._people

    def groups(self) -> "tuple[Group, ...]":
        """The staff groups by the names that a line may call them."""
        from desktop.warroom.capture import Group

        if self._groups is None:
            self._groups = tuple(Group(each.id, each.name) for each in self.all(StaffGroup))
        return self._groups

    def last_message(self) -> StaffMessage | None:
        """The message that staff were sent last, which a report counts for."""
        sent = Selection(kind=StaffMessage, filled=("sent_at",), order="sent_at", newest_first=True)
        return next(iter(self.records(sent, 1)), None)

    def last_rank(self) -> str:
        """The rank behind which a new card stands."""
        behind = Selection(kind=Task, order="rank", newest_first=True)
        return next((task.rank for task in self.records(behind, 1)), "")

    def cells(self, selection: Selection[Any], names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The id and some fields of each record of a selection, moments as UTC milliseconds.

        For many records of which little is asked.
        """
        return self._store.cells(self._narrowed(selection), names)

    def held(self, name: str, kinds: Iterable[str], work_out: Callable[[], Result]) -> Result:
        """What is worked out once, and anew when a record of one of these kinds has changed.

        For answers that many records must be gone through for; nobody may change them.
        """
        if name not in self._held:
            self._held[name] = frozenset(kinds), work_out()
        result: Result = self._held[name][1]
        return result

    def _let_go(self, kinds: Iterable[str]) -> None:
        """Forget what hangs on records of these kinds."""
        changed = set(kinds)
        self._held = {name: each for name, each in self._held.items() if not each[0] & changed}

    def kept(self, file: Evidence) -> Iterator[bytes]:
        """The bytes of a file that the room keeps, part by part."""
        return self._store.kept(file.sha256)

    def words_in(self, kind: type[Record], name: str) -> list[str]:
        """The words that a list field of a kind holds, most used first."""
        return self._words.most_used(kind, name, self._store.word_counts)

    def history(self, record: Record) -> "list[Version]":
        """Every version of a record, oldest first."""
        from desktop.warroom.history import versions

        return versions(type(record), self._store.lines_of(record.id))

    def tail(self) -> Line:
        """The last line of the journal: what a paper prints as its seal."""
        return self._store.tail()

    def first_line(self) -> Line:
        """The line that the journal began with: no other room has it."""
        return next(self._store.lines(up_to=1))

    def journal(self) -> Iterator[Line]:
        """Every line of the journal, in order of arrival."""
        return self._store.lines()

    def line_at(self, device: str, number: int) -> Line | None:
        """The journal line of this number in the chain of a device, or None."""
        chain = (line for line in self._store.lines() if line.device == device)
        return next((line for line in chain if line.number == number), None)

    def line_that_added(self, record: Record) -> Line:
        """The journal line that brought a record into the room."""
        return self._store.lines_of(record.id)[0]

    def verify(self, progress: Progress | None = None) -> "Verdict":
        """Check chain, tables and file; changes nothing."""
        from desktop.warroom.verify import verify

        return verify(self._store, progress)

    def settings(self) -> dict[str, int | str | None]:
        """The settings of the file as its own connection reports them."""
        return self._store.settings()
