"""The message house: one umbrella, at most three key messages, each resting on a confirmed fact."""

import pytest

from desktop.warroom.answers.house import advice, house
from desktop.warroom.answers.lines import KeyMessage, ProofPoint
from desktop.warroom.answers.words import MessageRole
from desktop.warroom.choices import Certainty
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from tests.rooms import clock, new_room

NOON = Moment.parse("2026-11-23T12:00+08:00")
AT_18 = Moment.parse("2026-11-23T18:00+08:00")


def key(room: WarRoom, text: str, **values) -> KeyMessage:
    return room.add(KeyMessage(text=text, **values))


def three(room: WarRoom) -> list[KeyMessage]:
    return [key(room, text) for text in ("a", "b", "c")]


def test_a_fourth_key_message_is_refused_with_a_sentence(room: WarRoom):
    three(room)
    with pytest.raises(RuleBroken, match="Three key messages are in force already"):
        key(room, "d")
    assert len(house(room).pillars) == 3


def test_there_is_one_umbrella(room: WarRoom):
    key(room, "roof", role=MessageRole.UMBRELLA)
    with pytest.raises(RuleBroken, match="umbrella"):
        key(room, "another", role=MessageRole.UMBRELLA)


def test_one_that_has_ended_makes_room_and_cannot_come_back_then(room: WarRoom):
    first, *_others = three(room)
    room.change(first, valid_to=NOON)
    key(room, "d")
    with pytest.raises(RuleBroken, match="Three key messages"):
        room.change(room.get(KeyMessage, first.id), valid_to=None)


def test_a_message_for_later_and_one_taken_back_take_no_room(room: WarRoom):
    first, *_others = three(room)
    key(room, "later", valid_from=AT_18)
    room.take_back(first)
    key(room, "d")
    assert [each.message.text for each in house(room).pillars] == ["b", "c", "d"]


def test_changing_a_word_of_one_of_three_is_no_fourth(room: WarRoom):
    first, *_others = three(room)
    room.change(first, text="a, but better")
    room.undo()
    assert house(room).pillars[0].message.text == "a"


def test_a_house_from_elsewhere_is_taken_in_and_judged(room: WarRoom):
    room.add_all([KeyMessage(text=text) for text in "abcd"])
    assert "More than three key messages are in force. Let some of them end." in advice(house(room))


def test_four_are_told_when_time_brings_a_fourth_into_force(tmp_path):
    now = clock()
    room = new_room(tmp_path / "r.warroom", now)
    three(room)
    key(room, "later", valid_from=AT_18)
    now.move(hours=4)
    assert any("More than three" in each for each in advice(house(room)))
    room.close()


def test_each_key_message_needs_a_proof_on_a_confirmed_fact(room: WarRoom):
    key(room, "roof", role=MessageRole.UMBRELLA)
    held = key(room, "We know the batch")
    assert advice(house(room)) == ["We know the batch: it has no proof."]
    fact = room.add(Fact(subject="Batch", value="B2231"))
    room.add(ProofPoint(message=held.id, text="B2231 only", fact=fact.id))
    assert advice(house(room)) == ["We know the batch: no proof rests on a confirmed fact."]
    room.change(fact, status=Certainty.CONFIRMED)
    assert advice(house(room)) == []
    room.take_back(room.get(Fact, fact.id))
    assert advice(house(room)) == ["We know the batch: no proof rests on a confirmed fact."]


def test_an_empty_house_is_not_judged_and_one_without_a_roof_is(room: WarRoom):
    assert advice(house(room)) == []
    key(room, "a")
    assert advice(house(room))[0] == "There is no umbrella message."
