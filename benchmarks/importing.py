"""100,000 rows of a CSV file brought into a room, beside a plain table filled from it."""

import csv
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import desktop.startup  # noqa: F401  as the window runs
from benchmarks.measured import ENGLISH, START, Figure, median, room_file
from desktop.warroom.exchange import guess_mapping
from desktop.warroom.exchange.arrival import Arrival, arriving
from desktop.warroom.exchange.originals import Original, original_steps
from desktop.warroom.exchange.tables_in import table_steps
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import Steps
from desktop.warroom.store import schema
from desktop.warroom.store.driver import connect, settle
from desktop.warroom.store.writing import LINE

ROWS, ROUNDS = 100_000, 3


def measure() -> Iterator[Figure]:
    """The whole way from the file to COMMIT, and the longest that a window waits meanwhile."""
    file = _file()
    floors, ours, longest, parts = [], [], [], list[list[float]]()
    for _round in range(ROUNDS):
        floors.append(_plain(file))
        path = room_file(1)
        spent, gaps = _import(file, path)
        ours.append(sum(spent))
        longest.append(max(gaps))
        parts.append([*spent, _journal(path)])
    yield Figure("import 100,000 rows, beside a plain table", median(ours), median(floors), 15)
    yield Figure("longest slice of it, during which no frame is drawn", median(longest), None, 100)
    names = (
        "the file and its rows",
        "rows to records, compared with the room",
        "journal, table and file, to COMMIT",
        "  in that, SQLite's part of the journal with its guards",
    )
    for name, times in zip(names, zip(*parts, strict=True), strict=True):
        print(f"  of it: {name}: {median(times):,.0f} ms")


def _file() -> Path:
    path = Path(tempfile.mkdtemp()) / "rows.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["time", "source", "text", "precision", "source_url"])
        for n in range(ROWS):
            at = (START + timedelta(seconds=n)).isoformat()
            writer.writerow([at, "Harbour Daily", f"{n} {ENGLISH}", "minute", f"https://e.org/{n}"])
    return path


def _plain(file: Path) -> float:
    began = time.perf_counter()
    with file.open(newline="", encoding="utf-8") as rows:
        read = list(csv.reader(rows))
    connection = connect(file.with_name(f"{began}.db"), "rwc")
    settle(connection, writing=True)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE line(a TEXT, b TEXT, c TEXT, d TEXT, e TEXT) STRICT")
    connection.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?)", read[1:])
    connection.execute("COMMIT")
    spent = (time.perf_counter() - began) * 1_000
    connection.close()
    return spent


def _journal(path: Path) -> float:
    """The journal of a room written anew: what triggers, hashes and indexes cost SQLite itself."""
    source = connect(path, "ro")
    lines = source.execute(f"SELECT {LINE} FROM journal ORDER BY n").fetchall()
    source.close()
    connection = connect(path.with_suffix(".journal.db"), "rwc")
    settle(connection, writing=True)
    schema.create(connection)
    began = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO journal({LINE}) VALUES (?, ?, ?, ?, ?, ?, ?)", lines)
    connection.execute("COMMIT")
    spent = (time.perf_counter() - began) * 1_000
    connection.close()
    return spent


def _import(file: Path, path: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of each part, and of each slice."""
    room = WarRoom.open(path, operator="Lin Xia")
    spent, gaps = list[float](), list[float]()
    original: Original = timed(original_steps(file), spent, gaps)
    sheet = timed(table_steps(original), spent, gaps)
    mapping, zone = guess_mapping(Entry, sheet.header), START.tzinfo
    assert zone is not None
    came: Arrival = timed(
        arriving(room, sheet, Entry, mapping, zone, author="Lin Xia"), spent, gaps
    )
    assert len(came.records) == ROWS
    timed(room.bring_in(came.records, original.evidence(Entry), original.data), spent, gaps)
    room.close()
    return [spent[0] + spent[1], *spent[2:]], gaps


def timed(steps: Steps[Any], spent: list[float], gaps: list[float]) -> Any:
    """Do the work; its milliseconds go to ``spent``, those of each slice to ``gaps``."""
    began = last = time.perf_counter()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            now = time.perf_counter()
            gaps.append((now - last) * 1_000)
            spent.append((now - began) * 1_000)
            return end.value
        now = time.perf_counter()
        gaps.append((now - last) * 1_000)
        last = now
