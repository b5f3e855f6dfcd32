"""Plan and readiness: its parts, made from the declarations, and the incidents of a room."""

import pytest
from PySide6.QtCore import Qt

from desktop.pages.parts.register import Register
from desktop.pages.plan.facts import FactSheet
from desktop.pages.plan.page import PlanPage
from desktop.pages.plan.parts import PARTS
from desktop.warroom.choices import CrisisType, Role, Severity, Tier
from desktop.warroom.method.assessment import Assessment
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.method.risks import Control, Risk
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.subjects import OF_TYPE, LeakedData, Service
from desktop.warroom.method.team import Duty, Post
from desktop.warroom.method.words import Known, Triage
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Incident, Task
from desktop.warroom.room import WarRoom
from tests.rooms import START, T0

NOW = Moment.of(START)


def part(page: PlanPage, name: str) -> Register:
    found = page.show_part(name)
    assert isinstance(found, Register)
    return found


@pytest.mark.parametrize("name", [each.name for each in PARTS])
def test_every_part_opens_empty_and_says_what_belongs_there(
    qtbot, plan_page: PlanPage, name: str
) -> None:
    plan_page.show_part(name)
    assert plan_page.current() == name
    assert not plan_page.grab().isNull()


def test_the_parts_are_walked_with_the_arrow_keys(qtbot, plan_page: PlanPage) -> None:
    plan_page.sections.setFocus()
    for _step in range(len(PARTS) - 1):
        qtbot.keyClick(plan_page.focusWidget(), Qt.Key.Key_Down)
        qtbot.keyClick(plan_page.focusWidget(), Qt.Key.Key_Return)
    assert plan_page.current() == PARTS[-1].name


