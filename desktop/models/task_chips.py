"""The chips of the line that adds a task: who does it and when it is due."""

from collections.abc import Iterator

from desktop.models.chips import TOKENS
from desktop.warroom import shown
from desktop.warroom.capture import Reading, Sort
from resources import _
from widgets.log_field import ChipText, Side
from widgets.theme import Token

LEFT_OUT = (Sort.TIME, Sort.KIND)  # they go without saying


def task_chips(reading: Reading) -> Iterator[ChipText]:
    """The chips for a reading; a deadline is the time when the task is due."""
    for chip in reading.chips:
        if chip.sort is Sort.DEADLINE and reading.deadline:
            when = shown.day_and_time(reading.deadline, reading.happened_at.local)
            yield ChipText(_("due {when}").format(when=when), Token.WARN, Side.RIGHT)
        elif chip.sort not in LEFT_OUT:
            yield ChipText(chip.text, TOKENS[chip.sort], Side.RIGHT)
