"""The colours of the kinds of entries."""

from desktop.warroom.choices import EntryKind
from widgets.theme import Token

KINDS = {
    EntryKind.DECISION: Token.ACCENT,
    EntryKind.MEDIA: Token.BAD,
    EntryKind.STATEMENT: Token.GOOD,
    EntryKind.STAFF: Token.VOICE,
    EntryKind.RUMOUR: Token.VOICE,
    EntryKind.SIGNAL: Token.WARN,
    EntryKind.TASK: Token.WARN,
}


def kind_token(kind: EntryKind | str) -> Token:
    """The colour of a kind of entry; calm for facts, notes and kinds of another version."""
    return KINDS.get(kind, Token.MUTED) if isinstance(kind, EntryKind) else Token.MUTED
