"""The command line: what it does, and one sentence with a code when it does not."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
GITLAB = DATA / "timeline_gitlab_2017-01-31_db_outage.csv"
ALIBABA = DATA / "timeline_alibaba_cloud_hk_2022-12-18_outage.csv"
WEIBO = DATA / "weibo_2022-03_315_sauerkraut_food_safety.csv"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="the real files are not beside here")

Run = subprocess.CompletedProcess[str]
War = Callable[..., Run]


@pytest.fixture
def war(tmp_path: Path) -> War:
    def run(*args: str) -> Run:
        return subprocess.run(
            [sys.executable, "-m", "desktop", *args],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "WARROOM_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
        )

    return run


@pytest.fixture
def outage(war: War) -> War:
    made = war(
        *("new", "r.warroom", "--title", "Database outage", "--type", "platform_security"),
        "--no-playbook",
        *("--at", "2017-01-31T23:27+00:00"),
    )
    assert made.returncode == 0, made.stderr
    return war


def entries(war: War, tmp_path: Path) -> list[dict[str, str]]:
    assert war("export", "r.warroom", "out.json").returncode == 0
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    found: list[dict[str, str]] = data["records"].get("entry", [])
    return found


def test_log_prints_what_was_understood_and_the_number(outage: War) -> None:
    logged = outage("log", "r.warroom", "-10m /media City TV asks !+2h", "--by", "Lin Xia")
    assert logged.returncode == 0, logged.stderr
    assert re.match(r"Entry 2 is saved: Media, .*, City TV asks\n", logged.stdout)
    assert "answer by" in logged.stdout


def test_a_line_may_come_in_pieces_and_begin_with_a_dash(outage: War, tmp_path: Path) -> None:
    assert outage("log", "r.warroom", "-10%", "refunds", "promised").returncode == 0
    assert [e["text"] for e in entries(outage, tmp_path)] == ["-10% refunds promised"]


def test_now_and_by_are_kept(outage: War, tmp_path: Path) -> None:
    said = ("--now", "2026-11-23T14:30+08:00", "--by", "Lin Xia")
    assert outage("log", "r.warroom", "14:05 pump off", *said).returncode == 0
    entry = entries(outage, tmp_path)[0]
    assert entry["happened_at"] == "2026-11-23T14:05+08:00"
    assert entry["author"] == "Lin Xia"
    assert "1 lines were written under a pretended clock" in outage("verify", "r.warroom").stdout


@needs_data
def test_a_real_outage_is_imported_in_order_with_its_precision(outage: War, tmp_path: Path) -> None:
    imported = outage("import", "r.warroom", str(GITLAB), "--as", "timeline")
    assert "19 entries were imported" in imported.stdout, imported.stderr
    found = entries(outage, tmp_path)
    assert len(found) == 19
    assert found[0]["source"] == "GitLab postmortem 2017-02-10"
    assert found[0]["happened_at"] == "2017-01-31T17:20+00:00~"
    assert found[1]["happened_at"] == "2017-01-31T18+00:00"
    assert (
        "15 entries were imported"
        in outage("import", "r.warroom", str(ALIBABA), "--as", "timeline").stdout
    )
    assert "sound" in outage("verify", "r.warroom").stdout
    assert outage("brief", "r.warroom", "-o", "b.pdf").returncode == 0
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


@needs_data
def test_an_unsure_encoding_is_asked_and_nothing_is_imported(outage: War, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_bytes(WEIBO.read_text(encoding="utf-8").encode("gb18030"))
    asked = outage("import", "r.warroom", "w.csv", "--as", "timeline")
    assert asked.returncode == 2
    for name in ("GB18030", "cp1252"):  # these bytes are no Big5 at all
        assert name in asked.stderr
    assert "谁最害怕315晚会" in asked.stderr
    assert entries(outage, tmp_path) == []
    sure = outage("import", "r.warroom", "w.csv", "--as", "timeline", "--encoding", "GB18030")
    assert "43 entries were imported" in sure.stdout


def test_one_wrong_row_imports_nothing_and_is_named(outage: War, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "time,text\n2026-11-23 14:05,good\n31/31/2020,bad time\n2026-11-23 14:06,good\n"
    )
    wrong = outage("import", "r.warroom", "t.csv", "--as", "timeline")
    assert wrong.returncode == 1
    assert 'Line 3, column "time"' in wrong.stderr
    assert entries(outage, tmp_path) == []


def test_columns_can_be_mapped_and_a_dry_run_writes_nothing(outage: War, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("wann,was\n2026-11-23T14:05+08:00,pump off\n")
    args = ("import", "r.warroom", "t.csv", "--as", "timeline")
    mapped = (*args, "--map", "wann=happened_at", "--map", "was=text")
    assert "1 entry can be read" in outage(*mapped, "--dry-run").stdout
    assert entries(outage, tmp_path) == []
    assert "1 entry was imported" in outage(*mapped).stdout
    assert [e["text"] for e in entries(outage, tmp_path)] == ["pump off"]


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("log", "no.warroom", "x"), 1, "no.warroom is not there"),
        (("log", "r.warroom", "/media"), 1, "Say what happened"),
        (("log", "r.warroom"), 2, "Missing argument"),
        (("new", "r.warroom", "--title", "x", "--type", "data_leak"), 1, "already there"),
        (("new", "x.warroom", "--title", "x", "--type", "flood"), 2, "flood"),
        (("new", "x.warroom", "--title", " ", "--type", "data_leak", "--at", "soon"), 2, "soon"),
        (("export", "r.warroom", "out.xls"), 2, "out.xls"),
        (("brief", "r.warroom", "-o", "no/such/b.pdf"), 1, "Choose another place"),
        (("verfy",), 2, "neither a command nor a room"),
        (("picture", "r.warroom", "--size", "9x9", "-o", "p.png"), 2, "is no size"),
        (("brief",), 2, "Missing argument"),
        (("import", "r.warroom", "no.csv", "--as", "timeline"), 1, "no.csv"),
        (("picture", "r.warroom", "--size", "huge", "-o", "p.png"), 2, "huge"),
        (("verify", "home"), 1, "is a folder"),
    ],
)
def test_a_failure_is_one_sentence_and_a_code(
    outage: War, args: tuple[str, ...], code: int, sentence: str
) -> None:
    run = outage(*args)
    assert (run.returncode, "Traceback" in run.stderr) == (code, False), run.stderr
    assert sentence in run.stderr
    assert "Usage:" not in run.stderr


def test_verify_names_the_changed_entry_with_code_1(outage: War, tmp_path: Path) -> None:
    outage("log", "r.warroom", "the pump is off")
    file = tmp_path / "r.warroom"
    data = file.read_bytes()
    at = data.index(b'"text":"the pump')
    file.write_bytes(data[: at + 8] + b"T" + data[at + 9 :])
    checked = outage("verify", "r.warroom")
    assert checked.returncode == 1
    assert checked.stderr.startswith("Entry 2 of device")


def test_a_preview_leaves_the_room_untouched(outage: War, tmp_path: Path) -> None:
    before = (tmp_path / "r.warroom").read_bytes()
    assert outage("brief", "r.warroom", "-o", "p.pdf", "--preview").returncode == 0
    assert outage("picture", "r.warroom", "-o", "p.png", "--theme", "light").returncode == 0
    assert (tmp_path / "r.warroom").read_bytes() == before
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")


def test_without_a_display_the_first_command_makes_the_example_and_ends(
    war: War, tmp_path: Path
) -> None:
    made = war()
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "example" / "briefing.pdf").exists()
    assert (tmp_path / "example" / "dashboard-dark.png").exists()
    assert "sound" in war("verify", "example/example.warroom").stdout
    window = war("example/example.warroom")
    assert window.returncode == 1
    assert window.stderr.startswith("There is no display")


@pytest.mark.parametrize(
    "command",
    [
        ("brief", "r.warroom", "-o", "r.warroom"),
        ("brief", "r.warroom", "-o", "r.warroom", "--preview"),
        ("brief", "r.warroom", "-o", "other.warroom"),
        ("picture", "r.warroom", "-o", "r.warroom"),
        ("export", "r.warroom", "r.warroom.json"),
    ],
)
def test_nothing_is_ever_written_over_a_room(outage: War, tmp_path: Path, command) -> None:
    for name in ("other.warroom", "r.warroom.json"):
        (tmp_path / name).write_bytes((tmp_path / "r.warroom").read_bytes())
    rooms = ("r.warroom", "other.warroom", "r.warroom.json")
    before = [outage("verify", room).stdout for room in rooms]
    refused = outage(*command)
    assert refused.returncode in (1, 2)
    assert "Choose another name" in refused.stderr
    assert [outage("verify", room).stdout for room in rooms] == before
    assert "sound" in before[0]
