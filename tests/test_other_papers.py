"""The hand-over sheet and the review report, and the command that writes all papers."""

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from desktop.cli.commands import cli
from desktop.paper.others import write_other
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.choices import Certainty, Classification, EntryKind, Role, TaskStatus
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.team import Duty
from desktop.warroom.moment import Moment
from desktop.warroom.papers.handover import begun
from desktop.warroom.papers.sort import Sort
from desktop.warroom.printed import printed
from desktop.warroom.records import Entry, Paper, Task
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.staff_voices import Rumour
from resources import LANGUAGES
from tests.rooms import START
from tests.test_paper import HOSTILE, bare, text_of

HOUR = 3_600_000
AT = Moment.of(START)


def moved(hours: float) -> Moment:
    return Moment(AT.ms + round(hours * HOUR), AT.offset)


@pytest.fixture
def busy(room):
    """A room at the end of a shift."""
    room.add(Duty(person="He Shu", role=Role.LOGGIST, begun_at=moved(-5)))
    room.add(Task(title="Call the supplier", owner="Wu Ke", due=moved(2)))
    room.add(Task(title="Finished long ago", owner="Wu Ke", status=TaskStatus.DONE))
    room.add(Inquiry(outlet="Harbour Wire", question="Is it safe?", received_at=moved(-1)))
    room.add(Rumour(text="They will close us", heard_at=moved(-1)))
    room.add(
        Entry(kind=EntryKind.DECISION, text="Recall all", reason="the lab", happened_at=moved(-1))
    )
    room.add(Entry(kind=EntryKind.DECISION, text="Of the night", happened_at=moved(-9)))
    room.add(
        Clock(
            title="Labels within a day",
            what=ClockKind.PROMISE,
            state=ClockState.RUNNING,
            due=moved(3),
            promised_to="Buyers",
        )
    )
    return room


def test_a_hand_over_sheet_tells_what_the_next_shift_needs(busy, tmp_path):
    write_other(busy, Sort.HANDOVER, tmp_path / "h.pdf")
    said = text_of(tmp_path / "h.pdf")
    for text in (
        *("He Shu", "Call the supplier", "Harbour Wire", "They will close us", "Recall all"),
        *("Labels within a day", "Hand-over note", "Handed over by"),
    ):
        assert bare(text) in said
    assert "Finishedlongago" not in said
    assert len(PdfReader(tmp_path / "h.pdf").pages) <= 2


def test_the_decisions_are_those_of_this_shift(busy, tmp_path):
    write_other(busy, Sort.HANDOVER, tmp_path / "h.pdf")
    said = text_of(tmp_path / "h.pdf")
    assert "Ofthenight" not in said


def test_a_shift_began_with_its_first_duty_at_most_twelve_hours_ago():
    duties = [Duty(person="A", begun_at=moved(-30)), Duty(person="B", begun_at=moved(-3))]
    assert begun(duties, AT) == moved(-12)
    assert begun(duties[1:], AT) == moved(-3)
    assert begun([], AT) == moved(-12)


def test_what_is_more_sensitive_than_the_incident_is_on_neither_paper(busy, tmp_path):
    secret = "Counsel says we knew"
    busy.add(Entry(kind=EntryKind.DECISION, text=secret, happened_at=AT, privileged=True, key=True))
    busy.add(
        Fact(subject="Liability", value=secret, sensitivity=Classification.PRIVILEGED, as_of=AT)
    )
    busy.add(Entry(kind=EntryKind.DECISION, text="Wait for the lab", happened_at=AT))
    for sort in (Sort.HANDOVER, Sort.REVIEW):
        write_other(busy, sort, tmp_path / f"{sort}.pdf")
        said = text_of(tmp_path / f"{sort}.pdf")
        assert "Waitforthelab" in said
        assert bare(secret) not in said


def test_a_review_report_tells_lessons_and_what_was_known_then(room, tmp_path):
    fact = room.add(Fact(subject="Units sold", value="8,212", status=Certainty.CONFIRMED))
    room.add(Entry(kind=EntryKind.DECISION, text="Recall all", happened_at=AT, key=True))
    room.change(fact, value="8,196")
    room.add(Review(held_at=AT, causes="A new sensor", worked="The hotline"))
    room.add(Lesson(text="Test new parts on arrival", owner="Wu Ke"))
    write_other(room, Sort.REVIEW, tmp_path / "r.pdf")
    said = text_of(tmp_path / "r.pdf")
    for text in (
        *("Recall all", "8,212", "8,196", "A new sensor", "The hotline"),
        *("Test new parts on arrival", "Response times against targets"),
    ):
        assert bare(text) in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", [Sort.HANDOVER, Sort.REVIEW])
def test_hostile_texts_stand_on_them_in_every_language(room, tmp_path, sort, language):
    for text in HOSTILE:
        short = text[:100]
        room.add(Entry(kind=EntryKind.DECISION, text=short, happened_at=moved(-1), key=True))
    write_other(room, sort, tmp_path / "p.pdf", Paper(language=language))
    said = text_of(tmp_path / "p.pdf")
    assert [text for text in HOSTILE if bare(printed(text[:100])) not in said] == []
    assert b"pdfuaid:part>1<" in (tmp_path / "p.pdf").read_bytes()


def test_papers_of_an_empty_room_can_be_written(room, tmp_path):
    for sort in Sort:
        [made] = write_other(room, sort, tmp_path / f"{sort}.pdf", Paper(size="letter"))
        assert round(float(PdfReader(made.file).pages[0].mediabox.width)) == 612


def test_a_drill_says_so_on_every_page(room, tmp_path):
    room.change(room.incident, drill=True)
    for sort in Sort:
        [made] = write_other(room, sort, tmp_path / f"{sort}.pdf")
        for page in PdfReader(made.file).pages:
            assert "EXERCISE" in page.extract_text()


def test_nothing_stands_beyond_the_sheet_nor_does_the_mark_of_a_drill(room, tmp_path):
    room.change(room.incident, drill=True)
    write_other(room, Sort.HANDOVER, tmp_path / "h.pdf")
    page = PdfReader(tmp_path / "h.pdf").pages[0]
    heights = []

    def seen(text, cm, tm, _font, _size):
        if text.strip():
            heights.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    page.extract_text(visitor_text=seen)
    assert all(0 < each < float(page.mediabox.height) for each in heights)


@pytest.mark.parametrize("sort", [each.value for each in Sort])
def test_the_command_writes_each_paper_and_names_its_hash(room, tmp_path, sort):
    path = room.path
    room.close()
    out = tmp_path / "p.pdf"
    asked = CliRunner().invoke(cli, ["paper", str(path), "--kind", sort, "-o", str(out)])
    assert asked.exit_code == 0, asked.output
    assert "Wrote p.pdf (SHA-256 " in asked.output
    assert out.read_bytes().startswith(b"%PDF")
