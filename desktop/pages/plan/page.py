"""Plan and readiness: the parts of the method."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartsPage
from desktop.pages.plan.parts import PARTS
from desktop.warroom.choices import Phase
from desktop.warroom.room import WarRoom
from resources import _


class PlanPage(PartsPage):
    """Before a crisis it begins with readiness, in one with what is known."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        prevention = room.incident.phase == Phase.PREVENTION
        first = "readiness" if prevention else ""
        super().__init__(room, PARTS, _("Parts of the plan"), parent, first)
