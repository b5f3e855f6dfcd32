"""The fact sheet: sources stand side by side, and where they disagree the fact is disputed."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import Certainty
from desktop.warroom.exchange.csv_out import write_csv
from desktop.warroom.exchange.taken_out import whole
from desktop.warroom.method.facts import Fact, FactSource, missing, plain, sources_of, standing
from desktop.warroom.method.words import Information
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from tests.arrivals import bring_in
from tests.rooms import START, T0, new_room

NOW = Moment.of(START)
DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[WarRoom]:
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def sourced(room: WarRoom, fact: Fact, *said: str) -> Fact:
    for number, says in enumerate(said):
        room.add(FactSource(fact=fact.id, source=f"source {number}", says=says))
    return room.get(Fact, fact.id)


def test_two_sources_that_disagree_make_a_fact_disputed(room: WarRoom) -> None:
    fact = room.add(Fact(subject="When the data was deleted", bucket=Information.INCIDENT))
    fact = sourced(room, fact, "23:27", "about 23:30")
    assert fact.status == Certainty.DISPUTED
    assert [each.says for each in sources_of(room, fact)] == ["23:27", "about 23:30"]


def test_two_sources_that_agree_leave_it_as_it_was(room: WarRoom) -> None:
    fact = room.add(Fact(subject="Units sold"))
    assert sourced(room, fact, "12,400", "12400.").status == Certainty.UNCONFIRMED


def test_one_undo_takes_the_source_and_the_dispute_back(room: WarRoom) -> None:
    fact = sourced(room, room.add(Fact(subject="When")), "23:27", "23:30")
    room.undo()
    assert room.get(Fact, fact.id).status == Certainty.UNCONFIRMED
    assert len(sources_of(room, fact)) == 1
    room.redo()
    assert room.get(Fact, fact.id).status == Certainty.DISPUTED


def test_a_source_that_is_corrected_or_taken_back_ends_the_dispute(room: WarRoom) -> None:
    fact = sourced(room, room.add(Fact(subject="When")), "23:27", "23:30")
    second = sources_of(room, fact)[1]
    room.change(second, says="23:27")
    assert room.get(Fact, fact.id).status == Certainty.UNCONFIRMED
    room.change(room.get(FactSource, second.id), says="23:31")
    room.take_back(room.get(FactSource, second.id))
    assert room.get(Fact, fact.id).status == Certainty.UNCONFIRMED


def test_what_somebody_refuted_stays_refuted(room: WarRoom) -> None:
    fact = room.add(Fact(subject="Cause", status=Certainty.REFUTED))
    assert sourced(room, fact, "a fire", "no fire").status == Certainty.REFUTED


def test_a_disputed_fact_reads_so_in_the_export(room: WarRoom, tmp_path: Path) -> None:
    sourced(room, room.add(Fact(subject="When")), "23:27", "about 23:30")
    finished(write_csv(room, whole(Fact), tmp_path / "f.csv"))
    assert "disputed" in (tmp_path / "f.csv").read_text(encoding="utf-8-sig")


@given(st.lists(st.sampled_from(["23:27", "23:30", " 23:30. ", "２３：２７"]), max_size=5))
def test_a_fact_is_disputed_just_where_its_sources_disagree(said: list[str]) -> None:
    sources = [FactSource(fact="f", source="s", says=each) for each in said]
    disputed = standing(Certainty.UNCONFIRMED, sources) == Certainty.DISPUTED
    assert disputed == (len({plain(each) for each in said}) > 1)


def test_a_kind_of_information_without_a_fact_shows_an_hour_after_t0() -> None:
    facts = [Fact(subject="x", bucket=Information.INCIDENT)]
    soon = Moment.of(T0.local.replace(minute=59))
    assert missing(facts, T0, soon) == []
    assert missing(facts, T0, NOW) == [each for each in Information if each != "incident"]


def test_sources_added_together_make_a_fact_disputed(room: WarRoom) -> None:
    fact = room.add(Fact(subject="When"))
    said = [FactSource(fact=fact.id, source=s, says=t) for s, t in (("a", "1"), ("b", "2"))]
    room.add_all(said)
    assert room.get(Fact, fact.id).status == Certainty.DISPUTED


def test_imported_sources_make_a_fact_disputed_and_undo_ends_it(room: WarRoom) -> None:
    fact = room.add(Fact(subject="When the data was deleted"))
    about = "When the data was deleted"
    rows = f"fact,source,says\n{about},a log,23:27\n{about},a call,about 23:30\n"
    bring_in(room, FactSource, rows)
    assert room.get(Fact, fact.id).status == Certainty.DISPUTED
    room.undo()
    assert (room.get(Fact, fact.id).status, room.all(FactSource)) == (Certainty.UNCONFIRMED, [])
    room.redo()
    assert room.get(Fact, fact.id).status == Certainty.DISPUTED
    assert room.verify().sound


def test_the_two_times_of_a_real_deletion_read_disputed(room: WarRoom, tmp_path: Path) -> None:
    chronology = DATA / "timeline_gitlab_2017-01-31_db_outage.csv"
    if not chronology.exists():
        pytest.skip("the chronology is not beside this checkout")
    with chronology.open(encoding="utf-8", newline="") as file:
        at = {row["time"][11:16]: row["source"] for row in csv.DictReader(file)}
    deleted, left = "When the primary was deleted", "Data left"
    bring_in(room, Fact, f"subject\n{deleted}\n{left}\n")
    told = [(deleted, at["23:27"], "23:27"), (deleted, at["23:30"], "about 23:30")]
    told += [(left, at["23:27"], "4.5 GB"), (left, at["23:30"], "4.5 GB")]
    rows = "\n".join(",".join(row) for row in told)
    bring_in(room, FactSource, f"fact,source,says\n{rows}\n")
    finished(write_csv(room, whole(Fact), tmp_path / "f.csv"))
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        status = {row["subject"]: row["status"] for row in csv.DictReader(file)}
    assert status == {deleted: "disputed", left: "unconfirmed"}
    assert len({at["23:27"], at["23:30"]}) == 2
