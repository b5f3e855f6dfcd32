"""The wordings of a text, each with its facts as they stood when it was so."""

import pytest

from desktop.warroom.choices import Certainty, Channel, Severity
from desktop.warroom.method.facts import Fact
from desktop.warroom.statements import desk
from desktop.warroom.statements.editions import PRESENT, compared_first, editions
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import reference
from tests.rooms import clock, new_room


@pytest.fixture
def clock_of_room():
    return clock()


@pytest.fixture
def room(tmp_path, clock_of_room):
    made = new_room(tmp_path / "r.warroom", clock_of_room)
    made.change(made.incident, severity=Severity.MINOR, why="Small")
    yield made
    made.close()


def written(room, *texts: str) -> Statement:
    """A statement saved with one text after the other."""
    made = room.add(Statement(title="T", text=texts[0]))
    for text in texts[1:]:
        room.change(made, text=text)
        made = room.get(Statement, made.id)
    return made


def now(room, statement: Statement) -> Statement:
    return room.get(Statement, statement.id)


def approved(room, statement: Statement) -> Statement:
    desk.submit(room, statement)
    for role in desk.missing(room, now(room, statement)):
        desk.approve(room, now(room, statement), role)
    return now(room, statement)


def texts(room, statement: Statement) -> list[str]:
    return [each.text.removeprefix("T\n\n") for each in editions(room, now(room, statement))]


def test_saving_while_one_goes_on_writing_is_one_wording(room):
    assert texts(room, written(room, "A.", "A b.", "A b c.")) == ["A b c."]


def test_what_was_saved_before_a_pause_or_by_another_is_a_wording_of_its_own(room, clock_of_room):
    made = written(room, "A.")
    clock_of_room.move(minutes=30)
    room.change(now(room, made), text="B.")
    room.operator = "Wu Hao"
    room.change(now(room, made), text="C.")
    assert texts(room, made) == ["C.", "B.", "A."]
    assert "Wu Hao" not in editions(room, now(room, made))[1].label


def test_what_was_approved_is_kept_and_compared_with_first(room):
    made = approved(room, written(room, "A.", "B."))
    assert texts(room, made) == ["B."]
    room.change(made, text="C.")
    room.change(now(room, made), text="D.")
    held = editions(room, now(room, made))
    assert [each.text[-2:] for each in held] == ["D.", "B."]
    assert compared_first(held) == held[1].name
    assert held[1].read
    assert "Approved" in held[1].label


def test_a_fact_that_changed_since_shows_as_it_was_approved(room):
    fact = room.add(Fact(subject="Hurt", value="3", status=Certainty.CONFIRMED))
    made = approved(room, written(room, f"{reference(fact.id)} hurt."))
    room.change(room.get(Fact, fact.id), value="4")
    assert texts(room, made) == ["4 hurt.", "3 hurt."]


def test_a_version_that_went_out_stands_as_it_went_out(room):
    fact = room.add(Fact(subject="Hurt", value="3", status=Certainty.CONFIRMED))
    first = approved(room, written(room, f"{reference(fact.id)} hurt."))
    desk.release(room, first, Channel.WEBSITE, before_staff_why="Urgent")
    room.change(room.get(Fact, fact.id), value="4")
    second = desk.next_version(room, now(room, first))
    held = editions(room, second)
    assert [each.text[-7:] for each in held] == ["4 hurt.", "3 hurt."]
    assert "released on Official website" in held[1].label
    assert compared_first(held) == held[1].name


def test_a_text_that_is_out_is_compared_with_what_went_out(room):
    fact = room.add(Fact(subject="Hurt", value="3", status=Certainty.CONFIRMED))
    made = approved(room, written(room, f"{reference(fact.id)} hurt."))
    desk.release(room, made, Channel.WEBSITE, before_staff_why="Urgent")
    assert texts(room, made) == ["3 hurt."]
    room.change(room.get(Fact, fact.id), value="4")
    held = editions(room, now(room, made))
    assert [each.text[-7:] for each in held] == ["4 hurt.", "3 hurt."]
    assert "released on" in held[1].label


def test_another_language_is_another_text(room):
    first = written(room, "A.")
    other = desk.in_language(room, first, "zh_TW")
    assert [each.name for each in editions(room, other)] == [PRESENT]


def test_a_text_that_was_saved_once_is_compared_with_itself(room):
    held = editions(room, written(room, "A."))
    assert compared_first(held) == PRESENT
