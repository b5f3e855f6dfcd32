"""What each edition of a briefing tells: the media read nothing that was not meant for them."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop import paper
from desktop.paper.issue import material
from desktop.warroom.briefing import Seal, content
from desktop.warroom.briefing.narrowed import narrowed
from desktop.warroom.choices import Certainty, Channel, Classification, Edition, EntryKind
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Entry, Incident, Paper, Sitting, StaffMessage, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from tests.inflated import every_byte
from tests.rooms import START, T0, clock, new_room

AT = Moment.of(START)
SECRET = "Counsel says: pay and stay silent about the lab"
OURS = (Incident, Paper, Sitting)  # not added by hand
PLANT = "PLANTED"
# what is made by the room, or must be a number or a name of a list
NOT_A_TEXT = ("author", "incident", "gone", "currency", "amount")


@pytest.fixture
def room(tmp_path: Path):
    made = new_room(tmp_path / "r.warroom", clock())
    yield made
    made.close()


def planted(kind: type[Record]) -> Record:
    """A record of a kind with a mark in every text that a person could write into it."""
    values = {}
    for field in kind.declared():
        mark = f"{PLANT}-{kind.kind_name}-{field.name}"
        if field.name in NOT_A_TEXT:
            continue
        if field.shape in (Shape.TEXT, Shape.PROSE, Shape.LINK) and not field.choices:
            values[field.name] = mark
        elif field.shape is Shape.WORDS:
            values[field.name] = (mark,)
        elif field.shape is Shape.MOMENT and field.name not in ("closed_at", "withdrawn_at"):
            values[field.name] = T0
        elif field.shape is Shape.NUMBER:
            values[field.name] = 7
    return kind(id=f"{kind.kind_name}-1", **values)


def every_kind(room: WarRoom) -> Paper:
    """Fill a room's material with one record of every kind; the paper that is asked for."""
    return Paper(
        edition=Edition.MEDIA,
        bottom_line="We recall all bottles.",
        author=f"{PLANT}-author",
        distribution=(f"{PLANT}-distribution",),
        issued_at=room.now(),
    )


def plain(room: WarRoom, edition: Edition, **more: object) -> dict:
    asked = replace(Paper(edition=edition, issued_at=room.now()), **more)
    return content(narrowed(material(room, seal(room), asked), room.taken_back(Entry)))


def seal(room: WarRoom) -> Seal:
    tail = room.tail()
    return Seal(tail.device, tail.number, tail.hash, room.first_line().hash[:12])


def said(room: WarRoom, edition: Edition, **more: object) -> str:
    return json.dumps(plain(room, edition, **more), ensure_ascii=False)


def fill(room: WarRoom) -> None:
    """One record of every kind, straight into the tables: rules of acts are tested elsewhere."""
    for kind in KINDS.values():
        if kind in OURS or kind in (Release, Statement):
            continue
        with suppress(RuleBroken):  # a few kinds ask for figures that agree; none is printed
            room.note([planted(kind)])


def test_the_media_edition_holds_no_planted_text_in_any_byte(room, tmp_path) -> None:
    fill(room)
    text = room.add(Statement(title="Recall of all bottles", text="We recall all bottles."))
    room.add(
        Release(
            statement=text.id,
            channel=Channel.WEBSITE,
            title=text.title,
            text=text.text,
            sha256="ab" * 32,
            at=AT,
            unapproved_why=f"{PLANT}-why",
        )
    )
    room.change(room.incident, title=f"{PLANT}-title", subtype="recall", why=f"{PLANT}-reason")
    room.add(Fact(subject="Batch", value="B2231", status=Certainty.CONFIRMED, sensitivity="open"))
    file = tmp_path / "media.pdf"
    asked = every_kind(room)
    paper.issue(room, file, asked)
    reader = PdfReader(file)
    words = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert "Werecallallbottles." in words
    assert "B2231" in words
    assert PLANT not in words
    found = every_byte(file)
    assert PLANT.encode() not in found
    assert PLANT.encode("utf-16-be") not in found
    assert PLANT.encode().hex().encode() not in found.lower()
    assert reader.attachments == {}
    assert PLANT not in said(room, Edition.MEDIA)


def test_the_plants_do_stand_on_the_paper_for_counsel(room) -> None:
    fill(room)
    found = said(room, Edition.LEGAL)
    kinds = {name for name in KINDS if f"{PLANT}-{name}-" in found}
    wanted = {"entry", "task", "coverage_item", "staff_group", "fact", "clock", "inquiry"}
    assert wanted <= kinds


