"""Gauges: a figure with its words, a dash where nothing is known, and keys from one to another."""

import pytest
from PySide6.QtCore import Qt

from widgets import theme
from widgets.gauge import NOTHING, GaugeState
from widgets.gauge_row import GaugeRow

STATES = (
    GaugeState("rapid", "Rapid response", 0.51, "51", "2 of 4 parts known"),
    GaugeState("information", "Information", None, note="0 of 4 parts known"),
    GaugeState("opinion", "輿論引導 <b>", 1.0, "100", token=theme.Token.GOOD),
)
GOOD = "#3fb68b"  # of the dark theme

pytestmark = pytest.mark.usefixtures("fresh_theme")


def row(qtbot, *, slim: bool) -> GaugeRow:
    shown = GaugeRow("The three elements", slim=slim)
    qtbot.addWidget(shown)
    shown.show_gauges(STATES)
    shown.resize(1_000, shown.sizeHint().height())
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def colours(widget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("slim", [True, False])
def test_a_gauge_is_painted_in_its_colour(qtbot, slim):
    shown = row(qtbot, slim=slim)
    assert GOOD in colours(shown.gauge("opinion"))
    assert GOOD not in colours(shown.gauge("information"))


def test_a_screen_reader_hears_the_figure_or_that_there_is_none(qtbot):
    shown = row(qtbot, slim=True)
    names = [each.accessibleName() for each in shown.gauges]
    assert names[0] == "Rapid response: 51, 2 of 4 parts known"
    assert names[1] == "Information: not known yet, 0 of 4 parts known"
    assert shown.gauge("information").state.figure == NOTHING


def test_arrows_walk_the_gauges_and_enter_opens_one(qtbot):
    shown = row(qtbot, slim=True)
    shown.activateWindow()
    shown.gauges[0].setFocus()
    qtbot.waitUntil(shown.gauges[0].hasFocus)
    qtbot.keyClick(shown.gauges[0], Qt.Key.Key_Right)
    qtbot.waitUntil(shown.gauges[1].hasFocus)
    with qtbot.waitSignal(shown.opened) as opened:
        qtbot.keyClick(shown.gauges[1], Qt.Key.Key_Return)
    assert opened.args == ["information"]


def test_new_figures_leave_the_keys_where_they_are(qtbot):
    shown = row(qtbot, slim=False)
    before = shown.gauges
    shown.show_gauges([GaugeState(each.name, each.label, 0.2, "20") for each in STATES])
    assert shown.gauges == before
    assert shown.gauges[0].accessibleName() == "Rapid response: 20"


def test_a_link_is_there_only_while_it_says_something(qtbot):
    shown = row(qtbot, slim=True)
    assert not shown.link.isVisible()
    shown.say("Evaluation due")
    with qtbot.waitSignal(shown.link_pressed):
        qtbot.mouseClick(shown.link, Qt.MouseButton.LeftButton)


def test_a_narrow_line_gives_up_its_bar_before_its_figure(qtbot):
    shown = row(qtbot, slim=True)
    shown.resize(shown.minimumSizeHint())
    assert theme.color(theme.Token.TEXT).name() in colours(shown.gauges[0])


def test_a_narrow_gauge_gives_up_its_arc_before_its_name(qtbot):
    shown = row(qtbot, slim=False)
    gauge = shown.gauge("rapid")
    assert not gauge.is_narrow()
    wide = theme.space(30)
    gauge.setFixedWidth(wide)
    assert gauge.is_narrow()
    image = gauge.grab().toImage()
    top = [image.pixelColor(x, y).name() for x in range(wide) for y in range(image.height() // 3)]
    assert theme.color(theme.Token.TEXT).name() in top
    assert theme.color(theme.Token.LINE).name() not in top
