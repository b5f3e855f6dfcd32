"""Press conferences: checks, run sheet, what-ifs, and the questions as they come."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.answers.press import PressConference, RunLine
from desktop.warroom.room import WarRoom
from resources import _


class PressPart(Register):
    """Conferences and the run sheet of the chosen one."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Press conferences"),
                Listed(
                    PressConference,
                    ("title", "starts_at", "host", "venue"),
                    "title",
                    "starts_at",
                    (_("No press conference yet"), _("Press N to add the first one.")),
                ),
            ),
            (
                _("Run sheet of the chosen one"),
                Listed(
                    RunLine,
                    ("minute", "lasts", "speaker", "content"),
                    "content",
                    "minute",
                    (_("No line yet"), _("Press N to add the first one.")),
                ),
            ),
        ]
        super().__init__(room, lists, parent, linked="conference")
