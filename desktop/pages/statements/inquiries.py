"""Questions of journalists with their deadlines, and requests for correction."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.answers.inquiries import Correction, Inquiry
from desktop.warroom.room import WarRoom
from resources import _


class InquiryPart(Register):
    """Inquiries and corrections."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Inquiries"),
                Listed(
                    Inquiry,
                    ("outlet", "journalist", "question", "deadline", "state"),
                    "question",
                    "deadline",
                    (_("No inquiry yet"), _("Press N to add the first one.")),
                ),
            ),
            (
                _("Correction requests"),
                Listed(
                    Correction,
                    ("outlet", "wrong", "asked_at", "state"),
                    "wrong",
                    "asked_at",
                    (_("No correction asked for yet"), _("Press N to add the first one.")),
                ),
            ),
        ]
        super().__init__(room, lists, parent)
