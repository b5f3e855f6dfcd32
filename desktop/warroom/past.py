"""What we knew then: the room of the incident on screen at any instant, which can only be read."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import MethodType
from typing import Self
from weakref import WeakKeyDictionary

from desktop.warroom.acts import Change, Listener, tell_each
from desktop.warroom.faults import RuleBroken
from desktop.warroom.incident import Incident
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.now import FixedClock
from desktop.warroom.record import Record
from desktop.warroom.records import Sitting
from desktop.warroom.room import WarRoom
from desktop.warroom.scope import Scope
from desktop.warroom.slices import Steps
from desktop.warroom.store.past import Past, Touch
from desktop.warroom.store.store import Store
from resources import _

Then = Callable[[Touch, int], Record | None]
_NOBODY = Record()


class Turned(Change):
    """A record before and after the room was turned to another instant, read when asked for."""

    touch: Touch
    then: Then
    lines: tuple[int, int]

    @classmethod
    def of(cls, touch: Touch, then: Then, since: int, until: int) -> Self:
        """The change of a record between two lines; ``then`` finds it as it was at a line."""
        made = cls(None, _NOBODY)
        made.touch, made.then, made.lines = touch, then, (since, until)
        return made

    @property
    def kind(self) -> type[Record]:
        return self.touch.kind

    @cached_property
    def before(self) -> Record | None:
        return self.then(self.touch, self.lines[0])

    @cached_property
    def after(self) -> Record:
        found = self.then(self.touch, self.lines[1])
        if found is None:  # it was not there yet: what is shown of it goes
            assert self.before is not None
            return replace(self.before, gone=True)
        return found


class PastRoom(WarRoom):
    """A room turned to an instant; listeners are told what is other than at the one before.

    ``read`` it before the first question. The live room goes on beside it; ``take_in`` lets the
    instants reach up to what has come there since.
    """

    def __init__(self, live: WarRoom, store: Store) -> None:
        self._past = Past(store)
        super().__init__(self._past, FixedClock(live.here()), live.operator)
        self._live, self._about = live, live.incident.id
        self._own = live._on_screen().held
        self._steps: list[int] = []  # UTC ms at which something of the incident had arrived
        self._first = 1
        self._told_to: WeakKeyDictionary[object, int] = WeakKeyDictionary()  # the line, if behind
        self._rests: Callable[[object], bool] = _never

    def read(self) -> Steps[None]:
        """Read the journal, step by step, and turn to the present."""
        yield from self._past.take_in()
        every = self._past.touched(0, self._past.last())
        self._first = next(n for n, touch in every if touch.record == self._about)
        self._step_on(self._first - 1)
        self.turn(Moment.of(self._live.here(), Precision.MILLISECOND))

    def take_in(self) -> None:
        """Read what came in the live room since."""
        seen = self._past.last()
        for _held in self._past.take_in():
            pass
        self._step_on(seen)

    @property
    def live(self) -> WarRoom:
        """The room that goes on."""
        return self._live

    @property
    def path(self) -> Path | None:
        """The file of the live room."""
        return self._live.path

    def up_to(self, n: int) -> WarRoom:  # type: ignore[override]
        """The live room as it was when line ``n`` had arrived, not beyond what is seen here."""
        return self._live.up_to(min(n, self._past.n))

    # instants

    def marks(self) -> tuple[int, ...]:
        """The instants in UTC milliseconds at which something of the incident had arrived."""
        return tuple(self._steps)

    @property
    def begins(self) -> Moment:
        """The earliest instant: the one at which the incident was in the room."""
        return self._moment(self._past.arrived(self._first))

    @property
    def ends(self) -> Moment:
        """The latest instant: now, or the last line where the clock is behind it."""
        last = self._past.arrived(self._past.last())
        return self._moment(max(last, self._live.now().ms))

    def step(self, by: int) -> Moment:
        """The instant ``by`` entries on or back from the one it is turned to."""
        ms = self.now().ms
        at = bisect_right(self._steps, ms) - 1 if by > 0 else bisect_left(self._steps, ms)
        place = min(max(at + by, 0), len(self._steps) - 1)
        if by > 0 and self._steps[place] <= ms:
            return self.ends
        return self._moment(self._steps[place])

    def turn(self, moment: Moment) -> None:
        """Turn to an instant, or to the nearest there is, and tell every listener."""
        ms = min(max(moment.ms, self.begins.ms), self.ends.ms)
        zone = self._live.zone or UTC
        self._clock = FixedClock(datetime.fromtimestamp(ms / 1_000, zone))
        before, n = self._past.n, self._past.arrived_by(ms)
        self._past.turn(n)
        self._people = self._groups = None
        self._held.clear()
        self._words.forget()
        self._scope = Scope.of(self.incidents(), self._about)
        for listener in self._listeners.living():
            self._told_to.setdefault(_owner(listener), before)
        self.catch_up()

    def let_rest(self, rests: Callable[[object], bool]) -> None:
        """Tell listeners whose object ``rests`` only in ``catch_up``, when it does no longer.

        What is out of sight need not follow every move of the slider.
        """
        self._rests = rests

    def catch_up(self) -> None:
        """Tell every listener that does not rest what is other than when it was told last."""
        behind: dict[int, list[Listener]] = {}
        for listener in self._listeners.living():
            owner = _owner(listener)
            if owner in self._told_to and not self._rests(owner):
                behind.setdefault(self._told_to[owner], []).append(listener)
        for since, listeners in behind.items():
            for listener in listeners:
                self._told_to.pop(_owner(listener), None)
            if changes := self._changes(since):
                tell_each(listeners, changes)

    def close(self) -> None:
        self._store.close()

    def turn_to(self, incident: Incident) -> None:
        raise RuleBroken(_("Go back to now first; another incident is put on screen there."))

    # inside

    def _moment(self, ms: int) -> Moment:
        return Moment(ms, self._live.now().offset, Precision.MILLISECOND)

    def _step_on(self, seen: int) -> None:
        """Note at which instants something of the incident arrived behind line ``seen``."""
        for n, touch in self._past.touched(seen, self._past.last()):
            at = self._past.arrived(n)
            if touch.kind is not Sitting and self._is_ours(touch) and at not in self._steps[-1:]:
                self._steps.append(at)

    def _is_ours(self, touch: Touch) -> bool:
        return touch.kind.company_wide or touch.incident == self._own

    def _changes(self, since: int) -> tuple[Change, ...]:
        """How the records of the incident differ from those at another line."""
        n = self._past.n
        ours = (each for each in self._past.between(since, n) if self._is_ours(each))
        return tuple(Turned.of(each, self._then, since, n) for each in ours)

    def _then(self, touch: Touch, n: int) -> Record | None:
        values = self._past.then(touch.kind, touch.record, n)
        return None if values is None else touch.kind.from_plain(values)


def _owner(listener: Listener) -> object:
    """The object of a bound method, which is what listeners are."""
    assert isinstance(listener, MethodType)
    return listener.__self__


def _never(_owner: object) -> bool:
    return False
