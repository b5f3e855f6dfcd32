"""The media page as people work in it: one key rates, one answers, a bar opens its hour."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from desktop.app import application
from desktop.pages.coverage import CoveragePage
from desktop.pages.door import Door
from desktop.warroom.choices import Carried, EntryKind, Tier, Tone
from desktop.warroom.measures import coverage_of_day, waiting
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry
from tests.in_front import in_front
from tests.rooms import START, clock, new_room
from widgets import theme
from widgets.filter_bar import Filter
from widgets.plain import ElidedLabel
from widgets.table_view import TableView

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def item(minutes: int, headline: str, tone: Tone | str = Tone.NOT_RATED, **more) -> Coverage:
    at = Moment.of(START - timedelta(minutes=minutes))
    return Coverage(outlet="Harbour Daily", headline=headline, published_at=at, tone=tone, **more)


@pytest.fixture
def room(tmp_path: Path):
    application()
    theme.apply("dark")
    room = new_room(tmp_path / "r.warroom", clock())
    yield room
    room.close()


@pytest.fixture
def page(qtbot, room):
    room.add_all([item(10, "A"), item(70, "B"), item(75, "C", Tone.NEGATIVE), item(1600, "D")])
    return shown(qtbot, room)


def shown(qtbot, room) -> CoveragePage:
    page = CoveragePage(room)
    in_front(qtbot, page, 1300, 760)
    page.table.setFocus()
    return page


def headlines(page) -> list[str]:
    model = page.table.model()
    return [model.index(row, 3).data() for row in range(model.rowCount())]


def summary(page) -> str:
    return page.chart.findChild(ElidedLabel).text()


@pytest.mark.parametrize(
    ("key", "tone"),
    [("-", "negative"), ("0", "neutral"), ("+", "positive"), ("=", "positive"), ("m", "mixed")],
)
def test_one_key_rates_the_row_and_one_undo_takes_it_back(qtbot, page, room, key, tone):
    page.table.select(0)
    with qtbot.waitSignal(page.did):
        qtbot.keyClicks(page.table, key)
    assert room.records(waiting()) == []
    assert [c.tone for c in room.all(Coverage) if c.headline == "A"] == [tone]
    room.undo()
    assert [c.tone for c in room.all(Coverage) if c.headline == "A"] == ["not_rated"]


def test_several_rows_are_rated_in_one_act(qtbot, page, room):
    page.table.select(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClicks(page.table, "-")
    assert sum(c.tone == Tone.NEGATIVE for c in room.all(Coverage)) == 3
    assert page.table.rows() == [0, 1]
    room.undo()
    assert sum(c.tone == Tone.NEGATIVE for c in room.all(Coverage)) == 1


@pytest.mark.parametrize(("key", "carried"), [("r", "right"), ("w", "wrong"), ("o", "none")])
def test_one_key_says_whether_our_message_is_carried(qtbot, page, room, key, carried):
    page.table.select(0)
    with qtbot.waitSignal(page.did):
        qtbot.keyClicks(page.table, key)
    assert sorted(str(c.carried) for c in room.all(Coverage)) == sorted([carried, *["unknown"] * 3])
    room.undo()
    assert {c.carried for c in room.all(Coverage)} == {"unknown"}


def test_the_filter_asks_for_a_tier_and_for_what_is_carried(page, room):
    first, second = room.all(Coverage)[:2]
    room.change(first, tier=Tier.FIRST, carried=Carried.WRONG)
    room.change(second, tier=Tier.FIRST)
    page.bar.set_filter(Filter({"tier": frozenset("1")}))
    assert page.selection().equal == (("tier", ("1",)),)
    assert page._model.rowCount() == 2
    page.bar.set_filter(Filter({"tier": frozenset("1"), "carried": frozenset(["wrong"])}))
    assert page._model.rowCount() == 1


def test_one_key_answers_and_again_says_not_yet(qtbot, page, room):
    page.table.select(0)
    qtbot.keyClicks(page.table, "a")
    [answered] = [c for c in room.all(Coverage) if c.answered_at]
    assert answered.headline == "A"
    assert answered.answered_at.ms == room.now().ms
    qtbot.keyClicks(page.table, "a")
    assert not any(c.answered_at for c in room.all(Coverage))


def test_copies_of_a_story_are_grouped_and_shown_as_one_row(qtbot, page, room):
    page.table.select(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClicks(page.table, "g")
    assert {c.headline: c.story for c in room.all(Coverage)} == {
        "A": "",
        "B": "B",
        "C": "B",
        "D": "",
    }
    once = next(b for b in page.findChildren(QPushButton) if b.text().startswith("Every copy"))
    menu = once.findChild(QMenu)
    menu.actions()[-1].trigger()
    assert headlines(page) == ["A", "C   (and 1 more)", "D"]


def test_a_bar_of_the_chart_opens_the_rows_of_its_hour(qtbot, page):
    page.chart.chart.setFocus()
    qtbot.keyClick(page.chart.chart, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.chart.asked):
        qtbot.keyClick(page.chart.chart, Qt.Key.Key_Return)
    assert headlines(page) == ["B", "C"]
    door = next(b for b in page.findChildren(QPushButton) if b.text().startswith("23 Nov 13:00"))
    qtbot.mouseClick(door, Qt.MouseButton.LeftButton)
    assert len(headlines(page)) == 4


def test_a_click_on_a_bar_opens_the_same_rows(qtbot, page):
    page.narrow(Door("Today", coverage_of_day(page._room.now())))
    chart = page.chart.chart
    qtbot.waitUntil(chart.drawn, timeout=20_000)
    asked = []
    chart.point_asked.connect(asked.append)
    for x in range(0, chart.width(), 20):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, chart.height() // 2))
        if asked:
            break
    assert asked
    assert len(headlines(page)) in (1, 2)


def test_the_chart_is_a_table_too_with_the_same_counts(qtbot, page):
    toggle = next(b for b in page.findChildren(QPushButton) if b.text() == "As a table")
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    table = next(t for t in page.chart.findChildren(TableView) if t.isVisible())
    rows = [[table.model().index(r, c).data() for c in range(7)] for r in range(table.count())]
    assert rows == [
        ["23 Nov 14:00–15:00", "0", "0", "0", "0", "1", "1"],
        ["23 Nov 13:00–14:00", "1", "0", "0", "0", "1", "2"],
        ["22 Nov 11:00–12:00", "0", "0", "0", "0", "1", "1"],
    ]
    table.select(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert headlines(page) == ["B", "C"]


def test_percentages_wait_for_ten_rated_items(qtbot, page, room):
    assert summary(page) == "− 1 negative · 3 not rated · too few for percentages"
    room.add_all([item(n, f"E{n}", Tone.POSITIVE) for n in range(9)])
    assert summary(page) == "− 1 negative (10 %) · + 9 positive (90 %) · 3 not rated"


def test_a_new_item_starts_now_and_enter_adds_it(qtbot, page, room):
    qtbot.keyClicks(page.table, "n")
    outlet = QApplication.focusWidget()
    assert isinstance(outlet, QLineEdit)
    qtbot.keyClicks(outlet, "City TV")
    headline = next(
        e for e in page.findChildren(QLineEdit) if e.accessibleName().startswith("Headline")
    )
    qtbot.keyClicks(headline, "Recall widens")
    qtbot.keyClick(headline, Qt.Key.Key_Return)
    [new] = [c for c in room.all(Coverage) if c.outlet == "City TV"]
    assert str(new.published_at) == "2026-11-23T14:30+08:00"
    assert page.table.hasFocus()
    assert headlines(page)[0] == "Recall widens"


def test_the_menu_and_delete_take_several_back_in_one_act(qtbot, page, room):
    page.table.select(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert [c.headline for c in room.all(Coverage)] == ["C", "D"]
    assert page.table.rows() == [0]
    room.undo()
    assert headlines(page) == ["A", "B", "C", "D"]


def test_a_figure_opens_what_waits_for_an_answer(qtbot, page, room):
    due = Moment.of(START + timedelta(hours=1))
    room.add(item(5, "asks", answer_due=due))
    page.narrow(Door("Waiting for our answer", waiting()))
    assert headlines(page) == ["asks"]
    qtbot.keyClicks(page.table, "?")
    page.table.select(0)
    qtbot.keyClicks(page.table, "a")
    assert headlines(page) == []


def test_words_are_found_and_an_empty_room_says_how_to_begin(qtbot, page, room):
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    search = QApplication.focusWidget()
    qtbot.keyClicks(search, "harb")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert len(headlines(page)) == 4
    qtbot.keyClicks(search, "our zebra")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert headlines(page) == []
    assert "Clear the filter" in page.table.accessibleDescription()


def test_nothing_yet_is_said_without_a_chart(qtbot, room):
    page = shown(qtbot, room)
    assert not page.chart.isVisible()
    assert "Press N" in page.table.accessibleDescription()


def test_a_tone_of_another_version_is_kept_and_can_be_replaced(qtbot, room):
    room.add(item(1, "odd", tone="sarcastic"))
    page = shown(qtbot, room)
    assert summary(page) == "1 not rated"
    page.table.select(0)
    qtbot.keyClicks(page.table, "0")
    assert room.all(Coverage)[0].tone is Tone.NEUTRAL


def test_our_statements_are_marks_on_the_chart(qtbot, page, room):
    at = Moment.of(START - timedelta(minutes=72))
    room.add(Entry(kind=EntryKind.STATEMENT, text="We test <b>all</b>", happened_at=at))
    chart = page.chart.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert "We test <b>all</b>" in chart.accessibleDescription()
    said = room.all(Entry)[-1]
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.door_asked) as caught:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert caught.args[0] == "timeline"
    assert caught.args[1].id == said.id


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_search_is_left_for_the_list_by_enter_and_down(qtbot, page, room, key):
    room.add(item(20, "Kettle recalled"))
    page.bar.go_to_search()
    search = QApplication.focusWidget()
    qtbot.keyClicks(search, "kettle")
    qtbot.keyClick(search, key)
    assert headlines(page) == ["Kettle recalled"]
    assert page.table.hasFocus()


def test_a_cleared_filter_gives_the_keys_to_the_list(qtbot, page):
    page.narrow(Door("Waiting for our answer", waiting()))
    [clear] = [b for b in page.bar.findChildren(QPushButton) if b.text() == "Clear filter"]
    clear.setFocus()
    qtbot.keyClick(clear, Qt.Key.Key_Space)
    assert headlines(page) == ["A", "B", "C", "D"]
    assert page.table.hasFocus()


def test_shift_f10_opens_the_menu_which_names_the_keys(qtbot, page):
    page.table.select(1)
    qtbot.keyClick(page.table, Qt.Key.Key_F10, SHIFT)
    [menu] = [m for m in page.findChildren(QMenu) if m.isVisible()]
    words = [action.text() for action in menu.actions()]
    menu.close()
    assert {"Answered, or not yet\tA", "Group as one story\tG"} <= set(words)
