"""The frame around the pages: rail, header, filter, notices, welcome and forms, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.in_front import in_front
from widgets import theme
from widgets.filter_bar import Filter, FilterBar, FilterMenu
from widgets.form import Form, FormField
from widgets.header import Header, HeaderState, Phase, initials
from widgets.log_bar import LogBar
from widgets.notice import Notice
from widgets.rail import Rail, RailItem
from widgets.welcome import RecentRoom, Welcome

KEY = Qt.Key
PAGES = tuple(RailItem(name, name.title(), name, "") for name in ("dashboard", "timeline", "tasks"))
PHASES = (
    Phase("prevention", "Prevention", done=True),
    Phase("handling", "Handling", current=True),
    Phase("recovery", "Recovery"),
)
FIELDS = (
    FormField("title", "Title", needed=True),
    FormField("kind", "Type", "choice", (("a", "Alpha"), ("b", "Beta")), "b"),
    FormField("known", "What is known", "prose", value="two\nlines"),
    FormField("drill", "Drill", "flag", value="yes"),
)
EVIL = "<h1>big</h1><img src='file:///etc/passwd'>"


def shown(qtbot, widget, width=1280, height=400):
    in_front(qtbot, widget, width, height)
    return widget


def framed(part):
    """A window around ``part``, since a window alone may not be as narrow as a part may."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(part)
    return window


def full_header():
    header = Header()
    state = HeaderState(
        "Baby-bottle batch B2231: heat-sensor failures in three warehouses",
        "奶瓶批次過熱事件",
        "SEV 1",
        kind="Product quality",
        classification="Restricted",
        drill=True,
        operator="Chen Yu-ting",
        phases=PHASES,
        clock="14:32",
        elapsed="T+05:48 · UTC+8",
    )
    header.show_state(state)
    return header


def filter_bar():
    menus = (FilterMenu("kind", "All kinds", "Kinds"), FilterMenu("people", "Everyone", "People"))
    bar = FilterBar(menus)
    bar.offer("kind", [("media", "Media & press"), ("fact", "Fact")])
    bar.offer("people", [("lin", "Lin Xia")])
    return bar


def button(widget, name):
    return next(b for b in widget.findChildren(QAbstractButton) if name in b.accessibleName())


def focused(widget):
    return widget.window().focusWidget().accessibleName()


def test_arrow_keys_move_along_the_rail_and_enter_opens(qtbot):
    rail = shown(qtbot, Rail(PAGES, RailItem("settings", "Settings", "settings")))
    button(rail, "Dashboard").setFocus()
    qtbot.keyClick(rail.focusWidget(), KEY.Key_Down)
    assert focused(rail) == "Timeline"
    assert rail.current() == "dashboard"
    with qtbot.waitSignal(rail.opened) as told:
        qtbot.keyClick(rail.focusWidget(), KEY.Key_Return)
    assert told.args == ["timeline"]
    assert rail.current() == "timeline"
    qtbot.keyClick(rail.focusWidget(), KEY.Key_End)
    assert focused(rail) == "Settings"
    qtbot.keyClick(rail.focusWidget(), KEY.Key_Down)
    assert focused(rail) == "Dashboard"


def test_showing_a_page_announces_nothing(qtbot):
    rail = shown(qtbot, Rail(PAGES, RailItem("settings", "Settings", "settings")))
    with qtbot.assertNotEmitted(rail.opened):
        rail.show_page("tasks")
    assert rail.current() == "tasks"


def test_the_current_page_stays_current_when_it_is_clicked_again(qtbot):
    rail = shown(qtbot, Rail(PAGES, RailItem("settings", "Settings", "settings")))
    qtbot.mouseClick(button(rail, "Dashboard"), Qt.MouseButton.LeftButton)
    assert rail.current() == "dashboard"


def test_a_phase_is_asked_for_by_key_and_the_current_one_is_not(qtbot):
    header = shown(qtbot, Header())
    header.show_state(HeaderState("Batch B2231", phases=PHASES))
    button(header, "Handling").setFocus()
    with qtbot.assertNotEmitted(header.phase_asked):
        qtbot.keyClick(header.focusWidget(), KEY.Key_Space)
    qtbot.keyClick(header.focusWidget(), KEY.Key_Right)
    with qtbot.waitSignal(header.phase_asked) as told:
        qtbot.keyClick(header.focusWidget(), KEY.Key_Space)
    assert told.args == ["recovery"]


