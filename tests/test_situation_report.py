"""The situation report: twelve sections, a first page that stands alone, and what has changed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from desktop import paper
from desktop.paper.issue import content_of, seal_of
from desktop.warroom.choices import Certainty, Classification, EntryKind, TaskStatus, Tone
from desktop.warroom.method.clocks import Clock, ClockKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.outlook import Course, DecisionNeeded, Forecast
from desktop.warroom.records import Coverage, Entry, Paper, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.remedies import AffectedCount, Remedy
from tests.rooms import START, T0, new_room

NOW = Moment.of(START)
MINUTE = 60_000
SECTIONS = [
    *("Situation", "Impact", "Actions", "Media and opinion", "Employees", "Legal clocks"),
    *("Decisions", "Risks and forecast", "Open alarms", "Next report"),
]


def at(minutes: int) -> Moment:
    return replace(NOW, ms=NOW.ms + minutes * MINUTE)


def made(room: WarRoom, **asked: Any) -> dict[str, Any]:
    """What the typesetter is given for a preview."""
    shown = Paper(issued_at=room.now(), author=room.operator, **asked)
    return content_of(room, seal_of(room, room.tail()), shown)


def part(content: dict[str, Any], section: int, title: str) -> dict[str, Any]:
    parts = content["sections"][section - 3]["parts"]
    return next(each for each in parts if each["title"] == title)


def rows(part: dict[str, Any]) -> list[list[str]]:
    found: list[list[str]] = part["rows"]
    return found


# the twelve sections


def test_the_sections_are_numbered_without_gaps_even_where_nothing_is_recorded(room) -> None:
    content = made(room)
    assert [each["title"] for each in content["sections"]] == SECTIONS
    assert [each["number"] for each in content["sections"]] == [str(n) for n in range(3, 13)]
    assert all(each["parts"] or each["none"] for each in content["sections"])


def test_what_is_confirmed_stands_apart_from_what_is_not(room) -> None:
    room.add_all(
        [
            Fact(subject="Units sold", value="8,196", status=Certainty.CONFIRMED),
            Fact(subject="The cause", status=Certainty.DISPUTED),
        ]
    )
    content = made(room)
    assert [row[0] for row in rows(part(content, 3, "Confirmed"))] == ["Units sold"]
    assert [row[0] for row in rows(part(content, 3, "Not confirmed"))] == ["The cause"]


def test_every_task_stands_once_and_with_its_owner(room) -> None:
    cards = [
        Task(title="Late", due=at(-10), owner="Wu Ke"),
        Task(title="Soon", due=at(60)),
        Task(title="Tomorrow", due=at(1_500)),
        Task(title="Now", status=TaskStatus.DOING),
        Task(title="Stuck", status=TaskStatus.BLOCKED, blocked_by="the lab", due=at(30)),
        Task(title="Over", status=TaskStatus.DONE),
    ]
    room.add_all(cards)
    parts = {p["title"]: [row[0] for row in p["rows"]] for p in made(room)["sections"][2]["parts"]}
    assert parts == {
        "Blocked": ["Stuck"],
        "Overdue, or due in the next 4 hours": ["Late", "Soon"],
        "In progress": ["Now"],
        "Still to do": ["Tomorrow"],
        "Done": ["Over"],
    }
    first = rows(part(made(room), 5, "Overdue, or due in the next 4 hours"))
    assert first[0][2:] == ["Wu Ke", "23 Nov 14:20 (overdue)"]
    assert first[1][2] == "nobody"


def test_impact_counts_people_and_adds_up_remedies_by_currency(room) -> None:
    room.add_all(
        [
            AffectedCount(who="Buyers", known=800, notified=700, as_of=T0),
            AffectedCount(who="Buyers", known=900, notified=850, as_of=NOW),
            Remedy(what="Refund", promised=900, delivered=300, amount="20", currency="TWD"),
        ]
    )
    content = made(room)
    assert [row[:3] for row in rows(part(content, 4, "People affected"))] == [
        ["Buyers", "900", "850"]
    ]
    remedies = part(content, 4, "Remedies")
    assert "300 of 900" in rows(remedies)[0]
    assert remedies["note"] == "TWD: 6,000 of 18,000 delivered."
    people = next(f for f in content["first"]["figures"]["rows"] if f["label"] == "People affected")
    assert people["value"] == "900"


def test_a_legal_clock_says_what_is_left_at_the_instant_of_the_paper(room) -> None:
    room.add_all(
        [
            Clock(what=ClockKind.STATUTORY, title="Report to the regulator", due=at(118)),
            Clock(what=ClockKind.STATUTORY, title="First notice", due=at(-32)),
        ]
    )
    found = [(row[0], row[2]) for row in rows(part(made(room), 8, "Legal clocks"))]
    assert found == [("First notice", "32 min over"), ("Report to the regulator", "1 h 58")]


@pytest.mark.parametrize(("level", "due"), [("1", "16:30"), ("2", "18:30"), ("3", "02:30")])
def test_the_next_report_is_due_by_the_level(room, level: str, due: str) -> None:
    room.change(room.incident, why="told", severity=level) if level != "1" else None
    [said] = rows(made(room)["sections"][9]["parts"][0])
    assert f" {due}, " in said


def test_a_decision_that_is_needed_stands_on_the_first_page_until_it_is_made(room) -> None:
    asked = room.add(DecisionNeeded(question="Recall all?", who="Chen", due=at(30)))
    first = made(room)["first"]["needed"]
    assert rows(first) == [["Recall all?", "Chen", "23 Nov 15:00\n30 min"]]
    room.change(asked, decided="Yes")
    assert rows(made(room)["first"]["needed"]) == []


def test_the_three_courses_stand_from_best_to_worst(room) -> None:
    room.add_all([Forecast(course=c, text=c.value, as_of=T0) for c in reversed(Course)])
    found = [row[0] for row in rows(part(made(room), 10, "Forecast"))]
    assert found == ["Best case", "Most likely", "Worst case"]


# the first page


def test_there_are_always_seven_figures_and_none_is_guessed(room) -> None:
    found = made(room)["first"]["figures"]["rows"]
    assert len(found) == 7
    assert [
        f["value"] for f in found if f["label"] in ("People affected", "Staff who confirmed")
    ] == [
        "–",
        "–",
    ]


def test_the_bottom_line_says_whether_somebody_wrote_it(room) -> None:
    built = made(room)["first"]["bottom"]
    assert built["note"] == "Built from the record; nobody has written it."
    assert 1 <= len(built["rows"]) <= 3
    typed = made(room, bottom_line="All is well.")["first"]["bottom"]
    assert (typed["rows"], typed["note"]) == (["All is well."], "Written by Lin Xia.")


def test_the_chart_counts_every_item_once_and_says_so_in_words(room) -> None:
    tones = [Tone.NEGATIVE, Tone.NEGATIVE, Tone.POSITIVE, Tone.NOT_RATED]
    room.add_all(
        [
            Coverage(outlet="Post", headline=f"{n}", tone=tone, published_at=at(-60 * n))
            for n, tone in enumerate(tones)
        ]
    )
    chart = made(room)["first"]["chart"]
    assert sum(map(sum, chart["bars"])) == 4
    assert chart["most"] == 1
    assert "4 media items by tone: Negative: 2" in chart["alt"]


def test_the_newest_of_what_is_late_leads_the_deadlines_and_fills_what_is_left(room) -> None:
    room.add_all([Task(title=f"late {n}", due=at(-n)) for n in range(1, 8)])
    room.add_all([Task(title=f"ahead {n}", due=at(n)) for n in range(1, 3)])
    due = made(room)["first"]["due"]
    found = [row[2] for row in rows(due)]
    assert found == ["late 3", "late 2", "late 1", "ahead 1", "ahead 2"]
    assert due["note"] == "4 more are due or over; sections 5 to 8 have all."
    room.add_all([Task(title=f"ahead {n}", due=at(n)) for n in range(3, 9)])
    found = [row[2] for row in rows(made(room)["first"]["due"])]
    assert found == ["late 1", "ahead 1", "ahead 2", "ahead 3", "ahead 4"]


@pytest.mark.parametrize("days", [0, 1, 3, 30, 400])
def test_a_chart_of_any_length_has_few_bars(room, days: int) -> None:
    room.add(Coverage(outlet="Post", headline="x", published_at=at(-1_440 * days)))
    assert len(made(room)["first"]["chart"]["bars"]) <= 60


def test_a_room_without_media_items_has_no_chart(room) -> None:
    assert made(room)["first"]["chart"] is None


# times and annexes


def test_a_time_that_was_said_elsewhere_names_its_zone(room) -> None:
    room.add_all(
        [
            Task(title="Here", due=at(60)),
            Task(title="There", due=replace(at(61), offset=0)),
        ]
    )
    due = [row[-1] for row in rows(part(made(room), 5, "Overdue, or due in the next 4 hours"))]
    assert due == ["23 Nov 15:30", "23 Nov 07:31 UTC+0"]


def test_annexes_are_lettered_without_gaps_and_left_out_at_choice(room) -> None:
    room.add(Entry(text="x", happened_at=T0))
    room.add(Coverage(outlet="Post", headline="y", published_at=T0))
    every = [(each["number"], each["title"]) for each in made(room)["annexes"]]
    assert every == [("A", "Chronology"), ("B", "Coverage list")]
    only = [
        (each["number"], each["title"]) for each in made(room, annexes=("coverage",))["annexes"]
    ]
    assert only == [("A", "Coverage list")]
    assert made(room, annexes=("none",))["annexes"] == []


# what has changed


@pytest.fixture
def later(tmp_path: Path) -> Iterator[WarRoom]:
    """A room in which a briefing was issued, and things happened since."""
    clock = FixedClock(START)
    room = new_room(tmp_path / "r.warroom", clock)
    room.add_all(
        [
            Fact(subject="Units sold", value="8,000", status=Certainty.CONFIRMED),
            Fact(subject="Batch", value="B2231", status=Certainty.CONFIRMED),
            Task(title="Answer the wire"),
            Entry(text="The first call", happened_at=T0),
        ]
    )
    paper.issue(room, tmp_path / "1.pdf", "en")
    sold, _batch = room.all(Fact)
    room.change(sold, value="8,196")
    room.place(room.all(Task)[0], status=TaskStatus.DONE)
    room.add(Fact(subject="Stock abroad", value="none", status=Certainty.CONFIRMED))
    room.add(Entry(text="The second call", happened_at=NOW))
    yield room
    room.close()


def test_what_is_new_changed_and_closed_is_marked_and_listed(later) -> None:
    content = made(later)
    facts = part(content, 3, "Confirmed")
    assert dict(zip((r[0] for r in facts["rows"]), facts["marks"], strict=True)) == {
        "Units sold": "changed",
        "Batch": "",
        "Stock abroad": "new",
    }
    listed = part(content, 3, "Changed since briefing 1")
    told = dict(zip((row[1] for row in listed["rows"]), listed["marks"], strict=True))
    assert told == {"Units sold": "changed", "Stock abroad": "new", "Answer the wire": "closed"}
    change = next(row[2] for row in listed["rows"] if row[1] == "Units sold")
    assert change == "What we hold to be so: 8,000 → 8,196"
    assert listed["note"] == "1 new entry in the log."
    chronology = content["annexes"][0]["parts"][0]["rows"]
    assert [row["mark"] for row in chronology] == ["", "new"]


def test_the_first_briefing_has_nothing_to_be_compared_with(room) -> None:
    room.add(Fact(subject="x"))
    said = [
        row for p in made(room)["sections"][0]["parts"] if p["form"] == "text" for row in p["rows"]
    ]
    assert said == ["This is the first numbered briefing: nothing to compare it with."]


def test_a_change_of_what_is_too_sensitive_is_not_listed(later, tmp_path) -> None:
    later.change(later.incident, classification=Classification.INTERNAL)
    later.add(Fact(subject="Patient", value="a name", sensitivity=Classification.PRIVILEGED))
    assert "Patient" not in str(made(later))


def test_nothing_that_happened_is_marked_once_it_was_reported(later, tmp_path) -> None:
    paper.issue(later, tmp_path / "2.pdf", "en")
    content = made(later)
    assert not any(part(content, 3, "Confirmed")["marks"])
    text = [
        row for p in content["sections"][0]["parts"] if p["form"] == "text" for row in p["rows"]
    ]
    assert text == ["Nothing has changed."]


def test_it_is_printed_again_with_the_same_marks(later, tmp_path) -> None:
    second = paper.issue(later, tmp_path / "2.pdf", "en")
    later.add(Fact(subject="Known later"))
    paper.issue(later, tmp_path / "3.pdf", "en")
    assert paper.write_again(later, second, tmp_path / "again.pdf") == second.sha256


# the file


def _titles(outline: Any) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _titles(each)
        else:
            yield str(each.title)


def _tags(node: Any) -> Iterator[tuple[str, Any]]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]), node
        if "/K" in node:
            yield from _tags(node["/K"])


@pytest.fixture
def file(later, tmp_path) -> PdfReader:
    later.add(Coverage(outlet="Post", headline="Too hot", tone=Tone.NEGATIVE, published_at=NOW))
    later.add(Entry(kind=EntryKind.DECISION, text="Recall", reason="Safety", happened_at=NOW))
    paper.issue(later, tmp_path / "f.pdf", "en")
    return PdfReader(tmp_path / "f.pdf")


def test_its_outline_has_the_twelve_sections_and_the_annexes_in_order(file) -> None:
    found = [title for title in _titles(file.outline) if title[0].isdigit() or "Annex" in title]
    named = ["Situation report", "Bottom line", *SECTIONS]
    assert found[:12] == [f"{n} {title}" for n, title in enumerate(named, 1)]
    assert found[12:] == ["Annex A Chronology", "Annex B Coverage list"]


def test_its_tags_have_headings_tables_with_heads_and_a_chart_in_words(file) -> None:
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).lower().startswith("en")
    tags = list(_tags(root["/StructTreeRoot"]["/K"]))
    names = {name for name, _node in tags}
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/Figure"} <= names
    alts = [str(node["/Alt"]) for name, node in tags if name == "/Figure" and "/Alt" in node]
    assert any("media items by tone" in alt for alt in alts)


def test_no_text_runs_off_a_page_however_long_it_is(room, tmp_path) -> None:
    long = "The quick brown fox 三名顧客回報 " * 300
    room.add_all(
        [
            Fact(subject=long, value=long, status=Certainty.CONFIRMED),
            Task(title=long, owner="W" * 60, due=NOW),
            Entry(text=long, happened_at=T0),
        ]
    )
    paper.preview(room, tmp_path / "long.pdf", "en")
    low: list[float] = []

    def look(text: str, moved: list[float], at: list[float], _font: Any, _size: float) -> None:
        y = at[4] * moved[1] + at[5] * moved[3] + moved[5]
        if text.strip() and y < 20:  # the foot is above it
            low.append(y)

    for page in PdfReader(tmp_path / "long.pdf").pages:
        page.extract_text(visitor_text=look)
    assert low == []


def test_every_page_says_how_many_there_are_and_how_it_is_classified(file) -> None:
    n = len(file.pages)
    for number, page in enumerate(file.pages, 1):
        text = " ".join(page.extract_text().split())
        assert f"Page {number} of {n}" in text
        assert "Internal" in text
        assert "UTC+8" in text
