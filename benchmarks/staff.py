"""A roster of 50,000 people in 400 teams: brought in, and asked who has not been told a message."""

import csv
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import desktop.startup  # noqa: F401  as the window runs
from benchmarks.importing import timed
from benchmarks.measured import START, Figure, median, room_file
from desktop.warroom.exchange import guess_mapping
from desktop.warroom.exchange.arrival import Arrival, arriving
from desktop.warroom.exchange.originals import Original, original_steps
from desktop.warroom.exchange.tables_in import table_steps
from desktop.warroom.moment import Moment
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from desktop.warroom.staff_not_told import not_told
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.store.driver import connect, settle
from desktop.warroom.watch.watching import Watching

PEOPLE, TEAMS, ROUNDS = 50_000, 400, 5
_MISSING = """
SELECT id, name, number, phone, "group" FROM staff_member
WHERE gone = 0 AND id NOT IN
  (SELECT member FROM receipt WHERE gone = 0 AND message = ? AND unreachable_why = '')
"""


def measure() -> Iterator[Figure]:
    """The roster beside a plain table, and the list of those not told beside the bare query."""
    file = _roster()
    floors, ours, longest = list[float](), list[float](), list[float]()
    for _round in range(3):
        floors.append(_plain(file))
        path = room_file(1)
        spent, gaps = _import(file, path)
        ours.append(spent)
        longest.append(max(gaps))
    yield Figure("roster of 50,000 people in 400 teams, to COMMIT", median(ours), None, 10_000)
    print(f"  a plain table of the same rows: {median(floors):,.0f} ms")
    yield Figure("longest slice of it, during which no frame is drawn", median(longest), None, 100)
    print(f"  stopped in the middle it left {_stopped(file)} records of people or groups")
    for share in (0.0, 0.8, 0.98):
        yield _asked(path, share)
    yield _watched(path)


def _roster() -> Path:
    path = Path(tempfile.mkdtemp()) / "roster.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["number", "name", "team", "phone"])
        for n in range(PEOPLE):
            writer.writerow([n, f"Person {n}", f"Team {n % TEAMS}", f"+86 {n}"])
    return path


def _plain(file: Path) -> float:
    began = time.perf_counter()
    with file.open(newline="", encoding="utf-8") as rows:
        read = list(csv.reader(rows))
    connection = connect(file.with_name(f"{began}.db"), "rwc")
    settle(connection, writing=True)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE person(a TEXT, b TEXT, c TEXT, d TEXT) STRICT")
    connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?)", read[1:])
    connection.execute("COMMIT")
    spent = (time.perf_counter() - began) * 1_000
    connection.close()
    return spent


def _import(file: Path, path: Path) -> tuple[float, list[float]]:
    room = WarRoom.open(path, operator="Lin Xia")
    spent, gaps = list[float](), list[float]()
    original, came = _arrival(room, file, spent, gaps)
    timed(_writing(room, original, came), spent, gaps)
    assert (room.count(Selection(kind=StaffMember)), len(room.all(StaffGroup))) == (PEOPLE, TEAMS)
    room.close()
    return sum(spent), gaps


def _arrival(
    room: WarRoom, file: Path, spent: list[float], gaps: list[float]
) -> tuple[Original, Arrival]:
    original: Original = timed(original_steps(file), spent, gaps)
    sheet = timed(table_steps(original), spent, gaps)
    mapping, zone = guess_mapping(StaffMember, sheet.header), START.tzinfo
    assert zone is not None
    how: dict[str, Any] = {"author": "Lin Xia", "makes_groups": True}
    came: Arrival = timed(arriving(room, sheet, StaffMember, mapping, zone, **how), spent, gaps)
    assert len(came.records) == PEOPLE
    return original, came


def _writing(room: WarRoom, original: Original, came: Arrival) -> Any:
    return room.bring_in(came.incoming, original.evidence(StaffMember), original.data)


def _stopped(file: Path) -> int:
    """How many records a room holds after an import was stopped half way."""
    room = WarRoom.open(room_file(1), operator="Lin Xia")
    original, came = _arrival(room, file, [], [])
    steps = _writing(room, original, came)
    while next(steps)[0] < PEOPLE // 2:
        pass
    steps.close()
    assert room.verify().sound
    left = room.count(Selection(kind=StaffMember)) + room.count(Selection(kind=StaffGroup))
    room.close()
    return left


def _asked(path: Path, share: float) -> Figure:
    """The list of a message of which this share has a receipt, beside the query alone."""
    room = WarRoom.open(path, operator="Lin Xia")
    message = room.add(StaffMessage(title=f"{share}", sent_at=Moment.of(START)))
    at = Moment.of(START)
    people = [each for each, *_rest in room.cells(Selection(kind=StaffMember), ("name",))]
    known = people[: round(PEOPLE * share)]
    if known:
        rows = [Receipt(message=message.id, member=each, read_at=at) for each in known]
        file = Original.of("receipts.csv", b"receipts")
        finished(room.bring_in(rows, file.evidence(Receipt), file.data))
    ours = median([_ours(room, message, PEOPLE - len(known)) for _n in range(ROUNDS)])
    room.close()
    floor = median([_bare(path, message, PEOPLE - len(known)) for _n in range(ROUNDS)])
    return Figure(f"not told: {PEOPLE - len(known):,} of 50,000, beside the query", ours, floor, 3)


def _watched(path: Path) -> Figure:
    """The rules on staff after a change, over a week of shifts of all teams."""
    room = WarRoom.open(path, operator="Lin Xia")
    for message in room.all(StaffMessage):
        room.change(message, confirm=True)
    groups, start = room.all(StaffGroup), Moment.of(START)
    rows = [
        Shift(group=group.id, starts_at=_after(start, 24 * n), ends_at=_after(start, 24 * n + 8))
        for group in groups
        for n in range(1, 8)
    ]
    file = Original.of("shifts.csv", b"shifts")
    finished(room.bring_in(rows, file.evidence(Shift), file.data))
    asked, now = Watching(room), _after(start, 24 * 8)
    room.on_change(asked.follow)
    asked.look(now)
    spent = list[float]()
    for n in range(ROUNDS):
        room.change(groups[n], note=f"{n}")
        began = time.perf_counter()
        asked.look(now)
        spent.append((time.perf_counter() - began) * 1_000)
    room.close()
    return Figure("rules on staff after a change, over 2,800 shifts", median(spent), None, 500)


def _after(start: Moment, hours: int) -> Moment:
    return Moment(start.ms + hours * 3_600_000, start.offset)


def _ours(room: WarRoom, message: StaffMessage, missing: int) -> float:
    began = time.perf_counter()
    found = not_told(room, message)
    spent = (time.perf_counter() - began) * 1_000
    assert sum(len(each.people) for each in found) == missing
    return spent


def _bare(path: Path, message: StaffMessage, missing: int) -> float:
    connection = connect(path, "ro")
    connection.execute("SELECT count(*) FROM staff_member").fetchone()
    began = time.perf_counter()
    found = connection.execute(_MISSING, (message.id,)).fetchall()
    spent = (time.perf_counter() - began) * 1_000
    connection.close()
    assert len(found) == missing
    return spent