def test_phases_say_aloud_which_is_done_and_which_is_current(qtbot):
    header = shown(qtbot, Header())
    header.show_state(HeaderState("Batch B2231", phases=PHASES))
    names = [each.accessibleName() for each in header.findChildren(QAbstractButton)]
    assert "Prevention, done" in names
    assert "Handling, current phase" in names


def test_the_operator_is_shown_and_can_be_changed(qtbot):
    header = shown(qtbot, Header())
    header.show_state(HeaderState("Batch B2231", operator="Lin Xia"))
    with qtbot.waitSignal(header.operator_asked):
        qtbot.mouseClick(button(header, "Operator: Lin Xia"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "letters"), [("Lin Xia", "LX"), ("林夏", "林"), ("zhao", "ZH"), ("", "")]
)
def test_a_person_has_initials(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1040, 1220, 1380])
def test_nothing_in_the_header_lies_over_anything_else(qtbot, width, scale):
    header = full_header()
    theme.set_scale(scale)
    try:
        shown(qtbot, header, width, 60)
        qtbot.wait(20)
        assert header.width() == width
        leaves = [w for w in header.findChildren(QWidget) if w.isVisible() and not w.children()]
        boxes = [w.rect().translated(w.mapTo(header, w.rect().topLeft())) for w in leaves]
        assert all(header.rect().contains(box) for box in boxes)
        pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]
        assert not any(a.intersects(b) for a, b in pairs)
    finally:
        theme.set_scale(1.0)


@pytest.mark.parametrize(
    "make",
    [full_header, Welcome, LogBar, filter_bar, lambda: Form(FIELDS)],
    ids=["header", "welcome", "log bar", "filters", "form"],
)
def test_a_change_of_theme_or_scale_leaves_no_trace_of_the_old(qtbot, make):
    QApplication.setCursorFlashTime(0)
    try:
        theme.apply("dark")
        widget = shown(qtbot, framed(make()), 1280, 700)
        theme.set_scale(1.4)
        theme.apply("light")
        qtbot.wait(50)
        lived_through = widget.grab().toImage()
        widget.close()
        fresh = shown(qtbot, framed(make()), 1280, 700)
        qtbot.waitUntil(lambda: fresh.grab().toImage() == lived_through, timeout=1000)
    finally:
        theme.set_scale(1.0)
        theme.apply("dark")


def test_user_text_in_the_frame_is_never_markup(qtbot):
    header = shown(qtbot, Header())
    header.show_state(HeaderState(EVIL, EVIL, EVIL, kind=EVIL, operator=EVIL))
    welcome = shown(qtbot, Welcome())
    welcome.show_rooms([RecentRoom(EVIL, EVIL)])
    notice = Notice(welcome)
    notice.fault(EVIL)
    for widget in (*header.findChildren(QWidget), *welcome.findChildren(QWidget)):
        assert "<img" not in widget.toolTip()
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText


