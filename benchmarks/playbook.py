"""The largest playbook put onto the board, beside as many raw inserts in one transaction."""

import time
from collections.abc import Iterator

import desktop.startup  # noqa: F401  as the window runs
from benchmarks.measured import Figure, median, room_file
from desktop.warroom.choices import CrisisType, SubType
from desktop.warroom.playbooks.loading import load_playbook
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from desktop.warroom.store.driver import connect

ROUNDS = 30


def measure() -> Iterator[Figure]:
    """From the verb to COMMIT; the bytes of the raw inserts are those of our journal."""
    shipped(CrisisType.PRODUCT_QUALITY)  # read once in a life
    room = WarRoom.open(room_file(1), operator="Lin Xia")
    room.change(room.incident, subtype=SubType.FOOD_SAFETY)
    ours, floors = [], []
    assert room.path
    raw = connect(room.path.with_suffix(".raw"), "rwc")
    raw.execute("CREATE TABLE line(n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    for _round in range(ROUNDS):
        began = time.perf_counter()
        new = load_playbook(room)
        ours.append((time.perf_counter() - began) * 1_000)
        bodies = [(room.line_that_added(room.get(Task, card)).body,) for card in new]
        assert len(bodies) == 51
        began = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        for body in bodies:
            raw.execute("INSERT INTO line(body) VALUES (?)", body)
        raw.execute("COMMIT")
        floors.append((time.perf_counter() - began) * 1_000)
        room.undo()
    raw.close()
    room.close()
    yield Figure(
        "load a playbook of 51 tasks, beside 51 raw inserts", median(ours), median(floors), 5
    )
