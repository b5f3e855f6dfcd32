"""The texts that a fact touches as rows: what they are, how far they have come, what follows."""

from collections.abc import Iterable

from desktop.models.statement_rows import standing_token
from desktop.warroom import shown
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import LineState
from desktop.warroom.choices import Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.record import Record
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touching import is_out, title_of
from desktop.warroom.written import Written
from resources import _
from widgets.theme import Token
from widgets.two_lines import TwoLines


def touched_rows(room: WarRoom, texts: Iterable[Record]) -> list[TwoLines]:
    """A row for each text: those that are out first, then those whose approval would end."""
    rows = [_row(room, text) for text in texts]
    return sorted(rows, key=_urgency)


def _urgency(row: TwoLines) -> int:
    return (Token.BAD, Token.WARN, Token.MUTED).index(row.note_token)


def _row(room: WarRoom, text: Record) -> TwoLines:
    chip, token = _state(text)
    note, note_token = _follows(text)
    return TwoLines(text.id, title_of(room, text), _kind(text), chip, token, note, note_token)


def _kind(text: Record) -> str:
    """What sort of text it is, with its language."""
    kind = word(text.form) if isinstance(text, Statement) else _(text.shown_name)
    return shown.listed((kind, word(getattr(text, "language", ""))))


def _state(text: Record) -> tuple[str, Token]:
    if isinstance(text, Answer):
        good = text.state == LineState.APPROVED
        return word(text.state), Token.GOOD if good else Token.MUTED
    if isinstance(text, StaffMessage) and text.sent_at:
        return _("Sent to staff"), Token.GOOD
    standing = text.standing if isinstance(text, Written) else ""
    return word(standing), standing_token(standing)


def _follows(text: Record) -> tuple[str, Token]:
    """What the change asks for: a correction, or another approval."""
    if is_out(text):
        return _("asks for a correction"), Token.BAD
    held = isinstance(text, Answer) and text.state == LineState.APPROVED
    waits = isinstance(text, Written) and text.standing in (Standing.REVIEW, Standing.APPROVED)
    return (_("back to draft"), Token.WARN) if held or waits else ("", Token.MUTED)
