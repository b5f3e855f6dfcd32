"""Promises with their clocks, remedies, and the people affected."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.remedies import AffectedCount, Remedy
from resources import _


class PromisePart(Register):
    """What we owe."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Remedies"),
                Listed(
                    Remedy,
                    ("what", "to_whom", "promised", "delivered", "amount", "currency", "due"),
                    "what",
                    "recorded_at",
                    (_("No remedy yet"), _("Press N to add the first one.")),
                ),
            ),
            (
                _("People affected"),
                Listed(
                    AffectedCount,
                    ("who", "as_of", "known", "notified", "helped"),
                    "who",
                    "as_of",
                    (_("No count yet"), _("Press N to add the first one.")),
                ),
            ),
        ]
        super().__init__(room, lists, parent)
