"""The file that rows came from stays in the room as it was, and rooms of version 1 get the place."""

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.cli.commands import cli
from desktop.warroom.exchange.originals import LIMIT, Original, original_steps
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import FIRST, Coverage, Entry, Evidence, Person
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from desktop.warroom.store.driver import connect
from tests.arrivals import arrival, bring_in
from tests.rooms import T0, clock, new_room

OLD = Path(__file__).parent / "old" / "version-1.warroom"
ROWS = "time,text\n2026-11-23 14:05,pump off\n"


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def kept(room: WarRoom, file: Evidence) -> bytes:
    return b"".join(room.kept(file))


def test_the_file_is_kept_byte_for_byte_and_named_in_the_journal_by_its_hash(room: WarRoom) -> None:
    bring_in(room, Entry, ROWS)
    (file,) = room.all(Evidence)
    assert kept(room, file) == ROWS.encode()
    assert (file.name, file.size, file.imported_as) == ("rows.csv", len(ROWS), "timeline")
    assert file.sha256 == hashlib.sha256(ROWS.encode()).hexdigest()
    body = room.line_that_added(file).body
    assert file.sha256 in body
    assert "pump off" not in body


def test_a_file_of_several_parts_comes_back_whole(room: WarRoom) -> None:
    data = b"time,text\n2026-11-23 14:05," + b"x" * 2_500_000
    file = Original.of("large.csv", data)
    rows = arrival(room, Entry, ROWS).records
    finished(room.bring_in(rows, file.evidence(Entry), data))
    assert kept(room, room.all(Evidence)[0]) == data


def test_one_file_imported_as_two_kinds_is_kept_once(room: WarRoom, tmp_path: Path) -> None:
    rows = "time,text,name\n2026-11-23 14:05,pump off,Wu\n"
    bring_in(room, Entry, rows)
    bring_in(room, Person, rows)
    assert [file.imported_as for file in room.all(Evidence)] == ["timeline", "people"]
    room.close()
    connection = connect(tmp_path / "r.warroom", "ro")
    assert connection.execute("SELECT count(*) FROM kept_file").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE kept_file SET bytes = x'00'", "The kept file rows.csv is not as it was brought"),
        ("DELETE FROM kept_file", "The kept file rows.csv is missing."),
        ("UPDATE kept_file SET sha256 = 'ab'", "No record names the kept file ab."),
    ],
)
def test_the_check_sees_what_became_of_a_kept_file(
    room: WarRoom, tmp_path: Path, sql: str, sentence: str
) -> None:
    bring_in(room, Entry, ROWS)
    assert room.verify().sound
    room.close()
    connection = connect(tmp_path / "r.warroom", "rw")
    connection.execute(sql)
    connection.close()
    changed = WarRoom.open(tmp_path / "r.warroom", writing=False)
    assert any(fault.startswith(sentence) for fault in changed.verify().faults)
    changed.close()


def test_a_copy_of_the_room_has_the_file_too(room: WarRoom, tmp_path: Path) -> None:
    bring_in(room, Entry, ROWS)
    room.back_up(tmp_path / "copy.warroom")
    copy = WarRoom.open(tmp_path / "copy.warroom", writing=False)
    assert kept(copy, copy.all(Evidence)[0]) == ROWS.encode()
    copy.close()


def test_an_import_that_is_stopped_leaves_no_trace(room: WarRoom) -> None:
    rows = "time,text\n" + "".join(f"2026-11-23 14:05,{n}\n" for n in range(1_000))
    before = room.tail()
    came, file = arrival(room, Entry, rows), Original.of("rows.csv", rows.encode())
    steps = room.bring_in(came.records, file.evidence(Entry), file.data)
    for _step in range(3):
        next(steps)
    steps.close()
    assert (room.tail(), room.all(Entry), room.all(Evidence)) == (before, [], [])
    assert room.verify().sound
    assert room.capture("logged after it").number == before.number + 1


def test_nobody_sees_rows_before_they_are_saved_and_no_verb_slips_in(room: WarRoom) -> None:
    rows = "time,text\n" + "".join(f"2026-11-23 14:05,{n}\n" for n in range(1_000))
    before = room.tail()
    came, file = arrival(room, Entry, rows), Original.of("rows.csv", rows.encode())
    for done, _whole in room.bring_in(came.records, file.evidence(Entry), file.data):
        assert (room.count(Selection(kind=Entry)), room.tail()) == (0, before), done
        assert room.verify().sound
        with pytest.raises(RuleBroken, match="being imported"):
            room.capture("meanwhile")
    assert room.count(Selection(kind=Entry)) == 1_000
    assert room.verify().sound