def test_a_filter_is_found_by_key_and_says_when_it_changes(qtbot):
    bar = shown(qtbot, filter_bar())
    qtbot.keyClick(bar, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = bar.findChild(QLineEdit)
    qtbot.waitUntil(search.hasFocus)
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClicks(search, "recall ")
    assert bar.filter() == Filter(text="recall")


def test_a_filter_set_from_elsewhere_can_be_cleared_and_keeps_the_order(qtbot):
    bar = shown(qtbot, filter_bar())
    chosen = {"kind": frozenset({"media"}), "people": frozenset({"lin"})}
    wanted = Filter(chosen, newest_first=False, door="14:00 to 15:00")
    with qtbot.waitSignal(bar.changed):
        bar.set_filter(wanted)
    assert bar.filter() == wanted
    bar.offer("people", [("lin", "Lin Xia"), ("wu", "Wu")])
    assert bar.filter() == wanted
    door = next(b for b in bar.findChildren(QPushButton) if b.text().startswith("14:00"))
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClick(door, KEY.Key_Space)
    assert bar.filter() == Filter(chosen, newest_first=False)
    clear = next(b for b in bar.findChildren(QPushButton) if b.text() == "Clear filter")
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClick(clear, KEY.Key_Space)
    assert bar.filter() == Filter(newest_first=False)
    assert clear.isHidden()


def test_a_notice_offers_undo_and_passes_by_itself(qtbot):
    notice = Notice(shown(qtbot, QWidget()))
    notice.done("Entry 12 saved", "Undo", "undo")
    undo = next(b for b in notice.findChildren(QPushButton) if b.text() == "Undo")
    with qtbot.waitSignal(notice.acted) as told:
        qtbot.keyClick(undo, KEY.Key_Space)
    assert told.args == ["undo"]
    assert notice.sentence() == ""
    notice.done("Entry 13 saved", seconds=0.01)
    qtbot.waitUntil(notice.isHidden)


def test_a_fault_stays_and_comes_back_after_a_passing_notice(qtbot):
    notice = Notice(shown(qtbot, QWidget()))
    notice.fault("The disk is full. Make room, then press Enter again.")
    notice.done("Theme changed", seconds=0.01)
    assert notice.sentence() == "Theme changed"
    qtbot.waitUntil(lambda: notice.sentence().startswith("The disk"))
    qtbot.keyClick(notice, KEY.Key_Escape)
    assert notice.sentence() == ""


def test_what_is_only_told_has_no_sign_of_success(qtbot):
    notice = shown(qtbot, Notice(shown(qtbot, QWidget(), 600, 300)), 300, 60)
    notice.tell("Choose a group first.")
    said = {each.text() for each in notice.findChildren(QLabel)}
    assert notice.sentence() == "Choose a group first."
    assert "✓" not in said


def test_a_notice_stays_inside_its_page(qtbot):
    page = shown(qtbot, QWidget(), 500, 300)
    notice = Notice(page)
    notice.fault("很長的句子，說明發生了什麼事以及該怎麼辦。" * 8, "Try again")
    assert page.rect().contains(notice.geometry())
    page.resize(700, 250)
    qtbot.waitUntil(lambda: page.rect().contains(notice.geometry()))


def test_the_welcome_page_is_worked_by_keys(qtbot):
    page = shown(qtbot, Welcome(), 1100, 640)
    rooms = [
        RecentRoom("One", "/rooms/one", "today"),
        RecentRoom("Two", "/rooms/two", missing=True),
    ]
    page.show_rooms(rooms)
    page.setFocus()
    with qtbot.waitSignal(page.new_asked):
        qtbot.keyClick(page.window().focusWidget(), KEY.Key_Space)
    button(page, "One").setFocus()
    qtbot.keyClick(page.window().focusWidget(), KEY.Key_Down)
    assert focused(page) == "Two, missing"
    with qtbot.waitSignal(page.room_chosen) as told:
        qtbot.keyClick(page.window().focusWidget(), KEY.Key_Return)
    assert told.args == ["/rooms/two"]


def test_a_form_hands_back_what_was_typed(qtbot):
    form = shown(qtbot, Form(FIELDS), 500, 500)
    form.setFocus()
    qtbot.keyClicks(form.window().focusWidget(), "  B2231 ")
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.window().focusWidget(), KEY.Key_Return)
    assert form.values() == {
        "title": "  B2231 ",
        "kind": "b",
        "known": "two\nlines",
        "drill": "yes",
    }


def test_a_fault_stands_beside_its_field_until_that_is_changed(qtbot):
    form = shown(qtbot, Form(FIELDS), 500, 500)
    form.show_fault("title", "Give the room a title.")
    editor = form.window().focusWidget()
    assert editor.accessibleName() == "Title · needed"
    assert editor.accessibleDescription() == "Give the room a title."
    qtbot.keyClicks(editor, "B")
    assert editor.accessibleDescription() == ""
    assert form.values()["title"] == "B"


def test_ctrl_s_submits_from_any_field_of_a_form(qtbot):
    form = shown(qtbot, Form(FIELDS), 500, 500)
    form.window().activateWindow()
    for name in form.values():
        form.go_to(name)
        before = form.values()
        with qtbot.waitSignal(form.submitted):
            qtbot.keyClick(
                form.window().focusWidget(), KEY.Key_S, Qt.KeyboardModifier.ControlModifier
            )
        assert form.values() == before


def test_a_fault_far_down_comes_into_sight(qtbot):
    fields = [FormField(f"f{n}", f"Field {n}", "prose") for n in range(6)]
    form = shown(qtbot, Form(fields), 400, 250)
    form.show_fault("f5", "Say why.")
    said = next(each for each in form.findChildren(QLabel) if each.text() == "Say why.")
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect().height() == said.height())


def test_escape_cancels_a_form_and_ctrl_enter_submits_prose(qtbot):
    form = shown(qtbot, Form(FIELDS), 500, 500)
    form.show_fault("known", "Say more.")
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(
            form.window().focusWidget(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    with qtbot.waitSignal(form.cancelled):
        qtbot.keyClick(form.window().focusWidget(), KEY.Key_Escape)


def test_an_unknown_shape_of_field_is_our_fault(qtbot):
    with pytest.raises(ValueError, match="hologram"):
        Form([FormField("x", "X", "hologram")])
