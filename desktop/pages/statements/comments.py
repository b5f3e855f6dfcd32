"""Negative comments: a queue by reach and age, and a log of removals."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.answers.comments import Comment, Removal
from desktop.warroom.room import WarRoom
from resources import _


class CommentPart(Register):
    """Comments and removals."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Comments"),
                Listed(
                    Comment,
                    ("posted_at", "platform", "text", "reach", "fair", "state"),
                    "text",
                    "posted_at",
                    (_("No comment yet"), _("Press N to add the first one.")),
                ),
            ),
            (
                _("Removals"),
                Listed(
                    Removal,
                    ("at", "comment", "reason", "by"),
                    "reason",
                    "at",
                    (
                        _("Nothing removed"),
                        _("A removal is logged with its reason. Nothing is removed from here."),
                    ),
                ),
            ),
        ]
        super().__init__(room, lists, parent)
