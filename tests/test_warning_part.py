"""The list of warnings: a warning is acknowledged or put off with a line asked beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.pages.watch.warnings import WarningPart
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
