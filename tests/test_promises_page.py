"""Promises and remedies on their part: kept and broken by keys, offers noted, people counted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.pages.statements.offers import told_offers
from desktop.pages.statements.promises import PromisePart
from desktop.warroom.method.clocks import Clock
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.promises import PromiseState, promise, promises, state
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.remedies import AffectedCount, Remedy
from desktop.warroom.statements.statement import Statement
from widgets.table_cell import BarRole
from widgets.theme import Token

AT_18 = Moment.parse("2026-11-23T18:00+08:00")
NOON = Moment.parse("2026-11-23T12:00+08:00")


@pytest.fixture
def part(qtbot, fresh_theme, room: WarRoom) -> Iterator[PromisePart]:
    window = QMainWindow()
    qtbot.addWidget(window)
    part = PromisePart(room, window)
    window.setCentralWidget(part)
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield part
    window.close()


def answer(qtbot, part: PromisePart, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    assert part.asking.isVisible()
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, end)


def press(qtbot, part: PromisePart, place: int, key: Qt.Key, row: int = 0) -> None:
    table = part.lists[place].table
    table.setFocus()
    table.select(row)
    qtbot.keyClick(table, key)


def cells(part: PromisePart, place: int, row: int = 0) -> list[str]:
    model = part.lists[place].model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_an_empty_part_says_how_to_begin(part: PromisePart):
    for each in part.lists:
        assert each.table.accessibleDescription()
    assert part.mark() == ("", Token.MUTED)
    assert part.offers.isHidden()


def test_a_promise_shows_its_time_left_owner_and_statement(room: WarRoom, part: PromisePart):
    said = room.add(Statement(title="Holding"))
    promise(room, "Refund", AT_18, "Wu", "customers", said)
    assert cells(part, 0) == ["3 h 30 left", "Refund", "Wu", "customers", "Holding", "18:00"]
    assert part.mark() == ("1", Token.MUTED)


def test_a_late_promise_leads_and_marks_the_part(room: WarRoom, part: PromisePart):
    promise(room, "Refund", AT_18, "Wu")
    promise(room, "Recall desk", NOON, "Wu")
    assert cells(part, 0)[:2] == ["▲ 2 h 30 late", "Recall desk"]
    assert part.mark() == ("▲ 1", Token.BAD)


def test_k_keeps_a_promise_with_what_shows_it(qtbot, room, part: PromisePart):
    promise(room, "Refund", AT_18, "Wu")
    press(qtbot, part, 0, Qt.Key.Key_K)
    answer(qtbot, part, "bank file 22")
    (kept,) = promises(room)
    assert state(kept, room.now().ms) is PromiseState.KEPT
    assert kept.receipt == "bank file 22"


def test_b_breaks_a_promise_only_with_a_reason(qtbot, room, part: PromisePart):
    promise(room, "Refund", AT_18, "Wu")
    press(qtbot, part, 0, Qt.Key.Key_B)
    answer(qtbot, part, " ")
    assert part.asking.isVisible()
    with qtbot.waitSignal(part.did):
        answer(qtbot, part, "The bank refuses")
    assert state(promises(room)[0], room.now().ms) is PromiseState.BROKEN


def test_a_question_that_is_put_away_changes_nothing(qtbot, room, part: PromisePart):
    promise(room, "Refund", AT_18, "Wu")
    press(qtbot, part, 0, Qt.Key.Key_K)
    answer(qtbot, part, "", Qt.Key.Key_Escape)
    assert state(promises(room)[0], room.now().ms) is PromiseState.OPEN


def test_a_new_promise_begins_as_a_promise_of_mine(qtbot, room: WarRoom, part: PromisePart):
    room.operator = "Lin Xia"
    part.lists[0].table.setFocus()
    qtbot.keyClick(part.lists[0].table, Qt.Key.Key_N)
    values = part.beside.panel.values()
    assert (values["what"], values["owner"]) == ("promise", "Lin Xia")


def test_a_promise_without_an_owner_is_pointed_out(room: WarRoom, part: PromisePart):
    room.add(Clock(title="Recall desk", due=AT_18))
    assert part.advice.texts() == ["1 open promise has no owner."]
    assert cells(part, 0)[2] == "▲ nobody yet"


# offers


@pytest.fixture
def released(room: WarRoom) -> Statement:
    said = room.add(Statement(title="Holding"))
    text = "We will refund every bottle by 18:00. We will report by 20:00."
    room.add(Release(statement=said.id, at=room.minute(), title=said.title, text=text))
    return said


def test_what_is_out_offers_its_promises_and_a_noted_one_goes(
    qtbot, room: WarRoom, released: Statement, part: PromisePart
):
    assert part.offers.isVisible()
    part.offers.table.setFocus()
    qtbot.keyClick(part.offers.table, Qt.Key.Key_Return)
    values = part.beside.panel.values()
    assert values["title"] == "We will refund every bottle by 18:00."
    assert values["due"] == "2026-11-23 18:00"
    part.beside.panel._form.submitted.emit()
    assert [(each.title, each.statement) for each in promises(room)] == [
        ("We will refund every bottle by 18:00.", released.id)
    ]
    assert part.offers.model.rowCount() == 1


def test_d_says_that_a_sentence_is_no_promise(qtbot, room, released, part: PromisePart):
    part.offers.table.setFocus()
    qtbot.keyClick(part.offers.table, Qt.Key.Key_D)
    qtbot.keyClick(part.offers.table, Qt.Key.Key_D)
    assert part.offers.isHidden()
    assert part.lists[0].model.rowCount() == 0
    room.undo()
    assert part.offers.model.rowCount() == 1


# remedies and people


def test_a_remedy_shows_a_bar_and_sums_stay_in_their_currency(room: WarRoom, part: PromisePart):
    room.add(Remedy(what="Refund", promised=200, delivered=50, amount="0.10", currency="usd"))
    room.add(Remedy(what="Costs", promised=2, delivered=2, amount="5000", currency="TWD"))
    row = next(row for row in (0, 1) if cells(part, 1, row)[0] == "Refund")
    assert cells(part, 1, row)[2:4] == ["50 of 200", "USD 0.10"]
    assert part.lists[1].model.index(row, 2).data(BarRole).share == 0.25
    assert part.advice.lead.text() == ("TWD 10,000 of 10,000 delivered  ·  USD 5 of 20 delivered")


def test_d_notes_a_remedy_as_done(qtbot, room: WarRoom, part: PromisePart):
    room.add(Remedy(what="Refund", due=NOON))
    press(qtbot, part, 1, Qt.Key.Key_D)
    assert room.all(Remedy)[0].done_at == room.minute()
    assert cells(part, 1)[4] == "Done 14:30"


def test_the_newest_count_leads_and_tells_the_change(room: WarRoom, part: PromisePart):
    room.add(AffectedCount(who="Buyers", as_of=NOON, known=100, notified=20))
    room.add(AffectedCount(who="Buyers", as_of=room.minute(), known=140, notified=140, helped=7))
    assert cells(part, 2, 0) == ["Buyers", "14:30", "140 (+40)", "140 · 100 %", "7 · 5 %"]
    assert cells(part, 2, 1)[0] == "earlier"
    assert cells(part, 2, 1)[4] == "not known"


def test_c_counts_the_chosen_people_anew_from_what_is_known(qtbot, room, part: PromisePart):
    room.add(AffectedCount(who="Buyers", as_of=NOON, known=100, notified=20))
    press(qtbot, part, 2, Qt.Key.Key_C)
    values = part.beside.panel.values()
    assert (values["who"], values["known"], values["notified"]) == ("Buyers", "100", "20")
    assert values["as_of"] == "2026-11-23 14:30"


def test_more_reached_than_known_is_pointed_out(room: WarRoom, part: PromisePart):
    room.add(AffectedCount(who="Buyers", as_of=NOON, known=100, notified=120))
    assert part.advice.texts() == ["Buyers: more were reached than are known to be affected."]


def test_a_release_tells_what_it_promises(room: WarRoom, released: Statement):
    assert told_offers(room, released) == (
        "2 promises were found in it: note them in Promises and remedies."
    )
    plain = room.add(Statement(title="Plain"))
    room.add(Release(statement=plain.id, at=room.minute(), title="Plain", text="We know."))
    assert told_offers(room, plain) == ""
