"""Tab comes to everything, in the order in which a window is read, and shows where it is."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.choices import Tone
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Delivery, Entry, StaffGroup, StaffMessage, Task
from desktop.window import MainWindow
from tests.in_front import in_front
from tests.rooms import START, clock, new_room
from tests.tab_stops import focusable, named, place, walked
from widgets import theme

PAGES = ("dashboard", "timeline", "tasks", "media", "staff")
KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEAST_RING = 60  # pixels: more than a cursor of a line, and as many as round the smallest disc
FORMS = ("record", "new task", "export", "import", "new room")


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def bare(qtbot, tmp_path, monkeypatch) -> MainWindow:
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    window = MainWindow(clock(), Settings(), "Zhao Min")
    in_front(qtbot, window, 1440, 900)
    return window


@pytest.fixture
def window(qtbot, bare, tmp_path) -> MainWindow:
    room, at = new_room(tmp_path / "r.warroom", clock()), Moment.of(START)
    room.add(Entry(text="Lab called", happened_at=at, people=("Chan Wing",), tags=("lab",)))
    room.add(Task(title="Ask the lab", owner="Chan Wing", rank="V"))
    room.add(Coverage(outlet="City TV", headline="Hot", published_at=at, tone=Tone.NEGATIVE))
    room.add(Coverage(outlet="Wire", headline="Hotter", published_at=at, story="Hot"))
    group = room.add(StaffGroup(name="Night shift", headcount=140))
    message = room.add(StaffMessage(title="What to say", sent_at=at))
    room.add(Delivery(message=message.id, group=group.id, reached=70, confirmed=35))
    room.close()
    with qtbot.waitSignal(bare.room_ready):
        assert bare.open_room(tmp_path / "r.warroom")
    return bare


def shown(qtbot, window, what) -> None:
    """Bring a page or a form into sight, as a key would."""
    match what:
        case "record":
            window.turn_to("timeline")
            window.desk.timeline.view.select(0)
            window.desk.timeline.open_current()
        case "new task":
            window.turn_to("tasks")
            window.desk.page("tasks").beside.ask_new(Task)
        case "export":
            window.ask_export()
        case "import":
            window.ask_import()
        case "new room":
            window.ask_new()
        case page:
            window.turn_to(page)
    window.desk._show_figures()
    QApplication.processEvents()
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize("what", PAGES + FORMS)
def test_tab_comes_to_everything_and_back(qtbot, window, what):
    shown(qtbot, window, what)
    stops = walked(window)
    assert [named(each) for each in focusable(window) - set(stops)] == []
    assert len(stops) == len(set(stops))


@pytest.mark.parametrize("what", PAGES + FORMS)
def test_shift_tab_goes_the_other_way(qtbot, window, what):
    shown(qtbot, window, what)
    on, back = walked(window), walked(window, back=True)
    assert [named(each) for each in back] == [named(each) for each in (on[0], *reversed(on[1:]))]


@pytest.mark.parametrize("what", PAGES + FORMS)
def test_nothing_that_tab_comes_to_later_stands_before(qtbot, window, what):
    """Of two stops side by side or one above the other in a part the first is read first."""
    shown(qtbot, window, what)
    stops = walked(window)
    first = min(range(len(stops)), key=lambda n: (place(stops[n]).x(), place(stops[n]).y()))
    stops = stops[first:] + stops[:first]
    for before, after in pairwise(stops):
        if before.parentWidget() is after.parentWidget():
            one, other = box(before), box(after)
            assert one.bottom() < other.top() or one.right() < other.left(), named(after)


def box(widget: QWidget) -> QRect:
    return QRect(place(widget), widget.size())


def test_a_page_is_read_from_the_rail_over_head_figures_filter_and_list_to_the_log(qtbot, window):
    shown(qtbot, window, "timeline")
    stops, page, desk = walked(window), window.desk.timeline, window.desk
    first = next(n for n, each in enumerate(stops) if window._rail.isAncestorOf(each))
    stops = stops[first:] + stops[:first]
    watch = desk.watch.strip
    parts = [window._rail, desk.header, desk.strip, watch, page.bar, page.beside, desk.bar]
    order = [next(n for n, part in enumerate(parts) if part.isAncestorOf(each)) for each in stops]
    assert order == sorted(order)
    assert set(order) == set(range(len(parts)))


def test_the_welcome_page_is_walked_too(qtbot, bare):
    stops = walked(bare)
    assert focusable(bare) == set(stops)


def picture(window, widget) -> QImage:
    """A widget with a little of what is round it."""
    around = QRect(place(widget), widget.size()).adjusted(-20, -10, 20, 10) & window.rect()
    return window.grab(around).toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures of one size differ."""
    first, second = (np.frombuffer(each.constBits(), np.uint32) for each in (one, other))
    return int((first != second).sum())


