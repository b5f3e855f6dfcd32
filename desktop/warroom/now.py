"""The clock of a room: the wall clock of the laptop, or a fixed one for ``--now``."""

import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

from desktop.warroom.local_zone import local_zone


class Clock(Protocol):
    """Tells the time. A clock that was told what to say is ``pretended``."""

    pretended: bool

    def now(self) -> datetime:
        """The time now, aware, in the zone that bare times are read in."""
        ...

    def steady_ms(self) -> int:
        """Milliseconds of a counter that goes on evenly, whatever the clock is set to."""
        ...


@dataclass
class WallClock:
    """The laptop's own clock in the laptop's own zone."""

    zone: tzinfo = field(default_factory=local_zone)
    pretended: bool = False

    def now(self) -> datetime:
        """The time now, in the laptop's zone."""
        return datetime.now(self.zone)

    def steady_ms(self) -> int:
        """Milliseconds since the laptop was started, its sleep included where it tells."""
        if _ASLEEP_TOO is None or sys.platform == "win32":
            return boot_ms()
        return time.clock_gettime_ns(_ASLEEP_TOO) // 1_000_000


@dataclass
class FixedClock:
    """A clock that stands at an aware moment until it is moved; for ``--now``, examples, tests."""

    when: datetime
    pretended: bool = True
    _set: timedelta = field(default=timedelta(), init=False)

    def now(self) -> datetime:
        """The moment it stands at."""
        return self.when

    def move(self, **step: float) -> None:
        """Move it by a ``timedelta`` of these keywords."""
        self.when += timedelta(**step)

    def set_by(self, **step: float) -> None:
        """Set it forward or back by a ``timedelta``, as a hand would, while no time passes."""
        self.when += timedelta(**step)
        self._set += timedelta(**step)

    def steady_ms(self) -> int:
        """Milliseconds that have passed, settings of the clock left out."""
        return (self.when - self._set - _EPOCH) // timedelta(milliseconds=1)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _sleep_counter() -> int | None:
    """The system's clock that goes on in sleep; None where ``time.monotonic`` is all there is."""
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC
    found: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return found


_ASLEEP_TOO = _sleep_counter()
COUNTS_SLEEP = _ASLEEP_TOO is not None or sys.platform == "win32"  # Windows counts it in monotonic


def boot_ms() -> int:
    """Milliseconds of the monotonic clock, which no one can set; its zero is arbitrary."""
    return time.monotonic_ns() // 1_000_000
