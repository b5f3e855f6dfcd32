"""The largest playbook put onto the board, beside raw inserts of its cards in one transaction."""

import time
from collections.abc import Iterator
from pathlib import Path

import desktop.startup  # noqa: F401  as the window runs
from benchmarks.measured import Figure, median, room_file
from desktop.warroom.choices import CrisisType, SubType
from desktop.warroom.playbooks.loading import load_playbook
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from desktop.warroom.store.driver import connect
from desktop.warroom.store.rows import Row, row_of
from desktop.warroom.store.schema import columns

ROUNDS = 12


def measure() -> Iterator[Figure]:
    """From the verb to COMMIT in new rooms; raw, the same rows go into a plain table alone."""
    shipped(CrisisType.PRODUCT_QUALITY)  # read once in a life
    ours, floors = zip(*(_round() for _n in range(ROUNDS)), strict=True)
    name = "load a playbook of 51 tasks, beside 51 raw inserts"
    yield Figure(name, median(ours), median(floors), 5)


def _round() -> tuple[float, float]:
    room = WarRoom.open(room_file(1), operator="Lin Xia")
    room.change(room.incident, subtype=SubType.FOOD_SAFETY)
    began = time.perf_counter()
    new = load_playbook(room)
    spent = (time.perf_counter() - began) * 1_000
    rows = [row_of(Task, card, room.get(Task, card).plain()) for card in new]
    assert len(rows) == 51
    assert room.path
    floor = _raw(room.path, rows)
    room.close()
    return spent, floor


def _raw(beside: Path, rows: list[Row]) -> float:
    raw = connect(beside.with_suffix(".raw"), "rwc")
    forms = columns(Task)
    named = ", ".join(f'"{name}" {form}' for name, form in forms.items())
    raw.execute(f"CREATE TABLE card({named}, PRIMARY KEY(id)) STRICT")
    insert = f"INSERT INTO card VALUES ({', '.join('?' * len(forms))})"
    began = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    for row in rows:
        raw.execute(insert, row)
    raw.execute("COMMIT")
    spent = (time.perf_counter() - began) * 1_000
    raw.close()
    return spent
