"""The check names what was changed, and says what a chain alone cannot see."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop.warroom.journal import chain_hash
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from tests.rooms import new_room


@pytest.fixture
def file(tmp_path: Path) -> Path:
    room = new_room(tmp_path / "r.warroom")
    for number in range(20):
        room.capture(f"entry number {number:02d}")
    room.close()
    return tmp_path / "r.warroom"


def faults(file: Path) -> list[str]:
    room = WarRoom.open(file, writing=False)
    try:
        return room.verify().faults
    finally:
        room.close()


def attack(file: Path, *statements: str) -> None:
    """What somebody with SQL can do: the guard is dropped first."""
    connection = driver.connect(str(file), isolation_level=None)
    guard = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _sql in guard:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _name, sql in guard:
        connection.execute(sql)
    connection.close()


def test_a_sound_room_is_sound(file: Path) -> None:
    assert faults(file) == []


def test_a_room_with_corrections_and_checklists_is_sound(file: Path) -> None:
    room = WarRoom.open(file)
    room.amend(room.capture("three units").entry, "four units", "measured again")
    room.add(Task(title="Facts", checklist=({"text": "Time and place", "done": False},)))
    room.close()
    assert faults(file) == []


def test_one_changed_byte_of_the_journal_names_the_entry(file: Path) -> None:
    data = file.read_bytes()
    at = data.index(b'"text":"entry number 07"') + len('"text":"entry number 0')
    file.write_bytes(data[:at] + b"8" + data[at + 1 :])
    # the incident is line 1, so entry number 07 is line 9
    assert faults(file)[0].startswith("Entry 9 of device")
    assert "was changed after it was written" in faults(file)[0]


def test_one_changed_byte_of_a_table_names_the_record(file: Path) -> None:
    data = bytearray(file.read_bytes())
    at = -1
    while (at := data.find(b"entry number 07", at + 1)) >= 0:
        if data[at - 8 : at] != b'"text":"' and data[at - 9 : at] != b'"typed":"':
            data[at + 14] = ord("8")
    file.write_bytes(data)
    found = faults(file)
    assert any("differs from the journal in: text" in fault for fault in found), found


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE journal SET body = replace(body, 'number 07', 'number 08')", "Entry 9 "),
        ("DELETE FROM journal WHERE number = 9", "does not follow entry 8"),
        ("DELETE FROM entry WHERE text LIKE '%07'", "not in its table"),
        ("INSERT INTO entry(id, text) VALUES ('x', 'smuggled in')", "not in the journal"),
        ("UPDATE entry SET certainty = 'confirmed' WHERE text LIKE '%07'", "in: certainty"),
        ("UPDATE journal SET body = '{}' WHERE number = 9", "cannot be read"),
        ("UPDATE journal SET previous = 'x' WHERE number = 9", "does not continue"),
    ],
)
def test_an_edit_with_sql_is_seen(file: Path, statement: str, said: str) -> None:
    if "DELETE FROM journal" in statement:
        attack(
            file,
            statement,
            "DROP INDEX journal_record",
            "CREATE INDEX journal_record ON journal(record)",
        )
    else:
        attack(file, statement)
    assert any(said in fault for fault in faults(file)), faults(file)


def test_a_dropped_guard_is_seen(file: Path) -> None:
    connection = driver.connect(str(file), isolation_level=None)
    connection.execute("DROP TRIGGER journal_no_update")
    connection.close()
    assert any("journal_no_update" in fault for fault in faults(file))


def test_a_rewritten_history_passes_the_chain_but_not_a_printed_seal(file: Path) -> None:
    room = WarRoom.open(file, writing=False)
    seal = room.tail()
    room.close()
    connection = driver.connect(str(file), isolation_level=None)
    for name in (
        "journal_no_update",
        "journal_no_delete",
        "journal_no_replace",
        "journal_in_chain",
    ):
        connection.execute(f"DROP TRIGGER {name}")
    lines = connection.execute("SELECT n, device, number, body FROM journal ORDER BY n").fetchall()
    previous = ""
    for n, device, number, body in lines:
        body = body.replace("number 07", "number 99")
        digest = chain_hash(device, number, previous, body)
        connection.execute(
            "UPDATE journal SET previous = ?, body = ?, hash = ? WHERE n = ?",
            (previous, body, digest, n),
        )
        previous = digest
    connection.close()
    room = WarRoom.open(file, writing=False)
    assert not any("Entry" in fault for fault in room.verify().faults)
    assert room.tail().hash != seal.hash
    room.close()
