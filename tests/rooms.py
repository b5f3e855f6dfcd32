"""Rooms for tests: a fixed clock, a made-up incident, and nothing else."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from desktop.warroom.choices import CrisisType
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom

HONG_KONG = timezone(timedelta(hours=8))
START = datetime(2026, 11, 23, 14, 30, tzinfo=HONG_KONG)
T0 = Moment.of(START - timedelta(hours=5))


def clock() -> FixedClock:
    """A clock that stands at 14:30 on 23 Nov 2026, +08:00."""
    return FixedClock(START)


def new_room(path: Path, at: FixedClock | None = None, title: str = "Bottles overheat") -> WarRoom:
    """A room with its incident and nothing else."""
    incident = Incident(title=title, type=CrisisType.PRODUCT_QUALITY, t0=T0)
    return WarRoom.create(path, incident, operator="Lin Xia", clock=at or clock())


__all__ = ["HONG_KONG", "START", "T0", "UTC", "clock", "new_room"]
