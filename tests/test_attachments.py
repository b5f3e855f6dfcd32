"""Files that belong to records: kept once by their hash, taken back without losing a byte."""

import hashlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.attachments import (
    LIMIT,
    UNKNOWN,
    Attachment,
    Given,
    attachments_of,
    counts,
    media_type,
)
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry, Evidence
from desktop.warroom.room import WarRoom
from desktop.warroom.store.driver import connect
from tests.full_disk import files_no_larger_than
from tests.rooms import START, clock, new_room

PNG = b"\x89PNG\r\n\x1a\n" + b"made up"


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


@pytest.fixture
def entry(room: WarRoom) -> Entry:
    return room.add(Entry(text="Shops call", happened_at=Moment.of(START)))


def bytes_of(room: WarRoom, sha256: str) -> bytes:
    return b"".join(room.kept(Evidence(sha256=sha256)))


def test_an_attached_file_is_kept_byte_for_byte_under_its_hash(room, entry, tmp_path):
    path = tmp_path / "瓶身 照片.png"
    path.write_bytes(PNG)
    [made] = room.attach(entry, [Given.read(path)], caption="shelf 4")
    assert (made.name, made.caption, made.media_type, made.size) == (
        "瓶身 照片.png",
        "shelf 4",
        "image/png",
        len(PNG),
    )
    assert (made.record, made.record_kind, made.author) == (entry.id, "entry", "Lin Xia")
    assert made.sha256 == hashlib.sha256(PNG).hexdigest()
    assert bytes_of(room, made.sha256) == PNG
    assert attachments_of(room, entry) == [made]
    assert [file.name for file in room.all(Evidence)] == ["瓶身 照片.png"]
    assert room.verify().sound


def test_the_same_bytes_on_several_records_are_kept_once(room, entry, tmp_path):
    other = room.add(Coverage(outlet="o", headline="h", published_at=Moment.of(START)))
    room.attach(entry, [Given.of("a.png", PNG), Given.of("again.png", PNG)])
    room.attach(other, [Given.of("b.png", PNG)])
    assert counts(room) == {entry.id: 1, other.id: 1}
    assert len(room.all(Evidence)) == 1
    assert room.verify().sound
    room.close()
    connection = connect(tmp_path / "r.warroom", "ro")
    assert connection.execute("SELECT count(*) FROM kept_file").fetchone() == (1,)
    connection.close()


def test_what_a_record_has_already_is_refused_and_the_rest_is_taken(room, entry):
    room.attach(entry, [Given.of("a.png", PNG)])
    with pytest.raises(RuleBroken, match="attached here already"):
        room.attach(entry, [Given.of("b.png", PNG)])
    [made] = room.attach(entry, [Given.of("b.png", PNG), Given.of("c.txt", b"c")])
    assert made.name == "c.txt"
    assert counts(room) == {entry.id: 2}


def test_undo_takes_all_files_of_one_act_back_and_the_bytes_stay(room, entry):
    one, two = room.attach(entry, [Given.of("a.png", PNG), Given.of("b.txt", b"b")])
    room.undo()
    assert (attachments_of(room, entry), counts(room)) == ([], {})
    assert bytes_of(room, two.sha256) == b"b"
    room.redo()
    assert [each.id for each in attachments_of(room, entry)] == [one.id, two.id]
    room.take_back(one)
    assert attachments_of(room, entry) == [two]
    assert bytes_of(room, one.sha256) == PNG
    assert room.verify().sound


def test_a_file_that_was_taken_back_may_be_attached_again(room, entry):
    room.attach(entry, [Given.of("a.png", PNG)])
    room.undo()
    [made] = room.attach(entry, [Given.of("a.png", PNG)])
    assert attachments_of(room, entry) == [made]
    assert [file.sha256 for file in room.all(Evidence)] == [made.sha256]
    assert room.verify().sound


def test_a_line_is_logged_with_its_files_in_one_act(room):
    captured = room.capture("crack seen ?", files=[Given.of("a.png", PNG)])
    [made] = attachments_of(room, captured.entry)
    assert (made.sha256, made.record) == (hashlib.sha256(PNG).hexdigest(), captured.entry.id)
    room.undo()
    assert (room.all(Entry), room.all(Attachment)) == ([], [])


