"""A text goes out exactly as it was approved, or with a reason that stays on record."""

import hashlib

import pytest

from desktop.warroom.choices import Certainty, Channel, EntryKind, Language, Role, Standing
from desktop.warroom.exchange.json_out import write_json
from desktop.warroom.exchange.restore import restore
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.slices import finished
from desktop.warroom.statements import desk
from desktop.warroom.statements.approval import SignOff
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form
from tests.rooms import T0, clock
from tests.statement_texts import approve_all, approved, fresh, written


def told(room: WarRoom, **more) -> StaffMessage:
    """A message that staff were sent."""
    return room.add(StaffMessage(title="Stop", sent_at=room.minute(), **more))


def test_a_release_keeps_the_exact_text_its_hash_and_the_facts_with_their_values(
    room: WarRoom,
) -> None:
    told(room)
    fact = room.add(Fact(subject="Units", value="12,400", status=Certainty.CONFIRMED))
    text = approved(room, text=f"We sold {reference(fact.id)}.\u202e ")
    before = len(room.all(Entry))
    out = desk.release(room, text, Channel.WEBSITE, url="https://acme.example/1")
    assert out.text == "We sold 12,400.\u202e "
    assert out.sha256 == hashlib.sha256(out.text.encode()).hexdigest()
    assert out.facts == ({"fact": fact.id, "value": "12,400"},)
    assert (out.title, out.version, out.language) == ("First word", 1, Language.ENGLISH)
    assert (out.unapproved_why, out.before_staff_why, out.at) == ("", "", room.minute())
    assert fresh(room, text).standing is Standing.RELEASED
    (entry,) = room.all(Entry)[before:]
    assert (entry.kind, entry.source_url) == (EntryKind.STATEMENT, "https://acme.example/1")
    room.change(fresh(room, fact), value="99")
    assert fresh(room, out).text == "We sold 12,400.\u202e "
    assert room.verify().sound


def test_one_undo_takes_a_release_with_all_its_consequences_back(room: WarRoom) -> None:
    told(room)
    text = approved(room)
    lines = len(room.all(Entry))
    desk.release(room, text, "website")
    room.undo()
    assert fresh(room, text).standing is Standing.APPROVED
    assert (room.all(Release), len(room.all(Entry))) == ([], lines)
    assert desk.missing(room, text) == []


def test_without_all_approvals_a_text_goes_out_only_with_a_reason_that_stays(
    room: WarRoom,
) -> None:
    told(room)
    text = written(room)
    with pytest.raises(RuleBroken, match="not approved by: Communications lead, Legal"):
        desk.release(room, text, "website", unapproved_why="  ")
    assert room.all(Release) == []
    desk.submit(room, text)
    room.operator = "Wu Ke"
    desk.approve(room, text, Role.LEGAL)
    with pytest.raises(RuleBroken, match="not approved by: Communications lead"):
        desk.release(room, text, "website")
    out = desk.release(room, text, "website", unapproved_why=" Smoke in two flats ")
    assert out.unapproved_why == "Smoke in two flats"
    assert "unapproved_why" not in {field.name for field in Release.declared() if field.form}


def test_a_reason_that_nobody_asked_for_is_not_kept(room: WarRoom) -> None:
    told(room)
    text = approved(room)
    out = desk.release(room, text, "website", unapproved_why="x", before_staff_why="y")
    assert (out.unapproved_why, out.before_staff_why) == ("", "")


def test_approvals_of_another_value_let_nothing_out(room: WarRoom) -> None:
    told(room)
    fact = room.add(Fact(subject="Units", value="12,400", status=Certainty.CONFIRMED))
    text = approved(room, text=f"We sold {reference(fact.id)}.")
    room.change(fact, value="12,900")
    with pytest.raises(RuleBroken, match="not approved"):
        desk.release(room, text, "website")


