"""What we knew then: the slider moved over an incident of 10,000 changes, and the page redrawn."""

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.measured import START, Figure, entries, median, p95
from desktop.app import application
from desktop.pages.past import PastDesk
from desktop.pages.places import PLACES
from desktop.settings import Settings
from desktop.warroom.choices import CrisisType, OutletKind, TaskStatus, Tone
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Incident, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished

CHANGES, ACTS, ROUNDS = 10_000, 500, 60
PAGES = ("timeline", "dashboard", "tasks", "media")
STATES, TONES, OUTLETS = list(TaskStatus), list(Tone), list(OutletKind)


def measure() -> Iterator[Figure]:
    """Jumps to instants at random, beside a repaint of the same page; reading; small steps."""
    application()
    room = _room()
    yield from _read(room)
    for page in PAGES:
        yield from _moved(room, page)
    room.close()


def _read(room: WarRoom) -> Iterator[Figure]:
    began = time.perf_counter()
    room.up_to(room.tail().n)
    floor = (time.perf_counter() - began) * 1_000
    began = time.perf_counter()
    past = room.past()
    finished(past.read())
    spent = (time.perf_counter() - began) * 1_000
    past.close()
    yield Figure(f"{room.tail().n:,} lines read once, beside one fresh fold", spent, floor, 3)


def _moved(room: WarRoom, page: str) -> Iterator[Figure]:
    past = room.past()
    finished(past.read())
    desk = PastDesk(past, Settings(Path(tempfile.mkdtemp()) / "s.ini"), page=page)
    desk.resize(1_440, 900)
    desk.show()
    for name in (*(each.name for each in PLACES), page):  # as after a tour of all pages
        desk.show_page(name)
        QApplication.processEvents()
    chance, begins, ends = random.Random(9), past.begins.ms, past.ends.ms
    floors, jumps, steps = [], [], []
    for _round in range(ROUNDS):
        floors.append(_timed(desk))
        jumps.append(_timed(desk, Moment(chance.randint(begins, ends))))
        steps.append(_timed(desk, past.step(chance.choice((-1, 1)))))
    floor = median(floors)
    yield Figure(f"{page}: slider moved anywhere, redrawn, median", median(jumps), None, 100)
    print(f"  95th percentile {p95(jumps):.0f} ms; {median(jumps) / floor:.1f} x a repaint alone")
    yield Figure(f"{page}: slider moved by one entry, redrawn, median", median(steps), None, 50)
    desk.leave()
    desk.deleteLater()


def _timed(desk: PastDesk, moment: Moment | None = None) -> float:
    """Milliseconds of a turn, if there is one, and of painting the desk."""
    began = time.perf_counter()
    if moment:
        desk.turn(moment)
    QApplication.sendPostedEvents()
    desk.grab()
    return (time.perf_counter() - began) * 1_000


def _room() -> WarRoom:
    clock = FixedClock(START - timedelta(hours=ACTS // 10))
    incident = Incident(
        title="Measured", type=CrisisType.PRODUCT_QUALITY, t0=Moment.of(clock.now())
    )
    path = Path(tempfile.mkdtemp()) / "slider.warroom"
    room = WarRoom.create(path, incident, operator="Lin Xia", clock=clock)
    texts, each = iter(entries(CHANGES)), CHANGES // ACTS
    for n in range(ACTS):
        clock.move(minutes=6)
        task, item = _card(n), _coverage(n, clock)
        made = room.add_all([*(next(texts) for _n in range(each - 5)), task, item])
        changed = [(made[0], {"text": f"corrected {n}"}), (made[-2], {"status": STATES[n % 4]})]
        room.together(changed=[*changed, (made[-1], {"tone": TONES[n % len(TONES)]})])
    return room


def _card(n: int) -> Record:
    return Task(title=f"Card {n}", rank=f"{n:05}", owner=f"P{n % 9}", blocked_by="it")


def _coverage(n: int, clock: FixedClock) -> Record:
    return Coverage(
        outlet=f"Harbour Daily {n % 40}",
        outlet_kind=OUTLETS[n % len(OUTLETS)],
        headline=f"{n} refunds",
        published_at=Moment.of(clock.now()),
    )
