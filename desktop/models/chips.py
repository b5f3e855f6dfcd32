"""The chips of the log bar: what was recognised, in words and colours."""

from desktop.models.kind_token import kind_token
from desktop.warroom.capture import Chip, Reading, Sort
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


def chip_texts(reading: Reading) -> tuple[ChipText, ...]:
    """The chips for a reading: time and kind at the left of the line, the rest at its right."""
    return tuple(_chip_text(chip, reading) for chip in reading.chips)


def _chip_text(chip: Chip, reading: Reading) -> ChipText:
    leading = chip.sort in (Sort.TIME, Sort.KIND)
    token = kind_token(reading.kind) if chip.sort is Sort.KIND else TOKENS[chip.sort]
    return ChipText(chip.text, token, Side.LEFT if leading else Side.RIGHT)
