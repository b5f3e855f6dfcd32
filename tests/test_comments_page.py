"""The queue of comments with real keys: replies, judgements, reasons, and the log of removals."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from desktop.pages.statements.comments import CommentPart
from desktop.pages.statements.page import StatementsPage
from desktop.warroom.answers.comments import MINUTE, Comment, Removal
from desktop.warroom.answers.words import CommentState, Fairness
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from tests.in_front import in_front
from tests.rooms import START
from widgets.theme import Token

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOW = Moment.of(START)


def comment(minutes_ago: int, reach: int | None, text: str, **more) -> Comment:
    at = replace(NOW, ms=NOW.ms - minutes_ago * MINUTE)
    return Comment(platform="Murmur", text=text, posted_at=at, reach=reach, **more)


@pytest.fixture
def part(qtbot, fresh_theme, room: WarRoom) -> Iterator[CommentPart]:
    room.add_all(
        [
            comment(10, 500, "Small and new"),
            comment(90, 20_000, "Nobody picks up the phone"),
            comment(20, None, "燙到手，你們都不接電話"),
        ]
    )
    page = StatementsPage(room)
    in_front(qtbot, page, 1300, 760)
    made = page.show_part("comments")
    assert isinstance(made, CommentPart)
    made.queue.table.setFocus()
    made.queue.table.select(0)
    yield made
    page.hide()


def texts(part: CommentPart) -> list[str]:
    model = part.queue.model
    return [model.record(row).text for row in range(model.rowCount())]


def keys(qtbot, *pressed: Qt.Key | str, ctrl: bool = False) -> None:
    for each in pressed:
        focus = QApplication.focusWidget()
        assert focus is not None
        if isinstance(each, str):
            qtbot.keyClicks(focus, each)
        else:
            qtbot.keyClick(focus, each, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)


def test_the_queue_says_who_is_late_and_that_a_reach_is_not_known(part: CommentPart) -> None:
    assert texts(part) == ["Nobody picks up the phone", "燙到手，你們都不接電話", "Small and new"]
    shown = [part.queue.model.index(row, 0).data() for row in range(3)]
    assert shown == ["▲ 30 min late", "3 h 40 left", "23 h 50 left"]
    assert part.queue.model.index(1, 3).data() == "not known"
    assert part.mark() == ("▲ 1", Token.BAD)
    assert part.advice.texts() == ["1 comment waits longer than its reach allows."]


def test_a_reply_is_typed_beside_the_queue_and_noted_with_its_time(qtbot, part, room) -> None:
    keys(qtbot, KEY.Key_R)
    keys(qtbot, "We are sorry. Call us on 800.")
    with qtbot.waitSignal(part.did):
        keys(qtbot, KEY.Key_Return, ctrl=True)
    answered = next(each for each in room.all(Comment) if each.reply)
    assert (answered.text, answered.state) == ("Nobody picks up the phone", CommentState.REPLIED)
    assert answered.replied_at == NOW
    assert texts(part)[-1] == "Nobody picks up the phone"
    assert part.queue.table.hasFocus()
    assert part.mark() == ("2", Token.MUTED)
    room.undo()
    assert texts(part)[0] == "Nobody picks up the phone"


def test_an_empty_reply_is_refused_beside_its_field_and_nothing_is_lost(qtbot, part, room) -> None:
    keys(qtbot, KEY.Key_R)
    keys(qtbot, KEY.Key_Return, ctrl=True)
    assert QApplication.focusWidget().accessibleDescription() == "Write what was replied."
    keys(qtbot, "We are")
    keys(qtbot, KEY.Key_Escape)
    assert not part.asking.isVisible()
    assert part.queue.table.hasFocus()
    keys(qtbot, KEY.Key_R)
    assert part.asking.values()["reply"] == "We are"
    assert all(each.state == CommentState.OPEN for each in room.all(Comment))


def test_a_template_in_the_language_of_the_comment_fills_the_reply(qtbot, part) -> None:
    part.queue.table.select(1)
    keys(qtbot, KEY.Key_T)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Traditional Chinese" in menu.actions()[0].text()
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Return)
    assert part.asking.values()["reply"].startswith("謝謝您告訴我們")


def test_several_are_judged_at_once_and_one_undo_takes_it_back(qtbot, part, room) -> None:
    table = part.queue.table
    qtbot.keyClick(table, KEY.Key_Down, SHIFT)
    for key, fair in (("f", Fairness.YES), ("p", Fairness.PARTLY), ("u", Fairness.NO)):
        qtbot.keyClicks(table, key)
        assert sorted(each.fair for each in room.all(Comment)) == sorted(
            [Fairness.UNKNOWN, fair, fair]
        )
    assert len(part.queue.chosen()) == 2
    room.undo()
    assert sum(each.fair == Fairness.PARTLY for each in room.all(Comment)) == 2


def test_no_reply_needs_its_reason(qtbot, part, room) -> None:
    keys(qtbot, KEY.Key_X)
    keys(qtbot, KEY.Key_Return)
    assert "Say why nobody replies" in QApplication.focusWidget().accessibleDescription()
    keys(qtbot, "Answered by phone")
    keys(qtbot, KEY.Key_Return)
    left = next(each for each in room.all(Comment) if each.why_no_reply)
    assert left.state == CommentState.NO_REPLY


def test_a_removal_says_before_it_what_will_stay_and_is_logged_below(qtbot, part, room) -> None:
    keys(qtbot, KEY.Key_D)
    assert "stays flagged for ever (PF4-7)" in part.asking.accessibleDescription()
    keys(qtbot, "It was unpleasant")
    keys(qtbot, KEY.Key_Return)
    (log,) = room.all(Removal)
    assert log.flagged
    assert part.log.model.rowCount() == 1
    assert part.log.model.index(0, 4).data() == "▲ PF4-7 · Not judged yet"
    assert any("PF4-7" in each for each in part.advice.texts())


def test_what_was_judged_unfair_is_removed_without_a_flag(qtbot, part, room) -> None:
    keys(qtbot, KEY.Key_U)
    keys(qtbot, KEY.Key_D)
    assert "flagged" not in part.asking.accessibleDescription()
    keys(qtbot, "Threatens a colleague")
    keys(qtbot, KEY.Key_Return)
    assert part.log.model.index(0, 4).data() == ""


def test_spam_leaves_the_queue_and_the_buttons_do_what_the_keys_do(qtbot, part, room) -> None:
    keys(qtbot, KEY.Key_S)
    assert texts(part)[-1] == "Nobody picks up the phone"
    button = next(b for b in part.queue.findChildren(QPushButton) if b.text() == "No reply")
    part.queue.table.select(0)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert part.asking.isVisible()
    assert not part.beside.panel.isVisible()
    part.queue.table.opened.emit(QModelIndex())
    assert part.beside.panel.isVisible()
    assert not part.asking.isVisible()


def test_rows_keep_what_is_selected_while_others_come_and_go(qtbot, part, room) -> None:
    part.queue.table.select(2)
    chosen = part.queue.chosen()[0].id
    room.add(comment(500, 50_000, "The latest of all"))
    assert texts(part)[0] == "The latest of all"
    assert [each.id for each in part.queue.chosen()] == [chosen]
    room.take_back(room.all(Comment)[0])
    room.undo()
    assert part.queue.model.rowCount() == 4


def test_a_heading_sorts_and_gives_the_queue_its_own_order_back(part: CommentPart) -> None:
    model = part.queue.model
    model.sort(3, Qt.SortOrder.DescendingOrder)
    assert texts(part)[0] == "Nobody picks up the phone"
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert texts(part)[0] == "Nobody picks up the phone"
    model.sort(-1)
    assert [each.text for each in part.queue.chosen()] == ["Nobody picks up the phone"]


def test_a_removal_is_not_made_without_its_comment(qtbot, part, room) -> None:
    with qtbot.waitSignal(part.told):
        part.ask_new(Removal)
    part.log.table.setFocus()
    qtbot.keyClick(part.log.table, KEY.Key_N)
    assert room.all(Removal) == []
    assert not part.asking.isVisible()


def test_hundreds_that_come_at_once_are_read_at_once(part, room) -> None:
    room.add_all([comment(n, n, f"Comment {n}") for n in range(200)])
    assert part.queue.model.rowCount() == 203
    room.undo()
    assert part.queue.model.rowCount() == 3


def test_what_was_not_typed_is_not_kept_over_what_changes_meanwhile(qtbot, part, room) -> None:
    chosen = part.queue.chosen()[0]
    room.change(chosen, solution="A refund")
    keys(qtbot, KEY.Key_R)
    assert part.asking.values()["solution"] == "A refund"
    keys(qtbot, KEY.Key_Escape)
    room.change(room.get(Comment, chosen.id), solution="A new bottle")
    keys(qtbot, KEY.Key_R)
    assert part.asking.values()["solution"] == "A new bottle"
