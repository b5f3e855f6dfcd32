"""The chips of the log bar: what was recognised, in words and colours."""

from desktop.warroom.capture import Chip, Reading, Sort
from desktop.warroom.choices import EntryKind
from widgets.log_field import ChipText, Side
from widgets.theme import Token

TOKENS = {
    Sort.TIME: Token.ACCENT,
    Sort.PERSON: Token.MUTED,
    Sort.TAG: Token.MUTED,
    Sort.DEADLINE: Token.WARN,
    Sort.PASSED: Token.BAD,
    Sort.REASON: Token.GOOD,
    Sort.REASON_MISSING: Token.WARN,
    Sort.HINT: Token.WARN,
    Sort.TOLD: Token.VOICE,
}
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


def chip_texts(reading: Reading) -> tuple[ChipText, ...]:
    """The chips for a reading: time and kind at the left of the line, the rest at its right."""
    return tuple(_chip_text(chip, reading) for chip in reading.chips)


def _chip_text(chip: Chip, reading: Reading) -> ChipText:
    leading = chip.sort in (Sort.TIME, Sort.KIND)
    token = kind_token(reading.kind) if chip.sort is Sort.KIND else TOKENS[chip.sort]
    return ChipText(chip.text, token, Side.LEFT if leading else Side.RIGHT)
