"""How we do, on the page of the watch: elements, coverage figures, evaluations, and their doors."""

import pytest
from PySide6.QtCore import Qt

from desktop.app import application
from desktop.models.behind_columns import when
from desktop.models.coverage import turning_points
from desktop.models.coverage_figures import effect_said, figure_said
from desktop.models.elements import told
from desktop.pages.dashboard import DashboardPage
from desktop.pages.door import Door
from desktop.pages.watch.elements import ElementsPart
from desktop.pages.watch.evaluations import EvaluationPart
from desktop.pages.watch.figures import FiguresPart
from desktop.pages.watch.page import WatchPage
from desktop.warroom.answers.lines import Answer
from desktop.warroom.choices import EntryKind, Phase, Tone
from desktop.warroom.coverage_figures import FigureName, effects
from desktop.warroom.elements import Part, PartName
from desktop.warroom.evaluation import Course, Evaluation
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Coverage, Entry
from desktop.warroom.room import WarRoom
from tests.rooms import START, new_room
from tests.test_watch_guidance import items
from tests.test_watch_speaking import out
from tests.watched import at
from widgets import theme


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
def room(tmp_path, clock):
    application()
    theme.apply("dark")
    room = new_room(tmp_path / "r.warroom", clock)
    items(room, 12, -60, tone=Tone.NEGATIVE)
    out(room, -30)
    yield room
    room.close()


@pytest.fixture
def page(qtbot, room: WarRoom) -> WatchPage:
    page = WatchPage(room)
    qtbot.addWidget(page)
    page.resize(1_300, 760)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_part_opens_the_records_behind_it(page, qtbot):
    part = page.show_part("elements")
    assert isinstance(part, ElementsPart)
    part.choose("holding")
    assert part.model.rowCount() == 1
    part.behind.table.select(0)
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.keyClick(part.behind.table, Qt.Key.Key_Return)
    assert isinstance(asked.args[1], Entry)


def test_a_record_behind_a_part_has_its_own_time(page, room):
    (item,) = items(room, 1, -45, tone=Tone.POSITIVE)
    assert when(item) == at(-45)
    assert when(room.add(Answer(question="Why?"))) == room.now()


def test_a_gauge_leads_to_its_parts(page, qtbot):
    part = page.show_part("elements")
    qtbot.keyClick(part.row.gauge("opinion"), Qt.Key.Key_Return)
    assert part.behind.title.text() == PartName.LINES.shown


def test_the_gauges_follow_what_is_written(page, room, qtbot):
    part = page.show_part("elements")
    before = part.row.gauge("opinion").state.share
    items(room, 12, -10, tone=Tone.POSITIVE)
    qtbot.waitUntil(lambda: part.row.gauge("opinion").state.share != before)
    assert part.row.gauge("opinion").state.share == 0.5


def test_a_part_says_what_it_rests_on():
    assert told(Part(PartName.TEAM, 0.5, 30, 15)) == "30 min after T0, target 15 min."
    assert told(Part(PartName.TEAM, None, 5, 15, open=True)) == "Due within 15 min of T0."
    assert told(Part(PartName.TONE, 0.35, -3, 10)) == "−0.30 of 10 rated items."
    assert told(Part(PartName.TONE, None, -3, 9)) == "9 rated items are too few; 10 are needed."


def test_a_figure_opens_its_items_on_the_media_page(page, qtbot):
    part = page.show_part("figures")
    assert isinstance(part, FiguresPart)
    part.listed.table.select(1)
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.keyClick(part.listed.table, Qt.Key.Key_Return)
    name, door = asked.args
    assert (name, door.label, door.selection.kind) == ("media", "Net tone", Coverage)


def test_an_hour_of_the_chart_opens_its_items(page, qtbot):
    part = page.show_part("figures")
    with qtbot.waitSignal(page.door_asked) as asked:
        part.chart.asked.emit(at(-90).ms)
    assert asked.args[0] == "media"


def test_the_chart_marks_what_we_said_and_what_we_decided(room):
    room.add(Entry(kind=EntryKind.DECISION, text="Recall", reason="Safety", happened_at=at(-20)))
    room.add(Entry(kind=EntryKind.NOTE, text="Coffee", happened_at=at(-10)))
    assert [mark.decided for mark in turning_points(room, 0)] == [False, True]


def test_an_effect_is_said_with_its_interval(room):
    items(room, 12, -20, tone=Tone.POSITIVE)
    (spoken,) = effects(room)
    assert effect_said(spoken.effect) == "+2.00 (+2.00 to +2.00)"


def test_figures_are_read_in_their_own_units():
    assert figure_said(FigureName.NET, -0.234) == "−0.23"
    assert figure_said(FigureName.PULL, 0.5) == "50 %"
    assert figure_said(FigureName.REACH, 1_200_000) == "1,200,000"
    assert figure_said(FigureName.HALF_LIFE, 3) == "3 h"
    assert figure_said(FigureName.VELOCITY, None) == "–"


def test_a_new_evaluation_takes_the_figures_of_the_hour(page, room, qtbot):
    part = page.show_part("evaluations")
    assert isinstance(part, EvaluationPart)
    page.activateWindow()
    part.setFocus()
    qtbot.waitUntil(part.lists[0].table.hasFocus)
    qtbot.keyClick(part.lists[0].table, Qt.Key.Key_N)
    panel = part.beside.panel
    assert panel.isVisible()
    panel._form.submitted.emit()
    (kept,) = room.all(Evaluation)
    held = {item["text"]: item["value"] for item in kept.snapshot}
    assert held["net_tone"] == -1.0
    assert (kept.verdict, kept.by) == (Course.KEEP, "Lin Xia")
    assert part.figures.rowCount() == len(kept.snapshot)


def test_an_evaluation_is_asked_for_after_a_day_of_handling(page, room, clock, qtbot):
    room.change(room.incident, phase=Phase.HANDLING)
    part = page.show_part("evaluations")
    assert not part.advice.isVisible()
    clock.move(hours=25)
    page.refresh()
    assert part.advice.texts() == ["No evaluation in 24 h; it is due since 1 h 00."]
    assert part.mark()[0] == "due"
    room.add(Evaluation(at=room.minute()))
    assert part.advice.texts() == []


def test_the_dashboard_says_the_elements_and_leads_to_them(room, clock, qtbot):
    room.change(room.incident, phase=Phase.HANDLING)
    clock.move(hours=24)
    page = DashboardPage(room)
    qtbot.addWidget(page)
    page.resize(1_380, 760)
    page.show()
    page.complete()
    row = page.elements
    assert [each.state.name for each in row.gauges] == ["rapid", "information", "opinion"]
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.mouseClick(row.gauges[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["clocks", Door("elements")]
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.mouseClick(row.link, Qt.MouseButton.LeftButton)
    assert asked.args == ["clocks", Door("evaluations")]
    page.resize(1_380, 300)
    assert not row.isVisible()


def test_a_door_to_the_watch_names_its_part(page):
    page.narrow(Door("evaluations"))
    assert page.current() == "evaluations"
