"""The list of warnings: a warning is acknowledged or put off with a line asked beside it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.models.named import told_undone
from desktop.models.warning_columns import told
from desktop.pages.watch.warnings import WarningPart
from desktop.warroom.method.facts import Fact
from desktop.warroom.room import WarRoom
from desktop.warroom.watch import keeping
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.watching import holding

KEY = Qt.Key


@pytest.fixture
def part(qtbot, fresh_theme, room: WarRoom) -> Iterator[WarningPart]:
    keeping.keep(room, holding(room, room.now()))
    window = QMainWindow()
    qtbot.addWidget(window)
    part = WarningPart(room, window)
    window.setCentralWidget(part)
    window.resize(1200, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield part
    window.close()


def chosen(part: WarningPart) -> Alarm:
    part.refresh()
    found = part.chosen()
    assert found is not None
    assert found.alarm is not None
    return found.alarm


def test_a_acknowledges_the_chosen_warning_with_what_is_done(qtbot, part):
    part.table.setFocus()
    qtbot.keyClick(part.table, KEY.Key_A)
    qtbot.keyClicks(QApplication.focusWidget(), "Chen sees to it")
    with qtbot.waitSignal(part.did):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert (chosen(part).acknowledged_by, chosen(part).reason) == ("Lin Xia", "Chen sees to it")
    assert QApplication.focusWidget() is part.table


def test_s_puts_the_chosen_warning_off_for_an_hour_and_only_with_a_reason(qtbot, part):
    part.table.setFocus()
    qtbot.keyClick(part.table, KEY.Key_S)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert part.asking.isVisible()
    assert chosen(part).snoozed_until is None
    qtbot.keyClicks(QApplication.focusWidget(), "Counsel reads it")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert str(chosen(part).snoozed_until) == "2026-11-23T15:30+08:00"


def test_a_warning_is_told_above_the_question_and_what_was_typed_is_kept(qtbot, part, room):
    part.table.setFocus()
    qtbot.keyClick(part.table, KEY.Key_A)
    assert part.asking.accessibleDescription()
    qtbot.keyClicks(QApplication.focusWidget(), "Chen")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not part.asking.isVisible()
    assert chosen(part).acknowledged_at is None
    qtbot.keyClick(part.table, KEY.Key_A)
    assert part.asking.values() == {"line": "Chen"}


def test_the_column_of_the_state_grows_with_what_is_said_in_it(qtbot, part, room):
    found = chosen(part)
    keeping.acknowledge(room, found, "Chen sees to it")
    part.refresh()
    state = part.model.columnCount() - 1
    index = part.model.index(part.listed.row(), state)
    assert index.data() == "Acknowledged"
    wished = part.table.sizeHintForIndex(index).width()
    assert part.table.columnWidth(state) >= wished


def test_a_warning_that_is_no_longer_acknowledged_is_named_by_why_it_fires(part, room):
    found = chosen(part)
    keeping.acknowledge(room, found, "Chen sees to it")
    act = room.undo()
    assert told_undone(room, act) == f"Undone: {found.said}"


def test_records_of_one_name_are_named_once_below_a_warning(room):
    rows = tuple(
        room.add_all([Fact(subject="Units"), Fact(subject="Units"), Fact(subject="Batch")])
    )
    warned = holding(room, room.now())[0]
    raised = replace(warned.raised, rows=rows)
    said = list(told(keeping.Standing(replace(warned, raised=raised), None)))
    assert "Raised by: Units × 2, Batch" in said
