"""The war room: the only door to a room file, with verbs for what people in the room do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from desktop.warroom.acts import Act, Listener, Step, again
from desktop.warroom.board import placed
from desktop.warroom.choices import EntryKind, Phase, TaskStatus
from desktop.warroom.device import device_id
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.half_typed import HalfTyped
from desktop.warroom.journal import Fold
from desktop.warroom.moment import Moment
from desktop.warroom.now import Clock, WallClock
from desktop.warroom.record import Record, plain_value
from desktop.warroom.records import (
    Delivery,
    Entry,
    Evidence,
    Incident,
    Person,
    Sitting,
    StaffMessage,
    Task,
)
from desktop.warroom.scope import ON_SCREEN
from desktop.warroom.selection import Kind, Selection
from desktop.warroom.slices import Progress, Steps
from desktop.warroom.store.store import Store
from resources import _

if TYPE_CHECKING:  # the grammar comes with the first typed line, not with the first paint
    from desktop.warroom import capture
    from desktop.warroom.attachments import Attachment, Given
    from desktop.warroom.clock_check import ClockCheck
    from desktop.warroom.past import PastRoom


@dataclass(frozen=True, slots=True)
class Captured:
    """An entry that is durable, the number of its line in the journal, and how it was read."""

    entry: Entry
    number: int
    reading: "capture.Reading"


class WarRoom(HalfTyped):
    """One room. Verbs commit first and then tell listeners; a failed verb tells nobody.

    Every verb raises RuleBroken or StoreFailed with a sentence. Times are Moments; the clock and
    the operator's name are given when the room is opened.
    """

    def __init__(self, store: Store, clock: Clock, operator: str) -> None:
        super().__init__(store, clock, operator)
        self._listeners.add(self._words.follow)  # first, so that others read what is true now
        self._sitting = ""

    # opening

    @classmethod
    def create(
        cls, path: Path, incident: Incident, *, operator: str, clock: Clock | None = None
    ) -> Self:
        """Make a room file for an incident."""
        incident.check()
        clock = clock or WallClock()
        room = cls(Store.memory(Fold()), clock, operator)
        ready = room._stamped(incident)
        act = Act(room._id(), (Step(Incident, ready.id, ready.plain(), adds=True),), ())
        room._store = Store.create(path, device_id(), tuple(room._drafted(act.id, act.steps)))
        return room

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        operator: str = "",
        clock: Clock | None = None,
        writing: bool = True,
        examine: bool = True,
    ) -> Self:
        """Open a room. With ``examine`` false, call ``examine()`` before the first verb."""
        store = Store.open(path, device_id(), writing=writing)
        room = cls(store, clock or WallClock(), operator)
        if examine:
            try:
                store.examine()
            except StoreFailed:
                room.close()
                raise
        return room

    def examine(self) -> None:
        """Look the file over, after which verbs are accepted unless ``why_read_only`` says why."""
        self._store.examine()

    def close(self) -> None:
        """Stand up and let go of the file, which is then one file."""
        if self._arriving:
            self._arriving.close()
        try:
            self.stand_up()
        except StoreFailed:
            pass  # the disk is gone: the file is let go all the same
        finally:
            self._store.close()

    # the operator

    def sit_down(self, name: str) -> None:
        """Hand the room over to an operator, from now on the author of what is logged."""
        self.stand_up()
        self.operator = name
        known = not name or name in self.people() or self._is_apart()
        steps = [] if known else [self._adding(Person(name=name))]
        sitting = self._adding(Sitting(operator=name, opened_at=self.now()))
        self._commit(Act(self._id(), (*steps, sitting), ()))
        self._sitting = sitting.record

    def stand_up(self) -> None:
        """End the sitting of the present operator, if one is open."""
        if self._sitting and not self.why_read_only:
            step = Step(Sitting, self._sitting, {"closed_at": str(self.now())})
            self._commit(Act(self._id(), (step,), ()))
        self._sitting = ""

    def note_clock(self, what: str, seconds: int, against: str = "") -> "ClockCheck":
        """Record a finding about the clock now; one that is wrong stands in the timeline too.

        See ``ClockCheck`` for the seconds. Undo passes it over.
        """
        from desktop.warroom import clock_check  # after the first paint

        said = clock_check.ClockCheck(
            what=what, at=self.now(), seconds=seconds, against=against, sitting=self._sitting
        )
        check = self._stamped(said)
        steps = tuple(
            self._adding(each) for each in (check, *clock_check.notes(check, self.here()))
        )
        self._commit(Act(self._id(), steps, ()))
        return check

    # verbs

    def reading(self, line: str, assumed: EntryKind = EntryKind.FACT) -> "capture.Reading":
        """How the log bar reads a line now, ``assumed`` being its kind if it says none."""
        from desktop.warroom import capture

        return capture.read(line, self.here(), self.people(), self.groups(), assumed)

    def capture(
        self, line: str, about: StaffMessage | None = None, files: "Sequence[Given]" = ()
    ) -> Captured:
        """Log a line of the log bar with the files that belong to it: durable when this returns.

        With ``about`` it is a line about staff that reports for this message.
        """
        reading = self.reading(line, EntryKind.STAFF if about else EntryKind.FACT)
        if reading.refused:
            raise RuleBroken(reading.refused)
        data = {file.sha256: file.data for file in files}
        unsaved = self._unsaved
        if unsaved and _same(unsaved.act, line, about) and data == (unsaved.files or {}):
            lines = self._retry(unsaved)
        else:
            from desktop.warroom import capture

            said = capture.records_of(reading, self, about)
            steps = tuple(self._adding(record) for record in said)
            if files:
                entry = Entry.from_plain({"id": steps[0].record, **steps[0].values})
                steps += self._attaching(entry, files)
            lines = self._do(steps, typed=line, files=data)
        return Captured(self.get(Entry, lines[0].said().record), lines[0].number, reading)

    def add(self, record: Kind) -> Kind:
        """Add a record; it comes back with its id, author and time."""
        return self.add_all([record])[0]

    def add_all(self, records: Sequence[Kind], progress: Progress | None = None) -> list[Kind]:
        """Add records in one act and one transaction, all or nothing."""
        steps = tuple(self._adding(record) for record in records)
        self._do(steps, progress=progress, past=all(each.recorded_at for each in records))
        return [type(r).from_plain({"id": s.record, **s.values}) for r, s in zip(records, steps)]

    def together(
        self,
        new: Sequence[Record] = (),
        changed: Sequence[tuple[Record, dict[str, Any]]] = (),
        why: str = "",
    ) -> list[str]:
        """Add records and give others new values, in one act; the ids of the new ones."""
        now = self.now()
        adding = tuple(self._adding(record, now) for record in new)
        changing = tuple(self._changing(record, values, why) for record, values in changed)
        self._do((*adding, *changing), why=why)
        return [step.record for step in adding]

    def note(
        self, new: Sequence[Record], changed: Sequence[tuple[Record, dict[str, Any]]] = ()
    ) -> None:
        """Record what the room itself has found, in one act that undo passes over."""
        steps = (
            *(self._adding(each) for each in new),
            *(self._changing(record, values) for record, values in changed),
        )
        self._commit(Act(self._id(), steps, ()))

    def bring_in(self, records: Sequence[Record], file: Evidence, data: bytes) -> Steps[None]:
        """Add records and the file they came from in one act, step by step: (done, of all).

        Until the last step nothing is saved or told and other verbs are refused; closed before
        it, nothing remains.
        """
        self._refuse_while_arriving()
        if self._arriving:
            self._arriving.close()
        self._arriving = self._bring_in([file, *records], {file.sha256: data})
        return self._arriving

    def attach(
        self, record: Record, files: "Sequence[Given]", caption: str = ""
    ) -> "list[Attachment]":
        """Let files belong to a record, in one act; bytes that the room has are not kept twice.

        Undo takes them out of sight and the bytes stay. Raises RuleBroken when the record has all
        of them already.
        """
        from desktop.warroom.attachments import Attachment, attachments_of

        there = {each.sha256 for each in attachments_of(self, record)}
        new = [file for file in files if file.sha256 not in there]
        if not new:
            raise RuleBroken(_("It is attached here already."))
        steps = self._attaching(record, new, caption)
        self._do(steps, files={file.sha256: file.data for file in new})
        return [self.get(Attachment, s.record) for s in steps if s.kind is Attachment]

    def change(self, record: Record, *, why: str = "", **values: Any) -> None:
        """Give fields of a record new values. ``why`` is kept in the journal."""
        self.change_all([record], why=why, **values)

    def change_all(self, records: Sequence[Record], *, why: str = "", **values: Any) -> None:
        """Give the same new values to fields of several records, in one act."""
        self._do(tuple(self._changing(record, values, why) for record in records), why=why)

    def bring_back(self, record: Record, number: int) -> None:
        """Give a record the values that it had at line ``number`` of its history."""
        values: dict[str, Any] = {f.name: plain_value(f.default) for f in record.declared()}
        for version in self.history(record):
            if version.number <= number:
                values |= {name: after for name, (_before, after) in version.changed.items()}
        now = {f.name: plain_value(getattr(record, f.name)) for f in record.declared()}
        changed = {n: v for n, v in values.items() if now.get(n) != v and n not in record.stays}
        if not changed:
            raise RuleBroken(_("It is already so."))
        self._do((Step(type(record), record.id, changed),), why=_("Brought back"))

    def place(
        self, task: Task, *, status: TaskStatus, ahead_of: Task | None = None, **values: Any
    ) -> None:
        """Put a card into a column, ahead of another or at its end, in one act.

        Other fields may change with it, such as what a blocked card waits for.
        """
        in_column = Selection(kind=Task, equal=(("status", (status,)),), order="rank")
        others = [each for each in self.records(in_column) if each.id != task.id]
        *made_room, (_task, rank) = placed(task, others, ahead_of)
        steps = [self._changing(card, {"rank": new}) for card, new in made_room]
        steps.append(self._changing(task, {**values, "status": status, "rank": rank}))
        self._do(tuple(steps))

    def amend(self, entry: Entry, text: str, why: str = "", **values: Any) -> None:
        """Correct the wording of an entry, and other fields with it; the old wording stays."""
        if not text.strip():
            raise RuleBroken(_("Say what happened."))
        if text == entry.text:
            raise RuleBroken(_("The wording is the same as before."))
        self.change(entry, why=why, text=text, **values)

    def turn_to(self, incident: Incident) -> None:
        """Put an incident on screen: what is read and logged from now on is of this one.

        Nobody is told; who shows the room reads it anew.
        """
        self._store.keep_draft(ON_SCREEN, incident.id)
        self.look_at(incident)

    def look_at(self, incident: Incident) -> None:
        """Be about this incident until the room is closed; which was on screen is remembered."""
        self._look_at(incident.id)

    def open_incident(
        self,
        incident: Incident,
        first: Sequence[Record] = (),
        changed: Sequence[tuple[Record, dict[str, Any]]] = (),
    ) -> Incident:
        """Open a further incident with its first records and put it on screen, in one act.

        ``changed`` are records that change with it. Undo does not reach it: it would take what
        was logged in the incident out of reach.
        """
        opening = self._adding(incident)
        own = [self._adding(replace(record, incident=opening.record)) for record in first]
        others = [self._changing(record, values) for record, values in changed]
        self._keep_apart(others)
        self._refuse_beside(incident)
        self._commit(Act(self._id(), (opening, *own, *others), ()))
        opened = self.get(Incident, opening.record)
        self.turn_to(opened)
        return opened

    def move_phase(self, phase: Phase, why: str = "") -> None:
        """Move the incident to a phase; going back needs a reason (course, point 22)."""
        self.change(self.incident, why=why, phase=phase)

    def take_back(self, *records: Record) -> None:
        """Take records out of every list, in one act; the journal keeps them.

        Raises RuleBroken for an incident: what was logged in it would be out of reach.
        """
        if any(isinstance(each, Incident) for each in records):
            raise RuleBroken(
                _("An incident is not taken back: what was logged in it would be lost.")
            )
        self._do(tuple(Step(type(each), each.id, {"gone": True}) for each in records))

    def undo(self) -> Act | None:
        """Take the last act since opening back; None when there is none."""
        if not self._deeds.done:
            return None
        act = self._deeds.done[-1]
        self._commit(Act(self._id(), act.reverse, act.steps), undoes=act.id)
        self._deeds.was_undone()
        return act

    def redo(self) -> Act | None:
        """Do the act that was last taken back again; None when there is none."""
        if not self._deeds.undone:
            return None
        act = self._deeds.undone[-1]
        self._commit(Act(self._id(), again(act), act.reverse), redoes=act.id)
        self._deeds.was_redone()
        return act

    def _attaching(
        self, record: Record, files: "Sequence[Given]", caption: str = ""
    ) -> tuple[Step, ...]:
        from desktop.warroom.attachments import new_evidence  # when something is attached

        once = {file.sha256: file for file in files}.values()
        links = [file.attached_to(record, caption) for file in once]
        return tuple(map(self._adding, (*new_evidence(self, files), *links)))

    # the past

    def at(self, moment: Moment) -> Self:
        """The room as this file knew it at a moment; it can only be read."""
        return self.up_to(self._store.arrived_by(moment.ms))

    def up_to(self, n: int) -> Self:
        """The room as this file knew it when line ``n`` had arrived; it can only be read."""
        fold = Fold.of(self._store.lines(n))
        past = type(self)(Store.memory(fold), self._clock, self.operator)
        past._look_at(self._on_screen().incident)
        return past

    def past(self) -> "PastRoom":
        """The incident on screen at any instant, to be read first; it can only be read."""
        from desktop.warroom.past import PastRoom  # comes when it is asked for

        return PastRoom(self, self._store)

    # around

    def back_up(self, target: Path) -> None:
        """Write a verified copy of the room to ``target``, replacing it whole or not at all."""
        self._store.back_up(target)

    def on_change(self, listener: Listener) -> None:
        """Tell this bound method of every commit, as long as its object lives."""
        self._listeners.add(listener)

    def hush(self) -> None:
        """Tell nobody any more who was to be told until now, as when a window is made anew."""
        self._listeners.clear()
        self._listeners.add(self._words.follow)


def _same(act: Act, line: str, about: StaffMessage | None) -> bool:
    """Whether the act that was not saved was for this line, and reports about this message."""
    meant = {step.values["message"] for step in act.steps if step.kind is Delivery}
    return act.typed == line and (about is None or not meant or about.id in meant)