def in_sight(widget: QWidget) -> bool:
    """Whether no part that scrolls has left the middle of a widget out."""
    middle, part = widget.rect().center(), widget
    while not part.isWindow():
        middle, part = part.mapToParent(middle), part.parentWidget()
        if not part.rect().contains(middle):
            return False
    return True


@pytest.mark.parametrize("what", PAGES + FORMS)
def test_whatever_has_the_keys_is_in_sight_and_shows_it(qtbot, window, what):
    """The focus is seen by more than a cursor: a ring, or the row that the keys act on."""
    shown(qtbot, window, what)
    for each in walked(window):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(each, KEY.Key_Backtab, SHIFT)
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        assert QApplication.focusWidget() is each
        assert in_sight(each), named(each)
        focused = picture(window, each)
        window.setFocus()
        differs = differing(focused, picture(window, each))
        assert differs >= LEAST_RING, f"{named(each)}: {differs} pixels"


def test_an_empty_list_shows_that_it_has_the_keys_too(qtbot, bare, tmp_path):
    new_room(tmp_path / "e.warroom", clock()).close()
    with qtbot.waitSignal(bare.room_ready):
        bare.open_room(tmp_path / "e.warroom")
    for what in ("timeline", "tasks", "media", "staff"):
        shown(qtbot, bare, what)
        view = QApplication.focusWidget()
        focused = picture(bare, view)
        bare.setFocus()
        assert differing(focused, picture(bare, view)) >= LEAST_RING, named(view)


def test_a_seam_is_moved_by_arrows_and_kept(qtbot, window):
    shown(qtbot, window, "dashboard")
    seam = window.desk.page("dashboard").findChild(QSplitter, "dashboard")
    handle, before = seam.handle(1), seam.sizes()
    assert handle in walked(window)
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    for key, grows in ((KEY.Key_Right, True), (KEY.Key_Left, False)):
        before = seam.sizes()
        QTest.keyClick(handle, key)
        assert (seam.sizes()[0] > before[0]) is grows
        assert sum(seam.sizes()) == sum(before)
    for key in (KEY.Key_Home, KEY.Key_End):
        QTest.keyClick(handle, key)
        assert all(seam.sizes())
    assert seam.sizes()[0] > before[0]


def test_headings_are_sorted_widened_and_moved_by_keys(qtbot, window):
    shown(qtbot, window, "media")
    table = window.desk.page("media").table
    header = table.horizontalHeader()
    assert header in walked(window)
    header.setFocus(Qt.FocusReason.TabFocusReason)
    second = header.order()[1]
    QTest.keyClick(header, KEY.Key_Right)
    sorts = []
    for _press in range(3):
        QTest.keyClick(header, KEY.Key_Space)
        sorts.append((header.sortIndicatorSection(), header.sortIndicatorOrder()))
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    assert sorts == [(second, up), (second, down), (-1, up)]
    wide = header.sectionSize(second)
    QTest.keyClick(header, KEY.Key_Right, SHIFT)
    assert header.sectionSize(second) > wide
    assert table.arranged()
    QTest.keyClick(header, KEY.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert header.order()[0] == second
