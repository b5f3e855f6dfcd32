"""Rows say how many files belong to them, and take those that are dropped on them or pasted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication

from desktop.app import application
from desktop.models.clips import sign
from desktop.pages.board import BoardPage
from desktop.pages.coverage import CoveragePage
from desktop.pages.timeline import TimelinePage
from desktop.warroom.attachments import Attachment, Given, counts
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry, Task
from tests.in_front import in_front
from tests.rooms import START, clock, new_room
from widgets import theme

CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


@pytest.fixture
def room(tmp_path):
    application()
    theme.apply("dark")
    room = new_room(tmp_path / "r.warroom", clock())
    yield room
    room.close()


def shown(qtbot, page):
    in_front(qtbot, page, 1200, 800)
    return page


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("a")
    return path


def drop(widget, at: QPoint, *files: Path) -> bool:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    QApplication.sendEvent(widget, QDragEnterEvent(at, COPY, held, LEFT, NOTHING))
    move = QDragMoveEvent(at, COPY, held, LEFT, NOTHING)
    QApplication.sendEvent(widget, move)
    if move.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), COPY, held, LEFT, NOTHING))
    return move.isAccepted()


def metas(page) -> list[list[str]]:
    return [[meta.text for meta in row.meta] for row in page.view.visible_rows()]


def test_a_file_dropped_on_a_line_of_the_log_is_attached_to_it(qtbot, room, file):
    for text in ("one", "two", "three"):
        room.add(Entry(text=text, happened_at=Moment.of(START)))
    page = shown(qtbot, TimelinePage(room))
    page.view.select(0)
    [_three, two, _one] = room.all(Entry)[::-1]
    at = next(QPoint(200, y) for y in range(800) if page.view.index_at(QPoint(200, y)).row() == 1)
    with qtbot.waitSignal(page.did) as said:
        assert drop(page.view.viewport(), at + QPoint(0, 5), file)
    assert said.args == ["Attached a.txt to: two"]
    assert counts(room) == {two.id: 1}
    assert [row[-1] for row in metas(page)] == [
        "Fact, unconfirmed",
        sign(1),
        "Fact, unconfirmed",
    ]
    assert page.view.visible_rows()[1].told.endswith("1 attachment")
    room.undo()
    assert sign(1) not in metas(page)[1]


def test_beside_the_lines_nothing_can_be_dropped(qtbot, room, file):
    room.add(Entry(text="one", happened_at=Moment.of(START)))
    page = shown(qtbot, TimelinePage(room))
    assert not drop(page.view.viewport(), QPoint(200, 700), file)
    assert room.all(Attachment) == []


def test_a_picture_pasted_on_the_log_belongs_to_the_current_line(qtbot, room):
    room.add(Entry(text="one", happened_at=Moment.of(START)))
    two = room.add(Entry(text="two", happened_at=Moment.of(START)))
    page = shown(qtbot, TimelinePage(room))
    page.view.select(0)
    page.view.setFocus()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#c8372f"))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(page.view, Qt.Key.Key_V, CTRL)
    assert counts(room) == {two.id: 1}


def test_a_file_dropped_on_a_card_shows_on_it(qtbot, room, file):
    one, two = room.add_all([Task(title="a", rank="a"), Task(title="b", rank="b")])
    page = shown(qtbot, BoardPage(room))
    assert drop(page.view.viewport(), page.view.box_of(two.id).center(), file)
    assert counts(room) == {two.id: 1}
    assert [note.text for note in page.view.card(two.id).notes] == [sign(1)]
    assert page.view.card(two.id).told.endswith("1 attachment")
    assert page.view.card(one.id).notes == ()
    room.undo()
    assert page.view.card(two.id).notes == ()


def test_a_file_dropped_on_a_media_item_shows_in_its_row(qtbot, room, file):
    item = Coverage(outlet="o", headline="Recall", published_at=Moment.of(START))
    item = room.add(item)
    page = shown(qtbot, CoveragePage(room))
    index = page.table.model().index(0, 3)
    assert drop(page.table.viewport(), page.table.visualRect(index).center(), file)
    assert counts(room) == {item.id: 1}
    assert index.data() == f"Recall   {sign(1)}"
    room.undo()
    assert index.data() == "Recall"


def test_the_sign_follows_a_line_that_is_logged_with_files(qtbot, room):
    page = shown(qtbot, TimelinePage(room))
    room.capture("seen", files=[Given.of("a.txt", b"a"), Given.of("b.txt", b"b")])
    assert metas(page)[0][-1] == sign(2)
