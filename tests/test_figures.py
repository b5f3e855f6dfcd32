"""The strip of figures and the panels: calm, equal, reachable by keyboard, and never cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from widgets import theme
from widgets.figures import NOTHING, Figure, FigureStrip, cell_height
from widgets.panel import Panel
from widgets.theme import Token

EVIL = "<b>bold</b> & more"
SEVEN = (
    Figure("response", "First response", "00:18", "goal 01:00", Token.GOOD),
    Figure("statement", "Next statement due", "00:27", "15:00 update 3"),
    Figure("notice", "Regulator notice", "04:12", "recall report", Token.WARN),
    Figure("coverage", "Coverage today", "47", "−31 · 9 · +7"),
    Figure("waiting", "Waiting for our answer", "6", "oldest 48 min", Token.BAD),
    Figure("staff", "Staff who confirmed", "82 %", "1,204 of 1,468"),
    Figure("tasks", "Open tasks", "14", "3 overdue · 1 blocked"),
)


pytestmark = pytest.mark.usefixtures("fresh_theme")


def strip(qtbot, figures=SEVEN, width=1380) -> FigureStrip:
    """A strip at the top of a window, so that its height is its own."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    found = FigureStrip(window)
    found.show_figures(figures)
    column.addWidget(found)
    column.addStretch(1)
    window.resize(width, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found.kept = window  # qtbot holds windows weakly
    return found


def cells(shown: FigureStrip) -> list[QWidget]:
    return [each for each in shown.children() if isinstance(each, QWidget)]


class Counted(QObject):
    """Counts the events of one type that objects get."""

    def __init__(self, kind, *watched) -> None:
        super().__init__()
        self.kind, self.seen = kind, []
        for each in watched:
            each.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is self.kind:
            self.seen.append(watched)
        return False


def test_seven_cells_are_equally_wide_and_fill_the_strip(qtbot):
    shown = strip(qtbot)
    widths = [cell.width() for cell in cells(shown)]
    assert sum(widths) == shown.width()
    assert max(widths) - min(widths) <= 1
    assert len({cell.y() for cell in cells(shown)}) == 1


def test_a_cell_says_label_value_and_note_to_a_screen_reader(qtbot):
    staff = cells(strip(qtbot))[5]
    assert staff.accessibleName() == "Staff who confirmed: 82 %, 1,204 of 1,468"


def test_what_nothing_answers_is_a_dash(qtbot):
    [cell] = cells(strip(qtbot, [Figure("response", "First response", "")]))
    assert cell.accessibleName() == f"First response: {NOTHING}"


def test_a_figure_is_never_markup(qtbot):
    [cell] = cells(strip(qtbot, [Figure("x", EVIL, EVIL, EVIL)]))
    assert "&lt;b&gt;" in cell.toolTip()
    assert "<b>" not in cell.toolTip()


def test_a_click_and_enter_and_space_open_what_is_behind_a_figure(qtbot):
    shown, heard = strip(qtbot), []
    shown.opened.connect(heard.append)
    staff = cells(shown)[5]
    QTest.mouseClick(staff, Qt.MouseButton.LeftButton)
    staff.setFocus()
    QTest.keyClick(staff, Qt.Key.Key_Return)
    QTest.keyClick(staff, Qt.Key.Key_Space)
    assert heard == ["staff"] * 3


def test_tab_stops_once_and_arrows_walk_round_the_cells(qtbot):
    shown = strip(qtbot)
    first, *_rest, last = cells(shown)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert last.hasFocus()
    stops = [each for each in cells(shown) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [last]
    QTest.keyClick(last, Qt.Key.Key_Home)
    assert first.hasFocus()


def test_a_changed_figure_moves_nothing_and_paints_its_own_cell_alone(qtbot):
    shown = strip(qtbot)
    qtbot.wait(20)
    painted = Counted(QEvent.Type.Paint, *cells(shown))
    laid_out = Counted(QEvent.Type.LayoutRequest, shown, shown.window())
    ticked = Figure("response", "First response", "00:19", "goal 01:00", Token.GOOD)
    shown.show_figures((ticked, *SEVEN[1:]))
    qtbot.waitUntil(lambda: bool(painted.seen))
    assert painted.seen == [cells(shown)[0]]
    assert laid_out.seen == []
    assert shown.figures()[0] == ticked


def test_notes_go_below_the_values_where_cells_are_narrow(qtbot):
    wide, narrow = strip(qtbot).height(), strip(qtbot, width=900).height()
    assert narrow - wide == cell_height(True) - cell_height(False) > 0
    theme.set_scale(2.0)
    assert cells(strip(qtbot))[0].height() == cell_height(True)


def test_a_strip_too_narrow_for_seven_takes_another_row(qtbot):
    shown = strip(qtbot, width=600)
    assert len({cell.y() for cell in cells(shown)}) == 2
    assert all(cell.geometry().right() < shown.width() for cell in cells(shown))


@given(
    st.integers(320, 2600),
    st.sampled_from([0.8, 1.0, 1.25, 1.5, 2.0]),
    st.text(max_size=12),
)
def test_at_any_width_and_scale_cells_are_inside_and_hours_fit(qapp, width, scale, note):
    theme.set_scale(scale)
    shown = FigureStrip()
    shown.resize(width, 100)
    shown.show_figures([Figure(str(n), "Label", "131:05", note) for n in range(7)])
    names = ("figure", "incident")  # in a low window a value takes the next face that fits
    faces = [theme.font(theme.size(name), QFont.Weight.DemiBold, tabular=True) for name in names]
    needed = min(QFontMetrics(face).horizontalAdvance("131:05") for face in faces)
    for cell in cells(shown):
        assert shown.rect().contains(cell.geometry())
        assert needed < cell.width()
    assert not shown.grab().isNull()
    shown.deleteLater()


def test_a_strip_can_become_shorter_and_longer(qtbot):
    shown = strip(qtbot)
    shown.show_figures(SEVEN[:3])
    qtbot.waitUntil(lambda: len(cells(shown)) == 3)
    shown.show_figures(())
    assert shown.height() == 0
    shown.show_figures(SEVEN)
    assert [figure.name for figure in shown.figures()] == [figure.name for figure in SEVEN]


# panels


def panel(qtbot, width=480) -> Panel:
    found = Panel("Employee communication")
    qtbot.addWidget(found)
    found.set_count("5 groups")
    found.set_note("mood, last 4 h")
    found.resize(width, 300)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def title(shown: Panel) -> QWidget:
    return next(w for w in shown.findChildren(QWidget) if w.accessibleName().startswith("Open"))


def labels(shown: Panel) -> list[str]:
    return [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]


def test_the_title_of_a_panel_opens_its_page(qtbot):
    shown = panel(qtbot)
    with qtbot.waitSignal(shown.opened):
        QTest.mouseClick(title(shown), Qt.MouseButton.LeftButton)
    title(shown).setFocus()
    with qtbot.waitSignal(shown.opened):
        QTest.keyClick(title(shown), Qt.Key.Key_Return)


def test_a_title_keeps_its_room_before_count_and_note(qtbot):
    shown = panel(qtbot)
    assert labels(shown) == ["5 groups", "mood, last 4 h"]
    shown.resize(270, 300)
    assert labels(shown) == ["5 groups"]
    shown.resize(200, 300)
    assert labels(shown) == []
    qtbot.waitUntil(lambda: title(shown).width() >= title(shown).sizeHint().width())
    shown.resize(480, 300)
    assert labels(shown) == ["5 groups", "mood, last 4 h"]


def test_a_body_begins_where_the_title_does(qtbot):
    shown, body = panel(qtbot), QWidget()
    shown.set_body(body)
    qtbot.waitUntil(lambda: body.width() > 0 and body.isVisible())
    at = title(shown).mapTo(shown, QPoint(0, 0)).x() + theme.space(1)
    assert body.mapTo(shown, QPoint(0, 0)).x() == at == theme.space(4)
    assert shown.width() - body.geometry().right() - 1 == theme.space(4)


def test_a_new_body_replaces_the_one_before(qtbot):
    shown = panel(qtbot, 700)
    old, new = QWidget(), QWidget()
    shown.set_body(old)
    with qtbot.waitSignal(old.destroyed):
        shown.set_body(new)
    assert new.parent() is shown


@pytest.mark.parametrize("width", [700, 1100, 1380])
def test_nothing_below_moves_when_the_figures_come(qtbot, width):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    shown = FigureStrip(window, expected=len(SEVEN))
    column.addWidget(shown)
    column.addStretch(1)
    window.resize(width, 400)
    window.show()
    qtbot.waitExposed(window)
    kept = shown.height()
    shown.show_figures(SEVEN)
    assert shown.height() == kept > 0
