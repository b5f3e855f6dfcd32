"""The dashboard: its timeline is there at once, and the other panels take their places after."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from desktop.app import application
from desktop.models.strip import strip
from desktop.pages.dashboard import DashboardPage
from desktop.pages.desk import FIGURES
from desktop.pages.panels.room_panel import RoomPanel
from desktop.warroom.choices import EntryKind
from desktop.warroom.measures import measure
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry
from desktop.warroom.room import WarRoom
from tests.rooms import START, new_room
from widgets import theme
from widgets.roving import RovingButton


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    application()
    theme.apply("dark")
    room = new_room(tmp_path / "r.warroom")
    published = Moment.of(START - timedelta(minutes=90))
    room.add(Coverage(outlet="Harbour Daily", headline="Bottles", published_at=published))
    yield room
    room.close()


@pytest.fixture
def page(qtbot, room: WarRoom) -> DashboardPage:
    page = DashboardPage(room)
    qtbot.addWidget(page)
    page.resize(1380, 760)
    page.show()
    qtbot.waitExposed(page)
    return page


def _seams(page: DashboardPage) -> dict[str, list[int]]:
    seams = page.findChildren(QSplitter)
    return {s.objectName(): s.sizes() for s in seams if s.objectName() != "dashboard-media"}


def test_the_timeline_is_there_before_the_others(page: DashboardPage):
    assert page.findChildren(RoomPanel) == [page.timeline]
    page.complete()
    assert set(page.findChildren(RoomPanel)) == {
        page.timeline,
        page.board,
        page.coverage,
        page.staff,
    }


def test_panels_take_the_room_that_was_kept_for_them(page: DashboardPage, qtbot):
    page._across.setSizes([500, 880])
    kept = _seams(page)
    page.complete()
    qtbot.wait(10)
    assert _seams(page) == kept
    assert all(panel.isVisible() for panel in page.findChildren(RoomPanel))


def test_a_panel_comes_once(page: DashboardPage):
    board = page.board
    page.complete()
    page.complete()
    assert page.board is board
    assert len(page.findChildren(RoomPanel)) == 4


def test_a_panel_that_came_later_opens_its_page(page: DashboardPage, qtbot):
    page.complete()
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.mouseClick(page.staff.findChild(RovingButton), Qt.MouseButton.LeftButton)
    assert asked.args == ["staff", None]


def _marks(page: DashboardPage) -> list[str]:
    return [mark.text for mark in page.coverage.chart._marks]


def test_our_own_statement_stands_on_the_chart_at_once(page: DashboardPage, room: WarRoom):
    room.add(Coverage(outlet="o", headline="h", published_at=Moment.of(START)))
    page.complete()
    said = room.add(Entry(kind=EntryKind.STATEMENT, text="We recall", happened_at=Moment.of(START)))
    assert _marks(page) == ["We recall"]
    room.change(said, kind=EntryKind.FACT)
    assert _marks(page) == []
    room.undo()
    assert _marks(page) == ["We recall"]


def test_an_entry_that_is_not_on_the_chart_leaves_it_alone(
    page: DashboardPage, room: WarRoom, monkeypatch: pytest.MonkeyPatch
):
    page.complete()
    drawn: list[object] = []
    monkeypatch.setattr(page.coverage.chart, "show_hours", lambda *hours: drawn.append(hours))
    room.add(Entry(text="Shops call", happened_at=Moment.of(START)))
    assert drawn == []
    room.add(Coverage(outlet="Bay FM", headline="Recall", published_at=Moment.of(START)))
    assert len(drawn) == 1


def test_the_strip_keeps_the_room_of_all_its_figures(room: WarRoom):
    assert len(strip(measure(room, room.now()), room.here())) == FIGURES
