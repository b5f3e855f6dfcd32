"""What a briefing tells of employees: the same figures as on screen, and no mood of four."""

from datetime import timedelta
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
from desktop.warroom.staff_voices import StaffQuestion
from tests.rooms import START

SENT, EARLIER = Moment.of(START), Moment.of(START - timedelta(hours=5))


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
    assert "Care 7 3 3 unknown 4 43 % Stop" in text
    assert "Night 40 29 29 unknown 11 72 % Stop" in text


def test_a_group_that_nobody_told_says_so(room, tmp_path) -> None:
    room.add(StaffGroup(name="Night", headcount=40))
    assert "Night 40 not told" in text_of(room, tmp_path)


def test_four_answers_leave_no_mood_on_paper_and_five_do(room, tmp_path) -> None:
    few, many = room.add_all([StaffGroup(name="Few"), StaffGroup(name="Many")])
    room.add(Pulse(group=few.id, at=SENT, answers=4))
    room.add(Pulse(group=many.id, at=SENT, ones=1, fours=4))
    text = text_of(room, tmp_path)
    assert "Few too few answers to be shown Many 3.4 80 %" in text


def test_questions_of_employees_name_nobody_and_those_that_wait_come_first(room, tmp_path) -> None:
    night = room.add(StaffGroup(name="Night"))
    asked = [
        StaffQuestion(question="May we sell it?", answer="No.", answered_at=SENT),
        StaffQuestion(
            question="Do we close?", group=night.id, anonymous=False, who="Wu Ke", asked_at=EARLIER
        ),
    ]
    room.add_all(asked)
    text = text_of(room, tmp_path)
    assert "Do we close? Night 1 open for 5 h" in text
    assert text.index("Do we close?") < text.index("May we sell it?")
    assert "Wu Ke" not in text
