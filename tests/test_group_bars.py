"""The bars of groups: figures that cannot be right are drawn all the same, and said to be so."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from widgets import group_bars, theme
from widgets.group_bars import GroupBars, GroupRow
from widgets.group_columns import INSET, Columns
from widgets.theme import Token

EVIL = "<img src='file:///etc/passwd'><b>bold</b>"
KEY = Qt.Key
FIVE = (
    GroupRow("care", "Customer care", "64 / 64", 1.0, 1.0, chip="steady"),
    GroupRow("office", "Head office", "388 / 402", 0.99, 0.96, chip="steady"),
    GroupRow("shops", "Shops and riders", "610 / 702", 0.9, 0.86, chip="worried"),
    GroupRow("day", "Warehouse, day", "142 / 160", 0.9, 0.4, chip="worried"),
    GroupRow("night", "倉儲夜班", "0 / 140", 0.0, None, Token.BAD, "not briefed"),
)


pytestmark = pytest.mark.usefixtures("fresh_theme")


def bars(qtbot, rows=FIVE, size=(440, 200)) -> GroupBars:
    shown = GroupBars()
    qtbot.addWidget(shown)
    shown.show_rows(rows)
    shown.resize(*size)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


def many(count: int) -> list[GroupRow]:
    return [GroupRow(str(n), f"Group {n}", f"{n} / {count}", n / count, None) for n in range(count)]


def inks(shown: GroupBars, number: int) -> list[str]:
    """The colours of a row's bar from left to right, without those that blend one into the next."""
    image: QImage = shown.viewport().grab().toImage()
    columns = Columns(shown.rows(), shown.viewport().width())
    y = number * columns.height + columns.height // 2
    found = [image.pixelColor(x, y).name() for x in range(columns.bar + 3, columns.bar_end - 3)]
    return [ink for ink, run in groupby(found) if len(list(run)) > 2]


GOOD, LINE = "#3fb68b", "#2a3340"  # of the dark theme


def test_confirmed_is_solid_reached_is_paler_and_the_rest_is_ground(qtbot):
    solid, pale, ground = inks(bars(qtbot), 3)
    assert (solid, ground) == (GOOD, LINE)
    assert pale not in (GOOD, LINE)


def test_a_full_bar_is_of_one_colour(qtbot):
    assert inks(bars(qtbot), 0) == [GOOD]


@pytest.mark.parametrize(
    ("reached", "confirmed"), [(1.5, 0.0), (0.5, 1.2), (9e9, 9e9), (float("inf"), None)]
)
def test_more_than_all_is_a_full_bar_with_a_doubt(qtbot, reached, confirmed):
    row = GroupRow("x", "Night", "12 / 10", reached, confirmed)
    assert LINE not in inks(bars(qtbot, [row]), 0)
    assert row.badge() == ("▲ over 100 %", Token.WARN)
    assert row.in_words().endswith("over 100 %")


def test_a_hint_of_the_caller_is_shown_instead_of_the_chip_and_both_are_told():
    row = GroupRow("x", "Night", "12 / 10", 1.0, 1.2, chip="steady", hint="more than reached")
    assert row.badge() == ("▲ more than reached", Token.WARN)
    assert row.in_words() == "Night, 12 / 10, steady, more than reached"


def test_without_a_headcount_there_is_a_dash_and_no_bar(qtbot):
    unknown = GroupRow("x", "Night", "3", None, None)
    assert LINE not in inks(bars(qtbot, [unknown]), 0)
    tracked = GroupRow("x", "Night", "– / 140", None, None, track=True)
    assert inks(bars(qtbot, [tracked]), 0) == [LINE]


@given(
    st.lists(
        st.tuples(
            st.text(max_size=30),
            st.text(max_size=20),
            st.none() | st.floats(allow_nan=False),
            st.none() | st.floats(allow_nan=False),
            st.text(max_size=20),
        ),
        max_size=6,
    ),
    st.integers(1, 1600),
    st.sampled_from([0.8, 1.0, 2.0]),
)
def test_any_row_is_painted_at_any_width_and_its_parts_stay_inside(qapp, rows, width, scale):
    theme.set_scale(scale)
    shown = GroupBars()
    made = [GroupRow(str(n), *row[:4], chip=row[4]) for n, row in enumerate(rows)]
    shown.resize(width, 200)
    shown.show_rows(made)
    assert not shown.grab().isNull()
    columns = Columns(made, width)
    if width > theme.px(400):
        assert columns.bar <= columns.bar_end <= max(columns.bar, columns.right)
    shown.deleteLater()


