"""Public texts: written from a template, checked, approved, released."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from resources import _


class StatementPart(Register):
    """The texts of the incident."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (
                _("Statements"),
                Listed(
                    Statement,
                    ("title", "form", "language", "version", "standing", "next_update_at"),
                    "title",
                    "recorded_at",
                    (_("No statement yet"), _("Press N to begin one from a template.")),
                ),
            ),
        ]
        super().__init__(room, lists, parent)
