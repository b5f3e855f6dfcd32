"""A drill on the command line: started, played at a speed, shown, and ended."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop.cli.commands import cli
from desktop.warroom.drills.playing import drill_of
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom

NOW = "2026-11-23T14:30+08:00"
LATER = "2026-11-23T19:30+08:00"


@pytest.fixture
def room(tmp_path: Path) -> str:
    path = str(tmp_path / "r.warroom")
    said = ("--title", "Bottles", "--type", "product_quality", "--no-playbook", "--now", NOW)
    assert CliRunner().invoke(cli, ["new", path, *said]).exit_code == 0
    return path


def run(*args: str, now: str = NOW) -> Result:
    return CliRunner().invoke(cli, ["drill", *args, "--now", now, "--by", "Lin Xia"])


def test_a_drill_is_played_from_start_to_end(room: str):
    assert "21 events in 3 h 00" in run(room, "start").output
    played = run(room, "play", "--speed", "60").output.splitlines()
    assert len(played) == 21
    assert played[0].startswith("00:00\tTimeline entry\tCustomer service: Third complaint")
    assert played[-1].startswith("02:35\tTask\t")
    shown = run(room, "show", now=LATER).output
    assert "00:05\t▲\tFirst reply to the comment" in shown
    ended = run(room, "end", "--findings", "1,3", now=LATER).output
    assert "The exercise is written down with 2 findings." in ended
    with WarRoomOf(room) as opened:
        assert opened.all(Exercise)[0].participants == ("Lin Xia",)
        assert len(opened.all(Finding)) == 2
        assert drill_of(opened).ended_at


def test_a_drill_that_is_played_in_real_time_raises_warnings(room: str):
    run(room, "start")
    run(room, "play")
    shown = run(room, "show", now=LATER).output
    assert "PF2-" in shown


def test_without_a_drill_the_sentence_says_how_to_start_one(room: str):
    said = run(room, "play")
    assert (said.exit_code, said.output) == (
        1,
        "No exercise is on screen. Start one with: drill ROOM start.\n",
    )


def test_a_script_from_a_file_is_played_and_its_faults_are_told(room: str, tmp_path: Path):
    file = tmp_path / "ours.csv"
    file.write_text("minute,kind,text\n0,film,A\n1,media,\n", "utf-8")
    refused = run(room, "start", "--script", str(file))
    assert refused.exit_code == 1
    assert "Line 2" in refused.output
    assert "Line 3" in refused.output
    file.write_text("minute,kind,text\n0,media,A\n", "utf-8")
    assert "ours, 1 event" in run(room, "start", "--script", str(file)).output
    missing = run(room, "start", "--script", "no.csv")
    assert (missing.exit_code, "product_quality" in missing.output) == (1, True)


def test_a_wrong_choice_of_findings_is_refused_and_the_drill_goes_on(room: str):
    run(room, "start")
    said = run(room, "end", "--findings", "7")
    assert (said.exit_code, "all, none, or numbers" in said.output) == (2, True)
    with WarRoomOf(room) as opened:
        assert drill_of(opened).ended_at is None


class WarRoomOf:
    """The room, open for a while."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> WarRoom:
        self._room = WarRoom.open(Path(self._path), writing=False)
        assert len(self._room.all(Incident)) == 2
        return self._room

    def __exit__(self, *_fault: object) -> None:
        self._room.close()