def test_the_public_hears_before_the_staff_only_with_a_reason(room: WarRoom) -> None:
    text = approved(room)
    assert desk.tells_public_first(room, text)
    with pytest.raises(RuleBroken, match="No matching staff message was sent"):
        desk.release(room, text, "website")
    out = desk.release(room, text, "website", before_staff_why="Nobody on shift")
    assert out.before_staff_why == "Nobody on shift"


def test_staff_are_told_by_a_linked_message_or_by_any_since_t0(room: WarRoom) -> None:
    text = written(room)
    chinese = desk.in_language(room, text, Language.SIMPLIFIED)
    room.add(StaffMessage(title="Old", sent_at=Moment(T0.ms - 60_000, 480)))
    room.add(StaffMessage(title="Draft"))
    assert not desk.staff_told(room, text)
    told(room)
    assert desk.staff_told(room, text)
    linked = room.add(StaffMessage(title="Ours", statement=chinese.id))
    assert not desk.staff_told(room, text)
    room.change(linked, sent_at=room.minute())
    assert desk.staff_told(room, text)
    assert desk.staff_told(room, chinese)


@pytest.mark.parametrize("form", [Form.AUTHORITY, Form.BREACH])
def test_what_goes_to_no_public_waits_for_no_staff_message(room: WarRoom, form: Form) -> None:
    desk.release(room, approved(room, form), Channel.EMAIL)
    assert len(room.all(Release)) == 1


def test_a_full_statement_on_unconfirmed_facts_asks_for_a_reason(room: WarRoom) -> None:
    told(room)
    fact = room.add(Fact(subject="Cause", value="a worn seal"))
    text = approved(room, Form.FULL, text=f"It was {reference(fact.id)}.")
    with pytest.raises(RuleBroken, match="These facts are not confirmed: Cause"):
        desk.release(room, text, "website")
    out = desk.release(room, text, "website", unapproved_why="The laboratory told us by phone")
    assert out.unapproved_why


def test_no_reason_lets_a_text_with_a_hole_out(room: WarRoom) -> None:
    told(room)
    fact = room.add(Fact(subject="Units"))
    text = written(room, text=f"We sold {reference(fact.id)}.")
    why = {"unapproved_why": "Fire"}
    with pytest.raises(RuleBroken, match="These facts have no value yet: Units"):
        desk.release(room, text, "website", **why)
    room.change(fact, value="12")
    room.take_back(fresh(room, fact))
    with pytest.raises(RuleBroken, match="names a fact that was taken back"):
        desk.release(room, text, "website", **why)
    empty = desk.begin(room, Form.HOLDING)
    with pytest.raises(RuleBroken, match="This text is empty"):
        desk.release(room, empty, "website", **why)


def test_a_time_to_come_is_no_time_of_a_release(room: WarRoom) -> None:
    told(room)
    later = Moment(room.now().ms + 3_600_000, 480)
    with pytest.raises(RuleBroken, match="still to come"):
        desk.release(room, approved(room), "website", at=later)


def test_the_next_version_supersedes_the_one_before_in_its_language(room: WarRoom) -> None:
    told(room)
    first = approved(room)
    chinese = desk.in_language(room, first, Language.TRADITIONAL)
    approve_all(room, chinese)
    desk.release(room, first, "website")
    desk.release(room, chinese, "website")
    second = desk.next_version(room, first)
    approve_all(room, second)
    desk.release(room, second, "website")
    found = [fresh(room, each).standing for each in (first, chinese, second)]
    assert found == [Standing.SUPERSEDED, Standing.RELEASED, Standing.RELEASED]
    with pytest.raises(RuleBroken, match="This text is over: Superseded"):
        desk.release(room, first, "social")
    room.undo()
    assert fresh(room, first).standing is Standing.RELEASED


