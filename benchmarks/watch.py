"""The watch over a room of 100,000 rows: a look every minute, and a save with and without it."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.measured import START, Figure, entries, median, p95
from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.words import CommentState
from desktop.warroom.choices import CrisisType, OutletKind, Tier, Tone
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.words import SignalKind, Triage
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Incident
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import timeline
from desktop.warroom.watch.rules import rules
from desktop.warroom.watch.watching import Watching

ENTRIES, EACH, MINUTES, SAVES = 40_000, 20_000, 90, 60
TONES, OUTLETS, TIERS = list(Tone), list(OutletKind), list(Tier)
OPEN = 50  # of a hundred signals, comments and reports, the newest few wait for an answer


def measure() -> Iterator[Figure]:
    """A look a minute for ninety minutes; lines logged with and without the watch."""
    room, clock = _room()
    watching = Watching(room)
    began = time.perf_counter()
    held = len(watching.look(room.now()))
    first = (time.perf_counter() - began) * 1_000
    rows = ENTRIES + 3 * EACH
    yield Figure(f"watch over {rows:,} rows, the first look ({held} warnings)", first, None, 1_500)
    spent = list(_minutes(room, clock, watching))
    yield Figure(f"watch over {rows:,} rows, a minute's look, median", median(spent), None, 20)
    yield Figure(f"watch over {rows:,} rows, a minute's look, 95th", p95(spent), None, 100)
    yield from _saves(room, clock, watching)
    yield from _changed(room, watching)
    room.close()


def _minutes(room: WarRoom, clock: FixedClock, watching: Watching) -> Iterator[float]:
    for _minute in range(MINUTES):
        clock.move(minutes=1)
        yield _look(room, watching)


def _look(room: WarRoom, watching: Watching) -> float:
    began = time.perf_counter()
    watching.look(room.now())
    return (time.perf_counter() - began) * 1_000


class _Follower:
    def __init__(self, watching: Watching) -> None:
        self.watching, self.on = watching, True

    def follow(self, changes: Any) -> None:
        """Hear of a commit, as the desk does; the look itself comes later."""
        if self.on:
            self.watching.follow(changes)


def _saves(room: WarRoom, clock: FixedClock, watching: Watching) -> Iterator[Figure]:
    follower, spent = _Follower(watching), {True: list[float](), False: list[float]()}
    room.on_change(follower.follow)
    for n in range(2 * SAVES):
        follower.on = n % 2 == 0
        clock.move(seconds=1)
        began = time.perf_counter()
        room.capture(f"line {n}")
        spent[follower.on].append((time.perf_counter() - began) * 1_000)
    room.hush()
    yield Figure("a line logged with the watch, beside without", *map(median, spent.values()), 1.1)


def _changed(room: WarRoom, watching: Watching) -> Iterator[Figure]:
    """The look that follows a save of each kind, 400 ms later, when nobody types."""
    said: dict[str, Sequence[Record]] = {
        "an entry": room.records(timeline(newest_first=True), 5),
        "a signal": [_signal(n, room.now()) for n in range(5)],
        "a comment": [_comment(n, room.now()) for n in range(5)],
        "a report": [_coverage(n, room.now()) for n in range(5)],
    }
    for name, records in said.items():
        spent = []
        for record in records:
            kind = type(record).kind_name
            watching._stale |= {r.id for r in rules().values() if kind in r.kinds}
            spent.append(_look(room, watching))
        yield Figure(f"the look after {name}, median", median(spent), None, 200)


def _room() -> tuple[WarRoom, FixedClock]:
    clock = FixedClock(START)
    t0 = Moment.of(START - timedelta(hours=6))
    incident = Incident(title="Measured", type=CrisisType.PRODUCT_QUALITY, t0=t0, severity="2")
    path = Path(tempfile.mkdtemp()) / "watch.warroom"
    room = WarRoom.create(path, incident, operator="Lin Xia", clock=clock)
    room.add_all(entries(ENTRIES))
    for make in (_signal, _comment, _coverage):
        now = room.now().ms
        room.add_all([make(n, Moment(now - n * 120_000)) for n in range(EACH)])
    return room, clock


def _signal(n: int, at: Moment) -> Signal:
    waits = n < OPEN
    return Signal(
        what=SignalKind.COMPLAINT if n % 5 else SignalKind.MEDIA,
        text=f"{n} it leaks",
        topic=f"Topic {n % 12}",
        source=f"Outlet {n % 9}",
        customer=f"Customer {n}",
        received_at=at,
        triage=Triage.NEW if waits else (Triage.ANSWERED, Triage.NO_ACTION)[n % 2],
        triaged_at=None if waits else at,
        replied_at=None if waits else at,
        solved_at=None if waits else at,
        reason="a single one",
    )


def _comment(n: int, at: Moment) -> Comment:
    return Comment(
        platform="Forum",
        text=f"{n} never again",
        posted_at=at,
        tone=TONES[n % len(TONES)],
        reach=n * 7 % 20_000,
        state=CommentState.OPEN if n < OPEN else CommentState.REPLIED,
        replied_at=None if n < OPEN else at,
    )


def _coverage(n: int, at: Moment) -> Coverage:
    return Coverage(
        outlet=f"Harbour Daily {n % 40}",
        outlet_kind=OUTLETS[n % len(OUTLETS)],
        headline=f"{n} refunds",
        published_at=at,
        tone=TONES[n % len(TONES)],
        tier=TIERS[n % len(TIERS)],
        answered_at=None if n < OPEN else at,
    )
