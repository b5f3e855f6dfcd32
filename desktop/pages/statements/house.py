"""The message house: one roof, at most three key messages, and their proofs."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.answers.lines import KeyMessage, ProofPoint
from desktop.warroom.room import WarRoom
from resources import _


class HousePart(Register):
    """Messages and the proofs of the chosen one."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Messages"),
                Listed(
                    KeyMessage,
                    ("role", "text", "approved_by", "valid_to"),
                    "text",
                    "role",
                    (_("No message yet"), _("Press N to add the first one.")),
                ),
            ),
            (
                _("Proof points of the chosen message"),
                Listed(
                    ProofPoint,
                    ("text", "fact"),
                    "text",
                    "recorded_at",
                    (_("No proof yet"), _("Press N to add the first one.")),
                ),
            ),
        ]
        super().__init__(room, lists, parent, linked="message")
