"""Warnings and clocks: what calls for somebody, and what runs out."""

from PySide6.QtWidgets import QWidget

from desktop.pages.door import Door
from desktop.pages.parts.page import PartsPage
from desktop.pages.watch.parts import PARTS
from desktop.warroom.room import WarRoom
from resources import _


class WatchPage(PartsPage):
    """Warnings and clocks first, then how we do, then what the company has set."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, PARTS, _("Parts of the watch"), parent)

    def narrow(self, door: Door) -> None:
        """Show a part: a door to this page names one."""
        if any(each.name == door.label for each in PARTS):
            self.go_to_part(door.label)
