"""The blast radius of a fact: what a change of it touches, and what ends a mark by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.warroom import shown
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import LineState
from desktop.warroom.choices import Certainty, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import StaffMessage
from desktop.warroom.statements.approval import lapsing
from desktop.warroom.statements.touched import Touched, marks_of_fact, open_marks
from desktop.warroom.statements.wording import raw_text, references, uses, worded
from desktop.warroom.written import Written
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn

Changed = Sequence[tuple[Fact, Fact]]  # facts as they were and as they are now


def touching(room: "Reading", changed: Changed) -> "Iterator[Drawn]":
    """The marks that changed facts leave on texts, and the approvals that end with them.

    There is one open mark for a fact and a text, which is kept up to date and ends when the fact is
    as it was. A text that was not out is a draft again; a line of the question bank waits to be
    approved anew.
    """
    again = set[str]()
    for before, after in changed:
        yield from _renewed(room, before, after)
        for text in _resting_on(room, before, after):
            if not _marks(room, text, after):
                yield _mark(room, text, before, after), {}
            if text.id not in again:
                again.add(text.id)
                yield from _unapproved(room, text, after)


def touched_texts(room: "Reading", changed: Changed) -> list[Record]:
    """The texts that these changes would touch, each once: what ``touching`` would mark."""
    found = dict[str, Record]()
    for before, after in changed:
        found |= {each.id: each for each in _resting_on(room, before, after)}
    return list(found.values())


def shaken(before: Fact, after: Fact) -> bool:
    """Whether what rests on a fact must be looked at again.

    It must for another value, for a fact that is taken back, and for any other certainty but that
    what was only unconfirmed is confirmed.
    """
    if before.gone != after.gone or before.value != after.value:
        return True
    confirmed = (before.status, after.status) == (Certainty.UNCONFIRMED, Certainty.CONFIRMED)
    return before.status != after.status and not confirmed


def is_out(text: Record) -> bool:
    """Whether people have read a text, so that it is corrected and not only changed."""
    return isinstance(text, Written) and not text.unreleased


def said_of(fact: Fact) -> str:
    """A fact's value with its certainty, as a mark says what it was and what it is now."""
    if fact.gone:
        return _("taken back")
    return shown.aside(fact.value.strip() or _("no value yet"), word(fact.status))


def title_of(room: "Reading", text: Record) -> str:
    """What a text is called, facts named in it with their present value."""
    return worded(room, text.question if isinstance(text, Answer) else getattr(text, "title", ""))


def settling(room: "Reading", before: Record, after: Record) -> "Iterator[Drawn]":
    """The marks of a text that end because of what became of the text."""
    for mark in open_marks(room, after):
        if how := _ended(before, after) or _unnamed(after, mark):
            yield mark, _settled(room, how)


def _resting_on(room: "Reading", before: Fact, after: Fact) -> Iterable[Record]:
    if not shaken(before, after):
        return ()
    return (each for each in uses(room, after) if _state(each) != LineState.RETIRED)


def _state(text: Record) -> Any:
    """How far a text has come, in its own words."""
    return text.state if isinstance(text, Answer) else getattr(text, "standing", "")


def _marks(room: "Reading", text: Record, fact: Fact) -> list[Touched]:
    return [mark for mark in open_marks(room, text) if mark.fact == fact.id]


def _renewed(room: "Reading", before: Fact, after: Fact) -> "Iterator[Drawn]":
    """The open marks of a fact, which say what it is now, whatever of it has changed."""
    now = said_of(after)
    if now == said_of(before):
        return
    for mark in marks_of_fact(room, after):
        if mark.was == now:
            yield mark, _settled(room, _("The fact is as it was before."))
        else:
            yield mark, {"now": now, "at": room.now()}


def _mark(room: "Reading", text: Record, before: Fact, after: Fact) -> Touched:
    return Touched(
        fact=after.id,
        about=text.id,
        about_kind=text.kind_name,
        title=title_of(room, text),
        was=said_of(before),
        now=said_of(after),
        out=is_out(text),
        at=room.now(),
        incident=text.incident,
    )


def _settled(room: "Reading", how: str) -> dict[str, Any]:
    return {"settled_at": room.now(), "settled_how": how}


def _unapproved(room: "Reading", text: Record, fact: Fact) -> "Iterator[Drawn]":
    if isinstance(text, Answer):
        if text.state == LineState.APPROVED:
            yield text, {"state": LineState.DRAFT, "approved_by": "", "approved_at": None}
    elif isinstance(text, Written) and text.unreleased:
        if text.standing != Standing.DRAFT:
            yield text, {"standing": Standing.DRAFT}
        why = _("A fact in it changed: {fact}").format(fact=fact.subject)
        said = _("{title}: a fact in it changed ({fact}), a draft again").format(
            title=title_of(room, text), fact=fact.subject
        )
        yield from lapsing(room, replace(text, standing=Standing.DRAFT), why, said)


def _ended(before: Record, after: Record) -> str:
    """How all marks of a text end with this change of it; empty when they stay."""
    if after.gone:
        return _("The text was taken back.")
    sent = isinstance(after, StaffMessage) and after.sent_at is not None
    if sent and getattr(before, "sent_at", None) is None:
        return _("It went out with the fact as it stood then.")
    return "" if _state(before) == _state(after) else _said_of_end().get(_state(after), "")


def _said_of_end() -> dict[Any, str]:
    return {
        Standing.SUPERSEDED: _("A later version went out."),
        Standing.WITHDRAWN: _("The text was withdrawn."),
        Standing.RELEASED: _("It went out with the fact as it stood then."),
        Standing.APPROVED: _("It was approved anew, with the fact as it stood then."),
        LineState.RETIRED: _("The line is no longer said."),
    }


def _unnamed(text: Record, mark: Touched) -> str:
    """That a text which is still written does not name the fact any more."""
    if is_out(text):
        return ""
    words = f"{text.title}\n{raw_text(text)}" if isinstance(text, Written) else _words(text)
    return "" if mark.fact in references(words) else _("The text names the fact no more.")


def _words(text: Record) -> str:
    return f"{text.question}\n{text.line}" if isinstance(text, Answer) else ""
