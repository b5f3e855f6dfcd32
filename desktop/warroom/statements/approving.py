"""How a text is approved: submitted, read by each role its template asks, word for word."""

from collections.abc import Iterable
from typing import Any

from desktop.warroom import four_eyes
from desktop.warroom.choices import Role, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.record import Record
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approval import SignOff, counting, sign_offs
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.templates import template
from desktop.warroom.statements.wording import fingerprint, raw_text
from desktop.warroom.written import Written
from resources import _

OF_STAFF_MESSAGES = (Role.COMMS_LEAD,)


def approvers(text: Written) -> tuple[Role, ...]:
    """The roles whose approval a text needs."""
    form = text.form if isinstance(text, Statement | StaffMessage) else ""
    return template(form).approvers if form else OF_STAFF_MESSAGES


def missing(room: WarRoom, text: Written) -> list[Role]:
    """The roles that have not approved the wording as it would go out now.

    An approval of any other wording does not count, whatever it was that changed since.
    """
    given = {each.role for each in counting(room, text)}
    return [role for role in approvers(text) if role not in given]


def submit(room: WarRoom, text: Written) -> None:
    """Give a draft to those who approve it. Raises RuleBroken when it says nothing yet."""
    now = room.get(type(text), text.id)
    if now.standing != Standing.DRAFT or not now.unreleased:
        raise RuleBroken(
            _("Only a draft is submitted; this text is: {state}.").format(state=_is(now))
        )
    if not raw_text(now).strip():
        raise RuleBroken(_("This text is empty. Write it first."))
    room.change(now, standing=Standing.REVIEW)


def approve(room: WarRoom, text: Written, role: Role | str, note: str = "") -> SignOff:
    """Approve exactly the present wording in a role, as the operator; the last one needed makes
    the text approved. Raises RuleBroken with the reason of ``why_not_approve``."""
    now = room.get(type(text), text.id)
    if refused := why_not_approve(room, now, role):
        raise RuleBroken(refused)
    given = SignOff(
        about=now.id,
        about_kind=now.kind_name,
        role=role,
        by=room.operator.strip(),
        at=room.now(),
        sha256=fingerprint(room, now),
        note=note,
        incident=now.incident,
    )
    stale = [each for each in sign_offs(room, now) if each.role == role]
    ended = {"lapsed_at": room.now(), "lapsed_why": _("A fact in the text has changed.")}
    changed: list[tuple[Record, dict[str, Any]]] = [(old, ended) for old in stale]
    if set(missing(room, now)) <= {role}:
        changed.append((now, {"standing": Standing.APPROVED}))
    return room.get(SignOff, room.together([given], changed)[0])


def why_not_approve(room: WarRoom, text: Written, role: Role | str) -> str:
    """Why the operator cannot approve a text in a role, as a sentence; empty when they can."""
    if not text.unreleased or text.standing not in (Standing.REVIEW, Standing.APPROVED):
        return _("Only a text in review is approved; this text is: {state}.").format(
            state=_is(text)
        )
    if not room.operator.strip():
        return _("Say first who you are: an approval needs a name.")
    if role not in approvers(text):
        return _("This text needs no approval by: {role}.").format(role=word(role))
    given = counting(room, text)
    if any(each.role == role for each in given):
        return _("It is approved already by: {role}.").format(role=word(role))
    return _why_not_own(room, text, given)


def _why_not_own(room: WarRoom, text: Written, given: Iterable[SignOff]) -> str:
    """At level 1 and 2 four eyes see a text, and each approval comes from somebody else."""
    if not four_eyes.holds(room, text):
        return ""
    if four_eyes.same_person(room.operator, text.wrote):
        return _("You wrote this text. At level 1 and 2 somebody else approves it.")
    if four_eyes.same_person(room.operator, [each.by for each in given]):
        return _("You approved it in another role. At level 1 and 2 each role is another person.")
    return ""


def _is(text: Written) -> str:
    return word(text.standing)
