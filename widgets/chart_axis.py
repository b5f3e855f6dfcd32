"""What stands along the time of a chart: hours or days with their labels, and moments marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Labelled(Protocol):
    """An hour or a day of an axis: ``label`` names it, ``day`` the day that it belongs to."""

    @property
    def label(self) -> str: ...
    @property
    def day(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Tick:
    """An hour of an axis, two digits, or a day of one, which has no label but its day."""

    label: str
    day: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time from ``start_ms`` (UTC milliseconds), each tick ``unit_ms`` long."""

    start_ms: int
    unit_ms: int
    ticks: tuple[Tick, ...]

    def place(self, ms: int) -> float:
        """Where a moment stands, in ticks from the left."""
        return (ms - self.start_ms) / self.unit_ms


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment (milliseconds UTC) marked on a chart, such as a statement of our own.

    ``told`` is its time in words; ``id`` names what Enter opens, empty where nothing can be.
    ``decided`` marks a decision of ours, which has a sign of its own.
    """

    ms: int
    text: str
    id: str = ""
    told: str = ""
    decided: bool = False

    @property
    def said(self) -> str:
        """Its time and its words."""
        return f"{self.told} {self.text}".strip()


def new_days(ticks: Sequence[Labelled]) -> list[int]:
    """The ticks at which another day begins, the first one included if it names one."""
    return [
        at
        for at, tick in enumerate(ticks)
        if tick.day and (not at or tick.day != ticks[at - 1].day)
    ]


def labelled(ticks: Sequence[Labelled], pitch: float, hour: float, day: float) -> dict[int, str]:
    """Labels of the axis by tick: days first, then as many hours as leave room.

    ``pitch``, ``hour`` and ``day`` are the pixels of a tick and of both kinds of label.
    """
    days: list[int] = []
    for at in reversed(new_days(ticks)):  # the part of a day at the left gives way
        if not days or (days[-1] - at) * pitch >= day:
            days.append(at)
    labels = {at: ticks[at].day for at in reversed(days)}
    step = next((n for n in (1, 2, 3, 4, 6, 12) if n * pitch >= hour), 24)
    for at, each in enumerate(ticks):
        number = int(each.label) if each.label.isdecimal() else at
        if number % step or not each.label:
            continue
        if all(abs(at - other) * pitch >= (hour + day) / 2 for other in days):
            labels[at] = each.label
    return labels