def test_the_same_text_goes_to_further_channels_but_never_with_other_words(
    room: WarRoom,
) -> None:
    told(room)
    fact = room.add(Fact(subject="Units", value="12,400", status=Certainty.CONFIRMED))
    text = approved(room, text=f"We sold {reference(fact.id)}.")
    desk.release(room, text, "website")
    again = desk.release(room, text, "social", where="@acme")
    assert (again.text, again.place) == ("We sold 12,400.", "Social media: @acme")
    room.change(fact, value="12,900")
    with pytest.raises(RuleBroken, match="Make its next version"):
        desk.release(room, text, "app", unapproved_why="Fire")


def test_what_nobody_replaced_is_still_live(room: WarRoom) -> None:
    told(room)
    first = approved(room)
    desk.release(room, first, "website")
    social = desk.release(room, first, "social", where="@acme")
    second = desk.next_version(room, first)
    approve_all(room, second)
    new = desk.release(room, second, "website")
    assert [each.id for each in desk.live(room)] == [social.id, new.id]
    desk.withdraw(room, social, "Old figures")
    assert [each.id for each in desk.live(room)] == [new.id]


def test_a_release_is_withdrawn_with_a_reason_and_a_line(room: WarRoom) -> None:
    told(room)
    text = approved(room)
    site, social = desk.release(room, text, "website"), desk.release(room, text, "social")
    with pytest.raises(RuleBroken, match="Say why it is withdrawn"):
        desk.withdraw(room, site, " ")
    desk.withdraw(room, site, "Wrong batch")
    assert fresh(room, text).standing is Standing.RELEASED
    with pytest.raises(RuleBroken, match="withdrawn already"):
        desk.withdraw(room, site, "Wrong batch")
    desk.withdraw(room, social, "Wrong batch")
    assert fresh(room, text).standing is Standing.WITHDRAWN
    said = "Withdrawn from Social media: First word. Wrong batch"
    assert [room.all(Entry)[-1].text, desk.live(room)] == [said, []]
    with pytest.raises(RuleBroken, match="This text is over: Withdrawn"):
        desk.release(room, text, "website")
    assert desk.next_version(room, text).version == 2


def test_a_release_stays_as_it_was_made_but_for_its_link(room: WarRoom) -> None:
    out = desk.release(room, written(room), "website", unapproved_why="Fire", before_staff_why="F")
    room.change(out, url="https://acme.example/1")
    with pytest.raises(RuleBroken, match="stays as it is"):
        room.change(fresh(room, out), unapproved_why="")
    with pytest.raises(RuleBroken, match="not taken back"):
        room.take_back(out)
    desk.withdraw(room, out, "Wrong batch")
    with pytest.raises(RuleBroken, match="stays as it is"):
        room.bring_back(fresh(room, out), room.history(out)[0].number)


def test_an_approval_is_never_erased_nor_holds_again(room: WarRoom) -> None:
    text = approved(room)
    given = room.all(SignOff)[0]
    with pytest.raises(RuleBroken, match="An approval stays as it was given"):
        room.take_back(given)
    room.change(text, text="Other words.")
    with pytest.raises(RuleBroken, match="An approval stays as it was given"):
        room.change(fresh(room, given), lapsed_at=None)


def test_a_room_brought_back_from_its_file_has_the_same_approvals_and_releases(
    room: WarRoom, tmp_path
) -> None:
    told(room)
    fact = room.add(Fact(subject="Units", value="12,400", status=Certainty.CONFIRMED))
    text = approved(room, text=f"We sold {reference(fact.id)}.")
    out = desk.release(room, text, "website")
    second = desk.next_version(room, text)
    approve_all(room, second)
    file = tmp_path / "r.json"
    finished(write_json(room, file))
    restore(tmp_path / "b.warroom", file, operator="Wu Ke", clock=clock())
    back = WarRoom.open(tmp_path / "b.warroom", clock=clock())
    assert back.get(Release, out.id) == fresh(room, out)
    assert back.get(type(second), second.id).standing is Standing.APPROVED
    assert desk.missing(back, back.get(type(second), second.id)) == []
    assert back.count(Selection(kind=Entry)) == room.count(Selection(kind=Entry))
    back.close()
