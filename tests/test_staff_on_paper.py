"""What a briefing tells of employees: the same figures as on screen, and no mood of four."""

from pathlib import Path

from pypdf import PdfReader

from desktop import paper
from desktop.warroom.choices import Channel
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.staff_measures import reached
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.staff_support import Pulse
from tests.rooms import START

SENT = Moment.of(START)


def text_of(room, tmp_path: Path, language: str = "en") -> str:
    out = tmp_path / "b.pdf"
    paper.preview(room, out, language)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())


def test_paper_and_screen_say_the_same_share_of_people_and_counts(room, tmp_path) -> None:
    care, night = room.add_all([StaffGroup(name="Care"), StaffGroup(name="Night", headcount=40)])
    people = room.add_all([StaffMember(name=f"P{n}", group=care.id) for n in range(7)])
    message = room.add(StaffMessage(title="Stop", sent_at=SENT, channel=Channel.HUDDLE))
    room.add_all([Receipt(message=message.id, member=each.id, read_at=SENT) for each in people[:3]])
    room.add(Delivery(message=message.id, group=night.id, reached=29, reported_at=SENT))
    found = reached(room, message, room.now())
    text = text_of(room, tmp_path)
    assert f"Audience coverage {found.coverage.words} 32 / 47" in text
    assert "Care 7 3 3 unknown 4 Stop" in text
    assert "Night 40 29 29 unknown 11 Stop" in text


def test_a_group_that_nobody_told_says_so(room, tmp_path) -> None:
    room.add(StaffGroup(name="Night", headcount=40))
    assert "Night 40 not told" in text_of(room, tmp_path)


def test_four_answers_leave_no_mood_on_paper_and_five_do(room, tmp_path) -> None:
    few, many = room.add_all([StaffGroup(name="Few"), StaffGroup(name="Many")])
    room.add(Pulse(group=few.id, at=SENT, answers=4))
    room.add(Pulse(group=many.id, at=SENT, ones=1, fours=4))
    text = text_of(room, tmp_path)
    assert "Mood: Few too few answers to be shown" in text
    assert "Mood: Many 3.4, 80 % favourable" in text
