"""Attachments on paper, in the JSON of a room, and in the list of kept files."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from desktop import paper
from desktop.cli.commands import cli
from desktop.warroom.attachments import Attachment, Given, attachments_of
from desktop.warroom.exchange.json_out import write_json
from desktop.warroom.exchange.restore import restore
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Evidence, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from tests.rooms import START, clock, new_room

LAB, PHOTO = b"%PDF-1.7 lab", b"\xff\xd8\xff photo"


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    entry = room.add(Entry(text="Bottles overheat", happened_at=Moment.of(START)))
    task = room.add(Task(title="Ask the lab"))
    room.attach(entry, [Given.of("瓶身 裂痕.jpg", PHOTO), Given.of("lab.pdf", LAB)])
    room.attach(task, [Given.of("lab again.pdf", LAB)])
    yield room
    room.close()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def text_of(file: Path) -> str:
    text = "".join(page.extract_text() for page in PdfReader(file).pages)
    return "".join(text.split())


def test_a_briefing_names_the_files_of_an_entry_and_lists_them_with_their_hashes(room, tmp_path):
    paper.issue(room, tmp_path / "b.pdf", "en")
    said = text_of(tmp_path / "b.pdf")
    assert f"attachment:瓶身裂痕.jpg({sha256(PHOTO)[:12]})" in said
    annex = said[said.index("Thefilesarekeptintheroom") :]
    assert f"瓶身裂痕.jpg{len(PHOTO)}{sha256(PHOTO)}Bottlesoverheat" in annex
    assert f"labagain.pdf{len(LAB)}{sha256(LAB)}Askthelab" in annex


def test_a_briefing_leaves_out_files_that_were_taken_back(room, tmp_path):
    [entry] = room.all(Entry)
    room.take_back(*attachments_of(room, entry), *room.all(Task))
    paper.issue(room, tmp_path / "b.pdf", "en")
    said = text_of(tmp_path / "b.pdf")
    assert "attachment" not in said
    assert sha256(LAB) not in said


def test_the_json_of_a_room_carries_the_records_and_says_that_the_bytes_stay(room, tmp_path):
    out = finished(write_json(room, tmp_path / "r.json"))
    assert "2 kept files are not in it." in out.notes
    target = tmp_path / "back.warroom"
    restore(target, tmp_path / "r.json", operator="Wu", clock=clock())
    back = WarRoom.open(target, writing=False)
    assert back.all(Attachment) == room.all(Attachment)
    assert b"".join(back.kept(Evidence(sha256=sha256(LAB)))) == b""
    assert back.verify().sound
    back.close()


def test_the_list_of_kept_files_says_what_each_is_attached_to(room, tmp_path):
    room.close()
    said = CliRunner().invoke(cli, ["evidence", str(room.path)]).output.splitlines()
    assert said == [
        f"{sha256(PHOTO)}  {len(PHOTO)} bytes  Attached  瓶身 裂痕.jpg",
        "    attached to Timeline entry: Bottles overheat",
        f"{sha256(LAB)}  {len(LAB)} bytes  Attached  lab.pdf",
        "    attached to Timeline entry: Bottles overheat",
        "    attached to Task: Ask the lab",
    ]


def test_an_attached_file_is_written_out_again(room, tmp_path):
    room.close()
    out = tmp_path / "out.pdf"
    CliRunner().invoke(cli, ["evidence", str(room.path), sha256(LAB)[:10], "-o", str(out)])
    assert out.read_bytes() == LAB


def test_a_restored_room_lists_its_attachments_and_says_what_it_lacks(room, tmp_path):
    finished(write_json(room, tmp_path / "r.json"))
    target = tmp_path / "back.warroom"
    restore(target, tmp_path / "r.json", operator="Wu", clock=clock())
    said = CliRunner().invoke(cli, ["evidence", str(target)]).output
    assert said.count("Its bytes are not in this room.") == 2
    assert "attached to Task: Ask the lab" in said
