"""What tests of the watch ask: which subjects a rule holds for, at a time they choose."""

from datetime import timedelta

from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.watching import Warned, Watching
from tests.rooms import START

MINUTE = 60_000


def at(minutes: float = 0) -> Moment:
    """An instant so many minutes after 14:30 on 23 Nov 2026."""
    return Moment.of(START + timedelta(minutes=minutes))


def warned(room: WarRoom, rule: str, now: Moment) -> list[Warned]:
    """The warnings of one rule at an instant."""
    return [each for each in Watching(room).look(now) if each.rule.id == rule]


def fires(room: WarRoom, rule: str, minutes: float) -> bool:
    """Whether a rule fires so many minutes after 14:30."""
    return bool(warned(room, rule, at(minutes)))
