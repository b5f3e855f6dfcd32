"""The full log: every entry once, in order, in volumes, with what became of it and its hashes."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.paper import PaperFailed
from desktop.paper.others import begin, write_other
from desktop.warroom.choices import Classification
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.papers import log
from desktop.warroom.papers.log import logged
from desktop.warroom.papers.sort import Sort
from desktop.warroom.printed import printed
from desktop.warroom.records import Entry, Incident, Paper
from resources import LANGUAGES
from tests.rooms import START
from tests.test_paper import HOSTILE, bare, text_of

AT = Moment.of(START)


def pages_of(file: Path) -> int:
    return len(PdfReader(file).pages)


def test_every_entry_stands_once_and_in_the_order_of_the_journal(room, tmp_path, monkeypatch):
    monkeypatch.setattr(log, "VOLUME", 10)
    room.add_all([Entry(text=f"Entry-{n:03d}-end", happened_at=AT) for n in range(25)])
    made = write_other(room, Sort.LOG, tmp_path / "log.pdf")
    assert [each.file.name for each in made] == ["log-1.pdf", "log-2.pdf", "log-3.pdf"]
    said = "".join(text_of(each.file) for each in made)
    places = [said.find(f"Entry-{n:03d}-end") for n in range(25)]
    assert places == sorted(places)
    assert -1 not in places
    assert all(said.count(f"Entry-{n:03d}-end") == 1 for n in range(25))
    assert "Entries21to25of25" in said
    assert not [each.name for each in tmp_path.iterdir() if each.name.startswith(".")]


def test_a_correction_shows_both_wordings_who_why_and_the_hashes_of_both_lines(room, tmp_path):
    entry = room.add(Entry(text="Refunds start 24 Nov", happened_at=AT))
    room.operator = "He Shu"
    room.amend(entry, "Refunds start 25 Nov", why="the bank said so")
    write_other(room, Sort.LOG, tmp_path / "log.pdf")
    said = text_of(tmp_path / "log.pdf")
    for text in ("Refunds start 24 Nov", "Refunds start 25 Nov", "Lin Xia", "He Shu"):
        assert bare(text) in said
    assert bare("Why: the bank said so") in said
    [line] = [each for each in logged(room) if each.entry.id == entry.id]
    assert len(line.lines) == 2
    assert all(f"{each.device}:{each.number}{each.hash}" in said for each in line.lines)


def test_what_was_taken_back_stays_and_says_so(room, tmp_path):
    entry = room.add(Entry(text="Typed into the wrong room", happened_at=AT))
    room.take_back(entry)
    write_other(room, Sort.LOG, tmp_path / "log.pdf")
    said = text_of(tmp_path / "log.pdf")
    assert bare("Typed into the wrong room") in said
    assert "takenback" in said


def test_a_log_with_a_privileged_entry_is_classified_as_privileged(room, tmp_path):
    room.add(Entry(text="Counsel says wait", happened_at=AT, privileged=True))
    write_other(room, Sort.LOG, tmp_path / "log.pdf")
    assert text_of(tmp_path / "log.pdf").startswith(bare(Classification.PRIVILEGED.shown))


def test_the_entries_of_another_incident_stand_in_a_log_of_their_own(room, tmp_path):
    room.add(Entry(text="of the first", happened_at=AT))
    room.open_incident(Incident(title="Second", t0=AT))
    room.add(Entry(text="of the second", happened_at=AT))
    assert [each.entry.text for each in logged(room)] == ["of the second"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_stand_in_it_in_every_language(room, tmp_path, language):
    room.add_all([Entry(text=text, happened_at=AT, reason=text) for text in HOSTILE])
    write_other(room, Sort.LOG, tmp_path / "log.pdf", Paper(language=language))
    said = text_of(tmp_path / "log.pdf")
    assert [text for text in HOSTILE if bare(printed(text)) not in said] == []
    assert b"pdfuaid:part>1<" in (tmp_path / "log.pdf").read_bytes()


def test_the_same_room_gives_the_same_bytes_and_is_not_changed(room, tmp_path):
    room.add(Entry(text="once", happened_at=AT))
    before = room.tail()
    [first] = write_other(room, Sort.LOG, tmp_path / "a.pdf")
    [second] = write_other(room, Sort.LOG, tmp_path / "b.pdf")
    assert first.sha256 == second.sha256
    assert room.tail() == before


def test_an_empty_log_is_one_page_that_says_so(room, tmp_path):
    write_other(room, Sort.LOG, tmp_path / "log.pdf")
    assert pages_of(tmp_path / "log.pdf") == 1
    assert bare("Nothing has been logged yet.") in text_of(tmp_path / "log.pdf")


def test_a_folder_that_is_not_there_leaves_nothing_behind_and_says_why(room, tmp_path):
    with pytest.raises(PaperFailed, match=r"log\.pdf cannot be written"):
        write_other(room, Sort.LOG, tmp_path / "nowhere" / "log.pdf")


def test_stopped_half_way_it_leaves_the_old_file_and_nothing_else(room, tmp_path, monkeypatch):
    monkeypatch.setattr(log, "VOLUME", 2)
    room.add_all([Entry(text=f"{n}", happened_at=AT) for n in range(5)])
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "log-1.pdf").write_bytes(b"old")
    begin(room, Sort.LOG, folder / "log.pdf").stop()
    assert [each.name for each in folder.iterdir()] == ["log-1.pdf"]
    assert (folder / "log-1.pdf").read_bytes() == b"old"


def test_one_volume_after_the_other_is_done_without_waiting(room, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(log, "VOLUME", 2)
    room.add_all([Entry(text=f"{n}", happened_at=AT) for n in range(5)])
    running = begin(room, Sort.LOG, tmp_path / "log.pdf")
    qtbot.waitUntil(running.done, timeout=60_000)
    assert [each.file.name for each in running.finish()] == ["log-1.pdf", "log-2.pdf", "log-3.pdf"]


def test_a_room_is_not_written_over(room):
    with pytest.raises(RuleBroken):
        write_other(room, Sort.LOG, room.path)
