"""The clocks of a room on the command line."""

from pathlib import Path

from click.testing import CliRunner, Result

from desktop.cli.commands import cli
from desktop.warroom.choices import CrisisType
from desktop.warroom.method import clocks
from desktop.warroom.method.clocks import Clock, ClockKind, copied
from desktop.warroom.method.statutory import templates
from desktop.warroom.moment import Moment
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from tests.rooms import clock

NOW = "2026-11-22T09:30+08:00"
T0 = Moment.parse("2026-11-20T09:30+08:00")


def listed(path: Path, *options: str) -> Result:
    result = CliRunner().invoke(cli, ["clocks", str(path), "--now", NOW, *options])
    assert result.exit_code == 0, result.output
    return result


def rows(result: Result) -> dict[str, list[str]]:
    return {line.split("\t")[1]: line.split("\t") for line in result.output.splitlines()}


def a_room(folder: Path) -> WarRoom:
    incident = Incident(title="Leak", type=CrisisType.DATA_LEAK, t0=T0, jurisdictions=("EU", "TW"))
    return WarRoom.create(folder / "c.warroom", incident, operator="Lin", clock=clock())


def test_it_lists_what_is_proposed_with_the_time_that_is_left(tmp_path):
    room = a_room(tmp_path)
    room.close()
    found = rows(listed(tmp_path / "c.warroom"))
    gdpr = found["EU-GDPR-33"]
    assert gdpr[0] == "proposed"
    assert gdpr[4:7] == ["1 d 0 h left", "Mon 23 Nov 2026 09:30 UTC+8", "72 hours"]
    assert gdpr[7] == "recordinglaw.com 2026 guide; text of art. 33"
    assert gdpr[8] == "A: primary text read; verify with counsel"
    assert found["EU-GDPR-34"][6] == "without undue delay (no fixed hours; our target 24 h)"
    assert found["TW-PDPA-12"][4] == "no start yet"
    assert "TW-PDPA-2025" not in found


def test_every_statutory_line_says_verify_with_counsel(tmp_path):
    room = a_room(tmp_path)
    room.close()
    found = rows(listed(tmp_path / "c.warroom", "--all"))
    statutory = [parts for name, parts in found.items() if name in templates()]
    assert len(statutory) > 5
    assert all("verify with counsel" in parts[8] for parts in statutory)
    assert found["TW-PDPA-2025"][0] == "draft, not law"


def test_what_runs_stands_first_and_what_is_done_only_with_all(tmp_path):
    room = a_room(tmp_path)
    stored = room.add(copied(room, templates()["EU-GDPR-33"], T0))
    clocks.file(room, room.add(copied(room, templates()["TW-MODA-72H"], T0)), "No. 3")
    room.add(Clock(what=ClockKind.PROMISE, title="Call back", due=Moment.parse(NOW)))
    room.close()
    assert stored.id
    short, whole = listed(tmp_path / "c.warroom"), listed(tmp_path / "c.warroom", "--all")
    states = [line.split("\t")[0] for line in short.output.splitlines()]
    assert states == sorted(states, key=["running", "proposed"].index)
    assert "TW-MODA-72H" not in rows(short)
    assert rows(whole)["TW-MODA-72H"][0] == "Filing recorded: No. 3"


def test_it_speaks_the_language_that_is_asked_for(tmp_path):
    room = a_room(tmp_path)
    room.close()
    assert "請與法務確認" in listed(tmp_path / "c.warroom", "--language", "zh_TW").output
    assert "请与法务核实" in listed(tmp_path / "c.warroom", "--language", "zh_CN").output
