"""The stage on which the story is played: the room, its clock, and who is at the keyboard."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from desktop.warroom.demo.story import Story
from desktop.warroom.now import FixedClock
from desktop.warroom.room import WarRoom

TYPING = 17  # seconds; nobody presses Enter on the full minute


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that somebody does in the room at a minute of the story."""

    at: float
    by: str
    do: Callable[[], Any]


@dataclass
class Stage:
    """The room with its clock and its story.

    ``cards`` are ids of task cards by their keys, ``ids`` those of all other records that have one.
    """

    room: WarRoom
    clock: FixedClock
    story: Story
    cards: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.story.facts = self.ids

    def play(self, cues: Iterable[Cue]) -> None:
        """Do everything in the order of its minutes; the clock never goes back."""
        for n, cue in enumerate(sorted(cues, key=_minute)):
            self.clock.when = self._second(cue, n)
            self.room.operator = self.story.names[cue.by]
            cue.do()

    def _second(self, cue: Cue, n: int) -> datetime:
        typed = self.story.local(cue.at) + timedelta(seconds=n * TYPING % 60)
        return max(self.clock.when, min(typed, self.story.local(self.story.room["end"])))


def _minute(cue: Cue) -> float:
    return cue.at
