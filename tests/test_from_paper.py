"""What was written by hand is typed in by keys, and papers are written from the menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.app import application
from desktop.pages.from_paper import FromPaper
from desktop.settings import Settings
from desktop.warroom.papers.forms import numbered
from desktop.warroom.papers.sort import Sort
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.window import MainWindow
from tests.rooms import clock, new_room
from widgets import theme

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = 60_000  # milliseconds in which a paper is surely written


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def page(qtbot, room: WarRoom) -> FromPaper:
    numbered(room)
    page = FromPaper(room)
    qtbot.addWidget(page)
    page.resize(1_200, 800)
    page.show()
    return page


@pytest.fixture
def window(qtbot, tmp_path) -> MainWindow:
    new_room(tmp_path / "r.warroom").close()
    window = MainWindow(clock(), Settings(tmp_path / "settings.ini"), "Lin Xia")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(tmp_path / "r.warroom")
    return window


def write(qtbot, page: FromPaper, line: int, **cells: str) -> None:
    for name, text in cells.items():
        qtbot.keyClicks(page.lines.cell(line, name), text)


def offered(window: MainWindow, words: str):
    return next(each for each in window._commands.offered() if each.command.words == words)


def test_ctrl_enter_keeps_the_page_with_form_and_page_as_the_source(qtbot, page, room):
    write(qtbot, page, 0, time="11:05", text="The lights went out", source="Wu Ke")
    write(qtbot, page, 1, time="11:20", text="Phones work again")
    with qtbot.waitSignal(page.done) as done:
        qtbot.keyClick(page.lines.cell(1, "text"), KEY.Key_Return, CTRL)
    assert "2 lines" in done.args[0]
    assert [each.source for each in room.all(Entry)] == [
        "paper, form F-1 page 1; Wu Ke",
        "paper, form F-1 page 1",
    ]


def test_enter_goes_to_the_next_line_and_a_full_sheet_grows(qtbot, page):
    before = len(page.lines.lines())
    write(qtbot, page, before - 1, text="the last one")
    assert len(page.lines.lines()) == before + 1
    page.lines.cell(0, "text").setFocus()
    qtbot.keyClick(page.lines.cell(0, "text"), KEY.Key_Return)
    assert page.lines.cell(1, "time").hasFocus()


def test_a_cell_that_cannot_be_read_is_named_and_nothing_typed_is_lost(qtbot, page, room):
    write(qtbot, page, 0, time="11:05", text="good")
    write(qtbot, page, 1, time="noon", text="bad")
    qtbot.keyClick(page.lines.cell(1, "text"), KEY.Key_Return, CTRL)
    assert page.lines.cell(1, "time").hasFocus()
    assert "14:05" in page.lines.cell(1, "time").accessibleDescription()
    assert page.lines.cell(0, "text").text() == "good"
    assert room.all(Entry) == []


def test_what_was_typed_and_not_kept_is_there_the_next_time(qtbot, page, room):
    write(qtbot, page, 0, time="11:05", text="half a page")
    qtbot.keyClick(page.lines.cell(0, "text"), KEY.Key_Escape)
    again = FromPaper(room)
    qtbot.addWidget(again)
    assert again.lines.cell(0, "text").text() == "half a page"
    again.form.submitted.emit()
    assert room.kept_form("from-paper") == {}


def test_another_form_has_other_columns_and_keeps_what_fits(qtbot, page, room):
    write(qtbot, page, 0, time="11:05", text="Call the supplier")
    task = next(each for each in page._forms.values() if each.form == "task")
    page.form._rows["form"].editor._box.setCurrentIndex(
        page.form._rows["form"].editor._box.findData(task.id)
    )
    assert page.lines.cell(0, "owner").text() == ""
    assert page.lines.cell(0, "text").text() == "Call the supplier"


def test_a_page_that_the_form_does_not_have_is_refused(qtbot, page, room):
    page.form._rows["page"].editor.widget().setText("99")
    write(qtbot, page, 0, time="11:05", text="a")
    page.form.submitted.emit()
    assert room.all(Entry) == []


@pytest.mark.parametrize("sort", list(Sort))
def test_the_menu_writes_every_paper_beside_the_work(qtbot, window, tmp_path, monkeypatch, sort):
    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_g, **_n: (str(target), ""))
    with qtbot.waitSignal(window._traffic.told, timeout=LONG) as told:
        offered(window, sort.shown).action.trigger()
    assert "paper.pdf" in told.args[0]
    assert Path(target).read_bytes().startswith(b"%PDF")


def test_the_menu_opens_the_page_and_undo_takes_the_lines_back(qtbot, window):
    offered(window, "Type in from paper").action.trigger()
    page = window.findChildren(FromPaper)[-1]
    write(qtbot, page, 0, time="11:05", text="The lights went out")
    page.form.submitted.emit()
    room = window.desk.room
    assert [each.text for each in room.all(Entry)] == ["The lights went out"]
    window.desk.undo()
    assert room.all(Entry) == []
