"""Frames while scrolling a board of 1,000 cards, and a move with the frame that shows it."""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.measured import CHINESE, ENGLISH, START, Figure, median, p95
from desktop.app import application
from desktop.models.board import BoardModel, LanesBy
from desktop.pages.board import BoardPage
from desktop.warroom.choices import CrisisType, Phase, Role, TaskStatus
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.rank import between
from desktop.warroom.records import Incident, Task
from desktop.warroom.room import WarRoom
from widgets.board_view import BoardView
from widgets.card import PlaceRole

CARDS, FRAMES, MOVES = 1_000, 300, 60
NAMES = "Lin Xia, Wu Ke, He Shu, Song Lan, Zhao Min, Fang An, Kong Ping, Chen Yuting, Qi Lu"
PEOPLE = ("", *NAMES.split(", "))


def measure() -> Iterator[Figure]:
    """Wheel, page and jump on a full page at 1440 x 900, opening it, and moving a card."""
    application()
    room = _room()
    began = time.perf_counter()
    page = BoardPage(room)
    page.resize(1380, 740)
    page.show()
    QApplication.processEvents()  # before it is exposed, a window paints nothing
    page.view.viewport().repaint()
    opened = (time.perf_counter() - began) * 1_000
    yield Figure(f"open the board on {CARDS} cards, painted", opened, None, 200)
    view = page.view
    bar = view.verticalScrollBar()
    steps: dict[str, Callable[[int], None]] = {
        "wheel": lambda _n: view.scroll_by(0, 60),
        "page": lambda n: view.scroll_by(0, 600 if n % 40 < 20 else -600),
        "jump": lambda n: bar.setValue(n * 7_919 % max(bar.maximum(), 1)),
    }
    for lanes in LanesBy:
        page.take_look(lanes)
        for name, step in steps.items():
            bar.setValue(0)
            what = f"board frame, {name}, lanes by {lanes}, 95th percentile"
            yield Figure(what, p95(_frames(view, step)), None, 16)
        moved = median(_moves(page, room))
        yield Figure(f"move a card among {CARDS}, lanes by {lanes}", moved, None, 33)
        if lanes is not LanesBy.NOTHING:
            what = f"cross a lane by keys, lanes by {lanes}, 95th percentile"
            yield Figure(what, p95(_crossings(page)), None, 33)
    page.close()
    room.close()


def _room() -> WarRoom:
    path = Path(tempfile.mkdtemp()) / "board.warroom"
    t0 = Moment.of(START - timedelta(hours=6))
    incident = Incident(title="Measured", type=CrisisType.PRODUCT_QUALITY, t0=t0)
    room = WarRoom.create(path, incident, operator="Lin Xia", clock=FixedClock(START))
    rank, tasks = "", []
    for n in range(CARDS):
        rank = between(rank, "")
        tasks.append(_task(n, rank))
    room.add_all(tasks)
    return room


def _task(n: int, rank: str) -> Task:
    words = (ENGLISH, CHINESE)[n % 2]
    return Task(
        title=f"{n} {words[: 20 + n * 7 % 60]}",
        status=list(TaskStatus)[n % 4],
        phase=list(Phase)[n % 3],
        role=list(Role)[n % 7] if n % 5 else "",
        critical=n % 9 == 0,
        owner=PEOPLE[n % 10],
        due=Moment.of(START + timedelta(minutes=n - 40)) if n % 3 else None,
        blocked_by="the lab report" if n % 8 == 2 else "",
        checklist=tuple({"text": f"step {k}", "done": k < 2} for k in range(n % 4)),
        rank=rank,
    )


def _frames(view: BoardView, step: Callable[[int], None]) -> list[float]:
    times = []
    for n in range(FRAMES):
        began = time.perf_counter()
        step(n)
        view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1_000)
    return times


def _crossings(page: BoardPage) -> list[float]:
    """Carry a card into the next lane and back by keys, each to the frame that shows it there."""
    times = []
    page.view.select(_last_of_first_lane(page))
    for n in range(MOVES):
        began = time.perf_counter()
        key = Qt.Key.Key_Up if n % 2 else Qt.Key.Key_Down
        QTest.keyClick(page.view, key, Qt.KeyboardModifier.ControlModifier)
        page.view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1_000)
    return times


def _last_of_first_lane(page: BoardPage) -> str:
    model = page.findChild(BoardModel)
    assert model is not None
    lane = model.lanes()[0].key
    places = [model.index(row).data(PlaceRole) for row in range(model.rowCount())]
    column = str(TaskStatus.TODO)
    ids = [str(place.id) for place in places if (place.lane, place.column) == (lane, column)]
    return ids[-1]


def _moves(page: BoardPage, room: WarRoom) -> list[float]:
    times = []
    model = page.findChild(BoardModel)
    assert model is not None
    cards = [task.id for task in room.all(Task)[:MOVES]]
    for n, card in enumerate(cards):
        page.view.select(card)
        QApplication.processEvents()
        began = time.perf_counter()
        page.deeds.move(card, list(TaskStatus)[(n + 1) % 4])
        page.view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1_000)
    return times
