"""The statement desk: what we say, and what we are asked."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartsPage
from desktop.pages.statements.parts import PARTS
from desktop.warroom.room import WarRoom
from resources import _


class StatementsPage(PartsPage):
    """Statements, releases, promises, lines, inquiries, press conferences, comments."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, PARTS, _("Parts of the statement desk"), parent)
