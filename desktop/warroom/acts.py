"""What one deed of a user does to the records, how it is taken back, and who is told."""

import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from types import MethodType
from typing import Any, NamedTuple

from desktop.warroom.record import Record, plain_value


class Step(NamedTuple):  # a tuple, like Change, since an import makes very many
    """Fields of one record that get new plain values."""

    kind: type[Record]
    record: str
    values: dict[str, Any]
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A deed: its steps, the steps that take it back, and the line that was typed for it."""

    id: str
    steps: tuple[Step, ...]
    reverse: tuple[Step, ...]
    typed: str | None = None


class Change(NamedTuple):
    """A record before and after a commit; ``before`` is None for a new one."""

    before: Record | None
    after: Record

    @property
    def kind(self) -> type[Record]:
        """The kind of record that changed."""
        return type(self.after)


_GONE = {"gone": True}  # one for all, since an import may bring a hundred thousand


def reverse_of(step: Step, old: dict[str, Any] | None) -> Step:
    """The step that takes ``step`` back; ``old`` holds the plain values before it, if any."""
    if old is None:
        return Step(step.kind, step.record, _GONE)
    defaults = {f.name: plain_value(f.default) for f in step.kind.declared()}
    values = {name: old.get(name, defaults.get(name)) for name in step.values}
    return Step(step.kind, step.record, values)


def again(act: Act) -> tuple[Step, ...]:
    """The steps of a redo: it brings an added record back rather than adding it twice."""
    return tuple(
        step._replace(values={"gone": False}, adds=False) if step.adds else step
        for step in act.steps
    )


def change_of(step: Step, old: dict[str, Any] | None) -> Change:
    """What listeners are told of a step; ``old`` holds the plain values before it."""
    new = {"id": step.record, **(old or {}), **step.values}
    before = None if old is None else step.kind.from_plain(old)
    return Change(before, step.kind.from_plain(new))


@dataclass
class Deeds:
    """The acts since the room was opened, for undo and redo."""

    done: list[Act] = field(default_factory=list)
    undone: list[Act] = field(default_factory=list)

    def did(self, act: Act) -> None:
        """A new deed: what was undone before it can no longer be redone."""
        self.done.append(act)
        self.undone.clear()

    def was_undone(self) -> None:
        """The last deed was taken back."""
        self.undone.append(self.done.pop())

    def was_redone(self) -> None:
        """The last deed taken back was done again."""
        self.done.append(self.undone.pop())


Listener = Callable[[tuple[Change, ...]], None]


class Listeners:
    """Bound methods that are told of each commit once; they are held weakly."""

    def __init__(self) -> None:
        self._methods: list[weakref.WeakMethod[Listener]] = []

    def add(self, listener: Listener) -> None:
        """Tell this bound method from now on, as long as its object lives."""
        assert isinstance(listener, MethodType), "only bound methods can be held weakly"
        self._methods.append(weakref.WeakMethod(listener))

    def tell(self, changes: tuple[Change, ...]) -> None:
        """Tell everybody who still lives; one that fails keeps it from nobody else."""
        tell_each(self.living(), changes)

    def clear(self) -> None:
        """Tell nobody any more who was to be told until now."""
        self._methods.clear()

    def living(self) -> list[Listener]:
        """Those who still live, in the order in which they came."""
        self._methods = [method for method in self._methods if method() is not None]
        return [listener for method in self._methods if (listener := method())]


def tell_each(listeners: list[Listener], changes: tuple[Change, ...]) -> None:
    """Tell each of them; one that fails keeps it from nobody else."""
    if listeners:
        try:
            listeners[0](changes)
        finally:
            tell_each(listeners[1:], changes)
