"""The statement desk of the example: what a newcomer finds in it, in each of the languages."""

from collections import Counter
from collections.abc import Iterator

import pytest

from desktop.warroom.answers import house, inquiries
from desktop.warroom.answers.bank import Stand, stand
from desktop.warroom.answers.comment_queue import by_state
from desktop.warroom.answers.comments import Comment, Removal
from desktop.warroom.answers.inquiries import Correction, Inquiry
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.press import PressConference, RunLine, WhatIf
from desktop.warroom.answers.words import Fairness, InquiryState
from desktop.warroom.choices import Channel, Language, Role, Standing
from desktop.warroom.demo import LANGUAGES
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk, promises
from desktop.warroom.statements.approval import SignOff
from desktop.warroom.statements.consistency import inconsistencies
from desktop.warroom.statements.promises import PromiseState
from desktop.warroom.statements.remedies import AffectedCount, Remedy
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import all_open
from desktop.warroom.statements.wording import facts_of
from desktop.warroom.statements.words import Form
from tests.test_demo import NOW, quick_folder, written


@pytest.fixture(scope="module", params=LANGUAGES)
def room(request: pytest.FixtureRequest) -> Iterator[WarRoom]:
    with quick_folder() as folder:
        opened = written(folder, NOW, request.param)
        yield opened
        opened.close()


def of_form(room: WarRoom, form: Form) -> list[Statement]:
    return [each for each in room.all(Statement) if each.form == form]


def test_the_holding_statement_is_out_in_three_languages_on_site_and_social_media(room) -> None:
    texts = of_form(room, Form.HOLDING)
    assert {each.language for each in texts} == set(Language)
    assert {each.standing for each in texts} == {Standing.RELEASED}
    assert len({each.of_series for each in texts}) == 1
    channels = {out.channel for each in texts for out in desk.releases_of(room, each)}
    assert channels == {Channel.WEBSITE, Channel.SOCIAL}


def test_everything_out_was_approved_by_people_who_did_not_write_it(room) -> None:
    assert not any(out.unapproved_why or out.before_staff_why for out in desk.live(room))
    texts = {each.id: each for each in room.all(Statement)}
    for given in room.all(SignOff):
        assert given.by not in texts[given.about].wrote
    assert len({given.by for given in room.all(SignOff)}) == 3


def test_a_full_statement_waits_for_two_of_its_three_approvals(room) -> None:
    waiting = next(t for t in of_form(room, Form.FULL) if t.standing == Standing.REVIEW)
    assert desk.missing(room, waiting) == [Role.LEGAL, Role.EXECUTIVE]
    assert len(facts_of(room, waiting)) == 4


def test_one_difference_between_channels_is_open_and_one_text_asks_for_a_correction(room) -> None:
    (found,) = inconsistencies(room)
    assert {out.channel for out in found.releases} == {
        *(Channel.WEBSITE, Channel.APP),
        Channel.SOCIAL,
    }
    (mark,) = all_open(room)
    assert mark.out
    assert (mark.was[:5], mark.now[:5]) == ("2,960", "3,204")


def test_one_promise_is_kept_one_open_and_one_late(room) -> None:
    states = [promises.state(each, room.now().ms) for each in promises.promises(room)]
    assert sorted(states) == sorted([PromiseState.KEPT, PromiseState.OPEN, PromiseState.LATE])
    assert len(room.all(Remedy)) == 3
    assert len({each.who for each in room.all(AffectedCount)}) == 2


def test_the_house_stands_and_every_message_has_a_proof(room) -> None:
    found = house.house(room)
    assert len(found.pillars) == 3
    assert house.advice(found) == []


def test_of_eight_questions_one_has_expired_one_has_no_line_and_one_is_a_draft(room) -> None:
    now = room.now().ms
    stands = Counter(stand(each, now) for each in room.all(Answer))
    assert stands == {Stand.VALID: 5, Stand.EXPIRED: 1, Stand.OPEN: 1, Stand.DRAFT: 1}


def test_of_five_inquiries_three_are_open_and_one_of_them_is_late(room) -> None:
    found = room.all(Inquiry)
    assert Counter(each.state for each in found)[InquiryState.OPEN] == 3
    assert len(found) == 5
    assert sum(inquiries.late(each, room.now()) for each in found) == 1
    assert len(room.all(Correction)) == 1


def test_a_press_conference_is_ahead_with_its_run_sheet_and_what_ifs(room) -> None:
    (ahead,) = room.all(PressConference)
    assert ahead.starts_at.ms > room.now().ms
    lines = room.all(RunLine)
    assert sum(each.lasts for each in lines) == ahead.minutes
    assert len(room.all(WhatIf)) == 3


def test_ten_comments_are_fair_and_unfair_late_and_answered_and_one_was_removed(room) -> None:
    found = by_state(room, room.now())
    assert (found.all, found.open, found.late, found.replied) == (10, 5, 3, 2)
    assert (found.removed, found.flagged, found.unknown_reach) == (1, 1, 1)
    assert {each.fair for each in room.all(Comment)} == set(Fairness)
    assert len(room.all(Removal)) == 1
