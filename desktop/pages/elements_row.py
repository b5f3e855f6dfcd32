"""The three elements in one line of the dashboard, and that an evaluation is due."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.elements import gauge_states
from desktop.models.evaluation_said import link_to_it
from desktop.pages.door import Door
from desktop.pages.fresh import Fresh
from desktop.warroom.elements import gauges
from desktop.warroom.room import WarRoom
from resources import _
from widgets.gauge_row import GaugeRow

PAGE = "clocks"  # where the parts of the gauges and the evaluations are


class ElementsRow(GaugeRow):
    """Follows the room; a gauge opens its parts, the link asks for an evaluation."""

    door_asked = Signal(str, object)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(_("The three elements"), parent, slim=True)
        self._room = room
        self.opened.connect(self._open_gauge)
        self.link_pressed.connect(self._evaluate)
        self._fresh = Fresh(room, self)
        self._fresh.due.connect(self.read)
        self.read()

    def refresh(self) -> None:
        """Measure anew soon: time has changed something."""
        self._fresh.soon()

    def read(self) -> None:
        """Measure anew."""
        self.show_gauges(gauge_states(gauges(self._room, self._room.now())))
        self.say(link_to_it(self._room))

    def _open_gauge(self, _name: str) -> None:
        self.door_asked.emit(PAGE, Door("elements"))

    def _evaluate(self) -> None:
        self.door_asked.emit(PAGE, Door("evaluations"))
