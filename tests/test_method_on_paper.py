"""What a briefing tells of the method: facts with their sides, decisions whole, nothing too much."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop import paper
from desktop.warroom.briefing.method import may_be_told
from desktop.warroom.choices import Classification, EntryKind, Role
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.method.plan import Audience, Objective
from desktop.warroom.method.risks import Risk
from desktop.warroom.method.subjects import Product
from desktop.warroom.method.team import Post
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from tests.rooms import START, T0, new_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def text_of(room: WarRoom, tmp_path: Path, language: str = "en") -> str:
    out = tmp_path / "b.pdf"
    paper.preview(room, out, language)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())


def test_two_sources_that_disagree_stand_side_by_side(room: WarRoom, tmp_path: Path) -> None:
    fact = room.add(Fact(subject="Start of the deletion", value="half past eleven"))
    for source, says in (("terminal log", "23:27"), ("chat", "about 23:30")):
        room.add(FactSource(fact=fact.id, source=source, says=says))
    text = text_of(room, tmp_path)
    assert "Disputed" in text
    assert "terminal log: 23:27" in text
    assert "chat: about 23:30" in text


def test_two_that_agree_are_not_disputed_on_paper(room: WarRoom, tmp_path: Path) -> None:
    fact = room.add(Fact(subject="Start of the deletion"))
    for source in ("terminal log", "chat"):
        room.add(FactSource(fact=fact.id, source=source, says="23:27"))
    assert "Disputed" not in text_of(room, tmp_path)


def test_a_fact_more_sensitive_than_the_paper_is_not_in_its_text(
    room: WarRoom, tmp_path: Path
) -> None:
    room.change(room.incident, classification=Classification.INTERNAL)
    room.add(Fact(subject="Open", value="seen by all", sensitivity=Classification.OPEN))
    hidden = Fact(subject="Patient", value="a name", sensitivity=Classification.PRIVILEGED)
    fact = room.add(hidden)
    room.add(FactSource(fact=fact.id, source="hospital", says="a diagnosis"))
    text = text_of(room, tmp_path)
    assert "seen by all" in text
    assert not {"Patient", "a name", "hospital", "a diagnosis"} & {
        word for word in ("Patient", "a name", "hospital", "a diagnosis") if word in text
    }
    assert "1 more sensitive" in text


def test_a_decision_does_not_name_a_fact_that_the_paper_leaves_out(
    room: WarRoom, tmp_path: Path
) -> None:
    room.add(Fact(subject="Legal opinion", sensitivity=Classification.PRIVILEGED))
    relied_on = ("Legal opinion", "Sales")
    kind = EntryKind.DECISION
    room.add(Entry(kind=kind, text="Recall", relied_on=relied_on, happened_at=T0))
    room.change(room.incident, classification=Classification.INTERNAL)
    text = text_of(room, tmp_path)
    assert "Facts relied on: Sales" in text
    assert "Legal opinion" not in text
    room.change(room.incident, classification=Classification.PRIVILEGED)
    assert "Facts relied on: Legal opinion, Sales" in text_of(room, tmp_path)


@given(st.sampled_from([*map(str, Classification), "of a newer version"]))
def test_a_paper_tells_no_more_than_its_classification(sensitivity: str) -> None:
    order = [str(each) for each in Classification]
    told = [may_be_told(sensitivity, each) for each in order]
    assert told == sorted(told)  # once told, told on every paper that is more closed
    assert not may_be_told("of a newer version", "privileged")
    assert may_be_told("open", "of a newer version")


def test_a_decision_keeps_question_options_reason_and_who_was_there(
    room: WarRoom, tmp_path: Path
) -> None:
    room.add(
        Entry(
            kind=EntryKind.DECISION,
            text="Recall all",
            question="Recall, and how much",
            options="none\nthe batch\nall",
            reason="The laboratory cannot exclude it",
            present=("Lin Xia", "Wu Ke"),
            relied_on=("Units sold",),
            review_at=Moment.of(START),
            happened_at=T0,
        )
    )
    text = text_of(room, tmp_path)
    for said in ("Question: Recall, and how much", "none, the batch, all", "Recall all"):
        assert said in text
    for said in ("Present: Lin Xia, Wu Ke", "Facts relied on: Units sold", "Review at:"):
        assert said in text


def test_plan_team_impact_and_high_risks_stand_on_paper(room: WarRoom, tmp_path: Path) -> None:
    room.add_all(
        [
            Product(name="Bottle", batch="B2231", units_sold=12_400),
            Objective(text="No further injury", target="0"),
            Audience(role=Role.LEGAL, name="families", first_due=T0),
            Post(role=Role.SPOKESPERSON, person="Lin Xia", deputy="Wu Ke"),
            Risk(title="Fire", likelihood="5", harm="4"),
            Risk(title="Rain", likelihood="1", harm="1"),
        ]
    )
    text = text_of(room, tmp_path)
    for said in ("B2231", "12,400", "No further injury", "families", "late", "Wu Ke", "Fire"):
        assert said in text
    assert "Rain" not in text


def test_a_room_without_a_plan_has_no_empty_sections(room: WarRoom, tmp_path: Path) -> None:
    room.add(Entry(text="x", happened_at=T0))
    text = text_of(room, tmp_path)
    assert "Objectives" not in text
    assert "Facts" not in text
