"""What is done with the question bank: lines approved, retired, asked again, and counted."""

import unicodedata
from typing import TYPE_CHECKING

from desktop.warroom import four_eyes
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.lines import Answer, Covered, expired, valid
from desktop.warroom.answers.press import PressQuestion
from desktop.warroom.answers.words import LineState
from desktop.warroom.choices import Certainty, Choice
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom


class Stand(Choice):
    """How a line stands now, its time taken into account."""

    VALID = "valid", N_("Approved")
    DRAFT = "draft", N_("Draft")
    OPEN = "open", N_("No line yet")
    EXPIRED = "expired", N_("Expired")
    RETIRED = "retired", N_("No longer said")


def stand(answer: Answer, now_ms: int) -> Stand:
    """How a line stands at ``now_ms`` (UTC milliseconds)."""
    if valid(answer, now_ms):
        return Stand.VALID
    if answer.state == LineState.RETIRED:
        return Stand.RETIRED
    if expired(answer, now_ms):
        return Stand.EXPIRED
    return Stand.DRAFT if answer.line.strip() else Stand.OPEN


def approve(room: "WarRoom", answer: Answer) -> None:
    """Approve a line as it reads now, as the operator. Raises RuleBroken with why not."""
    now = room.get(Answer, answer.id)
    if refused := why_not_approve(room, now):
        raise RuleBroken(refused)
    room.change(
        now, state=LineState.APPROVED, approved_by=room.operator.strip(), approved_at=room.minute()
    )


def why_not_approve(room: "WarRoom", answer: Answer) -> str:
    """Why the operator cannot approve a line, as a sentence; empty when they can."""
    now_ms = room.now().ms
    if not answer.line.strip():
        return _("There is no line to approve. Write it first.")
    if answer.expires_at is not None and answer.expires_at.ms <= now_ms:
        return _("Its time is over. Give it a later one first.")
    if valid(answer, now_ms):
        return _("It is approved already by: {role}.").format(role=answer.approved_by)
    if not room.operator.strip():
        return _("Say first who you are: an approval needs a name.")
    if four_eyes.holds(room, answer) and four_eyes.same_person(room.operator, answer.wrote):
        return _("You wrote this line. At level 1 and 2 somebody else approves it.")
    return ""


def retire(room: "WarRoom", answer: Answer, why: str = "") -> None:
    """Let a line no longer be said; it stays in the bank."""
    now = room.get(Answer, answer.id)
    if now.state == LineState.RETIRED:
        raise RuleBroken(_("It is no longer said already."))
    room.change(now, why=why.strip(), state=LineState.RETIRED)


def asked_again(room: "WarRoom", answer: Answer) -> int:
    """Count a question once more; how often it was asked now."""
    now = room.get(Answer, answer.id)
    n = (now.asked or 0) + 1
    room.change(now, asked=n)
    return n


def unsure(room: "Reading", answer: Answer) -> list[Fact]:
    """The facts in a line that are not confirmed."""
    from desktop.warroom.statements.wording import fact_named, references

    facts = (fact_named(room, each) for each in references(answer.line))
    return [each for each in facts if each and each.status != Certainty.CONFIRMED]


def covered(room: "Reading") -> Covered:
    """Distinct questions of the bank, of inquiries and of press conferences, and those with a
    valid line. One that was answered with a line of the bank is that line's question; what is
    retired is no question any more.
    """
    now, bank = room.now().ms, room.all(Answer)
    lines = {each.id: each for each in bank}
    live = [each for each in bank if each.state != LineState.RETIRED]
    questions = {_same(each.question) for each in live}
    answered = {_same(each.question) for each in live if valid(each, now)}
    asked: list[Inquiry | PressQuestion] = [*room.all(Inquiry), *room.all(PressQuestion)]
    questions |= {_same(each.question) for each in asked if each.line not in lines}
    questions.discard("")
    return Covered(len(answered & questions), len(questions))


def _same(question: str) -> str:
    """A question as it is compared: without case, width, spaces and signs."""
    plain = unicodedata.normalize("NFKC", question).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
