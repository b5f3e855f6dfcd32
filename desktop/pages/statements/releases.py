"""Releases: what went out where and when."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.release import Release
from resources import _


class ReleasePart(Register):
    """Every release with its exact text."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Releases"),
                Listed(
                    Release,
                    ("at", "channel", "where", "title", "language", "version", "url"),
                    "title",
                    "at",
                    (
                        _("Nothing released yet"),
                        _("Approve a statement, then release it to a channel."),
                    ),
                ),
            ),
        ]
        super().__init__(room, lists, parent)
