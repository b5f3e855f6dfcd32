"""Pictures of all pages by one command: both themes, every language, of a room or the example."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QImage

from desktop import pictures
from desktop.cli.commands import PAGES, cli
from desktop.pictures import take_all
from desktop.warroom.faults import StoreFailed
from desktop.warroom.records import Coverage
from resources import speak
from tests.rooms import T0, clock, new_room
from widgets import theme


@pytest.fixture(autouse=True)
def _english_again():
    yield
    speak("en")
    theme.set_language("en")
    theme.apply("dark")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    made = new_room(tmp_path / "r.warroom")
    made.add(Coverage(outlet="Harbour Daily", headline="Bottles overheat", published_at=T0))
    made.close()
    return tmp_path / "r.warroom"


def test_each_page_is_written_in_both_themes_and_each_language(room, tmp_path):
    pages, languages = ("dashboard", "record", "import", "export"), ("en", "zh_TW")
    before = room.read_bytes()
    made = list(take_all(room, tmp_path / "all", clock(), pages=pages, languages=languages))
    names = {f"{p}-{t}-{lang}.png" for p in pages for t in ("dark", "light") for lang in languages}
    assert {path.name for path in (tmp_path / "all").iterdir()} == names
    assert all(QImage(str(path)).width() == 1440 for path in made)
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in made}) == len(made)
    assert room.read_bytes() == before


def test_without_a_room_the_example_is_shown_and_thrown_away(tmp_path):
    folder = tmp_path / "all"
    made = list(take_all(None, folder, clock(), pages=("wall",), languages=("zh_CN",)))
    assert [path.name for path in made] == ["wall-dark-zh_CN.png", "wall-light-zh_CN.png"]
    assert sorted(folder.iterdir()) == sorted(made)


def test_a_folder_that_cannot_be_made_is_said(room, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreFailed, match="file cannot be written here"):
        list(take_all(room, tmp_path / "file", clock()))


def test_the_command_says_how_many_in_the_language_it_was_asked_in(room, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures.take_all, "__kwdefaults__", SMALL)
    run = CliRunner().invoke(cli, ["picture", str(room), "--all", str(tmp_path / "all")])
    assert run.output == "Wrote 2 pictures to all.\n"


SMALL = {"pages": ("welcome",), "languages": ("zh_TW",), "size": (1440, 900)}


@pytest.mark.parametrize("given", [["--all", "d", "-o", "x.png"], [], ["r.warroom"]])
def test_what_is_not_said_is_asked_for(given):
    run = CliRunner().invoke(cli, ["picture", *given])
    assert run.exit_code == 2


def test_each_part_of_the_plan_has_its_picture(room, tmp_path):
    made = list(take_all(room, tmp_path, clock(), pages=("plan",), languages=("en",)))
    assert [path.name for path in made][:2] == ["plan-facts-dark-en.png", "plan-facts-light-en.png"]
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in made}) == len(made)
    assert len(made) == 2 * len(pictures.parts("plan"))


def test_one_part_is_asked_for_by_its_name(room, tmp_path):
    out = tmp_path / "x.png"
    asked = ["picture", str(room), "--page", "plan", "-o", str(out), "--part"]
    assert CliRunner().invoke(cli, [*asked, "readiness"]).exit_code == 0
    assert out.exists()
    run = CliRunner().invoke(cli, [*asked, "nothing"])
    assert run.exit_code == 2
    assert "readiness" in run.output


def test_the_command_offers_every_page():
    assert PAGES == pictures.PAGES + pictures.MORE
