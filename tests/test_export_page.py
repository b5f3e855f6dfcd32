"""The export page: what, in which format, where; written between frames, or stopped."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from desktop.app import application
from desktop.pages.take_out import TakeOut
from desktop.warroom.records import Entry, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, timeline
from tests.in_front import in_front
from tests.rooms import T0, clock, new_room
from widgets import theme
from widgets.plain import PlainLabel


class Asker:
    """Answers where the file goes, and keeps what was suggested."""

    def __init__(self, place: Path | None) -> None:
        self.place, self.asked = place, []

    def ask(self, *said: str) -> Path | None:
        self.asked.append(said)
        return self.place


@pytest.fixture
def room(tmp_path):
    application()
    theme.apply("dark")
    theme.set_scale(1.0)
    room = new_room(tmp_path / "r.warroom", clock(), title="Bottles: overheat?")
    for number in range(4):
        room.add(Entry(text=f"entry {number}", happened_at=T0, key=number > 2))
    room.add(Task(title="Call"))
    yield room
    room.close()


def page(qtbot, room: WarRoom, place: Path | None, shown: Selection | None = None) -> TakeOut:
    made = TakeOut(room, shown, ask_place=Asker(place).ask)
    in_front(qtbot, made, 1_100, 700)
    return made


def box(made: TakeOut, label: str) -> QComboBox:
    boxes = made.form.findChildren(QComboBox)
    return next(each for each in boxes if each.accessibleName() == label)


def choose(qtbot, made: TakeOut, label: str, words: str) -> None:
    """Choose by typing the first letters, as a keyboard does."""
    box(made, label).setFocus()
    qtbot.keyClicks(box(made, label), words)
    assert box(made, label).currentText().startswith(words)


def write(qtbot, made: TakeOut) -> None:
    buttons = made.form.findChildren(QPushButton)
    button = next(each for each in buttons if each.text().startswith("Choose where"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(made: TakeOut) -> str:
    return " ".join(each.text() for each in made.findChildren(PlainLabel) if each.isVisible())


def test_the_whole_room_goes_into_a_workbook_unless_something_else_is_chosen(
    qtbot, room, tmp_path
) -> None:
    made = page(qtbot, room, tmp_path / "out.xlsx")
    assert box(made, "What should be written?").currentText() == "The whole room"
    with qtbot.waitSignal(made.done) as done:
        write(qtbot, made)
    path = str(tmp_path / "out.xlsx")
    assert done.args == [f"5 records were written to {path}."]
    assert load_workbook(path)["Timeline"]["B5"].value == "entry 3"


def test_the_filter_of_the_page_is_offered_first_and_keeps_its_order(qtbot, room, tmp_path) -> None:
    shown = timeline(words="entry", equal=(("key", (True,)),))
    made = page(qtbot, room, tmp_path / "out.csv", shown)
    assert box(made, "What should be written?").currentText() == "What the page shows: 1 entry"
    choose(qtbot, made, "In which format?", "CSV")
    with qtbot.waitSignal(made.done):
        write(qtbot, made)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == ["entry 3"]


def test_a_page_without_a_filter_offers_its_kind(qtbot, room, tmp_path) -> None:
    made = page(qtbot, room, tmp_path / "out.json", timeline(newest_first=True))
    assert box(made, "What should be written?").currentText() == "Timeline: 4 entries"
    choose(qtbot, made, "In which format?", "JSON")
    with qtbot.waitSignal(made.done):
        write(qtbot, made)
    assert list(json.loads((tmp_path / "out.json").read_bytes())["records"]) == [
        "incident",
        "entry",
    ]


def test_csv_of_the_whole_room_is_refused_beside_the_choice(qtbot, room, tmp_path) -> None:
    made = page(qtbot, room, tmp_path / "out.csv")
    choose(qtbot, made, "In which format?", "CSV")
    write(qtbot, made)
    assert "A CSV file holds one kind of record. Choose one." in texts(made)
    assert box(made, "What should be written?").hasFocus()
    assert not (tmp_path / "out.csv").exists()


def test_a_name_is_suggested_that_every_system_takes(qtbot, room) -> None:
    asker = Asker(None)
    made = TakeOut(room, ask_place=asker.ask)
    qtbot.addWidget(made)
    with qtbot.assertNotEmitted(made.done):
        write(qtbot, made)
    [(_title, name, kinds)] = asker.asked
    assert (name, kinds) == ("Bottles- overheat- 2026-11-23.xlsx", "XLSX files (*.xlsx)")
    assert made.form.isVisibleTo(made)


def test_a_name_without_an_ending_gets_one_but_no_other_file_is_lost(qtbot, room, tmp_path) -> None:
    made = page(qtbot, room, tmp_path / "out")
    with qtbot.waitSignal(made.done):
        write(qtbot, made)
    before = (tmp_path / "out.xlsx").read_bytes()
    with qtbot.waitSignal(made.failed) as failed:
        write(qtbot, made)
    assert failed.args == ["out.xlsx is already there. Choose another name."]
    assert (tmp_path / "out.xlsx").read_bytes() == before


def test_a_fault_of_the_disk_is_said_and_the_form_is_there_again(qtbot, room, tmp_path) -> None:
    made = page(qtbot, room, tmp_path / "no" / "such" / "out.xlsx")
    with qtbot.waitSignal(made.failed) as failed:
        write(qtbot, made)
    assert failed.args[0].startswith("out.xlsx cannot be written:")
    assert made.form.isVisible()


def test_escape_stops_the_writing_without_a_trace_and_then_leaves(qtbot, room, tmp_path) -> None:
    room.add_all([Entry(text="x" * 200, happened_at=T0)] * 3_000)
    made = page(qtbot, room, tmp_path / "out.xlsx")
    write(qtbot, made)
    qtbot.waitUntil(lambda: "Writing" in texts(made) and " of 3,005 records" in texts(made))
    with qtbot.assertNotEmitted(made.cancelled):
        qtbot.keyClick(made.focusProxy(), Qt.Key.Key_Escape)
    assert made.note() == "Stopped. Nothing was written."
    assert [path.name for path in tmp_path.glob("out*")] == []
    with qtbot.waitSignal(made.cancelled):
        qtbot.keyClick(made.form, Qt.Key.Key_Escape)


def test_what_is_logged_while_it_writes_is_saved_and_not_in_the_file(qtbot, room, tmp_path) -> None:
    room.add_all([Entry(text="x", happened_at=T0)] * 2_000)
    made = page(qtbot, room, tmp_path / "out.json")
    choose(qtbot, made, "In which format?", "JSON")
    with qtbot.waitSignal(made.done) as done:
        write(qtbot, made)
        qtbot.waitUntil(lambda: "of 2,006 records" in texts(made))
        room.capture("in the middle")
    assert done.args[0].startswith("2,006 records were written")
    assert "in the middle" not in (tmp_path / "out.json").read_text(encoding="utf-8")
    assert room.all(Entry)[-1].text == "in the middle"


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_nothing_is_wider_than_the_page(qtbot, room, scale: float) -> None:
    made = page(qtbot, room, None)
    made.resize(1_000, 640)
    theme.set_scale(scale)
    qtbot.wait(1)
    boxes, buttons = made.findChildren(QComboBox), made.findChildren(QPushButton)
    parts = [part for part in (*boxes, *buttons) if part.isVisible()]
    assert len(parts) == 4
    for part in parts:
        left = part.mapTo(made, part.rect().topLeft()).x()
        assert left >= 0
        assert left + part.width() <= made.width()
    theme.set_scale(1.0)
