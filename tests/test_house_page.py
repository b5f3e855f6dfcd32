"""The message house on its part: drawn with the state of its proofs, walked by arrows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from desktop.pages.statements.house import HousePart
from desktop.warroom.answers.lines import KeyMessage, ProofPoint
from desktop.warroom.answers.words import MessageRole
from desktop.warroom.choices import Certainty
from desktop.warroom.method.facts import Fact
from desktop.warroom.room import WarRoom
from widgets.theme import Token

Key = Qt.Key


@pytest.fixture
def part(qtbot, fresh_theme, room: WarRoom) -> Iterator[HousePart]:
    window = QMainWindow()
    qtbot.addWidget(window)
    part = HousePart(room, window)
    window.setCentralWidget(part)
    window.resize(1100, 700)
    window.show()
    yield part
    window.close()


@pytest.fixture
def built(room: WarRoom) -> list[KeyMessage]:
    """A roof and two pillars; the first rests on a fact that is not confirmed."""
    fact = room.add(Fact(subject="Units sold", value="12,400"))
    roof = room.add(KeyMessage(role=MessageRole.UMBRELLA, text="Nobody should be hurt"))
    one, two = room.add(KeyMessage(text="We refund")), room.add(KeyMessage(text="We test"))
    room.add(ProofPoint(message=one.id, text="All are traced", fact=fact.id))
    return [roof, one, two]


def texts(part: HousePart) -> list[str]:
    return [face.stone.text for face in part.view.stones()]


def focused(part: HousePart) -> str:
    return next(face.stone.text for face in part.view.stones() if face.hasFocus())


def press(qtbot, part: HousePart, *keys: Qt.Key) -> None:
    for key in keys:
        face = next(face for face in part.view.stones() if face.hasFocus())
        qtbot.keyClick(face, key)


def test_an_empty_house_asks_for_its_roof_and_its_first_pillar(qtbot, part: HousePart):
    assert texts(part) == ["No umbrella message yet", "No key message yet"]
    part.view.go_to("roof")
    press(qtbot, part, Key.Key_Return)
    assert part.beside.panel.values()["role"] == "umbrella"
    part.view.go_to("pillar")
    press(qtbot, part, Key.Key_Return)
    assert part.beside.panel.values()["role"] == "key"


def test_the_house_shows_messages_proofs_and_the_state_of_their_facts(built, part, room):
    assert texts(part) == [
        "Nobody should be hurt",
        "We refund",
        "All are traced",
        "We test",
        "No key message yet",
    ]
    proof = part.view.stones()[2]
    assert (proof.stone.token, proof.told.text()) == (Token.WARN, "○ Units sold: Unconfirmed")
    (fact,) = room.all(Fact)
    room.change(fact, status=Certainty.CONFIRMED)
    proof = part.view.stones()[2]
    assert (proof.stone.token, proof.told.text()) == (Token.GOOD, "✓ Units sold: Confirmed")


def test_what_is_missing_is_said_above_and_marks_the_part(built, part: HousePart):
    assert part.advice.texts() == [
        "We refund: no proof rests on a confirmed fact.",
        "We test: it has no proof.",
    ]
    assert part.mark() == ("▲", Token.WARN)


def test_arrows_walk_the_house_and_choose_in_the_lists(qtbot, built, part: HousePart):
    part.view.go_to(built[0].id)
    press(qtbot, part, Key.Key_Down)
    assert focused(part) == "We refund"
    press(qtbot, part, Key.Key_Down)
    assert focused(part) == "All are traced"
    assert part.lists[0].chosen() == [built[1]]
    assert [each.text for each in part.lists[1].chosen()] == ["All are traced"]
    press(qtbot, part, Key.Key_Right)
    assert focused(part) == "We test"
    press(qtbot, part, Key.Key_Up)
    assert focused(part) == "Nobody should be hurt"


def test_enter_opens_a_stone_and_its_change_keeps_the_place(qtbot, built, room, part: HousePart):
    part.view.go_to(built[2].id)
    press(qtbot, part, Key.Key_Return)
    assert part.beside.panel.values()["text"] == "We test"
    part.view.go_to(built[2].id)
    room.change(built[2], text="An independent laboratory tests")
    assert focused(part) == "An independent laboratory tests"


def test_a_fourth_key_message_is_refused_in_the_panel(qtbot, built, room, part: HousePart):
    room.add(KeyMessage(text="We publish"))
    part.ask_new(KeyMessage, text="And a fourth")
    part.beside.panel._form.submitted.emit()
    assert "Three key messages" in part.beside.panel._note.text()
    assert len(room.all(KeyMessage)) == 4


def test_e_ends_a_message_which_leaves_the_house(qtbot, built, room, part: HousePart):
    part.lists[0].show_record(built[1])
    part.lists[0].table.setFocus()
    qtbot.keyClick(part.lists[0].table, Key.Key_E)
    assert "We refund" not in texts(part)
    room.undo()
    assert "We refund" in texts(part)


def test_a_approves_as_the_operator(qtbot, built, room: WarRoom, part: HousePart):
    room.operator = "Wu Lan"
    part.lists[0].show_record(built[1])
    qtbot.keyClick(part.lists[0].table, Key.Key_A)
    assert room.get(KeyMessage, built[1].id).approved_by == "Wu Lan"
    assert part.view.stones()[1].told.text() == "Approved by: Wu Lan"


def test_a_house_with_many_proofs_scrolls_and_leaves_room_for_the_lists(room, part: HousePart):
    held = room.add(KeyMessage(text="We refund"))
    room.add_all([ProofPoint(message=held.id, text=f"Proof {n}") for n in range(30)])
    assert part.minimumSizeHint().height() < 800
    assert part.lists[0].table.height() > 100
