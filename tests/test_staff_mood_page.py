"""The mood of groups on the page: of four answers nothing is shown, anywhere."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from desktop.pages.panels.staff import StaffPanel
from desktop.pages.staff.mood import MoodPart
from desktop.pages.staff.page import StaffPage
from desktop.pages.staff.parts import PARTS
from desktop.warroom.moment import Moment
from desktop.warroom.records import StaffGroup
from desktop.warroom.staff_support import Pulse
from tests.rooms import START
from widgets.chip import Chip

HIDDEN = "hidden (fewer than five)"
pytestmark = pytest.mark.usefixtures("fresh_theme")


def ago(hours: float) -> Moment:
    return Moment.of(START - timedelta(hours=hours))


@pytest.fixture
def groups(room):
    return room.add_all(
        [StaffGroup(name="Care", headcount=50), StaffGroup(name="Night", headcount=8)]
    )


@pytest.fixture
def pulses(room, groups):
    care, night = groups
    return room.add_all(
        [
            Pulse(group=care.id, at=ago(3), ones=2, twos=3, threes=5, concerns=("overtime",)),
            Pulse(group=care.id, at=ago(1), threes=5, fours=4, fives=1, concerns=("jobs",)),
            Pulse(group=night.id, at=ago(1), answers=4),
        ]
    )


@pytest.fixture
def part(qtbot, room, pulses):
    made = MoodPart(room, None)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def cells(model: QAbstractItemModel, row: int) -> list[str]:
    return [model.index(row, n).data() or "" for n in range(model.columnCount())]


def said(widget: QWidget) -> list[str]:
    """Everything that stands in the tables and labels of a widget."""
    found = [label.text() for label in widget.findChildren(QLabel)]
    found += [chip.text() for chip in widget.findChildren(Chip)]
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount() if model else 0):
            found += [str(model.index(row, n).data() or "") for n in range(model.columnCount())]
    return found


def test_a_group_stands_with_mean_favourable_trend_participation_and_concerns(part):
    care = cells(part.groups.model, 0)
    assert care == ["Care", "3.6", "50 %", "▲ +1.3", "20 % (10 of 50)", "13:30", "jobs"]
    assert part.groups.words() == ["jobs (1 group)"]


def test_a_group_with_four_answers_says_that_they_are_hidden_and_nothing_else(part):
    assert cells(part.groups.model, 1) == ["Night", HIDDEN, "", "", "", "", ""]
    [night] = [n for n in range(3) if cells(part.lists[0].model, n)[1] == "Night"]
    assert cells(part.lists[0].model, night)[2:] == [HIDDEN, "", "", "", "", ""]


def test_that_it_is_by_group_only_by_design_is_said_on_the_page(part):
    assert part.advice.lead.text().startswith("By group only, by design")


def test_with_four_answers_the_answers_are_not_taken_at_all(part, room, groups, qtbot):
    part.beside.ask_new(Pulse, group=groups[1].id, ones=3, fives=1)
    panel = part.beside.panel
    qtbot.keyClick(
        panel.focusWidget() or panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert len(room.all(Pulse)) == 3


def test_a_mood_of_four_answers_is_on_no_part_and_on_no_panel(qtbot, room, groups, pulses):
    page, panel = StaffPage(room), StaffPanel(room, None)
    for shown in (page, panel):
        qtbot.addWidget(shown)
        shown.resize(1200, 800)
        shown.show()
    for place in PARTS:
        page.show_part(place.name)
    texts = [*said(page), *said(panel), *(row.in_words() for row in panel.bars.rows())]
    about_night = [text for text in texts if "Night" in text and any(c in text for c in "12345")]
    assert not [text for text in about_night if "mood" in text.casefold() or "mean" in text]
    assert any(HIDDEN in text for text in texts)


def test_without_a_pulse_it_is_said_how_to_note_the_first(qtbot, room):
    part = MoodPart(room, None)
    qtbot.addWidget(part)
    part.show()
    assert part.groups.table.accessibleDescription().startswith("No pulse yet. N notes")
    assert part.groups.words() == []


def test_enter_on_a_group_opens_its_last_pulse(qtbot, part):
    part.groups.table.select(0)
    part.groups.table.setFocus()
    qtbot.keyClick(part.groups.table, Qt.Key.Key_Return)
    assert part.beside.panel.isVisible()
    assert part.beside.panel.values()["threes"] == "5"
