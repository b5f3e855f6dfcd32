"""The page of clocks: what a person does with a line, by keys and by buttons."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models.clock_columns import clock_columns
from desktop.pages.clocks import ClocksPage
from desktop.warroom.choices import CrisisType
from desktop.warroom.measures import next_due
from desktop.warroom.method.clock_lines import Group
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState, copied
from desktop.warroom.method.statutory import templates
from desktop.warroom.method.working_days import CalendarDay
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Incident
from desktop.warroom.room import WarRoom
from desktop.warroom.wall import Showing
from tests.in_front import in_front
from tests.rooms import clock

T0 = Moment.parse("2026-11-23T09:30+08:00")
Key = Qt.Key


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    incident = Incident(
        title="Leak", type=CrisisType.DATA_LEAK, t0=T0, jurisdictions=("EU", "TW", "US")
    )
    room = WarRoom.create(tmp_path / "r.warroom", incident, operator="Lin", clock=clock())
    yield room
    room.close()


@pytest.fixture
def page(qtbot, room: WarRoom) -> ClocksPage:
    page = ClocksPage(room)
    in_front(qtbot, page, 1300, 800)
    return page


def answer(qtbot, page: ClocksPage, text: str, end: Qt.Key = Key.Key_Return) -> None:
    assert page.asking.isVisible()
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, end)


def choose(page: ClocksPage, group: Group, template: str):
    found = page.groups[group]
    for row in range(found.model.rowCount()):
        line = found.model.thing(row)
        if line.template and line.template.id == template:
            found.table.setFocus()
            found.table.select(row)
            return found.table
    raise AssertionError(f"{template} is not {group.name}")


def stored(room: WarRoom) -> Clock:
    (clock,) = room.all(Clock)
    return clock


def test_c_confirms_what_is_proposed(qtbot, page, room):
    qtbot.keyClick(choose(page, Group.PROPOSED, "EU-GDPR-33"), Key.Key_C)
    assert stored(room).state == ClockState.RUNNING
    assert str(stored(room).due) == "2026-11-26T09:30+08:00"
    assert choose(page, Group.RUNNING, "EU-GDPR-33")
    with pytest.raises(AssertionError):
        choose(page, Group.PROPOSED, "EU-GDPR-33")


def test_dismissing_asks_why_and_does_nothing_without_an_answer(qtbot, page, room):
    table = choose(page, Group.PROPOSED, "EU-GDPR-33")
    qtbot.keyClick(table, Key.Key_D)
    answer(qtbot, page, "No res", Key.Key_Escape)
    assert room.all(Clock) == []
    assert not page.asking.isVisible()
    assert QApplication.focusWidget() is table
    qtbot.keyClick(table, Key.Key_D)
    answer(qtbot, page, "idents")
    assert (stored(room).state, stored(room).reason) == (ClockState.DISMISSED, "No residents")
    assert page.groups[Group.DONE].isVisible()


def test_a_draft_is_confirmed_with_a_note_alone(qtbot, page, room):
    page.more.click()
    qtbot.keyClick(choose(page, Group.PROPOSED, "TW-PDPA-2025"), Key.Key_C)
    answer(qtbot, page, "")
    assert room.all(Clock) == []
    answer(qtbot, page, "Counsel expects it in December")
    assert stored(room).note == "Counsel expects it in December"


def test_filed_and_put_off_are_recorded_with_what_was_said(qtbot, page, room):
    room.add(copied(room, templates()["EU-GDPR-33"], T0))
    qtbot.keyClick(choose(page, Group.RUNNING, "EU-GDPR-33"), Key.Key_S)
    answer(qtbot, page, "Counsel is on it")
    assert str(stored(room).snoozed_until) == "2026-11-23T15:30+08:00"
    assert room.tail().said().why == "Counsel is on it"
    qtbot.keyClick(choose(page, Group.RUNNING, "EU-GDPR-33"), Key.Key_F)
    answer(qtbot, page, "No. 17")
    assert (stored(room).state, stored(room).receipt) == (ClockState.KEPT, "No. 17")
    assert stored(room).filed_at is not None


def test_a_record_is_opened_in_place_of_a_question_that_keeps_its_text(qtbot, page):
    table = choose(page, Group.PROPOSED, "EU-GDPR-33")
    qtbot.keyClick(table, Key.Key_D)
    qtbot.keyClicks(QApplication.focusWidget(), "No residents")
    qtbot.keyClick(table, Key.Key_Return)
    assert (page.asking.isVisible(), page.beside.panel.isVisible()) == (False, True)
    qtbot.keyClick(table, Key.Key_D)
    assert (page.asking.isVisible(), page.beside.panel.isVisible()) == (True, False)
    assert page.asking.values() == {"line": "No residents"}


def test_n_and_u_ask_for_a_promise_and_the_next_public_update(qtbot, page):
    table = page.groups[Group.RUNNING].table
    qtbot.keyClick(table, Key.Key_N)
    assert page.beside.panel.values()["what"] == ClockKind.PROMISE
    qtbot.keyClick(table, Key.Key_U)
    assert page.beside.panel.values()["what"] == ClockKind.UPDATE
    assert page.beside.panel.values()["title"] == "Next public update"


def test_enter_on_a_proposal_opens_it_to_be_looked_over(qtbot, page):
    qtbot.keyClick(choose(page, Group.PROPOSED, "EU-GDPR-33"), Key.Key_Return)
    values = page.beside.panel.values()
    assert values["title"] == "GDPR art. 33"
    assert values["starts_at"].startswith("2026-11-23 09:30")


def test_enter_on_a_media_deadline_goes_to_the_media_item(qtbot, page, room):
    due = Moment.parse("2026-11-23T09:00+08:00")
    item = room.add(Coverage(outlet="Daily", headline="Asks", published_at=T0, answer_due=due))
    asked: list[tuple[str, object]] = []
    page.door_asked.connect(lambda name, record: asked.append((name, record)))
    table = page.groups[Group.RUNNING].table
    table.setFocus()
    table.select(0)
    qtbot.keyClick(table, Key.Key_Return)
    assert asked == [("media", item)]


def test_every_statutory_line_says_verify_with_counsel(page, room):
    page.more.click()
    group = page.groups[Group.PROPOSED]
    columns = [each.field for each in clock_columns(room, Group.PROPOSED)]
    for row in range(group.model.rowCount()):
        said = group.model.index(row, columns.index("sureness")).data()
        assert "verify with counsel" in said


def test_the_due_of_a_law_is_told_with_its_offset(page, room):
    columns = [each.field for each in clock_columns(room, Group.PROPOSED)]
    table = choose(page, Group.PROPOSED, "EU-GDPR-33")
    model = page.groups[Group.PROPOSED].model
    said = model.index(table.current_row(), columns.index("due")).data()
    assert said == "26 Nov 09:30 UTC+8"


def test_the_page_says_for_which_places_only_weekends_are_free(tmp_path, qtbot):
    incident = Incident(title="Lid", type=CrisisType.PRODUCT_QUALITY, t0=T0, jurisdictions=("CN",))
    room = WarRoom.create(tmp_path / "w.warroom", incident, operator="Lin", clock=clock())
    page = ClocksPage(room)
    qtbot.addWidget(page)
    page.show()
    said = page.advice.lead.text
    assert said() == "Working days: weekends only for CN; no holidays are entered."
    room.add(CalendarDay(jurisdiction="CN", day=Moment.parse("2026-11-24+08:00"), name="made up"))
    assert said() == ""
    room.close()


def test_what_the_law_says_of_the_chosen_line_stands_below(qtbot, page):
    choose(page, Group.PROPOSED, "EU-GDPR-33")
    assert "GDPR art. 33" in page.details.lead.text()
    assert page.details.texts() == ["verify with counsel"]


def test_a_running_clock_is_the_next_deadline_and_no_outsider_reads_it_on_the_wall(room):
    due = Moment.parse("2026-11-23T15:00+08:00")
    kept = room.add(Clock(what=ClockKind.PROMISE, title="Call back", due=due))
    found = next_due(room, room.now())
    assert found is not None
    assert (found.text, found.record) == ("Call back", kept)
    assert Showing.of(room).admits(kept)
    room.change(room.incident, wall_shows_internal=False)
    assert not Showing.of(room).admits(kept)
