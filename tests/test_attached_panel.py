"""Attachments in the panel of a record: pasted, dropped, opened, saved and taken back by keys."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMenu

from desktop.app import application
from desktop.pages.record import RecordPanel
from desktop.warroom.attachments import Attachment, Given, attachments_of
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Evidence
from tests.rooms import START, clock, new_room
from widgets import theme
from widgets.attachment_list import SHOWN
from widgets.file_drop import as_png
from widgets.plain import PlainButton, PlainLabel
from widgets.thumbnails import KEPT, Thumbnails, decoded

CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier


def picture(width=40, height=30, colour="#c8372f") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def room(tmp_path):
    application()
    theme.apply("dark")
    room = new_room(tmp_path / "r.warroom", clock())
    yield room
    room.close()


@pytest.fixture
def entry(room):
    return room.add(Entry(text="Shops call", happened_at=Moment.of(START)))


@pytest.fixture
def panel(qtbot, room, entry):
    panel = RecordPanel(room)
    panel.resize(420, 900)
    qtbot.addWidget(panel)
    panel.show_record(entry)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def mime(*paths: Path) -> QMimeData:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return held


def drop(widget, held: QMimeData) -> bool:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    middle = widget.rect().center()
    enter = QDragEnterEvent(middle, copy, held, left, NOTHING)
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(QPointF(middle), copy, held, left, NOTHING)
    QApplication.sendEvent(widget, event)
    return enter.isAccepted() and event.isAccepted()


def paste(qtbot, widget, held: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(held)
    qtbot.keyClick(widget, Qt.Key.Key_V, CTRL)


def image_mime(image: QImage) -> QMimeData:
    held = QMimeData()
    held.setImageData(image)
    return held


def source_line(panel) -> QLineEdit:
    return next(w for w in panel.findChildren(QLineEdit) if w.accessibleName() == "Source")


def names(room, entry) -> list[str]:
    return [each.name for each in attachments_of(room, entry)]


def test_files_dropped_on_a_field_are_attached_and_their_places_are_not_typed(
    qtbot, panel, room, entry, tmp_path
):
    one, two = tmp_path / "瓶身.txt", tmp_path / "b.csv"
    one.write_text("crack"), two.write_text("a,b")
    line = source_line(panel)
    with qtbot.waitSignal(panel.did) as said:
        assert drop(line, mime(one, two))
    assert said.args == ["Attached 2 files to: Shops call"]
    assert (names(room, entry), line.text()) == (["瓶身.txt", "b.csv"], "")
    assert len(panel.attached.faces()) == 2
    room.undo()
    assert (names(room, entry), panel.attached.faces()) == ([], [])


def test_a_picture_pasted_into_a_field_is_attached_with_its_small_picture(
    qtbot, panel, room, entry
):
    image = picture()
    paste(qtbot, source_line(panel), image_mime(image))
    [made] = attachments_of(room, entry)
    assert (made.name, made.media_type) == ("Picture 2026-11-23 14.30.00.png", "image/png")
    kept = QImage.fromData(b"".join(room.kept(made.file)))
    assert kept.convertToFormat(image.format()) == image
    [face] = panel.attached.faces()
    qtbot.waitUntil(face.has_picture)


def test_text_is_pasted_and_dropped_as_text(qtbot, panel, room, entry):
    held = QMimeData()
    held.setText("hotline")
    paste(qtbot, source_line(panel), held)
    rich = image_mime(picture())
    rich.setText(" 12")
    paste(qtbot, source_line(panel), rich)
    assert source_line(panel).text() == "hotline 12"
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/a.png")])
    drop(panel, web)
    assert names(room, entry) == []


def test_a_folder_that_is_dropped_is_refused_in_a_sentence(qtbot, panel, room, entry, tmp_path):
    (tmp_path / "photos").mkdir()
    with qtbot.waitSignal(panel.failed) as said:
        drop(panel, mime(tmp_path / "photos"))
    assert said.args == ["photos is a folder or no file. Attach the files in it one by one."]
    assert names(room, entry) == []


def test_what_is_not_saved_yet_takes_no_files(qtbot, panel, room, tmp_path):
    panel.ask_new(Entry)
    (tmp_path / "a.txt").write_text("a")
    with qtbot.waitSignal(panel.failed) as said:
        drop(panel, mime(tmp_path / "a.txt"))
    assert said.args == ["Save this first, and attach files to it then."]
    assert room.all(Attachment) == []


def test_enter_opens_a_copy_that_cannot_be_changed(qtbot, panel, room, entry, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    data = as_png(picture())
    room.attach(entry, [Given.of("../../odd: name.exe", data)])
    [face] = panel.attached.faces()
    face.setFocus()
    qtbot.keyClick(face, Qt.Key.Key_Return)
    copy = Path(opened[0].toLocalFile())
    assert copy.name == "odd_ name.png"  # by what its bytes are, whatever its name says
    assert copy.read_bytes() == data
    assert stat.S_IMODE(copy.stat().st_mode) == 0o400


@pytest.mark.parametrize("name", ["run.exe", "a.sh", "page.html", "a.svg", "noending", "x.png"])
def test_what_could_run_is_never_opened(qtbot, panel, room, entry, monkeypatch, name):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    room.attach(entry, [Given.of(name, b"MZ\x90")])
    [face] = panel.attached.faces()
    with qtbot.waitSignal(panel.failed) as said:
        qtbot.mouseDClick(face, Qt.MouseButton.LeftButton)
    assert said.args[0].startswith(f"{name} is not opened from here")
    assert opened == []


def test_save_as_writes_it_out_and_never_over_anything(
    qtbot, panel, room, entry, tmp_path, monkeypatch
):
    room.attach(entry, [Given.of("run.exe", b"MZ\x90")])
    [face] = panel.attached.faces()
    face.setFocus()
    out = tmp_path / "out.exe"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    with qtbot.waitSignal(panel.told) as said:
        qtbot.keyClick(face, Qt.Key.Key_S, CTRL)
    assert (said.args, out.read_bytes()) == (["Wrote run.exe to out.exe."], b"MZ\x90")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(room.path), ""))
    before = room.path.read_bytes()
    with qtbot.waitSignal(panel.failed) as said:
        qtbot.keyClick(face, Qt.Key.Key_S, CTRL)
    assert said.args == ["r.warroom is already there. Choose another name."]
    assert room.path.read_bytes() == before


def test_delete_takes_back_and_the_keys_stay_in_the_list(qtbot, panel, room, entry):
    room.attach(entry, [Given.of(f"{n}.txt", bytes([n])) for n in range(3)])
    panel.attached.faces()[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.did) as said:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert said.args == ["Taken back: 1.txt"]
    assert names(room, entry) == ["0.txt", "2.txt"]
    assert QApplication.focusWidget() is panel.attached.faces()[1]
    assert len(room.all(Evidence)) == 3


def test_the_menu_gives_a_caption(qtbot, panel, room, entry, monkeypatch):
    room.attach(entry, [Given.of("a.txt", b"a")])
    [face] = panel.attached.faces()
    face.setFocus()
    qtbot.keyClick(face, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("shelf 4", True))
    next(a for a in menu.actions() if a.text() == "Caption…").trigger()
    menu.close()
    [made] = attachments_of(room, entry)
    assert made.caption == "shelf 4"
    assert "shelf 4" in panel.attached.faces()[0].accessibleName()


def test_of_many_attachments_the_rest_is_asked_for(qtbot, panel, room, entry):
    room.attach(entry, [Given.of(f"{n}.txt", bytes([n])) for n in range(SHOWN + 5)])
    assert len(panel.attached.faces()) == SHOWN
    [more] = [b for b in panel.findChildren(PlainButton) if b.text() == "5 more attachments"]
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(panel.attached.faces()) == SHOWN + 5
    texts = [label.text() for label in panel.attached.findChildren(PlainLabel)]
    assert f"{SHOWN + 5} attachments" in texts


def test_a_file_chosen_in_the_dialog_is_attached(qtbot, panel, room, entry, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("a")
    chosen = ([str(tmp_path / "a.txt")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: chosen)
    [add] = [b for b in panel.findChildren(PlainButton) if b.text() == "Attach a file…"]
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert names(room, entry) == ["a.txt"]


# small pictures


def test_a_picture_is_shrunk_to_its_place_and_keeps_its_form():
    image = decoded(as_png(picture(400, 100)), "image/png", 64)
    assert (image.width(), image.height()) == (64, 16)


def test_a_small_file_that_says_it_is_enormous_is_not_decoded():
    head = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (100_000).to_bytes(4, "big") * 2
    assert decoded(head + b"\x08\x06\x00\x00\x00" + b"\x00" * 64, "image/png", 64) is None


@pytest.mark.qt_log_ignore(".*")
def test_bytes_that_are_no_picture_have_no_small_one():
    assert decoded(b"\xff\xd8\xff", "image/jpeg", 64) is None
    assert decoded(as_png(picture())[:60], "image/png", 64) is None
    assert decoded(b"<svg/>", "image/svg+xml", 64) is None


def test_only_so_many_pictures_stay_in_memory(qapp):
    thumbnails, data = Thumbnails(), as_png(picture())
    for n in range(KEPT + 3):
        thumbnails.make(str(n), 16, "image/png", lambda: data)
    assert thumbnails.found("0", 16) is None
    assert thumbnails.found(str(KEPT), 16).size().width() == 16
