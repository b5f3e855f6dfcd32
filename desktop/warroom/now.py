"""The clock of a room: the wall clock of the laptop, or a fixed one for ``--now``."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from desktop.warroom.local_zone import local_zone


class Clock(Protocol):
    """Tells the time. A clock that was told what to say is ``pretended``."""

    pretended: bool

    def now(self) -> datetime:
        """The time now, aware, in the zone that bare times are read in."""
        ...


@dataclass
class WallClock:
    """The laptop's own clock in the laptop's own zone."""

    zone: tzinfo = field(default_factory=local_zone)
    pretended: bool = False

    def now(self) -> datetime:
        """The time now, in the laptop's zone."""
        return datetime.now(self.zone)


@dataclass
class FixedClock:
    """A clock that stands at an aware moment until it is moved; for ``--now``, examples, tests."""

    when: datetime
    pretended: bool = True

    def now(self) -> datetime:
        """The moment it stands at."""
        return self.when

    def move(self, **step: float) -> None:
        """Move it by a ``timedelta`` of these keywords."""
        self.when += timedelta(**step)


def boot_ms() -> int:
    """Milliseconds of the monotonic clock, which no one can set; its zero is arbitrary."""
    return time.monotonic_ns() // 1_000_000
