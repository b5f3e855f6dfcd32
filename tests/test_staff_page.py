"""The staff page: who was told what, reports in one line, and nothing invented or lost."""

from collections import deque
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from desktop.pages.door import Door
from desktop.pages.staff.told import ToldPart
from desktop.warroom.choices import Channel, EntryKind
from desktop.warroom.faults import StoreFailed
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, Entry, StaffGroup, StaffMessage
from desktop.warroom.shown import percent
from tests.in_front import in_front
from tests.rooms import START, new_room
from widgets import theme
from widgets.chip import Chip
from widgets.theme import Token

KEY = Qt.Key


def ago(hours: float) -> Moment:
    return Moment.of(START - timedelta(hours=hours))


pytestmark = pytest.mark.usefixtures("fresh_theme")


@pytest.fixture
def room(tmp_path):
    made = new_room(tmp_path / "r.warroom")
    yield made
    made.close()


@pytest.fixture
def groups(room):
    """Care, office and night, by their names."""
    wanted = (("Customer care", 64), ("Head office", 402), ("Warehouse, night", 140))
    found = room.add_all([StaffGroup(name=name, headcount=heads) for name, heads in wanted])
    return {group.name: group for group in found}


@pytest.fixture
def messages(room, groups):
    """The first one, the update that was sent last, and a draft; care and office reported."""
    first, update, draft = room.add_all(
        [
            StaffMessage(title="First", sent_at=ago(4)),
            StaffMessage(title="Update", sent_at=ago(1)),
            StaffMessage(title="Draft", channel=Channel.CHAT),
        ]
    )
    report(room, update, groups["Customer care"], 0.9, reached=64, confirmed=64)
    report(room, update, groups["Head office"], 0.8, reached=388, confirmed=371)
    return {"First": first, "Update": update, "Draft": draft}


def report(room, message, group, hours, **counts):
    told = Delivery(message=message.id, group=group.id, reported_at=ago(hours), **counts)
    return room.add(told)


@pytest.fixture
def page(qtbot, room):
    made = ToldPart(room)
    in_front(qtbot, made, 1380, 640)
    return made


def cells(page, row):
    model = page.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def bars(page):
    return page.groups.bars.rows()


def chips(page):
    line = page.groups.line
    return [chip.text() for chip in line.findChildren(Chip) if not chip.isHidden()]


def words(page):
    return [label.text() for label in page.groups.findChildren(QLabel) if label.isVisible()]


def enter(page, text):
    """Put a report into the line, as pasted, and press Enter."""
    page.groups.line.line.setText(text)
    QTest.keyClick(page.groups.line.line, KEY.Key_Return)


