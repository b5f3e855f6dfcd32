"""What a screen reader finds on every page: names, roles, states, and what painted lists say."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

import desktop
import widgets
from desktop.pages.places import PLACES as RAIL
from resources import path
from tests.open_pages import PLACES, go, window_of
from widgets.spoken_roles import ROLES

ROLE, TEXT = QAccessible.Role, QAccessible.Text
PAINTED = ("TimelineView", "BoardView", "GroupBars", "WallView")


@pytest.fixture(scope="module")
def window(qapp):
    with window_of("en") as made:
        yield made


def seen(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below ``top`` that is not hidden; the cells of a table are its own affair."""
    yield top
    children = [top.child(number) for number in range(top.childCount())]
    for child in filter(None, children):
        cell = child.role() in (ROLE.Cell, ROLE.ColumnHeader, ROLE.RowHeader)
        if child.isValid() and not child.state().invisible and not cell:
            yield from seen(child)


def walk(widget: QWidget) -> list[QAccessibleInterface]:
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    return list(seen(top))


def named(found: QAccessibleInterface) -> str:
    widget = found.object()
    return f"{type(widget).__name__} {found.text(TEXT.Name)!r} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("place", PLACES)
def test_whatever_takes_the_keys_has_a_name_and_a_role(window, place):
    found = [each for each in walk(go(window, place)) if each.state().focusable]
    assert len(found) > (0 if place == "welcome" else 2) or place == "wall"
    assert [named(each) for each in found if not each.text(TEXT.Name).strip()] == []
    assert [named(each) for each in found if each.role() in (ROLE.Client, ROLE.NoRole)] == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_said_in_markup(window, place):
    for each in walk(go(window, place)):
        for said in (each.text(TEXT.Name), each.text(TEXT.Description)):
            assert not re.search(r"</?[a-z]+[ >]|&[a-z]+;", said), said


@pytest.mark.parametrize("place", PLACES)
def test_painted_lists_say_what_is_in_them(window, place):
    for each in walk(go(window, place)):
        if type(each.object()).__name__ in PAINTED:
            assert each.text(TEXT.Description), named(each)


@pytest.mark.parametrize("place", PLACES)
def test_a_box_of_choices_has_a_label_besides_its_choice(window, place):
    shown = go(window, place)
    labels = {label.buddy() for label in shown.findChildren(QLabel)}
    for box in shown.findChildren(QComboBox):
        assert box in labels or box.accessibleDescription(), box.accessibleName()


def test_the_page_that_is_shown_is_the_one_chosen_in_the_rail(window):
    go(window, "tasks")
    pages = [each for each in walk(window) if each.role() is ROLE.RadioButton]
    assert [each.text(TEXT.Name) for each in pages if each.state().checked] == ["Tasks"]
    assert len(pages) == len(RAIL)


def test_a_row_is_said_when_the_keys_come_to_it(qtbot, window):
    go(window, "timeline")
    view = window.desk.timeline.view
    view.setFocus()
    view.select(0)
    first = view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.row_at(1).told == view.accessibleDescription() != first


def test_every_role_belongs_to_a_widget_there_is():
    source = "".join(
        file.read_text("utf-8")
        for package in (widgets, desktop)
        for file in path().parent.joinpath(package.__name__).rglob("*.py")
    )
    assert [name for name in ROLES if f"class {name}(" not in source] == []


def test_a_button_says_whether_it_is_pressed(window):
    go(window, "media")
    for button in window.desk.page("media").findChildren(QAbstractButton):
        if button.isCheckable() and button.isVisible():
            state = QAccessible.queryAccessibleInterface(button).state()
            assert state.checkable
            assert bool(state.checked) == button.isChecked()
