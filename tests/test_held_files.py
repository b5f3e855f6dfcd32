"""Pictures pasted into the log bar belong to the line that is logged next, and to no other."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.attachments import Attachment, attachments_of
from desktop.warroom.records import Entry
from desktop.window import MainWindow
from tests.full_disk import files_no_larger_than
from tests.rooms import clock, new_room
from widgets import theme
from widgets.chip import Chip

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot, tmp_path, monkeypatch):
    application()
    theme.apply("dark")
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    path = tmp_path / "r.warroom"
    new_room(path).close()
    window = MainWindow(clock(), Settings(), "Zhao Min")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.room_ready):
        assert window.open_room(path)
    window.desk.show_page("timeline")
    window.desk.bar.line.setFocus()
    return window.desk


def paste_picture(qtbot, desk, colour="#c8372f"):
    image = QImage(24, 16, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(desk.bar.line, KEY.Key_V, CTRL)


def drop(desk, *files: Path):
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    line = desk.bar.line
    at = line.rect().center()
    QApplication.sendEvent(line, QDragEnterEvent(at, copy, held, left, NOTHING))
    QApplication.sendEvent(line, QDropEvent(QPointF(at), copy, held, left, NOTHING))


def chips(desk) -> list[str]:
    return [chip.text() for chip in desk.bar.findChildren(Chip) if chip.text().startswith("📎")]


def names(desk) -> list[list[str]]:
    room = desk.room
    return [[a.name for a in attachments_of(room, entry)] for entry in room.all(Entry)]


def test_a_pasted_picture_goes_with_the_line_and_with_no_later_one(qtbot, desk):
    paste_picture(qtbot, desk)
    assert (chips(desk), desk.bar.line.text()) == (["📎 1 picture"], "")
    qtbot.keyClicks(desk.bar.line, "crack at the base")
    assert chips(desk) == ["📎 1 picture"]
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    assert chips(desk) == []
    qtbot.keyClicks(desk.bar.line, "next")
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    assert names(desk) == [["Picture 2026-11-23 14.30.00.png"], []]


def test_undo_gives_line_and_picture_back_for_mending(qtbot, desk):
    paste_picture(qtbot, desk)
    qtbot.keyClicks(desk.bar.line, "crak")
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    qtbot.keyClick(desk.bar.line, KEY.Key_Z, CTRL)
    assert (desk.bar.line.text(), chips(desk)) == ("crak", ["📎 1 picture"])
    assert desk.room.all(Attachment) == []
    desk.bar.line.setText("crack")
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    assert names(desk) == [["Picture 2026-11-23 14.30.00.png"]]
    assert desk.room.verify().sound


def test_redo_after_undo_leaves_nothing_waiting(qtbot, desk):
    paste_picture(qtbot, desk)
    qtbot.keyClicks(desk.bar.line, "crack")
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    desk.undo()
    desk.redo()
    assert (desk.bar.line.text(), chips(desk), len(desk.room.all(Attachment))) == ("", [], 1)


def test_files_and_pictures_are_counted_once_each_and_backspace_lets_go(qtbot, desk, tmp_path):
    (tmp_path / "a.txt").write_text("a")
    paste_picture(qtbot, desk)
    paste_picture(qtbot, desk)
    drop(desk, tmp_path / "a.txt")
    assert chips(desk) == ["📎 2 files"]
    qtbot.keyClick(desk.bar.line, KEY.Key_Backspace)
    assert chips(desk) == ["📎 1 picture"]
    qtbot.keyClick(desk.bar.line, KEY.Key_Backspace)
    assert chips(desk) == []
    qtbot.keyClicks(desk.bar.line, "ab")
    paste_picture(qtbot, desk)
    qtbot.keyClick(desk.bar.line, KEY.Key_Backspace)
    assert (desk.bar.line.text(), chips(desk)) == ("a", ["📎 1 picture"])


def test_a_folder_is_refused_above_the_line_and_what_was_typed_stays(qtbot, desk, tmp_path):
    (tmp_path / "photos").mkdir()
    qtbot.keyClicks(desk.bar.line, "seen")
    drop(desk, tmp_path / "photos")
    assert desk.bar.sentence().startswith("photos is a folder")
    assert (desk.bar.line.text(), chips(desk)) == ("seen", [])


def test_a_full_disk_keeps_the_line_and_its_picture(qtbot, desk, tmp_path):
    (tmp_path / "film.bin").write_bytes(bytes(range(256)) * 20_000)
    drop(desk, tmp_path / "film.bin")
    qtbot.keyClicks(desk.bar.line, "seen")
    with files_no_larger_than(desk.room.path.stat().st_size + 1_000_000):
        qtbot.keyClick(desk.bar.line, KEY.Key_Return)
        assert (desk.bar.line.text(), chips(desk)) == ("seen", ["📎 1 file"])
        assert desk.room.all(Entry) == []
    qtbot.keyClick(desk.bar.line, KEY.Key_Return)
    assert names(desk) == [["film.bin"]]