def press(view, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where a view has the keys, as its actions need."""
    view.setFocus()
    QTest.keyClick(view, key, modifier)


def fill_disk(room):
    """Leave the file no page to grow by and its reserve no room for a long line."""
    room._store._open().execute("PRAGMA max_page_count=1")
    fill = (room.add(StaffGroup(name="x", note="x" * 40_000)) for _n in range(100))
    with pytest.raises(StoreFailed):
        deque(fill, maxlen=0)


def empty_disk(room):
    room._store._open().execute("PRAGMA max_page_count=1073741823")


# what is shown


def test_what_is_missing_stands_first(page, room, groups, messages):
    assert [row.name for row in bars(page)] == ["Warehouse, night", "Head office", "Customer care"]
    night, office, care = bars(page)
    assert (night.badge(), night.track) == (("not briefed", Token.BAD), True)
    assert office.cells == ("402", "388", "–", "371", "13:42")
    assert care.badge() == ("all confirmed", Token.GOOD)
    assert (office.reached, office.confirmed) == (388 / 402, 371 / 402)


def test_a_low_window_keeps_its_groups_in_sight(qtbot, room, groups, messages):
    page = ToldPart(room)
    in_front(qtbot, page, 1025, 456)  # what a window of 1280 by 720 leaves
    press(page.groups.bars, KEY.Key_Down)
    assert page.groups.reports.isVisible()
    assert page.groups.bars.height() >= 5 * theme.length("row")


def test_messages_stand_with_drafts_marked_and_the_one_sent_last_is_chosen(page, messages):
    assert cells(page, 0) == ["Draft", "not sent", "–", "–"]
    assert cells(page, 1) == ["Update", "13:30", "75 %", "72 %"]
    assert cells(page, 2) == ["First", "10:30", "–", "–"]
    assert page.message().title == "Update"
    page.show_message(messages["First"].id)
    page.narrow(Door())
    assert page.message().title == "Update"


def test_the_sum_says_what_is_missing_first_and_when_the_last_report_came(page, messages):
    page.narrow(Door())
    assert (
        "1 group not told · 452 told (75 %) · 435 confirmed (72 %) · 606 people"
        " · last report 13:42" in words(page)
    )


def test_a_page_opened_later_begins_with_the_message_sent_last(qtbot, room, messages):
    page = ToldPart(room)
    qtbot.addWidget(page)
    assert page.message().id == messages["Update"].id


def test_an_empty_room_says_how_to_add_the_first_of_each(page):
    assert "Press N" in page.table.accessibleDescription()
    assert "Press N" in page.groups.bars.accessibleDescription()
    assert "need a message" in page.groups.line.line.placeholderText()
    assert page.groups.line.line.isReadOnly()
    for key in (KEY.Key_Return, KEY.Key_F2, KEY.Key_Delete, KEY.Key_S):
        press(page.table, key)
        press(page.groups.bars, key)
    assert page.message() is None


def test_groups_without_a_message_are_not_told(page, groups):
    assert {row.badge()[0] for row in bars(page)} == {"not briefed"}
    assert "3 groups not told · 606 people" in words(page)


@pytest.mark.parametrize(
    ("heads", "counts", "doubt"),
    [
        (10, {"reached": 5, "confirmed": 6}, "more confirmed than reached"),
        (10, {"reached": 12}, "more reached than there are"),
        (0, {"reached": 3}, "headcount 0"),
        (10, {"reached": 10, "missed": 2}, "reached and not reached are more than there are"),
        (10, {"confirmed": 11}, "more confirmed than there are"),
    ],
)
def test_figures_that_cannot_be_right_are_shown_as_they_are_with_a_hint(
    page, room, heads, counts, doubt
):
    group = room.add(StaffGroup(name="Night", headcount=heads))
    message = room.add(StaffMessage(title="Update", sent_at=ago(1)))
    told = report(room, message, group, 0.5, **counts)
    [row] = bars(page)
    assert row.badge() == (f"▲ {doubt}", Token.WARN)
    assert not page.grab().isNull()
    assert room.get(Delivery, told.id) == told
    assert doubt in row.told


def test_a_headcount_that_nobody_knows_is_a_dash_and_no_bar(page, room):
    group = room.add(StaffGroup(name="Agency"))
    message = room.add(StaffMessage(title="Update", sent_at=ago(1)))
    report(room, message, group, 0.5, reached=30)
    [row] = bars(page)
    assert (row.reached, row.confirmed, row.track) == (None, None, False)
    assert row.cells[:2] == ("–", "30")
    assert cells(page, 0)[2] == "30"


def test_a_channel_of_another_version_is_shown_as_it_is(page, room, groups):
    made = room.add(StaffMessage(title="Update", sent_at=ago(1), channel="pager"))
    assert any(text.startswith("? pager · sent 13:30") for text in words(page))
    assert any("another version" in text for text in words(page))
    assert room.get(StaffMessage, made.id).channel == "pager"


@given(st.floats(0, 1))
def test_a_part_is_never_none_and_never_all(share):
    said = int(percent(share).removesuffix(" %"))
    assert (said == 0) is (share == 0)
    assert (said == 100) is (share == 1)
    assert abs(said - 100 * share) <= 1


def test_some_is_never_nothing_and_not_all_is_never_all(page, room):
    many = room.add(StaffGroup(name="Many", headcount=10_000))
    message = room.add(StaffMessage(title="Update", sent_at=ago(1)))
    report(room, message, many, 0.5, reached=9_999, confirmed=1)
    assert cells(page, 0)[2:4] == ["99 %", "1 %"]


def test_a_title_is_never_markup(page, room, groups):
    room.add(StaffMessage(title="<b>bold</b>", sent_at=ago(1)))
    assert "<b>bold</b>" in words(page)


# reports


def test_chips_say_what_was_understood_before_enter(page, room, messages):
    page.narrow(Door())
    QTest.keyClicks(page.groups.line.line, "told 128 of night shift, 12 not reached")
    assert "Warehouse, night: 128 told, 12 not reached" in chips(page)
    assert room.all(Entry) == []
    page.groups.line.line.setText("the night shift is angry")
    assert "which group, how many?" in chips(page)


def test_a_report_counts_for_the_message_that_is_chosen(page, room, groups, messages):
    page.show_message(messages["First"].id)
    enter(page, "told 128 of night shift, 12 not reached")
    [told] = [each for each in room.all(Delivery) if each.message == messages["First"].id]
    night = groups["Warehouse, night"].id
    assert (told.group, told.reached, told.missed, told.confirmed) == (night, 128, 12, None)
    [entry] = room.all(Entry)
    assert entry.kind is EntryKind.STAFF
    assert entry.text == "told 128 of night shift, 12 not reached"
    assert page.groups.line.line.text() == ""


def test_a_report_and_its_entry_are_one_act(page, room, messages):
    page.show_message(messages["First"].id)
    before = room.all(Delivery)
    enter(page, "told 128 of night shift")
    assert len(room.all(Delivery)) == len(before) + 1
    room.undo()
    assert (room.all(Delivery), room.all(Entry)) == (before, [])
    assert page.groups.line.line.text() == ""


def test_a_report_on_the_last_message_is_the_line_that_the_log_bar_takes(page, room, messages):
    page.narrow(Door())
    enter(page, "told 128 of night shift")
    act = room.undo()
    assert act.typed == "/staff told 128 of night shift"
    room.capture(act.typed)
    assert room.all(Delivery)[-1].message == messages["Update"].id
    enter(page, "/staff told 130 of night shift")
    assert room.all(Entry)[-1].text == "told 130 of night shift"


def test_who_was_not_reached_is_shown_and_nobody_is_invented(page, room, messages):
    page.narrow(Door())
    enter(page, "12 of night shift not reached")
    night = bars(page)[0]
    assert night.name == "Warehouse, night"
    assert night.cells[:4] == ("140", "–", "12", "–")
    assert night.badge() == ("12 not reached", Token.WARN)
    assert any(" 12 not reached" in text for text in words(page))


def test_a_report_in_chinese_is_read(page, room, messages):
    night = room.add(StaffGroup(name="倉儲夜班", headcount=140))
    page.narrow(Door())
    enter(page, "14:05 已通知倉儲夜班 128 人，12 人未聯絡到")
    told = room.all(Delivery)[-1]
    assert (told.group, told.reached, told.missed) == (night.id, 128, 12)
    assert str(told.reported_at) == "2026-11-23T14:05+08:00"


def test_a_line_that_reports_nothing_is_refused_and_kept(page, room, messages):
    page.narrow(Door())
    for line in ("the night shift is angry", "/media told 128 of night shift", ""):
        enter(page, line)
        assert page.groups.line.sentence().startswith("Name the group and a number")
        assert page.groups.line.line.text() == line
    assert room.all(Entry) == []


def test_a_full_disk_keeps_the_line_and_a_second_try_does_not_double_it(page, room, messages):
    page.show_message(messages["First"].id)
    line = "told 128 of night shift " + "x" * 50_000
    before = len(room.all(Delivery))
    fill_disk(room)
    page.groups.line.line.setText(line)
    QTest.keyClick(page.groups.line.line, KEY.Key_Return)
    assert "NOT saved" in page.groups.line.sentence()
    assert page.groups.line.line.text() == line
    assert len(room.all(Delivery)) == before
    empty_disk(room)
    QTest.keyClick(page.groups.line.line, KEY.Key_Return)
    assert (len(room.all(Delivery)), len(room.all(Entry))) == (before + 1, 1)


def test_r_begins_a_report_with_the_name_of_the_group(page, room, groups, messages):
    page.narrow(Door())
    page.groups.bars.select(groups["Warehouse, night"].id)
    press(page.groups.bars, KEY.Key_R)
    assert page.groups.line.line.hasFocus()
    QTest.keyClicks(page.groups.line.line, "told 100, 90 confirmed")
    QTest.keyClick(page.groups.line.line, KEY.Key_Return)
    assert (room.all(Delivery)[-1].reached, room.all(Delivery)[-1].confirmed) == (100, 90)
    QTest.keyClick(page.groups.line.line, KEY.Key_Escape)
    assert page.groups.bars.hasFocus()


def test_ctrl_z_without_typing_asks_for_the_last_act_back(qtbot, page, messages):
    with qtbot.waitSignal(page.undo_asked):
        QTest.keyClick(page.groups.line.line, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_reports_that_come_in_elsewhere_are_seen_at_once(page, room, messages):
    page.narrow(Door())
    room.capture("/staff told 128 of night shift")
    assert [row.cells[1] for row in bars(page)] == ["128", "388", "64"]
    assert cells(page, 1)[2] == "96 %"


def test_every_report_of_a_group_stands_below_the_newest_first(page, room, groups, messages):
    page.narrow(Door())
    page.groups.bars.select(groups["Head office"].id)
    report(room, messages["Update"], groups["Head office"], 0.2, confirmed=390, missed=3)
    model = page.groups.reports.model()
    shown = [[model.index(row, n).data() for n in range(4)] for row in range(model.rowCount())]
    assert shown == [["14:18", "–", "3", "390"], ["13:42", "388", "–", "371"]]
    assert "Head office: 2 reports" in words(page)


# deeds


def test_a_draft_is_marked_as_sent_now_and_once(qtbot, page, room, messages):
    page.show_message(messages["Draft"].id)
    [send] = [b for b in page.groups.findChildren(QPushButton) if b.text() == "Mark as sent now"]
    assert send.isVisible()
    with qtbot.waitSignal(page.did):
        QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    sent = room.get(StaffMessage, messages["Draft"].id)
    assert sent.sent_at == room.minute()
    assert not send.isVisible()
    assert page.message() == sent
    line = room.tail()
    with qtbot.waitSignal(page.told), qtbot.assertNotEmitted(page.did):
        press(page.table, KEY.Key_S)
    assert room.tail() == line
    room.undo()
    assert room.get(StaffMessage, messages["Draft"].id).sent_at is None


def test_del_takes_a_message_back_and_another_is_chosen(page, room, messages):
    page.narrow(Door())
    press(page.table, KEY.Key_Delete)
    assert [each.title for each in room.all(StaffMessage)] == ["First", "Draft"]
    assert page.message().title == "First"
    room.undo()
    page.narrow(Door())
    assert page.message().title == "Update"
    page.show_message(messages["Draft"].id)
    press(page.table, KEY.Key_Delete)
    assert page.table.current_row() == 0


def test_del_takes_a_group_or_a_report_back(page, room, groups, messages):
    page.narrow(Door())
    page.groups.bars.select(groups["Head office"].id)
    page.groups.reports.select(0)
    press(page.groups.reports, KEY.Key_Delete)
    assert [each.reached for each in room.all(Delivery)] == [64]
    page.groups.bars.select(groups["Warehouse, night"].id)
    press(page.groups.bars, KEY.Key_Delete)
    assert [row.name for row in bars(page)] == ["Head office", "Customer care"]
    assert page.groups.bars.current_id()


def test_a_failed_deed_is_said(qtbot, page, room, messages):
    page.narrow(Door())
    room._store.why_read_only = "This room is only read."
    with qtbot.waitSignal(page.failed) as heard:
        press(page.table, KEY.Key_Delete)
    assert heard.args == ["This room is only read."]
    room._store.why_read_only = ""


def test_n_asks_for_a_new_message_or_group_where_the_keys_are(page, room):
    panel = page.beside.panel
    press(page.table, KEY.Key_N)
    assert (panel.isVisible(), panel.accessibleName()) == (True, "New: Staff message")
    press(page.groups.bars, KEY.Key_N)
    assert panel.accessibleName() == "New: Staff group"


def test_a_message_that_was_added_is_chosen(page, room, messages):
    press(page.table, KEY.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Second update")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert page.message().title == "Second update"


def test_enter_opens_what_is_current_and_a_report_with_every_version(page, room, groups, messages):
    panel = page.beside.panel
    page.narrow(Door())
    press(page.table, KEY.Key_Return)
    assert panel.accessibleName() == "Staff message: Update"
    page.groups.bars.select(groups["Head office"].id)
    press(page.groups.bars, KEY.Key_Return)
    assert panel.accessibleName() == "Staff group: Head office"
    [told] = [each for each in room.all(Delivery) if each.reached == 388]
    room.change(told, reached=390, why="miscounted")
    page.groups.reports.select(0)
    press(page.groups.reports, KEY.Key_F2)
    history = [label.text() for label in panel.findChildren(QLabel)]
    assert any("388 → 390" in text for text in history)
    assert any("miscounted" in text for text in history)


def test_a_record_is_brought_into_sight_from_elsewhere(page, room, groups, messages):
    told = report(room, messages["First"], groups["Head office"], 3.5, reached=7)
    page.show_record(told)
    assert page.message().title == "First"
    assert page.groups.group().name == "Head office"
    assert page.groups.report() == told
    page.show_record(groups["Customer care"])
    assert (page.groups.group().name, page.message().title) == ("Customer care", "Update")
    assert not page.show_message("nobody")
    assert page.message().title == "Update"


def test_groups_are_copied_as_text_and_as_a_table(page, groups, messages):
    page.narrow(Door())
    page.groups.bars.select(groups["Head office"].id)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(page.groups.bars, KEY.Key_C, control)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:3] == ["Group", "Headcount", "Told"]
    assert row.split("\t")[:5] == ["Head office", "402", "388", "–", "371"]
    press(page.groups.bars, KEY.Key_C, control | shift)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    assert "<td>Warehouse, night</td>" in QGuiApplication.clipboard().mimeData().html()


@pytest.mark.parametrize(
    ("view", "offered"),
    [
        (
            "table",
            ["Open and change", "New message", "Mark as sent now", "Report", "Copy", "Take back"],
        ),
        (
            "bars",
            [
                *("Report", "Whole group briefed", "Open and change"),
                *("New group", "Copy", "Copy all groups", "Take back"),
            ],
        ),
    ],
)
def test_the_menu_offers_every_deed_with_its_key(page, groups, messages, view, offered):
    page.narrow(Door())
    page.groups.bars.select(groups["Head office"].id)
    shown = page.table if view == "table" else page.groups.bars
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(0, 0), shown.mapToGlobal(QPoint(0, 0)))
    QApplication.sendEvent(shown.viewport(), event)
    [menu] = page.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == offered
    assert all(action.shortcut().toString() for action in menu.actions())
    menu.close()


def test_a_click_on_a_heading_sorts_messages_and_the_chosen_one_stays_chosen(page, messages):
    page.show_message(messages["First"].id)
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [cells(page, row)[0] for row in range(3)] == ["Update", "First", "Draft"]
    assert page.message().title == "First"
    assert page.table.current_row() == 1
    page.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [cells(page, row)[0] for row in range(3)] == ["Draft", "Update", "First"]


@pytest.mark.parametrize("scale", [0.8, 2.0])
@pytest.mark.parametrize("name", ["dark", "light"])
def test_it_is_drawn_in_both_themes_at_any_scale(page, groups, messages, name, scale):
    theme.apply(name)
    theme.set_scale(scale)
    page.groups.bars.select(groups["Head office"].id)
    image = page.grab().toImage()
    assert image.pixelColor(2, 2) == theme.color(Token.BACKGROUND)


def test_r_goes_to_the_report_from_the_messages_too(page, messages):
    page.narrow(Door())
    press(page.table, KEY.Key_R)
    assert page.groups.line.line.hasFocus()


def test_all_columns_of_messages_stay_in_sight_beside_a_form(qtbot, page, messages):
    page.narrow(Door())
    page.resize(1040, 500)  # what the smallest window leaves a page
    page.open_message()
    qtbot.waitUntil(lambda: page.messages.width() == theme.space(80))  # the least it may have
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() == 0)


def test_b_and_enter_note_a_whole_group_as_briefed(page, room, groups, messages):
    page.groups.bars.select(groups["Warehouse, night"].id)
    press(page.groups.bars, KEY.Key_B)
    QTest.keyClick(page.groups.bar.count, KEY.Key_Return)
    [report] = [r for r in room.all(Delivery) if r.group == groups["Warehouse, night"].id]
    assert (report.reached, report.read, report.how) == (140, 140, "supervisor")
    assert report.message == messages["Update"].id
    [row] = [row for row in bars(page) if row.name == "Warehouse, night"]
    assert "reported by a supervisor" in row.told
    room.undo()
    assert not [r for r in room.all(Delivery) if r.group == groups["Warehouse, night"].id]
