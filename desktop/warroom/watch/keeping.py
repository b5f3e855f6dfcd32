"""Alarms in the room follow what the watch sees: raised once, cleared when the condition ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.watch.alarms import LONGEST_SNOOZE, Alarm
from desktop.warroom.watch.rule import Raised
from desktop.warroom.watch.watching import Warned

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Standing:
    """A warning that holds, with its alarm; in a room that is only read it may have none."""

    warned: Warned
    alarm: Alarm | None

    @property
    def severity(self) -> int:
        """1 is the gravest of four."""
        return self.warned.raised.severity

    def rests(self, now: Moment) -> bool:
        """Whether somebody has seen it or put it off, so that it need not call out."""
        if self.alarm is None:
            return False
        until = self.alarm.snoozed_until
        return self.alarm.acknowledged_at is not None or (until is not None and until.ms > now.ms)


def standing(room: WarRoom, warned: Sequence[Warned]) -> list[Standing]:
    """Warnings with the alarms that are open for them, the gravest first; nothing is written."""
    there = {each.key: each for each in open_alarms(room)}
    return [Standing(each, there.get(each.key)) for each in warned]


def open_alarms(room: WarRoom) -> list[Alarm]:
    """The alarms of the incident on screen that were not cleared."""
    return room.records(Selection(kind=Alarm, empty=("cleared_at",)))


def keep(room: WarRoom, warned: Sequence[Warned]) -> list[Warned]:
    """Write what has begun and what has ended, in one act that undo passes over; what is new."""
    now = room.now()
    held, there = {each.key: each for each in warned}, {a.key: a for a in open_alarms(room)}
    new = [_alarm(each, now) for key, each in held.items() if key not in there]
    changed = [(a, {"cleared_at": now}) for key, a in there.items() if key not in held]
    changed += [
        (there[key], more)
        for key, each in held.items()
        if key in there and (more := _grown(there[key], each.raised))
    ]
    if new or changed:
        room.note(new, changed)
    return [each for key, each in held.items() if key not in there]


def acknowledge(room: WarRoom, alarm: Alarm, reason: str) -> None:
    """Note that somebody has seen a warning and what they say to it; it goes on holding."""
    room.change(alarm, acknowledged_at=room.now(), acknowledged_by=room.operator, reason=reason)


def put_off(room: WarRoom, alarm: Alarm, minutes: int, reason: str) -> None:
    """Let a warning rest for up to two hours. Raises RuleBroken without a reason."""
    now = room.minute()
    minutes = min(minutes, LONGEST_SNOOZE)
    until = Moment(now.ms + minutes * MINUTE, now.offset, now.precision)
    room.change(alarm, why=reason, snoozed_until=until, reason=reason)


def _alarm(each: Warned, now: Moment) -> Alarm:
    raised = each.raised
    return Alarm(rule=each.rule.id, subject=raised.subject, raised_at=now, **_told(raised))


def _grown(alarm: Alarm, raised: Raised) -> dict[str, Any]:
    """What an open alarm takes over of a warning that has become graver."""
    return _told(raised) if raised.severity < (alarm.severity or 4) else {}


def _told(raised: Raised) -> dict[str, Any]:
    return {
        "severity": raised.severity,
        "said": raised.said,
        "rows": tuple(f"{row.kind_name}:{row.id}" for row in raised.rows),
        "numbers": tuple({"text": name, "value": value} for name, value in raised.numbers),
    }
