"""With four answers a team's mood is nowhere: not in the file, an export, a paper or a search."""

import json
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop import paper
from desktop.app import application
from desktop.pages.record import RecordPanel
from desktop.warroom.exchange.json_in import read_json
from desktop.warroom.exchange.take_out import take_out
from desktop.warroom.faults import RuleBroken
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import StaffGroup
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from desktop.warroom.staff_support import Pulse
from desktop.warroom.staff_table import figures
from tests.watched import at

SECRET = "stairwell"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def night(room: WarRoom) -> StaffGroup:
    """A team of which four answered, after every try to write down how."""
    group = room.add(StaffGroup(name="Night", headcount=12))
    four = {"ones": 4, "concerns": (SECRET,)}
    with pytest.raises(RuleBroken):
        room.add(Pulse(group=group.id, at=at(), **four))
    few = room.add(Pulse(group=group.id, at=at(), answers=4))
    with pytest.raises(RuleBroken):
        room.change(few, **four)
    return group


@pytest.mark.parametrize("ending", ["json", "xlsx", "csv"])
def test_no_export_holds_it_and_all_say_how_many_answered(room, night, tmp_path, ending) -> None:
    out = tmp_path / f"pulses.{ending}"
    finished(take_out(room, out, [Selection(kind=Pulse)]))
    if ending == "json":
        [pulse] = json.loads(out.read_text(encoding="utf-8"))["records"]["pulse"]
        assert pulse["answers"] == 4
        assert not {"ones", "twos", "threes", "fours", "fives", "concerns"} & set(pulse)
    assert SECRET.encode() not in out.read_bytes()


def test_a_file_that_holds_it_is_not_brought_back(room, night, tmp_path) -> None:
    out = tmp_path / "room.json"
    finished(take_out(room, out))
    plain = json.loads(out.read_text(encoding="utf-8"))
    plain["records"]["pulse"][0]["ones"] = 4
    with pytest.raises(RuleBroken, match="would show who said what"):
        read_json(json.dumps(plain).encode())


def test_figures_and_paper_say_that_too_few_answered_and_nothing_else(
    room, night, tmp_path
) -> None:
    [mood] = [each for each in figures(room, None, room.now()) if each.key == "pulse_mean"]
    assert (mood.words, mood.share) == ("too few answers to be shown", None)
    out = tmp_path / "b.pdf"
    paper.preview(room, out, "en")
    assert SECRET.encode() not in _inflated(out)


def _inflated(out: Path) -> bytes:
    """Every stream of a PDF, also those that no page shows."""
    found = b""
    for part in out.read_bytes().split(b"stream")[1::2]:
        try:
            found += zlib.decompress(part.strip(b"\r\n"))
        except zlib.error:
            found += part
    assert found
    return found


def test_no_search_finds_it(room, night) -> None:
    for kind in KINDS.values():
        assert room.records(Selection(kind=kind, words=SECRET, everywhere=True)) == []
    room.add(Pulse(group=night.id, at=at(), ones=1, fives=4, concerns=("overtime",)))
    assert room.records(Selection(kind=Pulse, words="overtime")) == []


def test_the_file_itself_and_the_form_that_was_refused_keep_nothing(qtbot, room, night) -> None:
    application()
    panel = RecordPanel(room)
    qtbot.addWidget(panel)
    panel.show()
    panel.ask_new(Pulse, group=night.id)
    editors = {each.accessibleName(): each for each in panel.findChildren(QLineEdit)}
    qtbot.keyClicks(next(e for name, e in editors.items() if name.startswith("Answered 1")), "4")
    qtbot.keyClick(panel._form, Qt.Key.Key_Return, CTRL)
    assert [each.answers for each in room.all(Pulse)] == [4]
    panel.ask_new(StaffGroup)
    panel.ask_new(Pulse, group=night.id)
    assert room.kept_form(Pulse.kind_name) == {}
    assert panel.values()["ones"] == ""
    panel.ask_new(StaffGroup)
    assert room.path
    assert SECRET.encode() not in room.path.read_bytes()
