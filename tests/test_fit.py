"""Every label, button, box and chip against its widget: three languages, two sizes, 100 and 200 %."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.open_pages import LANGUAGES, PLACES, go, settle, window_of
from widgets import theme
from widgets.chip import Chip
from widgets.plain import ElidedLabel, PlainButton

SIZES = (QSize(1_440, 900), QSize(1_280, 720))
IN_WINDOW = tuple(place for place in PLACES if place != "wall")  # which has tests of its own


@pytest.fixture(autouse=True)
def plain_scale(qapp):
    yield
    theme.set_scale(1.0)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped(qapp, language, scale):
    theme.set_scale(scale)
    found = []
    with window_of(language) as window:
        for size in SIZES:
            window.resize(size)
            settle()
            for place in IN_WINDOW:
                go(window, place)
                assert window.size() == size, "the window does not fit its screen"
                found += [f"{size.width()} {place}: {fault}" for fault in faults(window)]
    assert found == []


def faults(window: QWidget) -> Iterator[str]:
    """What is cut, of all that is seen."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        said = " ".join(filter(None, (said_by(widget), covered(widget))))
        if said:
            yield f"{type(widget).__name__} {words(widget)!r} {said}"


def words(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel | QPushButton | QCheckBox | Chip):
        return widget.text()
    return widget.accessibleName()


def said_by(widget: QWidget) -> str:
    """What a widget has too little room for; what ends in … by design has a tip with all of it."""
    have, wish = widget.size(), widget.sizeHint()
    if isinstance(widget, ElidedLabel):
        narrow = widget.elided() and not widget.toolTip()
    elif isinstance(widget, QLabel):
        wraps = widget.wordWrap()
        narrow = not wraps and have.width() < wish.width()
        wish.setHeight(widget.heightForWidth(have.width()) if wraps else wish.height())
        wish.setHeight(wish.height() if widget.text() else 0)
    elif isinstance(widget, QComboBox):
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + theme.space(4)
        narrow = have.width() < needed and not widget.toolTip()
        wish.setHeight(widget.fontMetrics().height())
    elif isinstance(widget, QAbstractButton | Chip):
        narrow = have.width() < wish.width() and not widget.toolTip()
    elif isinstance(widget, QLineEdit):
        narrow, wish = False, widget.fontMetrics().tightBoundingRect("Ag國").size()
    else:
        return ""
    low = f"{have.height()} of {wish.height()} high" if have.height() < wish.height() else ""
    return " ".join(filter(None, (f"{have.width()} wide" if narrow else "", low)))


def covered(widget: QWidget) -> str:
    """Whether something stands over a widget, or it over the edge of what does not scroll."""
    if not isinstance(widget, QLabel | QAbstractButton | Chip) or not words(widget):
        return ""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea | QAbstractScrollArea):
            return ""
        above = above.parentWidget()
    seen = widget.visibleRegion().boundingRect().size()
    return "" if seen == widget.size() else f"seen {seen.toTuple()} of {widget.size().toTuple()}"


def test_a_cut_label_is_found(qtbot):
    """The measure itself: what it is there for it finds."""
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(200, 100)
    label, button = QLabel("A label that is longer", room), QPushButton("A button", room)
    label.setGeometry(0, 0, 40, 20)
    button.setGeometry(150, 40, 100, 8)
    room.show()
    assert [fault.split()[0] for fault in faults(room)] == ["QLabel", "QPushButton"]


def test_a_cut_button_ends_in_dots_and_has_a_tip(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    button = PlainButton("Tell all & sundry", place)
    button.setFixedWidth(button.sizeHint().width() - 8)
    place.show()
    assert "Tell all &amp; sundry" in button.toolTip()
    button.setFixedWidth(button.sizeHint().width())
    assert button.toolTip() == ""


def test_figures_and_warnings_leave_their_room_to_a_page_whose_text_is_large(qapp):
    with window_of("en", (1_280, 720)) as window:
        strips = window.desk.strip, window.desk.watch.strip
        go(window, "timeline")
        assert all(strip.isVisible() for strip in strips)
        theme.set_scale(2.0)
        settle()
        assert not any(strip.isVisible() for strip in strips)
        go(window, "dashboard")
        assert all(strip.isVisible() for strip in strips)


def test_the_dashboard_shows_cards_at_twice_the_size(qapp):
    theme.set_scale(2.0)
    with window_of("en") as window:
        go(window, "dashboard")
        view = window.desk.page("dashboard").board.view
        assert len(view.visible_cards()) >= 4
