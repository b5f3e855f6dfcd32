"""Which warnings fired, how long each held, and what was said to it (warnings 5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.rules import rules

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired: its alarms, the first first, and how long they held."""

    rule: str
    title: str
    alarms: tuple[Alarm, ...]
    minutes: int
    longest: int
    severity: int
    open: int

    @property
    def first(self) -> Moment | None:
        """When it fired for the first time."""
        return self.alarms[0].raised_at

    @property
    def seen_after(self) -> int | None:
        """Minutes from the first alarm until somebody acknowledged it; None if nobody did."""
        alarm = self.alarms[0]
        if alarm.raised_at is None or alarm.acknowledged_at is None:
            return None
        return (alarm.acknowledged_at.ms - alarm.raised_at.ms) // MINUTE


def fired(room: Reading, now: Moment) -> list[Fired]:
    """The rules that fired in the incident on screen: the gravest first, then the longest."""
    by_rule: dict[str, list[Alarm]] = {}
    for alarm in room.all(Alarm):
        by_rule.setdefault(alarm.rule, []).append(alarm)
    found = [_fired(rule, alarms, now) for rule, alarms in by_rule.items()]
    return sorted(found, key=lambda each: (each.severity, -each.minutes, each.rule))


def held_for(alarm: Alarm, now: Moment) -> int:
    """How many minutes an alarm held, up to now where it still does."""
    if alarm.raised_at is None:
        return 0
    return max(0, (alarm.cleared_at or now).ms - alarm.raised_at.ms) // MINUTE


def _fired(rule: str, alarms: Iterable[Alarm], now: Moment) -> Fired:
    known = rules().get(rule)
    placed = tuple(sorted(alarms, key=lambda each: each.raised_at.ms if each.raised_at else 0))
    spans = [held_for(each, now) for each in placed]
    return Fired(
        rule,
        known.shown if known else rule,
        placed,
        minutes=sum(spans),
        longest=max(spans),
        severity=min(each.severity or 4 for each in placed),
        open=sum(each.cleared_at is None for each in placed),
    )
