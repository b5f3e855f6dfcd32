"""Blank forms: numbered without gaps, and typed in with the time and the source of the page."""

from datetime import date

import pytest
from pypdf import PdfReader

from desktop.paper.others import write_other
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.papers.forms import PAGES, BlankForms, Form, numbered
from desktop.warroom.papers.on_page import LineRefused, Page
from desktop.warroom.papers.sort import Sort
from desktop.warroom.papers.typed_in import type_in, typed_pages
from desktop.warroom.records import Delivery, Entry, Paper, StaffGroup, StaffMessage, Task
from desktop.warroom.room import WarRoom
from resources import LANGUAGES, speaking
from tests.rooms import START, clock
from tests.test_paper import bare

DAY = date(2026, 11, 23)
AT = Moment.of(START)


def page(form: Form, *lines: dict[str, str], n: int = 7, number: int | None = 12) -> Page:
    return Page(form, number, n, DAY, "He Shu", lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_its_form_and_its_own_number(room, tmp_path, language):
    write_other(room, Sort.FORMS, tmp_path / "f.pdf", Paper(language=language))
    texts = [bare(each.extract_text()) for each in PdfReader(tmp_path / "f.pdf").pages]
    assert len(texts) == sum(PAGES.values())
    assert [each.number for each in room.all(BlankForms)] == [1, 2, 3, 4]
    assert "F-1" in texts[0]
    assert "F-4" in texts[-1]
    assert b"pdfuaid:part>1<" in (tmp_path / "f.pdf").read_bytes()


def test_a_number_is_never_given_twice(room):
    first = numbered(room)
    room.take_back(*first)
    assert [each.number for each in numbered(room)] == [5, 6, 7, 8]


def test_a_room_that_takes_no_record_prints_forms_to_be_numbered_by_hand(room, tmp_path):
    path = room.path
    room.close()
    closed = WarRoom.open(path, clock=clock(), writing=False)
    try:
        write_other(closed, Sort.FORMS, tmp_path / "f.pdf")
        assert "F-____" in PdfReader(tmp_path / "f.pdf").pages[0].extract_text()
    finally:
        closed.close()


def test_a_line_happened_when_the_page_says_and_names_form_and_page(room):
    [entry] = type_in(room, page(Form.LOG, {"time": "11:05", "text": "The lights went out"}))
    assert entry.source == "paper, form F-12 page 7"
    assert entry.happened_at == Moment.of(START.replace(hour=11, minute=5))
    assert entry.recorded_at == room.now()
    assert entry.people == ("He Shu",)
    [version] = room.history(entry)
    assert version.why == "from paper"


def test_kind_reason_and_source_are_taken_from_the_line(room):
    line = {"time": "1105", "kind": "dec", "text": "Close the hall", "source": "Wu Ke"}
    [entry] = type_in(room, page(Form.LOG, line))
    assert entry.kind is EntryKind.DECISION
    assert entry.source == "paper, form F-12 page 7; Wu Ke"


def test_a_page_that_goes_past_midnight_goes_on_with_the_next_day(room):
    late = Page(
        Form.LOG,
        12,
        1,
        date(2026, 11, 22),
        lines=({"time": "23:50", "text": "a"}, {"time": "00:10", "text": "b"}),
    )
    first, second = type_in(room, late)
    assert second.happened_at.ms - first.happened_at.ms == 20 * 60_000


def test_a_page_is_one_act_and_a_line_that_cannot_be_read_keeps_all_of_it_out(room):
    good, bad = {"time": "11:05", "text": "a"}, {"time": "25:00", "text": "b"}
    with pytest.raises(LineRefused) as refused:
        type_in(room, page(Form.LOG, good, bad))
    assert (refused.value.line, refused.value.column) == (1, "time")
    assert room.all(Entry) == []
    type_in(room, page(Form.LOG, good, {"time": "11:06", "text": "b"}))
    room.undo()
    assert room.all(Entry) == []


def test_a_time_that_lies_ahead_is_refused(room):
    with pytest.raises(LineRefused, match="lies ahead"):
        type_in(room, page(Form.LOG, {"time": "23:05", "text": "a"}))


def test_an_unknown_kind_is_refused_with_the_kinds_there_are(room):
    with pytest.raises(LineRefused, match="Decision"):
        type_in(room, page(Form.LOG, {"time": "11:05", "kind": "xyz", "text": "a"}))


def test_the_same_line_is_not_taken_twice_and_one_more_of_the_page_is(room):
    first, more = {"time": "11:05", "text": "a"}, {"time": "11:06", "text": "b"}
    type_in(room, page(Form.LOG, first))
    with pytest.raises(LineRefused, match="already"):
        type_in(room, page(Form.LOG, first))
    type_in(room, page(Form.LOG, more))
    assert len(room.all(Entry)) == 2


def test_a_page_without_a_line_is_refused(room):
    with pytest.raises(RuleBroken, match="at least one line"):
        type_in(room, page(Form.LOG, {"time": "", "text": " "}))


def test_an_inquiry_sheet_makes_inquiries_with_their_deadlines(room):
    line = {
        "time": "11:05",
        "outlet": "Harbour Wire",
        "journalist": "Qiu Wen 555-01",
        "text": "Is it safe?",
        "due": "16:00",
    }
    [entry] = type_in(room, page(Form.INQUIRY, line))
    [inquiry] = room.all(Inquiry)
    assert (inquiry.outlet, inquiry.question) == ("Harbour Wire", "Is it safe?")
    assert inquiry.received_at == entry.happened_at
    assert inquiry.deadline == Moment.of(START.replace(hour=16, minute=0))
    assert "Harbour Wire" in entry.text
    assert entry.kind is EntryKind.MEDIA


def test_a_task_sheet_makes_cards(room):
    line = {"time": "11:05", "text": "Call the supplier", "owner": "Wu Ke", "due": "15:00"}
    type_in(room, page(Form.TASK, line))
    [card] = [each for each in room.all(Task) if each.title == "Call the supplier"]
    assert (card.owner, card.due) == ("Wu Ke", Moment.of(START.replace(hour=15, minute=0)))


def test_a_staff_sheet_reports_on_the_last_message(room):
    group = room.add(StaffGroup(name="Night shift", headcount=140))
    message = room.add(StaffMessage(title="What we know", sent_at=AT))
    line = {"time": "11:05", "group": "night shift", "reached": "12", "text": "Are we paid?"}
    [entry] = type_in(room, page(Form.STAFF, line))
    [report] = room.all(Delivery)
    assert (report.group, report.message, report.reached) == (group.id, message.id, 12)
    assert "Are we paid?" in entry.text


def test_a_group_that_is_not_there_is_refused(room):
    line = {"time": "11:05", "group": "Nobody", "reached": "12"}
    with pytest.raises(LineRefused, match="no group"):
        type_in(room, page(Form.STAFF, line))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_that_are_typed_in_are_known_in_every_language(room, language):
    [form, *_others] = numbered(room)
    with speaking(language):
        type_in(room, page(Form.LOG, {"time": "11:05", "text": "a"}, n=2, number=form.number))
    assert typed_pages(room, form) == {2}
