"""Warnings and clocks: what calls for somebody, and what runs out."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartsPage
from desktop.pages.watch.parts import PARTS
from desktop.warroom.room import WarRoom
from resources import _


class WatchPage(PartsPage):
    """Warnings first, then the clocks, and how the three elements stand."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, PARTS, _("Parts of the watch"), parent)
