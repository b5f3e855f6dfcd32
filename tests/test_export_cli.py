"""The export and the JSON import on the command line: what they write, and one sentence if not."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.test_cli import War, outage, war

__all__ = ["outage", "war"]  # fixtures

KINDS = "timeline, tasks, coverage, staff_groups, staff_messages, deliveries, people"


def test_a_csv_of_one_kind_comes_in_again(outage: War, tmp_path: Path) -> None:
    outage("log", "r.warroom", "17:20 =cmd|x")
    made = outage("export", "r.warroom", "t.csv", "--kind", "timeline")
    path = tmp_path / "t.csv"
    assert (made.returncode, made.stdout.splitlines()[-1]) == (
        *(0, "1 record was written to t.csv."),
    )
    assert "'=cmd|x" in path.read_text(encoding="utf-8-sig")
    assert (
        outage(
            "new", "o.warroom", "--title", "x", "--type", "data_leak", "--no-playbook"
        ).returncode
        == 0
    )
    outage("import", "o.warroom", "t.csv", "--as", "timeline")
    outage("export", "o.warroom", "o.csv", "--kind", "timeline")
    [_head, ours], [_head_too, theirs] = (
        (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()
        for name in ("t.csv", "o.csv")
    )
    assert theirs.split(",")[:4] == ours.split(",")[:4]


def test_csv_without_a_kind_names_the_kinds_and_writes_nothing(outage: War, tmp_path: Path) -> None:
    asked = outage("export", "r.warroom", "t.csv")
    assert (asked.returncode, KINDS in asked.stderr) == (2, True)
    assert outage("export", "r.warroom", "t.csv", "--kind", "tweets").returncode == 2
    assert not (tmp_path / "t.csv").exists()


def test_a_workbook_speaks_the_language_that_is_asked_for(outage: War, tmp_path: Path) -> None:
    made = outage("export", "r.warroom", "t.xlsx", "--kind", "people", "--language", "zh_TW")
    assert made.returncode == 0, made.stderr
    [sheet] = load_workbook(tmp_path / "t.xlsx").worksheets
    assert not sheet.title.isascii()
    assert not sheet["A1"].value.isascii()


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("export", "r.warroom", "r.warroom"), 2, "this version writes"),
        (("export", "r.warroom", "no/such/t.json"), 1, "cannot be written"),
        (("export", "r.warroom", "t.xlsx", "--taken-back"), 1, "Only JSON"),
        (("import", "r.warroom", "t.csv"), 2, KINDS),
        (("import", "r.warroom", "t.json", "--as", "tasks"), 2, "JSON says itself what it holds"),
        (("import", "r.warroom", "t.json"), 1, "t.json cannot be read"),
    ],
)
def test_a_failure_is_one_sentence_and_a_code(
    outage: War, args: tuple[str, ...], code: int, sentence: str
) -> None:
    run = outage(*args)
    assert (run.returncode, "Traceback" in run.stderr) == (code, False), run.stderr
    assert sentence in run.stderr


def test_a_room_goes_out_and_comes_back(outage: War, tmp_path: Path) -> None:
    outage("log", "r.warroom", "17:20 load rises", "--by", "Lin Xia")
    outage("export", "r.warroom", "a.json")
    restored = outage("import", "new.warroom", "a.json", "--by", "Wu Ke")
    assert restored.stdout == "2 records were restored.\n", restored.stderr
    outage("export", "new.warroom", "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert "sound" in outage("verify", "new.warroom").stdout
    again = outage("import", "new.warroom", "a.json")
    assert (again.returncode, "already holds records" in again.stderr) == (1, True)