def test_a_room_that_is_closed_during_an_import_is_as_before(tmp_path: Path) -> None:
    room = new_room(tmp_path / "r.warroom")
    came, file = arrival(room, Entry, ROWS), Original.of("rows.csv", ROWS.encode())
    next(steps := room.bring_in(came.records, file.evidence(Entry), file.data))
    room.close()
    assert list(steps) == []
    room = WarRoom.open(tmp_path / "r.warroom", writing=False)
    assert (room.all(Entry), room.verify().sound) == ([], True)
    room.close()


def test_a_full_disk_stops_an_import_and_nothing_is_claimed(room: WarRoom) -> None:
    room._store._open().execute("PRAGMA max_page_count = 600")
    data = b"x" * 5_000_000
    came, file = arrival(room, Entry, ROWS), Original.of("rows.csv", data)
    with pytest.raises(StoreFailed, match="disk is full"):
        finished(room.bring_in(came.records, file.evidence(Entry), data))
    assert room.all(Entry) == []
    assert room.capture("a short one still fits").entry in room.all(Entry)


def test_a_file_past_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(RuleBroken, match=r"huge\.csv is larger than 100 MB\. Split it"):
        next(original_steps(tmp_path / "huge.csv"))


@pytest.mark.parametrize("name", ["missing.csv", ""])
def test_what_is_no_file_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(RuleBroken, match=r"cannot be read|is not a file"):
        finished(original_steps(tmp_path / name))


def test_a_room_of_version_1_is_backed_up_and_takes_files(tmp_path: Path) -> None:
    path = tmp_path / "old.warroom"
    shutil.copy(OLD, path)
    room = WarRoom.open(path, operator="Lin Xia", clock=clock())
    assert (tmp_path / "old-version-1.warroom").exists()
    assert room.verify().sound
    entries = room.all(Entry)
    assert len(entries) == 17
    bring_in(room, Coverage, "date,outlet,headline\n2026-11-23,o,h\n")
    room.add(Entry(text="after", happened_at=T0))
    assert room.verify().sound
    room.close()
    before = WarRoom.open(tmp_path / "old-version-1.warroom", writing=False)
    assert (before.all(Entry), before.all(Evidence)) == (entries, [])
    before.close()


def test_a_reader_of_a_room_of_version_1_sees_it_as_if_renewed_and_changes_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.warroom"
    shutil.copy(OLD, path)
    room = WarRoom.open(path, writing=False)
    held = {kind.kind_name for kind in FIRST} - {"paper", "sitting", "evidence"}
    assert {name for name, kind in KINDS.items() if room.all(kind)} == held
    assert room.verify().sound
    room.close()
    assert path.read_bytes() == OLD.read_bytes()


@pytest.fixture
def war(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    room = new_room(tmp_path / "r.warroom")
    bring_in(room, Entry, ROWS)
    room.close()
    return CliRunner()


def test_kept_files_are_listed_and_written_out_again(war: CliRunner, tmp_path: Path) -> None:
    sha256 = hashlib.sha256(ROWS.encode()).hexdigest()
    assert sha256 in war.invoke(cli, ["evidence", "r.warroom"]).output
    got = war.invoke(cli, ["evidence", "r.warroom", sha256[:12], "-o", "out.csv"])
    assert got.output == "Wrote rows.csv to out.csv.\n"
    assert (tmp_path / "out.csv").read_bytes() == ROWS.encode()
    again = war.invoke(cli, ["evidence", "r.warroom", sha256, "-o", "out.csv"])
    assert (again.exit_code, again.output) == (
        1,
        "out.csv is already there. Choose another name.\n",
    )


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (["0123456789", "-o", "x"], 1, "No one file of this room"),
        (["", "-o", "x"], 1, "No one file of this room"),
        (["0123456789"], 2, "Say where to write"),
    ],
)
def test_a_kept_file_that_is_not_meant_is_not_written(
    war: CliRunner, tmp_path: Path, args: list[str], code: int, sentence: str
) -> None:
    said = war.invoke(cli, ["evidence", "r.warroom", *args])
    assert said.exit_code == code
    assert sentence in said.output
    assert not (tmp_path / "x").exists()
