"""What a briefing tells of the statement desk: what is out, asked and owed, and nothing of drafts."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop import paper
from desktop.paper.issue import material
from desktop.paper.typeset import pages
from desktop.warroom.answers.comment_queue import remove, reply
from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.words import InquiryState
from desktop.warroom.briefing import Seal, content
from desktop.warroom.choices import Certainty, Channel, Classification, Language
from desktop.warroom.demo import LANGUAGES, write_demo
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Paper, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk, promises
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form
from resources import speaking
from tests.rooms import START, T0

NOW = Moment.of(START)
MINUTE = 60_000


def at(minutes: int) -> Moment:
    return replace(NOW, ms=NOW.ms + minutes * MINUTE)


def text_of(room: WarRoom, folder: Path, language: str = "en") -> str:
    out = folder / "b.pdf"
    paper.preview(room, out, language)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())


def of_paper(room: WarRoom, language: str) -> dict[str, object]:
    """What the typesetter is given for a preview."""
    line = room.tail()
    shown = Paper(language=language, issued_at=room.now())
    with speaking(language):
        return content(material(room, Seal(line.device, line.number, line.hash), shown))


def draft(room: WarRoom, title: str, text: str = "We test.", **values) -> Statement:
    begun = desk.begin(room, Form.HOLDING, Language.ENGLISH, title)
    room.change(begun, parts=({"field": "headline", "text": text},), **values)
    return room.get(Statement, begun.id)


def let_out(room: WarRoom, statement: Statement, channel: Channel = Channel.WEBSITE, **how) -> None:
    how = {"unapproved_why": "Minutes count", "before_staff_why": "The night shift sleeps"} | how
    desk.release(room, statement, channel, **how)


def test_a_statement_in_force_stands_with_channel_time_and_next_update(room, tmp_path) -> None:
    let_out(room, draft(room, "Bottles overheat again", next_update_at=at(90)), where="our site")
    text = text_of(room, tmp_path)
    assert "Statements in force" in text
    for said in ("Bottles overheat again", "Official website: our site", "23 Nov 16:00"):
        assert said in text


def test_how_it_went_out_stays_flagged_but_not_on_an_open_paper(room, tmp_path) -> None:
    let_out(room, draft(room, "Holding"))
    text = text_of(room, tmp_path)
    assert "Without approval: Minutes count" in text
    assert "Before the staff: The night shift sleeps" in text
    room.change(room.incident, classification=Classification.OPEN)
    text = text_of(room, tmp_path)
    assert "Statements in force" in text
    assert "Minutes count" not in text
    assert "night shift" not in text


def test_a_draft_and_what_was_withdrawn_are_in_no_briefing(room, tmp_path) -> None:
    draft(room, "Unborn apology", "We never said this")
    let_out(room, draft(room, "Taken down"))
    desk.withdraw(room, desk.live(room)[0], "A wrong figure")
    text = text_of(room, tmp_path)
    assert "Unborn apology" not in text
    assert "We never said this" not in text
    assert "Statements in force" not in text


def test_a_text_whose_fact_changed_is_to_be_corrected_and_the_fact_is_not_named(
    room, tmp_path
) -> None:
    fact = room.add(
        Fact(
            subject="Patient in room 9",
            value="12",
            status=Certainty.CONFIRMED,
            sensitivity=Classification.PRIVILEGED,
        )
    )
    room.change(room.incident, classification=Classification.INTERNAL)
    let_out(room, draft(room, "Figures", f"{reference(fact.id)} cases"))
    room.change(fact, value="13")
    text = text_of(room, tmp_path)
    assert "To be corrected" in text
    assert "Patient in room 9" not in text


def test_channels_that_differ_are_named_above_the_statements(room, tmp_path) -> None:
    first = draft(room, "Recall", "The money is back by 24 November 2026.")
    let_out(room, first)
    let_out(room, first, Channel.SOCIAL)
    second = desk.next_version(room, first)
    parts = ({"field": "headline", "text": "The money is back by 25 November 2026."},)
    room.change(second, parts=parts)
    let_out(room, second)
    text = text_of(room, tmp_path)
    assert "the values differ" in text
    assert "A later version is out elsewhere" in text


def test_open_inquiries_stand_by_urgency_with_their_deadlines(room, tmp_path) -> None:
    room.add_all(
        [
            Inquiry(outlet="Late Post", question="Who knew?", received_at=T0, deadline=at(-30)),
            Inquiry(outlet="No Time TV", question="Why?", received_at=at(-10)),
            Inquiry(outlet="Done Daily", question="When?", state=InquiryState.ANSWERED),
        ]
    )
    text = text_of(room, tmp_path)
    assert "Who knew?" in text
    assert "23 Nov 14:00 (overdue)" in text
    assert "23 Nov 15:20 (ours)" in text
    assert "Done Daily" not in text


def test_promises_say_whether_they_were_kept_and_stand_there_alone(room, tmp_path) -> None:
    kept = promises.promise(room, "Refund page", at(60), "Zhao Min", "buyers")
    promises.keep(room, kept, "412 paid")
    broken = promises.promise(room, "A call within the hour", at(60), "Song Lan")
    promises.break_(room, broken, "Too few lines")
    promises.promise(room, "The lab result", at(120), "Wu Ke")
    text = text_of(room, tmp_path)
    assert "Promises" in text
    for said in ("412 paid", "Too few lines", "The lab result", "Kept", "Not kept"):
        assert said in text
    assert text.count("The lab result") == 3  # in the bottom line, among deadlines, and here


def test_comments_are_figures_and_nobodys_words(room, tmp_path) -> None:
    rows = [
        Comment(platform="M", text=f"Secret words {n}", posted_at=at(-90), reach=20_000)
        for n in range(3)
    ]
    first, second, _third = room.add_all(rows)
    reply(room, [first], "Sorry")
    remove(room, [second], "Hurts")
    text = text_of(room, tmp_path)
    assert "Waiting for a first reply 1 (1 of them late)" in text
    assert "First reply, median 1 h 30" in text
    assert "PF4-7" in text
    assert "Secret words" not in text


def test_a_room_without_a_desk_has_no_empty_sections(room, tmp_path) -> None:
    text = text_of(room, tmp_path)
    for title in ("Statements in force", "Open inquiries", "Promises", "Comments"):
        assert title not in text


def test_it_is_printed_again_as_it_stood_whatever_went_out_since(room, tmp_path) -> None:
    let_out(room, draft(room, "The first word"))
    issued = paper.issue(room, tmp_path / "1.pdf")
    room.add(StaffMessage(title="Told", sent_at=NOW))
    let_out(room, draft(room, "The second word"))
    paper.write_again(room, issued, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "1.pdf").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_has_every_section_in_three_languages(tmp_path, language) -> None:
    file = tmp_path / "r.warroom"
    write_demo(file, FixedClock(START), language)
    room = WarRoom.open(file, clock=FixedClock(START), writing=False)
    text = text_of(room, tmp_path, language)
    pictures = pages(of_paper(room, language), ppi=40.0)
    room.close()
    assert len(pictures) > 5
    assert all(each.startswith(b"\x89PNG") for each in pictures)
    titles = {
        "en": ("Statements in force", "Open inquiries", "Promises", "Comments"),
        "zh_TW": ("生效中的聲明", "待答覆的媒體詢問", "承諾", "評論"),
        "zh_CN": ("生效中的声明", "待答复的媒体问询", "承诺", "评论"),
    }
    for title in titles[language]:
        assert title in text
