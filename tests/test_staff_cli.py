"""Employee communication by command: the same lists and figures as on screen, and as CSV."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop.cli.commands import cli
from desktop.warroom.choices import Channel
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_goals import goals
from desktop.warroom.staff_measures import reached
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.staff_support import Pulse
from desktop.warroom.staff_table import figures
from tests.rooms import START, new_room

NOW = "2026-11-23T14:30+08:00"
SENT = Moment.of(START - timedelta(hours=5))


@pytest.fixture
def room(tmp_path: Path) -> WarRoom:
    """Two people with one receipt, and a night shift of which a supervisor counted 30 of 40."""
    room = new_room(tmp_path / "a.warroom")
    care, night = room.add_all(
        [
            StaffGroup(name="Care", manager="He Yu", phone="+86 1"),
            StaffGroup(name="Night", headcount=40, frontline=True),
        ]
    )
    one, _two = room.add_all(
        [
            StaffMember(name="Wu", number="1", group=care.id),
            StaffMember(name="=cmd()", number="2", group=care.id, phone="+86 2"),
        ]
    )
    room.add(StaffMessage(title="First", sent_at=SENT, channel=Channel.HUDDLE))
    message = room.add(
        StaffMessage(title="Update", sent_at=SENT, channel=Channel.HUDDLE, confirm=True)
    )
    at = Moment(SENT.ms + 1_200_000, SENT.offset)
    room.add(Receipt(message=message.id, member=one.id, read_at=at))
    room.add(Delivery(message=message.id, group=night.id, reached=30, reported_at=at))
    room.add(Pulse(group=night.id, at=at, answers=4))
    room.add(Pulse(group=care.id, at=at, ones=1, fours=4))
    return room


@pytest.fixture
def run(room: WarRoom, tmp_path: Path):
    path = str(tmp_path / "a.warroom")

    def asked(*more: str) -> Result:
        room.close()
        return CliRunner().invoke(cli, ["staff", path, *more, "--now", NOW, "--language", "en"])

    return asked


def test_messages_are_listed_with_the_numbers_that_other_options_take(run) -> None:
    rows = [line.split("\t") for line in run().output.splitlines()]
    assert [row[:4] for row in rows] == [
        ["1", "First", "1", "Team huddle"],
        ["2", "Update", "1", "Team huddle"],
    ]


def test_who_has_not_been_told_comes_with_whom_to_call(run) -> None:
    rows = [line.split("\t") for line in run("--message", "2", "--not-told").output.splitlines()]
    assert rows == [
        ["Night", "10", "–", "–", "–", "–", "–", "–"],
        ["Care", "1", "2", "=cmd()", "+86 2", "–", "He Yu", "+86 1"],
    ]
    assert len(run("--message", "1", "--not-told").output.splitlines()) == 3


def test_a_number_that_no_message_has_is_refused(run) -> None:
    result = run("--message", "3", "--not-told")
    assert result.exit_code == 1
    assert "There is no message 3" in result.output


def test_screen_csv_and_list_say_the_same_figures(run, room, tmp_path) -> None:
    message = room.all(StaffMessage)[1]
    now = room.now()
    wanted = [each.cells for each in figures(room, message, now)]
    coverage = reached(room, message, now).coverage
    out = tmp_path / "figures.csv"
    assert run("--figures", "--message", "2", "-o", str(out)).exit_code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        heads, *rows = csv.reader(file)
    assert heads[:3] == ["figure", "label", "value"]
    assert [tuple(cell.removeprefix("'") for cell in row) for row in rows] == wanted
    assert rows[0] == ["coverage", "Audience coverage", coverage.words, "31", "42", ""]
    moods = {row[1]: row[2] for row in rows if row[0] == "pulse_mean"}
    assert moods == {
        "Mood: Care": "3.4, 80 % favourable, 100 % took part",
        "Mood: Night": "too few answers to be shown",
    }


def test_a_list_of_people_as_csv_runs_no_formula(run, tmp_path) -> None:
    out = tmp_path / "missing.csv"
    run("--message", "2", "--not-told", "-o", str(out))
    assert '"\'=cmd()"' in out.read_text(encoding="utf-8")


def test_goals_are_met_missed_or_still_open(room) -> None:
    message = room.all(StaffMessage)[1]
    found = {each.key: each.met for each in goals(room, message, room.now())}
    assert found == {
        "managers_60": False,  # one of two teams
        "read_240": False,  # 31 of 42
        "read_1440": None,  # there is time
        "frontline": None,  # nobody is on duty
    }
    assert goals(room, StaffMessage(title="x"), room.now()) == []
