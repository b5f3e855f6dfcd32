"""What every benchmark shares: rooms to measure in, medians, and one way to say a figure."""

import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.warroom.choices import CrisisType, EntryKind
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Entry, Incident
from desktop.warroom.room import WarRoom

START = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
ENGLISH = "City Finance TV calls and will run the story at 18:00; they ask about refunds. "
CHINESE = "官網、微博、公眾號同步發布第二份聲明，實驗室回報四十件退貨中有三件超過六十八度。"


@dataclass(frozen=True)
class Figure:
    """A figure beside its floor; ``limit`` is the ratio (or the milliseconds) it should keep."""

    name: str
    value: float
    floor: float | None
    limit: float

    def line(self) -> str:
        """The figure as a row of a table; milliseconds, or a ratio where there is a floor."""
        kept = (self.value / self.floor if self.floor else self.value) <= self.limit
        measured = f"{self.value:9.2f} ms"
        if self.floor:
            measured += f" / {self.floor:8.2f} ms = {self.value / self.floor:5.2f}x"
            limit = f"{self.limit:g}x"
        else:
            limit = f"{self.limit:g} ms"
        return f"{self.name:<58} {measured:<40} limit {limit:<8} {'met' if kept else 'NOT MET'}"


def median(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def entries(count: int, lines: int = 4) -> list[Entry]:
    """Entries of mixed English and Chinese that wrap over some lines."""
    kinds = list(EntryKind)
    return [
        Entry(
            kind=kinds[n % len(kinds)],
            text=f"{n} " + (ENGLISH, CHINESE)[n % 2] * (1 + n % lines),
            happened_at=Moment.of(START - timedelta(minutes=count - n)),
            source="Harbour Daily",
            tags=(f"B{n % 7}",),
        )
        for n in range(count)
    ]


def room_file(count: int) -> Path:
    """A closed room file with this many entries, in a folder of its own."""
    path = Path(tempfile.mkdtemp()) / f"{count}.warroom"
    incident = Incident(
        title="Measured", type=CrisisType.PRODUCT_QUALITY, t0=Moment.of(START - timedelta(hours=6))
    )
    room = WarRoom.create(path, incident, operator="Lin Xia", clock=FixedClock(START))
    room.add_all(entries(count))
    room.close()
    return path
