"""Playbooks on the command line: a new room has its tasks, and files go out and come in."""

import csv
import json
from pathlib import Path

import pytest

from desktop.warroom.choices import CrisisType
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.playbooks.timing import due_at
from tests.test_cli import War, war

__all__ = ["war"]  # a fixture

SHARED = Path(__file__).parents[2] / "shared" / "domain" / "playbook_tasks.csv"
AT = "2026-11-01T09:00+08:00"
T0 = Moment.parse(AT)
CLOCK = ("--now", "2026-11-01T09:10+08:00")


def made(war: War, kind: str, *more: str) -> str:
    said = war("new", "r.warroom", "--title", "T", "--type", kind, "--at", AT, *CLOCK, *more)
    assert said.returncode == 0, said.stderr
    return said.stdout


def rows(war: War) -> list[list[str]]:
    listed = war("playbook", "r.warroom")
    assert listed.returncode == 0, listed.stderr
    return [line.split("\t") for line in listed.stdout.splitlines()]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared domain files are not beside us")
@pytest.mark.parametrize("kind", list(CrisisType))
def test_the_tasks_of_a_new_room_equal_the_rows_that_have_a_due_offset(war, kind):
    made(war, kind)
    with SHARED.open(encoding="utf-8-sig", newline="") as file:
        own = [row for row in csv.DictReader(file) if row["playbook"] == kind]
    wanted = [
        [row["task_id"], str(due_at(T0, int(row["due_offset_min"]))), row["owner_role"]]
        for row in own
        if row["due_offset_min"] and not row["task_id"].startswith("QF")
    ]
    found = rows(war)
    assert sorted(found[:-4]) == sorted(wanted)
    assert [row[1] for row in found[:-4]] == sorted(row[1] for row in wanted)
    assert found[-4:] == [
        [row["task_id"], f"every {row['recurs_every_days']} days", row["owner_role"]]
        for row in own
        if not row["due_offset_min"]
    ]


def test_a_new_room_says_how_many_tasks_it_has(war):
    assert "49 tasks of its playbook are on the board" in made(war, "product_quality")


def test_food_brings_its_two_tasks(war):
    assert "51 tasks" in made(war, "product_quality", "--subtype", "food")
    assert {"QF1", "QF2"} <= {row[0] for row in rows(war)}


def test_without_playbook_the_board_is_empty(war):
    assert "playbook" not in made(war, "data_leak", "--no-playbook")
    assert [row[0] for row in rows(war)] == ["LP1", "LP2", "LP3", "LP4"]


def test_a_sub_type_of_another_type_is_wrong_use_and_makes_no_room(war, tmp_path):
    said = war("new", "r.warroom", "--title", "T", "--type", "data_leak", "--subtype", "food")
    assert said.returncode == 2
    assert "Food safety is no sub-type of Personal-data leak." in said.stderr
    assert not (tmp_path / "r.warroom").exists()


def test_an_exported_playbook_is_edited_imported_and_put_in_force(war, tmp_path):
    made(war, "data_leak", "--no-playbook")
    assert war("playbook", "r.warroom", "--export", "p.json").returncode == 0
    file = tmp_path / "p.json"
    plan = json.loads(file.read_text("utf-8"))
    assert plan["playbooks"] == [shipped(CrisisType.DATA_LEAK).plain()]
    plan["playbooks"][0]["prevention"].pop()
    file.write_text(json.dumps(plan), "utf-8")
    draft = war("playbook", "r.warroom", "--import", "p.json")
    assert "version 2 is kept as a draft" in draft.stdout
    assert len(rows(war)) == 4
    stands = war("playbook", "r.warroom", "--import", "p.json", "--in-force", "--by", "Chen Wei")
    assert "version 3 is in force" in stands.stdout
    assert len(rows(war)) == 3


def test_an_export_over_the_room_is_refused(war, tmp_path):
    made(war, "data_leak", "--no-playbook")
    before = (tmp_path / "r.warroom").read_bytes()
    said = war("playbook", "r.warroom", "--export", "r.warroom")
    assert (said.returncode, "is the room itself" in said.stderr) == (1, True)
    assert (tmp_path / "r.warroom").read_bytes() == before


def test_a_faulty_file_is_refused_whole_with_line_and_reason(war, tmp_path):
    made(war, "data_leak", "--no-playbook")
    war("playbook", "r.warroom", "--export", "p.json")
    file = tmp_path / "p.json"
    text = file.read_text("utf-8").replace('"owner": "legal"', '"owner": "wizard"', 1)
    line = text[: text.index("wizard")].count("\n") + 1
    file.write_text(text, "utf-8")
    said = war("playbook", "r.warroom", "--import", "p.json")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith(f"Line {line}: ")
    assert '"wizard" is no role' in said.stderr
    assert "1 lines and 1 records" in war("verify", "r.warroom").stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "words",
    [("--export", "a.json", "--import", "b.json"), ("--in-force",)],
)
def test_options_that_do_not_go_together_are_wrong_use(war, words):
    made(war, "data_leak", "--no-playbook")
    assert war("playbook", "r.warroom", *words).returncode == 2
