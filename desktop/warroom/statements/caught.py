"""Promises caught in a text: sentences with a time ahead, in English or Chinese; offered only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.warroom.method.clocks import Clock, ClockKind
from desktop.warroom.moment import Moment
from desktop.warroom.selection import Selection
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.times_said import due_said

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

_ENDS = re.compile(r"(?<=[。！？；!?;\n])|(?<!\b[ap]\.m\.)(?<=\.)(?=\s|$)|\n", re.I)
_PROMISES = re.compile(
    r"\b(?:will|shall|promis\w+|commit\w*|undertake\w*|guarantee\w*|pledge\w*|aim|plan|expect)\b"
    r"|['’]ll\b|[将將]|(?<![者布社議议])[會会](?![議议計计員员])|承[諾诺]|保[證证]|[預预][計计]|定[於于]|[確确]保",
    re.I,
)
_BY = re.compile(
    r"\b(?:by|before|within|until|no later than)\b|[前內内]|之前|以前|截至|不晚[於于]", re.I
)
_PAST = re.compile(r"\b(?:was|were|had|has|have|did)\b|已[經经]?|曾", re.I)


@dataclass(frozen=True, slots=True)
class Caught:
    """A sentence that seems to promise something, and the time in it."""

    text: str
    due: Moment


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence of a released statement that is no promise of the room yet."""

    text: str
    due: Moment
    statement: Statement
    release: Release


def caught(text: str, at: datetime) -> list[Caught]:
    """The sentences of a text, said at ``at`` (aware), that promise something by a time after it.

    A day without a time ends at 23:59 in the zone of ``at``.
    """
    found = list[Caught]()
    for sentence in filter(None, map(str.strip, _ENDS.split(text))):
        due = due_said(sentence, at) if _promising(sentence) else None
        if due and due > at:
            found.append(Caught(sentence, Moment.of(due)))
    return found


def offered(room: "Reading", statement: Statement | None = None) -> list[Offer]:
    """What is promised in texts that are out and is neither noted nor waved away yet.

    With ``statement`` only of this one. A sentence that another language of the same text says by
    the same time is offered once; the time of the next update is a clock of its own.
    """
    answered, found = _answered(room), list[Offer]()
    taken = set[tuple[str, int]]()
    for release, said in _out(room, statement):
        here = [each for each in _in(release, said) if _key(said, each) not in taken]
        found += [
            Offer(each.text, each.due, said, release)
            for each in here
            if not _is_answered(each, said, answered)
        ]
        taken |= {_key(said, each) for each in here}
    return sorted(found, key=lambda each: each.due.ms)


def _in(release: Release, said: Statement) -> list[Caught]:
    if release.at is None:
        return []
    update = said.next_update_at.ms if said.next_update_at else None
    return [each for each in caught(release.text, release.at.local) if each.due.ms != update]


def _out(room: "Reading", only: Statement | None) -> Iterator[tuple[Release, Statement]]:
    """One live release of each statement, with it."""
    seen = set[str]()
    for release in room.records(Selection(kind=Release, empty=("withdrawn_at",), order="at")):
        if release.statement in seen or (only and release.statement != only.id):
            continue
        seen.add(release.statement)
        if said := room.find(Statement, release.statement):
            yield release, said


def _answered(room: "Reading") -> list[tuple[Clock, str]]:
    """The promises that were made in a statement, and its series."""
    kind = Selection(kind=Clock, equal=(("what", (ClockKind.PROMISE,)),), filled=("statement",))
    found = [(each, room.find(Statement, each.statement)) for each in room.records(kind)]
    return [(clock, said.of_series) for clock, said in found if said]


def _is_answered(each: Caught, said: Statement, answered: list[tuple[Clock, str]]) -> bool:
    """Whether a promise says this sentence, or another text of the series the same time."""
    for clock, series in answered:
        if series != said.of_series:
            continue
        if each.text in (clock.start_reason, clock.title):
            return True
        if clock.statement != said.id and clock.due and clock.due.ms == each.due.ms:
            return True
    return False


def _key(said: Statement, each: Caught) -> tuple[str, int]:
    return said.of_series, each.due.ms


def _promising(sentence: str) -> bool:
    if _PROMISES.search(sentence):
        return True
    return bool(_BY.search(sentence)) and not _PAST.search(sentence)