def test_a_fact_is_added_with_keys_and_its_sources_stand_below(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    sheet = part(plan_page, "facts")
    sheet.lists[0].table.setFocus()
    qtbot.keyClick(sheet.lists[0].table, Qt.Key.Key_N)
    sheet.beside.panel.go_to("subject")
    qtbot.keyClicks(plan_page.focusWidget(), "When the data was deleted")
    qtbot.keyClick(plan_page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (fact,) = room.all(Fact)
    assert fact.subject == "When the data was deleted"
    assert sheet.lists[0].chosen() == [fact]
    for said in ("23:27", "about 23:30"):
        room.add(FactSource(fact=fact.id, source="log", says=said))
    assert sheet.lists[1].model.rowCount() == 2
    assert sheet.mark()[0] == "▲ 1"


def test_what_another_type_asks_for_is_shown_where_there_is_some(
    plan_page: PlanPage, room: WarRoom
) -> None:
    asked = OF_TYPE[CrisisType(room.incident.type)]
    assert asked is not Service
    room.add(Service(name="Login"))
    sheet = FactSheet(room, plan_page)
    assert [each.listed.kind for each in sheet.lists] == [Fact, FactSource, asked, Service]
    assert sheet.holds(Service)
    assert not sheet.holds(LeakedData)


def test_an_empty_kind_of_information_shows(plan_page: PlanPage, room: WarRoom) -> None:
    room.add(Fact(subject="x"))
    sheet = part(plan_page, "facts")
    texts = sheet.advice.texts()
    assert any("Customer feedback" in text for text in texts)


def test_the_level_of_an_assessment_becomes_the_incidents(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    nothing = dict.fromkeys(("death", "hurt", "stopped", "statutory", "doubled"), Known.NO)
    room.add(Assessment(assessed_at=NOW, affected=500, tier=Tier.SECOND, **nothing))
    seen = part(plan_page, "assessment")
    qtbot.mouseClick(seen.use, Qt.MouseButton.LeftButton)
    assert room.incident.severity == Severity.MODERATE
    assert "Assessed" in room.history(room.incident)[-1].why
    assert not seen.use.isVisible()


def test_all_roles_are_listed_and_an_overlong_duty_shows(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    team = part(plan_page, "team")
    qtbot.mouseClick(team.fill, Qt.MouseButton.LeftButton)
    assert {post.role for post in room.all(Post)} == set(Role)
    assert not team.fill.isVisible()
    room.add(Duty(person="Wu Ke", begun_at=Moment(NOW.ms - 13 * 3_600_000, NOW.offset)))
    advice = team.advice
    assert any("Wu Ke has been on duty for 13 hours" in text for text in advice.texts())


def test_handing_over_ends_the_duty_and_asks_for_the_note(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    room.add(Duty(person="Wu Ke", begun_at=T0))
    team = part(plan_page, "team")
    team.lists[1].table.select(0)
    qtbot.mouseClick(team.over, Qt.MouseButton.LeftButton)
    assert room.all(Duty)[0].ended_at == room.minute()
    qtbot.keyClicks(plan_page.focusWidget(), "Two calls are open")
    assert team.beside.panel.values()["note"] == "Two calls are open"


def test_a_cell_of_the_matrix_shows_its_risks(qtbot, plan_page: PlanPage, room: WarRoom) -> None:
    room.add_all([Risk(title="Fire", likelihood="4", harm="5"), Risk(title="Rain")])
    risk = room.all(Risk)[0]
    room.add(Control(risk=risk.id, text="Sprinklers"))
    risks = part(plan_page, "risks")
    at = risks.matrix.cell(4, 3).center()
    qtbot.mouseClick(risks.matrix, Qt.MouseButton.LeftButton, pos=at)
    assert [each.title for each in map(risks.lists[0].model.record, range(1))] == ["Fire"]
    assert risks.lists[0].model.rowCount() == 1
    risks.lists[0].table.select(0)
    assert risks.lists[1].model.rowCount() == 1
    qtbot.keyClick(risks.matrix, Qt.Key.Key_Escape)
    assert risks.lists[0].model.rowCount() == 2


def test_the_matrix_is_walked_with_keys(qtbot, plan_page: PlanPage, room: WarRoom) -> None:
    room.add(Risk(title="Fire", likelihood="2", harm="2"))
    risks = part(plan_page, "risks")
    risks.matrix.setFocus()
    qtbot.keyClick(risks.matrix, Qt.Key.Key_Right)
    qtbot.keyClick(risks.matrix, Qt.Key.Key_Up)
    assert risks.matrix.accessibleDescription() == "2 – Unlikely, 2 – Limited: 1"
    qtbot.keyClick(risks.matrix, Qt.Key.Key_Return)
    assert risks.lists[0].model.rowCount() == 1


def test_a_signal_opens_an_incident_with_itself_as_the_first_entry(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    room.add(Signal(text="The bottle melts", received_at=T0, source="Shop"))
    signals = part(plan_page, "signals")
    with qtbot.waitSignal(plan_page.incident_turned):
        qtbot.keyClick(signals.lists[0].table, Qt.Key.Key_I)
    assert room.incident.title == "The bottle melts"
    assert any(card.plan_id == "C01" for card in room.all(Task))
    assert [(e.text, e.source, e.happened_at) for e in room.all(Entry)] == [
        ("The bottle melts", "Shop", T0)
    ]
    (signal,) = room.all(Signal)
    assert (signal.triage, signal.opened) == (Triage.ESCALATED, room.incident.id)
    assert room.verify().sound


def test_incidents_are_listed_and_put_on_screen(qtbot, plan_page: PlanPage, room: WarRoom) -> None:
    first = room.incident
    room.open_incident(Incident(title="Leak", type=CrisisType.DATA_LEAK, t0=T0))
    incidents = part(plan_page, "incidents")
    incidents.show_record(first)
    with qtbot.waitSignal(plan_page.turn_asked) as asked:
        qtbot.keyClick(incidents.lists[0].table, Qt.Key.Key_T)
    assert asked.args[0].id == first.id


def test_a_decision_is_logged_with_what_belongs_to_it(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    decisions = part(plan_page, "decisions")
    decisions.lists[0].table.setFocus()
    qtbot.keyClick(decisions.lists[0].table, Qt.Key.Key_N)
    panel = decisions.beside.panel
    assert {"question", "options", "present", "relied_on", "review_at"} <= set(panel.values())
    for name, text in (("text", "Recall all"), ("question", "How much"), ("present", "Lin Xia")):
        panel.go_to(name)
        qtbot.keyClicks(plan_page.focusWidget(), text)
    qtbot.keyClick(plan_page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = room.all(Entry)
    assert (entry.kind, entry.question, entry.present) == ("decision", "How much", ("Lin Xia",))
    assert decisions.mark()[0] == "▲ 1"  # no reason yet


def test_other_entries_are_not_asked_for_a_question(
    qtbot, plan_page: PlanPage, room: WarRoom
) -> None:
    decisions = part(plan_page, "decisions")
    decisions.beside.open([room.add(Entry(text="x", happened_at=T0))])
    assert "question" not in decisions.beside.panel.values()