def test_the_check_says_which_attached_file_is_missing(room, entry, tmp_path):
    room.attach(entry, [Given.of("a.png", PNG)])
    room.close()
    connection = connect(tmp_path / "r.warroom", "rw")
    connection.execute("DELETE FROM kept_file")
    connection.close()
    changed = WarRoom.open(tmp_path / "r.warroom", writing=False)
    assert "The kept file a.png is missing." in changed.verify().faults
    changed.close()


def test_a_full_disk_keeps_neither_the_line_nor_its_files(tmp_path):
    path = tmp_path / "r.warroom"
    room = new_room(path)
    room.capture("before")
    files = [Given.of("big.bin", os.urandom(3_000_000))]
    with files_no_larger_than(path.stat().st_size + 1_000_000):
        with pytest.raises(StoreFailed):
            room.capture("with a film", files=files)
        assert room.all(Attachment) == []
        assert [entry.text for entry in room.all(Entry)] == ["before"]
    captured = room.capture("with a film", files=files)
    assert [each.name for each in attachments_of(room, captured.entry)] == ["big.bin"]
    assert room.verify().sound
    room.close()


def test_a_second_try_with_other_files_is_another_act(tmp_path):
    path = tmp_path / "r.warroom"
    room = new_room(path)
    with files_no_larger_than(path.stat().st_size + 1_000_000), pytest.raises(StoreFailed):
        room.capture("seen", files=[Given.of("big.bin", os.urandom(3_000_000))])
    captured = room.capture("seen", files=[Given.of("small.txt", b"s")])
    assert [each.name for each in attachments_of(room, captured.entry)] == ["small.txt"]
    assert room.verify().sound
    room.close()


def test_a_file_past_the_limit_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "film.mov").open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(RuleBroken, match=r"film\.mov is larger than 100 MB"):
        Given.read(tmp_path / "film.mov")


def test_a_folder_and_a_file_that_is_gone_are_said(tmp_path):
    (tmp_path / "photos").mkdir()
    with pytest.raises(RuleBroken, match="photos is a folder"):
        Given.read(tmp_path / "photos")
    with pytest.raises(RuleBroken, match=r"gone\.png is not there any more"):
        Given.read(tmp_path / "gone.png")


def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path):
    from desktop.warroom.attachments import _parts

    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * 5_000_000)
    parts = _parts(path)
    next(parts)
    with path.open("r+b") as file:
        file.write(b"y")
    os.utime(path, ns=(1, 1))
    with pytest.raises(RuleBroken, match=r"log\.txt was changed while it was read"):
        list(parts)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.bin", PNG, "image/png"),
        ("a", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.txt", b"GIF89a", "image/gif"),
        ("a", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("a", b"%PDF-1.7", "application/pdf"),
        ("notes.txt", b"hello", "text/plain"),
        ("a.png", b"MZ\x90", UNKNOWN),
        ("a.pdf", b"MZ\x90", UNKNOWN),
        ("a", b"", UNKNOWN),
    ],
)
def test_a_name_is_not_believed_against_the_bytes(name, data, found):
    assert media_type(name, data) == found


@settings(max_examples=25)
@given(st.lists(st.binary(max_size=3), min_size=1, max_size=6))
def test_however_often_bytes_come_each_is_kept_once(tmp_path_factory, pieces):
    room = new_room(tmp_path_factory.mktemp("often") / "r.warroom", clock())
    for number, piece in enumerate(pieces):
        room.capture(f"line {number}", files=[Given.of(f"{number}.bin", piece)])
    hashes = {hashlib.sha256(piece).hexdigest(): piece for piece in pieces}
    assert sorted(file.sha256 for file in room.all(Evidence)) == sorted(hashes)
    assert len(room.all(Attachment)) == len(pieces)
    assert all(bytes_of(room, sha256) == piece for sha256, piece in hashes.items())
    assert room.verify().sound  # an empty file is a file too
    room.close()