def test_where_a_row_is_too_long_for_one_line_it_takes_two(qtbot):
    assert bars(qtbot, size=(250, 300)).sizeHint().height() > bars(qtbot).sizeHint().height()


def test_names_begin_at_the_inset_that_a_panel_can_take_back():
    assert Columns(FIVE, 440).left == theme.space(INSET)


def test_the_keys_walk_the_rows_and_enter_opens_one(qtbot):
    shown, heard = bars(qtbot), []
    shown.opened.connect(heard.append)
    QTest.keyClick(shown, KEY.Key_Down)
    assert shown.current_id() == "care"
    QTest.keyClick(shown, KEY.Key_End)
    QTest.keyClick(shown, KEY.Key_Up)
    QTest.keyClick(shown, KEY.Key_Return)
    QTest.keyClick(shown, KEY.Key_Home)
    QTest.keyClick(shown, KEY.Key_Up)
    QTest.keyClick(shown, KEY.Key_Enter)
    assert heard == ["day", "care"]


def test_a_click_selects_and_a_double_click_opens(qtbot):
    shown, height = bars(qtbot), Columns(FIVE, 440).height
    at = QPoint(20, height + height // 2)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.current_id() == "office"
    with qtbot.waitSignal(shown.opened) as heard:
        QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == ["office"]


def test_the_current_row_is_told_to_a_screen_reader(qtbot):
    shown = bars(qtbot)
    assert shown.select("night")
    assert shown.accessibleDescription() == "倉儲夜班, 0 / 140, not briefed"
    assert not shown.select("nobody")
    assert shown.current_id() == "night"


def test_the_current_row_stays_current_when_rows_change_around_it(qtbot):
    shown = bars(qtbot)
    shown.select("shops")
    shown.show_rows(FIVE[::-1])
    assert shown.current_id() == "shops"
    shown.show_rows(FIVE[:2])
    assert shown.current_id() in [row.id for row in FIVE[:2]]
    shown.show_rows([])
    assert shown.current_id() == ""


def test_where_the_current_row_goes_the_next_one_is_current(qtbot):
    shown = bars(qtbot)
    shown.select(FIVE[1].id)
    shown.show_rows([*FIVE[:1], *FIVE[2:]])
    assert shown.current_id() == FIVE[2].id


def test_a_tooltip_shows_markup_as_it_is(qtbot):
    shown = bars(qtbot, [GroupRow("x", EVIL, "1 / 2", 0.5, None)])
    at = QPoint(20, 10)
    event = QHelpEvent(QEvent.Type.ToolTip, at, shown.viewport().mapToGlobal(at))
    QApplication.sendEvent(shown.viewport(), event)
    assert "&lt;b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_the_current_row_is_copied_as_text(qtbot):
    shown = bars(qtbot)
    shown.select("care")
    QTest.keyClick(shown, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Customer care, 64 / 64, steady"


def test_only_rows_in_sight_are_painted(qtbot, monkeypatch):
    shown = bars(qtbot, many(10_000))
    painted, paint = [], group_bars.paint_row
    monkeypatch.setattr(
        group_bars, "paint_row", lambda *args: (painted.append(args[2].id), paint(*args))
    )
    QTest.keyClick(shown, KEY.Key_End)
    shown.viewport().repaint()
    assert painted[-1] == "9999"
    assert len(set(painted)) <= shown.viewport().height() // theme.length("row") + 2
    assert [row.id for row in shown.rows_in_sight()][-1] == "9999"


def test_the_menu_key_asks_for_the_menu_of_the_current_row(qtbot):
    shown = bars(qtbot)
    shown.select("day")
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(0, 0), shown.mapToGlobal(QPoint(0, 0)))
    with qtbot.waitSignal(shown.menu_asked) as heard:
        QApplication.sendEvent(shown.viewport(), event)
    assert heard.args[0] == "day"


def test_without_rows_it_says_how_to_add_the_first(qtbot):
    shown = bars(qtbot, ())
    shown.set_empty("No groups yet", "Press N to add the first one.")
    assert shown.accessibleDescription() == "No groups yet. Press N to add the first one."
    for key in (KEY.Key_Down, KEY.Key_Return, KEY.Key_End):
        QTest.keyClick(shown, key)
    assert shown.current_id() == ""


def test_larger_text_gives_higher_rows(qtbot):
    shown = bars(qtbot)
    before = shown.sizeHint().height()
    theme.set_scale(2.0)
    assert shown.sizeHint().height() >= 2 * before
