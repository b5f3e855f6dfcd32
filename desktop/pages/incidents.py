"""The incidents of a room from anywhere: the next one, all of them, and this one itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resources import _

if TYPE_CHECKING:
    from desktop.pages.desk import Desk


class Incidents(QObject):
    """Goes to another incident of the room of a desk, or opens the one that is on screen."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def next(self) -> None:
        """Put the next incident of the room on screen."""
        room = self._desk.room
        incidents = room.incidents()
        if len(incidents) < 2:
            said = _("This room holds one incident. Plan and readiness opens a further one.")
            self._desk.tell(said)
            return
        places = [each.id for each in incidents]
        self._desk.turn_to(incidents[(places.index(room.incident.id) + 1) % len(incidents)])

    def show_all(self) -> None:
        """Show the list of the incidents of the room."""
        self._desk.show_part("plan", "incidents")

    def edit(self) -> None:
        """Open the incident itself, beside the log: its title, level, classification and so on."""
        self._desk.show_page("timeline")
        self._desk.timeline.beside.open([self._desk.room.incident])

    def edit_zones(self) -> None:
        """Open the incident at the further time zones whose clocks the header shows."""
        self.edit()
        self._desk.timeline.beside.panel.go_to("zones")
