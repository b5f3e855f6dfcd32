"""What is done with an inquiry: answered by a line or in own words, declined, put into the bank."""

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.lines import Answer, valid
from desktop.warroom.answers.press import PressQuestion
from desktop.warroom.answers.words import InquiryState
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.method.media import MediaContact
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom


def reply(room: "WarRoom", inquiry: Inquiry, said: str, line: Answer | None = None) -> None:
    """Note that an inquiry was answered now, with what was said and the line that was used.

    Raises RuleBroken where neither is given.
    """
    if not said.strip() and line is None:
        raise RuleBroken(_("Say what was answered, or take a line."))
    values = {"state": InquiryState.ANSWERED, "answered_at": room.minute()}
    if said.strip():
        values["answer"] = said
    elif line is not None:
        values["answer"] = line_said(room, line)
    _with_line(room, inquiry, line, values)


def decline(room: "WarRoom", inquiry: Inquiry, reason: str) -> None:
    """Decline an inquiry for a reason. Raises RuleBroken without one."""
    room.change(inquiry, why=reason.strip(), state=InquiryState.DECLINED, reason=reason.strip())


def link(room: "WarRoom", inquiry: Inquiry, contact: MediaContact) -> None:
    """Say who of our media contacts asks; outlet and tier become what we know of them."""
    room.change(inquiry, contact=contact.id)


def use_line(room: "WarRoom", inquiry: Inquiry, line: Answer) -> None:
    """Let the answer begin with a line of the bank. Raises RuleBroken for one not in force."""
    _with_line(room, inquiry, line, {"answer": line_said(room, line)})


def line_said(room: "Reading", line: Answer) -> str:
    """A line as it is said now, facts at their present values.

    Raises RuleBroken for a line that is not approved, retired or expired.
    """
    if not valid(line, room.now().ms):
        raise RuleBroken(_("This line is not valid now: it is not approved, or it has expired."))
    from desktop.warroom.statements.wording import worded

    return worded(room, line.line)


def into_bank(room: "WarRoom", inquiry: Inquiry | PressQuestion) -> Answer:
    """Put a question that was asked into the bank, or count it there as asked again.

    Raises RuleBroken where it has been done.
    """
    if inquiry.line:
        raise RuleBroken(_("This question is in the bank already."))
    known = same_question(room.all(Answer), inquiry.question)
    if known is None:
        asked = " ".join(inquiry.question.split())
        new = Answer(id=new_id(room.now().ms), question=asked, owner=room.operator)
        room.together([new], [(inquiry, {"line": new.id})])
        return room.get(Answer, new.id)
    _with_line(room, inquiry, known, {})
    return room.get(Answer, known.id)


def same_question(bank: Iterable[Answer], question: str) -> Answer | None:
    """The question of the bank that says the same, letter forms, spaces and stops apart."""
    asked = plain(question)
    return next((each for each in bank if plain(each.question) == asked), None)


def plain(question: str) -> str:
    """A question without what makes no difference."""
    folded = unicodedata.normalize("NFKC", question).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _with_line(
    room: "WarRoom", inquiry: Inquiry | PressQuestion, line: Answer | None, values: dict[str, Any]
) -> None:
    """Change an inquiry; a line that it had not asked for before was asked once more."""
    changed: list[tuple[Any, dict[str, Any]]] = [(inquiry, values)]
    if line is not None:
        values["line"] = line.id
        if inquiry.line != line.id:
            changed.append((line, {"asked": (line.asked or 0) + 1}))
    room.together(changed=changed)
