"""Percentages of employees: on screen, in CSV and on paper they are the same number."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.cli.commands import cli
from desktop.models.staff import group_rows
from desktop.models.staff_matrix import matrix
from desktop.models.staff_missing import standing_words
from desktop.warroom import measures, shown
from desktop.warroom.briefing.staff import Staff, sections
from desktop.warroom.choices import Channel
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import told
from desktop.warroom.staff_measures import reached, read_curve
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.watch.watching import holding
from tests.rooms import START

SENT = Moment.of(START)
NOW = "2026-11-24T18:30+08:00"
COVERAGE, READ, CONFIRMED = "62 %", "92 %", "38 %"  # 13 of 21, 12 of 13, 8 of 21


@pytest.fixture
def message(room: WarRoom) -> StaffMessage:
    """Seven people of whom four have it by receipt, and nine of fourteen by a count."""
    care, night = room.add_all([StaffGroup(name="Care"), StaffGroup(name="Night", headcount=14)])
    people = room.add_all([StaffMember(name=f"P{n}", group=care.id) for n in range(7)])
    sent = room.add(StaffMessage(title="Stop", sent_at=SENT, channel=Channel.EMAIL, confirm=True))
    times = (
        {"reached_at": SENT},
        {"read_at": SENT},
        {"confirmed_at": SENT},
        {"confirmed_at": SENT},
    )
    rows = zip(people, times, strict=False)
    room.add_all([Receipt(message=sent.id, member=each.id, **at) for each, at in rows])
    counts = {"reached": 9, "read": 9, "confirmed": 6}
    room.add(Delivery(message=sent.id, group=night.id, reported_at=SENT, **counts))
    return sent


def csv_of(room: WarRoom, tmp_path: Path, what: str) -> list[dict[str, str]]:
    out, path = tmp_path / "out.csv", room.path
    room.close()
    asked = ["staff", str(path), what, "--message", "1", "-o", str(out), "--now", NOW]
    result = CliRunner().invoke(cli, [*asked, "--language", "en"])
    assert result.exit_code == 0, result.output
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_shares_of_a_message_are_the_same_everywhere(room, message, tmp_path) -> None:
    now = Moment.parse(NOW)
    found = reached(room, message, now)
    rates = (found.coverage, found.read_rate, found.ack_rate)
    assert tuple(each.words for each in rates) == (COVERAGE, READ, CONFIRMED)
    screen = " ".join(standing_words(room, message, found))
    assert all(each in screen for each in (f"13 ({COVERAGE})", f"12 ({READ})", f"8 ({CONFIRMED})"))
    heads, confirmed = measures.staff_confirmed(room)
    assert (heads, confirmed) == (21, 8)
    _groups, table, *_rest = sections(Staff.of(room, now))
    paper = {label: (words, counted) for label, words, counted in table["rows"]}
    assert paper["Audience coverage"] == (COVERAGE, "13 / 21")
    assert paper["Read rate"] == (READ, "12 / 13")
    assert paper["Acknowledgement rate"] == (CONFIRMED, "8 / 21")
    rows = {row["figure"]: row for row in csv_of(room, tmp_path, "--figures")}
    names = ("coverage", "read_rate", "ack_rate")
    assert [rows[name]["value"] for name in names] == [COVERAGE, READ, CONFIRMED]


def test_the_shares_of_a_group_are_the_same_everywhere(room, message, tmp_path) -> None:
    groups = told(room, message)
    screen = {row.name: row for row in group_rows(groups)}
    cells = {row.group.name: row.told[message.id] for row in matrix(room)[0]}
    table, *_rest = sections(Staff.of(room, Moment.parse(NOW)))
    paper = {name: counts for name, *counts in table["rows"]}
    for row in csv_of(room, tmp_path, "--told"):
        name, cell = row["group"], cells[row["group"]]
        bar = screen[name]
        assert row["confirmed_share"] == shown.percent(bar.confirmed or 0)
        assert row["told_share"] == shown.percent(cell.share(cell.told) or 0)
        counts = [row[key] for key in ("headcount", "told", "read", "confirmed", "not_told")]
        assert [paper[name][n] for n in (0, 1, 2, 3, 4)] == counts
        assert paper[name][5] == row["told_share"]
    assert {row.name: shown.percent(row.reached or 0) for row in group_rows(groups)} == {
        "Care": "57 %",
        "Night": "64 %",
    }


def test_in_a_huddle_whoever_is_reached_has_been_briefed_by_the_curve_too(room, message) -> None:
    room.change(message, channel=Channel.HUDDLE)
    now = room.get(StaffMessage, message.id)
    assert reached(room, now, Moment.parse(NOW)).read_rate.words == "100 %"
    assert read_curve(room, now)[-1][1] == 13


def test_a_warning_names_the_share_of_the_curve_that_everybody_sees(room, message) -> None:
    [said] = [
        each.raised.said
        for each in holding(room, Moment.parse(NOW))
        if each.raised.subject == message.id
    ]
    assert said == "57 % have read it 1 d 4 h after sending: Stop"
