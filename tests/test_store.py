"""The file: its settings, its guard, its backups, and what it says when it is not what it should be."""

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop.warroom.faults import StoreFailed
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.store import header, opening, schema
from desktop.warroom.store.driver import SETTINGS
from tests.rooms import T0, clock, new_room

ROOT = Path(__file__).resolve().parent.parent
NEXT = header.VERSION + 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "r.warroom"
    room = new_room(path)
    room.add_all([Entry(text=f"entry {i} " + "x" * 300, happened_at=T0) for i in range(400)])
    room.close()
    return path


@pytest.fixture
def room(file: Path) -> Iterator[WarRoom]:
    opened = WarRoom.open(file, operator="Lin Xia", clock=clock())
    yield opened
    opened.close()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def raw(path: Path) -> driver.Connection:
    return driver.connect(str(path), isolation_level=None)


# settings and syncs


def test_the_room_reports_the_settings_it_promises(room: WarRoom) -> None:
    assert room.settings() == SETTINGS
    assert (SETTINGS["journal_mode"], SETTINGS["synchronous"]) == ("persist", 3)


COMMITS = """
import os, sys
from pathlib import Path
from sqlcipher3 import dbapi2 as driver
from desktop.warroom.store import driver as ours
from tests.rooms import new_room
if sys.argv[2] == "off":
    ours.SETTINGS["synchronous"] = 0
folder = Path(sys.argv[1])
if sys.argv[2] == "raw":
    c = ours.connect(folder / "raw.db", "rwc")
    ours.settle(c, writing=True)
    c.execute("CREATE TABLE t(n INTEGER PRIMARY KEY, body TEXT)")
    def once(n):
        c.execute("BEGIN IMMEDIATE")
        c.execute("INSERT INTO t(body) VALUES (?)", (str(n),))
        c.execute("COMMIT")
else:
    room = new_room(folder / "r.warroom")
    def once(n):
        room.capture(f"entry {n}")
once(0)
os.path.exists("MARK-START")
for n in range(20):
    once(n)
os.path.exists("MARK-END")
os._exit(0)
"""


def syncs(folder: Path, what: str) -> float:
    """Syncs of one commit, counted by strace between two marks over twenty commits."""
    trace = folder / f"{what}.strace"
    command = ["strace", "-f", "-o", str(trace), "-e", "trace=fsync,fdatasync,stat,newfstatat"]
    run = subprocess.run(
        [*command, sys.executable, "-c", COMMITS, str(folder), what],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    text = trace.read_text()
    between = text[text.index("MARK-START") : text.index("MARK-END")]
    return between.count("sync(") / 20


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")


@needs_strace
def test_one_entry_makes_as_many_syncs_as_a_raw_commit(tmp_path: Path) -> None:
    raw_commit = syncs(tmp_path, "raw")
    assert raw_commit >= 3
    assert syncs(tmp_path, "room") == raw_commit


@needs_strace
def test_the_count_would_notice_a_room_that_does_not_sync(tmp_path: Path) -> None:
    assert syncs(tmp_path, "off") < syncs(tmp_path, "raw")


# the guard


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE journal SET body = '{}'",
        "DELETE FROM journal WHERE n = 3",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal(n,device,number,id,previous,body,hash) VALUES (3,'d',3,'i','','{}','')",
        "INSERT INTO journal(device,number,id,previous,body,hash) VALUES ('d',7,'i','','{}','')",
        "INSERT INTO journal(device,number,id,previous,body,hash) SELECT device,number+900,'i','wrong',body,hash FROM journal LIMIT 1",
    ],
)
def test_the_journal_refuses_every_other_change(file: Path, attack: str) -> None:
    connection = raw(file)
    with pytest.raises(driver.Error, match="append-only"):
        connection.execute(attack)
    connection.close()


def test_our_own_connection_may_not_touch_the_guard(room: WarRoom) -> None:
    connection = room._store._open()
    for attack in ("DROP TRIGGER journal_no_update", "DROP TABLE journal", "DELETE FROM journal"):
        with pytest.raises(driver.DatabaseError, match="not authorized"):
            connection.execute(attack)


def test_a_missing_guard_is_noticed_at_opening(file: Path) -> None:
    connection = raw(file)
    connection.execute("DROP TRIGGER journal_no_delete")
    connection.close()
    with pytest.raises(StoreFailed, match="guard"):
        WarRoom.open(file)


def test_verbs_wait_until_the_file_was_looked_over(file: Path) -> None:
    room = WarRoom.open(file, clock=clock(), examine=False)
    assert len(room.all(Entry)) == 400
    with pytest.raises(StoreFailed, match="still being checked"):
        room.capture("too early")
    room.examine()
    room.capture("now")
    room.close()


