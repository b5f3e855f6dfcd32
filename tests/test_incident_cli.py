"""Several incidents on the command line: opened, listed, put on screen, and named by number."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop.cli.commands import cli

NOW = "2026-11-23T14:30+08:00"


@pytest.fixture
def room(tmp_path: Path) -> str:
    path = str(tmp_path / "r.warroom")
    said = ("--title", "Bottles", "--type", "product_quality", "--no-playbook", "--now", NOW)
    assert CliRunner().invoke(cli, ["new", path, *said]).exit_code == 0
    return path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, [*args, "--now", NOW])


def opened(room: str, *more: str) -> Result:
    return run("incident", room, "--title", "Names", "--type", "data_leak", *more)


def test_a_further_incident_is_opened_with_its_playbook_and_is_on_screen(room: str) -> None:
    said = opened(room).output.splitlines()
    assert [line.split("\t")[:2] for line in said] == [["1", "Bottles"], ["2*", "Names"]]
    assert "C01" in run("playbook", room).output
    assert "C01" not in run("playbook", room, "--incident", "1").output


def test_lines_go_into_the_incident_that_is_named(room: str, tmp_path: Path) -> None:
    opened(room, "--no-playbook")
    assert run("log", room, "--incident", "1", "bottles are hot").exit_code == 0
    assert run("log", room, "a forum").exit_code == 0
    for number, text in (("1", "bottles are hot"), ("2", "a forum")):
        out = tmp_path / f"{number}.csv"
        run("export", room, str(out), "--kind", "timeline", "--incident", number)
        rows = out.read_text(encoding="utf-8-sig").splitlines()
        assert len(rows) == 2
        assert text in rows[1]


def test_one_is_put_on_screen_by_its_number(room: str) -> None:
    opened(room, "--no-playbook")
    assert run("incident", room, "--show", "1").output.startswith("1*\tBottles")
    assert run("incident", room).output.startswith("1*\tBottles")


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("--show", "3"), 1, "There is no incident 3"),
        (("--title", "x"), 2, "--type"),
        (("--title", "x", "--type", "data_leak", "--show", "1"), 2, "either"),
        (("--incident", "9"), 1, "There is no incident 9"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(
    room: str, args: tuple[str, ...], code: int, sentence: str
) -> None:
    said = run("incident", room, *args)
    assert (said.exit_code, sentence in said.output + said.stderr) == (code, True)
