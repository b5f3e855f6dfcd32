"""The part of inquiries: a call is typed, answered, declined and put into the bank with keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.pages.coverage import CoveragePage
from desktop.pages.statements.inquiries import InquiryPart
from desktop.warroom.answers.inquiries import Correction, Inquiry
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import CorrectionState, InquiryState, LineState
from desktop.warroom.choices import Tier
from desktop.warroom.method.media import MediaContact
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from tests.rooms import START

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NOW = Moment.of(START)


def later(minutes: float) -> Moment:
    return Moment.of(START + timedelta(minutes=minutes))


@pytest.fixture
def host(qtbot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1100, 760)
    return host


@pytest.fixture
def part(host: QWidget, room: WarRoom) -> InquiryPart:
    part = InquiryPart(room, host)
    part.resize(host.size())
    host.show()
    return part


def press(qtbot, part: InquiryPart, key: Key, place: int = 0) -> None:
    table = part.lists[place].table
    table.setFocus()
    if not table.rows():
        table.select(0)
    qtbot.keyClick(table, key)


def cells(part: InquiryPart, row: int) -> list[str]:
    model = part.lists[0].model
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]


def waiting(room: WarRoom, **values: object) -> Inquiry:
    given = {"outlet": "City TV", "question": "Why so late?", "received_at": NOW}
    return room.add(Inquiry(**{**given, **values}))  # type: ignore[arg-type]


def test_a_call_is_typed_while_the_phone_rings(qtbot, part, room):
    press(qtbot, part, Key.Key_N)
    qtbot.keyClicks(part.focusWidget(), "City TV, Wu: why so late? !16:30")
    qtbot.keyClick(part.focusWidget(), Key.Key_Return)
    (inquiry,) = room.all(Inquiry)
    assert (inquiry.outlet, inquiry.journalist, inquiry.question) == (
        "City TV",
        "Wu",
        "why so late?",
    )
    assert cells(part, 0) == [
        "3",
        "2 h 00 left",
        "City TV",
        "Wu",
        "why so late?",
        "1, assumed",
        "Not answered yet",
    ]
    assert "counts as first tier" in part.advice.texts()[0]


def test_a_line_without_a_question_stays_and_says_why(qtbot, part, room):
    press(qtbot, part, Key.Key_N)
    qtbot.keyClicks(part.focusWidget(), "City TV")
    qtbot.keyClick(part.focusWidget(), Key.Key_Return)
    assert "colon" in part.quick.sentence()
    assert part.quick.line.text() == "City TV"
    assert not room.all(Inquiry)


def test_a_half_typed_call_is_there_again(qtbot, part, host, room):
    press(qtbot, part, Key.Key_N)
    qtbot.keyClicks(part.focusWidget(), "City TV, Wu: why")
    part.put_away()
    again = InquiryPart(room, host)
    assert again.quick.line.text() == "City TV, Wu: why"


def test_the_most_urgent_stands_on_top_and_late_ones_are_counted(part, room):
    waiting(room, outlet="Blog", tier=Tier.NONE, deadline=later(300))
    waiting(room, outlet="Radio", tier=Tier.FIRST, deadline=later(-10), published=True)
    waiting(room, outlet="Paper", tier=Tier.SECOND)
    assert [cells(part, row)[2] for row in range(3)] == ["Radio", "Paper", "Blog"]
    assert [cells(part, row)[1] for row in range(3)] == [
        "▲ 10 min late",
        "2 h 00 left · ours",
        "5 h 00 left",
    ]
    assert part.mark()[0] == "▲ 1"
    assert part.advice.texts() == ["1 inquiry is past its deadline."]


def test_a_answers_with_what_was_said(qtbot, part, room):
    inquiry = waiting(room)
    press(qtbot, part, Key.Key_A)
    qtbot.keyClicks(part.focusWidget(), "We told the shops at noon.")
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    found = room.get(Inquiry, inquiry.id)
    assert (found.state, found.answer) == (InquiryState.ANSWERED, "We told the shops at noon.")
    assert part.lists[0].table.hasFocus()
    room.undo()
    assert room.get(Inquiry, inquiry.id).open


def test_a_refuses_an_empty_answer_beside_the_field(qtbot, part, room):
    waiting(room)
    press(qtbot, part, Key.Key_A)
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    assert part.asking.isVisible()
    assert room.all(Inquiry)[0].open


def test_l_fills_the_answer_with_the_line_that_fits_best(qtbot, part, room):
    for question, line in (("Is it safe?", "Yes."), ("Why so late?", "We tested first.")):
        room.add(Answer(question=question, line=line, state=LineState.APPROVED))
    room.add(Answer(question="Why so late then?", line="No.", state=LineState.RETIRED))
    inquiry = waiting(room)
    press(qtbot, part, Key.Key_L)
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    found = room.get(Inquiry, inquiry.id)
    assert (found.answer, found.open) == ("We tested first.", True)
    assert cells(part, 0)[6] == "Answer ready"


def test_l_says_so_when_no_line_is_valid(qtbot, part, room):
    waiting(room)
    with qtbot.waitSignal(part.told) as said:
        press(qtbot, part, Key.Key_L)
    assert "No line is valid" in said.args[0]


def test_d_declines_for_a_reason_only(qtbot, part, room):
    inquiry = waiting(room)
    press(qtbot, part, Key.Key_D)
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    assert room.get(Inquiry, inquiry.id).open
    qtbot.keyClicks(part.focusWidget(), "A court forbids it.")
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    assert room.get(Inquiry, inquiry.id).reason == "A court forbids it."


def test_c_links_a_contact_and_takes_its_tier(qtbot, part, room):
    room.add(MediaContact(name="Wu", outlet="City TV", tier=Tier.SECOND))
    inquiry = waiting(room)
    press(qtbot, part, Key.Key_C)
    qtbot.keyClick(part.focusWidget(), Key.Key_Return, CTRL)
    assert room.get(Inquiry, inquiry.id).tier == Tier.SECOND
    assert cells(part, 0)[5] == "2"


def test_b_puts_the_question_into_the_bank_once(qtbot, part, room):
    waiting(room)
    press(qtbot, part, Key.Key_B)
    assert [each.question for each in room.all(Answer)] == ["Why so late?"]
    with qtbot.waitSignal(part.failed) as said:
        press(qtbot, part, Key.Key_B)
    assert "already" in said.args[0]


def test_p_says_that_it_is_out_and_o_opens_again(qtbot, part, room):
    inquiry = waiting(room, state=InquiryState.ANSWERED)
    press(qtbot, part, Key.Key_O)
    press(qtbot, part, Key.Key_P)
    found = room.get(Inquiry, inquiry.id)
    assert (found.open, found.published) == (True, True)
    assert cells(part, 0)[0] == "5"


def test_opening_a_record_puts_the_question_away_and_keeps_its_words(qtbot, part, room):
    waiting(room)
    press(qtbot, part, Key.Key_A)
    qtbot.keyClicks(part.focusWidget(), "Half an")
    press(qtbot, part, Key.Key_F2)
    assert not part.asking.isVisible()
    press(qtbot, part, Key.Key_A)
    qtbot.keyClicks(part.focusWidget(), "x")
    assert "Half an" in part.asking.values()["said"]


def test_corrections_are_made_or_refused_with_a_key(qtbot, part, room):
    asked = Moment.of(START - timedelta(hours=2))
    room.add(Correction(outlet="Radio", wrong="Ten hurt", asked_at=asked))
    press(qtbot, part, Key.Key_C, 1)
    assert room.all(Correction)[0].state == CorrectionState.CORRECTED
    assert part.figures.text() == "1 of 1 corrected, median 2.0 h"
    press(qtbot, part, Key.Key_X, 1)
    assert room.all(Correction)[0].state == CorrectionState.REFUSED


def test_the_keys_are_in_the_menu_and_on_buttons(part):
    words = {action.text() for action in part.lists[0].table.actions()}
    assert {"Answer now\tA", "Decline\tD", "Use line\tL", "Into the bank\tB"} <= words


def test_a_correction_is_requested_from_the_media_item_itself(qtbot, host, room):
    item = room.add(Coverage(outlet="Radio", headline="Ten hurt", published_at=NOW))
    media = CoveragePage(room, host)
    media.resize(host.size())
    host.show()
    media.table.select(0)
    qtbot.keyClick(media.table, Key.Key_C)
    media.beside.panel.go_to("wrong")
    qtbot.keyClicks(media.focusWidget(), "Three were hurt")
    qtbot.keyClick(media.focusWidget(), Key.Key_Return, CTRL)
    (request,) = room.all(Correction)
    assert (request.coverage, request.outlet) == (item.id, "Radio")
    assert room.get(Coverage, item.id).error
    room.undo()
    assert not room.get(Coverage, item.id).error
