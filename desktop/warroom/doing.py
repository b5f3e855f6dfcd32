"""How a room does what its verbs say: one act, one commit, and then every listener is told."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from inspect import GEN_SUSPENDED, getgeneratorstate
from typing import Any

from desktop.warroom.acts import Act, Change, Deeds, Listeners, Step, change_of, reverse_of
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.journal import Draft, Line, storable
from desktop.warroom.moment import Moment
from desktop.warroom.now import Clock
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record, Saying, plain_value
from desktop.warroom.records import Incident, Person, StaffGroup
from desktop.warroom.selection import Kind
from desktop.warroom.slices import Progress, Steps
from desktop.warroom.store.store import Store
from desktop.warroom.wording import worded
from resources import _


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """An act whose writing failed; a second try uses the same ids, so it cannot double."""

    act: Act
    drafts: tuple[Draft, ...]
    files: Mapping[str, bytes] | None = None


class Doing(Reading):
    """What stands behind the verbs of a room; a failed act tells nobody."""

    def __init__(self, store: Store, clock: Clock, operator: str) -> None:
        super().__init__(store, clock)
        self.operator = operator
        self._deeds_of: dict[str, Deeds] = {}
        self._listeners = Listeners()
        self._unsaved: _Unsaved | None = None
        self._arriving: Steps[None] | None = None

    @property
    def _deeds(self) -> Deeds:
        """What was done while the incident on screen was; undo reaches into no other."""
        return self._deeds_of.setdefault(self._on_screen().incident, Deeds())

    def _id(self, now: Moment | None = None) -> str:
        last, count = self._store.clock
        ms = (now or self.now()).ms
        return new_id(ms if ms > last else last + 1 + count)  # rises when the clock is set back

    def _stamped(self, record: Kind, now: Moment | None = None) -> Kind:
        if record.id and record.recorded_at:  # written down before, perhaps by nobody named
            return record
        now = now or self.now()
        ready = copy(record)  # ``replace`` would hand over some thirty fields one by one
        vars(ready).update(
            id=record.id or self._id(now),
            recorded_at=record.recorded_at or now,
            author=record.author or self.operator,
            incident=record.incident or self._held_by(record),
        )
        return ready

    def _held_by(self, record: Record) -> str:
        return "" if record.company_wide else self._on_screen().held

    def _adding(self, record: Record, now: Moment | None = None) -> Step:
        ready = self._stamped(record, now)
        ready.check()
        return Step(type(ready), ready.id, storable(ready.plain()), adds=True)

    def _changing(self, record: Record, values: dict[str, Any], why: str = "") -> Step:
        replace(record, **values).check()
        more = record.entails(values, Saying(self.now(), self.operator, why))
        plain = {name: plain_value(value) for name, value in {**values, **more}.items()}
        return Step(type(record), record.id, plain)

    def _do(
        self,
        steps: tuple[Step, ...],
        *,
        typed: str | None = None,
        why: str = "",
        progress: Progress | None = None,
        files: Mapping[str, bytes] | None = None,
        past: bool = False,
    ) -> list[Line]:
        """Do steps as one act; ``past`` says that all were written down before, as in a restore."""
        if not steps:
            return []
        steps = tuple(each if each.adds else _storable(each) for each in steps)
        self._keep_apart(steps)
        if not past:
            self._refuse_closed(step.kind for step in steps)
        for step in steps:
            if step.adds and step.kind is Incident:
                self._refuse_beside(Incident.from_plain(step.values))
        steps = (*steps, *self._drawn(steps))
        act = Act(self._id(), steps, self._reverse(steps), typed)
        lines = self._commit(act, why=why, progress=progress, files=files)
        if not any(step.adds and step.kind is Incident for step in steps):
            self._deeds.did(act)  # an incident that is taken back would hide what is in it
        return lines

    def _drawn(self, steps: tuple[Step, ...]) -> list[Step]:
        """The steps that these draw after them by the rules of their kinds."""
        changes = [
            change_of(step, self._before(step))
            for step in steps
            if step.kind.draws_others and (step.kind.draws_when_new or not step.adds)
        ]
        return self._drawn_by(changes)

    def _drawn_by(self, changes: list[Change]) -> list[Step]:
        found = list[Step]()
        for kind in dict.fromkeys(change.kind for change in changes):
            mine = [(each.before, each.after) for each in changes if each.kind is kind]
            for other, values in kind.drawn_by(mine, self):
                found.append(self._changing(other, values) if other.id else self._adding(other))
        return [_storable(step) for step in self._inside(found)]

    def _is_apart(self) -> bool:
        """Whether a drill is on screen beside something real."""
        if not self.incident.drill:
            return False
        from desktop.warroom.drills.apart import apart  # most rooms never see a drill

        return apart(self.incidents(), self.incident)

    def _keep_apart(self, steps: Iterable[Step]) -> None:
        """Raises RuleBroken for steps that lead out of the drill that is on screen."""
        if self._is_apart():
            from desktop.warroom.drills.apart import refuse

            refuse(steps, self.incident, self._on_screen().held, self._store.get)

    def _refuse_closed(self, kinds: Iterable[type[Record]]) -> None:
        """Raises RuleBroken for what would write on in a closed incident."""
        if self.incident.closed_at:
            from desktop.warroom.review.closed import refuse  # most incidents are open

            refuse(kinds, drill=self.incident.drill)

    def _refuse_beside(self, opened: Incident) -> None:
        """Raises RuleBroken for a real incident in a room that was made for an exercise."""
        if self.incident.drill and not opened.drill:
            from desktop.warroom.drills.apart import refuse_beside

            refuse_beside(self.incidents(), opened)

    def _inside(self, drawn: list[Step]) -> Iterable[Step]:
        """What a drill on screen lets its own records draw; all of it in a real incident."""
        if not drawn or not self._is_apart():
            return drawn
        from desktop.warroom.drills.apart import inside

        return inside(drawn, self.incident, self._on_screen().held, self._store.get)

    def _bring_in(self, records: list[Record], files: dict[str, bytes]) -> Steps[None]:
        self._refuse_closed(map(type, records))
        done, act, changes = 0, self._id(), list[Change]()
        steps, back = list[Step](), list[Step]()
        drafts = self._drafted(act, self._each_adding(records, changes, steps, back))
        for some in self._store.arrive(drafts, files):
            done += some
            yield done, len(records)
        self._deeds.did(Act(act, tuple(steps), tuple(reversed(back))))
        self._told(tuple(changes))

    def _each_adding(
        self,
        records: Iterable[Record],
        changes: list[Change],
        steps: list[Step],
        back: list[Step],
    ) -> Iterator[Step]:
        """The steps that add; ``steps`` keeps what undo and redo need of them, not the values."""
        none: dict[str, Any] = {}
        drawing, apart = list[Change](), self._is_apart()
        for record in map(self._stamped, records):
            step = self._adding(record)
            if apart:
                self._keep_apart((step,))
            changes.append(Change(None, record))
            if step.kind.draws_others and step.kind.draws_when_new:
                drawing.append(changes[-1])
            steps.append(Step(step.kind, step.record, none, adds=True))
            back.append(reverse_of(step, None))
            yield step
        for step in self._drawn_by(drawing):
            before = self._before(step)
            changes.append(change_of(step, before))
            steps.append(step)
            back.append(reverse_of(step, before))
            yield step

    def _refuse_while_arriving(self) -> None:
        if self._arriving and getgeneratorstate(self._arriving) == GEN_SUSPENDED:
            raise RuleBroken(_("Rows are being imported. Try again when that is done."))

    def _commit(
        self,
        act: Act,
        *,
        progress: Progress | None = None,
        files: Mapping[str, bytes] | None = None,
        **said: str | None,
    ) -> list[Line]:
        self._refuse_while_arriving()
        drafts = tuple(self._drafted(act.id, act.steps, typed=act.typed, **said))
        self._unsaved = _Unsaved(act, drafts, files)
        return self._write(self._unsaved, progress)

    def _retry(self, unsaved: _Unsaved) -> list[Line]:
        lines = self._write(unsaved)
        self._deeds.did(unsaved.act)
        return lines

    def _write(self, unsaved: _Unsaved, progress: Progress | None = None) -> list[Line]:
        before = [self._before(step) for step in unsaved.act.steps]
        lines = self._store.append(unsaved.drafts, progress, unsaved.files)
        self._unsaved = None
        self._tell(unsaved.act.steps, before)
        return lines

    def _drafted(self, act: str, steps: Iterable[Step], **said: str | None) -> Iterator[Draft]:
        clock, pretended = self._store.clock, self._clock.pretended
        return worded(act, steps, self.now(), clock, self.operator, pretended=pretended, **said)

    def _before(self, step: Step) -> dict[str, Any] | None:
        return None if step.adds else self._store.get(step.kind, step.record)

    def _reverse(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """The steps that restore what these will change."""
        return tuple(reverse_of(step, self._before(step)) for step in reversed(steps))

    def _tell(self, steps: tuple[Step, ...], before: list[dict[str, Any] | None]) -> None:
        self._told(tuple(change_of(step, old) for step, old in zip(steps, before)))

    def _told(self, changes: tuple[Change, ...]) -> None:
        kinds = {change.kind for change in changes}
        self._let_go(kind.kind_name for kind in kinds)
        if Person in kinds:
            self._people = None
        if StaffGroup in kinds:
            self._groups = None
        if Incident in kinds:
            self._scope = None
        scope = self._on_screen()
        mine = changes if scope.alone else tuple(c for c in changes if scope.owns(c.after))
        self._listeners.tell(mine)


def _storable(step: Step) -> Step:
    """The step with values that the journal can hold; those of ``_adding`` are so already."""
    return step._replace(values=storable(step.values))
