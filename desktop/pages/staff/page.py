"""Employee communication: who knows what, what they are told, and what they ask, hear and feel."""

from PySide6.QtWidgets import QWidget

from desktop.pages.door import Door
from desktop.pages.parts.page import PartsPage
from desktop.pages.parts.part import Part
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

    def part(self, name: str) -> Part:
        fresh, part = name not in self._parts, super().part(name)
        if fresh and name == "matrix":
            part.asked.connect(self.show_cell)  # type: ignore[attr-defined]
        return part

    def show_cell(self, message_id: str, group_id: str) -> None:
        """Show where a message stands in a group, and give the group the keys."""
        self.show_part(TOLD)
        if message_id:
            self.reach.show_message(message_id)
        self.reach.groups.bars.select(group_id)
        self.reach.groups.bars.setFocus()

    def narrow(self, door: Door) -> None:
        """Show the part that has what a door asks for; without that, who has been told."""
        kind = door.selection.kind if door.selection else None
        places = (each.name for each in PARTS if kind and self.part(each.name).holds(kind))
        if name := next(places, ""):
            self.go_to_part(name)
        else:
            self.show_part(TOLD)
            self.reach.narrow(door)
