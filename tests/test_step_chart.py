"""Charts that go up in steps: lines as they were, steps reached by keys, axes of a zone."""

from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView

from desktop.models.time_axis import DAY_MS, HOUR_MS, QUARTER_MS, local, time_axis
from widgets import theme
from widgets.chart_axis import labelled, new_days
from widgets.step_chart import NOTHING, Line, Lines, Step, StepChart
from widgets.theme import Token

START = 1_795_392_000_000  # 2026-11-23 00:00 UTC
TWO = (
    Line("Told", Token.ACCENT, sign="s"),
    Line("Confirmed", Token.GOOD, Qt.PenStyle.DashLine, "o"),
)
STEPS = (
    Step(START + HOUR_MS, (40, None), "01:00", "one"),
    Step(START + 2 * HOUR_MS, (900, 300), "02:00", "two", "3 overdue"),
    Step(START + 5 * HOUR_MS, (1200, 1100), "05:00", "three"),
)
LINES = Lines(
    time_axis(START, START + 5 * HOUR_MS, UTC),
    TWO,
    STEPS,
    level=1468,
    level_name="1,468 people",
    moment=START + 1_000_000,
    moment_name="sent 00:16",
    standing=(1200, 1100),
)

pytestmark = pytest.mark.usefixtures("fresh_theme")


def chart(qtbot, lines=LINES, size=(480, 220)) -> StepChart:
    made = StepChart("Reach over time")
    qtbot.addWidget(made)
    made.set_empty("No report yet", "The first report begins the line.")
    made.show_lines(lines)
    made.resize(*size)
    made.show()
    made.start()
    qtbot.waitUntil(made.drawn)
    return made


def test_a_line_is_level_until_its_next_step_and_begins_where_it_is_known():
    assert LINES.path(0) == [(1, 40), (2, 40), (2, 900), (5, 900), (5, 1200)]
    assert LINES.path(1) == [(2, 300), (5, 300), (5, 1100)]
    assert LINES.highest == 1468


def test_arrows_walk_the_steps_and_each_is_told(qtbot):
    made = chart(qtbot)
    asked = []
    made.point_asked.connect(asked.append)
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert made.accessibleDescription() == "01:00, ■ Told 40"
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.accessibleDescription() == "02:00, ■ Told 900, ● Confirmed 300, 3 overdue"
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_Up)
    assert made.current_mark() is None
    assert asked == ["two"]


def test_a_click_beside_a_step_opens_it_and_far_from_all_nothing(qtbot):
    made = chart(qtbot)
    asked = []
    made.point_asked.connect(asked.append)
    places = [made._plot.point_at(x) for x in range(made.width())]
    assert [at for n, at in enumerate(places) if not n or at != places[n - 1]] == [
        -1, 0, -1, 1, -1, 2, -1,
    ]  # fmt: skip
    for x in (places.index(1) + 3, places.index(0) - 5):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(x, 120))
    assert asked == ["two"]


def test_the_keys_stay_at_their_step_when_others_come(qtbot):
    made = chart(qtbot)
    QTest.keyClick(made, Qt.Key.Key_End)
    made.show_lines(NOTHING)
    assert made.current_key() is None
    made.show_lines(LINES)
    QTest.keyClick(made, Qt.Key.Key_Home)
    made.show_lines(Lines(LINES.axis, TWO, (Step(START, (1, 1), "", "zero"), *STEPS)))
    assert made.current_key() == "one"


def test_nothing_is_said_and_told(qtbot):
    made = chart(qtbot, NOTHING)
    assert not made.findChild(QGraphicsView).isVisible()
    told = made.accessibleDescription()
    assert told == "No report yet. The first report begins the line."
    QTest.keyClick(made, Qt.Key.Key_Right)
    QTest.keyClick(made, Qt.Key.Key_Return)
    made.show_lines(LINES)
    assert made.findChild(QGraphicsView).isVisible()


def test_the_legend_says_how_it_stands(qtbot):
    made = chart(qtbot)
    words = [item.text for item in made.legend()]
    assert words == ["Told 1,200", "Confirmed 1,100", "1,468 people", "sent 00:16"]


@pytest.mark.parametrize("name", theme.THEMES)
def test_lines_wear_the_colours_of_the_theme(qtbot, name):
    theme.apply(name)
    made = chart(qtbot)
    QApplication.processEvents()
    image = made.grab().toImage()
    xs, ys = range(image.width()), range(30, image.height())
    seen = {image.pixelColor(x, y).name() for x in xs for y in ys}
    assert {theme.color(line.token).name() for line in TWO} <= seen


@pytest.mark.parametrize("scale", [0.8, 2.0])
@pytest.mark.parametrize("size", [(480, 110), (1300, 260), (60, 30)])
def test_any_size_and_text_scale_can_be_drawn(qtbot, scale, size):
    theme.set_scale(scale)
    made = chart(qtbot, size=size)
    one = Lines(time_axis(START, START, UTC), TWO, STEPS[:1], standing=(40, None))
    for lines in (NOTHING, one, LINES):
        made.show_lines(lines)
        made.grab()
        made.twin().deleteLater()


HONG_KONG, KATHMANDU = timezone(timedelta(hours=8)), timezone(timedelta(hours=5, minutes=45))


@given(
    st.integers(0, 2_000_000_000_000),
    st.integers(0, 90 * DAY_MS),
    st.sampled_from([UTC, HONG_KONG, KATHMANDU, ZoneInfo("Europe/Berlin")]),
)
def test_an_axis_holds_its_moments_and_begins_at_a_whole_tick(first, span, zone):
    axis = time_axis(first, first + span, zone)
    assert 0 <= axis.place(first) < 1
    assert len(axis.ticks) - 1 <= axis.place(first + span) < len(axis.ticks)
    begin = local(axis.start_ms, zone)
    assert (begin.hour * 60 + begin.minute) * 60_000 % min(axis.unit_ms, DAY_MS) == 0
    assert (span <= 3 * HOUR_MS) == (axis.unit_ms == QUARTER_MS)
    assert len(axis.ticks) <= 242


def test_ticks_are_named_by_the_clock_of_the_zone():
    axis = time_axis(START, START + 4 * HOUR_MS, HONG_KONG)
    assert [tick.label for tick in axis.ticks] == ["08", "09", "10", "11", "12"]
    assert {tick.day for tick in axis.ticks} == {"23 Nov"}
    short = time_axis(START + 60_000, START + 31 * 60_000, HONG_KONG)
    assert [tick.label for tick in short.ticks] == ["08:00", "08:15", "08:30"]


def test_days_that_leave_no_room_are_labelled_now_and_then():
    axis = time_axis(START, START + 20 * DAY_MS, UTC)
    assert new_days(axis.ticks) == list(range(21))
    assert list(labelled(axis.ticks, 20, 0, 50)) == [2, 5, 8, 11, 14, 17, 20]
