"""The panel of employee communication: what waits is said, and each line leads to its rows."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.pages.door import Door
from desktop.pages.panels.staff import StaffPanel
from desktop.pages.staff.page import StaffPage
from desktop.warroom.choices import EntryKind
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, Entry, StaffGroup, StaffMessage
from desktop.warroom.staff_asked import hear
from desktop.warroom.staff_support import Pulse
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from tests.rooms import START
from widgets.roving import RovingButton

pytestmark = pytest.mark.usefixtures("fresh_theme")


def ago(hours: float) -> Moment:
    return Moment.of(START - timedelta(hours=hours))


@pytest.fixture
def groups(room):
    return room.add_all(
        [StaffGroup(name="Care", headcount=64), StaffGroup(name="Night", headcount=40)]
    )


@pytest.fixture
def message(room, groups):
    made = room.add(StaffMessage(title="Update", sent_at=ago(3), confirm=True, confirm_by=ago(1)))
    room.add(
        Delivery(message=made.id, group=groups[0].id, reached=64, confirmed=60, reported_at=ago(2))
    )
    return made


@pytest.fixture
def panel(qtbot, room):
    made = StaffPanel(room, None)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def lines(panel):
    return [(line.voice.sort, line.voice.text, line.voice.note) for line in panel._lines]


def press(qtbot, panel, words):
    """Press the line that says this; what it asks for."""

    def found():
        buttons = [b for b in panel.voices.findChildren(RovingButton) if b.isVisible()]
        return [button for button in buttons if words in button.accessibleName()]

    qtbot.waitUntil(lambda: bool(found()))
    [line] = found()
    with qtbot.waitSignal(panel.door_asked) as asked:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    return asked.args


def test_who_has_not_been_told_and_is_late_is_said_and_leads_to_the_list(
    qtbot, room, message, panel
):
    assert lines(panel) == [("Not told", "40 people", "44 late with confirming")]
    name, door = press(qtbot, panel, "40 people")
    assert name == "staff"
    assert isinstance(door, Door)
    page = StaffPage(room)
    qtbot.addWidget(page)
    page.show()
    page.narrow(door)
    assert page.current() == "missing"
    assert page.part("missing").message().id == message.id


def test_questions_that_wait_and_rumours_without_a_verdict_lead_to_their_parts(qtbot, room, panel):
    room.add(StaffQuestion(question="Do we ship?", asked_at=ago(5)))
    hear(room, Rumour(text="It burns", heard_at=ago(1)))
    assert lines(panel)[:2] == [
        ("Questions", "1 open for more than 4 hours", ""),
        ("Rumours", "1 without a verdict", ""),
    ]
    page = StaffPage(room)
    qtbot.addWidget(page)
    page.show()
    for words, part in (("4 hours", "questions"), ("without a verdict", "rumours")):
        page.narrow(press(qtbot, panel, words)[1])
        assert page.current() == part


def test_what_waits_goes_before_the_newest_rumours_where_room_is_short(room, message, panel):
    room.add(StaffQuestion(question="Do we ship?", asked_at=ago(5)))
    for n in range(3):
        hear(room, Rumour(text=f"Rumour {n}", heard_at=ago(1)))
    assert [sort for sort, *_rest in lines(panel)] == ["Not told", "Questions", "Rumours", "Rumour"]


def test_a_rumour_leads_to_its_row_and_one_of_the_timeline_to_its_entry(qtbot, room, panel):
    heard = hear(room, Rumour(text="It burns", heard_at=ago(2)))
    entry = room.add(Entry(kind=EntryKind.RUMOUR, text="Closed on Friday", happened_at=ago(1)))
    assert press(qtbot, panel, "It burns") == ["staff", heard]
    assert press(qtbot, panel, "Closed on Friday") == ["timeline", entry]


def test_the_mood_stands_by_group_and_of_four_answers_only_that_it_is_hidden(
    qtbot, room, groups, panel
):
    care, night = groups
    room.add(Pulse(group=care.id, at=ago(1), threes=5, fours=4, fives=1))
    room.add(Pulse(group=night.id, at=ago(1), answers=4))
    [mood] = [text for sort, text, _note in lines(panel) if sort == "Mood"]
    assert mood == "Care: 3.6 · Night: hidden (fewer than five)"
    page = StaffPage(room)
    qtbot.addWidget(page)
    page.show()
    page.narrow(press(qtbot, panel, "hidden")[1])
    assert page.current() == "mood"


def test_where_all_is_well_nothing_is_said(room, groups, panel):
    assert lines(panel) == []
    assert panel.bars.count() == 2
