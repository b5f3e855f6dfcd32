"""The bank of questions with approved lines, found while the phone rings."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.answers.lines import Answer
from desktop.warroom.room import WarRoom
from resources import _


class LinePart(Register):
    """Questions and their lines."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Questions and answers"),
                Listed(
                    Answer,
                    ("question", "line", "state", "asked", "expires_at"),
                    "line",
                    "question",
                    (_("No question yet"), _("Press N to add the first one.")),
                ),
            ),
        ]
        super().__init__(room, lists, parent)
