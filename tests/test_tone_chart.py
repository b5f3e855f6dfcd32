"""The tone chart: honest heights, late import, every bar reached by mouse and keys."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QMenu, QToolTip

from widgets import theme
from widgets.chart_axis import labelled, new_days
from widgets.theme import Token
from widgets.tone_chart import HourTone, Mark, ToneChart
from widgets.tone_hours import HOUR_MS, Heights, place, stacked, whole_step

START = 1_763_913_600_000  # 2025-11-23 16:00 UTC
SIX = (
    HourTone(START, "22", negative=1, positive=2, day="23 Nov"),
    HourTone(START + HOUR_MS, "23", negative=4, positive=1, neutral=2, day="23 Nov"),
    HourTone(START + 2 * HOUR_MS, "00", day="24 Nov", told="24 Nov, 00:00 to 01:00 +08:00"),
    HourTone(START + 3 * HOUR_MS, "01", negative=2, positive=4, day="24 Nov"),
    HourTone(START + 4 * HOUR_MS, "02", mixed=1, not_rated=3, day="24 Nov"),
    HourTone(START + 5 * HOUR_MS, "03", negative=8, positive=1, day="24 Nov"),
)
EVIL = "<b>Update</b> <img src='file:///etc/passwd'>"
MARKS = (Mark(START + HOUR_MS + 60_000, EVIL), Mark(START - 1, "before"))
SAID = (
    Mark(START + HOUR_MS, "Holding statement", "one", "23:00"),
    Mark(START + 3 * HOUR_MS + 1_800_000, "Update", "two", "01:30"),
    Mark(START + 3 * HOUR_MS + 3_000_000, "Update of somebody else"),
)


def many(count: int) -> list[HourTone]:
    return [
        HourTone(START + n * HOUR_MS, f"{n % 24:02}", n % 7, n % 3, n % 5) for n in range(count)
    ]


pytestmark = pytest.mark.usefixtures("fresh_theme")


def chart(qtbot, hours=SIX, marks=(), size=(480, 110)) -> ToneChart:
    made = ToneChart()
    qtbot.addWidget(made)
    made.show_hours(hours, marks)
    made.resize(*size)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: drawn(made))
    return made


def drawn(made: ToneChart) -> bool:
    return made.findChild(QGraphicsView) is not None


def middle(made: ToneChart, at: int) -> QPoint:
    """The middle of a bar, found as a pointer finds it: by what answers there."""
    xs = [x for x in range(made.width()) if hour_under(made, x) == at]
    return QPoint(xs[len(xs) // 2], made.height() // 2)


def hour_under(made: ToneChart, x: int) -> int:
    return made._point_at(QPoint(x, made.height() // 2))


def run_of(made: ToneChart, at: int, token: Token) -> int:
    """How many pixels of a colour stand in the column in the middle of an hour."""
    QApplication.processEvents()
    image, x, wanted = made.grab().toImage(), middle(made, at).x(), theme.color(token)
    return sum(image.pixelColor(x, y) == wanted for y in range(image.height()))


def test_what_we_decided_has_a_sign_of_its_own_in_the_legend(qtbot):
    shown = ToneChart()
    qtbot.addWidget(shown)
    shown.show_hours(SIX, [Mark(START, "Recall", decided=True)])
    assert shown.legend()[-1].text == "Our decision"
    shown.show_hours(SIX, [Mark(START, "Holding"), Mark(START, "Recall", decided=True)])
    assert [each.text for each in shown.legend()[-2:]] == ["Our statement", "Our decision"]


def test_importing_and_building_a_chart_brings_no_drawing_library():
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from widgets.tone_chart import HourTone, ToneChart; chart = ToneChart();"
        "chart.show_hours([HourTone(0, '00', 1)], []); chart.resize(480, 110);"
        "print('numpy' in sys.modules, 'pyqtgraph' in sys.modules);"
        "chart.show(); chart.grab(); print('pyqtgraph' in sys.modules);"
        "import time; end = time.monotonic() + 20\n"
        "while not chart.children()[1:] and time.monotonic() < end: app.processEvents()\n"
        "print('pyqtgraph' in sys.modules, len(chart.children()) > 1)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, timeout=60
    )
    assert run.stdout.split() == ["False", "False", "False", "True", "True"], run.stderr
    assert run.returncode == 0
    assert run.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""


def test_a_chart_may_go_before_its_library_has_come(qtbot):
    made = ToneChart()
    qtbot.addWidget(made)
    made.show()
    made.grab()
    made.close()
    made.deleteLater()
    qtbot.wait(60)


@pytest.mark.parametrize("size", [(480, 110), (1300, 260)])
def test_bars_are_as_long_as_their_counts(qtbot, size):
    made = chart(qtbot, size=size)
    negative = [run_of(made, at, Token.BAD) for at in (0, 1, 3, 5)]
    unit = negative[3] / 8
    for got, count in zip(negative, (1, 4, 2, 8), strict=True):
        assert got == pytest.approx(count * unit, abs=1.5)
    for at, count in ((0, 2), (1, 1), (3, 4)):
        assert run_of(made, at, Token.GOOD) == pytest.approx(count * unit, abs=1.5)
    assert run_of(made, 2, Token.BAD) == run_of(made, 2, Token.GOOD) == 0


@given(
    st.lists(st.tuples(*[st.integers(0, 500)] * 5), max_size=72),
    st.floats(20, 400),
    st.booleans(),
)
def test_every_item_has_its_place_and_none_two(counts, pixels, volume):
    hours = [HourTone(at * HOUR_MS, "00", *each) for at, each in enumerate(counts)]
    heights = Heights.measured(hours, pixels, 4, 10, volume=volume)
    low, high = heights.span
    bars = stacked(hours, heights, volume=volume)
    for at, hour in enumerate(hours):
        assert sum(b.tops[at] - b.bottoms[at] for b in bars) == pytest.approx(hour.total)
        assert all(low - 1e-6 <= b.bottoms[at] <= b.tops[at] <= high + 1e-6 for b in bars)
        if not volume:
            assert max(b.tops[at] for b in bars[2:]) <= -heights.bottom + 1e-6
    assert 0 in heights.ticks(16)
    assert all(-heights.bottom <= tick <= heights.top for tick in heights.ticks(16))


def test_counts_are_labelled_in_whole_steps():
    assert [whole_step(least) for least in (0.1, 1, 1.2, 3, 5, 6, 11, 30, 120)] == [
        1, 1, 2, 5, 5, 10, 20, 50, 200,
    ]  # fmt: skip


def test_days_are_labelled_where_they_begin_and_hours_where_there_is_room():
    assert new_days(SIX) == [0, 2]
    assert labelled(SIX, 40, 20, 40) == {
        0: "23 Nov",
        2: "24 Nov",
        1: "23",
        3: "01",
        4: "02",
        5: "03",
    }
    assert labelled(many(24), 10, 20, 40) == {at: f"{at:02}" for at in range(0, 24, 2)}
    assert labelled([], 10, 20, 40) == {}


def test_a_moment_stands_inside_its_hour():
    assert place(SIX, START) == 0
    assert place(SIX, START + HOUR_MS + HOUR_MS // 2) == 1.5
    assert place(SIX, START - 1) is None
    assert place(SIX, START + 6 * HOUR_MS) is None


def test_a_click_on_a_bar_asks_for_its_hour(qtbot):
    made = chart(qtbot)
    with qtbot.waitSignal(made.point_asked) as caught:
        QTest.mouseClick(
            made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(made, 3)
        )
    assert caught.args == [START + 3 * HOUR_MS]
    with qtbot.assertNotEmitted(made.point_asked):
        QTest.mouseClick(
            made, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, middle(made, 3)
        )
        QTest.mouseClick(
            made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 50)
        )


def test_arrows_walk_the_bars_and_enter_asks(qtbot):
    made = chart(qtbot)
    asked = []
    made.point_asked.connect(asked.append)
    made.activateWindow()
    made.setFocus()
    for key in ("Left", "Left", "Return", "Home", "Left", "Enter", "End", "Right", "Space"):
        QTest.keyClick(made, getattr(Qt.Key, f"Key_{key}"))
    assert asked == [START + 3 * HOUR_MS, START, START + 5 * HOUR_MS]


def test_the_keys_work_before_the_drawing_is_there(qtbot):
    made = ToneChart()
    qtbot.addWidget(made)
    made.show_hours(SIX, ())
    with qtbot.waitSignal(made.point_asked) as caught:
        QTest.keyClick(made, Qt.Key.Key_End)
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert caught.args == [START + 5 * HOUR_MS]


def test_the_current_hour_stays_when_a_new_one_comes(qtbot):
    made = chart(qtbot, hours=SIX[:5])
    QTest.keyClick(made, Qt.Key.Key_Home)
    made.show_hours(SIX[1:], ())
    assert made.current_key() is None
    QTest.keyClick(made, Qt.Key.Key_Home)
    made.show_hours(SIX, ())
    assert made.current_key() == START + HOUR_MS


def test_a_chart_shows_the_last_three_days_at_most(qtbot):
    made = chart(qtbot, hours=many(100), size=(1300, 260))
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert made.current_key() == START + 28 * HOUR_MS
    assert len({hour_under(made, x) for x in range(1300)} - {-1}) == 72


def test_the_numbers_are_told_in_words(qtbot):
    made = chart(qtbot, marks=MARKS)
    assert made.accessibleName() == "Tone by hour"
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert made.accessibleDescription() == (
        "23 Nov 22, + Positive 2, − Negative 1, ○ Neutral 0, ± Mixed 0, ? Not rated 0"
    )
    made.set_volume(True)
    assert made.accessibleName() == "Items by hour"
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.accessibleDescription() == f"23 Nov 23, All items 7, {EVIL}"
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.accessibleDescription().startswith("24 Nov, 00:00 to 01:00 +08:00, ")


def test_the_tooltip_tells_our_statements_plainly(qtbot):
    made = chart(qtbot, marks=MARKS)
    at = middle(made, 1)
    QApplication.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, at, made.mapToGlobal(at)))
    assert "− Negative 4" in QToolTip.text()
    assert "&lt;b&gt;Update&lt;/b&gt;" in QToolTip.text()
    assert "<img" not in QToolTip.text()


def test_a_statement_is_a_thin_line_in_the_accent(qtbot):
    accent = theme.color(Token.ACCENT)

    def accents(made: ToneChart) -> set[int]:
        image = made.grab().toImage()
        return {x for x in range(5, made.width() - 5) if image.pixelColor(x, 60) == accent}

    made = chart(qtbot)
    made.clearFocus()
    assert accents(made) == set()
    made.show_hours(SIX, MARKS)
    QApplication.processEvents()
    assert len(accents(made)) == 1


def test_up_goes_to_our_statements_and_enter_opens_one(qtbot):
    made = chart(qtbot, marks=SAID)
    opened, asked = [], []
    made.mark_asked.connect(opened.append)
    made.point_asked.connect(asked.append)
    made.activateWindow()
    made.setFocus()
    for key in ("Up", "Left", "Return", "Left", "Return", "Left", "Return"):
        QTest.keyClick(made, getattr(Qt.Key, f"Key_{key}"))
    assert opened == ["one", "one", "one"]
    assert made.accessibleDescription() == "23:00 Holding statement"
    QTest.keyClick(made, Qt.Key.Key_Down)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert asked == [START + HOUR_MS]


def test_a_statement_without_an_entry_opens_nothing(qtbot):
    made = chart(qtbot, marks=SAID)
    QTest.keyClick(made, Qt.Key.Key_End)
    QTest.keyClick(made, Qt.Key.Key_Up)
    QTest.keyClick(made, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(made.mark_asked), qtbot.assertNotEmitted(made.point_asked):
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.accessibleDescription() == "Update of somebody else"


def test_the_keys_leave_a_statement_that_is_gone(qtbot):
    made = chart(qtbot, marks=SAID)
    QTest.keyClick(made, Qt.Key.Key_Home)
    QTest.keyClick(made, Qt.Key.Key_Up)
    assert made.current_mark() == SAID[0]
    made.show_hours(SIX, SAID[1:])
    assert made.current_mark() is None
    assert made.current_key() == START + HOUR_MS


def test_a_click_on_the_sign_of_a_statement_opens_it(qtbot):
    made = chart(qtbot, marks=SAID)
    signs = [x for x in range(480) if made._mark_at(QPoint(x, 8)) == 1]
    at = QPoint(signs[len(signs) // 2], 8)
    assert made._mark_at(QPoint(at.x(), 60)) == -1
    with qtbot.waitSignal(made.mark_asked) as caught, qtbot.assertNotEmitted(made.point_asked):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert caught.args == ["two"]
    QApplication.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, at, made.mapToGlobal(at)))
    assert "01:30 Update<" in QToolTip.text()


def test_the_chart_is_told_whole_before_its_points(qtbot):
    made = chart(qtbot)
    made.set_essence("27 items, most from 23 to 00.")
    made.activateWindow()
    made.setFocus()
    assert made.accessibleDescription().startswith("27 items, most from 23 to 00.\n24 Nov 03, ")
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert made.accessibleDescription().startswith("23 Nov 22, ")


def test_volume_is_one_colour_from_zero(qtbot):
    made = chart(qtbot)
    made.set_volume(True)
    assert run_of(made, 5, Token.BAD) == run_of(made, 5, Token.GOOD) == 0
    assert run_of(made, 5, Token.FAINT) > run_of(made, 1, Token.FAINT) > 0


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_chart_follows_the_theme(qtbot, name):
    made = chart(qtbot)
    theme.apply("light" if name == "dark" else "dark")
    theme.apply(name)
    QApplication.processEvents()
    image = made.grab().toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    other = "light" if name == "dark" else "dark"
    assert theme.color(Token.BAD).name() in seen
    assert theme.color(Token.LINE).name() in seen
    assert image.pixelColor(10, 90) == theme.color(Token.BACKGROUND)
    theme.apply(other)
    assert theme.color(Token.BAD).name() not in seen


@pytest.mark.parametrize("scale", [0.8, 2.0])
@pytest.mark.parametrize("size", [(480, 110), (1300, 260), (60, 30)])
def test_any_size_and_text_scale_can_be_drawn(qtbot, scale, size):
    theme.set_scale(scale)
    made = chart(qtbot, marks=MARKS, size=size)
    for hours in ((), SIX[2:3], SIX, many(72), [HourTone(START, "00", 12_000, 1, 90_000)]):
        made.show_hours(hours, MARKS)
        made.grab()


def test_it_has_no_menu_and_no_zoom_of_the_library(qtbot):
    made = chart(qtbot)
    before = [hour_under(made, x) for x in range(480)]
    at = middle(made, 2)
    where = QPointF(at)
    wheel = QWheelEvent(
        where, QPointF(made.mapToGlobal(at)), QPoint(0, 120), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(made, wheel)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(made, QContextMenuEvent(reason, at, made.mapToGlobal(at)))
    assert made.childAt(at) is None
    assert [hour_under(made, x) for x in range(480)] == before
    assert not [each for each in QApplication.allWidgets() if isinstance(each, QMenu)]


def test_the_hour_below_the_pointer_is_lit(qtbot):
    made = chart(qtbot)
    at = middle(made, 2)
    QTest.mouseMove(made, at)
    QApplication.processEvents()
    assert made.grab().toImage().pixelColor(at.x(), 20) == theme.color(Token.RAISED)
    assert made.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(made, QEvent(QEvent.Type.Leave))
    QApplication.processEvents()
    assert made.grab().toImage().pixelColor(at.x(), 20) == QColor(theme.color(Token.BACKGROUND))


def test_many_charts_come_and_go(qtbot):
    for _round in range(5):
        made = chart(qtbot)
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)
