"""Places that take no paper: no half file is left, the old one stays, and a sentence says why."""

import os
import tempfile
from pathlib import Path

import pytest

from desktop import paper
from desktop.paper.issue import as_asked, content_of, seal_of
from desktop.paper.pages import Painting
from desktop.warroom.choices import PaperState
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Paper
from tests.full_disk import files_no_larger_than
from tests.rooms import START, clock, new_room

AT = Moment.of(START)
OLD = b"%PDF-1.7 the briefing of yesterday"


@pytest.fixture
def room(tmp_path: Path):
    made = new_room(tmp_path / "r.warroom", clock())
    made.add(Entry(text="奶瓶過熱", happened_at=AT))
    yield made
    made.close()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A place where an older file stands, in a folder of its own."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "b.pdf").write_bytes(OLD)
    return folder / "b.pdf"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_disk_that_is_full_leaves_the_old_file_and_nothing_else(room, old) -> None:
    with files_no_larger_than(20_000), pytest.raises(paper.PaperFailed) as failed:
        paper.preview(room, old)
    assert "b.pdf cannot be written" in str(failed.value)
    assert "Choose another place" in str(failed.value)
    assert (old.read_bytes(), names(old.parent)) == (OLD, ["b.pdf"])


def test_a_briefing_that_is_stopped_half_way_leaves_the_old_file(room, old) -> None:
    issuing = paper.Issuing(room, old)
    issuing.stop()
    assert (old.read_bytes(), names(old.parent)) == (OLD, ["b.pdf"])
    assert [each.state for each in room.all(Paper)] == [PaperState.NOT_WRITTEN]


def test_a_place_that_is_a_folder_is_refused_and_stays(room, tmp_path) -> None:
    place = tmp_path / "folder.pdf"
    place.mkdir()
    (place / "kept.txt").write_text("kept")
    with pytest.raises(paper.PaperFailed, match="cannot be written"):
        paper.issue(room, place)
    assert names(place) == ["kept.txt"]
    assert not [name for name in names(tmp_path) if name.endswith(".part")]
    assert [each.state for each in room.all(Paper)] == [PaperState.NOT_WRITTEN]


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
def test_who_has_the_old_file_open_reads_it_to_its_end(room, old) -> None:
    with old.open("rb") as reader:
        first = reader.read(5)
        paper.preview(room, old)
        assert first + reader.read() == OLD
    assert old.read_bytes().startswith(b"%PDF")
    assert names(old.parent) == ["b.pdf"]


def test_a_briefing_printed_again_never_goes_over_a_room(room, tmp_path) -> None:
    issued = paper.issue(room, tmp_path / "b.pdf")
    with pytest.raises(RuleBroken, match="the room itself"):
        paper.write_again(room, issued, room.path)


def test_pages_that_were_painted_or_stopped_leave_no_folder(room, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    content = content_of(room, seal_of(room, room.tail()), as_asked(room, None))
    whole, half = Painting(content), Painting(content)
    half.stop()
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in whole.finish())
    whole.stop()
    assert not [name for name in names(tmp_path) if name.startswith("warroom-pages-")]


def test_what_cannot_be_typeset_says_so_and_paints_nothing(room) -> None:
    content = content_of(room, seal_of(room, room.tail()), as_asked(room, None))
    painting = Painting({**content, "head": {}})
    with pytest.raises(paper.PaperFailed, match="could not be painted"):
        painting.finish()
    painting.stop()
