"""Employee communication: who knows what, what they are told, and what they ask, hear and feel."""

from PySide6.QtWidgets import QWidget

from desktop.pages.door import Door
from desktop.pages.parts.page import PartsPage
from desktop.pages.staff.parts import PARTS, TOLD
from desktop.pages.staff.told import ToldPart
from desktop.warroom.room import WarRoom
from resources import _


class StaffPage(PartsPage):
    """The parts of employee communication, who has been told first."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, PARTS, _("Parts of employee communication"), parent)

    @property
    def reach(self) -> ToldPart:
        """Who has been told."""
        part = self.part(TOLD)
        assert isinstance(part, ToldPart)
        return part

    def narrow(self, door: Door) -> None:
        self.show_part(TOLD)
        self.reach.narrow(door)
