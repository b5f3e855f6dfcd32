"""A paper of an exercise says on every page that nothing in it is real."""

from pathlib import Path

from pypdf import PdfReader

from desktop import paper
from desktop.warroom.drills import playing
from desktop.warroom.drills.script import shipped
from tests.rooms import new_room

WORDS = "EXERCISE–NOTREAL"


def pages(file: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(file).pages]


def test_every_page_of_an_exercise_bears_its_mark_and_no_page_of_a_real_incident(tmp_path: Path):
    room = new_room(tmp_path / "r.warroom")
    paper.preview(room, tmp_path / "real.pdf", "en")
    playing.start(room, shipped("product_quality", "en"))
    paper.preview(room, tmp_path / "drill.pdf", "en")
    room.close()
    found = pages(tmp_path / "drill.pdf")
    assert len(found) > 1
    assert all(page.count(WORDS) >= 2 for page in found)
    assert not any(WORDS in page for page in pages(tmp_path / "real.pdf"))
