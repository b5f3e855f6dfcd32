"""Columns of a table made from the declaration of a kind of record."""

from collections.abc import Callable, Sequence

from desktop.models.cells import Cell, Column
from desktop.models.named import name_of
from desktop.warroom import shown
from desktop.warroom.choices import Certainty, Severity
from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.method.words import Progress, Running, Sale, Stance, Triage, Verdict
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full, in_words
from resources import _
from widgets.theme import Token

_STANDS: dict[object, Token] = {  # what is good, wants attention or is bad; the word says it too
    Certainty.CONFIRMED: Token.GOOD,
    Certainty.DISPUTED: Token.BAD,
    Running.UP: Token.GOOD,
    Running.DEGRADED: Token.WARN,
    Running.DOWN: Token.BAD,
    Sale.RECALLED: Token.WARN,
    Verdict.TRUE: Token.BAD,
    Triage.NEW: Token.WARN,
    Triage.ESCALATED: Token.BAD,
    Stance.SUPPORTIVE: Token.GOOD,
    Stance.HOSTILE: Token.BAD,
    Progress.DONE: Token.GOOD,
    Severity.CRITICAL: Token.BAD,
}

_BEGUN = (Progress.RUNNING, Progress.DONE, Progress.DROPPED)


def declared_columns(
    room: WarRoom, kind: type[Record], names: Sequence[str], grows: str
) -> tuple[Column, ...]:
    """A column for each of these fields; a moment that lies behind and is not met stands red."""
    fields = {field.name: field for field in kind.declared()}
    return tuple(
        Column(
            name,
            _(fields[name].label),
            _cell(room, fields[name]),
            figures=fields[name].shape is Shape.NUMBER,
            grows=name == grows,
        )
        for name in names
    )


def _cell(room: WarRoom, field: Field) -> Callable[[Record, Moment], Cell]:
    def cell(record: Record, now: Moment) -> Cell:
        value = getattr(record, field.name)
        if field.shape is Shape.LINK:
            linked = room.find(KINDS[field.target], value) if value else None
            return Cell(name_of(linked) if linked else "")
        text = in_words(field, value, room.here())
        if isinstance(value, Moment):
            text = shown.when(value, room.here())  # to the minute, as on every page
            return Cell(text, _moment_token(field, record, value, now), told=full(value, room.zone))
        if field.shape is Shape.CHOICE:
            return Cell(text, _STANDS.get(value))
        if field.shape is Shape.FLAG:
            return Cell(text if value else "")
        return Cell(" ".join(text.split()), told=text if field.shape is Shape.PROSE else "")

    return cell


def _moment_token(field: Field, record: Record, value: Moment, now: Moment) -> Token:
    """Red for what lies ahead by its nature, is past, and nothing says that it was met."""
    if field.ahead and value.ms < now.ms and not _met(record):
        return Token.BAD
    return Token.MUTED


def _met(record: Record) -> bool:
    ends = ("done_at", "reached_at", "closed_at", "first_made", "filed_at")
    if getattr(record, "state", None) in _BEGUN:
        return True
    return any(getattr(record, name, None) for name in ends)