# files that are not what they should be


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("this is a letter, not a room\n" * 9)


def _other_program(path: Path) -> None:
    path.unlink()
    connection = raw(path)
    connection.execute("CREATE TABLE t(a)")
    connection.close()


def _newer(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[60:64] = (header.VERSION + 1).to_bytes(4)
    path.write_bytes(data)


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60_000])


def _head_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _missing(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_empty, r"empty \(0 bytes\)"),
        (_text, "not a room of this program"),
        (_other_program, "belongs to another program"),
        (_newer, "newer version"),
        (_truncated, r"end of r.warroom is missing \(60,000 of"),
        (_head_only, "is missing"),
        (_folder, "is a folder"),
        (_missing, "is not there"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
@pytest.mark.parametrize("writing", [True, False])
def test_a_file_that_is_no_room_gets_its_sentence_and_stays_as_it_is(
    file: Path, spoil, sentence: str, writing: bool
) -> None:  # type: ignore[no-untyped-def]
    spoil(file)
    before = digest(file) if file.is_file() else None
    with pytest.raises(StoreFailed, match=sentence):
        WarRoom.open(file, writing=writing)
    assert (digest(file) if file.is_file() else None) == before
    assert set(os.listdir(file.parent)) <= {"r.warroom"}


def test_a_damaged_page_is_said_before_anything_is_written(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for page in range(3, 40):
        data[page * 4096 : page * 4096 + 60] = b"\xff" * 60
    file.write_bytes(data)
    before = digest(file)
    with pytest.raises(StoreFailed, match=r"damaged"):
        WarRoom.open(file)
    assert digest(file) == before


def test_reading_leaves_the_file_untouched(file: Path) -> None:
    before, when = digest(file), file.stat().st_mtime_ns
    room = WarRoom.open(file, writing=False)
    assert room.verify().sound
    with pytest.raises(StoreFailed, match="for reading only"):
        room.capture("no")
    room.close()
    assert (digest(file), file.stat().st_mtime_ns) == (before, when)
    assert os.listdir(file.parent) == ["r.warroom"]


def test_a_file_without_write_rights_can_be_read_and_says_so(file: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    file.chmod(stat.S_IRUSR)
    room = WarRoom.open(file)
    assert "read-only" in room.why_read_only
    assert len(room.all(Entry)) == 400
    room.close()


HOLD = """
import sys, time
from pathlib import Path
from desktop.warroom.room import WarRoom
room = WarRoom.open(Path(sys.argv[1]), operator="Wu")
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_program_is_told_who_has_the_room(file: Path) -> None:
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert held.stdout is not None
        assert held.stdout.readline() == "held\n"
        for writing in (True, False):
            with pytest.raises(StoreFailed, match=r"already open: .* on .*, since \d\d:\d\d"):
                WarRoom.open(file, writing=writing)
    finally:
        held.kill()
        held.communicate()
    room = WarRoom.open(file)  # the lock died with its holder
    room.close()


def test_the_same_program_is_told_too(file: Path, room: WarRoom) -> None:
    with pytest.raises(StoreFailed, match="already open in this program"):
        WarRoom.open(file, writing=False)
    assert room.capture("still works").number


def test_a_room_is_never_made_over_a_file(file: Path) -> None:
    before = digest(file)
    with pytest.raises(StoreFailed, match="already there"):
        new_room(file)
    assert digest(file) == before
    with pytest.raises(StoreFailed, match="cannot be made here"):
        new_room(file.parent / "no" / "such" / "folder.warroom")


# full disks and doubtful errors


def test_a_full_disk_saves_nothing_and_says_so_and_then_saves_again(room: WarRoom) -> None:
    connection = room._store._open()
    connection.execute("PRAGMA max_page_count=1")  # as small as it already is
    fill = (room.capture("y" * 90_000) for _n in range(60))
    with pytest.raises(StoreFailed, match=r"full\. NOT saved: your text is still here"):
        deque(fill, maxlen=0)
    before = room.tail()
    with pytest.raises(StoreFailed, match="NOT saved"):
        room.capture("y" * 90_000)
    assert room.tail() == before
    connection.execute("PRAGMA max_page_count=1073741823")
    room.capture("y" * 90_000)
    assert room.tail().number == before.number + 1
    assert room.verify().sound


def test_the_reserve_keeps_a_thousand_entries_saving_on_a_full_disk(room: WarRoom) -> None:
    room._store._open().execute("PRAGMA max_page_count=1")
    for number in range(1_000):
        room.capture(f"entry {number} on a full disk")


class Flaky:
    """A connection whose COMMIT lands or not, and then reports that the disk did not answer."""

    def __init__(self, real: object, *, lands: bool) -> None:
        self._real, self._lands, self._armed = real, lands, True

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def execute(self, sql: str, *values: object) -> object:
        if sql == "COMMIT" and self._armed:
            self._armed = False
            if self._lands:
                self._real.execute(sql)  # type: ignore[attr-defined]
            error = driver.OperationalError("disk I/O error")
            error.sqlite_errorname = "SQLITE_IOERR"
            raise error
        return self._real.execute(sql, *values)  # type: ignore[attr-defined]


def test_an_error_after_the_commit_neither_loses_nor_doubles_the_entry(room: WarRoom) -> None:
    room._store._connection = Flaky(room._store._connection, lands=True)
    captured = room.capture("landed all the same")
    assert [e.text for e in room.all(Entry)].count("landed all the same") == 1
    room.capture("and on")
    assert captured.number + 1 == room.tail().number
    assert room.verify().sound


def test_an_error_before_the_commit_is_said_and_a_second_try_saves_once(room: WarRoom) -> None:
    room._store._connection = Flaky(room._store._connection, lands=False)
    with pytest.raises(StoreFailed, match=r"does not answer\. NOT saved"):
        room.capture("try again")
    room.capture("try again")
    assert [e.text for e in room.all(Entry)].count("try again") == 1
    assert room.verify().sound


def test_a_pulled_stick_is_said_and_the_same_line_saves_when_it_is_back(
    file: Path, room: WarRoom
) -> None:
    away = file.with_name("away")
    room._store._connection = Flaky(room._store._connection, lands=False)
    file.rename(away)
    with pytest.raises(StoreFailed, match="is not there"):
        room.capture("stick gone")
    with pytest.raises(StoreFailed):
        room.capture("stick gone")
    away.rename(file)
    room.capture("stick gone")
    assert [e.text for e in room.all(Entry)].count("stick gone") == 1


# copies


def test_a_backup_is_whole_and_equal(room: WarRoom, tmp_path: Path) -> None:
    target = tmp_path / "copy.warroom"
    target.write_text("an older copy")
    room.back_up(target)
    copy = WarRoom.open(target, writing=False)
    assert copy.all(Entry) == room.all(Entry)
    assert copy.tail() == room.tail()
    copy.close()
    assert "copy.warroom.part" not in os.listdir(tmp_path)


def test_a_backup_that_cannot_be_written_leaves_the_old_one(room: WarRoom, tmp_path: Path) -> None:
    target = tmp_path / "no" / "copy.warroom"
    with pytest.raises(StoreFailed):
        room.back_up(target)
    assert not target.exists()


def test_an_older_room_is_backed_up_before_it_is_brought_up(room: WarRoom, tmp_path: Path) -> None:
    def add_column(connection: driver.Connection) -> None:
        connection.execute('ALTER TABLE "entry" ADD COLUMN "mood" TEXT')

    connection = room._store._open()
    opening.bring_up(connection, tmp_path / "r.warroom", {NEXT: add_column}, wanted=NEXT)
    assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
    before = WarRoom.open(tmp_path / f"r-version-{header.VERSION}.warroom", writing=False)
    assert before.all(Entry) == room.all(Entry)
    before.close()
    assert schema.triggers_of(connection) == schema.TRIGGERS


def test_a_migration_that_fails_changes_nothing(room: WarRoom, tmp_path: Path) -> None:
    def fails(connection: driver.Connection) -> None:
        connection.execute('ALTER TABLE "entry" ADD COLUMN "mood" TEXT')
        raise RuntimeError("half way")

    connection = room._store._open()
    with pytest.raises(RuntimeError):
        opening.bring_up(connection, tmp_path / "r.warroom", {NEXT: fails}, wanted=NEXT)
    assert connection.execute("PRAGMA user_version").fetchone() == (header.VERSION,)
    assert room.verify().sound


@pytest.mark.slow
def test_ten_thousand_entries_open_in_the_time_of_reading_one_page(tmp_path: Path) -> None:
    """Not a timed promise but a ratio: opening reads no more of a long log than of a short one."""
    times = []
    for count in (10, 10_000):
        path = tmp_path / f"{count}.warroom"
        room = new_room(path)
        room.add_all([Entry(text=f"entry {i}", happened_at=T0) for i in range(count)])
        room.close()
        rounds = []
        for _round in range(5):
            start = time.perf_counter()
            opened = WarRoom.open(path, writing=False)
            rounds.append(time.perf_counter() - start)
            opened.close()
        times.append(min(rounds))
    assert times[1] < 5 * times[0] + 0.01
