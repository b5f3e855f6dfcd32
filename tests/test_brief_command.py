"""The brief command: annexes, size, bottom line and distribution as they are asked for."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from desktop.cli.commands import cli
from desktop.warroom.records import Entry, Paper
from desktop.warroom.room import WarRoom
from tests.rooms import T0, new_room


@pytest.fixture
def file(tmp_path: Path) -> Path:
    room = new_room(tmp_path / "r.warroom")
    room.add(Entry(text="Two bottles too hot", happened_at=T0))
    room.close()
    return tmp_path / "r.warroom"


def run(*words: str) -> str:
    done = CliRunner().invoke(cli, ["brief", *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_what_was_asked_for_stands_on_paper_and_in_the_record(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.pdf"
    asked = ("--annex", "none", "--paper", "letter", "--to", "Board", "--to", "Legal")
    run(str(file), "-o", str(out), "--bottom-line", "All bottles are recalled.", *asked)
    reader = PdfReader(out)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "All bottles are recalled." in text
    assert "Built from the record" not in text
    assert "Board, Legal" in text
    assert "Two bottles too hot" not in "".join(p.extract_text() for p in reader.pages[1:])
    assert round(float(reader.pages[0].mediabox.width)) == 612
    room = WarRoom.open(file, writing=False)
    [kept] = room.all(Paper)
    room.close()
    assert (kept.size, kept.annexes, kept.distribution) == ("letter", ("none",), ("Board", "Legal"))
    assert kept.bottom_line == "All bottles are recalled."


def test_an_annex_that_there_is_none_of_is_refused_before_a_number(file: Path, tmp_path: Path):
    done = CliRunner().invoke(
        cli, ["brief", str(file), "-o", str(tmp_path / "b.pdf"), "--annex", "x"]
    )
    assert done.exit_code == 1
    assert "chronology" in done.output
    room = WarRoom.open(file, writing=False)
    assert room.all(Paper) == []
    room.close()
