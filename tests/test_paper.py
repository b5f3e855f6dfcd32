"""The briefing as an independent reader finds it: every text, the standards, the same bytes."""

import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop import paper
from desktop.warroom.choices import Certainty, EntryKind, PaperState, TaskStatus
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.printed import printed
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Paper,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom
from tests.rooms import START, clock, new_room

AT = Moment.of(START)
HOSTILE = (
    "#panic(1) $x^2$ *bold* _it_ `raw` <b>&amp;</b> @label // end /* no */",
    '"quotes" \\escape #let x = 1 #read("/etc/passwd") [content]',
    "invoice\u202efdp.exe and zero\u200bwidth",
    "奶瓶過熱：三名顧客回報，全部召回。退款自 25 日開始",
    "奶瓶过热：三名顾客反映，全部召回",
    "混排 mixed 68 °C – “quoted” ½ ≥ 3 of 40",
    "a" * 400,
    "emoji 👩‍⚕️ and private \ue000 end",
)


@pytest.fixture
def room(tmp_path: Path):
    room = new_room(tmp_path / "r.warroom", clock())
    for text in HOSTILE:
        room.add(Entry(text=text, happened_at=AT, certainty=Certainty.CONFIRMED))
    room.add(Entry(kind=EntryKind.DECISION, text="Recall all", reason="the lab", happened_at=AT))
    room.add(Task(title="Answer City Finance TV", status=TaskStatus.BLOCKED, blocked_by="the lab"))
    room.add(Coverage(outlet="港灣日報", headline="Recall widens", published_at=AT))
    group = room.add(StaffGroup(name="倉庫夜班", headcount=140))
    message = room.add(StaffMessage(title="What to say", sent_at=AT))
    room.add(Delivery(message=message.id, group=group.id, reached=12, confirmed=3, reported_at=AT))
    yield room
    room.close()


def bare(text: str) -> str:
    return "".join(text.split())


def text_of(file: Path) -> str:
    return bare("".join(page.extract_text() for page in PdfReader(file).pages))


def test_every_text_stands_in_the_text_layer(room, tmp_path):
    out = tmp_path / "b.pdf"
    paper.issue(room, out)
    found = text_of(out)
    said = (*HOSTILE, "Recall all", "the lab", "Answer City Finance TV", "港灣日報", "倉庫夜班")
    missing = [text for text in said if bare(printed(text)) not in found]
    assert missing == []
    assert room.tail().device[:8] in found


def test_it_declares_the_archive_and_the_accessibility_standard(room, tmp_path):
    out = tmp_path / "b.pdf"
    paper.issue(room, out, "zh_TW")
    reader = PdfReader(out)
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert str(reader.trailer["/Root"]["/Lang"]).lower().startswith("zh")


def test_a_recorded_briefing_is_printed_again_with_the_same_bytes(room, tmp_path):
    first = paper.issue(room, tmp_path / "a.pdf")
    room.add(Entry(text="later", happened_at=AT))
    assert paper.write_again(room, first, tmp_path / "again.pdf") == first.sha256
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "a.pdf").read_bytes()


def test_a_preview_takes_no_number_and_leaves_the_room_untouched(room, tmp_path):
    lines = room.tail().n
    paper.preview(room, tmp_path / "p.pdf")
    assert room.tail().n == lines
    assert room.all(Paper) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_takes_no_file_refuses_in_a_sentence(room, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(paper.PaperFailed):
        paper.issue(room, folder / "b.pdf")


def test_what_cannot_be_written_keeps_its_number_and_leaves_no_half_file(room, tmp_path):
    nowhere = tmp_path / "no" / "b.pdf"
    with pytest.raises(paper.PaperFailed):
        paper.issue(room, nowhere)
    [kept] = room.all(Paper)
    assert (kept.number, kept.state) == (1, PaperState.NOT_WRITTEN)
    assert paper.issue(room, tmp_path / "b.pdf").number == 2
    assert {p.name for p in tmp_path.iterdir() if "warroom" not in p.name} == {"b.pdf"}


def test_the_past_is_printed_as_it_was_known(tmp_path):
    at: FixedClock = clock()
    room: WarRoom = new_room(tmp_path / "r.warroom", at)
    entry = room.add(Entry(text="Refunds start 24 Nov.", happened_at=AT))
    issued = paper.issue(room, tmp_path / "a.pdf")
    room.amend(entry, "Refunds start 25 Nov.")
    paper.write_again(room, issued, tmp_path / "b.pdf")
    room.close()
    assert "Refundsstart24Nov." in text_of(tmp_path / "b.pdf")
    assert "25Nov" not in text_of(tmp_path / "b.pdf")