@pytest.mark.parametrize("edition", [Edition.BOARD, Edition.STAFF, Edition.MEDIA])
def test_what_is_privileged_stands_on_the_paper_for_counsel_alone(room, edition) -> None:
    entry = room.add(Entry(text=SECRET, privileged=True, happened_at=AT))
    room.add(Task(title=f"Do it: {SECRET}", entry=entry.id))
    room.add(Entry(kind=EntryKind.DECISION, text="Recall", relied_on=("Opinion",), happened_at=AT))
    fact = room.add(Fact(subject="Opinion", value="liable", sensitivity="privileged"))
    room.add(FactSource(fact=fact.id, source="Dr Kwan", says="liable"))
    hidden = (SECRET, "Opinion", "liable", "Dr Kwan")
    assert [each for each in hidden if each in said(room, edition)] == []
    assert [each for each in hidden if each not in said(room, Edition.LEGAL)] == []


def test_a_paper_as_classified_tells_no_privileged_entry_either(room) -> None:
    room.add(Entry(text=SECRET, privileged=True, happened_at=AT))
    assert SECRET not in said(room, Edition.ROOM)
    room.change(room.incident, classification=Classification.PRIVILEGED)
    assert SECRET in said(room, Edition.ROOM)


def test_a_card_that_says_what_a_privileged_line_said_is_left_out_when_that_was_taken_back(room):
    entry = room.add(Entry(text=SECRET, privileged=True, happened_at=AT))
    room.add(Task(title=SECRET))
    room.take_back(entry)
    assert SECRET not in said(room, Edition.BOARD)


def test_an_earlier_wording_that_said_what_is_privileged_is_not_printed_struck(room) -> None:
    room.add(Entry(text=SECRET, privileged=True, happened_at=AT))
    entry = room.add(Entry(text=f"They said: {SECRET}", happened_at=AT))
    room.amend(entry, "They said something.")
    assert SECRET not in said(room, Edition.BOARD)


def test_what_a_record_said_before_it_was_opened_is_not_told_as_a_change(room, tmp_path) -> None:
    fact = room.add(Fact(subject="Cause", value="glue from Delta", sensitivity="privileged"))
    paper.issue(room, tmp_path / "1.pdf")
    room.change(fact, value="a faulty glue", sensitivity="restricted")
    found = said(room, Edition.BOARD)
    assert "a faulty glue" in found
    assert "Delta" not in found


def test_others_do_not_even_read_how_much_is_left_out(room) -> None:
    room.add(Fact(subject="Opinion", value="liable", sensitivity="privileged"))
    assert "1 more sensitive fact" in said(room, Edition.BOARD)
    for edition in (Edition.STAFF, Edition.MEDIA):
        assert "more sensitive" not in said(room, edition)


def test_staff_read_of_rumours_only_what_they_were_told(room) -> None:
    room.add(Rumour(text="The plant closes", heard_at=AT, evidence="board paper 7"))
    room.add(Rumour(text="Wages are late", heard_at=AT, evidence="payroll file", told_at=AT))
    room.add(StaffMessage(title="Stop selling B2231", sent_at=AT))
    found = said(room, Edition.STAFF)
    assert "Wages are late" in found
    assert "Stop selling B2231" in found
    assert not {text for text in ("The plant closes", "board paper", "payroll") if text in found}


def test_each_page_is_marked_with_the_class_of_its_edition(room) -> None:
    marks = {each: plain(room, each)["head"]["classification"] for each in Edition}
    assert marks == {
        Edition.ROOM: "Internal",
        Edition.BOARD: "Restricted",
        Edition.LEGAL: "Legally privileged",
        Edition.STAFF: "Internal",
        Edition.MEDIA: "Open",
    }


@pytest.mark.parametrize("edition", Edition)
def test_sections_are_numbered_without_gaps(room, edition) -> None:
    numbers = [int(each["number"]) for each in plain(room, edition)["sections"]]
    assert numbers == [*range(3, 3 + len(numbers))]


def test_an_edition_of_a_newer_version_tells_no_more_than_the_media_read(room) -> None:
    room.add(Entry(text="internal note", happened_at=AT))
    assert "internal note" not in said(room, "investors")
